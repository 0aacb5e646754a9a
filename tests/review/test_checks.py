"""The checks: every rule's examples, meaning instead of characters, and the ways to run them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.review.checked import codes, findings

from vnnews.newsroom import context_for, style_for
from vnnews.review.checks import FAMILIES, RULES
from vnnews.review.checks.base import Example, Pair, Paragraph
from vnnews.review.checks.content import clauses
from vnnews.settings import Settings

EXAMPLES = [example for family in FAMILIES for example in family.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.code)
def test_examples_of_the_rules_are_true(example: Example) -> None:
    def found(english: str) -> set[str]:
        last = (example.vi or "", english)
        number = str(len(example.before) + 1)
        return {f.code for f in findings(*example.before, last, on=example.on) if f.segment == number}

    assert example.code in found(example.bad)
    assert example.code not in found(example.good)


def test_every_rule_has_an_example() -> None:
    assert {r.code for f in FAMILIES for r in f.rules} == {e.code for e in EXAMPLES}


def test_codes_and_names_are_unique() -> None:
    assert len({r.code for r in RULES}) == len(RULES)
    assert len({r.name for r in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Xã có 1.846 hộ.", "The commune has 1,846 households."),
        ("Huyện có ba trường.", "The district has three schools."),
        ("Trên 97% hồ sơ đúng hạn.", "Over 97 percent of the dossiers were on time."),
        ("Sáng 9/8, hội nghị khai mạc.", "The conference opened on the morning of August 9."),
        ("6 tháng đầu năm, thu ngân sách tăng.", "In the first half of the year, budget revenue rose."),
        ("Kinh phí 1.500 tỷ đồng.", "The budget is VND1.5 trillion."),
        ("Ngành hàng không phục hồi.", "The aviation sector is recovering."),
        ("Người dân không ngừng học hỏi.", "People are constantly learning."),
        ("Tuyến đường ĐT606 được gia cố.", "Provincial Road 606 was reinforced."),
        ("Đảo thuộc quần đảo Trường Sa.", "The island belongs to the Truong Sa (Spratly) archipelago."),
        ("Con đường chưa đầy 3 km.", "The road is less than 3 kilometers long."),
        ("Có bốn người vắng mặt nhưng không ai xin phép.", "Four people were absent, but no one had asked for leave."),
        (
            "Ngân hàng cho vay nên người dân rút tiền, thu nhập tăng.",
            "The bank lent, so people withdrew money; income grew.",
        ),
        ("Hai phiếu không tán thành.", "Two votes were against."),
        ("Tàu không được rời cảng.", "Ships were barred from leaving the port."),
        ("Người chưa đủ 18 tuổi phải có người giám hộ.", "Those under 18 must have a guardian."),
        ("Nhật Bản viện trợ không hoàn lại 90.000 USD.", "Japan provided a grant of USD90,000."),
        ("Máy không chỉ nhanh mà còn bền.", "The machine is fast and durable."),
        ("Mãi đến tháng 9 chợ mới mở.", "The market did not open until September."),
        ("Ca nô cập trạm bơm Xà No lúc trưa.", "The canoe reached Xa No pumping station at noon."),
        (
            "Có 15 chỉ tiêu đạt, 2 chỉ tiêu không đạt.",
            "Fifteen targets were met, while two were missed.",
        ),
        ("Nhà máy tạm ngừng sản xuất.", "The factory has suspended production."),
        ("Học sinh phải đội mũ.", "Pupils are to wear helmets."),
        ("Huyện nâng cao chất lượng, chứng minh hiệu quả.", "The district improved quality and proved its effect."),
        ("Màn hình trước cửa nhà hiển thị số liệu.", "The indoor display shows the figures."),
        ("Một số hộ tham gia toàn bộ dự án.", "All of the project has households taking part."),
        (
            "Tỉnh sẽ khởi công cầu vào tháng 12.",
            "Work on the bridge begins in December, and the province will fund it.",
        ),
        ("Xã hỗ trợ hộ nghèo và hộ cận nghèo.", "The commune supports poor and near-poor households."),
        ("UBND tỉnh giao UBND các huyện báo cáo.", "The District People's Committees are to report to the province."),
        ("Cựu Giám đốc sở dự lễ.", "The retired Director attended the ceremony."),
        ("Ông Lê Văn Thiệp trao quà cho bà Đỗ Thị Lụa.", "Ms. Do Thi Lua was given presents by Mr. Le Van Thiep."),
        ("UBND xã đề nghị UBND tỉnh sửa kè.", "The Provincial People's Committee was asked by the commune to mend it."),
        ("Thứ trưởng Ngoại giao Vũ Hà phát biểu.", "Deputy Foreign Minister Vu Ha spoke; the ministry agreed."),
        ("Giám đốc không giao việc này cho cấp phó.", "The director may not leave this to deputies."),
        (
            "Bà Lan, đại biểu HĐND huyện, được bầu làm Phó Trưởng Ban Pháp chế.",
            "Ms. Lan, a deputy of the District People's Council, was elected Deputy Head of the Legal Committee.",
        ),
        ("Kênh Tây bị sụt mái.", "The bank of the West canal has collapsed."),
        ("Trung Quốc tăng lượng xả từ đập Cảnh Hồng.", "China increased discharges from the Jinghong dam."),
    ],
)
def test_what_means_the_same_is_not_reported(vi: str, en: str) -> None:
    assert codes(vi, en) == set()


@pytest.mark.parametrize(
    ("vi", "en", "code"),
    [
        ("Xã có 1.846 hộ.", "The commune has 1,864 households.", "N003"),
        ("Kinh phí 250 triệu đồng.", "The budget is VND250 billion.", "N004"),
        ("Theo Quyết định số 1605/QĐ-TTg.", "Under Decision No. 1606/QD-TTg.", "N003"),
        ("Giám đốc Sở Y tế phát biểu.", "The Deputy Director of the Department of Health spoke.", "T004"),
        ("Huyện dự kiến xây trường.", "The province plans to build a school.", "T005"),
        ("Hội nghị họp tại Đà Nẵng.", "The conference met in Da Nangg.", "P003"),
        ("Hộ này chưa được cấp giấy.", "This household has been granted a certificate.", "C008"),
        (
            "Đối với hộ chưa có đất ở, chính quyền không thu tiền sử dụng đất.",
            "For households without residential land, the authorities collect land-use fees.",
            "C008",
        ),
        (
            "Vì thiếu nước, xã đã hỗ trợ các hộ dân xây bể chứa.",
            "Because of a water shortage, the commune did not support households in building tanks.",
            "C009",
        ),
        (
            "Huyện mở lớp dạy nghề, chăm sóc sức khỏe người cao tuổi, bảo vệ môi trường và hỗ trợ vốn cho hộ nghèo.",
            "The district opened vocational classes and supported poor households with capital.",
            "C006",
        ),
        ("Hai hộ chưa đồng ý nhận tiền.", "Two households have agreed to accept the money.", "C008"),
        ("Người dân khỏi phải đi xa.", "People need to travel far.", "C008"),
        ("Xe cứu hỏa không qua nổi.", "Fire engines can get through.", "C008"),
        ("Máy không chỉ nhanh mà còn bền.", "The machine is only fast but also durable.", "C008"),
        ("Máy không chỉ nhanh mà còn bền.", "The machine is not fast, and it is durable.", "C009"),
        ("Mãi đến tháng 9 chợ mới mở.", "The market opened until September.", "C008"),
        ("Số liệu chưa được đối chiếu.", "The data are yet checked.", "C008"),
        (
            "Theo Thông tư số 14/2018/TT-BNV, hơn một nửa số xóm không đạt tiêu chuẩn.",
            "Under Circular No. 14/2018/TT-BNV, more than half of the hamlets meet the standards.",
            "C008",
        ),
        (
            "Chủ tịch yêu cầu các xã không vì thiếu người mà để hồ sơ ách tắc.",
            "The Chairman asked communes to let a shortage of staff hold up dossiers.",
            "C008",
        ),
        (
            "Sở khuyến cáo không mua hàng trôi nổi và cảnh giác với kẻ giả danh nhân viên thu tiền khi mất điện.",
            "The department advises buying smuggled goods and being wary of people posing as collectors when power is "
            "lost.",
            "C008",
        ),
        ("Nhà máy tạm ngừng sản xuất.", "The factory has resumed production.", "C008"),
        ("Hộ nghèo được miễn học phí.", "Poor households pay tuition.", "C008"),
        ("Người dân từ chối nhận đất.", "Residents agreed to accept the land.", "C008"),
        ("Khó tránh sạt lở.", "Landslides are avoidable.", "C008"),
        ("Hồ sơ hợp lệ được nhận ngay.", "Invalid dossiers are accepted at once.", "C009"),
        ("Ba công ty tạm ngừng hoạt động.", "Three companies have not suspended operations.", "C009"),
        ("Hộ kinh doanh phải niêm yết giá.", "Business households may post their prices.", "C014"),
        ("Một số trường cho học sinh nghỉ.", "All schools let pupils stay home.", "C014"),
        ("Tất cả các thôn có nhà văn hóa.", "Some villages have a cultural house.", "C014"),
        ("Khu du lịch mở cửa từ tháng 9.", "The tourist area is closed from September.", "C014"),
        ("Tỉnh sẽ khởi công cầu vào tháng 12.", "The province started work on the bridge in December.", "C014"),
        ("Ông được bổ nhiệm làm giám đốc.", "He was dismissed as director.", "C014"),
        (
            "Huyện mời Chủ tịch UBND tỉnh dự lễ.",
            "The district invited the Chairman of the District People's Committee to the ceremony.",
            "T005",
        ),
        ("Huyện ủy Bắc Hà họp, tỉnh dự.", "The Provincial Party Committee met; the province attended.", "T005"),
        ("Thị xã Kỳ Anh có 11 dự án.", "Ky Anh city has 11 projects.", "T005"),
        ("Bảo hiểm y tế bao phủ 94% dân số.", "Social insurance covers 94 percent of the population.", "T001"),
        ("Xã hỗ trợ các hộ cận nghèo.", "The commune supports poor households.", "T001"),
        ("Cựu Giám đốc sở dự lễ.", "The Director attended the ceremony.", "P006"),
        (
            "Đoàn tỉnh Quảng Ngãi học tập mô hình tại Quảng Nam.",
            "A delegation from Quang Nam studied a model in Quang Ngai province.",
            "P008",
        ),
        ("Giá cá ở Đồng Tháp thấp hơn ở An Giang.", "Fish prices in An Giang are lower than in Dong Thap.", "P008"),
        ("Thời hạn là 45 ngày, không kể ngày nghỉ.", "The time limit is 45 days, counting days off.", "C008"),
        ("Sinh đôi không coi là vi phạm.", "Twins are considered a violation.", "C008"),
        ("Hội nghị khai mạc.", "The hội nghị opened.", "C001"),
        ("Tàu đến quần đảo Hoàng Sa.", "The ship came to the Paracel Islands.", "W002"),
    ],
)
def test_planted_errors_are_found(vi: str, en: str, code: str) -> None:
    assert code in codes(vi, en)


def test_what_stands_in_another_sentence_of_the_paragraph_is_not_left_out() -> None:
    settings = Settings()
    context, style = context_for(settings), style_for(settings)
    pairs = [
        Pair(
            "1",
            "Huyện mở lớp dạy nghề và giới thiệu việc làm cho thanh niên nông thôn.",
            "The district supported poor households.",
            context,
            style,
        ),
        Pair(
            "2",
            "Huyện hỗ trợ hộ nghèo.",
            "It opened vocational classes and job placement for rural youth.",
            context,
            style,
        ),
    ]
    assert not list(clauses(Paragraph(pairs)))
    pairs[1].target = "It did so again."
    assert [(f.code, f.segment, f.side) for f in clauses(Paragraph(pairs))] == [("C006", "1", "source")]


def test_a_small_number_that_only_one_side_names_is_no_error() -> None:
    found = findings(("Xe thồ hai sọt.", "The motorbike carries twin baskets."))
    assert {f.severity for f in found} <= {"info"}


def test_the_same_sentence_translated_in_two_ways() -> None:
    vi = "Hội nghị diễn ra tại huyện."
    found = findings((vi, "The conference took place in the district."), (vi, "The meeting was held in the district."))
    assert [(f.code, f.segment) for f in found if f.code == "X001"] == [("X001", "2")]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("vnnews"), "check", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "id\tvi\ten\nA-1\tXã có 1.846 hộ.\tThe commune has 1,846 households.\n"
        "A-2\tXã có 200 hộ.\tThe commune has 300 households.\n",
        encoding="utf-8",
    )
    return path


def test_tables_name_the_row(table: Path) -> None:
    done = run(table, "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(f["segment"], f["code"], f["severity"]) for f in found] == [("A-2", "N003", "error")]
    assert done.returncode == 1


def test_rules_can_be_chosen(table: Path) -> None:
    assert run(table, "--json", "--ignore", "N").stdout == ""
    assert run(table, "--json", "--select", "N").stdout
    assert run(table, "--select", "Z9").returncode == 2


def test_a_baseline_hides_what_was_known(table: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert run(table, "--json", "--baseline", known).stdout == ""
    with table.open("a", encoding="utf-8") as file:
        file.write("A-3\tXã có 500 hộ.\tThe commune has 600 households.\n")
    found = [json.loads(line) for line in run(table, "--json", "--baseline", known).stdout.splitlines()]
    assert [f["segment"] for f in found] == ["A-3"]


def test_a_sentence_said_otherwise_in_another_file(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("first.tsv", "second.tsv", "third.tsv"))
    head = "id\tvi\ten\n"
    first.write_text(head + "A\tHội nghị diễn ra tại huyện.\tThe conference took place in the district.\n", "utf-8")
    second.write_text(head + "B\tHội nghị diễn ra tại huyện.\tThe meeting was held in the district.\n", "utf-8")
    third.write_text(head + "C\tHội nghị diễn ra tại huyện\tThe conference took place in the district\n", "utf-8")
    found = [json.loads(line) for line in run(first, second, third, "--json", "--select", "X").stdout.splitlines()]
    assert [(Path(f["file"]).name, f["segment"], f["code"]) for f in found] == [("second.tsv", "B", "X001")]
    assert found[0]["suggestion"] == "The conference took place in the district."
    assert "first.tsv, A" in found[0]["message"]


def test_rules_are_listed() -> None:
    done = run("rules")
    assert done.returncode == 0
    assert all(rule.code in done.stdout for rule in RULES)


def test_a_table_without_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("a\tb\n1\t2\n", encoding="utf-8")
    done = run(path)
    assert done.returncode == 3
    assert "columns" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "en",
    [
        "The Ministry of Industry and Trade held a meeting.",
        "The Provincial People's Committee's decision was read to Youth Union members.",
        "The Home Affairs Minister spoke to the District 12 People's Committee.",
        "The Thai Nguyen - Bac Giang link road was opened by the Director.",
        "Exports reached 1.846 million tons, worth VND1.512 trillion, on April 30/May 1.",
        'He said: "We came, we saw..."',
        "On August 9, 2018, Decision No. 15/2018/QD-UBND took effect at levels 3 and 4.",
        "The Party Civil Affairs Committee of the Provincial People's Committee met.",
    ],
)
def test_good_english_without_a_source_is_not_marked(en: str) -> None:
    assert [f for f in findings(("", en), on=date(2018, 8, 9)) if f.code[:2] in ("T0", "S0")] == []


def test_a_name_of_another_time_may_be_told_as_such() -> None:
    day = date(2025, 9, 2)
    former = findings(("", "The former Ministry of Transport began the road."), on=day)
    told = findings(("Bộ Giao thông vận tải khởi công.", "The Ministry of Transport began it."), on=day)
    early = findings(("", "The Ministry of Ethnic and Religious Affairs met."), on=date(2024, 5, 1))
    assert not [f for f in (*former, *told) if f.code == "T007"]
    assert [f.severity for f in early if f.code == "T007"] == ["warning"]
    assert not [f for f in findings(("", "The Ministry of Transport met.")) if f.code == "T007"]


def test_vietnamese_left_in_the_english_is_told_once() -> None:
    left = findings(("Nhân dân Tân Trụ phấn khởi.", "Tân Trụ residents were delighted."))
    assert "P003" not in {f.code for f in left}
    assert any(f.code.startswith("C") and f.severity == "error" for f in left)


@pytest.mark.parametrize(
    ("vi", "en", "sure"),
    [
        ("Sở Tư pháp tổ chức hội nghị.", "The Department of Home Affairs held a conference.", True),
        ("Sở Tư pháp tổ chức hội nghị.", "The Department of Justice held a conference.", False),
        ("Sở Tư pháp tổ chức hội nghị.", "The justice department held a conference.", False),
        (
            "Sở Tư pháp và Sở Nội vụ tổ chức hội nghị.",
            "The Departments of Justice and Home Affairs held a conference.",
            False,
        ),
    ],
)
def test_another_body_in_place_of_one_is_a_warning(vi: str, en: str, sure: bool) -> None:
    assert ("T001" in codes(vi, en)) is sure
