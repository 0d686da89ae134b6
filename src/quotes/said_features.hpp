// What a small linear model looks at when it decides which items of a cue's sentence are its source
// and which are what was said.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "quotes/cues.hpp"

namespace fabula::quotes {

enum SaidLabel : std::uint8_t { kOther = 0, kSource = 1, kContent = 2 };
constexpr std::size_t kSaidLabels = 3;

// One cue word with its sentence. `by_rule` and `by_quoted` have a label for each item of
// [first, last): what the rules for indirect speech say, and what those for quoted words say.
struct CueContext {
  const Outline* outline = nullptr;
  std::size_t at = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  bool has_cue = false;  // the rules know its source
  Source source;         // by the rules
  bool is_inverted = false;
  bool is_noun = false;
  bool has_quoted = false;  // it has quoted words for its own
  std::vector<std::uint8_t> by_rule;
  std::vector<std::uint8_t> by_quoted;
  std::vector<std::uint8_t> other_units;  // 1 where another cue or its source begins
};

// The cue word at item `at`, with its cue when there is one, and the quotation it has for its own
// (an item; -1 for none).
[[nodiscard]] CueContext make_context(const Outline& outline, const std::vector<Cue>& cues,
                                      std::size_t at, const Cue* cue, std::int64_t quoted);

// Features of item `i` of the context by its own label, and by its label with the one before. Whole
// numbers that stand for short names ("word before = that"); words are only those of the tables.
constexpr std::size_t kEmissionFeatures = 28;
constexpr std::size_t kTransitionFeatures = 18;
struct ItemFeatures {
  std::array<std::uint32_t, kEmissionFeatures> emission;
  std::array<std::uint32_t, kTransitionFeatures> transition;
};

// Of all items of the context, in order. Linear.
[[nodiscard]] std::vector<ItemFeatures> said_features(const CueContext& context);

// The phrases of the cue's sentence that can be its source, by position.
[[nodiscard]] std::vector<const Phrase*> candidate_sources(const CueContext& context);

// Features of the phrase as the cue's source, and of there being none in its sentence (null). Whole
// numbers as above.
constexpr std::size_t kSourceFeatures = 20;
[[nodiscard]] std::array<std::uint32_t, kSourceFeatures> source_features(const CueContext& context,
                                                                         const Phrase* phrase);

// Every cue word of an article's paragraphs, for training.
void visit_cues(const Article& article, const Segmentation& segmentation, const Names& names,
                const std::function<void(const CueContext&)>& visit);

}  // namespace fabula::quotes
