# Lời của các lệnh. Mỗi lời nói điều gì sai, ở đâu, và phải làm gì.

build-error = lỗi
build-pages = { $n } trang
build-changed = { $n } tệp thay đổi
build-done = { $pages }, { $changed }, { $seconds } giây, { $faults }
build-unchanged = Không có gì thay đổi: { $files } tệp giữ nguyên, { $seconds } giây
build-would = Sẽ có { $pages }, { $changed }, { $seconds } giây, { $faults }. Chưa ghi gì.
build-drafts = Chưa công bố { $what } còn là bản nháp. Xem lại trong "tiendo serve", rồi xác nhận bằng "tiendo confirm".
build-drafts-shown = Có { $what } còn là bản nháp trong trang này (--drafts).
drafts-tasks = { $n } nhiệm vụ
drafts-documents = { $n } văn bản
build-refused = Chưa dựng trang: { $faults }.
build-in-place-instead = Không đổi được cả thư mục { $path } trong một bước (điểm gắn đĩa), nên đã thay từng tệp. Ghi --publish in-place để chọn hẳn cách này.
build-put-aside = Hệ thống tệp này không đổi chỗ hai thư mục được, nên đã đổi tên hai lần; trong khoảnh khắc giữa hai lần đổi tên không có trang.
build-earlier-day = Trang trước tính đến { $before }, trang này tính đến { $date }: đồng hồ của máy có bị chỉnh lùi không?
build-leftover = Chưa xóa được { $path } do lần dựng trước để lại; lần dựng sau sẽ thử lại.
build-leftover-owner = { $path } do lần dựng trước để lại thuộc về { $detail }, còn lần dựng này chạy với người dùng số { $uid }: người dùng này không bao giờ xóa được. Dùng quyền root chạy: rm -r "{ $path }". Từ đó chỉ để một người dùng dựng vào thư mục công khai này.
build-leftover-unknown = { $path } mang tên chỉ tiendo dùng, nhưng bên trong không có gì cho thấy là của tiendo, nên không động đến. Xem bên trong, rồi xóa hoặc đổi tên.
build-leftover-foreign = Trong { $path } do lần dựng trước để lại có tệp của người khác, mà chỗ của tệp ấy trong thư mục công khai đã có tệp khác. Xem bên trong, dời các tệp ấy đi, rồi xóa: rm -r "{ $path }".
build-adopted = Không có bảng kê cho biết tệp nào là của tiendo. { $files } tệp giống hệt bản đưa lên, từ nay là của tiendo.
build-adopted-replaced = { $files } tệp khác nằm đúng chỗ của trang nên đã được thay: { $paths }. Bản cũ giữ ở { $path }; xem xong thì xóa thư mục đó.
build-adopted-rest = { $files } tệp khác vẫn còn, không lần dựng nào động đến: { $paths }. Tệp nào từng là của trang này thì tự xóa.

public-stands = Trang công khai vẫn nguyên vẹn, số liệu tính đến { $date }.
public-broken = Trang công khai ở { $path } KHÔNG nguyên vẹn: có tệp thiếu hoặc mới thay một phần. Sửa lỗi trên rồi dựng lại.
public-none = Chưa có trang công khai nào ở { $path }.

check-done = Đã kiểm tra: { $faults }
check-drafts = { $what } còn là bản nháp, chưa công bố: { $paths }

faults-errors = { $n } lỗi
faults-warnings = { $n } cảnh báo

why-new = mới
why-damaged = mất hoặc hỏng
why-inputs = nội dung đổi
why-version = phiên bản khác đã dựng
why-dropped = không còn trong trang

serve-other-port = Cổng { $port } đang có chương trình khác dùng, nên dùng cổng { $found }.
serve-ready = Xem trang tại { $url } (Ctrl+C để dừng)

init-done = Đã tạo trang mẫu trong { $path }.
init-built = Đã dựng { $pages } vào { $output }: mở tệp { $page } bằng trình duyệt để xem.
init-next = Ba lệnh tiếp theo, chép lại được:
init-next-here = Hai lệnh tiếp theo, chép lại được:
date-day = { $dd }/{ $mo }/{ $year }
pack-checked = Cơ quan lấy từ bộ "{ $pack }", đối chiếu với văn bản ngày { $day }. Nguồn ghi ở từng mục trong các tệp mà "tiendo init --pack { $pack }" tạo ra; hãy xem lại trước khi dùng.
init-not-empty = Thư mục "{ $path }" đã có tệp. Chọn một thư mục mới hoặc trống.

