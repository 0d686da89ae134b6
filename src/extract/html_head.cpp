#include "extract/html_head.hpp"

#include <algorithm>
#include <array>
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
    const bool is_under = content_.kept.empty() || block > content_.kept.back().block;
    if ((hints & kComments) != 0 && (block >= head_.end || is_under)) return "comment";
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

// Where a label such as "By " ends that introduces names; npos when there is none. At the start of
// a line, or behind a date: "Published 3 May 2021 by Ana Lima".
std::size_t names_begin(std::string_view line) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"written by", "posted by", "story by", "words by", "by:", "by", "author:", "author"});
  const std::string lower = text::ascii_lower(line);
  for (const std::string_view label : kLabels) {
    std::size_t at = lower.starts_with(label) ? 0 : lower.find(" " + std::string(label) + " ");
    if (at == std::string::npos) continue;
    if (at > 0 && !find_written_date(line.substr(0, at))) continue;
    at += label.size() + (at > 0 ? 2 : 0);
    const std::string_view rest = line.substr(at);
    const std::string_view name = text::trim(rest);
    if (name.empty() || !text::is_upper(text::decode(name, 0).value)) continue;
    if (label.ends_with("by") && at == 2 && !rest.starts_with(' ')) continue;  // "BySide"
    return at + static_cast<std::size_t>(name.data() - rest.data());
  }
  return std::string_view::npos;
}

// "By Ana Lima and Rui Costa | 3 May 2021" -> "Ana Lima and Rui Costa". `marked_up`: the page says
// that these are names, so no label is needed.
std::string names_in(std::string_view line, bool marked_up) {
  std::size_t begin = names_begin(line);
  if (begin == std::string_view::npos && !marked_up) return {};
  std::string_view rest = line.substr(begin == std::string_view::npos ? 0 : begin);
  if (const auto date = find_written_date(rest))
    rest = date->begin < 4 ? rest.substr(date->end) : rest.substr(0, date->begin);
  for (const std::string_view mark : {"\u2022", "\u00B7", "\u22C5", "|", " - "})
    if (rest.starts_with(mark) || rest.starts_with(' ' + std::string(mark)))
      rest = rest.substr(rest.find(mark) + mark.size());
  for (const std::string_view mark : {"\u2022", "\u00B7", "\u22C5", "|", " - ", " \u2013 ",
                                      " \u2014 ", " on ", " Updated", " Published"})
    rest = rest.substr(0, rest.find(mark));
  rest = text::trim(rest);
  while (!rest.empty() && (rest.back() == ',' || rest.back() == ';' || rest.back() == ':'))
    rest.remove_suffix(1);
  const auto n_words = std::ranges::count(rest, ' ') + 1;
  const bool is_name = !rest.empty() && n_words <= 10 && rest.size() <= 100 &&
                       text::is_upper(text::decode(rest, 0).value) &&
                       rest.find_first_of("?!@{<") == std::string_view::npos;
  return is_name ? std::string(rest) : std::string();
}

bool is_author_address(std::string_view href) {
  return std::ranges::any_of(
      std::to_array<std::string_view>({"/author/", "/authors/", "/writers/", "/contributors/",
                                       "/contributor/", "/by/", "/profile/author"}),
      [&](std::string_view part) { return href.find(part) != std::string_view::npos; });
}

class BylineFinder {
 public:
  BylineFinder(const HtmlTree& tree, const PageBlocks& page) : tree_(tree), page_(page) {}

  // The first names marked up as such among these blocks, else the first behind a label.
  [[nodiscard]] std::string find(Range blocks) const {
    if (blocks.begin >= blocks.end) return {};
    const std::uint32_t first = page_.blocks[blocks.begin].first_node;
    const std::uint32_t end = blocks.end < page_.blocks.size()
                                  ? page_.blocks[blocks.end].first_node
                                  : static_cast<std::uint32_t>(tree_.nodes.size());
    HintReader reader(tree_);
    for (std::uint32_t i = first - std::min(first, 6U); i < end; ++i)
      if (std::string names = names_at(i, reader); !names.empty()) return names;
    for (std::uint32_t b = blocks.begin; b < blocks.end; ++b) {
      if (page_.blocks[b].n_words > kMaxLineWords) continue;
      std::string names = names_in(words_of(page_.text, page_.blocks[b].text), false);
      if (!names.empty()) return names;
    }
    return {};
  }

 private:
  std::string names_at(std::uint32_t i, HintReader& reader) const {
    constexpr std::uint32_t kMaxNodes = 40;
    constexpr std::size_t kMaxBytes = 100;
    const Node& node = tree_.nodes[i];
    if (node.n_attributes == 0 || kind_of(node.tag) == TagKind::kUnseen) return {};
    if (node.end - i > kMaxNodes) return {};
    const bool is_marked =
        (reader.hints_of(i) & kByline) != 0 ||
        (node.tag == Tag::a_ && is_author_address(tree_.attribute(i, Attribute::kHref)));
    if (!is_marked) return {};
    const std::string words = tree_.inner_text(i, 2 * kMaxBytes);
    return words.size() > kMaxBytes ? std::string() : names_in(words, true);
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
};

}  // namespace

std::vector<SeenDate> find_seen_dates(const HtmlTree& tree, const PageBlocks& page,
                                      const PageContent& content) {
  return DateFinder(tree, page, content).run();
}

std::string find_seen_byline(const HtmlTree& tree, const PageBlocks& page,
                             const PageContent& content) {
  if (content.kept.empty()) return {};
  const BylineFinder finder(tree, page);
  const Range head = head_blocks(page, content);
  if (std::string names = finder.find(head); !names.empty()) return names;
  // Some pages name the author under the story.
  constexpr std::uint32_t kUnder = 6;
  const std::uint32_t last = content.kept.back().block;
  const auto n_blocks = static_cast<std::uint32_t>(page.blocks.size());
  return finder.find(
      {std::max(head.end, last - std::min(last, 2U)), std::min(last + kUnder, n_blocks)});
}

}  // namespace fabula::extract
