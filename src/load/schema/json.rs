//! JSON Schemas of the content files, out of the tables that the readers use: an editor with a YAML language server
//! completes and checks while typing.
//!
//! Draft 7, because that is what the editors know. Refuses: references and contradictions, which need the whole site;
//! `tiendo check` has those.

use super::record::{Field, Kind, Need, Record};
use super::records::{
    AGENCIES_FILE, DOCUMENT_FILE, DUE, DUE_MEETING, HOLIDAY, IMPORT, MEETING, NEWS, PAGE, SITE, TASKS_FILE,
};
use crate::diag::{FileId, Sink};
use crate::load::yaml::{self, Node, Value};
use crate::model::Language;
use serde_json::{Map, Value as Json, json};

const DAY: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const MONTH: &str = "[0-9]{4}-(0[1-9]|1[0-2])";
const PERIOD: &str = "[0-9]{4}(-(0[1-9]|1[0-2]|[Qq][1-4]|[Hh][12]|[Ww]([0-4][0-9]|5[0-3])))?";
const SLUG: &str = "[a-z0-9]+(-[a-z0-9]+)*";

/// One kind of file with a schema of its own.
#[derive(Debug)]
pub struct FileKind {
    /// Its name on the command line; its file is `<name>.schema.json`.
    pub name: &'static str,
    /// Where such files stand.
    pub path: &'static str,
    /// What stands in them; of a Markdown file the front matter.
    pub record: &'static Record,
}

/// All kinds, in the order of the docs.
pub static FILES: &[FileKind] = &[
    FileKind { name: "site", path: "content/site.yaml", record: &SITE },
    FileKind { name: "agencies", path: "content/agencies/*.yaml", record: &AGENCIES_FILE },
    FileKind { name: "meeting", path: "content/meetings/*.md", record: &MEETING },
    FileKind { name: "tasks", path: "content/tasks/*.yaml", record: &TASKS_FILE },
    FileKind { name: "document", path: "content/documents/*.md", record: &DOCUMENT_FILE },
    FileKind { name: "news", path: "content/news/*.md", record: &NEWS },
    FileKind { name: "page", path: "content/pages/*.md", record: &PAGE },
    FileKind { name: "import", path: "content/import/*.yaml", record: &IMPORT },
];

impl FileKind {
    /// The name of its schema's file.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// Its schema, with the descriptions in `language`.
    pub fn schema(&self, language: Language) -> Json {
        let mut inner: Vec<&'static Record> = Vec::new();
        collect(self.record, &mut inner);
        let definitions: Map<String, Json> =
            inner.iter().map(|record| (record.name.to_owned(), object(record, language))).collect();
        let mut schema = json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": self.path,
            "$comment": concat!("tiendo ", env!("CARGO_PKG_VERSION")),
        });
        if let (Some(schema), Json::Object(own)) = (schema.as_object_mut(), object(self.record, language)) {
            schema.extend(own);
            if !definitions.is_empty() {
                schema.insert("definitions".to_owned(), Json::Object(definitions));
            }
        }
        schema
    }
}

/// The records inside a record, each once, in the order in which they are met.
fn collect(record: &'static Record, found: &mut Vec<&'static Record>) {
    for field in record.fields {
        let inner = match field.kind {
            Kind::One(inner) | Kind::Many(inner) => inner,
            Kind::Due => &DUE,
            Kind::DayOrMeeting => &DUE_MEETING,
            Kind::DaysOff => &HOLIDAY,
            _ => continue,
        };
        if !found.iter().any(|known| std::ptr::eq(*known, inner)) {
            found.push(inner);
            collect(inner, found);
        }
    }
}

fn object(record: &Record, language: Language) -> Json {
    let properties: Map<String, Json> =
        record.fields.iter().map(|field| (field.name.to_owned(), property(field, language))).collect();
    let required: Vec<&str> = record.fields.iter().filter(|f| f.need == Need::Required).map(|f| f.name).collect();
    let mut schema = json!({"type": "object", "additionalProperties": false, "properties": properties});
    if let Some(schema) = schema.as_object_mut() {
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        schema.extend(rule(record));
    }
    schema
}

