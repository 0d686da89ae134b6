#include "story/article_names.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::story {
namespace {

void sort_once(std::vector<std::string>& names) {
  std::ranges::sort(names);
  const auto twice = std::ranges::unique(names);
  names.erase(twice.begin(), twice.end());
}

std::vector<std::string> names_in(const AnnotatedArticle& article) {
  std::vector<std::string> names;
  for (const NamedThing& thing : article.names.things) {
    names.push_back(folded_name(thing.name));
    if (thing.kind != NameKind::kPerson) continue;
    std::string first = first_word(names.back());
    std::string last = last_word(names.back());
    names.push_back(std::move(first));
    names.push_back(std::move(last));
  }
  sort_once(names);
  return names;
}

}  // namespace

std::string folded_name(std::string_view name) {
  const std::string folded = text::fold(name).text;
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_space(c.value)) {
      blank = !out.empty();
    } else {
      if (blank) out += ' ';
      blank = false;
      out.append(folded, at, c.n_bytes);
    }
    at += c.n_bytes;
  }
  return out;
}

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string last_word(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  return blank == name.npos ? name : name.substr(blank + 1);
}

ArticleNames::ArticleNames(std::span<const AnnotatedArticle> articles, const Context& context)
    : of_article_(articles.size()) {
  std::vector<std::vector<std::string>> names(articles.size());
  parallel_for(context, articles.size(), [&](std::size_t a) { names[a] = names_in(articles[a]); });
  // Most names stand in many articles: each is sorted once.
  std::unordered_set<std::string_view> seen;
  for (const auto& list : names) seen.insert(list.begin(), list.end());
  names_.assign(seen.begin(), seen.end());
  std::ranges::sort(names_);
  numbers_.reserve(names_.size());
  for (std::uint32_t i = 0; i < names_.size(); ++i) numbers_.emplace(names_[i], i);
  parallel_for(context, articles.size(), [&](std::size_t a) {
    of_article_[a].reserve(names[a].size());
    for (const std::string& name : names[a]) of_article_[a].push_back(numbers_.find(name)->second);
  });
}

bool ArticleNames::holds(std::uint32_t article, const std::string& name) const {
  const auto found = numbers_.find(name);
  return found != numbers_.end() && std::ranges::binary_search(of_article_[article], found->second);
}

}  // namespace fabula::story
