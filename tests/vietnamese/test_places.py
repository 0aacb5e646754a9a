"""Places: unit words, the gazetteer, exonyms, numbers, and what only looks like a place."""

from __future__ import annotations

import pytest

from vnnews.english import accepted, render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.item import Place
from vnnews.vietnamese import Context, recognise
from vnnews.vietnamese.gazetteer import gazetteer

STYLE = Style()


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(Glossary.load())


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("huyện Tân Trụ", "Tan Tru district"),
        ("xã Bình Hòa", "Binh Hoa commune"),
        ("TP. Tân An", "Tan An city"),
        ("TP Đà Nẵng", "Da Nang city"),
        ("quần đảo Nam Du", "Nam Du archipelago"),
        ("làng Jút 1", "Jut 1 village"),
        ("sông Thao", "Thao river"),
        ("Khu bảo tồn thiên nhiên Pù Luông", "Pu Luong nature reserve"),
        ("cầu treo Chu Va 6", "Chu Va 6 suspension bridge"),
        ("Suối Giàng", "Suoi Giang"),
        ("Nghĩa trang Đường 9", "Road 9 cemetery"),
        ("Kênh 14", "Canal 14"),
        ("cầu Kênh 14", "Canal 14 bridge"),
        ("chợ Phường 3", "Ward 3 market"),
        ("bến phà Gót - Cái Liễu", "Got - Cai Lieu ferry landing"),
        ("KCN Yên Phong II-C", "Yen Phong II-C industrial park"),
        ("KDC Việt Sing", "Viet Sing residential area"),
        ("khu dân cư Bình Liễu 2", "Binh Lieu 2 residential area"),
        ("xã Q.L", "Q.L commune"),
        ("tỉnh Hà Nam Ninh", "Ha Nam Ninh province"),
        ("cầu Bắc Luân II", "Bac Luan II bridge"),
        ("chùa Ang Kor Bo Rây Liễu", "Ang Kor Bo Ray Lieu pagoda"),
        ("Pleiku", "Pleiku"),
        ("Ấp Bắc", "Ap Bac"),
        ("Đài Thơm", "Dai Thom"),
        ("thành phố Hà Nội", "Hanoi"),
        ("Thành phố Hồ Chí Minh", "Ho Chi Minh City"),
        ("TP.HCM", "Ho Chi Minh City"),
        ("đường Hồ Chí Minh", "Ho Chi Minh Road"),
        ("Phường 3", "Ward 3"),
        ("quận 1", "District 1"),
        ("tỉnh Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau province"),
        ("thị xã Gò Công", "Go Cong town"),
        ("thị trấn Vàm Láng", "Vam Lang township"),
        ("đặc khu Phú Quốc", "Phu Quoc special zone"),
        ("ấp 5", "Hamlet 5"),
        ("tổ dân phố 7", "Residential Group 7"),
        ("tổ dân phố Phú Ốc", "Phu Oc residential group"),
        ("huyện Ea H'leo", "Ea H'leo district"),
        ("quốc lộ 1A", "National Highway 1A"),
        ("sông Hồng", "Red River"),
        ("đường Lý Thường Kiệt", "Ly Thuong Kiet street"),
        ("Hòa Bình", "Hoa Binh"),
        ("Hoà Bình", "Hoa Binh"),
        ("Trung Quốc", "China"),
        ("Tây Nguyên", "Central Highlands"),
        ("hồ Tây", "West Lake"),
        ("Văn Miếu - Quốc Tử Giám", "Temple of Literature"),
        ("Ngã ba Đồng Lộc", "Dong Loc T-junction"),
    ],
)
def test_a_place_is_rendered_in_the_house_style(vi: str, en: str, context: Context) -> None:
    text = f"họp tại {vi}, nơi đây"
    places = [item for item in recognise(text, context) if item.kind == "place"]
    assert [text[slice(*item.span)] for item in places] == [vi]
    assert render(places[0], STYLE) == en


