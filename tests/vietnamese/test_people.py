"""People: where names begin and end, and what announces them."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnnews.english import render
from vnnews.english.style import Style
from vnnews.errors import InputError
from vnnews.glossary.glossary import Glossary
from vnnews.item import Person
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.roster import Roster

STYLE = Style()


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(Glossary.load())


def names(text: str, context: Context) -> list[str]:
    return [item.value.name for item in recognise(text, context) if isinstance(item.value, Person)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến dự có ông Lê Tấn Khải, Phó Giám đốc Sở Nội vụ", ["Lê Tấn Khải"]),
        ("Ông Y Nham Êban và bà H'Yim Kđoh đến dự", ["Y Nham Êban", "H'Yim Kđoh"]),
        ("anh K'Brèm ở buôn", ["K'Brèm"]),
        ("Chủ tịch UBND tỉnh Kiên Sóc Thône phát biểu", ["Kiên Sóc Thône"]),
        ("Thượng tọa Thích Minh Thiện trụ trì", ["Thích Minh Thiện"]),
        ("Đại tá Phan Công Bỉnh nói", ["Phan Công Bỉnh"]),
        ("PGS.TS Phùng Trung Nghị bày tỏ", ["Phùng Trung Nghị"]),
        ("Văn Lâm - Hoài Nhi", ["Văn Lâm", "Hoài Nhi"]),
        ("Ảnh: Hữu Nghĩa", ["Hữu Nghĩa"]),
        ("Tin, ảnh: Kim Thoa - Hữu Tuấn", ["Kim Thoa", "Hữu Tuấn"]),
        ("ÔNG LÊ MINH HOAN LÀM BỘ TRƯỞNG", ["Lê Minh Hoan"]),
        ("Đồng chí LÊ VĂN LIỄU (Sáu), quê quán: xã Tân Hào", ["Lê Văn Liễu"]),
        ("bà N.T.H (SN 1963) và anh Trần V.A.", ["N.T.H", "Trần V.A"]),
        ("Đại biểu H’Yam Niê nêu", ["H’Yam Niê"]),
        ("một người đàn ông Lào tên lạ", []),
        ("Chủ nhiệm HTX Quảng Lộc Mai Văn Liễu tính", ["Mai Văn Liễu"]),
        ("22 chiến sĩ Đoàn Kinh tế - Quốc phòng 337", []),
        ("chiến sĩ Đoàn Văn Liễu", ["Đoàn Văn Liễu"]),
        ("HLV Park Hang-seo dẫn dắt", ["Park Hang-seo"]),
        ("bác Hai Lúa, dì Năm Thơm góp tiền", ["Hai Lúa", "Năm Thơm"]),
        ("cụ bà Phó Thị Mận năm nay 100 tuổi", ["Phó Thị Mận"]),
        ("Trưởng bản Hua Pầu Lò Văn Sương", ["Lò Văn Sương"]),
        ("các bà: Trần Thị Thanh, Hồ Thị Thu Hằng", ["Trần Thị Thanh", "Hồ Thị Thu Hằng"]),
        ("ông Bh'riu Liếc và Bh'riu Pố là người", ["Bh'riu Liếc", "Bh'riu Pố"]),
        ("Siu Hương được khen thưởng", ["Siu Hương"]),
        ("Đồng Sĩ Kháng (cựu chiến binh)", ["Đồng Sĩ Kháng"]),
        ("Đại tá Khăm Sỉ Xay-nha-vông cảm ơn", []),
        ("Phó Huyện trưởng Thoong-lun Vi-lay-phon gửi", []),
        ("Chủ tịch UBND xã Pơ Loong Liễu cho biết", ["Pơ Loong Liễu"]),
        ("tặng ông Thào A Dê Huân chương Lao động", ["Thào A Dê"]),
        ("bà Công Huyền Tôn Nữ Như Liễu dự", ["Công Huyền Tôn Nữ Như Liễu"]),
        ("thầy tào Nông Văn Liễu cúng", ["Nông Văn Liễu"]),
        ("liền anh Hai Liễu hát", ["Hai Liễu"]),
        ("chuyên gia Úc Peter Lawson đến", ["Peter Lawson"]),
        ("Tiến sĩ K'Brốp đánh giá", ["K'Brốp"]),
        ("Trạm do bác sĩ Mah phụ trách", ["Mah"]),
        ("em trai anh, bác sĩ Phát, vừa về", ["Phát"]),
        ("Em gái liệt sĩ Liễu, bị cáo Hưng 9 năm tù", ["Liễu", "Hưng"]),
        ("35 chị em Khmer, sinh viên Y, em Mông và cháu Bác", []),
        ("bác sĩ Gia đình; nghệ nhân Mường, nhạc sĩ Đức", []),
        ("Ảnh: Công Nghĩa", ["Công Nghĩa"]),
        ("Ni trưởng Thích nữ Diệu Liễu", ["Thích Nữ Diệu Liễu"]),
        ("Ba Liễu, 54 tuổi, chủ quán", ["Ba Liễu"]),
        ("Và Bá Liễu, sinh năm 1993", ["Và Bá Liễu"]),
        ("Mẹ Hồ Thị Liễu, 72 tuổi, gùi chuối", ["Hồ Thị Liễu"]),
        ("Năm Liễu, con trai bà, làm tổ trưởng", ["Năm Liễu"]),
        ("ở thôn Ea M'Liễu H'Bel Niê", ["H'Bel Niê"]),
        ("Hội thánh Tin Lành Buôn Alê A", []),
        ("chúc mừng Tòa Giám mục Phát Diệm", []),
        ("Tháng Giêng, nông dân ra đồng", []),
        ("Đồng Văn Nghĩa, một mắt xích, bị bắt", ["Đồng Văn Nghĩa"]),
        ("Từ Văn Giang đến Hưng Yên", []),
        ("Festival Hoa Sa Đéc 2025", []),
        ("con gái Thị Bdêr bán hàng", ["Thị Bdêr"]),
        ("cô giáo cắm bản Quàng Thị Liễu", ["Quàng Thị Liễu"]),
        ("các đồng chí: Trần Văn Cần, Nguyễn Hòa Bình.", ["Trần Văn Cần", "Nguyễn Hòa Bình"]),
        ("Bà Bảy cho biết", ["Bảy"]),
        ("Thầy giáo Điểu Liễu mang loa", ["Điểu Liễu"]),
        ("binh nhất Sô Minh Liễu nói", ["Sô Minh Liễu"]),
        ("Bí thư Quận ủy (TP Cần Thơ) Quan Minh Liễu đã trả lời", ["Quan Minh Liễu"]),
        ("Công Liễu", ["Công Liễu"]),
        ("Quốc hội", []),
        ("dự có; Thạch Liễu, Trưởng Ban Dân tộc tỉnh", ["Thạch Liễu"]),
        ("Tổng thống Nga Vladimir Liễu", []),
        ("Tượng đài Hồ Chí Minh ở thành phố Hồ Chí Minh", ["Hồ Chí Minh"]),
    ],
)
def test_a_name_is_taken_with_all_its_syllables(text: str, expected: list[str], context: Context) -> None:
    assert names(text, context) == expected


@pytest.mark.parametrize(
    "text",
    [
        "vì hòa bình, an ninh và phát triển",
        "Tết Nguyên đán Giáp Ngọ vui tươi",
        "Từ Bình Định đến Ninh Thuận có mưa",
        "lễ cúng Ông Táo về trời",
        "Ông cho biết thêm",
        "Bà Rịa là nơi gặp gỡ",
        "Thạc sĩ Quản lý kinh tế",
        "Hội thảo diễn ra sôi nổi",
        "ngành Công Thương và Tài chính",
    ],
)
def test_what_is_no_person_is_left_alone(text: str, context: Context) -> None:
    assert names(text, context) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("bà H'Loan Niê được bầu làm Phó Chủ tịch HĐND phường", "Vice Chairwoman of the Ward People's Council"),
        ("bà Lan tiếp tục giữ chức Chủ tịch UBND xã", "Chairwoman of the Commune People's Committee"),
        ("bà Lan đề nghị bầu người khác làm Chủ tịch UBND xã", "Chairman of the Commune People's Committee"),
    ],
)
def test_who_is_appointed_holds_the_post(text: str, post: str, context: Context) -> None:
    assert [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"] == [post]


def test_marks_are_stripped_and_the_order_kept(context: Context) -> None:
    items = recognise("bà Đặng Thị Ngọc Được và linh mục; Linh mục Giuse Trần Ngọc Điển", context)
    assert [render(item, STYLE) for item in items if item.kind == "person"] == [
        "Dang Thi Ngoc Duoc",
        "Joseph Tran Ngoc Dien",
    ]


def test_a_form_of_address_stands_only_before_a_name(context: Context) -> None:
    items = recognise("Bà Lan gặp đồng chí Hồ Quang An; bà con và các đồng chí vui", context)
    spoken = [(item.kind, render(item, STYLE)) for item in items if item.kind in ("honorific", "person")]
    assert spoken == [("honorific", "Ms."), ("person", "Lan"), ("honorific", ""), ("person", "Ho Quang An")]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Bác sĩ CKII Trần Văn Liễu", "Dr."),
        ("BS.CKI Lê Thị Liễu", "Dr."),
        ("Sư cô Thích Nữ Liễu", "Nun"),
        ("KTS Ngô Viết Liễu", "Architect"),
        ("Phó Đô đốc Trần Văn Liễu", "Vice Admiral"),
    ],
)
def test_a_rank_or_degree_before_a_name_has_its_english(text: str, english: str, context: Context) -> None:
    assert next((item.kind, render(item, STYLE)) for item in recognise(text, context)) == ("honorific", english)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.tsv"
    path.write_text(
        "name\tgender\tpost\tvalid_from\tvalid_to\ten\n"
        "Lâm Ánh Hoa\tfemale\tChủ tịch UBND tỉnh\t2021-06-30\t\t\n"
        "Lâm Ánh Hoa\t\tPhó Chủ tịch UBND tỉnh\t2016-06-30\t2021-06-30\tLam Anh-Hoa\n",
        encoding="utf-8",
    )
    return path


def test_the_roster_knows_gender_spelling_and_posts(roster: Path, context: Context) -> None:
    people = Roster.load([roster])
    entry = people.find("LÂM ÁNH HOA")
    assert entry is not None
    assert (entry.gender, entry.en, len(entry.posts)) == ("female", "Lam Anh-Hoa", 2)
    known = Context(context.glossary, roster=people)
    title, person = recognise("Chủ tịch UBND tỉnh Lâm Ánh Hoa", known)
    assert render(title, STYLE) == "Chairwoman of the Provincial People's Committee"
    assert render(person, STYLE) == "Lam Anh-Hoa"


@pytest.mark.parametrize(("column", "cell"), [(1, "woman"), (3, "30/6/2021")])
def test_a_roster_with_a_bad_cell_names_file_and_line(column: int, cell: str, tmp_path: Path) -> None:
    cells = ["Lâm Ánh Hoa", "female", "Chủ tịch", "2021-06-30", "", ""]
    cells[column] = cell
    path = tmp_path / "roster.tsv"
    path.write_text("name\tgender\tpost\tvalid_from\tvalid_to\ten\n" + "\t".join(cells) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"roster\.tsv, line 2"):
        Roster.load([path])


def test_a_table_without_names_is_no_roster(tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column 'name'"):
        Roster.load([path])


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Chủ tịch Tập Cận Bình thăm", ["Xi Jinping"]),
        ("Tổng Lãnh sự Trung Quốc Ngụy Hoa Tường", ["Consul General", "China", "Wei Huaxiang"]),
        ("Chủ tịch Kay-xỏn Phôm-vi-hẳn và", ["Kaysone Phomvihane"]),
        ("Chủ tịch Quốc hội Campuchia Chea Sopheak", ["National Assembly Chairman", "Cambodia", "Chea Sopheak"]),
        ("Thủ tướng Đức Angela Merkel", ["Chancellor", "Germany", "Angela Merkel"]),
        ("Chủ tịch nước Trung Quốc Tập Cận Bình", ["President", "China", "Xi Jinping"]),
        ("Đại sứ Việt Nam tại Trung Quốc Phạm Liễu", ["Ambassador", "Vietnam", "China", "Pham Lieu"]),
        ("Đại sứ Trung Quốc tại Việt Nam Hà Liễu Vĩ", ["Ambassador", "China", "Vietnam"]),
        ("Đại sứ Hàn Quốc tại Việt Nam Choi Youngsam", ["Ambassador", "South Korea", "Vietnam", "Choi Youngsam"]),
        ("Chủ tịch Quảng Tây (Trung Quốc) Trần Liễu Cương", ["Chairman", "Guangxi", "China"]),
        ("Tổng Lãnh sự Việt Nam tại Nam Ninh Đỗ Liễu", ["Consul General", "Vietnam", "Nanning", "Do Lieu"]),
        ("nước Lào Thong-lun Xi-xu-lít", ["Laos", "Thongloun Sisoulith"]),
        ("Tỉnh trưởng Mondulkiri Svay Sam Eang", ["Governor", "Mondulkiri"]),
        ("chuyên gia Nhật Yamada và anh Nhật", ["Japan", "Mr.", "Nhat"]),
        ("Bộ trưởng Thái Lan Thamarat Promphan", ["Minister", "Thailand", "Thamarat Promphan"]),
        ("Đại sứ Na Uy Erna Solberg", ["Ambassador", "Norway", "Erna Solberg"]),
        ("Tổng Thư ký ASEAN Kao Rithy", ["Secretary General", "ASEAN", "Kao Rithy"]),
        ("Đại sứ Đức tại Việt Nam Helga Brandt", ["Ambassador", "Germany", "Vietnam", "Helga Brandt"]),
        ("tiếp bà Đức Hòa và ông Đức", ["Ms.", "Duc Hoa", "Mr.", "Duc"]),
    ],
)
def test_leaders_of_other_countries_have_their_own_names(text: str, english: list[str], context: Context) -> None:
    assert [render(item, STYLE) for item in recognise(text, context)] == english
