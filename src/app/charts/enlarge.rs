//! 拡大: an option of ECharts for larger text.

use serde_json::{Number, Value, json};

/// Options of ECharts in px: font sizes, and the space around texts.
const MEASURES: [&str; 21] = [
    "fontSize",
    "lineHeight",
    "symbolSize",
    "offset",
    "left",
    "right",
    "top",
    "bottom",
    "width",
    "borderWidth",
    "textBorderWidth",
    "barWidth",
    "barMaxWidth",
    "itemWidth",
    "itemHeight",
    "itemGap",
    "nameGap",
    "margin",
    "padding",
    "distance",
    "length",
];

/// Multiplies every measure of an option by `times`. Its figures stay, and so do percentages.
pub(super) fn enlarge(option: &mut Value, times: f64) {
    let items: Vec<(bool, &mut Value)> = match option {
        Value::Object(object) => {
            let measured = |name: &str| MEASURES.contains(&name);
            // The measures of a pattern are relative to itself.
            let items = object.iter_mut().filter(|(name, _)| *name != "decal");
            items.map(|(name, item)| (measured(name), item)).collect()
        }
        Value::Array(items) => items.iter_mut().map(|item| (false, item)).collect(),
        _ => return,
    };
    for (is_measure, item) in items {
        match (is_measure, &mut *item) {
            (true, Value::Number(number)) => *item = larger(number, times),
            (true, Value::Array(pair)) => {
                for item in pair {
                    if let Value::Number(number) = item {
                        *item = larger(number, times);
                    }
                }
            }
            _ => enlarge(item, times),
        }
    }
}

fn larger(number: &Number, times: f64) -> Value {
    // The option holds a plain number.
    json!(number.as_f64().unwrap_or_default() * times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn larger_text_makes_every_measure_larger_and_no_figure() {
        let mut option = json!({
            "grid": {"left": 4, "right": "3%"},
            "yAxis": {"min": 10, "interval": 20, "nameGap": 12},
            "series": [{"data": [{"value": [2024, 30]}], "label": {"fontSize": 12, "offset": [3, -5]}}],
            "itemStyle": {"decal": {"symbolSize": 1}},
        });
        enlarge(&mut option, 2.0);
        let larger = json!({
            "grid": {"left": 8.0, "right": "3%"},
            "yAxis": {"min": 10, "interval": 20, "nameGap": 24.0},
            "series": [{"data": [{"value": [2024, 30]}], "label": {"fontSize": 24.0, "offset": [6.0, -10.0]}}],
            "itemStyle": {"decal": {"symbolSize": 1}},
        });
        assert_eq!(option, larger);
    }
}
