#include "text/marks.hpp"

#include "text/utf8.hpp"

namespace fabula::text {

char plain_mark(std::string_view words) {
  const CodePoint first = decode(words, 0);
  if (first.value < 0x80) return static_cast<char>(first.value);
  switch (first.value) {
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'＂':
      return '"';
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
      return '\'';
    case U'–':
    case U'—':
    case U'―':
      return '-';
    case U'…':
      return '.';
    default:
      return '?';
  }
}

}  // namespace fabula::text
