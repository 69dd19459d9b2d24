//! The one word that is shown for an obligation or a task.

/// The one word shown for an obligation; exactly one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// Hoàn thành đúng hạn
    CompletedOnTime,
    /// Hoàn thành quá hạn
    CompletedLate,
    /// Hoàn thành, chưa rõ thời điểm
    CompletedUnclear,
    /// Hoàn thành (no deadline)
    Completed,
    /// Đã báo cáo hoàn thành, chờ xác nhận
    AwaitingAcceptance,
    /// Chưa hoàn thành, trong hạn
    InTime,
    /// Sắp đến hạn
    DueSoon,
    /// Quá hạn, chưa hoàn thành
    Overdue,
    /// Đã hết thời hạn, chưa có thông tin
    PastDueUnreported,
    /// Đang thực hiện (no deadline, reported)
    InProgress,
    /// Chưa có thông tin (no deadline, or a condition that is not known to hold; silent)
    NoInformation,
    /// Thường xuyên
    Continuous,
    /// Đã kết thúc (a standing duty whose last day has passed)
    Ended,
    /// Không áp dụng
    NotApplicable,
    /// Tạm dừng
    Suspended,
    /// Thôi thực hiện
    Cancelled,
}

/// What stands in place of a label where a task is known from news alone.
pub const IN_NEWS: &str = "in-news";

/// What labels have in common at a glance, in the order of bars and legends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Đã xong
    Done,
    /// Đang làm
    Doing,
    /// Quá hạn
    Overdue,
    /// Chưa rõ
    Unclear,
    /// Không có hạn
    Undated,
    /// Thôi theo dõi
    Dropped,
}

impl Family {
    /// All of them, in the order of bars.
    pub const ALL: [Self; 6] = [Self::Done, Self::Doing, Self::Overdue, Self::Unclear, Self::Undated, Self::Dropped];

    /// Name in class names, message keys and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Doing => "doing",
            Self::Overdue => "overdue",
            Self::Unclear => "unclear",
            Self::Undated => "undated",
            Self::Dropped => "dropped",
        }
    }
}

impl Label {
    /// All labels, in the order of legends and boxes.
    pub const ALL: [Self; 16] = [
        Self::CompletedOnTime,
        Self::CompletedLate,
        Self::CompletedUnclear,
        Self::Completed,
        Self::AwaitingAcceptance,
        Self::InTime,
        Self::DueSoon,
        Self::Overdue,
        Self::PastDueUnreported,
        Self::InProgress,
        Self::NoInformation,
        Self::Continuous,
        Self::Ended,
        Self::NotApplicable,
        Self::Suspended,
        Self::Cancelled,
    ];

    /// All labels, the most pressing first: what is open comes before what is done.
    pub const PRESSING_FIRST: [Self; Self::ALL.len()] = [
        Self::Overdue,
        Self::PastDueUnreported,
        Self::DueSoon,
        Self::InTime,
        Self::InProgress,
        Self::NoInformation,
        Self::Continuous,
        Self::Suspended,
        Self::AwaitingAcceptance,
        Self::CompletedLate,
        Self::CompletedUnclear,
        Self::CompletedOnTime,
        Self::Completed,
        Self::Ended,
        Self::NotApplicable,
        Self::Cancelled,
    ];

    /// Place in [`Self::PRESSING_FIRST`].
    pub(crate) fn urgency(self) -> usize {
        Self::PRESSING_FIRST.iter().position(|label| *label == self).unwrap_or(Self::ALL.len())
    }

    /// Đã hoàn thành, with or without a deadline.
    pub(crate) fn is_completed(self) -> bool {
        self.family() == Family::Done
    }

    /// The family it belongs to.
    pub fn family(self) -> Family {
        match self {
            Self::CompletedOnTime | Self::CompletedLate | Self::CompletedUnclear | Self::Completed => Family::Done,
            Self::AwaitingAcceptance | Self::InTime | Self::DueSoon => Family::Doing,
            Self::Overdue => Family::Overdue,
            Self::PastDueUnreported => Family::Unclear,
            Self::InProgress | Self::NoInformation | Self::Continuous | Self::Ended => Family::Undated,
            Self::NotApplicable | Self::Suspended | Self::Cancelled => Family::Dropped,
        }
    }

    /// Name in addresses, class names and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::CompletedOnTime => "completed-on-time",
            Self::CompletedLate => "completed-late",
            Self::CompletedUnclear => "completed-unclear",
            Self::Completed => "completed",
            Self::AwaitingAcceptance => "awaiting-acceptance",
            Self::InTime => "in-time",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::PastDueUnreported => "past-due-unreported",
            Self::InProgress => "in-progress",
            Self::NoInformation => "no-information",
            Self::Continuous => "continuous",
            Self::Ended => "ended",
            Self::NotApplicable => "not-applicable",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }
}
