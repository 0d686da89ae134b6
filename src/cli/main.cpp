// fabula: parse, run one command, turn an error into three lines and an exit code.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace fabula::cli {
namespace {

Result<int> run(const Options& options) {
  switch (options.command) {
    case Command::kBuild:
    case Command::kAdd:
      return run_build(options);
    case Command::kAssign:
      return run_assign(options);
    case Command::kDoctor:
      return run_doctor(options);
    case Command::kVerify:
      return run_verify(options);
    case Command::kExport:
      return run_export(options);
    case Command::kCompare:
      return run_compare(options);
    case Command::kCompletions:
      fmt::print("{}", completion_script(options.shell));
      return 0;
    default:
      return run_query(options);
  }
}

void report(const Error& error) {
  fmt::print(stderr, "error: {}\n", error.what);
  if (!error.where.empty()) fmt::print(stderr, "  where: {}\n", error.where);
  if (!error.hint.empty()) fmt::print(stderr, "  next:  {}\n", error.hint);
}

}  // namespace
}  // namespace fabula::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen as EPIPE where it is written to
  const auto parsed = fabula::cli::parse_command_line(argc, argv);
  if (parsed.exit_code) return *parsed.exit_code;
  const auto result = fabula::cli::run(parsed.options);
  if (result) return *result;
  fabula::cli::report(result.error());
  return fabula::exit_code_of(result.error().code);
}
