## Words of the interface, English. The same keys as vi.ftl.
## $n is a count; other variables are texts that are already worded.

### Frame
skip-to-content = Skip to content
language-name = English
menu-language = Language
menu-main = Main menu
menu-foot = About this site
nav-home = Overview
nav-tasks = Tasks
nav-agencies = Agencies
nav-meetings = Meetings
nav-topics = Topics
nav-calendar = Deadlines
crumbs = Breadcrumbs
on-this-page = On this page
as-of = Data as of
last-news = latest news
rest-rows = Show { $n } more
stale = ({ $n ->
    [one] one day
   *[other] { $n } days
 } ago)
operator = Operated by
licence = Licence
attribution = attribution:
made-with = Made with
how-counted = How this is counted

### Status
label-completed-on-time = Completed on time
label-completed-late = Completed late
label-completed-unclear = Completed, date unclear
label-completed = Completed
label-in-time = Not completed, in time
label-due-soon = Due soon
label-overdue = Overdue, not completed
label-past-due-unreported = Past its deadline, no information
label-in-progress = Under way
label-no-information = No information
label-continuous = Ongoing
label-not-applicable = Not applicable
label-suspended = Suspended
label-cancelled = Cancelled
label-awaiting-acceptance = Reported as completed, not accepted yet
label-in-news = In the press, not found in a document
label-ended = Ended

family-done = Done
family-doing = In hand
family-overdue = Overdue
family-unclear = Not known
family-undated = No deadline
family-dropped = No longer followed

detail-late = { $n ->
    [one] by one day
   *[other] by { $n } days
}
detail-left = { $n ->
    [one] one day left
   *[other] { $n } days left
}
detail-today = due today
percent-reported = { $n }% reported

progress-not-reported = No information
progress-not-started = Not started
progress-in-progress = Under way
progress-completed = Completed
progress-not-applicable = Not applicable
progress-suspended = Suspended
progress-cancelled = Cancelled

### Kinds of agencies
kind-ministry = { $n ->
    [one] Ministry
   *[other] Ministries
}
kind-ministerial = { $n ->
    [one] Ministerial-level agency
   *[other] Ministerial-level agencies
}
kind-government-agency = { $n ->
    [one] Government agency
   *[other] Government agencies
}
kind-province = { $n ->
    [one] Province or centrally run city
   *[other] Provinces and centrally run cities
}
kind-body = { $n ->
    [one] Committee, task force or council
   *[other] Committees, task forces, councils
}
kind-party = { $n ->
    [one] Party body
   *[other] Party bodies
}
kind-enterprise = { $n ->
    [one] Enterprise
   *[other] Enterprises
}
kind-other = { $n ->
    [one] Other body or post
   *[other] Other bodies and posts
}
kind-group = Group of agencies
kind-open-group = Group without a list of members

### Dates, periods, numbers
# Variables: $d 9, $dd 09, $m 2, $mm 02, $mo 02 and 3, $name of months-short, $year.
date-day = { $d } { $name } { $year }
months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec
number-group = ,
number-point = .
date-week = week { $n } of { $year }, from { $from }
date-month = { $month ->
    [1] January { $year }
    [2] February { $year }
    [3] March { $year }
    [4] April { $year }
    [5] May { $year }
    [6] June { $year }
    [7] July { $year }
    [8] August { $year }
    [9] September { $year }
    [10] October { $year }
    [11] November { $year }
    [12] December { $year }
   *[other] { $month }/{ $year }
}
date-quarter = quarter { $roman } of { $year }
date-half = { $n ->
    [1] first half of { $year }
   *[other] second half of { $year }
}
date-year = { $year }
days = { $n ->
    [one] one day
   *[other] { $n } days
}
on-day = of
done-on-day = on
from-day = from
until = until
day-unknown = Date unknown
date-unknown = date unknown
number-unknown = number unknown
unknown = unknown
not-stated = not stated in the document
ordinal-session = { $n ->
    [1] First session
    [2] Second session
    [3] Third session
    [4] Fourth session
    [5] Fifth session
    [6] Sixth session
    [7] Seventh session
    [8] Eighth session
    [9] Ninth session
    [10] Tenth session
   *[other] Session { $n }
}
operator-at-least = at least { $value }
operator-at-most = at most { $value }
operator-exactly = { $value }
operator-above = above { $value }
operator-below = below { $value }
clause-annex = Annex { $n }
clause-annex-only = Annex
clause-part = part { $n }
clause-chapter = chapter { $n }
clause-section = section { $n }
clause-article = article { $n }
clause-clause = clause { $n }
clause-point = point { $n }
clause-ordinal = item { $n }
clause-dash = dash { $n }
clause-plus = plus sign { $n }
clause-item = item { $n }
clause-row = row { $n }
clause-paragraph = paragraph { $n }
# Between the levels, from the inside outwards: point a, clause 2, section III.
clause-joint = {", "}
and-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}

