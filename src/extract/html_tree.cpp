#include "extract/html_tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>

#include "extract/html_input.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr auto kTagNames = std::to_array<std::string_view>({
#define FABULA_TAG(name, kind) #name,
#include "extract/html_tags.inc"
#undef FABULA_TAG
});

constexpr auto kTagKinds = std::to_array<TagKind>({
    TagKind::kInline,  // text
#define FABULA_TAG(name, kind) TagKind::kind,
#include "extract/html_tags.inc"
#undef FABULA_TAG
});

constexpr auto kAttributeNames = std::to_array<std::string_view>({
#define FABULA_ATTRIBUTE(enumerator, name) name,
#include "extract/html_attributes.inc"
#undef FABULA_ATTRIBUTE
});

static_assert(std::ranges::is_sorted(kTagNames) && std::ranges::is_sorted(kAttributeNames));

Tag tag_named(std::string_view name) {
  const auto at = std::ranges::lower_bound(kTagNames, name);
  if (at == kTagNames.end() || *at != name) return Tag::unknown_;
  return static_cast<Tag>(at - kTagNames.begin() + 1);
}

std::optional<Attribute> attribute_named(std::string_view name) {
  const auto at = std::ranges::lower_bound(kAttributeNames, name);
  if (at == kAttributeNames.end() || *at != name) return std::nullopt;
  return static_cast<Attribute>(at - kAttributeNames.begin());
}

// Elements inside of which an open paragraph further out is not ended by a block.
bool is_paragraph_scope(Tag tag) {
  return kind_of(tag) == TagKind::kCell || tag == Tag::table_ || tag == Tag::caption_ ||
         tag == Tag::button_ || tag == Tag::object_ || tag == Tag::template_;
}

// windows-1252, 0x80..0x9F, as browsers read references to these; 0 stays what it is.
constexpr auto kWindows1252 = std::to_array<char16_t>(
    {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
     0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178});

void append_text(std::string& out, std::string_view text) {
  constexpr char kLead = '\xC2';
  std::size_t done = 0;
  for (std::size_t at = text.find(kLead); at != std::string_view::npos;
       at = text.find(kLead, at + 1)) {
    if (at + 1 >= text.size()) break;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next < 0x80 || next > 0x9F || kWindows1252[next - 0x80U] == 0) continue;
    out.append(text, done, at - done);
    text::append(out, kWindows1252[next - 0x80U]);
    done = at + 2;
  }
  out.append(text, done);
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Turns libxml2's events into nodes. `open_` holds the path to the current node as we see it,
// `theirs_` an entry for every element libxml2 holds open: where it lies in open_, if it still
// does.
class TreeBuilder {
 public:
  TreeBuilder(HtmlTree& tree, const HtmlLimits& limits) : tree_(tree), limits_(limits) {}

  void set_parser(xmlParserCtxtPtr parser) { parser_ = parser; }

  void start(const xmlChar* name, const xmlChar** attributes) {
    const Tag tag = tag_named(view(name));
    if (kind_of(tag) == TagKind::kBlock) end_paragraph();
    const std::uint32_t node = add_node(tag);
    if (node == kNoNode) return;
    if (attributes != nullptr) add_attributes(node, attributes);
    if (open_.size() >= limits_.max_depth) {
      tree_.met_depth_limit = true;
      tree_.nodes[node].end = node + 1;
      theirs_.push_back({node, kNoNode});
      return;
    }
    const auto level = static_cast<std::uint32_t>(open_.size());
    theirs_.push_back({node, level});
    open_.push_back(node);
    if (tag == Tag::p_) paragraphs_.push_back(level);
    if (is_paragraph_scope(tag)) scopes_.push_back(level);
  }

  void end() {
    if (theirs_.empty()) return;
    const auto [node, level] = theirs_.back();
    theirs_.pop_back();
    if (level < open_.size() && open_[level] == node) close_down_to(level);
  }

  void characters(const xmlChar* text, int n) {
    const std::string_view words(reinterpret_cast<const char*>(text), static_cast<std::size_t>(n));
    const bool goes_on = !tree_.nodes.empty() && tree_.nodes.back().tag == Tag::text &&
                         tree_.nodes.back().parent == current();
    if (!goes_on) {
      const std::uint32_t node = add_node(Tag::text);
      if (node == kNoNode) return;
      tree_.nodes[node].end = node + 1;
      tree_.nodes[node].text.begin = size();
    }
    append_text(tree_.bytes, words);
    tree_.nodes.back().text.end = size();
  }

