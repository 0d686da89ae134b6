// What the designers of a page call its parts: "comments", "related", "share", "articleBody" ...
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "extract/html_tree.hpp"

namespace fabula::extract {

// A set of hints is an OR of these.
enum Hint : std::uint32_t {
  kComments = 1U << 0,    // of readers
  kRelated = 1U << 1,     // other articles
  kShare = 1U << 2,       // buttons, follow us
  kNavigation = 1U << 3,  // menus, breadcrumbs, foot of the page
  kPromo = 1U << 4,       // newsletters, advertisements, pop-ups
  kConsent = 1U << 5,     // cookies
  kSide = 1U << 6,        // side columns and widgets
  kContents = 1U << 7,    // table of contents
  kMeta = 1U << 8,        // tags, categories, the line under the headline
  kByline = 1U << 9,
  kBio = 1U << 10,      // about the author
  kCaption = 1U << 11,  // of a picture
  kCredit = 1U << 12,   // of a picture
  kHidden = 1U << 13,   // not shown
  kScreenReader = 1U << 14,
  kBody = 1U << 15,   // the article's own text
  kEmbed = 1U << 16,  // somebody else's post
};

// Reads the hints of elements from class, id, role, data-testid, data-component, aria-label,
// itemprop, rel and from being hidden. Remembers values, which pages repeat; one reader a page.
class HintReader {
 public:
  explicit HintReader(const HtmlTree& tree) : tree_(tree) {}
  [[nodiscard]] std::uint32_t hints_of(std::uint32_t node);

 private:
  std::uint32_t hints_in_names(std::string_view value);

  const HtmlTree& tree_;
  std::unordered_map<std::string_view, std::uint32_t> known_;  // looked up only, never walked
};

// The same for one attribute value: "post-comments js-list" -> kComments.
[[nodiscard]] std::uint32_t read_hints(std::string_view value);

}  // namespace fabula::extract
