#include "names/renames.hpp"

#include <algorithm>
#include <string_view>

#include "text/one_of.hpp"

namespace fabula::names {
namespace {

using text::is_one_of;

constexpr std::size_t kFarthest = 18;  // tokens between the two names
constexpr std::size_t kMostNames = 3;  // looked back at

// The words between the two names, without marks.
std::vector<std::string_view> words_between(const Tokens& tokens, const Run& run,
                                            const Run& other) {
  std::vector<std::string_view> words;
  for (std::size_t i = run.last; i < other.title_first; ++i)
    if (tokens[i].is_word()) words.push_back(tokens[i].lower);
  return words;
}

bool is_of_birth(std::string_view lower) {
  return is_one_of(lower, "née", "nee", "né", "formerly", "previously");
}

// Does what stands between say that the name behind it is another one of the same person?
bool says_so(const std::vector<std::string_view>& words) {
  if (words.empty()) return false;
  const auto from_end = [&](std::size_t n) {
    return n < words.size() ? words[words.size() - 1 - n] : std::string_view();
  };
  const auto holds = [&](auto... each) {
    for (const std::string_view word : words)
      if (((word == each) || ...)) return true;
    return false;
  };
  const std::string_view last = from_end(0);
  if (is_of_birth(last) || is_one_of(last, "aka", "a.k.a", "alias")) return true;
  // ", now Ana Ives,": nothing else between
  if (words.size() <= 2 && is_one_of(last, "now", "then", "later")) return true;
  // "has been", "became", "was born", "is now"
  if (is_one_of(last, "been", "became", "becomes", "become", "becoming", "born", "called",
                "remarried"))
    return true;
  if (is_one_of(last, "now", "then", "once", "still", "previously") &&
      is_one_of(from_end(1), "is", "was", "are", "were"))
    return true;
  using namespace std::string_view_literals;
  if (is_one_of(last, "as", "by"))
    return holds("know"sv, "knows"sv, "known"sv, "knew"sv, "billed"sv, "credited"sv, "goes"sv,
                 "went"sv, "go"sv, "performs"sv, "performed"sv, "performing"sv, "writes"sv,
                 "wrote"sv, "writing"sv, "remembered"sv);
  // "by her married name, Ana Ives"
  if (is_one_of(last, "name", "surname"))
    return holds("married"sv, "maiden"sv, "birth"sv, "stage"sv, "legal"sv, "real"sv, "full"sv,
                 "pen"sv, "professional"sv, "previous"sv, "former"sv, "goes"sv);
  return last == "to" && holds("name"sv, "surname"sv);
}

// Right behind "her married name", with or without a comma?
bool is_behind_a_name(const Tokens& tokens, const Run& run) {
  const bool has_mark = !tokens.beside(run.title_first, -1).is_word();
  const Token& noun = tokens.beside(run.title_first, has_mark ? -2 : -1);
  const Token& kind = tokens.beside(run.title_first, has_mark ? -3 : -2);
  return is_one_of(noun.lower, "name", "surname") &&
         is_one_of(kind.lower, "married", "maiden", "birth", "stage", "real", "pen");
}

}  // namespace

std::vector<Rename> find_renames(const Tokens& tokens, const std::vector<Run>& runs) {
  std::vector<Rename> renames;
  for (std::size_t k = 1; k < runs.size(); ++k) {
    const Run& other = runs[k];
    for (std::size_t back = 1; back <= std::min(k, kMostNames); ++back) {
      const Run& run = runs[k - back];
      if (run.last > other.title_first || other.title_first - run.last > kFarthest ||
          tokens[run.first].sentence != tokens[other.first].sentence)
        break;
      const std::vector<std::string_view> words = words_between(tokens, run, other);
      const bool is_surname = other.key.size() == 1 && run.key.size() > 1 && words.size() == 1 &&
                              is_of_birth(words[0]) && words[0] != "previously";
      const bool is_name = other.key.size() > 1 && run.key.front() == other.key.front() &&
                           run.key.back() != other.key.back() && says_so(words);
      if (!is_surname && !is_name) continue;
      renames.push_back({k - back, k});
      break;
    }
    // "The singer, who goes by her married name, Ana Ives,": of the only other Ana.
    const bool is_found = !renames.empty() && renames.back().other == k;
    if (!is_found && other.key.size() > 1 && is_behind_a_name(tokens, other))
      renames.push_back({k, k});
  }
  return renames;
}

}  // namespace fabula::names
