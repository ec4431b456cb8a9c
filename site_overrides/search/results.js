// What the theme shows of an answer. It takes titles and texts as HTML, so everything is escaped here.
(() => {
  "use strict";

  const { remembered, stem, parts } = globalThis.kbSearch;
  const PARTS = 4;
  const BEFORE = 60;
  const SHOWN = 220;
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

  const escape = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
  const span = (name, text) => `<span class="kb-found__${name}">${text}</span>`;

  // Whether a word was asked for.
  function tellsAsked(query) {
    const asked = new Set(query.telling.map(stem));
    return remembered((word) => parts(word).some((part) => asked.has(stem(part))));
  }

  function firstAsked(text, isAsked) {
    for (const match of text.matchAll(WORD)) if (isAsked(match[0])) return match.index;
    return 0;
  }

  // `text` around the first word that was asked for, with all of these marked.
  function teaser(text, isAsked, length) {
    let begin = text.length > length ? Math.max(0, firstAsked(text, isAsked) - BEFORE) : 0;
    if (begin > 0) begin = text.indexOf(" ", begin) + 1;
    let end = Math.min(text.length, begin + length);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), begin + length / 2);
    let html = begin > 0 ? "… " : "";
    let at = begin;
    for (const match of text.slice(begin, end).matchAll(WORD)) {
      const from = begin + match.index;
      html += escape(text.slice(at, from));
      html += isAsked(match[0]) ? `<mark>${escape(match[0])}</mark>` : escape(match[0]);
      at = from + match[0].length;
    }
    return html + escape(text.slice(at, end)) + (end < text.length ? " …" : "");
  }

  function heading(document, page) {
    const kind = span("kind", escape(RULES.names[document.kind]));
    const inside = page && document.title.startsWith(`${page.title}: `);
    const title = inside ? document.title.slice(page.title.length + 2) : document.title;
    const [effect, word] = document.effect ? [document.effect, RULES.effects[document.effect]] : [];
    const badge = effect ? ` <span class="kb-effect kb-effect--${effect}">${escape(word)}</span>` : "";
    return `${kind} ${span("title", escape(title[0].toUpperCase() + title.slice(1)))}${badge}`;
  }

  function body({ document, why }, isAsked) {
    if (document.line) { // breaks between words, never at a dash inside of one
      const words = document.line.split(" ").map((word) => (word.includes("-") ? span("word", escape(word)) : escape(word)));
      return `<p><code>${words.join(" ")}</code></p>`;
    }
    const [, alias] = /^alias (.*?)(?: in other words| begins so)?$/.exec(why) || [];
    const also = alias ? `${span("also", `also called <mark>${escape(alias)}</mark>`)} ` : "";
    // A definition is short and is shown whole.
    const whole = document === document.page.documents[0] && document.text.length < 400;
    return `<p>${also}${teaser(document.text, isAsked, whole ? 400 : SHOWN)}</p>`;
  }

  // `item` is a result as the theme takes it; the theme opens the one with the highest score on Enter.
  function item(found, page, isAsked) {
    return {
      location: found.document.location,
      score: found.score,
      title: heading(found.document, page),
      text: body(found, isAsked),
      terms: {},
    };
  }

  // Results grouped by page, the best page first. A page stands at the top of its parts.
  function items(typed, query, ranked, corrected) {
    const isAsked = tellsAsked(query);
    const groups = new Map();
    for (const found of ranked) {
      const page = found.document.page;
      if (!groups.has(page)) groups.set(page, []);
      groups.get(page).push(found);
    }
    const shown = [...groups].map(([page, all]) => {
      const head = all.find(({ document }) => document === page.documents[0]) || { document: page.documents[0], score: 0, why: "" };
      const parts_ = all.filter((found) => found !== head).slice(0, PARTS);
      const rows = [head, ...parts_].sort((a, b) => b.score - a.score);
      return rows.map((found) => item(found, found === head ? null : page.documents[0], isAsked));
    });
    if (shown.length) shown[0][0].title = note(typed, corrected) + shown[0][0].title;
    return shown;
  }

  // What was read as another word; and the query, so that the page can tell an old list from a new one.
  function note(typed, corrected) {
    const told = Object.entries(corrected).map(([wrong, right]) => `“${escape(wrong)}” read as “${escape(right)}”`);
    return `<span class="kb-found__typed" hidden>${escape(typed)}</span>${told.length ? span("note", told.join(", ")) : ""}`;
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { items });
})();
