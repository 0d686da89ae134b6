// The peers that come from npm: chrono-node, and Recognizers-Text's dates and times.
//
//   node peer_node.mjs FOLDER ANSWER MODULES chrono|recognizers
//
// As peer_python.py; places are counted in units of UTF-16.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, answer, modules, program] = process.argv.slice(2);
const library = createRequire(`${modules}/`);
const PASSES = 5;
const SECONDS = 20;

function chrono() {
  const { en } = library("chrono-node");
  const value = (moment) => {
    const known = (...parts) => parts.some((part) => moment.isCertain(part));
    if (moment.tags().has("casualReference/now")) return "PRESENT_REF";
    const length = known("hour") ? 16 : known("day", "weekday") ? 10 : known("month") ? 7 : 4;
    return moment.date().toISOString().slice(0, length);
  };
  return {
    find: (text, day, language) => (language === "en-US" ? en.casual : en.GB).parse(text, day),
    time: ({ index, text, start, end }) => [
      index,
      index + text.length,
      end ? `${value(start)}/${value(end)}` : value(start),
    ],
  };
}

function recognizers() {
  const { DateTimeRecognizer } = library("@microsoft/recognizers-text-date-time");
  const recognizer = new DateTimeRecognizer();
  const american = recognizer.getDateTimeModel("en-us", false);
  const other = recognizer.getDateTimeModel("en-*", false);
  // Of several readings: of a weekday the last one that does not lie ahead, else the nearest.
  const reading = (values, day) => {
    const daysAhead = ({ timex, value, start }) => {
      const days = (new Date((start ?? value ?? "").slice(0, 10)) - day) / 864e5;
      return timex?.includes("WXX") && days > 0 ? Infinity : Math.abs(days);
    };
    return values.toSorted((one, other) => daysAhead(one) - daysAhead(other))[0] ?? {};
  };
  const valueOf = ({ timex = "", type, value = "", start, end }, day) => {
    const part = /T(MO|AF|EV|NI|DT)$/.exec(timex)?.[0];
    if (part) return `${start?.slice(0, 10)}${part}`;
    if (timex.endsWith("_REF")) return timex;
    if (type === "datetime") return value.slice(0, 16).replace(" ", "T");
    if (type === "time") return `${day.toISOString().slice(0, 10)}T${value.slice(0, 5)}`;
    if (type === "date") return value;
    if (/^XXXX-\d\d$/.test(timex)) return (start ?? end ?? value).slice(0, 7);
    if (/,P3M\)$/.test(timex) && /-(01|04|07|10)-01$/.test(start))
      return `${start.slice(0, 4)}-Q${(Number(start.slice(5, 7)) + 2) / 3}`;
    if (!/^\(|XX/.test(timex)) return timex;
    return /^\(\d.*,(P[^)]*)\)$/.exec(timex)?.[1] ?? `${start}/${end}`;
  };
  return {
    find: (text, day, language) => (language === "en-US" ? american : other).parse(text, day),
    time: ({ start, end, resolution }, day) => [
      start,
      end + 1,
      valueOf(reading(resolution?.values ?? [], day), day),
    ],
  };
}

const { find, time } = { chrono, recognizers }[program]();
const articles = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => {
    const [day, language] = name.split("_");
    return [name.slice(0, -4), readFileSync(`${folder}/${name}`, "utf8"), new Date(`${day}T00:00`), language];
  });
find("It rained on 3 May 2020.", new Date("2020-05-04T00:00"), "en-GB"); // loads its tables
let found = [];
let failed = 0;
let best = Infinity;
for (let pass = 0, all = 0; pass < PASSES && all < SECONDS; ++pass) {
  failed = 0;
  const begin = process.cpuUsage();
  found = articles.map(([, text, day, language]) => {
    try {
      return find(text, day, language);
    } catch {
      ++failed; // whatever it is, the other articles are read
      return [];
    }
  });
  const { user, system } = process.cpuUsage(begin);
  best = Math.min(best, (user + system) / 1e6);
  all += (user + system) / 1e6;
}
const times = articles.flatMap(([name, , day], i) =>
  found[i].map((each) => [name, ...time(each, day)]),
);
writeFileSync(answer, JSON.stringify({ seconds: best, failed, unit: "utf16", times }));
