// compromise's quotations, which have no speaker.
//
//   node peer_compromise.mjs FOLDER ANSWER MODULES
//
// Reads FOLDER/*.txt. Places are counted in code points, as in the answers of the others.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, answer, modules] = process.argv.slice(2);
const nlp = createRequire(`${modules}/`)("compromise");

// The code points before each unit of UTF-16.
function codePoints(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0, n = 0; i < text.length; ) {
    const units = text.codePointAt(i) > 0xffff ? 2 : 1;
    before[i] = n;
    if (units === 2) before[i + 1] = n;
    i += units;
    before[i] = ++n;
  }
  return before;
}

const articles = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => [name.slice(0, -4), readFileSync(`${folder}/${name}`, "utf8")]);
nlp("“One,” she said.").quotations(); // what it makes on first use is loading
const begin = process.cpuUsage();
const found = articles.map(([name, text]) => [name, text, nlp(text).quotations().json({ offset: true })]);
const used = process.cpuUsage(begin);

const quotations = [];
for (const [name, text, quotes] of found) {
  // Its own offsets begin behind the mark and count it: the words themselves say where they stand.
  const places = codePoints(text);
  let from = 0;
  for (const { text: words, offset } of quotes) {
    const found = text.indexOf(words.trim(), from);
    const begin = found < 0 ? offset.start : found;
    const end = Math.min(text.length, begin + words.trim().length);
    quotations.push([name, places[begin], places[end], -1, -1]);
    from = Math.max(from, begin);
  }
}
const search = (used.user + used.system) / 1e6;
writeFileSync(answer, JSON.stringify({ search, failed: 0, quotations }));
