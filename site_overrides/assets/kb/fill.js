// The form that fills the commands of a page, and links that carry values into it.
// Values stay in this tab; a link's values are taken out of the address once they are read.
(() => {
  "use strict";

  const { value: rules } = globalThis.kb;
  const VALUES = "kb-values";
  const SHELL = "kb-shell";
  const form = document.querySelector(".kb-fill");
  const fields = new Map(
    [...document.querySelectorAll(".kb-fill__field")].map((field) => [field.dataset.name, {
      input: field.querySelector("input"),
      told: field.querySelector(".kb-fill__why"),
      parameter: {
        pattern: field.dataset.pattern,
        allowed: field.dataset.allowed,
        secret: "secret" in field.dataset,
      },
    }]),
  );
  const values = Object.create(null); // names are the authors'; one may be called constructor

  function stored(store, key, otherwise) {
    try {
      return JSON.parse(store.getItem(key)) ?? otherwise;
    } catch {
      return otherwise; // nothing there, not ours, or storing is not allowed
    }
  }

  function keep(store, key, what) {
    try {
      store.setItem(key, JSON.stringify(what));
    } catch {
      // Values then last as long as the page.
    }
  }

  function shell() {
    const chosen = form && form.elements.shell ? form.elements.shell.value : stored(localStorage, SHELL, "bash");
    return chosen === "powershell" ? "powershell" : "bash";
  }

  // How a line is read: the shell it is for now, and whether cmd.exe stands between.
  function reading(line) {
    const own = line.dataset.shell || "bash";
    const moved = own === "bash" && "portable" in line.dataset && shell() === "powershell";
    return { shell: moved ? "powershell" : own, through: moved, several: "several" in line.dataset };
  }

  function pieces(line, { through }) {
    const found = [];
    for (const node of line.querySelector("code").childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        found.push(through ? node.data.replaceAll(" \\\n", " `\n") : node.data);
      } else {
        found.push({ name: node.dataset.name, inside: node.dataset.inside || "bare" });
      }
    }
    return found;
  }

  function needed(line) {
    return [...new Set([...line.querySelectorAll(".kb-line__placeholder")].map((one) => one.dataset.name))];
  }

  function changes(line) {
    return line.closest(".kb-command--operate, .kb-command--destroy") !== null;
  }

  // What the copy button gives: {text}, or {why} and the field to look at.
  function copyable(line) {
    const missing = needed(line).filter((name) => !(name in values) && !fields.get(name)?.parameter.secret);
    if (missing.length && changes(line)) {
      const field = fields.get(missing[0]);
      return { why: field ? "Fill in first" : "Open its entry", field };
    }
    const how = reading(line);
    const made = rules.compose(pieces(line, how), values, how);
    if (made.problem === undefined) return made;
    return { why: made.missing ? "Fill in first" : "Write it by hand", field: fields.get(made.problem) };
  }

  function show() {
    for (const line of document.querySelectorAll(".kb-line")) {
      if (!line.querySelector("code")) continue;
      const how = reading(line);
      for (const spot of line.querySelectorAll(".kb-line__placeholder")) {
        const { name } = spot.dataset;
        const filled = name in values
          ? rules.fill(values[name], spot.dataset.inside || "bare", how.shell, how.through) : null;
        spot.textContent = filled ?? `<${name}>`;
        spot.classList.toggle("kb-line__placeholder--filled", filled !== null);
      }
      const button = line.querySelector(".kb-line__copy");
      const made = copyable(line);
      if (button) {
        button.classList.toggle("kb-line__copy--waiting", made.why !== undefined);
        if (!button.classList.contains("kb-line__copy--told")) button.textContent = made.why || "Copy";
      }
      line.classList.toggle("kb-line--bash-only", shell() === "powershell" && how.shell === "bash");
    }
  }

  function take(name, value) {
    const field = fields.get(name);
    const why = rules.refusal(field.parameter, value);
    if (why) delete values[name];
    else values[name] = value;
    return why;
  }

  function remember() {
    keep(sessionStorage, VALUES, { ...stored(sessionStorage, VALUES, {}), ...values });
  }

  function forget(names) {
    const kept = stored(sessionStorage, VALUES, {});
    for (const name of names) delete kept[name];
    keep(sessionStorage, VALUES, kept);
  }

  function typed(field, name) {
    const text = field.input.value.trim();
    let why = "";
    if (text) {
      why = take(name, text);
    } else {
      delete values[name];
    }
    if (text && !why) remember();
    else forget([name]);
    field.input.setAttribute("aria-invalid", String(Boolean(why)));
    field.told.textContent = why ? `Not taken: ${why}.` : "";
    show();
  }

  // Says it in the form, and at the step that the link leads to: the form may be far above.
  function tell(lines, target) {
    document.querySelector(".kb-told")?.remove();
    const paragraphs = () => lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
    form.querySelector(".kb-fill__told").replaceChildren(...paragraphs());
    if (!target || !lines.length) return;
    const notice = Object.assign(document.createElement("div"), { className: "kb-told" });
    notice.append(...paragraphs());
    target.after(notice);
  }

  // Takes what the address carries, and says what it does not take.
  function fromAddress() {
    if (!/\?|%3f/i.test(location.hash)) return;
    const { anchor, pairs } = rules.readLink(location.hash);
    history.replaceState(history.state, "", `#${encodeURIComponent(anchor)}`);
    const lines = [];
    const seen = new Set();
    for (const [name, value] of pairs) {
      const field = form && fields.get(name);
      if (!field) {
        lines.push(`The link names “${name}”, which this page does not ask for.`);
      } else if (seen.has(name)) {
        lines.push(`The link names “${name}” twice; only the first is taken.`);
      } else {
        const why = value === null ? "it is not well-formed" : take(name, value);
        if (why) {
          lines.push(field.parameter.secret
            ? `The link carries a value for “${name}”. It was not taken: ${why}. Treat it as leaked, and renew it.`
            : `The value for “${name}” in the link was not taken: ${why}.`);
          forget([name]);
        }
        if (field.input) field.input.value = why ? "" : value;
      }
      seen.add(name);
    }
    remember();
    const target = anchor && document.getElementById(anchor);
    if (anchor && !target) lines.unshift(`This page has no step “${anchor}”. It may have been renamed; the steps are below.`);
    if (form) tell(lines, target);
    if (target) arrive(target);
  }

  function arrive(target) {
    target.scrollIntoView();
    const heading = target.matches("h1, h2, h3") ? target : target.querySelector("h2") || target;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  }

  if (form) {
    form.hidden = false;
    const kept = stored(sessionStorage, VALUES, {});
    for (const [name, field] of fields) {
      if (!field.input) continue;
      if (typeof kept[name] === "string" && !take(name, kept[name])) field.input.value = kept[name];
      field.input.addEventListener("input", () => typed(field, name));
    }
    form.elements.shell.value = stored(localStorage, SHELL, "bash") === "powershell" ? "powershell" : "bash";
    form.elements.shell.addEventListener("change", () => {
      keep(localStorage, SHELL, shell());
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const name of fields.keys()) delete values[name];
      forget(fields.keys());
      for (const field of fields.values()) {
        if (!field.input) continue;
        field.told.textContent = "";
        field.input.removeAttribute("aria-invalid");
      }
      tell([]);
      setTimeout(show); // the shell is reset, too
    });
  }
  fromAddress();
  window.addEventListener("hashchange", () => {
    fromAddress();
    show();
  });
  show();

  Object.assign(globalThis.kb, {
    copyable,
    show,
    arrive,
    values: () => ({ ...values }),
    secrets: () => [...fields].filter(([, field]) => field.parameter.secret).map(([name]) => name),
    stored,
    keep,
  });
})();
