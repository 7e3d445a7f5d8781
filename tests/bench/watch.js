// Runs in both pages before anything else: when was it seen, how long did each key take to be on screen, what was long.
globalThis.watch = {
  keys: [],
  tasks: [],
  // The time when what is there now has been painted.
  painted: () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      }),
    ),
  // When something that fits the selector and the pattern was painted first, from the start of the page.
  async seen(selector, pattern) {
    while (![...document.querySelectorAll(selector)].some((element) => pattern.test(element.textContent))) {
      await new Promise(requestAnimationFrame);
    }
    return watch.painted();
  },
  // Until the browser keeps something beside the log of a strategy.
  async kept(ending) {
    const database = await new Promise((done) => (indexedDB.open("michishirube").onsuccess = ({ target }) => done(target.result)));
    const keys = () => new Promise((done) => (database.transaction("edits").objectStore("edits").getAllKeys().onsuccess = ({ target }) => done(target.result)));
    while (!(await keys()).some(([name]) => name.endsWith(ending))) await new Promise((later) => setTimeout(later, 200));
    database.close();
  },
  async paste(selector, block, pattern) {
    const data = new DataTransfer();
    data.setData("text/plain", block);
    const start = performance.now();
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    return (await watch.seen(selector, pattern)) - start;
  },
  async scroll(element, steps, by) {
    const times = [];
    for (let step = 0; step < steps; step++) {
      const start = performance.now();
      element.scrollTop += by;
      times.push((await watch.painted()) - start);
    }
    return times;
  },
};
addEventListener(
  "keydown",
  (event) => {
    const start = event.timeStamp;
    watch.painted().then((end) => watch.keys.push(end - start));
  },
  true,
);
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) watch.tasks.push(duration);
}).observe({ type: "longtask", buffered: true });
