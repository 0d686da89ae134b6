// Makes articles for the tests of this folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/segmentation.hpp"
#include "text/utf8.hpp"

namespace fabula::segment {

// Each line of `text` that is not blank as one body paragraph; a line that begins with "[promo] "
// is page furniture.
inline Article article_of_lines(std::string text) {
  Article article;
  article.text = std::move(text);
  const std::string_view all = article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = text::trim(all.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    const auto at = static_cast<std::uint32_t>(line.data() - all.data());
    const Role role = line.starts_with("[promo] ") ? Role::kPromo : Role::kBody;
    article.paragraphs.push_back(
        {{at, at + static_cast<std::uint32_t>(line.size())}, role, "test"});
  }
  return article;
}

// One line a part: "inner", two blanks deeper inside another part; "+" in front where `continues`,
// "!" where `is_repaired`.
inline std::string drawn(const Article& article, const std::vector<QuotedPart>& parts) {
  std::string lines;
  for (const QuotedPart& part : parts) {
    if (!lines.empty()) lines += '\n';
    if (part.parent >= 0) lines += "  ";
    if (part.continues) lines += '+';
    if (part.is_repaired) lines += '!';
    lines += words_of(article.text, part.inner);
  }
  return lines;
}

}  // namespace fabula::segment
