#include "extract/html_content.hpp"

#include <algorithm>
#include <array>

#include "extract/html_words.hpp"

namespace fabula::extract {
namespace {

bool is_heading(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

// Parts of a page that are not its story: by their names or by their tag, and the largest share of
// the page's good words that they may hold to be believed.
struct FurnitureKind {
  std::uint32_t hints;
  Tag tag;
  double max_share;
};
constexpr auto kFurnitureKinds = std::to_array<FurnitureKind>({
    {kComments, Tag::text, 0.8},
    {kRelated, Tag::text, 0.5},
    {kNavigation, Tag::text, 0.4},
    {0, Tag::nav_, 0.5},
    {0, Tag::footer_, 0.5},
    {kConsent, Tag::text, 0.5},
    {kShare, Tag::text, 0.3},
    {kPromo, Tag::text, 0.3},
    {kHidden, Tag::text, 0.3},
    {kSide, Tag::text, 0.4},
    {0, Tag::aside_, 0.4},
    {0, Tag::form_, 0.3},
    {kContents, Tag::text, 0.2},
    {kBio, Tag::text, 0.2},
    {kMeta, Tag::text, 0.05},
});

class ContentFinder {
 public:
  ContentFinder(const HtmlTree& tree, const PageBlocks& page, std::string_view title)
      : tree_(tree), page_(page), title_(title), dropped_(page.blocks.size(), false) {}

  PageContent run() && {
    drop_furniture();
    sum_values();
    PageContent content;
    content.container = best_container();
    content.headline = find_headline();
    Range range{0, static_cast<std::uint32_t>(page_.blocks.size())};
    if (content.container != kNoNode) range = page_.blocks_below(tree_, content.container);
    for (std::uint32_t b = range.begin; b < range.end; ++b)
      if (!dropped_[b] && !is_furniture(page_.blocks[b])) keep(b, content);
    while (!content.kept.empty() && content.kept.back().role == Role::kHeading)
      content.kept.pop_back();
    content.n_dropped = static_cast<std::uint32_t>(page_.blocks.size() - content.kept.size());
    return content;
  }

 private:
  static double link_share(const Block& block) {
    return static_cast<double>(block.n_link_words) / std::max(1U, block.n_words);
  }

  // What a block says for (above 0) or against its surroundings being the article.
  double value_of(const Block& block) const {
    const double share = link_share(block);
    const double words = block.n_words;
    if (share > 0.6) return -2 - words * 0.5;
    if (is_heading(block.list)) return 0;
    const double own = words * (1 - share);
    if (block.list == Tag::li_) return own - 5;
    return std::min(own, 150.0) - 8;
  }

  double good_words(Range range) const { return good_[range.end] - good_[range.begin]; }

  // Marks the blocks of elements whose tag or name says that they are not the story. A name is
  // believed only while it covers a small share of the page's good words, one element and all
  // together: page builders call every paragraph a "widget".
  void drop_furniture() {
    good_.assign(page_.blocks.size() + 1, 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      good_[b + 1] = good_[b] + std::max(0.0, value_of(page_.blocks[b]));
    for (const FurnitureKind& kind : kFurnitureKinds) drop_kind(kind);
  }

  void drop_kind(const FurnitureKind& kind) {
    std::vector<Range> ranges;
    double all_below = 0;
    std::uint32_t done = 0;  // blocks before this one are in `ranges` or passed over
    for (const auto& [node, hints] : page_.hinted) {
      const Tag tag = tree_.nodes[node].tag;
      if (tag == Tag::html_ || tag == Tag::body_ || tag == Tag::article_ || tag == Tag::main_)
        continue;
      if ((hints & kind.hints) == 0 && (kind.tag == Tag::text || tag != kind.tag)) continue;
      Range below = page_.blocks_below(tree_, node);
      below.begin = std::max(below.begin, done);
      if (below.begin >= below.end || good_words(below) > kind.max_share * good_.back()) continue;
      ranges.push_back(below);
      all_below += good_words(below);
      done = below.end;
    }
    if (all_below > kind.max_share * good_.back()) return;
    for (const Range range : ranges)
      std::fill(dropped_.begin() + range.begin, dropped_.begin() + range.end, true);
  }

  void sum_values() {
    sums_.assign(page_.blocks.size() + 1, 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const double value = value_of(page_.blocks[b]);
      sums_[b + 1] = sums_[b] + (dropped_[b] ? std::min(0.0, value) * 0.2 : value);
    }
  }

  std::uint32_t best_container() const {
    std::uint32_t best = kNoNode;
    double best_value = 0;
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (kind_of(tag) != TagKind::kBlock && kind_of(tag) != TagKind::kCell) continue;
      const Range below = page_.blocks_below(tree_, i);
      if (below.empty()) continue;
      const double value = sums_[below.end] - sums_[below.begin];
      if (value >= best_value) {
        best_value = value;
        best = i;
      }
    }
    return best;
  }

  // The block that repeats the page's title, best as a heading; the last before the story wins over
  // those in a bar at the top.
  std::uint32_t find_headline() const {
    const std::string wanted = comparable(title_);
    if (wanted.size() < 4) return kNoNode;
    std::uint32_t found = kNoNode;
    for (std::uint32_t b = 0; b < page_.blocks.size(); ++b) {
      const Block& block = page_.blocks[b];
      if (found != kNoNode && !is_heading(block.list)) continue;
      if (block.text.size() > 2 * title_.size() + 20 ||
          comparable(words_of(page_.text, block.text)) != wanted)
        continue;
      if (found == kNoNode || !is_heading(page_.blocks[found].list)) found = b;
    }
    return found;
  }

  bool is_furniture(const Block& block) const {
    const double share = link_share(block);
    if (is_heading(block.list)) return share > 0.8;
    if (share > 0.8 && block.n_words < 30) return true;
    return false;
  }

  void keep(std::uint32_t b, PageContent& content) const {
    const Block& block = page_.blocks[b];
    KeptBlock kept{b, Role::kBody, {}};
    if (is_heading(block.list)) {
      kept.role = Role::kHeading;
      kept.rule = "role.heading-element";
    } else if (block.list == Tag::figcaption_ || (block.hints & kCaption) != 0) {
      kept.role = Role::kCaption;
      kept.rule = "role.figcaption";
    }
    content.kept.push_back(kept);
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  std::string_view title_;
  std::vector<bool> dropped_;
  std::vector<double> good_;
  std::vector<double> sums_;
};

}  // namespace

PageContent find_content(const HtmlTree& tree, const PageBlocks& page, std::string_view title) {
  return ContentFinder(tree, page, title).run();
}

}  // namespace fabula::extract
