// Whom a deed was done to, by the order of the words around it.
//
//   Bo Marlow, 35, a driver from Orra, was arrested     before the deed, asides passed over
//   police arrested the 35-year-old driver Bo Marlow    behind it, with what describes him between
//   Bo Marlow left and was not seen again               of the clause before
//   police arrested Bo Marlow's brother                 nobody with a name
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/sentence_words.hpp"
#include "model/pile.hpp"

namespace fabula::reconcile {

class DeedPersons {
 public:
  using Words = std::span<const language::SentenceWord>;

  // person_of  by thing of the article, an index into Pile::people; -1: nobody. Both must outlive
  //            it.
  DeedPersons(const AnnotatedArticle& article, const std::vector<std::int32_t>& person_of)
      : article_(article), person_of_(person_of) {}

  // Of a sentence of the article; -1: nobody. O(1) but for a look-up a word.
  [[nodiscard]] std::int32_t before(Words words, std::size_t deed) const;
  [[nodiscard]] std::int32_t behind(Words words, std::size_t first) const;

 private:
  [[nodiscard]] std::int32_t subject_of(Words words, std::size_t end) const;
  [[nodiscard]] bool is_owner(Words words, std::size_t i) const;
  [[nodiscard]] std::int32_t person_at(Range range) const;

  const AnnotatedArticle& article_;
  const std::vector<std::int32_t>& person_of_;
};

}  // namespace fabula::reconcile