/// What holds between the fields of a record, where the readers ask for it.
fn rule(record: &Record) -> Map<String, Json> {
    let has = |names: &[&str]| names.iter().map(|name| json!({"required": [name]})).collect::<Vec<_>>();
    let rule = match record.name {
        "member" => json!({"oneOf": has(&["agency", "group"])}),
        "evidence" => json!({"anyOf": has(&["title", "number", "url"])}),
        "conclusion_of" => json!({"not": {"allOf": [{"required": ["agency"]}, {"anyOf": has(&["name", "role"])}]}}),
        "due-meeting" => json!({"oneOf": [{"required": ["meeting"]}, {"required": ["body", "ordinal"]}]}),
        "holiday" => json!({"oneOf": has(&["from", "work"])}),
        "due" => {
            let mut forms = has(&["by", "before", "on", "within", "at", "every", "continuous"]);
            let undated = json!([{"required": ["wording"]}, {"required": ["from"]}]);
            forms.push(json!({"anyOf": undated, "not": {"anyOf": forms}}));
            json!({"oneOf": forms})
        }
        _ => json!({}),
    };
    rule.as_object().cloned().unwrap_or_default()
}

fn property(field: &Field, language: Language) -> Json {
    let mut schema = value(field.kind);
    // What is not known stays absent, and an empty field counts as absent.
    if field.need != Need::Required {
        schema = or_null(schema);
    }
    let Some(map) = schema.as_object_mut() else { return schema };
    map.insert("description".to_owned(), Json::from(pick(field, language)));
    if let Need::Default(text) = field.need
        && !text.contains(' ')
    {
        map.insert("default".to_owned(), read(text));
    }
    map.insert("examples".to_owned(), json!([read(field.example)]));
    schema
}

fn pick(field: &Field, language: Language) -> &'static str {
    match language {
        Language::VI => field.about_vi,
        _ => field.about,
    }
}

