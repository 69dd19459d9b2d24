//! The words by which duties are told from everything else, a line of a table for each kind of word.

use regex::Regex;
use std::sync::LazyLock;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of this file")
}

/// Verbs that hand a duty to whoever is named after them.
pub(super) static ASSIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:giao(?:\s+nhiệm\s+vụ)?|yêu\s+cầu|đề\s+nghị|phân\s+công|ủy\s+quyền(?:\s+cho)?|uỷ\s+quyền(?:\s+cho)?|ủy\s+nhiệm|lưu\s+ý)(?:\s+(?:cho|đến|ngay))?(?:\s+(?:đồng\s+chí|các\s+đồng\s+chí))?\s+",
    )
});

/// What may stand before such a verb: who assigns, or a word of consent.
pub(super) static ASSIGNER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[,;:.]\s*|\b(?:thủ\s+tướng(?:\s+chính\s+phủ)?|phó\s+thủ\s+tướng[^,;:]{0,60}|chính\s+phủ|(?:phó\s+)?chủ\s+tịch[^,;:]{0,80}|(?:thứ|bộ)\s+trưởng[^,;:]{0,60}|(?:ủy|uỷ)\s+ban\s+nhân\s+dân[^,;:]{0,60}|ubnd[^,;:]{0,60}|văn\s+phòng[^,;:]{0,60}|bộ\s+[^,;:]{0,60}|ban\s+[^,;:]{0,60}|(?:phó\s+)?bí\s+thư[^,;:]{0,60}|tổ\s+trưởng[^,;:]{0,60}|thường\s+trực[^,;:]{0,60}|giám\s+đốc[^,;:]{0,60}|trân\s+trọng|thống\s+nhất|đồng\s+ý|nhất\s+trí|đồng\s+thời|và|thì|tiếp\s+tục))\s*$",
    )
});

