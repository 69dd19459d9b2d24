## Chữ của giao diện, tiếng Việt. Khóa nào có ở đây cũng phải có ở các ngôn ngữ khác.
## Biến $n là số đếm; các biến khác là chữ đã viết sẵn.

### Khung trang
skip-to-content = Đến nội dung chính
language-name = Tiếng Việt
menu-language = Ngôn ngữ
menu-main = Trình đơn chính
menu-foot = Về trang này
nav-home = Tổng quan
nav-tasks = Nhiệm vụ
nav-agencies = Cơ quan
nav-meetings = Phiên họp
nav-topics = Lĩnh vực
nav-calendar = Thời hạn
crumbs = Đường dẫn
on-this-page = Trên trang này
as-of = Số liệu đến
last-news = tin cuối
rest-rows = Xem thêm { $n }
stale = ({ $n } ngày trước)
operator = Đơn vị vận hành
licence = Giấy phép sử dụng
attribution = ghi nguồn:
made-with = Tạo bằng
how-counted = Cách tính

### Trạng thái
label-completed-on-time = Hoàn thành đúng hạn
label-completed-late = Hoàn thành quá hạn
label-completed-unclear = Hoàn thành, chưa rõ thời điểm
label-completed = Hoàn thành
label-awaiting-acceptance = Đã báo cáo hoàn thành, chờ xác nhận
label-in-time = Chưa hoàn thành, trong hạn
label-due-soon = Sắp đến hạn
label-overdue = Quá hạn, chưa hoàn thành
label-past-due-unreported = Đã hết thời hạn, chưa có thông tin
label-in-progress = Đang thực hiện
label-no-information = Chưa có thông tin
label-continuous = Thường xuyên
label-in-news = Nêu trên báo chí, chưa thấy trong văn bản
label-ended = Đã kết thúc
label-not-applicable = Không áp dụng
label-suspended = Tạm dừng
label-cancelled = Thôi thực hiện

family-done = Đã xong
family-doing = Đang làm
family-overdue = Quá hạn
family-unclear = Chưa rõ
family-undated = Không có hạn
family-dropped = Thôi theo dõi

detail-late = { $n } ngày
detail-left = còn { $n } ngày
detail-today = hôm nay là hạn cuối
percent-reported = báo cáo đạt { $n }%

progress-not-reported = Chưa có thông tin
progress-not-started = Chưa thực hiện
progress-in-progress = Đang thực hiện
progress-completed = Hoàn thành
progress-not-applicable = Không áp dụng
progress-suspended = Tạm dừng
progress-cancelled = Thôi thực hiện

### Loại cơ quan
kind-ministry = Bộ
kind-ministerial = Cơ quan ngang bộ
kind-government-agency = Cơ quan thuộc Chính phủ
kind-province = Tỉnh, thành phố trực thuộc trung ương
kind-body = Ban chỉ đạo, tổ công tác, hội đồng
kind-party = Cơ quan của Đảng
kind-enterprise = Doanh nghiệp
kind-other = Cơ quan, tổ chức, chức danh khác
kind-group = Nhóm cơ quan
kind-open-group = Nhóm cơ quan không có danh sách

### Ngày, kỳ, số
# Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước (Nghị định 30/2020/NĐ-CP): 09/12/2019, 15/02/2024, 01/3/2025.
# Variables: $d 9, $dd 09, $m 2, $mm 02, $mo 02 and 3, $name of months-short, $year.
date-day = { $dd }/{ $mo }/{ $year }
months-short = thg 1, thg 2, thg 3, thg 4, thg 5, thg 6, thg 7, thg 8, thg 9, thg 10, thg 11, thg 12
number-group = .
number-point = ,
date-week = tuần { $n }/{ $year }, từ { $from }
date-month = tháng { $month ->
    [1] 01
    [2] 02
   *[other] { $month }
}/{ $year }
date-quarter = quý { $roman }/{ $year }
date-half = { $n ->
    [1] 6 tháng đầu năm { $year }
   *[other] 6 tháng cuối năm { $year }
}
date-year = năm { $year }
days = { $n } ngày
on-day = ngày
done-on-day = ngày
from-day = từ ngày
until = đến hết
day-unknown = Chưa rõ ngày
date-unknown = chưa rõ ngày
number-unknown = chưa rõ số
unknown = chưa rõ
not-stated = văn bản không nêu
ordinal-session = Phiên họp thứ { $n ->
    [1] nhất
    [2] hai
    [3] ba
    [4] tư
    [5] năm
    [6] sáu
    [7] bảy
    [8] tám
    [9] chín
    [10] mười
   *[other] { $n }
}
operator-at-least = tối thiểu { $value }
operator-at-most = không quá { $value }
operator-exactly = { $value }
operator-above = trên { $value }
operator-below = dưới { $value }
clause-annex = Phụ lục { $n }
clause-annex-only = Phụ lục
clause-part = phần { $n }
clause-chapter = chương { $n }
clause-section = mục { $n }
clause-article = Điều { $n }
clause-clause = khoản { $n }
clause-point = điểm { $n }
clause-ordinal = ý thứ { $n ->
    [1] nhất
    [2] hai
    [3] ba
    [4] tư
    [5] năm
    [6] sáu
    [7] bảy
    [8] tám
    [9] chín
    [10] mười
   *[other] { $n }
}
clause-dash = gạch đầu dòng thứ { $n ->
    [1] nhất
   *[other] { $n }
}
clause-plus = dấu cộng thứ { $n ->
    [1] nhất
   *[other] { $n }
}
clause-item = ý { $n }
clause-row = mục { $n }
clause-paragraph = đoạn { $n }
# Giữa các cấp, từ trong ra ngoài: điểm a khoản 2 mục III.
clause-joint = {" "}
and-more = và { $n } cơ quan khác

