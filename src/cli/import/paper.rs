//! The bytes of a paper → a draft.

use super::super::args::ImportArgs;
use super::super::errors::Error;
use super::super::output::Output;
use super::columns;
use crate::import::draft::Draft;
use crate::import::paper::Remark;
use crate::import::reading;
use crate::import::register;
use crate::import::text::{self, Unreadable};
use crate::load::Mapping;
use std::fs::File;
use std::io::Read;

/// No paper is larger; more is not read, for a file may be without an end.
const MOST: u64 = 64 << 20;

/// Reads the paper that the arguments name, and tells how its register is read, if it is one: as one of `kept` says, else as its heads do.
pub fn draft(args: &ImportArgs, kept: &[Mapping], out: &Output) -> Result<(Draft, Option<Mapping>), Error> {
    let path = args.paper.as_path();
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io(path))?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(Error::io(path))?;
    if bytes.len() as u64 > MOST {
        return Err(refusal(Unreadable::TooLarge, args, out));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let paper = text::read(&bytes, &name).map_err(|error| refusal(error, args, out))?;
    for remark in &paper.remarks {
        let key = match remark {
            Remark::Tcvn3 => "import-tcvn3",
            Remark::Vni => "import-vni",
        };
        out.remark(&out.words.say(key));
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let named = args.mapping.as_ref().map(|name| {
        let path = if name.contains('/') {
            name.clone()
        } else {
            format!("content/import/{}.yaml", name.trim_end_matches(".yaml"))
        };
        kept.iter().find(|mapping| mapping.path == path).cloned().ok_or(path)
    });
    let mapping = match named {
        Some(Ok(named)) => Some(named),
        Some(Err(path)) => return Err(Error::content(out.words.with("import-no-mapping", &[("path", &path)]))),
        None => register::mapping(&paper, kept),
    };
    let mut mapping = mapping.filter(|_| register::is_register(&paper));
    if let Some(new) = mapping.as_mut().filter(|mapping| mapping.path.is_empty() && !args.json) {
        columns::settle(new, &paper, out);
    }
    Ok((reading::read(&paper, &stem, mapping.as_ref()), mapping))
}

fn refusal(error: Unreadable, args: &ImportArgs, out: &Output) -> Error {
    let why = match error {
        Unreadable::Empty => "empty",
        Unreadable::TooLarge => "large",
        Unreadable::Damaged => "damaged",
        Unreadable::Encrypted => "encrypted",
        Unreadable::Macros => "macros",
        Unreadable::OldWord => "old-word",
        Unreadable::Scan => "scan",
        Unreadable::BadText => "bad-text",
        Unreadable::NotVietnamese => "not-vietnamese",
        Unreadable::Encoding => "encoding",
        Unreadable::Format => "format",
    };
    let path = args.paper.display().to_string();
    Error::content(out.words.with("import-unreadable", &[("why", why), ("path", &path)]))
}
