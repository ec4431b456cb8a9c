// What a page must not hold, whoever wrote the texts on it. Gives a list of complaints; `own` are the inline
// scripts and styles of the theme, `hosts` those that links may lead to.
(document, address, own, hosts) => {
  const wrong = [];
  // Elements with such names would stand in for what a form has.
  const markup = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML").get;
  const page = new URL(address);
  const told = (element) => markup.call(element).replace(/\s+/g, " ").slice(0, 200);
  // What differs from page to page or site to site: the way to the root, and the names of the site's folders.
  const bare = (text) => text.replace(/new URL\("[./]*",location\)/g, "")
    .replace(/new Set\(\[("[a-z0-9-]+",? ?)*\]\)/, "").trim();
  const known = own.map(bare);
  const forms = ["md-search__form", "kb-fill", "kb-filter", "kb-timeline__add", "md-header__option"];

  const inside = (url) => (page.protocol === "file:"
    ? url.protocol === "file:" && url.host === ""
    : url.origin === page.origin);

  function check(element, name, value, links) {
    // The theme's button that shares a search, which its script takes over.
    if (value === "javascript:void(0)" && element.matches(".md-search__options > a[data-clipboard]")) return;
    let url;
    try {
      url = new URL(value, page);
    } catch {
      return; // no address: a browser does nothing with it
    }
    const linked = links && ["http:", "https:"].includes(url.protocol) && hosts.includes(url.host);
    if (!inside(url) && !linked) wrong.push(`${name} leads to ${url.href.slice(0, 80)}: ${told(element)}`);
  }

  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    // On a page from a folder, search runs in an empty frame of the theme's.
    if (tag === "iframe" && element.outerHTML === '<iframe hidden=""></iframe>') continue;
    // Its own script sets it, to a place inside.
    const lost = tag === "base" && page.pathname.endsWith("/404.html") && inside(new URL(element.href));
    if (!lost && ["base", "iframe", "frame", "frameset", "object", "embed", "applet", "math", "portal", "marquee", "video", "audio"].includes(tag)) {
      wrong.push(`element ${tag}: ${told(element)}`);
    }
    if (tag === "script" && !element.src && element.id !== "__config" && !known.includes(bare(element.textContent))) {
      wrong.push(`script: ${told(element)}`);
    }
    if (tag === "style" && !known.includes(bare(element.textContent))) wrong.push(`style: ${told(element)}`);
    // A page that only leads on does so without scripts, too: to a page of the site.
    const onward = element.matches("noscript > meta") && /^0; url=(?:\.\.\/)+[\w.\/%-]+$/.test(element.getAttribute("content"));
    if (tag === "meta" && element.httpEquiv && !onward) wrong.push(`meta: ${told(element)}`);
    if (tag === "form" && !forms.includes(element.getAttribute("class"))) wrong.push(`form: ${told(element)}`);
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (name.startsWith("on") || name === "srcdoc" || name === "ping") wrong.push(`${name}: ${told(element)}`);
      if (name === "id" && value.startsWith("__") && !value.startsWith("__code_") && !element.closest("script, input, form, label, .md-header, .md-nav")) {
        wrong.push(`id ${value}: ${told(element)}`);
      }
      if (name === "style" && /url|expression|behavior|\\|@/i.test(value)) wrong.push(`style: ${told(element)}`);
      if (["href", "xlink:href", "src", "action", "formaction", "data", "poster", "background", "cite", "manifest"].includes(name)) {
        check(element, name, value, tag === "a");
      }
      if (name === "srcset") value.split(",").forEach((one) => check(element, name, one.trim().split(/\s/)[0], false));
    }
  }
  return wrong;
}
