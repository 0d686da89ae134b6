// Headlines, standfirsts and datelines of plain text, told by their form.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/article.hpp"

namespace fabula::extract {

// Bytes; longer first paragraphs are the story.
inline constexpr std::size_t kLongestTitle = 260;

// Where a standfirst begins that was joined to the headline without a mark between them; the
// line's size when there is none. Only in headlines that are not in title case.
//
//   Town weeps as bridge falls in heavy storm The mayor has asked for help
//                                             ^
[[nodiscard]] std::size_t standfirst_in(std::string_view headline);

// The dateline at the start of a paragraph, without its dash: "VALE HARBOR, Fla. (Agency)",
// "CityPaper"; empty when there is none.
[[nodiscard]] std::string_view dateline_of(std::string_view start);

// Can a dateline be the name of an outlet rather than a place? "CityPaper", "Vale Times".
[[nodiscard]] bool is_outlet_name(std::string_view dateline);

// Finds the headline among the first paragraphs without a role (and what stands between it and a
// dateline, the standfirst), and fills article.title when it is empty. A first paragraph that ends
// in a full stop is a headline only when it is in title case, a dateline follows, it leaves out
// the words headlines leave out, or what follows tells the same again at greater length.
void mark_title(Article& article);

}  // namespace fabula::extract
