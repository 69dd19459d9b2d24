//! What a site may ask for, and what it gets beyond that: a diagnostic, at once.

use std::fmt::Write as _;
use tiendo::load::{Snapshot, load};

/// The codes of what is wrong with a site of these agencies and tasks.
fn codes(agencies: &str, tasks: &str) -> Vec<&'static str> {
    let head =
        "---\ntitle: Họp\nheld: 2024-01-10\ndocuments: [{kind: Thông báo, issued: 2024-01-15}]\n---\n\n1. Một.\n";
    let files = [
        ("content/site.yaml", "title: Thử"),
        ("content/agencies/a.yaml", agencies),
        ("content/meetings/hop.md", head),
        ("content/tasks/t.yaml", &format!("document: hop\ntasks:\n{tasks}")),
    ];
    let loaded = load(&Snapshot::of_texts(files), |_| "2026-11-27".parse().expect("a day"));
    loaded.diagnostics.codes().iter().map(|code| code.id()).collect()
}

const ONE: &str = "agencies:\n- {id: ag, name: Ag, kind: other}\n";

/// Sixty levels of two groups, each with both of the level below: 2^60 ways from the top.
#[test]
fn groups_in_a_diamond() {
    let mut agencies = format!(
        "{ONE}groups:\n- {{id: a0, name: G, members: [{{agency: ag}}]}}\n- {{id: b0, name: G, members: [{{agency: ag}}]}}\n"
    );
    for n in 1..60 {
        for side in ["a", "b"] {
            let below = n - 1;
            let _ =
                writeln!(agencies, "- {{id: {side}{n}, name: G, members: [{{group: a{below}}}, {{group: b{below}}}]}}");
        }
    }
    let task =
        "- {id: u, title: T, lead: a59, coordinators: b59, updates: [{date: 2024-02-01, agency: ag, note: X}]}\n";
    assert_eq!(codes(&agencies, task), [""; 0]);
}

/// A chain within the bound is followed, one beyond it is refused where the bound is reached.
#[test]
fn long_chains() {
    let groups = |most: usize| {
        let mut agencies = format!("{ONE}groups:\n- {{id: g0, name: G, members: [{{agency: ag}}]}}\n");
        for n in 1..most {
            let _ = writeln!(agencies, "- {{id: g{n}, name: G, members: [{{group: g{}}}]}}", n - 1);
        }
        agencies
    };
    let task = "- {id: u, title: T, lead: g999, updates: [{date: 2024-02-01, agency: ag, note: X}]}\n";
    assert_eq!(codes(&groups(1_000), task), [""; 0]);
    assert_eq!(codes(&groups(20_000), task), ["site-bounds"]);
    let mut agencies = "agencies:\n- {id: a0, name: A, kind: other}\n".to_owned();
    for n in 1..10_000 {
        let _ = writeln!(
            agencies,
            "- {{id: a{n}, name: A, kind: other, succeeded_by: [{{agency: a{}, from: 2024-01-01}}]}}",
            n - 1
        );
    }
    assert_eq!(codes(&agencies, "- {id: u, title: T, lead: a99}\n"), ["site-bounds"]);
}

/// A circle is told once, however many groups lead into it.
#[test]
fn a_long_circle() {
    let mut agencies = format!("{ONE}groups:\n");
    for n in 0..3_000 {
        let next = if n == 2_999 { String::new() } else { format!("{{group: g{}}}, ", n + 1) };
        let _ = writeln!(agencies, "- {{id: g{n}, name: G, members: [{next}{{group: g0}}]}}");
    }
    assert_eq!(codes(&agencies, "- {id: u, title: T, lead: ag}\n"), ["circular-group", "site-bounds"]);
}

/// Tasks within tasks have no bound: each is looked at once.
#[test]
fn tasks_within_tasks() {
    let mut tasks = "- {id: t0, title: T, lead: ag}\n".to_owned();
    for n in 1..20_000 {
        let _ = writeln!(tasks, "- {{id: t{n}, title: T, lead: ag, parent: t{}}}", n - 1);
    }
    assert_eq!(codes(ONE, &tasks), [""; 0]);
}

