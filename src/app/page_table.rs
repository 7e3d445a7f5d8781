//! The pages of a strategy: one row each. Address, navigation, keys, help, palette and what is fetched with a page follow
//! from its row; the page itself is the file or folder of that name under `pages/`.

/// Runs a macro with the row of every page, in the order of the navigation: its name under `pages/` and in the address,
/// its name here (and what can be chosen on it), what it is called, the digit that leads to it with Alt, its group in the
/// navigation, the part of the app it is fetched with, and the component that shows it.
macro_rules! for_each_page {
    ($run:ident) => {
        $run! {
            overview: Overview, overview, "1", Make, overview, OverviewPage;
            outline: Outline(Id<Goal>), outline, "2", Make, outline, OutlinePage;
            chapters: Chapters, chapters, "", Make, outline, ChaptersPage;
            indicators: Indicators(Id<Indicator>), indicators, "3", Make, indicators, IndicatorsPage;
            plan: Plan(Id<Measure>), plan, "4", Make, yearly, PlanPage;
            timetable: Timetable, timetable, "6", Make, rest, TimetablePage;
            alignment: Alignment, alignment, "", Make, rest, AlignmentPage;
            review: Review(Id<Measure>), review, "5", Review, yearly, ReviewPage;
            briefing: Briefing, briefing, "", Review, briefing, BriefingPage;
            checks: Checks, checks, "7", Review, rest, ChecksPage;
            paper: Paper(Id<Measure>), paper, "", Review, yearly, PaperPage;
            versions: Versions, versions, "", Review, rest, VersionsPage;
            settings: Settings, settings, "", Last, rest, SettingsPage;
        }
    };
}

pub(super) use for_each_page;