doctor-program = Chương trình
doctor-system = Hệ thống
doctor-system-is = { $name }, { $processors } bộ xử lý
doctor-clock = Đồng hồ
doctor-clock-is = { $here }; ở trang hôm nay là { $day } ({ $zone })
doctor-clock-back = Trang đã dựng tính đến { $day }, sau hôm nay: đặt lại đồng hồ của máy.
doctor-language = Ngôn ngữ
doctor-site = Nội dung
doctor-site-is = { $path }: { $files } tệp, { $tasks } nhiệm vụ, { $faults }, đọc được dạng { $format }
doctor-check = Chạy "tiendo check" để xem từng lỗi và cách sửa.
doctor-theme = Giao diện
doctor-theme-carried = { $name }, không có tệp riêng
doctor-theme-is = { $name }, { $own } tệp riêng, trong đó { $same } tệp giống hệt bản có sẵn
doctor-output = Trang đã dựng
doctor-output-is = { $path }: { $pages }, tính đến { $date }
doctor-rebuild = Có tệp mất hoặc bị sửa: "tiendo verify" nói tệp nào, "tiendo build" dựng lại.
doctor-owner = Quyền ghi
doctor-owner-is = { $path }, người dùng số { $uid }
doctor-owner-other = { $path } của người dùng số { $owner }, lệnh này chạy với người dùng số { $uid }
doctor-closed = Người dùng số { $uid } không ghi được vào { $path }. Cấp quyền ghi (chown, chmod); nếu chỉ được ghi trong thư mục công khai thì dựng bằng --publish in-place.
doctor-stranger = Chỉ để một người dùng dựng: chạy dưới tên người dùng số { $owner } (sudo -u "#{ $owner }" tiendo …), hoặc dùng quyền root chạy: chown -R { $uid } "{ $path }"
doctor-disk = Đĩa
doctor-disk-is = còn trống { $size } MB
doctor-disk-little = Sắp đầy: giải phóng chỗ trước khi dựng.
doctor-lock = Khóa
doctor-lock-free = không lần dựng nào đang chạy
doctor-lock-held = một lần dựng đang chạy ({ $holder })
doctor-lock-wait = Đợi lần dựng ấy xong; nếu quá lâu, xem tiến trình ấy trên máy. Khóa tự hết khi tiến trình kết thúc, không cần xóa tệp nào.
doctor-web = Máy chủ web
doctor-web-is = { $url } trả lời { $status }; chính sách nội dung: { $policy ->
    [yes] có
   *[no] không
}; lưu đệm: { $cache }; tệp kiểu chữ: { $style ->
    [yes] có
   *[no] không
}
doctor-web-silent = Máy chủ web không chạy, hoặc nghe ở cổng khác: sửa địa chỉ sau --url, hoặc khởi động máy chủ.
doctor-web-status = Trang chủ phải trả lời 200: xem thư mục và đường dẫn trong cấu hình máy chủ (mẫu trong docs/vi/cai-dat.md).
doctor-web-no-policy = Thiếu tiêu đề Content-Security-Policy: chép dòng ấy từ cấu hình mẫu (docs/vi/cai-dat.md).
doctor-web-blocks = Content-Security-Policy chặn tệp kiểu của chính trang: thêm style-src 'self'.
doctor-web-other = Trang chủ trả lời không phải do tiendo dựng: máy chủ đang đưa ra thư mục khác.
doctor-web-no-style = Không lấy được { $path }: máy chủ phải đưa ra cả thư mục assets của trang.
doctor-not-here = --url chỉ hỏi máy chủ web của chính máy này, như http://127.0.0.1/tien-do/; "{ $url }" không phải là địa chỉ như vậy.

migrate-nothing = Nội dung đã theo dạng { $format }, dạng mới nhất: không có gì phải chuyển.

schema-done = Đã ghi { $n } lược đồ vào { $path }.
schema-not-ours = { $path } không phải là lược đồ do tiendo ghi nên được giữ nguyên. Chọn thư mục khác cho --dir, hoặc dời tệp ấy đi.

theme-done = Đã ghi { $n } tệp vào { $path }. Chỉ giữ lại những tệp cần sửa: tệp riêng của trang không đổi theo các phiên bản sau.
theme-kept = Đã có, giữ nguyên: { $path }
theme-nothing = Không có gì để ghi: mọi tệp đều đã có. Muốn lấy lại bản gốc thì đổi tên hoặc xóa tệp đang có trước.
theme-next = Để dùng giao diện này, ghi "theme: { $name }" vào content/site.yaml.
theme-name = "{ $name }" không dùng làm tên giao diện được: tên chỉ gồm chữ thường không dấu, số và dấu gạch nối. Ghi tên khác bằng --into.
theme-no-file = Giao diện có sẵn không có tệp "{ $path }". Tên các tệp có trong docs/theming.md, như assets/site.css, templates/base.html.
theme-file-meant = Giao diện có sẵn không có tệp "{ $path }". Có phải "{ $meant }" không?

