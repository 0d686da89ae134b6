// Shows the words of the chosen line in full, finds lines, and moves with j and k. The page works
// without it: every line is a plain link to its words.
"use strict";
document.documentElement.classList.add("scripted");
const lines = Array.from(document.querySelectorAll("ol.lines > li"));
const whole = lines.filter((line) => !line.parentElement.closest("li"));
const find = document.getElementById("find");

function choose(line) {
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  if (!line) return;
  line.classList.add("chosen");
  const link = line.querySelector("a.words");
  if (link) mark(link.hash.slice(3));
}

function mark(id) {
  for (const old of document.querySelectorAll("span.chosen")) old.classList.remove("chosen");
  for (const piece of document.querySelectorAll('span[data-of~="' + CSS.escape(id) + '"]')) piece.classList.add("chosen");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#s-"], a.title');
  if (!link) return;
  const line = link.closest("ol.lines > li");
  choose(line);
  mark(link.hash.slice(3));
});

document.addEventListener("keydown", (event) => {
  if (event.target === find || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    find.focus();
    return;
  }
  const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
  if (step === 0) return;
  const shown = lines.filter((line) => line.getClientRects().length > 0);
  const now = shown.findIndex((line) => line.classList.contains("chosen"));
  const next = shown[Math.min(shown.length - 1, Math.max(0, now + step))];
  if (!next) return;
  const link = next.querySelector("a.words, a.title");
  if (link) link.click();
  next.scrollIntoView({ block: "nearest" });
  if (link) link.focus({ preventScroll: true });
});

find.addEventListener("input", () => {
  const words = find.value.trim().toLowerCase();
  const inShort = document.getElementById("short");
  if (inShort && words !== "") inShort.checked = false;
  const shows = (part) => part.querySelector("ol.lines:not(.inside) > li:not([hidden])") !== null;
  for (const line of whole) line.hidden = words !== "" && !line.textContent.toLowerCase().includes(words);
  for (const part of document.querySelectorAll("section.voice, section.undated")) part.hidden = !shows(part);
  for (const fold of document.querySelectorAll("details.fold")) fold.open = words !== "" && shows(fold);
});

if (location.hash.startsWith("#s-")) mark(location.hash.slice(3));
