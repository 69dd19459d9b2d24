//! Tables of agencies, groups, successions and topics.

use super::column::{Column, Kind, column, optional};
use super::shared::HOLDERS;
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::Report;
use crate::model::{Agency, AgencyCode, AgencyIx, Group, GroupIx, Member, Succession, Topic, TopicIx};
use crate::open_data::site::ExportSite;
use crate::plan::route::Route;

/// Codes of the kinds of agencies, in the order of the index.
pub(super) const KINDS: &[&str] =
    &["ministry", "ministerial", "government-agency", "province", "body", "party", "enterprise", "other"];
const NOTE: Column = optional("note", Kind::Text, "Hợp nhất năm 2025.")
    .vi("Ghi chú", "Ghi chú cho người đọc.")
    .en("Note", "A note for readers.");
const SHORT: Column = optional("short", Kind::Text, "Bộ TT&TT")
    .vi("Tên ngắn", "Tên ngắn dùng trong bảng.")
    .en("Short name", "Short name, as used in tables.");

pub(super) static AGENCIES: Table = Table {
    id: TableId::Agencies,
    name: "co-quan",
    title: ["Cơ quan", "Agencies"],
    meaning: ["Mỗi dòng là một cơ quan.", "One row is one agency."],
    key: &["id"],
    columns: || columns(AGENCY_COLUMNS),
    rows: |s, sink| each(AGENCY_COLUMNS, s, s.report.data.agency_list(), sink),
    of_agency: None,
    count: |report| report.data.agency_list().count(),
};

type AgencyRow<'s> = (AgencyIx, &'s Agency);

const AGENCY_COLUMNS: Columns<for<'s> fn(&'s ExportSite, AgencyRow<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "bo-noi-vu")
        .vi("Mã", "Mã của cơ quan.")
        .en("Id", "Id of the agency.")
        .value(|_, (_, a)| a.id.as_str().into()),
    column("name", Kind::Text, "Bộ Nội vụ")
        .vi("Tên", "Tên đầy đủ.")
        .en("Name", "Full name.")
        .value(|_, (_, a)| (&a.name).into()),
    optional("name_en", Kind::Text, "Ministry of Home Affairs")
        .vi("Tên tiếng Anh", "Tên tiếng Anh.")
        .en("Name (English)", "Full name in English.")
        .value(|_, (_, a)| a.name_en.as_deref().into()),
    SHORT.value(|_, (_, a)| a.short.as_deref().into()),
    column("also", Kind::Texts, "Bộ TTTT")
        .vi("Tên khác", "Tên khác, cách viết khác.")
        .en("Other names", "Other names and spellings.")
        .value(|_, (_, a)| Value::list(a.also.iter().map(String::as_str))),
    column("kind", Kind::Code(KINDS), "ministry")
        .vi("Loại", "Loại cơ quan.")
        .en("Kind", "What kind of body it is.")
        .value(|_, (_, a)| a.kind.code().into()),
    optional("from", Kind::Day, "2025-03-01")
        .vi("Từ ngày", "Ngày đầu tồn tại, nếu cần biết.")
        .en("From", "First day of its life, where it matters.")
        .value(|_, (_, a)| a.from.into()),
    optional("until", Kind::Day, "2025-02-28")
        .vi("Đến ngày", "Ngày cuối tồn tại, nếu đã kết thúc.")
        .en("Until", "Last day of its life, if it ended.")
        .value(|_, (_, a)| a.until.into()),
    optional("url", Kind::Text, "https://vidu.example/")
        .vi("Trang riêng", "Địa chỉ trang của cơ quan.")
        .en("Own site", "Address of its own site.")
        .value(|_, (_, a)| a.url.as_deref().into()),
    column("address", Kind::Address, "co-quan/bo-noi-vu/")
        .vi("Địa chỉ trang", "Trang của cơ quan trên trang này.")
        .en("Address", "Page of the agency on this site.")
        .value(|s, (ix, _)| s.address(Route::Agency(ix, 1)).into()),
    column("obligations", Kind::Count, "14")
        .vi("Số đầu việc", "Số đầu việc cơ quan chịu trách nhiệm.")
        .en("Obligations", "Obligations that it holds.")
        .value(|s, (ix, _)| Value::count(s.report.agency(ix).tally.total())),
    column("obligations_by_name", Kind::Count, "5")
        .vi("Đầu việc giao đích danh", "Trong đó giao đích danh.")
        .en("Obligations by name", "Of these, given to it by name.")
        .value(|s, (ix, _)| Value::count(s.report.agency(ix).tally_by_name.total())),
    column("coordinates", Kind::Count, "3")
        .vi("Nhiệm vụ phối hợp", "Số nhiệm vụ phối hợp; không tính vào kết quả.")
        .en("Tasks supported", "Tasks that it supports; never scored.")
        .value(|s, (ix, _)| Value::count(s.report.agency(ix).coordinates.len())),
    NOTE.value(|_, (_, a)| a.note.as_deref().into()),
    optional("code", Kind::Text, "G09")
        .vi("Mã định danh", "Mã định danh điện tử (Quyết định 20/2020/QĐ-TTg).")
        .en("Code", "Electronic identification code (Quyết định 20/2020/QĐ-TTg).")
        .value(|_, (_, a)| a.code.as_ref().map(AgencyCode::as_str).into()),
];

