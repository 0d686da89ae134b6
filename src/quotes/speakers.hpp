// From the words that name a source to somebody of the article.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/quote.hpp"
#include "quotes/outline.hpp"
#include "quotes/phrases.hpp"
#include "quotes/referents.hpp"

namespace fabula::quotes {

// Knows who is who in one article.
//
//   name        "Lopes"            the thing of its mention
//   namesake    "Pell said she"    of the people called Pell the only woman
//   other       "she", "the singer", "her husband", "it read": see referents.hpp
//   else        "a rep for Lopes"  the words as they stand, thing -1
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Layers& layers);

  // The next paragraph of the article; all of them come before the first question.
  void read(const Outline& outline) { referents_.read(outline); }

  // `is_sure` is cleared when the person behind a pronoun or description is only likely.
  [[nodiscard]] Speaker find(const Outline& outline, const Source& source, bool& is_sure) const;

  [[nodiscard]] const Referents& referents() const { return referents_; }

  // Gives `speaker` the person of the reading.
  void set_referent(const Reading& reading, Speaker& speaker, bool& is_sure) const;

 private:
  void collect_surnames();
  void find_author();
  void find_author_named_in_text();
  void find_addressee();
  [[nodiscard]] bool is_first_person() const;
  void set_author(Speaker& speaker) const;
  [[nodiscard]] std::int32_t namesake(const Outline& outline, const Source& source,
                                      const NamedThing& shared) const;
  // Of the people who share this surname the only one of the gender; -1: there is none.
  [[nodiscard]] std::int32_t namesake(Gender gender, const NamedThing& shared) const;

  const Layers& layers_;
  Referents referents_;
  std::unordered_map<std::string, std::vector<std::int32_t>> by_surname_;
  std::string author_name_;      // of the byline; empty: none
  std::int32_t author_ = -1;     // the thing of that name
  std::int32_t addressee_ = -1;  // of a letter: "Dear Ana,"
};

}  // namespace fabula::quotes
