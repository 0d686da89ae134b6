#include "reuse/letters.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "reuse/letter_links.hpp"
#include "reuse/letter_pairs.hpp"
#include "reuse/letter_partners.hpp"
#include "reuse/letter_seeds.hpp"
#include "reuse/letter_text.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kGroupBytes = std::size_t{1} << 20;  // of text read by one call

std::vector<std::size_t> group_texts(std::span<const LetterText> texts) {
  std::vector<std::size_t> firsts{0};
  std::size_t n_bytes = 0;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    n_bytes += texts[t].text.size();
    if (n_bytes < kGroupBytes && t + 1 < texts.size()) continue;
    firsts.push_back(t + 1);
    n_bytes = 0;
  }
  return firsts;
}

// The letters of all texts; of those not `wanted` none.
PileLetters read_letters(std::span<const LetterText> texts, const std::vector<bool>& wanted,
                         const Context& context) {
  PileLetters pile;
  pile.first_texts = group_texts(texts);
  pile.groups.resize(pile.first_texts.size() - 1);
  pile.texts.resize(texts.size());
  pile.begins.assign(texts.size() + 1, 0);
  parallel_for(context, pile.groups.size(), [&](std::size_t group) {
    std::vector<Letter>& letters = pile.groups[group];
    std::vector<std::size_t> ends;
    for (std::size_t t = pile.first_texts[group]; t < pile.first_texts[group + 1]; ++t) {
      if (wanted[t]) append_letters(texts[t].text, letters);
      ends.push_back(letters.size());
    }
    letters.shrink_to_fit();
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      pile.texts[pile.first_texts[group] + i] = std::span(letters).subspan(begin, ends[i] - begin);
      begin = ends[i];
    }
  });
  for (std::size_t t = 0; t < texts.size(); ++t) {
    pile.begins[t + 1] = pile.begins[t] + pile.texts[t].size();
    pile.noisy.push_back(texts[t].noisy);
  }
  return pile;
}

// Works out the bytes, a text at a time, and sorts.
std::vector<LetterPassage> in_bytes(std::span<const LetterText> texts,
                                    const std::vector<std::vector<PartnerPassage>>& found,
                                    const Context& context) {
  std::vector<LetterPassage> passages;
  std::vector<const PartnerPassage*> sources;
  std::vector<std::vector<std::size_t>> of_text(texts.size());  // passage * 2 + (is it b?)
  for (const auto& some : found) {
    for (const PartnerPassage& one : some) {
      of_text[one.a].push_back(passages.size() * 2);
      of_text[one.b].push_back(passages.size() * 2 + 1);
      passages.push_back({one.a, one.b, {}, {}, one.shared.counts});
      sources.push_back(&one);
    }
  }
  parallel_for(context, texts.size(), [&](std::size_t t) {
    if (of_text[t].empty()) return;
    std::vector<Range> letters;
    for (const std::size_t side : of_text[t])
      letters.push_back(side % 2 == 0 ? sources[side / 2]->shared.a : sources[side / 2]->shared.b);
    const std::vector<Range> bytes = letters_to_bytes(texts[t].text, letters);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      LetterPassage& passage = passages[of_text[t][i] / 2];
      (of_text[t][i] % 2 == 0 ? passage.a_range : passage.b_range) = bytes[i];
    }
  });
  std::sort(passages.begin(), passages.end(), [](const LetterPassage& x, const LetterPassage& y) {
    return std::tie(x.b, x.a, x.b_range, x.a_range) < std::tie(y.b, y.a, y.b_range, y.a_range);
  });
  return passages;
}

// Seeds of one pair, merged by their hashes.
class PairSeeds {
 public:
  std::span<const LetterAnchor> anchors(std::span<const Letter> a, std::span<const Letter> b) {
    choose_letter_seeds(a, kPairSeeds, a_seeds_);
    choose_letter_seeds(b, kPairSeeds, b_seeds_);
    std::sort(a_seeds_.begin(), a_seeds_.end());
    std::sort(b_seeds_.begin(), b_seeds_.end());
    anchors_.clear();
    auto a_at = a_seeds_.begin();
    for (auto b_at = b_seeds_.begin(); b_at != b_seeds_.end();) {
      while (a_at != a_seeds_.end() && a_at->hash < b_at->hash) ++a_at;
      auto a_end = a_at;
      while (a_end != a_seeds_.end() && a_end->hash == b_at->hash) ++a_end;
      auto b_end = b_at;
      while (b_end != b_seeds_.end() && b_end->hash == b_at->hash) ++b_end;
      link(std::span(a_at, a_end), std::span(b_at, b_end));
      b_at = b_end;
    }
    std::sort(anchors_.begin(), anchors_.end());
    return anchors_;
  }

 private:
  static constexpr std::size_t kMostEach = 8;

  void link(std::span<const LetterSeed> a, std::span<const LetterSeed> b) {
    for (const LetterSeed& a_seed : a.first(std::min(a.size(), kMostEach)))
      for (const LetterSeed& b_seed : b.first(std::min(b.size(), kMostEach)))
        anchors_.push_back({0, b_seed.letter, a_seed.letter, 2});
  }

  std::vector<LetterSeed> a_seeds_;
  std::vector<LetterSeed> b_seeds_;
  std::vector<LetterAnchor> anchors_;
};

}  // namespace

Result<std::vector<LetterPassage>> find_letter_passages(std::span<const LetterText> texts,
                                                        const LetterOptions& options,
                                                        const Context& context) {
  const PileLetters pile = read_letters(texts, std::vector<bool>(texts.size(), true), context);
  const LetterAnchors anchors = link_letter_seeds(pile, context);
  std::vector<std::vector<PartnerPassage>> found(texts.size());
  parallel_for(context, texts.size(), [&](std::size_t b) {
    const std::uint64_t n = anchors.begins[b + 1] - anchors.begins[b];
    if (n == 0) return;
    LetterPairer pairer(options);
    found[b] = find_partners(pile, static_cast<std::uint32_t>(b),
                             std::span(anchors.anchors).subspan(anchors.begins[b], n), pairer);
  });
  std::vector<LetterPassage> passages = in_bytes(texts, found, context);
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "interrupted");
  return passages;
}

Result<std::vector<LetterPassage>> compare_letters(
    std::span<const LetterText> texts,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs, const LetterOptions& options,
    const Context& context) {
  std::vector<bool> wanted(texts.size(), false);
  for (const auto& [a, b] : pairs) wanted[a] = wanted[b] = true;
  const PileLetters pile = read_letters(texts, wanted, context);
  std::vector<std::vector<PartnerPassage>> found(pairs.size());
  parallel_for(context, pairs.size(), [&](std::size_t i) {
    const auto [a, b] = pairs[i];
    PairSeeds seeds;
    LetterPairer pairer(options);
    std::vector<SharedLetters> shared;
    pairer.find(pile.texts[a], pile.texts[b], seeds.anchors(pile.texts[a], pile.texts[b]),
                kPairSeeds, shared);
    for (const SharedLetters& one : shared) found[i].push_back({a, b, one});
  });
  std::vector<LetterPassage> passages = in_bytes(texts, found, context);
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "interrupted");
  return passages;
}

}  // namespace fabula::reuse