edit-done = Đã ghi { $path }.
edit-would = Chưa ghi gì (--dry-run).
edit-unsound = Chưa ghi gì: trang đang có lỗi ({ $faults }). Sửa các lỗi trên trước, rồi chạy lại.
edit-refused = Chưa ghi gì: nếu ghi thì nội dung có lỗi ({ $faults }). Số dòng nêu trên tính theo nội dung sau khi ghi.
edit-nothing = Cập nhật chưa nói gì. Thêm --progress, --percent, --accepted, --reason, --proposal, --note, --evidence hoặc --reading.
edit-no-task = Không có nhiệm vụ nào có mã "{ $id }" trong content/tasks.
edit-task-meant = Không có nhiệm vụ nào có mã "{ $id }". Có phải "{ $meant }" không?
edit-reference = Không tự ghi vào { $path } được: chỗ cần ghi dùng dấu tham chiếu của YAML (&, *, <<) hoặc không đọc được. Sửa tệp này bằng tay.
edit-unsure = Không tự ghi vào { $path } được: nội dung ghi ra đọc lại không đúng như ý. Chưa ghi gì; sửa tệp này bằng tay và xin báo lại.
edit-exists = Đã có { $path }. Chọn mã khác bằng --id.
edit-which-file = Có nhiều tệp ghi vào được: { $path }. Chọn một tệp bằng --file.
edit-no-file = Không ghi vào "{ $path }" được: ghi ở đó thì không ai đọc. Chọn một tệp .yaml trong đúng thư mục của loại ấy, ví dụ --file them.yaml; không chọn tệp ẩn, tệp có tên bắt đầu bằng README hay #, hoặc kết thúc bằng ~.
edit-no-id = Không tạo được mã từ "{ $id }". Ghi mã bằng --id.
edit-not-in-pack = Bộ có sẵn không có cơ quan nào tên "{ $name }". Ghi bằng tay: tiendo new agency --name … --kind …
edit-pack-meant = Bộ có sẵn không có cơ quan nào tên "{ $name }". Có phải "{ $meant }" không?
edit-known = Trang đã có cơ quan này: { $name } (mã { $id }).
edit-changed = { $path } vừa bị thay đổi trong lúc làm việc. Chưa ghi gì; chạy lại.
edit-locked = Một lệnh khác đang ghi vào { $path } từ nửa phút nay. Chưa ghi gì; chờ lệnh ấy xong rồi chạy lại.
edit-owner = { $path } là của người dùng số { $user }, nhóm số { $group }, mà bạn không có quyền giữ nguyên như vậy. Chưa ghi gì; chạy lệnh dưới tên người dùng ấy (sudo -u "#{ $user }" tiendo …).
edit-id-poor = Mã "{ $id }" thiếu các chữ này của "{ $name }": { $letters }. Nên ghi mã khác bằng --id ngay từ đầu: mã đã công bố thì giữ nguyên.
edit-bad-id = "{ $id }" không phải là mã: mã chỉ gồm chữ thường a-z, chữ số và dấu gạch nối. Hãy viết, ví dụ, --id { $meant }.
edit-evidence = Không hiểu minh chứng "{ $id }". Viết "tên | số, ký hiệu | https://…", phần nào không có thì bỏ.
confirm-which = Ghi mã các nhiệm vụ, hoặc --document với mã văn bản.
confirm-what = Xác nhận { $what }.
confirm-nothing = Không có gì để xác nhận: { $id } không phải là bản nháp.
confirm-of-draft = Nhiệm vụ chưa được công bố: văn bản "{ $id }" còn là bản nháp. Xác nhận cả văn bản: tiendo confirm --document { $id }
confirm-no-document = Không có văn bản hay cuộc họp nào có mã "{ $id }".
confirm-document-meant = Không có văn bản hay cuộc họp nào có mã "{ $id }". Có phải "{ $meant }" không?

