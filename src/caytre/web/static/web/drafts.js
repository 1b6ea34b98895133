// Keeps what is filled into a form with data-draft="key", and offers it when the form is opened again.
// data-draft-at is the address that keeps drafts, data-draft-kept what is said when one was kept.
"use strict";
(() => {
  const PAUSE = 1500; // ms after the last key
  const page = document.body.dataset;

  const mind = (form) => {
    const key = form.dataset.draft;
    const stored = `draft:${page.who}:${key}`;
    const told = document.createElement("p");
    told.className = "hint";
    told.setAttribute("role", "status");
    form.append(told);
    let timer = 0;
    let sent = false;

    const values = () => {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (name !== "once" && name !== "csrfmiddlewaretoken" && typeof value === "string") body.append(name, value);
      }
      return body;
    };
    const send = (body) => {
      body.set("draft", key);
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      return fetch(page.drafts, { method: "POST", body, redirect: "error" });
    };
    const keep = async () => {
      const body = values();
      const fields = {};
      for (const name of new Set(body.keys())) fields[name] = body.getAll(name);
      const at = new Date().toISOString();
      body.set("draft.version", form.dataset.version || "");
      try {
        const answer = await send(body);
        if (!answer.ok) throw new Error(answer.status);
        if (sent) return;
        localStorage.removeItem(stored);
        told.textContent = page.kept.replace("{at}", new Date().toLocaleTimeString(document.documentElement.lang));
      } catch {
        if (sent) return;
        try {
          localStorage.setItem(stored, JSON.stringify({ at, fields }));
          told.textContent = page.keptHere;
        } catch { told.textContent = page.notKept; }
      }
    };
    const put = (fields) => {
      for (const [name, list] of Object.entries(fields)) {
        [...form.querySelectorAll("[name]")].filter((one) => one.name === name).forEach((one, at) => {
          if (one.type === "hidden" || one.type === "file") return;
          if (one.type === "checkbox" || one.type === "radio") one.checked = list.includes(one.value);
          else if (one.multiple) for (const option of one.options) option.selected = list.includes(option.value);
          else if (list[at] !== undefined) one.value = list[at];
        });
      }
      for (const one of form.querySelectorAll("[type=checkbox]")) if (!(one.name in fields)) one.checked = false;
      form.dispatchEvent(new Event("draft"));
    };
    const read = () => {
      try { return JSON.parse(localStorage.getItem(stored)); } catch { return null; }
    };
    const offer = async () => {
      const here = read();
      const asked = new URLSearchParams({ form: key, version: form.dataset.version || "", here: here ? here.at : "" });
      const answer = await fetch(`${page.drafts}?${asked}`).catch(() => null);
      if (!answer || answer.status !== 200) return;
      const box = document.createElement("div");
      box.innerHTML = await answer.text();
      const note = box.querySelector(".draft");
      if (!note) return; // the page to sign in
      form.prepend(note);
      note.addEventListener("click", (event) => {
        const what = event.target.dataset.do;
        if (!what) return;
        if (what === "use") put(note.dataset.here ? here.fields : JSON.parse(note.dataset.fields));
        else {
          localStorage.removeItem(stored);
          send(new URLSearchParams({ "draft.drop": "1" })).catch(() => {});
        }
        note.remove();
        form.querySelector("textarea, input:not([type=hidden])")?.focus();
      });
    };

    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", () => {
      sent = true;
      clearTimeout(timer);
      const name = document.createElement("input");
      [name.type, name.name, name.value] = ["hidden", "draft", key];
      form.append(name);
      localStorage.removeItem(stored);
    });
    // What was typed a moment before the page is left.
    addEventListener("pagehide", () => { if (timer && !sent) keep(); });
    offer();
  };
  for (const form of document.querySelectorAll("form[data-draft]")) mind(form);
})();
