#include "dating/deaths.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace fabula::dating {
namespace {

constexpr std::array<std::string_view, 16> kBehind = {
    " died",           " had died",          " has died",           " is dead",
    " was dead",       " was killed",        " was murdered",       " was shot dead",
    " was found dead", " was buried",        ", who died",          ", who was killed",
    ", who had died",  ", who was murdered", ", who was shot dead", " lost his life"};
constexpr std::array<std::string_view, 6> kOwned = {" death",   " killing", " murder",
                                                    " funeral", " burial",  " body"};
constexpr std::array<std::string_view, 12> kBefore = {
    "death of ", "deaths of ", "killing of ",       "murder of ",  "funeral of ", "funeral for ",
    "the late ", "body of ",   "assassination of ", "remains of ", "killed ",     "murdered "};

// Without the figures of ", 35".
std::string_view without_age(std::string_view behind) {
  if (!behind.starts_with(", ")) return behind;
  std::size_t at = 2;
  while (at < behind.size() && behind[at] >= '0' && behind[at] <= '9') ++at;
  if (at == 2) return behind;
  return behind.substr(at < behind.size() && behind[at] == ',' ? at + 1 : at);
}

bool tells_death(std::string_view before, std::string_view behind) {
  // The last letter, and the first, tell most apart.
  const auto ends = [&](std::string_view some) {
    return before.size() > 1 && before.end()[-2] == some.end()[-2] && before.ends_with(some);
  };
  if (std::ranges::any_of(kBefore, ends)) return true;
  for (const std::string_view possessive : {"'s", "\u2019s", "'", "\u2019"}) {
    if (!behind.starts_with(possessive)) continue;
    const std::string_view owned = behind.substr(possessive.size());
    return std::ranges::any_of(kOwned, [&](std::string_view some) {
      return owned.starts_with(some) &&
             (owned.size() == some.size() || owned[some.size()] < 'a' || owned[some.size()] > 'z');
    });
  }
  behind = without_age(behind);
  return std::ranges::any_of(kBehind, [&](std::string_view some) {
    return behind.size() > 1 && behind[1] == some[1] && behind.starts_with(some) &&
           (behind.size() == some.size() || behind[some.size()] < 'a' || behind[some.size()] > 'z');
  });
}

}  // namespace

std::vector<std::uint32_t> find_deaths(const AnnotatedArticle& article) {
  const std::string_view text = article.article.text;
  std::vector<std::uint32_t> out;
  for (const Mention& mention : article.names.mentions) {
    if (article.names.things[mention.thing].kind != NameKind::kPerson) continue;
    if (tells_death(text.substr(0, mention.range.begin), text.substr(mention.range.end)))
      out.push_back(mention.thing);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace fabula::dating