### Đơn vị đếm: nhiệm vụ và đầu việc không bao giờ cộng lẫn
unit-tasks = nhiệm vụ
unit-obligations = đầu việc
n-tasks = { $n } nhiệm vụ
n-obligations = { $n } đầu việc
n-members = { $n } thành viên
n-members-counted = { $n } cơ quan, tính theo ngày ban hành văn bản
n-localities = kết nối { $n } địa phương
what-is-obligation = Đầu việc là phần của một cơ quan chủ trì trong một nhiệm vụ; việc định kỳ thì mỗi kỳ là một đầu việc.
bar-title-tasks = { $text } nhiệm vụ chia theo trạng thái
bar-title-obligations = { $text } đầu việc chia theo trạng thái
sum-overdue = { $text } quá hạn, chưa hoàn thành
sum-completed-on-time = { $text } hoàn thành đúng hạn
sum-completed-late = { $text } hoàn thành quá hạn
sum-completed-unclear = { $text } hoàn thành, chưa rõ thời điểm
sum-completed = { $text } hoàn thành
sum-in-time = { $text } chưa hoàn thành, trong hạn
sum-due-soon = { $text } sắp đến hạn
sum-past-due-unreported = { $text } đã hết thời hạn, chưa có thông tin
sum-in-progress = { $text } đang thực hiện
sum-no-information = { $text } chưa có thông tin
sum-continuous = { $text } thường xuyên
sum-not-applicable = { $text } không áp dụng
sum-suspended = { $text } tạm dừng
sum-cancelled = { $text } thôi thực hiện
sum-awaiting-acceptance = { $text } đã báo cáo hoàn thành, chờ xác nhận
sum-ended = { $text } đã kết thúc
year-heading = Năm { $year }
fell-due-tasks = { $n } nhiệm vụ đã đến hạn: { $done } xong, { $overdue } quá hạn, { $unknown } chưa có thông tin
fell-due-none-tasks = Chưa có nhiệm vụ nào đến hạn
fell-due-obligations = { $n } đầu việc đã đến hạn: { $done } xong, { $overdue } quá hạn, { $unknown } chưa có thông tin
fell-due-none-obligations = Chưa có đầu việc nào đến hạn
not-due-tasks = { $n } nhiệm vụ khác chưa đến hạn, không có hạn hoặc thôi theo dõi{ $done ->
    [0] .
   *[other] , trong đó { $done } đã xong.
 }
not-due-obligations = { $n } đầu việc khác chưa đến hạn, không có hạn hoặc thôi theo dõi{ $done ->
    [0] .
   *[other] , trong đó { $done } đã xong.
 }
in-all-tasks = Tất cả: { $text } nhiệm vụ.
in-all-obligations = Tất cả: { $text } đầu việc.
within-completed-on-time = { $text } đúng hạn
within-completed-late = { $text } muộn
within-completed-unclear = { $text } chưa rõ ngày xong
within-completed = { $text } không ghi thời hạn
within-awaiting-acceptance = { $text } chờ xác nhận
within-in-time = { $text } trong hạn
within-due-soon = { $text } sắp đến hạn
within-overdue = { $text } quá hạn
within-past-due-unreported = { $text } hết hạn, chưa có tin
within-in-progress = { $text } đang thực hiện
within-no-information = { $text } chưa có tin
within-continuous = { $text } thường xuyên
within-ended = { $text } đã kết thúc
within-not-applicable = { $text } không áp dụng
within-suspended = { $text } tạm dừng
within-cancelled = { $text } thôi thực hiện
fell-due-awaiting = { $n } đã báo cáo hoàn thành, chờ xác nhận
rate-completion-tasks = hoàn thành, trong số nhiệm vụ đã đến hạn ({ $numerator } trên { $denominator } nhiệm vụ).
rate-completion-obligations = hoàn thành, trong số đầu việc đã đến hạn ({ $numerator } trên { $denominator } đầu việc).

### Bảng
summary = Tình hình chung
col-task = Nhiệm vụ
col-status = Trạng thái
col-lead = Chủ trì
col-coordinators = Phối hợp
col-due = Thời hạn
col-source = Nguồn
col-via = Giao qua nhóm
col-period = Kỳ
col-date = Ngày
col-value = Giá trị
due-last-day = đến hết
due-short = hạn
due-none = không có thời hạn
due-continuous = thường xuyên
due-days = { $n } ngày
due-working-days = { $n } ngày làm việc
due-within-issue = trong vòng { $days } kể từ ngày ban hành văn bản
due-within-meeting = trong vòng { $days } kể từ ngày họp
due-within-day = trong vòng { $days } kể từ ngày { $date }
due-at-meeting = tại { $meeting }
due-before-meeting = trước { $meeting }
due-awaited-meeting = { $session } của { $body }
no-day-no-issue-day = chưa tính được ngày cuối còn trong hạn vì chưa rõ ngày ban hành văn bản
no-day-no-meeting-day = chưa rõ ngày họp
no-day-no-holidays = chưa tính được ngày cuối còn trong hạn vì chưa có danh sách ngày nghỉ năm { $year }
then-continuous = sau đó thường xuyên
last-day = Ngày cuối
pager = Các phần của danh sách
pager-below = Các phần của danh sách, cuối danh sách
pager-range = Từ { $first } đến { $last } trong { $total }
pager-previous = Trước
pager-next = Sau
pager-page = Trang { $n }
cap-tasks = Nhiệm vụ { $first } đến { $last } trong { $total }
cap-attention = Nhiệm vụ quá hạn, hết thời hạn mà chưa có thông tin, sắp đến hạn
cap-by-name = Đầu việc giao đích danh
cap-by-group = Đầu việc giao chung cho nhóm
cap-coordinates = Nhiệm vụ phối hợp
cap-receives = Nhiệm vụ gửi báo cáo đến đây
cap-group-tasks = { $n } nhiệm vụ giao cho nhóm
cap-periods = { $n } kỳ, mới nhất trước
cap-unplaced = Nhiệm vụ không gắn với khoản nào ở trên
cap-from-news = Nhiệm vụ chỉ biết qua bản tin

