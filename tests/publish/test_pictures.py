"""Pictures made fit for the web when a page is published."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from vnnews.publish.pictures import LONGEST_SIDE, fitted


def picture(size: tuple[int, int], kind: str = "JPEG", **how: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **how)
    return out.getvalue()


def size_of(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_large_pictures_are_resized_in_their_own_format(kind: str) -> None:
    data = fitted(picture((4000, 3000), kind))
    assert size_of(data) == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)
    assert Image.open(io.BytesIO(data)).format == kind
    assert fitted(data) == data


def test_a_resized_picture_stands_upright_and_tells_no_place() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "a camera"
    data = fitted(picture((4000, 3000), exif=exif))
    assert size_of(data) == (LONGEST_SIDE * 3 // 4, LONGEST_SIDE)
    assert not Image.open(io.BytesIO(data)).getexif()


def test_what_is_small_moves_or_is_no_picture_stays_as_it_is() -> None:
    frames = [Image.new("RGB", (2000, 20), (80 * n, 0, 0)) for n in range(3)]
    moving = io.BytesIO()
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    whole = picture((3000, 2000))
    for data in (picture((800, 600)), moving.getvalue(), b"no picture", whole[: len(whole) // 2]):
        assert fitted(data) == data
