//! Boxes for the pages of others, and the code to put them there.

use super::Builder;
use crate::model::AgencyIx;
use crate::open_data::DataFile;
use crate::pages::build::FrameOptions;
use crate::pages::view::{EmbedAgency, EmbedCode, EmbedView, EmbedsView, Link};
use crate::plan::route::{self, Route, public};

/// Deadlines in a box.
const FEW: usize = 10;

impl Builder<'_> {
    /// The box of totals.
    pub fn embed_totals(&self) -> EmbedView {
        EmbedView {
            link: self.link(Route::Home, self.words.say("embed-totals")),
            tasks: Some(self.words.tally(&self.report.task_tally())),
            obligations: Some(self.words.tally(&self.report.tally())),
            deadlines: false,
            upcoming: Vec::new(),
        }
    }

    /// The box of the next deadlines.
    pub fn embed_deadlines(&self) -> EmbedView {
        EmbedView {
            link: self.link(route::deadlines(&self.data().settings), self.words.say("embed-deadlines")),
            tasks: None,
            obligations: None,
            deadlines: true,
            upcoming: self.coming_deadlines(self.data().settings.thresholds.due_soon_days, FEW),
        }
    }

    /// The box of an agency.
    pub fn embed_agency(&self, ix: AgencyIx) -> EmbedView {
        EmbedView {
            link: self.agency_link(ix),
            tasks: None,
            obligations: Some(self.words.tally(&self.report.agency(ix).tally)),
            deadlines: false,
            upcoming: Vec::new(),
        }
    }

    /// The page with the code to copy.
    pub fn embeds(&self, options: &FrameOptions) -> EmbedsView {
        let mut agencies: Vec<AgencyIx> = self.report.holding_agencies().collect();
        agencies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let json = |file: DataFile| format!("{}{}", self.root, file.path(self.data()));
        let code = |route: Route, file: DataFile, text: String, height: u32| {
            let (path, base) = (route.path(self.data()), options.base_url.as_deref().unwrap_or("https://…/"));
            let address = format!("{base}{}{}", self.folder, public(&path));
            let title = text.replace('&', "&amp;").replace('"', "&quot;");
            EmbedCode {
                code: format!(
                    "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
                     style=\"border:0\"></iframe>"
                ),
                json: json(file),
                link: self.link(route, text),
            }
        };
        let of_agency = |ix: &AgencyIx| {
            let Link { text, lang, .. } = self.agency_link(*ix);
            EmbedAgency {
                link: Link { href: self.href(Route::EmbedAgency(*ix)), text, lang },
                json: json(DataFile::EmbedAgency(*ix)),
            }
        };
        EmbedsView {
            boxes: vec![
                code(Route::EmbedTotals, DataFile::EmbedTotals, self.words.say("embed-totals"), 560),
                code(Route::EmbedDeadlines, DataFile::EmbedDeadlines, self.words.say("embed-deadlines"), 480),
            ],
            agency: agencies
                .first()
                .map(|ix| code(Route::EmbedAgency(*ix), DataFile::EmbedAgency(*ix), self.agency_link(*ix).text, 360)),
            agencies: agencies.iter().map(of_agency).collect(),
            whole: options.base_url.is_some(),
        }
    }
}
