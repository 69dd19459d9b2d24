//! Posts: the heads of bodies, and persons.

use super::known::{KNOWN, Known};
use super::name::Kind;
use super::reader::{Carried, Found, Reader};
use super::tables::{HEADS, POSTS, SEVERAL, SURNAMES};

/// Most words of a person's name.
const MOST_OF_NAME: usize = 5;

impl Reader<'_> {
    /// The head of a body or of several, or a person by post and name.
    pub fn post(&self, at: usize) -> Option<Found> {
        let first = self.addressed(at);
        let Some((n, ())) = POSTS.at(self.words, first).filter(|(n, ())| self.is_post(first, *n)) else {
            let end = self.person(first);
            // In a cell a surname and two more words are a person; places of two words begin like that, too.
            let full = !self.running && end >= first + 3 && SURNAMES.at(self.words, first).is_some();
            let is_person = end > first && (first > at || self.initials(first) || full) && !self.several(at);
            return is_person.then_some(Found::new(end, Kind::Person));
        };
        let mut next = first + n;
        // `Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ`
        while self.is(next, ',') && self.is_capital(next + 1) {
            let Some((n, ())) = POSTS.at(self.words, next + 1) else { break };
            let after = next + 1 + n;
            if !self.begins(after) && !self.is_noun(after) {
                break;
            }
            next = after;
        }
        // `Trưởng Ban Chỉ đạo`: the post's last word is the first of the body.
        if HEADS.at(self.words, next - 1).is_some_and(|(n, _)| n > 1) {
            next -= 1;
        }
        let nouns = self.nouns(next, true);
        let of_nouns = (nouns.1 > 0 && !self.is_capital(next)).then(|| Found::new(nouns.0, Kind::Group));
        let Some(found) = self.group(next).or(of_nouns).or_else(|| self.body(next)) else {
            let end = self.person(next);
            return Some(Found::new(end, if end > next { Kind::Person } else { Kind::Head }));
        };
        let mut end = found.end;
        // `Bộ trưởng các bộ, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh`: one group of heads.
        while found.kind != Kind::Body
            && let Some(more) = self.further_heads(end)
        {
            end = more;
        }
        let person = self.person(end);
        if person > end && found.kind == Kind::Body {
            return Some(Found::new(person, Kind::Person));
        }
        let head = self.written(at, next);
        let carried = found.carried.map(|c| Carried { head: format!("{head} {}", c.head).trim().to_owned(), ..c });
        Some(Found { end, kind: Kind::Head, carried })
    }

    /// Whether a post is written as one: with a capital, or before several (`người đứng đầu các cơ quan`).
    fn is_post(&self, at: usize, n: usize) -> bool {
        self.is_capital(at) || (n > 1 && self.several(at + n)) || !self.running
    }

    /// Past `đồng chí`, `các đồng chí`, `Đ/c`, `ông`, `bà`, and `các` before a post.
    fn addressed(&self, at: usize) -> usize {
        let mut next = at + SEVERAL.at(self.words, at).map_or(0, |(n, ())| n);
        if self.reads(next, &["đồng"]) && self.reads(next + 1, &["chí"]) {
            next += 2;
        } else if self.reads(next, &["ông", "bà"]) {
            next += 1;
        } else if self.reads(next, &["đ"]) && self.is(next + 1, '/') && self.reads(next + 2, &["c"]) {
            next += 3;
        }
        if self.is_capital(next) { next } else { at }
    }

    /// A further post of several bodies after a separator.
    fn further_heads(&self, at: usize) -> Option<usize> {
        if !self.is(at, ',') && !self.reads(at, &["và"]) {
            return None;
        }
        let (n, ()) = POSTS.at(self.words, at + 1)?;
        let next = at + 1 + n;
        let (end, count, _) = self.nouns(next, true);
        if count > 0 && !self.begins_apart(next) {
            return Some(end);
        }
        let found = self.group(next).or_else(|| self.body(next))?;
        (found.kind != Kind::Body).then_some(found.end)
    }

    /// Where a person's name ends that begins at `at`; `at` where none does.
    fn person(&self, at: usize) -> usize {
        let known = |at| KNOWN.at(self.words, at).is_some_and(|(_, known)| known != Known::Field);
        let mut end = at;
        while self.is_capital(end) && end < at + MOST_OF_NAME && !self.is_abbreviated(end) && !self.is_line(end) {
            if self.is_head_of_name(end) || (end == at && known(end)) {
                break;
            }
            end += 1;
        }
        if end >= at + 2 { end } else { at }
    }
}
