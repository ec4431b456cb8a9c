// The index as it is looked up, put together from the shards that are there. What generator/search/gather.py
// wrote is taken apart here.
(() => {
  "use strict";

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  [...DIGITS].forEach((digit, value) => { VALUE[digit.charCodeAt(0)] = value; });
  const NAME = 3;
  const HINT = 2;
  const SHARDS_OF_A_BEGINNING = 2;

  // Calls `visit` with each number, and with the digit behind it where there are marks, until it answers true.
  // Whether it did.
  function someNumber(text, marks, visit) {
    for (let at = 0; at < text.length; at += 1) {
      let value = 0;
      let shift = 0;
      let code = VALUE[text.charCodeAt(at)];
      for (; code > 31; at += 1, shift += 5, code = VALUE[text.charCodeAt(at)]) value |= (code & 31) << shift;
      value |= code << shift;
      if (marks) at += 1;
      if (visit(value, marks ? VALUE[text.charCodeAt(at)] : 0)) return true;
    }
    return false;
  }

  // The same with page, level and count of each posting.
  function someOf(postings, visit) {
    let page = -1;
    return someNumber(postings, true, (passed, mark) => visit(page += passed + 1, mark >> 4, mark & 15));
  }

  function numbers(text) {
    const found = [];
    someNumber(text, false, (value) => { found.push(value); });
    return found;
  }

  // How many of the sorted `texts` are not behind `text`.
  function behind(texts, text) {
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (texts[middle] <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Sorted texts of which each begins with so many characters of the one before it.
  function unfold(packed) {
    let before = "";
    return packed.split("\n").map((text) => (before = before.slice(0, VALUE[text.charCodeAt(0)]) + text.slice(1)));
  }

  class Dictionary {
    constructor(root) {
      this.size = root.size;
      this.pages = root.pages;
      this.bounds = unfold(root.cuts);
      this.shards = new Map();
      this.missing = new Set();
    }

    lacks() { return this.missing.size > 0; }

    // A shard that has come; `text` is empty where there is none.
    add(name, text) {
      const lines = text ? text.split("\n") : [];
      this.shards.set(name, { lines, keys: lines.map((line) => line.slice(0, line.indexOf("\t"))) });
    }

    #shard(number) {
      const name = `keys-${number}`;
      const shard = this.shards.get(name);
      if (!shard) this.missing.add(name);
      return shard;
    }

    #rest(key) {
      const shard = this.#shard(behind(this.bounds, key));
      if (!shard) return null;
      const at = behind(shard.keys, key) - 1;
      return shard.keys[at] === key ? shard.lines[at].slice(key.length + 1) : null;
    }

    // Documents, postings as they are packed and, for another name of an entry, its title.
    held(key) {
      const rest = this.#rest(key);
      if (rest === null) return null;
      const [documents, postings, title] = rest.split("\t");
      return { documents: Number(documents), postings, title };
    }

    // The shards with what begins so, the first of them; all are asked for at once.
    #beginning(prefix) {
      const first = behind(this.bounds, prefix);
      const behindAll = behind(this.bounds, `${prefix}\uffff`) + 1;
      const found = [];
      for (let number = first; number < Math.min(behindAll, first + SHARDS_OF_A_BEGINNING); number += 1) found.push(this.#shard(number));
      return found;
    }

    // Every key from `prefix` on that begins so, as far as the first shards hold it.
    * #from(prefix) {
      for (const shard of this.#beginning(prefix)) {
        if (!shard) return;
        let at = behind(shard.keys, prefix);
        if (at > 0 && shard.keys[at - 1] === prefix) at -= 1;
        for (; at < shard.keys.length && shard.keys[at].startsWith(prefix); at += 1) yield shard.keys[at];
      }
    }

    #named(key) {
      return someOf(this.held(key).postings, (_, level) => level !== HINT && level > 0);
    }

    // The first stems and compounds of names and symptoms that begin so.
    beginning(prefix, most) {
      const found = [];
      for (const key of this.#from(prefix)) {
        if (!key.includes(" ") && this.#named(key) && found.push(key) === most) break;
      }
      return found;
    }

    // The pages with the shortest names that begin so, the shortest first.
    namesBeginning(squeezed) {
      if (!squeezed) return [];
      const best = this.#rest(`${squeezed} ^`);
      if (best !== null) return numbers(best).map((page) => [page, NAME]);
      if (this.lacks()) return [];
      const keys = [...this.#from(squeezed)].filter((key) => key.endsWith(" ="));
      keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      const found = new Set();
      for (const key of keys) someOf(this.held(key).postings, (page, level) => { if (level === NAME) found.add(page); });
      return [...found].slice(0, RULES.beginnings).map((page) => [page, NAME]);
    }

    // The words that begin with a letter: those of names and symptoms, or others.
    spelt(letter, named) {
      const words = this.#rest(` ${letter} ${named ? "names" : "words"}`);
      return words ? words.split(" ") : [];
    }

    // The pages that have what an operator asks for.
    filtered(key) {
      const runs = numbers(this.#rest(key) || "");
      const found = [];
      for (let at = 0, page = 0; at < runs.length; at += 2) {
        page += runs[at];
        for (let number = 0; number < runs[at + 1]; number += 1, page += 1) found.push(page);
      }
      return found;
    }

    // The keys of this word as two words of a name written as one.
    joined(word) {
      return [...this.#from(`${word} `)].filter((key) => /\d$/.test(key));
    }
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { Dictionary, someOf });
})();