/// Verbs and adverbs that a duty begins with.
const VERBS: &str = r"áp\s+dụng|ban\s+hành|báo\s+cáo|bảo\s+đảm|bám\s+sát|biên\s+soạn|bố\s+trí|bổ\s+sung|cải\s+cách|cải\s+thiện|cân\s+đối|cập\s+nhật|cắt\s+giảm|chấm\s+dứt|chấn\s+chỉnh|chấp\s+hành|chỉ\s+đạo|chia\s+sẻ|chịu\s+trách\s+nhiệm|chủ\s+động|chủ\s+trì|chú\s+trọng|chuẩn\s+bị|chuẩn\s+hóa|chuẩn\s+hoá|chuyển|công\s+bố|công\s+khai|cung\s+cấp|cử|củng\s+cố|cụ\s+thể\s+hóa|dự\s+thảo|duy\s+trì|đa\s+dạng|đàm\s+phán|đánh\s+giá|đào\s+tạo|đảm\s+bảo|đăng\s+ký|đăng\s+tải|đầu\s+tư|đẩy\s+lùi|đẩy\s+mạnh|đẩy\s+nhanh|đề\s+cao|đề\s+xuất|điều\s+chỉnh|điều\s+tra|định\s+kỳ|đôn\s+đốc|đổi\s+mới|đồng\s+bộ|động\s+viên|đưa|gắn|giải\s+quyết|giám\s+sát|giao|giúp|giữ|gửi|hạn\s+chế|hằng\s+(?:năm|quý|tháng|tuần)|hàng\s+(?:năm|quý|tháng|tuần)|hình\s+thành|hoàn\s+chỉnh|hoàn\s+thành|hoàn\s+thiện|hỗ\s+trợ|huy\s+động|hướng\s+dẫn|kết\s+nối|kết\s+hợp|khai\s+thác|khai\s+trương|khắc\s+phục|khảo\s+sát|khẩn\s+trương|khen\s+thưởng|khơi\s+thông|khuyến\s+khích|kịp\s+thời|kiểm\s+soát|kiểm\s+tra|kiên\s+quyết|kiện\s+toàn|kiến\s+nghị|làm|lắng\s+nghe|lập|lãnh\s+đạo|lấy\s+ý\s+kiến|lồng\s+ghép|luôn|lựa\s+chọn|mở\s+rộng|mua|nâng\s+cao|nâng\s+cấp|nắm|nêu\s+cao|ngăn\s+chặn|nghiên\s+cứu|nghiêm\s+túc|nhanh\s+chóng|nhân\s+rộng|ổn\s+định|phân\s+bổ|phân\s+cấp|phân\s+công|phân\s+loại|phát\s+động|phát\s+huy|phát\s+triển|phấn\s+đấu|phê\s+duyệt|phối\s+hợp|phổ\s+biến|phòng|phục\s+vụ|quán\s+triệt|quan\s+tâm|quản\s+lý|quy\s+định|quyết\s+định|quyết\s+liệt|quyết\s+tâm|rà\s+soát|ra\s+soát|sắp\s+xếp|siết\s+chặt|sớm|sơ\s+kết|số\s+hóa|sử\s+dụng|sửa\s+đổi|tạo|tạm\s+dừng|tăng\s+cường|tận\s+dụng|tập\s+huấn|tập\s+hợp|tập\s+trung|tham\s+gia|tham\s+mưu|thành\s+lập|thanh\s+tra|tháo\s+gỡ|thay\s+đổi|theo\s+dõi|thẩm\s+định|thiết\s+lập|thông\s+tin|thông\s+báo|thống\s+kê|thống\s+nhất|thu\s+hút|thu\s+thập|thực\s+hành|thực\s+hiện|thúc\s+đẩy|thường\s+xuyên|tích\s+cực|tích\s+hợp|tiếp\s+nhận|tiếp\s+thu|tiếp\s+tục|tiến\s+hành|tiết\s+kiệm|tìm|tính\s+toán|tổ\s+chức|tổng\s+hợp|tổng\s+kết|triển\s+khai|trích|trao\s+đổi|trình|truyền\s+thông|tuân\s+thủ|tuyển|tuyên\s+truyền|tự\s+rà\s+soát|tự\s+đánh\s+giá|từng\s+bước|ưu\s+tiên|ứng\s+dụng|vận\s+động|vận\s+hành|xác\s+định|xác\s+minh|xây\s+dựng|xem\s+xét|xin|xóa|xoá|xử\s+lý|xúc\s+tiến|yêu\s+cầu";
/// What may stand between who has the duty and its verb.
const MODALS: &str = r"cần|phải|có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|có\s+văn\s+bản|có\s+kế\s+hoạch|có\s+giải\s+pháp|có\s+biện\s+pháp|có\s+phương\s+án|có\s+hướng\s+dẫn|có\s+báo\s+cáo|có\s+ý\s+kiến|căn\s+cứ|trên\s+cơ\s+sở|theo\s+chức\s+năng|trong\s+phạm\s+vi|theo\s+dõi|trực\s+tiếp|không\s+để|không\s+được|rút\s+kinh\s+nghiệm|can\s";

pub(super) static VERB_FIRST: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^(?:{VERBS}|{MODALS})(?:\b|$)")));
pub(super) static VERB: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)(?:^|\s)(?:{VERBS}|{MODALS})\b")));

/// Predicates after which the subject has no duty: what was done, what is, thanks, praise, consent, invitations.
pub(super) static NO_DUTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:cũng|vẫn|đều|mới|cơ\s+bản|bước\s+đầu|hiện|luôn\s+luôn)\s+)*(?:đã|được|chưa|còn|vẫn|đang|là|gồm|bao\s+gồm|bị|thuộc|không\s+(?:có|còn)|trân\s+trọng(?:\s+(?:cảm|kính|thông))|kính|cảm\s+ơn|xin\s+(?:thông|cảm|trân)|chịu\s+trách\s+nhiệm\s+(?:toàn\s+diện\s+|chính\s+)?trước|thông\s+báo\s+(?:để|dé|đến|tới|cho|kết\s+luận|ý\s+kiến|nội\s+dung)|nhất\s+trí|thống\s+nhất\s+(?:với|về|đánh|nhận)|đồng\s+ý|cơ\s+bản|đánh\s+giá\s+cao|ghi\s+nhận|hoan\s+nghênh|biểu\s+dương|nhận\s+(?:được|thấy|định)|cho\s+rằng|có\s+(?:vai|vị|ý\s+nghĩa|ý\s+kiến\s+(?:như|chỉ|kết)|nhiều|bước|tác\s+động)|(?:thống\s+nhất\s+|đã\s+)?kết\s+luận|chỉ\s+đạo(?:\s+như\s+sau)?\s*:|nghe|họp|dự\s+(?:họp|phiên|hội|buổi|cuộc)|tham\s+dự|chúc|mong|đạt|tăng\s+(?:trưởng|so|\d)|giảm\s+(?:so|\d))",
    )
});

