#include "quotes/outlets.hpp"

#include <algorithm>

#include "quotes/spoken.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {

std::string_view OutletReader::words_at(std::size_t at) const {
  const Item& item = items_[at];
  Range range = item.range;
  if (item.kind == ItemKind::kName)
    range = layers_.names.mentions[static_cast<std::size_t>(item.mention)].range;
  return words_of(layers_.article.text, range);
}

std::string OutletReader::first_word(std::size_t at) const {
  const std::string_view words = words_at(at);
  return text::ascii_lower(words.substr(0, words.find_first_of(" '")));
}

std::string OutletReader::last_word(std::size_t at) const {
  const std::string_view words = words_at(at);
  const std::size_t space = words.rfind(' ');
  return text::ascii_lower(space == words.npos ? words : words.substr(space + 1));
}

std::string_view OutletReader::lower(std::size_t at) const {
  return at < items_.size() && items_[at].kind == ItemKind::kWord ? items_[at].lower
                                                                  : std::string_view();
}

std::uint32_t OutletReader::flags(std::size_t at) const {
  const std::string_view word = lower(at);
  return word.empty() ? 0 : channel_flags_of(word);
}

Place OutletReader::make(std::size_t first, std::size_t last, std::string name, Range range,
                         Medium medium) {
  Place place;
  place.channel = {std::move(name), range};
  place.medium = medium;
  place.first = first;
  place.last = last;
  return place;
}

Range OutletReader::range_of(std::size_t at) const {
  const std::uint32_t begin = items_[at].range.begin;
  return {begin, begin + static_cast<std::uint32_t>(words_at(at).size())};
}

bool OutletReader::is_outlet_name(std::size_t at) const {
  const Item& item = items_[at];
  if (item.kind == ItemKind::kName) {
    if (item.name_kind == NameKind::kPerson || item.name_kind == NameKind::kPlace) return false;
  } else if (item.kind != ItemKind::kWord || !item.is_capital || item.starts_sentence ||
             item.has(kTimeWord | kPronoun | kPossessive)) {
    return false;
  } else if (item.has(kPersonNoun) && (channel_flags_of(item.lower) & kPaperName) == 0) {
    return false;
  }
  return (channel_flags_of(last_word(at)) & kNoOutlet) == 0 &&
         (flags_of(last_word(at)) & kTimeWord) == 0;
}

// “The Late Hour.”
std::optional<Place> OutletReader::title_at(std::size_t at) const {
  if (at >= items_.size() || items_[at].kind != ItemKind::kQuoted || items_[at].is_spoken)
    return {};
  std::string_view bare = inner_words(layers_, items_[at]);
  while (!bare.empty() && (bare.back() == '.' || bare.back() == ',')) bare.remove_suffix(1);
  const Range inner = layers_.segmentation.quoted[static_cast<std::size_t>(items_[at].part)].inner;
  return make(at, at + 1, std::string(bare),
              {inner.begin, inner.begin + static_cast<std::uint32_t>(bare.size())}, Medium::kTalk);
}

std::optional<Place> OutletReader::outlet_after(std::size_t at, std::string_view led_by) const {
  if (text::is_one_of(led_by, "on", "work"))
    if (auto title = title_at(at)) return title;
  for (std::size_t i = at; i < std::min(items_.size(), at + kLongestPhrase); ++i) {
    if (i > at && (items_[i].starts_sentence || items_[i].has(kDeterminer))) break;
    const bool is_article = items_[i].has(kDeterminer) && items_[i].kind == ItemKind::kWord;
    // "the reading site Longhand"
    const bool is_described = i > at && items_[i - 1].has(kDeterminer) && is_verb(items_[i]);
    if (ends_phrase(items_[i]) && !is_article && !is_described && !items_[i].is_capital) break;
    if ((items_[i].is_capital || items_[i].kind == ItemKind::kName) &&
        (channel_flags_of(first_word(i)) & kPlatform) != 0 && !items_[i].is_possessive) {
      const std::string_view words = words_at(i).substr(0, first_word(i).size());
      const std::uint32_t begin = items_[i].range.begin;
      return make(i, i + 1, std::string(words),
                  {begin, begin + static_cast<std::uint32_t>(words.size())}, Medium::kPost);
    }
    if (!is_article && is_outlet_name(i)) return outlet_from(i, led_by);
    const ChannelWord* noun = channel_noun(lower(i));
    const bool is_last = i + 1 == items_.size() || ends_phrase(items_[i + 1]);
    if (noun != nullptr && noun->is_part && noun->medium == Medium::kTalk && i > at &&
        items_[at].has(kDeterminer) && is_last) {
      Place place = make(at, i + 1, "", items_[i].range, Medium::kTalk);
      place.is_part = true;
      return place;
    }
  }
  return {};
}

std::optional<Place> OutletReader::outlet_from(std::size_t at, std::string_view led_by) const {
  std::size_t last = at + 1;
  while (last < items_.size() && !items_[last - 1].is_possessive) {
    const Item& item = items_[last];
    const bool is_name =
        (item.kind == ItemKind::kName || (item.kind == ItemKind::kWord && item.is_capital)) &&
        !item.starts_sentence && !item.has(kTimeWord);
    const bool is_joint =
        text::is_one_of(lower(last), "of", "&") || (led_by == "on" && lower(last) == "with");
    if (is_name) {
      ++last;
    } else if (led_by == "work" && title_goes_on(last) > 0) {
      last += title_goes_on(last);
    } else if (is_joint && last + 1 < items_.size() &&
               (items_[last + 1].kind == ItemKind::kName || items_[last + 1].is_capital) &&
               items_[at].kind != ItemKind::kMark) {
      last += 2;
    } else {
      break;
    }
  }
  if (items_[last - 1].is_possessive) {
    // "told the Ledger's reporter", "on Morning Table's first show"
    if (last - 1 > at) return {};
    // "told the Ledger's Ida Roe"
    const bool is_its_reporter = last < items_.size() && items_[last].kind == ItemKind::kName &&
                                 items_[last].name_kind == NameKind::kPerson;
    if (!text::is_one_of(led_by, "on", "to", "with") && !is_its_reporter) return {};
  }
  if ((channel_flags_of(last_word(last - 1)) & kNoOutlet) != 0) return {};
  // "on Good Friday"
  if (led_by == "on" && last < items_.size() && items_[last].is_capital &&
      items_[last].has(kTimeWord))
    return {};
  const Range whole{items_[at].range.begin, range_of(last - 1).end};
  const std::string name(words_of(layers_.article.text, whole));
  return make(at, last, name, whole, Medium::kTalk);
}

// "Loud for a Girl": how many items from `at` on belong to the title, small words and a capital
// one.
std::size_t OutletReader::title_goes_on(std::size_t at) const {
  constexpr std::size_t kMostSmall = 3;
  for (std::size_t n = 0; n <= kMostSmall && at + n < items_.size(); ++n) {
    const Item& item = items_[at + n];
    if (n > 0 && (item.is_capital || item.kind == ItemKind::kName))
      return item.has(kTimeWord) ? 0 : n + 1;
    if (!text::is_one_of(lower(at + n), "of", "the", "a", "an", "for", "and", "to", "in", "on",
                         "at"))
      return 0;
  }
  return 0;
}

}  // namespace fabula::quotes
