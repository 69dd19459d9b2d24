//! The tables themselves. `docs/content.md` is held against them by a test.

use super::record::{Field, Kind, Need, Record, Target};
use crate::load::format::FORMAT;

/// All records, in the order of the docs.
pub static ALL: &[&Record] = &[
    &SITE, &CONTACT, &FEEDBACK, &FEEDBACK_PERIOD, &THRESHOLDS, &HOLIDAY, &TOPIC, &LICENCE, &AGENCIES_FILE, &AGENCY, &SUCCESSION,
    &GROUP, &MEMBER, &MEETING, &PERSON, &DOCUMENT, &DOCUMENT_FILE, &CONCLUSION_OF, &ANNEX, &COMMENDATION, &TASKS_FILE, &TASK, &SOURCE, &DUE, &WITHIN, &DUE_MEETING,
    &EXTENSION, &TRANSFER, &CANCELLED, &INDICATOR, &TARGET, &STEP, &UPDATE, &ACCEPTED, &CORRECTED, &EVIDENCE, &READING,
    &NEWS, &PAGE, &IMPORT, &IMPORT_COLUMN, &IMPORT_NAME, &IMPORT_ROW,
];

const fn field(
    name: &'static str, kind: Kind, need: Need, about: &'static str, about_vi: &'static str, example: &'static str,
) -> Field {
    Field { name, kind, need, about, about_vi, example }
}

/// `content/site.yaml`: the settings of the site.
pub static SITE: Record = Record { name: "site", fields: &[
    field("title", Kind::Line, Need::Required, "Title of the site.", "Tên trang.", "Theo dõi kết luận của Chính phủ"),
    field("title_en", Kind::Line, Need::Optional, "The title in English.", "Tên trang bằng tiếng Anh.", "Following up government conclusions"),
    field("description", Kind::Prose, Need::Optional, "One sentence about the site.", "Một câu giới thiệu trang.", "Ai làm gì, hạn nào, kết quả ra sao."),
    field("description_en", Kind::Prose, Need::Optional, "The same in English.", "Câu giới thiệu bằng tiếng Anh.", "Who does what, by when, with what result."),
    field("operator", Kind::Line, Need::Optional, "Who runs the site.", "Cơ quan, đơn vị vận hành trang.", "Văn phòng Chính phủ"),
    field("operator_en", Kind::Line, Need::Optional, "The same in English.", "Tên đơn vị vận hành bằng tiếng Anh.", "Office of the Government"),
    field("contact", Kind::One(&CONTACT), Need::Optional, "How readers reach who runs the site; in the foot of every page, in the accessibility statement and in the catalogue of the data.", "Đầu mối liên hệ của trang; hiện ở cuối mọi trang, trong trang trợ năng và trong danh mục dữ liệu.", "{office: Văn phòng tỉnh Thí Dụ, email: lienhe@vidu.example}"),
    field("feedback", Kind::One(&FEEDBACK), Need::Optional, "Where readers send difficulties and recommendations, and how many were received and dealt with; on the overview.", "Nơi nhận phản ánh, kiến nghị về khó khăn, vướng mắc, và số đã nhận, đã xử lý; hiện ở trang tổng quan.", "{email: phananh@vidu.example}"),
    field("language", Kind::Choice(&["vi", "en"]), Need::Default("vi"), "Language of the content and of the first interface.", "Ngôn ngữ của nội dung và của giao diện chính.", "vi"),
    field("languages", Kind::Lines, Need::Optional, "Languages of the interface: two-letter codes for which the theme has messages; each beside `language` has its pages under its code. Absent: `language` alone.", "Các ngôn ngữ của giao diện: mã hai chữ cái mà giao diện có lời văn; ngôn ngữ khác `language` có trang ở thư mục mang mã đó. Bỏ trống: chỉ `language`.", "[vi, en]"),
    field("timezone", Kind::Timezone, Need::Default("Asia/Ho_Chi_Minh"), "Turns \"now\" into today; nothing else depends on it.", "Múi giờ, chỉ dùng để xác định hôm nay là ngày nào.", "Asia/Ho_Chi_Minh"),
    field("base_url", Kind::Url, Need::Optional, "Public address; needed for feeds and the site map.", "Địa chỉ công khai của trang; cần cho nguồn tin và sơ đồ trang.", "https://vidu.example/tien-do/"),
    field("theme", Kind::Id, Need::Default("default"), "Name of the folder under `themes/`.", "Tên thư mục giao diện trong `themes/`.", "default"),
    field("thresholds", Kind::One(&THRESHOLDS), Need::Optional, "Numbers that words such as \"due soon\" depend on.", "Các ngưỡng, ví dụ số ngày của \"sắp đến hạn\".", "{due_soon_days: 30}"),
    field("unreported", Kind::Choice(&["separate", "overdue"]), Need::Default("separate"), "What silence after a deadline means: a box of its own, or overdue.", "Quá thời hạn mà chưa có báo cáo thì tính thế nào: để riêng (separate) hay coi là quá hạn (overdue).", "separate"),
    field("holidays", Kind::DaysOff, Need::Optional, "Days off, for deadlines in working days: all of each year, else none of it.", "Các ngày nghỉ lễ, để tính thời hạn theo ngày làm việc: năm nào ghi thì ghi đủ.", "[2024-01-01, {from: 2024-02-08, to: 2024-02-14}]"),
    field("acceptance", Kind::Choice(&["not-used", "required"]), Need::Default("not-used"), "Whether a completion counts only once it is accepted (`accepted` of an update).", "Báo cáo hoàn thành có phải được xác nhận (`accepted`) mới tính là xong (required) hay không (not-used).", "required"),
    field("errors", Kind::Lines, Need::Optional, "Codes of warnings that count as errors on this site.", "Mã các cảnh báo mà trang này coi là lỗi.", "[completed-without-evidence]"),
    field("topics", Kind::Many(&TOPIC), Need::Optional, "The fields that tasks belong to, in the order of the site.", "Các lĩnh vực, theo thứ tự hiển thị.", "[{id: the-che, name: Thể chế}]"),
    field("licence", Kind::One(&LICENCE), Need::Optional, "Terms of reuse of the data.", "Điều kiện sử dụng lại dữ liệu.", "{name: CC BY 4.0}"),
    field("notice", Kind::Prose, Need::Optional, "The operator's notice, on every page.", "Thông báo của đơn vị vận hành, hiện ở mọi trang.", "Đây là trang mẫu."),
    field("notice_en", Kind::Prose, Need::Optional, "The same in English.", "Thông báo bằng tiếng Anh.", "This is a sample site."),
    field("open_data", Kind::Flag, Need::Default("true"), "Whether the data is published under `/du-lieu/` too: downloads, feeds, calendars.", "Có đăng dữ liệu ở `/du-lieu/` (tệp tải về, nguồn tin, lịch) hay không.", "true"),
    field("leave_out", Kind::Choices(&["search", "lists", "changes", "calendar", "matrices"]), Need::Optional, "Kinds of pages that the site does without; see [leave_out](#leave_out). Absent: it has all.", "Các loại trang không làm: tìm kiếm (search), danh sách lập sẵn (lists), thay đổi (changes), lịch thời hạn (calendar), bảng theo cơ quan (matrices). Bỏ trống: có đủ.", "[search, matrices]"),
    field("format", Kind::Count(1, FORMAT), Need::Default("1"), "Format of the content, all files together; what another one means to an older and a newer program stands in [promises.md](promises.md).", "Dạng của nội dung, chung cho mọi tệp.", "1"),
]};

