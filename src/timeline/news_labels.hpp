// The label of one sentence, given what other sentences tell.
//
// Comparing two sentences, "told" is how much of the weight of the one's terms the other has (see
// news_index.hpp). In this order:
//
//   printed before      and every number with it: repeat, or background when it looks back
//   says nothing        a question without a number, an appeal to the reader, "I think", nothing
//                       but words of grammar, a judgement or general truth: comment
//   was wrong           "an earlier version of this article said ...": correction
//   another number      of the same counted thing, where the rest is told: correction when it says
//                       so ("revised to", "not 12 but 9"); update. What a number was before ("from
//                       7") is told from what it is
//   a later step        of a case whose other words are told: update
//   told before         at least 70 % of it or all of a short one, every name and number (numbers
//                       also by other sentences), no day against it, denied in both or in none:
//                       repeat, or background when it looks back
//   looks back          and half of it is told: background
//   a count by itself   "9 people were hurt": against counts of the event it goes on about, and of
//                       those that lately told what it was before
//   all else            new
//
// Asides (news_asides.hpp) and ages (news_ages.hpp) are no part of what is told; a pronoun is whom
// it stands for.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "timeline/news_index.hpp"

namespace fabula::timeline {

// A sentence that may tell the same.
struct Beside {
  const SentenceFacts* facts = nullptr;
  Likeness like;             // of the sentence that is judged to this one
  bool is_of_event = false;  // both tell one event of the timeline
};

struct Judged {
  std::string_view label;
  std::string_view rule;
  std::optional<Span> earlier;
};

// Does the sentence tell of a time well before its article, of `published`?
[[nodiscard]] bool looks_back(const SentenceFacts& facts, const When& published);

// Do the same words tell the same? Not with another number, a later step or a "not"; nor of another
// day, unless more was printed with them.
[[nodiscard]] bool is_unchanged(const SentenceFacts& facts, const SentenceFacts& before,
                                bool goes_on);

// Does `beside` tell what `facts` tells? are_numbers_known: other sentences tell its numbers.
[[nodiscard]] bool tells_same(const SentenceFacts& facts, const Beside& beside,
                              bool are_numbers_known = false);

// Are their days the same as far as both tell them, and what they deny and foretell?
[[nodiscard]] bool agrees(const SentenceFacts& a, const SentenceFacts& b);

// Is each number told by one of the others, of the same thing? False where there is none.
[[nodiscard]] bool are_numbers_known(const SentenceFacts& facts, std::span<const Beside> earlier);

// `earlier`: sentences of surely earlier articles, the earliest first.
[[nodiscard]] std::optional<Judged> judge_against(const SentenceFacts& facts, const When& published,
                                                  std::span<const Beside> earlier);

// Does the sentence tell nothing but one count of people, "9 people were hurt, up from 7": nobody
// and nothing with a name?
[[nodiscard]] bool is_bare_count(const SentenceFacts& facts);

// "The toll rose to 9 from 7": does `before` tell 7 of the same?
[[nodiscard]] bool tells_former(const SentenceFacts& facts, const SentenceFacts& before);

// Of such a sentence, against the counts of the same event in `earlier`: the same count, or another
// one. Nothing where none of them counts the same.
[[nodiscard]] std::optional<Judged> judge_count(const SentenceFacts& facts,
                                                std::span<const SentenceFacts* const> earlier);

// "The toll went from 7 to 9": a change that the sentence itself tells, where nothing in `earlier`
// (not empty) has either number. Without an earlier place.
[[nodiscard]] std::optional<Judged> judge_said_change(const SentenceFacts& facts,
                                                      std::span<const Beside> earlier);

[[nodiscard]] std::optional<Judged> judge_comment(const SentenceFacts& facts);

}  // namespace fabula::timeline
