//! `datapackage.json` (Frictionless Data Package 1) and `dcat.jsonld` (DCAT 3, the terms of DCAT-AP).

use super::Catalogue;
use super::json::pretty;
use super::site::ExportSite;
use crate::model::{Language, Licence};
use crate::open_data::tables::{ALL, Column, DataFile, Kind, Table, pick};
use serde_json::{Map, Value as Json, json};

/// The data package: every table as CSV, with types, keys and meanings.
pub(super) fn package(site: &ExportSite) -> Vec<u8> {
    let settings = &site.report.data.settings;
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "tien-do",
        "title": site.title(),
        "version": site.report.as_of.to_string(),
        "created": format!("{}T00:00:00Z", site.report.as_of),
        "contributors": [{"title": site.operator(), "role": "publisher"}],
        "resources": ALL.iter().map(|t| resource(site, t)).collect::<Vec<_>>(),
    });
    if let Some(package) = package.as_object_mut() {
        let description = settings.description.as_ref().map(|d| site.pick(d, settings.description_en.as_ref()));
        package.extend(description.map(|d| ("description".to_owned(), d.into())));
        package.extend(site.base_url.as_ref().map(|base| ("homepage".to_owned(), base.as_str().into())));
        package.extend(settings.licence.as_ref().and_then(licence).map(|l| ("licenses".to_owned(), json!([l]))));
    }
    pretty(&package)
}

/// The specification wants a name of its own kind, or an address.
fn licence(licence: &Licence) -> Option<Json> {
    let plain = licence.name.replace(' ', "-");
    let good = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    let mut found = Map::new();
    found.extend(good.then(|| ("name".to_owned(), plain.into())));
    found.extend(licence.url.as_ref().map(|url| ("path".to_owned(), url.as_str().into())));
    if found.is_empty() {
        return None;
    }
    found.insert("title".to_owned(), licence.name.as_str().into());
    Some(found.into())
}

fn resource(site: &ExportSite, table: &Table) -> Json {
    let file = DataFile::Csv(table.id);
    let lang = site.words.lang;
    let fields: Vec<Json> = table.columns.iter().map(|c| field(c, lang)).collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    if let Some(schema) = schema.as_object_mut() {
        if !table.key.is_empty() {
            schema.insert("primaryKey".to_owned(), json!(table.key));
        }
        let foreign: Vec<Json> = table.columns.iter().filter_map(|c| foreign_key(c, table)).collect();
        if !foreign.is_empty() {
            schema.insert("foreignKeys".to_owned(), foreign.into());
        }
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": pick(table.title, lang),
        "description": pick(table.meaning, lang),
        "path": file.path_inside(&site.report.data),
        "format": "csv",
        "mediatype": file.media_type(),
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": schema,
    })
}

fn foreign_key(column: &Column, table: &Table) -> Option<Json> {
    let other = column.refers?;
    // A table that refers to itself names itself by an empty text.
    let resource = if other == table.name { "" } else { other };
    Some(json!({"fields": column.name, "reference": {"resource": resource, "fields": "id"}}))
}

fn field(column: &Column, lang: Language) -> Json {
    let kind = match column.kind {
        Kind::Day => "date",
        Kind::Count => "integer",
        Kind::Number => "number",
        Kind::Flag => "boolean",
        Kind::Id
        | Kind::Ids
        | Kind::Code(_)
        | Kind::Text
        | Kind::Texts
        | Kind::Partial
        | Kind::Period
        | Kind::Address => "string",
    };
    let mut constraints = Map::new();
    if !column.optional && !matches!(column.kind, Kind::Ids | Kind::Texts) {
        constraints.insert("required".to_owned(), true.into());
    }
    if let Kind::Code(codes) = column.kind {
        constraints.insert("enum".to_owned(), json!(codes));
    }
    json!({
        "name": column.name,
        "title": pick(column.head, lang),
        "description": pick(column.meaning, lang),
        "type": kind,
        "example": column.example,
        "constraints": constraints,
    })
}

/// The catalogue: one dataset with its distributions.
pub(super) fn catalog(site: &ExportSite, catalogue: &Catalogue) -> Vec<u8> {
    let data = &site.report.data;
    let from = DataFile::Catalog;
    let text = |text: &str| json!({"@value": text, "@language": data.settings.language.code()});
    let own = site.base_url.clone().unwrap_or_else(|| "../".to_owned());
    let licence = data.settings.licence.as_ref().map(|l| match &l.url {
        Some(url) => json!({"@id": url, "dct:title": l.name}),
        None => json!({"@type": "dct:LicenseDocument", "dct:title": l.name}),
    });
    let distribution = |file: DataFile, title: &str| {
        let address = site.link_to_file(file, from);
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
    if catalogue.has(DataFile::Workbook) {
        all.push(distribution(DataFile::Workbook, "XLSX"));
    }
    all.push(distribution(DataFile::Archive, "ZIP"));
    let publisher = json!({"@type": "foaf:Agent", "foaf:name": text(site.operator())});
    let language = if data.settings.language == Language::VI { "VIE" } else { "ENG" };
    let day = |day: chrono::NaiveDate| json!({"@value": day.to_string(), "@type": "xsd:date"});
    let settings = &data.settings;
    let description =
        settings.description.as_ref().map_or(site.title(), |d| site.pick(d, settings.description_en.as_ref()));
    let dataset = json!({
        "@type": "dcat:Dataset",
        "@id": format!("{}#dataset", site.link_to_file(from, from)),
        "dct:title": text(site.title()),
        "dct:description": text(description),
        "dct:publisher": publisher,
        "dct:language": {"@id": format!("http://publications.europa.eu/resource/authority/language/{language}")},
        "dct:modified": day(site.report.last_update().unwrap_or(site.report.as_of)),
        "dcat:landingPage": {"@id": own},
        "dcat:distribution": all,
    });
    pretty(&json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Catalog",
        "@id": site.link_to_file(from, from),
        "dct:title": text(site.title()),
        "dct:description": text(description),
        "dct:publisher": publisher,
        "foaf:homepage": {"@id": own},
        "dcat:dataset": [dataset],
    }))
}