sheet-found = Cập nhật mới: { $n }. Đã có sẵn, bỏ qua: { $known }.
sheet-refused = Chưa ghi gì: tệp có { $n } chỗ sai nêu trên. Sửa trong tệp rồi nhập lại.
sheet-encoding = { $path } không phải bảng tính XLSX, cũng không phải tệp chữ UTF-8. Trong Excel, lưu lại thành "Excel Workbook (*.xlsx)" hoặc "CSV UTF-8".
sheet-old = { $path } là bảng tính dạng cũ (.xls) hoặc có mật khẩu. Mở tệp, bỏ mật khẩu nếu có, lưu lại thành "Excel Workbook (*.xlsx)".
sheet-other = { $path } không phải bảng tính XLSX. Mở tệp rồi lưu lại thành "Excel Workbook (*.xlsx)".
sheet-damaged = Không đọc được { $path }: tệp hỏng. Mở bằng Excel hoặc LibreOffice, lưu lại thành tệp XLSX mới rồi nhập lại; nếu không mở được thì xin gửi lại tệp.
sheet-no-heads = { $path } không có dòng tên cột của mẫu báo cáo. Dùng tệp XLSX của cơ quan ở trang Dữ liệu, sheet "Mẫu báo cáo", và giữ nguyên dòng tên cột.
sheet-open-quote = { $path }:{ $value }: ô bắt đầu bằng dấu ngoặc kép mà không có dấu đóng, nên mọi dòng sau bị coi là một ô. Thêm dấu đóng, hoặc viết hai lần mỗi dấu ngoặc kép trong ô.
sheet-two-columns = { $path } có hai cột cùng là "{ $value }", không biết lấy cột nào. Xóa một cột rồi nhập lại.
sheet-two-sheets = { $path } có hai sheet đều là mẫu báo cáo: "{ $value }" và "{ $other }". Xóa một sheet, hoặc tách thành hai tệp, rồi nhập lại.
sheet-too-large = { $of ->
    [bytes] { $path } lớn quá { $n } MB. Chia thành nhiều tệp.
    [content] { $path } chứa quá { $n } MB chữ sau khi giải nén. Sao chép riêng sheet "Mẫu báo cáo" sang một tệp mới.
    [rows] { $path } có quá { $n } dòng. Chia thành nhiều tệp.
    [columns] { $path } có quá { $n } cột. Sao chép riêng các cột của mẫu báo cáo sang một tệp mới.
   *[texts] { $path } có quá { $n } ô chữ khác nhau. Sao chép riêng sheet "Mẫu báo cáo" sang một tệp mới.
}
sheet-odd = { $path }: dòng { $rows }: đã bỏ ký tự lạ không nhìn thấy được ({ $value }).
sheet-more-rows = { $rows } và { $n } dòng khác
sheet-meant = Có phải "{ $meant }" không?
sheet-no-task = thiếu mã nhiệm vụ.
sheet-unknown-task = không có nhiệm vụ nào có mã "{ $value }".
sheet-ambiguous-ref = mã trong sổ "{ $value }" có ở nhiều nhiệm vụ: { $tasks }. Ghi mã nhiệm vụ vào cột thay cho mã trong sổ.
sheet-no-agency = thiếu mã cơ quan, mà nhiệm vụ này không chỉ giao cho một cơ quan. Ghi vào cột, hoặc dùng --agency.
sheet-unknown-agency = không có cơ quan nào có mã "{ $value }".
sheet-no-report-of-group = nhóm "{ $value }" không báo cáo chung cho nhiệm vụ này. Ghi mã của cơ quan báo cáo.
sheet-other-agency = là báo cáo của "{ $value }", không phải của cơ quan nêu ở --agency.
sheet-no-report = có ngày báo cáo mà không có kết quả, tỷ lệ, nội dung hay minh chứng. Ghi thêm, hoặc xóa ngày.
sheet-bad-date = "{ $value }" không phải là ngày. Viết ngày/tháng/năm.
sheet-bad-period = không hiểu kỳ "{ $value }". Viết như trong mẫu: 2025, 2025-H1, 2025-Q2 hoặc 2025-06.
sheet-bad-state = không hiểu kết quả "{ $value }". Viết: Chưa thực hiện, Đang thực hiện, Hoàn thành, Không áp dụng hoặc Tạm dừng.
sheet-bad-percent = tỷ lệ "{ $value }" không phải là số nguyên từ 0 đến 100. Sáu mươi phần trăm thì viết 60.
sheet-bad-reading = không hiểu giá trị chỉ tiêu "{ $value }". Viết số như 35,5; số từ một nghìn trở lên không có dấu ngăn; nhiều số thì cách nhau bằng dấu chấm phẩy.
sheet-error-cell = cột "{ $column }" là ô lỗi: { $value }. Gõ giá trị vào ô, hoặc xóa trống ô.
sheet-no-value = cột "{ $column }" là công thức mà tệp không lưu kết quả. Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc gõ giá trị vào ô.
sheet-day-for-text = cột "{ $column }" phải là chữ mà ô là ngày { $value }; có thể phần mềm đã đổi, như 12/2024 thành ngày 01/12/2024. Định dạng ô là Text (Văn bản) rồi gõ lại.
sheet-number-for-text = cột "{ $column }" phải là chữ mà ô là { $value }, có thể không như khi gõ. Định dạng ô là Text (Văn bản) rồi gõ lại.

diff-head = Thay đổi từ { $from } đến { $to }
diff-drafts = Chưa tính nhiệm vụ còn là bản nháp: { $from } ở bản trước, { $to } ở bản sau
diff-assigned = Nhiệm vụ mới giao: { $n }
diff-completed = Đầu việc mới hoàn thành: { $n }
diff-overdue = Đầu việc mới hết thời hạn, chưa có báo cáo hoàn thành: { $n }
diff-extended = Nhiệm vụ được gia hạn: { $n }
diff-brought-forward = Nhiệm vụ bị rút ngắn thời hạn: { $n }
diff-transferred = Nhiệm vụ chuyển cơ quan chủ trì: { $n }
diff-cancelled = Nhiệm vụ thôi thực hiện: { $n }
diff-accepted = Đầu việc mới được xác nhận hoàn thành: { $n }
diff-corrected = Báo cáo được đính chính: { $n }
diff-reworded = Nhiệm vụ được viết lại tên hoặc nội dung: { $n }
diff-reopened = Đầu việc không còn tính là hoàn thành: { $n }
diff-gone = Nhiệm vụ không còn trong dữ liệu: { $n }
diff-due = hạn { $day }
diff-on = ngày { $day }

