// People and organisations of one article, and the places where they are named.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared_text.hpp"
#include "base/span.hpp"

namespace fabula {

enum class NameKind : std::uint8_t { kPerson, kOrganisation, kPlace, kOther };
enum class Gender : std::uint8_t { kUnknown, kFemale, kMale };

// Of "she", "his", "himself", "he's": a lower-case word with ASCII apostrophes.
[[nodiscard]] Gender gender_of_pronoun(std::string_view lower);
// Are both known, and not the same?
[[nodiscard]] constexpr bool are_opposed(Gender a, Gender b) {
  return a != Gender::kUnknown && b != Gender::kUnknown && a != b;
}

// Somebody or something with a name, within one article.
struct NamedThing {
  std::string name;                // its fullest form: "Maria Silva"
  std::vector<std::string> forms;  // every form in this article, sorted, each once
  std::vector<std::string> also;   // other full names that the article gives them, sorted: of birth
  std::vector<std::string> roles;  // "the mayor", "35-year-old model": words of the article, sorted
  NameKind kind = NameKind::kOther;
  Gender gender = Gender::kUnknown;
  std::uint32_t n_mentions = 0;
};

// One place where a name stands.
struct Mention {
  Range range;
  std::uint32_t thing = 0;  // index into Names::things
  SharedText rule;          // "name.full", "name.surname", ...
};

struct Names {
  std::vector<NamedThing> things;  // in the order of their first mention that is no handle
  std::vector<Mention> mentions;   // by range; they do not overlap
};

}  // namespace fabula
