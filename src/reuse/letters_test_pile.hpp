// Made-up piles with wrong letters whose copies are known, for tests and the benchmark of letters.
//
// Words are syllables, their frequencies Zipf's. Every word of a text carries the number of the
// word it was copied from, so what was found can be judged word by word.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "reuse/letters.hpp"

namespace fabula::reuse {

struct LabelledWord {
  std::string letters;       // as first written
  std::uint32_t origin = 0;  // the same in all copies, different everywhere else
  Range bytes;               // in the text, after the noise
};

struct LabelledText {
  std::string text;
  std::vector<LabelledWord> words;
};

struct CopiedStretch {
  std::uint32_t from = 0;  // text index, below `to`
  std::uint32_t to = 0;
  std::uint32_t first_word = 0;  // of `to`
  std::uint32_t n_words = 0;
};

struct LabelledPile {
  std::vector<LabelledText> texts;
  std::vector<CopiedStretch> copies;
};

struct NoisyPileShape {
  std::uint32_t n_texts = 100;
  std::uint32_t words_per_text = 500;
  std::uint32_t n_kinds = 50000;  // of words
  std::uint32_t wrong_permille = 60;
  std::uint32_t shortest_copy = 50;  // words
  std::uint32_t longest_copy = 300;
};

class NoisyPileMaker {
 public:
  NoisyPileMaker(unsigned seed, const NoisyPileShape& shape) : random_(seed), shape_(shape) {
    double sum = 0;
    for (std::uint32_t rank = 0; rank < shape.n_kinds; ++rank) {
      kinds_.push_back(make_word(rank));
      sums_.push_back(sum += 1.0 / (rank + 2.7));
    }
  }

  LabelledPile make() {
    LabelledPile pile;
    for (std::uint32_t t = 0; t < shape_.n_texts; ++t) {
      pile.texts.emplace_back();
      // Every other text copies; half of those twice.
      if (t > 0 && below(2) == 0)
        for (std::uint32_t n = 1 + below(2); n > 0; --n) copy_into(pile, t);
      add_new_words(pile.texts[t], shape_.words_per_text / 2 + below(shape_.words_per_text));
    }
    for (LabelledText& text : pile.texts) write(text);
    return pile;
  }

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  void add_new_words(LabelledText& text, std::uint32_t n) {
    for (; n > 0; --n) text.words.push_back({zipf_word(), n_origins_++, {}});
  }

  // Writes the words down, with letters exchanged, lost and added.
  void write(LabelledText& text) {
    text.text.clear();
    for (LabelledWord& word : text.words) {
      word.bytes.begin = static_cast<std::uint32_t>(text.text.size());
      for (const char letter : word.letters) write_letter(text.text, letter);
      if (text.text.size() == word.bytes.begin) text.text += 'x';
      word.bytes.end = static_cast<std::uint32_t>(text.text.size());
      if (below(4000) >= shape_.wrong_permille) text.text += below(12) == 0 ? ". " : " ";
    }
  }

 private:
  std::string make_word(std::uint32_t rank) {
    static constexpr std::string_view kOnsets = "tnshrdlcmwfgypbvk";
    static constexpr std::string_view kVowels = "eeaaioouei";
    std::string word;
    const std::uint32_t n = rank < 100 ? 1 : rank < 2000 ? 1 + below(2) : 2 + below(3);
    for (std::uint32_t i = 0; i < n; ++i) {
      word += kOnsets[below(static_cast<std::uint32_t>(kOnsets.size()))];
      word += kVowels[below(static_cast<std::uint32_t>(kVowels.size()))];
      if (below(2) == 0) word += kOnsets[below(static_cast<std::uint32_t>(kOnsets.size()))];
    }
    return word;
  }

  const std::string& zipf_word() {
    const double at = std::uniform_real_distribution<double>(0, sums_.back())(random_);
    const auto found = std::lower_bound(sums_.begin(), sums_.end(), at);
    return kinds_[static_cast<std::size_t>(found - sums_.begin())];
  }

