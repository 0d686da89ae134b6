#include "quotes/said_model.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace fabula::quotes {
namespace {

// What the model leaves unsaid costs more than what it adds: found on the training articles.
constexpr std::int32_t kContentBonus = 450;

#include "quotes/said_weights_table.inc"

}  // namespace

template <std::size_t Width>
WeightTable<Width>::WeightTable(std::span<const Row> rows) {
  constexpr std::size_t kRowsOfBucket = 4;
  const std::size_t n_buckets =
      std::bit_ceil(std::max<std::size_t>(2, rows.size() / kRowsOfBucket));
  bucket_shift_ = 33U - static_cast<unsigned>(std::bit_width(n_buckets));
  displacements_.resize(n_buckets);
  slots_.resize(rows.size() + rows.size() / 4 + 1);

  std::vector<std::vector<const Row*>> buckets(n_buckets);
  for (const Row& row : rows) buckets[row.feature >> bucket_shift_].push_back(&row);
  std::vector<std::size_t> by_size(n_buckets);
  std::iota(by_size.begin(), by_size.end(), std::size_t{0});
  std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t a, std::size_t b) {
    return buckets[a].size() > buckets[b].size();
  });

  std::vector<char> is_taken(slots_.size(), 0);
  std::vector<std::size_t> places;
  // Are the places of the bucket free, and distinct?
  const auto fits = [&](const std::vector<const Row*>& bucket, std::uint32_t displacement) {
    places.clear();
    for (const Row* row : bucket) {
      const std::size_t place = slot_of(row->feature, displacement);
      if (is_taken[place] != 0 || std::find(places.begin(), places.end(), place) != places.end())
        return false;
      places.push_back(place);
    }
    return true;
  };
  for (const std::size_t at : by_size) {
    std::uint16_t displacement = 0;
    while (!fits(buckets[at], displacement))
      if (++displacement == 0) throw std::logic_error("two features of the model are the same");
    displacements_[at] = displacement;
    for (std::size_t i = 0; i < places.size(); ++i) {
      is_taken[places[i]] = 1;
      slots_[places[i]] = packed(*buckets[at][i]);
    }
  }
}

template <std::size_t Width>
auto WeightTable<Width>::packed(const Row& row) -> Slot {
  Slot slot;
  slot.feature = row.feature;
  for (std::size_t w = 0; w < kWords; ++w) {
    std::int64_t word = 0;
    for (std::size_t i = std::min(Width, (w + 1) * kFields); i-- > w * kFields;)
      word = word * (std::int64_t{1} << kFieldBits) + row.weights[i];
    std::memcpy(&slot.halves[2 * w], &word, sizeof word);
  }
  return slot;
}

template class WeightTable<kSaidLabels>;
template class WeightTable<kSaidLabels * kSaidLabels>;
template class WeightTable<1>;

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
    labels_.add_to(own[i], features[i].emission);
    pairs_.add_to(pairs[i], features[i].transition);
  }
  const std::vector<std::uint8_t> labels = best_labels(own, pairs, context.at - context.first);
  Said said;
  said.content = stretches_of(context, labels);
  const auto score_of = [&](const Phrase* phrase) {
    std::array<std::int32_t, 1> score{};
    sources_.add_to(score, source_features(context, phrase));
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
