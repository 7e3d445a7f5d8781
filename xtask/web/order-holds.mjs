// Tests that a module whose functions stand in another order does the same, and that kindred functions stand side by
// side: run by `cargo test -p xtask`.
import binaryen from "binaryen";
import assert from "node:assert/strict";
import { functionsOf } from "./functions.mjs";
import { instructions } from "./instructions.mjs";
import { kindredOrder } from "./order.mjs";
import { reordered } from "./reordered.mjs";

// Calls over a call, the table, an import and an export; a start; instructions with operands of every form.
const text = `(module
  (import "main" "plus" (func $plus (param i32) (result i32)))
  (memory 1) (table 4 funcref) (type $number (func (param i32) (result i32)))
  (global $started (mut i32) (i32.const 0))
  (elem (i32.const 1) $twice $thrice)
  (start $start)
  (func $twice (param i32) (result i32)
    (i32.store offset=8 (i32.const 16) (local.get 0))
    (i32.mul (i32.load offset=8 (i32.const 16)) (i32.const 2)))
  (func $start (global.set $started (i32.const 1000)))
  (func $chosen (param i32) (result i32)
    (block $b (block $a (br_table $a $b (local.get 0))) (return (i32.const 7)))
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 4))
    (i32.trunc_sat_f64_s (f64.add (f64.const 20.5) (f64.const 20.5))))
  (func $thrice (param i32) (result i32)
    (i32.store offset=8 (i32.const 16) (local.get 0))
    (i32.mul (i32.load offset=8 (i32.const 16)) (i32.const 3)))
  (func (export "calls") (param i32) (result i32) (local i64)
    (local.set 1 (i64.const -1))
    (i32.add
      (i32.add (call $plus (call $twice (local.get 0))) (call_indirect (type $number) (local.get 0) (i32.const 2)))
      (i32.add (global.get $started) (i32.add (call $chosen (i32.const 0)) (call $chosen (i32.const 1)))))))`;

function assembled() {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.BulkMemory | binaryen.Features.BulkMemoryOpt | binaryen.Features.NontrappingFPToInt);
  binaryen.setDebugInfo(true);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}

function called(bytes) {
  const main = { plus: (value) => value + 100_000 };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { main }).exports.calls(10);
}

const names = (bytes) => functionsOf(bytes).map(({ name }) => name);

const bytes = assembled();
assert.equal(called(bytes), 100_000 + 20 + 30 + 1000 + 7 + 41);
const turned = reordered(bytes, (bodies) => [...bodies.keys()].reverse());
assert.equal(called(turned), called(bytes));
assert.deepEqual(names(turned), names(bytes).reverse());

const kindred = reordered(bytes, kindredOrder);
assert.equal(called(kindred), called(bytes));
assert.deepEqual(names(kindred).toSorted(), names(bytes).toSorted());
assert.equal(Math.abs(names(kindred).indexOf("twice") - names(kindred).indexOf("thrice")), 1);

// A body with an instruction that we do not know cannot be rewritten.
assert.throws(() => [...instructions(Buffer.of(0, 0xfd, 0x0b))], /0xfd/);
