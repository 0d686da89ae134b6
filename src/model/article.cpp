#include "model/article.hpp"

#include <array>

namespace fabula {
namespace {

constexpr auto kRoleNames = std::to_array<std::string_view>(
    {"body", "heading", "caption", "credit", "promo", "embed", "note", "dateline", "byline"});
constexpr auto kBasisNames = std::to_array<std::string_view>({"stated", "inferred", "unknown"});

}  // namespace

std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

Role role_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kRoleNames.size(); ++i)
    if (kRoleNames[i] == name) return static_cast<Role>(i);
  return Role::kBody;
}

std::string article_id(std::string_view capture_sha256) {
  return "a" + std::string(capture_sha256.substr(0, 16));
}

std::string_view name_of(DateBasis basis) { return kBasisNames[static_cast<std::size_t>(basis)]; }

}  // namespace fabula
