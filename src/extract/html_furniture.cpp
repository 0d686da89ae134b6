#include "extract/html_furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "extract/html_words.hpp"

namespace fabula::extract {
namespace {

// Parts of a page that are not its story: by their names or by their tag, and the largest share of
// the page's good words that they may hold to be believed.
struct FurnitureKind {
  std::uint32_t hints;
  Tag tag;
  double max_share;
  std::uint32_t max_words;  // of its longest block, outside of links: buttons and labels are short
  std::uint32_t min_words = 0;  // likewise: "author" is a byline when short, a life when long
};
constexpr std::uint32_t kAnyLength = 1'000'000;
constexpr auto kFurnitureKinds = std::to_array<FurnitureKind>({
    {kComments, Tag::text, 0.8, kAnyLength},
    {kRelated, Tag::text, 0.5, kAnyLength},
    {kNavigation, Tag::text, 0.4, 60},
    {0, Tag::nav_, 0.5, kAnyLength},
    {0, Tag::footer_, 0.5, kAnyLength},
    {kConsent, Tag::text, 0.5, kAnyLength},
    {kShare, Tag::text, 0.3, 40},
    {kPromo, Tag::text, 0.3, kAnyLength},
    {kHidden, Tag::text, 0.3, kAnyLength},
    {kScreenReader, Tag::text, 0.1, 40},
    {kSide, Tag::text, 0.4, kAnyLength},
    {0, Tag::aside_, 0.4, kAnyLength},
    {0, Tag::form_, 0.3, kAnyLength},
    {kContents, Tag::text, 0.2, 40},
    {kBio, Tag::text, 0.2, kAnyLength},
    {kByline, Tag::text, 0.15, kAnyLength, 20},
    {kMeta, Tag::text, 0.05, 40},
});

struct SectionHead {
  std::string_view words;
  bool whole;
};
constexpr auto kSectionHeads = std::to_array<SectionHead>({
#define FABULA_SECTION_HEAD(words, whole) {words, whole},
#include "extract/html_section_heads_table.inc"
#undef FABULA_SECTION_HEAD
});

bool is_section_head(std::string_view words) {
  constexpr std::size_t kMaxBytes = 60;
  if (words.size() > kMaxBytes) return false;
  const std::string key = comparable(words);
  return std::ranges::any_of(kSectionHeads, [&](const SectionHead& head) {
    return head.whole ? key == head.words : key.starts_with(head.words);
  });
}

class FurnitureFinder {
 public:
  FurnitureFinder(const HtmlTree& tree, const PageBlocks& page)
      : tree_(tree), page_(page), dropped_(page.blocks.size(), false), good_(1, 0) {
    for (const Block& block : page.blocks)
      good_.push_back(good_.back() + std::max(0.0, worth_of(block)));
  }

  // Marks the blocks of elements whose tag or name says that they are not the story. A name is
  // believed only while it covers a small share of the page's good words, one element and all
  // together: page builders call every paragraph a "widget".
  std::vector<bool> run() && {
    for (const FurnitureKind& kind : kFurnitureKinds) drop_kind(kind);
    for (std::uint32_t b = 0; b < page_.blocks.size(); ++b)
      if (!dropped_[b] && is_section_head(words_of(page_.text, page_.blocks[b].text)))
        drop_section(b);
    drop_repetitions();
    return std::move(dropped_);
  }

 private:
  // What stands under a label such as "Related stories": the largest element that begins with it
  // and holds only a small share of the page's good words; else the label alone.
  void drop_section(std::uint32_t head) {
    constexpr double kMaxShare = 0.3;
    Range section{head, head + 1};
    for (std::uint32_t i = page_.blocks[head].element; i != kNoNode; i = tree_.nodes[i].parent) {
      const Range below = page_.blocks_below(tree_, i);
      const bool begins = good_words({below.begin, head}) == 0;
      if (!begins || good_words(below) > kMaxShare * good_.back()) break;
      section = below;
    }
    if (section.size() == 1) return;
    drop(section);
  }

  // Pages carry the same text twice, for wide and for narrow screens: the first stays.
  void drop_repetitions() {
    constexpr std::uint32_t kMinBytes = 80;
    std::unordered_set<std::string_view> seen;  // looked up only
    for (std::uint32_t b = 0; b < page_.blocks.size(); ++b) {
      const Range text = page_.blocks[b].text;
      if (dropped_[b] || text.size() < kMinBytes) continue;
      if (!seen.insert(words_of(page_.text, text)).second) drop({b, b + 1});
    }
  }

  std::uint32_t longest_block(Range blocks) const {
    std::uint32_t longest = 0;
    for (std::uint32_t b = blocks.begin; b < blocks.end; ++b)
      longest = std::max(longest, page_.blocks[b].n_words - page_.blocks[b].n_link_words);
    return longest;
  }

  void drop(Range blocks) {
    std::fill(dropped_.begin() + blocks.begin, dropped_.begin() + blocks.end, true);
  }

  void drop_kind(const FurnitureKind& kind) {
    std::vector<Range> ranges;
    double all_below = 0;
    std::uint32_t done = 0;  // blocks before this one are in `ranges` or passed over
    for (const auto& [node, hints] : page_.hinted) {
      const Tag tag = tree_.nodes[node].tag;
      if (kind_of(tag) == TagKind::kInline && tag != Tag::unknown_) continue;
      if (tag == Tag::html_ || tag == Tag::body_ || tag == Tag::article_ || tag == Tag::main_)
        continue;
      if ((hints & kind.hints) == 0 && (kind.tag == Tag::text || tag != kind.tag)) continue;
      Range below = page_.blocks_below(tree_, node);
      below.begin = std::max(below.begin, done);
      if (below.begin >= below.end || good_words(below) > kind.max_share * good_.back()) continue;
      const std::uint32_t longest = longest_block(below);
      if (longest > kind.max_words || longest < kind.min_words) continue;
      ranges.push_back(below);
      all_below += good_words(below);
      done = below.end;
    }
    if (all_below > kind.max_share * good_.back()) return;
    for (const Range range : ranges) drop(range);
  }

  double good_words(Range range) const { return good_[range.end] - good_[range.begin]; }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  std::vector<bool> dropped_;
  std::vector<double> good_;  // running sum of the blocks' worth
};

}  // namespace

double link_share(const Block& block) {
  return static_cast<double>(block.n_link_words) / std::max(1U, block.n_words);
}

double worth_of(const Block& block) {
  constexpr double kEnough = 150;  // a longer block is no better
  const double share = link_share(block);
  const double words = block.n_words;
  if (share > 0.6) return -2 - words * 0.5;
  if (block.shape >= Tag::h1_ && block.shape <= Tag::h6_) return 0;
  const double own = words * (1 - share);
  if (block.shape == Tag::li_) return own - 5;
  return std::min(own, kEnough) - 8;
}

std::vector<bool> find_furniture(const HtmlTree& tree, const PageBlocks& page) {
  return FurnitureFinder(tree, page).run();
}

}  // namespace fabula::extract
