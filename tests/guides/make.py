"""Makes the papers that the guides use, all of them invented: a notice (Word), a register of two months and the sheet
that an agency filled (Excel).

    python3 -m venv v && v/bin/pip install python-docx openpyxl && v/bin/python tests/guides/make.py
"""
from datetime import date
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from openpyxl import Workbook

HERE = Path(__file__).parent


def notice():
    doc = Document()
    head = doc.add_table(rows=2, cols=2)
    for cell, words in zip(head._cells, [
        "VĂN PHÒNG\nTỈNH THÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Số: 02/TB-VD", "Thí Dụ, ngày 20 tháng 3 năm 2025",
    ]):
        cell.text = words
        cell.paragraphs[0].alignment = ALIGN.CENTER
    for words in ["THÔNG BÁO",
                  "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn Thí Dụ tại phiên họp thứ hai"
                  " về cải cách hành chính ngày 17 tháng 3 năm 2025"]:
        paragraph = doc.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.add_run(words).bold = True
    for words in [
        "Ngày 17 tháng 3 năm 2025, Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn Thí Dụ đã chủ trì phiên họp thứ hai về cải"
        " cách hành chính. Sau khi nghe báo cáo và ý kiến của các đại biểu, Chủ tịch kết luận như sau:",
        "1. Ghi nhận kết quả rà soát danh mục thủ tục hành chính của Văn phòng tỉnh.",
        "2. Trong thời gian tới, yêu cầu các đơn vị tập trung thực hiện:",
        "a) Sở Ví Dụ chủ trì, phối hợp với Sở Minh Họa chuẩn hóa mẫu đơn của các thủ tục, hoàn thành trước ngày 30"
        " tháng 6 năm 2025.",
        "b) Sở Minh Họa xây dựng kho kết quả giải quyết thủ tục hành chính, hoàn thành trong Quý III năm 2025.",
        "c) Sở Thử Nghiệm thí điểm tiếp nhận hồ sơ tại nhà, báo cáo Văn phòng tỉnh Thí Dụ trong tháng 5 năm 2025.",
        "3. Giao Văn phòng tỉnh Thí Dụ theo dõi, đôn đốc việc thực hiện Thông báo này.",
        "Văn phòng tỉnh thông báo để các đơn vị biết, thực hiện./.",
    ]:
        doc.add_paragraph(words)
    foot = doc.add_table(rows=1, cols=2)
    foot._cells[0].text = "Nơi nhận:\n- Các sở;\n- Lưu: VT."
    foot._cells[1].text = "CHÁNH VĂN PHÒNG\n\n\nTrần Thị Ví Dụ"
    doc.save(HERE / "thong-bao.docx")


def second_notice():
    """The notice of `docs/vi/nhap-van-ban.md`, out of the text that the test of `tiendo import` has."""
    doc = Document()
    text = (HERE.parent / "cmd/import.in/thong-bao.txt").read_text(encoding="utf-8")
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        # The two columns of head and foot stay lines of their own.
        for words in lines if "   " in paragraph.strip() else [" ".join(line.strip() for line in lines)]:
            doc.add_paragraph(words.strip())
    doc.save(HERE / "thong-bao-so-hoa.docx")


def register(month, rows):
    book = Workbook()
    sheet = book.active
    sheet.title = "Theo dõi"
    sheet.append(["SỔ THEO DÕI NHIỆM VỤ NĂM 2025"])
    sheet.append([])
    sheet.append(["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Ghi chú"])
    for row in rows:
        sheet.append(row)
    for column, width in zip("ABCDEF", (6, 50, 24, 24, 16, 24)):
        sheet.column_dimensions[column].width = width
    book.save(HERE / f"so-thang-{month}.xlsx")


def form():
    """The sheet of an agency's workbook under /du-lieu/, filled and sent back."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Mẫu báo cáo"
    sheet.append(["Mã nhiệm vụ", "Nhiệm vụ", "Mã trong sổ", "Kỳ", "Thời hạn", "Trạng thái", "Mã cơ quan", "Ngày báo cáo",
                  "Kết quả báo cáo", "Tỷ lệ hoàn thành (0–100)", "Ngày có sản phẩm", "Giá trị chỉ tiêu", "Nội dung báo cáo",
                  "Lý do chậm", "Kiến nghị", "Tên sản phẩm, minh chứng", "Số, ký hiệu", "Địa chỉ trên mạng"])
    sheet.append(["tiep-nhan-ho-so-tai-nha", "Thí điểm tiếp nhận hồ sơ tại nhà", None, None, date(2025, 5, 31),
                  "Đã hết thời hạn, chưa có thông tin", "so-thu-nghiem", date(2025, 7, 4), "Hoàn thành", None,
                  date(2025, 6, 5), None, "Đã thí điểm ở hai xã.", "Chờ kinh phí in mẫu đơn.", None, "Báo cáo kết quả thí điểm", "09/BC-STN", None])
    book.save(HERE / "so-thu-nghiem.xlsx")


notice()
second_notice()
form()
SAME = [2, "Công bố danh mục thủ tục nội bộ", "Văn phòng tỉnh Thí Dụ", None, "7/2025", None]
register(6, [
    [1, "Rà soát quy trình cấp phép", "Sở Ví Dụ", "Văn phòng tỉnh Thí Dụ", "30/6/2025", None],
    SAME,
    [3, "Số hóa hồ sơ lưu trữ", "Sở Minh Họa", "Sở Ví Dụ", "12/2025", None],
])
register(7, [
    [1, "Rà soát quy trình cấp phép", "Sở Ví Dụ", "Văn phòng tỉnh Thí Dụ", "15/8/2025", "Đã trình dự thảo"],
    SAME,
    [3, "Số hóa hồ sơ lưu trữ", "Sở Minh Họa", "Sở Ví Dụ", "12/2025", None],
    [4, "Niêm yết phí và lệ phí", "Sở Ví Dụ", None, "9/2025", None],
])
