//! Snippets that imitate the five documents.

use super::{diagnostics, html, outline, page};

macro_rules! cuts {
    ($($name:ident: $markdown:expr => $expected:expr;)+) => {$(
        #[test]
        fn $name() {
            let expected: String = $expected.trim_matches('\n').lines().map(|l| l.strip_prefix("        ").unwrap_or(l).to_owned() + "\n").collect();
            assert_eq!(outline($markdown), expected);
        }
    )+};
}

cuts! {
    headings_of_any_level: "Mở đầu.\n\n**I. KẾT QUẢ**\n\n1. Một\n\nThêm.\n\n## II. TỒN TẠI\n\nThống nhất.\n\n1. Hạn chế: (i) x\n\n### 3. Bài học\n\n- A\n\n- B\n\n### III. NHIỆM VỤ\n\n#### 1. Quan điểm\n\na) Người dân\n\nb) Tiếp tục:\n\n- Thể chế;\n- Bộ máy;\n\n- Số.\n\n#### 2. Cụ thể\n\na) Bộ trưởng:\n\n- Ban hành.\n\nc) Bộ Tài chính" => "
         |  | Mở đầu.
        I | I. | KẾT QUẢ
          I.1 | 1. | Một Thêm.
        II | II. | h2 TỒN TẠI
         |  | Thống nhất.
          II.1 | 1. | Hạn chế: (i) x
          II.3 | 3. | h3 Bài học
            II.3.1 | – | A
            II.3.2 | – | B
        III | III. | h3 NHIỆM VỤ
          III.1 | 1. | h4 Quan điểm
            III.1.a | a) | Người dân
            III.1.b | b) | Tiếp tục:
              III.1.b.1 | – | Thể chế;
              III.1.b.2 | – | Bộ máy;
              III.1.b.3 | – | Số.
          III.2 | 2. | h4 Cụ thể
            III.2.a | a) | Bộ trưởng:
              III.2.a.1 | – | Ban hành.
            III.2.c | c) | Bộ Tài chính
";
    ordinals_in_dashes_and_in_italics: "2. Năm nguyên nhân:\n\n- Thứ nhất, một\n\n- *Thứ ba*, ba\n- khác\n\n3. Giải pháp\n\n*Thứ nhất,* x\n\nThành viên y\n\n**Thứ hai:** z" => "
        2 | 2. | Năm nguyên nhân:
          2.1 | Thứ nhất, | một
          2.3 | Thứ ba, | ba
          2.4 | – | khác
        3 | 3. | Giải pháp
          3.1 | Thứ nhất, | x Thành viên y
          3.2 | Thứ hai: | z
";
    damaged_bold_and_escapes: "**1.** Một\n\n** 2.** Hai\n\n3\\. Ba\n\n**1.1.** Bốn\n\n***3.1.*** Năm\n\n**a)** Sáu\n\na\\) Bảy\n\n**II. Tám" => "
        1 | 1. | Một
        2 | 2. | Hai
        3 | 3. | Ba
          1.1 | 1.1. | Bốn
          3.1 | 3.1. | Năm
            3.1.a | a) | Sáu
             | a) | Bảy
        II | II. | Tám
";
    lists_keep_their_numbers: "3. Ba\n5. Năm\n7) Bảy\n\n2023. Đầu năm" => "
        3 | 3. | Ba
        5 | 5. | Năm
        7 | 7) | Bảy Đầu năm
";
    letters_in_running_lines: "3. Các bộ:\na) Một;\nb) Hai\nc) là sai;\nđ) Ba.\n   - Gạch\n   + Cộng\nTC  \ne) Bốn" => "
        3 | 3. | Các bộ:
          3.a | a) | Một;
          3.b | b) | Hai c) là sai;
          3.đ | đ) | Ba.
            3.đ.1 | – | Gạch
              3.đ.1.1 | + | Cộng TC
          3.e | e) | Bốn
