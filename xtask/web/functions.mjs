// The functions of a wasm module with their names and bytes, and the names in source form.
import { namesOfFunctions } from "./custom_sections.mjs";
import { number, sections, text } from "./sections.mjs";

const IMPORTS = 2;
const CODE = 10;

// Returns the functions of a module in order, each with its mangled name and the bytes of its body.
export function functionsOf(bytes) {
  const names = namesOfFunctions(bytes);
  const code = contentOf(bytes, CODE);
  if (!code) return [];
  const imported = importedFunctionsOf(bytes);
  const at = { place: 0 };
  return Array.from({ length: number(code, at) }, (_, index) => {
    const length = number(code, at);
    const body = code.subarray(at.place, at.place + length);
    at.place += length;
    return { name: names.get(imported + index) ?? "", body };
  });
}

const contentOf = (bytes, wanted) => sections(bytes).find(({ kind }) => kind === wanted)?.content;

// Returns the number of functions that a module imports: the indexes of its own ones come after theirs.
export function importedFunctionsOf(bytes) {
  const content = contentOf(bytes, IMPORTS) ?? Buffer.of(0);
  const at = { place: 0 };
  let functions = 0;
  for (let left = number(content, at); left > 0; left--) {
    text(content, at);
    text(content, at);
    if (content[at.place] === 0) functions++;
    skipType(content, at);
  }
  return functions;
}

// Skips the type of an import: a function, a table, a memory or a global.
export function skipType(content, at) {
  const kind = content[at.place++];
  if (kind === 0) return number(content, at);
  if (kind === 3) return (at.place += 2);
  if (kind === 1) at.place++;
  const limits = content[at.place++];
  number(content, at);
  if (limits & 1) number(content, at);
}

// Returns a mangled name in readable form.
export function plain(name) {
  const parts = [];
  for (let rest = name.match(/^_ZN(.*)$/)?.[1]; rest; ) {
    const [digits] = rest.match(/^\d+/) ?? [];
    if (!digits) break;
    parts.push(rest.slice(digits.length, digits.length + Number(digits)));
    rest = rest.slice(digits.length + Number(digits));
  }
  // The tool of the glue demangles the names of the first part itself.
  if (parts.length === 0) return name.replace(/::h[0-9a-f]{16}(?= |$)/, "").replace(/\[[0-9a-f]{16}\]/g, "");
  if (/^h[0-9a-f]{16}$/.test(parts.at(-1))) parts.pop();
  const signs = { LT: "<", GT: ">", RF: "&", BP: "*", LP: "(", RP: ")", C: "," };
  const read = (part) =>
    part
      .replace(/^_\$/, "$")
      .replace(/\$u([0-9a-f]{2})\$/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\$([A-Z]+)\$/g, (whole, sign) => signs[sign] ?? whole)
      .replaceAll("..", "::");
  return parts.map(read).join("::");
}
