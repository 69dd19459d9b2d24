//! `content/site.yaml`

use super::contact;
use super::holidays::holidays;
use super::unresolved::{Unresolved, named};
use crate::diag::{Code, Diagnostic, Place, Severity, Sink, closest};
use crate::load::fields::{Fields, Loc, id};
use crate::load::yaml::Node;
use crate::load::{format, schema, zone};
use crate::model::{
    AcceptancePolicy, Holidays, Language, Licence, PageGroup, Settings, Thresholds, Topic, TopicId, Unreported,
};
use std::collections::{BTreeSet, HashMap};

/// The settings and what could not be read of them.
#[derive(Debug, Clone)]
pub struct RawSite {
    /// As far as they could be read; defaults elsewhere.
    pub settings: Settings,
    pub places: SettingPlaces,
    pub topics: Unresolved,
    /// Warnings that count as errors here.
    pub errors: Vec<Code>,
    /// The content is in a format that this version does not know: nothing else that is said of it would be true.
    pub newer: Option<Diagnostic>,
}

/// Places of the settings that the loader alone cannot check: they depend on the theme.
#[derive(Debug, Clone, Default)]
pub struct SettingPlaces {
    /// The name of the theme, if it is given.
    pub theme: Option<Place>,
    /// Each further language of the interface.
    pub languages: Vec<(Language, Place)>,
}

/// Each stands in the filters of tasks.
const MOST_TOPICS: usize = 500;
const TIMEZONE: &str = "Asia/Ho_Chi_Minh";

impl Default for RawSite {
    fn default() -> Self {
        let mut topics = Unresolved::default();
        topics.lose(None);
        let settings = Settings {
            title: String::new(),
            title_en: None,
            description: None,
            description_en: None,
            operator: None,
            operator_en: None,
            contact: None,
            feedback: None,
            language: Language::VI,
            languages: vec![Language::VI],
            timezone: TIMEZONE.to_owned(),
            offset: zone::offset(TIMEZONE).expect("the default zone is in the table"),
            base_url: None,
            theme: "default".to_owned(),
            thresholds: Thresholds::default(),
            unreported: Unreported::Separate,
            holidays: Holidays::default(),
            acceptance: AcceptancePolicy::NotUsed,
            topics: Vec::new(),
            licence: None,
            notice: None,
            notice_en: None,
            open_data: true,
            leave_out: BTreeSet::new(),
        };
        Self { settings, places: SettingPlaces::default(), topics, errors: Vec::new(), newer: None }
    }
}

pub fn site(node: Node<'_>, sink: &mut Sink) -> RawSite {
    let mut site = RawSite { newer: format::newer(&node), ..RawSite::default() };
    let Some(mut f) = Fields::open(node, &schema::SITE, sink) else { return site };
    let f = &mut f;
    let s = &mut site.settings;
    s.title = f.text("title", sink).unwrap_or_default();
    s.title_en = f.text("title_en", sink);
    s.description = f.text("description", sink);
    s.description_en = f.text("description_en", sink);
    s.operator = f.text("operator", sink);
    s.operator_en = f.text("operator_en", sink);
    s.contact = f.one("contact", sink, contact::contact);
    s.feedback = f.one("feedback", sink, contact::feedback);
    if let Some(language) =
        f.choice("language", sink, |t| Some(t).filter(|t| ["vi", "en"].contains(t)).and_then(Language::parse))
    {
        s.language = language.value;
    }
    site.places.languages = languages(s.language, f, sink);
    s.languages = vec![s.language];
    s.languages.extend(site.places.languages.iter().map(|(language, _)| *language));
    let explain_zone = |diagnostic: Diagnostic, text: &str| {
        diagnostic.arg("known", zone::names().collect::<Vec<_>>().join(", ")).suggest(closest(text, zone::names()))
    };
    let read = |text: &str| zone::offset(text).map(|offset| (text.to_owned(), offset));
    if let Some(zone) = f.parsed("timezone", sink, read, explain_zone, Code::UnknownTimezone) {
        (s.timezone, s.offset) = zone.value;
    }
    s.base_url = f.base_url("base_url", sink).map(|l| l.value).map(|u| if u.ends_with('/') { u } else { u + "/" });
    if let Some(theme) = f.located("theme", sink).and_then(|t| id(t, TopicId::parse, sink)) {
        s.theme = theme.value.to_string();
        site.places.theme = Some(theme.at);
    }
    s.thresholds = f.one("thresholds", sink, thresholds).unwrap_or_default();
    let unreported = f.choice("unreported", sink, |text| match text {
        "separate" => Some(Unreported::Separate),
        "overdue" => Some(Unreported::Overdue),
        _ => None,
    });
    s.unreported = unreported.map_or(Unreported::Separate, |u| u.value);
    s.holidays = holidays(f, sink);
    let acceptance = f.choice("acceptance", sink, |text| match text {
        "not-used" => Some(AcceptancePolicy::NotUsed),
        "required" => Some(AcceptancePolicy::Required),
        _ => None,
    });
    s.acceptance = acceptance.map_or(AcceptancePolicy::NotUsed, |a| a.value);
    site.errors = errors(f, sink);
    s.licence = f.one("licence", sink, licence);
    s.notice = f.text("notice", sink);
    s.notice_en = f.text("notice_en", sink);
    s.open_data = f.flag("open_data", sink).is_none_or(|flag| flag.value);
    f.count("format", sink);
    let extra = |text: &str| PageGroup::ALL.into_iter().find(|extra| extra.code() == text);
    s.leave_out = f.choices("leave_out", sink, extra).into_iter().collect();
    site.topics = Unresolved::default();
    let topics = named(f, "topics", &schema::TOPIC, &mut site.topics, sink, topic);
    let mut first: HashMap<TopicId, Place> = HashMap::new();
    for topic in topics {
        let Loc { value: topic, at } = topic;
        if let Some(earlier) = first.get(&topic.id) {
            let diagnostic = Diagnostic::new(Code::DuplicateId, at).arg("id", topic.id.as_str()).arg("kind", "topic");
            sink.push(diagnostic.also(*earlier, "first-here"));
            continue;
        }
        if first.len() == MOST_TOPICS {
            sink.push(Diagnostic::new(Code::SiteBounds, at).arg("reason", "topics"));
            break;
        }
        first.insert(topic.id.clone(), at);
        site.settings.topics.push(topic);
    }
    site
}

