"""The report of a batch as one HTML page: figures, bars, and each failure with its command."""

from __future__ import annotations

from html import escape
from typing import Any

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:0 0 1.5rem}th,td{text-align:left;padding:.2rem .8rem .2rem 0;"
    "vertical-align:top;border-bottom:1px solid #ccc}td.n{text-align:right}code{overflow-wrap:anywhere}"
)
_WIDTH = 240
_MOST = 30


def html(figures: dict[str, Any]) -> str:
    """The page of the figures that `report.figures` gives; it needs nothing from elsewhere."""
    findings = {code: f["articles"] for code, f in figures["findings"].items()}
    parts = [
        _bars("Outcomes", "sources", figures["outcomes"]),
        _bars("Seconds by stage, over all workers", "seconds", figures["seconds"]),
        _bars("Findings by code", "articles", findings),
        _bars("Unknown terms", "articles", {t["term"]: t["articles"] for t in figures["unknown_terms"]}),
        _bars("Encodings", "articles", figures["encodings"]),
        _bars("Sites", "articles", figures["sites"]),
        _bars("Languages", "articles", figures["languages"]),
        _failures(figures["failures"]),
        _links("Sources that repeat others", "source", "same_as", figures["duplicates"]),
        _links("Articles that say the same as others", "article", "like", figures["near_duplicates"]),
        _links("Articles that people have translated", "article", "english", figures["translated_by_people"]),
    ]
    head = f'<meta charset="utf-8"><title>Batch report</title><style>{_STYLE}</style>'
    body = f"<body><h1>Batch report</h1>{''.join(parts)}</body>"
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>{body}</html>\n'


def _bars(title: str, unit: str, values: dict[str, float]) -> str:
    """A table of the largest values with a bar each; nothing where there are none."""
    shown = sorted(values.items(), key=lambda x: (-x[1], x[0]))[:_MOST]
    if not shown:
        return ""
    top = max(value for _, value in shown) or 1
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{value:g}</td><td>{_bar(value / top)}</td></tr>'
        for name, value in shown
    )
    return f"<h2>{escape(title)}</h2><table><tr><th></th><th>{unit}</th><th></th></tr>{rows}</table>"


def _bar(share: float) -> str:
    width = round(share * _WIDTH, 1)
    return (
        f'<svg width="{_WIDTH}" height="12" aria-hidden="true"><rect width="{width}" height="12" fill="#2a6f97"/></svg>'
    )


def _failures(failures: list[dict[str, str]]) -> str:
    if not failures:
        return ""
    rows = "".join(
        f"<tr><td>{escape(f['source'])}</td><td>{f['outcome']}: {escape(f['message'])}. {escape(f['cure'])}</td>"
        f"<td><code>{escape(f['command'])}</code></td></tr>"
        for f in failures
    )
    return f"<h2>Failed or held back</h2><table><tr><th>source</th><th>why</th><th>command</th></tr>{rows}</table>"


def _links(title: str, what: str, same: str, pairs: list[dict[str, str]]) -> str:
    if not pairs:
        return ""
    rows = "".join(f"<tr><td>{escape(p[what])}</td><td>{escape(p[same])}</td></tr>" for p in pairs)
    return f"<h2>{title}</h2><table><tr><th>{what}</th><th>{same.replace('_', ' ')}</th></tr>{rows}</table>"