### Units: tasks and obligations are never added up
unit-tasks = { $n ->
    [one] task
   *[other] tasks
}
unit-obligations = { $n ->
    [one] obligation
   *[other] obligations
}
n-tasks = { $n ->
    [one] one task
   *[other] { $n } tasks
}
n-obligations = { $n ->
    [one] one obligation
   *[other] { $n } obligations
}
n-members = { $n ->
    [one] one member
   *[other] { $n } members
}
n-members-counted = { $n ->
    [one] one agency, as of the document's date of issue
   *[other] { $n } agencies, as of the document's date of issue
}
n-localities = { $n ->
    [one] one locality connected
   *[other] { $n } localities connected
}
what-is-obligation = An obligation is one lead agency's part in one task; for a recurring task, each period is one obligation.
bar-title-tasks = { $n ->
    [one] One task by status
   *[other] { $text } tasks by status
}
bar-title-obligations = { $n ->
    [one] One obligation by status
   *[other] { $text } obligations by status
}
sum-overdue = { $text } overdue, not completed
sum-completed-on-time = { $text } completed on time
sum-completed-late = { $text } completed late
sum-completed-unclear = { $text } completed, date unclear
sum-completed = { $text } completed
sum-in-time = { $text } not completed, in time
sum-due-soon = { $text } due soon
sum-past-due-unreported = { $text } past their deadline, no information
sum-in-progress = { $text } under way
sum-no-information = { $text } without information
sum-continuous = { $text } ongoing
sum-not-applicable = { $text } not applicable
sum-suspended = { $text } suspended
sum-cancelled = { $text } cancelled
sum-awaiting-acceptance = { $text } reported as completed, not accepted yet
sum-ended = { $text } ended
year-heading = { $year }
fell-due-tasks = Tasks fallen due: { $n } ({ $done } done, { $overdue } overdue, { $unknown } without information)
fell-due-none-tasks = No tasks have fallen due
fell-due-obligations = Obligations fallen due: { $n } ({ $done } done, { $overdue } overdue, { $unknown } without information)
fell-due-none-obligations = No obligations have fallen due
not-due-tasks = { $n ->
    [one] One more task is
   *[other] { $n } more tasks are
 } not due yet, without a deadline or no longer followed{ $done ->
    [0] .
   *[other] , { $done } of them done.
 }
not-due-obligations = { $n ->
    [one] One more obligation is
   *[other] { $n } more obligations are
 } not due yet, without a deadline or no longer followed{ $done ->
    [0] .
   *[other] , { $done } of them done.
 }
in-all-tasks = { $n ->
    [one] One task in all.
   *[other] { $text } tasks in all.
 }
in-all-obligations = { $n ->
    [one] One obligation in all.
   *[other] { $text } obligations in all.
 }
within-completed-on-time = { $text } on time
within-completed-late = { $text } late
within-completed-unclear = { $text } on an unknown day
within-completed = { $text } with none set
within-awaiting-acceptance = { $text } awaiting acceptance
within-in-time = { $text } in time
within-due-soon = { $text } due soon
within-overdue = { $text } overdue
within-past-due-unreported = { $text } past the deadline, no news
within-in-progress = { $text } under way
within-no-information = { $text } without news
within-continuous = { $text } standing
within-ended = { $text } ended
within-not-applicable = { $text } not applicable
within-suspended = { $text } suspended
within-cancelled = { $text } given up
fell-due-awaiting = { $n } reported as completed, not accepted yet
rate-completion-tasks = completed, of the tasks fallen due ({ $numerator } of { $denominator } tasks).
rate-completion-obligations = completed, of the obligations fallen due ({ $numerator } of { $denominator } obligations).

### Tables
summary = Summary
col-task = Task
col-status = Status
col-lead = Lead
col-coordinators = Supporting agencies
col-due = Deadline
col-source = Source
col-via = Given through
col-period = Period
col-date = Date
col-value = Value
due-last-day = until
due-short = due
due-none = no deadline
due-continuous = ongoing
due-days = { $n ->
    [one] one day
   *[other] { $n } days
}
due-working-days = { $n ->
    [one] one working day
   *[other] { $n } working days
}
due-within-issue = within { $days } of the document’s issue
due-within-meeting = within { $days } of the meeting
due-within-day = within { $days } of { $date }
due-at-meeting = at the meeting “{ $meeting }”
due-before-meeting = before the meeting “{ $meeting }”
due-awaited-meeting = { $session } of { $body }
no-day-no-issue-day = the last day cannot be computed yet, because the document’s day of issue is unknown
no-day-no-meeting-day = the day of the meeting is unknown
no-day-no-holidays = the last day cannot be computed yet, because the days off of { $year } are not listed
then-continuous = ongoing after that
last-day = Last day
pager = Parts of the list
pager-below = Parts of the list, below it
pager-range = { $first } to { $last } of { $total }
pager-previous = Previous
pager-next = Next
pager-page = Page { $n }
cap-tasks = Tasks { $first } to { $last } of { $total }
cap-attention = Tasks overdue, past their deadline without information, or due soon
cap-by-name = Obligations given by name
cap-by-group = Obligations given to a group
cap-coordinates = Tasks supported
cap-receives = Tasks that report here
cap-group-tasks = { $n ->
    [one] One task given to the group
   *[other] { $n } tasks given to the group
}
cap-periods = { $n ->
    [one] One period
   *[other] { $n } periods, newest first
}
cap-unplaced = Tasks that belong to no clause above
cap-from-news = Tasks known from the news alone

