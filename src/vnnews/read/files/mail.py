"""Mail and saved pages in mail form: .eml, .mhtml."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from vnnews.article import Article
from vnnews.errors import InputError, NoArticleError
from vnnews.read.encodings import decode
from vnnews.read.findings import NO_TITLE, with_findings
from vnnews.read.page import read_page
from vnnews.read.pasted import read_text
from vnnews.read.source import Source, check_length
from vnnews.vietnamese.normalise import clean

_MOST_PARTS = 500


def read(source: Source) -> list[Article]:
    """The article in a message or a saved page. Raises NoArticleError where no part of it holds one.

    What a part says about its charset is checked like any other claim.
    """
    message = email.message_from_bytes(source.data, policy=email.policy.default)
    parts = [p for _, p in zip(range(_MOST_PARTS), message.walk(), strict=False) if isinstance(p, EmailMessage)]
    page = next((p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    text = next((p for p in parts if p.get_content_type() == "text/plain" and not p.get_filename()), None)
    address = _address(message, page)
    if page is not None and (address or text is None):
        return [_from_page(page, replace(source, url=address or source.url))]
    article = _from_text(text, source) if text is not None else None
    if article is None and page is not None:
        article = _from_page(page, source)
    if article is None:
        raise NoArticleError("there is no text in the message", "save the message's attachment, and import that")
    return [_titled(article, message)]


def _address(message: EmailMessage, page: EmailMessage | None) -> str | None:
    """The address of a saved page; None for mail."""
    for part in (message, page):
        for name in ("Snapshot-Content-Location", "Content-Location"):
            value = str(part.get(name, "")) if part is not None else ""
            if value.startswith(("http://", "https://")):
                return value.strip()
    return None


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise InputError("the message is damaged", "save it again")
    check_length(payload)
    return payload


def _from_page(part: EmailMessage, source: Source) -> Article:
    decoded = decode(_payload(part), declared=part.get_content_charset())
    return with_findings(read_page(decoded.text, source, decoded.encoding), decoded.findings)


def _from_text(part: EmailMessage, source: Source) -> Article | None:
    decoded = decode(_payload(part), declared=part.get_content_charset())
    try:
        return read_text(decoded.text, source, decoded.encoding, decoded.findings, reader="mail")
    except NoArticleError:
        return None


def _titled(article: Article, message: EmailMessage) -> Article:
    """The article with the message's subject for a missing title."""
    subject = clean(" ".join(str(message.get("Subject", "")).split()))
    if article.title is not None or not subject:
        return article
    return replace(article, title=subject, findings=tuple(f for f in article.findings if f.code != NO_TITLE.code))
