// Pairs of articles of public data sets, and the piles made of them.
//
// A list is a text of tab-separated lines; '#' begins a remark:
//
//   data set   article   article                        eval/agreeing_pairs.tsv
//   data set   article   article   kind   value   value  eval/differing_pairs.tsv
//
// A data set is a path inside of the shared folder: a folder of texts (an article is a path in it),
// JSON Lines (plain or .zst, an article is its `id`), or a JSON list (its `uid`).
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

struct ArticlePair {
  std::string data_set;
  std::string a, b;
  std::string kind;              // on what they differ; empty when they agree
  std::string value_a, value_b;  // "12", "2019-03-03"; "-": not told in numbers
};

// In the order of the file; nothing when it cannot be read or a line has another form.
[[nodiscard]] std::optional<std::vector<ArticlePair>> read_pairs(const std::filesystem::path& file);

// The articles of a data set that stand in a list, annotated, by their names in the list.
using NamedArticles = std::map<std::string, AnnotatedArticle>;

// Reads `names` (no matter how often one is there) as `fabula build` would; with the day they were
// published where the data set has one. A name that is not found is missing in the result.
// scratch  a folder for files
[[nodiscard]] NamedArticles read_named(const std::filesystem::path& data_set,
                                       const std::vector<std::string>& names,
                                       const std::filesystem::path& scratch,
                                       const Context& context);

// A pile that is worked out, and where its articles are.
struct NamedPile {
  Pile pile;
  std::map<std::string, std::uint32_t> places;  // by name: index into pile.articles
};

// All of `names`, which must be in `articles`. Without records when the engine fails.
[[nodiscard]] NamedPile work_out_named(const NamedArticles& articles,
                                       const std::vector<std::string>& names,
                                       const Context& context);

}  // namespace fabula::eval
