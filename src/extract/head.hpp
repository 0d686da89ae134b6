// The head of a plain text: what stands before the story, and what it says about the article.
//
//   ---                                      front matter: title, date, author, outlet, url
//   title: Bridge reopens
//   ---
//   Title: Bridge reopens                    the same as a block of "key: value" lines
//   date 2021-03-03 Bridge reopens           a date and the headline on one line: split in two
//   By Jane Roe, 12 May 2020                 byline with a date
//   March 3, 2021 | By Jane Roe
//   VALE HARBOR, March 3, 2021 (Agency) —    a dateline at the start of the first body paragraph
#pragma once

#include <cstddef>

#include "model/article.hpp"

namespace fabula::extract {

// Reads the front matter at the start of article.text, if there is one: fills the fields it names
// and adds its lines as paragraphs. Returns the byte where the text goes on.
std::size_t read_front_matter(Article& article);

// Finds title, byline, outlet and dates in the first paragraphs, splits paragraphs that hold two of
// them, and gives them their roles. Fields that are already filled stay. Rule ids: role.header,
// role.date-line, role.byline, role.title, role.standfirst.
void read_head(Article& article);

}  // namespace fabula::extract
