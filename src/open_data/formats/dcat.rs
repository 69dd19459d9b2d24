//! `dcat.jsonld` (DCAT 3, the terms of DCAT-AP): one dataset with its distributions.

use super::json::pretty;
use crate::model::{Contact, Language};
use crate::open_data::data_files::DataFiles;
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{ALL, pick};
use serde_json::{Value as Json, json};

pub(in crate::open_data) fn bytes(site: &ExportSite, data_files: &DataFiles) -> Vec<u8> {
    let data = site.data();
    let from = DataFile::Catalog;
    let text = |text: &str| json!({"@value": text, "@language": data.settings.language.code()});
    let own = site.base_url.clone().unwrap_or_else(|| "../".to_owned());
    let licence = data.settings.licence.as_ref().map(|l| match &l.url {
        Some(url) => json!({"@id": url, "dct:title": l.name}),
        None => json!({"@type": "dct:LicenseDocument", "dct:title": l.name}),
    });
    let distribution = |file: DataFile, title: &str| {
        let address = file.link(site, from);
        let mut found = json!({
            "@type": "dcat:Distribution",
            "@id": address,
            "dct:title": text(title),
            "dcat:accessURL": {"@id": address},
            "dcat:downloadURL": {"@id": address},
            "dcat:mediaType": {"@id": format!("https://www.iana.org/assignments/media-types/{}", file.media_type())},
        });
        found.as_object_mut().expect("an object").extend(licence.clone().map(|l| ("dct:license".to_owned(), l)));
        found
    };
    let mut all = Vec::new();
    for table in ALL {
        let title = pick(table.title, site.words.lang);
        all.push(distribution(DataFile::Csv(table.id), &format!("{title} (CSV)")));
        all.push(distribution(DataFile::Json(table.id), &format!("{title} (JSON)")));
    }
    if data_files.has(DataFile::Workbook) {
        all.push(distribution(DataFile::Workbook, "XLSX"));
    }
    all.push(distribution(DataFile::Archive, "ZIP"));
    let publisher = json!({"@type": "foaf:Agent", "foaf:name": text(site.operator())});
    let language = if data.settings.language == Language::VI { "VIE" } else { "ENG" };
    let day = |day: chrono::NaiveDate| json!({"@value": day.to_string(), "@type": "xsd:date"});
    let settings = &data.settings;
    let description =
        settings.description.as_ref().map_or(site.title(), |d| site.pick(d, settings.description_en.as_ref()));
    let mut dataset = json!({
        "@type": "dcat:Dataset",
        "@id": format!("{}#dataset", from.link(site, from)),
        "dct:title": text(site.title()),
        "dct:description": text(description),
        "dct:publisher": publisher,
        "dct:language": {"@id": format!("http://publications.europa.eu/resource/authority/language/{language}")},
        "dct:modified": day(site.report.last_update().unwrap_or(site.report.as_of)),
        "dcat:landingPage": {"@id": own},
        "dcat:distribution": all,
    });
    let contact = settings.contact.as_ref().map(|contact| contact_point(contact, site.operator()));
    dataset.as_object_mut().expect("an object").extend(contact.map(|c| ("dcat:contactPoint".to_owned(), c)));
    pretty(&json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Catalog",
        "@id": from.link(site, from),
        "dct:title": text(site.title()),
        "dct:description": text(description),
        "dct:publisher": publisher,
        "foaf:homepage": {"@id": own},
        "dcat:dataset": [dataset],
    }))
}

/// Who answers for the data, as a vCard.
fn contact_point(contact: &Contact, operator: &str) -> Json {
    let id = |address: String| json!({"@id": address});
    let fields = [
        ("vcard:hasEmail", contact.email.as_ref().map(|email| id(format!("mailto:{email}")))),
        ("vcard:hasTelephone", contact.phone.as_ref().map(|phone| json!({"vcard:value": phone}))),
        ("vcard:hasURL", contact.url.as_ref().map(|url| id(url.clone()))),
        ("vcard:hasAddress", contact.address.as_ref().map(|address| json!({"vcard:street-address": address}))),
    ];
    let mut found = json!({"@type": "vcard:Organization", "vcard:fn": contact.office.as_deref().unwrap_or(operator)});
    let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    found.as_object_mut().expect("an object").extend(known);
    found
}
