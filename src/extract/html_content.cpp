#include "extract/html_content.hpp"

#include <algorithm>

#include "extract/html_furniture.hpp"
#include "extract/html_words.hpp"

namespace fabula::extract {
namespace {

constexpr std::uint32_t kLongWords = 25;  // a paragraph of more words is the story, not its head

bool is_heading(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

class ContentFinder {
 public:
  ContentFinder(const HtmlTree& tree, const PageBlocks& page, std::string_view title)
      : tree_(tree), page_(page), title_(title), dropped_(find_furniture(tree, page)) {}

  PageContent run() && {
    sum_worth();
    PageContent content;
    content.container = best_container();
    if (content.container != kNoNode) {
      const Range range = page_.blocks_below(tree_, content.container);
      for (std::uint32_t b = range.begin; b < range.end; ++b)
        if (!dropped_[b] && !is_link_row(b)) keep(b, content);
    }
    while (!content.kept.empty() && content.kept.back().role == Role::kHeading)
      content.kept.pop_back();
    place_headline(content);
    content.n_dropped = static_cast<std::uint32_t>(page_.blocks.size() - content.kept.size());
    return content;
  }

 private:
  // Running sums of words for and against. What is dropped anyway counts little against.
  void sum_worth() {
    constexpr double kDroppedWeight = 0.2;
    for_.assign(1, 0);
    against_.assign(1, 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const double worth = worth_of(page_.blocks[b]);
      for_.push_back(for_.back() + (dropped_[b] ? 0 : std::max(0.0, worth)));
      against_.push_back(against_.back() +
                         (dropped_[b] ? kDroppedWeight : 1) * std::max(0.0, -worth));
    }
  }

  // The element that best parts the words for from the words against: of all elements the one with
  // the highest F1 of "is inside" as a test for "is for". An element that the page itself names as
  // the body of the article, or marks as article or main, counts for more. The innermost of equals.
  std::uint32_t best_container() const {
    std::uint32_t best = kNoNode;
    double best_score = 0;
    auto hinted = page_.hinted.begin();
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      while (hinted != page_.hinted.end() && hinted->node < i) ++hinted;
      const Tag tag = tree_.nodes[i].tag;
      if (kind_of(tag) != TagKind::kBlock && kind_of(tag) != TagKind::kCell) continue;
      const Range below = page_.blocks_below(tree_, i);
      const double inside = for_[below.end] - for_[below.begin];
      if (inside <= 0) continue;
      const bool is_named =
          hinted != page_.hinted.end() && hinted->node == i && (hinted->hints & kBody) != 0;
      const double trust = is_named               ? 1.4
                           : tag == Tag::article_ ? 1.3
                           : tag == Tag::main_    ? 1.2
                                                  : 1.0;
      const double wrong = against_[below.end] - against_[below.begin];
      const double score = trust * 2 * inside / (inside + wrong + for_.back());
      if (score >= best_score) {
        best_score = score;
        best = i;
      }
    }
    return best;
  }

  // A block that is nearly all link is furniture, unless it stands alone among text: a sentence of
  // the story may be one link, rows of links are lists of other pages.
  bool is_link_row(std::uint32_t b) const {
    constexpr double kNearlyAll = 0.8;
    constexpr std::uint32_t kSentence = 8;
    const Block& block = page_.blocks[b];
    if (link_share(block) <= kNearlyAll) return false;
    if (is_heading(block.shape)) return true;
    const bool alone =
        (b == 0 || link_share(page_.blocks[b - 1]) <= kNearlyAll) &&
        (b + 1 == page_.blocks.size() || link_share(page_.blocks[b + 1]) <= kNearlyAll);
    return !alone || block.n_words < kSentence;
  }

  // Keeps a block, with the role that the page's markup gives it.
  void keep(std::uint32_t b, PageContent& content) const {
    constexpr std::uint32_t kMaxCaption = 80;
    constexpr std::uint32_t kMaxByline = 15;
    const Block& block = page_.blocks[b];
    KeptBlock kept{b, Role::kBody, {}};
    const auto give = [&](Role role, std::string_view rule) {
      kept.role = role;
      kept.rule = rule;
    };
    const bool in_figure = block.shape == Tag::figcaption_ || (block.hints & kCaption) != 0;
    if ((block.hints & kEmbed) != 0)
      give(Role::kEmbed, "role.embed-element");
    else if (is_heading(block.shape))
      give(Role::kHeading, "role.heading-element");
    else if ((block.hints & kCredit) != 0 && block.n_words <= kMaxByline)
      give(Role::kCredit, "role.credit-element");
    else if (in_figure && block.n_words <= kMaxCaption)
      give(Role::kCaption, "role.figcaption");
    else if ((block.hints & kByline) != 0 && block.n_words <= kMaxByline && !has_story(content))
      give(Role::kByline, "role.byline-element");
    content.kept.push_back(kept);
  }

  bool has_story(const PageContent& content) const {
    return std::ranges::any_of(content.kept, [&](const KeptBlock& kept) { return is_long(kept); });
  }

  bool is_long(const KeptBlock& kept) const {
    return kept.role == Role::kBody && page_.blocks[kept.block].n_words > kLongWords;
  }

  // Finds the block that repeats the title before the first long paragraph, best a heading and the
  // last of several. It becomes the first paragraph: what stands before it is the top of the page,
  // unless that is long.
  void place_headline(PageContent& content) const {
    constexpr std::uint32_t kMaxDistance = 60;  // blocks between headline and story
    const auto first_long =
        std::ranges::find_if(content.kept, [&](const KeptBlock& kept) { return is_long(kept); });
    const std::string wanted = comparable(title_);
    if (first_long == content.kept.end() || wanted.size() < 4) return;
    const std::uint32_t bottom = first_long->block;
    const std::uint32_t top = bottom - std::min(bottom, kMaxDistance);
    for (std::uint32_t b = top; b < bottom; ++b) {
      const Block& block = page_.blocks[b];
      const bool is_better = content.headline == kNoNode || is_heading(block.shape);
      if (is_better && block.text.size() <= 2 * title_.size() + 20 &&
          comparable(words_of(page_.text, block.text)) == wanted)
        content.headline = b;
    }
    if (content.headline == kNoNode) return;
    const auto behind = std::ranges::find_if(
        content.kept, [&](const KeptBlock& kept) { return kept.block > content.headline; });
    content.kept.erase(content.kept.begin(), behind);
    content.kept.insert(content.kept.begin(), {content.headline, Role::kHeading, "role.title"});
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  std::string_view title_;
  std::vector<bool> dropped_;
  std::vector<double> for_;
  std::vector<double> against_;
};

}  // namespace

PageContent find_content(const HtmlTree& tree, const PageBlocks& page, std::string_view title) {
  return ContentFinder(tree, page, title).run();
}

}  // namespace fabula::extract
