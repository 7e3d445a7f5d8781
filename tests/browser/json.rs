//! Our own file is read and written in the browser exactly as on the developer's machine.

use format::json::{read, write};
use wasm_bindgen_test::wasm_bindgen_test;

const SAMPLES: [&str; 3] = [
    include_str!("../../public/samples/hokuto-2024.json"),
    include_str!("../../public/samples/kitamoto-2022.json"),
    include_str!("../../public/samples/kisarazu-2020.json"),
];

#[wasm_bindgen_test]
fn a_sample_read_and_written_again_is_the_same_text() {
    for sample in SAMPLES {
        let strategy = read(sample.as_bytes()).expect("a sample can be read");
        assert_eq!(write(&strategy).trim_end(), sample.trim_end());
    }
}