pub(super) static GROUPS: Table = Table {
    id: TableId::Groups,
    name: "nhom",
    title: ["Nhóm cơ quan", "Groups"],
    meaning: [
        "Mỗi dòng là một nhóm cơ quan mà văn bản gọi chung.",
        "One row is a group of agencies that documents name together.",
    ],
    key: &["id"],
    columns: || columns(GROUP_COLUMNS),
    rows: |s, sink| each(GROUP_COLUMNS, s, s.report.data.group_list(), sink),
    of_agency: None,
    count: |report| report.data.group_list().count(),
};

type GroupRow<'s> = (GroupIx, &'s Group);

const GROUP_COLUMNS: Columns<for<'s> fn(&'s ExportSite, GroupRow<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "cac-bo-co-quan-ngang-bo")
        .vi("Mã", "Mã của nhóm.")
        .en("Id", "Id of the group.")
        .value(|_, (_, g)| g.id.as_str().into()),
    column("name", Kind::Text, "Các bộ, cơ quan ngang bộ")
        .vi("Tên", "Tên đầy đủ.")
        .en("Name", "Full name.")
        .value(|_, (_, g)| (&g.name).into()),
    optional("name_en", Kind::Text, "Ministries")
        .vi("Tên tiếng Anh", "Tên tiếng Anh.")
        .en("Name (English)", "Full name in English.")
        .value(|_, (_, g)| g.name_en.as_deref().into()),
    SHORT.value(|_, (_, g)| g.short.as_deref().into()),
    column("open", Kind::Flag, "false")
        .vi("Nhóm mở", "Văn bản không nêu thành viên; không bao giờ tách ra.")
        .en("Open", "Named without members; never expanded.")
        .value(|_, (_, g)| g.open.into()),
    column("address", Kind::Address, "co-quan/cac-bo-co-quan-ngang-bo/")
        .vi("Địa chỉ trang", "Trang của nhóm trên trang này.")
        .en("Address", "Page of the group on this site.")
        .value(|s, (ix, _)| s.address(Route::Group(ix, 1)).into()),
    NOTE.value(|_, (_, g)| g.note.as_deref().into()),
];

pub(super) static MEMBERS: Table = Table {
    id: TableId::Members,
    name: "thanh-vien-nhom",
    title: ["Thành viên nhóm", "Group members"],
    meaning: ["Mỗi dòng là một thành viên của một nhóm.", "One row is one member of one group."],
    key: &[],
    columns: || columns(MEMBER_COLUMNS),
    rows: |s, sink| each(MEMBER_COLUMNS, s, members(&s.report), sink),
    of_agency: None,
    count: |report| members(report).count(),
};

type MemberRow<'s> = (&'s Group, &'s Member);

const MEMBER_COLUMNS: Columns<for<'s> fn(&'s ExportSite, MemberRow<'s>) -> Value<'s>> = &[
    column("group", Kind::Id, "cac-bo-co-quan-ngang-bo")
        .of("nhom")
        .vi("Mã nhóm", "Nhóm.")
        .en("Group", "The group.")
        .value(|_, (g, _)| g.id.as_str().into()),
    column("member", Kind::Id, "bo-noi-vu")
        .vi("Mã thành viên", "Cơ quan, hoặc một nhóm con.")
        .en("Member", "An agency, or another group.")
        .value(|s, (_, m)| s.party_id(m.who).into()),
    column("member_kind", Kind::Code(HOLDERS), "agency")
        .vi("Cơ quan hay nhóm", "Thành viên là cơ quan hay nhóm.")
        .en("Agency or group", "Whether the member is an agency or a group.")
        .value(|_, (_, m)| m.who.code().into()),
    optional("from", Kind::Day, "2025-03-01")
        .vi("Từ ngày", "Ngày đầu là thành viên.")
        .en("From", "First day of membership.")
        .value(|_, (_, m)| m.from.into()),
    optional("until", Kind::Day, "2025-02-28")
        .vi("Đến ngày", "Ngày cuối là thành viên.")
        .en("Until", "Last day of membership.")
        .value(|_, (_, m)| m.until.into()),
];

