//! "Did you mean": the known name nearest to one that is not known.
//!
//! Most candidates are told apart by their letters alone; of the others the distance is found in a band around the
//! diagonal, as wide as a slip may be. A question that costs more than [`BUDGET`] has no answer.

/// Most steps of one question.
const BUDGET: usize = 2_000_000;

/// The candidate nearest to `name`, if it is near enough to be a slip: at most one edit in three characters.
/// Among equally near ones the first in byte order, so that the order of candidates does not matter.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    search(name, candidates).0
}

/// The answer, and how many steps it took.
fn search<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> (Option<&'a str>, usize) {
    let letters: Vec<char> = name.chars().collect();
    let mut bound = (letters.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    let mut steps = 0;
    for candidate in candidates {
        // A character has at most four bytes.
        if candidate.len() > (letters.len() + bound) * 4 || candidate.len() + bound < letters.len() {
            continue;
        }
        let other: Vec<char> = candidate.chars().collect();
        steps += other.len();
        if other.len().abs_diff(letters.len()) > bound || differing(&letters, &other) > bound {
            continue;
        }
        steps += (2 * bound + 1) * letters.len();
        if steps > BUDGET {
            return (None, steps);
        }
        if let Some(distance) = distance(&letters, &other, bound)
            && best.is_none_or(|best| (distance, candidate) < best)
        {
            best = Some((distance, candidate));
            bound = distance;
        }
    }
    (best.map(|(_, candidate)| candidate), steps)
}

/// At least so many edits lie between two words, whatever the order of their letters.
fn differing(a: &[char], b: &[char]) -> usize {
    let mut counts = [0_i32; 64];
    for (letters, sign) in [(a, 1), (b, -1)] {
        for letter in letters {
            counts[u32::from(*letter) as usize % 64] += sign;
        }
    }
    let sum = |sign: i32| counts.iter().map(|n| (n * sign).max(0).unsigned_abs() as usize).sum::<usize>();
    sum(1).max(sum(-1))
}

/// Letters changed, left out, added, and neighbours exchanged; none if more than `bound`.
fn distance(a: &[char], b: &[char], bound: usize) -> Option<usize> {
    let far = bound + 1;
    let mut rows = [vec![far; b.len() + 1], (0..=b.len()).collect(), vec![far; b.len() + 1]];
    for (i, from) in a.iter().enumerate() {
        let [before, above, row] = &mut rows;
        let (first, last) = (i.saturating_sub(bound), (i + bound + 1).min(b.len()));
        row[first] = if first == 0 { i + 1 } else { far };
        for j in first..last {
            let same = usize::from(*from != b[j]);
            let mut edits = (above[j] + same).min(row[j] + 1).min(above[j + 1] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == b[j] {
                edits = edits.min(before[j - 1] + 1);
            }
            row[j + 1] = edits.min(far);
        }
        if let Some(outside) = row.get_mut(last + 1) {
            *outside = far;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][b.len()]).filter(|edits| *edits <= bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let names = ["bo-noi-vu", "bo-tu-phap", "van-phong-chinh-phu"];
        for (typed, meant) in [
            ("bo-noi-uv", Some("bo-noi-vu")),
            ("bo-noivu", Some("bo-noi-vu")),
            ("van-phong-chinhphu", Some("van-phong-chinh-phu")),
            ("bo-y-te", None),
            ("", None),
        ] {
            assert_eq!(closest(typed, names), meant, "{typed}");
        }
    }

    /// As an independent reckoning has it, within the bound.
    #[test]
    fn distances_are_right() {
        let words = [
            "",
            "a",
            "ab",
            "ba",
            "abc",
            "acb",
            "cab",
            "abcd",
            "badc",
            "bộ nội vụ",
            "bộ nội uv",
            "nội vụ bộ",
            "aaaa",
            "aabaa",
        ];
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let (one, two): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            for bound in 1..6 {
                let whole = strsim::osa_distance(a, b);
                assert!(differing(&one, &two) <= whole, "{a} {b}");
                if one.len().abs_diff(two.len()) <= bound {
                    assert_eq!(distance(&one, &two, bound), Some(whole).filter(|n| *n <= bound), "{a} {b} {bound}");
                }
            }
        }
    }

    /// Long names, of the same letters: what costs most.
    #[test]
    fn work_is_bounded() {
        let name = |n: usize| format!("{:0>10}-{}", n, "so-xay-dung-".repeat(9));
        let names: Vec<String> = (0..20_000).map(name).collect();
        let typed = format!("{}-0000012345", "so-xay-dung-".repeat(9));
        let (found, steps) = search(&typed, names.iter().map(String::as_str));
        assert_eq!(found, None);
        assert!(steps < BUDGET + 20_000, "{steps}");
        let slip = name(777).replace("xay", "xya");
        let (_, steps) = search(&slip, names[..2000].iter().map(String::as_str));
        assert!(steps < BUDGET + 20_000, "{steps}");
        let long = "x".repeat(1_000_000);
        assert_eq!(search(&long, names.iter().map(String::as_str)), (None, 0));
    }
}
