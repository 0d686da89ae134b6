// Ages of named people that can be laid side by side across a pile.
//
//   2023-03-06   Lena Voss, 35, a pilot, ...   ┐ the pile's Lena Voss: Identities
//   2023-04-11   the pilot Lena Voss, 38, ...  ┘
#pragma once

#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::dating {

// By (article, place). Only in full years, of people whom the pile knows by a full name, in
// articles that state their day; not of the dead, whose age stays what it was, and not where the
// sentence tells of a time long gone by, for the age may be that of then, nor of three or more
// people of one sentence: those numbers may be scores.
// Uses articles and people of `pile`. Cost: linear in the articles, and that of Identities.
[[nodiscard]] std::vector<ToldAge> find_told_ages(const Pile& pile);

}  // namespace fabula::dating