fn members(report: &Report) -> impl Iterator<Item = (&Group, &Member)> {
    report.data.groups.iter().flat_map(|group| group.members.iter().map(move |member| (group, member)))
}

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
    columns: || columns(SUCCESSION_COLUMNS),
    rows: |s, sink| each(SUCCESSION_COLUMNS, s, successions(&s.report), sink),
    of_agency: None,
    count: |report| successions(report).count(),
};

type SuccessionRow<'s> = (&'s Agency, &'s Succession);

const SUCCESSION_COLUMNS: Columns<for<'s> fn(&'s ExportSite, SuccessionRow<'s>) -> Value<'s>> = &[
    column("agency", Kind::Id, "bo-thong-tin-truyen-thong")
        .of("co-quan")
        .vi("Mã cơ quan", "Cơ quan kết thúc.")
        .en("Agency", "The agency that ended.")
        .value(|_, (a, _)| a.id.as_str().into()),
    column("successor", Kind::Id, "bo-khoa-hoc-cong-nghe")
        .of("co-quan")
        .vi("Mã cơ quan kế thừa", "Cơ quan kế thừa.")
        .en("Successor", "The agency that took over.")
        .value(|s, (_, step)| s.data()[step.agency].id.as_str().into()),
    column("from", Kind::Day, "2025-03-01")
        .vi("Từ ngày", "Ngày đầu cơ quan kế thừa chịu trách nhiệm.")
        .en("From", "First day on which the successor answers.")
        .value(|_, (_, step)| step.from.into()),
    NOTE.value(|_, (_, step)| step.note.as_deref().into()),
];

fn successions(report: &Report) -> impl Iterator<Item = (&Agency, &Succession)> {
    report.data.agencies.iter().flat_map(|agency| agency.succeeded_by.iter().map(move |step| (agency, step)))
}

/// Fields of reform.
pub(super) static TOPICS: Table = Table {
    id: TableId::Topics,
    name: "linh-vuc",
    title: ["Lĩnh vực", "Topics"],
    meaning: ["Mỗi dòng là một lĩnh vực.", "One row is one topic."],
    key: &["id"],
    columns: || columns(TOPIC_COLUMNS),
    rows: |s, sink| each(TOPIC_COLUMNS, s, topics(&s.report), sink),
    of_agency: None,
    count: |report| topics(report).count(),
};

type TopicRow<'s> = (TopicIx, &'s Topic);

const TOPIC_COLUMNS: Columns<for<'s> fn(&'s ExportSite, TopicRow<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "chinh-phu-so")
        .vi("Mã", "Mã của lĩnh vực.")
        .en("Id", "Id of the topic.")
        .value(|_, (_, t)| t.id.as_str().into()),
    column("name", Kind::Text, "Xây dựng Chính phủ điện tử, Chính phủ số")
        .vi("Tên", "Tên lĩnh vực.")
        .en("Name", "Its name.")
        .value(|_, (_, t)| (&t.name).into()),
    optional("name_en", Kind::Text, "Digital government")
        .vi("Tên tiếng Anh", "Tên tiếng Anh.")
        .en("Name (English)", "Its name in English.")
        .value(|_, (_, t)| t.name_en.as_deref().into()),
    optional("description", Kind::Text, "Chuyển đổi số, dịch vụ công trực tuyến.")
        .vi("Mô tả", "Một câu mô tả.")
        .en("Description", "One sentence.")
        .value(|_, (_, t)| t.description.as_deref().into()),
    column("address", Kind::Address, "linh-vuc/chinh-phu-so/")
        .vi("Địa chỉ trang", "Trang của lĩnh vực trên trang này.")
        .en("Address", "Page of the topic on this site.")
        .value(|s, (ix, _)| s.address(Route::Topic(ix, 1)).into()),
    column("tasks", Kind::Count, "21")
        .vi("Số nhiệm vụ", "Số nhiệm vụ thuộc lĩnh vực.")
        .en("Tasks", "Tasks of the topic.")
        .value(|s, (ix, _)| Value::count(s.report.tasks_of_topic(ix).len())),
];

fn topics(report: &Report) -> impl Iterator<Item = (TopicIx, &Topic)> {
    report.data.settings.topics.iter().enumerate().map(|(n, topic)| (TopicIx::new(n), topic))
}
