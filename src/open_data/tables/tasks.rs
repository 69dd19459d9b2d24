//! The table of tasks and what became of them.

use super::column::{Kind, column, optional};
use super::deadlines::{due_form, due_value};
use super::parts::{cited, target, transferred};
use super::shared::{
    ADDRESS, CLAUSE_TEXT, COMPLETED_ON, DAYS, DUE, PERCENT, REF, REPORTED, STATUS, STATUS_TEXT, TIMELINESS,
};
use super::table::{Columns, Table, TableId, columns, each};
use super::value::Value;
use crate::derive::{IN_NEWS, Label, TaskView};
use crate::model::{ClauseLabel, Indicator, Party, Period, Person, SourceRef, Step, Target, Task, TaskIx, Uncomputed};
use crate::open_data::site::ExportSite;
use crate::plan::route::Route;

const FORMS: &[&str] =
    &["none", "day", "before", "period", "within", "at-meeting", "before-meeting", "every", "continuous"];
const UNKNOWN: &[&str] = &["no-issue-day", "no-meeting-day", "no-holidays"];
const OPERATORS: &[&str] = &[">=", "<=", "=", ">", "<"];

pub(super) static TASKS: Table = Table {
    id: TableId::Tasks,
    name: "nhiem-vu",
    title: ["Nhiệm vụ", "Tasks"],
    meaning: [
        "Mỗi dòng là một nhiệm vụ do văn bản giao. Nhiệm vụ chỉ nêu trên báo chí có trạng thái in-news, không có đầu việc \
         và không nằm trong số đếm nào.",
        "One row is one task given by a document. A task known from news alone has the status in-news, no obligation, and \
         is in no tally.",
    ],
    key: &["id"],
    columns: || columns(COLUMNS),
    rows: |s, sink| each(COLUMNS, s, s.report.shown_tasks().into_iter().map(|ix| Row::new(s, ix)), sink),
    of_agency: Some(|s, ix, sink| {
        let tasks = s.report.agency(ix).coordinates.iter();
        each(COLUMNS, s, tasks.map(|ix| Row::new(s, *ix)), sink);
    }),
    count: |report| report.shown_tasks().len(),
};

#[derive(Clone, Copy)]
struct Row<'s> {
    ix: TaskIx,
    task: &'s Task,
    view: &'s TaskView,
}

impl<'s> Row<'s> {
    fn new(site: &'s ExportSite, ix: TaskIx) -> Self {
        Self { ix, task: &site.data()[ix], view: site.report.task(ix) }
    }

    /// Of a task known from news alone that it is, and no status.
    fn label(self) -> &'static str {
        self.view.label.map_or(IN_NEWS, Label::code)
    }

    /// The only target of the indicator; of several none.
    fn target(self) -> Option<&'s Target> {
        self.indicator().filter(|i| i.targets.len() == 1).and_then(|i| i.targets.first())
    }

    fn indicator(self) -> Option<&'s Indicator> {
        self.task.indicator.as_deref()
    }

    fn step(self) -> Option<&'s Step> {
        self.indicator()?.step.as_ref()
    }
}

