//! Whole sessions: `tests/cmd/<name>.trycmd` is run in a copy of `<name>.in`, and must leave what `<name>.out` has.
//! `TRYCMD=overwrite` writes what was seen.

#[test]
fn sessions_print_and_leave_what_they_should() {
    trycmd::TestCases::new().env("SOURCE_DATE_EPOCH", "1751328000").env("TZ", "UTC").case("tests/cmd/*.trycmd");
}