### Overview
home-upcoming = { $n ->
    [one] Deadlines in the next day
   *[other] Deadlines in the next { $n } days
}
home-upcoming-none = { $n ->
    [one] No deadline in the next day.
   *[other] No deadline in the next { $n } days.
}
home-attention = To be looked at first
home-about = About this site
home-extent = { $tasks } tasks are followed here: { $obligations } obligations, counted per agency and period, of { $agencies } agencies, from { $meetings } { $meetings ->
    [one] meeting
   *[other] meetings
 }.
home-extent-documents = { $n ->
    [one] One document without a meeting is among the sources.
   *[other] { $n } documents without a meeting are among the sources.
}
home-latest = Latest changes
home-meetings = Recent meetings
home-timeline = Recent meetings and documents
home-agencies = Agencies given work by name
all-agencies = See all agencies
all-meetings = See all meetings
all-deadlines = See all deadlines
no-agencies-by-name = No agency has been given work by name yet.

### Ready-made lists
lists = Lists of tasks
list-all = All tasks
list-overdue = With an overdue obligation
list-overdue-lead = Tasks with at least one obligation that is overdue and not completed, longest overdue first.
list-overdue-none = No task has an overdue obligation.
list-due-soon = { $n ->
    [one] With obligations due within one day
   *[other] With obligations due within { $n } days
}
list-due-soon-lead = Tasks with at least one open obligation whose last in-time day is near, soonest first.
list-due-soon-none = No task falls due soon.
list-no-information = Information missing
list-no-information-lead = Tasks past their deadline without information on completion, and other tasks on which nothing was reported. No information does not mean that nothing was done.
list-no-information-none = There is information on every task.
list-completed = Done
list-completed-lead = Completed tasks, latest first; those without a known day of completion come last.
list-completed-none = No task has been reported as completed yet.
in-news-count = { $n ->
    [one] One more task is known from the press alone, was not found in a document and is not counted. See:
   *[other] Another { $n } tasks are known from the press alone, were not found in a document and are not counted. See:
}
not-counted = Not counted in any figure.

### Tasks
no-tasks-yet = No tasks yet.
no-tasks-topic = No task belongs to this topic yet.
assigned-in = Assigned in
stated-in = Stated in
every-week = Once a week
every-week-on = { $weekday ->
    [monday] Every Monday
    [tuesday] Every Tuesday
    [wednesday] Every Wednesday
    [thursday] Every Thursday
    [friday] Every Friday
    [saturday] Every Saturday
   *[sunday] Every Sunday
}
every-month = Once a month
every-quarter = Once a quarter
every-half = Once every six months
every-year = Once a year
and-adhoc = or ad hoc
urgency = Urgency:
open-group-short = the document names no agencies
now-held-by = now answered for by
collective-status = From information on the whole group
collective-not-counted = counted for no single agency.
task-facts = What was assigned
duty = Words of the duty
duty-news = Words of the news item
doers = Who does it
details = Details
also-stated = Also stated in
words-of-clause = Words of the whole { $clause }
as-worded = The document says:
as-worded-news = The news item says:
# The days of a task, in the order of time.
course = Course
step-given = Given
step-told = In the press
step-first-due = First due
step-due = Due
step-last-period = Last period
step-next-period = Next period
step-until = Until
step-reported = Reported
step-reported-done = Reported done
step-done = Done
step-accepted = Accepted
step-cancelled = Given up
step-now = As of
step-late = { $n ->
    [one] +one day
   *[other] +{ $text } days
 }
