#include "reconcile/candidates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace fabula::reconcile {
namespace {

constexpr std::uint32_t kGramWords = 3;
constexpr std::uint32_t kMostVoters = 16;  // holders of a run that are all voted for
constexpr std::size_t kSpeakers = 4;       // first ones, and fullest ones, of a run that more hold
constexpr std::size_t kRareParents = 5;    // elected by the runs of up to 16 holders
constexpr std::size_t kCommonParents = kMostParents - kRareParents;  // by the others
constexpr std::uint64_t kWholeVote = std::uint64_t{1} << 40;

// 40 bits of a run's hash, then the text: two runs with the same bits share their votes, no more.
constexpr unsigned kTextBits = 24;
using Posting = std::uint64_t;

std::uint32_t text_of(Posting posting) {
  return static_cast<std::uint32_t>(posting & ((1U << kTextBits) - 1));
}

std::vector<Posting> list_postings(const FamilyWords& family) {
  std::vector<Posting> postings;
  for (std::uint32_t text = 0; text < family.n_texts(); ++text) {
    const auto words = family.words(text);
    std::uint64_t grams = 0;
    const std::size_t n = std::min<std::size_t>(kGramWords, words.size());
    for (std::size_t at = 0; n > 0 && at + n <= words.size(); ++at) {
      grams = 0;
      for (std::size_t i = 0; i < n; ++i) {
        grams = (grams ^ (words[at + i] + 1)) * 0x9E3779B97F4A7C15U;
        grams ^= grams >> 29;
      }
      postings.push_back((grams >> kTextBits << kTextBits) | text);
    }
  }
  return postings;
}

// Sorted by the run; texts stay in order. Each pass counts 10 of the 40 bits.
void sort_postings(std::vector<Posting>& postings) {
  constexpr std::size_t kSmall = 4096;
  constexpr unsigned kDigitBits = 10;
  if (postings.size() <= kSmall) {
    std::sort(postings.begin(), postings.end());
  } else {
    std::vector<Posting> other(postings.size());
    for (unsigned shift = kTextBits; shift < 64; shift += kDigitBits) {
      std::array<std::size_t, (1U << kDigitBits) + 1> begins{};
      const auto digit = [&](Posting p) { return (p >> shift) & ((1U << kDigitBits) - 1); };
      for (const Posting p : postings) ++begins[digit(p) + 1];
      for (std::size_t d = 0; d + 1 < begins.size(); ++d) begins[d + 1] += begins[d];
      for (const Posting p : postings) other[begins[digit(p)]++] = p;
      postings.swap(other);
    }
  }
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
}

// Postings of one run after the other: calls `visit` for each run that several texts hold.
template <class Visit>
void for_each_run(std::span<const Posting> postings, const Visit& visit) {
  for (std::size_t begin = 0; begin < postings.size();) {
    std::size_t end = begin + 1;
    while (end < postings.size() && postings[begin] >> kTextBits == postings[end] >> kTextBits)
      ++end;
    if (end - begin > 1) visit(postings.subspan(begin, end - begin));
    begin = end;
  }
}

// How much of what the family holds each text holds: the sum of its runs' holders.
std::vector<std::uint64_t> count_fullness(std::span<const Posting> postings, std::uint32_t n) {
  std::vector<std::uint64_t> fullness(n, 0);
  for_each_run(postings, [&](std::span<const Posting> run) {
    for (const Posting p : run) fullness[text_of(p)] += run.size();
  });
  return fullness;
}

// Runs that several texts hold, with those they vote for; and the runs of each text.
struct Ballots {
  std::vector<std::uint32_t> voted_for;
  std::vector<std::uint32_t> begins{0};  // run r votes for voted_for[begins[r] .. begins[r + 1])
  std::vector<std::uint32_t> n_holders;  // by run
  std::vector<std::uint32_t> runs;       // by text
  std::vector<std::uint32_t> run_begins;
};

void append_speakers(std::span<const Posting> run, std::span<const std::uint64_t> fullness,
                     std::vector<std::uint32_t>& out) {
  std::array<std::uint32_t, kSpeakers> fullest{};
  std::size_t n = 0;
  const auto fuller = [&](std::uint32_t x, std::uint32_t y) {
    return std::pair(fullness[y], x) < std::pair(fullness[x], y);
  };
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::uint32_t text = text_of(run[i]);
    if (i < kSpeakers) {
      out.push_back(text);
      continue;
    }
    std::size_t at = n;
    if (n < kSpeakers) {
      ++n;
    } else if (fuller(text, fullest[n - 1])) {
      --at;
    } else {
      continue;
    }
    for (; at > 0 && fuller(text, fullest[at - 1]); --at) fullest[at] = fullest[at - 1];
    fullest[at] = text;
  }
  out.insert(out.end(), fullest.begin(), fullest.begin() + static_cast<std::ptrdiff_t>(n));
}

