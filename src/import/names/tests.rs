//! Names as papers write them.

use super::*;

/// The names that a text begins with, and what is left of it.
fn read(text: &str) -> (Vec<String>, &str) {
    let (names, used) = leading(text).unwrap_or_default();
    (names.into_iter().map(|name| name.written).collect(), text[used..].trim_start())
}

/// `a | b` is a list of names, `->` stands between the text and what is left of it.
#[test]
fn a_name_ends_before_the_verb() {
    for (text, names, rest) in [
        ("Bộ Nội vụ tiếp tục rà soát", "Bộ Nội vụ", "tiếp tục rà soát"),
        ("Bộ Tư pháp khẩn trương trình", "Bộ Tư pháp", "khẩn trương trình"),
        ("Văn phòng Chính phủ đôn đốc các bộ, ngành", "Văn phòng Chính phủ", "đôn đốc các bộ, ngành"),
        ("Vụ Kiểm thử phần mềm chủ trì", "Vụ Kiểm thử phần mềm", "chủ trì"),
        ("**Cục Ví dụ** theo dõi", "Cục Ví dụ", "** theo dõi"),
        ("Trung tâm Ví dụ và Thử nghiệm tỉnh tiếp nhận", "Trung tâm Ví dụ và Thử nghiệm tỉnh", "tiếp nhận"),
        ("Tổ công tác thử nghiệm của Thủ tướng Chính phủ họp", "Tổ công tác thử nghiệm của Thủ tướng Chính phủ", "họp"),
        ("Bộ Nội vụ, trên cơ sở kết quả, báo cáo", "Bộ Nội vụ", ", trên cơ sở kết quả, báo cáo"),
        ("Bảo hiểm xã hội Việt Nam (BHXH) báo cáo", "Bảo hiểm xã hội Việt Nam", "báo cáo"),
    ] {
        assert_eq!(read(text), (vec![names.to_owned()], rest), "{text}");
    }
}

#[test]
fn what_begins_with_no_name() {
    for text in [
        "",
        "Tổ chức thực hiện tốt",
        "Ban hành Nghị định",
        "Phối hợp với Bộ Nội vụ",
        "Viện trợ nước ngoài",
        "Phòng chống thiên tai",
        "Hội nghị đã thống nhất",
        "Trường hợp cần thiết",
        "12 nhiệm vụ",
        "(",
        "và",
        "các",
    ] {
        assert_eq!(leading(text), None, "{text}");
    }
}

#[test]
fn lists_in_running_text() {
    for (text, names) in [
        ("Bộ Tài chính và các bộ, ngành liên quan xây dựng", "Bộ Tài chính | các bộ, ngành liên quan"),
        ("các Bộ: Tài chính, Tư pháp; Văn phòng Chính phủ rà soát", "Bộ Tài chính | Bộ Tư pháp | Văn phòng Chính phủ"),
        ("các Bộ Tài chính, Tư pháp chỉ đạo", "Bộ Tài chính | Bộ Tư pháp"),
        ("các Bộ: Công an, Ngân hàng Nhà nước, Quốc phòng trình", "Bộ Công an | Ngân hàng Nhà nước | Bộ Quốc phòng"),
        ("Bộ Công an và Quốc phòng chủ trì", "Bộ Công an | Bộ Quốc phòng"),
        ("Sở Tài chính, Nội vụ; Công an tỉnh báo cáo", "Sở Tài chính | Sở Nội vụ | Công an tỉnh"),
        (
            "UBND tỉnh Nghệ An, Hà Tĩnh, thành phố Huế trình",
            "UBND tỉnh Nghệ An | UBND tỉnh Hà Tĩnh | UBND thành phố Huế",
        ),
        ("UBND các tỉnh: Nghệ An và Hà Tĩnh trình", "UBND tỉnh Nghệ An | UBND tỉnh Hà Tĩnh"),
        ("Bộ trưởng các Bộ: Nội vụ, Tư pháp báo cáo", "Bộ trưởng Bộ Nội vụ | Bộ trưởng Bộ Tư pháp"),
        ("các bộ, cơ quan ngang bộ: Nội vụ; Tư pháp", "Bộ Nội vụ | Bộ Tư pháp"),
    ] {
        let expected: Vec<&str> = names.split(" | ").collect();
        assert_eq!(read(text).0, expected, "{text}");
    }
}

#[test]
fn commas_inside_names() {
    for name in [
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Sở Văn hoá, Thể thao và Du lịch",
        "Bộ Lao động, Thương binh và Xã hội",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        "Vụ Khoa học, Công nghệ và Môi trường",
        "Vụ Công tác học sinh, sinh viên",
        "Bà Rịa - Vũng Tàu",
    ] {
        assert_eq!(read(&format!("{name} chủ trì")), (vec![name.to_owned()], "chủ trì"));
        assert_eq!(list(name).len(), 1, "{name}");
    }
}

