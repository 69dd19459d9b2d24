//! How a language writes numbers.

use crate::model::Language;
use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;
use std::time::Duration;

pub(super) struct Numbers {
    /// Between groups of three digits.
    pub group: String,
    /// Before decimals.
    pub point: String,
}

impl Numbers {
    /// As a language has it that says nothing else in its messages.
    pub fn of(language: Language) -> Self {
        let (group, point) = if language == Language::VI { (".", ",") } else { (",", ".") };
        Self { group: group.to_owned(), point: point.to_owned() }
    }

    pub fn whole(&self, n: u64) -> String {
        grouped(&n.to_string(), &self.group)
    }

    /// With all digits that the data has.
    pub fn decimal(&self, x: f64) -> String {
        written(&x.to_string(), &self.group, &self.point)
    }

    pub fn percent(&self, basis_points: u32) -> String {
        let whole = self.whole(u64::from(basis_points / 100));
        match basis_points % 100 {
            0 => format!("{whole}%"),
            part => format!("{whole}{}{part:02}%", self.point),
        }
    }

    pub fn seconds(&self, time: Duration) -> String {
        format!("{:.1}", time.as_secs_f64()).replace('.', &self.point)
    }
}

/// A number as Rust writes it, with these signs.
fn written(plain: &str, group: &str, point: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = grouped(whole, group);
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{part}") }
}

fn grouped(digits: &str, group: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}

/// A number within a message, its digits in groups unless the message says otherwise (`NUMBER($n, useGrouping: "false")`).
pub(super) fn within(value: &FluentValue<'_>, group: &str, point: &str) -> Option<String> {
    let FluentValue::Number(number @ FluentNumber { options, .. }) = value else { return None };
    Some(written(&number.as_string(), if options.use_grouping { group } else { "" }, point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let (vi, en) = (Numbers::of(Language::VI), Numbers::of(Language::EN));
        assert_eq!(
            (vi.whole(21_914), en.whole(1_234_567), vi.whole(914)),
            ("21.914".into(), "1,234,567".into(), "914".into())
        );
        assert_eq!(
            (vi.percent(9_863), vi.percent(10_000), vi.percent(5)),
            ("98,63%".into(), "100%".into(), "0,05%".into())
        );
        assert_eq!(
            (vi.decimal(8.12), vi.decimal(-1234.5), en.decimal(40.0)),
            ("8,12".into(), "-1.234,5".into(), "40".into())
        );
        assert_eq!(vi.decimal(0.123_456_789_012_345), "0,123456789012345");
        let time = Duration::from_millis(1_440);
        assert_eq!((vi.seconds(time), en.seconds(time)), ("1,4".into(), "1.4".into()));
    }
}
