//! The kinds of problems, one line each. Each has words in both languages, an entry in the docs and a fixture.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No site is made.
    Error,
    /// The site is made; `--deny-warnings` makes it an error.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $severity:ident),+ $(,)?) => {
        /// Kind of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant),+
        }

        impl Code {
            /// All codes, in the order of the docs.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name that `tiendo explain` takes.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The code of that name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.id() == id)
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    /// The YAML of a file cannot be read.
    YamlSyntax = "yaml-syntax" Error,
    /// A key stands twice in one mapping.
    DuplicateKey = "duplicate-key" Error,
    /// Nesting, aliases or nodes beyond the bounds.
    YamlBounds = "yaml-bounds" Error,
    /// A file is larger than the bound.
    FileTooLarge = "file-too-large" Error,
    /// More files than the bound.
    TooManyFiles = "too-many-files" Error,
    /// A file is not UTF-8.
    BadUtf8 = "bad-utf8" Error,
    /// Git's markers of a conflict that nobody has resolved.
    MergeConflict = "merge-conflict" Error,
    /// A symbolic link leaves the site.
    SymlinkOutside = "symlink-outside" Error,
    /// A Markdown file does not begin with front matter.
    FrontMatterMissing = "front-matter-missing" Error,
    /// A file that is needed is not there.
    FileMissing = "file-missing" Error,
    /// The content is in a format that a later version brought.
    NewerFormat = "newer-format" Error,
    /// A file in `content/` that no reader takes.
    UnknownFile = "unknown-file" Warning,
    /// A field that the format does not have.
    UnknownField = "unknown-field" Error,
    /// A field that must be there is not.
    MissingField = "missing-field" Error,
    /// A value of another type than the field's.
    WrongType = "wrong-type" Error,
    /// Two fields that exclude each other, or one that needs another.
    ConflictingFields = "conflicting-fields" Error,
    /// A value that is none of those allowed.
    UnknownValue = "unknown-value" Error,
    /// A number outside its range.
    OutOfRange = "out-of-range" Error,
    /// A text that is empty.
    EmptyText = "empty-text" Error,
    /// Invisible or control characters in a text.
    OddCharacters = "odd-characters" Warning,
    /// Vietnamese in the letters of an old font.
    OldEncoding = "old-encoding" Warning,
    /// Text after `#` that YAML takes for a comment.
    LostText = "lost-text" Warning,
    /// An id that is no slug.
    BadId = "bad-id" Error,
    /// An id that Windows keeps for itself.
    ReservedName = "reserved-name" Warning,
    /// A date that does not exist or is not written as one.
    BadDate = "bad-date" Error,
    /// A clause label that is none.
    BadClause = "bad-clause" Error,
    /// An address whose scheme is not allowed.
    UnsafeUrl = "unsafe-url" Error,
    /// A mailbox that is none.
    BadEmail = "bad-email" Error,
    /// A code of an agency that is none, or that two living bodies carry.
    AgencyCode = "agency-code" Error,
    /// More dealt with than received, or a period told twice.
    FeedbackFigures = "feedback-figures" Error,
    /// An id used twice.
    DuplicateId = "duplicate-id" Error,
    /// Two pages with one address.
    AddressClash = "address-clash" Error,
    /// A former id that is the id of something else, or stands twice.
    AliasClash = "alias-clash" Error,
    /// An address of the published site that the next one would not have.
    VanishedAddress = "vanished-address" Warning,
    /// An agency that is not defined.
    UnknownAgency = "unknown-agency" Error,
    /// A meeting that is not there.
    UnknownMeeting = "unknown-meeting" Error,
    /// A document that is not there.
    UnknownDocument = "unknown-document" Error,
    /// A clause that the document does not have.
    UnknownClause = "unknown-clause" Error,
    /// An annex that the document does not declare.
    UnknownAnnex = "unknown-annex" Error,
    /// A task that is not defined.
    UnknownTask = "unknown-task" Error,
    /// A topic that is not defined.
    UnknownTopic = "unknown-topic" Error,
    /// A news item as a source of tasks without `from_news: true`.
    NewsAsSource = "news-as-source" Error,
    /// A clause label that stands twice in one document.
    DuplicateClause = "duplicate-clause" Warning,
    /// A task without a lead.
    EmptyLead = "empty-lead" Error,
    /// One agency both leads and coordinates, or stands twice.
    RepeatedAgency = "repeated-agency" Warning,
    /// More links between agencies, periods of a duty or obligations than the bounds.
    SiteBounds = "site-bounds" Error,
    /// A group that contains itself.
    CircularGroup = "circular-group" Error,
    /// An open group with members, or a group with neither.
    GroupMembers = "group-members" Error,
    /// Succession in a circle.
    CircularSuccession = "circular-succession" Error,
    /// A task that is its own ancestor.
    CircularParent = "circular-parent" Error,
    /// An end before its beginning.
    PeriodReversed = "period-reversed" Error,
    /// A deadline before the document was issued.
    DueBeforeDocument = "due-before-document" Error,
    /// A recurring duty or group task whose document has no day to count from.
    NoReferenceDay = "no-reference-day" Error,
    /// A deadline in working days of a year whose days off are not listed.
    NoHolidays = "no-holidays" Warning,
    /// An extension that changes nothing, comes too late, or is of a task without a deadline.
    BadExtension = "bad-extension" Error,
    /// An update before the document.
    UpdateBeforeDocument = "update-before-document" Error,
    /// An update after today.
    UpdateInFuture = "update-in-future" Error,
    /// Completed twice.
    CompletedTwice = "completed-twice" Error,
    /// A completion date with another state than completed.
    CompletedOnMisplaced = "completed-on-misplaced" Error,
    /// A completion after the update that reports it.
    CompletedAfterUpdate = "completed-after-update" Error,
    /// An update by an agency that the task does not name.
    UpdateByStranger = "update-by-stranger" Error,
    /// An update that names none of several leads.
    UpdateWithoutAgency = "update-without-agency" Warning,
    /// A period on a task that does not recur, or of another length, or outside the duty.
    BadPeriod = "bad-period" Error,
    /// `members: all` on a task that no group leads, or beside `agency`.
    MembersMisplaced = "members-misplaced" Error,
    /// A completion that names no product and no proof.
    CompletedWithoutEvidence = "completed-without-evidence" Warning,
    /// A transfer or an end of a task that cannot be.
    BadDecision = "bad-decision" Error,
    /// A number of the office's register that stands twice in one document.
    DuplicateRef = "duplicate-ref" Error,
    /// A state that the task cannot have (`overdue: true` without a deadline passed, …).
    StateMisplaced = "state-misplaced" Error,
    /// Readings without an indicator.
    ReadingsMisplaced = "readings-misplaced" Error,
    /// Raw HTML in Markdown; shown as text.
    RawHtml = "raw-html" Warning,
    /// A relative link in Markdown that leads nowhere.
    DeadLink = "dead-link" Error,
    /// A theme folder that is not there.
    UnknownTheme = "unknown-theme" Error,
    /// A template that cannot be read or names what is not there.
    Template = "template" Error,
    /// A message file that cannot be read, or lacks a key.
    Message = "message" Error,
    /// A template has what a browser blocks under `default-src 'self'`.
    BlockedByPolicy = "blocked-by-policy" Warning,
    /// A time zone that is not known.
    UnknownTimezone = "unknown-timezone" Error,
    /// More problems than are told one by one.
    TooManyFaults = "too-many-faults" Warning,
}
