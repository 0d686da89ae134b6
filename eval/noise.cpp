#include "noise.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "packed_input.hpp"

namespace fabula::eval {

void write_noise(const std::string& packed, std::size_t n, std::ostream& out) {
  std::istringstream lines(unpacked(read_all(packed)));
  std::size_t n_written = 0;
  std::size_t i = 0;
  for (std::string line; n_written < n && std::getline(lines, line); ++i) {
    if (i % 9 != 0) continue;  // spread over the pile
    nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
    if (record.is_discarded()) continue;
    record["url"] = kNoiseAddress + std::to_string(n_written++);
    out << record.dump() << '\n';
  }
}

}  // namespace fabula::eval
