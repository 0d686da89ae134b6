#include "quotes/channel_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace fabula::quotes {
namespace {

template <class Visit>
void for_each_word(std::string_view words, const Visit& visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

struct Tables {
  std::unordered_map<std::string_view, ChannelWord> nouns;
  std::unordered_map<std::string_view, ChannelWord> verbs;
  std::unordered_map<std::string_view, std::uint32_t> flags;

  Tables() {
    const auto add = [](auto& table, const ChannelWord& word, std::string_view words) {
      for_each_word(words, [&](std::string_view each) { table.emplace(each, word); });
    };
#define FABULA_FORM(medium, name, words) add(nouns, {name, Medium::medium, false}, words);
#define FABULA_PART(medium, name, words) add(nouns, {name, Medium::medium, true}, words);
#define FABULA_VERB(medium, name, words) add(verbs, {name, Medium::medium, false}, words);
#define FABULA_CHANNEL_WORDS(flag, words) \
  for_each_word(words, [&](std::string_view each) { flags[each] |= flag; });
#include "quotes/channel_words_table.inc"
#undef FABULA_FORM
#undef FABULA_PART
#undef FABULA_VERB
#undef FABULA_CHANNEL_WORDS
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

const ChannelWord* found_in(const std::unordered_map<std::string_view, ChannelWord>& table,
                            std::string_view lower) {
  const auto found = table.find(lower);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

const ChannelWord* channel_noun(std::string_view lower) { return found_in(tables().nouns, lower); }
const ChannelWord* channel_verb(std::string_view lower) { return found_in(tables().verbs, lower); }

std::uint32_t channel_flags_of(std::string_view lower) {
  const auto found = tables().flags.find(lower);
  return found == tables().flags.end() ? 0 : found->second;
}

}  // namespace fabula::quotes
