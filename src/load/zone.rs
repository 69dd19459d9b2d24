//! Time zones by name. Only zones whose offset has been fixed for long: today's date is all that is asked of them.

use chrono::FixedOffset;

/// Names and hours east of Greenwich.
const ZONES: &[(&str, i32)] = &[
    ("Asia/Ho_Chi_Minh", 7),
    ("Asia/Saigon", 7),
    ("Asia/Bangkok", 7),
    ("Asia/Jakarta", 7),
    ("Asia/Phnom_Penh", 7),
    ("Asia/Vientiane", 7),
    ("Asia/Manila", 8),
    ("Asia/Shanghai", 8),
    ("Asia/Singapore", 8),
    ("Asia/Kuala_Lumpur", 8),
    ("Asia/Seoul", 9),
    ("Asia/Tokyo", 9),
    ("Etc/UTC", 0),
    ("UTC", 0),
];

/// The offset of a zone, given by name or as `+07:00`.
pub fn offset(name: &str) -> Option<FixedOffset> {
    if let Some((_, hours)) = ZONES.iter().find(|(zone, _)| *zone == name) {
        return FixedOffset::east_opt(hours * 3600);
    }
    let (sign, rest) = match name.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let two = |s: &str| (s.len() == 2).then(|| s.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    if !(0..=14).contains(&hours) || !(0..=59).contains(&minutes) {
        return None;
    }
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

pub fn names() -> impl Iterator<Item = &'static str> {
    ZONES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn offsets() {
        let seconds = |name| offset(name).map(|o| o.local_minus_utc());
        assert_eq!(seconds("Asia/Ho_Chi_Minh"), Some(7 * 3600));
        assert_eq!(seconds("+07:00"), Some(7 * 3600));
        assert_eq!(seconds("-03:30"), Some(-12600));
        for bad in ["Asia/Hanoi", "", "+7", "+25:00", "+-1:00", "ư07:00"] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
    }
}
