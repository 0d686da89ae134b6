// A web page as a flat tree: nodes in document order, each knowing where its subtree ends.
//
//   <div><p>One <b>two</b></p><p>Three</p></div>
//
//   node     0 div  1 p  2 "One "  3 b  4 "two"  5 p  6 "Three"
//   end      7      5    3         5    5        7    7
//   parent   -      0    1         1    3        0    5
//
// The children of a node begin at node + 1; the next sibling of n is nodes[n].end. So a walk is a
// loop over an array, and nothing here or above recurses.
//
// Parsing is libxml2's, as a stream of events. What is done to them: block elements end an open
// paragraph, which HTML 4 did not know; references to U+0080..U+009F are read as windows-1252, as
// browsers do; elements below the depth limit hang on the last allowed one; script and style are
// dropped, but for JSON-LD; only the attributes of html_attributes.inc are kept.
//
// Guarantees: any bytes give a tree; time and memory linear in the page (with a budget against the
// quadratic corners of libxml2: thousands of stray end tags in deep pages, of attributes in a tag).
// A page that meets a limit is kept as far as it was read, and says so.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::extract {

enum class Tag : std::uint8_t {
  text,  // not an element: a stretch of text
#define FABULA_TAG(name, kind) name##_,
#include "extract/html_tags.inc"
#undef FABULA_TAG
};

enum class TagKind : std::uint8_t {
  kInline,  // flows with the text around it
  kBlock,   // begins and ends a paragraph
  kCell,    // of a table: its row is one paragraph
  kUnseen,  // its content is never text of the article
};
[[nodiscard]] TagKind kind_of(Tag tag);

enum class Attribute : std::uint8_t {
#define FABULA_ATTRIBUTE(enumerator, name) enumerator,
#include "extract/html_attributes.inc"
#undef FABULA_ATTRIBUTE
};

constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();

struct Node {
  Tag tag = Tag::text;
  std::uint8_t n_attributes = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t parent = kNoNode;
  std::uint32_t end = 0;  // one past the last node of its subtree
  Range text;             // Tag::text, and JSON-LD in a script: bytes of HtmlTree::bytes
};

struct HtmlLimits {
  std::uint32_t max_depth = 512;
  std::uint32_t max_nodes = 2'000'000;
};

struct HtmlTree {
  struct AttributeValue {
    Attribute name;
    Range value;
  };
  std::vector<Node> nodes;
  std::vector<AttributeValue> attributes;
  std::string bytes;  // of all text and all values; valid UTF-8
  bool met_depth_limit = false;
  bool met_node_limit = false;
  bool met_work_limit = false;  // libxml2 was stopped before it became quadratic

  // The value of a node's attribute; empty when it has none. See also has_attribute.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, Attribute name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t node, Attribute name) const;
  [[nodiscard]] std::string_view text_of(const Node& node) const {
    return words_of(bytes, node.text);
  }
  // All text below `node` with white space collapsed, at most `max_bytes` of it (cut between
  // words).
  [[nodiscard]] std::string inner_text(std::uint32_t node, std::size_t max_bytes = 1024) const;
};

// `html` is valid UTF-8 already, whatever its meta elements claim; under 2 GiB.
[[nodiscard]] HtmlTree parse_html(std::string_view html, const HtmlLimits& limits);

}  // namespace fabula::extract
