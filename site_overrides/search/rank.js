// The order of results, as in generator/search/rank.py: what is named exactly comes first, what is only
// mentioned comes last.
(() => {
  "use strict";

  const { STOP, remembered, split, telling, words, parts, fold, squeeze, stem, stemNumber, addStemNumbers } = globalThis.kbSearch;
  const isPage = (document) => !document.location.includes("#");
  const PROGRAM = /^(?:az|airflow|[a-z]+-az\w+)\b/i;
  const OPTION = /(?<!\S)--?[A-Za-z][\p{L}\p{N}_-]*/gu;
  const NAMES_A_COMMAND = /^[a-z][\p{L}\p{N}_-]*$/u;
  const W = RULES.weights;
  const NOTHING = [0, "mentions it"];

  const optionsOf = (text) => new Set((text.match(OPTION) || []).map((option) => option.toLowerCase()));
  const bare = (option) => option.replace(/^-+/, "");
  const better = (one, other) => (other[0] > one[0] || (other[0] === one[0] && other[1] > one[1]) ? other : one);

  // The words of a line before its first option or value.
  function commandName(line) {
    const named = [];
    for (const word of split(line.toLowerCase())) {
      if (!NAMES_A_COMMAND.test(word)) break;
      named.push(word);
    }
    return named;
  }

  const begins = (name, asked, at = 0) => asked.every((word, n) => name[at + n] === word);
  const contains = (name, asked) => name.some((_, at) => begins(name, asked, at));

  // Every four words that follow each other, as one text each.
  const runsOf = (own) => new Set(own.slice(3).map((_, at) => own.slice(at, at + 4).map(stem).join(" ")));

  // What is worked out of a document once.
  function prepare(document) {
    const said = [];
    for (let times = 0; times < W.title; times += 1) addStemNumbers(document.title, said);
    for (const text of [document.text, document.line, ...document.names, ...document.symptoms, ...document.context, ...document.hints]) {
      addStemNumbers(text, said);
    }
    return {
      said: Uint32Array.from(said),
      symptoms: document.symptoms.map(symptom),
      ...(isPage(document) && names(document)),
      ...(document.line && command(document)),
    };
  }

  const names = (document) => ({
    named: [document.title, ...document.names].map((name) => [name, squeeze(name), new Set(telling(parts(fold(name))).map(stem))]),
    hints: document.hints.map(squeeze),
  });

  function symptom(text) {
    const own = parts(text);
    const weights = new Map(own.map((part) => [stem(part), STOP.has(part) ? W.small : 1]));
    return { lowered: text.toLowerCase(), several: own.length > 1, weights, own };
  }

  const command = ({ line }) => ({
    options: optionsOf(line),
    command: commandName(line),
    literal: new Set(split(line.toLowerCase()).map((word) => word.replace(/^["']+|["']+$/g, ""))),
  });

  const known = remembered(prepare, new WeakMap());

  class Asking {
    constructor(query, rarity, titles) {
      this.query = query;
      this.rarity = rarity;
      this.synonyms = new Map([...titles].map(([alias, title]) => [alias, [...new Set(title.map(stemNumber))]]));
      this.squeezed = squeeze(query.text);
      this.speltOut = new Set([...titles].map(([alias, title]) => this.squeezed.replaceAll(alias, squeeze(title.join(" ")))));
      this.telling = new Set(query.telling.map(stem));
      this.asked = new Set(query.parts.map(stem));
      this.words = new Set(query.words);
      this.weights = [...this.telling].map((word) => [stemNumber(word), rarity(word), this.synonyms.get(word)]);
      this.total = this.weights.reduce((sum, [, weight]) => sum + weight, 0) || 1;
      this.counted = new Set(this.weights.flatMap(([word, , meant]) => [word, ...(meant || [])]));
      this.runs = runsOf(query.parts);
      this.options = optionsOf(query.text);
      this.name = commandName(query.text);
      this.lowered = query.text.toLowerCase();
      this.literal = new Set(split(this.lowered));
    }

    ranked(document) {
      const own = known(document);
      let best = NOTHING;
      if (isPage(document)) best = better(better(best, this.named(document, own)), this.hinted(own.hints));
      else best = better(best, this.hintedAt(document, own, known(document.page.documents[0]).hints));
      if (document.line) best = better(best, this.command(document, own));
      if (document.symptoms.length) best = better(best, this.seen(own));
      return { score: best[0] + this.said(document, own), why: best[1], document };
    }

    said(document, own) {
      const counts = new Map();
      for (const word of own.said) if (this.counted.has(word)) counts.set(word, (counts.get(word) || 0) + 1);
      let met = 0;
      let often = 0;
      const longer = W.even + own.said.length / W.long;
      for (const [word, weight, meant] of this.weights) {
        const times = counts.get(word) || (meant ? Math.min(...meant.map((one) => counts.get(one) || 0)) : 0);
        if (!times) continue;
        met += weight;
        often += (weight * times) / (times + longer);
      }
      const prior = W.prior[document.kind] ?? (isPage(document) ? W.page : W.part);
      return prior * (W.coverage * (met / this.total) ** W.power + (W.often * often) / this.total);
    }

    named(document, own) {
      if (!this.squeezed) return NOTHING;
      if (this.squeezed === squeeze(document.owner)) return [700, "title"];
      let best = NOTHING;
      own.named.forEach((name, n) => { best = better(best, this.oneName(name, n ? 650 : 700, n ? `alias ${name[0]}` : "title")); });
      if (own.named.some(([, squeezed]) => this.speltOut.has(squeezed))) best = better(best, [620, "name spelt out"]);
      return best;
    }

    oneName([, squeezed, saidBy], tier, why) {
      if (squeezed === this.squeezed) return [tier, why];
      const same = saidBy.size === this.telling.size && [...saidBy].every((word) => this.telling.has(word));
      if (this.telling.size > 1 && same) return [tier - 60, `${why} in other words`];
      if (!squeezed.startsWith(this.squeezed)) return NOTHING;
      return [tier - 280 - Math.min([...squeezed].length - [...this.squeezed].length, 60), `${why} begins so`];
    }

    command(document, own) {
      const meant = new Set(this.options);
      for (const option of own.options) {
        if ((this.words.has(bare(option)) && bare(option).includes("-")) || bare(option) === this.lowered) meant.add(option);
      }
      const shared = meant.size ? [...meant].filter((option) => own.options.has(option)).length / meant.size : 0;
      if (this.name.length && contains(own.command, this.name)) {
        const met = [...own.literal].filter((word) => this.literal.has(word)).length / own.literal.size;
        const whole = own.command.length === this.name.length ? 20 : 0;
        const missed = [...own.options].filter((option) => !meant.has(option)).length / 100;
        const starts = PROGRAM.test(this.query.text) || this.name.length > 1;
        if (starts && (this.options.size || whole || this.name.length > 1)) {
          return [575 + whole + 40 * shared + 20 * met - missed - own.command.length, "command"];
        }
      }
      if (own.command.length > 1 && begins(this.name, own.command)) return [600 + own.command.length + 40 * shared, "command"];
      if (meant.size && shared === 1 && !PROGRAM.test(this.query.text)) return this.option(document, meant);
      return NOTHING;
    }

    option({ line, title }, meant) {
      const ofOptions = new Set([...meant].flatMap((option) => parts(option).map(stem)));
      const rest = [...this.telling].filter((word) => !ofOptions.has(word));
      const found = new Set(words(`${line} ${title}`).map(stem));
      const met = rest.length ? rest.filter((word) => found.has(word)).length / rest.length : 1;
      const rare = Math.max(...[...meant].map(this.rarity)) >= W.rare;
      const base = rare && (this.options.size || !rest.length) ? 640 : 530;
      return [base + 30 * met - 30 * (1 - met), `option ${[...meant].sort().join(", ")}`];
    }

    // A part that holds what its page is found by comes before the page.
    hintedAt(document, own, hints) {
      const meant = hints.filter((hint) => hint !== this.squeezed && this.squeezed.includes(hint));
      if (!meant.length) return NOTHING;
      own.squeezed ??= [document.title, document.text, document.line, ...document.symptoms].flatMap(parts).join("");
      const [score, why] = this.hinted(meant.filter((hint) => own.squeezed.includes(hint)));
      return score ? [score + 10, why] : NOTHING;
    }

    hinted(hints) {
      let best = NOTHING;
      for (const squeezed of hints) {
        if (squeezed === this.squeezed) return [620, "search hint"];
        const length = [...squeezed].length;
        if (length >= 6 && this.squeezed.includes(squeezed)) best = better(best, [470 + Math.min(length, 80) / 2, "search hint"]);
      }
      return best;
    }

    // A symptom: how much of its text stands in what was pasted.
    seen(own) {
      let best = NOTHING;
      for (const { lowered, several, weights, own: said } of own.symptoms) {
        if (several && this.words.has(lowered)) best = better(best, [590, "symptom"]); // the name of an alert
        let total = 0;
        let share = 0;
        let met = 0;
        let telling = 0;
        for (const [word, weight] of weights) {
          total += weight;
          if (!this.asked.has(word)) continue;
          [met, share] = [met + 1, share + weight];
          if (weight === 1) telling += 1;
        }
        const coverage = share / (total || 1);
        const longer = W.longer * Math.min(met, 20);
        const shared = this.runs.size ? [...runsOf(said)].filter((run) => this.runs.has(run)).length : 0;
        if (telling >= 3 && coverage >= 0.55) best = better(best, [420 + 150 * coverage + longer, "symptom"]);
        else if (shared >= 2) best = better(best, [460 + longer, "part of a symptom"]);
        else if (met >= 2 && met === this.asked.size) best = better(best, [250 + 100 * coverage, "symptom"]);
      }
      return best;
    }
  }

  // The documents, the best first. `rarity` says how much a word tells, `titles` what names stand for.
  function rank(query, documents, rarity, titles) {
    const asking = new Asking(query, rarity, titles);
    const order = (one) => Number(!isPage(one.document));
    const found = documents.map((document) => asking.ranked(document));
    const least = W.least * found.reduce((most, one) => Math.max(most, one.score), 0);
    return found.filter((one) => one.score >= least).sort((a, b) =>
      b.score - a.score || order(a) - order(b) || (a.document.location < b.document.location ? -1 : 1));
  }

  globalThis.kbSearch = Object.assign(globalThis.kbSearch || {}, { rank });
})();
