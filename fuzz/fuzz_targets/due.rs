//! Deadlines: a text as the value of `due`, looked at from any day, with reports on some days.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tiendo_fuzz::{day, site_with, use_site};

fuzz_target!(|data: &[u8]| {
    let [a, b, c, rest @ ..] = data else { return };
    let text = String::from_utf8_lossy(rest);
    // One line: `due` in flow style; a second one is the `extended`, a third one the updates.
    let mut parts = text.splitn(3, '\n');
    let (due, extended, updates) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mut site =
        format!("document: 2024-01-10-hop\ntasks:\n  - id: viec\n    title: Việc\n    lead: bo-a\n    due: {due}\n");
    if !extended.is_empty() {
        site.push_str(&format!("    extended: [{extended}]\n"));
    }
    if !updates.is_empty() {
        site.push_str(&format!("    updates: [{}]\n", updates.replace('\n', " ")));
    }
    let as_of = day(i32::from(u16::from_be_bytes([*a, *b]) % 10_050), u32::from(*c) + 1);
    use_site(&site_with("content/tasks/a.yaml", &site), as_of);
    use_site(&site_with("content/tasks/a.yaml", &site), day(2026, 325));
});
