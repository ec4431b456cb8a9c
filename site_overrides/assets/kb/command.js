// Copies a command: filled with the page's values, guarded where one is missing.
(() => {
  "use strict";

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed, or an old browser on file://: the way that needs no permission.
      const area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  // Code in guides gets the same button as commands have.
  for (const pre of document.querySelectorAll("article .highlight pre")) {
    const button = document.createElement("button");
    button.className = "kb-line__copy";
    button.type = "button";
    button.textContent = "Copy";
    pre.parentElement.classList.add("kb-line", "kb-line--code");
    pre.after(button);
  }

  function tell(button, text) {
    button.textContent = text;
    button.classList.add("kb-line__copy--told");
    setTimeout(() => {
      button.classList.remove("kb-line__copy--told");
      button.textContent = "Copy";
      globalThis.kb.show();
    }, 2000);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".kb-line__copy");
    if (!button) return;
    const line = button.closest(".kb-line");
    const made = line.classList.contains("kb-line--code")
      ? { text: line.querySelector("pre").textContent }
      : globalThis.kb.copyable(line);
    if (made.text === undefined) {
      // A page without the form leads to the entry, which has one.
      if (made.field && made.field.input) made.field.input.focus();
      else line.closest(".kb-command")?.querySelector(".kb-command__in a")?.click();
      return;
    }
    const done = await copy(made.text.replace(/\n$/, ""));
    button.focus();
    tell(button, done ? "Copied" : "Select it");
  });

  Object.assign(globalThis.kb, { copy });
})();
