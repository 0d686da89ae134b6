#include "news/print.hpp"

#include <string_view>

namespace fabula::news {
namespace {

void add_noise(std::uint32_t rate, Random& random, std::string& text, std::size_t begin) {
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char lower = static_cast<char>(text[i] | 0x20);
    if (lower < 'a' || lower > 'z' || !random.permille(rate)) continue;
    const auto letter = static_cast<std::uint32_t>(lower - 'a');
    text[i] = static_cast<char>('a' + static_cast<int>((letter + random.between(1, 25)) % 26));
  }
}

std::string_view text_of(Mark mark) {
  switch (mark) {
    case Mark::kNone:
      return "";
    case Mark::kComma:
      return ",";
    case Mark::kStop:
      return ".";
    case Mark::kColon:
      return ":";
    case Mark::kDash:
      return " —";
  }
  return "";
}

}  // namespace

std::vector<Range> print_story(const Story& story, const Words& words, PrintStyle style,
                               Random& noise, std::string& text) {
  std::vector<Range> ranges;
  ranges.reserve(story.size());
  for (const NewsWord& word : story) {
    if (!text.empty()) text += word.begins_paragraph ? "\n\n" : " ";
    if (word.opens_quotation) text += style.straight_marks ? "\"" : "“";
    if (word.form == Form::kBracketed) text += '[';
    const std::size_t begin = text.size();
    words.print(word.word, word.form, word.is_capital, text);
    if (style.noise > 0) add_noise(style.noise, noise, text, begin);
    if (word.form == Form::kPossessive) text += style.straight_marks ? "'s" : "’s";
    ranges.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
    if (word.form == Form::kBracketed) text += ']';
    text += text_of(word.mark);
    if (word.closes_quotation) text += style.straight_marks ? "\"" : "”";
  }
  return ranges;
}

}  // namespace fabula::news
