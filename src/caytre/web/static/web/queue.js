// One key decides on the proposal in hand, and the next one comes; the text beside it shows its words.
"use strict";
(() => {
  const list = document.getElementById("queue");
  const text = document.getElementById("text");
  if (!list) return;
  const told = document.getElementById("told");
  let here = "";
  const rows = () => [...list.children];
  const isOpen = (row) => "open" in row.dataset && !row.classList.contains("sent");
  const current = () => document.getElementById(here);

  function show(row, { focus = true } = {}) {
    for (const other of list.querySelectorAll(".here")) other.classList.remove("here");
    for (const mark of text.querySelectorAll(".lit")) mark.classList.remove("lit");
    here = row.id;
    row.classList.add("here");
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    const marks = [...text.querySelectorAll("mark")].filter((mark) => mark.dataset.fact.split(" ").includes(row.id));
    for (const mark of marks) mark.classList.add("lit");
    if (marks[0] && text.offsetParent) {
      const room = marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTo({ top: text.scrollTop + room - text.clientHeight / 3, behavior: "instant" });
    }
  }

  function step(by, wanted = () => true) {
    const all = rows();
    const at = all.findIndex((row) => row.id === here);
    for (let next = at + by; next >= 0 && next < all.length; next += by) {
      if (wanted(all[next])) return show(all[next]);
    }
    const first = wanted === isOpen && all.find(isOpen);
    if (first) show(first);
    else if (!all.some(isOpen)) told.textContent = told.dataset.done;
  }

  function press(key) {
    const row = current();
    const button = [...(row ? row.querySelectorAll("[data-key]") : []), ...document.querySelectorAll("#undo [data-key]")]
      .find((one) => one.dataset.key.split(" ").includes(key));
    if (!button) return false;
    button.click();
    if (button.tagName === "SUMMARY") button.parentElement.querySelector("input[name=why]").focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || at.matches("input, textarea, select")) {
      if (event.key === "Escape" && at.closest(".refuse")) {
        at.closest(".refuse").open = false;
        current().focus();
      }
      return;
    }
    if (event.key === "Enter" && at.closest("a, button, summary")) return;
    const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
    if (event.key === "?") {
      const help = document.querySelector(".keys");
      help.open = !help.open;
    } else if (event.key in moves && at !== text) {
      step(moves[event.key]);
    } else if (!press(event.key)) {
      return;
    }
    event.preventDefault();
  });

  // What was sent is not waited for, and what follows waits its turn: the next proposal is there at once.
  document.body.addEventListener("htmx:confirm", (event) => {
    const row = event.target.closest(".offer");
    if (!row || !isOpen(row)) return;
    row.classList.add("sent");
    if (row.id === here) step(1, isOpen);
  });
  document.body.addEventListener("htmx:oobAfterSwap", (event) => {
    const row = event.detail.target;
    const fresh = row.id && document.getElementById(row.id);
    if (!fresh || !fresh.classList.contains("offer")) return;
    if (fresh.querySelector(".problem") || (isOpen(fresh) && !document.querySelector(".offer.here[data-open]"))) {
      show(fresh);
    } else if (fresh.id === here) {
      if (isOpen(fresh)) show(fresh);
      else step(1, isOpen);
    }
  });
  document.body.addEventListener("htmx:responseError", () => location.reload());
  document.body.addEventListener("htmx:sendError", () => {
    for (const row of list.querySelectorAll(".sent")) row.classList.remove("sent");
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest(".offer");
    if (row && row.id !== here && !event.target.closest("a, button, summary, input, label")) show(row);
  });
  const asked = location.hash.startsWith("#row-") && document.getElementById(location.hash.slice(1));
  const first = (asked && isOpen(asked) && asked) || rows().find(isOpen) || rows()[0];
  if (first) show(first);
})();