### Tổng quan
home-upcoming = Thời hạn trong { $n } ngày tới
home-upcoming-none = Không có thời hạn nào trong { $n } ngày tới.
home-attention = Cần chú ý trước
home-about = Về trang này
home-extent = Trang theo dõi { $tasks } nhiệm vụ, tính riêng cho từng cơ quan và từng kỳ là { $obligations } đầu việc của { $agencies } cơ quan, nêu tại { $meetings } phiên họp, hội nghị.
home-extent-documents = Trong đó có nhiệm vụ của { $n } văn bản không qua họp.
home-latest = Thay đổi mới nhất
home-meetings = Phiên họp, hội nghị gần đây
home-timeline = Phiên họp, văn bản gần đây
home-agencies = Cơ quan được giao việc đích danh
all-agencies = Xem tất cả cơ quan
all-meetings = Xem tất cả phiên họp
all-deadlines = Xem lịch thời hạn
no-agencies-by-name = Chưa có cơ quan nào được giao việc đích danh.

### Danh sách lập sẵn
lists = Danh sách nhiệm vụ
list-all = Tất cả nhiệm vụ
list-overdue = Có đầu việc quá hạn
list-overdue-lead = Nhiệm vụ có ít nhất một đầu việc đã quá hạn mà chưa hoàn thành, quá hạn lâu nhất trước.
list-overdue-none = Không có nhiệm vụ nào có đầu việc quá hạn.
list-due-soon = Có đầu việc đến hạn trong { $n } ngày tới
list-due-soon-lead = Nhiệm vụ có ít nhất một đầu việc sắp đến ngày cuối còn trong hạn, gần nhất trước.
list-due-soon-none = Không có nhiệm vụ nào sắp đến hạn.
list-no-information = Còn thiếu thông tin
list-no-information-lead = Nhiệm vụ đã hết thời hạn mà chưa có thông tin hoàn thành, và nhiệm vụ chưa có thông tin khác. Chưa có thông tin không có nghĩa là cơ quan chưa làm.
list-no-information-none = Nhiệm vụ nào cũng đã có thông tin.
list-completed = Đã xong
list-completed-lead = Nhiệm vụ đã hoàn thành, mới nhất trước; chưa rõ ngày hoàn thành thì xếp sau cùng.
list-completed-none = Chưa có nhiệm vụ nào được báo cáo hoàn thành.
in-news-count = Ngoài ra có { $n } nhiệm vụ chỉ nêu trên báo chí, chưa thấy trong văn bản; không tính vào số liệu. Xem tại:
not-counted = Không tính vào số liệu.

### Nhiệm vụ
no-tasks-yet = Chưa có nhiệm vụ nào.
no-tasks-topic = Chưa có nhiệm vụ nào thuộc lĩnh vực này.
assigned-in = Giao tại
stated-in = Nêu tại
every-week = Mỗi tuần một lần
every-week-on = { $weekday ->
    [monday] Thứ Hai hằng tuần
    [tuesday] Thứ Ba hằng tuần
    [wednesday] Thứ Tư hằng tuần
    [thursday] Thứ Năm hằng tuần
    [friday] Thứ Sáu hằng tuần
    [saturday] Thứ Bảy hằng tuần
   *[sunday] Chủ nhật hằng tuần
}
every-month = Mỗi tháng một lần
every-quarter = Mỗi quý một lần
every-half = Sáu tháng một lần
every-year = Mỗi năm một lần
and-adhoc = hoặc đột xuất
urgency = Yêu cầu:
open-group-short = văn bản không nêu tên từng cơ quan
now-held-by = nay thuộc trách nhiệm của
collective-status = Theo thông tin chung của cả nhóm
collective-not-counted = không tính cho riêng cơ quan nào.
task-facts = Nội dung giao
duty = Lời văn giao
duty-news = Lời bản tin
doers = Cơ quan thực hiện
details = Chi tiết
also-stated = Cũng nêu tại
words-of-clause = Lời văn của cả { $clause }
as-worded = Văn bản ghi:
as-worded-news = Bản tin ghi:
# Các mốc của nhiệm vụ, theo thứ tự thời gian.
course = Diễn biến
step-given = Giao
step-told = Báo chí nêu
step-first-due = Hạn ban đầu
step-due = Hạn
step-last-period = Kỳ vừa qua
step-next-period = Kỳ tới
step-until = Đến hết
step-reported = Báo cáo
step-reported-done = Báo cáo xong
step-done = Xong
step-accepted = Xác nhận
step-cancelled = Thôi thực hiện
step-now = Tính đến
step-late = +{ $text } ngày
condition = Điều kiện
extended-to = Gia hạn đến hết
brought-forward-to = Rút ngắn thời hạn đến hết
extended-on = quyết định ngày
extended-by = theo
transferred = Chuyển cơ quan chủ trì
report-to = Báo cáo gửi
products = Sản phẩm phải có
indicator = Chỉ tiêu
indicator-target = Mục tiêu
indicator-scope = Phạm vi
indicator-by = đến hết
indicator-step = Mức tăng, giảm
indicator-baseline = Mức ban đầu
indicator-readings = Kết quả theo thời gian
topics = Lĩnh vực
part-of = Thuộc nhiệm vụ
parts = Gồm các nhiệm vụ
related = Liên quan
refers-to = Văn bản dẫn chiếu
note = Ghi chú
task-id = Mã nhiệm vụ
reference = Mã trong sổ
supervisor = Lãnh đạo theo dõi
updates = Cập nhật
earlier-updates = Các cập nhật trước đó ({ $n })
updates-none = Chưa có thông tin về việc thực hiện.
silence-is-no-fault = Điều này không có nghĩa là cơ quan chưa làm.
update-reason = Lý do:
update-proposal = Đề xuất, kiến nghị:
update-accepted = Xác nhận hoàn thành ngày
update-corrected = Đã đính chính ngày
decided-by = bởi
for-period = cho
adhoc = đột xuất
scope-agency = Cơ quan chủ trì
scope-collective = Chung cho cả nhóm
scope-all-members = Mọi thành viên của nhóm
day-not-public = ngày không được công khai
evidence = Sản phẩm, minh chứng
retrieved = xem ngày
periods = Các kỳ
period-latest = Kỳ mới nhất
periods-days = Ngày cuối và trạng thái của { $n } kỳ
quarter-short = { $roman }
holders = Từng cơ quan
news-source = theo bản tin
meeting = Phiên họp
siblings = Nhiệm vụ khác của cùng khoản
siblings-all = Xem cả { $n } nhiệm vụ của khoản này

