"""HTML pages to articles: each field is found by its own module, the body by structure and density.

tree     the parsed page, tokens of an element, how much prose it holds
head     what the page claims about itself: JSON-LD, Open Graph, meta elements
title, lead, people, dates, origin     one field each
junk     what is never the journalist's: menus, related lists, share bars, counters
body     which element holds the text
inline, pieces, figures                that element as pieces with marks, hints and pictures
refuse   pages that hold no article
"""
