"""The sentences of the library vanban, named here so that they are translated; a test holds them to the library."""

from __future__ import annotations

from caytre.core.refusals import gettext_noop

REFUSALS = (
    gettext_noop("Tệp không được đọc."),
    gettext_noop("Tệp quá lớn nên không được đọc. Hãy tách thành nhiều tệp hoặc gửi bản chỉ có phần chữ."),
    gettext_noop(
        "Không tìm thấy chữ nào trong tệp. Hãy kiểm tra xem đã chọn đúng tệp chưa; "
        "nếu các trang là ảnh chụp thì hãy lưu thành .pdf, hoặc chụp lại cho rõ."
    ),
    gettext_noop(
        "Không nhận ra loại tệp. "
        "Hãy dùng .docx, .doc, .rtf, .odt, .pdf, .html, .mht, .txt, .md, hoặc ảnh .png, .jpg, .tif."
    ),
    gettext_noop("Tệp có đặt mật khẩu nên không đọc được. Hãy lưu lại một bản không mật khẩu."),
    gettext_noop(
        "Tệp bị hỏng hoặc không đầy đủ, có thể do sao chép hay tải về chưa xong. "
        "Hãy mở tệp bằng phần mềm đã tạo ra nó và lưu lại, hoặc xin nơi gửi bản khác."
    ),
    gettext_noop(
        "Tệp có cấu tạo khác thường, có thể làm hại máy, nên không được mở. "
        "Hãy xin nơi gửi một bản khác, và đừng mở tệp này nếu không rõ ai gửi."
    ),
    gettext_noop(
        "Việc đọc tệp dùng quá nhiều thời gian hoặc bộ nhớ nên đã bị dừng. "
        "Hãy tách tệp, bỏ bớt hình ảnh, hoặc lưu lại thành .docx rồi gửi lại."
    ),
    gettext_noop("Loại tệp này chưa đọc được."),
    gettext_noop("Đây là bản quét, và máy này chưa cài phần nhận dạng chữ. Hãy nhờ người quản trị cài đặt."),
    gettext_noop(
        "Tài liệu có dấu độ mật, không được đưa vào hệ thống này. Chưa có gì được lưu. "
        "Hãy xử lý trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
    ),
)
DETAILS = (
    gettext_noop("Tệp của Word 2 hoặc cũ hơn: hãy mở bằng LibreOffice và lưu lại thành .docx."),
    gettext_noop("Tệp có hơn 4 triệu chữ cái (khoảng 2.000 trang)."),
    gettext_noop("Tệp có hơn 200.000 đoạn hoặc dòng."),
    gettext_noop("Tệp có một đoạn dài hơn 100.000 chữ cái không xuống dòng."),
    gettext_noop("Tệp có hơn 5.000 nhiệm vụ."),
    gettext_noop("Tệp có hơn 2.000 trang."),
    gettext_noop("Các phần của tệp lồng vào nhau quá sâu."),
    gettext_noop("Đây là bảng tính; hãy lưu trang cần đọc thành .pdf."),
    gettext_noop("Đây là bài trình chiếu; hãy lưu thành .pdf."),
    gettext_noop("Đây là tệp nén; hãy giải nén rồi gửi từng văn bản."),
    gettext_noop("Lệnh cài: sudo apt-get install tesseract-ocr-vie"),
    gettext_noop("Lệnh cài: pip install 'caytre[ocr]'"),
)
REMARKS = (
    gettext_noop("Không tìm thấy cơ quan ban hành."),
    gettext_noop("Không tìm thấy số, ký hiệu văn bản."),
    gettext_noop("Không nhận ra loại văn bản."),
    gettext_noop("Không tìm thấy trích yếu."),
    gettext_noop("Không tìm thấy ngày, tháng, năm ban hành."),
    gettext_noop("Không tìm thấy nhiệm vụ nào được giao."),
    gettext_noop("Phần mở rộng của tên tệp không đúng với nội dung; đã đọc theo nội dung."),
    gettext_noop("Số văn bản còn để trống."),
    gettext_noop("Số văn bản viết tay, máy không đọc được. Hãy ghi số theo ảnh."),
    gettext_noop(
        "Tệp đã ký số: số và ngày có thể được đóng lên trang dưới dạng hình nên không đọc được. Hãy ghi theo hình."
    ),
    gettext_noop("Tệp Word này hiện cả chữ của một tệp khác chèn bên trong; phần đó chưa được đọc."),
    gettext_noop("Bản quét: chữ do máy nhận dạng. Hãy đối chiếu tên, số và ngày với bản giấy."),
    gettext_noop(
        "Văn bản được gõ bằng phông chữ cũ (TCVN3, VNI hoặc tương tự) và đã được chuyển sang Unicode; "
        "hãy xem lại tên riêng và các con số."
    ),
)
