//! Front matter: where it is cut, and what stands in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tiendo::conclusion::split_front_matter;
use tiendo_fuzz::{day, site_with, use_site};

fuzz_target!(|data: &[u8]| {
    let Some((which, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    if let Some(front) = split_front_matter(&text) {
        assert_eq!(&text[front.yaml_start..front.yaml_start + front.yaml.len()], front.yaml);
        assert_eq!(&text[front.body_start..], front.body);
    }
    let path = ["content/meetings/2024-01-10-hop.md", "content/news/tin.md", "content/pages/trang.md"]
        [usize::from(*which) % 3];
    use_site(&site_with(path, &text), day(2024, 60));
    // The same behind an opening line, so that the fuzzer need not find it again each time.
    use_site(&site_with(path, &format!("---\n{text}")), day(2024, 60));
});
