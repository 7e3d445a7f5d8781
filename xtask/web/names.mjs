// Shortens the names by which the wasm of the first part and its glue refer to each other: those of wasm-bindgen
// contain a hash each.
import { skipType } from "./functions.mjs";
import { leb, module, number, sections, text, written } from "./sections.mjs";

const IMPORTS = 2;
const EXPORTS = 7;

// A name that wasm-bindgen generated: both files contain it as a separate word.
const MADE_UP = /^(?:__wbg_|__wbindgen_|wasm_bindgen__)/;

// Returns both with short names.
export function shortened(wasm, glue) {
  const names = new Map();
  const short = (name) => {
    if (!MADE_UP.test(name)) return name;
    if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
    return names.get(name);
  };
  const renamed = sections(wasm).map(({ kind, content }) => ({
    kind,
    content: kind === IMPORTS ? imports(content, short) : kind === EXPORTS ? exports(content, short) : content,
  }));
  return { wasm: module(renamed), glue: glue.replace(/[\w$]+/g, (word) => names.get(word) ?? word) };
}

function imports(content, short) {
  return each(content, (at) => {
    const [from, name] = [text(content, at), text(content, at)];
    const start = at.place;
    skipType(content, at);
    return [written(from), written(short(name)), content.subarray(start, at.place)];
  });
}

function exports(content, short) {
  return each(content, (at) => {
    const name = text(content, at);
    const start = at.place++;
    number(content, at);
    return [written(short(name)), content.subarray(start, at.place)];
  });
}

// Returns a list with each item rewritten.
function each(content, rewrite) {
  const at = { place: 0 };
  const count = number(content, at);
  const items = Array.from({ length: count }, () => rewrite(at));
  return Buffer.concat([leb(count), ...items.flat()]);
}
