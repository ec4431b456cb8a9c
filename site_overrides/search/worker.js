// The theme's search worker: it sends SETUP and QUERY, and shows what comes back. On a server this runs in a
// worker; in a folder on disk in a hidden frame of the page.
(() => {
  "use strict";

  const { parse, read, pages, weight, readAs, takes, rank, items, stem, Dictionary } = globalThis.kbSearch;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const OVERTAKEN = Symbol("a newer query has come");
  const inFrame = typeof document !== "undefined";
  const folder = new URL(".", inFrame ? document.currentScript.src : self.location.href);

  let dictionary = null;
  let index = "";
  let outdated = false;
  let held = new Map(); // pages by number
  let next = null; // the query that is answered next
  let working = false;

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

  // Takes the scripts, side by side. One that cannot be had is as if it were empty.
  async function load(names) {
    const take = inFrame ? run : request;
    await Promise.all(names.map((name) => take(new URL(`${name}.js`, folder))));
    if (next !== null) throw OVERTAKEN;
  }

  // In a folder on disk nothing can be fetched, but scripts run.
  function run(url) {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = url.href;
      script.onload = script.onerror = () => { script.remove(); done(); };
      document.body.append(script);
    });
  }

  // A script is one call with JSON inside, which is read faster than code, and several come at once.
  async function request(url) {
    url.search = index;
    try {
      const answer = await fetch(url);
      const text = answer.ok ? await answer.text() : "";
      globalThis.kbShard(...JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`));
    } catch { /* the other ones may be there */ }
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
      return [understood, pages(query, understood, dictionary)]; // asks for its shards at the same time
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
    const items = await answer(text);
    postMessage({ type: RESULT, data: { items: outdated ? await answer(text) : items } });
  }

  // One query after the other; of those that came meanwhile, the last one.
  async function work() {
    working = true;
    while (next !== null) {
      const text = next;
      next = null;
      try {
        await tell(text);
      } catch (error) {
        if (error === OVERTAKEN) continue;
        postMessage({ type: RESULT, data: { items: [] } }); // and not the answer to another query
        reportError(error);
      }
    }
    working = false;
  }

  addEventListener("message", ({ data }) => {
    if (data.type === SETUP) postMessage({ type: READY });
    else if (data.type === QUERY) {
      next = data.data;
      if (!working) work();
    }
  });
})();