";
    nested_dashes: "1. A\n\n- b\n  - c\n  - d\n- e\n\n+ f\n+ g\n\n- h\n\n2. B\n   - i\n\n- j" => "
        1 | 1. | A
          1.1 | – | b
            1.1.1 | – | c
            1.1.2 | – | d
          1.2 | – | e
            1.2.1 | + | f
            1.2.2 | + | g
          1.3 | – | h
        2 | 2. | B
          2.1 | – | i
          2.2 | – | j
";
    lists_without_a_clause_stay_lists: "Thành phần:\n\n- A\n- B\n\n  C\n\n1. D" => "
         |  | Thành phần: A B C
        1 | 1. | D
";
    what_an_item_holds_stays_below_it: "1. A\n   1. B\n   2. C\n\n   a) D\n\n2. E\n\n- F\n  1. G\n\na) H" => "
        1 | 1. | A
          1.1 | 1. | B
          1.2 | 2. | C
            1.2.a | a) | D
        2 | 2. | E
          2.1 | – | F
            2.1.1 | 1. | G
          2.a | a) | H
";
    two_labels_on_a_line: "3. a) Bộ\n\nb) Tỉnh\n\n- b) Huyện" => "
        3 | 3. | 
          3.a | a) | Bộ
          3.b | b) | Tỉnh
           | b) | Huyện
";
    capitals_and_articles: "A. Chung\n\n1. Một\n\nB. Riêng\n\n1. Hai\n\nH. Cuối\n\nI. La Mã\n\nĐiều 5. Hiệu lực\n\n1. Ba\n\nĐiều 6. Hết" => "
        A | A. | Chung
          A.1 | 1. | Một
        B | B. | Riêng
          B.1 | 1. | Hai H. Cuối
        I | I. | La Mã
          I.5 | Điều 5. | Hiệu lực
            I.5.1 | 1. | Ba
          I.6 | Điều 6. | Hết
";
    numbers_with_parts: "1. A\n\n1.1. B\n\n- c\n\n1.2. D\n\n1.2.1. E\n\n2. F\n\n3.1. G\n\n3.2 Hai\n\n4. H" => "
        1 | 1. | A
          1.1 | 1.1. | B
            1.1.1 | – | c
          1.2 | 1.2. | D
            1.2.1 | 1.2.1. | E
        2 | 2. | F
          3.1 | 3.1. | G
          3.2 | 3.2 | Hai
        4 | 4. | H
";
    news_paragraphs: "Nhãn.\n\n¶2. Sáng 8/9.\n\n¶10. Xử lý." => "
         |  | Nhãn.
        ¶2 | ¶2. | Sáng 8/9.
        ¶10 | ¶10. | Xử lý.
";
    sentences_are_no_labels: "12 người dự.\n\n1.234,5 tỷ.\n\n100. Không.\n\n8/9/2023, họp.\n\nThứ hai, ngày 3.\n\nV.I. Lê-nin." => "
         |  | 12 người dự. 1.234,5 tỷ. Không. 8/9/2023, họp. Thứ hai, ngày 3. V.I. Lê-nin.
";
    a_wrapped_sentence_is_no_label: "1. Theo khoản\n3. Bộ và điều\na) Tỉnh" => "
        1 | 1. | Theo khoản
        3 | 3. | Bộ và điều a) Tỉnh
";
    headings_without_label: "## I. A\n\n1. B\n\n### Phụ\n\n1. C\n\n## Khác\n\n- D" => "
        I | I. | h2 A
          I.1 | 1. | B
         |  | h3 Phụ
           | 1. | C
         |  | h2 Khác
         |  | D
";
    recipients_belong_to_no_clause: "1. A\n\n**Nơi nhận:**\n\n- TTgCP (để b/c);\n- Lưu: VT." => "
        1 | 1. | A
         |  | Nơi nhận: TTgCP (để b/c); Lưu: VT.