condition = Condition
extended-to = Extended until
brought-forward-to = Brought forward to
extended-on = decided on
extended-by = by
transferred = Change of lead
report-to = Reports to
products = Required outputs
indicator = Indicator
indicator-target = Target
indicator-scope = Scope
indicator-by = by
indicator-step = Pace
indicator-baseline = Baseline
indicator-readings = Results over time
topics = Topics
part-of = Part of
parts = Consists of
related = Related
refers-to = Refers to
note = Note
task-id = Task id
reference = Number in the register
supervisor = Supervised by
updates = Updates
earlier-updates = Earlier updates ({ $n })
updates-none = No information on progress.
silence-is-no-fault = This does not mean that nothing was done.
update-reason = Reason:
update-proposal = Proposal:
update-accepted = Accepted on
update-corrected = Corrected on
decided-by = by
for-period = for
adhoc = ad hoc
scope-agency = Lead agency
scope-collective = For the group as a whole
scope-all-members = Every member of the group
day-not-public = date not public
evidence = Outputs and evidence
retrieved = read on
periods = Periods
period-latest = Latest period
periods-days = { $n ->
    [one] Last day and status of one period
   *[other] Last day and status of { $n } periods
}
quarter-short = Q{ $n }
holders = Agency by agency
news-source = from the news
meeting = Meeting
siblings = Other tasks of the same clause
siblings-all = See all { $n } tasks of this clause

### Agencies
agencies-lead = Each agency has a page of its own: what it leads, what it supports, deadlines and results.
no-agencies = No agencies yet.
agencies-holding = { $n ->
    [one] One agency holds obligations.
   *[other] { $n } agencies hold obligations; those that need attention come first.
}
agencies-find = Find an agency
agencies-find-none = No agency has such a name.
agencies-idle = { $n ->
    [one] One agency without obligations
   *[other] { $n } agencies without obligations
}
agencies-ended = { $n ->
    [one] One agency that no longer exists
   *[other] { $n } agencies that no longer exist
}
cap-agencies = Agencies with obligations
col-standing = How they stand
col-next-deadline = Next deadline
ended-by = until
all-inherited-from = All of these were taken over, whole or in part, from
agency-handed-over-show = { $n ->
    [one] Show the task passed on
   *[other] Show the { $n } tasks passed on
}
members-show = { $n ->
    [one] Show one member
   *[other] Show { $n } members
}
no-obligations = No obligations yet.
of-these-by-name-sum = Of these, given by name:
coordinates-n = { $n ->
    [one] Supports one task
   *[other] Supports { $n } tasks
}
ended-on = Existed until
succeeded-by = Succeeded by
passed-on = { $n ->
    [one] Another agency now answers for one obligation that documents gave to this one.
   *[other] Other agencies now answer for { $n } obligations that documents gave to this one.
}
inherited-from = Taken over from
transferred-to = Transferred to
now-with = Now answered for by
agency-years = By year of the deadline
cap-years = Obligations by year of the deadline, and what fell due by outcome
col-year = Year
col-fell-due = Fallen due
col-in-time = In time
col-other = Other
no-deadline-year = No deadline
agency-upcoming = Coming deadlines
agency-by-name = Given by name
agency-by-name-none = No obligation has been given to this agency by name yet.
agency-by-group = Given to a group of agencies
agency-coordinates = Supports
agency-coordinates-lead = The status is that of the task, not of the supporting agency.
agency-receives = Receives reports
agency-about = About the agency
agency-kind = Kind
agency-from = Exists since
predecessors = Took over from
successors = Succeeded by
member-of = Member of
website = Website
groups = Groups of agencies
groups-lead = Collective names used in the documents, such as "ministries, branches and localities".
group-lead = What is given to the group is given to each of its members, as listed on the document's date of issue.
open-group-lead = The document does not name the agencies, so what is given to the group is counted for none of them.
group-tasks = Tasks given to the group
no-tasks-group = No task has been given to the group yet.
members = Members today ({ $n })
no-members = The group has no members at present.

### Meetings, conclusions
meetings-lead = { $n ->
    [one] One meeting.
   *[other] { $n } meetings, newest first.
}
timeline-title = Meetings and documents
timeline-lead = { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
} and { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
} issued without one, newest first.
no-meetings = No meetings yet.
meeting-held = Held on
meeting-body = Body
meeting-chair = Chair
meeting-format = Form
meeting-place = Place
meeting-about = About the meeting and its documents
days-to-notice = From the meeting to the notice
notice-after = { $n ->
    [0] issued on the day of the meeting
    [one] issued one day after the meeting
   *[other] issued { $n } days after the meeting
}
documents = Documents
document-unnumbered = Conclusion of { $date } (number unknown)
document-undated = Conclusion of the meeting of { $date } (number and day of issue unknown)
document-word = Document
document-about = About the document
document-own = { $number } of { $date }
document-own-undated = { $number } (day of issue unknown)
document-own-unnumbered = Document of { $date } (number unknown)
document-own-unknown = Document (number and day of issue unknown)
document-text = Text of the document
annexes = Annexes
commendations = Commended
agency-commendations = Commended
document-news = News of the meeting of { $date }
no-document = No document yet.
document-kind = Kind of document
document-number = Number
document-issued = Issued on
document-issuer = Issued by
document-signer = Signed by
document-authentic = Authentic text
document-open = Open the original
document-recipients = Recipients ({ $n })
conclusion-of = Conclusion of
conclusion = The conclusion
no-conclusion = The text of the conclusion is not available yet.
no-text = No text yet.
text-untranslated = { $lang ->
    [vi] The text below is in Vietnamese only.
   *[other] The text below is in its original language only.
}
authentic-notice = This text is for reference, in places a summary. Only the document issued by the competent authority is authentic.
restored-tag = restored text
restored-title = Text restored from a scan that was read badly
doubt-legend = follows words and figures that could not be read with certainty.
contents = Contents
tasks-of-clause = Tasks from { $clause }
unplaced = Tasks that belong to no clause above
due-at = Tasks due at or before this meeting
from-news-lead = A news item states these tasks, the conclusion notice does not. News items assign no tasks, so these are in no figure.
coverage = Which clauses became tasks
coverage-figures = { $with } of { $clauses } clauses at the lowest level have tasks.
coverage-without = Clauses without tasks ({ $n })
coverage-why = Mostly assessments, praise, causes and general orientations.
same-body = Meetings of the same body
meeting-previous = Previous session
meeting-next = Next session

