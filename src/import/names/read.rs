//! Lists of names: what stands between them, and what one takes from the name before it.

use super::known::{CITIES, KNOWN, Known};
use super::name::{Kind, Name};
use super::reader::{Carried, Found, Reader};
use super::tables::{EVERYWHERE, HEADS, Head, NOUNS, PLACES, POSTS, ROLES, SEVERAL};
use super::words::words;

/// Names from the start of a text, and the bytes that they take. In running text a verb ends them, in a cell nothing but
/// a separator does.
pub fn names(text: &str, most: usize, running: bool) -> Option<(Vec<Name>, usize)> {
    let words = words(text, most);
    let mut reader = Reader { text, words: &words, running, carried: None };
    let (names, end) = reader.all();
    Some((names, words.get(end.checked_sub(1)?)?.end))
}

impl Reader<'_> {
    /// All names, and the word at which they end.
    fn all(&mut self) -> (Vec<Name>, usize) {
        let mut out: Vec<Name> = Vec::new();
        let mut at = self.role(self.bullet(0));
        let mut end = 0;
        while at < self.words.len() {
            let Some(found) = self.one(at, &mut out) else { break };
            // Whatever was read, it goes on.
            end = self.parenthesis(found.max(at + 1));
            match self.separator(end) {
                Some(next) => at = self.role(self.bullet(next)),
                None => break,
            }
        }
        // A name that was cut off: `…, Bộ`.
        if !self.running && out.len() > 1 && out.last().is_some_and(|name| is_bare(&name.written)) {
            out.pop();
        }
        (out, end)
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
            None => return Some(self.piece(at, out)),
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

    /// Past a parenthesis, `(VPCP)`, and past what else the body is: `- Cơ quan thường trực …`.
    fn parenthesis(&self, at: usize) -> usize {
        let also =
            (self.is(at, '-') || self.is(at, '–')) && self.reads(at + 1, &["cơ"]) && self.reads(at + 2, &["quan"]);
        if let Some(found) = also.then(|| self.body(at + 1)).flatten() {
            return found.end;
        }
        // `các bộ, ngành, địa phương trong cả nước`: said of all that there are.
        let everywhere = EVERYWHERE.at(self.words, at).map_or(0, |(n, ())| n);
        if everywhere > 0 || !self.is(at, '(') {
            return at + everywhere;
        }
        let close = self.words.iter().skip(at).take(60).position(|word| word.is(')'));
        close.map_or(at, |n| at + n + 1)
    }

    /// In a cell, past the words of a role: `Chủ trì: …`, `…, phối hợp với …`.
    fn role(&self, at: usize) -> usize {
        let role =
            ROLES.at(self.words, at).filter(|(n, ())| !self.running && (self.is(at + n, ':') || !self.is_capital(at)));
        role.map_or(at, |(n, ())| self.bullet(at + n))
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
            let hyphen = matches!(word.text, "-" | "–") && self.word(at + 1).is_some() && !self.is_head_of_name(at + 1);
            let next = self.line_begins(at) || (word.small == "và" && self.begins(at + 1));
            let ends = if word.is_sign { !hyphen } else { next };
            if ends || self.role(at) > at || (self.is_head_of_name(at) && found.kind == Kind::Body) {
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
        let city = carried.place == "tỉnh" && CITIES.at(self.words, at).is_some();
        let mut head = format!("{} {}", carried.head, if city { "thành phố" } else { &carried.place });
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
        let (noun, noun_at) = (next, next);
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
        let known = |at| KNOWN.at(self.words, at).filter(|(_, known)| *known == of);
        // `các phòng GDĐT` are many of one name, `các Bộ Tài chính` is a slip.
        let one = HEADS.at(self.words, noun_at).is_some_and(|(_, head)| head == Head::Field);
        let goes_on = |(n, _): &(usize, Known)| self.separator(start + n).is_some_and(|next| known(next).is_some());
        let is_known = known(start).is_some_and(|found| one || colon.is_some() || goes_on(&found));
        let is_named = colon.is_some() && !is_place && !self.begins_apart(start);
        let is_list = self.is_capital(start) && (is_known || is_named);
        is_list.then(|| (Carried { head: heads.join(" "), place, of, listed: true }, start))
    }

    /// `theo phân công tại Quyết định số …`
    fn reference(&self, at: usize) -> Option<Found> {
        if self.running || !self.reads(at, &["theo"]) {
            return None;
        }
        let end = self.words.iter().skip(at).position(|word| word.is(';')).map_or(self.words.len(), |n| at + n);
        Some(Found::new(end, Kind::Reference))
    }

    /// In a cell, a piece that is no known sort of name: the end of the one before, or a name of its own.
    fn piece(&self, at: usize, out: &mut Vec<Name>) -> usize {
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
        end
    }
}

/// The first word of a name of which the rest was cut off.
fn is_bare(written: &str) -> bool {
    matches!(written, "Bộ" | "Sở" | "Ban" | "Cục" | "Vụ" | "Viện" | "các" | "Các" | "Ủy" | "Văn")
}
