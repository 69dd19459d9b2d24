//! How a workbook shows the numbers of a cell: as they are, as a percentage, as a day.

/// What a format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// As it is.
    Plain,
    /// Times 100.
    Percent,
    /// As a day or a time.
    Day,
    /// In some other way: a text like `0012` or `1,5E+3` may stand where 12 or 1500 is stored.
    Other,
}

impl NumberFormat {
    /// A format that every program has, by its number (ECMA-376, 18.8.30).
    pub fn built_in(id: u32) -> Self {
        match id {
            0 | 1 | 49 => Self::Plain,
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Day,
            _ => Self::Other,
        }
    }

    /// A format of the workbook's own. Its first section is the one for positive numbers; what stands in quotes, in
    /// brackets or behind `\`, `_`, `*` is shown as it is.
    pub fn of_code(code: &str) -> Self {
        if matches!(code, "0" | "@") || code.eq_ignore_ascii_case("general") {
            return Self::Plain;
        }
        let mut found = Self::Other;
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            let closing = match c {
                '"' => '"',
                // The elapsed hours of `[h]:mm` are told by the minutes behind.
                '[' => ']',
                '\\' | '_' | '*' => {
                    chars.next();
                    continue;
                }
                ';' => break,
                '%' => return Self::Percent,
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => {
                    found = Self::Day;
                    continue;
                }
                _ => continue,
            };
            chars.by_ref().find(|c| *c == closing);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat as F;

    #[test]
    fn formats_are_told_apart() {
        for (code, expected) in [
            ("General", F::Plain),
            ("0", F::Plain),
            ("@", F::Plain),
            ("0%", F::Percent),
            ("0.0 %;[Red]-0.0 %", F::Percent),
            ("0\"%\"", F::Other),
            ("0\\%", F::Other),
            ("0;0%", F::Other),
            ("dd/mm/yyyy", F::Day),
            ("[$-42A]d mmmm yyyy", F::Day),
            ("[h]:mm", F::Day),
            ("\"ngày \"dd", F::Day),
            ("#,##0", F::Other),
            ("0000", F::Other),
            ("[Red]0", F::Other),
            ("0.00E+00", F::Other),
            ("", F::Other),
            ("\"", F::Other),
        ] {
            assert_eq!(F::of_code(code), expected, "{code}");
        }
        assert_eq!([0, 9, 14, 49, 2].map(F::built_in), [F::Plain, F::Percent, F::Day, F::Plain, F::Other]);
    }
}