  // Content of script and style: only JSON-LD is kept.
  void cdata(const xmlChar* text, int n) {
    if (open_.empty()) return;
    Node& node = tree_.nodes[current()];
    const bool is_facts =
        node.tag == Tag::script_ &&
        tree_.attribute(current(), Attribute::kType).find("ld+json") != std::string_view::npos;
    if (!is_facts) return;
    if (node.text.empty()) node.text.begin = size();
    tree_.bytes.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(n));
    node.text.end = size();
  }

  // An end tag that libxml2 ignored because something "stronger" is open inside the element, as in
  // <button><div></button>: browsers end both. libxml2 also looks through its whole stack for each
  // end tag that fits nothing.
  void complaint(const xmlError& error) {
    if (error.code != XML_ERR_TAG_NAME_MISMATCH) return;
    if (error.str2 != nullptr && error.str1 != nullptr) close_through(tag_named(error.str1));
    constexpr std::uint64_t kMaxSteps = 200'000'000;  // about half a second
    stray_steps_ += theirs_.size();
    if (stray_steps_ > kMaxSteps && !tree_.met_work_limit) {
      tree_.met_work_limit = true;
      xmlStopParser(parser_);
    }
  }

  void finish() { close_down_to(0); }

 private:
  struct Theirs {
    std::uint32_t node;
    std::uint32_t level;  // index into open_; kNoNode when it was too deep to be opened
  };

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(tree_.bytes.size());
  }
  [[nodiscard]] std::uint32_t current() const { return open_.empty() ? kNoNode : open_.back(); }

  std::uint32_t add_node(Tag tag) {
    if (tree_.nodes.size() >= limits_.max_nodes) {
      if (!tree_.met_node_limit) xmlStopParser(parser_);
      tree_.met_node_limit = true;
      return kNoNode;
    }
    Node node;
    node.tag = tag;
    node.parent = current();
    tree_.nodes.push_back(node);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  void add_attributes(std::uint32_t node, const xmlChar** attributes) {
    tree_.nodes[node].first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    for (; attributes[0] != nullptr; attributes += 2) {
      const auto name = attribute_named(view(attributes[0]));
      if (!name || tree_.nodes[node].n_attributes == kAttributeNames.size()) continue;
      const std::uint32_t begin = size();
      append_text(tree_.bytes, view(attributes[1]));
      tree_.attributes.push_back({*name, {begin, size()}});
      ++tree_.nodes[node].n_attributes;
    }
  }

  void end_paragraph() {
    if (paragraphs_.empty()) return;
    if (!scopes_.empty() && scopes_.back() > paragraphs_.back()) return;
    close_down_to(paragraphs_.back());
  }

  void close_through(Tag tag) {
    if (kind_of(tag) == TagKind::kInline) return;
    for (std::size_t level = open_.size(); level-- > 0;) {
      const Tag at_level = tree_.nodes[open_[level]].tag;
      if (at_level == tag) return close_down_to(static_cast<std::uint32_t>(level));
      if (is_paragraph_scope(at_level) && at_level != Tag::button_) return;
    }
  }

  void close_down_to(std::uint32_t level) {
    const auto end = static_cast<std::uint32_t>(tree_.nodes.size());
    while (open_.size() > level) {
      tree_.nodes[open_.back()].end = end;
      open_.pop_back();
    }
    while (!paragraphs_.empty() && paragraphs_.back() >= level) paragraphs_.pop_back();
    while (!scopes_.empty() && scopes_.back() >= level) scopes_.pop_back();
  }

  HtmlTree& tree_;
  const HtmlLimits& limits_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::vector<std::uint32_t> open_;        // nodes from the root to the current one
  std::vector<std::uint32_t> paragraphs_;  // levels of open p elements
  std::vector<std::uint32_t> scopes_;      // levels of open elements that shield a p further out
  std::vector<Theirs> theirs_;
  std::uint64_t stray_steps_ = 0;
};

TreeBuilder& builder(void* data) { return *static_cast<TreeBuilder*>(data); }

htmlSAXHandler events() {
  htmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;  // or `serror` is not called
  sax.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
    builder(data).start(name, attributes);
  };
  sax.endElement = [](void* data, const xmlChar*) { builder(data).end(); };
  sax.characters = [](void* data, const xmlChar* text, int n) {
    builder(data).characters(text, n);
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = [](void* data, const xmlChar* text, int n) { builder(data).cdata(text, n); };
  sax.serror = [](void* data, xmlErrorPtr error) { builder(data).complaint(*error); };
  return sax;
}

}  // namespace

TagKind kind_of(Tag tag) { return kTagKinds[static_cast<std::size_t>(tag)]; }

std::string_view HtmlTree::attribute(std::uint32_t node, Attribute name) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = n.first_attribute; i < n.first_attribute + n.n_attributes; ++i)
    if (attributes[i].name == name) return words_of(bytes, attributes[i].value);
  return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, Attribute name) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = n.first_attribute; i < n.first_attribute + n.n_attributes; ++i)
    if (attributes[i].name == name) return true;
  return false;
}

std::string HtmlTree::inner_text(std::uint32_t node, std::size_t max_bytes) const {
  std::string out;
  bool space = false;
  for (std::uint32_t i = node; i < nodes[node].end; ++i) {
    if (nodes[i].tag != Tag::text) {
      space = space || kind_of(nodes[i].tag) != TagKind::kInline || nodes[i].tag == Tag::br_;
      continue;
    }
    const std::string_view words = text_of(nodes[i]);
    for (std::size_t at = 0; at < words.size();) {
      const auto [value, n_bytes] = text::decode(words, at);
      if (text::is_space(value)) {
        if (out.size() >= max_bytes) return out;
        space = true;
      } else {
        if (space && !out.empty()) out += ' ';
        space = false;
        out.append(words, at, n_bytes);
      }
      at += n_bytes;
    }
  }
  return out;
}

HtmlTree parse_html(std::string_view html, const HtmlLimits& limits) {
  static std::once_flag initialised;
  std::call_once(initialised, xmlInitParser);

  HtmlTree tree;
  tree.nodes.reserve(html.size() / 40);
  tree.bytes.reserve(html.size() / 3);
  std::string tamed;
  const std::string_view input = tame_html(html, tamed);
  if (input.empty()) return tree;

  TreeBuilder build(tree, limits);
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(htmlNewParserCtxt(),
                                                                            htmlFreeParserCtxt);
  if (parser == nullptr) return tree;
  *parser->sax = events();
  parser->userData = &build;
  build.set_parser(parser.get());
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_NOWARNING | HTML_PARSE_NOERROR;
  htmlCtxtReadMemory(parser.get(), input.data(), static_cast<int>(input.size()), nullptr, "UTF-8",
                     kOptions);
  build.finish();
  return tree;
}

}  // namespace fabula::extract
