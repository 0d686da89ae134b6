// The words of invented articles before they are printed, and how an original is written.
#pragma once

#include <cstdint>
#include <vector>

#include "news/random.hpp"
#include "news/words.hpp"

namespace fabula::news {

inline constexpr std::uint32_t kNobody = UINT32_MAX;

// What stands behind a word.
enum class Mark : std::uint8_t { kNone, kComma, kStop, kColon, kDash };

// What an editor has done to a copy on purpose. Also the name in the labels: see name_of.
enum class Planted : std::uint8_t {
  kNone,
  kSic,             // "[sic]" put in
  kEllipsis,        // words removed, "..." in their place
  kBracket,         // a word exchanged for another in brackets
  kCensor,          // a word's letters exchanged for dashes
  kNumber,          // 2,000 ↔ 2000 ↔ two thousand
  kSpelling,        // -our ↔ -or, -ise ↔ -ize
  kSplitQuotation,  // “x,” Name said, “y”: the words put in
  kMoved,           // a paragraph that stands elsewhere in the parent
  kMarks,           // straight quotation marks for curly ones: the whole article
};
inline constexpr std::uint32_t kPlantedKinds = 10;
[[nodiscard]] std::string_view name_of(Planted planted);

// One word. Its origin is the article that first had it and its number among that one's own words;
// copies keep it, words that an editor puts in are the editor's own. kNobody: furniture.
struct NewsWord {
  WordNumber word = 0;
  std::uint32_t origin_article = kNobody;
  std::uint32_t origin_word = 0;
  Form form = Form::kPlain;
  Mark mark = Mark::kNone;
  Planted planted = Planted::kNone;
  bool is_capital : 1 = false;
  bool begins_paragraph : 1 = false;
  bool opens_quotation : 1 = false;   // a mark before the word
  bool closes_quotation : 1 = false;  // a mark behind the word and its Mark
};
using Story = std::vector<NewsWord>;

// Writes words that belong to one article.
class Writer {
 public:
  Writer(const Words& words, std::uint32_t article) : words_(words), article_(article) {}

  // About `n_words` words in sentences and paragraphs: names, numbers, quotations, set phrases that
  // other articles use too.
  [[nodiscard]] Story write(std::uint32_t n_words, Random& random);
  // One word of its own.
  [[nodiscard]] NewsWord word(WordNumber number);
  [[nodiscard]] NewsWord any_word(Random& random);
  // "Name said"
  void add_attribution(Story& story, Random& random);
  [[nodiscard]] const Words& words() const { return words_; }

 private:
  void add_sentence(Story& story, Random& random);
  void add_words(Story& story, std::uint32_t n_words, Random& random);
  void add_phrase(Story& story, Random& random);
  void add_name(Story& story, Random& random);

  const Words& words_;
  std::uint32_t article_;
  std::uint32_t n_written_ = 0;
};

}  // namespace fabula::news
