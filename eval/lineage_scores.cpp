#include "lineage_scores.hpp"

#include <map>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace fabula::eval {
namespace {

// The words of the story, without the outlet's lines.
std::vector<std::uint32_t> story_words(const LabelledPile& pile, std::uint32_t article) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t at = pile.text.begins[article]; at < pile.text.begins[article + 1]; ++at)
    if (pile.label_words[at] != news::kNobody) words.push_back(pile.text.words[at]);
  return words;
}

// Equal numbers: equal words.
struct Texts {
  std::vector<std::uint32_t> of_article;
  std::vector<std::vector<std::uint32_t>> articles;  // by text number
};

Texts group_by_text(const LabelledPile& pile) {
  Texts texts;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(numbers.size());
    texts.of_article.push_back(numbers.emplace(story_words(pile, i), number).first->second);
    texts.articles.resize(numbers.size());
    texts.articles[texts.of_article.back()].push_back(i);
  }
  return texts;
}

bool is_undecidable(const LabelledPile& pile, const Texts& texts, std::uint32_t copy,
                    std::uint32_t parent, bool has_dates) {
  if (texts.of_article[copy] == texts.of_article[parent]) return true;
  for (const std::uint32_t other : texts.articles[texts.of_article[parent]]) {
    if (other == parent || other == copy) continue;
    if (!has_dates || pile.labels[other].index < pile.labels[copy].index) return true;
  }
  return false;
}

// What a copy took over, looked for in an article that could be its parent.
struct Fit {
  std::size_t n_taken = 0;   // of those words, in the article
  std::size_t n_others = 0;  // other words of the article up to the last of those
};

Fit fit(const LabelledPile& pile, const std::unordered_set<std::uint64_t>& taken,
        std::uint32_t article) {
  Fit made;
  std::size_t n_others = 0;
  for (std::uint32_t at = pile.text.begins[article]; at < pile.text.begins[article + 1]; ++at) {
    if (pile.origins[at] == 0) continue;
    if (!taken.contains(pile.origins[at])) {
      ++n_others;
    } else {
      ++made.n_taken;
      made.n_others = n_others;
    }
  }
  return made;
}

bool is_clear(const LabelledPile& pile, std::span<const std::uint32_t> family, std::uint32_t copy,
              std::uint32_t parent, bool has_dates) {
  std::unordered_set<std::uint64_t> taken;
  for (std::uint32_t at = pile.text.begins[copy]; at < pile.text.begins[copy + 1]; ++at)
    if (pile.origins[at] != 0 && article_of_origin(pile.origins[at]) != pile.labels[copy].index)
      taken.insert(pile.origins[at]);
  const Fit of_parent = fit(pile, taken, parent);
  for (const std::uint32_t other : family) {
    if (other == copy || other == parent) continue;
    if (has_dates && pile.labels[other].index > pile.labels[copy].index) continue;
    const Fit of_other = fit(pile, taken, other);
    if (of_other.n_taken >= of_parent.n_taken && of_other.n_others <= of_parent.n_others)
      return false;
  }
  return true;
}

// By root: the articles of its chains of copies.
std::map<std::uint32_t, std::vector<std::uint32_t>> families_of(
    std::span<const std::uint32_t> roots) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> families;
  for (std::uint32_t i = 0; i < roots.size(); ++i) families[roots[i]].push_back(i);
  return families;
}

struct Held {
  const Passage* passage = nullptr;
  const PassageHolder* holder = nullptr;
};

// By article: the longest place it holds in a passage.
std::vector<Held> longest_places(const LabelledPile& pile, const EngineResult& found) {
  std::vector<Held> held(pile.labels.size());
  for (const Passage& passage : found.passages)
    for (const PassageHolder& holder : passage.holders) {
      Held& best = held[holder.span.article];
      if (best.holder == nullptr || holder.span.range.size() > best.holder->span.range.size())
        best = {&passage, &holder};
    }
  return held;
}

}  // namespace

LineageScores score_lineage(const LabelledPile& pile, const EngineResult& found, bool has_dates) {
  LineageScores scores;
  const Texts texts = group_by_text(pile);
  const std::vector<Held> held = longest_places(pile, found);
  const std::vector<std::uint32_t> roots = copy_roots(pile);
  const auto families = families_of(roots);
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    const std::uint32_t parent_index = pile.labels[i].parent;
    if (parent_index == news::kNobody || pile.places[parent_index] == news::kNobody) continue;
    const std::uint32_t parent = pile.places[parent_index];
    const auto [passage, holder] = held[i];
    const std::string standing = holder == nullptr ? "" : holder->standing;
    const bool is_silent = standing != "copy" && standing != "origin";
    scores.is_available = scores.is_available || !is_silent || standing == "undecidable";
    if (is_undecidable(pile, texts, i, parent, has_dates)) {
      ++scores.n_undecidable;
      scores.n_said_so += is_silent;
      continue;
    }
    ++scores.n_decidable;
    const bool clear = is_clear(pile, families.at(roots[i]), i, parent, has_dates);
    scores.n_clear += clear;
    scores.n_said_origin += standing == "origin";
    if (standing != "copy" || holder->from < 0) continue;
    const auto from = static_cast<std::size_t>(holder->from);
    const bool is_right =
        from < passage->holders.size() && passage->holders[from].span.article == parent;
    scores.n_right += is_right;
    scores.n_clear_right += clear && is_right;
    scores.n_wrong += !is_right;
  }
  return scores;
}

}  // namespace fabula::eval
