// The parts of an article: each a paragraph, or nothing where the world gives none.
#pragma once

#include <string_view>
#include <vector>

#include "worlds/article.hpp"
#include "worlds/author.hpp"

namespace fabula::worlds {

class ArticleParts {
 public:
  // Keeps references.
  ArticleParts(const World& world, const WorldOptions& options, const Assignment& assignment);

  // What the article is about: as news, as to come, as old, from an anniversary.
  void add_lead();
  void add_plan();
  void add_told();
  void add_look_back();
  // Further sentences on it.
  void add_details();
  // Words said about that event, by `speaker`; kNone: by anybody.
  void add_quote(std::uint32_t event, Role speaker);
  // Up to `n` older events not told yet: the first one, what led here, any other.
  void add_background(std::uint32_t n);
  // Events that are announced.
  void add_outlook();
  // Of stories: numbers of the event, what the outlet had wrong, a sentence of colour.
  void add_figures();
  void add_correction();
  void add_comment();
  // One or two facts on that person.
  void add_facts(Role role);
  // The same on somebody the article has named.
  void add_life();

  [[nodiscard]] Author& author() { return author_; }

 private:
  [[nodiscard]] Day today() const { return job_.day; }
  [[nodiscard]] EventKind kind_of(std::uint32_t event) const { return world_.events[event].kind; }
  [[nodiscard]] Topic about(std::uint32_t event) const;
  [[nodiscard]] Topic told(std::uint32_t event) const;
  [[nodiscard]] Topic planned(std::uint32_t event) const;
  [[nodiscard]] Topic mentioned(std::uint32_t event) const;
  void add_toll(std::uint32_t figure, std::uint32_t share);
  // Whether nobody does anything after having died.
  [[nodiscard]] bool is_possible(std::string_view detail) const;
  void add_credit();

  const World& world_;
  const Assignment& job_;
  Author author_;
  std::vector<std::uint32_t> told_;  // events
  std::vector<Role> lives_;          // people whose lives were gone into
};

}  // namespace fabula::worlds
