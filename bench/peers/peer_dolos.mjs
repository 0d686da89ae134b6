// Dolos: winnowing over words. Runs of 5 words, windows of 4: every equal run of 8 words is hit.
//
// Its own index and its own joining of neighbouring hits into fragments; words instead of the
// tokens of a programming language. The setting is the least number of hits of a fragment: with 1,
// five words that are equal by chance are one. Only pairs of articles that share a fingerprint are
// compared. One thread. Of dolos-lib this is the part without parsers, dolos-core.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const RUN = 5;
const WINDOW = 4;

// Words folded to lower case, each with its place in bytes.
function tokenise(text) {
  const tokens = [];
  const places = [];
  let bytes = 0;
  let done = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const word = match[0];
    bytes += Buffer.byteLength(text.slice(done, match.index));
    const end = bytes + Buffer.byteLength(word);
    tokens.push(word.toLowerCase());
    places.push([bytes, end]);
    bytes = end;
    done = match.index + word.length;
  }
  return { tokens, places };
}

function pairsThatShare(index) {
  const pairs = new Map();
  for (const shared of index.sharedFingerprints()) {
    const files = shared.files();
    for (let i = 0; i < files.length; ++i)
      for (let j = i + 1; j < files.length; ++j) {
        const [a, b] = files[i].id < files[j].id ? [files[i], files[j]] : [files[j], files[i]];
        pairs.set(`${a.id} ${b.id}`, [a, b]);
      }
  }
  return pairs.values();
}

function findPassages(dolos, texts, leastHits) {
  const index = new dolos.FingerprintIndex(RUN, WINDOW);
  const files = texts.map((text, article) => {
    const { tokens, places } = tokenise(text);
    const file = new dolos.File(`${article}`, text, undefined, article);
    const regions = places.map(([begin, end]) => new dolos.Region(0, begin, 0, end));
    return new dolos.TokenizedFile(file, tokens, regions);
  });
  index.addFiles(files);
  const passages = [];
  for (const [a, b] of pairsThatShare(index)) {
    for (const fragment of index.getPair(a, b).buildFragments(leastHits)) {
      const { leftSelection: left, rightSelection: right } = fragment;
      passages.push([a.id, left.startCol, left.endCol, b.id, right.startCol, right.endCol]);
    }
  }
  return passages;
}

const [pile, answer, , modules, leastHits] = process.argv.slice(2);
const installed = createRequire(`${modules}/package.json`).resolve("@dodona/dolos-core");
const dolos = await import(pathToFileURL(installed));
const lines = readFileSync(pile, "utf8").split("\n");
const texts = lines.filter((line) => line).map((line) => JSON.parse(line).text);
const begin = performance.now();
const passages = findPassages(dolos, texts, Number(leastHits));
writeFileSync(answer, JSON.stringify({ search: (performance.now() - begin) / 1000, passages }));
