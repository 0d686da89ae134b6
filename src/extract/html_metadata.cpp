#include "extract/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "extract/html_words.hpp"
#include "extract/published.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

enum MetaFact : std::uint8_t {
  kPublished,
  kModified,
  kAuthor,
  kTitle,
  kOutlet,
  kUrl,
  kLanguage,
};
constexpr std::size_t kFacts = 7;

struct MetaName {
  std::string_view name;
  MetaFact fact;
};

constexpr auto kMetaNames = std::to_array<MetaName>({
#define FABULA_META(name, fact) {name, fact},
#include "extract/metadata_names_table.inc"
#undef FABULA_META
});

// What one meta element said: its place in the table is its rank.
struct Said {
  std::size_t rank;
  std::string value;
};

bool is_address(std::string_view text) {
  return text.starts_with("http:") || text.starts_with("https:") || text.starts_with("www.") ||
         text.starts_with("//");
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("//");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return text::ascii_lower(url);
}

// "en-US" -> "en"; empty when it is no language code.
std::string language_code(std::string_view tag) {
  tag = text::trim(tag);
  const std::string_view code = tag.substr(0, tag.find_first_of("-_"));
  const bool is_code = code.size() == 2 && std::ranges::all_of(code, [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                       });
  return is_code ? text::ascii_lower(code) : std::string();
}

class MetadataReader {
 public:
  explicit MetadataReader(const HtmlTree& tree) : tree_(tree) {}

  PageMetadata run() && {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) visit(i);
    for (auto& said : said_) std::ranges::stable_sort(said, {}, &Said::rank);
    out_.url = url();
    out_.outlet = outlet();
    out_.title = title();
    out_.byline = byline();
    out_.language = language();
    out_.article_body = std::move(json_.article_body);
    add_dates();
    return std::move(out_);
  }

 private:
  void visit(std::uint32_t i) {
    const Node& node = tree_.nodes[i];
    switch (node.tag) {
      case Tag::meta_:
        read_meta(i);
        break;
      case Tag::script_:
        read_json_ld(tree_.text_of(node), json_);
        break;
      case Tag::html_:
        if (html_language_.empty()) html_language_ = tree_.attribute(i, Attribute::kLang);
        break;
      case Tag::title_:
        if (page_title_.empty() && !in_svg(i)) page_title_ = tree_.inner_text(i);
        break;
      case Tag::h1_:
        headlines_.push_back(tree_.inner_text(i, 400));
        break;
      case Tag::link_:
        if (canonical_.empty() && tree_.attribute(i, Attribute::kRel) == "canonical")
          canonical_ = text::trim(tree_.attribute(i, Attribute::kHref));
        break;
      default:
        break;
    }
  }

  [[nodiscard]] bool in_svg(std::uint32_t i) const {
    for (std::uint32_t up = tree_.nodes[i].parent; up != kNoNode; up = tree_.nodes[up].parent)
      if (tree_.nodes[up].tag == Tag::svg_) return true;
    return false;
  }

  void read_meta(std::uint32_t i) {
    const std::string_view content = text::trim(tree_.attribute(i, Attribute::kContent));
    if (content.empty()) return;
    for (const Attribute key :
         {Attribute::kProperty, Attribute::kName, Attribute::kItemprop, Attribute::kHttpEquiv}) {
      const std::string name = text::ascii_lower(text::trim(tree_.attribute(i, key)));
      if (name.empty()) continue;
      for (std::size_t rank = 0; rank < kMetaNames.size(); ++rank) {
        if (kMetaNames[rank].name != name) continue;
        if (said_[kMetaNames[rank].fact].size() < 64)
          said_[kMetaNames[rank].fact].push_back({rank, collapsed(unescaped(content))});
        break;
      }
    }
  }

  [[nodiscard]] std::string url() const {
    if (is_address(canonical_)) return canonical_;
    for (const Said& said : said_[kUrl])
      if (is_address(said.value)) return said.value;
    return {};
  }

  [[nodiscard]] std::string outlet() const {
    if (!said_[kOutlet].empty() && !is_address(said_[kOutlet].front().value))
      return said_[kOutlet].front().value;
    for (const std::string& name : {json_.publisher, json_.site_name})
      if (!name.empty() && !is_address(name)) return collapsed(name);
    return host_of(out_.url);
  }

  // The headline is what the others agree on: an <h1> that a stated title repeats. A stated title
  // that is only the outlet's name is none.
  [[nodiscard]] std::string title() const {
    std::vector<std::string> stated;
    const auto add = [&](const std::string& title) {
      if (!title.empty() && comparable(title) != comparable(out_.outlet)) stated.push_back(title);
    };
    add(collapsed(json_.headline));
    for (const Said& said : said_[kTitle]) add(said.value);
    add(page_title_);
    for (const std::string& headline : headlines_) {
      const std::string key = comparable(headline);
      if (key.size() < 8) continue;
      for (const std::string& title : stated)
        if (comparable(title).find(key) != std::string::npos) return headline;
    }
    const bool one_headline = headlines_.size() == 1 && headlines_.front().size() > 20;
    const std::string headline = one_headline ? headlines_.front() : std::string();
    for (const std::string& title : stated) {
      if (comparable(headline).starts_with(comparable(title))) return headline;  // it was cut
      if (std::string bare = without_outlet(title, out_.outlet, headline); !bare.empty())
        return bare;
    }
    return headlines_.empty() ? std::string() : headlines_.front();
  }

  [[nodiscard]] std::string byline() const {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
      std::string tidy = collapsed(name);
      if (text::ascii_lower(tidy.substr(0, 3)) == "by ") tidy.erase(0, 3);
      const bool is_name = !tidy.empty() && tidy.size() <= 120 && !is_address(tidy) &&
                           tidy.find('@') == std::string::npos &&
                           tidy.find('<') == std::string::npos && comparable(tidy) != "admin";
      if (is_name && std::ranges::find(names, tidy) == names.end()) names.push_back(tidy);
    };
    for (const std::string& name : json_.authors) add(name);
    for (const Said& said : said_[kAuthor]) {
      if (!names.empty() && said.rank != said_[kAuthor].front().rank) break;
      if (json_.authors.empty() || names.empty()) add(said.value);
    }
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
  }

  [[nodiscard]] std::string language() const {
    if (std::string code = language_code(html_language_); !code.empty()) return code;
    for (const Said& said : said_[kLanguage])
      if (std::string code = language_code(said.value); !code.empty()) return code;
    return language_code(json_.language);
  }

  void add_date(std::string_view origin, std::string_view written) {
    const auto date = find_written_date(written);
    if (!date || out_.dates.size() >= 200) return;
    DateCandidate candidate;
    candidate.when = date->when;
    candidate.origin = origin;
    candidate.as = written.substr(0, 80);
    if (std::ranges::none_of(out_.dates, [&](const DateCandidate& other) {
          return other.origin == candidate.origin && other.when == candidate.when;
        }))
      out_.dates.push_back(std::move(candidate));
  }

  void add_dates() {
    using Kind = JsonLdDate::Kind;
    // An article's own record before that of the page around it.
    std::ranges::stable_partition(json_.dates, &JsonLdDate::of_article);
    for (const auto& [kind, of_article, written] : json_.dates)
      add_date(kind == Kind::kPublished  ? "json-ld"
               : kind == Kind::kModified ? "modified"
               : kind == Kind::kComment  ? "comment"
                                         : "related",
               written);
    for (const Said& said : said_[kPublished]) add_date("meta", said.value);
    for (const Said& said : said_[kModified]) add_date("modified", said.value);
    if (const When when = date_in_url(out_.url); when.known())
      out_.dates.push_back({when, "url", out_.url, {}, false, {}});
  }

  const HtmlTree& tree_;
  PageMetadata out_;
  JsonLdFacts json_;
  std::array<std::vector<Said>, kFacts> said_;
  std::vector<std::string> headlines_;
  std::string page_title_;
  std::string canonical_;
  std::string html_language_;
};

