//! Tables of agencies, groups, successions and topics.

use super::tasks::HOLDERS;
use super::{Column, Kind, Table, TableId, column};

/// Codes of the kinds of agencies, in the order of the index.
pub(super) const KINDS: &[&str] =
    &["ministry", "ministerial", "government-agency", "province", "body", "party", "enterprise", "other"];

const NOTE: Column = column(
    "note",
    Kind::Text,
    ["Ghi chú", "Note"],
    ["Ghi chú cho người đọc.", "A note for readers."],
    "Hợp nhất năm 2025.",
)
.maybe();
const SHORT: Column = column(
    "short",
    Kind::Text,
    ["Tên ngắn", "Short name"],
    ["Tên ngắn dùng trong bảng.", "Short name, as used in tables."],
    "Bộ TT&TT",
)
.maybe();

/// Agencies.
pub(super) static AGENCIES: Table = Table {
    id: TableId::Agencies,
    name: "co-quan",
    title: ["Cơ quan", "Agencies"],
    meaning: ["Mỗi dòng là một cơ quan.", "One row is one agency."],
    key: &["id"],
    columns: &[
        column("id", Kind::Id, ["Mã", "Id"], ["Mã của cơ quan.", "Id of the agency."], "bo-noi-vu"),
        column("name", Kind::Text, ["Tên", "Name"], ["Tên đầy đủ.", "Full name."], "Bộ Nội vụ"),
        column(
            "name_en",
            Kind::Text,
            ["Tên tiếng Anh", "Name (English)"],
            ["Tên tiếng Anh.", "Full name in English."],
            "Ministry of Home Affairs",
        )
        .maybe(),
        SHORT,
        column(
            "also",
            Kind::Texts,
            ["Tên khác", "Other names"],
            ["Tên khác, cách viết khác.", "Other names and spellings."],
            "Bộ TTTT",
        ),
        column("kind", Kind::Code(KINDS), ["Loại", "Kind"], ["Loại cơ quan.", "What kind of body it is."], "ministry"),
        column(
            "from",
            Kind::Day,
            ["Từ ngày", "From"],
            ["Ngày đầu tồn tại, nếu cần biết.", "First day of its life, where it matters."],
            "2025-03-01",
        )
        .maybe(),
        column(
            "until",
            Kind::Day,
            ["Đến ngày", "Until"],
            ["Ngày cuối tồn tại, nếu đã kết thúc.", "Last day of its life, if it ended."],
            "2025-02-28",
        )
        .maybe(),
        column(
            "url",
            Kind::Text,
            ["Trang riêng", "Own site"],
            ["Địa chỉ trang của cơ quan.", "Address of its own site."],
            "https://vidu.example/",
        )
        .maybe(),
        column(
            "address",
            Kind::Address,
            ["Địa chỉ trang", "Address"],
            ["Trang của cơ quan trên trang này.", "Page of the agency on this site."],
            "co-quan/bo-noi-vu/",
        ),
        column(
            "obligations",
            Kind::Count,
            ["Số đầu việc", "Obligations"],
            ["Số đầu việc cơ quan chịu trách nhiệm.", "Obligations that it holds."],
            "14",
        ),
        column(
            "obligations_by_name",
            Kind::Count,
            ["Đầu việc giao đích danh", "Obligations by name"],
            ["Trong đó giao đích danh.", "Of these, given to it by name."],
            "5",
        ),
        column(
            "coordinates",
            Kind::Count,
            ["Nhiệm vụ phối hợp", "Tasks coordinated"],
            ["Số nhiệm vụ phối hợp; không tính vào kết quả.", "Tasks that it coordinates; never scored."],
            "3",
        ),
        NOTE,
    ],
};

/// Groups of agencies.
pub(super) static GROUPS: Table = Table {
    id: TableId::Groups,
    name: "nhom",
    title: ["Nhóm cơ quan", "Groups"],
    meaning: [
        "Mỗi dòng là một nhóm cơ quan mà văn bản gọi chung.",
        "One row is a group of agencies that documents name together.",
    ],
    key: &["id"],
    columns: &[
        column("id", Kind::Id, ["Mã", "Id"], ["Mã của nhóm.", "Id of the group."], "cac-bo-co-quan-ngang-bo"),
        column("name", Kind::Text, ["Tên", "Name"], ["Tên đầy đủ.", "Full name."], "Các bộ, cơ quan ngang bộ"),
        column(
            "name_en",
            Kind::Text,
            ["Tên tiếng Anh", "Name (English)"],
            ["Tên tiếng Anh.", "Full name in English."],
            "Ministries",
        )
        .maybe(),
        SHORT,
        column(
            "open",
            Kind::Flag,
            ["Nhóm mở", "Open"],
            ["Văn bản không nêu thành viên; không bao giờ tách ra.", "Named without members; never expanded."],
            "false",
        ),
        column(
            "address",
            Kind::Address,
            ["Địa chỉ trang", "Address"],
            ["Trang của nhóm trên trang này.", "Page of the group on this site."],
            "co-quan/cac-bo-co-quan-ngang-bo/",
        ),
        NOTE,
    ],
};

