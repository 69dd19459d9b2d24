//! The words that papers name agencies with. Each entry is a rule; the tests hold examples of each table.

use super::words::Phrases;
use std::sync::LazyLock;

/// A word that a body's name begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A field follows, and ends it: `Bộ Nội vụ`.
    Field,
    /// Its name goes on: `Vụ Pháp chế`.
    Open,
    /// May stand alone where the paper makes clear whose it is: `Thanh tra`, `Ban Chỉ đạo`.
    Whole,
    /// A project or programme, which leads like a body does: `Dự án`.
    Work,
}

/// What a list of words stands for, written with bars between.
fn each<T: Copy>(value: T, list: &'static str) -> impl Iterator<Item = (&'static str, T)> {
    list.split('|').map(move |text| (text.trim(), value))
}

/// Heads of bodies.
pub static HEADS: LazyLock<Phrases<Head>> = LazyLock::new(|| {
    let open = each(
        Head::Open,
        "Ban|Cục|Vụ|Tổng cục|Chi cục|Viện|Viện Hàn lâm|Học viện|Hội|Hiệp hội|Liên hiệp|Liên hiệp các Hội|
         Liên đoàn|Liên minh|Tập đoàn|Tổng công ty|Công ty|Trường|Đại học|Trường Đại học|Trường Cao đẳng|Bệnh viện|
         Bảo hiểm|Phòng|Đài|Quỹ|Báo|Tạp chí|Nhà xuất bản|Cảng vụ|Hạt|Trung ương Hội|Trung ương Đoàn|Quân khu|Cơ quan|Công an|Thuế|Hải quan|Kho bạc|
         Tòa án|Viện kiểm sát|Kiểm toán|Ngân hàng|Thông tấn xã|Mặt trận|Đoàn|Đoàn Thanh niên|Công đoàn|Trung tâm|
         Tiểu ban|Bộ phận|Tổ|Nhà thầu|Nhà đầu tư|Ban QLDA|Báo và Phát thanh, truyền hình|Bảo hiểm xã hội|BHXH|CA|CAT|BCH|BCHQS|TAND|VKSND|Bưu điện|Điện lực|Khối|VP|HV|TT|ĐH|Bộ môn|Khoa|Cổng",
    );
    let whole = each(
        Head::Whole,
        "Ủy ban|Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Hội đồng|Hội đồng tư vấn|Hội đồng thẩm định|
         Hội đồng điều phối|Văn phòng|Thanh tra|Tỉnh ủy|
         Thành ủy|Huyện ủy|Đảng ủy|Đảng bộ|Ban cán sự Đảng|Ban Thường vụ|Ban Chấp hành|Tổ công tác|Tổ giúp việc|
         Tổ thư ký|Tổ biên tập|Tổ Đề án|Tổ chuyên gia|Ban Chỉ đạo|Ban Chỉ huy|Ban Chỉ huy Quân sự|Bộ Chỉ huy|
         Bộ Chỉ huy Quân sự|Bộ Chỉ huy Bộ đội Biên phòng|Bộ Tư lệnh|Ban Quản lý|Ban Quản lý dự án|BQL|Ban Tổ chức|
         Ban Thư ký|Ban Soạn thảo|Ban Dân tộc|Ban Tuyên giáo|Ban Nội chính|Bộ phận thường trực|Cơ quan thường trực|
         Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc|Ủy ban MTTQ|MTTQ|Đoàn đại biểu Quốc hội|Bộ đội Biên phòng|
         Chủ đầu tư|Đoàn kiểm tra|Đoàn công tác|Đoàn giám sát|Bộ Chính trị|Ban Bí thư",
    );
    let field = each(Head::Field, "Bộ|Sở");
    Phrases::new(field.chain(open).chain(whole).chain(each(Head::Work, "Dự án|Đề án|Chương trình")))
});

