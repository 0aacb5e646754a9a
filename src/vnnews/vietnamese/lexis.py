"""Word lists that tell what a number is, from reading Vietnamese government news. All words in lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


COUNTED = _words("""
    ban buôn buổi báo bản bếp bệnh bộ ca chi chiếc chặng chỉ con cá cán câu cây công căn cơ cổng cụm cử diện doanh dvc
    dân dự gia giá giáo giải gói ha htx huy huyện hđnd hệ học hồ hộ hội hợp khu khóm khối kinh kiến km loại làng lãnh lô
    lượng lớp máy mô mẫu mục mức nghị ngành ngôi người nhiệm nhu nhà nhóm nội phiếu phòng phút phường quãng quầy
    quận suất sản số sở thuê thành thí thôn thị thời thủ tiêu tiết trang trung trường trạm trận trụ tthc tuyến tàu tập
    thiệt tỉnh tổ tổng ubnd vb văn vốn vụ xe xã ý điểm đoàn đài đình đơn đại đảng đồn đội ấp ủy
""")
"""First syllables of what is counted: after "a/b" they make it a share."""

BEFORE_DATE = _words("""
    chiều dịp hôm hết khánh kia kể lễ mai mừng nay ngày niệm qua sau sáng trưa trước tối tới tức từ vào đêm đến
""")
"""Words before "9/8" that make it a date."""

BEFORE_MONTH = _words("cuối giữa khoảng kể ngũ sau sinh trước tới từ vào đầu đến")
"""Words before "07/2020" that make it a month; after others it may be the number of a document."""

BEFORE_SHARE = _words("""
    binh bằng chiếm chỉ còn có cả dưới gần hơn hạng khoảng là lệ mới quá số thứ trên với đã được đạt
""")
"""Words before "9/8" that make it a share or rank."""

CLOCK_BEFORE = _words("""
    chiều cuối hồi khoảng lúc mai mới nay quá sau sáng trưa tận trước tối tới từ vào đêm đúng đầu đến
""")
"""Words before "7 giờ" that make it a time of day."""

DURATION_BEFORE = _words("""
    chỉ chừng còn cả cần dài dưới gần hơn khoảng mất mỗi ngoài ngót suốt thiểu thêm trong trên tổng vòng đa được
""")
"""Words before "7 giờ" that make it a duration."""

LABELS = _words("""
    khu mạch
    bài bản bảng bậc ca chương chặng cấp cột cụm hiệp hình hướng hạng hẻm khoá khoản khóa khóm kiệt km kênh kỳ loại lô
    lộ lớp mốc mục mức ngõ nhóm office phòng phường phần phố ql quyết quận số thôn thị thửa tl trang trạm tuyến tư tầng
    tổ tờ vòng vùng vực windows xóm điều đoạn đt đường định độ đội đợt ấp hotline
""")
"""Words before a figure that names something; it stays in figures: Ward 3, level 4."""

LABEL_PAIRS = frozenset((
    ("tiểu", "khu"), ("báo", "động"), ("sư", "đoàn"), ("lữ", "đoàn"), ("trung", "đoàn"), ("tiểu", "đoàn"),
    ("quân", "đoàn"), ("binh", "đoàn"), ("đối", "tượng"), ("tổng", "đài"), ("đầu", "số"), ("dây", "nóng"),
    ("số", "máy"), ("số", "thuế"),
    ("vành", "đai"), ("chương", "trình"), ("nguyện", "vọng"),
))  # fmt: skip
"""Two words before a figure that names something: Division 5, alarm level 2."""

COUNTS_TOO = _words("bản cấp mức nhóm quyết tuyến điều đội")
"""Labels that are also verbs or nouns before a count: "cấp 96 con bò" (gave 96 cows)."""

NO_LABEL_PAIRS = frozenset((
    ("dân", "số"), ("trong", "số"), ("một", "số"), ("con", "số"),
    ("sĩ", "số"), ("tổng", "số"), ("chỉ", "số"), ("điểm", "số"), ("hệ", "số"), ("doanh", "số"),
    ("quân", "số"), ("nhân", "số"), ("trị", "số"), ("tỷ", "số"), ("tỉ", "số"), ("đa", "số"), ("thiểu", "số"),
    ("tọa", "độ"), ("nhiệt", "độ"), ("tốc", "độ"), ("mật", "độ"), ("vĩ", "độ"), ("kinh", "độ"), ("nồng", "độ"),
))  # fmt: skip
"""Words that end like a label but are followed by an amount: a population of 1.5 million."""

ASSEMBLIES = ("hđnd", "hội đồng nhân dân", "quốc hội", "ban chấp hành", "bch", "đảng bộ", "tỉnh ủy", "ubmttq")
"""Bodies that count their terms: "HĐND tỉnh khóa 13" is the 13th tenure, "lớp khóa 13" a course."""

PLOTS = _words("lô block ô hẻm kiệt ngõ thửa kiot căn")
"""Words before "15-2/01", which then is the name of a plot or a lane."""

AGREED_UNITS = _words("""
    bộ chiếc con cái em giây giờ ha hộ km kg lượt lần lít mét ngày năm người nhà phút thanh tháng tuần tấn đứa
