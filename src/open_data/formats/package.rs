//! `datapackage.json` (Frictionless Data Package 1): every table as CSV, with types, keys and meanings.

use super::json::pretty;
use crate::model::{Language, Licence};
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{ALL, Column, Kind, Table, pick};
use serde_json::{Map, Value as Json, json};

pub(in crate::open_data) fn bytes(site: &ExportSite) -> Vec<u8> {
    let settings = &site.data().settings;
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
    let fields: Vec<Json> = table.columns().into_iter().map(|c| field(c, lang)).collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    if let Some(schema) = schema.as_object_mut() {
        if !table.key.is_empty() {
            schema.insert("primaryKey".to_owned(), json!(table.key));
        }
        let foreign: Vec<Json> = table.columns().into_iter().filter_map(|c| foreign_key(c, table)).collect();
        if !foreign.is_empty() {
            schema.insert("foreignKeys".to_owned(), foreign.into());
        }
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": pick(table.title, lang),
        "description": pick(table.meaning, lang),
        "path": file.path_inside(site.data()),
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