/// Posts whose holders stand for a body.
pub static POSTS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let posts = "Bộ trưởng|Thứ trưởng|Thủ trưởng|Thủ tướng|Chủ tịch|Chủ nhiệm|Thống đốc|Tổng Giám đốc|Giám đốc|
        Tổng Thanh tra|Chánh Thanh tra|Chánh Văn phòng|Chánh án|Viện trưởng|Tổng Kiểm toán|Tổng cục trưởng|Cục trưởng|
        Chi cục trưởng|Vụ trưởng|Trưởng ban|Trưởng phòng|Trưởng đoàn|Trưởng tiểu ban|Tổ trưởng|Bí thư|Bí thư thứ nhất|
        Hiệu trưởng|Tư lệnh|Chỉ huy trưởng|Tổng Thư ký|Tổng Biên tập|Người đứng đầu|Lãnh đạo|Chủ tịch Hội đồng thành viên|
        Chủ tịch Hội đồng quản trị|Trưởng các ban|Thư ký|Ủy viên thường trực|Thường trực|Cơ quan, người đứng đầu|Viện trưởng";
    let list = posts.split('|').map(str::trim);
    // `Phó Chủ tịch Thường trực`
    let deputies: Vec<String> =
        list.clone().flat_map(|post| [format!("Phó {post}"), format!("Phó {post} Thường trực")]).collect();
    Phrases::new(list.chain(deputies.iter().map(String::as_str)).chain(["Phó Ban", "Tổ phó"]).map(|post| (post, ())))
});

/// Words that make several of one: before a noun of [`NOUNS`].
pub static SEVERAL: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each((), "các|tất cả|tất cả các|toàn bộ các|từng|mỗi|mọi|những|một số|hầu hết các|cùng các|nhóm các"))
});

/// Nouns that groups are made of.
pub static NOUNS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "bộ|ban|ngành|sở|cục|vụ|viện|phòng|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|hiệp hội|hội|cá nhân|tỉnh|
         thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu|thôn|thành viên|đồng chí|đồng chí thành viên|ủy viên|
         đồng chí ủy viên|viện nghiên cứu|quân khu|quân chủng|quân đoàn|cấp chính quyền|cấp ủy, chính quyền|cơ sở đào tạo|cơ sở giáo dục|cơ sở nghiên cứu|tập đoàn|
         tổng công ty|công ty|tổng cục|chi cục|trường|trường đại học|cơ sở|bệnh viện|học viện|đoàn thể|ban quản lý|
         chủ đầu tư|nhà thầu|nhà đầu tư|đại biểu|đầu mối|lực lượng|ngân hàng|tổ chức tín dụng|cấp|cấp ủy|chính quyền|
         trung tâm|hội đồng|ban chỉ đạo|tổ công tác|tiểu ban|phòng ban|phòng, ban|ban ngành|nhóm|nhà trường|
         cơ quan đơn vị|tổ chức chính trị - xã hội|tổ chức xã hội|ủy ban|chuyên gia|nhà khoa học|bên|hợp tác xã|
         cán bộ, công chức|UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|ban đảng|văn phòng|đảng ủy",
    ))
});

/// Words that narrow a group and belong to its name.
pub static QUALIFIERS: LazyLock<Phrases<Qualifier>> = LazyLock::new(|| {
    let open = each(
        Qualifier::Concerned,
        "liên quan|có liên quan|hữu quan|có liên quan khác|liên quan khác|khác có liên quan|khác liên quan",
    );
    let plain = each(
        Qualifier::Plain,
        "ngang bộ|thuộc Chính phủ|thuộc CP|trực thuộc Chính phủ|trực thuộc|trực thuộc trung ương|trực thuộc TW|nhà nước|
         trung ương|Trung ương Đảng|ở trung ương|ở địa phương|thuộc tỉnh|của tỉnh|thuộc thành phố|của thành phố|
         thuộc bộ|của Bộ|thuộc, trực thuộc|thuộc và trực thuộc|trực thuộc Bộ|thuộc sở|trên địa bàn|trên địa bàn tỉnh|
         trên địa bàn thành phố|trong tỉnh|chức năng|chuyên môn|cấp tỉnh|cấp huyện|
         cấp xã|cấp bộ|các cấp|trung ương và địa phương|ở nước ngoài|đại diện|Việt Nam|đại diện Việt Nam ở nước ngoài|
         hành chính nhà nước|quản lý nhà nước|báo chí|thông tấn, báo chí|truyền thông|kinh tế|kinh tế nhà nước|
         sự nghiệp|sự nghiệp công lập|chính trị - xã hội|chính trị|xã hội|xã hội - nghề nghiệp|tín dụng|tư vấn|khác|
         nêu trên|trên|còn lại|được giao|được phân công|được giao chủ trì|chủ quản|tham gia|thường trực|công nghệ số|
         nghiên cứu|đào tạo|giáo dục|đại học|thành viên|ngành|tỉnh|thành phố|huyện|xã|công nghệ thông tin|công nghệ|ngành dọc|ngành, lĩnh vực|và tổ chức thực hiện|
         công an|quân đội|dự họp|chuyên trách|phụ trách|đầu mối|dịch vụ|viễn thông|kinh doanh|sản xuất|
         thương mại|khoa học|khoa học và công nghệ|y tế|nông thôn|biên giới|ven biển|phía Bắc|phía Nam|miền núi",
    );
    Phrases::new(open.chain(plain))
});

