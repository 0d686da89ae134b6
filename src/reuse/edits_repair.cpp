#include "reuse/edits_repair.hpp"

#include <algorithm>
#include <cstring>

namespace fabula::reuse {
namespace {

constexpr std::uint32_t kMaxSlide = 64;  // words: longer than nearly all sentences

std::string_view text_of(const Telling& telling, std::uint32_t word) {
  return words_of(telling.text, telling.words[word].range);
}

std::string_view between(const Telling& telling, std::uint32_t left, std::uint32_t right) {
  const std::uint32_t begin = telling.words[left].range.end;
  return telling.text.substr(begin, telling.words[right].range.begin - begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_brackets(const Telling& telling) {
  return words_of(telling.text, telling.range).find('[') != std::string_view::npos;
}

bool has_numbers(const Telling& telling) {
  return std::any_of(telling.words.begin(), telling.words.end(), [&](const EditWord& word) {
    return is_digit(telling.text[word.range.begin]);
  });
}

// One of the two tellings with the pairs seen from it.
struct Side {
  const Telling& telling;
  const Telling& other;
  std::uint32_t WordPair::* here;
  std::uint32_t WordPair::* there;
};

// Marks pairs inside brackets that only one side has.
void part_brackets(const Side& side, std::vector<WordPair>& pairs, std::vector<bool>& parted) {
  const std::string_view text = side.telling.text;
  const Range range = side.telling.range;
  std::uint32_t at = range.begin;
  while (at < range.end) {
    const void* const found = std::memchr(text.data() + at, '[', range.end - at);
    if (found == nullptr) return;
    at = static_cast<std::uint32_t>(static_cast<const char*>(found) - text.data());
    const Range bracket = bracket_at(text, at, range);
    ++at;
    if (bracket.empty()) continue;
    auto pair = std::partition_point(pairs.begin(), pairs.end(), [&](const WordPair& p) {
      return side.telling.words[p.*side.here].range.begin < bracket.begin;
    });
    bool is_same = false;
    for (auto first = pair; pair != pairs.end(); ++pair) {
      const std::uint32_t begin = side.telling.words[(*pair).*side.here].range.begin;
      if (begin >= bracket.end) break;
      if (pair == first) {
        const std::uint32_t lead = begin - bracket.begin;
        const std::uint32_t there = side.other.words[(*pair).*side.there].range.begin;
        is_same = there >= side.other.range.begin + lead &&
                  side.other.text.substr(there - lead, bracket.size()) == words_of(text, bracket);
      }
      if (!is_same) parted[static_cast<std::size_t>(pair - pairs.begin())] = true;
    }
  }
}

// Pairs next to a change that are part of one number with it, and digits grouped in another way.
void part_numbers(const Telling& a, const Telling& b, const std::vector<WordPair>& pairs,
                  std::vector<bool>& parted) {
  const auto joined_right = [&](WordPair p) {
    return joins_digits(a, p.a, false) || joins_digits(b, p.b, false);
  };
  const auto joined_left = [&](WordPair p) {
    return (p.a > 0 && joins_digits(a, p.a - 1, false)) ||
           (p.b > 0 && joins_digits(b, p.b - 1, false));
  };
  const auto n = pairs.size();
  for (std::size_t i = 0; i < n; ++i) {  // left to right: what stands behind a change
    const bool follows =
        i > 0 && pairs[i - 1].a + 1 == pairs[i].a && pairs[i - 1].b + 1 == pairs[i].b;
    if (!follows) {
      parted[i] = parted[i] || joined_left(pairs[i]);
    } else if (parted[i - 1]) {
      parted[i] = parted[i] || joined_left(pairs[i]);
    } else if (is_digit(text_of(a, pairs[i].a).front()) && joins_digits(a, pairs[i - 1].a, true) &&
               joins_digits(b, pairs[i - 1].b, true) &&
               between(a, pairs[i - 1].a, pairs[i].a) != between(b, pairs[i - 1].b, pairs[i].b)) {
      parted[i - 1] = parted[i] = true;
    }
  }
  for (std::size_t i = n; i-- > 0;) {  // right to left: what stands before one
    const bool precedes = i + 1 < n && pairs[i].a + 1 == pairs[i + 1].a &&
                          pairs[i].b + 1 == pairs[i + 1].b && !parted[i + 1];
    if (!precedes) parted[i] = parted[i] || joined_right(pairs[i]);
  }
}

void drop_parted(std::vector<WordPair>& pairs, const std::vector<bool>& parted) {
  std::size_t n_kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (!parted[i]) pairs[n_kept++] = pairs[i];
  pairs.resize(n_kept);
}

// One or two equal words in the middle of a text that is another one are equal by chance.
void part_chance_words(const Telling& a, const Telling& b, std::vector<WordPair>& pairs) {
  constexpr std::uint32_t kMaxIsland = 2;
  constexpr std::uint32_t kMinAround = 24;  // other words of either side, before and behind
  if (std::min(a.words.size(), b.words.size()) - pairs.size() < kMinAround) return;
  std::size_t n_kept = 0;
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i + 1;
    while (end < pairs.size() && pairs[end].a == pairs[end - 1].a + 1 &&
           pairs[end].b == pairs[end - 1].b + 1)
      ++end;
    const WordPair before =
        n_kept > 0 ? WordPair{pairs[n_kept - 1].a + 1, pairs[n_kept - 1].b + 1} : WordPair{0, 0};
    const WordPair last = pairs[end - 1];
    const WordPair next = end < pairs.size() ? pairs[end]
                                             : WordPair{static_cast<std::uint32_t>(a.words.size()),
                                                        static_cast<std::uint32_t>(b.words.size())};
    const auto n_before = std::min(pairs[i].a - before.a, pairs[i].b - before.b);
    const auto n_behind = std::min(next.a - last.a - 1, next.b - last.b - 1);
    const bool by_chance =
        end - i <= kMaxIsland && n_before + n_behind >= kMinAround && n_before > 0 && n_behind > 0;
    for (; i < end; ++i)
      if (!by_chance) pairs[n_kept++] = pairs[i];
  }
  pairs.resize(n_kept);
}

// Slides the words [begin, begin + n) of `side.telling`, which pair `next` follows.
void slide(const Side& side, std::uint32_t begin, std::uint32_t n, std::size_t next,
           std::vector<WordPair>& pairs) {
  const auto& words = side.telling.words;
  const auto follows = [&](std::size_t i) {  // pairs i - 1 and i stand side by side
    return pairs[i - 1].a + 1 == pairs[i].a && pairs[i - 1].b + 1 == pairs[i].b;
  };
  std::uint32_t left = 0;
  while (left < kMaxSlide && next > left && (left == 0 || follows(next - left)) &&
         words[begin - left - 1].hash == words[begin - left - 1 + n].hash)
    ++left;
  std::uint32_t right = 0;
  while (right < kMaxSlide && next + right < pairs.size() &&
         (right == 0 || follows(next + right)) &&
         words[begin + right].hash == words[begin + right + n].hash)
    ++right;
  if (left + right == 0) return;

  const auto strength = [&](std::uint32_t word) {
    if (word == 0 || word >= words.size()) return 0;
    return border_strength(between(side.telling, word - 1, word));
  };
  std::uint32_t best = begin + right;
  int best_score = -1;
  for (std::uint32_t at = begin + right + 1; at-- > begin - left;) {
    const int score = 4 * strength(at) + strength(at + n);
    if (score > best_score) {
      best_score = score;
      best = at;
    }
  }
  for (std::uint32_t i = 1; best + i <= begin; ++i) pairs[next - i].*side.here += n;
  for (std::uint32_t i = 0; begin + i < best; ++i) pairs[next + i].*side.here -= n;
}

void slide_all(const Telling& a, const Telling& b, std::vector<WordPair>& pairs) {
  const Side on_a{a, b, &WordPair::a, &WordPair::b};
  const Side on_b{b, a, &WordPair::b, &WordPair::a};
  const auto has_bracket = [](const Side& side, std::uint32_t begin, std::uint32_t n) {
    const std::uint32_t from = side.telling.words[begin].range.begin;
    const std::uint32_t to = side.telling.words[begin + n - 1].range.end;
    const std::uint32_t before = from > side.telling.range.begin ? from - 1 : from;
    return std::memchr(side.telling.text.data() + before, '[', to - before) != nullptr;
  };
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    const WordPair last = pairs[i - 1];
    const std::uint32_t n_a = pairs[i].a - last.a - 1;
    const std::uint32_t n_b = pairs[i].b - last.b - 1;
    if ((n_a == 0) == (n_b == 0)) continue;
    const Side& side = n_a > 0 ? on_a : on_b;
    const std::uint32_t begin = last.*side.here + 1;
    const std::uint32_t n = n_a + n_b;
    if (!has_bracket(side, begin, n)) slide(side, begin, n, i, pairs);
  }
}

}  // namespace

int border_strength(std::string_view text) {
  int strength = 0;
  const auto at_least = [&](int found) { strength = std::max(strength, found); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      at_least(text.find('\n', i + 1) != std::string_view::npos ? 4 : 1);
    } else if (c == '.' || c == '!' || c == '?' || text.substr(i, 3) == "…") {
      at_least(3);
    } else if (c == ',' || c == ';' || c == ':' || c == '(' || text.substr(i, 3) == "–" ||
               text.substr(i, 3) == "—") {
      at_least(2);
    } else if (c != ' ' && c != '\r' && c != '\t') {
      at_least(1);
    }
  }
  return strength;
}

void repair_pairs(const Telling& a, const Telling& b, std::vector<WordPair>& pairs) {
  part_chance_words(a, b, pairs);
  const bool brackets = has_brackets(a) || has_brackets(b);
  const bool numbers = has_numbers(a) || has_numbers(b);
  if (brackets || numbers) {
    std::vector<bool> parted(pairs.size());
    if (brackets) part_brackets({b, a, &WordPair::b, &WordPair::a}, pairs, parted);
    if (brackets) part_brackets({a, b, &WordPair::a, &WordPair::b}, pairs, parted);
    if (numbers) part_numbers(a, b, pairs, parted);
    drop_parted(pairs, parted);
  }
  slide_all(a, b, pairs);
}

}  // namespace fabula::reuse
