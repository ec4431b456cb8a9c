// Shows the definition of a referenced entry: on hover, on focus, on the first tap.
// WCAG 1.4.13: it can be dismissed with Escape, can be hovered itself, and stays until left.
(() => {
  "use strict";

  let popup = null;
  let owner = null;
  let leaving = 0;
  let dismissed = null;

  function definitionOf(link) {
    const id = link.getAttribute("aria-describedby");
    return id && document.getElementById(id);
  }

  function hide() {
    clearTimeout(leaving);
    if (popup) popup.remove();
    popup = owner = null;
  }

  function hideSoon() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  }

  function show(link, { touched = false } = {}) {
    clearTimeout(leaving);
    if (owner === link) return;
    const definition = definitionOf(link);
    if (!definition || dismissed === link) return;
    hide();
    owner = link;
    popup = document.createElement("div");
    popup.className = "kb-popup";
    const title = document.createElement("strong");
    title.className = "kb-popup__title";
    title.textContent = definition.firstElementChild.textContent;
    popup.append(title, definition.lastChild.textContent.trim());
    if (touched) {
      const open = document.createElement("a");
      open.className = "kb-popup__open";
      open.href = link.href;
      open.textContent = "Open this entry";
      popup.append(document.createElement("br"), open);
    }
    popup.addEventListener("pointerenter", () => clearTimeout(leaving));
    popup.addEventListener("pointerleave", hideSoon);
    document.body.append(popup);
    place(link);
  }

  function place(link) {
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const gap = 6;
    const width = popup.offsetWidth;
    const left = Math.max(gap, Math.min(box.left, document.documentElement.clientWidth - width - gap));
    const below = box.bottom + gap + popup.offsetHeight < window.innerHeight || box.top < popup.offsetHeight + gap;
    const top = below ? box.bottom + gap : box.top - gap - popup.offsetHeight;
    popup.style.left = `${left + window.scrollX}px`;
    popup.style.top = `${top + window.scrollY}px`;
  }

  const reference = (event) => event.target instanceof Element && event.target.closest("a.kb-reference");

  document.addEventListener("pointerover", (event) => {
    const link = reference(event);
    if (link && event.pointerType !== "touch") show(link);
  });
  document.addEventListener("pointerout", (event) => {
    const link = reference(event);
    if (link) {
      dismissed = null;
      hideSoon();
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = reference(event);
    if (link && link.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", (event) => {
    if (reference(event)) {
      dismissed = null;
      hideSoon();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && popup) {
      dismissed = owner;
      hide();
    }
  });

  // The first tap shows the definition, the second follows the link.
  let lastPointer = "";
  document.addEventListener("pointerdown", (event) => { lastPointer = event.pointerType; }, true);
  document.addEventListener("click", (event) => {
    const link = reference(event);
    if (link && lastPointer === "touch" && owner !== link && definitionOf(link)) {
      event.preventDefault();
      dismissed = null;
      show(link, { touched: true });
    } else if (!link && popup && !popup.contains(event.target)) {
      hide();
    }
  }, true);
})();
