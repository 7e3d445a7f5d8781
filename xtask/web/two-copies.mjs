// Checks of the service worker, run by `cargo test -p xtask`: of two copies of the app on one host each stores and
// clears its own files alone, and a copy serves the files of its own version without a network.
import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { readFile } from "node:fs/promises";
import vm from "node:vm";

const template = await readFile(new URL("sw.js", import.meta.url), "utf8");

// Caches of one origin: names, and their content by address.
const stored = new Map();
const key = (request) => (typeof request === "string" ? request : request.url);
const caches = {
  keys: async () => [...stored.keys()],
  delete: async (name) => stored.delete(name),
  async open(name) {
    if (!stored.has(name)) stored.set(name, new Map());
    const files = stored.get(name);
    return {
      keys: async () => [...files.keys()].map((url) => ({ url })),
      put: async (request, response) => files.set(key(request), response),
      match: async (request) => files.get(key(request))?.clone(),
    };
  },
};
const hash = (text) => createHash("sha256").update(text).digest("base64");

// A copy at this address; `online`: its host answers.
function copy(address, version, page, online) {
  const listeners = {};
  const context = vm.createContext({
    VERSION: version, FILES: { "": hash(page) }, LATER: [],
    URL, Response, Request, btoa, crypto: webcrypto, caches, location: { href: `${address}sw.js` },
    addEventListener: (name, listener) => (listeners[name] = listener),
    clients: { claim() {} }, skipWaiting() {},
    fetch: async () => {
      if (!online.is) throw new TypeError("no network");
      return new Response(page);
    },
  });
  vm.runInContext(template, context);
  const settle = async (name, more = {}) => {
    let done;
    await listeners[name]({ ...more, waitUntil: (promise) => (done = promise), respondWith: (promise) => (done = promise) });
    return done;
  };
  return {
    start: async () => (await settle("install"), await settle("activate")),
    answer: async () => (await settle("fetch", { request: new Request(address) })).text(),
  };
}

const network = { is: true };
const first = copy("https://town.example/a/", "1", "page of a", network);
const second = copy("https://town.example/b/", "1", "page of b", network);
await first.start();
await second.start();
assert.equal(stored.size, 2, "one cache for each copy");

// The first is updated; the second still opens without a network.
const newer = copy("https://town.example/a/", "2", "newer page of a", network);
await newer.start();
network.is = false;
assert.equal(await newer.answer(), "newer page of a");
assert.equal(await second.answer(), "page of b");
assert.equal(stored.size, 2, "the cache of the older version is gone");

// A copy whose address begins like that of another is separate.
network.is = true;
await copy("https://town.example/a/test/", "2", "page of the test", network).start();
await copy("https://town.example/a/", "3", "newest page of a", network).start();
assert.equal(stored.size, 3);
