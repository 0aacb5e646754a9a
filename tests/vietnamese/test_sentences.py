"""Where sentences end and where they do not; and that nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnnews.vietnamese.sentences import split

SPLITS = [
    "Hội nghị thành công tốt đẹp.| Các đại biểu ra về.",
    "nhiệm vụ quan trọng…|Công tác tuyên truyền được chú trọng.",
    "nhiệm vụ quan trọng...|Công tác tuyên truyền được chú trọng.",
    "được quan tâm đầu tư.|Tại hội nghị, nhiều ý kiến được nêu.",
    "tại các huyện, thị xã… | Duy trì tốt việc ứng dụng.",
    "đạt 1.846 tỷ đồng.| Đến năm 2020.| 10 huyện về đích.",
    "trong năm 2016.|Tại buổi lễ, ông phát biểu.",
    "xã hội./.| Tin, ảnh: Thanh Hằng",
    "xã hội. /.| Tin, ảnh: Thanh Hằng",
    "Đi đâu? | Về đâu?",
    "“Chúng tôi làm tốt.| Chúng tôi sẽ làm tốt hơn.”| Ông kết luận.",
    '"Đi học thôi."| Anh đáp.',
    "Tại điểm cầu (Ảnh: N. Hùng).| Đến dự có lãnh đạo tỉnh.",
    "Hội nghị kết thúc.| (Theo TTXVN.)| Tin liên quan.",
    "đưa khu A.| Đây là khu mới.",
    "Bị cáo Nguyễn Văn T.| Tòa tuyên án.",
    "do Sở TT&TT.| Tại đây có nhiều điểm.",
    "Dòng một\nDòng hai\n| Dòng ba",
    "ô một\tô hai",
    "bảo đảm:| - Tăng cường",
    "bảo đảm tốt.| - Tăng cường kiểm tra.| - Xử lý nghiêm.",
    "Website: travinh.gov.vn.| Tại đây đăng tin.",
    "Sở đồng ý.|UBND tỉnh họp bàn.",
]

WHOLE = [
    "Ngày 9/8, tại TP.HCM và TP. Tân An, đoàn làm việc với Tp.Hồ Chí Minh.",
    "TS. Nguyễn Văn A, Th.S Trần B, ThS.Lê C, PGS.TS. Đỗ D và GS. Hồ E cùng dự.",
    "Trụ sở tại Q.1, Q. 3, P. Bến Nghé, H. Củ Chi, X. Bình Lãng.",
    "Tổng vốn 1.846 tỷ đồng, tăng 9.5 lần; phần mềm Egov 2.0; nghị định 43/2011/NĐ-CP.",
    "1. Mục tiêu chung của kế hoạch",
    "a. Nhiệm vụ",
    "I. TÌNH HÌNH",
    "Điều 5. Hiệu lực thi hành",
    "các mô hình một cửa… và một cửa liên thông được duy trì; kết quả tốt; phản ánh… đầy đủ",
    "“Có ai ở nhà không?” anh hỏi vọng vào.",
    "Anh Nguyễn V. Hùng và ông A. Yersin có mặt.",
    "bà Đ.T.L. (58 tuổi, ở phường Bắc Cường) cho biết",
    "các đơn vị (gồm: A. B. C…) được khen",
    "ngày 30. 4. 1975 lịch sử",
    "bằng .Net và Java",
    "xem tại http://www.travinh.gov.vn/tin.Tuc",
]


@pytest.mark.parametrize("marked", SPLITS)
def test_where_sentences_end(marked: str) -> None:
    wanted = [line.strip() for part in marked.split("|") for line in part.replace("\t", "\n").split("\n")]
    text = marked.replace("|", "") if "bảo đảm:" not in marked else marked.replace("|", "\n")
    assert [text[a:b] for a, b in split(text)] == [part for part in wanted if part]


@pytest.mark.parametrize("text", WHOLE)
def test_where_they_do_not(text: str) -> None:
    assert split(text) == [(0, len(text))]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u3000"])
def test_nothing_to_part(text: str) -> None:
    assert split(text) == []


MARKS = [".", "…", "...", "./.", "?", "!", " ", "  ", "\n", "\t", "\r", "\u2028", "\u00a0", '"', "“", "”"]
WORDS = ["(", ")", "-", "Tại", "xã", "TP", "Q", "2016", "1.846", "Điều 5", "N", "đ"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS + WORDS) | st.text(max_size=3)))
def test_nothing_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    position = 0
    for start, end in split(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert not set(text[start:end]) & set("\n\r\t\x0b\x0c\u2028\u2029")
        position = end
    assert not text[position:].strip()


def test_a_line_of_stops_takes_no_time() -> None:
    assert len(split("Tốt. " * 5000)) == 5000
    assert split('"' * 20_000) == [(0, 20_000)]
