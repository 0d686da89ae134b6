#include "reuse/edits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "reuse/edits_align.hpp"
#include "reuse/edits_testing.hpp"
#include "reuse/edits_words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Range all_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

std::vector<TextEdit> script(std::string_view a, std::string_view b) {
  return edit_script(a, all_of(a), b, all_of(b));
}

// "op: was > now" of each edit.
std::vector<std::string> told(std::string_view a, std::string_view b) {
  std::vector<std::string> lines;
  for (const TextEdit& edit : script(a, b))
    lines.push_back(edit.op + ": " + std::string(words_of(a, edit.a)) + " > " +
                    std::string(words_of(b, edit.b)));
  return lines;
}

ScriptWords count_words(std::string_view a, std::string_view b) {
  const std::uint32_t n_b_words = WordSplitter().count(b, all_of(b));
  return EditFinder().count_words(a, b, n_b_words, script(a, b));
}

// Everything edits.hpp promises of the form of a script.
void check_form(std::string_view a, Range in_a, std::string_view b, Range in_b,
                const std::vector<TextEdit>& edits) {
  ASSERT_EQ(replay(a, in_a, b, edits), words_of(b, in_b));
  std::uint32_t at_a = in_a.begin;
  std::uint32_t at_b = in_b.begin;
  for (const TextEdit& edit : edits) {
    ASSERT_LE(at_a, edit.a.begin);
    ASSERT_LE(at_b, edit.b.begin);
    ASSERT_LE(edit.a.begin, edit.a.end);
    ASSERT_LE(edit.b.begin, edit.b.end);
    ASSERT_EQ(words_of(a, {at_a, edit.a.begin}), words_of(b, {at_b, edit.b.begin}));
    ASSERT_NE(words_of(a, edit.a), words_of(b, edit.b));
    for (const std::uint32_t at : {edit.a.begin, edit.a.end}) ASSERT_TRUE(text::is_boundary(a, at));
    for (const std::uint32_t at : {edit.b.begin, edit.b.end}) ASSERT_TRUE(text::is_boundary(b, at));
    ASSERT_TRUE(edit.op != "cut" || edit.b.empty());
    ASSERT_TRUE((edit.op != "insert" && edit.op != "sic") || edit.a.empty());
    at_a = edit.a.end;
    at_b = edit.b.end;
  }
  ASSERT_EQ(words_of(a, {at_a, in_a.end}), words_of(b, {at_b, in_b.end}));
}

void check_form(std::string_view a, std::string_view b) {
  check_form(a, all_of(a), b, all_of(b), script(a, b));
}

// Does an edit begin or end inside a word of `text`?
bool parts_a_word(std::string_view text, const std::vector<TextEdit>& edits,
                  Range TextEdit::* side) {
  WordSplitter splitter;
  const auto words = splitter.split(text, all_of(text));
  return std::any_of(edits.begin(), edits.end(), [&](const TextEdit& edit) {
    const Range range = edit.*side;
    return std::any_of(words.begin(), words.end(), [&](const EditWord& word) {
      const auto inside = [&](std::uint32_t at) {
        return word.range.begin < at && at < word.range.end;
      };
      return inside(range.begin) || inside(range.end);
    });
  });
}

std::vector<std::string> folded_words(std::string_view text) {
  const text::FoldedText folded = text::fold(text);
  std::vector<Range> places;
  text::split_folded(folded.text, places);
  std::vector<std::string> words;
  for (const Range place : places) words.emplace_back(words_of(folded.text, place));
  return words;
}

// The slow, obvious reference.
std::size_t longest_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] =
          a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

TEST(Edits, SameBytesNeedNoScript) {
  EXPECT_THAT(script("The ferry sank at night.", "The ferry sank at night."), IsEmpty());
  EXPECT_THAT(script("", ""), IsEmpty());
}

TEST(Edits, ExampleOfTheHeader) {
  EXPECT_THAT(
      told("\"We warned them three times last year, and nobody came,\" said Mayor Tarn.",
           "“We warned [the council] three times ... and no one came,” said Mayor Tarn."),
      ElementsAre("mark: \" > “", "bracket: them > [the council]", "ellipsis: last year, > ...",
                  "replace: nobody > no one", "mark: \" > ”"));
}

