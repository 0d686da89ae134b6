#include "reuse/copies.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fabula::reuse {
namespace {

constexpr std::uint64_t kWhole = 1'000'000;  // likeness of equal texts

// Of what is asked for, so much is enough from an article that shares all of it with a member.
constexpr std::uint32_t kKinPercent = 84;

constexpr std::size_t kMaxCandidates = 4;  // leaders an article is compared with

// Shorter stretches than this are shared by chance; five words are a seed's length.
constexpr std::size_t kGramWords = 5;

std::vector<WordCode> story_words(std::span<const WordCode> words) {
  std::vector<WordCode> story;
  story.reserve(words.size());
  for (const WordCode code : words)
    if ((code & kNoStory) == 0) story.push_back(code & kNumberMask);
  return story;
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

}  // namespace

CopyGrouper::CopyGrouper(const PileWords& words, std::uint32_t percent, const Context& context)
    : words_(words), percent_(percent) {
  leader_of_.resize(words.n_articles());
  n_story_words_.resize(words.n_articles());
  constexpr std::size_t kAtATime = 1024;
  parallel_for(context, words.n_articles() / kAtATime + 1, [&](std::size_t task) {
    std::vector<WordCode> buffer;
    const auto end = std::min<std::size_t>((task + 1) * kAtATime, words.n_articles());
    for (auto i = static_cast<std::uint32_t>(task * kAtATime); i < end; ++i) {
      leader_of_[i] = i;
      n_story_words_[i] = count_story_words(words.words_of(i, buffer));
    }
  });
}

void CopyGrouper::add(std::span<const SharedPassage> passages) {
  for (std::size_t begin = 0, end = 0; begin < passages.size(); begin = end) {
    const std::uint32_t b = passages[begin].b;
    while (end < passages.size() && passages[end].b == b) ++end;
    place(b, passages.subspan(begin, end - begin));
  }
}

// Joins the group of the article that b is most like, when b shares enough with its leader; else
// that of the next. How much b shares with the leader does not choose: of a short text a long
// article of many parts may hold more than the very story that it was cut from.
void CopyGrouper::place(std::uint32_t b, std::span<const SharedPassage> passages) {
  find_candidates(b, passages);
  const auto fits = [&](const Candidate& candidate) {
    const bool has_kin = candidate.likeness >= std::uint64_t{percent_} * (kWhole / 100);
    const std::uint64_t least = has_kin ? percent_ * kKinPercent / 100 : percent_;
    return percent_of(b, candidate) >= least;
  };
  const auto best = std::find_if(candidates_.begin(), candidates_.end(), fits);
  if (best != candidates_.end()) leader_of_[b] = best->leader;
}

// What the passages with a leader cover; a leader that b is tied to through a member is compared.
std::uint64_t CopyGrouper::percent_of(std::uint32_t b, const Candidate& candidate) const {
  if (candidate.n_shared > 0) {
    const std::uint32_t shorter = std::min(n_story_words_[candidate.leader], n_story_words_[b]);
    return std::min<std::uint64_t>(std::uint64_t{candidate.n_shared} * 100 / shorter, 100);
  }
  std::vector<WordCode> b_buffer;
  std::vector<WordCode> leader_buffer;
  return percent_shared(words_.words_of(candidate.leader, leader_buffer),
                        words_.words_of(b, b_buffer));
}

// Leaders of the articles that b shares at least half as much with as is asked for; the one with
// the member that b is most like first.
void CopyGrouper::find_candidates(std::uint32_t b, std::span<const SharedPassage> passages) {
  candidates_.clear();
  for (std::size_t begin = 0, end = 0; begin < passages.size(); begin = end) {
    const std::uint32_t a = passages[begin].a;
    std::uint32_t a_shared = 0;
    std::uint32_t b_shared = 0;
    bool is_told = false;  // words that chance explains count where there are others
    for (; end < passages.size() && passages[end].a == a; ++end) {
      const SharedClass type = passages[end].type;
      is_told |= !is_hidden(type);
      if (is_hidden(type) && type != SharedClass::kChance) continue;
      a_shared += passages[end].a_story;
      b_shared += passages[end].b_story;
    }
    const std::uint32_t shared = std::min(a_shared, b_shared);
    const auto [shorter, longer] = std::minmax(n_story_words_[a], n_story_words_[b]);
    if (is_told && shared > 0 && std::uint64_t{shared} * 200 >= std::uint64_t{shorter} * percent_)
      candidates_.push_back(
          {leader_of_[a], leader_of_[a] == a ? shared : 0, shared * kWhole / longer});
  }
  merge_candidates();
  std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& x, const Candidate& y) {
    return std::tuple(y.likeness, x.leader) < std::tuple(x.likeness, y.leader);
  });
  if (candidates_.size() > kMaxCandidates) candidates_.resize(kMaxCandidates);
}

// One of each leader, which it keeps the highest numbers of.
void CopyGrouper::merge_candidates() {
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& x, const Candidate& y) { return x.leader < y.leader; });
  std::size_t n = 0;
  for (const Candidate& candidate : candidates_) {
    if (n > 0 && candidates_[n - 1].leader == candidate.leader) {
      Candidate& same = candidates_[n - 1];
      same.n_shared = std::max(same.n_shared, candidate.n_shared);
      same.likeness = std::max(same.likeness, candidate.likeness);
    } else {
      candidates_[n++] = candidate;
    }
  }
  candidates_.resize(n);
}

std::vector<std::vector<std::uint32_t>> CopyGrouper::groups() const {
  std::vector<std::vector<std::uint32_t>> of_leader(leader_of_.size());
  for (std::uint32_t i = 0; i < leader_of_.size(); ++i) of_leader[leader_of_[i]].push_back(i);
  std::erase_if(of_leader, [](const auto& group) { return group.size() < 2; });
  return of_leader;
}

}  // namespace fabula::reuse
