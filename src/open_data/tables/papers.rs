//! Tables of meetings and documents.

use super::{Column, Kind, Table, TableId, column};

const TASKS: Column =
    column("tasks", Kind::Count, ["Số nhiệm vụ", "Tasks"], ["Số nhiệm vụ nêu ở đây.", "Tasks stated here."], "32");
const NOTE: Column = column(
    "note",
    Kind::Text,
    ["Ghi chú", "Note"],
    ["Ghi chú cho người đọc.", "A note for readers."],
    "Ngày ký lấy từ bản tin.",
)
.maybe();

/// Meetings.
pub(super) static MEETINGS: Table = Table {
    id: TableId::Meetings,
    name: "phien-hop",
    title: ["Phiên họp", "Meetings"],
    meaning: ["Mỗi dòng là một phiên họp hoặc hội nghị.", "One row is one meeting or conference."],
    key: &["id"],
    columns: &[
        column("id", Kind::Id, ["Mã", "Id"], ["Mã của phiên họp.", "Id of the meeting."], "2018-09-11-hoi-nghi-tthc"),
        column(
            "title",
            Kind::Text,
            ["Tên", "Title"],
            ["Tên phiên họp.", "Its title."],
            "Hội nghị trực tuyến về cải cách thủ tục hành chính",
        ),
        column(
            "title_en",
            Kind::Text,
            ["Tên (tiếng Anh)", "Title (English)"],
            ["Tên tiếng Anh.", "Its title in English."],
            "Online conference on administrative procedure reform",
        )
        .maybe(),
        column(
            "address",
            Kind::Address,
            ["Địa chỉ trang", "Address"],
            ["Trang của phiên họp trên trang này.", "Page of the meeting on this site."],
            "phien-hop/2018-09-11-hoi-nghi-tthc/",
        ),
        column(
            "body",
            Kind::Id,
            ["Mã nơi họp", "Body"],
            ["Ban, tổ, hội đồng đã họp; hội nghị thì trống.", "The body that met; a conference has none."],
            "to-cong-tac-cai-cach-tthc",
        )
        .maybe()
        .of("co-quan"),
        column(
            "ordinal",
            Kind::Count,
            ["Phiên thứ", "Ordinal"],
            ["Phiên họp thứ mấy của nơi đó.", "Number of the session of that body."],
            "2",
        )
        .maybe(),
        column("held", Kind::Day, ["Ngày họp", "Held on"], ["Ngày họp.", "Day of the meeting."], "2018-09-11").maybe(),
        column("place", Kind::Text, ["Nơi họp", "Place"], ["Nơi họp, bằng lời.", "Place, in words."], "Hà Nội").maybe(),
        column(
            "format",
            Kind::Text,
            ["Hình thức", "Form"],
            ["Hình thức họp, bằng lời.", "Form of the meeting, in words."],
            "trực tuyến",
        )
        .maybe(),
        column(
            "localities",
            Kind::Count,
            ["Số điểm cầu", "Localities"],
            ["Số địa phương kết nối.", "Number of localities connected."],
            "63",
        )
        .maybe(),
        column("chair", Kind::Text, ["Chủ trì họp", "Chair"], ["Người chủ trì.", "Who chaired."], "Nguyễn Văn A")
            .maybe(),
        column(
            "chair_role",
            Kind::Text,
            ["Chức vụ chủ trì", "Role of the chair"],
            ["Chức vụ nêu trong văn bản.", "Role, as the document names it."],
            "Phó Thủ tướng",
        )
        .maybe(),
        column(
            "documents",
            Kind::Ids,
            ["Mã văn bản", "Documents"],
            ["Văn bản ban hành sau phiên họp.", "Documents that it ended in."],
            "2018-09-11-hoi-nghi-tthc",
        ),
        TASKS,
        column(
            "restored",
            Kind::Text,
            ["Văn bản phục dựng", "Restored text"],
            ["Vì sao văn bản phải phục dựng, chỗ nào còn ngờ.", "Why the text is a restoration, and what is doubtful."],
            "Bản quét mờ.",
        )
        .maybe(),
        NOTE,
    ],
};

