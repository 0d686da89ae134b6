// Made-up text with planted edits, for the tests of scripts.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fabula::reuse {

inline std::string pick(std::mt19937& random, const std::vector<std::string>& of) {
  return of[random() % of.size()];
}

// A word such as "torvane"; many kinds, none of them a number or a pronoun.
inline std::string made_word(std::mt19937& random) {
  static const std::vector<std::string> heads{"tor", "mel", "bra", "quin", "sal", "dro", "fen",
                                              "gal", "pir", "wex", "lun",  "har", "vok", "stre"};
  static const std::vector<std::string> tails{"vane", "dick", "mond", "ster", "bury", "lop", "gan",
                                              "wick", "tal",  "nox",  "rim",  "fald", "dun", "py"};
  static const std::vector<std::string> small{"the", "of", "and", "to", "in", "a", "for", "at"};
  if (random() % 3 == 0) return pick(random, small);
  std::string word = pick(random, heads) + pick(random, tails);
  if (random() % 3 == 0) word += pick(random, tails);
  return word;
}

// What stands at a place of a passage in one telling and in the other, with the op between them.
struct PlantedEdit {
  std::string was;
  std::string now;
  std::string op;
};

inline std::vector<PlantedEdit> plantable_edits() {
  return {
      {"", " [sic]", "sic"},
      {" (the long quay and the mill)", " ...", "ellipsis"},
      {" with nets from the north", " …", "ellipsis"},
      {" as nobody had told the crews", " [...]", "ellipsis"},
      {" ...", " whom we saw at dawn", "restored"},
      {" them", " [the boatmen]", "bracket"},
      {" nobody", " [no boatman]", "bracket"},
      {"", " [second]", "bracket"},
      {" We", " [w]e", "bracket"},
      {" [the boatmen]", " them", "unbracket"},
      {" damned", " d***ed", "censor"},
      {" damned", " d-----", "censor"},
      {" bloody", " b****y", "censor"},
      {" bloody", " [expletive]", "censor"},
      {" hell", " ****", "censor"},
      {" d***ed", " damned", "uncensor"},
      {" 2,000", " 2000", "number"},
      {" 2,000", " two thousand", "number"},
      {" two hundred and fifty thousand", " 250,000", "number"},
      {" 2.5 million", " 2,500,000", "number"},
      {" 14 per cent", " 14 percent", "number"},
      {" 14 per cent", " 14%", "number"},
      {" third", " 3rd", "number"},
      {" twenty-five", " 25", "number"},
      {" £3bn", " £3 billion", "number"},
      {" harbour", " harbor", "spelling"},
      {" organised", " organized", "spelling"},
      {" theatre", " theater", "spelling"},
      {" travelled", " traveled", "spelling"},
      {" café", " cafe", "spelling"},
      {" co-operate", " cooperate", "spelling"},
      {" e-mail", " email", "spelling"},
      {" defence", " defense", "spelling"},
      {" grey", " gray", "spelling"},
      {" long-term", " long term", "spelling"},
      {" The Ferry", " the ferry", "case"},
      {" it's", " it’s", "mark"},
      {" quay,", " quay —", "mark"},
      {" quay ", " quay\n\n", "space"},
      {" un\u00ADtold", " untold", "space"},
      {" shut", " closed", "replace"},
      {" shut early", "", "cut"},
      {"", " by the ferry", "insert"},
      {" we", " they", "pronoun"},
      {" is", " was", "tense"},
      {" carries", " carried", "tense"},
      {" nets", ",” said Mila Tarn, “nets", "attribution"},
      {",” said Mila Tarn, “nets", " nets", "attribution"},
  };
}

struct PlantedTexts {
  std::string a;
  std::string b;
  std::vector<std::string> ops;  // in text order
};

// `n` edits of `kinds`, each between 4 to 20 words of both.
inline PlantedTexts plant(std::mt19937& random, const std::vector<PlantedEdit>& kinds,
                          std::size_t n) {
  PlantedTexts made;
  const auto add_both = [&](const std::string& words) {
    made.a += words;
    made.b += words;
  };
  const auto add_words = [&] {
    for (auto k = 4 + random() % 17; k > 0; --k) {
      add_both(" " + made_word(random));
      if (random() % 9 == 0 && k > 1) add_both(random() % 3 == 0 ? "." : ",");
    }
  };
  add_both("Mila");
  for (std::size_t i = 0; i < n; ++i) {
    const PlantedEdit& edit = kinds[random() % kinds.size()];
    add_words();
    made.a += edit.was;
    made.b += edit.now;
    made.ops.push_back(edit.op);
  }
  add_words();
  return made;
}

}  // namespace fabula::reuse