#[test]
fn kinds() {
    for (text, kind) in [
        ("Bộ Nội vụ", Kind::Body),
        ("UBND tỉnh Nghệ An", Kind::Body),
        ("Bộ trưởng Bộ Nội vụ", Kind::Head),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", Kind::Head),
        ("Giám đốc Sở Y tế", Kind::Head),
        ("Chủ tịch UBND các tỉnh, thành phố trực thuộc trung ương", Kind::Head),
        ("Bộ trưởng các bộ, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh, thành phố", Kind::Head),
        ("các bộ, ngành, địa phương", Kind::Group),
        ("Các Sở, ban, ngành", Kind::Group),
        ("bộ, ngành", Kind::Group),
        ("các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", Kind::Group),
        ("UBND các xã, phường", Kind::Group),
        ("Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương", Kind::Group),
        ("các thành viên Tổ công tác", Kind::Group),
        ("từng đồng chí thành viên", Kind::Group),
        ("các tập đoàn, tổng công ty nhà nước", Kind::Group),
        ("các đơn vị có liên quan", Kind::OpenGroup),
        ("bộ, ngành liên quan", Kind::OpenGroup),
        ("Phó Thủ tướng Nguyễn Văn Thử", Kind::Person),
    ] {
        let name = Name { written: text.to_owned(), kind };
        assert_eq!(leading(&format!("{text} chủ trì")), Some((vec![name.clone()], text.len())), "{text}");
        assert_eq!(list(text), [name], "{text}");
    }
}

#[test]
fn cells() {
    for (cell, names) in [
        ("• Vụ Ví dụ \n• Vụ Thử nghiệm [+] Xem thêm", "Vụ Ví dụ | Vụ Thử nghiệm"),
        ("1. Sở Y tế\n2. Sở Tư pháp", "Sở Y tế | Sở Tư pháp"),
        ("- Sở Y tế;\n- UBND các xã, phường", "Sở Y tế | UBND các xã, phường"),
        ("Bộ Nội vụ Bộ Tư pháp", "Bộ Nội vụ | Bộ Tư pháp"),
        ("Bộ Nội vụ\nvà Bộ Tư pháp", "Bộ Nội vụ | Bộ Tư pháp"),
        ("Sở Khoa học\nvà Công nghệ", "Sở Khoa học và Công nghệ"),
        ("Bộ Nội vụ, VTV, VOV, các địa phương", "Bộ Nội vụ | VTV | VOV | các địa phương"),
        ("Bộ Nội vụ, Bộ Tư pháp, Bộ", "Bộ Nội vụ | Bộ Tư pháp"),
        ("Vụ KHTC, thanh tra Bộ, chương trình THU", "Vụ KHTC | thanh tra Bộ | chương trình THU"),
        ("theo phân công tại Quyết định số 1/QĐ-VD", "theo phân công tại Quyết định số 1/QĐ-VD"),
        ("Sở Y tế\nN. V. A", "Sở Y tế | N. V. A"),
        ("DAVD2030", "DAVD2030"),
        ("Sở GDĐT, các phòng GDĐT", "Sở GDĐT | các phòng GDĐT"),
        ("Sở NV, CA tỉnh, BCH QS tỉnh", "Sở NV | CA tỉnh | BCH QS tỉnh"),
        ("Chủ trì: Sở Y tế; Phối hợp: Sở Tư pháp", "Sở Y tế | Sở Tư pháp"),
        ("Sở Y tế chủ trì, phối hợp với Sở Tư pháp", "Sở Y tế | Sở Tư pháp"),
        ("Sở Y tế (chủ trì)\nUBND các huyện, thị xã", "Sở Y tế | UBND các huyện, thị xã"),
        ("Đ/c Nguyễn Văn Thử", "Đ/c Nguyễn Văn Thử"),
        ("", ""),
    ] {
        let names: Vec<&str> = names.split(" | ").filter(|name| !name.is_empty()).collect();
        let found = list(cell);
        assert_eq!(found.iter().map(|name| name.written.as_str()).collect::<Vec<_>>(), names, "{cell}");
    }
    assert_eq!(list("theo phân công tại Quyết định số 1/QĐ-VD")[0].kind, Kind::Reference);
}

