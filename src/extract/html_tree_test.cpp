#include "extract/html_tree.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

HtmlTree tree_of(std::string_view html) { return parse_html(html, {}); }

std::uint32_t first(const HtmlTree& tree, Tag tag) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i)
    if (tree.nodes[i].tag == tag) return i;
  return kNoNode;
}

std::string all_text(const HtmlTree& tree) {
  std::string text;
  for (const Node& node : tree.nodes)
    if (node.tag == Tag::text) text += tree.text_of(node);
  return text;
}

std::string repeated(std::string_view piece, std::size_t n) {
  std::string out;
  out.reserve(piece.size() * n);
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

// Every node lies inside its parent, and ends nest.
void expect_sound(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    ASSERT_GT(node.end, i);
    ASSERT_LE(node.end, tree.nodes.size());
    ASSERT_LE(node.text.end, tree.bytes.size());
    if (node.parent == kNoNode) continue;
    ASSERT_LT(node.parent, i);
    ASSERT_LE(node.end, tree.nodes[node.parent].end);
  }
  EXPECT_TRUE(text::is_valid_utf8(tree.bytes));
}

TEST(HtmlTree, KnowsWhereSubtreesEnd) {
  const HtmlTree tree = tree_of("<div><p>One <b>two</b></p><p>Three</p></div>");
  expect_sound(tree);
  const std::uint32_t div = first(tree, Tag::div_);
  EXPECT_EQ(tree.inner_text(div), "One two Three");
  EXPECT_EQ(tree.inner_text(first(tree, Tag::p_)), "One two");
}

TEST(HtmlTree, BlocksEndAnOpenParagraph) {
  const HtmlTree tree = tree_of("<p>Before<figure>Inside</figure>after<section>More</section>");
  expect_sound(tree);
  const std::uint32_t p = first(tree, Tag::p_);
  EXPECT_EQ(tree.inner_text(p), "Before");
  EXPECT_EQ(tree.inner_text(first(tree, Tag::figure_)), "Inside");
}

TEST(HtmlTree, ACellShieldsTheParagraphAroundItsTable) {
  const HtmlTree tree = tree_of("<table><tr><td><p>One<div>two</div></td><td>Three</td></table>");
  expect_sound(tree);
  EXPECT_EQ(tree.inner_text(first(tree, Tag::tr_)), "One two Three");
}

TEST(HtmlTree, EndTagsCloseThroughOpenBlocks) {
  const HtmlTree tree = tree_of("<button><div>Menu</button><p>Story</p>");
  expect_sound(tree);
  const std::uint32_t button = first(tree, Tag::button_);
  EXPECT_EQ(tree.inner_text(button), "Menu");
}

TEST(HtmlTree, ReferencesToWindows1252AreRead) {
  EXPECT_EQ(all_text(tree_of("<p>It&#x92;s &#147;fine&#148; &#8217;")), "It’s “fine” ’");
}

TEST(HtmlTree, ThePagesOwnCharsetIsIgnored) {
  const HtmlTree tree = tree_of(
      "<html><head><meta charset=windows-1252><meta http-equiv=Content-Type "
      "content='text/html; charset=iso-8859-1'></head><body><p>Żółw café</p><p>Last</p>");
  EXPECT_EQ(all_text(tree), "Żółw caféLast");
}

TEST(HtmlTree, NulBytesAreSpaces) {
  const std::string html{"<p cl\0ass=x>One\0two</p><p>Three", 31};
  const HtmlTree tree = tree_of(html);
  expect_sound(tree);
  EXPECT_EQ(all_text(tree), "One twoThree");
}

TEST(HtmlTree, KeepsJsonLdAndNoOtherScript) {
  const HtmlTree tree = tree_of(
      "<script>var a = '<p>no</p>';</script><script type='application/ld+json'>{\"a\":1}</script>");
  std::string kept;
  for (const Node& node : tree.nodes) kept += tree.text_of(node);
  EXPECT_EQ(kept, "{\"a\":1}");
}

TEST(HtmlTree, AttributesAreFoundByName) {
  const HtmlTree tree = tree_of("<a HREF='x?a=1&amp;b=2' onclick=go() hidden class>go</a>");
  const std::uint32_t a = first(tree, Tag::a_);
  EXPECT_EQ(tree.attribute(a, Attribute::kHref), "x?a=1&b=2");
  EXPECT_TRUE(tree.has_attribute(a, Attribute::kHidden));
  EXPECT_FALSE(tree.has_attribute(a, Attribute::kId));
}

TEST(HtmlTree, DeepElementsHangOnTheLastAllowedOne) {
  const HtmlTree tree =
      parse_html(repeated("<div>", 40) + "deep" + repeated("</div>", 40) + "<p>after", {10, 1000});
  expect_sound(tree);
  EXPECT_TRUE(tree.met_depth_limit);
  EXPECT_EQ(all_text(tree), "deepafter");
}

TEST(HtmlTree, StopsAtTheNodeLimit) {
  const HtmlTree tree = parse_html(repeated("<p>word</p>", 1000), {512, 100});
  expect_sound(tree);
  EXPECT_TRUE(tree.met_node_limit);
  EXPECT_EQ(tree.nodes.size(), 100U);
}

TEST(HtmlTree, AMillionOpenElements) {
  const HtmlTree tree = tree_of(repeated("<div>", 1'000'000) + "<p>bottom");
  EXPECT_TRUE(tree.met_depth_limit);
  EXPECT_EQ(all_text(tree), "bottom");
}

TEST(HtmlTree, StrayEndTagsInADeepPageMeetTheWorkLimit) {
  const HtmlTree tree =
      tree_of("<p>top</p>" + repeated("<div>", 100'000) + repeated("</b>", 20'000) + "<p>bottom");
  expect_sound(tree);
  EXPECT_TRUE(tree.met_work_limit);
  EXPECT_EQ(all_text(tree), "top");
}

TEST(HtmlTree, TooManyAttributesAreCut) {
  std::string html = "<div id=first ";
  for (int i = 0; i < 100'000; ++i) html += "a" + std::to_string(i) + "=1 ";
  const HtmlTree tree = tree_of(html + "class=last>text</div>");
  EXPECT_EQ(tree.attribute(first(tree, Tag::div_), Attribute::kId), "first");
  EXPECT_FALSE(tree.has_attribute(first(tree, Tag::div_), Attribute::kClass));
  EXPECT_EQ(all_text(tree), "text");
}

TEST(HtmlTree, HugeAttributesAndTextDoNoHarm) {
  const std::string big(2'000'000, 'x');
  const HtmlTree tree = tree_of("<p title='" + big + "' class='" + big + "'>" + big + "</p><p>end");
  EXPECT_EQ(all_text(tree), big + "end");
}

TEST(HtmlTree, AnyScrapIsATree) {
  for (const char* html : {"", " ", "<", "<a", "<a href=", "<a href='", "</p></p>", "<!--", "<!",
                           "<![CDATA[x", "<?xml", "&", "&#", "&#x110000;", "<script>", "<title>",
                           "<table><p><tr><b><td>x", "</html>after", "<p><p><p></div></p></b>"})
    expect_sound(tree_of(html));
}

}  // namespace
}  // namespace fabula::extract
