"""Findings: JSON round trip, suppression, what stands, and what is gathered for people."""

from vnnews.finding import Finding, Rule, gathered, standing

RULE = Rule("N001", "number-missing", "error", "A number is missing.")
OTHER = Rule("S001", "end-mark", "warning", "The end mark stands.")


def test_a_finding_survives_json() -> None:
    made = RULE.at("title.1", "12 is missing", span=(3, 5), suggestion="12")
    for finding in (made, made.suppress("said as a word", "A", "2026-01-01T00:00:00Z")):
        assert Finding.from_json(finding.to_json()) == finding


def test_equal_findings_have_equal_ids_and_others_do_not() -> None:
    made = RULE.at("title.1", "12 is missing", span=(3, 5))
    assert RULE.at("title.1", "12 is missing", span=(3, 5)).id == made.id
    assert RULE.at("title.2", "12 is missing", span=(3, 5)).id != made.id


def test_what_was_put_aside_does_not_stand() -> None:
    made = RULE.at("title.1", "12 is missing")
    assert standing([made, made.suppress("so", "A", ""), OTHER.at("title.1", "x")]) == [made]


def test_a_rule_is_told_once_a_segment_with_how_many_more() -> None:
    one, two, three = (RULE.at("a", str(n)) for n in range(3))
    elsewhere, other = RULE.at("b", "x"), OTHER.at("a", "y")
    of_article = [RULE.at(None, "p"), RULE.at(None, "q")]
    assert gathered([one, two, elsewhere, other, three, *of_article]) == [
        (one, 2), (elsewhere, 0), (other, 0), (of_article[0], 0), (of_article[1], 0),
    ]  # fmt: skip
