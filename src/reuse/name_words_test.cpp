#include "reuse/name_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace fabula::reuse
