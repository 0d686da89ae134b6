// Stretches of days as bars on one scale, drawn in the page itself: no picture, no style of their
// own (the page's policy forbids both), only shapes with classes that page.css gives a look.
//
//   2025      Mar 2025                 the scale, once
//   ──┼───────┼──●────────┼──          a day: a mark
//   ──┼───────┼▐██████▌───┼──          a window: a bar from its earliest to its latest day
//   ──┼───────┼▐▓▓▒▒░░ ──>┼──          an open end: fading, with an arrow
//
// How sure a bar is, is told by its form (filled, filled lightly, outlined), not by colour alone,
// and always in words beside it.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "model/when.hpp"
#include "render/time_scale.hpp"

namespace fabula::render {

// What all bars of a page share, before the first of them.
void write_bar_definitions(std::ostream& out);

class Bars {
 public:
  // `name` is part of an id: one a page. `whens` are what will be drawn.
  Bars(std::string name, std::span<const When> whens, std::ostream& out);

  // Nothing can be drawn: no day is known.
  [[nodiscard]] bool empty() const { return scale_.empty(); }

  void write_scale() const;
  // Nothing for a `when` that is not known. `sure` is the class of its form: "stated", "read",
  // "told" or "inferred"; `words` say the same as the bar for who does not see it.
  void write_bar(const When& when, std::string_view sure, std::string_view words) const;

 private:
  std::string name_;
  TimeScale scale_;
  std::ostream& out_;
};

}  // namespace fabula::render
