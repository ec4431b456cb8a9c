// The theme's search worker: it sends SETUP and QUERY, and shows what comes back. On a server this runs in a
// worker; in a folder on disk in a hidden frame of the page.
(() => {
  "use strict";

  const { parse, read, pages, weight, readAs, takes, rank, items, stem, Dictionary } = globalThis.kbSearch;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const inFrame = typeof document !== "undefined";
  const folder = new URL(".", inFrame ? document.currentScript.src : self.location.href);

  let dictionary = null;
  let index = "";
  let outdated = false;
  let held = new Map(); // pages by number
  let latest = 0;

  // What each script of the index calls.
  globalThis.kbShard = (from, name, content) => {
    if (name === "root") {
      [dictionary, index, held] = [new Dictionary(content), from, new Map()];
    } else if (from !== index) {
      outdated = true; // the site was published anew since this page was opened
    } else if (name.startsWith("keys-")) {
      dictionary.add(name, content);
    } else {
      held.set(Number(name.slice("pages/".length)), whole(content));
    }
  };

  function whole(page) {
    const empty = { text: "", names: [], hints: [], symptoms: [], line: "" };
    page.documents = page.documents.map((one) => ({
      ...empty,
      ...one,
      page,
      owner: page.owner,
      domain: page.domain,
      context: page.contexts[one.context],
      location: one.anchor ? `${page.address}#${one.anchor}` : page.address,
    }));
    return page;
  }

  // Runs the scripts, side by side. One that cannot be had is as if it were empty.
  async function load(names) {
    const urls = names.map((name) => new URL(`${name}.js${inFrame ? "" : `?${index}`}`, folder).href);
    if (inFrame) {
      await Promise.all(urls.map((url) => new Promise((done) => {
        const script = document.createElement("script");
        script.src = url;
        script.onload = script.onerror = () => { script.remove(); done(); };
        document.body.append(script);
      })));
      return;
    }
    try {
      importScripts(...urls);
    } catch {
      for (const url of urls) try { importScripts(url); } catch { /* the next one may be there */ }
    }
  }

  async function loadRoot() {
    index = outdated ? String(Date.now()) : index; // so that no cache answers
    outdated = false;
    await load(["root"]);
  }

  async function loadKeys() {
    const names = [...dictionary.missing];
    await load(names);
    for (const name of names) if (!dictionary.shards.has(name)) dictionary.add(name, "");
    dictionary.missing.clear();
  }

  async function loadPages(numbers) {
    const missing = numbers.filter((number) => !held.has(number));
    if (missing.length) await load(missing.map((number) => `pages/${number}`));
  }

  // Runs `work` until all the keys it asks for are there.
  async function complete(work) {
    for (;;) {
      dictionary.missing.clear();
      const done = work();
      if (!dictionary.lacks() || outdated) return done;
      await loadKeys();
    }
  }

  async function answer(text) {
    const query = parse(text);
    if (!query.text && !query.wanted.length) return [];
    if (!dictionary || outdated) await loadRoot();
    if (!dictionary) return [];
    const [reading, found] = await complete(() => {
      const understood = read(query, dictionary);
      return [understood, dictionary.lacks() ? [] : pages(query, understood, dictionary)];
    });
    const asked = readAs(query, reading.corrected);
    await loadPages(found);
    return complete(() => {
      const documents = found.flatMap((page) => (held.has(page) ? held.get(page).documents : []));
      const wanted = documents.filter((one) => takes(query, one));
      const ranked = rank(asked, wanted, (word) => weight(dictionary, stem(word)), reading.titles);
      return items(text, asked, ranked, reading.corrected);
    });
  }

  async function tell(text) {
    latest += 1;
    const number = latest;
    let found = await answer(text);
    if (outdated) found = await answer(text);
    if (number === latest) postMessage({ type: RESULT, data: { items: found } });
  }

  addEventListener("message", ({ data }) => {
    if (data.type === SETUP) postMessage({ type: READY });
    else if (data.type === QUERY) tell(data.data).catch((error) => {
      postMessage({ type: RESULT, data: { items: [] } }); // and not the answer to another query
      throw error;
    });
  });
})();
