#include "text/person_nouns.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/word_flags.hpp"

namespace fabula::text {
namespace {

constexpr std::string_view kWords =
#include "text/person_nouns_table.inc"
    ;

// Nouns that name one role, for matching: "the medic" may be "Dr." in an earlier line.
constexpr std::array<std::string_view, 16> kSameRole = {
    "doctor medic physician consultant surgeon specialist dr neurologist obstetrician oncologist "
    "gp psychiatrist",
    "lawyer attorney solicitor barrister counsel advocate",
    "footballer striker forward midfielder defender goalkeeper player winger captain",
    "actor actress star performer thespian",
    "singer hitmaker crooner musician songwriter singer-songwriter rocker frontman frontwoman "
    "vocalist guitarist "
    "drummer artist crooner",
    "chef cook restaurateur",
    "writer author novelist memoirist essayist columnist",
    "employee staffer worker",
    "judge justice magistrate",
    "boss executive ceo manager director chairman chairwoman chair head chief",
    "mother mum mom mam",
    "father dad",
    "wife spouse widow",
    "husband hubby spouse widower",
    "presenter host co-host broadcaster anchor",
    "politician mayor councillor lawmaker senator representative minister mp"};

WordFlags make_table() {
  WordFlags table(16384);
  table.add(1, kWords);
  for (const std::string_view row : kSameRole) table.add(1, row);
  return table;
}

bool is_singular(std::string_view word) {
  static const WordFlags kTable = make_table();
  return kTable.of(word) != 0;
}

bool holds_word(std::string_view row, std::string_view word) {
  for (std::size_t at = row.find(word); at != row.npos; at = row.find(word, at + 1)) {
    const bool begins = at == 0 || row[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == row.size() || row[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

bool is_person_noun(std::string_view lower) {
  if (lower.ends_with("-year-old") || lower.ends_with("-year-olds")) return true;
  if (lower.size() < 3) return false;
  if (is_singular(lower)) return true;
  const std::size_t hyphen = lower.rfind('-');
  if (hyphen != lower.npos) return is_person_noun(lower.substr(hyphen + 1));
  if (lower.ends_with("men")) {
    std::string one(lower);
    one[one.size() - 2] = 'a';
    return is_singular(one);
  }
  if (!lower.ends_with('s') || lower.ends_with("ss")) return false;
  if (is_singular(lower.substr(0, lower.size() - 1))) return true;
  if (lower.ends_with("ies")) {
    std::string one(lower.substr(0, lower.size() - 3));
    return is_singular(one + 'y');
  }
  return lower.ends_with("es") && is_singular(lower.substr(0, lower.size() - 2));
}

std::string plain_role(std::string_view noun) {
  if (noun.starts_with("ex-")) noun.remove_prefix(3);
  if (noun.starts_with("then-")) noun.remove_prefix(5);
  if (noun == "hubby") return "husband";
  if (noun == "missus") return "wife";
  if (noun == "dad") return "father";
  if (noun == "mum" || noun == "mom") return "mother";
  return std::string(noun);
}

std::vector<std::string> words_of_role(const std::string& noun) {
  std::vector<std::string> words = {noun};
  for (const std::string_view row : kSameRole) {
    if (!holds_word(row, noun)) continue;
    for (std::size_t begin = 0; begin < row.size();) {
      const std::size_t end = std::min(row.find(' ', begin), row.size());
      words.emplace_back(row.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return words;
}

}  // namespace fabula::text
