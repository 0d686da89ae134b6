#include "features_gold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace fabula::eval {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// Bytes of text under the parts.
std::uint64_t size_of(const std::vector<Range>& parts) {
  std::uint64_t n = 0;
  for (const Range part : parts) n += part.end - part.begin;
  return n;
}

std::vector<Range> locate(const json& gold, const std::string& article_text) {
  std::vector<std::string> words;
  if (gold.contains("parts"))
    words = gold["parts"].get<std::vector<std::string>>();
  else
    words.push_back(gold["text"].get<std::string>());
  std::vector<Range> parts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    int n = gold.value("occurrence", 1);
    if (gold.contains("occurrences")) n = gold["occurrences"][i].get<int>();
    std::size_t at = article_text.find(words[i]);
    for (; n > 1 && at != std::string::npos; --n) at = article_text.find(words[i], at + 1);
    if (at == std::string::npos) return {};
    parts.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words[i].size())});
  }
  return parts;
}

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_or_empty(const json& one, const char* key) {
  return one.contains(key) && one[key].is_string() ? one[key].get<std::string>() : "";
}

// Finds gold words in the files, and then in the articles made from them.
class Places {
 public:
  Places(const fs::path& folder, const Pile& pile) : folder_(folder), pile_(pile) {
    for (std::uint32_t i = 0; i < pile.articles.size(); ++i)
      articles_[file_of(pile.articles[i])] = i;
  }

  // Empty when the words are not in the frozen text; `article` is set when it was read.
  std::vector<Range> find(const json& one, std::uint32_t& article) {
    const std::string file = one["article"].get<std::string>();
    if (locate(one, read_text(folder_ / file)).empty()) {
      fmt::print(stderr, "features_eval: not in {}: {}\n", file, one.dump());
      is_whole = false;
    }
    const auto found = articles_.find(file);
    if (found == articles_.end()) return {};
    article = found->second;
    return locate(one, pile_.articles[article].article.text);
  }

  bool is_whole = true;

 private:
  fs::path folder_;
  const Pile& pile_;
  std::map<std::string, std::uint32_t> articles_;
};

GoldStatement read_statement(const json& one, Places& places) {
  GoldStatement gold;
  gold.parts = places.find(one, gold.article);
  if (one["speaker"].is_string()) gold.speaker = one["speaker"].get<std::string>();
  if (one.contains("accept")) gold.accept = one["accept"].get<std::vector<std::string>>();
  gold.unnamed = text_or_empty(one, "unnamed");
  gold.channel = text_or_empty(one, "channel");
  if (one.contains("channel_accept"))
    gold.channel_accept = one["channel_accept"].get<std::vector<std::string>>();
  if (one.contains("said")) gold.said = text_or_empty(one, "said");
  gold.family = text_or_empty(one, "family");
  gold.family_open = text_or_empty(one, "family_open");
  return gold;
}

std::vector<GoldRange> read_ranges(const json& list, Places& places) {
  std::vector<GoldRange> ranges;
  for (const json& one : list) {
    GoldRange range;
    range.parts = places.find(one, range.article);
    ranges.push_back(std::move(range));
  }
  return ranges;
}

}  // namespace

std::optional<Gold> read_gold(const fs::path& folder, const Pile& pile) {
  const json all = json::parse(read_text(folder / "gold.json"), nullptr, false);
  if (!all.is_object()) return std::nullopt;
  Gold gold;
  for (const json& person : all["people"]) {
    auto names = person["also"].get<std::vector<std::string>>();
    names.insert(names.begin(), person["name"].get<std::string>());
    gold.people.push_back(std::move(names));
  }
  Places places(folder, pile);
  for (const json& one : all["statements"]) gold.statements.push_back(read_statement(one, places));
  gold.not_quotes = read_ranges(all["not_quotes"], places);
  gold.undecided = read_ranges(all["undecided"], places);
  gold.is_whole = places.is_whole;
  auto& statements = gold.statements;
  for (std::size_t i = 0; i < statements.size(); ++i)
    for (std::size_t k = 0; k < statements.size(); ++k)
      if (i != k && statements[i].article == statements[k].article &&
          shared_bytes(statements[i].parts, statements[k].parts) > 0)
        statements[i].nested.push_back(k);
  return gold;
}

std::string file_of(const AnnotatedArticle& annotated) {
  return fs::path(annotated.article.sources.front()).filename().string();
}

std::string folded(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const auto read = text::decode(words, at);
    const bool is_word = text::is_letter(read.value) || text::is_digit(read.value);
    if (is_word && read.n_bytes == 1 && words[at] >= 'A' && words[at] <= 'Z')
      out += static_cast<char>(words[at] - 'A' + 'a');
    else if (is_word)
      out += words.substr(at, read.n_bytes);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    at += read.n_bytes;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::set<std::string> tokens_of(std::string_view words) {
  static const std::set<std::string> kSmall = {"a",  "an",  "the", "of",   "to",  "for",
                                               "in", "who", "her", "with", "his", "hers"};
  std::set<std::string> tokens;
  std::string token;
  for (const char c : folded(words) + " ") {
    if (c != ' ') {
      token += c;
      continue;
    }
    if (!kSmall.contains(token)) tokens.insert(token);
    token.clear();
  }
  return tokens;
}

std::string joined_words(std::string_view article_text, const std::vector<Range>& parts) {
  std::string all;
  for (const Range part : parts) all += std::string(words_of(article_text, part)) + " ";
  return folded(all);
}

std::uint64_t shared_bytes(const std::vector<Range>& a, const std::vector<Range>& b) {
  std::uint64_t n = 0;
  for (const Range x : a)
    for (const Range y : b) {
      const auto begin = std::max(x.begin, y.begin);
      const auto end = std::min(x.end, y.end);
      if (begin < end) n += end - begin;
    }
  return n;
}

std::uint64_t likeness(const std::vector<Range>& a, const std::vector<Range>& b) {
  const std::uint64_t shared = shared_bytes(a, b);
  return shared == 0 ? 0 : shared * 1000 / (size_of(a) + size_of(b) - shared);
}

}  // namespace fabula::eval
