"""HTML pages to articles: each field is found by its own module, the body by structure and density.

    depth    pages that nest hundreds of elements
    tree     the parsed page, tokens of an element, how much prose it holds
    head     what the page claims about itself: JSON-LD, Open Graph, meta elements
    title, lead, people, dates     one field each
    dateforms, forms, bylines    dates, names and bylines by their form, for pages and pasted text alike
    junk     elements that are never the journalist's: menus, related lists, share bars
    body     which element holds the text
    hints, inline, pieces, tables, figures    that element as pieces with marks, tables and pictures
    top      what stands above it
    lines    single lines of the text that are furniture, and bold ones that are headings
    refuse   pages that hold no article
    recover  text that a page does not show, at last a library
    several  pages with several whole articles

`read.page` puts them in order.
"""
