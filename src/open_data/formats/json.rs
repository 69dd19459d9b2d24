//! Tables as JSON: an object that describes the rows and holds them, one row a line.

use crate::model::Contact;
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Column, Rows, TableId, Value, pick};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

pub(in crate::open_data) fn bytes(site: &ExportSite, table: TableId) -> Vec<u8> {
    let data = site.data();
    let head = json!({
        "$schema": DataFile::Schema(table).path_inside(data),
        "table": table.table().name,
        "title": pick(table.table().title, site.words.lang),
        "site": site.title(),
        "as_of": site.report.as_of.to_string(),
        "licence": licence(site),
        "contact": contact(site),
    });
    let mut out = pretty(&head);
    // Into the object, before its brace.
    out.truncate(out.len() - "\n}\n".len());
    out.extend_from_slice(b",\n  \"rows\": [");
    let (columns, mut first) = (table.table().columns(), true);
    Rows::All(table.table()).each(site, &mut |cells: &[Value<'_>]| {
        out.extend_from_slice(if first { b"\n" } else { b",\n" });
        first = false;
        serde_json::to_writer(&mut out, &Row { columns: &columns, cells }).expect("rows are plain values");
    });
    out.extend_from_slice(if first { b"]\n}\n" } else { b"\n  ]\n}\n" });
    out
}

/// Terms of reuse: name, address, attribution; none where the site states none.
pub(in crate::open_data) fn licence(site: &ExportSite) -> Json {
    let Some(licence) = &site.data().settings.licence else { return Json::Null };
    let mut found = Map::new();
    found.insert("name".to_owned(), licence.name.clone().into());
    found.extend(licence.url.clone().map(|url| ("url".to_owned(), url.into())));
    found.extend(licence.attribution.clone().map(|text| ("attribution".to_owned(), text.into())));
    found.into()
}

/// Who answers for the data; none where the site does not say.
fn contact(site: &ExportSite) -> Json {
    let Some(contact) = &site.data().settings.contact else { return Json::Null };
    let Contact { office, address, phone, email, url } = contact;
    let fields = [("office", office), ("address", address), ("phone", phone), ("email", email), ("url", url)];
    let known = fields.into_iter().filter_map(|(key, text)| Some((key.to_owned(), Json::from(text.as_deref()?))));
    known.collect::<Map<_, _>>().into()
}

/// Readable JSON with a line's end.
pub(crate) fn pretty(value: &Json) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain values");
    bytes.push(b'\n');
    bytes
}

/// A row as an object whose keys are the names of the columns.
struct Row<'r, 's> {
    columns: &'r [&'static Column],
    cells: &'r [Value<'s>],
}

impl Serialize for Row<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().map(|column| column.name).zip(self.cells))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Day(day) => serializer.collect_str(day),
            Self::Whole(n) => serializer.serialize_i64(*n),
            Self::Number(x) => serializer.serialize_f64(*x),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}
