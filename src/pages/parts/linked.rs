//! What search engines and messengers read of a page: one sentence, and its subject as linked data (schema.org).
//!
//! Linked data is a data block, not a script: nothing in it runs. It says what the page says and nothing more; what is
//! unknown is left out.

use crate::derive::{Label, Tally};
use crate::model::{Agency, AgencyIx, AgencyKind, DocumentIx, MeetingIx};
use crate::open_data::{DataFile, tables};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use serde_json::{Map, Value, json};

impl Page<'_> {
    /// `{ name }: 12 đầu việc, tính đến …: 3 hoàn thành đúng hạn; …`
    pub(crate) fn described(&self, name: &str, key: &str, tally: &Tally) -> String {
        if tally.total() == 0 {
            return name.to_owned();
        }
        let (list, date) = (self.tally_words(tally), self.words.day(self.report.as_of).text);
        let args = [
            ("n", Arg::Count(tally.total() as usize)),
            ("date", Arg::Text(date.as_str())),
            ("list", Arg::Text(list.as_str())),
        ];
        format!("{name}: {}", self.words.with(key, &args))
    }

    /// Counts of labels in words, in the fixed order.
    pub(crate) fn tally_words(&self, tally: &Tally) -> String {
        let counts = Label::ALL.into_iter().filter(|label| tally.of(*label) > 0).map(|label| {
            let n = tally.of(label);
            let (key, text) = (format!("sum-{}", label.code()), self.words.number(u64::from(n)));
            self.words.with(&key, &[("n", Arg::Count(n as usize)), ("text", Arg::Text(&text))])
        });
        counts.collect::<Vec<_>>().join("; ")
    }

    pub(crate) fn event(&self, ix: MeetingIx) -> Map<String, Value> {
        let meeting = &self.data()[ix];
        let mut object = typed("Event");
        put(&mut object, "name", Some(meeting.title.as_str()));
        put(&mut object, "startDate", meeting.held.map(|d| d.to_string()));
        put(&mut object, "endDate", meeting.held.map(|d| d.to_string()));
        put(&mut object, "inLanguage", Some(self.data().settings.language.code()));
        put(&mut object, "location", meeting.place.as_ref().map(|place| named("Place", place)));
        let body = meeting.body.map(|ix| &self.data()[ix]);
        put(&mut object, "organizer", body.map(|body| named(kind_of(body), &body.name)));
        object
    }

    pub(crate) fn creative_work(&self, ix: DocumentIx) -> Map<String, Value> {
        let document = &self.data()[ix];
        let mut object = typed("CreativeWork");
        put(&mut object, "name", document.title.as_deref());
        put(&mut object, "identifier", document.number.as_deref());
        put(&mut object, "genre", document.kind.as_deref());
        put(&mut object, "datePublished", document.issued.map(|d| d.to_string()));
        put(&mut object, "inLanguage", Some(self.data().settings.language.code()));
        let issuer = document.issuer.map(|ix| &self.data()[ix]);
        put(&mut object, "publisher", issuer.map(|issuer| named(kind_of(issuer), &issuer.name)));
        put(&mut object, "sameAs", document.url.as_deref());
        object
    }

    pub(crate) fn organization(&self, ix: AgencyIx) -> Map<String, Value> {
        let agency = &self.data()[ix];
        let mut object = typed(kind_of(agency));
        put(&mut object, "name", Some(agency.name.as_str()));
        put(&mut object, "alternateName", agency.short.as_deref());
        put(&mut object, "url", agency.url.as_deref());
        put(&mut object, "foundingDate", agency.from.map(|d| d.to_string()));
        let ended = agency.until.filter(|d| *d < self.report.as_of);
        put(&mut object, "dissolutionDate", ended.map(|d| d.to_string()));
        object
    }

    pub(crate) fn dataset(&self) -> Map<String, Value> {
        let settings = &self.data().settings;
        let mut object = typed("Dataset");
        put(&mut object, "name", Some(settings.title.as_str()));
        let said = settings.description.clone().unwrap_or_else(|| self.words.say("data-lead"));
        put(&mut object, "description", Some(said));
        put(&mut object, "dateModified", Some(self.report.as_of.to_string()));
        put(&mut object, "inLanguage", Some(settings.language.code()));
        put(&mut object, "isAccessibleForFree", Some(true));
        if let Some(licence) = &settings.licence {
            put(&mut object, "license", Some(licence.url.as_deref().unwrap_or(&licence.name)));
        }
        put(&mut object, "creator", settings.operator.as_ref().map(|operator| named("Organization", operator)));
        // Addresses of files are only of use to others where they are absolute.
        if let Some(base) = &self.edition.base_url {
            let tables = tables::ALL.iter().flat_map(|t| [DataFile::Csv(t.id), DataFile::Json(t.id)]);
            let files = [DataFile::Workbook, DataFile::Archive].into_iter().chain(tables);
            let download = |file: DataFile| {
                let address = format!("{base}{}", file.path(self.data()));
                json!({"@type": "DataDownload", "encodingFormat": file.media_type(), "contentUrl": address})
            };
            let there = files.filter(|file| self.edition.files.has(&file.path(self.data())));
            put(&mut object, "distribution", Some(there.map(download).collect::<Vec<Value>>()));
        }
        object
    }
}

/// A subject as a JSON-LD text that cannot end its element; empty where there is none.
pub(crate) fn json_ld(subject: Map<String, Value>, canonical: Option<&String>) -> String {
    if subject.is_empty() {
        return String::new();
    }
    let mut object = Map::from_iter([("@context".to_owned(), json!("https://schema.org"))]);
    object.extend(subject);
    if let Some(address) = canonical {
        object.insert("mainEntityOfPage".to_owned(), json!(address));
    }
    Value::Object(object).to_string().replace('<', "\\u003c")
}

fn kind_of(agency: &Agency) -> &'static str {
    match agency.kind {
        AgencyKind::Ministry
        | AgencyKind::Ministerial
        | AgencyKind::GovernmentAgency
        | AgencyKind::Province
        | AgencyKind::Body => "GovernmentOrganization",
        AgencyKind::Party | AgencyKind::Enterprise | AgencyKind::Other => "Organization",
    }
}

fn typed(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), json!(kind))])
}

fn named(kind: &str, name: &str) -> Value {
    json!({"@type": kind, "name": name})
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    object.extend(value.map(|value| (key.to_owned(), value.into())));
}
