//! The grammar of names, over words.

use super::known::{KNOWN, Known};
use super::name::{Kind, Name};
use super::tables::{HEADS, Head, INNER, NOUNS, PLACES, POSTS, QUALIFIERS, Qualifier, SEVERAL, STOPS};
use super::words::{Word, words};

/// Names from the start of a text, and the bytes that they take. In running text a verb ends them, in a cell nothing but
/// a separator does.
pub fn names(text: &str, most: usize, running: bool) -> Option<(Vec<Name>, usize)> {
    let words = words(text, most);
    let mut reader = Reader { text, words: &words, running, carried: None };
    let (names, end) = reader.all();
    Some((names, words.get(end.checked_sub(1)?)?.end))
}

/// What a piece without a head takes from the name before it: `Sở Tài chính, Nội vụ`.
#[derive(Debug, Clone)]
struct Carried {
    head: String,
    /// The word before the name of a place: `tỉnh`.
    place: String,
    of: Known,
    /// A list under one head, in which unknown pieces take it too: `các Vụ: …`.
    listed: bool,
}

/// What was read at a place: where it ends, and what it is.
struct Found {
    end: usize,
    kind: Kind,
    carried: Option<Carried>,
}

struct Reader<'w> {
    text: &'w str,
    words: &'w [Word<'w>],
    running: bool,
    carried: Option<Carried>,
}