Ballots cast(std::span<const Posting> postings, std::uint32_t n_texts) {
  const std::vector<std::uint64_t> fullness = count_fullness(postings, n_texts);
  Ballots made;
  made.run_begins.assign(n_texts + 1, 0);
  for_each_run(postings, [&](std::span<const Posting> run) {
    if (run.size() <= kMostVoters) {
      for (const Posting p : run) made.voted_for.push_back(text_of(p));
    } else {
      append_speakers(run, fullness, made.voted_for);
    }
    made.begins.push_back(static_cast<std::uint32_t>(made.voted_for.size()));
    made.n_holders.push_back(static_cast<std::uint32_t>(run.size()));
    for (const Posting p : run) ++made.run_begins[text_of(p) + 1];
  });
  for (std::size_t t = 0; t < n_texts; ++t) made.run_begins[t + 1] += made.run_begins[t];
  made.runs.resize(made.run_begins.back());
  std::vector<std::uint32_t> next(made.run_begins.begin(), made.run_begins.end() - 1);
  std::uint32_t number = 0;
  for_each_run(postings, [&](std::span<const Posting> run) {
    for (const Posting p : run) made.runs[next[text_of(p)]++] = number;
    ++number;
  });
  return made;
}

// Counts votes for texts, then names those with most.
class Tally {
 public:
  explicit Tally(std::uint32_t n_texts) : votes_(n_texts, 0) {}

  void add(std::uint32_t text, std::uint64_t vote) {
    if (votes_[text] == 0) named_.push_back(text);
    votes_[text] += vote;
  }

  // Calls `visit` for up to `n` texts and forgets all votes.
  template <class Visit>
  void elect(std::size_t n, const Visit& visit) {
    const std::size_t n_elected = std::min(n, named_.size());
    std::partial_sort(named_.begin(), named_.begin() + static_cast<std::ptrdiff_t>(n_elected),
                      named_.end(), [&](std::uint32_t x, std::uint32_t y) {
                        return std::pair(votes_[y], x) < std::pair(votes_[x], y);
                      });
    for (std::size_t i = 0; i < named_.size(); ++i) {
      if (i < n_elected) visit(named_[i]);
      votes_[named_[i]] = 0;
    }
    named_.clear();
  }

 private:
  std::vector<std::uint64_t> votes_;  // by text
  std::vector<std::uint32_t> named_;  // texts with votes
};

std::vector<TextPair> all_pairs(std::uint32_t n) {
  std::vector<TextPair> pairs;
  for (std::uint32_t a = 0; a < n; ++a)
    for (std::uint32_t b = a + 1; b < n; ++b) pairs.push_back({a, b});
  return pairs;
}

// Pairs the fullest text of each island, which no pair ties to the others, with the fullest of all.
void tie_islands(std::span<const std::uint64_t> fullness, std::vector<TextPair>& pairs) {
  const auto n = static_cast<std::uint32_t>(fullness.size());
  std::vector<std::uint32_t> leader(n);
  for (std::uint32_t t = 0; t < n; ++t) leader[t] = t;
  const auto find = [&](std::uint32_t t) {
    while (leader[t] != t) t = leader[t] = leader[leader[t]];
    return t;
  };
  // The leader of an island is its fullest text, the first of them where there are several.
  const auto fuller = [&](std::uint32_t x, std::uint32_t y) {
    return std::pair(fullness[y], x) < std::pair(fullness[x], y);
  };
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = find(a), y = find(b);
    if (x != y) leader[fuller(x, y) ? y : x] = fuller(x, y) ? x : y;
  };
  for (const TextPair& pair : pairs) join(pair.a, pair.b);
  std::uint32_t fullest = 0;
  for (std::uint32_t t = 1; t < n; ++t)
    if (fuller(t, fullest)) fullest = t;
  const std::size_t n_before = pairs.size();
  for (std::uint32_t t = 0; t < n; ++t)
    if (leader[t] == t && find(fullest) != t)
      pairs.push_back({std::min(t, fullest), std::max(t, fullest)});
  if (pairs.size() > n_before) std::sort(pairs.begin(), pairs.end());
}

}  // namespace

std::vector<TextPair> find_candidates(const FamilyWords& family) {
  const std::uint32_t n_texts = family.n_texts();
  if (n_texts <= kMostParents + 1) return all_pairs(n_texts);
  std::vector<Posting> postings = list_postings(family);
  sort_postings(postings);
  const Ballots ballots = cast(postings, n_texts);
  std::vector<TextPair> pairs;
  Tally rare(n_texts), common(n_texts);
  for (std::uint32_t text = 0; text < n_texts; ++text) {
    for (std::uint32_t i = ballots.run_begins[text]; i < ballots.run_begins[text + 1]; ++i) {
      const std::uint32_t run = ballots.runs[i];
      const std::uint64_t holders = ballots.n_holders[run];
      const bool is_rare = holders <= kMostVoters;
      for (std::uint32_t v = ballots.begins[run]; v < ballots.begins[run + 1]; ++v) {
        const std::uint32_t other = ballots.voted_for[v];
        if (other == text) continue;
        if (is_rare) {
          rare.add(other, kWholeVote / (holders * holders));
        } else {
          common.add(other, 1 + kWholeVote / holders);
        }
      }
    }
    const auto pair_up = [&](std::uint32_t other) {
      pairs.push_back({std::min(text, other), std::max(text, other)});
    };
    common.elect(kCommonParents, pair_up);
    rare.elect(kRareParents, pair_up);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  tie_islands(count_fullness(postings, n_texts), pairs);
  return pairs;
}

}  // namespace fabula::reconcile
