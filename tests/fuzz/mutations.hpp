// Small changes of an input, the same ones for the same seed on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::fuzz {

// What damaged news is made of: marks of every kind, cues, names, pronouns, line ends, bytes that
// are no UTF-8, and letters that run from right to left.
inline constexpr std::array<std::string_view, 48> kTokens = {"\"",
                                                             "“",
                                                             "”",
                                                             "‘",
                                                             "’",
                                                             "'",
                                                             "''",
                                                             "„",
                                                             "«",
                                                             "»",
                                                             "(",
                                                             ")",
                                                             "\n",
                                                             "\n\n",
                                                             ": ",
                                                             ", ",
                                                             ". ",
                                                             " – ",
                                                             "…",
                                                             "?",
                                                             " said ",
                                                             " told ",
                                                             " she said",
                                                             " who said ",
                                                             "according to ",
                                                             "Ana ",
                                                             "Lopes ",
                                                             "MARSH ",
                                                             " he ",
                                                             " her ",
                                                             " Mr. ",
                                                             " Co. ",
                                                             " that ",
                                                             " not ",
                                                             " \" ",
                                                             "\xE2\x80",
                                                             "\xFF",
                                                             "\xC2\xA0",
                                                             "\xE2\x80\x8F",
                                                             "سعيد",
                                                             "אנה ",
                                                             "&quot;",
                                                             "â€œ",
                                                             "!",
                                                             "#",
                                                             "*",
                                                             "@marl ",
                                                             "2019 "};

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : state_(seed) {}

  // `input` with one to six changes; pieces of `others` are put in at times.
  [[nodiscard]] std::string mutated(std::string input, const std::vector<std::string>& others) {
    for (std::size_t n = 1 + below(6); n > 0; --n) change(input, others);
    return input;
  }

 private:
  void change(std::string& input, const std::vector<std::string>& others) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = below(1 + below(60));
    switch (below(6)) {
      case 0:
        input.erase(at, 1 + length / 8);
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(below(input.size() + 1), input.substr(at, length));
        break;
      case 3: {
        const std::string& other = others[below(others.size())];
        input.insert(at, other.substr(below(other.size() + 1), 2 * length));
        break;
      }
      case 4:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      default:
        input.insert(at, kTokens[below(kTokens.size())]);
        break;
    }
  }

  // SplitMix64 (Steele, Lea, Flood 2014): no library distribution is the same everywhere.
  std::size_t below(std::size_t n) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
  }

  std::uint64_t state_;
};

}  // namespace fabula::fuzz
