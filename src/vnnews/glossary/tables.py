"""The term base as tab-separated tables: reading rows into Terms, naming what is malformed, writing them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vnnews.errors import InputError
from vnnews.glossary.term import Term

if TYPE_CHECKING:
    from vnnews.glossary.term import Case, Use

COLUMNS = (
    "vi", "en", "en_alternatives", "en_forbidden", "abbr_vi", "abbr_en", "kind", "level", "valid_from", "valid_to",
    "note", "source", "confidence", "en_only_safe", "use", "case",
)  # fmt: skip
"""The header of a table. A house layer needs only `vi` and `en`; the order of its columns does not matter."""

KINDS = (
    "organisation", "position", "document", "programme", "party", "administrative-unit",
    "procedure", "ict", "media", "economy", "event", "phrase",
)  # fmt: skip
LEVELS = ("central", "province", "district", "commune", "any")
CONFIDENCES = ("high", "medium", "low")
USES = ("protect", "prefer", "consult")
CASES = ("fold", "exact")

_CHOICES = {"kind": KINDS, "level": LEVELS, "confidence": CONFIDENCES, "use": USES, "case": CASES}
_DEFAULTS = {"kind": "phrase", "level": "any", "confidence": "high", "use": "protect", "case": "fold"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one line of a table (`line` counts from 1, the header is line 1), and the cure."""

    line: int
    message: str
    cure: str


def read(path: Path, layer: str) -> list[Term]:
    """The Terms of one table, in file order.

    Raises InputError for a file that cannot be read or has a malformed line; the message names the first such
    line, `vnnews glossary lint` lists them all.
    """
    good, bad = read_all(path, layer)
    if bad:
        raise InputError(f"{path}, line {bad[0].line}: {bad[0].message}", bad[0].cure)
    return [term for _, term in good]


def read_all(path: Path, layer: str) -> tuple[list[tuple[int, Term]], list[Problem]]:
    """Every well-formed row with its line number, and a Problem for every other line; InputError if unreadable."""
    return parse(_text(path), layer)


def parse(text: str, layer: str) -> tuple[list[tuple[int, Term]], list[Problem]]:
    """The rows in the text of a table, well-formed ones with their line numbers, and a Problem for each other one."""
    lines = text.splitlines()
    header = [name.strip() for name in lines[0].split("\t")] if lines else []
    problem = header_problem(header)
    if problem:
        cure = f"start the file with tab-separated names, of these: {', '.join(COLUMNS)}"
        return [], [Problem(1, problem, cure)]
    good: list[tuple[int, Term]] = []
    bad: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            entry = _row(number, line, header, layer)
            if isinstance(entry, Problem):
                bad.append(entry)
            else:
                good.append((number, entry))
    return good, bad


def write(terms: Iterable[Term]) -> str:
    """The text of a table holding `terms`, with all columns; `read` gives the same Terms back."""
    rows = ["\t".join(COLUMNS), *("\t".join(cells(term)) for term in terms)]
    return "\n".join(rows) + "\n"


def cells(term: Term) -> tuple[str, ...]:
    """One Term as the cells of a row, in the order of COLUMNS; default `use` and `case` stay empty."""
    return (
        term.vi,
        term.en,
        "; ".join(term.alternatives),
        "; ".join(term.forbidden),
        "; ".join(term.abbr_vi),
        term.abbr_en or "",
        term.kind,
        term.level,
        term.valid_from.isoformat() if term.valid_from else "",
        term.valid_to.isoformat() if term.valid_to else "",
        term.note,
        term.source,
        term.confidence,
        "; ".join(term.en_only_safe),
        "" if term.use == _DEFAULTS["use"] else term.use,
        "" if term.case == _DEFAULTS["case"] else term.case,
    )


def term_of(row: dict[str, str], layer: str) -> Term:
    """A Term from named cells; absent or empty cells take the defaults. Raises ValueError saying what is wrong."""
    get = row.get
    vi, en = get("vi", ""), get("en", "")
    if not vi or not en:
        raise ValueError(f"{'vi' if not vi else 'en'} is empty")
    chosen = {name: get(name) or default for name, default in _DEFAULTS.items()}
    for name, value in chosen.items():
        if value not in _CHOICES[name]:
            raise ValueError(f"{name} is {value!r}, not one of {', '.join(_CHOICES[name])}")
    return Term(
        vi=vi,
        en=en,
        alternatives=_list(get("en_alternatives")),
        forbidden=_list(get("en_forbidden")),
        abbr_vi=_list(get("abbr_vi")),
        abbr_en=get("abbr_en") or None,
        kind=chosen["kind"],
        level=chosen["level"],
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
        note=get("note", ""),
        source=get("source", ""),
        confidence=chosen["confidence"],
        en_only_safe=_list(get("en_only_safe")),
        layer=layer,
        use=cast("Use", chosen["use"]),
        case=cast("Case", chosen["case"]),
    )


def header_problem(header: list[str]) -> str | None:
    """What is wrong with a table's header, or None."""
    missing = [name for name in ("vi", "en") if name not in header]
    if missing:
        return f"the header has no column {' and no column '.join(missing)}"
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        return f"the header has a column {unknown[0]!r} that no glossary has"
    return None


def _row(number: int, line: str, header: list[str], layer: str) -> Term | Problem:
    row = line.split("\t")
    if len(row) > len(header):
        return Problem(number, f"{len(row)} cells, but the header has {len(header)}", "take out the extra tab")
    if len(row) < 2:
        return Problem(number, "no tab in the line", "put a tab between the Vietnamese and the English")
    try:
        return term_of(dict(zip(header, map(str.strip, row), strict=False)), layer)
    except ValueError as error:
        return Problem(number, str(error), "mend the cell")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8", 'save it as "Text (tab delimited), UTF-8"') from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}", "mend the path") from error


def _list(cell: str | None) -> tuple[str, ...]:
    if not cell:
        return ()
    return tuple(part for raw in cell.split(";") if (part := raw.strip()))


def _day(row: dict[str, str], name: str) -> date | None:
    cell = row.get(name)
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{name} is {cell!r}, not a day like 2025-03-01") from None
