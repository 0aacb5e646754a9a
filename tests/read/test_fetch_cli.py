"""`vnnews fetch` as installed, against a loopback site."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Site, running

from vnnews.read.store import load

PAGES = Path(__file__).parent / "pages"
COMMAND = Path(sys.executable).with_name("vnnews")
TEXT = (
    "Sáng 12/3, Ủy ban nhân dân huyện tổ chức hội nghị tổng kết công tác dân vận chính quyền năm 2019 và triển khai "
    "nhiệm vụ năm 2020, với sự tham dự của đại diện lãnh đạo các phòng, ban và 14 xã, thị trấn."
)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as served:
        yield served


def vnnews(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VNNEWS_CACHE": str(folder / "cache")}
    return subprocess.run(
        [COMMAND, "fetch", *arguments, "--delay", "0"],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip


def article(title: str, body: str = "", day: str = "12/03/2019", lang: str = "vi") -> str:
    return f'<html lang="{lang}"><h1>{title}</h1><p class="date">{day}</p><div><p>{TEXT}</p>{body}</div></html>'


def stored(folder: Path) -> dict[str | None, Path]:
    return {load(path).title: path for path in folder.glob("*.article.json")}


def test_an_address_becomes_an_article_with_its_bytes(site: Site, tmp_path: Path) -> None:
    url = site.page("/tin/bai-1234.html", (PAGES / "asp-portal.html").read_bytes())
    done = vnnews(tmp_path, url, "--allow-private", "--out", "kho bài")
    assert (done.returncode, done.stdout) == (0, "")
    (path,) = (tmp_path / "kho bài").glob("*.article.json")
    found = load(path)
    assert (found.title, found.url) == ("Nông dân Hòa Thành trúng mùa dưa hấu Tết", url)
    original = tmp_path / "kho bài" / "originals" / found.provenance.sha256
    assert original.read_bytes() == (PAGES / "asp-portal.html").read_bytes()


def test_private_addresses_need_leave(site: Site, tmp_path: Path) -> None:
    done = vnnews(tmp_path, site.page("/a-1234.html", article("Một tiêu đề")))
    assert done.returncode == 3
    assert "private network" in done.stderr
    assert "--allow-private" in done.stderr
    assert site.asked == []


def test_one_that_fails_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    good = site.page("/tin/tot-1234.html", article("Hội nghị tổng kết công tác"))
    lost = site.url + "/tin/mat-1235.html"
    empty = site.page("/tin/rong-1236.html", "<html><div id=app></div></html>")
    done = vnnews(tmp_path, lost, good, empty, "--allow-private", "--json")
    assert done.returncode == 1
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["Hội nghị tổng kết công tác"]
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr


def test_a_feed_since_a_day_without_repeats(site: Site, tmp_path: Path) -> None:
    items = ""
    for n, day in ((1, "2019-03-12"), (2, "2019-03-11"), (3, "2018-01-01")):
        url = site.page(
            f"/tin/bai-{n}000.html", article(f"Bài số {n} của huyện", day=f"{day[8:]}/{day[5:7]}/{day[:4]}")
        )
        items += f"<item><link>{url}</link></item>"
    feed = site.page("/rss.xml", f"<rss><channel>{items}</channel></rss>", kind="application/rss+xml")
    done = vnnews(tmp_path, "--feed", feed, f"{site.url}/tin/bai-1000.html", "--since", "2019-01-01", "--allow-private")
    assert done.returncode == 0, done.stderr
    assert set(stored(tmp_path)) == {"Bài số 1 của huyện", "Bài số 2 của huyện"}
    assert site.paths().count("/tin/bai-1000.html") == 1


def test_a_list_over_two_pages(site: Site, tmp_path: Path) -> None:
    for n in (1, 2, 3):
        site.page(f"/tin/bai-{n}000.html", article(f"Bài số {n} của huyện Hòa Thành"))

    def link(n: int) -> str:
        return f'<p><a href="/tin/bai-{n}000.html">Bài số {n} của huyện Hòa Thành</a></p>'

    pages = {"": link(1) + link(2) + '<a href="/tin?page=2">Trang sau</a>', "page=2": link(3)}
    site.routes["/tin"] = lambda request: request.send(pages[request.path.partition("?")[2]].encode())
    done = vnnews(tmp_path, "--list", f"{site.url}/tin", "--pages", "5", "--most", "3", "--allow-private")
    assert done.returncode == 0, done.stderr
    assert len(stored(tmp_path)) == 3


def test_a_sitemap(site: Site, tmp_path: Path) -> None:
    url = site.page("/tin/bai-1000.html", article("Bài trong sơ đồ trang"))
    site.page("/s1.xml", f"<urlset><url><loc>{url}</loc></url></urlset>", kind="application/xml")
    index = "<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>"
    done = vnnews(tmp_path, "--sitemap", site.page("/sitemap.xml", index, kind="text/xml"), "--allow-private")
    assert done.returncode == 0, done.stderr
    assert set(stored(tmp_path)) == {"Bài trong sơ đồ trang"}


def test_a_divided_article_is_joined_and_all_its_bytes_are_kept(site: Site, tmp_path: Path) -> None:
    second = article("Phóng sự về vùng biên giới", "<p>Phần hai kể chuyện lớp học xóa mù chữ bên kia đèo.</p>")
    first = article(
        "Phóng sự về vùng biên giới", '<p>Phần một kể về cột mốc 12.</p><a href="/ps/bai-1000.html?page=2">2</a>'
    )
    site.routes["/ps/bai-1000.html"] = lambda request: request.send(
        (second if request.path.endswith("page=2") else first).encode()
    )
    done = vnnews(tmp_path, f"{site.url}/ps/bai-1000.html", "--allow-private")
    assert done.returncode == 0, done.stderr
    texts = [b.text for b in load(next(tmp_path.glob("*.article.json"))).blocks]
    assert [t.split(".")[0] for t in texts[1:]] == [
        "Phần một kể về cột mốc 12",
        "Phần hai kể chuyện lớp học xóa mù chữ bên kia đèo",
    ]
    assert len(list((tmp_path / "originals").iterdir())) == 2


def test_pictures_and_originals(site: Site, tmp_path: Path) -> None:
    site.page("/anh.jpg", b"\xff\xd8\xff\xe0 picture", kind="image/jpeg")
    original = site.page("/tin/goc-1000.html", article("Bài gốc bằng tiếng Việt"))
    body = (
        "<p>The district People's Committee held a conference on public relations with 140 delegates attending.</p>"
        '<figure><img src="/anh.jpg"><figcaption>At the conference. Photo: Le Hong</figcaption></figure>'
        f'<p>By Hoang Nam – Translated by Thu Ha</p><p>Source: <a href="{original}">{original}</a></p>'
    )
    html = f'<html lang="en"><h1>Conference on public relations work</h1><div>{body}</div></html>'
    done = vnnews(tmp_path, site.page("/en/news-2000.html", html), "--allow-private", "--images", "--originals")
    assert done.returncode == 0, done.stderr
    kept = stored(tmp_path)
    assert set(kept) == {"Conference on public relations work", "Bài gốc bằng tiếng Việt"}
    english = load(kept["Conference on public relations work"])
    (listed,) = json.loads((tmp_path / "images" / f"{english.id}.json").read_text(encoding="utf-8"))
    assert (listed["caption"], listed["credit"]) == ("At the conference", "Le Hong")
    assert (tmp_path / "images" / listed["file"]).read_bytes().startswith(b"\xff\xd8")
    pairs = (tmp_path / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    assert pairs[1].split("\t") == [kept["Bài gốc bằng tiếng Việt"].name, kept[english.title].name]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "nothing to fetch"),
        (["ftp://a.vn/x"], 3, "not a web address"),
        (["https://a.example/", "--since", "gestern"], 2, "not a day"),
        (["https://a.example/", "--offline"], 3, "offline"),
        (["--feed", "https://a.example/", "--pages", "0"], 2, "pages"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    done = vnnews(tmp_path, *arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert message in done.stderr


def test_several_whole_articles_on_a_page_are_stored_each(site: Site, tmp_path: Path) -> None:
    items = "".join(
        f'<div class="bai"><h2>Xã Hòa {name} tổng kết phong trào</h2><div>12/03/2019</div><p>{TEXT}</p></div>'
        for name in ("Lộc", "Bình")
    )
    done = vnnews(tmp_path, site.page("/ban-tin-1203.html", f"<html><body>{items}</body></html>"), "--allow-private")
    assert done.returncode == 0
    assert set(stored(tmp_path)) == {"Xã Hòa Lộc tổng kết phong trào", "Xã Hòa Bình tổng kết phong trào"}


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_shows_what_is_going_on_unless_quiet(site: Site, tmp_path: Path, quiet: bool) -> None:
    import pty

    urls = [site.page(f"/tin/bai-{n}.html", article(f"Hội nghị lần thứ {n} của xã Hòa Lộc")) for n in range(1001, 1003)]
    ours, theirs = pty.openpty()
    options = ["--allow-private", "--delay", "0.3", *(["--quiet"] if quiet else [])]
    environment = {**os.environ, "VNNEWS_CACHE": str(tmp_path / "cache"), "TERM": "xterm", "COLUMNS": "100"}
    done = subprocess.run(
        [COMMAND, "fetch", *urls, *options], cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs, timeout=60
    )
    os.close(theirs)
    screen = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(ours, 65536):
            screen += chunk
    os.close(ours)
    assert done.returncode == 0
    assert (b"1 stored  " + urls[1].encode() in screen) is not quiet
    assert (b".article.json" in screen) is not quiet
