// The names by which the wasm of the first part and its glue know each other, made short: wasm-bindgen's carry a hash each.
import { skipType } from "./functions.mjs";
import { leb, module, number, sections, text, written } from "./sections.mjs";

const IMPORTS = 2;
const EXPORTS = 7;

// A name that wasm-bindgen made up: it stands in both, as a word of its own.
const MADE_UP = /^(?:__wbg_|__wbindgen_|wasm_bindgen__)/;

// Both with short names.
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

// A list, each item of it rewritten.
function each(content, rewrite) {
  const at = { place: 0 };
  const count = number(content, at);
  const items = Array.from({ length: count }, () => rewrite(at));
  return Buffer.concat([leb(count), ...items.flat()]);
}
