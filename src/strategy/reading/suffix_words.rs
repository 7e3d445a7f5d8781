//! The words that follow a number and its unit.

use super::lexer::{WordTable, words};
use super::qualifier::Qualifier;
use crate::printed::{Provisional, Span};

/// Words after a number.
static TAILS: WordTable<Qualifier> = WordTable::new(&[
    (Qualifier::AtLeast, words!("以上")),
    (
        Qualifier::MoreThan,
        words!("超 を超える を上回る を上回ること"),
    ),
    (Qualifier::AtMost, words!("以下 以内")),
    (Qualifier::LessThan, words!("未満 を下回る")),
    (
        Qualifier::About,
        words!("程度 前後 ほど くらい ぐらい 強 弱 余 余り あまり 足らず"),
    ),
    (Qualifier::Band, words!("台")),
    (Qualifier::Over(Span::Cumulative), words!("累計 の累計")),
    (Qualifier::Over(Span::Average), words!("平均")),
    (Qualifier::Firm(Provisional::Flash), words!("速報 速報値")),
    (Qualifier::Firm(Provisional::Interim), words!("暫定 暫定値")),
    (
        Qualifier::Firm(Provisional::Estimate),
        words!("推計 推計値"),
    ),
    (
        Qualifier::Firm(Provisional::Expected),
        words!("見込 見込み 見込値"),
    ),
    (
        Qualifier::Nothing,
        words!(
            "目標 目標値 を目標 を目標とする を目指す 予定 をめざす に設定 に設定する とする にする 維持 を維持 を維持する の維持 確保 を確保 の確保 達成 を達成 の達成 実績 へ に まで に増加 に減少 に向上 に低減 に抑制 に抑える まで増加 まで減少 まで向上 まで削減 まで拡大 まで引き上げ へ増加 へ減少 転入超過 の転入超過"
        ),
    ),
    (
        Qualifier::Change,
        words!(
            "増 減 増加 減少 増大 増額 減額 増員 減量 削減 縮減 低減 軽減 低下 下落 向上 上昇 伸長 延伸 延長 拡大 縮小 短縮 \
             抑制 圧縮 節減 節約 改善 引上げ 引下げ 引き上げ 引き下げ 上積み 上乗せ 底上げ 押し上げ 伸び \
             アップ ダウン カット オフ プラス マイナス UP Up up DOWN Down down OFF"
        ),
    ),
]);

/// Returns the tail word at `i`, if one is printed there, and the position after it.
pub(super) fn tail_word(s: &[char], i: usize) -> Option<(usize, Qualifier)> {
    TAILS.at(s, i)
}
