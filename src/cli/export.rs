//! `tiendo export`: a register again, in the office's own columns.

use super::args::{ExportArgs, Format};
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::Output;
use crate::import::matching::{Match, Matcher};
use crate::import::names::Name;
use crate::import::paper::Merged;
use crate::import::register;
use crate::load::Mapping;
use crate::model::{Dataset, DocumentIx};
use crate::open_data::{GridCell, workbook};
use crate::site::{Extent, Site};
use std::io::Write;

pub fn run(args: &ExportArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let options = SiteOptions::new(&args.site)?.with_drafts(true);
        let site = options.open(Extent::Report)?;
        let out = &out.for_site(site.settings.language);
        match &site.report {
            Some(report) => export(args, &site, &report.data, out),
            None => Err(Error::Unsound(Box::new(site))),
        }
    })
}

fn export(args: &ExportArgs, site: &Site, data: &Dataset, out: &Output) -> Result<Exit, Error> {
    let (document, mapping) = chosen(args, site, data, out)?;
    let matcher = Matcher::new(Some(data), data.reference_day(document));
    let said = |name: &Name| mapping?.names.iter().find(|said| said.name == name.written).map(|said| said.id.clone());
    let id = |name: &Name| {
        said(name).or_else(|| match matcher.find(name) {
            Match::Known { id, .. } => Some(id),
            Match::Pack { .. } | Match::Unknown(_) | Match::Words => None,
        })
    };
    let table = register::export(data, document, mapping, id);
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| GridCell { text: &cell.text, above: cell.merged == Merged::Above });
        rows.push(cells.collect());
    }
    let bytes = workbook(table.sheet.as_deref().unwrap_or_default(), site.as_of, &rows);
    let path = args.file.as_path();
    // A sheet that is there may be somebody's work: it is not written over.
    let file = std::fs::File::create_new(path);
    file.and_then(|mut file| file.write_all(&bytes)).map_err(Error::io(path))?;
    let tasks = out.words.number(data.tasks.iter().filter(|task| task.document() == document).count() as u64);
    out.result(&out.words.with("export-done", &[("path", path.display().to_string().as_str()), ("n", &tasks)]));
    Ok(Exit::Done)
}

/// The document that is named, else the only one that came as a register; and how its register is read.
fn chosen<'s>(
    args: &ExportArgs,
    site: &'s Site,
    data: &Dataset,
    out: &Output,
) -> Result<(DocumentIx, Option<&'s Mapping>), Error> {
    let words = &out.words;
    let registers: Vec<&Mapping> = site.mappings.iter().filter(|mapping| mapping.document.is_some()).collect();
    let only = || match registers[..] {
        [only] => only.document.clone(),
        _ => None,
    };
    let ids: Vec<&str> = registers.iter().filter_map(|mapping| mapping.document.as_deref()).collect();
    let id = args.document.clone().or_else(only);
    let id = id.ok_or_else(|| Error::usage(words.with("export-which", &[("ids", ids.join(", ").as_str())])))?;
    let found = data.document_list().find(|(_, document)| document.id.as_str() == id);
    let (document, _) = found.ok_or_else(|| Error::usage(words.with("import-no-document", &[("id", id.as_str())])))?;
    Ok((document, registers.into_iter().find(|mapping| mapping.document.as_deref() == Some(id.as_str()))))
}
