//! A user of the spreadsheet: a macro that types into every cell of a workbook, and the edits that the protection
//! allows.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{ONE_AT_A_TIME, run};

/// Types into every cell of each protected sheet, in the way that obeys the protection, as a user's typing does. An
/// open cell with content gets another number where a number or a dash is, the first word of its list if it has one,
/// else more text; every locked cell gets a text. Writes beside the workbook how many cells were typed into, how many
/// refused, and how many locked ones did not refuse.
const MACRO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">
Sub FillIn(given As String, saved As String, told As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  book = StarDesktop.loadComponentFromURL(given, "_blank", 0, hidden())
  typed = 0 : refused = 0 : through = 0
  For nth = 0 To book.Sheets.Count - 1
    sheet = book.Sheets.getByIndex(nth)
    If sheet.isProtected() Then
      used = sheet.createCursor()
      used.gotoEndOfUsedArea(False)
      For row = 0 To used.RangeAddress.EndRow
        For column = 0 To used.RangeAddress.EndColumn
          cell = sheet.getCellByPosition(column, row)
          before = cell.Formula
          list = cell.Validation.getFormula1()
          If cell.CellProtection.IsLocked Then
            value = "x"
          ElseIf before = "" Or cell.CellBackColor &lt;&gt; RGB(255, 242, 204) Then
            value = ""
          ElseIf cell.Type = com.sun.star.table.CellContentType.VALUE Then
            value = cell.Value + 1
          ElseIf cell.String = "-" Then
            value = 100
          ElseIf list &lt;&gt; "" Then
            value = Mid(list, 2, 1)
            If value = cell.String Then value = Mid(list, 6, 1)
          Else
            value = cell.String &amp; "（記入）"
          End If
          If value &lt;&gt; "" Then
            TypeInto(sheet.getCellRangeByPosition(column, row, column, row), value)
            If Not cell.CellProtection.IsLocked Then
              typed = typed + 1
            ElseIf cell.Formula = before Then
              refused = refused + 1
            Else
              through = through + 1
            End If
          End If
        Next column
      Next row
    End If
  Next nth
  book.storeToURL(saved, kind())
  book.close(True)
  file = FreeFile
  Open told For Output As #file
  Print #file, typed &amp; " " &amp; refused &amp; " " &amp; through
  Close #file
End Sub

Sub TypeInto(range As Object, value As Variant)
  On Error Resume Next
  range.setDataArray(Array(Array(value)))
End Sub
</script:module>"#;

const MODULES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Fill"/>
</library:library>"#;

/// A workbook after a user typed into every open cell.
pub struct FilledIn {
    /// The saved workbook.
    pub saved: Vec<u8>,
    /// Number of open cells that were typed into.
    pub typed: usize,
    /// Number of locked cells that stayed as they were.
    pub refused: usize,
    /// Number of locked cells that did not.
    pub through: usize,
}

/// Opens a workbook, types into every cell of its protected sheets, and saves it.
pub fn filled_in(name: &str, bytes: &[u8]) -> FilledIn {
    let _alone = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    let profile = folder.join("filling");
    let library = profile.join("user/basic/Standard");
    let url = |path: &Path| format!("file://{}", path.display());
    let office = |asked: &str| {
        let soffice = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
        let mut program = Command::new(soffice);
        program
            .arg(format!("-env:UserInstallation={}", url(&profile)))
            .args(["--headless", "--norestore", asked])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        run(program);
    };
    // The first start makes the profile, and would replace our library by an empty one.
    if !library.exists() {
        office("--terminate_after_init");
    }
    fs::write(library.join("script.xlb"), MODULES).unwrap();
    fs::write(library.join("Fill.xba"), MACRO).unwrap();
    let [given, saved, told] =
        ["given.xlsx", "filled.xlsx", "told.txt"].map(|end| folder.join(format!("{name}-{end}")));
    fs::write(&given, bytes).unwrap();
    for old in [&saved, &told] {
        let _ = fs::remove_file(old);
    }
    let call = format!(
        "macro:///Standard.Fill.FillIn(\"{}\",\"{}\",\"{}\")",
        url(&given),
        url(&saved),
        told.display()
    );
    office(&call);
    let counts = fs::read_to_string(&told).unwrap();
    let mut counts = counts.split_whitespace().map(|one| one.parse().unwrap());
    let mut count = || counts.next().unwrap();
    FilledIn {
        saved: fs::read(&saved).unwrap(),
        typed: count(),
        refused: count(),
        through: count(),
    }
}
