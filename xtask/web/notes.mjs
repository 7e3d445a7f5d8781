// Names, and notes of the compiler and the linker, stand in sections of kind 0; no browser needs them.
export function withoutNotes(bytes) {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const kind = bytes[at++];
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      length |= (bytes[at] & 127) << shift;
      more = bytes[at++] > 127;
    }
    at += length;
    if (kind !== 0) kept.push(bytes.subarray(start, at));
  }
  return Buffer.concat(kept);
}