### Cơ quan
agencies-lead = Mỗi cơ quan có một trang riêng: việc chủ trì, việc phối hợp, thời hạn và kết quả.
no-agencies = Chưa có cơ quan nào.
agencies-holding = { $n } cơ quan đang có đầu việc; cơ quan cần chú ý đứng trước.
agencies-find = Tìm cơ quan
agencies-find-none = Không có cơ quan nào có tên như vậy.
agencies-idle = { $n } cơ quan chưa có đầu việc
agencies-ended = { $n } cơ quan không còn hoạt động
cap-agencies = Cơ quan đang có đầu việc
col-standing = Tình hình
col-next-deadline = Hạn tới
ended-by = đến hết ngày
all-inherited-from = Các đầu việc dưới đây đều có phần tiếp nhận từ
agency-handed-over-show = Xem { $n } nhiệm vụ đã chuyển
members-show = Xem { $n } thành viên
no-obligations = Chưa có đầu việc nào.
of-these-by-name-sum = Trong đó giao đích danh:
coordinates-n = Phối hợp { $n } nhiệm vụ
ended-on = Hoạt động đến hết ngày
succeeded-by = Cơ quan kế thừa:
passed-on = { $n } đầu việc văn bản giao cho cơ quan này nay thuộc trách nhiệm của cơ quan khác.
inherited-from = Tiếp nhận từ
transferred-to = Đã chuyển cho
now-with = Nay thuộc trách nhiệm của
agency-years = Theo năm đến hạn
cap-years = Đầu việc theo năm đến hạn, và phần đã đến hạn chia theo kết quả
col-year = Năm
col-fell-due = Đã đến hạn
col-in-time = Trong hạn
col-other = Khác
no-deadline-year = Không có hạn
agency-upcoming = Thời hạn sắp tới
agency-by-name = Giao đích danh
agency-by-name-none = Chưa có đầu việc nào giao đích danh cho cơ quan này.
agency-by-group = Giao chung cho nhóm cơ quan
agency-coordinates = Phối hợp thực hiện
agency-coordinates-lead = Trạng thái là của nhiệm vụ, không phải của cơ quan phối hợp.
agency-receives = Nơi nhận báo cáo
agency-about = Về cơ quan
agency-kind = Loại
agency-from = Hoạt động từ ngày
predecessors = Tiếp nhận việc từ
successors = Cơ quan kế thừa
member-of = Thuộc nhóm
website = Trang thông tin
groups = Nhóm cơ quan
groups-lead = Những cách gọi chung trong văn bản, như "các bộ, ngành, địa phương".
group-lead = Việc giao cho nhóm là việc của từng thành viên, theo danh sách vào ngày ban hành văn bản.
open-group-lead = Văn bản không nêu tên từng cơ quan, nên việc giao cho nhóm không tách cho cơ quan nào.
group-tasks = Nhiệm vụ giao cho nhóm
no-tasks-group = Chưa có nhiệm vụ nào giao cho nhóm.
members = Thành viên hiện nay ({ $n })
no-members = Nhóm hiện không có thành viên.

### Phiên họp, kết luận
meetings-lead = { $n } phiên họp, hội nghị, mới nhất trước.
timeline-title = Phiên họp, văn bản
timeline-lead = { $n } phiên họp, hội nghị và { $documents } văn bản ban hành không qua họp, mới nhất trước.
no-meetings = Chưa có phiên họp nào.
meeting-held = Ngày họp
meeting-body = Phiên họp của
meeting-chair = Chủ trì
meeting-format = Hình thức
meeting-place = Địa điểm
meeting-about = Về phiên họp và văn bản
days-to-notice = Từ ngày họp đến ngày ra thông báo
notice-after = { $n ->
    [0] ra cùng ngày họp
   *[other] ra sau họp { $n } ngày
}
documents = Văn bản
document-unnumbered = Kết luận ngày { $date } (chưa rõ số)
document-undated = Kết luận cuộc họp ngày { $date } (chưa rõ số, ngày ban hành)
document-word = Văn bản
document-about = Về văn bản
document-own = { $kind } { $number } ngày { $date }
document-own-undated = { $kind } { $number } (chưa rõ ngày ban hành)
document-own-unnumbered = { $kind } ngày { $date } (chưa rõ số)
document-own-unknown = { $kind } (chưa rõ số, ngày ban hành)
document-text = Nội dung văn bản
annexes = Phụ lục
commendations = Được biểu dương
agency-commendations = Được biểu dương
document-news = Bản tin về cuộc họp ngày { $date }
no-document = Chưa có văn bản.
document-kind = Loại văn bản
document-number = Số, ký hiệu
document-issued = Ngày ban hành
document-issuer = Cơ quan ban hành
document-signer = Người ký
document-authentic = Bản chính thức
document-open = Mở văn bản gốc
document-recipients = Nơi nhận ({ $n })
conclusion-of = Kết luận của
conclusion = Nội dung kết luận
no-conclusion = Chưa có nội dung kết luận.
no-text = Chưa có nội dung.
text-untranslated = { $lang ->
    [en] Nội dung dưới đây chỉ có bằng tiếng Anh.
   *[other] Nội dung dưới đây chỉ có bằng tiếng gốc.
}
authentic-notice = Nội dung ở đây để tra cứu, có chỗ tóm lược. Chỉ văn bản do cơ quan có thẩm quyền ban hành mới có giá trị chính thức.
restored-tag = văn bản phục dựng
restored-title = Văn bản phục dựng từ bản quét nhận dạng lỗi
doubt-legend = đặt sau chữ, số còn ngờ.
contents = Mục lục
tasks-of-clause = Nhiệm vụ từ { $clause }
unplaced = Nhiệm vụ không gắn với khoản nào ở trên
due-at = Nhiệm vụ phải xong trước hoặc tại phiên họp này
from-news-lead = Bản tin nêu những việc này, thông báo kết luận không nêu. Bản tin không phải là văn bản giao nhiệm vụ, nên không tính vào số liệu.
coverage = Khoản nào đã thành nhiệm vụ
coverage-figures = { $with } trên { $clauses } khoản, điểm ở cấp cuối có nhiệm vụ.
coverage-without = Khoản, điểm không có nhiệm vụ ({ $n })
coverage-why = Thường là phần đánh giá, biểu dương, nêu nguyên nhân hoặc định hướng chung.
same-body = Các phiên họp của cùng cơ quan
meeting-previous = Phiên trước
meeting-next = Phiên sau

