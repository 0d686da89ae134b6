// Where what a sentence quotes was quoted before.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/pile.hpp"

namespace fabula::timeline {

class QuotedIndex {
 public:
  // Uses articles and families of `pile`, which must outlive it. Linear in the quotations.
  explicit QuotedIndex(const Pile& pile);

  // The quotation's place in the earliest of the surely earlier articles with it, for a sentence
  // of which a quotation is the greater part, or stands at its end behind a colon: the rest says
  // whose it is. cost  the family's members
  [[nodiscard]] std::optional<Span> find(const Span& sentence) const;

 private:
  const Pile& pile_;
  std::vector<std::vector<std::uint32_t>> family_of_;  // by article, by quotation
};

}  // namespace fabula::timeline
