//! "Did you mean": the known name nearest to one that is not known.

/// The candidate nearest to `name`, if it is near enough to be a slip: at most one edit in three characters.
/// Among equally near ones the first in byte order, so that the order of candidates does not matter.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let bound = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(length) > bound {
            continue;
        }
        let distance = strsim::osa_distance(name, candidate);
        if distance <= bound && best.is_none_or(|best| (distance, candidate) < best) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

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
}
