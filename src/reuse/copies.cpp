#include "reuse/copies.hpp"

#include <algorithm>
#include <utility>

namespace fabula::reuse {
namespace {

constexpr std::size_t kMaxCandidates = 4;  // leaders an article is compared with

// Shorter stretches than this are shared by chance; five words are a seed's length.
constexpr std::size_t kGramWords = 5;

std::vector<WordCode> story_words(std::span<const WordCode> words) {
  std::vector<WordCode> story;
  story.reserve(words.size());
  for (const WordCode code : words)
    if ((code & kFurniture) == 0) story.push_back(code & kNumberMask);
  return story;
}

std::uint32_t count_story_words(std::span<const WordCode> words) {
  return static_cast<std::uint32_t>(std::count_if(
      words.begin(), words.end(), [](WordCode code) { return (code & kFurniture) == 0; }));
}

std::vector<std::uint64_t> gram_hashes(std::span<const WordCode> words) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i + kGramWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (const WordCode code : words.subspan(i, kGramWords)) {
      hash = (hash ^ code) * 0x9E3779B97F4A7C15;
      hash ^= hash >> 32;
    }
    hashes.push_back(hash);
  }
  return hashes;
}

// Per cent of the shorter text's story that lies in runs of five words the other has too.
std::uint64_t percent_shared(std::span<const WordCode> one, std::span<const WordCode> other) {
  std::vector<WordCode> shorter = story_words(one);
  std::vector<WordCode> longer = story_words(other);
  if (longer.size() < shorter.size()) std::swap(shorter, longer);
  if (shorter.size() < kGramWords) return 0;
  std::vector<std::uint64_t> known = gram_hashes(longer);
  std::sort(known.begin(), known.end());
  const std::vector<std::uint64_t> asked = gram_hashes(shorter);
  std::size_t n_covered = 0;
  std::size_t covered_end = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!std::binary_search(known.begin(), known.end(), asked[i])) continue;
    n_covered += i + kGramWords - std::max(covered_end, i);
    covered_end = i + kGramWords;
  }
  return n_covered * 100 / shorter.size();
}

struct Candidate {
  std::uint32_t n_shared = 0;
  std::uint32_t leader = 0;
};

class Grouper {
 public:
  Grouper(const PileWords& words, std::uint32_t percent) : words_(words), percent_(percent) {
    for (std::uint32_t i = 0; i < words.n_articles(); ++i) {
      leader_of_.push_back(i);
      n_story_words_.push_back(count_story_words(words.words_of(i)));
    }
  }

  // `pairs` are those of one later article b; called by rising b.
  void place(std::uint32_t b, std::span<const PairPassage> pairs) {
    std::uint64_t best_percent = 0;
    for (const Candidate& candidate : candidates(b, pairs)) {
      const std::uint64_t shared =
          percent_shared(words_.words_of(candidate.leader), words_.words_of(b));
      if (shared < percent_ || shared <= best_percent) continue;
      best_percent = shared;
      leader_of_[b] = candidate.leader;
    }
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const {
    std::vector<std::vector<std::uint32_t>> of_leader(leader_of_.size());
    for (std::uint32_t i = 0; i < leader_of_.size(); ++i) of_leader[leader_of_[i]].push_back(i);
    std::erase_if(of_leader, [](const auto& group) { return group.size() < 2; });
    return of_leader;
  }

 private:
  // Leaders of the articles that b shares at least half as much with as is asked for.
  [[nodiscard]] std::vector<Candidate> candidates(std::uint32_t b,
                                                  std::span<const PairPassage> pairs) const {
    std::vector<Candidate> found;
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
      const std::uint32_t a = pairs[begin].a;
      std::uint32_t n_shared = 0;
      for (; end < pairs.size() && pairs[end].a == a; ++end) {
        const Passage& passage = pairs[end].passage;
        n_shared += count_story_words(
            words_.words_of(b).subspan(passage.b_begin, passage.b_end - passage.b_begin));
      }
      const std::uint64_t shorter = std::min(n_story_words_[a], n_story_words_[b]);
      if (std::uint64_t{n_shared} * 200 >= shorter * percent_)
        found.push_back({n_shared, leader_of_[a]});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& x, const Candidate& y) {
      return std::pair(x.leader, y.n_shared) < std::pair(y.leader, x.n_shared);
    });
    const auto same = [](const Candidate& x, const Candidate& y) { return x.leader == y.leader; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    std::stable_sort(found.begin(), found.end(), [](const Candidate& x, const Candidate& y) {
      return x.n_shared > y.n_shared;
    });
    if (found.size() > kMaxCandidates) found.resize(kMaxCandidates);
    return found;
  }

  const PileWords& words_;
  std::uint32_t percent_;
  std::vector<std::uint32_t> leader_of_;  // itself, when it joined nobody
  std::vector<std::uint32_t> n_story_words_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_copies(const PileWords& words,
                                                     std::span<const PairPassage> pairs,
                                                     std::uint32_t percent) {
  Grouper grouper(words, percent);
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    while (end < pairs.size() && pairs[end].b == pairs[begin].b) ++end;
    grouper.place(pairs[begin].b, pairs.subspan(begin, end - begin));
  }
  return grouper.groups();
}

}  // namespace fabula::reuse