/// Documents that give tasks.
pub(super) static DOCUMENTS: Table = Table {
    id: TableId::Documents,
    name: "van-ban",
    title: ["Văn bản", "Documents"],
    meaning: [
        "Mỗi dòng là một văn bản giao nhiệm vụ, hoặc một bản tin được dùng làm nguồn.",
        "One row is a document that gives tasks, or a news item marked as a source.",
    ],
    key: &["id"],
    columns: &[
        column("id", Kind::Id, ["Mã", "Id"], ["Mã của văn bản.", "Id of the document."], "2018-09-11-hoi-nghi-tthc"),
        column(
            "origin",
            Kind::Code(&["meeting", "news"]),
            ["Nguồn", "Origin"],
            ["Văn bản của phiên họp, hay bản tin.", "A document of a meeting, or a news item."],
            "meeting",
        ),
        column(
            "meeting",
            Kind::Id,
            ["Mã phiên họp", "Meeting"],
            ["Phiên họp có văn bản này.", "The meeting that it belongs to."],
            "2018-09-11-hoi-nghi-tthc",
        )
        .of("phien-hop"),
        column(
            "kind",
            Kind::Text,
            ["Loại văn bản", "Kind"],
            ["Loại văn bản, bằng lời.", "Kind of document, in words."],
            "Thông báo kết luận",
        )
        .maybe(),
        column("number", Kind::Text, ["Số, ký hiệu", "Number"], ["Số, ký hiệu.", "Number and symbol."], "372/TB-VPCP")
            .maybe(),
        column("issued", Kind::Day, ["Ngày ban hành", "Issued on"], ["Ngày ban hành.", "Day of issue."], "2018-09-24")
            .maybe(),
        column(
            "issuer",
            Kind::Id,
            ["Mã nơi ban hành", "Issuer"],
            ["Cơ quan ban hành.", "Issuing agency."],
            "van-phong-chinh-phu",
        )
        .maybe()
        .of("co-quan"),
        column("signer", Kind::Text, ["Người ký", "Signer"], ["Người ký.", "Who signed."], "Nguyễn Văn B").maybe(),
        column(
            "signer_role",
            Kind::Text,
            ["Chức vụ người ký", "Role of the signer"],
            ["Chức vụ nêu trong văn bản.", "Role, as the document names it."],
            "Phó Chủ nhiệm",
        )
        .maybe(),
        column(
            "recipients",
            Kind::Texts,
            ["Nơi nhận", "Recipients"],
            ["Nơi nhận như in trong văn bản.", "Recipients, as printed."],
            "Thủ tướng, các Phó Thủ tướng",
        ),
        column(
            "conclusion_of",
            Kind::Text,
            ["Kết luận của", "Conclusion of"],
            ["Người có kết luận.", "Whose conclusion it is."],
            "Nguyễn Văn A",
        )
        .maybe(),
        column(
            "conclusion_of_role",
            Kind::Text,
            ["Chức vụ người kết luận", "Role of that person"],
            ["Chức vụ nêu trong văn bản.", "Role, as the document names it."],
            "Thủ tướng Chính phủ",
        )
        .maybe(),
        column(
            "conclusion_of_body",
            Kind::Id,
            ["Kết luận của cơ quan", "Conclusion of a body"],
            ["Cơ quan có kết luận.", "The body whose conclusion it is."],
            "to-cong-tac-cai-cach-tthc",
        )
        .maybe()
        .of("co-quan"),
        column(
            "url",
            Kind::Text,
            ["Văn bản gốc", "Authentic text"],
            ["Địa chỉ văn bản gốc.", "Address of the authentic text."],
            "https://vidu.example/van-ban.pdf",
        )
        .maybe(),
        TASKS,
        NOTE,
    ],
};
