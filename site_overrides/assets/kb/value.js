// Values in commands: what is taken, how a shell is made to see exactly that, what stands there
// while a value is missing. Nothing here touches the page.
(() => {
  "use strict";

  const LONGEST = 300;
  const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
  const DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  // Inside of a query or a document in quotes, these would end the text they stand in.
  const MEANS_SOMETHING = /['"`$\\!\u2018-\u201e]/;
  // On Windows, az is a batch file: cmd.exe reads what PowerShell hands over once more.
  const MEANS_SOMETHING_TO_CMD = /["%^&|<>!]|\\$/;
  const VALUES = /\?|%3f/i;
  const PLAIN = /^[A-Za-z0-9_./:=+-]+$/;

  // Why a value cannot be taken; "" if it can. The words are those of generator/parameter/model.py.
  function refusal(parameter, value) {
    if (parameter.secret) return "it is secret, and is never typed in or linked";
    if (!value) return "it is empty";
    if ([...value].length > LONGEST) return `it has more than ${LONGEST} characters`;
    if (UNSEEN.test(value)) return "it holds a character that cannot be seen";
    if (DASHES.includes(value[0])) return "it begins with a dash, and would be taken for an option";
    if (!new RegExp(`^(?:${parameter.pattern})$`, "u").test(value)) {
      return `it does not fit: ${parameter.allowed.replace(/\.$/, "")}`;
    }
    return "";
  }

  // The value as it is written into a line for `shell`, or null where that cannot be done safely.
  // `inside` is what surrounds the placeholder; `through` says that cmd.exe reads the line, too.
  function fill(value, inside, shell, through) {
    if (inside === "odd") return null;
    if (shell === "powershell" && through && MEANS_SOMETHING_TO_CMD.test(value)) return null;
    if (inside === "double" || inside === "single") {
      return MEANS_SOMETHING.test(value) ? null : value;
    }
    if (shell === "powershell") {
      // A word that begins in quotes would end with them.
      if (inside === "part") return PLAIN.test(value) ? value : null;
      return `'${value.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
    }
    return `'${value.replaceAll("'", "'\\''")}'`;
  }

  // FACTORY_NAME for factory-name. A single word gets KB_ before it: NAME, PATH and HOME are taken.
  function variable(name, shell) {
    const words = name.includes("-") ? name.split("-") : ["kb", name];
    if (shell === "powershell") {
      return `$${words.map((word) => word[0].toUpperCase() + word.slice(1)).join("")}`;
    }
    return words.join("_").toUpperCase();
  }

  // What stands in for a missing value: the shell stops there and says what to set.
  function guard(name, inside, shell) {
    const own = variable(name, shell);
    if (shell === "powershell") {
      const text = `$(if (${own}) { ${own} } else { throw 'set ${own}' })`;
      if (inside === "bare") return `"${text}"`;
      return inside === "part" || inside === "double" ? text : null;
    }
    const text = `\${${own}:?set ${own}}`;
    if (inside === "double") return text;
    if (inside === "single") return `'"${text}"'`;
    return inside === "odd" ? null : `"${text}"`;
  }

  // What is copied. `pieces` are texts, and placeholders as {name, inside}. Of several commands in
  // one line the first would run before the shell meets a guard in the second; so all come first.
  // Returns {text}, or {problem} with the name of the parameter that cannot stand there.
  function compose(pieces, values, { shell, through, several }) {
    const missing = new Set();
    let text = "";
    for (const piece of pieces) {
      if (typeof piece === "string") {
        text += piece;
        continue;
      }
      const value = values[piece.name];
      const written = value === undefined
        ? guard(piece.name, piece.inside, shell)
        : fill(value, piece.inside, shell, through);
      if (written === null) return { problem: piece.name, missing: value === undefined };
      if (value === undefined) missing.add(piece.name);
      text += written;
    }
    if (several && missing.size && shell !== "powershell") {
      const guards = [...missing].map((name) => guard(name, "bare", shell));
      text = `: ${guards.join(" ")} && ${text}`;
    } else if (several && missing.size) {
      const guards = [...missing].map((name) => {
        const own = variable(name, shell);
        return `if (-not ${own}) { throw 'set ${own}' }; `;
      });
      text = guards.join("") + text;
    }
    return { text };
  }

  // `#step?name=value&…` as {anchor, pairs}; a value that is not well-formed is null. Some programs
  // write the question mark as %3F.
  function readLink(fragment) {
    const text = fragment.replace(/^#/, "");
    const cut = text.search(VALUES);
    if (cut < 0) return { anchor: text, pairs: [] };
    const pairs = text.slice(cut).replace(VALUES, "").split("&").filter(Boolean).map((pair) => {
      const at = pair.indexOf("=");
      const name = at < 0 ? pair : pair.slice(0, at);
      return [decoded(name) ?? name, at < 0 ? "" : decoded(pair.slice(at + 1))];
    });
    return { anchor: decoded(text.slice(0, cut)) ?? "", pairs };
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text.replaceAll("+", " "));
    } catch {
      return null;
    }
  }

  // The other way round.
  function writeLink(anchor, values) {
    const pairs = Object.entries(values)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    return `#${encodeURIComponent(anchor)}${pairs.length ? `?${pairs.join("&")}` : ""}`;
  }

  // Keys of storage accounts and runtimes, signatures in addresses, tokens, passwords.
  const SECRET = /(?:^|[^\w/+-])(?:[A-Za-z0-9+/]{43,}={1,2}|IR@[0-9a-f-]{36}@[\w@=/+.-]{10,}|eyJ[\w-]{20,}\.[\w-]{20,}|sig=[A-Za-z0-9%]{30,}|(?:password|pwd|secret|accountkey)\s*[=:]\s*\S)/i;

  // A table for a ticket. `rows` are {at, step, outcome, note}.
  function timeline(title, rows) {
    const cell = (text) => text.replace(/[\\|]/g, "\\$&").replace(/[`<>*_[\]]/g, "\\$&").replace(/\s+/g, " ").trim();
    const lines = rows.map((row) => `| ${[row.at, row.step, row.outcome, row.note || ""].map(cell).join(" | ")} |`);
    return [`**${cell(title)}**`, "", "| Time (UTC) | Step | Outcome | Note |", "| --- | --- | --- | --- |", ...lines].join("\n");
  }

  globalThis.kb = Object.assign(globalThis.kb || {}, {
    value: { refusal, fill, guard, variable, compose, readLink, writeLink, timeline, looksSecret: (text) => SECRET.test(text) },
  });
})();
