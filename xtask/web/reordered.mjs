// A module whose functions stand in another order, and whose code says nothing that an engine ignores: together 4 %
// less to load, packed. Rust refers to functions in calls, in exports and in the table, nowhere else.
import { functionsOf, importedFunctionsOf } from "./functions.mjs";
import { instructions, namesFunction, touchesMemory } from "./instructions.mjs";
import { leb, module, number, sections, text, written } from "./sections.mjs";

const [CUSTOM, FUNCTIONS, EXPORTS, START, ELEMENTS, CODE] = [0, 3, 7, 8, 9, 10];
const FUNCTION_NAMES = 1;

// Returns the module with the order that `orderOf` gives for the bodies of its functions. Of the custom sections only
// the names of functions stay.
export function reordered(bytes, orderOf) {
  const imported = importedFunctionsOf(bytes);
  const functions = functionsOf(bytes).map(({ name, body }) => ({ name, body: withoutAlignment(body) }));
  const order = orderOf(functions.map(({ body }) => body));
  const places = new Map(order.map((index, place) => [imported + index, imported + place]));
  const moved = (index) => places.get(index) ?? index;
  const rewrite = {
    [FUNCTIONS]: (content) => inOrder(content, order),
    [EXPORTS]: (content) => exported(content, moved),
    [START]: (content) => leb(moved(number(content, { place: 0 }))),
    [ELEMENTS]: (content) => inTable(content, moved),
    [CODE]: () => list(order.map((index) => sized(renumbered(functions[index].body, moved)))),
  };
  const rewritten = sections(bytes)
    .filter(({ kind }) => kind !== CUSTOM)
    .map(({ kind, content }) => ({ kind, content: rewrite[kind]?.(content) ?? content }));
  const names = order.map((index, place) => Buffer.concat([leb(imported + place), written(functions[index].name)]));
  const all = sized(list(names));
  return module([...rewritten, { kind: CUSTOM, content: Buffer.concat([written("name"), Buffer.of(FUNCTION_NAMES), all]) }]);
}

const list = (items) => Buffer.concat([leb(items.length), ...items]);
const sized = (content) => Buffer.concat([leb(content.length), content]);

// The alignment that the compiler expects is a hint, which no browser reads.
function withoutAlignment(body) {
  const made = Buffer.from(body);
  for (const { code, start } of instructions(body)) if (touchesMemory(code)) made[start + 1] = 0;
  return made;
}

function renumbered(body, moved) {
  const made = [];
  let copied = 0;
  for (const { code, start, end } of instructions(body)) {
    if (!namesFunction(code)) continue;
    made.push(body.subarray(copied, start + 1), leb(moved(number(body, { place: start + 1 }))));
    copied = end;
  }
  return Buffer.concat([...made, body.subarray(copied)]);
}

// Returns the types of the functions in their order.
function inOrder(content, order) {
  const at = { place: 0 };
  const types = Array.from({ length: number(content, at) }, () => leb(number(content, at)));
  return list(order.map((index) => types[index]));
}

function exported(content, moved) {
  const at = { place: 0 };
  const FUNCTION = 0;
  return list(
    Array.from({ length: number(content, at) }, () => {
      const name = written(text(content, at));
      const kind = content[at.place++];
      const index = number(content, at);
      return Buffer.concat([name, Buffer.of(kind), leb(kind === FUNCTION ? moved(index) : index)]);
    }),
  );
}

function inTable(content, moved) {
  const at = { place: 0 };
  return list(
    Array.from({ length: number(content, at) }, () => {
      const start = at.place;
      const flags = number(content, at);
      // The table has a name, or is the first.
      if (flags === 2) number(content, at);
      else if (flags !== 0) throw new Error(`表の書き方を読み取れません（${flags}）。reordered.mjs を合わせてください。`);
      // The start of the segment is a constant and its end; a named table has the kind of its elements behind it.
      at.place++;
      number(content, at);
      at.place += flags === 2 ? 2 : 1;
      const head = content.subarray(start, at.place);
      return Buffer.concat([head, list(Array.from({ length: number(content, at) }, () => leb(moved(number(content, at)))))]);
    }),
  );
}