/// First words of sentences that tell, praise or explain; they hand out nothing although an agency may follow.
pub(super) static TELLING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:đánh\s+giá\s+cao|ghi\s+nhận|biểu\s+dương|hoan\s+nghênh|cảm\s+ơn|chúc\s+mừng|nhất\s+trí|cơ\s+bản|đồng\s+ý|thống\s+nhất\s+(?:với|về|đánh\s+giá|nhận|cao)|đây\s+là|điều\s+(?:này|đó)|việc\s|công\s+tác\s|kết\s+quả|những|một\s+số|nhiều|tuy\s+nhiên|mặc\s+dù|do\s+(?:đó|vậy)|vì\s+vậy|hiện\s+nay|thời\s+gian\s+qua|trong\s+(?:thời\s+gian|năm|những\s+năm)\s+qua|thông\s+qua\s+đó|nội\s+dung|danh\s+mục|chi\s+tiết|kinh\s+phí|các\s|mỗi\s|mọi\s|toàn\s+bộ|nhìn\s+chung|về\s+cơ\s+bản|qua\s+(?:đó|thực|báo)|bên\s+cạnh|nguyên\s+nhân|sau\s+khi\s+nghe|cùng\s+dự|tham\s+dự|dự\s+họp|phiên\s+họp|cuộc\s+họp|hội\s+nghị|tình\s+trạng|tình\s+hình|đề\s+án|chương\s+trình|kế\s+hoạch|dự\s+án|quyết\s+định\s+này|chỉ\s+thị\s+này|nghị\s+quyết\s+này|văn\s+bản\s+này|người\s|cán\s+bộ|đại\s+biểu|không\s+có|có\s|là\s|nếu\s+(?:không|có)|tại\s+(?:phiên|hội|cuộc|buổi)|mục\s+tiêu|yêu\s+cầu\s+(?:đặt|của|về)|thành\s+phần|thời\s+(?:gian|hạn)|địa\s+điểm|hình\s+thức|đối\s+tượng|điểm\s|số\s|tổng\s+số|tỷ\s+lệ|tỉ\s+lệ|chỉ\s+số|mức\s)",
    )
});

/// First words of sentences that go on with the duty before them.
pub(super) static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:trong\s+đó|qua\s+đó|theo\s+đó|từ\s+đó|cụ\s+thể|đặc\s+biệt|nhất\s+là|trọng\s+tâm|kết\s+quả|hoàn\s+thành\s+(?:trước|trong|chậm|xong|vào|tháng|quý|ngày)|thời\s+(?:hạn|gian)\s|ví\s+dụ|chi\s+tiết|nội\s+dung|lưu\s+ý\s+(?:việc|các\s+nội)|việc\s+này|nhiệm\s+vụ\s+này|đây\s+là)",
    )
});

