"""HTML pages to articles: each field is found by its own module, the body by structure and density.

    tree     the parsed page, tokens of an element, how much prose it holds
    head     what the page claims about itself: JSON-LD, Open Graph, meta elements
    title, lead, people, dates     one field each
    forms    dates, bylines and credits by their form, for pages and pasted text alike
    junk     elements that are never the journalist's: menus, related lists, share bars
    body     which element holds the text
    inline, pieces, tables, figures    that element as pieces with marks, hints, tables and pictures
    lines    single lines of the text that are furniture, and bold ones that are headings
    refuse   pages that hold no article

`read.page` puts them in order.
"""
