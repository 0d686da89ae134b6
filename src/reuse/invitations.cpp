#include "reuse/invitations.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "base/span.hpp"
#include "reuse/word_filter.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

using Words = std::span<const std::string_view>;
using WordSet = std::unordered_set<std::string_view>;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) pieces.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

struct Table {
  std::vector<std::vector<std::string_view>> phrases;
  WordSet acts, asks, contacts, services, goods, readers;
};

Table read_table() {
  Table table;
  const auto add = [](WordSet& set, std::string_view words) {
    for (const std::string_view word : split(words, ' ')) set.insert(word);
  };
#define PHRASES(words)                                    \
  for (const std::string_view phrase : split(words, ',')) \
    table.phrases.push_back(split(phrase, ' '));
#define ACTS(words) add(table.acts, words);
#define ASKS(words) add(table.asks, words);
#define CONTACTS(words) add(table.contacts, words);
#define SERVICES(words) add(table.services, words);
#define GOODS(words) add(table.goods, words);
#define READERS(words) add(table.readers, words);
#include "reuse/invitations_table.inc"
#undef PHRASES
#undef ACTS
#undef ASKS
#undef CONTACTS
#undef SERVICES
#undef GOODS
#undef READERS
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

// Words without which no sentence invites, but for addresses.
const WordFilter& signs() {
  static const WordFilter kSigns = [] {
    WordFilter filter;
    for (const WordSet* set : {&table().services, &table().goods})
      for (const std::string_view word : *set) filter.add(word);
    for (const auto& phrase : table().phrases) filter.add(phrase);
    for (const std::string_view word : {"http", "https", "email"}) filter.add(word);
    return filter;
  }();
  return kSigns;
}

bool ends_sentence(std::string_view between) {
  if (between.find('\n') != between.npos) return true;
  const std::size_t mark = between.find_first_of(".?!");
  return mark != between.npos && between.find(' ', mark) != between.npos;
}

// An address of mail, or of a page; links of posts say nothing.
bool has_address(std::string_view text) {
  if (text.find("t.co/") != text.npos || text.find("pic.twitter") != text.npos) return false;
  if (text.find("http") != text.npos || text.find("[email") != text.npos) return true;
  const std::size_t at = text.find('@');
  return at != text.npos && at > 0 && text[at - 1] != ' ' && text[at - 1] != '(';
}

bool has_phrase(Words words) {
  return std::any_of(table().phrases.begin(), table().phrases.end(), [&](const auto& phrase) {
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
  });
}

// One sentence, or a piece of one.
bool invites(Words words, std::string_view text) {
  const auto count = [&](const WordSet& set) {
    return std::count_if(words.begin(), words.end(),
                         [&](std::string_view word) { return set.contains(word); });
  };
  const auto n_services = count(table().services);
  const auto n_all = n_services + count(table().goods);
  if (has_phrase(words)) return true;
  if (table().contacts.contains(words.front()) && has_address(text)) return true;
  if (table().asks.contains(words.front()) && n_all > 0) return true;
  const bool has_reader = count(table().readers) > 0;
  if (table().acts.contains(words.front()))
    return n_services > 0 || n_all > 1 || (n_all > 0 && has_reader);
  return has_reader && n_services > 0 && n_all > 1;
}

}  // namespace

bool is_invitation(std::string_view text, std::span<const WordCode> codes) {
  if (!signs().may_stand_in(codes) && text.find('@') == text.npos) return false;
  const text::FoldedText folded = text::fold(text);
  std::vector<Range> places;
  text::split_folded(folded.text, places);
  std::vector<std::string_view> words;
  words.reserve(places.size());
  for (const Range place : places) words.push_back(words_of(folded.text, place));
  std::vector<Range> ranges;
  ranges.reserve(places.size());
  for (const Range place : places) ranges.push_back(folded.map.to_source(place));
  std::size_t n_inviting = 0;
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    for (end = begin + 1; end < words.size(); ++end) {
      const std::uint32_t before = ranges[end - 1].end;
      if (ends_sentence(
              text.substr(before, ranges[end].begin - std::min(before, ranges[end].begin))))
        break;
    }
    const std::string_view sentence =
        text.substr(ranges[begin].begin, ranges[end - 1].end - ranges[begin].begin);
    if (invites(Words(words).subspan(begin, end - begin), sentence)) n_inviting += end - begin;
  }
  return n_inviting > 0 && 3 * n_inviting >= 2 * words.size();
}

}  // namespace fabula::reuse
