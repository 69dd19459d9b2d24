//! The order of Vietnamese names.

/// The rank of each name in Vietnamese order (numbers by value, equal names by position).
pub(super) fn vietnamese_ranks<'n>(names: impl Iterator<Item = &'n str>) -> Vec<u32> {
    use icu_collator::options::CollatorOptions;
    use icu_collator::preferences::CollationNumericOrdering;
    let names: Vec<&str> = names.collect();
    let mut preferences = icu_collator::CollatorPreferences::from(icu_locale_core::locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let collator = icu_collator::Collator::try_new(preferences, CollatorOptions::default())
        .expect("the Vietnamese collation is compiled in");
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| collator.compare(names[a], names[b]).then(a.cmp(&b)));
    let mut ranks = vec![0; names.len()];
    for (rank, &n) in order.iter().enumerate() {
        ranks[n] = rank as u32;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::vietnamese_ranks;

    #[test]
    fn vietnamese_order() {
        let names = ["Đà Nẵng", "Hà Nội", "Bộ 10", "Dương Kinh", "Ấn Độ", "An Giang", "Ăng-ten", "Bộ 2", "mã", "má"];
        let ranks = vietnamese_ranks(names.into_iter());
        let mut order: Vec<_> = names.iter().zip(ranks).collect();
        order.sort_by_key(|(_, r)| *r);
        let order: Vec<_> = order.into_iter().map(|(n, _)| *n).collect();
        assert_eq!(
            order,
            ["An Giang", "Ăng-ten", "Ấn Độ", "Bộ 2", "Bộ 10", "Dương Kinh", "Đà Nẵng", "Hà Nội", "mã", "má"]
        );
    }
}
