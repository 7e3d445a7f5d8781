// The tasks of the browser while something is done, from its trace: painting, layers, and the elements whose style was computed
// again.

const PAINT = /^(Paint|PrePaint)$/;
const LAYERS = /^(Layerize|Commit|UpdateLayer|CompositeLayers)$/;

// Milliseconds of the main thread and elements, for each of so many times.
export async function timeline(session, times, act) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on("Tracing.dataCollected", take);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "cc"] },
  });
  await act();
  const ended = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await ended;
  session.off("Tracing.dataCollected", take);
  const page = events.filter(ofThread(mainThread(events)));
  const spent = (pattern) => sum(page.filter(({ ph, name }) => ph === "X" && pattern.test(name)).map(({ dur }) => dur ?? 0)) / 1000 / times;
  const restyled = page.filter(({ name }) => name === "UpdateLayoutTree").map(({ args }) => args?.elementCount ?? 0);
  return { paint: spent(PAINT), layers: spent(LAYERS), restyled: sum(restyled) / times };
}

// The main thread of the page: of all threads of that name the one that computes most styles.
function mainThread(events) {
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const styles = (thread) => events.filter(({ name }) => name === "UpdateLayoutTree").filter(ofThread(thread)).length;
  return mains.toSorted((a, b) => styles(b) - styles(a))[0];
}

const ofThread = (thread) => ({ pid, tid }) => thread !== undefined && pid === thread.pid && tid === thread.tid;

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
