// The order of functions in which a module packs best. A packer writes in few bits what it has seen a moment ago: so
// each function is followed by the one that has most in common with it.

// Length of the runs of bytes that are compared, and the number of kinds of runs that are told apart.
const RUN = 5;
const KINDS = 1 << 21;

// Returns the indexes of the bodies, kindred ones side by side.
export function kindredOrder(bodies) {
  const runs = bodies.map(runsOf);
  const holders = holdersOf(runs);
  const left = new Set(bodies.keys());
  const order = [];
  for (let next = 0; next !== undefined; ) {
    left.delete(next);
    order.push(next);
    const shared = new Uint32Array(bodies.length);
    for (const kind of runs[next]) for (const index of holders(kind)) shared[index]++;
    next = highest(left, (index) => shared[index] / Math.sqrt(runs[index].length + 1));
  }
  return order;
}

function highest(indexes, valueOf) {
  let [found, most] = [undefined, -1];
  for (const index of indexes) {
    const value = valueOf(index);
    if (value > most) [found, most] = [index, value];
  }
  return found;
}

// Returns the kinds of the runs in a body, each once.
function runsOf(body) {
  const kinds = new Set();
  for (let start = 0; start + RUN <= body.length; start++) {
    let hash = 0;
    for (let at = start; at < start + RUN; at++) hash = Math.imul(hash ^ body[at], 0x9e3779b1) ^ (hash >>> 15);
    kinds.add((hash >>> 0) % KINDS);
  }
  return Uint32Array.from(kinds);
}

// Returns a function that gives the indexes of the bodies which hold a kind of run.
function holdersOf(runs) {
  const starts = new Uint32Array(KINDS + 1);
  for (const kinds of runs) for (const kind of kinds) starts[kind + 1]++;
  for (let kind = 0; kind < KINDS; kind++) starts[kind + 1] += starts[kind];
  const indexes = new Uint32Array(starts[KINDS]);
  const free = starts.slice();
  for (const [index, kinds] of runs.entries()) for (const kind of kinds) indexes[free[kind]++] = index;
  return (kind) => indexes.subarray(starts[kind], starts[kind + 1]);
}
