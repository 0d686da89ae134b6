// Whom the pronouns and descriptions of one article stand for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "quotes/outline.hpp"

namespace fabula::quotes {

// Somebody the article speaks of.
struct Referent {
  std::int32_t thing = -1;  // of Names::things; -1: somebody it never names
  std::string words;        // how an unnamed one was brought up: "a nurse"
  Gender gender = Gender::kUnknown;
  std::int32_t age = -1;
  std::uint32_t n_mentions = 0;
  std::uint32_t n_told = 0;  // "..., she told Lopes"
  bool is_child = false;     // "their boy": hardly speaks
  bool is_doubtful = false;  // a single name of nobody's gender: a company, perhaps
};

// What a phrase stands for: an index into Referents, -1 for nobody known.
struct Reading {
  std::int32_t referent = -1;
  bool is_sure = false;      // no other referent comes near
  bool is_document = false;  // words of theirs: "her essay", "it read"
};

// "letter", "posts": something written, in the lower case.
[[nodiscard]] bool is_document_noun(std::string_view lower);

// Reads an article's paragraphs once, in order, and keeps who was spoken of where:
//
//   name         Ana Lopes      the person of its mention
//   pronoun      she, her       the person spoken of last who fits: subjects before objects, the
//                               sentence before others; not who is named in the words that it says
//   description  the singer,    who has that role or age; of nobody's: who the text is about
//                the 34-year-old
//   relation     her husband    who was called so, else somebody unnamed of that gender
//   newcomer     a nurse        somebody whom "she" and "the nurse" can stand for from then on
//   document     the essay,     whose essay it is
//                it read
//
// After S. Lappin and H. Leass, "An algorithm for pronominal anaphora resolution" (1994), with
// weights of our own. Cost: linear in the text, times the number of places looked back at (60).
class Referents {
 public:
  explicit Referents(const Layers& layers);

  // Who tells the article as "I": never "she".
  void set_narrator(std::int32_t thing) { narrator_ = thing; }

  // The next paragraph. Outlines must outlive no call.
  void read(const Outline& outline);

  // What the phrase stands for whose head begins at byte `at`.
  [[nodiscard]] Reading at(std::uint32_t at) const;

  // Who "he" or "she" is at byte `at` inside quoted words of `speaker` (a referent or -1).
  [[nodiscard]] Reading inside(std::uint32_t at, Gender gender, std::int32_t speaker) const;

  // Whose the document is that the items name ("a series of tweets"), by the last one told.
  [[nodiscard]] Reading document_in(const Outline& outline, std::size_t first,
                                    std::size_t last) const;

  // Who has this relation to `owner` ("husband"); -1 for nobody known.
  [[nodiscard]] std::int32_t related(std::int32_t owner, std::string_view relation) const;

  [[nodiscard]] const Referent& operator[](std::int32_t referent) const {
    return referents_[static_cast<std::size_t>(referent)];
  }
  [[nodiscard]] std::int32_t of_thing(std::int32_t thing) const;  // -1 when not read yet

 private:
  enum class Part : std::uint8_t { kSubject, kObject, kGoverned, kOwner, kQuoted };
  struct Place {
    std::uint32_t begin;
    std::uint32_t sentence;
    std::uint32_t paragraph;
    std::int32_t referent;
    Part part;
  };

