#include "model/reason.hpp"

namespace fabula {

std::string Reason::str() const {
  std::string whole;
  std::string_view rest = sentence_;
  for (const std::string_view word : {std::string_view(first_), std::string_view(second_)}) {
    if (word.empty()) break;
    const std::size_t place = rest.find("{}");
    if (place == rest.npos) break;
    whole += rest.substr(0, place);
    whole += word;
    rest.remove_prefix(place + 2);
  }
  return whole.append(rest);
}

}  // namespace fabula