#[test]
fn periods_and_obligations() {
    let due = |from: &str, until: &str| format!("due: {{every: month, from: {from}, until: {until}}}");
    assert_eq!(codes(ONE, &format!("- {{id: u, title: T, lead: ag, {}}}\n", due("1927-01-01", "2100-12-31"))), [""; 0]);
    assert_eq!(
        codes(ONE, &format!("- {{id: u, title: T, lead: ag, {}}}\n", due("1926-01-01", "2100-12-31"))),
        ["site-bounds"]
    );
    // Five hundred agencies, five hundred duties, thirty-five months: told once.
    let mut agencies = "agencies:\n".to_owned();
    let mut members = Vec::new();
    for n in 0..500 {
        let _ = writeln!(agencies, "- {{id: m{n}, name: M, kind: other}}");
        members.push(format!("{{agency: m{n}}}"));
    }
    let _ = writeln!(agencies, "groups:\n- {{id: g, name: G, members: [{}]}}", members.join(", "));
    let task = |n: usize, rest: &str| format!("- {{id: u{n}, title: T, lead: g, {rest}}}\n");
    let many = |count: usize, rest: &str| (0..count).map(|n| task(n, rest)).collect::<String>();
    assert_eq!(codes(&agencies, &many(500, &due("2024-01-01", "2100-12-31"))), ["site-bounds"]);
    assert_eq!(codes(&agencies, &many(15, &due("2024-01-01", "2100-12-31"))), [""; 0]);
    // Single duties, coordination and addressees count as well.
    assert_eq!(codes(&agencies, &many(610, "due: 2024-12-31")), ["site-bounds"]);
    assert_eq!(
        codes(&agencies, &many(500, "due: 2024-12-31, coordinators: g, report_to: g")),
        ["repeated-agency"; 500]
    );
    let helped = |n: usize| format!("- {{id: u{n}, title: T, lead: m0, coordinators: g, report_to: g}}\n");
    assert_eq!(codes(&agencies, &(0..1_000).map(helped).collect::<String>()), ["site-bounds"]);
}

/// More of a kind than any office has: told at the first that is too many, and nothing is made.
#[test]
fn things_of_each_kind() {
    let numbered = |text: &str, many: usize| (0..=many).map(|n| text.replace('#', &n.to_string())).collect::<String>();
    let files = |path: &str, text: &str| {
        let files = [("content/site.yaml", "title: Thử"), ("content/agencies/a.yaml", ONE), (path, text)];
        let loaded = load(&Snapshot::of_texts(files), |_| "2026-11-27".parse().expect("a day"));
        loaded.diagnostics.codes().iter().map(|code| code.id()).collect::<Vec<_>>()
    };
    let agencies = numbered("- {id: c#, name: C, kind: other}\n", 30_000);
    assert_eq!(files("content/agencies/b.yaml", &format!("agencies:\n{agencies}")), ["site-bounds"]);
    let topics = numbered("- {id: l#, name: L}\n", 500);
    assert_eq!(files("content/site.yaml", &format!("title: Thử\ntopics:\n{topics}")), ["site-bounds"]);
    let former = numbered("c#, ", 50_000);
    let agency = format!("agencies:\n- {{id: moi, name: M, kind: other, aliases: [{former}]}}\n");
    assert_eq!(files("content/agencies/b.yaml", &agency), ["site-bounds"]);
    let pages: Vec<_> = (0..=500).map(|n| (format!("content/pages/p{n}.md"), "---\ntitle: P\n---\n\nX.\n")).collect();
    let all = pages.iter().map(|(path, text)| (path.as_str(), *text)).chain([("content/site.yaml", "title: Thử")]);
    let loaded = load(&Snapshot::of_texts(all), |_| "2026-11-27".parse().expect("a day"));
    assert_eq!(loaded.diagnostics.codes().iter().map(|code| code.id()).collect::<Vec<_>>(), ["site-bounds"]);
}
