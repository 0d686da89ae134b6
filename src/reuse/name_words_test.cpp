#include "reuse/name_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "reuse/hash_words.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

// The words of a use, folded, with a space behind each.
std::string words_that(WordUse use, std::string_view text) {
  const auto uses = find_word_uses(text).of_words;
  const text::FoldedText folded = text::fold(text);
  std::vector<Range> places;
  text::split_folded(folded.text, places);
  EXPECT_EQ(uses.size(), places.size());
  std::string made;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (uses[i] == use) made += folded.text.substr(places[i].begin, places[i].size()) + " ";
  return made;
}

std::string told(std::string_view text) { return words_that(WordUse::kTells, text); }

TEST(NameWords, NamesWithTheirTitlesTellNothing) {
  EXPECT_EQ(told("said Mara Voss, chairwoman of the Vale Harbour Commission, on Tuesday"), "");
  EXPECT_EQ(told("Sens. Mara Voss, V-Tern., and Otto Lind (Q-Ness), who"), "");
  EXPECT_EQ(told("Prime Minister Ina van der Tern said on Tuesday"), "");
  EXPECT_EQ(words_that(WordUse::kNames, "Prime Minister Ina Tern said in May 2031"),
            "prime minister ina tern may 2031 ");
  EXPECT_EQ(words_that(WordUse::kTies, "Prime Minister Ina Tern said in May 2031"), "said in ");
}

TEST(NameWords, WhatTheyDoIsTold) {
  EXPECT_EQ(told("the chairwoman, Mara Voss, refused to open the cracked sluice"),
            "refused open cracked sluice ");
  EXPECT_EQ(told("a Vale-based shipping company"), "shipping company ");
}

TEST(NameWords, CapitalsOfHeadlinesMeanNothing) {
  EXPECT_EQ(told("Bridge Closed After Ship Hits Pier With Vale Ferry In Tow"),
            "bridge closed after ship hits pier with vale ferry in tow ");
  EXPECT_EQ(told("BRIDGE SHUT as FERRY HITS PIER"), "bridge shut as ferry hits pier ");
}

TEST(NameWords, CapitalParticlesMakeNoHeadline) {
  EXPECT_EQ(told("Mara De Voss and Otto Van Lind of The Quay Post and La Vale in The Hall"), "");
}

TEST(NameWords, ListsAreNoHeadline) {
  EXPECT_EQ(told("Vale, Tern, Ness, Quay, Upper Ness, North Tern, South Vale and Oster"), "");
}

TEST(NameWords, StockPhrasesTellNothing) {
  EXPECT_EQ(told("who spoke on condition of anonymity because they were not authorized to discuss "
                 "the sluice"),
            "sluice ");
  EXPECT_EQ(find_word_uses("a margin of error of plus or minus three points").stock,
            StockKind::kReporters);
  EXPECT_EQ(told("error of plus or minus 3.5 percentage points"), "");
  EXPECT_EQ(find_word_uses("This article gives the views of the author").stock,
            StockKind::kImprint);
  EXPECT_EQ(find_word_uses("Media playback is unsupported on your device").stock,
            StockKind::kPlayer);
  EXPECT_EQ(find_word_uses("The views expressed are her own").stock, StockKind::kImprint);
  EXPECT_EQ(find_word_uses("The margin was one of error").stock, StockKind::kNone);
}

TEST(NameWords, AnyLetters) {
  EXPECT_EQ(told("Éva Šimková, directora, negó haber abierto"), "directora negó haber abierto ");
  EXPECT_EQ(told("橋は閉鎖された"), "橋 は 閉 鎖 さ れ た ");
  EXPECT_EQ(told(""), "");
}

// Pieces that meet in every order, so that borders of all kinds are seen.
TEST(NameWords, TheQuickLookNeverCountsTooFew) {
  constexpr std::array<std::string_view, 20> kPieces = {
      "Mara",   "the",      "chairwoman", "refused",   "é",
      "Éva",    "2,500th",  "-based",     "anonymity", "O’Neil",
      "½",      "“",        "sampling",   "error",     "margin of error",
      "McTern", "WordWord", "a1B2",       "３",        "deputy"};
  const std::array<std::string_view, 4> joints = {" ", "-", ", ", ""};
  std::mt19937 random(7);
  WordHasher hasher;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = 0; i < 1 + random() % 12; ++i) {
      text += kPieces[random() % kPieces.size()];
      text += joints[random() % joints.size()];
    }
    std::vector<WordCode> words;
    for (const HashedWord& word : hasher.hash(text)) words.push_back(number_of(word.hash));
    const std::vector<WordUse> uses = find_word_uses(text).of_words;
    const auto n = std::ranges::count_if(
        uses, [](WordUse use) { return use == WordUse::kNames || use == WordUse::kStock; });
    EXPECT_GE(count_common_at_most(text, words), static_cast<std::size_t>(n)) << text;
  }
  const std::string plain = "nobody was warned before the water came over the wall";
  std::vector<WordCode> words;
  for (const HashedWord& word : hasher.hash(plain)) words.push_back(number_of(word.hash));
  EXPECT_LT(count_common_at_most(plain, words), 2U);
}

}  // namespace
}  // namespace fabula::reuse
