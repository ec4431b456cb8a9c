// Shows only the commands of one tool and one effect. Without this script all of them stand there.
(() => {
  "use strict";

  const form = document.querySelector(".kb-filter");
  if (!form) return;
  form.hidden = false;
  const groups = [...document.querySelectorAll(".kb-list-group")];

  function show() {
    const wanted = Object.fromEntries(new FormData(form));
    let left = 0;
    for (const group of groups) {
      const other = wanted.group && group.dataset.group !== wanted.group;
      let here = 0;
      for (const command of group.querySelectorAll(".kb-command")) {
        const fits = !other &&
          (!wanted.tool || command.dataset.tool === wanted.tool) &&
          (!wanted.effect || command.dataset.effect === wanted.effect);
        command.hidden = !fits;
        here += fits ? 1 : 0;
      }
      group.hidden = here === 0;
      left += here;
    }
    form.querySelector("output").textContent = left === 1 ? "1 command" : `${left} commands`;
  }

  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
