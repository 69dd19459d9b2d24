//! Pages in several languages: the same pages under a folder each, tied to each other, nothing translated by guess.

use crate::sample;
use crate::starter::{Site, tiendo};

#[test]
fn every_page_has_its_twin_in_english() {
    let built = sample::build(sample::folder(), &[]);
    let files = sample::files(&built.output);
    let pages: Vec<&String> = files.iter().filter(|f| f.ends_with(".html")).collect();
    let (english, own): (Vec<&String>, Vec<&String>) = pages.iter().partition(|p| p.starts_with("en/"));
    let twins: Vec<String> = own.iter().filter(|p| **p != "404.html").map(|p| format!("en/{p}")).collect();
    // A page of the site's own language alone would be an embed or the like; none may lack its twin by accident.
    assert_eq!(english, twins.iter().collect::<Vec<_>>());
    for path in english {
        let html = sample::read(&built, path);
        assert!(html.contains("<html lang=\"en\">"), "{path}");
        let address = path.trim_end_matches("index.html");
        let own = address.trim_start_matches("en/");
        for (code, address) in [("vi", own), ("en", address)] {
            let link =
                format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://vidu.example/tien-do/{address}\">");
            assert!(html.contains(&link), "{path} has no {link}");
        }
    }
}

/// A screen reader is told what is Vietnamese, and not told so of what is English.
#[test]
fn untranslated_words_say_their_language() {
    let built = sample::build(sample::folder(), &[]);
    let page = sample::read(&built, "en/co-quan/van-phong-chinh-phu/index.html");
    assert!(page.contains("<h1>Office of the Government</h1>"), "a translated name is the page's own language");
    let news = sample::read(&built, "en/tin/2023-09-08-tin-kon-tum/index.html");
    let title = news.split("<h1").nth(1).and_then(|t| t.split('>').next()).unwrap_or_default();
    assert!(title.contains("lang=\"vi\""), "a title without translation: <h1{title}>");
    let own = sample::read(&built, "tin/2023-09-08-tin-kon-tum/index.html");
    assert!(!own.contains("<h1 lang"), "a Vietnamese page needs no such mark");
    let said = "The text below is in Vietnamese only.";
    let meeting = "phien-hop/2018-09-11-hoi-nghi-tthc/index.html";
    for path in ["tin/2023-09-08-tin-kon-tum/index.html", meeting] {
        assert!(sample::read(&built, &format!("en/{path}")).contains(said), "{path}");
        assert!(!sample::read(&built, path).contains("class=\"note\">Nội dung dưới đây chỉ có"), "{path}");
    }
}

/// `<id>.en.md` is the page `<id>` in English; without it the English page has the text of the site's language and says so.
#[test]
fn a_page_has_its_english_text_in_a_file_of_its_own() {
    let site = Site::starter();
    site.edit("content/site.yaml", "language: vi", "language: vi\nlanguages: [vi, en]");
    site.put("content/pages/cach-lam.md", "---\ntitle: Cách làm\ndescription: Một câu.\n---\n\nLời tiếng Việt.\n");
    let build = || tiendo().args(["build", "--no-sync", "--site"]).arg(site.folder()).assert().success();
    let read = |path: &str| std::fs::read_to_string(site.output().join(path)).expect("a page");
    build();
    let said = "The text below is in Vietnamese only.";
    assert!(
        read("en/cach-lam/index.html").contains(said) && read("en/cach-lam/index.html").contains("Lời tiếng Việt.")
    );

    site.put(
        "content/pages/cach-lam.en.md",
        "---\ntitle: How it works\ndescription: One sentence.\n---\n\nEnglish words.\n",
    );
    build();
    let english = read("en/cach-lam/index.html");
    assert!(english.contains("<h1>How it works</h1>") && english.contains("English words."), "{english}");
    assert!(english.contains("One sentence.") && !english.contains(said) && !english.contains("Lời tiếng Việt."));
    assert!(english.contains("<div class=\"text\">"), "English text on an English page needs no mark");
    assert!(read("cach-lam/index.html").contains("Lời tiếng Việt."));

    site.put("content/pages/khac.en.md", "---\ntitle: Other\n---\n\nWords.\n");
    let refused = tiendo().args(["check", "--lang", "en", "--site"]).arg(site.folder()).assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("bad-id") && said.contains("khac.en"), "an English text of no page: {said}");
}

