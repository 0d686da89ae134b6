#include "extract/html_head.hpp"

#include <algorithm>
#include <string_view>

#include "extract/published.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kMaxSeenDates = 200;
constexpr std::uint32_t kMaxLineWords = 16;  // a longer block with a date in it tells the story

bool says_changed(std::string_view words) {
  const std::string lower = text::ascii_lower(words);
  for (const std::string_view mark : {"updated", "modified", "revised", "reviewed", "last update"})
    if (lower.find(mark) != std::string::npos && lower.find("published") == std::string::npos)
      return true;
  return false;
}

// The blocks in which a page says who wrote the story and when: from shortly before the headline to
// the first long paragraph behind it.
Range head_blocks(const PageBlocks& page, const PageContent& content) {
  if (content.kept.empty()) return {};
  constexpr std::uint32_t kBefore = 4;
  constexpr std::uint32_t kAround = 14;
  constexpr std::uint32_t kBehind = 9;
  const std::uint32_t first = content.kept.front().block;
  std::uint32_t top = content.headline == kNoNode ? first : std::min(first, content.headline);
  std::uint32_t bottom = first;
  for (const auto& kept : content.kept) {
    bottom = kept.block;
    if (kept.role == Role::kBody && page.blocks[kept.block].n_words > 25) break;
  }
  top = content.headline == kNoNode ? top - std::min(top, kAround) : top - std::min(top, kBefore);
  bottom = std::max(bottom, std::min(content.kept.front().block + kBehind,
                                     static_cast<std::uint32_t>(page.blocks.size())));
  return {top, std::min(bottom, top + 40)};
}

constexpr std::uint32_t kElsewhere = kRelated | kNavigation | kPromo | kSide;

class DateFinder {
 public:
  DateFinder(const HtmlTree& tree, const PageBlocks& page, const PageContent& content)
      : tree_(tree), page_(page), content_(content), head_(head_blocks(page, content)) {}

  std::vector<SeenDate> run() && {
    for (std::uint32_t i = 0; i < tree_.nodes.size() && found_.size() < kMaxSeenDates; ++i)
      if (tree_.nodes[i].tag == Tag::time_ || tree_.has_attribute(i, Attribute::kDatetime) ||
          tree_.has_attribute(i, Attribute::kItemprop))
        add_element(i);
    for (std::uint32_t b = head_.begin; b < head_.end; ++b) add_block(b);
    return std::move(found_);
  }

 private:
  void add_element(std::uint32_t i) {
    const std::string_view itemprop = tree_.attribute(i, Attribute::kItemprop);
    const bool stated = itemprop.find("datePublished") != std::string_view::npos;
    const bool changed = itemprop.find("dateModified") != std::string_view::npos;
    const bool is_time = tree_.nodes[i].tag == Tag::time_;
    if (tree_.nodes[i].tag == Tag::meta_ || !(stated || changed || is_time)) return;
    std::string written(tree_.attribute(i, Attribute::kDatetime));
    if (written.empty()) written = tree_.attribute(i, Attribute::kContent);
    const std::string words = tree_.inner_text(i, 80);
    auto date = find_written_date(written);
    if (!date) date = find_written_date(written = words);
    if (!date) return;
    const Range below = page_.blocks_below(tree_, i);
    const std::uint32_t block =
        below.empty() ? below.begin - std::min(below.begin, 1U) : below.begin;
    SeenDate seen;
    seen.candidate.when = date->when;
    seen.candidate.as = written.substr(0, 80);
    seen.candidate.origin = origin_of(i, block, stated, changed || says_changed(words));
    add(std::move(seen));
  }

  [[nodiscard]] std::string origin_of(std::uint32_t i, std::uint32_t block, bool stated,
                                      bool changed) const {
    const std::uint32_t hints = block < page_.blocks.size() ? page_.blocks[block].hints : 0;
    if ((hints & kComments) != 0 && block >= head_.end) return "comment";
    const bool near = block + 3 >= head_.begin && block <= head_.end + 1;
    if (!near && (!stated || (hints & kElsewhere) != 0)) return "related";
    if (changed || is_changed_line(i, block)) return "modified";
    return stated ? "microdata" : "time";
  }

