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
    /// Đang thực hiện, trong hạn
    InTime,
    /// Sắp đến hạn
    DueSoon,
    /// Quá hạn, chưa hoàn thành
    Overdue,
    /// Quá thời hạn, chưa có thông tin hoàn thành
    PastDueUnreported,
    /// Đang thực hiện (no deadline, reported)
    InProgress,
    /// Chưa có thông tin (no deadline, silent)
    NoInformation,
    /// Thường xuyên
    Continuous,
    /// Không áp dụng
    NotApplicable,
    /// Tạm dừng
    Suspended,
}

impl Label {
    /// All labels, in the order of legends and boxes.
    pub const ALL: [Self; 13] = [
        Self::CompletedOnTime,
        Self::CompletedLate,
        Self::CompletedUnclear,
        Self::Completed,
        Self::InTime,
        Self::DueSoon,
        Self::Overdue,
        Self::PastDueUnreported,
        Self::InProgress,
        Self::NoInformation,
        Self::Continuous,
        Self::NotApplicable,
        Self::Suspended,
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
        Self::CompletedLate,
        Self::CompletedUnclear,
        Self::CompletedOnTime,
        Self::Completed,
        Self::NotApplicable,
    ];

    /// Place in [`Self::PRESSING_FIRST`].
    pub(crate) fn urgency(self) -> usize {
        Self::PRESSING_FIRST.iter().position(|label| *label == self).unwrap_or(Self::ALL.len())
    }

    /// Đã hoàn thành, with or without a deadline.
    pub(crate) fn is_completed(self) -> bool {
        matches!(self, Self::CompletedOnTime | Self::CompletedLate | Self::CompletedUnclear | Self::Completed)
    }

    /// Name in addresses, class names and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::CompletedOnTime => "completed-on-time",
            Self::CompletedLate => "completed-late",
            Self::CompletedUnclear => "completed-unclear",
            Self::Completed => "completed",
            Self::InTime => "in-time",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::PastDueUnreported => "past-due-unreported",
            Self::InProgress => "in-progress",
            Self::NoInformation => "no-information",
            Self::Continuous => "continuous",
            Self::NotApplicable => "not-applicable",
            Self::Suspended => "suspended",
        }
    }
}
