// A wasm module as bytes: its sections, and the numbers and names in them, as the format writes them.

// The sections of a module, each with its kind and its content.
export function sections(bytes) {
  const all = [];
  for (const at = { place: 8 }; at.place < bytes.length; ) {
    const kind = bytes[at.place++];
    const length = number(bytes, at);
    all.push({ kind, content: bytes.subarray(at.place, at.place + length) });
    at.place += length;
  }
  return all;
}

// A module of these sections.
export function module(sections) {
  const header = Buffer.from("\0asm\x01\0\0\0", "latin1");
  const written = ({ kind, content }) => [Buffer.of(kind), leb(content.length), content];
  return Buffer.concat([header, ...sections.flatMap(written)]);
}

// Reads an unsigned LEB128, and goes on behind it.
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    value |= (bytes[at.place] & 127) << shift;
    more = bytes[at.place++] > 127;
  }
  return value >>> 0;
}

// Writes one.
export function leb(value) {
  const bytes = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 128) return Buffer.of(...bytes, left);
    bytes.push((left & 127) | 128);
  }
}

// Reads a name, and goes on behind it.
export function text(bytes, at) {
  const length = number(bytes, at);
  return bytes.toString("utf8", at.place, (at.place += length));
}

// Writes one.
export const written = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);
