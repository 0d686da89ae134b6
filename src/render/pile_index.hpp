// Ways through a pile that the exports share: from a quote to its family, from a name in an
// article to the person, from an article to the proof of its day, from a place in a text to its
// paragraph and sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::render {

class PileIndex {
 public:
  // `pile` must outlive the index.
  explicit PileIndex(const Pile& pile);

  // Index into Pile::people, or -1.
  [[nodiscard]] std::int32_t person_of(std::uint32_t article, std::int32_t thing) const;
  // Index into Pile::families, or -1.
  [[nodiscard]] std::int32_t family_of(std::uint32_t article, std::uint32_t quote) const;
  // Index into Pile::stories, or -1.
  [[nodiscard]] std::int32_t story_of(std::uint32_t article) const;
  // How the day of an article that states none was proven; null when it was not.
  [[nodiscard]] const ArticleDate* date_of(std::uint32_t article) const;
  // The paragraph of `article` that holds byte `at`, as an index; -1 between paragraphs.
  [[nodiscard]] std::int32_t paragraph_at(std::uint32_t article, std::uint32_t at) const;

 private:
  const Pile& pile_;
  std::vector<std::vector<std::int32_t>> person_;  // [article][thing]
  std::vector<std::vector<std::int32_t>> family_;  // [article][quote]
  std::vector<std::int32_t> story_;                // [article]
  std::vector<const ArticleDate*> date_;           // [article]
};

// The sentence that holds byte `at`; null when it stands in none. Cost: O(log n).
[[nodiscard]] const Sentence* sentence_at(const Segmentation& segmentation, std::uint32_t at);

// The frozen words of a span.
[[nodiscard]] std::string_view words_of(const Pile& pile, const Span& span);

// The articles by the day on which they appeared, those whose day is not known last.
[[nodiscard]] std::vector<std::uint32_t> in_time_order(const Pile& pile);

// Members of a story in the same order.
[[nodiscard]] std::vector<std::uint32_t> in_time_order(const Pile& pile, const Story& story);

// Places of a passage's holders as a reader wants them: the origin, then by the day of publication,
// those whose day is not known last.
[[nodiscard]] std::vector<std::size_t> in_time_order(const Pile& pile, const Passage& passage);

// The words of a quote, its parts joined by " … ".
[[nodiscard]] std::string words_of(const Article& article, const Quote& quote);

}  // namespace fabula::render
