#include "timeline/once.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

bool is_once_to_person(std::string_view deed) {
  return is_one_of(deed, "die", "birth", "miscarry", "funeral", "marry", "divorce", "arrest",
                   "charge", "try", "convict", "acquit", "sentence", "resign", "elect", "appoint",
                   "sack", "vanish", "stab");
}

bool is_once_to_thing(std::string_view deed) {
  return is_one_of(deed, "fall", "fire", "sink", "derail", "explode", "demolish", "unveil", "open",
                   "merge");
}

// What rises and falls every day.
bool is_of_markets(std::string_view head) {
  return is_one_of(head, "gold", "oil", "crude", "copper", "silver", "gas", "dollar", "euro",
                   "pound", "yen", "currency", "index", "market", "price", "stock", "share", "rate",
                   "yield", "bond", "demand", "output", "support", "temperature", "rain", "snow");
}

bool is_plural(std::string_view head) { return head.ends_with("s") && !head.ends_with("ss"); }

text::WordKey key_of(std::string_view deed, std::string_view whom) {
  std::string both(deed);
  both += ' ';
  both += whom;
  return text::word_key(both);
}

std::string surname_of(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return text::ascii_lower(blank == name.npos ? name : name.substr(blank + 1));
}

}  // namespace

std::vector<text::WordKey> once_keys(const AnnotatedArticle& article, Range sentence,
                                     const language::Happening& happening) {
  std::vector<text::WordKey> keys;
  if (is_once_to_thing(happening.deed)) {
    for (const std::string& head : happening.heads)
      if (!is_plural(head) && !is_of_markets(head)) keys.push_back(key_of(happening.deed, head));
  } else if (is_once_to_person(happening.deed)) {
    const auto& mentions = article.names.mentions;
    auto mention = std::ranges::lower_bound(mentions, sentence.begin, {},
                                            [](const Mention& m) { return m.range.begin; });
    for (; mention != mentions.end() && mention->range.end <= sentence.end; ++mention) {
      const NamedThing& thing = article.names.things[mention->thing];
      if (thing.kind == NameKind::kPerson)
        keys.push_back(key_of(happening.deed, surname_of(thing.name)));
    }
  }
  std::ranges::sort(keys);
  const auto twice = std::ranges::unique(keys);
  keys.erase(twice.begin(), twice.end());
  return keys;
}

}  // namespace fabula::timeline
