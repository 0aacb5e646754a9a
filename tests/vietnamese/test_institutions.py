"""Bodies and posts: how level, place, field and stacking come out in English."""

from __future__ import annotations

import pytest

from vnnews.english import accepted, render
from vnnews.english.style import Style
from vnnews.glossary.glossary import Glossary
from vnnews.glossary.term import Term
from vnnews.item import Item, Phrase
from vnnews.vietnamese import Context, recognise

STYLE = Style()


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(Glossary.load())


def only(text: str, context: Context) -> Item:
    """The one Item that covers the whole of `text`."""
    items = recognise(text, context)
    assert [item.span for item in items] == [(0, len(text))], items
    return items[0]


BODIES = [
    ("UBND tỉnh", "Provincial People's Committee"),
    ("Ủy ban nhân dân tỉnh Long An", "Long An Provincial People's Committee"),
    ("Uỷ ban nhân dân huyện Tân Trụ", "Tan Tru District People's Committee"),
    ("UBND TP Tân An", "Tan An City People's Committee"),
    ("UBND thành phố Hồ Chí Minh", "Ho Chi Minh City People's Committee"),
    ("UBND phường 3", "Ward 3 People's Committee"),
    ("UBND xã Bình Hòa", "Binh Hoa Commune People's Committee"),
    ("UBND cấp huyện", "district-level People's Committees"),
    ("UBND các huyện, thành, thị", "People's Committees of districts, cities and towns"),
    ("UBND các huyện Trà Cú, Cầu Ngang và Tiểu Cần", "People's Committees of Tra Cu, Cau Ngang and Tieu Can districts"),
    ("Hội Người mù huyện", "District Association of the Blind"),
    ("Hội Người mù huyện Tân Trụ", "Tan Tru District Association of the Blind"),
    ("Hội Người cao tuổi xã", "Commune Association of the Elderly"),
    ("Huyện ủy, HĐND, UBND huyện", "District Party Committee, People's Council and People's Committee"),
    ("HĐND và UBND tỉnh Hậu Giang", "Hau Giang Provincial People's Council and People's Committee"),
    (
        "Văn phòng HĐND và UBND huyện Đam Rông",
        "Office of the Dam Rong District People's Council and People's Committee",
    ),
    ("Tỉnh ủy Long An", "Long An Provincial Party Committee"),
    ("Ban Thường vụ Tỉnh ủy", "Standing Board of the Provincial Party Committee"),
    ("Thường trực HĐND tỉnh", "Standing Committee of the Provincial People's Council"),
    ("Ban Pháp chế HĐND tỉnh", "Legal Committee of the Provincial People's Council"),
    ("Sở TT&TT tỉnh Kiên Giang", "Kien Giang DoIC"),
    ("Sở Y tế Hà Tĩnh", "Ha Tinh Department of Health"),
    ("Sở Thông tin và Truyền thông thành phố Cần Thơ", "Can Tho City Department of Information and Communications"),
    ("Thanh tra Sở Y tế", "Inspectorate of the Department of Health"),
    ("Phòng Văn hóa và Thông tin huyện Sơn Dương", "Division of Culture and Information of Son Duong district"),
    ("Chi cục Thi hành án dân sự huyện Mai Sơn", "Mai Son District Civil Judgment Enforcement Sub-Department"),
    ("Trung tâm Y tế huyện Tân Lạc", "Tan Lac District Medical Center"),
    ("Ban Chỉ đạo ứng dụng CNTT tỉnh Bến Tre", "Ben Tre Provincial Steering Committee for IT Application"),
    ("Ban Chỉ đạo 389 tỉnh Lạng Sơn", "Lang Son Provincial Steering Committee 389"),
    ("Viễn thông Lào Cai", "VNPT Lao Cai"),
    ("UBND xã, phường, thị trấn", "People's Committees of communes, wards and townships"),
    ("UBND các huyện, thành, thi", "People's Committees of districts, cities and towns"),
    ("UBND quận, huyện", "People's Committees of urban and rural districts"),
    ("Ban Dân tộc HĐND tỉnh", "Ethnic Affairs Committee of the Provincial People's Council"),
    ("Bệnh viện Nhi đồng 1", "Children's Hospital 1"),
    ("Trường TH&THCS Tân Lập", "Tan Lap Primary and Lower Secondary School"),
    ("Trung tâm CNTT-TT", "Information and Communications Technology Center"),
    ("phòng Văn hóa thông tin huyện", "District Division of Culture and Information"),
    ("Công ty CP Nông nghiệp Hùng Nhơn", "Hung Nhon Agricultural Joint Stock Company"),
    ("Công ty TNHH MTV Thủy lợi Long An", "Long An Irrigation One-Member Limited Liability Company"),
    ("Công ty Cổ phần Xây dựng số 1", "Construction Joint Stock Company No. 1"),
    ("Công ty CP Cấp nước Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau Water Supply Joint Stock Company"),
    ("HTX Rau an toàn Phước Hiệp", "Phuoc Hiep Safe Vegetable Cooperative"),
    ("Trường THCS Chiềng Ly", "Chieng Ly Lower Secondary School"),
    ("Trường Đại học Cần Thơ", "Can Tho University"),
    (
        "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh",
        "Provincial Steering Committee for Prevention and Control of Corruption, Wastefulness and Negative Practices",
    ),
    (
        "Ban Chỉ đạo phòng chống buôn lậu và hàng giả tỉnh Long An",
        "Long An Provincial Steering Committee for Prevention and Control of Smuggling and Counterfeit Goods",
    ),
    (
        "Ban Chỉ đạo liên ngành về an toàn thực phẩm tỉnh",
        "Provincial Inter-Agency Steering Committee for Food Safety",
    ),
    (
        "Ban Chỉ đạo phòng, chống AIDS và phòng, chống tệ nạn mại dâm huyện Tân Trụ",
        "Tan Tru District Steering Committee for Prevention and Control of AIDS and Prostitution",
    ),
    ("Phòng Quản lý di sản", "Heritage Management Division"),
    ("Trung tâm Xúc tiến và Hỗ trợ đầu tư tỉnh", "Provincial Investment Promotion and Support Center"),
    ("Viện Nghiên cứu Ngô", "Maize Research Institute"),
    ("Hội đồng tuyển dụng công chức tỉnh", "Provincial Civil Servant Recruitment Council"),
    (
        "Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh",
        "Provincial Steering Committee for Elimination of Temporary and Dilapidated Houses",
    ),
    ("Trung tâm Văn hóa Kinh Bắc", "Kinh Bac Cultural Center"),
    (
        "Trung tâm Hành chính công và Xúc tiến đầu tư tỉnh",
        "Provincial Public Administration and Investment Promotion Center",
    ),
    ("Trung tâm Khuyến nông quốc gia", "National Agricultural Extension Center"),
    ("Phòng Cảnh sát giao thông Công an tỉnh", "Traffic Police Division of the Provincial Police"),
    (
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
        "Police Division for Administrative Management of Social Order",
    ),
    ("Đội Quản lý thị trường số 3", "Market Surveillance Team No. 3"),
    ("Đoàn kiểm tra liên ngành 814 tỉnh Tiền Giang", "Tien Giang Provincial Interdisciplinary Inspection Team 814"),
    ("Trại tạm giam số 1 Công an tỉnh", "Detention Center No. 1 of the Provincial Police"),
    ("Tiểu đoàn Hóa học Quân khu 5", "Chemical Battalion of Military Region 5"),
    ("Khoa Nhi Bệnh viện Đa khoa tỉnh", "Pediatrics Department of the Provincial General Hospital"),
    ("Tòa án nhân dân khu vực 3", "People's Court of Region 3"),
    ("Kho bạc Nhà nước khu vực XIII", "State Treasury of Region XIII"),
    ("Chi cục Thuế khu vực Gò Công - Tân Phước", "Go Cong - Tan Phuoc Regional Tax Sub-Department"),
    ("HĐND các cấp", "People's Councils at all levels"),
    ("UBND hai tỉnh Nghệ An, Hà Tĩnh", "People's Committees of Nghe An and Ha Tinh provinces"),
    ("UBND huyện Long Phú và huyện Cù Lao Dung", "People's Committees of Long Phu and Cu Lao Dung districts"),
    ("Chi nhánh Ngân hàng Chính sách xã hội tỉnh Cà Mau", "Ca Mau Branch of the Bank for Social Policies"),
    ("Ngân hàng Nhà nước tỉnh Long An", "Long An Provincial State Bank Branch"),
    ("Ban Quản lý Cảng cá Tắc Cậu", "Tac Cau Fishing Port Management Board"),
    ("Ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh", "Provincial Executive Board of the Vietnam Buddhist Sangha"),
    ("Cục Xuất nhập khẩu", "Foreign Trade Authority"),
    ("Công ty Cấp thoát nước", "Water Supply and Drainage Company"),
    ("HTX rau sạch Ka Đô", "Ka Do Clean Vegetable Cooperative"),
    ("Công ty Cổ phần Xây dựng 47", "Construction Joint Stock Company 47"),
    ("Đồn Biên phòng Cửa khẩu quốc tế Cầu Treo", "Cau Treo International Border Gate Border Guard Station"),
    ("Trường Đại học Y khoa Vinh", "Vinh University of Medicine"),
    ("Bệnh viện C", "Hospital C"),
    ("Thư viện tỉnh Hải Dương", "Hai Duong Provincial Library"),
    ("Văn phòng Phát triển kinh tế", "Economic Development Office"),
    ("Ban Chỉ huy Phòng thủ khu vực 2 - Long Thành", "Defense Command of Region 2 - Long Thanh"),
    ("Trung tâm Quan trắc Tài nguyên và Môi trường", "Natural Resources and Environment Monitoring Center"),
    ("Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "Presidium of the Vietnam Fatherland Front Central Committee"),
    ("Trung đoàn Cảnh sát cơ động Tây Nguyên", "Central Highlands Mobile Police Regiment"),
    ("Cục Chuyển đổi số quốc gia", "National Digital Transformation Agency"),
    ('Quỹ "Vì người nghèo" tỉnh', "Provincial Fund for the Poor"),
    ("Kho bạc Nhà nước khu vực", "Regional State Treasury"),
    ("Kiểm toán nhà nước khu vực V", "State Audit Office of Vietnam Region V"),
    ("Trường Cao đẳng Nghề tỉnh", "Provincial Vocational College"),
    ("Trường Đại học Y Hà Nội", "Hanoi Medical University"),
    ("Trường PTDT bán trú THCS Nậm Lúc", "Nam Luc Lower Secondary Semi-Boarding School for Ethnic Minorities"),
    ("Văn phòng HĐND và UBND", "Office of the People's Council and People's Committee"),
    ("Tòa án huyện Kbang", "Kbang District People's Court"),
    ("Bệnh viện Nhi Trung ương", "National Children's Hospital"),
    ("Phòng Chính trị Bộ CHQS tỉnh", "Political Division of the Provincial Military Command"),
    ("Ban Quản lý khu du lịch Ghềnh Đá Đĩa", "Ghenh Da Dia Tourist Area Management Board"),
    ("Trạm Cảnh sát giao thông Suối Tre", "Suoi Tre Traffic Police Station"),
    ("Hội Y tế công cộng", "Public Health Association"),
    ("Chi cục Dự trữ Nhà nước khu vực", "Regional Sub-Department of State Reserves"),
    ("Phòng TN-MT huyện", "District Division of Natural Resources and Environment"),
    ("Sở KH-CN", "Department of Science and Technology"),
    ("Bộ LĐTB-XH", "Ministry of Labor, War Invalids and Social Affairs"),
    ("Bộ NN và PTNT", "Ministry of Agriculture and Rural Development"),
    ("Phòng ANM&PCTPCNC", "Division of Cybersecurity and High-Tech Crime Prevention"),
    ("Phòng CSGT đường bộ, đường sắt", "Road and Railway Traffic Police Division"),
    ("Phòng PC03 Công an tỉnh", "Economic Police Division of the Provincial Police"),
    ("CQĐT Công an huyện", "Investigation Agency of the District Police"),
    ("Đồn BPCK quốc tế Nậm Cắn", "Nam Can International Border Gate Border Guard Station"),
    (
        "BCH PCTT-TKCN huyện Cẩm Xuyên",
        "Cam Xuyen District Command for Natural Disaster Prevention and Control and Search and Rescue",
    ),
    ("Ban QLDA đầu tư xây dựng huyện Quỳnh Lưu", "Quynh Luu District Construction Investment Project Management Board"),
    ("Ban Quản lý dự án 7", "Project Management Board 7"),
    ("Lữ đoàn Công binh 25", "Engineer Brigade 25"),
    ("Bộ Tư lệnh Quân khu 7", "High Command of Military Region 7"),
    ("Tòa án quân sự Quân khu 7", "Military Court of Military Region 7"),
    ("Ngân hàng Nhà nước chi nhánh tỉnh", "Provincial State Bank Branch"),
    ("Ban KT-NS HĐND tỉnh", "Economic and Budgetary Committee of the Provincial People's Council"),
    ("Chi nhánh VPĐKĐĐ huyện", "Branch of the District Land Registration Office"),
    ("Tổ bầu cử số 3", "Election Team No. 3"),
    ("BCH BĐBP tỉnh", "Provincial Border Guard Command"),
    (
        "Ủy ban Pháp luật và Tư pháp của Quốc hội",
        "Committee for Legal and Judicial Affairs of the National Assembly",
    ),
    ("Tòa án nhân dân cấp cao tại Đà Nẵng", "High-level People's Court in Da Nang"),
    ("Tổ đại biểu HĐND tỉnh", "Deputies' Group of the Provincial People's Council"),
    ("Đoàn kiểm tra liên ngành tỉnh", "Provincial Interdisciplinary Inspection Team"),
    ("Khu Quản lý đường bộ IV", "Road Management Zone IV"),
    ("Trung tâm Lưu trữ Quốc gia II", "National Archives Center II"),
    ("Ngân hàng Nhà nước Việt Nam", "State Bank of Vietnam"),
    ("Cục THADS tỉnh", "Provincial Civil Judgment Enforcement Department"),
    ("Phòng Nghiệp vụ 2", "Professional Division 2"),
    ("Phòng KT-HT-ĐT phường", "Ward Division of Economy, Infrastructure and Urban Affairs"),
    ("Phòng Lao động - TB&XH huyện", "District Division of Labor, War Invalids and Social Affairs"),
    ("BCĐ xây dựng NTM", "Steering Committee for New-style Rural Development"),
    ("Tiểu đoàn Bộ binh 1", "Infantry Battalion 1"),
    ("Phòng Kê khai và Kế toán thuế", "Division of Tax Declaration and Accounting"),
    ("Trung đoàn Radar 294", "Radar Regiment 294"),
    ("Tiểu ban Văn kiện", "Document Subcommittee"),
    ("Trạm Thủy văn Tân Châu", "Tan Chau Hydrological Station"),
    ("Ban Quản lý Khu đô thị mới Thủ Thiêm", "Thu Thiem New Urban Area Management Board"),
]


@pytest.mark.parametrize(("vi", "en"), BODIES)
def test_a_body_is_rendered_with_its_level_and_place(vi: str, en: str, context: Context) -> None:
    item = only(vi, context)
    assert item.kind == "institution"
    assert render(item, STYLE) == en


POSTS = [
    ("Phó Cục trưởng Cục Hàng không Việt Nam", "Deputy Director of the Civil Aviation Authority of Vietnam"),
    ("Phó Chính ủy Quân khu 9", "Deputy Political Commissar of Military Region 9"),
    ("Nguyên Chủ tịch nước", "former State President"),
    ("Trưởng Ban Tổ chức Trung ương", "Head of the Party Central Committee's Organization Commission"),
    ("Chủ tịch UBND tỉnh", "Chairman of the Provincial People's Committee"),
    (
        "Phó Chủ tịch Thường trực UBND huyện Tân Trụ",
        "Permanent Vice Chairman of the Tan Tru District People's Committee",
    ),
    ("nguyên Chủ tịch UBND xã", "former Chairman of the Commune People's Committee"),
    ("quyền Giám đốc Sở Y tế", "Acting Director of the Department of Health"),
    ("Bộ trưởng Bộ Tư pháp", "Minister of Justice"),
    ("Thứ trưởng Bộ Y tế", "Deputy Minister of Health"),
    ("Phó Trưởng phòng Nội vụ", "Deputy Head of the Division of Home Affairs"),
    ("Chánh Văn phòng UBND tỉnh", "Chief of the Office of the Provincial People's Committee"),
    ("Chánh Thanh tra Sở Y tế", "Chief Inspector of the Department of Health"),
    ("Ủy viên Ban Thường vụ Tỉnh ủy", "member of the Standing Board of the Provincial Party Committee"),
    ("Trưởng Ban Tổ chức Tỉnh ủy", "Head of the Organization Commission of the Provincial Party Committee"),
    ("đại biểu HĐND tỉnh", "deputy to the Provincial People's Council"),
    ("Ủy viên Thường trực Ủy ban Kinh tế", "Standing member of the Economic Affairs Committee"),
    ("Ủy viên Thường trực HĐND tỉnh", "member of the Standing Committee of the Provincial People's Council"),
    ("quyền Viện trưởng VKSND tỉnh", "Acting Chief Procurator of the Provincial People's Procuracy"),
    ("Chánh án TAND huyện Bảo Lâm", "Chief Judge of the Bao Lam District People's Court"),
    ("Phó Hiệu trưởng Trường Đại học Trà Vinh", "Vice Rector of Tra Vinh University"),
    (
        "Phó Trưởng ban Thường trực Ban An toàn giao thông tỉnh",
        "Permanent Deputy Head of the Provincial Traffic Safety Committee",
    ),
    (
        "Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh",
        "full-time Deputy Head of the Provincial National Assembly Delegation",
    ),
    ("Trạm trưởng Trạm Y tế xã Ia Mơ", "Head of the Ia Mo Commune Health Station"),
    ("Đội trưởng Đội Quản lý thị trường số 2", "Head of Market Surveillance Team No. 2"),
    ("Trưởng Thuế tỉnh", "Head of the Provincial Tax Department"),
    ("Phó Trưởng Thống kê tỉnh Tây Ninh", "Deputy Head of the Tay Ninh Provincial Statistics Office"),
    ("Phó phòng Kinh tế huyện", "Deputy Head of the District Division of Economic Affairs"),
    ("Trưởng phòng PC03", "Head of the Economic Police Division"),
    ("Phó Chủ nhiệm Tổng cục Chính trị", "Deputy Director of the General Department of Politics"),
    ("Tư lệnh Vùng Cảnh sát biển 3", "Commander of Coast Guard Region 3"),
    ("Phó Tổng Kiểm toán Nhà nước", "Deputy State Auditor General"),
    ("Phó TGĐ Bảo hiểm xã hội Việt Nam", "Deputy General Director of the Vietnam Social Insurance Agency"),
    ("Đội trưởng Đội K93", "Head of Team K93"),
    ("Thẩm phán TAND tỉnh", "judge of the Provincial People's Court"),
    ("Phó Trưởng BCĐ CCHC tỉnh", "Deputy Head of the Provincial Steering Committee for Administrative Reform"),
    ("Bí thư Đoàn xã Lăng", "Secretary of the Lang Commune Youth Union"),
    ("Phó Thủ tướng Chính phủ", "Deputy Prime Minister"),
    ("Chủ tịch Hội Nghề cá", "Chairman of the Fisheries Association"),
    ("Giám đốc các sở", "Directors of departments"),
    ("đại biểu HĐND các cấp", "deputies to the People's Councils at all levels"),
    ("Tổng Biên tập Báo Quảng Ngãi", "Editor-in-Chief of the Quang Ngai Newspaper"),
    (
        "Phó Ban Tuyên giáo Tỉnh ủy",
        "Deputy Head of the Information and Education Commission of the Provincial Party Committee",
    ),
    ("Trưởng Chi cục Thống kê huyện", "Head of the District Statistics Sub-Department"),
    ("Hạt trưởng Hạt Kiểm lâm huyện Sơn Động", "Head of the Son Dong District Forest Protection Station"),
    ("Bí thư Đoàn Trường Đại học An Giang", "Secretary of the Youth Union of An Giang University"),
    ("Giám đốc Viettel Long An", "Director of Viettel Long An"),
    ("Phó Hiệu trưởng Trường Đại học Tây Nguyên", "Vice Rector of Tay Nguyen University"),
    ("Chỉ huy phó Ban CHQS huyện", "Deputy Commander of the District Military Command"),
    ("Chính trị viên phó Đồn Biên phòng Lai Hòa", "Deputy Political Officer of the Lai Hoa Border Guard Station"),
    ("Trung đoàn trưởng Trung đoàn 812", "Commander of Regiment 812"),
    ("Ủy viên Bộ Chính trị", "Politburo member"),
    (
        "Chủ tịch Hội đồng quản trị HTX Dịch vụ nông nghiệp Bình Đào",
        "Chairman of the Board of Directors of the Binh Dao Agricultural Service Cooperative",
    ),
]


@pytest.mark.parametrize(("vi", "en"), POSTS)
def test_a_post_is_rendered_with_its_body(vi: str, en: str, context: Context) -> None:
    item = only(vi, context)
    assert item.kind == "title"
    assert en in accepted(item, STYLE)
    assert render(item, STYLE) == en


def test_stacked_posts_and_their_holder_are_items_of_their_own(context: Context) -> None:
    text = "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Nguyễn Văn An phát biểu"
    found = [(item.kind, text[slice(*item.span)]) for item in recognise(text, context)]
    assert found == [
        ("title", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("title", "Phó Chủ tịch UBND tỉnh"),
        ("person", "Nguyễn Văn An"),
    ]


def test_posts_named_in_a_row_after_several_comrades_are_one_each(context: Context) -> None:
    text = "các đồng chí Phó Bí thư Tỉnh ủy và Chủ tịch HĐND tỉnh; các Phó Bí thư Tỉnh ủy"
    titles = [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"]
    assert titles == [
        "Deputy Secretary of the Provincial Party Committee",
        "Chairman of the Provincial People's Council",
        "Deputy Secretaries of the Provincial Party Committee",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chủ tịch UBND xã Hoàng Thị Bích Loan", "Chairwoman of the Commune People's Committee"),
        ("Bà Lâm Ánh Hoa, Chủ tịch UBND xã", "Chairwoman of the Commune People's Committee"),
        ("Ông Lâm Ánh Hoa, Chủ tịch UBND xã", "Chairman of the Commune People's Committee"),
        ("Bí thư Đảng ủy, Chủ tịch HĐND xã Trần Thị Lụa", "Chairwoman of the Commune People's Council"),
        ("Chủ tịch Quốc hội Trần Thị Lụa", "National Assembly Chairwoman"),
        ("Chủ tịch Quốc hội Trần Văn Lụa", "National Assembly Chairman"),
    ],
)
def test_the_holder_settles_chairman_or_chairwoman(text: str, title: str, context: Context) -> None:
    titles = [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"]
    assert titles[-1] == title


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        (
            "Chủ tịch UBND xã Tam Thanh Đỗ Nhị Hà kể",
            "Chairman of the Tam Thanh Commune People's Committee",
            "Do Nhi Ha",
        ),
        ("Phó Giám đốc Sở Bùi Văn Khánh nói", "Deputy Director of the Department", "Bui Van Khanh"),
        (
            "Phó Chủ tịch UBND huyện Phan Văn Thuấn nói",
            "Vice Chairman of the District People's Committee",
            "Phan Van Thuan",
        ),
        ("Giám đốc Bưu điện tỉnh Hà Công Trường nói", "Director of the provincial Post Office", "Ha Cong Truong"),
    ],
)
def test_a_name_after_a_post_is_not_taken_for_its_place(text: str, body: str, name: str, context: Context) -> None:
    title, person = (render(item, STYLE) for item in recognise(text, context)[:2])
    assert (title, person) == (body, name)


ALSO_RIGHT = [
    ("Giám đốc Sở", "Director"),
    ("Thường trực HĐND huyện", "Permanent Board of the District People's Council"),
    ("Phó Bí thư Thường trực Tỉnh ủy", "Permanent Vice Secretary of the Provincial Party Committee"),
    ("Công ty Cổ phần Tư vấn 533", "533 Consultancy Joint Stock Company"),
    (
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Office of the National Assembly Delegation and Provincial People's Council",
    ),
    ("nguyên Chủ tịch UBND xã", "former commune Chairman"),
    ("UBND các huyện, thành, thị", "People's Committees of districts, towns and cities"),
    ("UBND quận, huyện", "district-level People's Committees"),
    ("Chi nhánh NHCSXH tỉnh", "Provincial Branch of the Vietnam Bank for Social Policies"),
    ("Ban Quản lý các khu công nghiệp tỉnh", "Management Board of Provincial Industrial Parks"),
    ("Trung tâm Y tế khu vực Tân Phú Đông", "Tan Phu Dong Area Medical Center"),
    ("Thanh tra Sở Y tế Hà Tĩnh", "inspectors of the Ha Tinh Department of Health"),
    ("UBND các xã Trung Lý, Tam Chung", "Commune People's Committees of Trung Ly and Tam Chung"),
]


@pytest.mark.parametrize(("vi", "english"), ALSO_RIGHT)
def test_another_way_of_saying_the_same_is_right(vi: str, english: str, context: Context) -> None:
    forms = accepted(only(vi, context), STYLE)
    assert english.casefold() in {form.casefold() for form in forms}


@pytest.mark.parametrize(("vi", "english"), [("Phó Chủ tịch UBND tỉnh", "Vice Chairman"), ("UBND tỉnh", "Committee")])
def test_a_form_that_could_be_another_body_is_not_right(vi: str, english: str, context: Context) -> None:
    assert english not in accepted(only(vi, context), STYLE)


@pytest.mark.parametrize(
    "text",
    [
        "các bộ xây dựng chương trình hành động",
        "Viện Nghiên cứu phát triển kinh tế xanh họp",
        "Trung tâm Giám sát môi trường đặc biệt họp",
        "ban ngày, hội thảo và vụ mùa",
        "cán bộ và nhân dân huyện đoàn kết vượt khó",
        "vận động người có công giúp công, người có của giúp của",
        "hội chợ Viễn thông Đồng bằng sông Cửu Long",
        "Sáng nay, Trung tâm hỗ trợ kỹ thuật 3.215 lượt",
        "các chức vụ Trưởng phòng",
        "Bộ Chính trị ban hành nghị quyết",
    ],
)
def test_a_body_that_is_not_fully_known_is_no_item(text: str, context: Context) -> None:
    assert [item for item in recognise(text, context) if item.kind == "institution"] == []


def test_a_house_layer_overrides_the_shipped_head() -> None:
    house = Term("Sở TT&TT", "Information Department", kind="organisation", layer="house")
    context = Context(Glossary.from_terms([house]))
    assert render(recognise("Sở TT&TT", context)[0], STYLE) == "Information Department"
    assert render(recognise("Sở TT&TT Long An", context)[0], STYLE) == "Long An Information Department"


def test_every_form_of_a_phrase_differs_from_the_preferred_one(context: Context) -> None:
    value = recognise("Phó Chủ tịch UBND huyện Tân Trụ", context)[0].value
    assert isinstance(value, Phrase)
    assert value.preferred not in value.accepted
    assert "Tan Tru District People's Committee Vice Chairman" in value.accepted
    assert value.place is not None and value.place.name == "Tân Trụ"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("hai đoàn viên đến từng nhà", ["Youth Union members"]),
        ("đoàn viên hiến máu", ["Youth Union member"]),
        ("công đoàn vận động đoàn viên góp một ngày lương", []),
        ("hơn 400 hội viên nông dân ra đồng", ["Farmers' Union members"]),
    ],
)
def test_members_are_counted_and_of_the_union_that_the_text_means(
    text: str, titles: list[str], context: Context
) -> None:
    assert [render(item, STYLE) for item in recognise(text, context) if item.kind == "title"] == titles


@pytest.mark.parametrize(
    ("vi", "body"),
    [
        ("Hội nghị do Cục An toàn thông tin tổ chức có 200 người dự.", "Cục An toàn thông tin"),
        ("Lớp học do Phòng Quản lý đào tạo tổ chức.", "Phòng Quản lý đào tạo"),
    ],
)
def test_what_a_body_holds_is_no_field_of_work(vi: str, body: str, context: Context) -> None:
    assert body in [vi[slice(*item.span)] for item in recognise(vi, context)]
