//! What stands after a number and its unit: 以上・程度・累計 …, brackets, times, note marks.

use super::phrase::{Phrase, Says};
use super::scan::{Table, bracket, is_letter, spaces, squeeze, word, words};
use super::{note, time, wish};
use crate::strategy::figure::{Provisional, Reading, Span};

/// Words after a number.
static TAILS: Table<Says> = Table::new(&[
    (Says::AtLeast, words!("以上")),
    (Says::MoreThan, words!("超 を超える を上回る を上回ること")),
    (Says::AtMost, words!("以下 以内")),
    (Says::LessThan, words!("未満 を下回る")),
    (
        Says::About,
        words!("程度 前後 ほど くらい ぐらい 強 弱 余 余り あまり 足らず"),
    ),
    (Says::Band, words!("台")),
    (Says::Over(Span::Cumulative), words!("累計 の累計")),
    (Says::Over(Span::Average), words!("平均")),
    (Says::Firm(Provisional::Flash), words!("速報 速報値")),
    (Says::Firm(Provisional::Interim), words!("暫定 暫定値")),
    (Says::Firm(Provisional::Estimate), words!("推計 推計値")),
    (
        Says::Firm(Provisional::Expected),
        words!("見込 見込み 見込値"),
    ),
    (
        Says::Nothing,
        words!(
            "目標 目標値 を目標 を目標とする を目指す 予定 をめざす に設定 に設定する とする にする 維持 を維持 を維持する の維持 確保 を確保 の確保 達成 を達成 の達成 実績 へ に まで に増加 に減少 に向上 に低減 に抑制 に抑える まで増加 まで減少 まで向上 まで削減 まで拡大 まで引き上げ へ増加 へ減少 転入超過 の転入超過"
        ),
    ),
    (
        Says::Change,
        words!(
            "増 減 増加 減少 増大 増額 減額 増員 減量 削減 縮減 低減 軽減 低下 下落 向上 上昇 伸長 延伸 延長 拡大 縮小 短縮 \
             抑制 圧縮 節減 節約 改善 引上げ 引下げ 引き上げ 引き下げ 上積み 上乗せ 底上げ 押し上げ 伸び \
             アップ ダウン カット オフ プラス マイナス UP Up up DOWN Down down OFF"
        ),
    ),
]);

/// The word that goes with a number before `i`, if one is printed there, and the place after it.
pub(super) fn tail_word(s: &[char], i: usize) -> Option<(usize, Says)> {
    TAILS.at(s, i)
}

/// Reads what stands after the number, to the end.
pub(super) fn read(mut p: Phrase) -> Option<Reading> {
    loop {
        p.i = spaces(p.s, p.i);
        if p.i >= p.s.len() {
            return p.finish();
        }
        if wish::level_after(p.s, p.i) {
            return p.finish();
        }
        if let Some(up) = wish::way_after(p.s, p.i) {
            return wish::change(p.number, up).map(Reading::Wish);
        }
        if let Some((end, says)) = tail_word(p.s, p.i) {
            p.says(says)?;
            p.i = end;
        } else if let Some((inside, end)) = bracket(p.s, p.i) {
            note::read(&mut p, inside, "");
            p.i = end;
        } else if let Some(end) = time::time(p.s, p.i, false) {
            if p.number.at.is_some() {
                return None;
            }
            p.number.at = Some(time::at(&p.s[p.i..end]));
            p.i = end;
        } else {
            trailing(&mut p)?;
        }
    }
}

/// A note mark, a note or うち … to the end, or a full stop.
fn trailing(p: &mut Phrase) -> Option<()> {
    let end = p.s.len();
    let stop = match p.s[p.i] {
        '※' | '*' => {
            let digits = p.s[p.i + 1..].iter().take_while(|c| c.is_ascii_digit());
            let mark = p.i + 1 + digits.count();
            match p.s.get(mark) {
                Some(c) if is_letter(*c) => end,
                _ => mark,
            }
        }
        'う' if word(p.s, p.i, "うち").is_some() => end,
        '。' => {
            p.i += 1;
            let next = spaces(p.s, p.i);
            return (next == end || matches!(p.s[next], '※' | '*' | '(')).then_some(());
        }
        _ => return None,
    };
    if p.s[p.i] == '※' && p.s.get(p.i + 1).is_some_and(|c| is_letter(*c)) {
        note::read(p, p.i + 1..end, "※");
        p.i = end;
        return Some(());
    }
    p.beside(&squeeze(&p.s[p.i..stop]));
    p.i = stop;
    Some(())
}