### News
news = News item
news-meeting = Reports on
news-date = Published on
news-author = Author
news-original = Original
news-notice = A news item assigns no tasks. What only the news item states is marked as such.
news-text = The news item
news-tasks = Tasks known from this item alone
news-no-tasks = None: the conclusion notice states everything that the item reports.

### Topics, calendar
topics-lead = Tasks by topic; a task may belong to several.
cap-topics = Tasks by topic
no-topics = No topics yet.
calendar-lead = The dates given here are the last days in time.
calendar-today = Today,
calendar-today-none = Nothing falls due today.
calendar-none-ahead = There are no deadlines from today on.
calendar-later = { $n ->
    [one] One more deadline stands on the page of its year.
   *[other] { $n } more deadlines stand on the pages of their years.
}
calendar-by-year = Number of deadlines by year
calendar-of = Deadlines of { $month }
calendar-more = See all { $n } deadlines of { $month }
no-deadlines = No deadlines yet.
without-day = Deadlines whose day is not known yet

### 404
embed-title = Boxes for other sites
embed-lead = Three small boxes for an agency's own pages: how things stand, next deadlines, one agency's results.
embed-how = Copy the code into the page. A box always shows the latest figures of this site.
embed-no-address = Put the address of this site in place of “https://…/”.
embed-totals = How things stand
embed-deadlines = Next deadlines
embed-agency = Results of one agency
embed-agency-how = Each agency has a box. The code below is that of { $name }; for another one change the agency's id in the address.
embed-agencies = { $n } agencies, a box each
embed-code = Code to copy
embed-see = See this box
embed-no-deadline = No deadline within the next { $n } days.
embed-limits = Where a box stays empty
embed-limits-text = A box is shown only if the server of this site lets the other site frame it (frame-ancestors in Content-Security-Policy, no X-Frame-Options), and the other site allows frames from this address (frame-src). Where frames are not possible, the JSON files have the same figures.

moved-title = This page has moved
moved-text = What was here is now at:

not-found-title = Page not found
not-found-text = This address is not on the site, or it has moved. Please continue from one of these.

more-tasks =
    { $n ->
        [one] and one more task
       *[other] and { $n } more tasks
    }

### Data: feeds, calendars
feed-title = Changes – { $title }
feed-of = Changes – { $name }
feed-of-body = Tasks from meetings: { $name }
change-assigned = Assigned: { $title }
change-extended = Extended: { $title }
change-brought-forward = Brought forward: { $title }
change-reported = Update: { $title }
change-completed = Completed: { $title }
change-accepted = Accepted as completed: { $title }
change-transferred = New lead: { $title }
change-cancelled = Cancelled: { $title }
change-corrected = Corrected: { $title }
event-due = Due: { $title }
event-done = Completed: { $title }

### Open data
nav-data = Open data
data-lead = All figures on this site can be downloaded, reused and followed.
data-terms = The files are made from the same source in the same run as the pages, so the figures agree. Their addresses never change. The licence stands at the foot of the page.
data-whole = Download everything
data-workbook = All tables in one workbook
data-archive = All tables (CSV) in one archive, with their description
data-package = Description of the data package, for machines
data-catalog = Description of the catalogue, for data portals
data-tables = Table by table
data-cap-tables = Tables and their files
data-col-table = Table
data-col-rows = Rows
data-col-files = Files
data-n-rows = { $n ->
    [one] one row
   *[other] { $n } rows
}
data-follow = Follow
data-follow-lead = Feeds tell what changed; calendars bring deadlines into your calendar program. Copy the address of a link and subscribe to it in a feed reader or calendar.
data-feed = All changes
data-calendar = All deadlines and meetings
data-follow-topics = Changes by topic
data-follow-bodies = Tasks from meetings
data-agencies = By agency
data-agencies-lead = Each agency has its obligations as a workbook and as CSV, a feed and a calendar.
data-agencies-show = { $n ->
    [one] Show one agency
   *[other] Show { $n } agencies
}
data-cap-agencies = Files of each agency
data-col-agency = Agency
data-dictionary = Data dictionary
data-dictionary-lead = What each column means. In CSV and sheets a list of ids stands on one line, separated by semicolons; a list of texts has one text a line. In CSV a text that looks like a formula has an apostrophe in front. A cell of a spreadsheet holds 32,767 characters: longer texts are cut there and end in …; CSV and JSON have all of them.
data-columns = { $n ->
    [one] one column
   *[other] { $n } columns
}
data-cap-columns = Columns of the table { $title }
data-col-name = Column
data-col-head = Head
data-col-meaning = Meaning
data-col-kind = Type
data-col-example = Example
data-refers = Ids of the table
data-values = Values:
data-optional = may be empty
type-id = id
type-ids = list of ids
type-code = choice
type-text = text
type-texts = list of texts
type-day = day
type-partial = day, month or year
type-period = period
type-count = whole number
type-number = number
type-flag = true/false
type-address = address

