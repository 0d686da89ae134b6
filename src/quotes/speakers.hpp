// From the words that name a source to somebody of the article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/quote.hpp"
#include "quotes/outline.hpp"
#include "quotes/phrases.hpp"

namespace fabula::quotes {

// Who spoke in the quotation before, and in which paragraph.
struct LastSpeaker {
  std::int32_t thing = -1;
  std::uint32_t paragraph = 0;
};

// Knows where people are named in one article.
//
//   name       "Lopes"           the thing of its mention
//   pronoun    "she"             the best compatible person before it: subjects, the last speaker
//   and
//                                the same sentence count for, distance against
//   namesake   "Pell said she"     of the people called Pell the only woman
//   work       "the Lost Keys author" the person that the article first named with Lost Keys
//   epithet    "the singer"      the only person with that role; else the person the article is
//                                mostly about, if the words can stand for somebody known
//   relation   "her husband"     the only person with that role
//   else       "a rep for Lopes" the words as they stand, thing -1
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Layers& layers);

  // `is_sure` is cleared when the person behind a pronoun or epithet is only likely.
  [[nodiscard]] Speaker find(const Outline& outline, const Source& source, const LastSpeaker& last,
                             bool& is_sure) const;

 private:
  struct Place {
    std::uint32_t begin;
    std::uint32_t sentence;
    std::uint32_t paragraph;
    std::uint32_t thing;
    bool is_subject;
    bool is_quoted;
  };

  void collect_places();
  void collect_roles();
  void collect_surnames();
  [[nodiscard]] bool is_governed_at(std::size_t word) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t at) const;
  [[nodiscard]] std::int32_t behind_pronoun(std::uint32_t at, std::uint32_t paragraph,
                                            Gender gender, const LastSpeaker& last,
                                            bool& is_sure) const;
  [[nodiscard]] std::int32_t with_role(std::string_view noun) const;
  [[nodiscard]] std::int32_t mostly_about(Gender gender, std::uint32_t before) const;
  [[nodiscard]] std::int32_t with_work(const Outline& outline, const Source& source) const;
  [[nodiscard]] std::int32_t namesake(const Outline& outline, const Source& source,
                                      const NamedThing& shared) const;
  [[nodiscard]] std::int32_t behind_words(const Outline& outline, const Source& source,
                                          const LastSpeaker& last, bool& is_sure) const;

  const Layers& layers_;
  std::vector<Place> places_;                              // of people, by begin
  std::unordered_map<std::string, std::int32_t> by_role_;  // word of a role → thing; -1: several
  std::unordered_map<std::string, std::vector<std::int32_t>> by_surname_;
  std::vector<std::uint32_t> first_mention_;  // by thing
};

}  // namespace fabula::quotes
