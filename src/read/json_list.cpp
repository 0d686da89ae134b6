#include "read/json_list.hpp"

#include <utility>

namespace fabula::read {
namespace {

// Walks over an element, picking up where it stopped when more bytes have come.
class ElementEnd {
 public:
  // Where the element that `view` begins with ends (at ',' or ']'), if that is to be seen.
  std::optional<std::size_t> find(std::string_view view) {
    for (; at_ < view.size(); ++at_) {
      const char c = view[at_];
      if (in_string_) {
        if (c == '\\') ++at_;
        in_string_ = c != '"';
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if (depth_ == 0 && (c == ',' || c == ']')) {
        return at_;
      } else if (depth_ > 0 && (c == '}' || c == ']')) {
        --depth_;
      }
    }
    return std::nullopt;
  }

 private:
  std::size_t at_ = 0;  // may be one past the view, after a backslash that ends it
  std::uint64_t depth_ = 0;
  bool in_string_ = false;
};

}  // namespace

// Consumes bytes as long as they are among `passed_over`.
void JsonListReader::skip(std::string_view passed_over) {
  do {
    const std::string_view view = input_.view();
    const std::size_t end = view.find_first_not_of(passed_over);
    if (end != std::string_view::npos) return input_.consume(end);
    input_.consume(view.size());
  } while (input_.grow());
}

std::optional<JsonElement> JsonListReader::next() {
  if (closed_ || stopped_) return std::nullopt;
  input_.consume(n_given_);
  n_given_ = 0;
  if (!std::exchange(opened_, true)) skip(" \t\r\n[");
  skip(" \t\r\n,");
  ElementEnd end_finder;
  std::optional<std::size_t> end = end_finder.find(input_.view());
  while (!end && input_.view().size() <= max_element_bytes_ && input_.grow())
    end = end_finder.find(input_.view());
  if (end == 0) {
    closed_ = true;
    return std::nullopt;
  }
  const std::string_view bytes = input_.view().substr(0, end.value_or(input_.view().size()));
  stopped_ = !end;
  if (bytes.size() > max_element_bytes_) {
    stopped_ = true;
    return JsonElement{.bytes = {}, .number = ++number_, .too_large = true};
  }
  if (!end) return std::nullopt;
  n_given_ = bytes.size();
  return JsonElement{.bytes = bytes, .number = ++number_};
}

}  // namespace fabula::read