impl Reader<'_> {
    /// All names, and the word at which they end.
    fn all(&mut self) -> (Vec<Name>, usize) {
        let mut out: Vec<Name> = Vec::new();
        let mut at = self.bullet(0);
        let mut end = 0;
        while at < self.words.len() {
            let Some(found) = self.one(at, &mut out) else { break };
            end = self.parenthesis(found);
            match self.separator(end) {
                Some(next) => at = self.bullet(next),
                None => break,
            }
        }
        // A name that was cut off: `…, Bộ`.
        if !self.running && out.len() > 1 && out.last().is_some_and(|name| self.is_bare(&name.written)) {
            out.pop();
        }
        (out, end)
    }

    fn is_bare(&self, written: &str) -> bool {
        matches!(written, "Bộ" | "Sở" | "Ban" | "Cục" | "Vụ" | "Viện" | "các" | "Các" | "Ủy" | "Văn")
    }

    /// One name at `at`, put to the others; where it ends.
    fn one(&mut self, at: usize, out: &mut Vec<Name>) -> Option<usize> {
        if let Some(end) = self.carried_at(at, out) {
            return Some(end);
        }
        if let Some((under, next)) = self.list_under(at) {
            self.carried = Some(under);
            return self.carried_at(next, out).or_else(|| self.one(next, out));
        }
        let found = self.reference(at).or_else(|| self.post(at)).or_else(|| self.group(at)).or_else(|| self.body(at));
        let found = match found {
            Some(found) => found,
            None if self.running => return None,
            None => return self.piece(at, out),
        };
        let end = if self.running { found.end } else { self.rest(found.end, &found) };
        self.push(out, "", at, end, found.kind);
        if found.carried.is_some() || !self.carried.as_ref().is_some_and(|c| c.listed) {
            self.carried = found.carried;
        }
        Some(end)
    }

    fn push(&self, out: &mut Vec<Name>, head: &str, from: usize, to: usize, kind: Kind) {
        let own = self.written(from, to);
        let written = if head.is_empty() { own } else { format!("{head} {own}") };
        if !written.is_empty() && !out.iter().any(|name| name.written == written) {
            out.push(Name { written, kind });
        }
    }

    /// The text of words, single spaces, without marks of emphasis.
    fn written(&self, from: usize, to: usize) -> String {
        let span = self.words.get(from).zip(to.checked_sub(1).and_then(|last| self.words.get(last)));
        let text = span.and_then(|(first, last)| self.text.get(first.start..last.end)).unwrap_or_default();
        let plain: String = text.chars().filter(|c| !matches!(c, '*' | '_' | '\u{200b}' | '\u{feff}')).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    fn is(&self, at: usize, sign: char) -> bool {
        self.word(at).is_some_and(|word| word.is(sign))
    }

    fn reads(&self, at: usize, keys: &[&str]) -> bool {
        self.word(at).is_some_and(|word| keys.contains(&word.small.as_str()))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.capital)
    }

    fn stops(&self, at: usize) -> bool {
        self.running && !self.is_capital(at) && STOPS.at(self.words, at).is_some()
    }

    /// Past bullets and numbers of a list.
    fn bullet(&self, mut at: usize) -> usize {
        while let Some(word) = self.word(at) {
            let is_number = !self.running
                && word.text.trim_end_matches('.').chars().all(|c| c.is_ascii_digit())
                && (word.text.ends_with('.') || self.is(at + 1, ')') || self.is(at + 1, '.'));
            let is_letter = !self.running && word.key.chars().count() == 1 && self.is(at + 1, ')');
            if is_number || is_letter || (word.is_sign && !word.is('(') && !self.running) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Past a parenthesis: `(VPCP)`, `(để báo cáo)`.
    fn parenthesis(&self, at: usize) -> usize {
        if !self.is(at, '(') {
            return at;
        }
        let close = self.words.iter().skip(at).take(60).position(|word| word.is(')'));
        close.map_or(at, |n| at + n + 1)
    }

    /// Past what stands between two names; none where no further name may follow.
    fn separator(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while self.word(next).is_some_and(|word| word.is_sign && ",;/".contains(word.text)) {
            next += 1;
        }
        while self.reads(next, &["và", "cùng", "hoặc"]) && !(self.reads(next, &["cùng"]) && self.running && next == at)
        {
            next += 1;
        }
        if !self.running {
            // Whatever stands there, it is a list.
            return (next < self.words.len()).then_some(next);
        }
        let follows = next > at || self.is_head_of_name(next);
        (follows && next < self.words.len()).then_some(next)
    }

    /// In a cell, a name takes all words up to the next separator.
    fn rest(&self, mut at: usize, found: &Found) -> usize {
        while let Some(word) = self.word(at) {
            let ends = match word.is_sign {
                true => !matches!(word.text, "-" | "–") || self.is_head_of_name(at + 1) || self.word(at + 1).is_none(),
                false => (self.line_begins(at)) || (word.small == "và" && self.begins(at + 1)),
            };
            if ends || (self.is_head_of_name(at) && found.kind == Kind::Body) {
                break;
            }
            at += 1;
        }
        at
    }

    /// A piece under the head of the name before it.
    fn carried_at(&mut self, at: usize, out: &mut Vec<Name>) -> Option<usize> {
        let carried = self.carried.clone()?;
        let known = KNOWN.at(self.words, at).filter(|_| self.is_capital(at));
        let of = |(_, known): &(usize, Known)| *known == carried.of;
        let mut head = format!("{} {}", carried.head, carried.place);
        let mut end = match known.filter(of) {
            Some((n, _)) => at + n,
            None if carried.of == Known::Place && !carried.head.is_empty() && PLACES.at(self.words, at).is_some() => {
                // `UBND tỉnh Nghệ An, thành phố Huế`
                let (n, ()) = PLACES.at(self.words, at)?;
                let (m, _) = KNOWN.at(self.words, at + n).filter(of)?;
                head.clone_from(&carried.head);
                at + n + m
            }
            None if carried.listed && self.is_capital(at) && !self.begins(at) => self.flow(at, at),
            None => return None,
        };
        if !self.running {
            let found = Found { end, kind: Kind::Body, carried: None };
            end = self.rest(end, &found);
        }
        let kind = if POSTS.at(&words(&head, 8), 0).is_some() { Kind::Head } else { Kind::Body };
        self.push(out, head.trim(), at, end, kind);
        Some(end)
    }

    /// `các Bộ: …`, `các Sở Tài chính, Nội vụ`, `UBND các tỉnh: …`: the head of a list, and where the list begins.
    fn list_under(&self, at: usize) -> Option<(Carried, usize)> {
        let mut next = at;
        let mut heads: Vec<String> = Vec::new();
        if let Some((n, ())) = POSTS.at(self.words, next) {
            heads.push(self.written(next, next + n));
            next += n;
        }
        if let Some((n, _)) = HEADS.at(self.words, next).filter(|_| !self.several(next)) {
            heads.push(self.written(next, next + n));
            next += n;
        }
        if !self.several(next) {
            return None;
        }
        next += SEVERAL.at(self.words, next)?.0;
        let noun = next;
        next += NOUNS.at(self.words, next)?.0;
        let is_place = PLACES.at(self.words, noun).is_some();
        if !is_place && HEADS.at(self.words, noun).is_none_or(|(n, _)| n != next - noun) {
            return None;
        }
        let mut place = String::new();
        let noun = self.written(noun, next);
        match noun.chars().next() {
            Some(first) if !is_place => heads.push(first.to_uppercase().chain(noun.chars().skip(1)).collect()),
            _ => place = noun,
        }
        // Further nouns before a colon: `các bộ, cơ quan ngang bộ: Tài chính; …`.
        let colon = self.words.iter().skip(next).take(12).position(|word| word.is(':')).map(|n| next + n);
        let colon = colon.filter(|colon| (next..*colon).all(|n| !self.is_capital(n)));
        let of = if is_place { Known::Place } else { Known::Field };
        let start = colon.map_or(next, |colon| colon + 1);
        let is_known = KNOWN.at(self.words, start).is_some_and(|(_, known)| known == of);
        let is_named = colon.is_some() && !is_place && !self.begins_apart(start);
        let is_list = self.is_capital(start) && (is_known || is_named);
        is_list.then(|| (Carried { head: heads.join(" "), place, of, listed: true }, start))
    }

    fn several(&self, at: usize) -> bool {
        SEVERAL.at(self.words, at).is_some()
    }

    /// `theo phân công tại Quyết định số …`
    fn reference(&self, at: usize) -> Option<Found> {
        let is = !self.running && self.reads(at, &["theo"]);
        let end = self.words.iter().skip(at).position(|word| word.is(';')).map_or(self.words.len(), |n| at + n);
        is.then_some(Found { end, kind: Kind::Reference, carried: None })
    }

    /// The head of a body or of several, or a person by post and name.
    fn post(&self, at: usize) -> Option<Found> {
        let mut next = at;
        let title = ["đồng chí", "ông", "bà", "đ"];
        if self.reads(next, &["đồng"]) && self.reads(next + 1, &["chí"]) && self.is_capital(next + 2) {
            next += 2;
        } else if self.reads(next, &title[1..3]) && self.is_capital(next + 1) {
            next += 1;
        }
        let addressed = next > at;
        let Some((n, ())) = POSTS.at(self.words, next).filter(|_| self.is_capital(next)) else {
            let end = self.person(next);
            let alone = addressed || self.initials(next);
            return (alone && end > next).then_some(Found { end, kind: Kind::Person, carried: None });
        };
        next += n;
        // `Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ`
        while let Some((n, ())) = self.is(next, ',').then(|| POSTS.at(self.words, next + 1)).flatten() {
            let after = next + 1 + n;
            if !self.is_capital(next + 1) || !(self.begins(after) || self.several(after)) {
                break;
            }
            next = after;
        }
        let person = self.person(next);
        if let Some(found) = self.group(next).or_else(|| self.body(next)) {
            let mut end = found.end;
            // `Bộ trưởng các bộ, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh`: one group of heads.
            if found.kind != Kind::Body {
                while let Some(more) = self.further_heads(end) {
                    end = more;
                }
            }
            let head = self.written(at, next);
            let carried = found.carried.map(|c| Carried { head: format!("{head} {}", c.head).trim().to_owned(), ..c });
            return Some(Found { end, kind: Kind::Head, carried });
        }
        if person > next {
            return Some(Found { end: person, kind: Kind::Person, carried: None });
        }
        Some(Found { end: next, kind: Kind::Head, carried: None })
    }

    /// A further post of several bodies after a separator.
    fn further_heads(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        let separated = self.is(at, ',') || self.reads(at, &["và"]);
        let (n, ()) = POSTS.at(self.words, next).filter(|_| separated)?;
        let (end, count, _) = self.nouns(next + n, true);
        if count > 0 && !self.begins_apart(next + n) {
            return Some(end);
        }
        let found = self.group(next + n).or_else(|| self.body(next + n))?;
        (found.kind != Kind::Body).then_some(found.end)
    }

    /// Where a person's name ends that begins at `at`.
    fn person(&self, at: usize) -> usize {
        let mut end = at;
        while self.is_capital(end) && end < at + 5 && !self.is_head_of_name(end) && !self.is_abbreviated(end) {
            end += 1;
        }
        if end >= at + 2 { end } else { at }
    }

    fn is_abbreviated(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_abbreviation)
    }

    /// `N. T. Q`
    fn initials(&self, at: usize) -> bool {
        (at..at + 2)
            .all(|at| self.word(at).is_some_and(|w| w.capital && w.text.ends_with('.') && w.key.chars().count() == 1))
    }

    /// Several bodies by their nouns.
    fn group(&self, at: usize) -> Option<Found> {
        let several = SEVERAL.at(self.words, at).map(|(n, ())| n);
        if several.is_none() && self.begins_apart(at) {
            return None;
        }
        let (mut end, nouns, open) = self.nouns(at + several.unwrap_or(0), several.is_some());
        let ends = self.word(end).is_none_or(|word| word.is_sign || word.line || word.small == "và");
        let enough = match nouns {
            0 => false,
            1 => several.is_some() || open || (!self.running && ends && !self.is_whole(at)),
            2.. => true,
        };
        if several.is_some() && nouns > 0 {
            end = self.owner(end);
        }
        let kind = if open || self.concerned(&mut end) { Kind::OpenGroup } else { Kind::Group };
        enough.then_some(Found { end, kind, carried: None })
    }

    fn is_whole(&self, at: usize) -> bool {
        HEADS.at(self.words, at).is_some_and(|(_, head)| head == Head::Whole)
    }

    /// Takes `có liên quan` after a group.
    fn concerned(&self, end: &mut usize) -> bool {
        let found = QUALIFIERS.at(self.words, *end).filter(|(_, q)| *q == Qualifier::Concerned);
        *end += found.map_or(0, |(n, _)| n);
        found.is_some()
    }

    /// Nouns of a group with what narrows them: where they end, how many there are, whether they are open.
    fn nouns(&self, at: usize, several: bool) -> (usize, usize, bool) {
        let (mut next, mut end, mut count, mut open) = (at, at, 0, false);
        while let Some((n, ())) = NOUNS.at(self.words, next) {
            if count > 0 && self.begins_apart(next) {
                break;
            }
            count += 1;
            end = next + n;
            while let Some((n, qualifier)) = QUALIFIERS.at(self.words, end).filter(|_| !self.stops(end)) {
                open |= qualifier == Qualifier::Concerned;
                end += n;
            }
            let sign = usize::from(self.word(end).is_some_and(|w| w.is_sign && ",/.".contains(w.text)));
            next = end + sign;
            if self.reads(next, &["và", "hoặc"]) {
                next += 1;
            }
            if next == end {
                break;
            }
            if let Some((n, _)) = QUALIFIERS.at(self.words, next).filter(|(_, q)| *q == Qualifier::Concerned) {
                (end, open) = (next + n, true);
                break;
            }
            if several && self.reads(next, &["một"]) {
                next += SEVERAL.at(self.words, next).map_or(0, |(n, ())| n);
            }
        }
        (end, count, open)
    }

    /// Whose group it is: `các thành viên Hội đồng tư vấn …`, `các đơn vị thuộc Bộ`.
    fn owner(&self, at: usize) -> usize {
        let small = usize::from(self.reads(at, &["thuộc", "của", "tại", "ở"]));
        let next = at + small;
        let place = PLACES.at(self.words, next).map(|(n, ())| n).filter(|_| small > 0);
        let listed = |at| KNOWN.at(self.words, at).filter(|(_, known)| matches!(known, Known::Place | Known::Organ));
        let mut end = match self.body(next).filter(|_| self.is_capital(next)) {
            Some(body) if listed(next).is_none() => return body.end,
            Some(body) => body.end,
            None => self.capitals(next + place.unwrap_or(0)),
        };
        // `các địa phương Bắc Ninh, Nghệ An`
        while end > next
            && let Some((n, _)) = listed(end + 1).filter(|_| self.is(end, ',') || self.reads(end, &["và"]))
        {
            end += 1 + n;
        }
        if end > next { end } else { at }
    }

    /// A body.
    fn body(&self, at: usize) -> Option<Found> {
        let capital = self.is_capital(at);
        let known = KNOWN.at(self.words, at).filter(|_| capital || !self.running);
        let head = HEADS.at(self.words, at).filter(|_| capital || !self.running);
        let found = |end, head: Option<Carried>| Some(Found { end, kind: Kind::Body, carried: head });
        match (known, head) {
            (Some((n, Known::Organ)), _) => found(at + n, None),
            (Some((n, Known::Place)), _) => {
                let carried = Carried { head: String::new(), place: String::new(), of: Known::Place, listed: false };
                found(at + n, Some(carried))
            }
            (Some((n, Known::Body)), _) if head.is_none_or(|(h, _)| h <= n) => {
                let head = head.map_or(at, |(h, _)| at + h);
                self.tail(at, at + n, self.carries(at, head, at + n))
            }
            (_, Some((n, head))) => {
                let from = at + n;
                let field = KNOWN.at(self.words, from).filter(|(_, known)| *known == Known::Field);
                let carried = |end| self.carries(at, from, end);
                if let Some((n, _)) = field.filter(|_| head == Head::Field) {
                    return self.tail(at, from + n, carried(from + n));
                }
                let end = if self.takes_place(from) { from } else { self.flow(at, from) };
                let enough = end > from || head == Head::Whole || self.takes_place(from);
                let named =
                    self.is_capital(from) || !self.running || n > 1 || head == Head::Whole || self.takes_place(from);
                if enough && named { self.tail(at, end, carried(end)) } else { None }
            }
            (Some((_, Known::Body | Known::Field)) | None, None) => None,
        }
    }

    /// What the pieces after a name take from it, if its words from `from` to `end` are a known field or place.
    fn carries(&self, start: usize, from: usize, end: usize) -> Option<Carried> {
        let place = PLACES.at(self.words, from).map_or(0, |(n, ())| n);
        let (n, of) = KNOWN.at(self.words, from + place)?;
        let is_whole = matches!((of, place), (Known::Field, 0) | (Known::Place, _)) && from + place + n == end;
        let (head, place) = (self.written(start, from), self.written(from, from + place));
        is_whole.then_some(Carried { head, place, of, listed: false })
    }

    fn takes_place(&self, at: usize) -> bool {
        PLACES.at(self.words, at).is_some() || (self.several(at) && PLACES.at(self.words, at + 1).is_some())
    }

    /// Where a name that is not known ends: before a separator, a verb, or the head of another name.
    fn flow(&self, head: usize, from: usize) -> usize {
        let mut at = from;
        let mut last_capital = from;
        let mut stopped = false;
        while let Some(word) = self.word(at) {
            if let Some((n, known)) = KNOWN.at(self.words, at).filter(|_| word.capital) {
                last_capital = at + n - 1;
                at += n;
                // `Tổ công tác … của Thủ tướng Chính phủ` is whole, whatever follows in small letters.
                let small = self.word(at).is_some_and(|w| !w.is_sign && !w.capital && w.small != "và");
                if self.running && known != Known::Field && small && !self.takes_place(at) {
                    stopped = true;
                    break;
                }
                continue;
            }
            if word.is_sign {
                let joins = match word.text {
                    "," => self.is_inside(at + 1),
                    "-" | "–" => {
                        self.is_capital(at + 1)
                            && !self.begins_apart(at + 1)
                            && !self.word(at + 1).is_some_and(|w| w.line)
                    }
                    "/" => self.is_abbreviated(at + 1) && !self.begins(at + 1),
                    _ => false,
                };
                if !joins {
                    break;
                }
            } else if self.stops(at) || (self.line_begins(at)) {
                stopped = true;
                break;
            } else if word.small == "và" && (self.begins(at + 1) || self.stops(at + 1) || self.word(at + 1).is_none())
            {
                stopped = true;
                break;
            } else if word.capital && at > from && HEADS.at(self.words, at).is_some() && self.key(at) == self.key(head)
            {
                break;
            } else if self.takes_place(at) && at > from && !self.running {
                break;
            }
            if word.capital {
                last_capital = at;
            }
            at += 1;
        }
        // Nothing says where it ends: two syllables make a word.
        if self.running && !stopped && at > last_capital + 6 {
            at = last_capital + 2;
        }
        while at > from
            && (self.word(at - 1).is_some_and(|w| w.is_sign)
                || INNER.at(self.words, at - 1).is_some_and(|_| !self.is_capital(at - 1)))
        {
            at -= 1;
        }
        at
    }

    fn key(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.key.as_str())
    }

    /// Whether a comma lies inside a name, by what follows it.
    fn is_inside(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let small = HEADS.at(self.words, at).is_some_and(|(_, head)| matches!(head, Head::Whole | Head::Work));
        let known = KNOWN.at(self.words, at).is_some_and(|(_, known)| known != Known::Field);
        let begins = self.begins(at) || self.stops(at) || self.initials(at) || (!self.running && (small || known));
        !word.is_sign && !begins && word.small != "và" && !self.is_name_of_capitals(at)
    }

    /// `VTV`, `EVN`: capitals that are a name by themselves; `SGK phổ thông` is not.
    fn is_name_of_capitals(&self, at: usize) -> bool {
        let goes_on = self.word(at + 1).is_some_and(|w| !w.is_sign && !w.capital && !w.line && w.small != "và");
        self.is_abbreviated(at) && (!goes_on || self.stops(at + 1))
    }

    /// Words after a whole name that belong to it: places, whose it is, further capitals.
    fn tail(&self, start: usize, mut end: usize, mut carried: Option<Carried>) -> Option<Found> {
        let mut kind = Kind::Body;
        loop {
            if let Some((n, ())) = SEVERAL.at(self.words, end).filter(|_| self.takes_place(end)) {
                let (next, _, open) = self.nouns(end + n, true);
                kind = if open { Kind::OpenGroup } else { Kind::Group };
                end = next;
                break;
            }
            if let Some((n, ())) = PLACES.at(self.words, end).filter(|_| !self.word(end).is_some_and(|w| w.line)) {
                let next = end + n;
                let place = KNOWN.at(self.words, next).filter(|(_, known)| *known == Known::Place);
                let named = place.map_or_else(|| self.capitals(next), |(n, _)| next + n);
                if named == next && self.is(next, ',') && PLACES.at(self.words, next + 1).is_some() {
                    // `UBND tỉnh, thành phố trực thuộc trung ương`
                    let (last, count, open) = self.nouns(end, true);
                    if count > 1 && !self.is_capital(last) {
                        kind = if open { Kind::OpenGroup } else { Kind::Group };
                        end = last;
                        break;
                    }
                }
                carried = self.carries(start, end, named);
                end = named;
                continue;
            }
            if self.reads(end, &["thuộc", "của", "tại", "ở"]) {
                let next = end + 1;
                let place = PLACES.at(self.words, next).map_or(0, |(n, ())| n);
                let named = self.capitals(next + place);
                if named > next {
                    end = named;
                    continue;
                }
            }
            let named = self.capitals(end);
            if named == end || self.is_head_of_name(end) {
                break;
            }
            end = named;
        }
        Some(Found { end, kind, carried })
    }

    /// Past words with capitals, and known names.
    fn capitals(&self, mut at: usize) -> usize {
        while let Some(word) = self.word(at).filter(|w| w.capital && !w.line) {
            if self.is_head_of_name(at) {
                break;
            }
            let known = KNOWN.at(self.words, at).map_or(1, |(n, _)| n);
            at += known;
            let hyphen = !word.is_sign && (self.is(at, '-') || self.is(at, '–'));
            if hyphen && self.is_capital(at + 1) && !self.begins(at + 1) {
                at += 1;
            }
        }
        at
    }

    /// Whether a line begins here that begins a name.
    fn line_begins(&self, at: usize) -> bool {
        let bullet = self.bullet(at);
        self.word(at).is_some_and(|w| w.line) && (bullet > at || self.initials(at) || self.begins(at))
    }

    /// Whether a name begins here.
    fn begins(&self, at: usize) -> bool {
        self.begins_apart(at) || self.several(at) || self.nouns(at, false).1 > 1 || self.nouns(at, false).2
    }

    /// Whether a body, a post or a known name begins here.
    fn begins_apart(&self, at: usize) -> bool {
        let known = KNOWN.at(self.words, at).is_some_and(|(_, known)| known != Known::Field);
        let post = POSTS.at(self.words, at).is_some();
        self.is_capital(at) && (known || post || self.is_head_of_name(at))
    }

    /// Whether the head of a body stands here, with more of its name after it.
    fn is_head_of_name(&self, at: usize) -> bool {
        let head = HEADS.at(self.words, at).filter(|_| self.is_capital(at));
        head.is_some_and(|(n, head)| {
            let next = at + n;
            head == Head::Whole
                || (self.is_capital(next) && !self.word(next).is_some_and(|w| w.is_sign))
                || PLACES.at(self.words, next).is_some()
        })
    }

    /// In a cell, a piece that is no known sort of name: the end of the one before, or a name of its own.
    fn piece(&self, at: usize, out: &mut Vec<Name>) -> Option<usize> {
        let kind = match self.initials(at) {
            true => Kind::Person,
            false if NOUNS.at(self.words, at).is_some() => Kind::Group,
            false => Kind::Body,
        };
        let end = self.rest(at + 1, &Found { end: at + 1, kind: Kind::Group, carried: None });
        let is_small = !self.is_capital(at) || (self.is_abbreviated(at) && !self.is_name_of_capitals(at));
        let goes_on = is_small && NOUNS.at(self.words, at).is_none() && HEADS.at(self.words, at).is_none();
        match out.last_mut().filter(|_| goes_on) {
            Some(before) => {
                before.written.push_str(if self.is(at.saturating_sub(1), ',') { ", " } else { " " });
                before.written.push_str(&self.written(at, end));
            }
            None => self.push(out, "", at, end, kind),
        }
        Some(end)
    }
}
