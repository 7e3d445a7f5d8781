//! Text as people and machines leave it.

use super::Dice;

const ODD: [&str; 40] = [
    "",
    " ",
    "　",
    "しごとをつくり、安心して働けるようにする",
    "①　㈱みなと町観光協会（仮称）",
    "髙橋﨑德さん",
    "𠮷野家の𩸽",
    "か\u{3099}き\u{309A}",
    "ｶﾀｶﾅとﾊﾟﾋﾟ",
    "全角１２３ＡＢＣ",
    "～〜−－―‐ー",
    "👨\u{200D}👩\u{200D}👧 家族",
    "\u{FEFF}先頭にBOM",
    "一行目\n二行目\r\n三行目\r",
    "タブ\t区切り\t",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}",
    "行区切り\u{2028}段落区切り\u{2029}",
    "\u{202E}右から左\u{202C}",
    "\u{85}\u{A0}\u{AD}\u{200B}",
    "\"引用\" 'と' \\円記号\\ / ¥",
    "</script><script>alert(1)</script>",
    "<!-- & &amp; -->",
    "{\"id\":\"g1\"}",
    "[1,2",
    "null",
    "true",
    "0",
    "-0",
    "1e5",
    "g1",
    "k1",
    "=1+1",
    ",;:|",
    "%s %d {} {0}",
    "C:\\Users\\町役場\\戦略.json",
    "https://example.jp/?a=1&b=2#c",
    "\u{10FFFF}\u{E000}",
    "終わりが空白 ",
    "　始まりが空白",
    "長",
];

/// Any text, odd ones among them.
pub fn text(dice: &mut Dice) -> String {
    match dice.below(12) {
        0..=2 => String::new(),
        3..=6 => dice.pick(&ODD).to_owned(),
        7 => dice.pick(&ODD).repeat(2 + dice.below(20)),
        8 => (0..dice.below(12)).map(|_| any_char(dice)).collect(),
        _ => title(dice),
    }
}

/// A text such as a plan is made of.
pub fn title(dice: &mut Dice) -> String {
    let what = [
        "漁業",
        "観光",
        "子育て",
        "移住",
        "公共交通",
        "空き家",
        "防災",
        "雇用",
    ];
    let how = [
        "の振興",
        "の推進",
        "支援事業",
        "の確保",
        "",
        "の再生【重点】",
        "に係る計画",
    ];
    format!("{}{}{}", dice.pick(&what), dice.pick(&how), dice.below(30))
}

fn any_char(dice: &mut Dice) -> char {
    let range = dice.pick(&[0x20, 0x80, 0x800, 0x3100, 0x10000, 0x110000]);
    char::from_u32(dice.below(range) as u32).unwrap_or('〓')
}