/// `contact` of `site.yaml`.
pub static CONTACT: Record = Record { name: "contact", fields: &[
    field("office", Kind::Line, Need::Optional, "The office or unit.", "Cơ quan, đơn vị đầu mối.", "Phòng Kiểm soát thủ tục hành chính"),
    field("address", Kind::Line, Need::Optional, "Where it sits.", "Địa chỉ trụ sở.", "Số 1 đường Thí Dụ, tỉnh Thí Dụ"),
    field("phone", Kind::Line, Need::Optional, "Telephone number.", "Số điện thoại.", "\"080 1234 5678\""),
    field("email", Kind::Email, Need::Optional, "E-mail address.", "Thư điện tử.", "lienhe@vidu.example"),
    field("url", Kind::Url, Need::Optional, "Page of the office.", "Trang của đơn vị đầu mối.", "https://vidu.example/lien-he/"),
]};

/// `feedback` of `site.yaml`.
pub static FEEDBACK: Record = Record { name: "feedback", fields: &[
    field("url", Kind::Url, Need::Optional, "Page that takes difficulties and recommendations.", "Địa chỉ trang tiếp nhận phản ánh, kiến nghị.", "https://vidu.example/phan-anh/"),
    field("email", Kind::Email, Need::Optional, "Mailbox that takes them.", "Thư điện tử tiếp nhận.", "phananh@vidu.example"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Trả lời trong 15 ngày làm việc."),
    field("periods", Kind::Many(&FEEDBACK_PERIOD), Need::Optional, "What was received and dealt with, one entry a period.", "Số đã nhận, đã xử lý, mỗi kỳ một mục.", "[{period: 2024-Q1, received: 12, handled: 10}]"),
]};

/// One entry of `periods` of `feedback`.
pub static FEEDBACK_PERIOD: Record = Record { name: "feedback-period", fields: &[
    field("period", Kind::Period, Need::Required, "The period; none has a day of another.", "Kỳ; hai kỳ không có ngày trùng nhau.", "2024-Q1"),
    field("received", Kind::Count(0, 100_000_000), Need::Required, "How many came in.", "Số phản ánh, kiến nghị đã nhận trong kỳ.", "12"),
    field("handled", Kind::Count(0, 100_000_000), Need::Required, "Of these, how many have been dealt with by now.", "Trong đó số đã xử lý xong đến nay.", "10"),
]};

/// `thresholds` of `site.yaml`.
pub static THRESHOLDS: Record = Record { name: "thresholds", fields: &[
    field("due_soon_days", Kind::Count(0, 365), Need::Default("15"), "\"Due soon\" within this many days.", "Còn bao nhiêu ngày thì coi là sắp đến hạn.", "30"),
    field("ranking_minimum", Kind::Count(1, 10000), Need::Default("5"), "A ranking ranks nobody with fewer obligations fallen due.", "Số đầu việc đến hạn tối thiểu để được xếp thứ hạng.", "5"),
    field("stale_after_days", Kind::Count(1, 36500), Need::Optional, "The data is called stale this many days after the last update; absent: never.", "Sau bao nhiêu ngày không cập nhật thì báo số liệu đã cũ.", "90"),
    field("period_day", Kind::Count(1, 31), Need::Optional, "Day of a period's last month on which recurring reports are due; absent: its last day.", "Ngày của tháng cuối kỳ phải nộp báo cáo định kỳ; bỏ trống là ngày cuối kỳ.", "25"),
]};

/// One entry of `holidays` in `site.yaml` that is more than a day off: several days, or a day worked in exchange.
pub static HOLIDAY: Record = Record { name: "holiday", fields: &[
    field("from", Kind::Day, Need::Optional, "First day off.", "Ngày nghỉ đầu tiên.", "2024-02-08"),
    field("to", Kind::Day, Need::Default("the same day"), "Last day off, at most sixty days later.", "Ngày nghỉ cuối cùng, không quá sáu mươi ngày sau; bỏ trống là chỉ nghỉ một ngày.", "2024-02-14"),
    field("name", Kind::Line, Need::Optional, "Its name, for whoever edits the file.", "Tên ngày nghỉ, cho người sửa tệp.", "Tết Nguyên đán"),
    field("work", Kind::Day, Need::Optional, "A Saturday, Sunday or day off that is worked in exchange.", "Ngày làm bù.", "2024-05-04"),
]};

/// One entry of `topics` in `site.yaml`.
pub static TOPIC: Record = Record { name: "topic", fields: &[
    field("id", Kind::Id, Need::Required, "Address and reference.", "Mã, dùng trong địa chỉ và khi dẫn chiếu.", "the-che"),
    field("name", Kind::Line, Need::Required, "Name.", "Tên lĩnh vực.", "Cải cách thể chế"),
    field("name_en", Kind::Line, Need::Optional, "Name in English.", "Tên bằng tiếng Anh.", "Institutional reform"),
    field("description", Kind::Prose, Need::Optional, "One sentence.", "Một câu mô tả.", "Gỡ vướng mắc pháp lý."),
]};

/// `licence` of `site.yaml`.
pub static LICENCE: Record = Record { name: "licence", fields: &[
    field("name", Kind::Line, Need::Required, "Name of the licence.", "Tên giấy phép.", "CC BY 4.0"),
    field("url", Kind::Url, Need::Optional, "Address of its text.", "Địa chỉ văn bản giấy phép.", "https://creativecommons.org/licenses/by/4.0/"),
    field("attribution", Kind::Line, Need::Optional, "How to name the source.", "Cách ghi nguồn.", "Văn phòng Chính phủ"),
]};

/// `content/agencies/*.yaml`: agencies, groups, or both.
pub static AGENCIES_FILE: Record = Record { name: "agencies-file", fields: &[
    field("agencies", Kind::Many(&AGENCY), Need::Optional, "Agencies.", "Các cơ quan.", "[{id: bo-noi-vu, name: Bộ Nội vụ, kind: ministry}]"),
    field("groups", Kind::Many(&GROUP), Need::Optional, "Groups of agencies.", "Các nhóm cơ quan.", "[{id: co-quan-lien-quan, name: Các cơ quan liên quan, open: true}]"),
]};

/// One entry of `agencies`.
pub static AGENCY: Record = Record { name: "agency", fields: &[
    field("id", Kind::Id, Need::Required, "Address and reference; shared with groups, never reused for another body.", "Mã cơ quan; không trùng với mã nhóm, không dùng lại cho cơ quan khác.", "bo-noi-vu"),
    field("name", Kind::Line, Need::Required, "Full name.", "Tên đầy đủ.", "Bộ Nội vụ"),
    field("name_en", Kind::Line, Need::Optional, "Name in English.", "Tên bằng tiếng Anh.", "Ministry of Home Affairs"),
    field("short", Kind::Line, Need::Optional, "Short name for tables.", "Tên viết tắt dùng trong bảng.", "Bộ NV"),
    field("also", Kind::Lines, Need::Optional, "Other names and spellings, for search.", "Tên gọi khác, để tìm kiếm.", "[Bộ Nội Vụ]"),
    field("code", Kind::AgencyCode, Need::Optional, "Its electronic identification code (Quyết định 20/2020/QĐ-TTg); two bodies that live at one time never share one.", "Mã định danh điện tử (Quyết định 20/2020/QĐ-TTg); hai cơ quan cùng tồn tại không dùng chung một mã.", "G09"),
    field("aliases", Kind::Ids, Need::Optional, "Former ids: their addresses lead here.", "Các mã cũ: địa chỉ cũ dẫn về đây.", "[bo-noi-vu-cu]"),
    field("kind", Kind::Choice(&["ministry", "ministerial", "government-agency", "province", "body", "party", "enterprise", "other"]), Need::Required, "What kind of body it is.", "Loại cơ quan.", "ministry"),
    field("from", Kind::Day, Need::Optional, "First day of its life, if it matters.", "Ngày bắt đầu tồn tại.", "2025-03-01"),
    field("until", Kind::Day, Need::Optional, "Last day of its life, if it ended.", "Ngày cuối cùng tồn tại.", "2025-02-28"),
    field("succeeded_by", Kind::Many(&SUCCESSION), Need::Optional, "Who took its work over; the first entry takes the open obligations.", "Cơ quan kế thừa; mục đầu tiên nhận các đầu việc còn mở.", "[{agency: bo-noi-vu, from: 2025-03-01}]"),
    field("url", Kind::Url, Need::Optional, "Its own site.", "Trang của cơ quan.", "https://moha.gov.vn/"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Hợp nhất theo Nghị quyết 176/2025/QH15."),
]};

/// One entry of `succeeded_by`.
pub static SUCCESSION: Record = Record { name: "succession", fields: &[
    field("agency", Kind::Ref(Target::Agency), Need::Required, "The agency that takes over.", "Cơ quan kế thừa.", "bo-noi-vu"),
    field("from", Kind::Day, Need::Required, "First day on which it answers for the open obligations.", "Ngày bắt đầu chịu trách nhiệm.", "2025-03-01"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Phần việc về báo chí chuyển sang bộ khác."),
]};

/// One entry of `groups`.
pub static GROUP: Record = Record { name: "group", fields: &[
    field("id", Kind::Id, Need::Required, "Address and reference; shared with agencies.", "Mã nhóm; không trùng với mã cơ quan.", "cac-bo"),
    field("name", Kind::Line, Need::Required, "Full name.", "Tên đầy đủ.", "Các bộ, cơ quan ngang bộ"),
    field("name_en", Kind::Line, Need::Optional, "Name in English.", "Tên bằng tiếng Anh.", "Ministries and ministerial-level agencies"),
    field("short", Kind::Line, Need::Optional, "Short name for tables.", "Tên viết tắt dùng trong bảng.", "Các bộ"),
    field("open", Kind::Flag, Need::Default("false"), "Named, never expanded (\"các cơ quan liên quan\").", "Nhóm mở: chỉ nêu tên, không có danh sách thành viên.", "true"),
    field("members", Kind::Many(&MEMBER), Need::Optional, "Who belongs to it, and when; required unless `open`.", "Thành viên và thời gian; bắt buộc nếu không phải nhóm mở.", "[{agency: bo-noi-vu}]"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Tính đến ngày ban hành văn bản."),
]};

/// One entry of `members`: an agency or a group.
pub static MEMBER: Record = Record { name: "member", fields: &[
    field("agency", Kind::Ref(Target::Agency), Need::Optional, "An agency.", "Một cơ quan.", "bo-noi-vu"),
    field("group", Kind::Ref(Target::Group), Need::Optional, "Another group with all its members.", "Một nhóm khác, gồm mọi thành viên của nhóm đó.", "cac-bo"),
    field("from", Kind::Day, Need::Optional, "First day of membership.", "Ngày bắt đầu là thành viên.", "2025-03-01"),
    field("until", Kind::Day, Need::Optional, "Last day of membership.", "Ngày cuối cùng là thành viên.", "2025-02-28"),
]};

/// `content/meetings/*.md`, front matter; the conclusion follows as Markdown. The file name is the address.
pub static MEETING: Record = Record { name: "meeting", fields: &[
    field("title", Kind::Line, Need::Required, "Title.", "Tên cuộc họp.", "Phiên họp thứ nhất của Tổ công tác"),
    field("title_en", Kind::Line, Need::Optional, "Title in English.", "Tên bằng tiếng Anh.", "First session of the task force"),
    field("aliases", Kind::Ids, Need::Optional, "Former ids: their addresses lead here.", "Các mã cũ: địa chỉ cũ dẫn về đây.", "[2023-09-08-hop-to-cong-tac]"),
    field("body", Kind::Ref(Target::Agency), Need::Optional, "The body that met; a conference has none.", "Tổ chức họp; hội nghị thì bỏ trống.", "to-cong-tac-cai-cach-tthc"),
    field("ordinal", Kind::Count(1, 9999), Need::Optional, "\"phiên họp thứ N\" of that body.", "Phiên họp thứ mấy của tổ chức đó.", "1"),
    field("held", Kind::Day, Need::Optional, "Day of the meeting.", "Ngày họp.", "2023-09-08"),
    field("place", Kind::Line, Need::Optional, "Place, in words.", "Địa điểm.", "Trụ sở Chính phủ"),
    field("format", Kind::Line, Need::Optional, "In person, online or both, in words.", "Hình thức họp.", "Trực tuyến với 63 địa phương"),
    field("localities", Kind::Count(0, 9999), Need::Optional, "Number of localities connected.", "Số địa phương tham dự trực tuyến.", "63"),
    field("chair", Kind::One(&PERSON), Need::Optional, "Who chaired.", "Người chủ trì.", "{name: Trần Lưu Quang, role: Phó Thủ tướng Chính phủ}"),
    field("documents", Kind::Many(&DOCUMENT), Need::Optional, "Documents that the meeting ended in.", "Các văn bản ban hành sau cuộc họp.", "[{kind: Thông báo kết luận, number: 372/TB-VPCP}]"),
    field("restored", Kind::Prose, Need::Optional, "Why the text is a restoration and what is doubtful, if it is one.", "Nếu văn bản được phục dựng: vì sao, và chỗ nào còn ngờ.", "Phục dựng từ bản quét hỏng."),
    field("draft", Kind::Flag, Need::Default("false"), "Nobody has confirmed it yet, and with it none of its tasks: shown by `tiendo serve`, published only by `tiendo build --drafts`.", "Bản nháp chưa ai xác nhận, cùng mọi nhiệm vụ của nó: `tiendo serve` có hiện, chỉ `tiendo build --drafts` mới công bố.", "true"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Họp kết hợp trực tiếp và trực tuyến."),
]};

/// A person as a document names them.
pub static PERSON: Record = Record { name: "person", fields: &[
    field("name", Kind::Line, Need::Required, "Name.", "Họ và tên.", "Trần Lưu Quang"),
    field("role", Kind::Line, Need::Optional, "Role, in words.", "Chức vụ.", "Phó Thủ tướng Chính phủ"),
]};

/// One entry of `documents` of a meeting. What the source does not state stays absent.
pub static DOCUMENT: Record = Record { name: "document", fields: &[
    field("id", Kind::Id, Need::Default("the file name of the meeting; with -2, -3 … for further documents"), "Reference from task files.", "Mã để tệp nhiệm vụ dẫn chiếu; mặc định là tên tệp của cuộc họp.", "2023-09-08-phien-hop-thu-nhat"),
    field("kind", Kind::Line, Need::Optional, "Kind, in words.", "Loại văn bản.", "Thông báo kết luận"),
    field("number", Kind::Line, Need::Optional, "Number and symbol.", "Số, ký hiệu.", "372/TB-VPCP"),
    field("issued", Kind::Day, Need::Optional, "Day of issue.", "Ngày ban hành.", "2023-09-11"),
    field("issuer", Kind::Ref(Target::Agency), Need::Optional, "Issuing agency.", "Cơ quan ban hành.", "van-phong-chinh-phu"),
    field("signer", Kind::One(&PERSON), Need::Optional, "Who signed.", "Người ký.", "{name: Trần Văn Sơn}"),
    field("recipients", Kind::Lines, Need::Optional, "Recipients; abbreviations may be spelt out.", "Nơi nhận; chữ viết tắt có thể viết đủ.", "[Các bộ, UBND các tỉnh]"),
    field("conclusion_of", Kind::One(&CONCLUSION_OF), Need::Optional, "Whose conclusion it is.", "Kết luận của ai.", "{name: Trần Lưu Quang}"),
    field("url", Kind::Url, Need::Optional, "Address of the authentic text.", "Địa chỉ bản chính thức.", "https://vanban.chinhphu.vn/"),
    field("annexes", Kind::Many(&ANNEX), Need::Optional, "Annexes, each with a numbering of its own.", "Các phụ lục, mỗi phụ lục đánh số riêng.", "[{id: pl-2, title: Danh mục nhiệm vụ}]"),
    field("commendations", Kind::Many(&COMMENDATION), Need::Optional, "Whom it praises by name.", "Biểu dương đích danh cơ quan nào.", "[{agency: bo-noi-vu, words: Xong trước hạn}]"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Bản hiện có không ghi số."),
]};

/// `content/documents/*.md`, front matter; the text follows as Markdown. The file name is the id and the address.
pub static DOCUMENT_FILE: Record = Record { name: "document-file", fields: &[
    field("title", Kind::Line, Need::Required, "Title.", "Tên văn bản, trích yếu.", "Nghị quyết về cắt giảm thủ tục hành chính"),
    field("title_en", Kind::Line, Need::Optional, "Title in English.", "Tên bằng tiếng Anh.", "Resolution on cutting administrative procedures"),
    field("aliases", Kind::Ids, Need::Optional, "Former ids: their addresses lead here.", "Các mã cũ: địa chỉ cũ dẫn về đây.", "[nq-03-cu]"),
    field("kind", Kind::Line, Need::Optional, "Kind, in words.", "Loại văn bản.", "Nghị quyết"),
    field("number", Kind::Line, Need::Optional, "Number and symbol.", "Số, ký hiệu.", "03/NQ-CP"),
    field("issued", Kind::Day, Need::Optional, "Day of issue.", "Ngày ban hành.", "2025-01-13"),
    field("issuer", Kind::Ref(Target::Agency), Need::Optional, "Issuing agency.", "Cơ quan ban hành.", "van-phong-chinh-phu"),
    field("signer", Kind::One(&PERSON), Need::Optional, "Who signed.", "Người ký.", "{name: Trần Văn Sơn}"),
    field("recipients", Kind::Lines, Need::Optional, "Recipients, as printed.", "Nơi nhận, như in trong văn bản.", "[Các bộ, UBND các tỉnh]"),
    field("conclusion_of", Kind::One(&CONCLUSION_OF), Need::Optional, "Whose conclusion it is.", "Kết luận của ai.", "{name: Trần Lưu Quang}"),
    field("url", Kind::Url, Need::Optional, "Address of the authentic text.", "Địa chỉ bản chính thức.", "https://vanban.chinhphu.vn/"),
    field("annexes", Kind::Many(&ANNEX), Need::Optional, "Annexes, each with a numbering of its own.", "Các phụ lục, mỗi phụ lục đánh số riêng.", "[{id: pl-2, title: Danh mục nhiệm vụ}]"),
    field("commendations", Kind::Many(&COMMENDATION), Need::Optional, "Whom it praises by name.", "Biểu dương đích danh cơ quan nào.", "[{agency: bo-noi-vu, words: Xong trước hạn}]"),
    field("restored", Kind::Prose, Need::Optional, "Why the text is a restoration and what is doubtful, if it is one.", "Nếu văn bản được phục dựng: vì sao, và chỗ nào còn ngờ.", "Phục dựng từ bản quét hỏng."),
    field("draft", Kind::Flag, Need::Default("false"), "Nobody has confirmed it yet, and with it none of its tasks: shown by `tiendo serve`, published only by `tiendo build --drafts`.", "Bản nháp chưa ai xác nhận, cùng mọi nhiệm vụ của nó: `tiendo serve` có hiện, chỉ `tiendo build --drafts` mới công bố.", "true"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Bản có được không ghi số."),
]};

/// One entry of `annexes`.
pub static ANNEX: Record = Record { name: "annex", fields: &[
    field("id", Kind::Id, Need::Required, "`pl-` and its number; `pl` where it is the only one and has none. Tasks cite its rows as `PL2.15`.", "`pl-` và số của phụ lục; chỉ có một phụ lục không số thì ghi `pl`. Nhiệm vụ dẫn chiếu bằng `PL2.15`.", "pl-2"),
    field("title", Kind::Line, Need::Required, "Title.", "Tên phụ lục.", "Danh mục nhiệm vụ giao các bộ"),
]};

/// One entry of `commendations`.
pub static COMMENDATION: Record = Record { name: "commendation", fields: &[
    field("agency", Kind::Ref(Target::Agency), Need::Required, "Who is praised.", "Cơ quan được biểu dương.", "bo-noi-vu"),
    field("clause", Kind::Clause, Need::Optional, "Its clause, as printed.", "Khoản, điểm, như in.", "\"1\""),
    field("words", Kind::Prose, Need::Required, "For what.", "Về việc gì.", "Hoàn thành sớm việc rà soát."),
]};

/// `conclusion_of`: a person (`name`, `role`) or a body (`agency`).
pub static CONCLUSION_OF: Record = Record { name: "conclusion_of", fields: &[
    field("name", Kind::Line, Need::Optional, "Name of the person.", "Họ và tên.", "Trần Lưu Quang"),
    field("role", Kind::Line, Need::Optional, "Role of the person.", "Chức vụ.", "Phó Thủ tướng Chính phủ"),
    field("agency", Kind::Ref(Target::Agency), Need::Optional, "The body that concluded.", "Tổ chức kết luận.", "ban-chi-dao-cchc"),
]};

/// `content/tasks/*.yaml`: tasks that one document gives.
pub static TASKS_FILE: Record = Record { name: "tasks-file", fields: &[
    field("document", Kind::Ref(Target::Document), Need::Required, "The document that gives the tasks.", "Văn bản giao nhiệm vụ.", "2018-09-11-hoi-nghi-tthc"),
    field("from_news", Kind::Flag, Need::Default("false"), "The document is a news item, and that is intended.", "Nguồn là tin báo chí, và điều đó là chủ ý.", "true"),
    field("tasks", Kind::Many(&TASK), Need::Required, "The tasks, in the order of the document.", "Các nhiệm vụ, theo thứ tự trong văn bản.", "[{id: cong-dvcqg, title: Khai trương Cổng, lead: van-phong-chinh-phu}]"),
]};

/// One entry of `tasks`.
pub static TASK: Record = Record { name: "task", fields: &[
    field("id", Kind::Id, Need::Required, "Its address for ever; unique over the whole site.", "Mã nhiệm vụ, là địa chỉ vĩnh viễn; không trùng trong toàn trang.", "cong-dich-vu-cong-quoc-gia"),
    field("title", Kind::Line, Need::Required, "What is to be done.", "Việc phải làm.", "Khai trương Cổng Dịch vụ công quốc gia"),
    field("title_en", Kind::Line, Need::Optional, "The same in English.", "Việc phải làm, bằng tiếng Anh.", "Open the National Public Service Portal"),
    field("text", Kind::Prose, Need::Optional, "The words of the duty in full, beside a short title.", "Nội dung giao đầy đủ, khi tên việc viết gọn.", "Khai trương Cổng và kết nối với cổng của các bộ, tỉnh."),
    field("ref", Kind::Line, Need::Optional, "The number that the office's own register gives it; unique within the document.", "Mã trong sổ theo dõi của cơ quan; không trùng trong một văn bản.", "\"15\""),
    field("aliases", Kind::Ids, Need::Optional, "Former ids: their addresses lead here.", "Các mã cũ: địa chỉ cũ dẫn về đây.", "[cong-dvcqg]"),
    field("clause", Kind::Clause, Need::Optional, "Clause of the document, as printed.", "Khoản, điểm của văn bản, như in.", "\"6\""),
    field("sources", Kind::Many(&SOURCE), Need::Optional, "Other clauses or documents that state the same duty.", "Các khoản hoặc văn bản khác cùng nêu nhiệm vụ này.", "[{document: 2023-10-16-phien-hop, clause: \"3.4\"}]"),
    field("lead", Kind::Refs(Target::Party), Need::Required, "Who answers for it.", "Cơ quan chủ trì.", "[van-phong-chinh-phu]"),
    field("coordinators", Kind::Refs(Target::Party), Need::Optional, "Who helps; never scored.", "Cơ quan phối hợp; không tính kết quả.", "[bo-tai-chinh]"),
    field("report_to", Kind::Refs(Target::Party), Need::Optional, "Who receives the report.", "Nơi nhận báo cáo.", "[thu-tuong-chinh-phu]"),
    field("supervisor", Kind::One(&PERSON), Need::Optional, "The leader who watches over it; published.", "Lãnh đạo theo dõi, chỉ đạo; có công bố.", "{name: Nguyễn Văn A, role: Thứ trưởng}"),
    field("officer", Kind::One(&PERSON), Need::Optional, "The officer who follows it. Never published; `tiendo report` and the office's own sheets show it.", "Chuyên viên theo dõi. Không bao giờ công bố; chỉ hiện trong `tiendo report` và các bảng dùng nội bộ.", "{name: Trần Thị B}"),
    field("due", Kind::Due, Need::Optional, "The deadline; absent: no date.", "Thời hạn; bỏ trống là không nêu thời hạn.", "{before: 2019-11-01}"),
    field("extended", Kind::Many(&EXTENSION), Need::Optional, "Other deadlines granted, later or earlier; the first one stays visible.", "Các lần gia hạn hoặc rút ngắn thời hạn; hạn đầu vẫn hiển thị.", "[{to: 2019-12-31, on: 2019-10-30}]"),
    field("transferred", Kind::Many(&TRANSFER), Need::Optional, "Another lead from a day on; open obligations pass to it.", "Chuyển cơ quan chủ trì từ một ngày; đầu việc còn mở chuyển theo.", "[{to: bo-tai-chinh, on: 2025-03-01}]"),
    field("cancelled", Kind::One(&CANCELLED), Need::Optional, "Given up from a day on.", "Thôi thực hiện từ một ngày.", "{on: 2025-03-01, by: Thủ tướng Chính phủ}"),
    field("urgency", Kind::Line, Need::Optional, "\"khẩn trương\", \"sớm\": a label, never a date.", "Mức khẩn trương, chỉ là nhãn.", "khẩn trương"),
    field("condition", Kind::Prose, Need::Optional, "Binds only in case of …", "Chỉ phải làm khi …", "Trường hợp có vướng mắc"),
    field("products", Kind::Lines, Need::Optional, "Required outputs.", "Sản phẩm phải có.", "[Chỉ thị của Thủ tướng Chính phủ]"),
    field("refers_to", Kind::Many(&EVIDENCE), Need::Optional, "Documents outside the record that the duty points to.", "Văn bản ngoài hồ sơ mà nhiệm vụ dẫn chiếu.", "[{title: Kế hoạch năm 2024, number: 12/QĐ-TTg}]"),
    field("parent", Kind::Ref(Target::Task), Need::Optional, "The task that this one is a part of.", "Nhiệm vụ lớn mà việc này là một phần.", "de-an-06"),
    field("related", Kind::Refs(Target::Task), Need::Optional, "Tasks on the same matter.", "Nhiệm vụ cùng nội dung.", "[bao-cao-thang]"),
    field("indicator", Kind::One(&INDICATOR), Need::Optional, "What is measured.", "Chỉ tiêu đo lường.", "{label: Tỷ lệ hồ sơ trực tuyến, unit: \"%\", target: 40}"),
    field("topics", Kind::Refs(Target::Topic), Need::Optional, "Fields, by id.", "Các lĩnh vực, theo mã.", "[chinh-phu-so]"),
    field("internal", Kind::Flag, Need::Default("false"), "Never published, nowhere, not even in a count.", "Không công bố ở bất cứ đâu, kể cả trong số đếm.", "true"),
    field("draft", Kind::Flag, Need::Default("false"), "Nobody has confirmed it yet: shown by `tiendo serve`, published only by `tiendo build --drafts`. `tiendo confirm` takes it away.", "Bản nháp chưa ai xác nhận: `tiendo serve` có hiện, chỉ `tiendo build --drafts` mới công bố. `tiendo confirm` bỏ dấu này.", "true"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Hạn tính cho việc trình."),
    field("updates", Kind::Many(&UPDATE), Need::Optional, "Reports.", "Các cập nhật, báo cáo.", "[{date: 2019-12-09, progress: completed}]"),
]};

/// One entry of `sources`.
pub static SOURCE: Record = Record { name: "source", fields: &[
    field("document", Kind::Ref(Target::Document), Need::Required, "The document.", "Văn bản.", "2023-10-16-phien-hop"),
    field("clause", Kind::Clause, Need::Optional, "Its clause, as printed.", "Khoản, điểm, như in.", "\"3.4\""),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Nhắc lại."),
]};

/// `due` as a mapping: one of `by`, `before`, `on`, `within`, `at`, `every`, `continuous`, or `wording` alone.
pub static DUE: Record = Record { name: "due", fields: &[
    field("by", Kind::DayOrPeriod, Need::Optional, "Within a period (or until a day).", "Trong kỳ (hoặc đến hết ngày).", "2024-Q2"),
    field("before", Kind::DayOrMeeting, Need::Optional, "Before a day, a month or a meeting.", "Trước một ngày, một tháng hoặc một cuộc họp.", "2019-11-01"),
    field("on", Kind::Day, Need::Optional, "Until this day, inclusive.", "Đến hết ngày này.", "2024-06-30"),
    field("within", Kind::One(&WITHIN), Need::Optional, "Within a number of days from a day on.", "Trong một số ngày kể từ một ngày.", "{days: 15, working: true}"),
    field("at", Kind::One(&DUE_MEETING), Need::Optional, "At a meeting: until its day, inclusive.", "Tại một cuộc họp: đến hết ngày họp.", "{meeting: 2024-07-15-phien-hop}"),
    field("every", Kind::Choice(&["week", "month", "quarter", "half", "year"]), Need::Optional, "Once in every period; a week begins on Monday.", "Định kỳ: tuần (từ thứ Hai), tháng, quý, nửa năm, năm.", "quarter"),
    field("continuous", Kind::Flag, Need::Default("false"), "A standing duty; never overdue.", "Thường xuyên; không tính quá hạn.", "true"),
    field("from", Kind::DayOrPeriod, Need::Optional, "First day from which the duty runs.", "Từ ngày nào.", "2024-01-01"),
    field("until", Kind::DayOrPeriod, Need::Optional, "Last day of a recurring or standing duty.", "Đến ngày nào (việc định kỳ, thường xuyên).", "2025"),
    field("day", Kind::Count(1, 31), Need::Optional, "Day of the period's last month on which the report is due.", "Ngày nộp báo cáo trong tháng cuối kỳ.", "25"),
    field("weekday", Kind::Choice(&["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]), Need::Default("sunday"), "Day of the week on which a weekly report is due.", "Ngày nộp báo cáo trong tuần (việc hằng tuần).", "friday"),
    field("then", Kind::Choice(&["continuous"]), Need::Optional, "What is done by its deadline stands from then on.", "Làm xong đúng hạn rồi thì thành việc thường xuyên.", "continuous"),
    field("adhoc", Kind::Flag, Need::Default("false"), "The source also asks for ad hoc reports.", "Văn bản còn yêu cầu báo cáo đột xuất.", "true"),
    field("wording", Kind::Line, Need::Optional, "The words of the source.", "Cách ghi của văn bản.", "trước ngày 01 tháng 11 năm 2019"),
]};

/// `within` of a deadline. The day itself does not count.
pub static WITHIN: Record = Record { name: "within", fields: &[
    field("days", Kind::Count(1, 366), Need::Required, "How many days.", "Bao nhiêu ngày.", "15"),
    field("working", Kind::Flag, Need::Default("false"), "Only working days count: no Saturdays, no Sundays, no `holidays` of the site.", "Chỉ tính ngày làm việc: không tính thứ Bảy, Chủ nhật và ngày nghỉ (`holidays`) của trang.", "true"),
    field("of", Kind::CountedFrom, Need::Default("issue"), "Counted from the day of issue, from the document's meeting, or from this day.", "Kể từ ngày ban hành (issue), ngày họp (meeting) hoặc một ngày.", "meeting"),
]};

/// A meeting that sets a deadline (`at`, `before`): one in the record, or the next of a body by its number.
pub static DUE_MEETING: Record = Record { name: "due-meeting", fields: &[
    field("meeting", Kind::Ref(Target::Meeting), Need::Optional, "A meeting in the record.", "Cuộc họp đã có trong dữ liệu.", "2024-07-15-phien-hop"),
    field("body", Kind::Ref(Target::Agency), Need::Optional, "The body whose meeting is awaited; with `ordinal`.", "Tổ chức sẽ họp; ghi cùng `ordinal`.", "to-cong-tac-cai-cach-tthc"),
    field("ordinal", Kind::Count(1, 9999), Need::Optional, "The number of that meeting: found once it is in the record.", "Phiên họp thứ mấy; có trong dữ liệu thì tự nhận ra.", "3"),
]};

/// One entry of `extended`.
pub static EXTENSION: Record = Record { name: "extension", fields: &[
    field("to", Kind::DayOrPeriod, Need::Required, "New last in-time day, or the period in which it is; earlier than before: brought forward.", "Hạn mới (đến hết ngày hoặc đến hết kỳ); sớm hơn hạn cũ là rút ngắn thời hạn.", "2019-12-31"),
    field("on", Kind::Day, Need::Required, "Day on which it was granted.", "Ngày quyết định.", "2019-10-30"),
    field("by", Kind::Line, Need::Optional, "Who granted it, in words.", "Ai quyết định.", "Thủ tướng Chính phủ"),
]};

/// `indicator` of a task.
pub static INDICATOR: Record = Record { name: "indicator", fields: &[
    field("label", Kind::Line, Need::Required, "What is counted.", "Đo cái gì.", "Tỷ lệ hồ sơ trực tuyến"),
    field("unit", Kind::Line, Need::Optional, "Unit, in words or `%` (in quotes).", "Đơn vị; `%` phải đặt trong ngoặc kép.", "\"%\""),
    field("operator", Kind::Choice(&[">=", "<=", "=", ">", "<"]), Need::Default(">="), "Direction of the target; in quotes.", "Chiều của chỉ tiêu; đặt trong ngoặc kép.", "\">=\""),
    field("scope", Kind::Line, Need::Optional, "What it is counted in, in words.", "Phạm vi đo, bằng lời.", "các đô thị loại I"),
    field("baseline", Kind::Number, Need::Optional, "Where it started.", "Mức ban đầu.", "3"),
    field("target", Kind::Number, Need::Optional, "Where it is to arrive; of a range its lower end.", "Mức phải đạt; nếu là khoảng thì là mức thấp.", "40"),
    field("upper", Kind::Number, Need::Optional, "Upper end of a range.", "Mức cao của khoảng.", "45"),
    field("step", Kind::One(&STEP), Need::Optional, "The required pace.", "Nhịp phải đạt.", "{value: 2, unit: điểm %/năm}"),
    field("by", Kind::Period, Need::Optional, "Period by whose end the target is to be met.", "Kỳ phải đạt.", "2025"),
    field("wording", Kind::Line, Need::Optional, "The target in the words of the source.", "Mức phải đạt, như văn bản ghi.", "≥ 3% và tăng dần"),
    field("targets", Kind::Many(&TARGET), Need::Optional, "Several targets, by year or scope; in place of the fields of one.", "Nhiều mức, theo năm hoặc phạm vi; thay cho các mục của một mức.", "[{target: 30, by: 2025}, {target: 50, by: 2030}]"),
]};

/// One entry of `targets` of an indicator.
pub static TARGET: Record = Record { name: "target", fields: &[
    field("operator", Kind::Choice(&[">=", "<=", "=", ">", "<"]), Need::Default("that of the indicator"), "Direction; in quotes.", "Chiều; đặt trong ngoặc kép.", "\"<=\""),
    field("target", Kind::Number, Need::Optional, "Where it is to arrive; of a range its lower end.", "Mức phải đạt; nếu là khoảng thì là mức thấp.", "40"),
    field("upper", Kind::Number, Need::Optional, "Upper end of a range.", "Mức cao của khoảng.", "45"),
    field("by", Kind::Period, Need::Optional, "Period by whose end it is to be met.", "Kỳ phải đạt.", "2030"),
    field("scope", Kind::Line, Need::Optional, "What it holds for.", "Áp dụng cho phạm vi nào.", "Đông Nam Á"),
    field("wording", Kind::Line, Need::Optional, "In the words of the source.", "Như văn bản ghi.", "thuộc nhóm dẫn đầu"),
]};

/// One entry of `transferred`.
pub static TRANSFER: Record = Record { name: "transfer", fields: &[
    field("to", Kind::Ref(Target::Agency), Need::Required, "Who leads from then on.", "Cơ quan chủ trì mới.", "bo-tai-chinh"),
    field("on", Kind::Day, Need::Required, "First day on which it answers for the task.", "Ngày bắt đầu chịu trách nhiệm.", "2025-03-01"),
    field("by", Kind::Line, Need::Optional, "Who decided it, in words.", "Ai quyết định.", "Thủ tướng Chính phủ"),
]};

/// `cancelled` of a task.
pub static CANCELLED: Record = Record { name: "cancelled", fields: &[
    field("on", Kind::Day, Need::Required, "First day on which it no longer binds.", "Ngày thôi thực hiện.", "2025-03-01"),
    field("by", Kind::Line, Need::Optional, "Who decided it, in words.", "Ai quyết định.", "Thủ tướng Chính phủ"),
    field("reason", Kind::Prose, Need::Optional, "Why, in words.", "Lý do.", "Nội dung đã đưa vào luật mới."),
    field("evidence", Kind::Many(&EVIDENCE), Need::Optional, "The decision.", "Văn bản quyết định.", "[{title: Công văn, number: 12/VPCP-KSTT}]"),
]};

/// `step` of an indicator.
pub static STEP: Record = Record { name: "step", fields: &[
    field("operator", Kind::Choice(&[">=", "<=", "=", ">", "<"]), Need::Default(">="), "Direction; in quotes.", "Chiều; đặt trong ngoặc kép.", "\">=\""),
    field("value", Kind::Number, Need::Required, "Amount.", "Mức.", "2"),
    field("unit", Kind::Line, Need::Optional, "Unit.", "Đơn vị.", "điểm %/năm"),
]};

/// One entry of `updates`.
pub static UPDATE: Record = Record { name: "update", fields: &[
    field("date", Kind::PartialDate, Need::Required, "When it was reported, as exactly as the source knows: day, month or year.", "Ngày báo cáo; có thể chỉ có tháng hoặc năm.", "2019-12-09"),
    field("agency", Kind::Ref(Target::Agency), Need::Optional, "Whom it speaks for; absent: the only lead of that day, or all together.", "Báo cáo của cơ quan nào; bỏ trống là cơ quan chủ trì duy nhất vào ngày đó, hoặc cả nhóm.", "van-phong-chinh-phu"),
    field("members", Kind::Choice(&["all"]), Need::Optional, "`all`: holds for every member of the leading group.", "`all`: đúng với mọi thành viên của nhóm chủ trì.", "all"),
    field("progress", Kind::Choice(&["not-started", "in-progress", "completed", "not-applicable", "suspended"]), Need::Optional, "State reported; absent: a note only.", "Tình trạng; bỏ trống là chỉ ghi chú.", "completed"),
    field("percent", Kind::Count(0, 100), Need::Optional, "0 to 100.", "Tỷ lệ hoàn thành, 0 đến 100.", "60"),
    field("completed_on", Kind::CompletedOn, Need::Optional, "Date of the product, or `unknown`; absent: the date of the update.", "Ngày hoàn thành sản phẩm, hoặc `unknown`; bỏ trống là ngày báo cáo.", "2019-12-09"),
    field("period", Kind::Period, Need::Optional, "The period of a recurring duty that it answers for.", "Kỳ báo cáo (việc định kỳ).", "2023-10"),
    field("adhoc", Kind::Flag, Need::Default("false"), "An ad hoc report: belongs to no period.", "Báo cáo đột xuất, không thuộc kỳ nào.", "true"),
    field("overdue", Kind::Flag, Need::Default("false"), "The report itself says that the deadline was missed.", "Chính báo cáo nêu là đã quá hạn.", "true"),
    field("accepted", Kind::One(&ACCEPTED), Need::Optional, "The standing office's acceptance of the completion.", "Xác nhận hoàn thành của cơ quan thường trực.", "{on: 2019-12-15, by: Văn phòng Chính phủ}"),
    field("reason", Kind::Prose, Need::Optional, "Why it is late or stands still.", "Lý do chậm hoặc chưa làm.", "Chờ luật được thông qua."),
    field("proposal", Kind::Prose, Need::Optional, "What the agency asks for.", "Kiến nghị của cơ quan.", "Đề nghị lùi thời hạn đến quý I."),
    field("corrected", Kind::One(&CORRECTED), Need::Optional, "A later edit altered this entry: shown as corrected.", "Mục này đã được đính chính sau khi đăng.", "{on: 2024-03-01, note: Sửa ngày hoàn thành}"),
    field("note", Kind::Prose, Need::Optional, "In words.", "Nội dung.", "Cổng chính thức khai trương."),
    field("note_en", Kind::Prose, Need::Optional, "The same in English.", "Nội dung bằng tiếng Anh.", "The portal was opened."),
    field("evidence", Kind::Many(&EVIDENCE), Need::Optional, "Products and proof.", "Sản phẩm, minh chứng.", "[{title: Quyết định 274/QĐ-TTg}]"),
    field("readings", Kind::Many(&READING), Need::Optional, "Values of the indicator.", "Giá trị của chỉ tiêu.", "[{value: 35.5}]"),
]};

/// `accepted` of an update.
pub static ACCEPTED: Record = Record { name: "accepted", fields: &[
    field("on", Kind::Day, Need::Required, "When.", "Ngày xác nhận.", "2019-12-15"),
    field("by", Kind::Line, Need::Optional, "By whom, in words.", "Ai xác nhận.", "Văn phòng Chính phủ"),
]};

/// `corrected` of an update.
pub static CORRECTED: Record = Record { name: "corrected", fields: &[
    field("on", Kind::Day, Need::Required, "When.", "Ngày đính chính.", "2024-03-01"),
    field("note", Kind::Prose, Need::Optional, "What was wrong.", "Đính chính điều gì.", "Sửa ngày hoàn thành."),
]};

/// One entry of `evidence`; it has at least a title, a number or an address.
pub static EVIDENCE: Record = Record { name: "evidence", fields: &[
    field("title", Kind::Line, Need::Default("the host of `url`, else `number`"), "Title.", "Tên.", "Quyết định phê duyệt Đề án"),
    field("number", Kind::Line, Need::Optional, "Number and symbol.", "Số, ký hiệu.", "274/QĐ-TTg"),
    field("url", Kind::Url, Need::Optional, "Address.", "Địa chỉ.", "https://chinhphu.vn/"),
    field("date", Kind::PartialDate, Need::Optional, "Its own date.", "Ngày của văn bản, bài viết.", "2019-03-12"),
    field("retrieved", Kind::Day, Need::Optional, "When the address was read.", "Ngày truy cập địa chỉ.", "2024-11-21"),
]};

/// One entry of `readings`.
pub static READING: Record = Record { name: "reading", fields: &[
    field("value", Kind::Number, Need::Required, "The value, in the indicator's unit.", "Giá trị, theo đơn vị của chỉ tiêu.", "35.5"),
    field("note", Kind::Prose, Need::Optional, "In words.", "Ghi chú.", "Theo báo cáo năm 2023."),
]};

/// `content/news/*.md`, front matter; the text follows as Markdown. The file name is the address.
pub static NEWS: Record = Record { name: "news", fields: &[
    field("title", Kind::Line, Need::Required, "Title.", "Tiêu đề.", "Phiên họp thứ nhất Tổ công tác"),
    field("title_en", Kind::Line, Need::Optional, "Title in English.", "Tiêu đề bằng tiếng Anh.", "First session of the task force"),
    field("meeting", Kind::Ref(Target::Meeting), Need::Required, "The meeting that it reports.", "Cuộc họp được đưa tin.", "2023-09-08-phien-hop-thu-nhat"),
    field("date", Kind::Day, Need::Optional, "Day of publication.", "Ngày đăng.", "2023-09-08"),
    field("publisher", Kind::Line, Need::Optional, "Who published it.", "Nơi đăng.", "Cổng thông tin tỉnh Kon Tum"),
    field("author", Kind::Line, Need::Optional, "Author.", "Tác giả.", "Trần Văn Phúc"),
    field("url", Kind::Url, Need::Optional, "Address of the original.", "Địa chỉ bài gốc.", "https://kontum.gov.vn/"),
    field("note", Kind::Prose, Need::Optional, "For readers.", "Ghi chú cho người đọc.", "Bản tin không nêu ngày đăng."),
]};

/// `content/pages/*.md`, front matter; the text follows as Markdown. The file name is the address.
pub static PAGE: Record = Record { name: "page", fields: &[
    field("title", Kind::Line, Need::Required, "Title.", "Tên trang.", "Phương pháp"),
    field("title_en", Kind::Line, Need::Optional, "Title in English.", "Tên bằng tiếng Anh.", "Method"),
    field("description", Kind::Prose, Need::Optional, "One sentence, for search engines.", "Một câu mô tả.", "Các ô, công thức, nguồn, giới hạn."),
    field("order", Kind::Count(0, 9999), Need::Default("100"), "Place in the menu, low first.", "Thứ tự trong trình đơn, số nhỏ trước.", "10"),
]};

/// Words of `field` of a column of an imported sheet.
pub const IMPORT_FIELDS: &[&str] = &[
    "ref", "title", "text", "group", "lead", "coordinators", "due", "products", "source", "assigned", "supervisor", "officer", "unit", "target",
    "status", "progress", "note", "ignored",
];

/// `content/import/*.yaml`
pub static IMPORT: Record = Record { name: "import", fields: &[
    field("document", Kind::Ref(Target::Document), Need::Optional, "The document whose tasks the sheets hold.", "Văn bản có các nhiệm vụ ghi trong sổ.", "2025-01-13-ke-hoach"),
    field("sheet", Kind::Line, Need::Optional, "Name of the sheet in the workbook; absent: the only table that looks like a register.", "Tên trang tính; bỏ trống: bảng duy nhất giống sổ theo dõi.", "Nhiệm vụ"),
    field("columns", Kind::Many(&IMPORT_COLUMN), Need::Optional, "The columns, in the order of the sheet.", "Các cột, theo thứ tự trong sổ.", "[{head: Tên nhiệm vụ, field: title}]"),
    field("names", Kind::Many(&IMPORT_NAME), Need::Optional, "Agencies as the sheets name them, where the record does not tell.", "Cách sổ gọi các cơ quan, khi dữ liệu không cho biết.", "[{name: Vụ KHTC, id: vu-ke-hoach-tai-chinh}]"),
    field("rows", Kind::Many(&IMPORT_ROW), Need::Optional, "What the sheet said last time; the program writes it.", "Nội dung sổ lần nhập trước; do chương trình ghi.", "[{task: ra-soat, ref: \"1\", text: Rà soát}]"),
]};

/// One of `columns`.
pub static IMPORT_COLUMN: Record = Record { name: "import-column", fields: &[
    field("head", Kind::Line, Need::Optional, "Its head as written; absent: the column has none.", "Tên cột như trong sổ; bỏ trống: cột không có tên.", "Cơ quan chủ trì"),
    field("field", Kind::Choice(IMPORT_FIELDS), Need::Required, "What it holds.", "Nội dung của cột.", "lead"),
]};

/// One of `names`.
pub static IMPORT_NAME: Record = Record { name: "import-name", fields: &[
    field("name", Kind::Line, Need::Required, "As the sheets write it.", "Tên như trong sổ.", "Vụ KHTC"),
    field("id", Kind::Ref(Target::Party), Need::Required, "The agency or group that it means.", "Cơ quan, nhóm cơ quan tương ứng.", "vu-ke-hoach-tai-chinh"),
]};

/// One of `rows`.
pub static IMPORT_ROW: Record = Record { name: "import-row", fields: &[
    field("task", Kind::Ref(Target::Task), Need::Required, "The task that was made of it.", "Nhiệm vụ được tạo từ dòng này.", "ra-soat-quy-dinh"),
    field("ref", Kind::Line, Need::Optional, "Its number.", "Số thứ tự.", "\"15\""),
    field("text", Kind::Prose, Need::Optional, "The words of the duty.", "Nội dung nhiệm vụ.", "Rà soát quy định về đất đai"),
    field("lead", Kind::Prose, Need::Optional, "Who leads.", "Cơ quan chủ trì.", "Vụ KHTC"),
    field("coordinators", Kind::Prose, Need::Optional, "Who coordinates.", "Cơ quan phối hợp.", "Vụ Pháp chế; các đơn vị"),
    field("due", Kind::Prose, Need::Optional, "The words of the deadline.", "Thời hạn như trong sổ.", "\"6/2025\""),
    field("products", Kind::Prose, Need::Optional, "What is to come out of it.", "Sản phẩm.", "Báo cáo"),
    field("supervisor", Kind::Prose, Need::Optional, "The leader in charge.", "Lãnh đạo phụ trách.", "Nguyễn Văn A"),
    field("officer", Kind::Prose, Need::Optional, "The officer who follows it.", "Chuyên viên theo dõi.", "Trần Thị B"),
    field("source", Kind::Prose, Need::Optional, "Papers that it comes from.", "Nguồn giao việc.", "Thông báo 12/TB-VP"),
    field("group", Kind::Prose, Need::Optional, "Heading that it stands under.", "Tiêu đề nhóm.", "Về thể chế"),
    field("assigned", Kind::Prose, Need::Optional, "Day of assignment.", "Ngày giao.", "2025-01-20"),
    field("unit", Kind::Prose, Need::Optional, "Unit of an indicator.", "Đơn vị của chỉ tiêu.", "%"),
    field("target", Kind::Prose, Need::Optional, "What an indicator is to reach.", "Mức phải đạt.", "≥ 80"),
    field("note", Kind::Prose, Need::Optional, "Remarks, status.", "Ghi chú, trạng thái.", "Đang thực hiện"),
]};
