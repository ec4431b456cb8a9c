// Words as in generator/search/words.py, whose tests hold both against each other.
(() => {
  "use strict";

  // What Python takes for space.
  const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const SPACES = new RegExp(`[${SPACE}]+`, "u");
  const AROUND = "\"'`\u00b4\u2018\u2019\u201c\u201d\u201e()[]{}<>,;!?*|\u2026";
  const BEHIND = ".:";
  const RUN = /[\p{L}\p{N}]+/gu;
  const ASCII_RUN = /[A-Za-z0-9]+/g;
  const CAMEL = /[A-Z]{2,}s(?![A-Za-z])|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+/g;
  const ASCII = /^[\x00-\x7f]*$/;
  const LETTERS = /^[A-Za-z]+$/;
  const LONGEST = 100;

  const first = (text, length) => (text.length <= length ? text : [...text].slice(0, length).join(""));

  const split = (text) => text.split(SPACES).filter(Boolean);

  function strip(chunk) {
    let begin = 0;
    let end = chunk.length;
    while (begin < end && AROUND.includes(chunk[begin])) begin += 1;
    while (end > begin && AROUND.includes(chunk[end - 1])) end -= 1;
    while (end > begin && BEHIND.includes(chunk[end - 1])) end -= 1;
    return chunk.slice(begin, end);
  }

  // `make`, called once for each key: texts repeat their words, and queries their documents.
  function remembered(make, known = new Map()) {
    return (key) => {
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = make(key)));
      return found;
    };
  }

  const partsOfRun = remembered((run) =>
    (ASCII.test(run) ? (run.match(CAMEL) || []).map((part) => part.toLowerCase()) : [run.toLowerCase()]));

  const runsIn = (text) => (ASCII.test(text) ? text.match(ASCII_RUN) : text.normalize("NFKC").match(RUN)) || [];

  const partsOf = (text) => runsIn(text).flatMap(partsOfRun);

  function wordsOf(chunk) {
    const whole = first(strip(chunk), LONGEST);
    const inside = partsOf(whole);
    const lowered = whole.toLowerCase();
    return !lowered || (inside.length === 1 && inside[0] === lowered) ? inside : [lowered, ...inside];
  }

  const words = (text) => split(text.normalize("NFKC")).flatMap(wordsOf);
  const parts = (text) => partsOf(text).map((part) => first(part, LONGEST));

  // As generator/entry/name.py compares names.
  function fold(name) {
    let folded = split(name).join(" ").replace(/\b([A-Z][A-Z0-9]+)s$/, "$1").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
    folded = folded.replace(/[\s\-_]+/g, " ").trim();
    if (/ies?$/.test(folded) && folded.length > 4) return `${folded.replace(/s$/, "").slice(0, -2)}y`;
    return /[\p{L}\p{N}_]{2}(?<![sui])s$/u.test(folded) ? folded.slice(0, -1) : folded;
  }

  const squeeze = (text) => parts(fold(text)).join("");

  const stem = remembered(cut);

  // Stems as numbers, which are compared and kept more cheaply.
  let last = 0;
  const numberOf = remembered(() => (last += 1));
  const stemNumber = (word) => numberOf(stem(word));
  const numbersOfRun = remembered((run) => parts(run).map(stemNumber));

  // Adds the numbers of all stems in a text to `list`.
  function addStemNumbers(text, list) {
    for (const run of runsIn(text)) for (const number of numbersOfRun(run)) list.push(number);
  }

  function cut(word) {
    if (word.length < 4 || !LETTERS.test(word)) return word;
    if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
    else if (/(?<![sui])s$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      if (!word.endsWith(ending)) continue;
      const base = word.slice(0, -ending.length);
      if (base.length < 3 || !/[aeiouy]/.test(base)) continue;
      const last = base[base.length - 1];
      const doubled = base.length > 3 && last === base[base.length - 2] && !"lsz".includes(last);
      return doubled ? base.slice(0, -1) : base;
    }
    return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { SPACE, remembered, split, words, parts, fold, squeeze, stem, stemNumber, addStemNumbers, first });
})();
