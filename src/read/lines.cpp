#include "read/lines.hpp"

namespace fabula::read {

void skip_line(InputBuffer& input) {
  for (;;) {
    const std::string_view view = input.view();
    const std::size_t end = view.find('\n');
    if (end != std::string_view::npos) return input.consume(end + 1);
    input.consume(view.size());
    if (!input.grow()) return;
  }
}

std::optional<Line> LineReader::next() {
  input_.consume(n_given_);
  n_given_ = 0;
  std::size_t end = input_.view().find('\n');
  while (end == std::string_view::npos && input_.view().size() <= max_line_bytes_) {
    const std::size_t seen = input_.view().size();
    if (!input_.grow()) break;
    end = input_.view().find('\n', seen);
  }
  std::string_view bytes = input_.view().substr(0, end);
  if (end == std::string_view::npos && (bytes.empty() || input_.trouble())) return std::nullopt;
  ++number_;
  if (bytes.size() > max_line_bytes_) {
    skip_line(input_);
    return Line{.bytes = {}, .number = number_, .too_large = true};
  }
  n_given_ = end == std::string_view::npos ? bytes.size() : end + 1;
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  return Line{.bytes = bytes, .number = number_};
}

}  // namespace fabula::read