  std::int32_t referent_of(std::uint32_t thing);
  void set_age(std::int32_t referent, std::int32_t age);
  void relate(std::int32_t owner, const std::string& role, std::int32_t referent);
  void add_role(const std::string& role, std::int32_t referent);
  std::int32_t add_unnamed(std::string_view words, Gender gender);
  void put(std::uint32_t begin, std::uint32_t paragraph, std::int32_t referent, Part part);
  void read_phrase(const Outline& outline, const Phrase& phrase);
  void read_name(const Outline& outline, const Phrase& phrase, Part part);
  Reading read_pronoun(const Outline& outline, const Phrase& phrase, Part part);
  Reading read_noun(const Outline& outline, const Phrase& phrase, Part part);
  Reading read_document(const Outline& outline, const Phrase& phrase);
  std::int32_t owner_of(const Outline& outline, const Phrase& phrase);
  Reading with_role(const Outline& outline, const Phrase& phrase);
  [[nodiscard]] bool is_related(std::int32_t owner, std::int32_t thing) const;
  std::int32_t relative_by_surname(std::int32_t owner, const Item& relation);
  [[nodiscard]] std::string words_of_relative(const Outline& outline, const Phrase& phrase,
                                              std::int32_t owner) const;
  [[nodiscard]] std::int32_t owner_with(const std::string& role, const Item& possessive,
                                        std::int32_t owner) const;
  [[nodiscard]] std::int32_t only_of_paragraphs(std::vector<Place>::const_iterator end,
                                                Gender gender, std::int32_t speaker) const;
  [[nodiscard]] std::int32_t owner_of_document_around(const Outline& outline, const Phrase& phrase,
                                                      Gender gender) const;
  Reading relative_of_narrator(const Outline& outline, const Phrase& phrase);
  [[nodiscard]] bool has_role(std::int32_t referent) const;
  Reading with_work(const Outline& outline, const Phrase& phrase);
  [[nodiscard]] std::string title_of(const Item& item) const;
  void read_owned_title(const Outline& outline, const Phrase& phrase);
  void read_quoted(const Outline& outline, const Item& item);
  // Who is hardly meant, and who is not.
  struct Others {
    std::vector<std::int32_t> unlikely;
    std::vector<std::int32_t> addressed;
  };
  [[nodiscard]] Reading best(std::uint32_t sentence, std::uint32_t paragraph, Gender gender,
                             bool is_subject, const Others& others, int mention_points,
                             std::int32_t age = -1, std::int32_t n_ages = 1) const;
  [[nodiscard]] Others named_in_own_words(const Outline& outline, std::size_t at) const;
  [[nodiscard]] bool is_addressed(Range name, Range words) const;
  [[nodiscard]] std::vector<std::int32_t> subject_here() const;
  void add_objects(const Outline& outline, std::size_t subject_last,
                   std::vector<std::int32_t>& unlikely) const;
  [[nodiscard]] Part part_of(const Outline& outline, const Phrase& phrase) const;

  const Layers& layers_;
  std::vector<Referent> referents_;
  std::vector<std::int32_t> by_thing_;
  std::vector<std::int32_t> age_of_;  // by thing; -1: not told
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_surname_;  // of people
  std::vector<Place> places_;
  std::unordered_map<std::uint32_t, Reading> readings_;  // by begin of the phrase's head
  std::unordered_map<std::string, std::vector<std::int32_t>> by_role_;
  std::unordered_map<std::int32_t, std::vector<std::int32_t>> by_age_;
  std::unordered_map<std::string, std::uint32_t>
      works_;  // by letters: sentence that first names it
  std::map<std::pair<std::int32_t, std::string>, std::int32_t> relations_;  // (owner, word)
  std::unordered_map<std::int32_t, std::vector<std::pair<std::int32_t, std::string>>> owners_of_;
  std::unordered_map<std::string, std::vector<std::int32_t>> owners_by_role_;
  std::unordered_map<std::string, std::int32_t> owners_;  // of documents, by noun
  std::int32_t last_owner_ = -1;  // of the document spoken of last, and where
  std::uint32_t owner_sentence_ = 0;
  std::int32_t last_group_ = -1;  // the organisation that was a subject last, and where
  std::uint32_t group_sentence_ = 0;
  std::int32_t last_subject_ = -1;  // the last one, and where
  std::uint32_t subject_sentence_ = 0;
  std::uint32_t sentence_ = 0;
  std::int32_t narrator_ = -1;  // thing
};

}  // namespace fabula::quotes
