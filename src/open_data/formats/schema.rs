//! JSON Schemas (2020-12) of the JSON tables.

use super::json::pretty;
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Column, Kind, TableId, pick};
use serde_json::{Map, Value as Json, json};

const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const PARTIAL: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
const PERIOD: &str = "^[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]|W[0-9]{2}))?$";
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

pub(in crate::open_data) fn bytes(site: &ExportSite, id: TableId) -> Vec<u8> {
    let (table, lang) = (id.table(), site.words.lang);
    let columns: Map<String, Json> = table
        .columns()
        .into_iter()
        .map(|c| (c.name.to_owned(), column(c, pick(c.head, lang), pick(c.meaning, lang))))
        .collect();
    let names: Vec<&str> = table.columns().iter().map(|c| c.name).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": pick(table.title, lang),
        "description": pick(table.meaning, lang),
        "type": "object",
        "required": ["$schema", "table", "title", "site", "as_of", "licence", "contact", "rows"],
        "additionalProperties": false,
        "properties": {
            "$schema": {"type": "string"},
            "table": {"const": table.name},
            "title": {"type": "string"},
            "site": {"type": "string"},
            "as_of": {"type": "string", "format": "date", "pattern": DAY},
            "licence": {
                "type": ["object", "null"],
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"}, "url": {"type": "string"}, "attribution": {"type": "string"},
                },
            },
            "contact": {
                "type": ["object", "null"],
                "properties": {
                    "office": {"type": "string"}, "address": {"type": "string"}, "phone": {"type": "string"},
                    "email": {"type": "string"}, "url": {"type": "string"},
                },
            },
            "rows": {
                "type": "array",
                "items": {
                    "type": "object", "required": names, "additionalProperties": false, "properties": columns,
                },
            },
        },
    });
    if let (Some(base), Some(schema)) = (&site.base_url, schema.as_object_mut()) {
        schema.insert("$id".to_owned(), format!("{base}{}", DataFile::Schema(id).path(site.data())).into());
    }
    pretty(&schema)
}

fn column(column: &Column, title: &str, description: &str) -> Json {
    let text = |pattern: &str| json!({"type": "string", "pattern": pattern});
    let mut schema = match column.kind {
        Kind::Id => text(SLUG),
        Kind::Ids => json!({"type": "array", "items": text(SLUG)}),
        Kind::Code(codes) => {
            let mut codes: Vec<Json> = codes.iter().map(|c| (*c).into()).collect();
            if column.optional {
                codes.push(Json::Null);
            }
            json!({"type": "string", "enum": codes})
        }
        Kind::Text => json!({"type": "string"}),
        Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Kind::Day => json!({"type": "string", "format": "date", "pattern": DAY}),
        Kind::Partial => text(PARTIAL),
        Kind::Period => text(PERIOD),
        Kind::Count => json!({"type": "integer"}),
        Kind::Number => json!({"type": "number"}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Address => json!({"type": "string", "format": "uri-reference"}),
    };
    if let Some(schema) = schema.as_object_mut() {
        if column.optional {
            let kind = schema["type"].clone();
            schema.insert("type".to_owned(), json!([kind, "null"]));
        }
        schema.insert("title".to_owned(), title.into());
        schema.insert("description".to_owned(), description.into());
    }
    schema
}
