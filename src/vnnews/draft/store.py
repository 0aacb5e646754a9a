"""Drafts on disk: names, loading, saving without ever losing a person's work, and the lock."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vnnews.article import Article
from vnnews.draft import log
from vnnews.draft.model import Draft
from vnnews.draft.xliff import dumps, loads, parse, targets
from vnnews.errors import ConflictError, InputError
from vnnews.files import write_atomic

LONGEST_NAME = 80
"""Letters of a title that go into a file name: enough to know it by, short enough for every file system."""


def stem_of(article: Article) -> str:
    """The file name of an article without suffix: its day, if stated, and its title in plain letters."""
    from slugify import slugify

    name = slugify(article.title or "", max_length=LONGEST_NAME, word_boundary=True, save_order=True) or article.id
    return f"{article.published}-{name}" if article.published else name


def path_for(article: Article, out: Path) -> Path:
    """Where the draft of an article goes in the folder `out`: `<date>-<slug>.xlf`.

    Another article that already has this name is stepped around with the article's id.
    """
    path = out / f"{stem_of(article)}.xlf"
    if path.exists() and not _is_of(path, article):
        path = out / f"{stem_of(article)}-{article.id}.xlf"
    return path


def _is_of(path: Path, article: Article) -> bool:
    try:
        return load(path).article.id == article.id
    except InputError:
        return False


def load(path: Path) -> Draft:
    """Read a draft; where another tool dropped our metadata, the log beside it supplies them.

    Raises InputError when the file cannot be read or is damaged (with the line).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}", "give the path of a draft (.xlf)") from error
    try:
        return loads(data, str(path))
    except InputError:
        rebuilt = _from_log(path, data)
        if rebuilt is None:
            raise
        return rebuilt


def _from_log(path: Path, data: bytes) -> Draft | None:
    """The draft of a file that is sound XLIFF but lost its metadata: article and origins from the log, text from it."""
    kept = log.read(path)
    if kept.article is None:
        return None
    begun = next(e for e in kept.events if e["event"] == "created")
    from vnnews.draft.rebuild import rebuild

    return rebuild(kept, begun, list(targets(parse(data, str(path)))))


def fingerprint(path: Path) -> str:
    """What tells whether a draft's file changed: the hash of its bytes, "" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def create(draft: Draft, path: Path) -> None:
    """Write a new draft with its log. An older draft there is replaced only if no person has touched it.

    Raises ConflictError where human edits would be lost, InputError where the disk does not let us.
    """
    with locked(path):
        if path.exists():
            touched = sum(s.touched for s in load(path).segments)
            if touched:
                raise ConflictError(
                    f"{path}: holds {touched} segments edited or approved by people",
                    f"keep them and redo the rest with: vnnews update {path}",
                )
            log.path_of(path).unlink(missing_ok=True)
        write_atomic(path, dumps(draft))
        log.append(path, "created", **log.created(draft))


def save(draft: Draft, path: Path, *, expected: str | None = None) -> str:
    """Write a changed draft and give its new fingerprint.

    With `expected` (the fingerprint when it was loaded) raises ConflictError if somebody else has written since;
    nothing is overwritten then.
    """
    with locked(path):
        if expected is not None and fingerprint(path) != expected:
            raise ConflictError(f"{path}: somebody else has changed it since", "load it again and repeat the change")
        write_atomic(path, dumps(draft))
        return fingerprint(path)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a draft; raises ConflictError when another process keeps it for more than five seconds.

    Lock files lie in the temporary folder, not among the newsroom's files.
    """
    from filelock import FileLock, Timeout

    folder = Path(tempfile.gettempdir()) / "vnnews-locks"
    folder.mkdir(exist_ok=True)
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]
    try:
        with FileLock(folder / f"{name}.lock", timeout=5):
            yield
    except Timeout as error:
        raise ConflictError(f"{path}: another vnnews is at work on it", "wait for it to end, then repeat") from error


def mark_published(path: Path, draft: Draft, **values: object) -> Draft:
    """Set every approved segment final, save, and note the event "published" with `values` in the log."""
    done = replace(
        draft, segments=tuple(replace(s, state="final") if s.state == "reviewed" else s for s in draft.segments)
    )
    save(done, path)
    log.append(path, "published", **values)
    return done
