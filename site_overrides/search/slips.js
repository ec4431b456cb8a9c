// Misspelt words, as in generator/search/slips.py.
(() => {
  "use strict";

  const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  // The slips between two words up to `limit`, or null: letters added, lost, changed, or swapped.
  function within(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return null;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const following = [i];
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        following.push(cost);
      }
      if (Math.min(...following) > limit) return null;
      before = row;
      row = following;
    }
    return row[other.length] <= limit ? row[other.length] : null;
  }

  // The known words that `word` may be meant for, with their slips; the fewest first.
  function nearest(word, known) {
    const limit = allowed(word);
    if (!limit) return [];
    const found = [];
    for (const other of known) {
      const slips = within(word, other, limit);
      if (slips !== null) found.push([other, slips]);
    }
    return found.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { allowed, within, nearest });
})();
