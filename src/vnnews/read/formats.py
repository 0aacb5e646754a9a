"""Which reader reads what: told by content, by name where content leaves it open; folders and archives are walked."""

from __future__ import annotations

import importlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from vnnews.article import Article
from vnnews.clock import now
from vnnews.errors import InputError, NoArticleError, VnnewsError
from vnnews.read import ReadFailure
from vnnews.read.source import Source, check_length

Format = Literal["html", "text", "markdown", "mail", "docx", "pdf", "zip", "warc", "gzip", "article"]

_MOST_BYTES = 64_000_000
_UNREADABLE = {
    b"\xd0\xcf\x11\xe0": ("an old Word document (.doc)", "save it as .docx from Word or LibreOffice"),
    b"{\\rtf": ("a Rich Text document", "save it as .docx from Word or LibreOffice"),
    b"\xff\xd8\xff": ("a picture", "give the page or text that belongs to it"),
    b"\x89PNG": ("a picture", "give the page or text that belongs to it"),
    b"GIF8": ("a picture", "give the page or text that belongs to it"),
    b"7z\xbc\xaf": ("a 7z archive", "pack it as .zip, or unpack it and import the folder"),
    b"Rar!": ("a RAR archive", "pack it as .zip, or unpack it and import the folder"),
}
_HTML = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|table|article|h[1-6]|br|span|font)\b[^>]*>", re.I)
_MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.M)
_MAIL_FIELD = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Content-Type|Return-Path|Snapshot-Content-Location):", re.M | re.I
)
_OUTWARD = InputError("it is a link that leads out of the folder; it was left alone", "import the file it leads to")
_OTHER = {
    ".css", ".js", ".json", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".ico", ".bmp", ".mp3", ".mp4", ".woff",
    ".woff2", ".xlf", ".tsv", ".csv", ".jsonl", ".toml", ".sqlite", ".db", ".py", ".xml", ".log", ".lock", ".tmp",
}  # fmt: skip


def format_of(data: bytes, name: str = "") -> Format:
    """The format of some bytes. Raises InputError for empty ones and for formats that have no reader."""
    if not data.strip():
        raise InputError("the file is empty", "look whether it was saved whole")
    for magic, (what, cure) in _UNREADABLE.items():
        if data.startswith(magic):
            raise InputError(f"this is {what}", cure)
    low, head = name.lower(), data[:4096]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx" if low.endswith((".docx", ".docm")) or b"word/" in data[:100_000] else "zip"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"\x1f\x8b"):
        return "warc" if ".warc" in low else "gzip"
    if data.startswith(b"WARC/"):
        return "warc"
    if head.lstrip().startswith(b"{") and b"vnnews/article/" in head:
        return "article"
    if _MAIL.match(head.replace(b"\r\n", b"\n")) and _MAIL_FIELD.search(head):
        return "mail"
    if low.endswith((".html", ".htm", ".xhtml")) or len(_HTML.findall(head)) > 1:
        return "html"
    return "markdown" if low.endswith((".md", ".markdown")) else "text"


def read_bytes(source: Source) -> list[Article]:
    """The articles in some bytes; of an archive all that can be read. Raises InputError when there is none."""
    articles: list[Article] = []
    errors: list[VnnewsError] = []
    for _, item in _read(source):
        if isinstance(item, ReadFailure):
            errors.append(item.error)
        else:
            articles.append(item)
    if not articles:
        raise errors[0] if errors else _nothing()
    return articles


def _nothing() -> NoArticleError:
    return NoArticleError("there is nothing in it that can be read", "give pages, texts, documents or archives of them")


Found = tuple[Source | None, Article | ReadFailure]


def _read(source: Source, *, inside: bool = False) -> Iterator[Found]:
    """The articles in a source with the bytes they were read from; raises InputError where it is none itself."""
    name = source.url or source.origin
    kind = "html" if _is_page(source) else format_of(source.data, name)
    if kind == "article":
        yield source, Article.loads(source.data.decode("utf-8", "replace"))
    elif kind in ("zip", "warc") and not inside:
        yield from _each(_members(source, kind))
    elif kind == "gzip" and not inside:
        yield from _read(_unpacked(source), inside=False)
    elif kind in ("zip", "warc", "gzip"):
        raise InputError("an archive within an archive is not opened", "unpack the outer one first")
    else:
        if kind in ("text", "markdown", "html"):
            check_length(source.data)
        reader = importlib.import_module(f"vnnews.read.files.{kind}")
        yield from ((source, article) for article in reader.read(source))


def _is_page(source: Source) -> bool:
    """Whether a server said that this is a page, and nothing in it speaks against that."""
    return "html" in (source.content_type or "") and source.data.lstrip()[:1] in (b"<", b"\xef")