/// What a cell says of whom it names.
pub static ROLES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "chủ trì|chủ trì, phối hợp|chủ trì, phối hợp với|phối hợp|phối hợp với|cơ quan chủ trì|đơn vị chủ trì|
         cơ quan phối hợp|đơn vị phối hợp|cơ quan thực hiện|đơn vị thực hiện|đầu mối|tham mưu|thực hiện",
    ))
});

/// Words after a group that leave out nobody, and are no part of its name.
pub static EVERYWHERE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each((), "trong cả nước|trên cả nước|cả nước|trong toàn quốc|trên toàn quốc|trên phạm vi cả nước"))
});

/// What a word after a group's noun does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// Leaves open who belongs to it.
    Concerned,
    Plain,
}

/// Places that a body belongs to, before their names: `tỉnh`, `thành phố`.
pub static PLACES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "chi nhánh|chi nhánh khu vực|chi nhánh tỉnh|chi nhánh thành phố|tỉnh|thành phố|TP|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|cấp|cấp tỉnh|cấp huyện|cấp xã|khu vực|
         trung ương|Việt Nam|nhà nước",
    ))
});

/// Surnames, with which a person's name begins after the body that the person heads.
pub static SURNAMES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trịnh|Trương|Lương|Mai|
         Tô|Tạ|Hà|Cao|Lâm|Châu|Thái|Nông|Quách|Vương|Phùng|La|Lưu|Kiều|Chu|Giàng|Ma|Hầu|Lò",
    ))
});

/// Those of [`STOPS`] that names have in small letters, too: `Cục Công bố thông tin`. They end a name unless another
/// verb follows soon.
pub static DOUBTFUL_STOPS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "quản lý|thông tin|đầu tư|phát triển|hỗ trợ|kiểm soát|kiểm tra|giao|trình|cấp|thu|chi|thu hút|chuyển|chuyển đổi|
         chuyển giao|xây dựng|tổ chức|nghiên cứu|điều hành|giám sát|thanh tra|bảo vệ|bảo đảm|ứng dụng|khai thác|kết nối|
         thống kê|thẩm định|đánh giá|phục vụ|phòng ngừa|phân tích|xử lý|xúc tiến|xuất bản|giải quyết|giải phóng|tạo|
         tuyên truyền|vận động|vận hành|đăng ký|đổi mới|lập|cải thiện|bồi dưỡng|cung cấp|sử dụng|điều tra|xét xử|
         đấu giá|đấu thầu|mua sắm|thí điểm|dự báo|cảnh báo|quan trắc|khảo sát|triển khai|thực hiện|tái cơ cấu|
         sắp xếp|tự|cử|số hóa|biên soạn|biên tập|tiếp nhận|lắp đặt|trả|giữ|đối ngoại|bảo trì|bảo quản|thanh toán",
    ))
});