report-as-of = Số liệu tính đến { $day }
report-tasks = Nhiệm vụ: { $n }
report-obligations = Đầu việc: { $n }
report-tasks-fell-due = { $n } nhiệm vụ đã đến hạn: { $done } xong, { $overdue } quá hạn, { $unknown } chưa có thông tin
report-obligations-fell-due = { $n } đầu việc đã đến hạn: { $done } xong, { $overdue } quá hạn, { $unknown } chưa có thông tin
report-completion = Tỷ lệ hoàn thành trên số đã đến hạn: { $rate }
report-punctuality = Tỷ lệ đúng hạn trên số đã hoàn thành: { $rate }
report-newly-overdue = Mới hết thời hạn trong { $days } ngày qua, chưa có báo cáo hoàn thành: { $n } đầu việc
report-due = Đến hạn trong { $days } ngày tới: { $n } đầu việc
report-unreported = Đã hết thời hạn, chưa có thông tin: { $n } đầu việc
report-without-day = Có thời hạn, chưa biết ngày: { $n } đầu việc
report-awaiting = Đã báo cáo hoàn thành, chờ xác nhận: { $n } đầu việc
report-in-news = Ngoài ra { $n } nhiệm vụ chỉ nêu trên báo chí, không nằm trong các số trên
report-drafts = Chưa tính { $n } nhiệm vụ còn là bản nháp
report-ref = mã sổ { $ref }
report-supervisor = lãnh đạo theo dõi: { $who }
report-officer = chuyên viên theo dõi: { $who }
report-reason = lý do: { $text }
report-proposal = kiến nghị: { $text }
report-more = … và { $n } đầu việc nữa
report-others = và { $n } cơ quan khác
report-today = hạn là hôm nay
report-left = còn { $n } ngày
report-late = quá { $n } ngày
report-holders = Theo cơ quan
report-column-holder = Cơ quan
report-column-total = Tổng
report-column-completed = Hoàn thành
report-column-in-time = Trong hạn
report-column-awaiting = Chờ xác nhận
report-column-overdue = Quá hạn
report-column-unreported = Chưa rõ
report-column-undated = Không hạn
report-column-aside = Khác
report-column-rate = Tỷ lệ hoàn thành
report-no-agency = Không có cơ quan nào có mã "{ $id }". Mã của các cơ quan ở content/agencies.
report-agency-meant = Không có cơ quan nào có mã "{ $id }". Có phải "{ $meant }" không?

explain-address = Hướng dẫn: { $address }
explain-unknown = Không có mã "{ $code }". Chạy "tiendo explain" để xem mọi mã.
explain-did-you-mean = Không có mã "{ $code }". Có phải "{ $meant }" không?

verify-no-manifest = { $path } không có bảng kê .tiendo/manifest.json: thư mục này không do tiendo dựng, hoặc chưa dựng lần nào.
verify-missing = thiếu: { $path }
verify-altered = bị sửa: { $path }
verify-foreign = tệp ngoài bảng kê, được giữ: { $path }
verify-whole = Khớp bảng kê: { $files } tệp, số liệu tính đến { $date }, do { $generator } dựng.
verify-not-whole = KHÔNG khớp bảng kê ({ $files } tệp, số liệu tính đến { $date }, do { $generator } dựng). Chạy "tiendo build" để sửa tệp thiếu hoặc khác độ dài; nếu cùng độ dài, xóa tệp đó rồi dựng lại.

archive-done = Đã ghi { $path }: { $pages } trang, { $size } MB, số liệu đến { $date }.
archive-form = Tên tệp { $path } phải kết thúc bằng .html (một trang chứa tất cả) hoặc .zip (cả thư mục).
archive-inside = { $path } nằm trong chính thư mục công khai, nơi chỉ có tệp do tiendo dựng. Chọn chỗ khác cho tệp lưu.
archive-no-page = Trang đã dựng không có cuộc họp hay văn bản nào mã "{ $id }".
archive-page-meant = Trang đã dựng không có cuộc họp hay văn bản nào mã "{ $id }". Có phải "{ $meant }"?
archive-too-large = { $pages } trang, { $size } MB là quá lớn cho một tệp .html (tối đa 256 MB). Ghi tệp .zip, hoặc chỉ lưu một cuộc họp bằng --meeting.
archive-unread = Không đọc được { $path } như bản tiendo này ghi: trang do bản khác dựng, hoặc giao diện của trang bỏ mất <main id="main">. Dựng lại trang bằng bản này rồi lưu.
archive-about = Bản lưu trong một tệp. Dữ liệu tải xuống, nguồn tin, lịch và ô nhúng không có trong tệp này.
archive-about-part = Bản lưu trong một tệp: một cuộc họp hoặc văn bản, cùng các nhiệm vụ và cơ quan liên quan. Các phần khác của trang không có trong tệp này.
archive-no-script = Trình duyệt đang tắt JavaScript nên chỉ xem được trang đầu dưới đây. Bật JavaScript để mở các trang khác và tìm kiếm.
archive-too-old = Trình duyệt này cũ, chỉ xem được trang đầu dưới đây. Mở tệp bằng trình duyệt có từ năm 2023.

