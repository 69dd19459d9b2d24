//! Names that are known whole, whatever lies inside them: those of the carried agencies, and common ones besides.

use super::words::Phrases;
use crate::load::{PACKS, Pack};
use crate::model::{Agency, AgencyKind};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a known name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A body by its whole name.
    Body,
    /// What a ministry or department looks after, without its head: `Tài chính`, `Văn hóa, Thể thao và Du lịch`.
    Field,
    /// A province or city.
    Place,
    /// An organ of state, which only begins a name where it stands alone: `Chính phủ`, `Quốc hội`.
    Organ,
}

/// Bodies that no pack has, by their usual names.
const BODIES: &str = "Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Kiểm toán nhà nước|Văn phòng Quốc hội|
    Văn phòng Chủ tịch nước|Văn phòng Trung ương Đảng|Văn phòng Bộ|Thanh tra Bộ|Thanh tra tỉnh|Thanh tra thành phố|
    Ban Tuyên giáo Trung ương|Ban Tổ chức Trung ương|Ban Dân vận Trung ương|Ban Nội chính Trung ương|
    Ban Kinh tế Trung ương|Ban Đối ngoại Trung ương|Ban Tuyên giáo và Dân vận Trung ương|Ủy ban Kiểm tra Trung ương|
    Ban Chính sách, chiến lược Trung ương|Ủy ban Thường vụ Quốc hội|Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam|
    Mặt trận Tổ quốc Việt Nam|Ban Thi đua - Khen thưởng Trung ương|Ban Cơ yếu Chính phủ|Đài Truyền hình Việt Nam|
    Ngân hàng Nhà nước|Ngân hàng Nhà nước Việt Nam|Ngân hàng Chính sách xã hội|Ngân hàng Phát triển Việt Nam|
    Bảo hiểm xã hội Việt Nam|Kho bạc Nhà nước|Tổng cục Thuế|Cục Thuế|Tổng cục Hải quan|Cục Hải quan|
    Liên đoàn Thương mại và Công nghiệp Việt Nam|Phòng Thương mại và Công nghiệp Việt Nam|
    Tổng Liên đoàn Lao động Việt Nam|Hội Nông dân Việt Nam|Hội Liên hiệp Phụ nữ Việt Nam|Hội Cựu chiến binh Việt Nam|
    Đoàn Thanh niên Cộng sản Hồ Chí Minh|Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh|
    Tập đoàn Điện lực Việt Nam|Tập đoàn Bưu chính Viễn thông Việt Nam|Tổng công ty Bưu điện Việt Nam|
    Viện Hàn lâm Khoa học và Công nghệ|Viện Hàn lâm Khoa học xã hội|Công an tỉnh|Công an thành phố|Công an các tỉnh|
    Bộ Chỉ huy Quân sự tỉnh|Bộ Chỉ huy Bộ đội Biên phòng tỉnh|Tỉnh ủy|Thành ủy|Huyện ủy|Văn phòng HĐND và UBND|Văn phòng Đoàn ĐBQH và HĐND|
    Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân|Văn phòng Đoàn ĐBQH, HĐND và UBND|Văn phòng Tỉnh ủy|Văn phòng Thành ủy|VPCP|NHNN|BHXH|BHXH Việt Nam|VTV|VOV|TTXVN|EVN|VCCI|PVN|
    VNPT|VNPost|TKV|MTTQ|TANDTC|VKSNDTC|KTNN|KBNN|TCT|TCHQ|Viettel|Petrolimex|Vietcombank|Agribank|BIDV|Vietinbank";

/// Cities under the centre, in lists that begin with provinces.
pub static CITIES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(["Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"].map(|city| (city, ())))
});

/// Organs of state.
const ORGANS: &str =
    "Chính phủ|Quốc hội|Thủ tướng|Thủ tướng Chính phủ|Phó Thủ tướng|Phó Thủ tướng Chính phủ|Chủ tịch nước|
    Ban Bí thư|Bộ Chính trị";

/// Fields of departments that no ministry is named by, or not in that wording.
const FIELDS: &str = "Văn hóa và Thể thao|Văn hóa và Thông tin|Du lịch|Ngoại vụ|Quy hoạch - Kiến trúc|Dân tộc|
    Dân tộc và Tôn giáo|Nông nghiệp và PTNT|NN và PTNT|NN và MT|LĐTBXH|LĐ-TBXH|LĐTB và XH|VHTTDL|VHTT và DL|TNMT|TN và MT|
    TTTT|TT và TT|KHĐT|KH và ĐT|KHCN|KH và CN|GDĐT|GD và ĐT|GTVT|NNPTNT|NNMT|Giao thông - Xây dựng|Văn hóa Thể thao|
    Pháp chế|Tổ chức cán bộ|Kế hoạch - Tài chính|Kế hoạch Tài chính|Hợp tác quốc tế|Tài chính - Kế hoạch|
    Khoa học, Công nghệ và Môi trường|Cải cách hành chính|Thi đua - Khen thưởng|Tổng hợp|TCCB|KHTC|HTQT|TĐKT|
    Văn hóa - Xã hội|Kinh tế|Kinh tế, Hạ tầng và Đô thị|Kiểm soát thủ tục hành chính|Quân sự";

/// What stands before the bare name of a province.
const BEFORE_PLACES: [&str; 8] =
    ["UBND ", "Ủy ban nhân dân ", "tỉnh ", "Tỉnh ", "thành phố ", "Thành phố ", "TP. ", "TP "];

/// Every known name.
pub static KNOWN: LazyLock<Phrases<Known>> = LazyLock::new(|| {
    let data: Vec<_> = PACKS.iter().map(Pack::read).collect();
    let agencies: Vec<_> = data.iter().flat_map(|data| data.agencies.iter()).collect();
    let texts = |agency: &Agency| {
        let also = agency.also.iter().cloned();
        std::iter::once(agency.name.clone()).chain(agency.short.clone()).chain(also).collect::<Vec<String>>()
    };
    let mut bodies = BTreeSet::new();
    let mut fields = BTreeSet::new();
    let mut places = BTreeSet::new();
    for agency in agencies {
        for text in texts(agency) {
            if let Some(field) = text.strip_prefix("Bộ ") {
                fields.insert(field.to_owned());
            }
            if agency.kind == AgencyKind::Province {
                let rest =
                    BEFORE_PLACES.iter().fold(text.as_str(), |rest, start| rest.strip_prefix(start).unwrap_or(rest));
                places.insert(rest.to_owned());
            }
            bodies.insert(text);
        }
    }
    let listed = |list: &'static str| list.split('|').map(str::trim);
    let places = places.iter().map(|text| (text.as_str(), Known::Place));
    let bodies = bodies.iter().map(String::as_str).chain(listed(BODIES)).map(|text| (text, Known::Body));
    let fields = fields.iter().map(String::as_str).chain(listed(FIELDS)).map(|text| (text, Known::Field));
    // The first meaning of a name is kept: a province is a place though it is an agency too.
    Phrases::new(places.chain(listed(ORGANS).map(|text| (text, Known::Organ))).chain(bodies).chain(fields))
});
