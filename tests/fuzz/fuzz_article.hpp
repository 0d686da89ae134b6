// An article made of the bytes of a fuzzer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string>
#include <string_view>

#include "model/article.hpp"
#include "text/utf8.hpp"

namespace fabula::fuzz {

// Ends in a way that the fuzzer sees and keeps the input of, and says which promise was broken.
inline void hold(bool is_held, std::source_location where = std::source_location::current()) {
  if (is_held) return;
  std::fprintf(stderr, "%s:%u: not held\n", where.file_name(), where.line());
  std::abort();
}

// By the first character of its line; body text without one of these.
inline Role role_of(char first) {
  switch (first) {
    case '~':
      return Role::kPromo;
    case '#':
      return Role::kHeading;
    case '^':
      return Role::kCaption;
    case '*':
      return Role::kEmbed;
    case '!':
      return Role::kNote;
    case '%':
      return Role::kByline;
    default:
      return Role::kBody;
  }
}

// Lines become paragraphs; blank ones do not.
inline Article article_of_lines(std::string_view bytes) {
  Article article;
  article.text = text::to_valid_utf8(bytes);
  article.language = "en";
  const std::string_view all = article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = text::trim(all.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    const auto at = static_cast<std::uint32_t>(line.data() - all.data());
    article.paragraphs.push_back(
        {{at, at + static_cast<std::uint32_t>(line.size())}, role_of(line[0]), "fuzz"});
  }
  return article;
}

}  // namespace fabula::fuzz
