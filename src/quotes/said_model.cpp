#include "quotes/said_model.hpp"

#include <algorithm>
#include <limits>

namespace fabula::quotes {
namespace {

// What the model leaves unsaid costs more than what it adds: found on the training articles.
constexpr std::int32_t kContentBonus = 450;

#include "quotes/said_weights_table.inc"

}  // namespace

std::vector<std::uint8_t> best_labels(const std::vector<LabelScores>& own,
                                      const std::vector<PairScores>& pairs, std::size_t cue) {
  const std::size_t n = own.size();
  std::vector<LabelScores> best(n);
  std::vector<std::array<std::uint8_t, kSaidLabels>> from(n);
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 4;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t l = 0; l < kSaidLabels; ++l) {
      const std::int32_t score = i == cue && l != kOther ? kNever / 2 : own[i][l];
      std::size_t before = 0;
      std::int32_t most = i == 0 ? pairs[i][l] : kNever;
      for (std::size_t p = 0; i > 0 && p < kSaidLabels; ++p) {
        const std::int32_t sum = std::max(kNever, best[i - 1][p] + pairs[i][p * kSaidLabels + l]);
        if (p > 0 && sum <= most) continue;
        most = sum;
        before = p;
      }
      best[i][l] = std::max(kNever, most + score);
      from[i][l] = static_cast<std::uint8_t>(before);
    }
  }
  std::vector<std::uint8_t> labels(n);
  if (n == 0) return labels;
  std::size_t at = 0;
  for (std::size_t l = 1; l < kSaidLabels; ++l)
    if (best[n - 1][l] > best[n - 1][at]) at = l;
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(at);
    at = from[i][at];
  }
  return labels;
}

std::vector<Stretch> stretches_of(const CueContext& context,
                                  const std::vector<std::uint8_t>& labels) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] != kContent) continue;
    const std::size_t item = context.first + i;
    if (!stretches.empty() && stretches.back().last == item)
      ++stretches.back().last;
    else
      stretches.push_back({item, item + 1});
  }
  return stretches;
}

const SaidModel& SaidModel::shipped() {
  static const SaidModel kModel(kLabelRows, kPairRows, kSourceRows);
  return kModel;
}

Said SaidModel::find(const CueContext& context) const {
  const std::vector<ItemFeatures> features = said_features(context);
  std::vector<LabelScores> own(features.size());
  std::vector<PairScores> pairs(features.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    own[i] = {0, 0, kContentBonus};
    pairs[i] = {};
    for (const std::uint32_t feature : features[i].emission) labels_.add_to(own[i], feature);
    for (const std::uint32_t feature : features[i].transition) pairs_.add_to(pairs[i], feature);
  }
  const std::vector<std::uint8_t> labels = best_labels(own, pairs, context.at - context.first);
  Said said;
  said.content = stretches_of(context, labels);
  const auto score_of = [&](const Phrase* phrase) {
    std::array<std::int32_t, 1> score{};
    for (const std::uint32_t feature : source_features(context, phrase))
      sources_.add_to(score, feature);
    return score[0];
  };
  std::int32_t most = score_of(nullptr);
  for (const Phrase* phrase : candidate_sources(context)) {
    if (labels[phrase->head - context.first] == kContent) continue;
    const std::int32_t score = score_of(phrase);
    if (score <= most) continue;
    said.source = phrase;
    most = score;
  }
  return said;
}

}  // namespace fabula::quotes