/// Words of time, place or cause at the start of a sentence, after whose comma its subject may come.
pub(super) static ADVERBIAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:đồng\s+thời|ngoài\s+ra|bên\s+cạnh\s+đó|trước\s+mắt|trên\s+cơ\s+sở|căn\s+cứ|theo\s|để\s|dé\s|nhằm\s|trong\s|trường\s+hợp|đối\s+với|về\s|khi\s|nếu\s|sau\s+khi|từ\s|đến\s|trước\s|định\s+kỳ|hằng\s|hàng\s|riêng\s|tại\s|với\s|giai\s+đoạn|thời\s+gian\s+tới|do\s|vì\s|xét\s|thực\s+hiện\s+(?:ý\s+kiến|chỉ\s+đạo|chương\s+trình|kế\s+hoạch|nghị\s+quyết|quyết\s+định|công\s+điện|thông\s+báo|kết\s+luận|nhiệm\s+vụ|luật|chỉ\s+thị|văn\s+bản|công\s+văn)|qua\s|tiếp\s+theo|cuối\s|ngay\s|cùng\s+với|bằng\s|trên\s)",
    )
});

/// A general order to carry out what is said, and what is to be done if difficulties arise: both bind whomever the paper is
/// sent to.
pub(super) static EXHORTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:nghiêm\s+túc|nghiêm|khẩn\s+trương)\s+(?:tổ\s+chức\s+|triển\s+khai\s+|,\s*)*(?:thực\s+hiện|thi\s+hành)$|^trong\s+quá\s+trình\s+.{0,80}(?:thực\s+hiện|triển\s+khai).{0,120}(?:vướng\s+mắc|phát\s+sinh|khó\s+khăn))",
    )
});

/// Small words that go on with a name or tell what it is; no verb of a duty.
pub(super) static NO_VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:của|và|tại|có|ở|về|trong|với|cho|như|thì|mà|khi|do|bằng|để|từ|đến|hoặc|hay|cùng|sau|trước|trên|dưới|này|đó|nêu|trực\s+thuộc|liên\s+quan|theo)\b",
    )
});

/// What follows a subject that is to carry out the paper itself: it binds whomever the paper is sent to.
pub(super) static THIS_PAPER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:(?:có|chịu)\s+trách\s+nhiệm|nghiêm\s+túc|nghiêm|tốt|khẩn\s+trương|tập\s+trung|tổ\s+chức|triển\s+khai|quán\s+triệt|chủ\s+động|căn\s+cứ|phối\s+hợp|hiệu\s+quả|có\s+hiệu\s+quả|các\s+nội\s+dung|nội\s+dung|ý\s+kiến\s+chỉ\s+đạo|thi\s+hành|thực\s+hiện|theo|tại|nêu|trên|và|,|\s)*\b(?:quyết\s+định|chỉ\s+thị|nghị\s+quyết|kế\s+hoạch|công\s+điện|thông\s+báo|chương\s+trình|văn\s+bản|kết\s+luận|công\s+văn)(?:\s+này|(?:\s+này)?\s+thi\s+hành)$",
    )
});

/// `… thông báo để … biết, thực hiện`.
pub(super) static NOTICE_GIVEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)thông\s+báo\s.{0,400}\bbiết\b"));

/// The end of a sentence that hands its subject to the list below it, and says nothing else that is to be done.
pub(super) static CARRIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:nhiệm\s+vụ|giải\s+pháp|công\s+việc|biện\s+pháp|nội\s+dung|việc|công\s+tác|yêu\s+cầu|vấn\s+đề)(?:[^:;.]{0,60}\b(?:sau|sau\s+đây|dưới\s+đây|trọng\s+tâm|cụ\s+thể|chủ\s+yếu|được\s+giao))?|theo\s+chức\s+năng[^:;.]{0,80}|\b(?:thực\s+hiện|triển\s+khai|tập\s+trung|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|đề\s+nghị|chỉ\s+đạo|khẩn\s+trương|chủ\s+động|quan\s+tâm)(?:\s+(?:như\s+sau|sau|sau\s+đây|cụ\s+thể))?)\s*:$",
    )
});

/// A sentence after which the conclusions begin; who concludes has no duty by it.
pub(super) static CONCLUDES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:kết\s+luận|ý\s+kiến|chỉ\s+đạo|thông\s+báo|nội\s+dung|kết\s+luận\s+và\s+chỉ\s+đạo)(?:\s+(?:chỉ\s+đạo|kết\s+luận|cụ\s+thể|một\s+số\s+nội\s+dung|các\s+nội\s+dung|nội\s+dung|như|sau|chính|chủ\s+yếu|sau\s+đây|của\s+[^,:]{3,60}))*\s*:$",
    )
});