/// What bodies look after, in small letters: part of their names though it begins like a verb.
pub static TOPICS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(each(
        (),
        "công trình|chương trình|quy trình|trung cấp|cao cấp|sơ cấp|giao thông|giao thông vận tải|giao dịch|tự nhiên|
         tự vệ|cử tri|cấp nước|cấp cứu|thu nhập|công nghệ thông tin|hệ thống thông tin|an toàn thông tin|
         đầu tư xây dựng|đầu tư xây dựng các công trình|xây dựng các công trình|quản lý dự án|quản lý hành chính|
         quản lý nhà nước|phát triển khoa học, công nghệ|đổi mới sáng tạo|chuyển đổi số|cải cách hành chính|
         cải cách thủ tục hành chính|kiểm soát thủ tục hành chính|xây dựng nông thôn mới|phát triển nông thôn|
         phát triển kinh tế|phát triển đô thị|phòng, chống thiên tai|phòng, chống tham nhũng|phòng, chống dịch|
         phòng, chống ma túy|phòng thủ dân sự|bảo vệ môi trường|bảo vệ rừng|an toàn giao thông|an toàn thực phẩm|
         trật tự, an toàn giao thông|hỗ trợ đầu tư|xúc tiến đầu tư|hội nhập quốc tế|phục vụ hành chính công|
         kiểm tra văn bản|thi đua, khen thưởng|quản lý thị trường|giải phóng mặt bằng|tiếp công dân|bình đẳng giới|
         xóa đói giảm nghèo|giảm nghèo|bồi thường, giải phóng mặt bằng|tháo gỡ khó khăn, vướng mắc|thẩm định nhà nước",
    ))
});

/// Small words that lie inside names, and that none ends with.
pub static INNER: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::new(each((), "và|của|thuộc|trực thuộc|tại|ở|về|với|cho|các|theo|trong|cùng|do|để|từ")));

/// What the sentence of a duty goes on with after the name of who does it; none of them lies inside a name in small
/// letters. Source: the words of assignment in notices and plans.
pub static STOPS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(each((), STOP_WORDS)));

