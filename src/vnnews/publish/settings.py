"""How this newsroom publishes: the [site] table of vnnews.toml, checked, with defaults."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vnnews.errors import UsageError
from vnnews.settings import Settings

FLAVORS = ("plain", "hugo", "jekyll", "pelican", "zola", "mkdocs")


@dataclass(frozen=True, slots=True)
class CreditWords:
    """The words of the credits; each holds {name} where the name goes. `[site.credits]` changes them."""

    author: str = "By {name}"
    translator: str = "Translated by {name}"
    join: str = " – "
    photographer: str = "Photos: {name}"
    reviewer: str = "Reviewed by {name}"
    source: str = "Source:"
    author_vi: str = "Tác giả: {name}"
    translator_vi: str = "Người dịch: {name}"
    both_languages: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What the [site] table says.

    `base_url` ends with a slash; without it no absolute address of an own page is ever written. `topics` gives for
    each topic the English phrases that tell it. `linked` is set where pages belong to a site with an index;
    `day_first` follows the newsroom's style of dates.
    """

    name: str | None = None
    base_url: str | None = None
    description: str | None = None
    templates: Path | None = None
    formats: tuple[str, ...] = ("html", "markdown")
    flavor: str = "plain"
    feed_length: int = 50
    topics: tuple[tuple[str, tuple[str, ...]], ...] = ()
    credits: CreditWords = field(default_factory=CreditWords)
    linked: bool = False
    day_first: bool = False

    def url_of(self, name: str) -> str | None:
        """The absolute address of a file of the site, None while the site has no address."""
        return f"{self.base_url}{name}" if self.base_url else None

    @property
    def version(self) -> str:
        """A hash of everything here that pages depend on, the newsroom's own templates included."""
        files = sorted(p for p in self.templates.rglob("*") if p.is_file()) if self.templates else []
        state = hashlib.sha256(repr(replace(self, templates=None)).encode())
        for path in files:
            state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return state.hexdigest()[:16]


def site_of(settings: Settings, **changes: Any) -> Site:
    """The [site] table as a Site; `changes` that are not None win. Raises UsageError for what it cannot mean."""
    from vnnews.publish.formats import FORMATS

    table = dict(settings.site)
    known = {f.name for f in fields(Site)} - {"linked", "day_first"}
    for key in table:
        if key not in known:
            raise _wrong(key, f"known there: {', '.join(sorted(known))}", "is not a setting")
    values: dict[str, Any] = {"name": settings.newsroom, "day_first": _day_first(settings)}
    for key in ("name", "description", "flavor"):
        values.update(_take(table, key, str))
    values.update(_take(table, "feed_length", int))
    if "base_url" in table:
        values["base_url"] = _base_url(table["base_url"])
    if "templates" in table:
        values["templates"] = _folder(settings.root, table["templates"])
    if "formats" in table:
        values["formats"] = _strings(table["formats"], "formats")
    if "topics" in table:
        named = _take(table, "topics", dict)["topics"]
        values["topics"] = tuple((topic, _strings(phrases, f"topics.{topic}")) for topic, phrases in named.items())
    if "credits" in table:
        values["credits"] = _credit_words(_take(table, "credits", dict)["credits"])
    site = replace(Site(**values), **{k: v for k, v in changes.items() if v is not None})
    if site.flavor not in FLAVORS:
        raise UsageError(f"no Markdown flavor is called {site.flavor!r}", f"known: {', '.join(FLAVORS)}")
    for name in site.formats:
        if name not in FORMATS:
            raise UsageError(f"no format is called {name!r}", f"known: {', '.join(FORMATS)}")
    return site


def _day_first(settings: Settings) -> bool:
    if settings.style is None:
        return False
    from vnnews.newsroom import style_for

    return style_for(settings).date_order == "9 August"


def _take(table: dict[str, Any], key: str, kind: type) -> dict[str, Any]:
    if key not in table:
        return {}
    if not isinstance(table[key], kind):
        raise _wrong(key, "see docs/publishing.md")
    return {key: table[key]}


def _strings(value: Any, key: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise _wrong(key, 'write a list: ["one", "two"]')


def _base_url(value: Any) -> str:
    parts = urlsplit(value) if isinstance(value, str) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise _wrong("base_url", 'write the whole address: base_url = "https://news.example.vn/en/"')
    return value if value.endswith("/") else f"{value}/"


def _folder(root: Path, value: Any) -> Path:
    if not isinstance(value, str) or not (root / value).is_dir():
        raise _wrong("templates", "give a folder that exists; files in it replace the built-in ones of the same name")
    return root / value


def _credit_words(table: dict[str, Any]) -> CreditWords:
    kinds = {f.name: (bool if f.name == "both_languages" else str) for f in fields(CreditWords)}
    for key, value in table.items():
        if key not in kinds or not isinstance(value, kinds[key]):
            raise _wrong(f"credits.{key}", f"known there: {', '.join(kinds)}")
        if isinstance(value, str) and key not in ("join", "source") and "{name}" not in value:
            raise _wrong(f"credits.{key}", "put {name} where the name goes, so that no name is lost")
    return CreditWords(**table)


def _wrong(key: str, cure: str, what: str = "has a wrong value") -> UsageError:
    return UsageError(f"vnnews.toml: [site] {key} {what}", cure)