### Bản tin
news = Bản tin
news-meeting = Đưa tin về
news-date = Ngày đăng
news-author = Tác giả
news-original = Bài gốc
news-notice = Bản tin không phải là văn bản giao nhiệm vụ. Việc chỉ có trong bản tin được đánh dấu riêng.
news-text = Nội dung bản tin
news-tasks = Nhiệm vụ chỉ biết qua bản tin này
news-no-tasks = Không có: mọi việc trong bản tin đều có trong thông báo kết luận.

### Lĩnh vực, lịch
topics-lead = Nhiệm vụ xếp theo lĩnh vực; một nhiệm vụ có thể thuộc nhiều lĩnh vực.
cap-topics = Nhiệm vụ theo lĩnh vực
no-topics = Chưa có lĩnh vực nào.
calendar-lead = Ngày ghi ở đây là ngày cuối còn trong hạn.
calendar-today = Hôm nay,
calendar-today-none = Hôm nay không có việc nào đến hạn.
calendar-none-ahead = Không có thời hạn nào từ hôm nay trở đi.
calendar-later = Còn { $n } thời hạn nữa, xem theo năm.
calendar-by-year = Số thời hạn theo năm
calendar-of = Thời hạn { $month }
calendar-more = Xem cả { $n } thời hạn { $month }
no-deadlines = Chưa có thời hạn nào.
without-day = Có thời hạn, chưa biết ngày

### 404
embed-title = Nhúng vào trang khác
embed-lead = Ba ô nhỏ để đặt vào trang của cơ quan: tình hình thực hiện, thời hạn sắp tới, kết quả của một cơ quan.
embed-how = Sao chép đoạn mã vào trang cần đặt. Ô luôn hiện số liệu mới nhất của trang này.
embed-no-address = Thay “https://…/” bằng địa chỉ của trang này.
embed-totals = Tình hình thực hiện
embed-deadlines = Thời hạn sắp tới
embed-agency = Kết quả của một cơ quan
embed-agency-how = Mỗi cơ quan có một ô. Đoạn mã dưới đây là của { $name }; với cơ quan khác thì đổi mã cơ quan trong địa chỉ.
embed-agencies = { $n } cơ quan, mỗi cơ quan một ô
embed-code = Mã để sao chép
embed-see = Xem ô này
embed-no-deadline = Không có thời hạn nào trong { $n } ngày tới.
embed-limits = Khi ô không hiện
embed-limits-text = Ô chỉ hiện nếu máy chủ của trang này cho phép trang kia đặt nó vào khung (frame-ancestors trong Content-Security-Policy, không có X-Frame-Options), và trang kia cho phép khung từ địa chỉ này (frame-src). Không đặt khung được thì dùng tệp JSON có cùng số liệu.

moved-title = Trang đã đổi địa chỉ
moved-text = Nội dung này nay ở trang:

not-found-title = Không tìm thấy trang
not-found-text = Địa chỉ này không có trên trang, hoặc đã đổi. Mời xem tiếp từ các mục sau.

more-tasks = và { $n } nhiệm vụ khác

### Dữ liệu: kênh tin, lịch
feed-title = Thay đổi – { $title }
feed-of = Thay đổi – { $name }
feed-of-body = Nhiệm vụ từ các phiên họp của { $name }
change-assigned = Giao nhiệm vụ: { $title }
change-extended = Gia hạn: { $title }
change-brought-forward = Rút ngắn thời hạn: { $title }
change-reported = Cập nhật: { $title }
change-completed = Hoàn thành: { $title }
change-accepted = Xác nhận hoàn thành: { $title }
change-transferred = Chuyển cơ quan chủ trì: { $title }
change-cancelled = Thôi thực hiện: { $title }
change-corrected = Đính chính: { $title }
event-due = Thời hạn: { $title }
event-done = Đã hoàn thành: { $title }

### Dữ liệu mở
nav-data = Dữ liệu mở
data-lead = Mọi số liệu trên trang này tải về được, dùng lại được, theo dõi được.
data-terms = Các tệp được tạo từ cùng một nguồn, cùng một lần với trang web, nên số liệu khớp nhau. Địa chỉ của tệp không bao giờ đổi. Giấy phép sử dụng ghi ở cuối trang.
data-whole = Tải tất cả
data-workbook = Mọi bảng trong một tệp bảng tính
data-archive = Mọi bảng (CSV) trong một tệp nén, kèm mô tả
data-package = Mô tả gói dữ liệu cho máy đọc
data-catalog = Mô tả danh mục cho cổng dữ liệu
data-tables = Từng bảng
data-cap-tables = Các bảng và tệp tải về
data-col-table = Bảng
data-col-rows = Số dòng
data-col-files = Tệp
data-n-rows = { $n } dòng
data-follow = Theo dõi
data-follow-lead = Kênh tin báo khi có thay đổi; lịch đưa thời hạn vào chương trình lịch của bạn. Sao chép địa chỉ liên kết rồi đăng ký trong chương trình đọc tin hoặc lịch.
data-feed = Mọi thay đổi
data-calendar = Mọi thời hạn và phiên họp
data-follow-topics = Thay đổi theo lĩnh vực
data-follow-bodies = Nhiệm vụ từ các phiên họp
data-agencies = Theo cơ quan
data-agencies-lead = Mỗi cơ quan có đầu việc ở dạng bảng tính và CSV, một kênh tin, một lịch.
data-agencies-show = Xem { $n } cơ quan
data-cap-agencies = Tệp của từng cơ quan
data-col-agency = Cơ quan
data-dictionary = Từ điển dữ liệu
data-dictionary-lead = Ý nghĩa của từng cột. Trong CSV và bảng tính, danh sách mã viết trên một dòng, cách nhau bằng dấu chấm phẩy; danh sách đoạn văn thì mỗi mục một dòng. Trong CSV, đoạn văn trông như công thức có thêm dấu nháy đơn ở đầu. Một ô bảng tính giữ được 32.767 ký tự: đoạn dài hơn bị cắt và có dấu … ở cuối, còn CSV và JSON có đủ.
data-columns = { $n } cột
data-cap-columns = Các cột của bảng { $title }
data-col-name = Tên cột
data-col-head = Tiêu đề
data-col-meaning = Ý nghĩa
data-col-kind = Kiểu
data-col-example = Ví dụ
data-refers = Mã trong bảng
data-values = Giá trị:
data-optional = có thể trống
type-id = mã
type-ids = danh sách mã
type-code = mã chọn
type-text = văn bản
type-texts = danh sách văn bản
type-day = ngày
type-partial = ngày, tháng hoặc năm
type-period = kỳ
type-count = số nguyên
type-number = số
type-flag = đúng/sai
type-address = địa chỉ

