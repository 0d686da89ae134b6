// Shows the words of the chosen line in full, finds lines, moves with j and k, and of several
// stories shows the chosen one. The page works without it: every line is a plain link to its words.
"use strict";
document.documentElement.classList.add("scripted");
const find = document.getElementById("find");
const found = document.getElementById("found");
const story = document.getElementById("story");  // null: the pile is one story
const counts = document.querySelector(".counts");
const countsOfAll = counts.textContent;
const storyLines = document.getElementById("story-lines");
const linesOfAll = Array.from(storyLines.childNodes);
let chosen = "";  // the id of the chosen story; empty: all

const all = (selector, part = document) => Array.from(part.querySelectorAll(selector));
const lines = () => all("ol.lines > li");
const isSeen = (part) => part.getClientRects().length > 0;

function choose(line) {
  for (const old of all(".chosen")) old.classList.remove("chosen");
  if (!line) return;
  line.classList.add("chosen");
  const link = line.querySelector("a.words");
  if (link) mark(link.hash.slice(3));
}

function mark(id) {
  for (const old of all("span.chosen")) old.classList.remove("chosen");
  for (const piece of all('span[data-of~="' + CSS.escape(id) + '"]')) piece.classList.add("chosen");
}

// --- what is shown: what is of the chosen story and has the words that are looked for -------------

function filter() {
  const words = find.value.trim().toLowerCase();
  const inShort = document.getElementById("short");
  if (inShort && words !== "") inShort.checked = false;
  const isOfStory = (part) => chosen === "" || !part.dataset.story || part.dataset.story.split(" ").includes(chosen);
  const hasWords = (line) => words === "" || line.textContent.toLowerCase().includes(words);
  for (const part of all("[data-story]")) part.hidden = !isOfStory(part);
  const whole = lines().filter((line) => !line.parentElement.closest("li"));
  for (const line of whole) line.hidden = !isOfStory(line) || !hasWords(line);
  const shows = (part) => part.querySelector("ol.lines:not(.inside) > li:not([hidden])") !== null;
  for (const part of all("section.voice, section.undated")) part.hidden = !shows(part);
  for (const fold of all("details.fold")) fold.open = words !== "" && shows(fold);
  for (const none of all("p.none")) {
    const part = none.parentElement;
    none.hidden = chosen === "" || words !== "" || shows(part) || part.querySelector(".differ:not([hidden])") !== null;
  }
  const n = whole.filter((line) => !line.hidden).length;
  found.textContent = words === "" ? "" : n === 0 ? "no line has these words" : n === 1 ? "1 line" : n + " lines";
}

// Puts the lines of a story in the place of all lines.
function showStory(id) {
  if (id === chosen) return;
  chosen = story.value = id;
  const own = id === "" ? null : document.getElementById("lines-of-" + id);
  storyLines.replaceChildren(...(own ? [own.content.cloneNode(true)] : linesOfAll));
  document.documentElement.classList.toggle("one-story", id !== "");
  counts.textContent = id === "" ? countsOfAll : story.selectedOptions[0].dataset.counts;
  filter();
}

// --- the address: #in-STORY, #in-STORY/PLACE, #PLACE ------------------------------------------------

const placeOf = (hash) => /^#in-/.test(hash) ? hash.split("/").slice(1).join("/") : hash.slice(1);

function storyOf(hash) {
  const wanted = (/^#in-([^/]+)/.exec(hash) || [])[1];
  const option = wanted && story && Array.from(story.options).find((o) => o.value.startsWith(wanted));
  return option ? option.value : "";
}

// A place of another story is shown among all stories.
function goTo(place) {
  const at = document.getElementById(place);
  if (!at) return;
  if (at.closest("[data-story][hidden]")) showStory("");
  const inShort = document.getElementById("short");
  if (inShort && at.closest("ol.lines") && at.offsetParent === null) inShort.checked = false;
  if (place.startsWith("s-")) mark(place.slice(2));
  at.scrollIntoView();
  if (!at.matches("i")) {
    at.tabIndex = -1;
    at.focus({ preventScroll: true });
  }
}

function follow() {
  showStory(storyOf(location.hash));
  const place = placeOf(location.hash);
  if (location.hash.startsWith("#in-")) goTo(place);
  else if (place.startsWith("s-")) mark(place.slice(2));
}

if (story) {
  story.addEventListener("change", () => {
    history.pushState(null, "", story.value === "" ? "#" : "#in-" + story.value);
    showStory(story.value);
  });
  addEventListener("popstate", follow);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  const place = placeOf(link.hash);
  if (link.matches('[href^="#s-"], .title')) {
    choose(link.closest("ol.lines > li"));
    mark(place.slice(2));
  }
  // The address keeps the story.
  if (chosen === "" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(place);
  history.pushState(null, "", (chosen === "" ? "#" : "#in-" + chosen + "/") + place);
});

document.addEventListener("keydown", (event) => {
  if (event.target === find || event.target === story || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    find.focus();
    return;
  }
  const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
  if (step === 0) return;
  const shown = lines().filter(isSeen);
  const now = shown.findIndex((line) => line.classList.contains("chosen"));
  const next = shown[Math.min(shown.length - 1, Math.max(0, now + step))];
  if (!next) return;
  const link = next.querySelector("a.words, a.title");
  if (link) link.click();
  next.scrollIntoView({ block: "nearest" });
  if (link) link.focus({ preventScroll: true });
});

find.addEventListener("input", filter);
follow();