@pytest.mark.parametrize(
    "text",
    [
        "yêu cầu Chủ tịch giải trình",
        "dự hội chợ Mùa xuân",
        "văn bản Luật mới",
        "có ý kiến của Ban Pháp chế",
        "vụ lúa Đông Xuân được mùa",
        "thôn 40 hộ dân",
        "cách phường 600 mét",
        "liên lạc trên kênh 16",
        "gió mùa Đông Bắc mạnh cấp 6",
        "kẹt xe ở ngã ba Thái Lan.",
        "đội ghe từ các chùa Khmer trong vùng",
        "hộ có đường Internet cáp quang",
    ],
)
def test_what_is_no_place_is_left_alone(text: str, context: Context) -> None:
    assert [item for item in recognise(text, context) if item.kind == "place"] == []


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Cam-pu-chia", "Cambodia"),
        ("Mát-xcơ-va", "Moscow"),
        ("Bra-xin", "Brazil"),
        ("Tiệp Khắc", "Czechoslovakia"),
        ("Cộng hòa Liên bang Đức", "Germany"),
        ("Các Tiểu vương quốc Ả Rập Thống nhất", "United Arab Emirates"),
        ("Bosnia và Herzegovina", "Bosnia and Herzegovina"),
        ("Mỹ La tinh", "Latin America"),
        ("Quảng Châu", "Guangzhou"),
        ("xã Quảng Châu", "Quang Chau commune"),
        ("phường Sài Gòn", "Saigon ward"),
        ("tỉnh Sa-vẳn-na-khệt", "Savannakhet province"),
        ("Xa-van-na-khét", "Savannakhet"),
        ("Luông Pha-băng", "Luang Prabang"),
        ("U-bon Rat-cha-tha-ni", "Ubon Ratchathani"),
        ("tỉnh Bo-ri-khăm-xay", "Bolikhamxay province"),
        ("huyện Noọng Hét", "Nong Het district"),
        ("huyện La Màm", "Lamam district"),
        ("Thà Khẹc", "Thakhek"),
        ("đập Cảnh Hồng", "Jinghong dam"),
        ("Prây Veng", "Prey Veng"),
        ("thành phố Đông Hưng", "Dongxing city"),
        ("huyện Đông Hưng", "Dong Hung district"),
        ("suối Lê-nin", "Lenin stream"),
    ],
)
def test_a_foreign_place_has_its_own_english_name(vi: str, en: str, context: Context) -> None:
    text = f"đi từ {vi} hôm qua"
    (item,) = (item for item in recognise(text, context) if item.kind == "place")
    assert (text[slice(*item.span)], render(item, STYLE)) == (vi, en)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ngư dân cảng cá Sa Liễu phấn khởi", ["Sa Lieu"]),
        ("xe qua nút giao Bàu Lát chậm lại", ["Bau Lat"]),
        ("trùng tu đình Mão Khê phải tạm dừng", ["Mao Khe"]),
        ("40 căn nhà mới ở Sín Chài được khánh thành", ["Sin Chai"]),
        ("đàn voọc ở Lăng Cai tăng lên", ["Lang Cai"]),
        ("tên thôn cũ là Hải Liễu để nhớ ơn", ["Hai Lieu"]),
        ("các xã Phú Lâm, Đức Ninh, Hòa An", ["Phu Lam", "Duc Ninh", "Hoa An"]),
        ("chủ hồ Tả Trạch, Bình Điền, Liễu Điền vận hành đúng", ["Ta Trach lake", "Binh Dien", "Lieu Dien"]),
        ("lễ tại chùa Hội Mãn", ["Hoi Man pagoda"]),
        ("nông dân ở Nước Lát, dưới chân núi", ["Nuoc Lat"]),
        ("Đắk Liễu khởi công trường học", ["Dak Lieu"]),
        ("trên đồi Ông Liễu.", ["Ong Lieu"]),
        ("người giữ lò gốm ở Mỹ Liễu", ["My Lieu"]),
        ("taxi Mai Liễu nhường đường", ["Mai Lieu"]),
        (
            "ở khối phố Mỹ Thạch Liễu, ngã ba Phà Lu, trên bến phà Cổ Liễu",
            ["My Thach Lieu quarter", "Pha Lu", "Co Lieu ferry landing"],
        ),
        ("gió Lào thổi từ Lào", ["Laos"]),
        ("đồng bào Mông Mộc Châu đón Tết", ["Moc Chau"]),
        ("từ chợ Cha Liễu - Nà Liễu (Lào)", ["Cha Lieu market", "Na Lieu", "Laos"]),
        ("gặp nguyên thủ các nước Pháp, Đức, Nhật Bản", ["France", "Germany", "Japan"]),
        ("Giáo sư Liễu, Việt kiều Pháp, quê Mỏ Cày", ["France", "Mo Cay"]),
        ("các xã Xuân Quế - Sông Nhạn", ["Xuan Que", "Song Nhan"]),
        ("Khu công nghiệp Xuân Quế - Sông Nhạn", ["Xuan Que - Song Nhan industrial park"]),
        ("tại cửa khẩu Chiềng Khương - Bản Đán", ["Chieng Khuong - Ban Dan border gate"]),
        ("kênh Quản Lộ – Phụng Hiệp và kênh Tây", ["Quan Lo - Phung Hiep canal", "Tay canal"]),
        ("Giám đốc Vườn quốc gia Bidoup - Núi Bà", ["Bidoup - Nui Ba national park"]),
        ("đồng bào Cơ Tu Tây Giang", ["Tay Giang"]),
        ("đi A-la-liễu Rat-cha-liễu", []),
        ("tỉnh Xvay Riêng và tỉnh Attapư", ["Svay Rieng province", "Attapeu province"]),
        ("cặp cửa khẩu Lao Bảo - Đensavẳn", ["Lao Bao border gate", "Densavanh"]),
        ("đền Hùng Cần Thơ và đường Nguyễn Thái Bình", ["Hung Kings Temple", "Can Tho", "Nguyen Thai Binh street"]),
        ("một bản Mông; của Sóc Liễu; xôi khóm Cầu Đúc", ["Soc Lieu", "Cau Duc"]),
        ("Đảo Nhơn Châu (Cù Lao Xanh), cù lao Xanh", ["Nhon Chau island", "Cu Lao Xanh", "Xanh islet"]),
        ("Sông Liễu tại Thạnh Hòa", ["Lieu river", "Thanh Hoa"]),
        ("Móng Cái 1, Móng Cái 2 là", ["Mong Cai 1", "Mong Cai 2"]),
        ("khu 5 phường Hồng Liễu; tại 2 xã Phú Liễu, Bình Lợi", ["Hong Lieu ward", "Phu Lieu", "Binh Loi"]),
        ("gồm Hòa Liễu 1, Hòa Liễu 2 và Bãi Gốc", ["Hoa Lieu 1", "Hoa Lieu 2", "Bai Goc"]),
        ("Sơn La 7, Điện Biên 5 vụ", ["Son La", "Dien Bien"]),
        ("thôn Mỹ Liễu, Phú Liễu 3, xóm 4", ["My Lieu village", "Phu Lieu 3", "Hamlet 4"]),
        ("lưu vực sông Ba, sông Kôn đúng quy trình", ["Ba river", "Kon river"]),
        ("tại hồ Nước Liễu diễn ra lễ cúng trăng", ["Nuoc Lieu lake"]),
        ("tàu dừng ở ga Tháp Chàm.", ["Thap Cham"]),
        ("qua Song Tử Tây, Cô Lin, Len Đao", ["Song Tu Tay", "Co Lin", "Len Dao"]),
        ("Đưa Giồng Liễu và Hòn Khoai vào tour", ["Giong Lieu", "Hon Khoai"]),
        ("các xã A Vương, Bhalêê, Hùng Sơn", ["A Vuong", "Bhalee", "Hung Son"]),
    ],
)
def test_a_name_that_no_table_knows_is_found_where_it_surely_ends(
    text: str, english: list[str], context: Context
) -> None:
    assert [render(item, STYLE) for item in recognise(text, context) if item.kind == "place"] == english