### Nhiệm vụ: tóm tắt bằng lời
summary-given-title = { $who } được giao:
summary-two = { $one } và { $two }
summary-group = { $name } ({ $n } cơ quan)
summary-handed-over = Nhiệm vụ đã chuyển sang { $name }.
summary-conditional = Chỉ phải làm khi có điều kiện nêu trong văn bản.
summary-undated = Thời hạn theo văn bản: “{ $wording }”.
summary-in-news-title = Bản tin nêu việc của { $who }:
summary-undated-news = Thời hạn theo bản tin: “{ $wording }”.
summary-no-deadline-news = Bản tin không nêu thời hạn.
summary-no-deadline = Văn bản không nêu thời hạn.
summary-continuous = Việc thường xuyên.
summary-continuous-until = Việc thường xuyên, đến hết { $date }.
summary-due = Hạn cuối { $date }.
summary-extended = Hạn cuối { $date }, gia hạn từ { $first }.
summary-brought-forward = Hạn cuối { $date }, rút ngắn từ { $first }.
summary-terms = Thời hạn: { $terms }.
summary-then-continuous = Làm xong thì thành việc thường xuyên.
summary-completed-on-time = Hoàn thành { $date }, đúng hạn.
summary-completed-late = Hoàn thành { $date }, quá hạn { $n } ngày.
summary-completed-late-at-least = Hoàn thành { $date }, quá hạn ít nhất { $n } ngày.
summary-completed-unclear = Hoàn thành { $date }, chưa rõ đúng hạn hay quá hạn.
summary-completed-unknown = Đã hoàn thành, chưa rõ ngày nào.
summary-completed = Hoàn thành { $date }.
summary-last-day = Ngày { $date } là ngày cuối còn trong hạn; { $state ->
    [in-progress] đang thực hiện
    [not-started] chưa bắt đầu thực hiện
   *[other] chưa có thông tin về việc thực hiện
}.
summary-left = Tính đến { $date }, { $state ->
    [in-progress] đang thực hiện
    [not-started] chưa bắt đầu thực hiện
   *[other] chưa có thông tin về việc thực hiện
}, còn { $n } ngày.
summary-overdue = Tính đến { $date }, chưa hoàn thành, quá hạn { $n } ngày.
summary-past-due = Tính đến { $date }, chưa có thông tin hoàn thành, hạn cuối đã qua { $n } ngày.
summary-open = Tính đến { $date }, { $state ->
    [in-progress] đang thực hiện
    [not-started] chưa bắt đầu thực hiện
   *[other] chưa có thông tin về việc thực hiện
}.
summary-not-applicable = Theo báo cáo { $date }, cơ quan không thuộc diện phải làm.
summary-awaiting-acceptance = Đã báo cáo hoàn thành { $date }, chờ cơ quan thường trực xác nhận.
summary-ended = Việc thường xuyên đã kết thúc.
summary-cancelled = Thôi thực hiện từ { $date }.
summary-suspended = Tạm dừng, theo báo cáo { $date }.
summary-percent = Báo cáo gần nhất nêu đạt { $n }%.
summary-collective = Thông tin chung của cả nhóm: { $text }
summary-periods = Tính đến { $date } có { $n } kỳ: { $list }.
summary-obligations = Tính đến { $date } có { $n } đầu việc: { $list }.

### Thay đổi
nav-changes = Thay đổi
changes-lead = Việc mới giao, thời hạn đổi hoặc hết, báo cáo, kết quả, theo ngày ghi trong văn bản và báo cáo.
changes-latest = Mười thay đổi gần nhất
changes-by-month = Theo tháng
changes-none = Chưa có thay đổi nào.
changes-of = Thay đổi { $month }
changes-other-months = Tháng khác
changes-earlier = Trước đó
changes-later = Sau đó
n-changes = { $n } thay đổi
col-total = Tổng
change-kind-assigned = Giao nhiệm vụ
change-kind-extended = Điều chỉnh thời hạn
change-kind-past-due = Hết hạn
change-kind-reported = Báo cáo
change-kind-completed = Hoàn thành
change-kind-accepted = Xác nhận
change-kind-transferred = Chuyển chủ trì
change-kind-cancelled = Thôi thực hiện
change-kind-corrected = Đính chính
change-transferred-to = Chuyển cho { $name }.
change-corrected-of = Đính chính báo cáo ngày { $date }.
change-by = Theo { $name }.
change-accepted-by = Xác nhận bởi { $name }.
change-extended-to = Gia hạn đến hết { $date }.
change-brought-forward-to = Rút ngắn thời hạn đến hết { $date }.
change-past-due = Hết hạn, chưa có thông tin hoàn thành: { $title }
all-changes = Xem mọi thay đổi