TEST(Edits, CutsAndInsertsWholeSentencesAndPhrases) {
  EXPECT_THAT(told("The bridge, built in 1931, was closed. She left early. He stayed.",
                   "The bridge was closed. He stayed."),
              ElementsAre("cut: , built in 1931, > ", "cut: She left early.  > "));
  EXPECT_THAT(told("The mayor said yes. The end came soon.",
                   "The mayor said maybe. The mayor said yes. The end came soon."),
              ElementsAre("insert:  > The mayor said maybe. "));
  EXPECT_THAT(told("He spoke on Monday too.\n\nShe left.\n\nThe end.", "He spoke too.\n\nThe end."),
              ElementsAre("cut:  on Monday > ", "cut: She left.\n\n > "));
}

TEST(Edits, NumbersAreComparedAsAWhole) {
  EXPECT_THAT(told("They count 2,000 boats at 8.30 today", "They count 2,500 boats at 8.15 today"),
              ElementsAre("replace: 2,000 > 2,500", "replace: 8.30 > 8.15"));
  EXPECT_THAT(told("paid 1,234,567 crowns", "paid 1 234 567 crowns"),
              ElementsAre("number: 1,234,567 > 1 234 567"));
  EXPECT_THAT(told("of 5 per cent of it", "of 5% of it"), ElementsAre("number:  per cent > %"));
}

TEST(Edits, BracketsAreOneEditWithTheirWords) {
  EXPECT_THAT(told("so they had warned us", "so [they had] warned us"),
              ElementsAre("bracket: they had > [they had]"));
  EXPECT_THAT(told("we walked home", "we walk[ed] home"),
              ElementsAre("bracket: walked > walk[ed]"));
  EXPECT_THAT(told("it was [sic] so", "it was so"), ElementsAre("unbracket:  [sic] > "));
  EXPECT_THAT(told("the [old] mill fell", "the [old] mill burned"),
              ElementsAre("replace: fell > burned"));
}

TEST(Edits, WordsOfTwoSpellingsThatAreNotOneWordAreReplaced) {
  for (const auto& [was, now] :
       std::vector<std::pair<std::string, std::string>>{{"four", "for"},
                                                        {"filled", "filed"},
                                                        {"holly", "holy"},
                                                        {"prise", "prize"},
                                                        {"bellow", "below"},
                                                        {"tour", "tor"},
                                                        {"tier", "tire"},
                                                        {"fee", "feed"},
                                                        {"poet", "pot"},
                                                        {"two", "three"},
                                                        {"2,000", "200"},
                                                        {"third", "three"}})
    EXPECT_THAT(told("so the " + was + " stood there", "so the " + now + " stood there"),
                ElementsAre("replace: " + was + " > " + now));
}

TEST(Edits, AMaskHidesAWordAndNothingElse) {
  EXPECT_THAT(told("a d****d thing", "a da***ed thing"), ElementsAre("uncensor: d****d > da***ed"));
  EXPECT_THAT(told("a d-mned thing", "a f--ly thing"), ElementsAre("replace: d-mned > f--ly"));
  EXPECT_THAT(told("see Orra_ there", "see Tarn_ there"), ElementsAre("replace: Orra > Tarn"));
  EXPECT_THAT(told("the end **** again", "the end *** again"), ElementsAre("mark: * > "));
}

TEST(Edits, AnAttributionNamesSomebody) {
  EXPECT_THAT(told("“We warned them. Nobody came.”", "“We warned them,” she said. “Nobody came.”"),
              ElementsAre("attribution: .  > ,” she said. “"));
  EXPECT_THAT(told("a “loss” & “a shame” too", "a “loss” and “a shame” too"),
              ElementsAre("spelling: & > and"));
}

TEST(Edits, CaseOfAHeadlineIsOneEdit) {
  EXPECT_THAT(told("THE COUNCIL SAID no", "The council said no"),
              ElementsAre("case: THE COUNCIL SAID > The council said"));
}

TEST(Edits, AWordPartedAtALineEndIsSpace) {
  EXPECT_THAT(told("a co-\noperative plan", "a cooperative plan"),
              ElementsAre("space: co-\noperative > cooperative"));
}

TEST(Edits, RewordedSentencesAreOneEdit) {
  const auto edits = script("the red house on the hill was sold by a man who came from Orra",
                            "a big barn near the river is owned by some woman of Tarnside");
  EXPECT_LE(edits.size(), 3U);
}

TEST(Edits, RangesInsideLongerTextsAreKept) {
  const std::string a = "Before it. The old ferry sank at dawn. After it.";
  const std::string b = "Other. The new ferry sank at dawn! Others.";
  const Range in_a{11, 38};
  const Range in_b{7, 34};
  const auto edits = edit_script(a, in_a, b, in_b);
  check_form(a, in_a, b, in_b, edits);
  EXPECT_THAT(edits, ElementsAre(TextEdit{"replace", {15, 18}, {11, 14}},
                                 TextEdit{"mark", {37, 38}, {33, 34}}));
}

