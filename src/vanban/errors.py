"""Why a file is not read. Every refusal has a stable code and says, in Vietnamese, what happened and what to do."""

from __future__ import annotations


class Refused(Exception):
    """A file that cannot or must not be read. ``code`` is stable; ``str()`` is for the officer."""

    code = "refused"
    message = "Tệp không được đọc."

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.message} {detail}".strip())


class TooLarge(Refused):
    code = "too-large"
    message = "Tệp quá lớn nên không được đọc. Hãy tách thành nhiều tệp hoặc gửi bản chỉ có phần chữ."


class NoWords(Refused):
    code = "no-words"
    message = (
        "Không tìm thấy chữ nào trong tệp. Hãy kiểm tra xem đã chọn đúng tệp chưa; "
        "nếu các trang là ảnh chụp thì hãy lưu thành .pdf, hoặc chụp lại cho rõ."
    )


class UnknownKind(Refused):
    code = "unknown-kind"
    message = (
        "Không nhận ra loại tệp. "
        "Hãy dùng .docx, .doc, .rtf, .odt, .pdf, .html, .mht, .txt, .md, hoặc ảnh .png, .jpg, .tif."
    )


class Encrypted(Refused):
    code = "encrypted"
    message = "Tệp có đặt mật khẩu nên không đọc được. Hãy lưu lại một bản không mật khẩu."


class BrokenFile(Refused):
    code = "broken-file"
    message = (
        "Tệp bị hỏng hoặc không đầy đủ, có thể do sao chép hay tải về chưa xong. "
        "Hãy mở tệp bằng phần mềm đã tạo ra nó và lưu lại, hoặc xin nơi gửi bản khác."
    )


class DangerousFile(Refused):
    code = "dangerous-file"
    message = (
        "Tệp có cấu tạo khác thường, có thể làm hại máy, nên không được mở. "
        "Hãy xin nơi gửi một bản khác, và đừng mở tệp này nếu không rõ ai gửi."
    )


class ParserKilled(Refused):
    code = "parser-killed"
    message = (
        "Việc đọc tệp dùng quá nhiều thời gian hoặc bộ nhớ nên đã bị dừng. "
        "Hãy tách tệp, bỏ bớt hình ảnh, hoặc lưu lại thành .docx rồi gửi lại."
    )


class NotInstalled(Refused):
    code = "not-installed"
    message = "Đây là bản quét, và máy này chưa cài phần nhận dạng chữ. Hãy nhờ người quản trị cài đặt."


class NotYetReadable(Refused):
    code = "not-yet-readable"
    message = "Loại tệp này chưa đọc được."


class SecretStamp(Refused):
    code = "secret-stamp"
    message = (
        "Tài liệu có dấu độ mật, không được đưa vào hệ thống này. Chưa có gì được lưu. "
        "Hãy xử lý trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
    )
