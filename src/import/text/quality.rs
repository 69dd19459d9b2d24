//! Whether a text can be relied on: Vietnamese, with its marks, spelt as no machine misreads it.

use super::line::pattern;
use super::unreadable::Unreadable;
use crate::import::paper::{Block, Paper};
use crate::load::is_syllable;
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words that are looked at.
const MOST: usize = 20_000;
/// With fewer words nothing is said.
const LEAST: usize = 40;

/// A Vietnamese syllable without its marks.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$",
    )
});

/// Counts of words.
#[derive(Debug, Default, PartialEq)]
struct Words {
    all: usize,
    /// With a letter or tone that only Vietnamese has.
    marked: usize,
    /// Built as a Vietnamese syllable is.
    syllables: usize,
    /// As much without the marks: what is left of Vietnamese when they are lost.
    bare: usize,
}

/// Refuses a text that is not Vietnamese, or has lost its marks.
pub fn check(paper: &Paper) -> Result<(), Unreadable> {
    let mut words = Words::default();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => words.add(&paragraph.text),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| words.add(&cell.text));
            }
        }
    }
    words.verdict()
}

impl Words {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic)) {
            if self.all >= MOST {
                return;
            }
            // Abbreviations and names of documents: `UBND`, `TTg`.
            if word.chars().count() < 2 || word.is_ascii() && word.chars().skip(1).any(char::is_uppercase) {
                continue;
            }
            let small = word.to_lowercase();
            let syllable = is_syllable(&small);
            self.all += 1;
            self.marked += usize::from(!small.is_ascii());
            self.syllables += usize::from(syllable);
            self.bare +=
                usize::from(syllable || BARE.is_match(&small.nfd().filter(char::is_ascii).collect::<String>()));
        }
    }

    fn verdict(&self) -> Result<(), Unreadable> {
        let share = |n: usize| n * 100 / self.all.max(1);
        if self.all < LEAST {
            Ok(())
        } else if share(self.bare) < 50 && share(self.marked) < 15 {
            Err(Unreadable::NotVietnamese)
        } else if share(self.marked) < 50 || share(self.syllables) < 80 {
            Err(Unreadable::BadText)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(text: &str) -> Result<(), Unreadable> {
        let mut words = Words::default();
        words.add(&text.repeat(5));
        words.verdict()
    }

    #[test]
    fn texts_are_judged_by_their_words() {
        let good = "Giao Sở Giả định chủ trì, phối hợp với UBND các xã rà soát, báo cáo trước ngày 30. ";
        assert_eq!(verdict(good), Ok(()));
        let bare = "Giao So Gia dinh chu tri, phoi hop voi UBND cac xa ra soat, bao cao truoc ngay 30. ";
        assert_eq!(verdict(bare), Err(Unreadable::BadText));
        let misread = "Giao S6 Giã dinh chil tri, ph6i hqp v6i UBND cac xã rà so4t, bdo cdo tru6c ngày 30. ";
        assert_eq!(verdict(misread), Err(Unreadable::BadText));
        let english = "The agencies shall review their procedures and report the results before the end of the month. ";
        assert_eq!(verdict(english), Err(Unreadable::NotVietnamese));
        assert_eq!(verdict("Số 12"), Ok(()), "too short to say");
    }
}