TEST(Edits, WordsAreCountedByTheScript) {
  const std::string a = "The old FERRY sank at dawn";
  const std::string b = "The new ferry sank quickly at dawn";
  const ScriptWords words = count_words(a, b);
  EXPECT_EQ(words.equal, 5U);
  EXPECT_EQ(words.aligned, 7U);
}

TEST(EditsLaw, PlantedEditsAreRecognised) {
  std::map<std::string, std::pair<int, int>> by_op;  // planted, recognised
  for (unsigned seed = 0; seed < 600; ++seed) {
    std::mt19937 random(seed);
    const PlantedTexts made = plant(random, plantable_edits(), 1 + random() % 12);
    SCOPED_TRACE(testing::Message() << "seed " << seed << "\n" << made.a << "\n" << made.b);
    check_form(made.a, made.b);
    if (HasFatalFailure()) return;
    const auto edits = script(made.a, made.b);
    ASSERT_FALSE(parts_a_word(made.a, edits, &TextEdit::a));
    ASSERT_FALSE(parts_a_word(made.b, edits, &TextEdit::b));
    std::vector<std::string> found;
    for (const TextEdit& edit : edits) found.push_back(edit.op);
    // Planted and found ones in the same order: what a longest common subsequence keeps.
    std::vector<std::vector<int>> best(made.ops.size() + 1, std::vector<int>(found.size() + 1));
    for (std::size_t i = made.ops.size(); i-- > 0;)
      for (std::size_t j = found.size(); j-- > 0;)
        best[i][j] = made.ops[i] == found[j] ? best[i + 1][j + 1] + 1
                                             : std::max(best[i + 1][j], best[i][j + 1]);
    std::size_t j = 0;
    for (std::size_t i = 0; i < made.ops.size(); ++i) {
      auto& [planted, recognised] = by_op[made.ops[i]];
      ++planted;
      while (j < found.size() && found[j] != made.ops[i] && best[i][j] == best[i][j + 1]) ++j;
      if (j < found.size() && found[j] == made.ops[i]) {
        ++recognised;
        ++j;
      }
    }
  }
  for (const auto& [op, counts] : by_op) {
    const auto& [planted, recognised] = counts;
    RecordProperty(op, std::to_string(recognised) + " of " + std::to_string(planted));
    EXPECT_GE(planted, 30) << op;
    EXPECT_GE(recognised * 100, planted * 95) << op << ": " << recognised << " of " << planted;
  }
}

std::string random_text(std::mt19937& random, std::size_t n) {
  static const std::vector<std::string> pieces{
      "a",  "b",  "the",    "The", "2",        "000", ",", ".",      " ",   " ", " ",      "\n",
      "\r", "-",  "-\n",    "[",   "]",        "(",   ")", "...",    "…",   "*", "**",     "“",
      "”",  "’",  "'",      "\"",  "—",        "sic", "½", "\u00AD", "é",   "e", "\u0301", "ﬁ",
      "漢", "字", "\u200B", "%",   "per cent", "ß",   "İ", "\u00A0", "two", "\0"};
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST(EditsLaw, AnyTextsReplay) {
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    std::mt19937 random(seed);
    const std::string a = random_text(random, random() % 40);
    std::string b = random_text(random, random() % 40);
    if (random() % 2 == 0) b = a.substr(0, 0) + b + a;
    SCOPED_TRACE(testing::Message() << "seed " << seed << "\n{" << a << "}\n{" << b << "}");
    check_form(a, b);
    check_form(b, a);
    if (HasFatalFailure()) return;
  }
}

TEST(EditsLaw, LongTextsReplay) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    std::string a;
    std::string b;
    for (int i = 0; i < 30; ++i) {
      const std::string shared = random_text(random, random() % 300);
      a += shared;
      b += shared;
      if (random() % 2 == 0) a += random_text(random, random() % (seed % 3 == 0 ? 400 : 20));
      if (random() % 2 == 0) b += random_text(random, random() % 20);
    }
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    check_form(a, b);
    if (HasFatalFailure()) return;
  }
}

