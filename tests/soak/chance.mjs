// Chance that comes out the same again from the same seed.
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let n = Math.imul(state ^ (state >>> 15), state | 1);
    n ^= n + Math.imul(n ^ (n >>> 7), n | 61);
    return ((n ^ (n >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    one: (list) => list[Math.floor(next() * list.length)],
    isIt: (share) => next() < share,
    letters: (count) => Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join(""),
  };
}
