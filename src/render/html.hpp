// The report: one self-contained page that opens from disk, with no network and no other file.
//
// Line left, words right: timeline and quotes in one column, the article's exact words, marked, in
// the other. Days are drawn on one scale: a day as a mark, a window as a bar. Of several stories
// one can be chosen. Content notes stand before the story; undated lines, undated articles and
// left-out inputs are on the page. Readable on a phone, in light and dark, in print, and without
// JavaScript. Everything from articles is escaped; the page's own Content-Security-Policy forbids
// any request.
#pragma once

#include <ostream>
#include <string_view>

#include "model/pile.hpp"

namespace fabula::render {

void write_html(const Pile& pile, std::string_view version, std::ostream& out);

}  // namespace fabula::render