/// The schema of a value. A text may look like a number or a flag: text is text.
fn value(kind: Kind) -> Json {
    let text = || json!({"type": ["string", "number", "boolean"]});
    let shaped = |pattern: &str| json!({"type": ["string", "integer"], "pattern": format!("^({pattern})$")});
    let many = |item: Json| json!({"anyOf": [item, {"type": "array", "items": item}]});
    match kind {
        Kind::Line | Kind::Prose | Kind::Timezone => text(),
        Kind::Lines => many(text()),
        Kind::Id | Kind::Ref(_) => shaped(SLUG),
        Kind::Refs(_) | Kind::Ids => many(shaped(SLUG)),
        Kind::Day => json!({"type": "string", "pattern": format!("^{DAY}$")}),
        Kind::PartialDate => shaped(&format!("{DAY}|{MONTH}|[0-9]{{4}}")),
        Kind::CompletedOn => shaped(&format!("{DAY}|{MONTH}|[0-9]{{4}}|unknown")),
        Kind::Period => shaped(PERIOD),
        Kind::DayOrPeriod => shaped(&format!("{DAY}|{PERIOD}")),
        Kind::Due => {
            let short = shaped(&format!("{DAY}|{PERIOD}|continuous"));
            json!({"anyOf": [short, {"$ref": "#/definitions/due"}]})
        }
        Kind::DayOrMeeting => {
            json!({"anyOf": [shaped(&format!("{DAY}|{MONTH}")), {"$ref": "#/definitions/due-meeting"}]})
        }
        Kind::CountedFrom => shaped(&format!("issue|meeting|{DAY}")),
        Kind::DaysOff => {
            let day = json!({"type": "string", "pattern": format!("^{DAY}$")});
            json!({"type": "array", "items": {"anyOf": [day, {"$ref": "#/definitions/holiday"}]}})
        }
        Kind::Clause => json!({"type": ["string", "number"], "minLength": 1}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Count(min, max) => json!({"type": "integer", "minimum": min, "maximum": max}),
        Kind::Number => json!({"type": "number"}),
        Kind::Url => json!({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@ ]"}),
        Kind::Email => json!({"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$"}),
        Kind::AgencyCode => json!({"type": "string", "pattern": "^[A-Z][A-Z0-9]{2}(\\.[A-Z0-9]{2,4})*$"}),
        Kind::Choice(words) => json!({"type": "string", "enum": words}),
        Kind::Choices(words) => many(json!({"type": "string", "enum": words})),
        Kind::One(record) => json!({"allOf": [{"$ref": format!("#/definitions/{}", record.name)}]}),
        Kind::Many(record) => {
            json!({"type": "array", "items": {"$ref": format!("#/definitions/{}", record.name)}})
        }
    }
}

/// The schema with nothing as a further value.
fn or_null(mut schema: Json) -> Json {
    if let Some(words) = schema.get_mut("enum").and_then(Json::as_array_mut) {
        words.push(Json::Null);
    }
    match schema.get_mut("type") {
        Some(Json::Array(types)) => types.push("null".into()),
        Some(kind) => *kind = json!([kind, "null"]),
        None => match schema.get_mut("anyOf").and_then(Json::as_array_mut) {
            Some(forms) => forms.push(json!({"type": "null"})),
            None => return json!({"anyOf": [schema, {"type": "null"}]}),
        },
    }
    schema
}

/// A value as it stands in a file, as JSON.
fn read(text: &str) -> Json {
    let node = yaml::parse(text, FileId(0), 0, &mut Sink::default());
    node.map_or_else(|| text.into(), |node| json_of(&node))
}

/// By the rules of YAML 1.2, as an editor reads it.
fn json_of(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Null | Value::Broken => Json::Null,
        Value::Scalar { text, quoted: false } => match &**text {
            "true" => true.into(),
            "false" => false.into(),
            text if text.bytes().all(|b| b.is_ascii_digit()) => text.parse::<u64>().map_or(text.into(), Json::from),
            text if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') => {
                text.parse::<f64>().map_or(text.into(), Json::from)
            }
            text => text.into(),
        },
        Value::Scalar { text, quoted: true } => text.as_ref().into(),
        Value::List(items) => items.iter().map(json_of).collect(),
        Value::Map(entries) => entries.iter().map(|e| (e.key.to_string(), json_of(&e.node))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::schema::ALL;

    /// Whatever a reader knows stands in a schema, with its words.
    #[test]
    fn every_record_and_field_is_in_a_schema() {
        for language in [Language::VI, Language::EN] {
            let schemas: Vec<Json> = FILES.iter().map(|file| file.schema(language)).collect();
            for record in ALL {
                let home = FILES.iter().position(|file| std::ptr::eq(file.record, *record));
                let object = match home {
                    Some(n) => &schemas[n],
                    None => schemas.iter().find_map(|s| s["definitions"].get(record.name)).expect(record.name),
                };
                for field in record.fields {
                    let property = &object["properties"][field.name];
                    assert_eq!(property["description"], pick(field, language), "{} {}", record.name, field.name);
                    let required = object["required"].as_array().is_some_and(|all| all.contains(&field.name.into()));
                    assert_eq!(required, field.need == Need::Required, "{} {}", record.name, field.name);
                }
            }
        }
    }

    #[test]
    fn every_reference_leads_to_a_definition() {
        for file in FILES {
            let schema = file.schema(Language::VI);
            for part in schema.to_string().split("#/definitions/").skip(1) {
                let name = part.split('"').next().unwrap_or_default();
                assert!(schema["definitions"].get(name).is_some(), "{}: {name}", file.name);
            }
        }
    }
}
