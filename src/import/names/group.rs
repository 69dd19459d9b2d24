//! Groups: several bodies by their nouns.

use super::known::{KNOWN, Known};
use super::name::Kind;
use super::reader::{Found, Reader};
use super::tables::{HEADS, Head, NOUNS, QUALIFIERS, Qualifier, SEVERAL, STOPS, TOPICS};

/// Most nouns of one group.
const MOST_NOUNS: usize = 20;

impl Reader<'_> {
    /// A group at `at`: several of something, or more than one noun, or whoever is concerned.
    pub fn group(&self, at: usize) -> Option<Found> {
        let several = SEVERAL.at(self.words, at).map_or(0, |(n, ())| n);
        if several == 0 && self.begins_apart(at) {
            return None;
        }
        let (mut end, nouns, mut open) = self.nouns(at + several, several > 0);
        let ends = self.word(end).is_none_or(|word| word.is_sign || word.line || word.small == "và");
        let whole = HEADS.at(self.words, at).is_some_and(|(_, head)| head == Head::Whole);
        // `Thành viên Ban Chỉ đạo`
        let member = self.reads(at, &["thành"]) && self.is_capital(end) && self.body(end).is_some();
        let one = several > 0 || open || member || (!self.running && ends && !whole);
        if nouns == 0 || (nouns == 1 && !one) {
            return None;
        }
        if several > 0 || member {
            end = self.owner(end);
        }
        if let Some((n, Qualifier::Concerned)) = QUALIFIERS.at(self.words, end) {
            (end, open) = (end + n, true);
        }
        Some(Found::new(end, if open { Kind::OpenGroup } else { Kind::Group }))
    }

    /// Nouns of a group with what narrows them: where they end, how many there are, whether they are open.
    pub fn nouns(&self, at: usize, several: bool) -> (usize, usize, bool) {
        let (mut next, mut end, mut count, mut open) = (at, at, 0, false);
        while let Some((n, ())) = NOUNS.at(self.words, next).filter(|_| count < MOST_NOUNS && !self.issues(next)) {
            if count > 0 && self.begins_apart(next) {
                break;
            }
            count += 1;
            end = next + n;
            let first = end;
            loop {
                // `thông tấn, báo chí`
                let comma = usize::from(end > first && self.is(end, ',') && !self.is_noun(end + 1));
                let Some((n, qualifier)) = self.qualifier(end + comma) else { break };
                open |= qualifier == Qualifier::Concerned;
                end += comma + n;
            }
            // A point is a comma that a scan lost.
            next = end + usize::from(self.is(end, ',') || self.is(end, '/') || self.is(end, '.'));
            next += usize::from(self.reads(next, &["và", "hoặc"]));
            if next == end {
                break;
            }
            // `các bộ, ngành, liên quan`
            if let Some((n, Qualifier::Concerned)) = QUALIFIERS.at(self.words, next) {
                return (next + n, count, true);
            }
            if several && self.reads(next, &["một"]) {
                next += SEVERAL.at(self.words, next).map_or(0, |(n, ())| n);
            }
        }
        (end, count, open)
    }

    /// Words that narrow a group, unless they begin what it does.
    fn qualifier(&self, at: usize) -> Option<(usize, Qualifier)> {
        let verb = if self.running { STOPS.at(self.words, at).map_or(0, |(n, ())| n) } else { 0 };
        let topic = TOPICS.at(self.words, at).map(|(n, ())| (n, Qualifier::Plain));
        QUALIFIERS.at(self.words, at).or(topic).filter(|(n, _)| *n > verb)
    }

    /// Whose group it is: `các thành viên Hội đồng tư vấn …`, `các đơn vị thuộc Bộ`, `các địa phương Hà Nội, Nghệ An`.
    fn owner(&self, at: usize) -> usize {
        let small = usize::from(self.reads(at, &["thuộc", "của", "tại", "ở"]));
        let next = at + small;
        let listed = |at| KNOWN.at(self.words, at).filter(|(_, known)| matches!(known, Known::Place | Known::Organ));
        let mut end = match self.body(next).filter(|_| self.is_capital(next)) {
            Some(body) if listed(next).is_none() => return body.end,
            Some(body) => body.end,
            None => {
                let place = self.place(next).filter(|_| small > 0);
                self.capitals(next + place.unwrap_or(0))
            }
        };
        while end > next && (self.is(end, ',') || self.reads(end, &["và"])) {
            let Some((n, _)) = listed(end + 1) else { break };
            end += 1 + n;
        }
        if end > next { end } else { at }
    }

    /// `ban hành` is a verb, and no `ban`.
    fn issues(&self, at: usize) -> bool {
        self.reads(at, &["ban"]) && self.reads(at + 1, &["hành"])
    }
}