### Tệp của từng trang
page-files = Theo dõi, tải về
file-tasks = Mọi nhiệm vụ
file-agencies = Mọi cơ quan
file-meetings = Mọi phiên họp, hội nghị
file-documents = Mọi văn bản
file-feed = Thay đổi
file-task-calendar = Lịch thời hạn của nhiệm vụ này
file-deadlines = Thời hạn
file-form = Mẫu báo cáo
file-obligations = Đầu việc
file-tallies = Tổng hợp theo cơ quan và năm
file-body-feed = Nhiệm vụ từ các phiên họp

### Bảng tổng hợp
nav-matrices = Việc theo nhóm, định kỳ
matrix-lead = Từng cơ quan làm đến đâu trong việc giao chung cho nhóm và việc định kỳ.
matrix-groups = Việc giao chung cho nhóm cơ quan
matrix-recurring = Việc định kỳ
matrix-of-group = { $rows } cơ quan, { $columns } nhiệm vụ giao chung cho nhóm.
matrix-of-task = { $rows } cơ quan, { $columns } kỳ, mới nhất trước.
matrix-left-out = Bảng này quá lớn: { $n } cột cũ nhất không hiện ở đây, có đủ trong tệp số liệu về đầu việc.
matrix-see-group = Xem trang của nhóm
matrix-see-task = Xem nhiệm vụ
matrix-see = Xem bảng từng cơ quan
matrix-tasks = { $n } nhiệm vụ trong bảng, đánh số theo cột
matrix-periods = { $n } kỳ trong bảng, mới nhất trước
matrix-by-agency = Từng cơ quan
cap-recurring = Nhiệm vụ lặp lại theo kỳ
cap-matrix-group = Tình hình của từng cơ quan với từng nhiệm vụ.
cap-matrix-task = Tình hình của từng cơ quan trong từng kỳ.
col-agency = Cơ quan
col-every = Định kỳ
col-latest-period = Kỳ đến hạn gần nhất
n-agencies = { $n } cơ quan
n-periods = { $n } kỳ
short-completed-on-time = Đúng hạn
short-completed-late = Xong, quá hạn
short-completed-unclear = Xong, chưa rõ ngày
short-overdue = Quá hạn
short-past-due-unreported = Hết hạn, chưa rõ
short-none = không giao

### Hình vẽ
chart-numbers = Xem số liệu
history-title = Đến { $date}: { $done } trên { $all } đầu việc đã xong (đến { $since }: { $before })
history-lead = Tính lại cho từng thời điểm, theo ngày hoàn thành và thời hạn có hiệu lực khi đó.
series-completed = Đã xong
series-open = Chưa đến hạn, không có hạn hoặc chờ xác nhận
series-past-due = Đã hết hạn, chưa hoàn thành hoặc chưa có thông tin
series-overdue = Quá hạn, chưa hoàn thành
series-aside = Thôi theo dõi
col-until = Đến hết ngày
all-bodies = Tất cả
choose-body = Phiên họp của

### Chia sẻ
og-locale = vi_VN
described-tasks = { $n } nhiệm vụ, tính đến { $date }: { $list }.
described-obligations = { $n } đầu việc, tính đến { $date }: { $list }.
### Tìm kiếm
nav-search = Tìm kiếm
search-label = Tìm nhiệm vụ, cơ quan, văn bản
search-placeholder = Tìm, ví dụ 372/TB-VPCP
search-button = Tìm
search-lead = Tìm trong nhiệm vụ, cơ quan, kết luận và các trang khác. Gõ có dấu hay không dấu đều được; số văn bản và chữ viết tắt cũng tìm được.
search-keys = Phím / để vào ô tìm; phím mũi tên lên, xuống để đi qua các kết quả.
search-no-script = Tìm theo chữ cần JavaScript. Bảng chữ cái dưới đây và danh sách nhiệm vụ dùng được không cần JavaScript.
search-found = { $text } kết quả cho “{ $query }”.
search-partly = Không có kết quả nào chứa đủ các chữ. { $text } kết quả gần nhất cho “{ $query }”.
search-none = Không tìm thấy kết quả nào cho “{ $query }”. Mời xem bảng chữ cái dưới đây.
search-short = Gõ thêm chữ để tìm: có quá nhiều từ bắt đầu như vậy.
search-failed = Chưa tải được dữ liệu tìm kiếm. Mời thử lại, hoặc xem bảng chữ cái dưới đây.
search-more = Xem thêm: { $kind }
search-kind-agency = Cơ quan
search-kind-meeting = Phiên họp, văn bản
search-kind-topic = Lĩnh vực
search-kind-task = Nhiệm vụ
search-kind-clause = Khoản, điểm của kết luận
search-kind-page = Trang, bản tin
az = Bảng chữ cái
az-letters = Các chữ cái
az-letter = { $n } mục ở chữ { $letter }
az-none = Chưa có mục nào.
# Viết tắt và cách viết đủ tìm thấy lẫn nhau. Cách nhau bằng dấu chấm phẩy.
search-abbreviations = TTHC = thủ tục hành chính; CCHC = cải cách hành chính; BTC = Bộ Tài chính; VPCP = Văn phòng Chính phủ; UBND = Ủy ban nhân dân; DVC = dịch vụ công; DVCTT = dịch vụ công trực tuyến; CNTT = công nghệ thông tin; CSDL = cơ sở dữ liệu; QPPL = quy phạm pháp luật; HTX = hợp tác xã; DN = doanh nghiệp
# Chữ nối mà tên viết tắt thường bỏ, không dấu.
search-connecting = va cua

