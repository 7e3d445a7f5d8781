// Measures the code of each exporter in the worker they share: the functions of its modules, by the names that
// wasm-bindgen leaves, before they are shortened. `cargo xtask dist` leaves that file; another can be named.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const made = fileURLToPath(new URL("../../target/web/worker/worker_bg.wasm", import.meta.url));
const bytes = await readFile(process.argv[2] ?? made);

// The modules of each, the first that fits.
const EXPORTERS = [
  ["Markdown", /format::document::markdown/],
  ["Word", /format::document::(docx|word)/],
  ["what Word and Markdown have in common", /output::(manuscript|paper)|format::document/],
  ["Excel", /output::export::workbook|format::workbook::(model|sheet_xml|styles|form|sheet_names|Workbook)/],
  ["CSV", /output::export::csv|format::csv|site::table/],
  ["StratML", /output::export::stratml|format::stratml/],
  ["公表", /output::(site|chart|pages|markup|rating)/],
  ["reading workbooks", /format::workbook::read|jobs::books/],
  ["archives", /format::(archive|unpacked)|flate2|miniz|rawzip|crc32/],
  ["the rest of the app: reading, judging, words", /(strategy|edit|insight|format|recognise|words|output|jobs)::/],
];

// A number as WebAssembly writes it, seven bits a byte.
let at = 8;
function number() {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
    shift += 7;
  }
}
const name = () => {
  const length = number();
  return bytes.toString("utf8", at, (at += length));
};

let [imported, sizes, names] = [0, [], new Map()];
while (at < bytes.length) {
  const [kind, length] = [bytes[at++], number()];
  const end = at + length;
  if (kind === 2) {
    for (let count = number(); count > 0; count--) {
      name(), name();
      const what = bytes[at++];
      if (what === 0) imported++, number();
      else if (what === 3) at += 2;
      else if (what === 4) at++, number();
      else {
        if (what === 1) at++;
        if (number() & 1) number();
        number();
      }
    }
  } else if (kind === 10) {
    for (let count = number(); count > 0; count--) {
      const size = number();
      sizes.push(size);
      at += size;
    }
  } else if (kind === 0 && name() === "name") {
    while (at < end) {
      const [part, size] = [bytes[at++], number()];
      const behind = at + size;
      if (part === 1) for (let count = number(); count > 0; count--) names.set(number(), name());
      at = behind;
    }
  }
  at = end;
}

const weights = new Map();
for (const [nth, size] of sizes.entries()) {
  const called = names.get(imported + nth) ?? "";
  const group = EXPORTERS.find(([, modules]) => modules.test(called))?.[0] ?? (called ? "Rust and libraries" : "without a name");
  weights.set(group, (weights.get(group) ?? 0) + size);
}
const all = sizes.reduce((sum, size) => sum + size, 0);
console.log(`code ${(all / 1024).toFixed(0)} KB of ${(bytes.length / 1024).toFixed(0)} KB`);
for (const [group, size] of [...weights].sort(([, a], [, b]) => b - a)) {
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${((size / all) * 100).toFixed(1).padStart(5)} %  ${group}`);
}
