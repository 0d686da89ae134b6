// Records of a pile as JSON objects: one function a list of the contract, keys in its order.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/json.hpp"
#include "render/pile_index.hpp"
#include "render/text_offsets.hpp"

namespace fabula::render {

using nlohmann::ordered_json;

// null for no words, for no day.
[[nodiscard]] ordered_json or_null(const std::string& words);
[[nodiscard]] ordered_json or_null(const std::optional<Day>& day);
// {"earliest", "latest", "edtf", "likely"}
[[nodiscard]] ordered_json to_json(const When& when);

// Hands out the records of each list in the pile's order. `pile` and `options` must outlive it.
class Records {
 public:
  Records(const Pile& pile, const JsonOptions& options)
      : pile_(pile), options_(options), index_(pile) {
    for (const AnnotatedArticle& a : pile.articles)
      offsets_.emplace_back(a.article.text, options.unit);
  }

  using Emit = std::function<void(ordered_json&&)>;

  void articles(const Emit& emit) const;
  void people(const Emit& emit) const;
  void quotes(const Emit& emit) const;
  void families(const Emit& emit) const;
  void times(const Emit& emit) const;
  void reuse(const Emit& emit) const;
  void passages(const Emit& emit) const;
  void news(const Emit& emit) const;
  void copies(const Emit& emit) const;
  void stories(const Emit& emit) const;
  void events(const Emit& emit) const;
  void disagreements(const Emit& emit) const;
  void left_out(const Emit& emit) const;

 private:
  std::string_view words(std::uint32_t article, Range range) const;
  void add_range(ordered_json& record, std::uint32_t article, Range range) const;
  ordered_json range_only(std::uint32_t article, Range range) const;
  ordered_json span(const Span& s) const;
  ordered_json spans(const std::vector<Span>& all) const;
  static ordered_json index_or_null(std::int32_t index);
  ordered_json edits(const ReuseLink& link) const;
  ordered_json ids(const std::vector<std::uint32_t>& articles) const;
  std::string id_of(RecordRef quote) const;
  ordered_json member_quote(const Family& family, std::int32_t member) const;
  ordered_json article(std::uint32_t i) const;
  ordered_json speaker(std::uint32_t i, const Quote& q) const;
  ordered_json quote(std::uint32_t i, std::uint32_t k) const;

  const Pile& pile_;
  const JsonOptions& options_;
  PileIndex index_;
  std::vector<Offsets> offsets_;
};

}  // namespace fabula::render
