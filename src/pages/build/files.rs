//! Which of the files for machines hold what a page shows.

use super::Builder;
use crate::model::AgencyIx;
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use crate::pages::view::DataLink;
use crate::plan::route::Route;

impl Builder<'_> {
    /// Links to the files of this page; none where the whole site's are meant.
    pub(super) fn files(&self) -> Vec<DataLink> {
        let found = match self.route {
            Route::Tasks(_) => {
                vec![(DataFile::Csv(TableId::Tasks), "file-tasks"), (DataFile::Workbook, "data-workbook")]
            }
            Route::Agencies => vec![(DataFile::Csv(TableId::Agencies), "file-agencies")],
            Route::Task(ix) => vec![(DataFile::TaskCalendar(ix), "file-task-calendar")],
            Route::Agency(ix, _) => self.files_of_agency(ix),
            Route::Meetings(_) => {
                vec![(DataFile::Csv(TableId::Meetings), "file-meetings"), (DataFile::Calendar, "data-calendar")]
            }
            Route::MeetingsOfBody(ix, _) => vec![(DataFile::BodyFeed(ix), "file-body-feed")],
            Route::Meeting(ix) => {
                let body = self.data()[ix].body.map(|body| (DataFile::BodyFeed(body), "file-body-feed"));
                body.into_iter().chain([(DataFile::Csv(TableId::Tasks), "file-tasks")]).collect()
            }
            Route::Topic(ix, _) => vec![(DataFile::TopicFeed(ix), "file-feed")],
            Route::Calendar | Route::CalendarYear(_) | Route::CalendarMonth(..) => {
                vec![(DataFile::Calendar, "data-calendar")]
            }
            Route::Changes | Route::ChangesMonth(..) => vec![(DataFile::Feed, "data-feed")],
            Route::Matrices(_) | Route::MatrixOfGroup(..) | Route::MatrixOfTask(..) => {
                vec![(DataFile::Csv(TableId::Obligations), "file-obligations")]
            }
            Route::Home
            | Route::Worklist(..)
            | Route::Group(..)
            | Route::News(_)
            | Route::Topics
            | Route::Data
            | Route::Search
            | Route::Access
            | Route::Page(_)
            | Route::Embeds
            | Route::EmbedTotals
            | Route::EmbedDeadlines
            | Route::EmbedAgency(_)
            | Route::Moved(_)
            | Route::NotFound => Vec::new(),
        };
        let found = found.into_iter().filter(|(file, _)| self.index.files.has(*file));
        found.map(|(file, key)| self.data_link(file, self.words.say(key))).collect()
    }

    fn files_of_agency(&self, ix: AgencyIx) -> Vec<(DataFile, &'static str)> {
        let view = self.report.agency(ix);
        let mut found = Vec::new();
        if view.tally.total() > 0 || !view.coordinates.is_empty() {
            found.extend([
                (DataFile::AgencyFeed(ix), "file-feed"),
                (DataFile::AgencyCalendar(ix), "file-deadlines"),
                (DataFile::AgencyWorkbook(ix), "file-obligations"),
                (DataFile::AgencyCsv(ix), "file-obligations"),
            ]);
        }
        found.push((DataFile::BodyFeed(ix), "file-body-feed"));
        found
    }
}