/// Files for download exist once: pages of another language reach them too, from texts and from the frame.
#[test]
fn a_text_reaches_the_files_from_every_language() {
    let site = Site::starter();
    site.edit("content/site.yaml", "language: vi", "language: vi\nlanguages: [vi, en]");
    site.put(
        "content/pages/tai-ve.md",
        "---\ntitle: Tải về\n---\n\n[Bảng](../du-lieu/nhiem-vu.csv) và [trang](../du-lieu/).\n",
    );
    tiendo().args(["build", "--no-sync", "--site"]).arg(site.folder()).assert().success();
    let read = |path: &str| std::fs::read_to_string(site.output().join(path)).expect("a page");
    assert!(read("tai-ve/index.html").contains("href=\"../du-lieu/nhiem-vu.csv\""));
    let english = read("en/tai-ve/index.html");
    assert!(english.contains("href=\"../../du-lieu/nhiem-vu.csv\""), "{english}");
    assert!(english.contains("href=\"../du-lieu/\""), "a page is the one of the same language");
}

/// A third language is a file of messages, not code.
#[test]
fn a_further_language_is_a_file() {
    let site = Site::starter();
    site.edit("content/site.yaml", "language: vi", "language: vi\nlanguages: [vi, en, lo]");
    let refused = tiendo().args(["build", "--no-sync", "--lang", "en", "--site"]).arg(site.folder()).assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("content/site.yaml:") && said.contains("no words in the language \"lo\""), "{said}");

    let english = include_str!("../../themes/default/messages/en.ftl");
    let lao = english
        .replace("language-name = English", "language-name = ລາວ")
        .replace("date-day = { $d } { $name } { $year }", "date-day = { $year }.{ $mm }.{ $dd }")
        .replace("number-group = ,", "number-group = {\"\\u00A0\"}");
    site.put("themes/default/messages/lo.ftl", &lao);
    tiendo().args(["build", "--no-sync", "--as-of", "2026-11-21", "--site"]).arg(site.folder()).assert().success();
    let read = |path: &str| std::fs::read_to_string(site.output().join(path)).expect("a page");
    let page = read("lo/nhiem-vu/index.html");
    assert!(page.contains("<html lang=\"lo\">") && page.contains("2026.11.21"), "{page}");
    assert!(page.contains("href=\"../../en/nhiem-vu/index.html\" lang=\"en\""), "{page}");
    assert!(read("index.html").contains("href=\"lo/index.html\" lang=\"lo\" hreflang=\"lo\">ລາວ</a>"));
}

/// `content/pages/en.md` would lie where the English pages begin.
#[test]
fn a_page_at_the_address_of_a_language_is_refused() {
    let site = Site::starter();
    site.edit("content/site.yaml", "language: vi", "language: vi\nlanguages: [vi, en]");
    site.put("content/pages/en.md", "---\ntitle: Trang\n---\n\nLời.\n");
    let refused = tiendo().args(["check", "--lang", "en", "--site"]).arg(site.folder()).assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("address-clash") && said.contains("/en/"), "{said}");
}

/// The sample has English throughout: every task, and every update that says something.
#[test]
fn the_sample_is_in_english_too() {
    let built = sample::build(sample::folder(), &[]);
    for (table, own, english) in [("nhiem-vu", "title", "title_en"), ("cap-nhat", "note", "note_en")] {
        let json: serde_json::Value =
            serde_json::from_str(&sample::read(&built, &format!("du-lieu/{table}.json"))).expect("JSON");
        for row in json["rows"].as_array().expect("rows") {
            assert!(row[own].is_null() || row[english].is_string(), "{table}: {row}");
        }
    }
}

/// Days stand in the texts of the sample as the interface writes them: 01/3/2025, 15/02/2024.
#[test]
fn days_of_the_sample_are_in_one_form() {
    let files = sample::files(&sample::folder().join("content"));
    for file in files.iter().filter(|file| !file.ends_with(".en.md")) {
        let text = std::fs::read_to_string(sample::folder().join("content").join(file)).expect("a text");
        let lines = text.lines().filter(|line| !line.contains("http"));
        for word in lines.flat_map(|line| line.split(|c: char| !c.is_ascii_digit() && c != '/')) {
            let [day, month, year] = word.split('/').collect::<Vec<_>>()[..] else { continue };
            let (Ok(d), Ok(m), 4) = (day.parse::<u32>(), month.parse::<u32>(), year.len()) else { continue };
            let zero = if m < 3 { "0" } else { "" };
            assert_eq!(word, format!("{d:02}/{zero}{m}/{year}"), "{file}");
        }
    }
}
