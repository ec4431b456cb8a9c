// What was meant by an address that leads nowhere. Small slips are mended at once; otherwise the reader is offered
// pages of the same name, and what search finds for the words of the address. The values behind it are kept.
(() => {
  "use strict";

  const OFFERED = 5;
  const PATIENCE = 10000;
  const LONGEST = 80; // as long as a query that search tells in an address

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  // The address below the root: its page as it is called, the rest as it was written. Some programs write the
  // question mark as %3F and the hash as %23. A folder on disk is asked as 404.html#ADDRESS.
  function asked(href, root) {
    const url = new URL(href);
    const below = url.pathname.slice(new URL(root).pathname.length);
    const told = below === "404.html" ? url.hash.slice(1) : below + url.search + url.hash;
    const [, path, tail] = /^([^?#]*)(.*)$/s.exec(told);
    const [, page, behind = ""] = /^(.*?)((?:%3f|%23).*)?$/is.exec(path);
    const rest = behind.replace(/%3f/i, "?").replace("%23", "#") + tail;
    const [, query, hash] = /^([^#]*)(.*)$/s.exec(rest);
    return { page: decoded(page), query, hash: hash.includes("?") ? hash : hash.replace(/%3f/i, "?") };
  }

  // The page of the site that is meant without doubt, or undefined.
  function mended(page, pages) {
    const plain = page.toLowerCase().replace(/\/{2,}/g, "/").replace(/^\/|[\s/.,;:!'")\]>]+$/g, "");
    const stem = plain.replace(/\.html?$/, "");
    const meant = [page, `${stem}.html`, `${stem.replace(/\/index$/, "")}.html`, `${stem}/index.html`];
    return stem ? meant.find((one) => pages.has(one)) : "index.html";
  }

  const lastPart = (page) => page.toLowerCase().replace(/\.html?$/, "").split("/").filter((part) => part && part !== "index").at(-1) || "";

  // Pages of the same name in other folders.
  function namesakes(page, pages) {
    const name = lastPart(page);
    return name ? [...pages].filter(([one, title]) => title && lastPart(one) === name).map(([one]) => one) : [];
  }

  // What to search for: the words of the last part, and those of all parts but the folder.
  function queries(page, pages) {
    const words = (text) => text.replace(/\.html?\b/gi, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, LONGEST);
    const [first, ...rest] = page.split("/");
    const isFolder = [...pages.keys()].some((one) => one.startsWith(`${first.toLowerCase()}/`));
    return [...new Set([words(lastPart(page)), words(isFolder ? rest.join(" ") : page)])].filter(Boolean);
  }

  globalThis.kb = Object.assign(globalThis.kb || {}, { lost: { asked, mended, namesakes, queries } });

  const told = document.querySelector(".kb-lost__told");
  const likely = document.querySelector(".kb-lost__likely");
  if (!told || !likely) return;

  const root = document.baseURI;
  const pages = new Map(Object.entries(globalThis.kb.addresses || {}));
  const { page, query, hash } = asked(location.href, root);

  function to(one) {
    const url = new URL(one.split("/").map(encodeURIComponent).join("/"), root);
    return Object.assign(url, { search: query, hash }).href;
  }

  function offer(found) {
    const list = likely.querySelector("ul");
    for (const one of found) {
      const link = Object.assign(document.createElement("a"), { href: to(one), textContent: pages.get(one) });
      const item = document.createElement("li");
      item.append(link, " ", Object.assign(document.createElement("code"), { textContent: one }));
      list.append(item);
    }
    likely.hidden = found.length === 0;
  }

  // The engine behind the search box. From a folder it runs in a frame, which is made by a script that takes the
  // page's handlers for messages; they are the theme's.
  function engine() {
    const { onmessage, onerror } = window;
    const worker = new Worker(JSON.parse(document.getElementById("__config").textContent).search);
    const { iframe } = worker;
    if (iframe) Object.assign(window, { onmessage, onerror });
    return {
      ask: (text) => new Promise((done) => {
        const late = setTimeout(() => done(null), PATIENCE);
        (iframe ? window : worker).addEventListener("message", ({ source, data }) => {
          if (iframe && source !== iframe.contentWindow) return;
          clearTimeout(late);
          done(data.data.items.map(([best]) => best.location.split("#")[0]));
        });
        worker.postMessage({ type: 2, data: text });
      }),
      close: () => (iframe ? iframe.remove() : worker.terminate()),
    };
  }

  // What is found, or null when nobody answers.
  async function search() {
    const { ask, close } = engine();
    let found = [];
    for (const words of queries(page, pages)) {
      if (found?.length === 0) found = await ask(words);
    }
    close();
    return found;
  }

  async function help() {
    const address = Object.assign(document.createElement("code"), { textContent: page });
    told.replaceChildren("There is no page ", address, ".");
    const answer = await search().catch(() => null);
    const found = [...new Set([...namesakes(page, pages), ...answer || []])]
      .filter((one) => pages.has(one) && to(one) !== location.href);
    offer(found.slice(0, OFFERED));
    if (answer && found.length === 0) told.lastChild.data = ", and search finds nothing for it.";
  }

  const meant = page || location.pathname !== new URL("404.html", root).pathname ? mended(page, pages) : undefined;
  if (meant && pages.has(meant) && to(meant) !== location.href) location.replace(to(meant));
  else if (page) help();
})();
