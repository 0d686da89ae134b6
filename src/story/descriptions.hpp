// Descriptions that an article does not explain, by what the rest of the pile tells of people.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Fills Person::spoken: quotations whose speaker their article leaves as words ("the ex-striker",
// "her husband"), when of the people named in the article only one has that role anywhere in the
// pile. Cost: linear in quotations and in the people of their articles.
void match_descriptions(std::span<const AnnotatedArticle> articles, std::vector<Person>& people);

}  // namespace fabula::story
