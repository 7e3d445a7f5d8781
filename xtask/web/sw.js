// Keeps the app usable without a network. VERSION and FILES are filled in when the folder edition is made.
const CACHE = `michishirube-app-${VERSION}`;

addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

// Only caches of this very folder: another copy of the app may live on the same host.
addEventListener("activate", (event) => {
  const mine = new URL("./", location.href).href;
  const isOld = async (name) => {
    if (!name.startsWith("michishirube-app-") || name === CACHE) return false;
    const [first] = await (await caches.open(name)).keys();
    return !first || first.url.startsWith(mine);
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
  const here = new URL("./", location.href).href;
  if (method !== "GET" || !url.startsWith(here)) return;
  const asked = url.split(/[?#]/)[0];
  const wanted = asked === `${here}index.html` ? here : asked;
  event.respondWith(
    caches.open(CACHE).then((cache) => cache.match(wanted)).then((found) => found ?? fetch(event.request)),
  );
});
