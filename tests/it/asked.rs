//! What no template of a page asks for is neither made, nor handed to it, nor counted in its fingerprint.

use crate::laws::{THREE, small_with};
use crate::sample;
use std::sync::Arc;
use tiendo::derive::Report;
use tiendo::diag::{Sink, Sources};
use tiendo::load::{self, disk};
use tiendo::model::Dataset;
use tiendo::theme::{Theme, ThemeFile};
use tiendo::{
    bundle::{Fingerprint, Source},
    pages::{Plan, PlanOptions},
};

/// The plan of a site under the carried theme and one template of its own.
fn plan(data: Arc<Dataset>, as_of: &str, own: Option<(&str, &str)>) -> Plan {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = |(path, text): (&str, &str)| ThemeFile { path: path.to_owned(), bytes: text.into(), file: None };
    let theme = Theme::load(own.map(file).into_iter().collect(), &mut sources, &mut sink).expect("the theme loads");
    let report = Report::new(data, as_of.parse().expect("a date"));
    let options = PlanOptions { base_url: Some("https://vidu.example/tien-do/".to_owned()), ..PlanOptions::default() };
    Plan::new(report, Arc::new(theme), options).expect("no two pages have one address")
}

#[test]
fn every_page_of_the_sample_is_the_same_with_every_field_handed_out() {
    let today = "2026-11-21".parse().expect("a date");
    let snapshot = disk::read(sample::folder()).expect("the sample can be read");
    let data = load::load(&snapshot, |_| today).dataset.expect("the sample is sound");
    let plan = plan(Arc::new(data), "2026-11-21", None);
    let translations = plan.translations().expect("no two pages have one address");
    let mut pages = 0;
    for plan in std::iter::once(&plan).chain(&translations) {
        for path in plan.page_paths() {
            let (made, whole) =
                (plan.bytes(path).expect("renders"), plan.render_with_all_fields(path).expect("renders"));
            assert_eq!(String::from_utf8_lossy(&made), String::from_utf8_lossy(&whole), "{path}");
            pages += 1;
        }
    }
    assert!(pages > 200, "{pages}");
}

#[test]
fn a_page_that_does_not_show_a_change_is_not_made_anew() {
    let data = |title: &str| {
        small_with(
            "",
            THREE,
            &format!("  - {{id: viec, title: {title}, clause: \"1\", lead: [so-a], due: 2024-03-31}}"),
        )
    };
    let mark = |title: &str, template: &str| -> Fingerprint {
        plan(data(title), "2024-03-01", Some(("templates/tasks.html", template))).fingerprint("nhiem-vu/index.html")
    };
    let counted = "<h1>{{ view.pager.total }}</h1>";
    assert_eq!(mark("Một", counted), mark("Hai", counted));
    let listed = "{{ show(component=\"task_row\", of=view.rows) }}";
    assert_ne!(mark("Một", listed), mark("Hai", listed));
    assert_ne!(mark("Một", counted), mark("Một", listed));
    // Who handles the whole gets the whole.
    let whole = "{% set all = view %}<h1>{{ view.pager.total }}</h1>";
    assert_ne!(mark("Một", whole), mark("Hai", whole));
}
