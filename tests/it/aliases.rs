//! Former ids: their addresses lead on, and an address that would vanish is told.

use crate::starter::Site;

const TASKS: &str = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";

#[test]
fn a_former_address_leads_on_and_a_lost_one_is_told() {
    let site = Site::starter();
    site.build().args(["--base-url", "https://vidu.example/"]).assert().success();
    let output = site.output();
    let check = |args: &[&str]| {
        let mut check = site.tiendo("check");
        check.args(["--lang", "en", "--against"]).arg(&output).args(args);
        let done = check.output().expect("the program runs");
        (done.status.code(), String::from_utf8(done.stderr).expect("UTF-8"))
    };
    assert_eq!(check(&["--base-url", "https://vidu.example/", "--deny-warnings"]), (Some(0), String::new()));
    site.edit(TASKS, "id: thu-tuc-len-mang\n", "id: dich-vu-truc-tuyen\n");
    let (code, told) = check(&["--base-url", "https://vidu.example/", "--deny-warnings"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("/nhiem-vu/thu-tuc-len-mang/ would vanish") && !told.contains("bao-cao"), "{told}");

    site.edit(TASKS, "id: dich-vu-truc-tuyen\n", "id: dich-vu-truc-tuyen\n    aliases: thu-tuc-len-mang\n");
    site.edit(
        "content/agencies/co-quan.yaml",
        "  - id: so-vi-du\n",
        "  - id: so-vi-du\n    aliases: [so-vd, so-thi-du]\n",
    );
    assert_eq!(check(&["--base-url", "https://vidu.example/", "--deny-warnings"]), (Some(0), String::new()));
    site.build().args(["--base-url", "https://vidu.example/"]).assert().success();
    for (page, target, canonical) in [
        ("nhiem-vu/thu-tuc-len-mang", "../../nhiem-vu/dich-vu-truc-tuyen/index.html", "nhiem-vu/dich-vu-truc-tuyen/"),
        ("co-quan/so-vd", "../../co-quan/so-vi-du/index.html", "co-quan/so-vi-du/"),
        ("co-quan/so-thi-du", "../../co-quan/so-vi-du/index.html", "co-quan/so-vi-du/"),
    ] {
        let text = std::fs::read_to_string(output.join(page).join("index.html")).expect("the former address");
        assert!(text.contains(&format!("content=\"0; url={target}\"")), "{text}");
        assert!(text.contains(&format!("rel=\"canonical\" href=\"https://vidu.example/{canonical}\"")), "{text}");
        assert!(text.contains(&format!("<a href=\"{target}\">")), "{text}");
    }
    for file in ["nhiem-vu/thu-tuc-len-mang.ics", "co-quan/so-vd.ics", "co-quan/so-thi-du.atom.xml"] {
        assert!(output.join("du-lieu").join(file).is_file(), "{file}");
    }
    let map = std::fs::read_to_string(output.join("sitemap.xml")).expect("the map of the site");
    assert!(map.contains("dich-vu-truc-tuyen") && !map.contains("thu-tuc-len-mang"), "former addresses are on no map");
}

#[test]
fn what_is_internal_has_no_former_address_either() {
    let site = Site::starter();
    site.edit(TASKS, "    title: Đưa thủ tục", "    internal: true\n    aliases: viec-kin\n    title: Đưa thủ tục");
    site.build().assert().success();
    assert!(site.bytes().keys().all(|path| !path.to_string_lossy().contains("viec-kin")));
    let done = site.tiendo("check").args(["--against", "/no/such/output"]).output().expect("the program runs");
    assert_eq!(done.status.code(), Some(2));
}
