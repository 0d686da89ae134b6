#include "worlds/kinds.hpp"

#include <array>

namespace fabula::worlds {
namespace {

constexpr unsigned kPlanned = 1;
constexpr unsigned kWorkday = 2;
constexpr unsigned kSaturday = 4;

constexpr EventTraits kEvents[] = {
#define FABULA_EVENT(kind, name, flags, low, high)                                              \
  {name, ((flags) & kPlanned) != 0, ((flags) & kWorkday) != 0, ((flags) & kSaturday) != 0, low, \
   high},
#include "worlds/event_kinds.def"
#undef FABULA_EVENT
};

constexpr std::string_view kEvidence[] = {
#define FABULA_EVIDENCE(kind, name) name,
#include "worlds/evidence_kinds.def"
#undef FABULA_EVIDENCE
};

constexpr RoleTraits kRoleTraits[] = {
#define FABULA_ROLE(role, name, least, greatest) {name, least, greatest},
#include "worlds/roles.def"
#undef FABULA_ROLE
};

}  // namespace

const EventTraits& traits_of(EventKind kind) { return kEvents[static_cast<std::size_t>(kind)]; }
const RoleTraits& traits_of(Role role) { return kRoleTraits[static_cast<std::size_t>(role)]; }
std::string_view name_of(EvidenceKind kind) { return kEvidence[static_cast<std::size_t>(kind)]; }

}  // namespace fabula::worlds