/// The warnings that count as errors here.
fn errors(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<Code> {
    let warnings = || Code::ALL.iter().filter(|code| code.severity() == Severity::Warning);
    let mut found = Vec::new();
    for name in f.list("errors", sink).0 {
        if let Some(code) = warnings().find(|code| code.id() == name.value) {
            found.push(*code);
        } else {
            let diagnostic = Diagnostic::new(Code::UnknownValue, name.at).arg("field", "errors");
            let near = closest(&name.value, warnings().map(|code| code.id()));
            let diagnostic = diagnostic.arg("value", &*name.value).arg("allowed", "completed-without-evidence, …");
            sink.push(diagnostic.suggest(near));
        }
    }
    found
}

/// The languages of the interface besides the site's own, each once, with their places.
fn languages(own: Language, f: &mut Fields<'_>, sink: &mut Sink) -> Vec<(Language, Place)> {
    let mut further: Vec<(Language, Place)> = Vec::new();
    for code in f.list("languages", sink).0 {
        match Language::parse(&code.value) {
            Some(language) if language == own || further.iter().any(|(known, _)| *known == language) => {}
            Some(language) => further.push((language, code.at)),
            None => sink.push(
                Diagnostic::new(Code::UnknownValue, code.at)
                    .arg("field", "languages")
                    .arg("value", &*code.value)
                    .arg("allowed", "vi, en, …"),
            ),
        }
    }
    further
}

fn thresholds(node: Node<'_>, sink: &mut Sink) -> Option<Thresholds> {
    let mut f = Fields::open(node, &schema::THRESHOLDS, sink)?;
    let plain = Thresholds::default();
    Some(Thresholds {
        due_soon_days: f.count("due_soon_days", sink).map_or(plain.due_soon_days, |n| n.value),
        ranking_minimum: f.count("ranking_minimum", sink).map_or(plain.ranking_minimum, |n| n.value),
        stale_after_days: f.count("stale_after_days", sink).map(|n| n.value),
        period_day: f.count("period_day", sink).map(|n| n.value),
    })
}

fn licence(node: Node<'_>, sink: &mut Sink) -> Option<Licence> {
    let mut f = Fields::open(node, &schema::LICENCE, sink)?;
    let (name, url) = (f.text("name", sink), f.url("url", sink).map(|l| l.value));
    let attribution = f.text("attribution", sink);
    Some(Licence { name: name?, url, attribution })
}

fn topic(f: &mut Fields<'_>, name: Loc<String>, sink: &mut Sink) -> Option<Loc<Topic>> {
    let id = id(name, TopicId::parse, sink);
    let (name, name_en) = (f.text("name", sink), f.text("name_en", sink));
    let description = f.text("description", sink);
    let Loc { value: id, at } = id?;
    Some(Loc { value: Topic { id, name: name?, name_en, description }, at })
}
