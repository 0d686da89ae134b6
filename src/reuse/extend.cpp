#include "reuse/extend.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "reuse/walk.hpp"

namespace fabula::reuse {
namespace {

using Words = std::span<const WordCode>;

// Shorter passages must be worth so many bits, or chance may have brought the words together.
constexpr std::size_t kSafeWords = 12;
constexpr std::uint64_t kMinSafeInformation = 24 * 16;  // sixteenths of a bit
// In larger piles there are more of them than of all others, and nobody reads them one by one.
constexpr std::uint32_t kTellChanceUpTo = 65'536;  // articles

constexpr std::uint64_t kMinInformation = 32 * 16;  // sixteenths of a bit; about 4 rare words

// How common a word of a small pile is taken to be before the pile has said anything: as if it had
// been seen in 10 of 1,000 articles. Function words are in all of them.
constexpr std::uint64_t kPriorArticles = 1000;
constexpr std::uint64_t kPriorHolders = 10;

// 16 * log2(n), rounded down between powers of two as if it rose in a straight line there; whole
// numbers, so that every machine says the same. Requires 0 < n < 2^48.
std::uint64_t log2_sixteenths(std::uint64_t n) {
  const auto whole = static_cast<std::uint64_t>(std::bit_width(n) - 1);
  return 16 * whole + (((n << 8 >> whole) & 0xFF) >> 4);
}

}  // namespace

PassageFinder::Candidate PassageFinder::extend(Words a, Words b, const Link& link,
                                               WordCode border) {
  const WordCode kind = a[link.a_word] & b[link.b_word] & border;
  Walk forwards(a.subspan(link.a_word), b.subspan(link.b_word), true, border, kind);
  Walk backwards(a.first(link.a_word), b.first(link.b_word), false, border, kind);
  const Walk::End after = forwards.go();
  const Walk::End before = backwards.go();
  Candidate made;
  made.alignment = {
      link.a_word - before.a,
      link.a_word + after.a,
      link.b_word - before.b,
      link.b_word + after.b,
      before.words + after.words,
      before.aligned_words + after.aligned_words,
      std::max({before.longest_run, after.longest_run, before.first_run + after.first_run})};
  const std::int64_t diagonal = std::int64_t{link.a_word} - link.b_word;
  made.low = diagonal + std::min(forwards.lowest_lead(), -backwards.highest_lead());
  made.met_border = forwards.met_border() || backwards.met_border();
  made.high = diagonal + std::max(forwards.highest_lead(), -backwards.lowest_lead());
  return made;
}

// Does the alignment go, as far as its ends and diagonals tell, through the link?
bool PassageFinder::Candidate::holds(const Link& link) const {
  const std::int64_t diagonal = std::int64_t{link.a_word} - link.b_word;
  return alignment.b_begin <= link.b_word && link.b_word < alignment.b_end &&
         alignment.a_begin <= link.a_word && link.a_word < alignment.a_end && low <= diagonal &&
         diagonal <= high;
}

std::uint64_t information(const PileWords& pile, std::span<const WordCode> words) {
  const std::uint64_t n_all = log2_sixteenths(pile.n_sampled() + kPriorArticles);
  std::uint64_t bits = 0;
  for (const WordCode code : words)
    bits += n_all - std::min(n_all, log2_sixteenths(pile.n_holders(code) + kPriorHolders));
  return bits;
}

bool is_chance(const PileWords& pile, Words words) {
  return words.size() < kSafeWords && information(pile, words) < kMinSafeInformation;
}

bool PassageFinder::is_worth_telling(const Alignment& passage, Words b) const {
  if (pile_.n_articles() > kTellChanceUpTo &&
      is_chance(pile_, b.subspan(passage.b_begin, passage.b_end - passage.b_begin)))
    return false;
  if (passage.longest_run >= shape_.run_words) return true;
  return passage.words >= shape_.run_words && 4 * passage.words >= 3 * passage.aligned_words &&
         information(pile_, b.subspan(passage.b_begin, passage.b_end - passage.b_begin)) >=
             kMinInformation;
}

const std::vector<Alignment>& PassageFinder::find(Words a, Words b, std::span<const Link> links) {
  constexpr std::size_t kLookBack = 8;  // candidates that may hold the next link
  extended_.clear();
  candidates_.clear();
  a_told_.assign(a.size(), false);
  b_told_.assign(b.size(), false);
  for (const Link& link : links) {
    // Where both words are told there is nothing to be won, however often they are repeated.
    if (a_told_[link.a_word] != 0 && b_told_[link.b_word] != 0) continue;
    const auto recent = std::span(extended_).last(std::min(kLookBack, extended_.size()));
    if (std::any_of(recent.begin(), recent.end(),
                    [&](const Candidate& candidate) { return candidate.holds(link); }))
      continue;
    extended_.push_back(extend(a, b, link, kFurnitureWord));
    // A run that is only long enough with what stands on both sides of a border.
    if (extended_.back().alignment.words < shape_.run_words && extended_.back().met_border)
      extended_.back() = extend(a, b, link, 0);
    const Alignment& alignment = extended_.back().alignment;
    if (!is_worth_telling(alignment, b)) continue;
    candidates_.push_back(alignment);
    mark_told(alignment);
  }
  if (candidates_.size() <= 1) {
    passages_ = candidates_;
  } else {
    choose(a, b);
  }
  return passages_;
}

// The longest first; what overlaps it on both sides says nothing new, what overlaps it at an end is
// cut there. Words that stand twice in one article and once in the other are told twice.
void PassageFinder::choose(Words a, Words b) {
  std::sort(candidates_.begin(), candidates_.end(), [](const Alignment& x, const Alignment& y) {
    return std::tuple(y.words, x.b_begin, x) < std::tuple(x.words, y.b_begin, y);
  });
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  passages_.clear();
  second_choice_.clear();
  a_told_.assign(a.size(), false);
  b_told_.assign(b.size(), false);
  for (const Alignment& p : candidates_) {
    if (is_new(p)) {
      tell(p);
    } else {
      second_choice_.push_back(p);
    }
  }
  for (const Alignment& p : second_choice_) {
    const Alignment rest = cut_ends(p, a, b);
    if (rest.words < shape_.run_words || !is_worth_telling(rest, b)) continue;
    if (n_new(a_told_, rest.a_begin, rest.a_end) >= shape_.run_words ||
        n_new(b_told_, rest.b_begin, rest.b_end) >= shape_.run_words)
      tell(rest);
  }
  std::sort(passages_.begin(), passages_.end(), [](const Alignment& x, const Alignment& y) {
    return std::tuple(x.b_begin, x.a_begin, x) < std::tuple(y.b_begin, y.a_begin, y);
  });
}

void PassageFinder::mark_told(const Alignment& p) {
  std::fill(a_told_.begin() + p.a_begin, a_told_.begin() + p.a_end, true);
  std::fill(b_told_.begin() + p.b_begin, b_told_.begin() + p.b_end, true);
}

void PassageFinder::tell(const Alignment& p) {
  mark_told(p);
  passages_.push_back(p);
}

std::uint32_t PassageFinder::n_new(const std::vector<char>& told, std::uint32_t begin,
                                   std::uint32_t end) {
  return static_cast<std::uint32_t>(std::count(told.begin() + begin, told.begin() + end, false));
}

bool PassageFinder::is_new(const Alignment& p) const {
  return n_new(a_told_, p.a_begin, p.a_end) == p.a_end - p.a_begin &&
         n_new(b_told_, p.b_begin, p.b_end) == p.b_end - p.b_begin;
}

// Without the equal words at either end that are told on both sides already.
Alignment PassageFinder::cut_ends(Alignment p, Words a, Words b) const {
  const auto is_told = [&](std::uint32_t in_a, std::uint32_t in_b) {
    return a_told_[in_a] != 0 && b_told_[in_b] != 0 && same_word(a[in_a], b[in_b]);
  };
  const auto shorten = [&](std::uint32_t n) {
    p.words -= n;
    p.aligned_words -= n;
    p.longest_run = std::min(p.longest_run, p.words);
  };
  const Alignment whole = p;
  while (p.a_begin < p.a_end && p.b_begin < p.b_end && is_told(p.a_begin, p.b_begin)) {
    ++p.a_begin;
    ++p.b_begin;
    shorten(1);
  }
  while (p.a_begin < p.a_end && p.b_begin < p.b_end && is_told(p.a_end - 1, p.b_end - 1)) {
    --p.a_end;
    --p.b_end;
    shorten(1);
  }
  // A cut that would leave a change at an end is none.
  if (p.a_begin == p.a_end || p.b_begin == p.b_end) return {};
  if (!same_word(a[p.a_begin], b[p.b_begin]) || !same_word(a[p.a_end - 1], b[p.b_end - 1]))
    return whole;
  return p;
}

}  // namespace fabula::reuse
