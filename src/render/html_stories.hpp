// The page of a pile with several stories: what belongs to which, and the choice of one.
//
// The page holds every story, and without a script shows them all. What belongs to some stories
// alone names them (data-story); page.js hides what is not of the chosen one, puts the lines of
// that story alone (a template of its own, with a scale and a short edition of its own) in the
// place of all lines, and keeps the choice in the page's address: #in-STORY. A pile of one story
// has none of this.
#pragma once

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "model/pile.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {

class PageStories {
 public:
  // Both must outlive it.
  PageStories(const Pile& pile, const PileIndex& index);

  // Those that can be chosen, the largest first; empty where there is but one story.
  [[nodiscard]] std::span<const Story> offered() const { return offered_; }

  // Indexes of events among the first `n` that an article of a story tells, by offered story.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> lines_of_each(std::size_t n) const;

  // ` data-story="s1 s2"`: the stories of some articles, of which any may stand more than once.
  // Empty where nothing can be chosen.
  [[nodiscard]] std::string attribute(std::span<const std::uint32_t> articles) const;
  [[nodiscard]] std::string attribute(std::uint32_t article) const;

  // The list to choose from.
  void write_choice(std::ostream& out) const;
  // What page.js shows in a part that holds nothing of the chosen story.
  void write_nothing_here(std::ostream& out) const;

 private:
  const Pile& pile_;
  const PileIndex& index_;
  std::span<const Story> offered_;
};

// Does the article itself say when it appeared?
[[nodiscard]] bool has_stated_day(const Article& article);

// The articles that tell it, some perhaps more than once.
[[nodiscard]] std::vector<std::uint32_t> articles_that_tell(const Event& event);
[[nodiscard]] std::vector<std::uint32_t> articles_that_tell(const Disagreement& disagreement);
[[nodiscard]] std::vector<std::uint32_t> articles_that_hold(const Passage& passage);

}  // namespace fabula::render
