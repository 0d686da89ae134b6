#include "extract/metadata_jsonld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>

#include "extract/html_words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxAuthors = 40;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const auto& other : words)
    if (word == other) return true;
  return false;
}

enum class RecordKind : std::uint8_t { kOther, kArticle, kPage, kSite, kComment, kList };

RecordKind kind_of_type(std::string_view type) {
  if (const std::size_t slash = type.find_last_of("/:"); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  if (type.ends_with("Article") || type.ends_with("Posting") ||
      is_one_of(type, {"Report", "LiveBlogUpdate", "Review", "Recipe", "HowTo", "CreativeWork"}))
    return RecordKind::kArticle;
  if (type.ends_with("Page") || type == "WebPageElement") return RecordKind::kPage;
  if (type == "WebSite") return RecordKind::kSite;
  if (is_one_of(type, {"Comment", "UserComments", "Answer"})) return RecordKind::kComment;
  if (is_one_of(type, {"ItemList", "ListItem", "BreadcrumbList", "VideoObject", "ImageObject"}))
    return RecordKind::kList;
  return RecordKind::kOther;
}

std::optional<std::string_view> string_in(dom::element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return std::nullopt;
  return text;
}

std::string_view text_at(dom::object record, std::string_view key) {
  dom::element value;
  if (record.at_key(key).get(value) != simdjson::SUCCESS) return {};
  return string_in(value).value_or(std::string_view());
}

RecordKind kind_of_record(dom::object record) {
  dom::element type;
  if (record.at_key("@type").get(type) != simdjson::SUCCESS) return RecordKind::kOther;
  if (const auto name = string_in(type)) return kind_of_type(*name);
  dom::array names;
  if (type.get(names) != simdjson::SUCCESS) return RecordKind::kOther;
  for (const dom::element name : names)
    if (const auto word = string_in(name))
      if (const RecordKind kind = kind_of_type(*word); kind != RecordKind::kOther) return kind;
  return RecordKind::kOther;
}

std::string tidy(std::string_view text) { return std::string(text::trim(unescaped(text))); }

class Reader {
 public:
  explicit Reader(JsonLdFacts& facts) : facts_(facts) {}

  void read(dom::element root) {
    collect_names(root);
    waiting_.push_back({root, RecordKind::kOther});
    while (!waiting_.empty()) {
      const Waiting next = waiting_.back();
      waiting_.pop_back();
      visit(next);
    }
  }

 private:
  struct Waiting {
    dom::element value;
    RecordKind inside;  // the kind of the record around it that decides what its dates mean
  };

  // Children are pushed in reverse, so that they are visited in document order.
  void push_children(dom::element value, RecordKind inside) {
    const std::size_t first = waiting_.size();
    dom::array array;
    dom::object object;
    if (value.get(array) == simdjson::SUCCESS) {
      for (const dom::element child : array) waiting_.push_back({child, inside});
    } else if (value.get(object) == simdjson::SUCCESS) {
      for (const auto& [key, child] : object)
        if (child.is_object() || child.is_array())
          waiting_.push_back({child, key == "comment" ? RecordKind::kComment : inside});
    }
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end());
  }

  // Names of records with an @id, so that {"@id": "…"} can stand for an author or publisher.
  void collect_names(dom::element root) {
    std::vector<dom::element> open{root};
    while (!open.empty()) {
      const dom::element value = open.back();
      open.pop_back();
      dom::array array;
      dom::object object;
      if (value.get(array) == simdjson::SUCCESS)
        for (const dom::element child : array) open.push_back(child);
      if (value.get(object) != simdjson::SUCCESS) continue;
      const std::string_view id = text_at(object, "@id");
      const std::string_view name = text_at(object, "name");
      if (!id.empty() && !name.empty()) names_.emplace(id, name);
      for (const auto& [key, child] : object)
        if (child.is_object() || child.is_array()) open.push_back(child);
    }
  }

  void visit(const Waiting& next) {
    dom::object record;
    RecordKind inside = next.inside;
    if (next.value.get(record) == simdjson::SUCCESS) {
      const RecordKind kind = kind_of_record(record);
      add_dates(record, inside == RecordKind::kOther ? kind : inside);
      if (inside == RecordKind::kOther) add_facts(record, kind);
      if (kind == RecordKind::kComment || kind == RecordKind::kList || kind == RecordKind::kArticle)
        inside = inside == RecordKind::kOther ? kind : inside;
      if (kind == RecordKind::kComment) inside = kind;
    }
    push_children(next.value, inside);
  }

  void add_dates(dom::object record, RecordKind kind) {
    const bool is_article = kind == RecordKind::kArticle && kind_of_record(record) == kind;
    const bool is_page = kind == RecordKind::kPage;
    const auto add = [&](std::string_view key, JsonLdDate::Kind date_kind) {
      const std::string_view written = text_at(record, key);
      if (!written.empty()) facts_.dates.push_back({date_kind, is_article, std::string(written)});
    };
    const auto published = kind == RecordKind::kComment ? JsonLdDate::Kind::kComment
                           : is_article || is_page      ? JsonLdDate::Kind::kPublished
                                                        : JsonLdDate::Kind::kRelated;
    add("datePublished", published);
    if (is_article && text_at(record, "datePublished").empty()) add("dateCreated", published);
    if (is_article || is_page) add("dateModified", JsonLdDate::Kind::kModified);
  }

  void add_facts(dom::object record, RecordKind kind) {
    if (kind == RecordKind::kSite) set(facts_.site_name, text_at(record, "name"));
    if (kind == RecordKind::kPage) set(facts_.language, text_at(record, "inLanguage"));
    if (kind != RecordKind::kArticle || facts_.has_article) return;
    facts_.has_article =
        !text_at(record, "headline").empty() || !text_at(record, "datePublished").empty();
    facts_.headline = tidy(text_at(record, "headline"));
    if (facts_.headline.empty()) facts_.headline = tidy(text_at(record, "name"));
    facts_.article_body = tidy(text_at(record, "articleBody"));
    if (!text_at(record, "inLanguage").empty())
      facts_.language = std::string(text_at(record, "inLanguage"));
    facts_.authors.clear();
    dom::element value;
    if (record.at_key("author").get(value) == simdjson::SUCCESS ||
        record.at_key("creator").get(value) == simdjson::SUCCESS)
      facts_.authors = names_in(value);
    if (record.at_key("publisher").get(value) == simdjson::SUCCESS)
      if (const auto names = names_in(value); !names.empty()) facts_.publisher = names.front();
  }

  static void set(std::string& fact, std::string_view value) {
    if (fact.empty()) fact = tidy(value);
  }

  [[nodiscard]] std::vector<std::string> names_in(dom::element value) const {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
      if (std::string tidied = tidy(name); !tidied.empty() && names.size() < kMaxAuthors)
        names.push_back(std::move(tidied));
    };
    const auto add_one = [&](dom::element one) {
      if (const auto name = string_in(one)) return add(*name);
      dom::object record;
      if (one.get(record) != simdjson::SUCCESS) return;
      dom::element name;
      if (record.at_key("name").get(name) == simdjson::SUCCESS) {
        dom::array several;
        if (const auto single = string_in(name)) add(*single);
        if (name.get(several) == simdjson::SUCCESS)
          for (const dom::element each : several) add(string_in(each).value_or(""));
      } else if (const auto at = names_.find(text_at(record, "@id")); at != names_.end()) {
        add(at->second);
      }
    };
    dom::array several;
    if (value.get(several) == simdjson::SUCCESS)
      for (const dom::element one : several) add_one(one);
    else
      add_one(value);
    return names;
  }

  JsonLdFacts& facts_;
  std::vector<Waiting> waiting_;
  std::map<std::string_view, std::string_view> names_;
};

