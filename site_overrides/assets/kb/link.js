// Beside every heading, symptom, step and command: a button that copies its permanent address, in the
// markup of where it goes. The buttons are made here, so that pages do not carry one for each heading.
(() => {
  "use strict";

  // How a link is written; `kb link` does the same.
  const escaped = (text, signs) => [...text].map((sign) => (signs.includes(sign) || sign === "\\" ? `\\${sign}` : sign)).join("");
  const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const attribute = (text) => html(text).replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
  const FORMATS = {
    plain: ["Plain", (title, to) => to],
    markdown: ["Markdown", (title, to) => `[${escaped(title, "[]<>*_`~&!")}](${to})`],
    html: ["HTML", (title, to) => `<a href="${attribute(to)}">${attribute(title)}</a>`],
    jira: ["Jira", (title, to) => `[${escaped(title, "[]{}|*_^~")}|${to}]`],
    slack: ["Slack", (title, to) => `<${html(to)}|${html(title)}>`],
  };

  globalThis.kb.linkAs = (format, title, to) => FORMATS[format][1](title, to);

  const article = document.querySelector("article");
  const root = new URL("../../", document.currentScript.src);
  const owner = article?.querySelector("[data-kb-id]");
  const NOT_ITS_NAME = ".headerlink, .kb-link, .kb-effect, .kb-command__shell, .kb-step__number, .kb-symptom__kind, .kb-fold__hint, .kb-citation";
  let open = null; // the button whose menu is shown
  if (!article) return;

  function nameOf(element) {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll(NOT_ITS_NAME)) part.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  // From a folder there is nothing permanent to give: it is the address of the file.
  function address(anchor, values) {
    const short = owner && location.protocol !== "file:";
    const id = short && owner.dataset.kbId.split("/").map(encodeURIComponent).join("/");
    const page = short ? new URL(`go/${id}.html`, root) : new URL(location.pathname, location.href);
    const named = anchor || Object.keys(values).length > 0;
    const fragment = named ? globalThis.kb.value.writeLink(anchor, values) : "";
    return page.href + fragment.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  }

  function valuesHere() {
    const { values, secrets } = globalThis.kb;
    const secret = new Set(secrets());
    return Object.fromEntries(Object.entries(values()).filter(([name]) => !secret.has(name)));
  }

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  const tick = make("input", { type: "checkbox" });
  const withValues = make("label", { className: "kb-link__values" }, tick, " with the values on this page");
  const area = make("textarea", { className: "kb-link__text", readOnly: true, rows: 3, spellcheck: false });
  area.setAttribute("aria-label", "The link, to copy by hand");
  const refused = make("div", { hidden: true }, make("p", { textContent: "The browser does not let pages copy. Copy it from here:" }), area);
  const buttons = Object.entries(FORMATS).map(([format, [label]]) => {
    const button = make("button", { type: "button", textContent: label });
    button.addEventListener("click", () => copy(format));
    return button;
  });
  const menu = make("div", { className: "kb-link__menu", id: "kb-link-menu" }, make("p", { textContent: "Copy link as" }), ...buttons, withValues, refused);
  menu.setAttribute("role", "group");
  const said = make("div", { className: "kb-link__said" });
  said.setAttribute("role", "status");

  async function copy(format) {
    const button = open;
    const { anchor, name } = button.kbLink;
    const page = nameOf(article.querySelector("h1"));
    const title = anchor ? `${page}: ${name}` : page;
    const text = globalThis.kb.linkAs(format, title, address(anchor, tick.checked ? valuesHere() : {}));
    if (await globalThis.kb.copy(text)) {
      close(true);
      said.textContent = `Link copied: ${FORMATS[format][0]}.`;
      button.classList.add("kb-link--copied");
      setTimeout(() => {
        button.classList.remove("kb-link--copied");
        said.textContent = "";
      }, 2000);
      return;
    }
    refused.hidden = false;
    area.value = text;
    area.focus();
    area.select();
  }

  function show(button) {
    close(false);
    open = button;
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", menu.id);
    menu.setAttribute("aria-label", button.getAttribute("aria-label"));
    tick.checked = false;
    withValues.hidden = Object.keys(valuesHere()).length === 0;
    refused.hidden = true;
    menu.style.marginLeft = "";
    button.kbLink.host.after(menu);
    const { left, width } = menu.getBoundingClientRect();
    const most = document.documentElement.clientWidth - width - 8;
    menu.style.marginLeft = `${Math.max(0, Math.min(button.getBoundingClientRect().left, most) - left)}px`;
    menu.scrollIntoView({ block: "nearest" });
    buttons[0].focus();
  }

  function close(back) {
    if (!open) return;
    const button = open;
    open = null;
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    menu.remove();
    if (back) button.focus();
  }

  // `host` is what the menu stands behind.
  function control(anchor, name, host) {
    const button = make("button", { type: "button", className: "kb-link", kbLink: { anchor, name, host } });
    button.setAttribute("aria-label", `Copy link to: ${name}`);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => (open === button ? close(true) : show(button)));
    return button;
  }

  for (const heading of article.querySelectorAll("h1, h2, h3, h4, .kb-command__purpose")) {
    const mark = heading.querySelector(".headerlink");
    const whole = heading.matches("h1");
    const anchor = whole ? "" : decodeURIComponent(mark ? mark.hash.slice(1) : heading.id);
    if (whole ? !owner : !anchor || anchor.startsWith("kb-")) continue;
    heading.classList.add("kb-link__host");
    heading.append(control(anchor, nameOf(heading), heading));
  }
  for (const fold of article.querySelectorAll("details.kb-fold[id]")) {
    const button = control(fold.id, nameOf(fold.querySelector("summary")), null);
    button.kbLink.host = button;
    const around = make("div", { className: "kb-link__host kb-link__fold" });
    fold.replaceWith(around);
    around.append(fold, button);
  }
  article.append(said);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) close(true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (open && !menu.contains(event.target) && !open.contains(event.target)) close(false);
  });
  // Later, for copying itself takes the focus away for a moment.
  menu.addEventListener("focusout", () => setTimeout(() => {
    const at = document.activeElement;
    if (open && at !== document.body && at !== open && !menu.contains(at)) close(false);
  }));
})();