";
    quotes_and_tables_stay_whole: "1. A\n\n> 2. B\n> a) C\n\n| 3. | x |\n|---|--:|\n| 4. D | 1 |\n\n2. E" => "
        1 | 1. | A B a) C 3. x 4. D 1
        2 | 2. | E
";
    one_first_heading: "# T\n\n## U\n\nV" => "
         |  | h2 T
         |  | h3 U
         |  | V
";
    windows_line_ends: "1. A\r\na) B;\r\nb) C\r\n\r\n- D\r\n" => "
        1 | 1. | A a) B;
          1.b | b) | C
            1.b.1 | – | D
";
}

#[test]
fn pages_keep_their_lists() {
    assert_eq!(
        page("## Cách tính\n\n1. Một\n2. Hai\n\na) ba\n\n## 2. Hộp\n\n1. Bốn"),
        " |  | h2 Cách tính\n |  | Một Hai a) ba\n |  | h2 2. Hộp\n |  | Bốn\n"
    );
}

#[test]
fn markup_of_blocks() {
    for (markdown, expected) in [
        ("1. **A** *b*\n\nc", "<p><strong>A</strong> <em>b</em></p>\n<p>c</p>"),
        ("**1.** A", "<p>A</p>"),
        ("**1. A:** b", "<p><strong>A:</strong> b</p>"),
        ("## **I. A**", "<strong>A</strong>"),
        ("a [?] b\\[?\\]", "<p>a <abbr class=\"doubt\">[?]</abbr> b<abbr class=\"doubt\">[?]</abbr></p>"),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
        ("2023. a\n2025. b", "<ol start=\"2023\">\n<li>a</li>\n<li value=\"2025\">b</li>\n</ol>"),
        ("*a\nb)* c", "<p><em>a\nb)</em> c</p>"),
        ("1. x\n\n*a;\nb) c* d", "<p>x</p>\n<p><em>a;</em></p>\n<p>c d</p>"),
        ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
        (
            "|a|b|\n|:-:|--:|\n|1|2|",
            "<table>\n<thead><tr><th scope=\"col\" class=\"mid\">a</th><th scope=\"col\" class=\"num\">b</th></tr></thead>\n<tbody>\n<tr><td class=\"mid\">1</td><td class=\"num\">2</td></tr>\n</tbody></table>",
        ),
        (
            "a[^x] b[^y] c[^x]\n\n[^y]: hai\n\n[^x]: một\n",
            "<p>a<sup><a href=\"#chu-thich-1\">1</a></sup> b<sup><a href=\"#chu-thich-2\">2</a></sup> c<sup><a href=\"#chu-thich-1\">1</a></sup></p>\n<ol class=\"notes\">\n<li id=\"chu-thich-1\"><p>một</p>\n</li>\n<li id=\"chu-thich-2\"><p>hai</p>\n</li>\n</ol>",
        ),
        (
            "~~a~~ `b` <https://a.vn>",
            "<p><del>a</del> <code>b</code> <a href=\"https://a.vn\" rel=\"noopener noreferrer\">https://a.vn</a></p>",
        ),
        (
            "![ảnh](a.png) ![xa](https://a.vn/b.png)",
            "<p><img src=\"a.png\" alt=\"ảnh\"> <a href=\"https://a.vn/b.png\" rel=\"noopener noreferrer\">xa</a></p>",
        ),
        ("> # a\n>\n> b", "<blockquote><p><strong>a</strong></p>\n<p>b</p>\n</blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    ] {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

#[test]
fn problems_have_places() {
    let file = "\u{feff}---\ntitle: a\n---\n1. Một <b>x</b>\n\n<div>\ny\n</div>\n\n2. Xem [đây](javascript:a) và\n   ![b](data:c)\n\n**1.** Lại";
    assert_eq!(
        diagnostics(file),
        [
            "4:8 raw-html <b>",
            "6:1 raw-html <div>",
            "10:8 unsafe-url javascript:a",
            "11:4 unsafe-url data:c",
            "13:3 duplicate-clause 1",
        ]
    );
}
