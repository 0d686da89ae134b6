// Errors are values with a place and a next step.
//
//   Error{Errc::kTruncated, "the compressed data ends early", "pile/a.jsonl.zst@1048576",
//         "save the file again; what was readable has been kept"}
//
// what   what happened: lower case, no full stop, the thing in quotes
// where  "path", "path:line" or "path@byte"; empty when there is no place
// hint   the next step for the user; may be empty
//
// No exception crosses a module edge. A Result must be looked at: mark every function that
// returns one [[nodiscard]].
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace fabula {

enum class Errc : std::uint8_t {
#define FABULA_ERROR(enumerator, name, exit, help) enumerator,
#include "base/errors.def"
#undef FABULA_ERROR
};

// The code's public name ("too-large"), its exit code, and its help text.
[[nodiscard]] std::string_view name_of(Errc code);
[[nodiscard]] int exit_code_of(Errc code);
[[nodiscard]] std::string_view help_of(Errc code);
// The code with this public name; kInternal when there is none.
[[nodiscard]] Errc errc_from_name(std::string_view name);

struct Error {
  Errc code = Errc::kInternal;
  std::string what;
  std::string where;
  std::string hint;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string what, std::string where = {},
                                                std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(what), std::move(where), std::move(hint)});
}

// Ends the program with a report (exit code 70) when an invariant is broken. Never reachable from
// input.
[[noreturn]] void invariant_broken(const char* condition, const char* file, int line);

}  // namespace fabula

#define FABULA_CHECK(condition)                                   \
  do {                                                            \
    if (!(condition)) [[unlikely]]                                \
      ::fabula::invariant_broken(#condition, __FILE__, __LINE__); \
  } while (false)

#define FABULA_CONCAT_INNER(a, b) a##b
#define FABULA_CONCAT(a, b) FABULA_CONCAT_INNER(a, b)

// FABULA_TRY(auto store, open_store(path));   declares `store`, or returns the error
#define FABULA_TRY(declaration, expression)                                                      \
  auto FABULA_CONCAT(result_, __LINE__) = (expression);                                          \
  if (!FABULA_CONCAT(result_, __LINE__))                                                         \
    return tl::unexpected<::fabula::Error>(std::move(FABULA_CONCAT(result_, __LINE__).error())); \
  declaration = std::move(*FABULA_CONCAT(result_, __LINE__))

// The same for a Result<void>.
#define FABULA_TRY_VOID(expression)                                           \
  do {                                                                        \
    if (auto result_void = (expression); !result_void)                        \
      return tl::unexpected<::fabula::Error>(std::move(result_void.error())); \
  } while (false)
