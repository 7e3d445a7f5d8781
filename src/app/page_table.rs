//! The pages of a strategy, one row each. Address, navigation, keys, help, palette and the chunk of a page follow
//! from its row; the page itself is the file or folder of that name under `pages/`.

/// Runs a macro with the row of every page, in the order of the navigation: its name under `pages/`, in the address
/// and in the dictionary, its variant (with its selection), the digit that opens it with Alt, its group in the
/// navigation, the chunk it is fetched with, and its component.
#[macro_export]
macro_rules! for_each_page {
    ($run:ident) => {
        $run! {
            overview: Overview, "1", Make, overview, OverviewPage;
            outline: Outline(Id<Goal>), "2", Make, outline, OutlinePage;
            indicators: Indicators(Id<Indicator>), "3", Make, indicators, IndicatorsPage;
            chapters: Chapters, "", Make, chapters, ChaptersPage;
            alignment: Alignment, "", Make, rest, AlignmentPage;
            logic: Logic(Id<Goal>), "", Make, logic, LogicPage;
            population: Population, "", Make, population, PopulationPage;
            timetable: Timetable, "6", Make, rest, TimetablePage;
            year: Year, "", Run, yearly, YearPage;
            plan: Plan(Id<Measure>), "4", Run, yearly, PlanPage;
            hands: Hands, "", Run, hands, HandsPage;
            review: Review(Id<Measure>), "5", Run, yearly, ReviewPage;
            briefing: Briefing, "", Run, briefing, BriefingPage;
            grants: Grants(Id<GrantProject>), "", Run, grants, GrantsPage;
            revisions: Revisions, "", Run, revisions, RevisionsPage;
            workshop: Workshop(Id<Session>), "", Share, workshop, WorkshopPage;
            publication: Publication, "", Share, publication, PublicationPage;
            paper: Paper(Id<Measure>), "", Share, yearly, PaperPage;
            checks: Checks, "7", Check, rest, ChecksPage;
            versions: Versions, "", Check, rest, VersionsPage;
            settings: Settings, "", Last, rest, SettingsPage;
        }
    };
}