rollback-done = Đã đưa lại trang tính đến { $date }: { $changed }. Còn giữ { $left } bản cũ hơn. Lần dựng sau lại theo dữ liệu: sửa dữ liệu trước đó, hoặc tạm dừng lịch chạy.

usage-base-url = --base-url "{ $value }" không phải là địa chỉ trang: { $reason ->
    [relative] thiếu https:// ở đầu
    [host] thiếu tên máy chủ
    [bad-host] tên máy chủ không đúng
    [port] cổng không đúng
    [user] có tên đăng nhập
    [character] có ký tự không hợp lệ
    [query] có dấu hỏi
    [fragment] có dấu #
    [dots] có phần . hoặc ..
    [slashes] có hai dấu gạch chéo liền nhau
    [file] là một tệp, không phải thư mục
   *[scheme] không bắt đầu bằng https:// hoặc http://
}. Viết đủ, ví dụ https://vidu.example/tien-do/.
usage-date = { $flag } "{ $value }" không phải là ngày. Viết năm-tháng-ngày: { $example }.
usage-epoch = Biến SOURCE_DATE_EPOCH là "{ $value }", không phải số giây kể từ 1970. Sửa hoặc bỏ biến này.
usage-keep-in-place = --keep cần đổi cả thư mục công khai trong một bước. Với --publish in-place, và luôn luôn trên Windows, các tệp được thay từng cái, nên không có thư mục cũ nào để giữ. Bỏ --keep, hoặc bỏ --publish in-place.
usage-no-site = Không có thư mục { $path }. Ghi thư mục của trang sau --site, hoặc chạy "tiendo init" để tạo mới.

publish-disk-full = Đĩa đầy khi ghi { $path } ({ $detail }). Giải phóng chỗ rồi dựng lại.
publish-no-permission = Không có quyền với { $path } ({ $detail }). Cấp quyền ghi cho thư mục công khai và thư mục chứa nó; nếu chỉ được ghi trong thư mục công khai, dùng --publish in-place.
publish-io = Máy từ chối tại { $path }: { $detail }.
publish-owner = Không có quyền: { $path } thuộc về { $detail }, còn lần dựng này chạy với người dùng số { $uid }. Nếu không có lần dựng nào của { $detail } đang chạy, dùng quyền root chạy: chown -R { $uid } "{ $path }". Rồi dựng lại, và từ đó chỉ để một người dùng dựng vào thư mục công khai này.
publish-user = người dùng số { $uid }
publish-locked = Một lần dựng khác đang chạy ({ $detail }; khóa: { $path }). Đợi nó xong, hoặc dùng --wait SỐ_GIÂY.
publish-refused-root = Không bao giờ đưa trang vào thư mục gốc { $path }. Chọn thư mục khác cho --output.
publish-refused-protected = Không bao giờ đưa trang vào { $path }, vì đó là (hoặc chứa) { $detail }. Chọn thư mục khác cho --output.
publish-refused-sources = { $path } nằm trong nguồn của trang (content, themes). Chọn thư mục khác cho --output.
publish-refused-git = { $path } có .git, là kho mã nguồn. Chọn thư mục khác cho --output.
publish-refused-not-a-folder = { $path } không phải là thư mục. Chọn thư mục khác cho --output.
publish-refused-no-manifest = { $path } đã có tệp không do tiendo dựng (ví dụ { $detail }), nên không động đến. Chọn thư mục trống, hoặc thêm --adopt để dựng vào đó mà giữ nguyên các tệp ấy.
publish-refused-in-the-way = Trong { $path } có tệp không bảng kê nào ghi, nằm đúng chỗ trang cần ghi: { $detail }. Dời các tệp đó đi rồi dựng lại.
publish-refused-link = { $path } là liên kết tượng trưng. Trong thư mục công khai và bên cạnh nó, tiendo không đi theo liên kết nào: chưa đọc hay sửa gì qua liên kết này. Bỏ liên kết (hoặc đặt chính thư mục thật vào đó) rồi dựng lại.
publish-refused-not-ours = { $path } mang tên chỉ tiendo dùng, nhưng không do tiendo tạo, nên không động đến. Xem đó là gì, dời đi rồi dựng lại.
publish-refused-changed = { $path } bị thay bằng thư mục khác hoặc bằng liên kết trong lúc dựng. Cả hai vẫn giữ nguyên. Tìm xem ai đã thay, rồi dựng lại.
publish-refused-no-former = { $path } là điểm gắn đĩa (hoặc không chuyển được cả thư mục): các tệp được thay từng cái, nên không có bản trước nào để giữ hay đưa lại. Dựng không kèm --keep; hoặc gắn đĩa vào thư mục phía trên, để { $path } là thư mục thường.
publish-render = { $detail } trang không dựng được vì lỗi giao diện.
publish-bad-path = Kế hoạch có đường dẫn không được ghi: { $path }. Đây là lỗi của tiendo, xin báo lại.
publish-bad-manifest = Không đọc được bảng kê { $path }, nên không biết tệp nào là của tiendo. Dựng một lần với --adopt: tệp nào giống hệt bản sắp đưa lên thì nhận lấy; tệp khác nằm đúng chỗ của trang thì thay, bản cũ giữ cạnh thư mục công khai; còn lại giữ nguyên. Hoặc lấy lại bảng kê từ bản sao lưu.
publish-altered = { $path } không đúng như bảng kê: đã bị sửa, hoặc một lần dựng đang thay tệp. Chạy "tiendo verify" để biết tệp nào; dựng lại rồi thử lại.
publish-newer-manifest = Bảng kê { $path } theo dạng { $detail }, do bản tiendo mới hơn ghi. Dùng bản tiendo mới hơn.
publish-incomplete = Bản chuẩn bị thiếu hoặc sai độ dài: { $path }. Đã bỏ bản đó. Kiểm tra đĩa rồi dựng lại.
publish-dead-links = Có liên kết không dẫn đến tệp nào của trang sắp đưa lên: { $detail }. Đã bỏ bản đó. Sửa mẫu trang hoặc nội dung, hoặc thêm --allow-dead-links nếu các tệp ấy sẽ có sau.
publish-stopped = Đã dừng theo yêu cầu, không để lại gì.

