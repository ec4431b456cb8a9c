// What somebody typed, as in generator/search/query.py. RULES stands at the top of the built script.
(() => {
  "use strict";

  const { SPACE, split, words, parts, first } = globalThis.kbSearch;
  const OPERATOR = new RegExp(`(?<![^${SPACE}])(kind|effect|domain):([^${SPACE}]+)`, "giu");
  const ALL_LETTERS = /^\p{L}+$/u;
  const STOP = new Set(RULES.stop);
  const unique = (list) => [...new Set(list)];

  // Words, each once, without those that say nothing; all of them, where none does.
  function telling(found) {
    const each = unique(found);
    const some = each.filter((part) => !STOP.has(part));
    return some.length ? some : each;
  }

  function mostTelling(found) {
    if (found.length <= RULES.most) return found;
    const rank = (part) => (ALL_LETTERS.test(part) ? 0 : 1);
    const longest = new Set([...found].sort((a, b) => rank(a) - rank(b) || [...b].length - [...a].length).slice(0, RULES.most));
    return found.filter((part) => longest.has(part));
  }

  function parse(text) {
    text = first(text.slice(0, 2 * RULES.longest), RULES.longest);
    const wanted = [...text.matchAll(OPERATOR)].map(([, key, value]) => [key.toLowerCase(), value.toLowerCase()]);
    const bare = split(text.replace(OPERATOR, " ")).join(" ");
    return query(bare, wanted);
  }

  function query(text, wanted) {
    const own = parts(text);
    const all = words(text);
    const inside = new Set(own);
    return {
      text,
      wanted,
      words: all,
      parts: own,
      telling: mostTelling(telling(own)),
      compounds: unique(all.filter((word) => !inside.has(word))).slice(0, RULES.most),
    };
  }

  // The same with misspelt words put right. `corrected` has lower-case words as keys.
  function readAs(asked, corrected) {
    const wrong = Object.keys(corrected);
    if (!wrong.length) return asked;
    const pattern = new RegExp(wrong.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "giu");
    const text = asked.text.replace(pattern, (found) => corrected[found.toLowerCase()] ?? found);
    return { ...parse(text), wanted: asked.wanted };
  }

  // Whether a document has what the operators ask for.
  const takes = (asked, document) => asked.wanted.every(([key, value]) => (document[key] || "") === value);

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { STOP, telling, parse, readAs, takes });
})();
