//! The commands, one row each. Menu, shortcut, help and palette follow from it. Opening a page is a command too; its
//! row is that of the page, in `page_table`.

/// Runs a macro with the row of every command, in the order of the help: its variant, its name on screen, its key,
/// where it is available (anywhere, or only on an open strategy, with a condition), and the function of `perform`
/// that runs it.
macro_rules! for_each_command {
    ($run:ident) => {
        $run! {
            Undo: undo, Some(primary("z")), open when can_undo, undo;
            Redo: redo, Some(primary("y")), open when can_redo, redo;
            Export: export, Some(primary("s")), open, export;
            Workbook: workbook, None, open, workbook;
            Document: document, None, open, document;
            OneFile: one_file, None, open, one_file;
            OtherFormats: other_formats, None, open, other_formats;
            SaveVersion: save_version, None, open, save_version;
            PasteTable: paste_table, None, open when can_write, paste_table;
            Palette: palette, Some(primary("k")), anywhere, palette;
            History: history, None, open, history;
            Help: help, Some(plain("f1")), anywhere, help;
            Display: display, None, anywhere, display;
            Home: home, Some(alt("0")), anywhere, home;
        }
    };
}

pub(super) use for_each_command;
