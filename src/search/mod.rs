//! What the browser looks items up in: the words of the search, and the table of tasks.
//!
//! All of it is static files, cut so that a question loads few of them and a change rewrites few. Nothing is answered
//! here: `search.js`, `filter.js` and `table.js` of the theme do that.

mod fold;
mod items;
mod part;
mod records;
mod script;
mod table;
mod terms;

pub(crate) use crate::plan::route::SEARCH as FOLDER;
pub(crate) use part::keep;
pub(crate) use script::{json as json_of, script};
pub(crate) use table::FOLDER as TABLE;

use crate::bundle::{Fingerprint, MakeError, Source};
use crate::i18n::Words;
use crate::open_data::ExportSite;
use items::{IN_A_FILE, Item, Items, Kind};
use rayon::prelude::*;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use terms::{Terms, file_name};

/// The files of search and table.
pub struct SearchIndex {
    site: ExportSite,
    /// Words of the other languages of the interface.
    others: Vec<Words>,
    items: Items,
    files: BTreeMap<String, File>,
}

enum File {
    Ready(Vec<u8>),
    /// Records of a kind, made on demand.
    Records(Kind, u32),
}

impl SearchIndex {
    /// Makes the index of words and the table of tasks, with `others` as the words of the other languages of the
    /// interface. Records are made when they are asked for.
    pub fn new(site: ExportSite, others: Vec<Words>) -> Self {
        let items = Items::new(&site);
        let connecting = site.words.say("search-connecting");
        let connecting: Vec<&str> = connecting.split_whitespace().collect();
        let abbreviations = site.words.say("search-abbreviations");
        let terms = |items: &[(u32, Item)]| {
            let mut terms = Terms::with_abbreviations(&abbreviations);
            for (number, item) in items {
                items::index(&site, *number, *item, &connecting, &mut terms);
            }
            terms
        };
        // A part for each processor: a word that stands in several is looked up once more when they are joined.
        let part = items.all.len().div_ceil(rayon::current_num_threads()).max(1);
        let words = || items.all.par_chunks(part).map(terms).collect::<Vec<_>>().into_iter().reduce(Terms::followed_by);
        let (words, table) = rayon::join(words, || table::files(&site, &others));
        let parts = words.map(|words| words.files()).unwrap_or_default();
        let beginnings: Vec<Value> = parts.keys().map(|name| Value::from(name.as_str())).collect();
        let mut files: BTreeMap<String, File> = parts
            .into_iter()
            .map(|(name, text)| (format!("{FOLDER}/tu/{}.js", file_name(&name)), File::Ready(script(&text))))
            .collect();
        let mut kinds = Vec::new();
        for kind in Kind::ALL {
            let room = items.sizes[kind as usize];
            kinds.push(kind.code());
            for n in 0..room / IN_A_FILE {
                files.insert(format!("{FOLDER}/muc/{}-{n}.js", kind as u8), File::Records(kind, n));
            }
        }
        let head = serde_json::json!({ "parts": beginnings, "kinds": kinds, "file": IN_A_FILE });
        files.insert(format!("{FOLDER}/dau.js"), File::Ready(script(&format!("{head:#}"))));
        files.extend(table.into_iter().map(|(path, text)| (path, File::Ready(script(&text)))));
        Self { site, others, items, files }
    }

    fn records(&self, kind: Kind, n: u32) -> Vec<u8> {
        let line = |(number, item): &(u32, Item)| {
            format!("\n\"{}\":{}", number % IN_A_FILE, records::record(&self.site, &self.others, *item))
        };
        let lines: Vec<String> = self.items.file(kind, n).iter().map(line).collect();
        script(&format!("{{{}\n}}", lines.join(",")))
    }

    fn bytes(&self, path: &str) -> Cow<'_, [u8]> {
        match self.files.get(path).unwrap_or_else(|| panic!("{path} is not planned")) {
            File::Ready(bytes) => Cow::Borrowed(bytes),
            File::Records(kind, n) => Cow::Owned(self.records(*kind, *n)),
        }
    }
}

impl Source for SearchIndex {
    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint::of(&self.bytes(path))
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        Ok(self.bytes(path))
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        let bytes = self.bytes(path);
        let fingerprint = Fingerprint::of(&bytes);
        Ok((bytes, fingerprint))
    }
}