### Tasks: what became of one, in words
summary-given-title = Given to { $who }:
summary-two = { $one } and { $two }
summary-group = { $n ->
    [one] { $name } (one agency)
   *[other] { $name } ({ $n } agencies)
}
summary-handed-over = The task has passed to { $name }.
summary-conditional = It binds only under the condition that the document states.
summary-undated = The document’s words for the deadline: “{ $wording }”.
summary-in-news-title = According to the press, of { $who }:
summary-undated-news = Deadline according to the news item: “{ $wording }”.
summary-no-deadline-news = The news item states no deadline.
summary-no-deadline = The document states no deadline.
summary-continuous = A standing duty.
summary-continuous-until = A standing duty until { $date }.
summary-due = Due by { $date }.
summary-extended = Due by { $date }, extended from { $first }.
summary-brought-forward = Due by { $date }, brought forward from { $first }.
summary-terms = Deadline: { $terms }.
summary-then-continuous = Once done, it is a standing duty.
summary-completed-on-time = Completed { $date }, on time.
summary-completed-late = { $n ->
    [one] Completed { $date }, one day late.
   *[other] Completed { $date }, { $n } days late.
}
summary-completed-late-at-least = { $n ->
    [one] Completed { $date }, at least one day late.
   *[other] Completed { $date }, at least { $n } days late.
}
summary-completed-unclear = Completed { $date }; whether on time is unclear.
summary-completed-unknown = Completed; the day is unknown.
summary-completed = Completed { $date }.
summary-last-day = { $date } is the last day in time; { $state ->
    [in-progress] under way
    [not-started] not started
   *[other] no information on progress
}.
summary-left = As of { $date }, { $state ->
    [in-progress] under way
    [not-started] not started
   *[other] no information on progress
}, { $n ->
    [one] one day left
   *[other] { $n } days left
}.
summary-overdue = { $n ->
    [one] As of { $date }, not completed, one day overdue.
   *[other] As of { $date }, not completed, { $n } days overdue.
}
summary-past-due = { $n ->
    [one] As of { $date }, no information on completion, one day past the deadline.
   *[other] As of { $date }, no information on completion, { $n } days past the deadline.
}
summary-open = As of { $date }, { $state ->
    [in-progress] under way
    [not-started] not started
   *[other] no information on progress
}.
summary-not-applicable = Reported { $date } as not applicable to the agency.
summary-awaiting-acceptance = Reported as completed { $date }, not accepted yet by the standing office.
summary-ended = This standing duty has ended.
summary-cancelled = Cancelled from { $date }.
summary-suspended = Suspended, as reported { $date }.
summary-percent = The last report states { $n }%.
summary-collective = For the group as a whole: { $text }
summary-periods = As of { $date } there are { $n } periods: { $list }.
summary-obligations = As of { $date } there are { $n } obligations: { $list }.

### What changed
nav-changes = Changes
changes-lead = Tasks given, deadlines moved or passed, reports and results, by the dates in documents and reports.
changes-latest = The ten latest changes
changes-by-month = By month
changes-none = There are no changes yet.
changes-of = Changes in { $month }
changes-other-months = Other months
changes-earlier = Before
changes-later = After
n-changes = { $n ->
    [one] one change
   *[other] { $n } changes
}
col-total = Total
change-kind-assigned = Given
change-kind-extended = Deadline changed
change-kind-past-due = Past the deadline
change-kind-reported = Reported
change-kind-completed = Completed
change-kind-accepted = Accepted
change-kind-transferred = New lead
change-kind-cancelled = Cancelled
change-kind-corrected = Corrected
change-transferred-to = Passed to { $name }.
change-corrected-of = Corrects the report of { $date }.
change-by = By { $name }.
change-accepted-by = Accepted by { $name }.
change-extended-to = Extended until { $date }.
change-brought-forward-to = Brought forward to { $date }.
change-past-due = Past the deadline, not completed: { $title }
all-changes = See all changes

