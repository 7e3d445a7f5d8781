// The instructions of wasm, as far as one must know them to walk through the body of a function.
import { number } from "./sections.mjs";

const CALL = 0x10;
const RETURN_CALL = 0x12;
const REF_FUNC = 0xd2;

const none = () => {};
const one = (body, at) => number(body, at);
const two = (body, at) => [number(body, at), number(body, at)];
const bytes = (count) => (body, at) => (at.place += count);
const list = (more) => (body, at) => {
  for (let left = number(body, at) + more; left > 0; left--) number(body, at);
};

// Readers of what follows an instruction, each with the first and the last code of its group.
const GROUPS = [
  [0x00, 0x01, none],
  [0x02, 0x04, one],
  [0x05, 0x05, none],
  [0x0b, 0x0b, none],
  [0x0c, 0x0d, one],
  [0x0e, 0x0e, list(1)],
  [0x0f, 0x0f, none],
  [CALL, CALL, one],
  [0x11, 0x11, two],
  [RETURN_CALL, RETURN_CALL, one],
  [0x13, 0x13, two],
  [0x1a, 0x1b, none],
  [0x1c, 0x1c, list(0)],
  [0x20, 0x26, one],
  [0x28, 0x3e, two],
  [0x3f, 0x42, one],
  [0x43, 0x43, bytes(4)],
  [0x44, 0x44, bytes(8)],
  [0x45, 0xc4, none],
  [0xd0, 0xd0, one],
  [0xd1, 0xd1, none],
  [REF_FUNC, REF_FUNC, one],
];
// After 0xfc a number names the instruction: 0 to 7 cut a float, then come those for memories and tables.
const OPERANDS_OF_BULK = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

const READERS = new Array(256);
for (const [first, last, read] of GROUPS) READERS.fill(read, first, last + 1);
READERS[0xfc] = (body, at) => {
  for (let left = OPERANDS_OF_BULK[number(body, at)]; left > 0; left--) number(body, at);
};

// True if the operand of an instruction is the index of a function.
export const namesFunction = (code) => code === CALL || code === RETURN_CALL || code === REF_FUNC;

// True if an instruction reads or writes memory: the first of its two operands is the alignment.
export const touchesMemory = (code) => code >= 0x28 && code <= 0x3e;

// Yields the instructions of a body, each with its code and the bytes from `start` to `end`.
export function* instructions(body) {
  const at = { place: 0 };
  for (let groups = number(body, at); groups > 0; groups--) {
    number(body, at);
    at.place++;
  }
  while (at.place < body.length) {
    const start = at.place;
    const code = body[at.place++];
    const read = READERS[code];
    if (!read) throw new Error(`知らない命令 0x${code.toString(16)} です。instructions.mjs を合わせてください。`);
    read(body, at);
    yield { code, start, end: at.place };
  }
}
