// Names, and notes of the compiler and the linker, stand in sections of kind 0; no browser needs them.
import { module, number, sections, text } from "./sections.mjs";

const NOTE = 0;
const FUNCTIONS = 1;

export const withoutNotes = (bytes) => module(sections(bytes).filter(({ kind }) => kind !== NOTE));

// Of all notes only the names of functions.
export const withFunctionNames = (bytes) =>
  module(sections(bytes).flatMap((section) => (section.kind === NOTE ? functionNames(section.content) : [section])));

function functionNames(content) {
  const at = { place: 0 };
  if (text(content, at) !== "name") return [];
  const head = content.subarray(0, at.place);
  while (at.place < content.length) {
    const start = at.place;
    const kind = content[at.place++];
    const length = number(content, at);
    at.place += length;
    if (kind === FUNCTIONS) return [{ kind: NOTE, content: Buffer.concat([head, content.subarray(start, at.place)]) }];
  }
  return [];
}