timings-phases = Thời gian theo bước:
timings-templates = Thời gian theo mẫu trang (cộng mọi luồng):
timings-read = đọc tệp
timings-load = kiểm tra dữ liệu, lập kế hoạch trang
timings-publish = dựng và ghi
publish-nothing-kept = Không có bản trước nào khác bản hiện tại được giữ cạnh { $path }. Mỗi lần dựng với --keep N giữ lại một bản khi trang thay đổi.
publish-damaged-generation = Bản trước giữ ở { $path } không còn nguyên vẹn. Xóa thư mục đó để quay lại bản cũ hơn.

output-unwritten = Không in hết được kết quả: { $detail }. Xem nơi mà kết quả được chuyển tới (đĩa đầy?), rồi chạy lại.

system = { $kind ->
    [not-found] không có tệp hoặc thư mục này
    [no-permission] không có quyền
    [disk-full] đĩa đầy
    [read-only] đĩa chỉ cho đọc
    [folder] đây là thư mục
    [no-folder] đây không phải là thư mục
    [exists] đã có tệp này
    [not-empty] thư mục không trống
    [address-in-use] cổng này đang có chương trình khác dùng
    [too-large] tệp quá lớn
    [bad-name] tên tệp không hợp lệ hoặc quá dài
    [too-many-links] quá nhiều liên kết
    [busy] đang bận
    [bad-data] dữ liệu hỏng
    [device] đĩa hoặc mạng không đọc ghi được
   *[other] hệ thống báo lỗi
}
system-number = { $text } (lỗi hệ thống số { $number })

misuse-help = Xem cách dùng: { $command } --help
misuse-no-value = { $arg } cần một giá trị.
misuse-value = { $arg } không nhận giá trị "{ $value }".
misuse-number = { $arg } không nhận "{ $value }": cần một số nguyên, không quá lớn.
misuse-unknown = Không có tùy chọn "{ $arg }" ở lệnh này.
misuse-command = Không có lệnh "{ $arg }".
misuse-no-command = Thiếu lệnh: { $arg }.
misuse-missing = Thiếu { $arg }.
misuse-twice = { $arg } chỉ được ghi một lần.
misuse-conflict = { $arg } không đi cùng { $other }. Bỏ một trong hai.
misuse-values = Số giá trị của { $arg } không đúng.
misuse-utf8 = Có tham số không dùng bảng mã UTF-8.
misuse-other = Không hiểu các tham số.
misuse-meant = Có phải "{ $meant }" không?
misuse-allowed = Dùng một trong: { $values }.

