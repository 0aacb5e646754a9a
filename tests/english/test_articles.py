"""Articles, plurals, possessives, capitals."""

from __future__ import annotations

import pytest

from vnnews.english.articles import capitalise, indefinite, join, plural, possessive, with_article


@pytest.mark.parametrize(
    ("article", "nouns"),
    [
        (
            "an",
            ["e-government portal", "hour", "MIC circular", "IT project", "official", "11th session", "8 percent rise"],
        ),
        (
            "an",
            [
                "honest report",
                "SMS message",
                "X-ray",
                "unnamed hamlet",
                "umbrella",
                "80-hectare site",
                "island district",
            ],
        ),
        (
            "a",
            ["one-stop shop", "UN body", "university", "unit", "European city", "DoIC notice", "BTS station", "user"],
        ),
        ("a", ["1,100 kilometer road", "uniform", "hamlet", "WHO office", "union", "NATO summit", "LAN", "ward"]),
        ("an", ["ASEAN meeting", "OCOP product", "18-month plan", "NGO", "HIV test"]),
    ],
)
def test_the_indefinite_article_goes_by_sound(article: str, nouns: list[str]) -> None:
    assert [indefinite(noun) for noun in nouns] == [article] * len(nouns), nouns


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("People's Committee", "People's Committees"),
        ("Vice Chairman of the District People's Committee", "Vice Chairmen of the District People's Committee"),
        ("Chairwoman", "Chairwomen"),
        ("Department of Home Affairs", "Departments of Home Affairs"),
        ("Center for Disease Control", "Centers for Disease Control"),
        ("city", "cities"),
        ("Deputy Secretary", "Deputy Secretaries"),
        ("branch", "branches"),
        ("Chief of Office", "Chiefs of Office"),
        ("wife", "wives"),
        ("day", "days"),
        ("Police", "Police"),
        ("criterion", "criteria"),
        ("cadres and civil servants", "cadres and civil servants"),
        ("children", "children"),
        ("bus", "buses"),
        ("gas", "gases"),
        ("press", "presses"),
    ],
)
def test_the_plural_is_that_of_the_head(one: str, many: str) -> None:
    assert plural(one) == many


def test_possessive_capitals_articles_and_lists() -> None:
    assert possessive("Provincial Police") == "Provincial Police's"
    assert possessive("departments") == "departments'"
    assert possessive("press") == "press's"
    assert capitalise('"district-level') == '"District-level'
    assert capitalise("") == ""
    assert with_article("e-office", "a") == "an e-office"
    assert with_article("Department", "the") == "the Department"
    assert with_article("VNPT", "") == "VNPT"
    assert join([]) == ""
    assert join(["A"]) == "A"
    assert join(["A", "B", "C"]) == "A, B and C"