  void copy_into(LabelledPile& pile, std::uint32_t to) {
    const std::uint32_t from = below(to);
    const auto& source = pile.texts[from].words;
    const auto n_source = static_cast<std::uint32_t>(source.size());
    const std::uint32_t longest = std::min(shape_.longest_copy, n_source);
    if (longest < shape_.shortest_copy) return;
    const std::uint32_t n = shape_.shortest_copy + below(longest - shape_.shortest_copy + 1);
    const std::uint32_t begin = below(n_source - n + 1);
    add_new_words(pile.texts[to], below(60));
    auto& target = pile.texts[to].words;
    pile.copies.push_back({from, to, static_cast<std::uint32_t>(target.size()), n});
    target.insert(target.end(), source.begin() + begin, source.begin() + begin + n);
    add_new_words(pile.texts[to], below(60));
  }

  void write_letter(std::string& text, char letter) {
    const std::uint32_t chance = below(1000);
    if (chance < shape_.wrong_permille) {
      char other = letter;
      while (other == letter) other = static_cast<char>('a' + below(26));
      text += other;
    } else if (chance < shape_.wrong_permille + shape_.wrong_permille / 12) {
      return;  // lost
    } else {
      text += letter;
      if (chance < shape_.wrong_permille + shape_.wrong_permille / 6)
        text += static_cast<char>('a' + below(26));
    }
  }

  std::mt19937 random_;
  NoisyPileShape shape_;
  std::vector<std::string> kinds_;
  std::vector<double> sums_;
  std::uint32_t n_origins_ = 0;
};

struct LetterScore {
  std::uint64_t copied_words = 0;
  std::uint64_t found_words = 0;  // of those
  std::uint64_t spans = 0;
  std::uint64_t right_spans = 0;  // at least three in four words of b stand in the range of a
  std::uint64_t span_words = 0;
  std::uint64_t right_words = 0;
};

inline std::vector<LetterText> views_of(const LabelledPile& pile) {
  std::vector<LetterText> texts;
  for (const LabelledText& text : pile.texts) texts.push_back({text.text, true});
  return texts;
}

inline std::unordered_set<std::uint32_t> origins_in(const LabelledText& text, Range range) {
  std::unordered_set<std::uint32_t> origins;
  for (const LabelledWord& word : text.words)
    if (word.bytes.overlaps(range)) origins.insert(word.origin);
  return origins;
}

// `passages` by (b, a).
inline LetterScore score_letters(const LabelledPile& pile,
                                 std::span<const LetterPassage> passages) {
  LetterScore score;
  const auto before = [](const LetterPassage& x, const LetterPassage& y) {
    return x.b != y.b ? x.b < y.b : x.a < y.a;
  };
  for (const CopiedStretch& copy : pile.copies) {
    LetterPassage key;
    key.a = copy.from;
    key.b = copy.to;
    const auto [begin, end] = std::equal_range(passages.begin(), passages.end(), key, before);
    std::vector<bool> found(copy.n_words, false);
    for (auto passage = begin; passage != end; ++passage) {
      const auto origins = origins_in(pile.texts[copy.from], passage->a_range);
      for (std::uint32_t i = 0; i < copy.n_words; ++i) {
        const LabelledWord& word = pile.texts[copy.to].words[copy.first_word + i];
        if (word.bytes.overlaps(passage->b_range) && origins.contains(word.origin)) found[i] = true;
      }
    }
    score.copied_words += copy.n_words;
    score.found_words += static_cast<std::uint64_t>(std::count(found.begin(), found.end(), true));
  }
  for (const LetterPassage& passage : passages) {
    const auto origins = origins_in(pile.texts[passage.a], passage.a_range);
    std::uint64_t n_words = 0;
    std::uint64_t n_right = 0;
    for (const LabelledWord& word : pile.texts[passage.b].words) {
      if (!word.bytes.overlaps(passage.b_range)) continue;
      ++n_words;
      n_right += origins.contains(word.origin);
    }
    ++score.spans;
    score.right_spans += 4 * n_right >= 3 * n_words;
    score.span_words += n_words;
    score.right_words += n_right;
  }
  return score;
}

}  // namespace fabula::reuse