""")
"""What two numbers in a row count without a comma: "bốn năm ngày", four or five days."""

ORDINAL_BEFORE = _words("""
    bên bản bộ cao con cuốn hệ họp khóa loại là lần người năm phiên tầng tập vòng vị xếp đoàn đại đời đợt đứng
""")
"""Words before "thứ hai" that make it second, not Monday."""

WEEKDAY_BEFORE = _words("""
    chiều hết ngày nhật sáng trưa tối từ vào đêm đến
""")
"""Words before "thứ hai" that make it Monday."""

NO_NUMBER_AFTER = _words("""
    bị bởi cho chưa còn có cũng cần của do hay hoặc khi không kia là lên mà mới như nhưng này nên nếu nọ phải ra
    rưỡi sẽ theo thì trong trên trở tại từ và vào vì vẫn về với xuống đang đã đó được đến để ấy ở
""")
"""Words after "hai", "bốn" that cannot be what is counted."""

NOUNS = _words("""
    buổi bài bước bản bảng bệnh bộ bức ca chi chiếc cháu chương chỗ chữ con cuốn cá cái cán cân câu cây công căn cơ
    cơn cấp cầu cặp cụm cửa doanh dạng dự giai giáo giây giường giải giờ ha huyện hình hôm hạng học hộ hội kg khu
    khâu km kỳ loại lít lĩnh lượt lần lớp máy mét mô mùa mảnh mặt mục mức nghị ngành ngày ngôi người nhiệm nhà nhân
    nhóm năm nơi nếp nội phiên phòng phút phường quyển quận quốc suất sở thành tháng thôn thế thủ thứ tiêu tiếng
    trường trạm trận tuyến tuần tàu tạ tấn tầng tập tỉnh tổ tờ việc vòng vùng vị vụ xe xã y điểm đoàn đêm đôi đơn
    đường đại đảng đề địa đội đời đợt ấp
""")
"""First syllables of what "năm" (five, year) and "chín" (nine, ripe) can count."""

NOT_FIVE_BEFORE = _words("""
    cuối các cả giữa hai hàng hằng mấy mỗi một nhiều những qua sang suốt theo trong từng vài vào đầu đến
""")
"""Words before "năm" that make it a year."""

NOT_FIVE_AFTER = _words("""
    chi cuối công học hội mới nay ngoái nhà qua quốc sau thứ trước tỉnh tới đơn đảng đầu địa
""")
"""Words after "năm" that make it a year."""

NO_COUNT_BEFORE = _words("""
    anh bà bác chú chị cô cấp cậu cửa dì dăm giải hàng hạng lớp mùng mấy mồng ngày nửa quý số tháng thím thứ vài ông
""")
"""Words before a number word that make it a name, an ordinal or a month."""

OTHER_SENSES = {
    "ba": _words("ba cháu chỉ cô gác hoa lá lô má mình mẹ nó rọi tôi đình ơi"),
    "bảy": _words("núi"),
    "hai": _words("anh bờ chân chị hàng lề má mái mắt mẹ phía ta tay vai vợ đầu đứa"),
}
"""Words after "ba" (father) and the like where they are no numbers, and pairs that English need not count."""

OTHER_SENSES_BEFORE = {
    "ba": _words("bà cùng má mẹ ngã áo"),
    "tư": _words("ngã"),
    "chín": _words("chưa gần hấp luộc làm lúa nấu quả trái vừa đã"),
}
"""Words before "ba" (father) and "tư" where they are no numbers."""

TITLES = frozenset(
    ("Tỉnh", "Huyện", "Thành", "Phó", "Thủ", "Bộ", "Chủ", "Giám", "Thứ", "Bí", "Sở", "Nhà", "Tổng", "Đại")
)
"""First syllables of posts and bodies in capitals that are counted: "ba Phó Chủ tịch"."""

GO_ON = _words("""
    bằng bị chiếm chưa cho còn do gồm không là lên mua mà một mỗi nay nhưng nên rồi sau so thì thuộc thành trong trả tới
    từ vì vào và vọt vốn với xuống xây đang đã được để đến lãi
""")
"""Words after "31,8 tỷ" that are not what is counted."""

STEMS = _words("giáp ất bính đinh mậu kỷ canh tân nhâm quý")
BRANCHES = _words("tý sửu dần mão mẹo thìn tỵ tị ngọ mùi thân dậu tuất hợi")
"""The two words that name a year of the lunar calendar: Mậu Thân 1968."""

AFTER_NAMES = _words("""
    và với của trên ở tại là được bị đã đang sẽ vừa vẫn cũng còn chưa phải cần nên cho để khi từ đến tới lên
    xuống qua theo hôm ngày năm này đó ấy nay nhưng mà thì do bởi vì nếu hoặc như rồi sau trước gồm
""")
"""Words that go on with a sentence and are no second half of a word, so that a run of capitals before them is whole."""

UPPER = "A-ZÀ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters, for a class of a pattern."""
