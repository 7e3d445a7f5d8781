// Starts the app, in both editions, and says what to do when it cannot start.
// The folder edition fetches its parts by relative address. The file edition carries them in the page, packed, as
// <script type="application/gzip" data-asset="NAME">BASE64</script>, unpacks each when it is first asked for,
// and marks its own script element with data-edition="file".
(() => {
  "use strict";

  const { glue, wasm, strategy, cover, style, seldom, edition = "folder", worker, names = "{}", words = "first" } = document.currentScript.dataset;
  // File names on a host, made from the content, by the names that the app asks for.
  const known = JSON.parse(names);
  const address = (name) => new URL(known[name] ?? name, document.baseURI);

  // A failed request is repeated past every cache.
  const asked = new Set();
  let foreign = false;

  // None of our parts is a page but those that are handed over. A host, or what stands between, that answers with one has something else than us.
  async function fetched(name, cache) {
    const response = await fetch(address(name), { cache });
    const isPage = !/\.html$/.test(name) && /^text\/html/i.test(response.headers.get("content-type") ?? "");
    if (response.ok && !isPage) return response;
    if (cache !== "reload") return fetched(name, "reload");
    foreign = response.ok;
    throw new Error(`${name}: ${response.ok ? "a page in its place" : `HTTP ${response.status}`}`);
  }

  async function open(name) {
    if (edition === "folder") {
      const again = asked.has(name);
      asked.add(name);
      foreign = false;
      return fetched(name, again ? "reload" : "default");
    }
    const packed = document.querySelector(`script[data-asset="${CSS.escape(name)}"]`);
    if (!packed) throw new Error(`${name}: not in this file`);
    // A strategy that was handed over with the page stands there as it is.
    if (packed.type === "application/json") return new Response(packed.textContent);
    const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  async function run(name) {
    const script = document.createElement("script");
    if (edition === "file") {
      script.textContent = await (await open(name)).text();
      document.head.append(script);
      return;
    }
    const again = asked.has(name);
    asked.add(name);
    script.src = address(again ? `${name}?again=${Date.now()}` : name);
    await new Promise((done, failed) => {
      const notAScript = (event) => event.filename === script.src && script.onerror();
      addEventListener("error", notAScript);
      script.onload = done;
      script.onerror = () => failed(new Error(`${name}: cannot be loaded`));
      document.head.append(script);
    });
  }

  // A style sheet that does not come with the first screen, where there is one.
  const wear = async (name) => name && once(name, dress);
  async function dress(name) {
    const again = asked.has(name);
    asked.add(name);
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address(again ? `${name}?again=${Date.now()}` : name);
    await new Promise((done, failed) => {
      link.onload = done;
      link.onerror = () => failed(new Error(`${name}: cannot be loaded`));
      document.head.append(link);
    });
  }

  const running = new Map();
  let waiting = null;

  function once(name, act) {
    if (!running.has(name)) {
      running.set(name, act(name));
      running.get(name).catch(() => running.delete(name));
    }
    return running.get(name);
  }

  // The name of this copy of the app, under which its settings are: see src/keep/installation.rs. The reader has those of
  // the copy that it stands in.
  const COMMON = "michishirube";
  const decoded = (all, hex) => {
    const letter = String.fromCharCode(parseInt(hex, 16));
    return /[\w.~-]/.test(letter) ? letter : all;
  };
  // One spelling for all that servers answer alike.
  const plain = (path) => path.replace(/%([0-9a-f]{2})/gi, decoded).replace(/\/{2,}/g, "/").toLowerCase();
  const page = words === "readers" ? /(\/reader)?\/[^/]*$/ : /\/[^/]*$/;
  const folder = /^https?:$/.test(location.protocol) ? plain(location.pathname.replace(page, "/")) : "";
  const kept = (name) => JSON.parse(localStorage.getItem(name));
  const owner = () => plain(kept(`${COMMON}/owner`) ?? "");
  // Plans may be listed under another spelling of the folder.
  function ownName() {
    if (!folder || owner() === folder) return COMMON;
    const own = `${COMMON} ${folder}`;
    const names = Object.keys(localStorage).map((key) => key.match(/^(.*)\/listing\//)?.[1] ?? "");
    const spelled = names.filter((name) => name.startsWith(`${COMMON} `) && plain(name.slice(COMMON.length + 1)) === folder);
    return spelled.includes(own) ? own : (spelled.sort()[0] ?? own);
  }

  const michishirube = {
    edition,
    // True if the last part that failed was answered with a file that is not ours.
    isForeign: () => foreign,
    text: (name) => once(name, async () => (await open(name)).text()),
    bytes: async (name) => new Uint8Array(await (await open(name)).arrayBuffer()),
    // Whatever a host calls it, WebAssembly takes it under this name only. What is fetched says more than the first screen;
    // what all parts for seldom things wait for says the rest, and brings their style. The page of chapters needs the style alone.
    chunk: async (name) => {
      const [, own] = name.match(/(?:split_|part-)(others|chapters)/) ?? [];
      const [part] = await Promise.all([open(name), speakMore(own === "others" ? ALL_TEXTS : OPENING_TEXTS), own && wear(seldom)]);
      return new Response(part.body, { headers: { "content-type": "application/wasm" } });
    },
    // The next file of texts that has arrived, each once.
    more: () => arrived.shift(),
    setting: (name) => `${chosen[name] ?? ""}`,
    // A choice of who only reads: there is no other keeper of settings then.
    remember(name, value) {
      chosen[name] = value;
      try {
        localStorage.setItem(`${ownName()}/settings`, JSON.stringify({ ...settings(), [name]: value }));
      } catch (reason) {
        console.warn(reason);
      }
    },
    script: (name) => once(name, run),
    styles: () => wear(style),
    update() {
      if (!waiting) return;
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take over");
    },
  };
  globalThis.michishirube = michishirube;

  const opensStrategy = () => /^#\/./.test(location.hash);

  // When the address names a strategy, its files are fetched beside the first part, and not after it.
  function fetchAhead() {
    for (const [name, as] of [[strategy, "fetch"], [cover, "fetch"], [style, "style"]]) {
      if (!name) continue;
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as, href: address(name) });
      if (as === "fetch") link.crossOrigin = "anonymous";
      document.head.append(link);
    }
  }

  const chosen = settings();

  // The look of the page from the first: the style sheet knows each choice by its name.
  for (const name of ["theme", "text", "density"]) if (chosen[name]) document.documentElement.dataset[name] = chosen[name];

  // The other texts in the language begun with, in the order in which the app counts them.
  const OPENING_TEXTS = ["opening"];
  const ALL_TEXTS = ["opening", "seldom"];
  const arrived = [];
  const spoken = new Set();
  async function speakMore(kinds) {
    const texts = await Promise.all(kinds.map((kind) => michishirube.text(`words/${chosen.language}-${kind}.txt`)));
    kinds.forEach((kind, at) => {
      if (!spoken.has(kind)) arrived.push(texts[at]);
      spoken.add(kind);
    });
  }

  // The choices on this device. Every copy uses the common settings as long as none has claimed them.
  function settings() {
    try {
      return kept(`${ownName()}/settings`) ?? (owner() ? null : kept(`${COMMON}/settings`)) ?? {};
    } catch {
      return {};
    }
  }

  // The texts of the first screen, in that language; in Japanese if this edition has no such language any more.
  async function speak() {
    const fetchIn = async (language) => {
      michishirube.words = await michishirube.text(`words/${language}-${words}.txt`);
      chosen.language = document.documentElement.dataset.language = language;
      document.documentElement.lang = language === "easy" ? "ja" : language;
    };
    const language = chosen.language || "ja";
    await fetchIn(language).catch((reason) => (language === "ja" ? Promise.reject(reason) : fetchIn("ja")));
    // While it is being written, the app comes in one part.
    if (words !== "first") return;
    if (edition === "folder" && !strategy) await speakMore(ALL_TEXTS);
    // If it does not arrive now, the first part that needs more words asks again.
    else if (opensStrategy()) speakMore(OPENING_TEXTS).catch(() => {});
  }

  async function start(again) {
    const speaking = speak();
    // Handled where it is waited for.
    speaking.catch(() => {});
    if (edition === "file") {
      await michishirube.script(glue);
      const module = await michishirube.bytes(wasm);
      await speaking;
      await globalThis.michishirubeGlue.default({ module_or_path: module });
    } else {
      const app = await import(address(again ? `${glue}?again` : glue));
      await speaking;
      await app.default({ module_or_path: again ? await fetched(wasm, "reload") : address(wasm) });
    }
    document.getElementById("boot")?.remove();
  }

  // Once more past the caches: what a host, mended since, left there stays otherwise for as long as it said.
  async function startAgain(reason) {
    if (edition === "file" || location.protocol === "file:" || reason instanceof WebAssembly.RuntimeError) throw reason;
    console.warn(reason);
    await fetched(glue, "reload");
    await fetched(wasm, "reload");
    await start(true);
  }

  // Sentences shown while there is no dictionary.
  const SENTENCES = {
    ja: {
      failed: "みちしるべを開けませんでした",
      kept: "これまでに保存したものは、この端末に残っています。",
      reload: "再読み込み",
      trap: "思いがけない誤りが起きて、止まりました。再読み込みすると、保存されたところから続けられます。",
      direct: "このファイルは、直接には開けません。同じフォルダの「michishirube.html」を開いてください。",
      old: "お使いのブラウザが古いため、動きません。新しい Microsoft Edge、Chrome、Firefox、Safari のどれかで開いてください。",
      foreign: "このサイトは、アプリの部品の代わりに別の内容を返しています。再読み込みしても直りません。サイトを置いた担当者に、このことを伝えてください。",
      missing: "通信が途切れたか、ファイルがそろっていないようです。少し待ってから、ページを再読み込みしてください。",
    },
    en: {
      failed: "Michishirube could not be opened",
      kept: "What was saved before is still on this device.",
      reload: "Reload",
      trap: "Something unexpected went wrong, and the app has stopped. Reload to go on from what was saved.",
      direct: "This file cannot be opened directly. Open “michishirube.html” in the same folder.",
      old: "This browser is too old. Open this page in a recent Microsoft Edge, Chrome, Firefox or Safari.",
      foreign: "This site answers with something else than the parts of the app. Reloading does not help. Please tell whoever put it there.",
      missing: "The connection was lost, or files are missing. Wait a little, then reload the page.",
    },
  };
  const say = (what) => (SENTENCES[chosen.language] ?? SENTENCES.ja)[what];

  function advice() {
    if (location.protocol === "file:" && edition === "folder") return say("direct");
    if (typeof WebAssembly !== "object" || (edition === "file" && typeof DecompressionStream !== "function")) return say("old");
    return say(foreign ? "foreign" : "missing");
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function reloadButton() {
    const button = element("button", say("reload"));
    button.type = "button";
    button.addEventListener("click", () => location.reload());
    return button;
  }

  function sayItCannotStart(reason) {
    console.error(reason);
    const place = document.getElementById("boot") ?? document.body.appendChild(element("div", ""));
    place.setAttribute("role", "alert");
    place.replaceChildren(
      element("h1", say("failed")),
      element("p", advice()),
      element("p", say("kept")),
      reloadButton(),
    );
  }

  // After a trap the app no longer answers; silence would look like lost work.
  function watchForTraps(event) {
    const reason = event.error ?? event.reason;
    if (!(reason instanceof WebAssembly.RuntimeError) || document.getElementById("trap")) return;
    if (document.getElementById("boot")) return;
    const alarm = element("div", "");
    alarm.id = "trap";
    alarm.setAttribute("role", "alert");
    alarm.append(
      element("p", say("trap")),
      reloadButton(),
    );
    document.body.prepend(alarm);
  }

  async function keepForOffline() {
    const registration = await navigator.serviceWorker.register(address(worker));
    const announce = () => {
      waiting = registration.waiting;
      if (!waiting || !navigator.serviceWorker.controller) return;
      document.documentElement.dataset.update = "waiting";
      document.dispatchEvent(new CustomEvent("michishirube:update"));
    };
    announce();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", announce));
  }

  addEventListener("error", watchForTraps);
  addEventListener("unhandledrejection", watchForTraps);
  if (opensStrategy()) fetchAhead();
  start().catch(startAgain).catch(sayItCannotStart);
  if (worker && "serviceWorker" in navigator && location.protocol !== "file:") {
    addEventListener("load", () => keepForOffline().catch((reason) => console.warn(reason)));
  }
})();
