#include "store/impl.hpp"
namespace fabula::store {
Result<std::vector<std::string>> Store::verify(std::uint64_t*) const {
  return std::vector<std::string>{};
}
}  // namespace fabula::store
