#include "quotes/same_words.hpp"

#include <string>

#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kFewestLetters = 12;
constexpr std::size_t kMostRecords = 400;  // of one article; more are compared with nothing

std::string letters_of(const Layers& layers, const Record& record) {
  std::string letters;
  for (const std::int32_t part : record.parts)
    for (const char c : text::ascii_lower(
             words_of(layers.article.text,
                      layers.segmentation.quoted[static_cast<std::size_t>(part)].inner)))
      if (c >= 'a' && c <= 'z') letters += c;
  return letters;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> find_same_words(const Layers& layers,
                                                                 const std::vector<Record>& records,
                                                                 std::size_t n_paragraphs) {
  std::vector<std::pair<std::size_t, std::size_t>> same;
  if (records.size() > kMostRecords) return same;
  std::vector<std::string> letters;
  for (const Record& record : records) letters.push_back(letters_of(layers, record));
  const auto is_nested = [&](const Record& record) { return record.block >= n_paragraphs; };
  // One that was given a speaker by its words serves later ones, too.
  std::vector<bool> has_speaker;
  for (const Record& record : records) has_speaker.push_back(record.grade != Grade::kNone);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (has_speaker[i] || is_nested(records[i]) || letters[i].size() < kFewestLetters) continue;
    for (std::size_t k = 0; k < records.size(); ++k) {
      if (k == i || !has_speaker[k] || is_nested(records[k]) ||
          letters[k].find(letters[i]) == std::string::npos)
        continue;
      same.emplace_back(i, k);
      has_speaker[i] = true;
      break;
    }
  }
  return same;
}

}  // namespace fabula::quotes
