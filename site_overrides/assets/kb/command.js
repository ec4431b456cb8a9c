// Copies a command exactly as it is shown.
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

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".kb-line__copy");
    if (!button) return;
    const line = button.closest(".kb-line").querySelector("pre");
    const done = await copy(line.textContent.replace(/\n$/, ""));
    button.textContent = done ? "Copied" : "Select it";
    button.focus();
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
})();
