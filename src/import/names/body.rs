//! Bodies: a head, what it looks after, where it is.

use super::known::{KNOWN, Known};
use super::name::Kind;
use super::reader::{Carried, Found, Reader};
use super::tables::{DOUBTFUL_STOPS, HEADS, Head, INNER, SEVERAL, STOPS, SURNAMES, TOPICS};

/// Heads that are written in capitals.
const SHORT_HEADS: &[&str] = &["ubnd", "hđnd", "bql", "vp", "hv", "tt", "đh", "bhxh", "mttq", "ca", "bch", "tand"];

impl Reader<'_> {
    /// A body at `at`.
    pub fn body(&self, at: usize) -> Option<Found> {
        let may = self.is_written_as_name(at);
        let known = KNOWN.at(self.words, at).filter(|_| may);
        let head = HEADS.at(self.words, at).filter(|_| may);
        match (known, head) {
            (Some((n, Known::Organ)), _) => Some(Found::new(at + n, Kind::Body)),
            (Some((n, Known::Place)), _) => {
                let carried = Carried { head: String::new(), place: String::new(), of: Known::Place, listed: false };
                Some(Found { end: at + n, kind: Kind::Body, carried: Some(carried) })
            }
            (Some((n, Known::Body)), _) if head.is_none_or(|(h, _)| h <= n) => {
                let from = head.map_or(at, |(h, _)| at + h);
                Some(self.tail(at, at + n, self.carries(at, from, at + n)))
            }
            (_, Some((n, head))) => self.headed(at, at + n, head),
            (Some((_, Known::Body | Known::Field)) | None, None) => None,
        }
    }

    /// A body by its head, whose name goes on at `from`.
    fn headed(&self, at: usize, from: usize, head: Head) -> Option<Found> {
        let field = KNOWN.at(self.words, from).filter(|(_, known)| *known == Known::Field);
        if let Some((n, _)) = field.filter(|_| head == Head::Field) {
            return Some(self.tail(at, from + n, self.carries(at, from, from + n)));
        }
        // `Bộ Phân công …` is no ministry, but the next sentence; `BAN HÀNH …` is a heading.
        let heading = self.is_abbreviated(at) && self.is_abbreviated(from) && !self.reads(at, SHORT_HEADS);
        if self.running && (heading || (head == Head::Field && STOPS.at(self.words, from).is_some())) {
            return None;
        }
        let placed = self.takes_place(from) || (head == Head::Whole && self.several(from) && self.is_noun(from + 1));
        let end = if placed { from } else { self.flow(at, from) };
        let enough = head == Head::Whole || placed || end > from;
        let named = head == Head::Whole || placed || self.is_capital(from) || !self.running || from > at + 1;
        (enough && named).then(|| self.tail(at, end, self.carries(at, from, end)))
    }

    /// What the pieces after a name take from it, if its words from `from` to `end` are a known field or place.
    fn carries(&self, start: usize, from: usize, end: usize) -> Option<Carried> {
        let place = self.place(from).unwrap_or(0);
        let (n, of) = KNOWN.at(self.words, from + place)?;
        let is_whole = matches!((of, place), (Known::Field, 0) | (Known::Place, _)) && from + place + n == end;
        let (head, place) = (self.written(start, from), self.written(from, from + place));
        is_whole.then_some(Carried { head, place, of, listed: false })
    }

    /// Where a name that is not known ends: before a separator, a verb, or the head of another name.
    pub fn flow(&self, head: usize, from: usize) -> usize {
        let (mut at, mut last_capital, mut ended) = (from, from, false);
        while let Some(word) = self.word(at) {
            if let Some((n, known)) = KNOWN.at(self.words, at).filter(|_| word.capital && !self.line_begins(at)) {
                last_capital = at + n - 1;
                at += n;
                // `Tổ công tác … của Thủ tướng Chính phủ` is whole, whatever follows in small letters.
                let small =
                    self.word(at).is_some_and(|w| !w.is_sign && !w.capital && w.small != "và" && w.small != "về");
                ended = self.running && known != Known::Field && small && !self.takes_place(at);
                if ended {
                    break;
                }
                continue;
            }
            // `về chuyển đổi số`: what it is about, though it begins like a verb.
            if let Some((n, ())) = TOPICS.at(self.words, at) {
                at += n;
                continue;
            }
            let same_head = word.capital && at > from && self.same_head(head, at);
            ended = same_head
                || self.next_sentence(at)
                || self.ends_at_verb(at)
                || self.line_begins(at)
                || self.ends_at_and(at);
            let placed = at > from && self.takes_place(at) && (!self.running || self.several(at));
            if ended || placed || (word.is_sign && !self.joins(at)) {
                break;
            }
            if word.capital {
                last_capital = at;
            }
            at += 1;
        }
        // Nothing says where it ends: two syllables make a word.
        if self.running && !ended && !self.is_end_of_name(at) && at > last_capital + 6 {
            at = last_capital + 2;
        }
        let small = |at: usize| INNER.at(self.words, at).is_some() && !self.is_capital(at);
        while at > from && (self.is_sign(at - 1) || small(at - 1)) {
            at -= 1;
        }
        at
    }

    /// `Vụ Pháp chế Vụ Kế hoạch`: the same head once more, with no separator.
    fn same_head(&self, head: usize, at: usize) -> bool {
        let key = |at: usize| self.word(at).map(|word| &word.key);
        HEADS.at(self.words, at).is_some() && key(at) == key(head)
    }

    /// A line of its own with a capital, where nothing before it asks for more.
    fn next_sentence(&self, at: usize) -> bool {
        let open = at == 0 || self.is_sign(at - 1) || self.reads(at - 1, &["và"]);
        self.running && self.is_line(at) && self.is_capital(at) && !open
    }

    /// `và` with another name, a verb or nothing after it.
    fn ends_at_and(&self, at: usize) -> bool {
        self.reads(at, &["và"]) && (self.begins(at + 1) || self.ends_at_verb(at + 1) || self.word(at + 1).is_none())
    }

    /// Whether what follows shows that a name has ended: `(C06)`, a colon, a further name, nothing.
    fn is_end_of_name(&self, at: usize) -> bool {
        let separated = self.is(at, ',') || self.is(at, ';');
        self.word(at).is_none() || self.is(at, '(') || self.is(at, ':') || (separated && self.begins(at + 1))
    }

    /// A verb that is no part of the name.
    fn ends_at_verb(&self, at: usize) -> bool {
        self.verb(at) && self.doubtful(at).is_none_or(|n| !self.name_goes_on(at + n))
    }

    /// The words of a verb that names have, too.
    fn doubtful(&self, at: usize) -> Option<usize> {
        let (n, ()) = DOUBTFUL_STOPS.at(self.words, at)?;
        STOPS.at(self.words, at).is_none_or(|(verb, ())| verb <= n).then_some(n)
    }

    /// Whether a name goes on here: small words, and then a verb beyond doubt or what ends a name.
    fn name_goes_on(&self, from: usize) -> bool {
        for at in from..from + 5 {
            let small = self.word(at).is_some_and(|word| !word.is_sign && !word.capital) && !self.several(at);
            if !small || self.stops(at) {
                let verb = self.stops(at) && self.doubtful(at).is_none() && !self.several(at);
                return at > from && (verb || (!small && self.word(at).is_some() && self.is_end_of_name(at)));
            }
        }
        false
    }

    /// A verb, and not a topic that begins like one.
    fn verb(&self, at: usize) -> bool {
        self.stops(at) && TOPICS.at(self.words, at).is_none()
    }

    /// Whether a sign lies inside a name.
    fn joins(&self, at: usize) -> bool {
        let next = at + 1;
        if self.is(at, ',') {
            return self.is_inside(next);
        }
        if self.is(at, '-') || self.is(at, '–') {
            let verb = self.running && STOPS.at(self.words, next).is_some();
            return self.is_capital(next) && !self.begins_apart(next) && !self.is_line(next) && !verb;
        }
        self.is(at, '/') && self.is_abbreviated(next) && !self.begins(next)
    }

    /// Whether a comma lies inside a name, by what follows it.
    fn is_inside(&self, at: usize) -> bool {
        let small = HEADS.at(self.words, at).is_some_and(|(_, head)| matches!(head, Head::Whole | Head::Work));
        let known = KNOWN.at(self.words, at).is_some_and(|(_, known)| known != Known::Field);
        let begins = self.begins(at) || self.verb(at) || self.initials(at) || (!self.running && (small || known));
        let word = self.word(at).is_some_and(|word| !word.is_sign && word.small != "và");
        word && !begins && !self.is_name_of_capitals(at)
    }

    /// Words after a whole name that belong to it: places, whose it is, further capitals.
    fn tail(&self, start: usize, mut end: usize, mut carried: Option<Carried>) -> Found {
        loop {
            let several = SEVERAL.at(self.words, end).map_or(0, |(n, ())| n);
            if several > 0 && (self.takes_place(end) || (self.is_whole(start, end) && self.is_noun(end + several))) {
                let (end, _, open) = self.nouns(end + several, true);
                return Found::new(end, if open { Kind::OpenGroup } else { Kind::Group });
            }
            if let Some(n) = self.place(end).filter(|_| !self.is_line(end)) {
                // `UBND tỉnh, thành phố trực thuộc trung ương`, `UBND cấp xã`
                let (last, count, open) = self.nouns(end, true);
                let next = end + n;
                let unnamed = count > 0 && !self.is_capital(next) && !self.is_capital(last);
                if unnamed && (count > 1 || self.reads(end, &["cấp"])) {
                    return Found::new(last.max(next), if open { Kind::OpenGroup } else { Kind::Group });
                }
                let place = KNOWN.at(self.words, next).filter(|(_, known)| *known == Known::Place);
                let named = place.map_or_else(|| self.capitals(next), |(n, _)| next + n);
                carried = self.carries(start, end, named);
                // `khu vực 8`
                let number = self.word(named).is_some_and(|w| w.text.chars().all(|c| c.is_ascii_digit()));
                end = named + usize::from(number);
                continue;
            }
            let owned = self.owned(end);
            if owned > end {
                end = owned;
                continue;
            }
            let named = if SURNAMES.at(self.words, end).is_some() { end } else { self.capitals(end) };
            if named == end {
                return Found { end, kind: Kind::Body, carried };
            }
            end = named;
        }
    }

    /// Whether nothing but a head that may stand alone lies between.
    fn is_whole(&self, from: usize, to: usize) -> bool {
        HEADS.at(self.words, from).is_some_and(|(n, head)| head == Head::Whole && from + n == to)
    }

    /// Past `của tỉnh Nghệ An` and the like.
    fn owned(&self, at: usize) -> usize {
        if !self.reads(at, &["thuộc", "của", "tại", "ở"]) {
            return at;
        }
        let place = self.place(at + 1).unwrap_or(0);
        let named = self.capitals(at + 1 + place);
        if named > at + 1 { named } else { at }
    }
}
