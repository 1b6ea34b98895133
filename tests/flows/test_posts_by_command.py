"""Posts are given and ended on the command line, and files come in for the unit of the post."""

from factories import write


def test_a_post_is_given_used_and_ended(whole_office, tmp_path):
    printed = whole_office.run(
        "user", "an.tran", "--unit", "UBND xã Bình Lư, tỉnh Lai Châu", "--role", "clerk"
    )
    assert "Mật khẩu:" in printed and "Đã giao: Văn thư, UBND xã Bình Lư" in printed
    whole_office.run("import", str(write(tmp_path)), "--user", "an.tran")
    asked = (
        "Document.objects.filter(unit__states__name='Xã Bình Lư', received_by__username='an.tran').count()"
    )
    assert whole_office.ask(asked) == "1"
    again = whole_office.run(
        "user", "an.tran", "--unit", "UBND xã Bình Lư, tỉnh Lai Châu", "--role", "clerk", code=1
    )
    assert "đã có chức vụ đó" in again
    ended = whole_office.run(
        "user", "an.tran", "--unit", "UBND xã Bình Lư, tỉnh Lai Châu", "--role", "clerk", "--end"
    )
    assert "Đã kết thúc: Văn thư, UBND xã Bình Lư" in ended
    refused = whole_office.run("import", str(write(tmp_path, "Kế hoạch khác")), "--user", "an.tran", code=1)
    assert "được đưa văn bản vào sổ" in refused


def test_what_is_not_clear_is_said(whole_office):
    several = whole_office.run("user", "an", "--unit", "UBND xã Tân Thành", "--role", "focal", code=1)
    assert whole_office.ask("User.objects.filter(username='an').exists()") == "False"
    assert "có thể là của nhiều đơn vị" in several and "tỉnh" in several.lower()
    assert "Không có đơn vị nào" in whole_office.run("user", "an", "--unit", "Xyz", "--role", "focal", code=1)
    assert "--unit và --role" in whole_office.run("user", "an", "--role", "focal", code=2)
    assert "Không có tài khoản" in whole_office.run(
        "user", "b", "--unit", "xã Bình Lư, tỉnh Lai Châu", "--role", "focal", "--end", code=1
    )