struct Separator {
  std::size_t at;
  std::size_t n_bytes;
};

// Separators between a title and an outlet: " | ", " - ", " – " and their like.
std::vector<Separator> separators_in(std::string_view title) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " \u00B7 ", " \u2022 ", " :: ", " / ",
       " < ", " > ", " \u2502 ", "| ", ": "});
  std::vector<Separator> found;
  for (std::size_t at = 0; at < title.size(); ++at)
    for (const std::string_view mark : kMarks)
      if (title.substr(at, mark.size()) == mark) {
        found.push_back({at, mark.size()});
        break;
      }
  return found;
}

}  // namespace

std::string without_outlet(std::string_view title, std::string_view outlet,
                           std::string_view headline) {
  const std::string name = comparable(outlet);
  const std::string head = comparable(headline);
  std::string_view rest = text::trim(title);
  for (bool cut = true; cut;) {
    cut = false;
    const std::vector<Separator> marks = separators_in(rest);
    if (marks.empty()) break;
    const auto [last, n_last] = marks.back();
    const std::string_view tail = rest.substr(last + n_last);
    const std::string tail_key = comparable(tail);
    const std::string_view before = text::trim(rest.substr(0, last));
    const bool is_colon = rest[last] == ':';
    const bool names_outlet =
        !name.empty() && !tail_key.empty() &&
        (name.find(tail_key) != std::string::npos || tail_key.find(name) != std::string::npos);
    const bool proved = !head.empty() && comparable(before) == head;
    const bool by_bar = rest.substr(last, n_last).find('|') != std::string_view::npos &&
                        tail.size() < 40 && before.size() > tail.size();
    if (proved || (names_outlet && !is_colon) || by_bar) {
      rest = before;
      cut = !proved;
      continue;
    }
    const auto [first, n_first] = marks.front();
    const std::string first_key = comparable(rest.substr(0, first));
    if (!name.empty() && first_key == name) {
      rest = text::trim(rest.substr(first + n_first));
      cut = true;
    }
  }
  return std::string(rest);
}

PageMetadata read_metadata(const HtmlTree& tree) { return MetadataReader(tree).run(); }

}  // namespace fabula::extract
