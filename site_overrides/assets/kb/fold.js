// Opens what a link leads into, and everything for print.
(() => {
  "use strict";

  function openTarget() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // not an address that anything here has
    }
    const target = id && document.getElementById(id);
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  }

  openTarget();
  window.addEventListener("hashchange", openTarget);

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  // Ages are worked out here, so that a page built once stays true.
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const time of document.querySelectorAll("time[data-kb-age]")) {
    const days = Math.round((Date.parse(time.dateTime) - Date.now()) / 86400000);
    if (Number.isNaN(days) || days > 0) continue;
    const [amount, unit] = days > -60 ? [days, "day"] : days > -730 ? [Math.round(days / 30.4), "month"] : [Math.round(days / 365), "year"];
    time.title = words.format(amount, unit);
    if (days <= -60) time.textContent += ` (${words.format(amount, unit)})`;
  }

  // The search field of the home page leads to the theme's.
  const opener = document.querySelector(".kb-home__button");
  if (opener) {
    opener.addEventListener("click", () => {
      document.querySelector("[data-md-component=search-query]").focus();
    });
  }
})();
