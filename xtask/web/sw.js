// Keeps the app usable without a network. VERSION, FILES and LATER are filled in when the folder edition is made: FILES holds
// the SHA-256 of each file, and nothing is kept, nor given from what is kept, that is not what was made then. A host
// that answers with a page for a file it does not have, or a filter in between, is not believed. What is in LATER is kept
// once it was used, and not before: most never use it, and without it the page does that work itself.
const HERE = new URL("./", location.href).href;
// Another copy of the app may live on the same host: each has a cache of its own.
const CACHE = `michishirube-app-${VERSION} ${HERE}`;

addEventListener("install", (event) => event.waitUntil(keepAll()));

// All or none: as long as one is missing, the version before stays.
async function keepAll() {
  const names = Object.keys(FILES).filter((name) => !LATER.includes(name));
  const fresh = await Promise.all(names.map(fromHost));
  const cache = await caches.open(CACHE);
  await Promise.all(names.map((name, at) => cache.put(HERE + name, fresh[at])));
}

async function fromHost(name) {
  const response = await fetch(HERE + name, { cache: "reload" });
  if (!(await isOurs(name, response))) throw new Error(`${name || "index.html"} is not of this version`);
  return response;
}

async function isOurs(name, response) {
  if (!response.ok) return false;
  const hash = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(hash))) === FILES[name];
}

// Only caches of this very folder. Those of before had no address in their names, and copies of one version shared one: such
// a cache goes when nothing of another copy is in it.
addEventListener("activate", (event) => {
  const isOld = async (name) => {
    if (!name.startsWith("michishirube-app-") || name === CACHE) return false;
    if (name.includes(" ")) return name.endsWith(` ${HERE}`);
    const kept = await (await caches.open(name)).keys();
    return kept.every(({ url }) => url.startsWith(HERE));
  };
  const clear = async (name) => (await isOld(name)) && caches.delete(name);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.map(clear))).then(() => clients.claim()),
  );
});

// A newer version takes over only when the person at the screen says so.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(HERE)) return;
  const asked = url.slice(HERE.length).split(/[?#]/)[0];
  const name = asked === "index.html" ? "" : asked;
  event.respondWith(Object.hasOwn(FILES, name) ? answer(name, event.request) : fetch(event.request));
});

// Answers from the cache; if the entry is missing or failed, from the host, and keeps the answer if it is ours.
async function answer(name, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(HERE + name);
  const didNotDo = request.cache === "reload" && request.mode !== "navigate";
  if (kept && !didNotDo) return kept;
  try {
    const fresh = await fromHost(name);
    await cache.put(HERE + name, fresh.clone());
    return fresh;
  } catch (reason) {
    return kept ?? fetch(request);
  }
}
