// What the theme's search box lacks: filters, an address for its results, and an Enter that waits for them.
// The filters are operators in the query, so that they can be typed, linked and read.
(() => {
  "use strict";

  const input = document.querySelector(".md-search__input");
  const toggle = document.getElementById("__search");
  const bar = document.querySelector(".kb-search-filters");
  if (!input || !toggle || !bar) return;

  const list = document.querySelector(".md-search-result__list");
  const selects = [...bar.querySelectorAll("select")];
  const pattern = (key) => new RegExp(`(?<!\\S)${key}:(\\S*)`, "gi");
  const search = () => input.dispatchEvent(new KeyboardEvent("keyup"));
  const answered = () => list.querySelector(".kb-found__typed")?.textContent;

  function setQuery(value) {
    input.value = value;
    search();
    follow();
  }

  // The filters say what the query says.
  function follow() {
    for (const select of selects) {
      const [, value] = [...input.value.matchAll(pattern(select.name))].pop() || [];
      const known = [...select.options].some((option) => option.value === (value || "").toLowerCase());
      select.value = known ? (value || "").toLowerCase() : "";
    }
  }

  for (const select of selects) {
    select.addEventListener("change", () => {
      const rest = input.value.replace(pattern(select.name), " ").replace(/\s+/g, " ").trim();
      setQuery([rest, select.value && `${select.name}:${select.value}`].filter(Boolean).join(" "));
    });
  }

  // The theme listens to keys alone, not to a mouse that pastes.
  input.addEventListener("input", () => { waiting = null; search(); follow(); });
  input.form.addEventListener("reset", () => setTimeout(() => { search(); follow(); }));

  // The theme takes every key for the query, and closes on Tab.
  bar.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.shiftKey || !toggle.checked) return;
    event.preventDefault();
    event.stopPropagation();
    selects[0].focus();
  });

  // Enter opens the best result for what stands in the box, not for what stood there before.
  let waiting = null;
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !input.value.trim() || answered() === input.value) return;
    event.preventDefault();
    event.stopPropagation();
    waiting = input.value;
  });

  function openBest() {
    const score = (link) => parseFloat(link.firstElementChild.dataset.mdScore);
    const links = [...list.querySelectorAll("a[href]")];
    if (links.length) links.reduce((best, link) => (score(link) > score(best) ? link : best)).click();
  }

  // The address says what is looked for, so that a result list can be linked, and Back leads to it. What is
  // longer was pasted: a server that is asked for the page again need not see it.
  const TOLD = 80;

  function tell(query) {
    const url = new URL(location.href);
    if (query && query.length <= TOLD) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    try {
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    } catch { /* a browser that keeps the address of a file as it is */ }
  }

  new MutationObserver(() => {
    if (toggle.checked && answered() === input.value) {
      tell(input.value);
      if (waiting !== null && waiting === input.value) { waiting = null; openBest(); }
    }
  }).observe(list, { childList: true });

  toggle.addEventListener("change", () => { if (!toggle.checked) tell(""); });
  // After the theme, which closes the search and forgets the query.
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".md-search-result__link")) tell(input.value);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && new URL(location.href).searchParams.get("q")) input.focus();
  });
  follow();
})();