def _members(source: Source, kind: str) -> Iterable[Source | ReadFailure]:
    import io

    from vnnews.read.files import archive, warc

    if kind == "zip":
        return archive.members(source.data, source.origin, source.retrieved)
    return warc.records(io.BytesIO(source.data), source.origin, source.retrieved)


def _each(sources: Iterable[Source | ReadFailure]) -> Iterator[Found]:
    """The articles in the members of an archive; of a member that cannot be read, its failure."""
    for source in sources:
        if isinstance(source, ReadFailure):
            yield None, source
        elif Path(source.origin).suffix.lower() not in _OTHER or source.url:
            try:
                yield from _read(source, inside=True)
            except VnnewsError as error:
                yield source, ReadFailure(source.origin, error)


def _unpacked(source: Source) -> Source:
    """A single packed file (.gz) unpacked, up to a limit."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(source.data, _MOST_BYTES)
    except zlib.error as error:
        raise InputError("the packed file is damaged", "copy it again") from error
    if unpacker.unconsumed_tail:
        raise InputError("the packed file unpacks to more than 64 MB", "unpack it, and split it")
    if not unpacker.eof:
        raise InputError("the packed file is cut off", "copy it again")
    name = source.origin.removesuffix(".gz")
    return Source(data, name, source.retrieved, source.url)


def walk(path: Path) -> Iterator[Found]:
    """The articles in a file, archive or folder, with the bytes they were read from.

    Raises InputError when the path cannot be opened, or is a folder or archive with nothing in it to read.
    """
    single = not path.is_dir() and not _is_container(path)
    for item in raw(path):
        if isinstance(item, ReadFailure):
            yield None, item
            continue
        try:
            yield from _read(item, inside=item.origin != str(path))
        except VnnewsError as error:
            if single:
                raise
            yield item, ReadFailure(item.origin, error)


def raw(path: Path) -> Iterator[Source | ReadFailure]:
    """The bytes of every file in a file, archive or folder that may hold an article, unread, one after the other.

    Raises InputError when the path cannot be opened, or is a folder or archive with nothing in it to read.
    """
    empty = True
    for item in _folder(path) if path.is_dir() else _file(path):
        empty = False
        yield item
    if empty and path.is_dir():
        raise InputError(f"{path}: there is nothing in the folder to read", "give pages, texts, documents or archives")
    if empty:
        raise _nothing()


def _is_container(path: Path) -> bool:
    """Whether a file is an archive of files by its name; a wrong name only decides how a failure is told."""
    name = path.name.lower()
    return name.endswith((".zip", ".warc", ".warc.gz"))


def _file(path: Path) -> Iterator[Source | ReadFailure]:
    """A file's own bytes, or those of its members."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            yield from _opened(path, file, start)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}", "look at the name and the rights") from error


def _opened(path: Path, file: BinaryIO, start: bytes) -> Iterator[Source | ReadFailure]:
    from vnnews.read.files import archive, warc

    name = path.name.lower()
    if start.startswith(b"PK\x03\x04") and name.endswith(".zip"):
        members = archive.members(file, str(path), now())
    elif start.startswith(b"WARC") or (start.startswith(b"\x1f\x8b") and ".warc" in name):
        members = warc.records(file, str(path), now())
    else:
        data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise InputError("the file is larger than 64 MB", "split it, or pack its parts as .zip")
        yield Source(data, str(path), now())
        return
    for member in members:
        named = isinstance(member, ReadFailure) or member.url
        if named or Path(member.origin).suffix.lower() not in _OTHER:
            yield member


def read_stream(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The articles in what is piped in, each with its bytes; of an archive's members also what cannot be read.

    Raises InputError when there is none, or when more than 64 MB come.
    """
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise InputError("more than 64 MB are piped in", "save it as a file, and import that")
    empty = True
    for found in _read(Source(data, origin, now())):
        empty = False
        yield found
    if empty:
        raise _nothing()


def _folder(folder: Path) -> Iterator[Source | ReadFailure]:
    """The files in a folder and below it, by name; hidden files, pictures and the store's originals are passed over."""
    home = folder.resolve()
    for path in _files(folder):
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            yield ReadFailure(str(path), _OUTWARD)
            continue
        try:
            yield from _file(path)
        except VnnewsError as error:
            yield ReadFailure(str(path), error)


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it that may hold articles, by name; a folder that is closed to us has none.

    Names are kept of the folders on the way only, for archives have millions.
    """
    try:
        with os.scandir(folder) as found:
            names = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in found if not _is_aside(e.name))
    except PermissionError:
        return
    for name, is_folder in names:
        path = folder / name
        if is_folder:
            yield from _files(path)
        elif (name.endswith(".article.json") or path.suffix.lower() not in _OTHER) and path.is_file():
            yield path


def _is_aside(name: str) -> bool:
    """Whether a file or folder is hidden, holds originals that were read already, or what belongs to a saved page."""
    return name.startswith(".") or name == "originals" or name.endswith("_files")
