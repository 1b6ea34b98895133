// Sends files one by one and shows how far each is. Without this script the form sends all at once.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const input = document.getElementById("files");
  const list = document.getElementById("outcomes");
  const overall = document.getElementById("overall");
  const bar = overall.querySelector("progress");
  const told = overall.querySelector("[role=status]");
  const drop = form.querySelector(".drop");
  const button = form.querySelector("button");

  const send = (file, report) => new Promise((resolve) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.csrfmiddlewaretoken.value);
    if (form.elements.unit) body.append("unit", form.elements.unit.value);
    body.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Rows", "1");
    request.upload.onprogress = (event) => event.lengthComputable && report(event.loaded / event.total);
    request.onload = () => resolve(request.status === 200 ? request.responseText : "");
    request.onerror = () => resolve("");
    request.send(body);
  });

  const sayFailed = (name) => {
    const row = document.createElement("li");
    row.className = "refused";
    row.textContent = `${name}: ${form.dataset.broken}`;
    list.append(row);
  };

  const sendAll = async (files) => {
    button.disabled = true;
    overall.hidden = false;
    for (let at = 0; at < files.length; at += 1) {
      const file = files[at];
      const show = (part) => {
        bar.value = (100 * (at + part)) / files.length;
        const doing = part < 1 ? form.dataset.sending : form.dataset.checking;
        told.textContent = `${doing} ${at + 1}/${files.length}: ${file.name}`;
      };
      show(0);
      const rows = await send(file, show);
      if (rows) list.insertAdjacentHTML("beforeend", rows);
      else sayFailed(file.name);
    }
    bar.value = 100;
    told.textContent = form.dataset.done;
    button.disabled = false;
    form.reset();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...input.files]);
  });
  for (const name of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
    });
  }
  drop.addEventListener("drop", (event) => sendAll([...event.dataTransfer.files]));
})();
