#include "language/verbs.hpp"

#include <array>
#include <map>
#include <set>
#include <vector>

#include "text/one_of.hpp"
#include "text/stem.hpp"
#include "text/word_flags.hpp"

namespace fabula::language {
namespace {

using text::stem_of;

// Deeds and irregular verbs: words by what they can be.
class VerbTable {
 public:
  VerbTable() {
#define DEED(name, verbs, nouns) add_deed(name, verbs, nouns);
#include "language/deeds_table.inc"
#undef DEED
#define IRREGULAR(bare, past, participle)     \
  add(bare, stem_of(bare), kBareForm, false); \
  add(past, stem_of(bare), kPastForm, false); \
  add(participle, stem_of(bare), kParticiple, false);
#include "language/irregular_verbs_table.inc"
#undef IRREGULAR
    std::uint32_t place = 0;
    for (const auto& [word, verb] : verbs_) {
      by_place_.push_back(&verb);
      places_.add(++place, word);
    }
  }
  VerbTable(const VerbTable&) = delete;
  VerbTable& operator=(const VerbTable&) = delete;

  [[nodiscard]] const Verb* find(std::string_view word) const {
    const std::uint32_t place = places_.of(word);
    return place == 0 ? nullptr : by_place_[place - 1];
  }

  [[nodiscard]] bool has_deed(std::string_view deed) const { return deeds_.contains(deed); }

 private:
  void add(std::string_view word, std::string_view deed, std::uint8_t use, bool is_listed) {
    Verb& verb = verbs_[std::string(word)];
    if (verb.deed.empty()) verb.deed = deed;
    if (verb.deed != deed) return;  // "fire": the first line that has the word counts
    verb.uses |= use;
    verb.is_listed = verb.is_listed || is_listed;
  }

  void add_deed(std::string_view deed, std::string_view verbs, std::string_view nouns) {
    deeds_.insert(deed);
    text::for_each_word(nouns, [&](std::string_view noun) { add(noun, deed, kNounForm, true); });
    static constexpr std::array<std::uint8_t, 4> kForms = {kBareForm, kPresentForm, kPastForm,
                                                           kParticiple};
    text::for_each_word(verbs, [&](std::string_view forms) {
      for (const std::uint8_t use : kForms) {
        const std::size_t end = std::min(forms.find('/'), forms.size());
        add(forms.substr(0, end), deed, use, true);
        forms.remove_prefix(std::min(end + 1, forms.size()));
      }
    });
  }

  std::map<std::string, Verb, std::less<>> verbs_;
  std::vector<const Verb*> by_place_;
  text::WordFlags places_{4096};  // from 1: every word of every article is looked up
  std::set<std::string_view> deeds_;
};

const VerbTable& table() {
  static const VerbTable made;
  return made;
}

bool is_no_verb(std::string_view word) {
  return text::is_one_of(word, "hundred", "sacred", "naked", "wicked", "kindred", "united",
                         "so-called", "indeed", "alleged", "unnamed");
}

bool ends_as_verb(std::string_view word) {
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !is_no_verb(word) &&
         word.find('-') == word.npos;
}

}  // namespace

bool is_listed(std::string_view deed) { return table().has_deed(deed); }

std::uint8_t uses_of(std::string_view lower) {
  if (const Verb* verb = table().find(lower)) return verb->uses;
  return ends_as_verb(lower) ? kPastForm | kParticiple : 0;
}

Verb verb_of(std::string_view lower) {
  if (const Verb* verb = table().find(lower)) return *verb;
  if (ends_as_verb(lower))
    return {static_cast<std::uint8_t>(kPastForm | kParticiple), stem_of(lower), false};
  return {};
}

}  // namespace fabula::language
