// Leads old addresses on, with the values they carry. It runs first, so that the other scripts see the
// address of today. On the page of an old address it is told where to go; on any other page, elements
// that only mark an old place say where that is now.
(() => {
  "use strict";

  const { to, anchors } = document.currentScript.dataset;

  // The anchor, and the values behind it; some programs write the question mark as %3F.
  function parted(hash) {
    const text = hash.replace(/^#/, "");
    const cut = text.search(/\?|%3f/i);
    if (cut < 0) return [text, ""];
    return [text.slice(0, cut), `?${text.slice(cut).replace(/^(?:\?|%3f)/i, "")}`];
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function go(target, query, values) {
    const [page, anchor = ""] = target.split("#");
    const hash = anchor || values ? `#${anchor}${values}` : "";
    location.replace(new URL(`${page}${query}${hash}`, location.href).href);
  }

  function follow() {
    const [anchor, values] = parted(location.hash);
    const old = anchor && document.getElementById(decoded(anchor));
    if (old && old.dataset.kbNow) go(old.dataset.kbNow, "", values);
    else if (values && !location.hash.includes("?")) location.replace(`#${anchor}${values}`);
  }

  if (to) {
    const [anchor, values] = parted(location.hash);
    const known = new Map(Object.entries(JSON.parse(anchors)));
    const target = known.get(decoded(anchor)) ?? (anchor ? `${to}#${anchor}` : to);
    go(target, location.search, values);
  } else {
    follow();
    window.addEventListener("hashchange", follow);
  }
})();
