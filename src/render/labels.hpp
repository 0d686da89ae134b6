// How records are named to people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/pile.hpp"

namespace fabula::render {

// "10 Nov 2020" · "Nov 2020" · "2020" · "10–13 Nov 2020" · "by 12 Mar 2020" · "no date"
[[nodiscard]] std::string when_text(const When& when);

// The same in full words, to be read aloud: "10 November 2020" · "November 2020" · "from 10
// November to 2 December 2020" · "12 March 2020 or earlier" · "12 March 2020 or later" · "no date"
[[nodiscard]] std::string when_words(const When& when);

// "published 10 Nov 2020" · "published 10 Nov – 2 Dec 2020 (inferred)" · "publication date not
// known"
[[nodiscard]] std::string published_text(const Published& published);

// The outlet, else the last part of the path: "River Post", "river-1.html".
[[nodiscard]] std::string source_label(const Article& article);

// "River Post · saved/river-1.html", "saved/river-1.html"
[[nodiscard]] std::string source_and_file(const Article& article);

// The title, else the first words of the body.
[[nodiscard]] std::string title_label(const Article& article);

// The first characters of an id, enough to tell records of one pile apart on a screen; every
// command takes an id's beginning.
[[nodiscard]] std::string short_id(std::string_view id);

// `text` with runs of white space as one space, cut to `max_bytes` at a word with "…" behind it.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t max_bytes);

// "1 place", "12 places": `noun` is the plural, which ends in s.
[[nodiscard]] std::string counted(std::uint64_t n, std::string_view noun);

}  // namespace fabula::render
