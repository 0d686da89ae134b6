// What an outlet prints in one article after the other, whatever they tell, is furniture.
//
// A paragraph of the story may be printed again as well: in a copy or a new version of the same
// article, or as background. So articles that share their longest paragraphs count as one, and a
// whole sentence must return far more often than a line that is none.

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "extract/extract.hpp"
#include "extract/furniture.hpp"
#include "extract/words.hpp"

namespace fabula::extract {
namespace {

// In how many articles that are no copies of each other a line must stand; a sentence needs more,
// and a fair share of all the outlet's articles.
constexpr std::size_t kLeastArticles = 3;
constexpr std::size_t kLeastArticlesForSentence = 5;
constexpr std::size_t kSentenceShare = 20;  // one article in so many
constexpr std::size_t kLongestFurniture = 600;
constexpr std::size_t kLongestLine = 120;
// Two articles that share this many of their longest paragraphs are copies or versions.
constexpr std::size_t kLongestCompared = 4;

struct Place {
  std::uint32_t article;
  std::uint32_t paragraph;
};

// Groups with a representative each; merging is near constant time.
class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t of(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

std::string_view words(const Article& article, std::uint32_t p) {
  return words_of(article.text, article.paragraphs[p].range);
}

// Of each paragraph: equal where two have the same words.
std::vector<std::uint64_t> keys_of(const Article& article) {
  std::vector<std::uint64_t> keys(article.paragraphs.size());
  for (std::uint32_t p = 0; p < keys.size(); ++p) keys[p] = fnv1a(simple_form(words(article, p)));
  return keys;
}

// The articles of one outlet.
class Outlet {
 public:
  // keys: see keys_of, by article
  Outlet(std::span<const Article* const> articles, std::span<const std::vector<std::uint64_t>> keys,
         std::vector<std::uint32_t> members)
      : articles_(articles), keys_(keys), members_(std::move(members)), groups_(members_.size()) {}

  void learn(std::vector<LearnedRole>& out) {
    if (members_.size() < kLeastArticles) return;
    join_copies();
    std::unordered_map<std::uint64_t, std::vector<Place>> places;
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      const Article& article = *articles_[members_[m]];
      for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p)
        if (may_be_furniture(article, p)) places[key_of(m, p)].push_back({m, p});
    }
    for (const auto& [key, found] : places)
      if (is_furniture(found))
        for (const Place place : found) out.push_back(learned(place));
  }

 private:
  [[nodiscard]] std::uint64_t key_of(std::uint32_t member, std::uint32_t p) const {
    return keys_[members_[member]][p];
  }
  static bool may_be_furniture(const Article& article, std::uint32_t p) {
    const Paragraph& paragraph = article.paragraphs[p];
    return (paragraph.role == Role::kBody || paragraph.role == Role::kHeading ||
            paragraph.role == Role::kCaption) &&
           paragraph.rule != "role.title" && paragraph.range.size() <= kLongestFurniture &&
           !begins_with_quotation_mark(words(article, p));
  }

  // Joins articles that have two of their longest body paragraphs in common.
  void join_copies() {
    std::unordered_map<std::uint64_t, std::uint32_t> first_with_pair;
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      const std::vector<std::uint64_t> longest = longest_paragraphs(m);
      for (std::size_t i = 0; i < longest.size(); ++i)
        for (std::size_t j = i + 1; j < longest.size(); ++j) {
          const std::uint64_t pair =
              std::min(longest[i], longest[j]) * 1099511628211U ^ std::max(longest[i], longest[j]);
          const auto [known, is_new] = first_with_pair.try_emplace(pair, m);
          if (!is_new) groups_.join(known->second, m);
        }
    }
  }

  [[nodiscard]] std::vector<std::uint64_t> longest_paragraphs(std::uint32_t member) const {
    const Article& article = *articles_[members_[member]];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sizes;
    for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p)
      if (article.paragraphs[p].role == Role::kBody)
        sizes.emplace_back(article.paragraphs[p].range.size(), p);
    const std::size_t n = std::min(kLongestCompared, sizes.size());
    std::partial_sort(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(n), sizes.end(),
                      [](const auto& a, const auto& b) {
                        return a.first != b.first ? a.first > b.first : a.second < b.second;
                      });
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < n; ++i) keys.push_back(key_of(member, sizes[i].second));
    std::sort(keys.begin(), keys.end());
    if (keys.size() == 1) return {keys.front(), keys.front()};  // its only paragraph must agree
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }

  bool is_furniture(const std::vector<Place>& found) {
    if (found.size() < kLeastArticles) return false;
    std::vector<std::uint32_t> groups;
    for (const Place place : found) groups.push_back(groups_.of(place.article));
    std::sort(groups.begin(), groups.end());
    const auto n =
        static_cast<std::size_t>(std::unique(groups.begin(), groups.end()) - groups.begin());
    const Article& article = *articles_[members_[found.front().article]];
    const std::string_view line = words(article, found.front().paragraph);
    if (line.size() <= kLongestLine && !ends_sentence(line)) return n >= kLeastArticles;
    return n >= kLeastArticlesForSentence && n * kSentenceShare >= members_.size();
  }

  LearnedRole learned(Place place) const {
    const std::uint32_t article = members_[place.article];
    const auto furniture = furniture_in(words(*articles_[article], place.paragraph));
    const Role marked = articles_[article]->paragraphs[place.paragraph].role;
    // A heading that returns ("Why it matters", the name of who speaks) still divides the text.
    const Role otherwise = marked == Role::kHeading ? Role::kHeading : Role::kPromo;
    return {article, place.paragraph, furniture ? furniture->role : otherwise,
            "role.repeated-in-outlet"};
  }

  std::span<const Article* const> articles_;
  std::span<const std::vector<std::uint64_t>> keys_;
  std::vector<std::uint32_t> members_;  // indexes into articles_
  Groups groups_;                       // of indexes into members_
};

}  // namespace

std::vector<LearnedRole> learn_roles(std::span<const Article* const> articles,
                                     const Context& context) {
  std::vector<std::vector<std::uint64_t>> keys(articles.size());
  parallel_for(context, keys.size(), [&](std::size_t i) {
    if (!articles[i]->outlet.empty()) keys[i] = keys_of(*articles[i]);
  });
  std::map<std::string_view, std::vector<std::uint32_t>> by_outlet;
  for (std::uint32_t i = 0; i < articles.size(); ++i)
    if (!articles[i]->outlet.empty()) by_outlet[articles[i]->outlet].push_back(i);
  std::vector<LearnedRole> learned;
  for (auto& [outlet, members] : by_outlet)
    Outlet(articles, keys, std::move(members)).learn(learned);
  std::sort(learned.begin(), learned.end(), [](const LearnedRole& a, const LearnedRole& b) {
    return std::pair(a.article, a.paragraph) < std::pair(b.article, b.paragraph);
  });
  return learned;
}

}  // namespace fabula::extract
