#include "timeline/news_begin.hpp"

#include <cstddef>
#include <string_view>

namespace fabula::timeline {
namespace {

constexpr std::size_t kLongestHeadline = 120;  // bytes

bool ends_as_sentence(std::string_view paragraph) {
  while (paragraph.ends_with('"') || paragraph.ends_with(')') ||
         paragraph.ends_with("\xE2\x80\x9D") || paragraph.ends_with("\xE2\x80\x99"))
    paragraph.remove_suffix(paragraph.back() == '"' || paragraph.back() == ')' ? 1 : 3);
  return paragraph.ends_with("\xE2\x80\xA6") || paragraph.ends_with('.') ||
         paragraph.ends_with('!') || paragraph.ends_with('?');
}

}  // namespace

std::uint32_t begin_of_story(const Article& article) {
  std::uint32_t begin = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role != Role::kBody) continue;
    const std::string_view line = words_of(article.text, paragraph.range);
    const bool is_top = begin == 0 && article.title.empty();
    const bool is_question = is_top && line.ends_with('?') && line.find(". ") == line.npos;
    if (line.size() > kLongestHeadline || (ends_as_sentence(line) && !is_question)) return begin;
    begin = paragraph.range.end;
  }
  return 0;  // nothing but such lines
}

}  // namespace fabula::timeline
