"""Pictures and their captions: which line under, over or beside a picture tells what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vnnews.read.html.pieces import Piece

_LONGEST = 300
_AT_EVENT = re.compile(r"^(?:At the|Tại (?:buổi|hội|lễ|cuộc|phiên)|(?:Quang|Toàn) cảnh)\b[^.]{3,80}$", re.I)
_BY_FORM = re.compile(r"^\(?(?:Ảnh|Hình|Photo|Nguồn ảnh|Ảnh minh họa)\b[^.]{0,60}", re.I)


def tie_captions(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each caption moved into its figure; a caption without a picture stays as a paragraph."""
    out: list[Piece] = []
    skip: set[int] = set()
    for i, piece in enumerate(pieces):
        if i in skip:
            continue
        if piece.kind != "figure":
            out.append(piece)
            continue
        lines = list(_below(pieces, i))
        skip.update(lines)
        out.append(_captioned(piece, [pieces[n] for n in lines]))
    return _from_above(out)


def _below(pieces: list[Piece], i: int) -> Iterable[int]:
    """The places of the caption lines right after figure `i`."""
    for n in range(i + 1, len(pieces)):
        line = pieces[n]
        if line.kind not in ("paragraph", "heading", "quote") or not line.text or len(line.text) > _LONGEST:
            return
        if line.caption:
            yield n
            continue
        if n == i + 1 and _looks_like_caption(line, pieces[i]):
            yield n
        return


def _looks_like_caption(line: Piece, figure: Piece) -> bool:
    """Whether a line right under a picture, not named a caption by the markup, is one by its form."""
    if line.kind != "paragraph":
        return False
    alt = figure.image.alt if figure.image else None
    if alt and line.text.casefold().startswith(alt.casefold()) and len(line.text) < len(alt) + 40:
        return True
    if line.align == "centre":
        return not line.covered_by("bold") or line.covered_by("italic")
    return line.covered_by("italic") or bool(_BY_FORM.match(line.text)) or bool(_AT_EVENT.match(line.text))


def _captioned(figure: Piece, lines: list[Piece]) -> Piece:
    if not lines:
        return figure
    text = " ".join(line.text for line in lines)
    marks = lines[0].marks if len(lines) == 1 else ()
    return replace(figure, text=text, marks=tuple(m for m in marks if m.kind == "link"))


def _from_above(pieces: list[Piece]) -> list[Piece]:
    """Captions that the markup names as such but that stand before their picture."""
    out: list[Piece] = []
    for piece in pieces:
        above = out[-1] if out else None
        if piece.kind == "figure" and not piece.text and above and above.caption and above.kind == "paragraph":
            out[-1] = _captioned(piece, [above])
        else:
            out.append(piece)
    return out
