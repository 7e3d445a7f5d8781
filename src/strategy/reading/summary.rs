//! What was read, in one line, to show before it is taken.

use rust_decimal::Decimal;

use crate::strategy::figure::{Bound, Number, Provisional, Reading, Span, Wish};

impl Reading {
    /// What was read, in Japanese: 「431.5 万円（H30）」「減らす方向（数値なし）」「要確認：そのまま文字で残します」.
    pub fn summary(&self) -> String {
        match self {
            Reading::Number(number) => number.summary(),
            Reading::Missing(why) => ["値なし（", why.word(), "）"].concat(),
            Reading::Wish(wish) => wish.summary(),
            Reading::Unread => "要確認：そのまま文字で残します".to_owned(),
        }
    }
}

impl Number {
    fn summary(&self) -> String {
        let mut out = String::new();
        if self.about {
            out.push('約');
        }
        out.push_str(&commas(self.value));
        if let Bound::To(upper) = self.bound {
            out.push('～');
            out.push_str(&commas(upper));
        }
        if !self.unit.is_empty() {
            out.push(' ');
            out.push_str(&self.unit);
        }
        out.push_str(match self.bound {
            Bound::Exact | Bound::To(_) => "",
            Bound::AtLeast => "以上",
            Bound::MoreThan => "を上回る",
            Bound::AtMost => "以下",
            Bound::LessThan => "未満",
            Bound::Band => "台",
        });
        let span = match self.span {
            Span::Single => "",
            Span::Cumulative => "累計",
            Span::Average => "平均",
            Span::Total => "延べ",
            Span::EveryYear => "毎年",
        };
        let firm = match self.provisional {
            None => "",
            Some(Provisional::Flash) => "速報値",
            Some(Provisional::Interim) => "暫定値",
            Some(Provisional::Estimate) => "推計値",
            Some(Provisional::Expected) => "見込値",
        };
        let at = self.at.as_ref().map_or("", |at| at.0.as_str());
        let beside = match self.aside.as_str() {
            "" => String::new(),
            aside => ["併記：", aside].concat(),
        };
        let said: Vec<&str> = [at, span, firm, &beside]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect();
        if !said.is_empty() {
            out.push('（');
            out.push_str(&said.join("、"));
            out.push('）');
        }
        out
    }
}

impl Wish {
    fn summary(&self) -> String {
        let text = match self {
            Wish::Up => "増やす方向（数値なし）",
            Wish::Down => "減らす方向（数値なし）",
            Wish::Keep => "保つ（数値なし）",
            Wish::NotBelow => "基準値以上（数値なし）",
            Wish::NotAbove => "基準値以下（数値なし）",
            Wish::AboveLastYear => "前年度を上回る（数値なし）",
            Wish::BelowLastYear => "前年度を下回る（数値なし）",
            Wish::AboveOthers => "比べる相手を上回る（数値なし）",
            Wish::BelowOthers => "比べる相手を下回る（数値なし）",
            Wish::All => "すべて（数値なし）",
            Wish::Words => "言葉での評価（数値なし）",
            Wish::Times(times) => return ["基準値の ", &commas(*times), " 倍"].concat(),
            Wish::Plus { by, unit, yearly } => {
                let way = if by.is_sign_negative() { "減" } else { "増" };
                let every = if *yearly { "（毎年）" } else { "" };
                return ["基準値から ", &commas(by.abs()), " ", unit, way, every].concat();
            }
        };
        text.to_owned()
    }
}

/// The digits as printed, with commas; minus as △.
fn commas(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, _)) => text.split_at(whole.len()),
        None => (text.as_str(), ""),
    };
    let mut out = String::with_capacity(text.len() + 4);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('△');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(fraction);
    out
}