// Words of few kinds, so that there are many ways to align them.
TEST(EditsLaw, NearlyAsManyEqualWordsAsThereCanBe) {
  std::size_t n_ours = 0;
  std::size_t n_best = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    const unsigned n_kinds = seed % 2 == 0 ? 400 : 4000;
    const auto word = [&] { return "w" + std::to_string(random() % n_kinds) + " "; };
    std::string a;
    std::string b;
    const auto rate = 2 + random() % 30;  // of a hundred words, those that are edited
    for (auto n = 5 + random() % 400; n > 0; --n) {
      const std::string own = word();
      const bool edited = random() % 100 < rate;
      if (!edited || random() % 2 == 0) a += own;
      if (!edited) b += own;
      if (edited && random() % 2 == 0) b += word();
    }
    const std::size_t best = longest_common(folded_words(a), folded_words(b));
    const std::size_t ours = count_words(a, b).equal;
    ASSERT_LE(ours, best) << "seed " << seed;
    n_best += best;
    n_ours += ours;
  }
  EXPECT_GE(n_ours * 100, n_best * 98) << n_ours << " of " << n_best;
}

TEST(EditsLaw, TheAlignerFindsTheShortestScript) {
  WordAligner aligner;
  std::vector<WordPair> pairs;
  for (unsigned seed = 0; seed < 3'000; ++seed) {
    std::mt19937 random(seed);
    const auto n_kinds = 1 + random() % 6;
    const auto words = [&] {
      std::vector<EditWord> made(random() % 30);
      for (EditWord& word : made) word.hash = random() % n_kinds;
      return made;
    };
    const auto a = words();
    const auto b = words();
    aligner.align(a, b, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ASSERT_EQ(a[pairs[i].a].hash, b[pairs[i].b].hash);
      ASSERT_TRUE(i == 0 || (pairs[i - 1].a < pairs[i].a && pairs[i - 1].b < pairs[i].b));
    }
    const auto names = [](const std::vector<EditWord>& of) {
      std::vector<std::string> made;
      for (const EditWord& word : of) made.push_back(std::to_string(word.hash));
      return made;
    };
    ASSERT_EQ(pairs.size(), longest_common(names(a), names(b))) << "seed " << seed;
  }
}

TEST(EditsLaw, WordsAreThoseOfFoldedText) {
  WordSplitter splitter;
  for (unsigned seed = 0; seed < 5'000; ++seed) {
    std::mt19937 random(seed);
    std::string text = random_text(random, random() % 20);
    const auto words = splitter.split(text, all_of(text));
    const text::FoldedText folded = text::fold(text);
    std::vector<Range> places;
    text::split_folded(folded.text, places);
    bool shared = false;  // two words of one character, such as "½", are taken as one
    for (std::size_t i = 1; i < places.size(); ++i)
      shared =
          shared || folded.map.to_source(places[i - 1]).end > folded.map.to_source(places[i]).begin;
    if (shared) continue;
    ASSERT_EQ(words.size(), places.size()) << seed << " {" << text << "}";
    for (std::size_t i = 0; i < words.size(); ++i) {
      ASSERT_EQ(words[i].range, folded.map.to_source(places[i])) << seed << " {" << text << "}";
      for (std::size_t k = 0; k < i; ++k)
        ASSERT_EQ(words[i].hash == words[k].hash,
                  words_of(folded.text, places[i]) == words_of(folded.text, places[k]))
            << seed;
    }
  }
}

// Would run for hours if the work were not bounded.
TEST(EditsLaw, UnrelatedAndHostileTextsAreDoneSoon) {
  std::mt19937 random(1);
  const auto words = [&](std::size_t n, unsigned n_kinds) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "w" + std::to_string(random() % n_kinds) + " ";
    return text;
  };
  check_form(words(150'000, 50'000), words(150'000, 50'000));
  check_form(words(150'000, 3), words(150'000, 3));
  check_form(words(100'000, 1000), "x " + words(100'000, 1000));
  std::string dots;
  std::string stars;
  std::string brackets;
  std::string digits;
  for (int i = 0; i < 100'000; ++i) {
    dots += ". ";
    stars += i % 3 == 0 ? "d***d " : "two thousand ";
    brackets += "[a ";
    digits += i % 2 == 0 ? "1," : "2.";
  }
  check_form(dots, stars);
  check_form(stars, brackets);
  check_form(brackets, digits);
  check_form(digits + "x", "y" + digits);
  check_form(std::string(500'000, 'a'), std::string(400'000, 'b'));
}

TEST(EditsLaw, OneFinderGivesWhatANewOneGives) {
  EditFinder finder;
  std::vector<TextEdit> edits;
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const PlantedTexts made = plant(random, plantable_edits(), random() % 20);
    finder.find(made.a, all_of(made.a), made.b, all_of(made.b), edits);
    ASSERT_EQ(edits, script(made.a, made.b));
  }
}

}  // namespace
}  // namespace fabula::reuse
