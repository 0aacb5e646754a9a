"""Glossaries of other tools: CSV for spreadsheets, OmegaT, DeepL and TBX, read into Terms and written from them.

| format | keeps | loses |
| --- | --- | --- |
| csv | everything | nothing |
| omegat | Vietnamese, preferred and other English, note | kind, level, dates, abbreviations, forbidden forms |
| deepl-tsv, deepl-csv | Vietnamese, preferred English | everything else; one line a term, only terms to protect |
| tbx | everything | nothing |
| tsv | everything: the table of the built-in base and of house layers | nothing |
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from vnnews.errors import InputError, UsageError
from vnnews.glossary import tables, tbx
from vnnews.glossary.term import Term

_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet would run as a formula (OWASP, CSV Injection), and the guard itself."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, the end of its file names, and how it is read and written.

    `read` takes the bytes of a file and the name of the layer, raises ValueError saying what is wrong and where.
    """

    name: str
    suffix: str
    read: Callable[[bytes, str], list[Term]]
    write: Callable[[Iterable[Term]], bytes]


def read(data: bytes, name: str, layer: str, source: str) -> list[Term]:
    """The Terms in `data`, a file of the format `name`; `source` is what errors call the file.

    Raises UsageError for an unknown format, InputError for data that is not of it.
    """
    try:
        return format_of(name).read(data, layer)
    except UnicodeDecodeError as error:
        raise InputError(f"{source} is not UTF-8", "export it again as UTF-8") from error
    except ValueError as error:
        raise InputError(f"{source}: {error}", f"export it again as {name}, or mend the line") from error


def format_of(name: str) -> Format:
    """The format of that name; UsageError if there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise UsageError(f"no glossary format is called {name!r}", f"known: {', '.join(f.name for f in FORMATS)}")


def guess_format(file_name: str) -> str:
    """The name of the format that a file's name tells; UsageError if it tells none."""
    for known in sorted(FORMATS, key=lambda known: -len(known.suffix)):
        if file_name.lower().endswith(known.suffix):
            return known.name
    raise UsageError(f"{file_name}: its name does not tell the format", "say it with --format")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that could be is led by an apostrophe."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def unguard(cell: str) -> str:
    """The reverse of `guard`; a cell that was never guarded comes back as it is."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_RISKY) else cell


def _read_csv(data: bytes, layer: str) -> list[Term]:
    """Also as Excel saves it where the comma is the decimal sign, as in Vietnam: parted by semicolons, or by tabs."""
    text = data.decode("utf-8-sig")
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        problem = tables.header_problem(header)
        if problem:
            raise ValueError(problem)
        return [_row(rows.line_num, header, row, layer) for row in rows if any(row)]
    except csv.Error as error:
        raise ValueError(f"line {rows.line_num}: {error}") from error


def _row(line: int, header: list[str], row: list[str], layer: str) -> Term:
    if len(row) > len(header):
        raise ValueError(f"line {line}: {len(row)} cells, but the header has {len(header)}")
    try:
        return tables.term_of(dict(zip(header, (unguard(cell).strip() for cell in row), strict=False)), layer)
    except ValueError as error:
        raise ValueError(f"line {line}: {error}") from error


def _write_csv(terms: Iterable[Term]) -> bytes:
    """With a byte order mark, so that Excel reads the Vietnamese, and CRLF as RFC 4180 asks."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(tables.COLUMNS)
    writer.writerows([guard(cell) for cell in tables.cells(term)] for term in terms)
    return out.getvalue().encode("utf-8-sig")


def _read_omegat(data: bytes, layer: str) -> list[Term]:
    """OmegaT's glossary: source, target and comment by tab; further lines of a source are further forms."""
    terms: dict[str, Term] = {}
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        vi, en, note = (cell.strip() for cell in (line + "\t\t").split("\t")[:3])
        if not vi or not en:
            raise ValueError(f"line {number}: no tab between the Vietnamese and the English")
        known = terms.get(vi)
        if known is None:
            terms[vi] = Term(vi, en, note=note, layer=layer)
        elif en not in (known.en, *known.alternatives):
            terms[vi] = replace(known, alternatives=(*known.alternatives, en))
    return list(terms.values())


def _write_omegat(terms: Iterable[Term]) -> bytes:
    lines = []
    for term in terms:
        lines.append("\t".join((term.vi, term.en, term.note)).rstrip("\t"))
        lines += [f"{term.vi}\t{other}" for other in term.alternatives]
    return ("\n".join(lines) + "\n").encode()


def _read_deepl_tsv(data: bytes, layer: str) -> list[Term]:
    lines = enumerate(data.decode("utf-8-sig").splitlines(), 1)
    return [_pair(number, line.split("\t"), layer) for number, line in lines if line.strip()]


def _read_deepl_csv(data: bytes, layer: str) -> list[Term]:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [_pair(rows.line_num, row, layer) for row in rows if any(row)]


def _pair(line: int, cells: list[str], layer: str) -> Term:
    if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
        raise ValueError(f"line {line}: a line of a DeepL glossary is the Vietnamese and the English")
    return Term(cells[0].strip(), cells[1].strip(), layer=layer)


def _pairs(terms: Iterable[Term]) -> list[tuple[str, str]]:
    """What DeepL takes: each source once, and only what must be said that way wherever it stands."""
    pairs: dict[str, str] = {}
    for term in terms:
        if term.use == "protect":
            pairs.setdefault(term.vi, term.en)
    return list(pairs.items())


def _write_deepl_tsv(terms: Iterable[Term]) -> bytes:
    return "".join(f"{vi}\t{en}\n" for vi, en in _pairs(terms)).encode()


def _write_deepl_csv(terms: Iterable[Term]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(_pairs(terms))
    return out.getvalue().encode()


def _read_tsv(data: bytes, layer: str) -> list[Term]:
    good, bad = tables.parse(data.decode("utf-8-sig"), layer)
    if bad:
        raise ValueError(f"line {bad[0].line}: {bad[0].message}")
    return [term for _, term in good]


def _write_tsv(terms: Iterable[Term]) -> bytes:
    return tables.write(terms).encode()


FORMATS: tuple[Format, ...] = (
    Format("csv", ".csv", _read_csv, _write_csv),
    Format("tbx", ".tbx", tbx.read, tbx.write),
    Format("omegat", ".txt", _read_omegat, _write_omegat),
    Format("deepl-tsv", ".deepl.tsv", _read_deepl_tsv, _write_deepl_tsv),
    Format("deepl-csv", ".deepl.csv", _read_deepl_csv, _write_deepl_csv),
    Format("tsv", ".tsv", _read_tsv, _write_tsv),
)