  // "Updated: <time>": the word stands in the same block before the element.
  [[nodiscard]] bool is_changed_line(std::uint32_t i, std::uint32_t block) const {
    if (block >= page_.blocks.size()) return false;
    const std::string_view words = words_of(page_.text, page_.blocks[block].text);
    const std::string own = tree_.inner_text(i, 80);
    const std::size_t at = own.empty() ? std::string_view::npos : words.find(own);
    const std::string_view before = words.substr(0, at == std::string_view::npos ? 0 : at);
    return says_changed(before.substr(before.size() - std::min<std::size_t>(before.size(), 20)));
  }

  void add_block(std::uint32_t b) {
    const Block& block = page_.blocks[b];
    if (block.n_words > kMaxLineWords || b == content_.headline) return;
    const std::string_view words = words_of(page_.text, block.text);
    std::size_t from = 0;
    while (from < words.size() && found_.size() < kMaxSeenDates) {
      const auto date = find_written_date(words.substr(from));
      if (!date || date->end == 0) return;
      const std::string_view before = words.substr(from, date->begin);
      SeenDate seen;
      seen.candidate.when = date->when;
      seen.candidate.as = words.substr(from + date->begin, date->end - date->begin);
      seen.candidate.origin =
          (block.hints & kElsewhere & ~kSide) != 0 && block.n_link_words * 2 > block.n_words
              ? "related"
          : says_changed(before) ? "modified"
                                 : "byline";
      seen.block = b;
      const auto base = block.text.begin + static_cast<std::uint32_t>(from);
      seen.range = {base + date->begin, base + date->end};
      from += date->end;
      add(std::move(seen));
    }
  }

  void add(SeenDate seen) {
    const auto same = std::ranges::find_if(found_, [&](const SeenDate& other) {
      return other.candidate.origin == seen.candidate.origin &&
             other.candidate.when == seen.candidate.when;
    });
    if (same == found_.end()) found_.push_back(std::move(seen));
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const PageContent& content_;
  Range head_;
  std::vector<SeenDate> found_;
};

// "By Ana Lima and Rui Costa | 3 May 2021" -> "Ana Lima and Rui Costa".
std::string names_in(std::string_view words, bool marked_up) {
  const std::string lower = text::ascii_lower(words.substr(0, 24));
  std::size_t begin = std::string::npos;
  for (const std::string_view mark : {"written by ", "by: ", "by ", "author: ", "author "})
    if (lower.starts_with(mark)) {
      begin = mark.size();
      break;
    }
  if (begin == std::string::npos) {
    if (!marked_up) return {};
    begin = 0;
  }
  std::string_view rest = words.substr(begin);
  rest = rest.substr(0, rest.find_first_of("|\n"));
  for (const std::string_view mark :
       {" \u2022 ", " \u00B7 ", " - ", " \u2013 ", " \u2014 ", " on "})
    rest = rest.substr(0, rest.find(mark));
  if (const auto date = find_written_date(rest)) rest = rest.substr(0, date->begin);
  rest = text::trim(rest);
  while (!rest.empty() && (rest.back() == ',' || rest.back() == ';' || rest.back() == '.'))
    rest.remove_suffix(1);
  const auto n_words = static_cast<std::size_t>(std::ranges::count(rest, ' ')) + 1;
  const bool is_name = !rest.empty() && n_words <= 10 && rest.size() <= 100 &&
                       text::is_letter(text::decode(rest, 0).value);
  return is_name ? std::string(rest) : std::string();
}

}  // namespace

std::vector<SeenDate> find_seen_dates(const HtmlTree& tree, const PageBlocks& page,
                                      const PageContent& content) {
  return DateFinder(tree, page, content).run();
}

std::string find_seen_byline(const HtmlTree& tree, const PageBlocks& page,
                             const PageContent& content) {
  const Range head = head_blocks(page, content);
  HintReader reader(tree);
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    if (node.tag == Tag::text || node.n_attributes == 0 || node.tag == Tag::meta_) continue;
    if ((reader.hints_of(i) & kByline) == 0) continue;
    const Range below = page.blocks_below(tree, i);
    if (below.begin + 1 < head.begin || below.begin > head.end + 1 || node.end - i > 40) continue;
    const std::string words = tree.inner_text(i, 200);
    if (words.size() > 100) continue;
    if (std::string names = names_in(words, true); !names.empty()) return names;
  }
  for (std::uint32_t b = head.begin; b < head.end; ++b) {
    if (page.blocks[b].n_words > 16) continue;
    const std::string_view words = words_of(page.text, page.blocks[b].text);
    if (std::string names = names_in(words, false); !names.empty()) return names;
  }
  return {};
}

}  // namespace fabula::extract