/// What follows a subject to whom a list of duties is handed.
pub(super) static PLEDGES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:cần|can\s|phải|có\s+trách\s+nhiệm|tập\s+trung|khẩn\s+trương|chủ\s+động|tiếp\s+tục|quán\s+triệt|thực\s+hiện|nghiêm\s+túc|tổ\s+chức\s+thực\s+hiện|triển\s+khai\s+(?:ngay|thực|các|những|một))",
    )
});

/// The end of a duty whose details are listed below it.
pub(super) static LISTS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:gồm|gồm\s+có|như\s+sau|sau|sau\s+đây|cụ\s+thể|cụ\s+thể\s+là|là)\s*:$"));
/// Words before a subject that only say whose turn it is.
pub(super) static ON_PART_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:về\s+phía|đối\s+với|trách\s+nhiệm(?:\s+thực\s+hiện)?\s+của|nhiệm\s+vụ\s+của|giao|yêu\s+cầu|đề\s+nghị|phân\s+công|các\s+nhiệm\s+vụ\s+của|riêng)\s+",
    )
});

/// Headings of sections that hold no duties, whatever stands in them.
pub(super) static NO_DUTIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:về|một\s+số|những|các|khái\s+quát|phần)\s+)*(?:kết\s+quả|đánh\s+giá|tồn\s+tại|hạn\s+chế|nguyên\s+nhân|bài\s+học|quan\s+điểm|mục\s+(?:tiêu|đích)|yêu\s+cầu$|yêu\s+cầu,|phạm\s+vi|đối\s+tượng|sự\s+cần\s+thiết|căn\s+cứ|thành\s+phần|thời\s+gian|địa\s+điểm|hình\s+thức|kinh\s+phí|phương\s+pháp|thang\s+điểm|bộ\s+tiêu\s+chí|tiêu\s+chí|bối\s+cảnh|tình\s+hình|ưu\s+điểm|khuyết\s+điểm|nhận\s+định|khó\s+khăn|thuận\s+lợi|giải\s+thích|phương\s+châm|nguyên\s+tắc|chỉ\s+tiêu|bên\s+cạnh\s+những|thực\s+trạng)",
    )
});
/// Headings that open duties again inside such a section.
pub(super) static DUTIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:nhiệm\s+vụ|giải\s+pháp|tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm|biện\s+pháp)")
});

/// Words before the names of who coordinates.
pub(super) static COORDINATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:phối\s+hợp(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|cụ\s+thể|đồng\s+bộ|hiệu\s+quả|trực\s+tiếp|tốt|kịp\s+thời|chủ\s+động|,))*(?:\s+(?:cùng|với))*|(?:họp|làm\s+việc|cùng|thống\s+nhất)\s+với|có\s+sự\s+tham\s+gia\s+của|với\s+sự\s+(?:tham\s+gia|phối\s+hợp)\s+của)\s+",
    )
});

/// Words before the names of whom the result goes to.
pub(super) static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:trình|báo\s+cáo|tham\s+mưu(?:\s+(?:cho|giúp|với))?|gửi(?:\s+báo\s+cáo)?(?:\s+(?:về|đến|cho|tới))?)\s+",
    )
});

/// A duty that binds only in case of something.
pub(super) static CONDITION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:trong\s+)?(?:trường\s+hợp|nếu)\s.+$"));

/// A sentence whose verb opens its subject: `Đào tạo nghề … phải gắn với …`, `Đẩy mạnh … là nhiệm vụ …`.
pub(super) static SUBJECT_CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^;]*?(?:\sphải\s|\s(?:cần|phải)\s+được\s|\slà\s+(?:nhiệm\s+vụ|yêu\s+cầu|trách\s+nhiệm|việc|giải\s+pháp|một\s|yếu\s+tố|điều\s+kiện|cơ\s+sở|động\s+lực|nền\s+tảng))",
    )
});
