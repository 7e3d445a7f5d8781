// Names, and what the compiler and the linker note, stand in custom sections (kind 0); no browser needs them.
import { module, number, sections, text } from "./sections.mjs";

const CUSTOM = 0;
const FUNCTION_NAMES = 1;

export const withoutCustomSections = (bytes) => module(sections(bytes).filter(({ kind }) => kind !== CUSTOM));

// Of all custom sections only the names of functions.
export const withFunctionNames = (bytes) =>
  module(sections(bytes).flatMap((section) => (section.kind === CUSTOM ? functionNames(section.content) : [section])));

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
