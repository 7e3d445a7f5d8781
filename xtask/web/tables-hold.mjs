// Tests that parts with tidy tables call the same functions as before, and that the slots nobody uses are gone: run by
// `cargo test -p xtask`.
import binaryen from "binaryen";
import assert from "node:assert/strict";
import { sections } from "./sections.mjs";
import { withTidyTables } from "./tables.mjs";

const ELEMENTS = 9;
const TABLE = `(import "main" "table" (table 8 funcref)) (type $number (func (result i32)))`;

// The first part: only the second calls its slot 1, and only its data names slot 2.
const first = `(module ${TABLE}
  (import "main" "memory" (memory 1))
  (elem (i32.const 1) $one) (elem (i32.const 2) $two) (elem (i32.const 3) $three) (elem (i32.const 4) $four)
  (data (i32.const 0) "\\02\\00\\00\\00")
  (func $one (result i32) (i32.const 100))
  (func $two (result i32) (i32.const 200))
  (func $three (result i32) (i32.const 300))
  (func $four (result i32) (i32.const 400))
  (func $shim (result i32) (call_indirect (type $number) (i32.const 3)))
  (func (export "calls") (result i32) (i32.add (call $shim) (call_indirect (type $number) (i32.load (i32.const 0))))))`;
// The second part, which calls slots 1 and 4.
const second = `(module ${TABLE}
  (elem (i32.const 6) $six)
  (func $six (result i32) (i32.const 600))
  (func (export "calls") (result i32) (i32.add (call_indirect (type $number) (i32.const 1)) (call_indirect (type $number) (i32.const 4)))))`;

function assembled(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.MVP);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}

function called(parts) {
  const main = { table: new WebAssembly.Table({ initial: 8, element: "anyfunc" }), memory: new WebAssembly.Memory({ initial: 1 }) };
  const running = [...parts.values()].map((bytes) => new WebAssembly.Instance(new WebAssembly.Module(bytes), { main }));
  return running.map(({ exports }) => exports.calls());
}

const parts = new Map([["first", assembled(first)], ["second", assembled(second)]]);
const tidy = withTidyTables(parts, []);
assert.deepEqual(called(parts), [500, 500]);
assert.deepEqual(called(tidy), [500, 500]);

const elements = (bytes) => sections(bytes).find(({ kind }) => kind === ELEMENTS).content;
// Four lists became one, and slot 3 holds the function of slot 2, because the call of the first part no longer needs
// it.
const [lists, , , , , count, ...indexes] = elements(tidy.get("first"));
assert.equal(lists, 1);
assert.equal(count, 4);
assert.equal(new Set(indexes).size, 3);
assert.equal(indexes[1], indexes[2]);
// Nothing calls slot 6.
assert.deepEqual([...elements(tidy.get("second"))], [0]);
// A part that is fixed stays unchanged.
assert.deepEqual(withTidyTables(parts, ["first"]).get("first"), parts.get("first"));
