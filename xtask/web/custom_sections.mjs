// Names, and what the compiler and the linker note, stand in custom sections (kind 0); no browser needs them.
import { module, number, sections, text } from "./sections.mjs";

const CUSTOM = 0;
const FUNCTION_NAMES = 1;

export const withoutCustomSections = (bytes) => module(sections(bytes).filter(({ kind }) => kind !== CUSTOM));

// Of all custom sections only the names of functions.
export const withFunctionNames = (bytes) =>
  module(sections(bytes).flatMap((section) => (section.kind === CUSTOM ? functionNames(section.content) : [section])));

// The custom sections alone, as bytes to put behind a module.
export const customSections = (bytes) => module(sections(bytes).filter(({ kind }) => kind === CUSTOM)).subarray(8);

// The names of the functions of a module, by their indexes.
export function namesOfFunctions(bytes) {
  const names = new Map();
  for (const { kind, content } of sections(bytes)) {
    if (kind !== CUSTOM) continue;
    for (const { content: only } of functionNames(content)) {
      const at = { place: 0 };
      text(only, at);
      // The kind of the names and their length.
      at.place++;
      number(only, at);
      for (let left = number(only, at); left > 0; left--) names.set(number(only, at), text(only, at));
    }
  }
  return names;
}

function functionNames(content) {
  const at = { place: 0 };
  if (text(content, at) !== "name") return [];
  const head = content.subarray(0, at.place);
  while (at.place < content.length) {
    const start = at.place;
    const kind = content[at.place++];
    const length = number(content, at);
    at.place += length;
    if (kind === FUNCTION_NAMES) return [{ kind: CUSTOM, content: Buffer.concat([head, content.subarray(start, at.place)]) }];
  }
  return [];
}
