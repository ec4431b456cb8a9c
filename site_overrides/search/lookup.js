// From a query to the pages that may answer it, as in generator/search/lookup.py. A dictionary answers from
// the shards it has, and remembers which ones it lacks; whoever asks loads them and asks again.
(() => {
  "use strict";

  const { parts, squeeze, stem, nearest, allowed, someOf } = globalThis.kbSearch;

  function rarity(dictionary, key) {
    const held = dictionary.held(key);
    return Math.log(1 + dictionary.size / (1 + (held ? held.documents : 0)));
  }

  // What a key weighs in a document: its rarity, and nothing where nobody wrote it.
  function weight(dictionary, key) {
    const held = dictionary.held(key);
    return held && held.documents ? rarity(dictionary, key) : 0;
  }

  // What a query asks an index for: keys with weights, words read as others, titles of other names; and whether
  // the last word is only begun.
  function read(query, dictionary) {
    const wanted = new Map();
    const corrected = {};
    const titles = new Map();
    let begun = false;
    const want = (key, weight) => wanted.set(key, Math.max(wanted.get(key) || 0, weight));
    const correct = (word, right) => { if (!(word in corrected)) corrected[word] = right; };
    const known = (word) => { const held = dictionary.held(stem(word)); return held !== null && held.documents > 0; };
    const beginning = (part) => (part.length > 1 ? dictionary.beginning(part, RULES.beginnings) : []);

    function misspelt(part) {
      if (!allowed(part)) return [];
      for (const named of [true, false]) {
        const letters = [...new Set([...part].slice(0, 2))];
        const found = nearest(part, new Set(letters.flatMap((letter) => dictionary.spelt(letter, named))));
        if (found.length || dictionary.lacks()) return found;
      }
      return [];
    }

    function readings(part, last) {
      const more = last ? beginning(part) : [];
      if (known(part)) return [[stem(part), 1], ...(part.length > 2 ? more.map((key) => [key, 0.3]) : [])];
      if (dictionary.lacks()) return []; // asked again when it is there
      if (more.length) {
        begun = true;
        return more.map((key) => [key, 0.7]);
      }
      const [key] = dictionary.joined(part);
      if (key) {
        const at = Number(key.slice(key.lastIndexOf(" ") + 1));
        const cut = [[...part].slice(0, at).join(""), [...part].slice(at).join("")];
        correct(part, cut.join(" "));
        return cut.map((word) => [stem(word), 0.9]);
      }
      const found = [[stem(part), 1]]; // a hint may have it as it is
      for (const [word, slips] of misspelt(part).slice(0, 4)) {
        correct(part, word);
        found.push([stem(word), 0.8 - 0.2 * slips]);
      }
      return found;
    }

    // Rows of words in the query that may be a name; a name begins with a word that tells.
    function spans() {
      const telling = new Set(query.telling);
      const found = [];
      query.parts.forEach((part, begin) => {
        if (!telling.has(part)) return;
        for (let end = begin + 1; end <= Math.min(begin + RULES.span, query.parts.length); end += 1) {
          found.push(query.parts.slice(begin, end).join(""));
        }
      });
      return [...found, squeeze(query.text)];
    }

    const last = query.telling[query.telling.length - 1];
    for (const part of query.telling) for (const [key, weight] of readings(part, part === last)) want(key, weight);
    for (const whole of query.compounds) {
      want(whole, RULES.compound);
      if (!known(whole) && !dictionary.lacks()) for (const [word] of misspelt(whole).slice(0, 1)) correct(whole, word);
    }
    for (const span of spans()) {
      const held = dictionary.held(`${span} =`);
      if (!held) continue;
      want(`${span} =`, RULES.wholeName);
      if (held.title === undefined) continue;
      titles.set(span, parts(held.title));
      for (const word of titles.get(span)) want(stem(word), 0.4);
    }
    return { wanted, corrected, titles, begun };
  }

  function most(query, reading) {
    if (!query.text) return RULES.listed;
    if ([...query.text].length === 1) return RULES.few;
    return reading.begun ? RULES.begun : RULES.pages;
  }

  // The pages most likely to answer, the likeliest first.
  function pages(query, reading, dictionary) {
    const among = filtered(query, dictionary);
    if (!query.text) return among ? [...among].sort((a, b) => a - b).slice(0, most(query, reading)) : [];
    const scores = new Float64Array(dictionary.pages);
    for (const [key, asked] of reading.wanted) {
      const held = dictionary.held(key);
      if (!held) continue;
      const weight = asked * rarity(dictionary, key);
      someOf(held.postings, (page, level, count) => { scores[page] += weight * (RULES.strength[level] + count / (count + 2)); });
    }
    dictionary.namesBeginning(squeeze(query.text)).forEach(([page, level], place) => {
      scores[page] += RULES.wholeName * RULES.strength[level] * (1 - place / (2 * RULES.beginnings));
    });
    if (among) scores.forEach((_, page) => { if (!among.has(page)) scores[page] = 0; });
    return highest(scores, most(query, reading));
  }

  // The places of the highest scores above nothing, at most so many, the highest first.
  function highest(scores, most) {
    const found = [];
    scores.forEach((score, place) => {
      if (score <= 0 || (found.length === most && score <= scores[found[most - 1]])) return;
      let at = Math.min(found.length, most - 1);
      for (; at > 0 && scores[found[at - 1]] < score; at -= 1) found[at] = found[at - 1];
      found[at] = place;
    });
    return found;
  }

  // The pages that have what the operators ask for; null without an operator.
  function filtered(query, dictionary) {
    let found = null;
    for (const [name, value] of query.wanted) {
      const those = new Set(dictionary.filtered(`${name}: ${value}`));
      found = found === null ? those : new Set([...found].filter((page) => those.has(page)));
    }
    return found;
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { weight, read, pages });
})();