### Files of a page
page-files = Follow, download
file-tasks = All tasks
file-agencies = All agencies
file-meetings = All meetings
file-documents = All documents
file-feed = Changes
file-task-calendar = Calendar of this task's deadlines
file-deadlines = Deadlines
file-form = Report form
file-obligations = Obligations
file-tallies = Tallies by agency and year
file-body-feed = Tasks from the body's meetings

### Tables of agency × duty
nav-matrices = Duties of groups, recurring duties
matrix-lead = How far each agency is with duties of whole groups and with recurring duties.
matrix-groups = Duties given to whole groups
matrix-recurring = Recurring duties
matrix-of-group = { $rows } agencies, { $columns } tasks given to the group.
matrix-of-task = { $rows } agencies, { $columns } periods, newest first.
matrix-left-out = { $n ->
    [one] This table is too large: its oldest column is not shown here, but stands in the download of obligations.
   *[other] This table is too large: its { $n } oldest columns are not shown here, but stand in the download of obligations.
}
matrix-see-group = See the page of the group
matrix-see-task = See the task
matrix-see = See the table of all agencies
matrix-tasks = { $n ->
    [one] The task of this table
   *[other] The { $n } tasks of this table, numbered by column
}
matrix-periods = { $n ->
    [one] The period of this table
   *[other] The { $n } periods of this table, newest first
}
matrix-by-agency = By agency
cap-recurring = Tasks that come back every period
cap-matrix-group = Where each agency stands with each task.
cap-matrix-task = Where each agency stands in each period.
col-agency = Agency
col-every = How often
col-latest-period = Last period fallen due
n-agencies = { $n ->
    [one] one agency
   *[other] { $n } agencies
}
n-periods = { $n ->
    [one] one period
   *[other] { $n } periods
}
short-completed-on-time = On time
short-completed-late = Done late
short-completed-unclear = Done, date unclear
short-overdue = Overdue
short-past-due-unreported = Past due, unknown
short-none = not given

### Pictures
chart-numbers = See the numbers
history-title = { $done } of { $all } obligations done by { $date } ({ $before } by { $since })
history-lead = Recomputed for each point in time, by the days of completion and the deadlines then in force.
series-completed = Done
series-open = Not due, without a deadline, or awaiting acceptance
series-past-due = Past the deadline, not completed or no information
series-overdue = Overdue, not completed
series-aside = No longer followed
col-until = Until
all-bodies = All
choose-body = Choose a body

### Sharing
og-locale = en_GB
described-tasks = { $n ->
    [one] one task, as of { $date }: { $list }.
   *[other] { $n } tasks, as of { $date }: { $list }.
}
described-obligations = { $n ->
    [one] one obligation, as of { $date }: { $list }.
   *[other] { $n } obligations, as of { $date }: { $list }.
}
### Search
nav-search = Search
search-label = Search tasks, agencies, documents
search-placeholder = Search, e.g. 372/TB-VPCP
search-button = Search
search-lead = Search tasks, agencies, conclusions and other pages. Type with or without diacritics; document numbers and abbreviations are found too.
search-keys = Press / for the search field; arrow up and down to go through the results.
search-no-script = Searching by words needs JavaScript. The A–Z index below and the lists of tasks work without it.
search-found = { $n ->
    [one] { $text } result for “{ $query }”.
   *[other] { $text } results for “{ $query }”.
}
search-partly = { $n ->
    [one] Nothing has all the words. { $text } closest result for “{ $query }”.
   *[other] Nothing has all the words. { $text } closest results for “{ $query }”.
}
search-none = Nothing found for “{ $query }”. See the A–Z index below.
search-short = Type more letters: too many words begin like this.
search-failed = The data of the search could not be loaded. Please try again, or see the A–Z index below.
search-more = More: { $kind }
search-kind-agency = Agencies
search-kind-meeting = Meetings, documents
search-kind-topic = Topics
search-kind-task = Tasks
search-kind-clause = Clauses of conclusions
search-kind-page = Pages, news
az = A–Z index
az-letters = Letters
az-letter = { $n } entries under { $letter }
az-none = No entries yet.
# Abbreviations and what they stand for find each other. Separated by semicolons.
search-abbreviations = TTHC = thủ tục hành chính; CCHC = cải cách hành chính; BTC = Bộ Tài chính; VPCP = Văn phòng Chính phủ; UBND = Ủy ban nhân dân; DVC = dịch vụ công; DVCTT = dịch vụ công trực tuyến; CNTT = công nghệ thông tin; CSDL = cơ sở dữ liệu; QPPL = quy phạm pháp luật; HTX = hợp tác xã; DN = doanh nghiệp; MoHA = Ministry of Home Affairs
# Connecting words that abbreviations of names leave out, without diacritics.
search-connecting = va cua of and the for

