#include "reuse/credits.hpp"

#include "text/agencies.hpp"

namespace fabula::reuse {

Credit find_credit(const Article& article) {
  text::CreditLines lines{article.text, article.byline, article.outlet, {}, {}};
  bool before_story = true;
  for (const Paragraph& paragraph : article.paragraphs) {
    const bool is_dateline = paragraph.role == Role::kDateline;
    if (is_dateline || paragraph.role == Role::kByline)
      lines.about_author.push_back(paragraph.range);
    if (before_story && (is_dateline || paragraph.role == Role::kBody))
      lines.openings.push_back(paragraph.range);
    before_story &= paragraph.role != Role::kBody;
  }
  const auto found = text::find_agency_credit(lines);
  if (!found) return {};
  const bool is_own = article.outlet.find(found->name) != std::string::npos;
  return {std::string(found->name), found->is_release, is_own};
}

}  // namespace fabula::reuse
