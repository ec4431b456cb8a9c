// Following a runbook: ticks, branches, and the timeline for the ticket. All of it stays in this
// browser. Without this script the page is a page, and its branches are links.
(() => {
  "use strict";

  const page = document.querySelector(".kb-runbook");
  if (!page) return;
  const { kb } = globalThis;
  const KEY = `kb-run:${page.dataset.kbId}`;
  const title = page.querySelector("h1").textContent;
  const box = page.querySelector(".kb-timeline");
  const kept = kb.stored(localStorage, KEY, {});
  const texts = (row) => Object.fromEntries(["at", "step", "outcome", "note"].map((key) => [key, String(row?.[key] ?? "")]));
  const state = {
    ticks: Object.assign(Object.create(null), kept?.ticks),
    rows: Array.isArray(kept?.rows) ? kept.rows.map(texts) : [],
  };

  function titleOf(id) {
    const heading = document.getElementById(id);
    if (!heading) return id;
    return [...heading.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data).join("").trim();
  }

  function note(step, outcome, text = "") {
    const at = new Date().toISOString().slice(0, 19).replace("T", " ");
    state.rows.push({ at, step: titleOf(step), outcome, note: text });
    save();
  }

  function save() {
    kb.keep(localStorage, KEY, state);
    show();
  }

  function show() {
    box.querySelector("tbody").replaceChildren(...state.rows.map((row) => {
      const line = document.createElement("tr");
      for (const text of [row.at, row.step, row.outcome, row.note]) {
        line.append(Object.assign(document.createElement("td"), { textContent: text }));
      }
      return line;
    }));
    for (const tick of page.querySelectorAll(".kb-step__done input")) {
      tick.checked = Boolean(state.ticks[tick.value]);
      tick.closest(".kb-step").classList.toggle("kb-step--done", tick.checked);
    }
    const empty = !state.rows.length;
    for (const button of box.querySelectorAll(".kb-timeline__copy, .kb-timeline__clear")) button.disabled = empty;
    box.querySelector("table").hidden = empty;
  }

  for (const step of page.querySelectorAll(".kb-step:not(.kb-step--end)")) {
    const id = step.getAttribute("aria-labelledby");
    const label = document.createElement("label");
    label.className = "kb-step__done";
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", value: id });
    label.append(tick, " Done");
    step.querySelector("h2").after(label);
    tick.addEventListener("change", () => {
      if (tick.checked) state.ticks[id] = true;
      else delete state.ticks[id];
      note(id, tick.checked ? "done" : "not done after all");
    });
  }

  page.addEventListener("click", (event) => {
    const go = event.target.closest(".kb-go");
    if (!go) return;
    const step = go.closest(".kb-step").getAttribute("aria-labelledby");
    const target = go.getAttribute("href").slice(1);
    note(step, `${go.dataset.outcome.replace(/\.$/, "")}: on to “${titleOf(target)}”`);
    const heading = document.getElementById(target);
    if (heading) setTimeout(() => kb.arrive(heading));
  });

  // Values of secrets are never on the page; what looks like one is not taken into a note either.
  const add = box.querySelector(".kb-timeline__add");
  add.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = add.querySelector("input");
    const text = input.value.trim();
    const secret = kb.value.looksSecret(text);
    add.querySelector(".kb-timeline__why").textContent = secret ? "Not taken: this looks like a secret." : "";
    if (!text || secret) return;
    note("", "note", text);
    input.value = "";
  });

  box.querySelector(".kb-timeline__copy").addEventListener("click", async (event) => {
    const button = event.currentTarget;
    const done = await kb.copy(kb.value.timeline(title, state.rows));
    button.textContent = done ? "Copied" : "Not allowed here";
    setTimeout(() => { button.textContent = "Copy as Markdown"; }, 2000);
  });
  box.querySelector(".kb-timeline__clear").addEventListener("click", () => {
    state.rows = [];
    state.ticks = Object.create(null);
    save();
  });

  const link = page.querySelector(".kb-fill__link");
  if (link) {
    link.addEventListener("click", async () => {
      const at = location.hash.slice(1) || page.querySelector(".kb-step").getAttribute("aria-labelledby");
      const own = {};
      for (const [name, value] of Object.entries(kb.values())) own[name] = value;
      const address = location.href.split("#")[0] + kb.value.writeLink(decodeURIComponent(at), own);
      const done = await kb.copy(address);
      link.textContent = done ? "Copied" : "Not allowed here";
      setTimeout(() => { link.textContent = "Copy link with values"; }, 2000);
    });
  }

  for (const site of page.querySelectorAll(".kb-alerts__site")) {
    if (location.protocol.startsWith("http")) site.textContent = location.href.split("#")[0];
  }
  box.hidden = false;
  show();
})();
