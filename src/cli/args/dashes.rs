//! Values that begin with a hyphen: `--note "-5% so với năm trước"`.

use clap::Command;
use std::collections::BTreeSet;
use std::ffi::OsString;

/// The arguments, an option and its value in one (`--note=-5% …`) where the value begins with a hyphen and looks like no
/// flag. What looks like one stays by itself, so that `--note --dry-run` is told and not taken for a note.
pub fn joined(args: impl IntoIterator<Item = OsString>, command: &Command) -> Vec<OsString> {
    let options = options(command);
    let mut joined: Vec<OsString> = Vec::new();
    let mut open = true;
    for arg in args {
        // After `--` everything is a value already.
        open &= arg != "--";
        let option = joined.last_mut().filter(|last| open && last.to_str().is_some_and(|last| options.contains(last)));
        match option {
            Some(option) if arg.to_str().is_some_and(is_value) => {
                option.push("=");
                option.push(arg);
            }
            Some(_) | None => joined.push(arg),
        }
    }
    joined
}

/// The options of all commands that take a value.
fn options(command: &Command) -> BTreeSet<String> {
    let own = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    let own = own.filter_map(|arg| Some(format!("--{}", arg.get_long()?)));
    own.chain(command.get_subcommands().flat_map(options)).collect()
}

/// Whether what begins with a hyphen is a value: `-5%` or `- một`, but neither `-q` nor `--dry-run`.
fn is_value(arg: &str) -> bool {
    let Some(rest) = arg.strip_prefix('-') else { return false };
    match rest.strip_prefix('-') {
        None => rest.len() > 1 || rest.bytes().any(|b| !b.is_ascii_alphabetic()),
        Some(long) => {
            let name = long.split('=').next().unwrap_or(long);
            !long.is_empty() && !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Args;
    use clap::CommandFactory;

    #[test]
    fn what_is_a_value() {
        for value in ["-5%", "- một", "-5% so với năm trước", "-Giảm", "-2.5", "--không rõ", "--5", "-–"]
        {
            assert!(is_value(value), "{value}");
        }
        for flag in ["-q", "-h", "--dry-run", "--dry-rn", "--site=a b", "--", "-", "một"] {
            assert!(!is_value(flag), "{flag}");
        }
    }

    /// Every option of every command takes such a value, and none swallows a flag that follows it.
    #[test]
    fn every_option_takes_a_hyphen_and_no_flag() {
        let app = Args::command();
        let strings = |args: &[&str]| args.iter().map(OsString::from).collect::<Vec<_>>();
        let options = options(&app);
        assert!(options.len() > 40);
        for option in &options {
            let given = strings(&["tiendo", option, "-5% x", "--dry-run"]);
            assert_eq!(joined(given, &app), strings(&["tiendo", &format!("{option}=-5% x"), "--dry-run"]));
            let given = strings(&["tiendo", option, "--dry-run"]);
            assert_eq!(joined(given.clone(), &app), given);
        }
        let given = strings(&["tiendo", "update", "--", "--note", "-5"]);
        assert_eq!(joined(given.clone(), &app), given);
    }

    /// An option of one command is no flag of another: the join looks at names only.
    #[test]
    fn a_name_takes_a_value_everywhere_or_nowhere() {
        fn flags(command: &Command, found: &mut BTreeSet<String>) {
            let own = command.get_arguments().filter(|arg| !arg.get_action().takes_values());
            found.extend(own.filter_map(|arg| Some(format!("--{}", arg.get_long()?))));
            command.get_subcommands().for_each(|inner| flags(inner, found));
        }
        let mut found = BTreeSet::new();
        flags(&Args::command(), &mut found);
        assert!(found.is_disjoint(&options(&Args::command())));
    }
}
