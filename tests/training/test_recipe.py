"""The parts of the recipe that need no torch: the model's file, data, examples, the update."""

from __future__ import annotations

import hashlib
import random
import zlib
from pathlib import Path

import numpy as np
import pytest
from tiny import tiny_model
from training.pairs import Aligned, Pair
from vnnews_model_vi_en import updated

from training import augment, data, evaluate, pairs, unpack, update
from vnnews.translate.engines import model_file


def _pair(vi: str, en: str, *items: tuple[str, str, str, bool]) -> Pair:
    spans = [((vi.index(v), vi.index(v) + len(v)), (en.index(e), en.index(e) + len(e)), k, c) for v, e, k, c in items]
    return Pair("A1", "body", vi, en, tuple(Aligned(*span) for span in spans))


PAIR = _pair(
    "Ông Lê Văn Khải thăm 12 hộ ở xã Bình An.",
    "Mr. Le Van Khai visited 12 households in Binh An commune.",
    ("Lê Văn Khải", "Le Van Khai", "person", True),
    ("12", "12", "number", False),
    ("xã Bình An", "Binh An commune", "place", True),
)
OTHER = _pair(
    "Bà Trần Thị Hoa thăm 35 hộ ở xã Phú Mỹ.",
    "Ms. Tran Thi Hoa visited 35 households in Phu My commune.",
    ("Trần Thị Hoa", "Tran Thi Hoa", "person", True),
    ("35", "35", "number", False),
    ("xã Phú Mỹ", "Phu My commune", "place", True),
)


def test_a_model_file_is_read_and_written_byte_for_byte() -> None:
    whole = model_file.dump(tiny_model(50))
    model = model_file.parse(whole)
    assert model_file.dump(model) == whole
    stored, scale = model.variables["decoder/embeddings/weight"], model.variables["decoder/embeddings/weight_scale"]
    assert np.allclose(model.weight("decoder/embeddings/weight") * scale[:, None], stored, atol=1e-3)
    with pytest.raises(ValueError, match="cannot stand for"):
        model.with_arrays({"decoder/embeddings/weight": scale})
    with pytest.raises(ValueError, match="version 5"):
        model_file.parse(b"\x05" + whole[1:])


def test_items_are_aligned_with_the_reference_in_the_form_it_has(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.tsv"
    corpus.write_text(
        "article\tkind\tvi\ten\n"
        "Z9\tbody\tUBND tỉnh họp ngày 9/8/2018, bàn 12 nội dung.\t"
        "The Provincial People's Committee met on August 9, 2018, to discuss 12 items.\n"
        "Z9\tbyline\tLê Hà\tLe Ha\n",
        encoding="utf-8",
    )
    held = tmp_path / "held.tsv"
    held.write_text("Trời mưa to.\tIt rained hard.\n", encoding="utf-8")
    data.main([str(corpus), "--held", str(held), "--out", str(tmp_path)])
    (pair,) = pairs.load(tmp_path / "train.jsonl")
    assert [p.en for p in pairs.load(tmp_path / "dev.jsonl")] == ["It rained hard."]
    forms = {pair.vi[slice(*i.vi)]: pair.en[slice(*i.en)] for i in pair.items}
    assert forms["UBND tỉnh"] == "Provincial People's Committee"
    assert forms["12"] == "12"
    assert augment.written(pair, augment.carried(pair))[0].startswith("{Provincial People's Committee} họp ngày 9/8")


def test_lines_of_two_columns_are_read_and_bad_ones_named(tmp_path: Path) -> None:
    corpus = tmp_path / "loose.tsv"
    corpus.write_text("Trời mưa to.\tIt rained hard.\n", encoding="utf-8")
    assert list(data.read(corpus)) == [Pair("", "body", "Trời mưa to.", "It rained hard.")]
    corpus.write_text("Trời mưa to.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"loose\.tsv:1"):
        list(data.read(corpus))


def test_articles_are_held_out_whole_and_stay_so() -> None:
    numbers = [f"A{n:03}" for n in range(3000)]
    held = [n for n in numbers if data.is_dev(n)]
    assert 60 < len(held) < 150
    assert held == [n for n in numbers if data.is_dev(n)]
    assert not data.is_dev("")


def test_braces_stand_around_the_same_content_on_both_sides() -> None:
    vi, en = augment.written(PAIR, PAIR.items)
    assert vi == "Ông {Le Van Khai} thăm {12} hộ ở {Binh An commune}."
    assert en == "Mr. {Le Van Khai} visited {12} households in {Binh An commune}."


def test_another_name_takes_its_place_in_both_languages() -> None:
    stock = augment.stock_of([PAIR, OTHER])
    person, number = PAIR.items[:2]
    instead = {person: stock["person", "N"][1], number: stock["number", "0"][1]}
    vi, en = augment.written(PAIR, [], instead)
    assert (vi[:28], en) == (
        "Ông Trần Thị Hoa thăm 35 hộ ",
        "Mr. Tran Thi Hoa visited 35 households in Binh An commune.",
    )


def test_an_epoch_shows_each_pair_once_and_joins_only_neighbours() -> None:
    corpus = [PAIR, OTHER, Pair("A2", "body", "Trời mưa.", "It rained."), Pair("A2", "headline", "Mưa", "Rain")]
    always = augment.Shares(plain=1, carried=0, some=0, swapped=0, joined=1)
    assert augment.epoch(corpus, random.Random(1), always) == [
        (f"{PAIR.vi} {OTHER.vi}", f"{PAIR.en} {OTHER.en}"),
        ("Trời mưa.", "It rained."),
        ("Mưa", "Rain"),
    ]


def test_figures_count_braces_and_values() -> None:
    examples = [("{Binh An} có {12} hộ và {9} tổ.", "{Binh An} has {12} households and {9} groups.")]
    found = evaluate.figures(examples, ["{Binh An} has 12 households and {8} groups."])
    assert (found["items"], found["braces"], found["values"]) == (3, 33.3, 66.7)


def test_an_update_gives_the_new_model_and_refuses_others() -> None:
    old, new = model_file.dump(tiny_model(60, 1)), model_file.dump(tiny_model(60, 2))
    change = update.update_of(old, new)
    assert updated(old, change) == new
    with pytest.raises(ValueError, match="another model"):
        updated(old[:-1], change)
    with pytest.raises(ValueError, match="damaged"):
        updated(old, change[:-20])
    with pytest.raises(ValueError, match="size"):
        update.update_of(old, new + b"\0")


def test_an_update_is_installed_with_its_checksum(tmp_path: Path) -> None:
    module = tmp_path / "src" / "some_model"
    module.mkdir(parents=True)
    (module / "__init__.py").write_text(f'_SHA256 = "{"0" * 64}"\n', encoding="utf-8")
    for name in unpack.OTHERS:
        (module / name).write_text("{}", encoding="utf-8")
    (module / "model.bin.0").write_bytes(b"abc")
    (module / "model.bin.1").write_bytes(b"def")
    update.install(tmp_path, update.update_of(b"abcdef", b"abcdeg"), b"abcdeg")
    assert hashlib.sha256(b"abcdeg").hexdigest() in (module / "__init__.py").read_text(encoding="utf-8")
    unpack.unpack(tmp_path, tmp_path / "out")
    assert (tmp_path / "out" / "base" / "model.bin").read_bytes() == b"abcdef"
    assert (tmp_path / "out" / "current" / "model.bin").read_bytes() == b"abcdeg"
    assert zlib.decompress((module / "update.zlib").read_bytes()) == bytes(5) + b"\x01"
