#include "news/words.hpp"

#include <array>
#include <set>

namespace fabula::news {
namespace {

constexpr std::uint32_t kContentWords = 50'000;
constexpr std::uint32_t kNames = 6'000;
constexpr std::uint32_t kLongWords = 200;  // in 1,000: of three syllables
// The commonest content words are not as common as "the": the first ranks are left out.
constexpr std::uint32_t kFirstContentOctave = 4;

// By falling frequency, roughly.
constexpr std::string_view kFunctionWords =
    "the of and to a in that is was for it on as with he be at by i this had not are but from or "
    "have an they which one you were all her she there would their we him been has when who will "
    "no more if out so up said what its about than into them can only other time new some could "
    "these two may first then do any like my now over such our man me even most made after also "
    "did many off before must well back through years much where your way down should because "
    "long each just those people too how little state good make very year still own see men work "
    "against get between being under three here both never same last while might us another life "
    "day since go right however part until";

// Without hard sounds and without a hissing end, so that no syllables make a coarse word.
constexpr std::array<std::string_view, 20> kOnsets{"b",  "br", "d",  "dr", "h", "l", "m",
                                                   "n",  "p",  "pl", "pr", "r", "s", "sl",
                                                   "st", "t",  "tr", "v",  "w", "y"};
constexpr std::array<std::string_view, 8> kVowels{"a", "e", "i", "o", "u", "ai", "ea", "ou"};
constexpr std::array<std::string_view, 6> kCodas{"", "", "l", "m", "n", "r"};
constexpr std::array<std::string_view, 4> kAccented{"é", "ö", "ñ", "ü"};

template <std::size_t n>
std::string_view pick(const std::array<std::string_view, n>& from, Random& random) {
  return from[random.below(n)];
}

std::string make_word(Random& random, std::uint32_t n_syllables) {
  std::string word;
  for (std::uint32_t i = 0; i < n_syllables; ++i) {
    word += pick(kOnsets, random);
    word += pick(kVowels, random);
    word += pick(kCodas, random);
  }
  return word;
}

std::string with_ending(std::string word, Random& random) {
  const std::uint32_t draw = random.below(1000);
  if (draw < 20) return word + "vour";
  if (draw < 40) return word + "nise";
  if (draw < 250) return word + "s";
  if (draw < 255) return word.append(pick(kAccented, random)) + "t";
  return word;
}

void print_number(std::uint32_t value, bool has_commas, std::string& out) {
  const std::string digits = std::to_string(value);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (has_commas && i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
}

void print_spelled(std::uint32_t value, std::string& out) {
  constexpr std::array<std::string_view, 20> kOnes{
      "zero",     "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr std::array<std::string_view, 10> kTens{"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (value >= 1000) {
    print_spelled(value / 1000, out);
    out += " thousand";
  } else if (value < 20) {
    out += kOnes[value];
  } else {
    out += kTens[value / 10 % 10];
    if (value % 10 != 0) out.append("-").append(kOnes[value % 10]);
  }
}

bool ends_with_variant(std::string_view word) {
  return word.ends_with("vour") || word.ends_with("nise");
}

}  // namespace

Words::Words() {
  std::set<std::string, std::less<>> taken;
  for (std::size_t begin = 0; begin < kFunctionWords.size();) {
    const std::size_t end = std::min(kFunctionWords.find(' ', begin), kFunctionWords.size());
    texts_.emplace_back(kFunctionWords.substr(begin, end - begin));
    begin = end + 1;
  }
  n_function_ = static_cast<std::uint32_t>(texts_.size());
  taken.insert(texts_.begin(), texts_.end());
  Random random(0x77f2);  // always the same words
  const auto add = [&](std::uint32_t n, bool is_name) {
    while (n > 0) {
      std::string word = make_word(random, !is_name && random.permille(kLongWords) ? 3 : 2);
      if (!is_name) word = with_ending(std::move(word), random);
      if (word.size() < 5 || !taken.insert(word).second) continue;
      texts_.push_back(std::move(word));
      --n;
    }
  };
  add(kContentWords, false);
  n_content_ = kContentWords;
  add(kNames, true);
}

WordNumber Words::function_word(Random& random) const {
  return random.zipf(0, n_function_ + 1) - 1;
}

WordNumber Words::content_word(Random& random) const {
  return n_function_ + random.zipf(kFirstContentOctave, n_content_);
}

WordNumber Words::name_word(Random& random) const {
  return n_function_ + n_content_ + random.zipf(2, kNames);
}

bool Words::has_variant(WordNumber word) const { return ends_with_variant(texts_[word]); }

void Words::print(WordNumber word, Form form, bool is_capital, std::string& out) const {
  const std::size_t begin = out.size();
  switch (form) {
    case Form::kSic:
      out += "[sic]";
      return;
    case Form::kEllipsis:
      out += "...";
      return;
    case Form::kNumberCommas:
      print_number(word, true, out);
      return;
    case Form::kNumberPlain:
      print_number(word, false, out);
      return;
    case Form::kNumberSpelled:
      print_spelled(word, out);
      break;
    case Form::kCensored:
      out.append(texts_[word], 0, 1).append(texts_[word].size() - 1, '-');
      break;
    case Form::kVariant:
      out += texts_[word];
      if (out.ends_with("vour")) out.replace(out.size() - 2, 2, "r");
      if (out.ends_with("nise")) out.replace(out.size() - 2, 2, "ze");
      break;
    case Form::kBracketed:
    case Form::kPossessive:
    case Form::kPlain:
      out += texts_[word];
      break;
  }
  if (is_capital && out[begin] >= 'a' && out[begin] <= 'z')
    out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
}

}  // namespace fabula::news