### Filter and sort
filter = Filter and sort
filter-any = All
filter-text = Words in the name or id of a task
filter-button = Filters
filter-chip = { $name }: { $text }
filter-drop = Remove { $text }
filter-see = View
filter-agency = Agency
filter-role = Role
filter-topic = Topic
filter-document = Document
filter-family = { $family }: all
filter-option = { $text } ({ $n })
filter-reports = Reports
filter-reports-none = No report yet
filter-reports-reason = Reason for the delay given
filter-year = Year due
filter-year-none = No deadline in the document
filter-own = Status and reports are the chosen agency's own; a task that it supports shows the status of the whole.
filter-from = Due from
filter-to = Due until
filter-sort = Sort
filter-sort-pressing = Most pressing first
filter-sort-pressing-last = Most pressing last
filter-sort-up = { $text }, ascending
filter-sort-down = { $text }, descending
filter-clear = Clear filters
filter-copy = Copy link
filter-print = Print this list
filter-csv = Download this list (CSV)
filter-found = { $n ->
    [one] { $text } task found.
   *[other] { $text } tasks found.
}
filter-none = No task fits.
filter-failed = The data of the table could not be loaded. Please try again.
filter-failed-lists = The ready-made lists work all the same.
filter-page = Page { $n } of { $total }
filter-late = { $n ->
    [one] by one day
   *[other] by { $text } days
}
filter-left = { $n ->
    [one] { $text } day left
   *[other] { $text } days left
}
filter-obligations = { $n ->
    [one] { $text } obligation
   *[other] { $text } obligations
}
filter-more = and { $text } more
filter-copied = The link to this list was copied.
filter-saved = { $n ->
    [one] { $text } task downloaded.
   *[other] { $text } tasks downloaded.
}
filter-file = tasks.csv
filter-clause = Clause
filter-address = Address
days-col = Days

### Display, accessibility
prefs = Display
prefs-size = Text size
prefs-size-0 = Normal
prefs-size-1 = Large
prefs-size-2 = Larger
prefs-size-3 = Largest
prefs-contrast = Contrast
prefs-contrast-normal = Normal
prefs-contrast-high = High
nav-access = Accessibility
access-lead = This site is made for everybody: on a phone, by keyboard, with a screen reader, on paper, without JavaScript.
access-standard = Standard
access-standard-text = The aim is WCAG 2.2 level AA, on every page. | This is a self-assessment; no third party has assessed the site.
access-done = What was done
access-done-text = A status always has a word and a shape, not a colour alone. | The Display button at the top sets text size and contrast; the choice is kept in your browser only, without a cookie. | There is a link past the menu, headings stand in order, tables have names and headers. | Nothing moves or sounds by itself; motion follows the setting of your device. | All content works without JavaScript.
access-tested = What was tested
access-tested-text = Automatic checks with axe on every kind of page, in light, dark and high contrast, on phone and desktop sizes. | Automatic checks of keyboard use in the Display panel, and that no page scrolls sideways at 360 px and 320 px.
access-tested-search = Automatic checks of keyboard use in search and filters.
access-untested = What was not tested
access-untested-text = Not tried with users with disabilities. | Not tried with every screen reader and browser.
access-limits = Known limits
access-limits-text = Original documents on the issuers' sites may be scans that a screen reader cannot read. | Content entered by the operator may contain abbreviations.
access-contact = Feedback
access-contact-text = If something is hard to use, please tell the operator named at the foot of the page.

### Agencies: succession
now-is = now
none-left = This agency holds no obligations any more.
agency-handed-over = Passed to other agencies
agency-handed-over-lead = Obligations that documents gave to this agency; each row names the one that now answers for it.
agency-handed-over-to = Obligations that documents gave to this agency, now answered for by
cap-handed-over = Obligations passed on
passed-to = its work passed to:
taken-over = which took over { $n ->
    [one] one obligation
   *[other] { $n } obligations
}

contact = Contact
contact-phone = telephone
agency-code = Electronic identification code
feedback = Difficulties and recommendations
feedback-to = Send difficulties and recommendations about the tasks on this site to
cap-feedback = Received and dealt with, by period
feedback-received = Received
feedback-handled = Dealt with
feedback-total = Total

draft-mark = [Draft]
nav-drafts = Drafts
drafts-lead = What nobody has confirmed yet. Marked values are guesses: read them beside the words of the document, put right in the files what is wrong, then confirm.
draft-title = Draft, not confirmed
draft-lead = Marked values are guesses. Look at them, put right in the file what is wrong, then confirm by the command
draft-see-all = See all drafts
draft-quote = Words of the document
draft-text = The duty as the data has it
draft-no-quote = This clause was not found in the document.
draft-confirm-all = To confirm the document and all its tasks:
draft-field-title = Title
draft-field-clause = Clause
draft-field-urgency = Urgency
