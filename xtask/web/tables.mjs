// The slots of the table through which the parts of the app call each other. wasm-split gives one to each function
// that two chunks share. If both are in one file by now, the file calls its function itself, and a slot that nothing
// else uses no longer keeps its function from being inlined or removed. Adjacent slots are written as one list.
import { functionsOf } from "./functions.mjs";
import { leb, module, number, sections } from "./sections.mjs";

const ELEMENTS = 9;
const CODE = 10;
const DATA = 11;
const [END, CALL, CALL_INDIRECT, LOCAL_GET, CONSTANT] = [0x0b, 0x10, 0x11, 0x20, 0x41];

// Returns the parts with tidy tables. `parts` are the bytes of all modules that share the table, by their names;
// those named in `fixed` keep their own slots unchanged.
export function withTidyTables(parts, fixed) {
  const opened = [...parts].map(([name, bytes]) => open(name, bytes, fixed.includes(name)));
  const used = new Set();
  for (const part of opened) for (const slot of mentions(part)) used.add(slot);
  return new Map(opened.map((part) => [part.name, close(part, used)]));
}

function open(name, bytes, fixed) {
  const segments = fixed ? [] : segmentsOf(bytes);
  const own = new Map(segments.flatMap(({ start, functions }) => functions.map((index, at) => [start + at, index])));
  const bodies = functionsOf(bytes).map(({ body }) => direct(body, own) ?? body);
  return { name, bytes, bodies, segments };
}

// Returns the slots that a module fills: each segment with its first slot and the indexes of its functions.
function segmentsOf(bytes) {
  const content = sections(bytes).find(({ kind }) => kind === ELEMENTS)?.content;
  if (!content) return [];
  const at = { place: 0 };
  return Array.from({ length: number(content, at) }, () => {
    const flags = number(content, at);
    // The table has a name, or is the first.
    const table = flags === 2 ? number(content, at) : 0;
    if ((flags !== 0 && flags !== 2) || table !== 0 || content[at.place++] !== CONSTANT) {
      throw new Error(`表の書き方を読み取れません（${flags}, ${table}）。tables.mjs を合わせてください。`);
    }
    const start = signed(content, at);
    // The end of the constant, and with a named table the kind of its elements.
    at.place += flags === 2 ? 2 : 1;
    return { start, functions: Array.from({ length: number(content, at) }, () => number(content, at)) };
  });
}

// Returns a body that only calls a slot with its own arguments, changed to call the function itself.
function direct(body, own) {
  const at = { place: 1 };
  if (body[0] !== 0) return undefined;
  while (body[at.place] === LOCAL_GET) {
    at.place++;
    number(body, at);
  }
  const called = at.place;
  if (body[at.place++] !== CONSTANT) return undefined;
  const index = own.get(signed(body, at));
  if (index === undefined || body[at.place++] !== CALL_INDIRECT) return undefined;
  number(body, at);
  number(body, at);
  if (at.place !== body.length - 1) return undefined;
  return Buffer.concat([body.subarray(0, called), Buffer.of(CALL), leb(index), Buffer.of(END)]);
}

// Returns every number that a part may use for a slot: as a constant in its code, or as a word in its data.
function* mentions({ bytes, bodies }) {
  for (const body of bodies) {
    for (let at = body.indexOf(CONSTANT); at >= 0; at = body.indexOf(CONSTANT, at + 1)) yield signed(body, { place: at + 1 });
  }
  const data = sections(bytes).find(({ kind }) => kind === DATA)?.content ?? Buffer.alloc(0);
  for (let at = 0; at + 4 <= data.length; at++) yield data.readUInt32LE(at);
}

// Returns the module with its new bodies, and with a segment for each run of slots. An unused slot holds the function
// before it.
function close({ bytes, bodies, segments }, used) {
  const runs = [];
  for (const { start, functions } of [...segments].sort((a, b) => a.start - b.start)) {
    for (const [at, index] of functions.entries()) {
      const run = runs.at(-1);
      const slot = start + at;
      if (run && run.start + run.functions.length === slot) run.functions.push(used.has(slot) ? index : run.functions.at(-1));
      else if (used.has(slot)) runs.push({ start: slot, functions: [index] });
    }
  }
  const written = ({ start, functions }) => [Buffer.of(0, CONSTANT), signedLeb(start), Buffer.of(END), leb(functions.length), ...functions.map(leb)];
  const rewritten = {
    [CODE]: () => Buffer.concat([leb(bodies.length), ...bodies.flatMap((body) => [leb(body.length), body])]),
    [ELEMENTS]: () => Buffer.concat([leb(runs.length), ...runs.flatMap(written)]),
  };
  if (!segments.length) return bytes;
  return module(sections(bytes).map(({ kind, content }) => ({ kind, content: rewritten[kind]?.() ?? content })));
}

// Reads a signed LEB128, and advances.
function signed(bytes, at) {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = bytes[at.place++];
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte > 127 && shift < 35);
  return shift < 32 && byte & 64 ? value | (-1 << shift) : value;
}

// Writes a non-negative one.
function signedLeb(value) {
  const bytes = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 64) return Buffer.of(...bytes, left);
    bytes.push((left & 127) | 128);
  }
}
