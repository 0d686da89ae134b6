// Names of outlets, shows and platforms, and the words of an outline as `places` reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quotes/channel_words.hpp"
#include "quotes/lexicon.hpp"
#include "quotes/places.hpp"

namespace fabula::quotes {

inline constexpr std::size_t kLongestPhrase = 8;  // items

// A verb in a clause, as far as the tables tell.
[[nodiscard]] inline bool is_verb(const Item& item) {
  return item.has(kVerb | kAct) || (item.has(kSay | kJudge) && !item.has(kCueNoun | kPersonNoun));
}

[[nodiscard]] inline bool is_number(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

// May no noun phrase go on with this item?
[[nodiscard]] inline bool ends_phrase(const Item& item) {
  if (item.kind == ItemKind::kMark || item.is_quoted()) return true;
  if (item.kind != ItemKind::kWord) return false;
  return item.has(kPreposition | kConjunction | kRelative | kAuxiliary | kObjectPronoun) ||
         (item.has(kPronoun) && !item.has(kDeterminer)) || is_verb(item);
}

// Reads items of one outline; `layers` and `outline` must outlive it. Items are given by index.
class OutletReader {
 public:
  OutletReader(const Layers& layers, const Outline& outline)
      : layers_(layers), outline_(outline), items_(outline.items) {}

  // Could this name or capital word be an outlet's? Not a person, a club, a street, a day.
  [[nodiscard]] bool is_outlet_name(std::size_t at) const;

  // The outlet, show or platform whose phrase begins at `at`, behind the word `led_by`; of a phrase
  // such as "the magazine" a part without a name. `led_by` is "work" for the title of a work.
  [[nodiscard]] std::optional<Place> outlet_after(std::size_t at, std::string_view led_by) const;

 protected:
  // The whole name that begins at `at`: "Breakfast with Bo Finch" behind "on".
  [[nodiscard]] std::optional<Place> outlet_from(std::size_t at, std::string_view led_by) const;
  [[nodiscard]] std::string_view words_at(std::size_t at) const;
  [[nodiscard]] std::string first_word(std::size_t at) const;  // in lower case
  [[nodiscard]] std::string last_word(std::size_t at) const;
  [[nodiscard]] std::string_view lower(std::size_t at) const;  // of a word; else empty
  [[nodiscard]] std::uint32_t flags(std::size_t at) const;     // of channel_words
  [[nodiscard]] Range range_of(std::size_t at) const;          // without a possessive 's
  [[nodiscard]] static Place make(std::size_t first, std::size_t last, std::string name,
                                  Range range, Medium medium);

  const Layers& layers_;
  const Outline& outline_;
  const std::vector<Item>& items_;

 private:
  [[nodiscard]] std::optional<Place> title_at(std::size_t at) const;
  [[nodiscard]] std::size_t title_goes_on(std::size_t at) const;
};

}  // namespace fabula::quotes
