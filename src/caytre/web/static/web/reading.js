// Ties each fact to its words: pointing at one shows the other, by mouse and by keyboard.
"use strict";
(() => {
  const text = document.getElementById("text");
  const facts = document.querySelector(".facts");
  if (!text || !facts) return;
  const told = document.getElementById("told");
  const marks = [...text.querySelectorAll("mark[data-fact]")];
  const keysOf = (element) => element.dataset.fact.split(" ");
  const byKey = new Map();
  for (const mark of marks) {
    for (const key of keysOf(mark)) byKey.set(key, [...(byKey.get(key) || []), mark]);
  }
  const factOf = (key) => facts.querySelector(`[data-fact="${key}"]`) || document.getElementById(key);
  let lit = [];

  const light = (elements) => {
    for (const element of lit) element.classList.remove("lit");
    lit = elements.filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  };
  // Only what scrolls by itself is scrolled: on a narrow page the reader stays where they are.
  const bring = (pane, element) => {
    if (!element || pane.scrollHeight <= pane.clientHeight) return;
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, innerHeight)];
    if (box.top < top || box.bottom > bottom) {
      pane.scrollTop += box.top - top - (bottom - top) / 3;
    }
  };

  // A fact whose words have no mark of their own shows the paragraph that it leads to.
  const wordsOf = (fact) => {
    const found = byKey.get(fact.dataset.fact);
    const place = fact.getAttribute("href");
    return found || (place ? [text.querySelector(place)].filter(Boolean) : []);
  };
  const showWords = (fact, aloud) => {
    const found = wordsOf(fact);
    light([fact, ...found]);
    bring(text, found[0]);
    if (aloud) {
      told.textContent = found.length
        ? `${told.dataset.from} ${found.map((mark) => mark.textContent).join("").slice(0, 300)}`
        : told.dataset.nowhere;
    }
  };
  // The narrowest fact of a mark is the one with the longest key.
  const showFacts = (mark) => {
    const keys = keysOf(mark).sort((one, other) => other.split(".").length - one.split(".").length);
    light([...keys.map(factOf), ...marks.filter((other) => keysOf(other).includes(keys[0]))]);
    return factOf(keys[0]);
  };

  let pause = 0;
  facts.addEventListener("mouseover", (event) => {
    const fact = event.target.closest("[data-fact]");
    clearTimeout(pause);
    if (fact) pause = setTimeout(() => showWords(fact, false), 120);
  });
  facts.addEventListener("focusin", (event) => {
    const fact = event.target.closest("[data-fact]");
    if (fact) showWords(fact, true);
  });
  facts.addEventListener("click", (event) => {
    const fact = event.target.closest("a[data-fact]");
    const mark = fact && (byKey.get(fact.dataset.fact) || [])[0];
    if (!mark) return; // without a mark of its own the link leads to its paragraph
    event.preventDefault();
    focusMark(mark);
    mark.scrollIntoView({ block: "center" });
  });

  // One mark at a time can be reached by Tab; the arrows go from mark to mark.
  const focusMark = (mark) => {
    for (const other of marks) if (other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
    mark.focus({ preventScroll: true });
    bring(text, mark);
  };
  for (const mark of marks) {
    mark.tabIndex = -1;
    mark.setAttribute("role", "link");
  }
  if (marks.length) marks[0].tabIndex = 0;
  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark[data-fact]");
    clearTimeout(pause);
    if (mark) pause = setTimeout(() => showFacts(mark), 120);
  });
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark[data-fact]");
    if (mark) showFacts(mark);
  });
  const go = (mark) => {
    const fact = showFacts(mark);
    if (!fact) return;
    const place = fact.matches("a, [tabindex]") ? fact : fact.querySelector("a") || fact;
    place.focus();
    place.scrollIntoView({ block: "center" });
  };
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-fact]");
    if (mark && !String(getSelection())) go(mark);
  });
  text.addEventListener("keydown", (event) => {
    const at = marks.indexOf(event.target.closest("mark[data-fact]"));
    if (at < 0) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      go(marks[at]);
    } else if (step && marks[at + step]) {
      event.preventDefault();
      focusMark(marks[at + step]);
    }
  });
})();
