// Capture → article: frozen text, paragraphs with a role, title, byline, outlet, language, every
// publication date the source offers, content notes, and a report of what was kept.
//
// Plain text and records: the frozen text is the decoded text, byte for byte. A page: the frozen
// text is the text of its article, one paragraph a block, an empty line between two; navigation and
// the like stay outside and are counted in the report.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/article.hpp"
#include "model/capture.hpp"

namespace fabula::extract {

struct ExtractOptions {
  // No article is published after this day: later dates are kept as candidates, never chosen.
  std::optional<Day> not_after;  // --not-after; the command line gives today
  std::string
      paragraph_break;  // --paragraph-break; for records: " ### " and the like; empty: lines
  std::uint32_t max_depth = 512;  // of nested elements; deeper ones hang on the last allowed
  std::uint32_t max_nodes = 2'000'000;
};

// Pure: the same capture and options give the same article. Errors: kNoText.
// Cost: linear in the capture's size on any input. Threads: any number at once.
[[nodiscard]] Result<Article> extract_article(const Capture& capture,
                                              const ExtractOptions& options);

// A paragraph that its outlet prints again and again is furniture.
struct LearnedRole {
  std::uint32_t article = 0;    // index into the articles given
  std::uint32_t paragraph = 0;  // index into Article::paragraphs
  Role role = Role::kPromo;
  std::string rule;  // "role.repeated-in-outlet"
  friend bool operator==(const LearnedRole&, const LearnedRole&) = default;
};

// Roles that only the pile can tell, sorted by (article, paragraph). Independent of the order of
// the articles and of the number of threads. Articles without an outlet teach nothing.
[[nodiscard]] std::vector<LearnedRole> learn_roles(std::span<const Article* const> articles,
                                                   const Context& context);

}  // namespace fabula::extract