### Lọc và sắp xếp
filter = Lọc và sắp xếp
filter-any = Tất cả
filter-text = Chữ trong tên hoặc mã nhiệm vụ
filter-button = Bộ lọc
filter-chip = { $name }: { $text }
filter-drop = Bỏ { $text }
filter-see = Xem
filter-agency = Cơ quan
filter-role = Vai trò
filter-topic = Lĩnh vực
filter-document = Văn bản
filter-family = { $family }: tất cả
filter-option = { $text } ({ $n })
filter-reports = Báo cáo
filter-reports-none = Chưa có báo cáo nào
filter-reports-reason = Có nêu lý do chậm
filter-year = Năm đến hạn
filter-year-none = Văn bản không nêu thời hạn
filter-own = Trạng thái và báo cáo là của riêng cơ quan đã chọn; nhiệm vụ phối hợp ghi trạng thái chung.
filter-from = Thời hạn từ ngày
filter-to = Thời hạn đến ngày
filter-sort = Sắp xếp
filter-sort-pressing = Cần chú ý trước
filter-sort-pressing-last = Cần chú ý sau
filter-sort-up = { $text }, tăng dần
filter-sort-down = { $text }, giảm dần
filter-clear = Bỏ lọc
filter-copy = Sao chép liên kết
filter-print = In danh sách
filter-csv = Tải danh sách (CSV)
filter-found = { $text } nhiệm vụ phù hợp.
filter-none = Không có nhiệm vụ nào phù hợp.
filter-failed = Chưa tải được dữ liệu của bảng. Mời thử lại.
filter-failed-lists = Các danh sách lập sẵn vẫn dùng được.
filter-page = Trang { $n } trên { $total }
filter-late = { $text } ngày
filter-left = còn { $text } ngày
filter-obligations = { $text } đầu việc
filter-more = và { $text } cơ quan khác
filter-copied = Đã sao chép liên kết của danh sách này.
filter-saved = Đã tải { $text } nhiệm vụ.
filter-file = danh-sach-nhiem-vu.csv
filter-clause = Khoản, điểm
filter-address = Địa chỉ
days-col = Số ngày

### Cách hiển thị, tiếp cận
prefs = Hiển thị
prefs-size = Cỡ chữ
prefs-size-0 = Bình thường
prefs-size-1 = Lớn
prefs-size-2 = Lớn hơn
prefs-size-3 = Lớn nhất
prefs-contrast = Tương phản
prefs-contrast-normal = Bình thường
prefs-contrast-high = Cao
nav-access = Trợ năng
access-lead = Trang này được làm để ai cũng dùng được: trên điện thoại, bằng bàn phím, bằng trình đọc màn hình, trên giấy, không cần JavaScript.
access-standard = Tiêu chuẩn
access-standard-text = Mục tiêu là WCAG 2.2 mức AA, áp dụng cho mọi trang. | Đây là tuyên bố tự đánh giá; chưa có bên thứ ba đánh giá.
access-done = Đã làm
access-done-text = Trạng thái luôn có chữ và hình, không chỉ có màu. | Nút Hiển thị ở đầu trang chỉnh cỡ chữ và tương phản; lựa chọn chỉ lưu trong trình duyệt của bạn, không dùng cookie. | Có liên kết bỏ qua trình đơn, tiêu đề theo thứ tự, bảng có tên và tiêu đề cột, dòng. | Không có chữ chạy, không có âm thanh tự phát; chuyển động tắt theo cài đặt của máy. | Mọi nội dung dùng được không cần JavaScript.
access-tested = Đã kiểm tra
access-tested-text = Kiểm tra tự động bằng axe trên từng loại trang, ở nền sáng, nền tối và tương phản cao, khổ điện thoại và máy tính. | Kiểm tra tự động việc dùng bàn phím ở bảng Hiển thị, và việc trang không cuộn ngang ở khổ 360 px và 320 px.
access-tested-search = Kiểm tra tự động việc dùng bàn phím ở ô tìm kiếm và bộ lọc.
access-untested = Chưa kiểm tra
access-untested-text = Chưa thử với người dùng khuyết tật. | Chưa thử trên từng trình đọc màn hình và từng trình duyệt.
access-limits = Còn hạn chế
access-limits-text = Văn bản gốc ở trang của cơ quan ban hành có thể là bản chụp, trình đọc màn hình không đọc được. | Nội dung do đơn vị vận hành nhập có thể còn viết tắt.
access-contact = Góp ý
access-contact-text = Gặp khó khăn khi dùng trang, mời báo cho đơn vị vận hành ghi ở cuối trang.

### Cơ quan: kế thừa
now-is = nay là
none-left = Không còn đầu việc nào ở cơ quan này.
agency-handed-over = Đã chuyển sang cơ quan khác
agency-handed-over-lead = Đầu việc văn bản giao cho cơ quan này, nay thuộc trách nhiệm của cơ quan ghi ở từng dòng.
agency-handed-over-to = Đầu việc văn bản giao cho cơ quan này, nay thuộc trách nhiệm của
cap-handed-over = Đầu việc đã chuyển
passed-to = việc chuyển sang:
taken-over = tiếp nhận { $n } đầu việc

contact = Đầu mối liên hệ
contact-phone = điện thoại
agency-code = Mã định danh điện tử
feedback = Phản ánh, kiến nghị
feedback-to = Gửi khó khăn, vướng mắc và kiến nghị về các nhiệm vụ trên trang này đến
cap-feedback = Số phản ánh, kiến nghị đã nhận và đã xử lý theo kỳ
feedback-received = Đã nhận
feedback-handled = Đã xử lý
feedback-total = Tổng cộng

draft-mark = [Nháp]
nav-drafts = Bản nháp
drafts-lead = Những việc chưa ai xác nhận. Chỗ tô màu là chỗ chương trình đoán: đọc cạnh lời văn bản, sửa trong tệp nếu sai, rồi xác nhận.
draft-title = Bản nháp, chưa ai xác nhận
draft-lead = Chỗ tô màu là chỗ chương trình đoán. Xem xong và sửa trong tệp nếu sai thì xác nhận bằng lệnh
draft-see-all = Xem mọi bản nháp
draft-quote = Lời văn bản
draft-text = Nội dung giao ghi trong dữ liệu
draft-no-quote = Chưa tìm thấy khoản này trong văn bản.
draft-confirm-all = Xác nhận cả văn bản cùng mọi nhiệm vụ của nó:
draft-field-title = Tên
draft-field-clause = Khoản, điểm
draft-field-urgency = Mức khẩn trương
