//! The YAML loader: any text as each of the site's YAML files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tiendo_fuzz::{day, site_with, use_site};

fuzz_target!(|data: &[u8]| {
    let Some((which, rest)) = data.split_first() else { return };
    let path = ["content/site.yaml", "content/agencies/a.yaml", "content/tasks/a.yaml"][usize::from(*which) % 3];
    let text = String::from_utf8_lossy(rest);
    use_site(&site_with(path, &text), day(2024, 60));
});
