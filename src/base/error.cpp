#include "base/error.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace fabula {
namespace {

struct Row {
  std::string_view name;
  int exit;
  std::string_view help;
};

constexpr auto kRows = std::to_array<Row>({
#define FABULA_ERROR(enumerator, name, exit, help) {name, exit, help},
#include "base/errors.def"
#undef FABULA_ERROR
});

const Row& row_of(Errc code) { return kRows[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view name_of(Errc code) { return row_of(code).name; }
int exit_code_of(Errc code) { return row_of(code).exit; }
std::string_view help_of(Errc code) { return row_of(code).help; }

Errc errc_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kRows.size(); ++i)
    if (kRows[i].name == name) return static_cast<Errc>(i);
  return Errc::kInternal;
}

void invariant_broken(const char* condition, const char* file, int line) {
  std::fprintf(stderr,
               "fabula: a fault in the program itself: '%s' does not hold\n  where: %s:%d\n"
               "  next:  please report this line together with the input\n",
               condition, file, line);
  std::fflush(stderr);
  std::_Exit(70);
}

}  // namespace fabula
