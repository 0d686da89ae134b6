#include "extract/html_hints.hpp"

#include <array>
#include <string>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

struct HintWord {
  std::string_view word;
  std::uint32_t hint;
  bool whole;
};

constexpr auto kHintWords = std::to_array<HintWord>({
#define FABULA_HINT(word, hint, whole) {word, hint, whole},
#include "extract/html_hints_table.inc"
#undef FABULA_HINT
});

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// One name, "ArticleBody__share-bar2": its words parted by spaces, " article body share bar ", and
// all of them together, "articlebodysharebar". A word with a digit before a letter is a number that
// a program made ("1ad269af") and is left out.
struct NameWords {
  std::string parted = " ";
  std::string together;
};

NameWords words_of_name(std::string_view name) {
  NameWords words;
  std::size_t begin = 1;  // of the open word, in words.parted
  bool digit = false;     // in the open word
  bool made = false;      // is the open word such a number
  const auto end_word = [&] {
    if (made) words.parted.resize(begin);
    words.together.append(words.parted, begin);
    if (words.parted.size() > begin) words.parted += ' ';
    begin = words.parted.size();
    digit = made = false;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool is_letter = is_lower(c) || is_upper(c);
    const bool is_digit = c >= '0' && c <= '9';
    if ((!is_letter && !is_digit) || (is_upper(c) && i > 0 && is_lower(name[i - 1]))) end_word();
    if (is_digit) digit = true;
    if (!is_letter) continue;
    made = made || digit;
    words.parted += static_cast<char>(c | 0x20);
  }
  end_word();
  return words;
}

bool has_word(const std::string& parted, std::string_view word) {
  for (std::size_t at = parted.find(word); at != std::string::npos; at = parted.find(word, at + 1))
    if (parted[at - 1] == ' ' && parted[at + word.size()] == ' ') return true;
  return false;
}

bool is_hidden_style(std::string_view style) {
  std::string squeezed;
  for (const char c : style.substr(0, 400))
    if (c != ' ') squeezed += c;
  squeezed = text::ascii_lower(squeezed);
  return squeezed.find("display:none") != std::string::npos ||
         squeezed.find("visibility:hidden") != std::string::npos;
}

}  // namespace

std::uint32_t read_hints(std::string_view value) {
  constexpr std::size_t kMaxValue = 400;  // longer ones are generated styles
  std::uint32_t hints = 0;
  value = value.substr(0, kMaxValue);
  while (!value.empty()) {
    const std::size_t space = value.find_first_of(" \t\n\r");
    const NameWords words = words_of_name(value.substr(0, space));
    for (const auto& [word, hint, whole] : kHintWords)
      if ((hints & hint) == 0 &&
          (whole ? has_word(words.parted, word) : words.together.find(word) != std::string::npos))
        hints |= hint;
    value = space == std::string_view::npos ? std::string_view() : value.substr(space + 1);
  }
  return hints;
}

std::uint32_t HintReader::hints_in_names(std::string_view value) {
  const auto [at, is_new] = known_.try_emplace(value, 0);
  if (is_new) at->second = read_hints(value);
  return at->second;
}

std::uint32_t HintReader::hints_of(std::uint32_t node) {
  std::uint32_t hints = 0;
  const Node& n = tree_.nodes[node];
  for (std::uint32_t i = 0; i < n.n_attributes; ++i) {
    const auto& [name, range] = tree_.attributes[n.first_attribute + i];
    const std::string_view value = words_of(tree_.bytes, range);
    switch (name) {
      case Attribute::kClass:
      case Attribute::kId:
      case Attribute::kRole:
      case Attribute::kDataTestId:
      case Attribute::kDataComponent:
      case Attribute::kAriaLabel:
        hints |= hints_in_names(value);
        break;
      case Attribute::kItemprop:
        if (value == "articleBody") hints |= kBody;
        if (value == "author" || value == "creator") hints |= kByline;
        if (value == "comment") hints |= kComments;
        break;
      case Attribute::kRel:
        if (value == "author") hints |= kByline;
        break;
      case Attribute::kStyle:
        if (is_hidden_style(value)) hints |= kHidden;
        break;
      case Attribute::kHidden:
        hints |= kHidden;
        break;
      case Attribute::kAriaHidden:
        if (value == "true") hints |= kHidden;
        break;
      default:
        break;
    }
  }
  return hints;
}

}  // namespace fabula::extract
