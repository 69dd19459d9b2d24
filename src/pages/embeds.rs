//! Boxes for other sites, and the code to put them there.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::common::Link;
use crate::model::AgencyIx;
use crate::open_data::DataFile;
use crate::plan::route::public;

/// The page with the code to copy (`embeds.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedsView {
    /// The box of totals, then that of the next deadlines.
    pub boxes: Vec<EmbedCode>,
    /// An agency's box, for one agency; none where none holds anything.
    pub agency: Option<EmbedCode>,
    /// Agencies that have a box, in Vietnamese order.
    pub agencies: Vec<EmbedAgency>,
    /// Whether the addresses in the codes are whole: the site knows its own.
    pub whole: bool,
}

/// One box and its code.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedCode {
    /// The box.
    pub link: Link,
    /// The same as JSON.
    pub json: String,
    /// To be pasted into another page.
    pub code: String,
}

/// An agency that has a box.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedAgency {
    /// The box.
    pub link: Link,
    /// The same as JSON.
    pub json: String,
}

pub(super) struct Embeds;

impl Kind for Embeds {
    const TEMPLATE: &'static str = "embeds.html";
    type View<'p> = EmbedsView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        if report.data.settings.open_data { vec![Self] } else { Vec::new() }
    }

    fn route(&self) -> Route {
        Route::Embeds
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("embed-title"))
            .lead(page.words.say("embed-lead"))
            .below([page.crumb(Route::Data, "nav-data")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let mut agencies: Vec<AgencyIx> = page.report.holding_agencies().collect();
        agencies.sort_by_key(|ix| page.index.agency_rank[ix.at()]);
        let settings = &page.data().settings;
        let (programme, _) = page.pick_str(&settings.title, settings.title_en.as_ref());
        let json = |file: DataFile| format!("{}{}", page.root, file.path(page.data()));
        let code = |route: Route, file: DataFile, text: String, height: u32| {
            let (path, base) = (route.path(page.data()), page.edition.base_url.as_deref().unwrap_or("https://…/"));
            let address = format!("{base}{}{}", page.edition.folder, public(&path));
            // A frame is announced by its title alone: whose numbers, then which.
            let title = format!("{programme}: {text}").replace('&', "&amp;").replace('"', "&quot;");
            EmbedCode {
                code: format!(
                    "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
                     style=\"border:0\"></iframe>"
                ),
                json: json(file),
                link: page.link(route, text),
            }
        };
        let of_agency = |ix: &AgencyIx| {
            let Link { text, lang, .. } = page.agency_link(*ix);
            EmbedAgency {
                link: Link { href: page.href(Route::EmbedAgency(*ix)), text, lang },
                json: json(DataFile::EmbedAgency(*ix)),
            }
        };
        EmbedsView {
            // Heights hold at 300 px with every family and two lines a name; tests/browser/glance.mjs measures.
            boxes: vec![
                code(Route::EmbedTotals, DataFile::EmbedTotals, page.words.say("embed-totals"), 400),
                code(Route::EmbedDeadlines, DataFile::EmbedDeadlines, page.words.say("embed-deadlines"), 640),
            ],
            agency: agencies
                .first()
                .map(|ix| code(Route::EmbedAgency(*ix), DataFile::EmbedAgency(*ix), page.agency_link(*ix).text, 400)),
            agencies: agencies.iter().map(of_agency).collect(),
            whole: page.edition.base_url.is_some(),
        }
    }
}