const COLUMNS: Columns<for<'s> fn(&'s ExportSite, Row<'s>) -> Value<'s>> = &[
    column("id", Kind::Id, "cong-dich-vu-cong-quoc-gia")
        .vi("Mã", "Mã của nhiệm vụ, không bao giờ đổi.")
        .en("Id", "Id of the task; it never changes.")
        .value(|_, r| r.task.id.as_str().into()),
    column("title", Kind::Text, "Khai trương Cổng Dịch vụ công quốc gia")
        .vi("Nhiệm vụ", "Việc phải làm.")
        .en("Task", "What is to be done.")
        .value(|_, r| (&r.task.title).into()),
    optional("title_en", Kind::Text, "Launch the National Public Service Portal")
        .vi("Nhiệm vụ (tiếng Anh)", "Việc phải làm, bằng tiếng Anh.")
        .en("Task (English)", "What is to be done, in English.")
        .value(|_, r| r.task.title_en.as_deref().into()),
    ADDRESS.value(|s, r| s.address(Route::Task(r.ix)).into()),
    column("document", Kind::Id, "2018-09-11-hoi-nghi-tthc")
        .of("van-ban")
        .vi("Văn bản", "Văn bản giao nhiệm vụ.")
        .en("Document", "The document that gives the task.")
        .value(|s, r| s.document_id(r.task.document()).into()),
    optional("clause", Kind::Text, "III.2.a")
        .vi("Khoản", "Khoản, điểm của văn bản.")
        .en("Clause", "Clause of the document.")
        .value(|_, r| r.task.sources[0].clause.as_ref().map(ClauseLabel::as_str).into()),
    CLAUSE_TEXT.value(|s, r| s.clause(&r.task.sources[0]).into()),
    column("sources", Kind::Texts, "2018-09-11-hoi-nghi-tthc#6")
        .vi("Mọi căn cứ", "Mọi chỗ nêu nhiệm vụ: mã văn bản, sau dấu # là khoản.")
        .en("All sources", "Every place that states the task: document id, the clause behind #.")
        .value(|s, r| Value::list(r.task.sources.iter().map(|source| place(s, source)))),
    column("lead", Kind::Ids, "van-phong-chinh-phu")
        .vi("Mã chủ trì", "Cơ quan hoặc nhóm cơ quan chủ trì như văn bản nêu.")
        .en("Lead ids", "Lead agencies or groups, as the document names them.")
        .value(|s, r| ids(s, &r.task.lead)),
    column("lead_names", Kind::Texts, "Văn phòng Chính phủ")
        .vi("Chủ trì", "Tên cơ quan chủ trì, cùng thứ tự.")
        .en("Lead", "Names of the lead agencies, in the same order.")
        .value(|s, r| Value::list(r.task.lead.iter().map(|party| s.party_name(*party)))),
    column("coordinators", Kind::Ids, "bo-noi-vu; bo-tu-phap")
        .vi("Mã phối hợp", "Cơ quan, nhóm phối hợp; không bị tính điểm.")
        .en("Supporting agencies", "Agencies and groups that help; never scored.")
        .value(|s, r| ids(s, &r.task.coordinators)),
    column("report_to", Kind::Ids, "thu-tuong-chinh-phu")
        .vi("Nơi nhận báo cáo", "Cơ quan nhận báo cáo.")
        .en("Reports to", "Who receives the report.")
        .value(|s, r| ids(s, &r.task.report_to)),
    column("topics", Kind::Ids, "chinh-phu-so")
        .vi("Mã lĩnh vực", "Lĩnh vực cải cách.")
        .en("Topics", "Fields of reform.")
        .value(|s, r| Value::list(r.task.topics.iter().map(|ix| s.data()[*ix].id.as_str()))),
    column("due_form", Kind::Code(FORMS), "before")
        .vi(
            "Dạng thời hạn",
            "Văn bản nêu thời hạn kiểu nào: ngày, trước ngày, kỳ, số ngày, tại hoặc trước cuộc họp, định kỳ, thường xuyên, không nêu.",
        )
        .en("Form of deadline", "How the document states the deadline.")
        .value(|_, r| due_form(&r.task.deadline.due).into()),
    optional("due_value", Kind::Text, "2019-11-01")
        .vi(
            "Thời hạn theo văn bản",
            "Ngày, tháng hoặc kỳ mà văn bản nêu, dạng mã; số ngày và ngày bắt đầu tính; mã cuộc họp, hoặc mã tổ chức và số \
             phiên; việc định kỳ: độ dài của kỳ.",
        )
        .en(
            "Deadline as stated",
            "The day, month or period stated, as a code; a number of days and what they are counted from; the id of a \
             meeting, or a body and the number of its meeting; the length of the period of recurring tasks.",
        )
        .value(|s, r| due_value(s, &r.task.deadline.due).into()),
    column("then_continuous", Kind::Flag, "false")
        .vi("Sau đó thường xuyên", "Làm xong rồi thì thành việc thường xuyên.")
        .en("Then ongoing", "Once done, it stands as an ongoing task.")
        .value(|_, r| r.task.deadline.then_continuous.into()),
    optional("due_unknown", Kind::Code(UNKNOWN), "no-meeting-day")
        .vi(
            "Vì sao chưa có ngày",
            "Có thời hạn mà chưa tính được ngày: chưa rõ ngày ban hành, ngày họp, hoặc chưa có ngày nghỉ của năm.",
        )
        .en(
            "Why there is no day",
            "A deadline whose day is not known yet: no day of issue, no day of the meeting, no holidays of the year.",
        )
        .value(|s, r| r.task.deadline.uncomputed(s.report.as_of).map(Uncomputed::code).into()),
    optional("wording", Kind::Text, "trước ngày 01 tháng 11 năm 2019")
        .vi("Lời văn về thời hạn", "Thời hạn theo đúng lời văn bản.")
        .en("Wording of the deadline", "The deadline in the words of the document.")
        .value(|_, r| r.task.deadline.wording.as_deref().into()),
    optional("starts", Kind::Day, "2024-01-01")
        .vi("Từ ngày", "Ngày bắt đầu, nếu văn bản nêu.")
        .en("Runs from", "First day, where the document states one.")
        .value(|_, r| r.task.deadline.from.into()),
    optional("first_due", Kind::Day, "2019-10-31")
        .vi("Thời hạn đầu tiên", "Ngày cuối trong hạn khi giao, chưa tính gia hạn.")
        .en("First deadline", "Last day in time as given, before any extension.")
        .value(|_, r| r.task.deadline.due.last_day().into()),
    DUE.value(|s, r| r.task.deadline.in_force(s.report.as_of).into()),
    column("extensions", Kind::Count, "0")
        .vi("Số lần đổi hạn", "Số lần đã gia hạn hoặc rút ngắn thời hạn.")
        .en("Extensions", "How often the deadline was extended or brought forward.")
        .value(|s, r| Value::count(s.report.extensions_of(r.ix).count())),
    STATUS.value(|_, r| r.label().into()),
    STATUS_TEXT.value(|s, r| s.words.label(r.label()).into()),
    TIMELINESS.optional().value(|_, r| r.view.status.map(|s| s.timeliness.code()).into()),
    DAYS.value(|_, r| r.view.status.and_then(|s| s.timeliness.days()).into()),
    PERCENT.value(|_, r| r.view.status.and_then(|s| s.percent).map(i64::from).into()),
    REPORTED.value(|_, r| r.view.status.and_then(|s| s.reported).into()),
    COMPLETED_ON.value(|_, r| r.view.status.and_then(|s| s.state.completed_on()).into()),
    column("obligations", Kind::Count, "1")
        .vi("Số đầu việc", "Số đầu việc: mỗi cơ quan chủ trì, mỗi kỳ là một.")
        .en("Obligations", "Number of obligations: one for each lead agency and period.")
        .value(|_, r| Value::count(r.view.tally.total())),
    column("obligations_completed", Kind::Count, "1")
        .vi("Đầu việc hoàn thành", "Trong đó đã hoàn thành.")
        .en("Obligations completed", "Of these, completed.")
        .value(|_, r| Value::count(r.view.tally.completed())),
    column("obligations_overdue", Kind::Count, "0")
        .vi("Đầu việc quá hạn", "Trong đó quá hạn, chưa hoàn thành.")
        .en("Obligations overdue", "Of these, overdue and not completed.")
        .value(|_, r| Value::count(r.view.tally.of(Label::Overdue))),
    optional("urgency", Kind::Text, "khẩn trương")
        .vi("Mức khẩn", "Lời thúc của văn bản; không phải là ngày.")
        .en("Urgency", "Words of urgency in the document; never a date.")
        .value(|_, r| r.task.urgency.as_deref().into()),
    optional("condition", Kind::Text, "nếu có vướng mắc")
        .vi("Điều kiện", "Chỉ phải làm khi có điều kiện này.")
        .en("Condition", "Binds only under this condition.")
        .value(|_, r| r.task.condition.as_deref().into()),
    column("products", Kind::Texts, "Báo cáo Thủ tướng Chính phủ")
        .vi("Sản phẩm yêu cầu", "Sản phẩm mà văn bản yêu cầu.")
        .en("Required outputs", "What the document wants to see.")
        .value(|_, r| Value::list(r.task.products.iter().map(String::as_str))),
    optional("parent", Kind::Id, "cong-dich-vu-cong-quoc-gia")
        .of("nhiem-vu")
        .vi("Thuộc nhiệm vụ", "Nhiệm vụ lớn hơn mà việc này là một phần.")
        .en("Part of", "The task that this one is a part of.")
        .value(|s, r| r.task.parent.filter(|ix| in_force(s, *ix)).map(|ix| s.data()[ix].id.as_str()).into()),
    column("related", Kind::Ids, "dich-vu-cong-truc-tuyen")
        .vi("Nhiệm vụ liên quan", "Nhiệm vụ về cùng một việc.")
        .en("Related", "Tasks on the same matter.")
        .value(|s, r| {
            let related = r.task.related.iter().filter(|ix| in_force(s, **ix));
            Value::list(related.map(|ix| s.data()[*ix].id.as_str()))
        }),
    optional("indicator_label", Kind::Text, "Tỷ lệ hồ sơ trực tuyến")
        .vi("Chỉ tiêu", "Điều được đo.")
        .en("Indicator", "What is measured.")
        .value(|_, r| r.indicator().map(|i| i.label.as_str()).into()),
    optional("indicator_unit", Kind::Text, "%")
        .vi("Đơn vị chỉ tiêu", "Đơn vị đo.")
        .en("Unit of the indicator", "Unit of measurement.")
        .value(|_, r| r.indicator().and_then(|i| i.unit.as_deref()).into()),
    optional("indicator_operator", Kind::Code(OPERATORS), ">=")
        .vi("So sánh", "Phải đạt ít nhất, nhiều nhất, đúng bằng, trên hay dưới.")
        .en("Operator", "Whether the target is a minimum, a maximum or exact.")
        // A direction without a target says nothing.
        .value(|_, r| r.target().filter(|t| t.value.is_some()).map(|t| t.operator.code()).into()),
    optional("indicator_baseline", Kind::Number, "12.5")
        .vi("Xuất phát", "Giá trị ban đầu.")
        .en("Baseline", "Where it started.")
        .value(|_, r| r.indicator().and_then(|i| i.baseline).into()),
    optional("indicator_target", Kind::Number, "80")
        .vi("Mục tiêu", "Giá trị phải đạt.")
        .en("Target", "Where it is to arrive.")
        .value(|_, r| r.target().and_then(|t| t.value).into()),
    optional("indicator_by", Kind::Period, "2025")
        .vi("Kỳ đạt mục tiêu", "Kỳ phải đạt mục tiêu.")
        .en("Target period", "The period by which it is to be reached.")
        .value(|_, r| r.target().and_then(|t| t.by).map(Period::code).into()),
    optional("indicator_step_operator", Kind::Code(OPERATORS), ">=")
        .vi("So sánh bước", "Mỗi bước ít nhất, nhiều nhất, đúng bằng, trên hay dưới.")
        .en("Operator of the step", "Whether a step is a minimum, a maximum or exact.")
        .value(|_, r| r.step().map(|step| step.operator.code()).into()),
    optional("indicator_step", Kind::Number, "2")
        .vi("Bước", "Mức tăng hoặc giảm mỗi bước.")
        .en("Step", "The required pace.")
        .value(|_, r| r.step().map(|step| step.value).into()),
    optional("indicator_step_unit", Kind::Text, "%/năm")
        .vi("Đơn vị của bước", "Đơn vị của bước.")
        .en("Unit of the step", "Unit of the pace.")
        .value(|_, r| r.step().and_then(|step| step.unit.as_deref()).into()),
    optional("note", Kind::Text, "Gộp hai điểm của văn bản.")
        .vi("Ghi chú", "Ghi chú cho người đọc.")
        .en("Note", "A note for readers.")
        .value(|_, r| r.task.note.as_deref().into()),
    REF.value(|_, r| r.task.reference.as_deref().into()),
    optional("text", Kind::Text, "Khai trương Cổng và kết nối với cổng của các bộ, tỉnh.")
        .vi("Nội dung giao", "Nội dung giao đầy đủ, khi tên việc viết gọn.")
        .en("Full text", "The words of the duty in full, where the title is short.")
        .value(|_, r| r.task.text.as_deref().into()),
    optional("supervisor", Kind::Text, "Nguyễn Văn A")
        .vi("Lãnh đạo theo dõi", "Người theo dõi, chỉ đạo việc này.")
        .en("Supervisor", "The leader who watches over it.")
        .value(|_, r| r.task.supervisor.as_ref().map(|person: &Person| &person.name).into()),
    optional("supervisor_role", Kind::Text, "Thứ trưởng")
        .vi("Chức vụ lãnh đạo theo dõi", "Chức vụ của người đó.")
        .en("Role of the supervisor", "The supervisor's role.")
        .value(|_, r| r.task.supervisor.as_ref().and_then(|person| person.role.as_deref()).into()),
    column("transferred", Kind::Texts, "2025-03-01 | bo-tai-chinh | Thủ tướng Chính phủ")
        .vi(
            "Chuyển cơ quan chủ trì",
            "Mỗi dòng một lần chuyển: ngày | mã cơ quan nhận | người quyết định. Dấu | trong nội dung được ghi thành /.",
        )
        .en("Transferred", "One line a transfer: day | id of the new lead | who decided. A | within a text is written as /.")
        .value(|s, r| Value::list(s.report.transfers_of(r.ix).map(|transfer| transferred(s, transfer)))),
    optional("cancelled_on", Kind::Day, "2025-03-01")
        .vi("Thôi thực hiện từ", "Ngày thôi thực hiện.")
        .en("Cancelled on", "First day on which it no longer binds.")
        .value(|s, r| s.report.cancellation_of(r.ix).map(|cancelled| cancelled.on).into()),
    optional("cancelled_by", Kind::Text, "Thủ tướng Chính phủ")
        .vi("Người cho thôi", "Ai quyết định thôi thực hiện, bằng lời.")
        .en("Cancelled by", "Who decided it, in words.")
        .value(|s, r| s.report.cancellation_of(r.ix).and_then(|cancelled| cancelled.by.as_deref()).into()),
    optional("cancelled_reason", Kind::Text, "Nội dung đã đưa vào luật mới.")
        .vi("Lý do thôi", "Vì sao thôi thực hiện.")
        .en("Reason of the cancellation", "Why it was given up.")
        .value(|s, r| s.report.cancellation_of(r.ix).and_then(|cancelled| cancelled.reason.as_deref()).into()),
    column("cancelled_evidence", Kind::Texts, "Công văn | 12/VPCP-KSTT")
        .vi(
            "Căn cứ thôi",
            "Mỗi dòng một văn bản: tên | số, ký hiệu | địa chỉ | ngày | ngày truy cập; phần chưa rõ để trống.",
        )
        .en(
            "Evidence of the cancellation",
            "One line a document: title | number | address | date | retrieved; what is not known stays empty.",
        )
        .value(|s, r| Value::list(s.report.cancellation_of(r.ix).into_iter().flat_map(|cancelled| &cancelled.evidence).map(cited))),
    column("refers_to", Kind::Texts, "Kế hoạch năm 2024 | 12/QĐ-TTg")
        .vi(
            "Văn bản dẫn chiếu",
            "Văn bản ngoài hồ sơ mà nhiệm vụ dẫn chiếu, mỗi dòng một văn bản: tên | số, ký hiệu | địa chỉ | ngày | ngày \
             truy cập.",
        )
        .en(
            "Refers to",
            "Documents outside the record that the duty points to, one a line: title | number | address | date | retrieved.",
        )
        .value(|_, r| Value::list(r.task.refers_to.iter().map(cited))),
    optional("indicator_scope", Kind::Text, "các đô thị loại I")
        .vi("Phạm vi chỉ tiêu", "Chỉ tiêu đo trong phạm vi nào.")
        .en("Scope of the indicator", "What is counted in.")
        .value(|_, r| r.indicator().and_then(|i| i.scope.as_deref()).into()),
    optional("indicator_upper", Kind::Number, "45")
        .vi("Mức cao của khoảng", "Mức cao, nếu mục tiêu là một khoảng.")
        .en("Upper end", "Upper end of a range.")
        .value(|_, r| r.target().and_then(|t| t.upper).into()),
    optional("indicator_wording", Kind::Text, "thuộc nhóm dẫn đầu")
        .vi("Lời văn về mục tiêu", "Mục tiêu theo lời văn bản.")
        .en("Wording of the target", "The target in the words of the source.")
        .value(|_, r| r.target().and_then(|t| t.wording.as_deref()).into()),
    column("indicator_targets", Kind::Texts, "2030 | >= 40 | các đô thị loại I | ít nhất 40%")
        .vi(
            "Mọi mục tiêu",
            "Mỗi dòng một mục tiêu: kỳ | so sánh và giá trị, khoảng thì ghi 40..45 | phạm vi | lời văn bản. Dấu | trong \
             nội dung được ghi thành /.",
        )
        .en(
            "All targets",
            "One line a target: period | operator and value, of a range 40..45 | scope | wording. A | within a text is \
             written as /.",
        )
        .value(|_, r| Value::list(r.indicator().into_iter().flat_map(|i| &i.targets).map(target))),
];

fn place(site: &ExportSite, source: &SourceRef) -> String {
    let document = site.document_id(source.document);
    source.clause.as_ref().map_or_else(|| document.to_owned(), |clause| format!("{document}#{clause}"))
}

fn ids<'s>(site: &'s ExportSite, parties: &[Party]) -> Value<'s> {
    Value::list(parties.iter().map(|party| site.party_id(*party)))
}

fn in_force(site: &ExportSite, ix: TaskIx) -> bool {
    site.report.is_shown(ix)
}