// Copies JSON and repairs what pages get wrong inside it.
class Repairer {
 public:
  explicit Repairer(std::string_view block) : block_(block) {}

  std::vector<std::string> run() && {
    for (std::size_t at = 0; at < block_.size(); ++at) {
      if (in_string_)
        at = copy_in_string(at);
      else
        copy_outside(at);
    }
    return std::move(values_);
  }

 private:
  std::size_t copy_in_string(std::size_t at) {
    const char c = block_[at];
    if (c == '\\') {
      const char next = at + 1 < block_.size() ? block_[at + 1] : '\0';
      if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos && next != '\0')
        (value_ += c) += next;
      else if (static_cast<unsigned char>(next) >= 0x20)
        value_ += next;
      return at + 1;
    }
    if (c == '"') in_string_ = false;
    value_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return at;
  }

  void copy_outside(std::size_t at) {
    const char c = block_[at];
    const bool opens = c == '{' || c == '[';
    const std::string_view before = block_.substr(0, at);
    const bool is_mark = before.ends_with("<!") || before.ends_with("<![CDATA");
    if (depth_ == 0 && (!opens || is_mark)) return;
    if (c == '"') in_string_ = true;
    if (opens) ++depth_;
    if (c == '}' || c == ']') {
      --depth_;
      const std::size_t last = value_.find_last_not_of(" \t\r\n");
      if (last != std::string::npos && value_[last] == ',') value_.resize(last);
    }
    value_ += c;
    if (depth_ == 0) {
      values_.push_back(std::move(value_));
      value_.clear();
    }
  }

  std::string_view block_;
  std::vector<std::string> values_;
  std::string value_;
  int depth_ = 0;
  bool in_string_ = false;
};

bool read_value(std::string_view json, JsonLdFacts& facts) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(json.data(), json.size(), true).get(root) != simdjson::SUCCESS) return false;
  Reader(facts).read(root);
  return true;
}

}  // namespace

std::vector<std::string> repaired_json_values(std::string_view block) {
  return Repairer(block).run();
}

void read_json_ld(std::string_view block, JsonLdFacts& facts) {
  block = text::trim(block);
  if (block.empty() || read_value(block, facts)) return;
  bool any = false;
  for (const std::string& value : repaired_json_values(block)) any |= read_value(value, facts);
  if (any || block.find('&') == std::string_view::npos) return;
  for (const std::string& value : repaired_json_values(unescaped(block))) read_value(value, facts);
}

}  // namespace fabula::extract
