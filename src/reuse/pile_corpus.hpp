// A pile in memory, as the search reads it.
#pragma once

#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"
#include "reuse/corpus.hpp"

namespace fabula::reuse {

class PileCorpus final : public Corpus {
 public:
  // Keeps a reference to `articles`.
  PileCorpus(std::span<const AnnotatedArticle> articles, const Context& context);

  [[nodiscard]] std::uint32_t size() const override {
    return static_cast<std::uint32_t>(order_.size());
  }
  [[nodiscard]] std::size_t text_size(std::uint32_t place) const override {
    return article(place).text.size();
  }
  [[nodiscard]] std::string_view text(std::uint32_t place, std::string&) const override {
    return article(place).text;
  }
  [[nodiscard]] Imprint imprint(std::uint32_t place) const override { return imprints_[place]; }
  void read_stretches(std::uint32_t place, Stretches& stretches) const override;
  [[nodiscard]] const Credit& credit(std::uint32_t place) const override { return credits_[place]; }

  // The article at a place of the working order, and its index in the pile.
  [[nodiscard]] const Article& article(std::uint32_t place) const {
    return articles_[order_[place]].article;
  }
  [[nodiscard]] std::uint32_t index(std::uint32_t place) const { return order_[place]; }

 private:
  std::span<const AnnotatedArticle> articles_;
  std::vector<std::uint32_t> order_;
  std::vector<Imprint> imprints_;
  std::vector<Credit> credits_;
};

}  // namespace fabula::reuse
