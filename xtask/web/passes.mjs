// Optimises one wasm module with Binaryen, in a thread of its own. The thread receives { bytes, levels, rebuilt } and posts the bytes,
// which end with the names of the functions: what is delivered goes without them.
import binaryen from "binaryen";
import { parentPort, workerData } from "node:worker_threads";
import { customSections, withFunctionNames, withoutCustomSections } from "./custom_sections.mjs";
import { kindredOrder } from "./order.mjs";
import { reordered } from "./reordered.mjs";

// WebAssembly features that every browser of the last years knows, and rustc uses.
const FEATURES = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "NontrappingFPToInt", "SignExt", "MutableGlobals", "ReferenceTypes", "Multivalue"]
  .reduce((all, name) => all | binaryen.Features[name], 0);

const { bytes, levels, rebuilt } = workerData;
parentPort.postMessage(optimised(Buffer.from(bytes), levels, rebuilt));

function optimised(bytes, [optimize, shrink], rebuilt) {
  const module = binaryen.readBinary(withFunctionNames(bytes));
  module.setFeatures(FEATURES);
  binaryen.setOptimizeLevel(optimize);
  binaryen.setShrinkLevel(shrink);
  // Rust lays the stack at the bottom of the memory: no object stands in its first 1,024 bytes.
  binaryen.setLowMemoryUnused(true);
  withoutPlaceholders(module);
  // A part adds its functions to the table of the app and nobody changes them there: it calls its own without the table.
  // The app itself calls what is not there yet; Binaryen would take that for a call that never succeeds.
  if (binaryen.getTableInfo(module.getTableByIndex(0)).module) {
    binaryen.setPassArgument("directize-initial-contents-immutable", "true");
    module.runPasses(["directize"]);
  }
  if (rebuilt) {
    // Rebuilt from its blocks, the code has fewer branches: 1 % less, packed. Two passes clean up behind it.
    module.runPasses(["flatten", "rereloop"]);
    module.optimize();
  }
  module.optimize();
  const made = withoutCustomSections(Buffer.from(module.emitBinary()));
  // The names change nothing but what is written behind the code.
  binaryen.setDebugInfo(true);
  const named = Buffer.concat([made, customSections(withFunctionNames(Buffer.from(module.emitBinary())))]);
  return shrink > 0 ? reordered(named, kindredOrder) : named;
}

// Removes what wasm-split writes where other parts will add their functions: a table is empty there from the start.
function withoutPlaceholders(module) {
  const segments = Array.from({ length: module.getNumElementSegments() }, (_, index) => module.getElementSegmentByIndex(index));
  const empty = segments.map(binaryen.getElementSegmentInfo).filter(({ data }) => data.every((name) => !name));
  for (const { name } of empty) module.removeElementSegment(name);
}
