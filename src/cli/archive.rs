//! `tiendo archive`: a published site, or one meeting of it, as one file.

use super::args::{ArchiveArgs, Format};
use super::errors::Error;
use super::exit::Exit;
use super::output::Output;
use super::words::words;
use crate::archive::{ArchiveError, Part, Said, archive, language};
use crate::i18n::{Language, Words};
use crate::publish::Published;

pub fn run(args: &ArchiveArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| write(args, out))
}

fn write(args: &ArchiveArgs, out: &Output) -> Result<Exit, Error> {
    let path = args.output.display().to_string();
    let Some(site) = Published::at(&args.output)? else {
        return Err(Error::Said(out.words.with("verify-no-manifest", &[("path", &path)]), Exit::Machine));
    };
    let fail = |error| failed(error, args, &out.words);
    // What stands in the archive is for its readers, whatever the language of the command.
    let of_site = Language::parse(&language(&site).map_err(fail)?).unwrap_or(Language::VI);
    let (out, readers) = (&out.for_site(of_site), words(of_site));
    let said = Said {
        about: readers.say(if args.meeting.is_none() && args.document.is_none() {
            "archive-about"
        } else {
            "archive-about-part"
        }),
        no_script: readers.say("archive-no-script"),
        too_old: readers.say("archive-too-old"),
    };
    let part = match (&args.meeting, &args.document) {
        (Some(id), _) => Part::Meeting(id.clone()),
        (None, Some(id)) => Part::Document(id.clone()),
        (None, None) => Part::Whole,
    };
    let done = archive(&site, &part, &args.file, &said).map_err(|error| failed(error, args, &out.words))?;
    let (file, pages) = (args.file.display().to_string(), out.words.number(done.pages as u64));
    let values = [
        ("path", &*file),
        ("pages", &pages),
        ("size", &megabytes(done.bytes, &out.words)),
        ("date", &out.words.day_of(site.as_of())),
    ];
    out.result(&out.words.with("archive-done", &values));
    Ok(Exit::Done)
}

fn megabytes(bytes: u64, words: &Words) -> String {
    words.decimal((bytes as f64 / 100_000.0).ceil() / 10.0)
}

fn failed(error: ArchiveError, args: &ArchiveArgs, words: &Words) -> Error {
    let path = args.file.display().to_string();
    let said = |key, values: &[(&str, &str)]| Error::usage(words.with(key, values));
    match error {
        ArchiveError::Publish(error) => error.into(),
        ArchiveError::Io(path, error) => Error::Io(path, error),
        ArchiveError::Form => said("archive-form", &[("path", &path)]),
        ArchiveError::Inside => said("archive-inside", &[("path", &path)]),
        ArchiveError::NoPage(id, None) => said("archive-no-page", &[("id", &id)]),
        ArchiveError::NoPage(id, Some(meant)) => said("archive-page-meant", &[("id", &id), ("meant", &meant)]),
        ArchiveError::TooLarge(pages, bytes) => {
            said("archive-too-large", &[("pages", &words.number(pages as u64)), ("size", &megabytes(bytes, words))])
        }
        ArchiveError::Unread(path) => Error::content(words.with("archive-unread", &[("path", &path)])),
    }
}