@pytest.mark.parametrize(
    "text",
    [
        "tại Khu Công nghiệp mới",
        "họp tại Hội Nông dân",
        "theo quy định của Luật Nhà ở năm nay",
        "ở Nhà Văn hóa thôn",
        "về Đại Hội.",
        "lễ mừng Đức Phật đản sinh",
        "viếng Lăng Bác và thăm phố",
        "mở kênh Zalo và kênh YouTube của tỉnh",
        "chợ Việt được miễn thuế",
        "thị trường Robusta Cao Nguyên của thế giới",
    ],
)
def test_a_run_of_capitals_that_may_be_half_of_words_is_left_alone(text: str, context: Context) -> None:
    assert [item for item in recognise(text, context) if item.kind == "place"] == []


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("đồng bào S’tiêng, Khmer, Tày và Nùng", ["S'tieng", "Khmer", "Tay", "Nung"]),
        ("người Dao đỏ, tiếng Mông, dân tộc Kinh", ["Dao", "Mong", "Kinh"]),
        ("người Mông Mộc Châu và người Thái Lò Văn Liễu", ["Mong", "Thai"]),
        ("tiếng Kinh, người Dao Tiền, người Hoa, họ Nùng", []),
        ("các dân tộc Kinh, Hoa và Nùng; phụ nữ Thái ở bản Mông", ["Kinh", "Hoa", "Nung", "Thai", "Mong"]),
    ],
)
def test_a_people_of_one_syllable_is_told_by_the_word_before_it(
    text: str, english: list[str], context: Context
) -> None:
    assert [render(item, STYLE) for item in recognise(text, context) if item.kind == "term"] == english


def test_the_people_mong_may_be_spelled_as_elsewhere(context: Context) -> None:
    assert {"Mong", "Hmong", "H'Mong"} <= set(accepted(recognise("người Mông ở đây", context)[0], STYLE))


def test_a_list_of_districts_is_names_alone(context: Context) -> None:
    text = "tại các huyện Trà Cú, Cầu Ngang, Châu Thành và Tiểu Cần"
    values = [item.value for item in recognise(text, context)]
    assert values == [Place("Trà Cú"), Place("Cầu Ngang"), Place("Châu Thành"), Place("Tiểu Cần")]


def test_a_place_accepts_its_other_forms(context: Context) -> None:
    item = recognise("huyện Tân Trụ", context)[0]
    assert {"Tan Tru District", "the district of Tan Tru", "Tan Tru"} <= set(accepted(item, STYLE))
    assert "Lower Temple" in accepted(recognise("cổng đền Hạ", context)[0], STYLE)


def test_the_gazetteer_knows_the_units_before_and_after_the_mergers() -> None:
    units = gazetteer().units
    provinces = [unit for name in units for unit in units[name] if unit.level == "province"]
    assert len([unit for unit in provinces if not unit.valid_to]) == 34
    assert len([unit for unit in provinces if unit.valid_to == "2025-07-01"]) == 29
    assert [unit.merged_into for unit in units["Long An"] if unit.level == "province"] == ["Tây Ninh"]
    assert [(unit.unit, unit.provinces, unit.valid_to) for unit in units["Đất Mũi"]] == [("xã", ("Cà Mau",), "")]
    assert gazetteer().level("Tân Trụ") == "district"
    assert gazetteer().level("Không Có") is None