import-found = { $clauses } khoản, { $tasks } nhiệm vụ.
import-no-head = Văn bản
import-look = Cần xem trước ({ $n } chỗ, đáng ngờ nhất ở trên):
import-more = và { $n } chỗ khác; xem hết bằng tiendo serve
import-why = { $why ->
    [shortened] tên rút gọn
    [carried] chủ thể lấy ở câu dẫn
    [year] năm lấy theo văn bản
    [vague] thời hạn không rõ ngày
    [head] nêu người đứng đầu, hiểu là cơ quan
    [group] nhóm cơ quan, chưa rõ thành viên
    [person] tên người, không ghi thành cơ quan
    [ended] cơ quan không còn hoặc chưa có vào ngày văn bản
    [near] tên gần giống
    [label] số thứ tự in thiếu hoặc trùng
    [maybe] có thể không phải nhiệm vụ
    [lead] không nêu cơ quan chủ trì
   *[unknown] chưa có trong dữ liệu
}
import-unknown-name = Chưa có trong dữ liệu: "{ $name }"; mã đề nghị: { $id }
import-unknown-near = Chưa có trong dữ liệu: "{ $name }"; mã đề nghị: { $id }; gần giống: { $near }
import-unknown-names = Chưa ghi gì: còn { $n } tên cơ quan chưa có trong dữ liệu, nêu trên. Nếu là tên khác của cơ quan đã có, thêm tên ấy vào also của cơ quan; nếu đúng là cơ quan mới, chạy lại với --accept.
import-ask-names = Thêm { $n } cơ quan nêu trên vào dữ liệu và ghi bản nháp? [c = có, k = không]
import-known = Văn bản này đã có trong dữ liệu ({ $id }); không ghi gì. Muốn thêm nhiệm vụ còn thiếu: --into { $id }.
import-from-pack = Thêm từ bộ cơ quan có sẵn: { $names }.
import-same = Sổ không có gì thay đổi so với lần nhập trước.
import-changes = So với lần nhập trước: dòng mới { $new }, ô thay đổi { $changed }, ô mà dữ liệu cũng đã sửa nên giữ nguyên { $kept }, dòng không còn { $vanished }.
import-kept = dữ liệu cũng đã sửa, giữ nguyên
import-changes-open = Chưa ghi gì. Xem các thay đổi ở trên; nếu đồng ý, chạy lại với --accept.
import-no-mapping = Không có tệp { $path }.
export-done = Đã ghi { $path }, { $n } nhiệm vụ. Nhập lại tệp này không làm thay đổi gì.
export-which = Có nhiều sổ, hoặc chưa nhập sổ nào. Hãy nêu văn bản: --document MÃ. { $ids }
import-no-document = Không có văn bản nào có mã "{ $id }".
import-next = Bản nháp chưa công bố. Xem lại: tiendo serve. Xác nhận: tiendo confirm --document { $id }.
import-tcvn3 = Văn bản viết bằng mã TCVN3 (.VnTime), đã chuyển sang Unicode.
import-vni = Văn bản viết bằng mã VNI, đã chuyển sang Unicode.
import-unreadable = { $why ->
    [empty] { $path } không có chữ nào.
    [large] { $path } quá lớn. Chia thành nhiều tệp.
    [damaged] { $path } bị hỏng hoặc thiếu một phần. Mở bằng Word, Excel hoặc LibreOffice, lưu lại rồi nhập lại.
    [encrypted] { $path } có mật khẩu. Bỏ mật khẩu rồi nhập lại.
    [macros] { $path } chứa chương trình (macro). Lưu lại thành .docx hoặc .xlsx rồi nhập lại.
    [old-word] { $path } là tệp Word kiểu cũ (.doc). Mở bằng Word, lưu lại thành .docx rồi nhập lại.
    [scan] { $path } là bản chụp, không có lớp chữ. Cần bản Word, bản PDF có chữ, hoặc bản đã nhận dạng chữ và soát lại.
    [bad-text] { $path } mất dấu hoặc nhận dạng chữ sai nhiều, không đoán được. Cần bản Word hoặc bản đã soát lại.
    [not-vietnamese] { $path } không phải văn bản tiếng Việt.
    [encoding] { $path } dùng bảng mã không nhận ra được. Lưu lại bằng Unicode (UTF-8) rồi nhập lại.
   *[format] { $path } không phải loại tệp đọc được. Đọc được: DOCX, PDF có chữ, MD, TXT, XLSX, XLS, ODS, CSV.
}
import-field = { $field ->
    [ref] số thứ tự
    [title] nội dung nhiệm vụ
    [text] nội dung chi tiết
    [group] nhóm nhiệm vụ
    [lead] cơ quan chủ trì
    [coordinators] cơ quan phối hợp
    [due] thời hạn
    [products] sản phẩm
    [source] văn bản giao việc
    [assigned] ngày giao
    [supervisor] lãnh đạo phụ trách
    [officer] chuyên viên theo dõi
    [unit] đơn vị tính
    [target] mức phải đạt
    [status] tình trạng
    [progress] kết quả thực hiện
    [note] ghi chú
   *[ignored] không đọc
}
import-ask-column = Cột "{ $head }" (ví dụ: "{ $sample }"): hiểu là { $field }? [Enter = đúng, b = bỏ qua cột, hoặc tên trường như lead, due, note]
import-column-taken = Cột "{ $head }" (ví dụ: "{ $sample }") hiểu là { $field }; nếu sai, sửa trong content/import/.
import-columns-ignored = Không đọc các cột: { $heads }.