const STOP_WORDS: &str = "chủ trì|chủ động|phối hợp|tiếp tục|khẩn trương|rà soát|xây dựng|trình|ban hành|báo cáo|tổng hợp|
    hướng dẫn|chỉ đạo|tổ chức|nghiên cứu|đẩy mạnh|đẩy nhanh|tăng cường|có trách nhiệm|chịu trách nhiệm|cần|phải|sớm|
    căn cứ|trên cơ sở|đôn đốc|theo dõi|kiểm tra|thực hiện|hoàn thiện|hoàn thành|hoàn chỉnh|thẩm định|thẩm tra|tham mưu|
    đề xuất|đề nghị|yêu cầu|giao|bảo đảm|đảm bảo|bố trí|cân đối|cập nhật|công bố|công khai|chuẩn bị|chuẩn hóa|cung cấp|
    chia sẻ|chấn chỉnh|chấp hành|chú trọng|coi trọng|có văn bản|có ý kiến|có giải pháp|có kế hoạch|có biện pháp|
    có phương án|cử|duy trì|dự thảo|dự kiến|điều hành|điều chỉnh|đánh giá|đăng ký|đăng tải|đầu tư|đề cao|đưa|gửi|
    giám sát|giải quyết|giải trình|giúp|gắn|hỗ trợ|huy động|kịp thời|khắc phục|khai thác|khảo sát|khuyến khích|kết nối|
    kiện toàn|kiến nghị|kiểm soát|kết hợp|lập|lấy|làm|làm rõ|làm việc|lựa chọn|lồng ghép|mở|mở rộng|nâng cao|nâng cấp|
    nắm|nhanh chóng|nghiêm túc|nỗ lực|phân công|phân bổ|phê duyệt|phổ biến|phát huy|phát triển|phát động|phát hành|
    quan tâm|quán triệt|quyết định|quyết liệt|quản lý|quy định|sẵn sàng|sử dụng|sửa đổi|sơ kết|tập trung|tập huấn|
    tạo|tạo điều kiện|tích cực|tích hợp|tiếp thu|tiến hành|tiếp nhận|tham gia|tham khảo|thành lập|thanh tra|thí điểm|
    thông báo|thông tin|thống kê|thống nhất|thúc đẩy|thường xuyên|thu thập|triển khai|trao đổi|tránh|tuyên truyền|
    họp|cho ý kiến|truyền thông về|tuân thủ|tổng kết|tự|ưu tiên|ứng dụng|vận dụng|vận động|vận hành|xác định|xem xét|xử lý|xin|
    siết chặt|rút kinh nghiệm|rút ngắn|đổi mới|đổi mới mạnh mẽ|định kỳ|hằng|hàng ngày|hàng tháng|hàng quý|hàng năm|
    hàng tuần|đồng thời|trước|trước mắt|trước ngày|trong|trong năm|trong tháng|trong quý|trong thời gian|trong quá trình|
    trong việc|sau|sau khi|khi|nếu|được|bị|đã|đang|sẽ|chưa|không|luôn|cùng|cùng nhau|để|nhằm|là|có|nên|hãy|thì|mà|
    theo|theo quy định|theo chức năng|theo nhiệm vụ|theo thẩm quyền|tại cuộc họp|tại phiên họp|tại hội nghị|tại điểm|
    tại khoản|tại mục|tại Thông báo|tại Công văn|tại văn bản|tại Quyết định|tại Nghị quyết|ngay|ngay sau|gấp|
    tối ưu|số hóa|làm giàu|cắt giảm|đơn giản hóa|xác nhận|xác minh|bàn giao|quyết toán|giải ngân|giải phóng|
    cam kết|chứng minh|đàm phán|ký|ký kết|niêm yết|cấp|thu hồi|thu hút|bổ sung|biên soạn|biên tập|bồi dưỡng|
    đào tạo, bồi dưỡng|bám sát|biểu dương|khen thưởng|phê bình|nhắc nhở|kiểm điểm|tổ chức thực hiện|tổ chức triển khai|
    bứt phá|cải cách mạnh|cải thiện|chăm lo|chuyển|chuyển giao|chuyển đổi|đối chiếu|đối thoại|gặp gỡ|hình thành|
    hiện đại hóa|hợp tác với|hợp nhất|khởi công|khánh thành|kế thừa|kêu gọi|lắng nghe|lắp đặt|lưu ý|nhận diện|
    nộp|phản ánh|phân cấp|phân loại|phân tích|phục vụ|rà soát lại|sắp xếp|so sánh|soạn thảo|tái cơ cấu|thay thế|
    thể chế hóa|thiết lập|thiết kế|tháo gỡ|tiết kiệm|tính toán|tôn trọng|trả lời|trả|trực tiếp|tư vấn cho|tự kiểm tra|
    xuất bản|xúc tiến|xóa|đề ra|đề xuất việc|đối với|liên hệ|liên thông|gương mẫu|quan trắc|cảnh báo|dự báo|phòng ngừa|
    phòng, chống|ngăn chặn|đấu tranh|xử phạt|bảo vệ|bảo trì|bảo quản|giữ|giữ vững|củng cố|khôi phục|khơi thông|
    hoạch định|thông qua|nhất là|bao gồm|gồm|như|mỗi|tất cả|hết sức|hoàn toàn|tuyệt đối|kiên quyết|
    cương quyết|mạnh dạn|quyết tâm|thật sự|thực sự|nghiên cứu, đề xuất|rà soát, đề xuất|tổng rà soát|đầu mối tổng hợp|
    làm đầu mối|làm cơ quan|làm thường trực|làm chủ đầu tư|chủ quản tham mưu|đóng vai trò|thay mặt|tham vấn|trích|chi|
    chi trả|thanh toán|thu|thu nộp|mua sắm|đấu thầu|đấu giá|khoanh vùng|di dời|tổ chức lại|hệ thống hóa|pháp điển|
    điều tra|truy tố|xét xử|khởi tố|đình chỉ|tạm dừng|dừng|hủy|bãi bỏ|hạn chế|giảm|tăng|tránh để|chấm dứt|
    về tình hình|về kết quả|về việc|về các|về nội dung|về tiến độ|về những|về kế hoạch|để tổng hợp|để báo cáo";
