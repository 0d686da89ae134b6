// Article → the people and organisations it names.
#pragma once

#include "model/article.hpp"
#include "model/names.hpp"
#include "model/segmentation.hpp"

namespace fabula::names {

// Finds capitalised names in paragraphs of every role, and joins the forms of one name inside the
// article: full name to surname, first name, initials, possessive. Two people who share a surname
// are never joined by it. What is not clearly a person is kOther rather than a guess.
// Pure; cost linear in the number of words.
[[nodiscard]] Names find_names(const Article& article, const Segmentation& segmentation);

}  // namespace fabula::names
