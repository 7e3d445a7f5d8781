//! Lines that are selected together with one that the user selects.

use super::pasted::{LineDoubt, LineRole, PastedOutline};

impl PastedOutline {
    /// Returns the lines that change when the user selects a line or leaves it out: a line is
    /// selected with the headings it stands under and with the lines under it that are certain, and left out with all
    /// that stands under it. A line that is skipped changes nothing.
    pub fn selected_with(&self, at: usize, selected: bool, roles: &[LineRole]) -> Vec<usize> {
        let Some(role) = roles.get(at).filter(|role| **role != LineRole::Skip) else {
            return Vec::new();
        };
        let mut all = vec![at];
        let behind = roles.iter().enumerate().skip(at + 1);
        let under = behind.take_while(|(_, below)| below.depth() > role.depth());
        let is_certain = |below: usize| {
            let doubt = self.lines.get(below).map(|line| &line.doubt);
            matches!(doubt, Some(None | Some(LineDoubt::Heading)))
        };
        let taken = under
            .filter(|(below, role)| **role != LineRole::Skip && (!selected || is_certain(*below)));
        all.extend(taken.map(|(below, _)| below));
        let mut above = at;
        while let Some(heading) = self.heading(above, roles).filter(|_| selected) {
            all.push(heading);
            above = heading;
        }
        all
    }
}

impl LineRole {
    /// Returns the role that is so many levels deeper; `None` beyond the last.
    pub fn shifted(self, by: isize) -> Option<Self> {
        let now = Self::ALL.iter().position(|role| *role == self)?;
        Self::ALL.get(now.checked_add_signed(by)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PastedLine, SaidMarks, read_outline};
    use super::*;

    #[test]
    fn a_line_is_selected_with_its_headings_and_left_out_with_all_under_it() {
        let text = "基本目標1 働く\n1 産業\n(1) 農業\n① 相談\n(2) 商業\n① 融資";
        let outline = read_outline(text, &strategy::Strategy::default(), &SaidMarks::new());
        let title = |at: &usize| outline.lines[*at].title.clone();
        let roles: Vec<_> = outline.lines.iter().map(|line| line.role).collect();
        let with = |at: usize, selected: bool| {
            let lines = outline.selected_with(at, selected, &roles);
            lines.iter().map(title).collect::<Vec<_>>()
        };
        assert_eq!(with(3, true), ["相談", "農業", "産業", "働く"]);
        assert_eq!(with(1, false), ["産業", "農業", "相談", "商業", "融資"]);
        assert_eq!(with(3, false), ["相談"]);
        // Lines under it that are not certain wait to be selected one by one.
        assert!(outline.lines.iter().any(|line| !PastedLine::chosen(line)));
        assert_eq!(with(2, true), ["農業", "産業", "働く"]);
        let skipped = vec![LineRole::Skip; roles.len()];
        assert_eq!(outline.selected_with(3, true, &skipped), [] as [usize; 0]);
        assert_eq!(outline.selected_with(99, true, &roles), [] as [usize; 0]);
    }

    #[test]
    fn a_role_shifts_as_far_as_there_are_levels() {
        assert_eq!(LineRole::Division.shifted(1), Some(LineRole::Measure));
        assert_eq!(LineRole::Division.shifted(-1), Some(LineRole::CrossGoal));
        assert_eq!(LineRole::Goal.shifted(-1), None);
        assert_eq!(LineRole::Skip.shifted(1), None);
    }
}
