"""Units: the words for kinds of places, from province to street, and how English sets them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["province", "district", "commune", "village", "other"]


class Unit(NamedTuple):
    """A kind of place. `en` stands after the name in lower case ("Tan Tru district") or, with `before`, before it.

    `body` is the word inside an institution's name ("Tan Tru District People's Committee"); `alternatives` are other
    English words for it; `optional` tells that English may leave the word out; `numbered` that a number may be the
    name.
    """

    en: str
    level: Level
    body: str = ""
    plural: str = ""
    alternatives: tuple[str, ...] = ()
    before: bool = False
    optional: bool = False
    numbered: bool = False


UNITS: dict[str, Unit] = {
    "tỉnh": Unit("province", "province", "Provincial", "provinces", optional=True),
    "thành phố": Unit("city", "district", "City", "cities", optional=True),
    "huyện": Unit("district", "district", "District", "districts", optional=True),
    "huyện đảo": Unit(
        "island district", "district", "Island District", "island districts", ("district",), optional=True
    ),
    "quận": Unit("district", "district", "District", "districts", ("urban district",), optional=True, numbered=True),
    "thị xã": Unit("town", "district", "Town", "towns", optional=True),
    "xã": Unit("commune", "commune", "Commune", "communes", optional=True),
    "xã đảo": Unit("island commune", "commune", "Island Commune", "island communes", ("commune",), optional=True),
    "phường": Unit("ward", "commune", "Ward", "wards", optional=True, numbered=True),
    "thị trấn": Unit("township", "commune", "Township", "townships", ("town",), optional=True),
    "đặc khu": Unit("special zone", "commune", "Special Zone", "special zones", ("special administrative zone",)),
    "khu vực": Unit("region", "other", "Regional", "regions", ("area",), optional=True),
    "ấp": Unit("hamlet", "village", "Hamlet", "hamlets", ("village",), optional=True, numbered=True),
    "thôn": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True, numbered=True),
    "bản": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True),
    "làng": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True),
    "buôn": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True),
    "bon": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True),
    "plei": Unit("village", "village", "Village", "villages", ("hamlet",), optional=True),
    "xóm": Unit("hamlet", "village", "Hamlet", "hamlets", ("village",), optional=True, numbered=True),
    "sóc": Unit("hamlet", "village", "Hamlet", "hamlets", ("village",), optional=True),
    "khóm": Unit("quarter", "village", "Quarter", "quarters", ("hamlet",), optional=True, numbered=True),
    "khối phố": Unit(
        "quarter", "village", "Quarter", "quarters", ("residential quarter",), optional=True, numbered=True
    ),
    "khu phố": Unit(
        "quarter", "village", "Quarter", "quarters", ("residential quarter",), optional=True, numbered=True
    ),
    "tổ dân phố": Unit("residential group", "village", "Residential Group", "residential groups", numbered=True),
    "đường": Unit("street", "other", alternatives=("road", "avenue"), optional=True),
    "phố": Unit("street", "other", alternatives=("road",), optional=True),
    "quốc lộ": Unit("National Highway", "other", alternatives=("Highway",), before=True, numbered=True),
    "tỉnh lộ": Unit("Provincial Road", "other", alternatives=("Provincial Highway",), before=True, numbered=True),
    "huyện lộ": Unit("District Road", "other", before=True, numbered=True),
    "sông": Unit("river", "other", optional=True),
    "hồ": Unit("lake", "other", alternatives=("reservoir",), optional=True),
    "núi": Unit("mountain", "other", alternatives=("mount",), optional=True),
    "đảo": Unit("island", "other", optional=True),
    "quần đảo": Unit("archipelago", "other", alternatives=("islands",), optional=True),
    "bán đảo": Unit("peninsula", "other", optional=True),
    "đèo": Unit("pass", "other", optional=True),
    "vịnh": Unit("bay", "other", optional=True),
    "cầu": Unit("bridge", "other", optional=True),
    "chợ": Unit("market", "other", optional=True),
    "cảng": Unit("port", "other", optional=True),
    "cửa khẩu": Unit("border gate", "other", optional=True),
    "chùa": Unit("pagoda", "other", optional=True),
    "đền": Unit("temple", "other", optional=True),
    "sân bay": Unit("airport", "other", optional=True),
    "cao nguyên": Unit("plateau", "other", optional=True),
    "suối": Unit("stream", "other", alternatives=("creek",), optional=True),
    "kênh": Unit("canal", "other", optional=True, numbered=True),
    "rạch": Unit("canal", "other", alternatives=("creek",), optional=True),
    "cù lao": Unit("islet", "other", alternatives=("island",), optional=True),
    "phà": Unit("ferry", "other", optional=True),
    "bến phà": Unit("ferry landing", "other", alternatives=("ferry terminal", "ferry"), optional=True),
    "phá": Unit("lagoon", "other", optional=True),
    "hang": Unit("cave", "other", optional=True),
    "thác": Unit("waterfall", "other", optional=True),
    "tháp": Unit("tower", "other", optional=True),
    "đập": Unit("dam", "other", optional=True),
    "cống": Unit("sluice", "other", alternatives=("sluice gate", "culvert"), optional=True),
    "khu kinh tế": Unit("economic zone", "other", optional=True),
    "khu dân cư": Unit("residential area", "other", optional=True),
    "khu du lịch": Unit("tourist area", "other", alternatives=("tourism area", "tourist site"), optional=True),
    "làng nghề": Unit("craft village", "other", optional=True),
    "hợp tác xã": Unit("cooperative", "other", optional=True),
    "khu bảo tồn thiên nhiên": Unit("nature reserve", "other", optional=True),
    "nhiệt điện": Unit("thermal power plant", "other", optional=True),
    "nhà máy nhiệt điện": Unit("thermal power plant", "other", optional=True),
    "nhà máy thủy điện": Unit("hydropower plant", "other", optional=True),
    "cầu treo": Unit("suspension bridge", "other", alternatives=("bridge",), optional=True),
    "cầu phao": Unit("pontoon bridge", "other", alternatives=("bridge",), optional=True),
    "đại lộ": Unit("boulevard", "other", alternatives=("avenue",), optional=True),
    "nhà thờ": Unit("church", "other", alternatives=("cathedral",), optional=True),
    "vườn quốc gia": Unit("national park", "other", optional=True),
    "thủy điện": Unit("hydropower plant", "other", optional=True),
    "quảng trường": Unit("square", "other", optional=True),
    "hồ chứa nước": Unit("reservoir", "other", optional=True),
    "đồn biên phòng": Unit(
        "border post", "other", alternatives=("border guard station", "border guard post"), optional=True
    ),
    "nghĩa trang": Unit("cemetery", "other", optional=True),
    "nghĩa trang liệt sĩ": Unit("martyrs' cemetery", "other", alternatives=("cemetery",), optional=True),
    "nghĩa trang liệt sĩ quốc gia": Unit(
        "national martyrs' cemetery", "other", alternatives=("martyrs' cemetery", "cemetery"), optional=True
    ),
    "bến cảng": Unit("port", "other", optional=True),
    "khu công nghiệp": Unit("industrial park", "other", alternatives=("industrial zone",), optional=True),
    "cụm công nghiệp": Unit("industrial cluster", "other", optional=True),
}
"""The unit words by their Vietnamese name, as in `Place.unit`."""

SHORT = {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "kcn": "khu công nghiệp",
    "kkt": "khu kinh tế",
    "kdc": "khu dân cư",
    "htx": "hợp tác xã",
    "ccn": "cụm công nghiệp",
    "ql": "quốc lộ",
    "tl": "tỉnh lộ",
}
"""Abbreviated unit words, folded."""
