#include "model/names.hpp"

namespace fabula {

Gender gender_of_pronoun(std::string_view lower) {
  for (const std::string_view word : {"she", "her", "herself", "hers", "she's", "she'd", "she'll"})
    if (lower == word) return Gender::kFemale;
  for (const std::string_view word : {"he", "his", "him", "himself", "he's", "he'd", "he'll"})
    if (lower == word) return Gender::kMale;
  return Gender::kUnknown;
}

}  // namespace fabula
