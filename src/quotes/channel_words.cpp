#include "quotes/channel_words.hpp"

#include <vector>

#include "text/word_flags.hpp"

namespace fabula::quotes {
namespace {

// Forms of writing and telling, found by their words.
struct Forms {
  std::vector<ChannelWord> forms;
  text::WordFlags index{256};  // 1 + index into `forms`

  // The first form of a word holds.
  void add(const ChannelWord& form, std::string_view words) {
    forms.push_back(form);
    text::for_each_word(words, [&](std::string_view word) {
      if (index.of(word) == 0) index.add(static_cast<std::uint32_t>(forms.size()), word);
    });
  }
  [[nodiscard]] const ChannelWord* find(std::string_view lower) const {
    const std::uint32_t at = index.of(lower);
    return at == 0 ? nullptr : &forms[at - 1];
  }
};

struct Tables {
  Forms nouns;
  Forms verbs;
  text::WordFlags flags{1024};

  Tables() {
#define FABULA_FORM(medium, name, words) nouns.add({name, Medium::medium, false}, words);
#define FABULA_PART(medium, name, words) nouns.add({name, Medium::medium, true}, words);
#define FABULA_VERB(medium, name, words) verbs.add({name, Medium::medium, false}, words);
#define FABULA_CHANNEL_WORDS(flag, words) flags.add(flag, words);
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

}  // namespace

const ChannelWord* channel_noun(std::string_view lower) { return tables().nouns.find(lower); }
const ChannelWord* channel_verb(std::string_view lower) { return tables().verbs.find(lower); }
std::uint32_t channel_flags_of(std::string_view lower) { return tables().flags.of(lower); }

}  // namespace fabula::quotes
