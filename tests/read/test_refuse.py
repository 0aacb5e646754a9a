"""Pages that answer 200 and hold no article; and articles whose words resemble what such pages say."""

from __future__ import annotations

import pytest

from vnnews.article import Article
from vnnews.errors import NoArticleError
from vnnews.read.page import read_page
from vnnews.read.source import Source

ASK = "Vui lòng quay lại trang chủ hoặc tìm kiếm nội dung khác mà bạn quan tâm trên cổng thông tin của huyện."


def read(title: str, text: str) -> Article:
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div><p>{text}</p></div></body></html>"
    return read_page(html, Source(html.encode(), "page", "2026-01-01T00:00:00Z"), "utf-8")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Không tìm thấy trang", ASK),
        ("Trang bạn yêu cầu không tồn tại", ASK),
        ("Xin lỗi, bài viết này đã bị xóa", ASK),
        ("Oops! That page can’t be found.", "Maybe try one of the links below or a search of the whole site?"),
        ("Lỗi hệ thống", ASK),
        ("404", ASK),
        ("404 - Cổng thông tin điện tử huyện", ASK),
        ("Lỗi 404: không có trang", ASK),
        ("Đăng nhập", "Mời nhập tên đăng nhập và mật khẩu đã được quản trị hệ thống của cơ quan cấp cho đơn vị."),
        ("Cổng thông tin điện tử", f"Bài viết bạn yêu cầu không tồn tại hoặc đã bị gỡ bỏ khỏi hệ thống. {ASK}"),
        ("Cổng thông tin điện tử", "Trang đang được bảo trì, nâng cấp. Mong bạn đọc thông cảm, quay lại sau ít phút."),
        ("Cổng thông tin điện tử", "Bạn cần đăng nhập bằng tài khoản công vụ để xem nội dung này trên cổng thông tin."),
        ("tin.example.vn", "Checking your browser before accessing the site. This process is automatic and short."),
        ("Thông báo", "Vui lòng bật JavaScript trong trình duyệt của bạn rồi tải lại trang để tiếp tục truy cập."),
    ],
)  # fmt: skip
def test_missing_closed_and_broken_pages_are_refused(title: str, text: str) -> None:
    with pytest.raises(NoArticleError, match="says that the article is not"):
        read(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Nhiều trang web giả mạo đã bị gỡ bỏ", "Sở Thông tin và Truyền thông cho biết 12 trang giả mạo đã bị gỡ bỏ."),
        ("Cầu Long Hồ đang được bảo trì, nâng cấp", "Từ ngày 12/3, cầu được bảo trì, xe đi vòng qua đường tránh."),
        ("Tin đồn vỡ đập là không có thật", "UBND huyện khẳng định tin đồn lan truyền tối 11/3 là không có cơ sở."),
        ("Trang trại gà không có điện ba ngày", "Trận lốc tối 11/3 làm đổ 14 cột điện, trang trại phải chạy máy phát."),
        ("Không còn lỗi font trong văn bản điện tử", "Từ tháng 4, các xã dùng chung một bộ gõ, văn bản đi không lỗi."),
        ("404 hộ dân vùng lũ được hỗ trợ", "UBND huyện hỗ trợ 404 hộ dân vùng lũ sửa nhà, mỗi hộ 20 triệu đồng."),
        ("Xã thứ 404 đạt chuẩn", "Sáng 12/3, xã Tân Hòa là xã thứ 404 được công nhận đạt chuẩn nông thôn mới."),
        ("Người dân đăng nhập một lần dùng nhiều dịch vụ", "Tài khoản định danh dùng để đăng nhập mọi cổng dịch vụ."),
    ],
)  # fmt: skip
def test_short_news_in_like_words_is_read(title: str, text: str) -> None:
    assert read(title, text).title == title