/// Combining marks and the two ways of setting a tone.
#[test]
fn ways_of_typing() {
    use unicode_normalization::UnicodeNormalization;
    let apart: String = "Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế trình".nfd().collect();
    assert_eq!(leading(&apart).map(|(names, _)| names.len()), Some(2));
    assert_eq!(read("Uỷ ban nhân dân tỉnh Hoà Bình trình").0, ["Uỷ ban nhân dân tỉnh Hoà Bình"]);
    assert_eq!(list("BỘ NỘI VỤ, BỘ TƯ PHÁP").len(), 2);
}
/// What each table knows, by one name that needs it.
#[test]
fn tables() {
    for (text, names, rest) in [
        ("Chủ tịch ban hành quy chế", "Chủ tịch", "ban hành quy chế"),
        ("Ban Chỉ đạo quốc gia về chuyển đổi số ban hành", "Ban Chỉ đạo quốc gia về chuyển đổi số", "ban hành"),
        ("Hội đồng thẩm định nhà nước thẩm định", "Hội đồng thẩm định nhà nước", "thẩm định"),
        (
            "Cục Thử nghiệm quản lý hành chính về việc thử (C99) làm",
            "Cục Thử nghiệm quản lý hành chính",
            "về việc thử (C99) làm",
        ),
        ("Bảo hiểm xã hội tỉnh rà soát", "Bảo hiểm xã hội tỉnh", "rà soát"),
        ("Ban Thường vụ Tỉnh ủy cho ý kiến", "Ban Thường vụ Tỉnh ủy", "cho ý kiến"),
        ("Ngân hàng Nhà nước chi nhánh Khu vực 8 báo cáo", "Ngân hàng Nhà nước chi nhánh Khu vực 8", "báo cáo"),
        ("Ủy ban nhân dân cấp huyện, cấp xã rà soát", "Ủy ban nhân dân cấp huyện, cấp xã", "rà soát"),
        ("Thành viên Ban Chỉ đạo chủ động", "Thành viên Ban Chỉ đạo", "chủ động"),
        ("các bộ, ngành, địa phương trong cả nước rà soát", "các bộ, ngành, địa phương", "rà soát"),
        ("các đầu mối cải cách hành chính rà soát", "các đầu mối cải cách hành chính", "rà soát"),
        ("các cơ quan thông tấn, báo chí tuyên truyền", "các cơ quan thông tấn, báo chí", "tuyên truyền"),
        ("các bộ. ngành rà soát", "các bộ. ngành", "rà soát"),
        ("các địa phương Nghệ An, Hà Tĩnh rà soát", "các địa phương Nghệ An, Hà Tĩnh", "rà soát"),
        ("bộ Công an chủ trì", "bộ Công an", "chủ trì"),
        ("Cục Thử nghiệm quản lý nước rà soát", "Cục Thử nghiệm quản lý nước", "rà soát"),
        ("Cục Thử nghiệm quản lý các dự án, rà soát", "Cục Thử nghiệm", "quản lý các dự án, rà soát"),
        ("Cục Thử nghiệm trình Bộ trưởng ban hành", "Cục Thử nghiệm", "trình Bộ trưởng ban hành"),
        ("Cục Công nghệ thông tin chủ trì", "Cục Công nghệ thông tin", "chủ trì"),
        ("Ban QLDA các công trình giao thông khẩn trương", "Ban QLDA các công trình giao thông", "khẩn trương"),
        ("Bộ Thông tin Truyền thông chủ trì", "Bộ Thông tin Truyền thông", "chủ trì"),
        ("Trưởng Ban Chỉ đạo xem xét", "Trưởng Ban Chỉ đạo", "xem xét"),
        (
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ chịu trách nhiệm",
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ",
            "chịu trách nhiệm",
        ),
        (
            "Phó Thủ tướng Thường trực Chính phủ Nguyễn Văn Thử họp",
            "Phó Thủ tướng Thường trực Chính phủ Nguyễn Văn Thử",
            "họp",
        ),
        ("người đứng đầu các đơn vị chịu trách nhiệm", "người đứng đầu các đơn vị", "chịu trách nhiệm"),
        ("Sở Y tế - Cơ quan thường trực Ban Chỉ đạo báo cáo", "Sở Y tế", "báo cáo"),
        ("Bộ Quốc phòng Chủ trì, phối hợp", "Bộ Quốc phòng", "Chủ trì, phối hợp"),
    ] {
        assert_eq!(read(text), (vec![names.to_owned()], rest), "{text}");
    }
    assert_eq!(
        read("UBND các tỉnh, thành phố: Hà Nội, Nghệ An trình").0,
        ["UBND thành phố Hà Nội", "UBND tỉnh Nghệ An"]
    );
    assert_eq!(leading("BAN HÀNH VĂN BẢN"), None);
}

/// Whatever is read, the bytes that it takes are a part of the text, and nothing panics or runs on.
#[test]
fn any_text_is_survived() {
    let pieces = [
        "các",
        "Bộ",
        "Tài chính",
        ",",
        ";",
        "và",
        ":",
        "(",
        ")",
        "UBND",
        "tỉnh",
        "Nghệ An",
        "-",
        "\n",
        "1.",
        "a)",
        "N.",
        "thuộc",
        "liên quan",
        "ngành",
        "Trưởng",
        "Ban",
        "về",
        "\u{301}",
        "đ",
        "• ",
        "theo",
        "cấp",
        "một số",
        "đồng chí",
        "&",
        "/",
        "VTV",
    ];
    // A fixed series of numbers, so that the test is the same each time.
    let mut seed: u32 = 7;
    for _ in 0..1500 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            text.push_str(if seed.is_multiple_of(5) { "" } else { " " });
        }
        if let Some((_, used)) = leading(&text) {
            assert!(text.get(..used).is_some_and(|read| !read.is_empty()), "{text}");
        }
        list(&text);
    }
    for piece in pieces {
        list(&format!("{piece} ").repeat(3_000));
        leading(&format!("{piece} ").repeat(3_000));
    }
}
