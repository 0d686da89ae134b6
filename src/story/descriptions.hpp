// Speakers that only the rest of the pile tells: descriptions that an article does not explain, by
// what the rest of the pile tells of people.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Fills Person::spoken: quotations whose speaker their article leaves as words ("the ex-striker",
// "her husband"), when of the people named in the article only one has that role anywhere in the
// pile, else when the pile names one by far most often with the work of the description ("the Lost
// Keys author"; that also decides against the person the article seemed to mean). Cost: linear in
// quotations, and in the people of their articles for each role.
void match_descriptions(std::span<const AnnotatedArticle> articles, std::vector<Person>& people);

// Also adds quotations that their article gives to nobody it names, of a family whose other members
// name one person: at least twice as surely as anybody else (grade A counts 4, B 2, C 1). So do
// those that the article only seems to give to somebody ("the 37-year-old", "he", below grade A)
// when another member is sure of somebody else. Cost: linear in families.
void pass_speakers(std::span<const AnnotatedArticle> articles, std::span<const Family> families,
                   std::vector<Person>& people);

}  // namespace fabula::story
