//! Several fields on one line that can be taken apart again: places are fixed, what is unknown stays empty.

use crate::model::{Evidence, PartialDate, Party, Period, Target, Transfer};
use crate::open_data::site::ExportSite;

/// `2025-03-01 | bo-tai-chinh | Thủ tướng Chính phủ`
pub(super) fn transferred(site: &ExportSite, transfer: &Transfer) -> String {
    let to = site.party_id(Party::Agency(transfer.to));
    parts([&transfer.on.to_string(), to, transfer.by.as_deref().unwrap_or_default()])
}

/// `2030 | >= 40 | các đô thị loại I | ít nhất 40%`
pub(super) fn target(target: &Target) -> String {
    let value = match (target.value, target.upper) {
        (Some(low), Some(high)) => format!("{low}..{high}"),
        (Some(value), None) => format!("{} {value}", target.operator.code()),
        (None, _) => String::new(),
    };
    let by = target.by.map(Period::code).unwrap_or_default();
    parts([&by, &value, target.scope.as_deref().unwrap_or_default(), target.wording.as_deref().unwrap_or_default()])
}

/// `Kế hoạch | 12/QĐ-TTg | https://…`
pub(super) fn cited(document: &Evidence) -> String {
    let date = document.date.map(PartialDate::code).unwrap_or_default();
    let retrieved = document.retrieved.map(|day| day.to_string()).unwrap_or_default();
    let (number, url) = (document.number.as_deref().unwrap_or_default(), document.url.as_deref().unwrap_or_default());
    parts([&document.title, number, url, &date, &retrieved])
}

/// Empty ends are left out.
fn parts<const N: usize>(fields: [&str; N]) -> String {
    let fields = fields.map(|field| field.replace('|', "/").split_whitespace().collect::<Vec<_>>().join(" "));
    fields.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_keep_their_places() {
        assert_eq!(parts(["2030", ">= 40", "", "ít nhất 40%"]), "2030 | >= 40 |  | ít nhất 40%");
        assert_eq!(parts(["Tin | Cổng", "", "x\ny", "", ""]), "Tin / Cổng |  | x y");
        assert_eq!(parts(["", "= 1", ""]), " | = 1");
    }
}
