#include "extract/html_content.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

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

constexpr double kDroppedWeight = 0.2;

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
    for (std::uint32_t b = 0; b < page_.blocks.size(); ++b)
      if (!dropped_[b] && is_section_head(words_of(page_.text, page_.blocks[b].text)))
        drop_section(b);
    drop_repetitions();
  }

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
      ranges.push_back(below);
      all_below += good_words(below);
      done = below.end;
    }
    if (all_below > kind.max_share * good_.back()) return;
    for (const Range range : ranges) drop(range);
  }

  // Running sums of words for and against, without and with those already dropped.
  void sum_values() {
    for_.assign(page_.blocks.size() + 1, 0);
    against_.assign(page_.blocks.size() + 1, 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const double value = value_of(page_.blocks[b]);
      const double weight = dropped_[b] ? kDroppedWeight : 1;
      for_[b + 1] = for_[b] + (dropped_[b] ? 0 : std::max(0.0, value));
      against_[b + 1] = against_[b] + weight * std::max(0.0, -value);
    }
  }

  // The element that best parts the words for from the words against: of all elements the one with
  // the highest F1 of "is inside" as a test for "is for". The innermost of equals.
  std::uint32_t best_container() const {
    std::uint32_t best = kNoNode;
    double best_score = 0;
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (kind_of(tag) != TagKind::kBlock && kind_of(tag) != TagKind::kCell) continue;
      const Range below = page_.blocks_below(tree_, i);
      if (below.empty()) continue;
      const double inside = for_[below.end] - for_[below.begin];
      const double wrong = against_[below.end] - against_[below.begin];
      double score = 2 * inside / (inside + wrong + for_.back());
      const auto own = std::ranges::lower_bound(page_.hinted, i, {}, &HintedElement::node);
      if (own != page_.hinted.end() && own->node == i && (own->hints & kBody) != 0) score *= 1.4;
      else if (tag == Tag::article_) score *= 1.3; else if (tag == Tag::main_) score *= 1.2;
      if (inside > 0 && score >= best_score) {
        best_score = score;
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
  std::vector<double> for_;
  std::vector<double> against_;
};

}  // namespace

PageContent find_content(const HtmlTree& tree, const PageBlocks& page, std::string_view title) {
  return ContentFinder(tree, page, title).run();
}

}  // namespace fabula::extract