/// Members of groups.
pub(super) static MEMBERS: Table = Table {
    id: TableId::Members,
    name: "thanh-vien-nhom",
    title: ["Thành viên nhóm", "Group members"],
    meaning: ["Mỗi dòng là một thành viên của một nhóm.", "One row is one member of one group."],
    key: &[],
    columns: &[
        column("group", Kind::Id, ["Mã nhóm", "Group"], ["Nhóm.", "The group."], "cac-bo-co-quan-ngang-bo").of("nhom"),
        column(
            "member",
            Kind::Id,
            ["Mã thành viên", "Member"],
            ["Cơ quan, hoặc một nhóm con.", "An agency, or another group."],
            "bo-noi-vu",
        ),
        column(
            "member_kind",
            Kind::Code(HOLDERS),
            ["Cơ quan hay nhóm", "Agency or group"],
            ["Thành viên là cơ quan hay nhóm.", "Whether the member is an agency or a group."],
            "agency",
        ),
        column(
            "from",
            Kind::Day,
            ["Từ ngày", "From"],
            ["Ngày đầu là thành viên.", "First day of membership."],
            "2025-03-01",
        )
        .maybe(),
        column(
            "until",
            Kind::Day,
            ["Đến ngày", "Until"],
            ["Ngày cuối là thành viên.", "Last day of membership."],
            "2025-02-28",
        )
        .maybe(),
    ],
};

/// Who took over from whom.
pub(super) static SUCCESSIONS: Table = Table {
    id: TableId::Successions,
    name: "ke-thua",
    title: ["Kế thừa", "Successions"],
    meaning: [
        "Mỗi dòng là một bước kế thừa; dòng đầu của một cơ quan là nơi nhận việc còn mở.",
        "One row is one step of succession; an agency's first row takes its open obligations.",
    ],
    key: &[],
    columns: &[
        column(
            "agency",
            Kind::Id,
            ["Mã cơ quan", "Agency"],
            ["Cơ quan kết thúc.", "The agency that ended."],
            "bo-thong-tin-truyen-thong",
        )
        .of("co-quan"),
        column(
            "successor",
            Kind::Id,
            ["Mã cơ quan kế thừa", "Successor"],
            ["Cơ quan kế thừa.", "The agency that took over."],
            "bo-khoa-hoc-cong-nghe",
        )
        .of("co-quan"),
        column(
            "from",
            Kind::Day,
            ["Từ ngày", "From"],
            ["Ngày đầu cơ quan kế thừa chịu trách nhiệm.", "First day on which the successor answers."],
            "2025-03-01",
        ),
        NOTE,
    ],
};

/// Fields of reform.
pub(super) static TOPICS: Table = Table {
    id: TableId::Topics,
    name: "linh-vuc",
    title: ["Lĩnh vực", "Topics"],
    meaning: ["Mỗi dòng là một lĩnh vực.", "One row is one topic."],
    key: &["id"],
    columns: &[
        column("id", Kind::Id, ["Mã", "Id"], ["Mã của lĩnh vực.", "Id of the topic."], "chinh-phu-so"),
        column(
            "name",
            Kind::Text,
            ["Tên", "Name"],
            ["Tên lĩnh vực.", "Its name."],
            "Xây dựng Chính phủ điện tử, Chính phủ số",
        ),
        column(
            "name_en",
            Kind::Text,
            ["Tên tiếng Anh", "Name (English)"],
            ["Tên tiếng Anh.", "Its name in English."],
            "Digital government",
        )
        .maybe(),
        column(
            "description",
            Kind::Text,
            ["Mô tả", "Description"],
            ["Một câu mô tả.", "One sentence."],
            "Chuyển đổi số, dịch vụ công trực tuyến.",
        )
        .maybe(),
        column(
            "address",
            Kind::Address,
            ["Địa chỉ trang", "Address"],
            ["Trang của lĩnh vực trên trang này.", "Page of the topic on this site."],
            "linh-vuc/chinh-phu-so/",
        ),
        column(
            "tasks",
            Kind::Count,
            ["Số nhiệm vụ", "Tasks"],
            ["Số nhiệm vụ thuộc lĩnh vực.", "Tasks of the topic."],
            "21",
        ),
    ],
};
