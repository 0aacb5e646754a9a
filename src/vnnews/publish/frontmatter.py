"""Front matter: what a site generator is told about a page, in the keys that it knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from vnnews.publish.page import Page
from vnnews.publish.pictures import sources
from vnnews.publish.settings import Site


def front_matter(page: Page, site: Site) -> str:
    """The front matter with its fences and a line end, in the manner of `site.flavor`."""
    match site.flavor:
        case "hugo":
            data = _hugo(page)
        case "jekyll":
            data = _jekyll(page)
        case "pelican":
            return _pelican(page)
        case "zola":
            data = _zola(page)
        case "mkdocs":
            data = {"title": page.title, "description": page.lead, "date": _day(page), **_own(page)}
        case _:
            data = {"title": page.title, "lead": page.lead, "date": _day(page), **_own(page)}
    return f"---\n{_yaml(data)}---\n"


def _own(page: Page) -> dict[str, Any]:
    """What no generator has a key for; the credits above all."""
    c = page.credits
    return {
        "id": page.id,
        "slug": page.slug,
        "lang": page.language,
        "byline": c.byline,
        "author": c.author,
        "translator": c.translator,
        "photographer": c.photographer,
        "reviewer": c.reviewer,
        "source_name": c.source_name,
        "source_url": c.source_url,
        "original_url": page.original_url,
        "machine": c.machine,
        "topics": list(page.topics),
        "issued": page.issued,
        "modified": page.modified,
        "corrections": [{"day": n.day, "note": n.note} for n in page.corrections],
    }


def _hugo(page: Page) -> dict[str, Any]:
    own = _own(page)
    del own["slug"], own["modified"], own["topics"]
    return {
        "title": page.title,
        "description": page.lead,
        "date": _day(page) or page.issued,
        "publishDate": page.issued,
        "lastmod": page.modified,
        "slug": page.slug,
        "tags": list(page.topics),
        "images": sources(page),
        "draft": False,
        "params": own,
    }


def _jekyll(page: Page) -> dict[str, Any]:
    own = _own(page)
    del own["topics"], own["modified"], own["slug"]
    return {
        "layout": "post",
        "title": page.title,
        "description": page.lead,
        "date": _day(page),
        "last_modified_at": page.modified,
        "tags": list(page.topics),
        "image": next(iter(sources(page)), None),
        **own,
    }


def _zola(page: Page) -> dict[str, Any]:
    own = _own(page)
    del own["slug"], own["modified"]
    return {
        "title": page.title,
        "description": page.lead,
        "date": _day(page),
        "updated": page.modified,
        "slug": page.slug,
        "authors": [page.credits.author] if page.credits.author else [],
        "extra": own,
    }


def _pelican(page: Page) -> str:
    """Pelican reads names and bare values line by line, no YAML: one line each, lists with commas."""
    own = _own(page)
    data = {
        "Title": page.title,
        "Date": page.published or page.issued,
        "Modified": page.modified,
        "Slug": page.slug,
        "Lang": page.language,
        "Authors": own.pop("author"),
        "Tags": ", ".join(own.pop("topics")),
        "Summary": page.lead,
        **{name.capitalize(): value for name, value in own.items() if name not in ("slug", "lang", "modified")},
    }
    data["Corrections"] = " / ".join(f"{n.day}: {n.note}" for n in page.corrections)
    lines = [f"{name}: {' '.join(str(value).split())}" for name, value in data.items() if value]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _day(page: Page) -> date | None:
    return date.fromisoformat(page.published) if page.published else None


def _yaml(data: dict[str, Any]) -> str:
    import yaml

    known = {k: v for k, v in data.items() if v not in (None, "", [], {})}
    if "params" in known or "extra" in known:
        nested = "params" if "params" in known else "extra"
        known[nested] = {k: v for k, v in known[nested].items() if v not in (None, "", [])}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=2**31)
