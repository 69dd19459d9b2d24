//! What the parser of arguments says, in our own words: help in both languages, a misuse in the one that was asked for.

use super::exit::Exit;
use super::output::{complain, written};
use super::words::words;
use crate::i18n::{Language, Words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};
use std::ffi::OsString;

const TEMPLATE: &str = "{about-with-newline}\nCách dùng · Usage: {usage}\n\n{all-args}{after-help}";

/// The commands with everything that their help says in both languages, and none of the parser's own words.
pub fn bilingual(command: Command) -> Command {
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help("In hướng dẫn này · Print this help");
    let command = command.disable_help_flag(true).disable_help_subcommand(true).arg(help).help_template(TEMPLATE);
    let command = command.subcommand_help_heading("Lệnh · Commands").mut_args(|arg| {
        let heading = if arg.is_positional() { "Tham số · Arguments" } else { "Tùy chọn · Options" };
        with_values(arg).help_heading(heading)
    });
    command.mut_subcommands(bilingual)
}

/// What the program itself has besides: its version, and help by a command.
pub fn program(command: Command) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help("In phiên bản · Print the version");
    let help = Command::new("help").about("In hướng dẫn của một lệnh · Print the help of a command");
    bilingual(command.disable_version_flag(true).arg(version).subcommand(help))
}

/// `tiendo help build` is `tiendo build --help`.
pub fn help_first(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|arg| arg == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// The values that an argument may have, and that it has by itself.
fn with_values(arg: Arg) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let values: Vec<_> = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if !names.is_empty() {
        text = format!("{text} [{}]", names.join(", "));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if !default.is_empty() {
        text = format!("{text} [mặc định · default: {}]", default.join(", "));
    }
    arg.hide_default_value(true).hide_possible_values(true).help(text)
}

/// Says what is wrong with the arguments, or prints the help or version that was asked for.
pub fn tell(error: &Error, args: &[OsString], known: &Command) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            written(error.print());
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // A closed terminal is no reason to fail while failing.
            let _ = error.print();
            Exit::Usage
        }
        _ => {
            let words = words(language(args));
            complain(&format!("{}: {}", words.say("build-error"), message(error, &words)));
            complain(&words.with("misuse-help", &[("command", &command(args, known))]));
            Exit::Usage
        }
    }
}

fn message(error: &Error, words: &Words) -> String {
    let of = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (arg, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let say = |key: &str, place: &str| words.with(key, &[("arg", place), ("value", &value)]);
    let said = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => say("misuse-no-value", &arg),
        ErrorKind::InvalidValue => say("misuse-value", &arg),
        ErrorKind::ValueValidation => say("misuse-number", &arg),
        ErrorKind::UnknownArgument => say("misuse-unknown", &arg),
        ErrorKind::InvalidSubcommand => say("misuse-command", &of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => say("misuse-no-command", &of(ContextKind::ValidSubcommand)),
        ErrorKind::MissingRequiredArgument => say("misuse-missing", &arg),
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            let twice = other.is_empty() || other == arg;
            words.with(if twice { "misuse-twice" } else { "misuse-conflict" }, &[("arg", &arg), ("other", &other)])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            say("misuse-values", &arg)
        }
        ErrorKind::InvalidUtf8 => say("misuse-utf8", ""),
        _ => say("misuse-other", ""),
    };
    let allowed = of(ContextKind::ValidValue);
    let meant = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .map(of)
        .find(|text| !text.is_empty());
    match meant {
        Some(meant) => format!("{said} {}", words.with("misuse-meant", &[("meant", &meant)])),
        None if !allowed.is_empty() => format!("{said} {}", words.with("misuse-allowed", &[("values", &allowed)])),
        None => said,
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::None => String::new(),
        other => other.to_string(),
    }
}

/// The language of messages, asked for in arguments that could not be read as a whole.
fn language(args: &[OsString]) -> Language {
    let english = |(n, arg): (usize, &OsString)| {
        arg == "--lang=en" || (arg == "--lang" && args.get(n + 1).is_some_and(|language| language == "en"))
    };
    if args.iter().enumerate().any(english) { Language::EN } else { Language::VI }
}

/// The command whose help is worth reading: `tiendo build`.
fn command(args: &[OsString], known: &Command) -> String {
    let named = args.get(1).and_then(|arg| arg.to_str());
    let is_known = |name: &&str| known.get_subcommands().any(|command| command.get_name() == *name);
    named.filter(is_known).map_or_else(|| "tiendo".to_owned(), |name| format!("tiendo {name}"))
}
