#include "extract/html_blocks.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

bool is_heading(Tag tag) { return tag >= Tag::h1_ && tag <= Tag::h6_; }

// Tags that decide what a block is, also from further out: <li><p> is an item, <h2><div> a heading.
bool is_defining(Tag tag) {
  return is_heading(tag) || tag == Tag::figcaption_ || tag == Tag::li_ || tag == Tag::dt_ ||
         tag == Tag::dd_ || tag == Tag::blockquote_ || tag == Tag::pre_ || tag == Tag::tr_ ||
         tag == Tag::caption_;
}

class BlockFinder {
 public:
  explicit BlockFinder(const HtmlTree& tree) : tree_(tree), hint_reader_(tree) {
    out_.text.reserve(tree.bytes.size());
  }

  PageBlocks run() && {
    const auto n = static_cast<std::uint32_t>(tree_.nodes.size());
    for (std::uint32_t i = 0; i < n;) {
      while (!open_.empty() && tree_.nodes[open_.back().node].end <= i) close();
      i = visit(i);
    }
    while (!open_.empty()) close();
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t hints;  // of it and all around it
    std::uint32_t block;  // nearest block element, itself included
    Tag defining;
    bool in_link;
  };

  std::uint32_t visit(std::uint32_t i) {
    const Node& node = tree_.nodes[i];
    if (node.tag == Tag::text) {
      add_text(i);
      return i + 1;
    }
    const TagKind kind = kind_of(node.tag);
    if (kind == TagKind::kUnseen) return node.end;
    if (node.tag == Tag::br_) {
      if (++n_breaks_ == 2) flush();
      space_ = true;
    } else if (kind == TagKind::kBlock) {
      flush();
    } else if (kind == TagKind::kCell && block_open_) {
      cell_ = true;
    }
    open(i, kind);
    return i + 1;
  }

  void open(std::uint32_t i, TagKind kind) {
    const Tag tag = tree_.nodes[i].tag;
    Open next = open_.empty() ? Open{i, 0, kNoNode, Tag::text, false} : open_.back();
    next.node = i;
    const std::uint32_t own = tree_.nodes[i].n_attributes == 0 ? 0 : hint_reader_.hints_of(i);
    const bool tag_says = tag == Tag::nav_ || tag == Tag::aside_ || tag == Tag::footer_ ||
                          tag == Tag::form_ || tag == Tag::header_;
    if (own != 0 || tag_says) out_.hinted.push_back({i, own});
    // What html and body are called says nothing about a block: "has-sidebar", "comments-open".
    if (tag != Tag::html_ && tag != Tag::body_) next.hints |= own;
    if (kind == TagKind::kBlock || kind == TagKind::kCell) next.block = i;
    if (is_defining(tag) && next.defining != Tag::figcaption_) next.defining = tag;
    if (tag == Tag::a_ && tree_.has_attribute(i, Attribute::kHref)) next.in_link = true;
    open_.push_back(next);
  }

  void close() {
    const Tag tag = tree_.nodes[open_.back().node].tag;
    if (kind_of(tag) == TagKind::kBlock) flush();
    open_.pop_back();
  }

  void add_text(std::uint32_t i) {
    const std::string_view words = tree_.text_of(tree_.nodes[i]);
    for (std::size_t at = 0; at < words.size();) {
      const auto c = static_cast<unsigned char>(words[at]);
      if (c < 0x80) {
        if (c <= 0x20 || c == 0x7F)
          space_ = true;
        else
          add_character(i, words.substr(at, 1));
        ++at;
        continue;
      }
      const auto [value, n_bytes] = text::decode(words, at);
      if (text::is_space(value))
        space_ = true;
      else
        add_character(i, words.substr(at, n_bytes));
      at += n_bytes;
    }
  }

  void add_character(std::uint32_t node, std::string_view bytes) {
    n_breaks_ = 0;
    if (!block_open_) begin_block(node);
    if (cell_)
      out_.text += " | ";
    else if (space_ && out_.text.size() > begin_)
      out_.text += ' ';
    if (space_ || cell_ || out_.text.size() == begin_) begin_word();
    space_ = cell_ = false;
    out_.text += bytes;
  }

  void begin_word() {
    ++block_.n_words;
    if (open_.empty()) return;
    if (open_.back().in_link) ++block_.n_link_words;
  }

  void begin_block(std::uint32_t node) {
    block_ = Block{};
    block_.first_node = node;
    block_.element = kNoNode;
    if (!open_.empty()) {
      const Open& around = open_.back();
      block_.element = around.block;
      block_.hints = around.hints;
      block_.shape = around.defining;
    }
    begin_ = out_.text.size();
    block_open_ = true;
    space_ = cell_ = false;
  }

  void flush() {
    n_breaks_ = 0;
    space_ = cell_ = false;
    if (!block_open_) return;
    block_open_ = false;
    block_.text = {static_cast<std::uint32_t>(begin_),
                   static_cast<std::uint32_t>(out_.text.size())};
    out_.blocks.push_back(block_);
  }

  const HtmlTree& tree_;
  HintReader hint_reader_;
  PageBlocks out_;
  std::vector<Open> open_;
  Block block_{};
  std::size_t begin_ = 0;  // of the open block, in out_.text
  bool block_open_ = false;
  bool space_ = false;  // white space is waiting
  bool cell_ = false;   // a cell has begun inside the open block
  int n_breaks_ = 0;    // <br> since the last character
};

}  // namespace

Range PageBlocks::blocks_below(const HtmlTree& tree, std::uint32_t node) const {
  const auto index_of = [&](std::uint32_t first_node) {
    const auto at = std::ranges::lower_bound(blocks, first_node, {}, &Block::first_node);
    return static_cast<std::uint32_t>(at - blocks.begin());
  };
  return {index_of(node), index_of(tree.nodes[node].end)};
}

PageBlocks find_blocks(const HtmlTree& tree) { return BlockFinder(tree).run(); }

}  // namespace fabula::extract
