// What worlds are made of: kinds of events and of evidence, roles; the lists are *.def.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fabula::worlds {

enum class EventKind : std::uint8_t {
#define FABULA_EVENT(kind, name, flags, low, high) kind,
#include "worlds/event_kinds.def"
#undef FABULA_EVENT
};

enum class EvidenceKind : std::uint8_t {
#define FABULA_EVIDENCE(kind, name) kind,
#include "worlds/evidence_kinds.def"
#undef FABULA_EVIDENCE
};

// A person's role is the person's index in World::people.
enum class Role : std::uint8_t {
#define FABULA_ROLE(role, name, least, greatest) role,
#include "worlds/roles.def"
#undef FABULA_ROLE
  kNone
};
inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::kNone);

struct EventTraits {
  std::string_view name;
  bool is_planned = false;
  bool is_on_workdays = false;
  bool is_on_saturdays = false;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
};
struct RoleTraits {
  std::string_view name;
  std::uint32_t least_age = 0;
  std::uint32_t greatest_age = 0;
};
[[nodiscard]] const EventTraits& traits_of(EventKind kind);
[[nodiscard]] const RoleTraits& traits_of(Role role);
[[nodiscard]] std::string_view name_of(EvidenceKind kind);

}  // namespace fabula::worlds
