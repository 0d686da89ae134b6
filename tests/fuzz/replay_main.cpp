// Runs a fuzzer over every file of the folders given, without libFuzzer: the corpus as a test.
//
//   NAME_replay [--mutations N] FOLDER...     and N changed inputs of each file
//
// Changes are made from a fixed seed (mutations.hpp). The input of a crash is left in the working
// folder as NAME_replay.crash, where it can be replayed, or kept in the corpus.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mutations.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::uint64_t kSeed = 20240311;

// For the signal handler.
std::string crash_path;     // NOLINT: set once, before the first input
std::string current_input;  // NOLINT: unchanged while an input runs

std::array<struct sigaction, NSIG> handlers_before;

// Then whoever handled the signal before, a sanitizer perhaps, goes on with it.
void keep_input(int signal) {
  const int file = open(crash_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0 && write(file, current_input.data(), current_input.size()) >= 0) close(file);
  sigaction(signal, &handlers_before[static_cast<std::size_t>(signal)], nullptr);
  if (signal == SIGABRT) raise(signal);  // the others come again where they came from
}

void run(std::string input) {
  current_input = std::move(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current_input.data()),
                         current_input.size());
}

std::vector<std::string> read_files(const std::vector<std::filesystem::path>& folders) {
  std::vector<std::filesystem::path> files;
  for (const auto& folder : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> inputs;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> folders;
  std::size_t n_mutations = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--mutations" && i + 1 < argc)
      n_mutations = std::strtoul(argv[++i], nullptr, 10);
    else
      folders.emplace_back(argv[i]);
  }
  crash_path = std::filesystem::path(argv[0]).filename().string() + ".crash";
  struct sigaction action{};
  action.sa_handler = keep_input;
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE})
    sigaction(signal, &action, &handlers_before[static_cast<std::size_t>(signal)]);
  const std::vector<std::string> inputs = read_files(folders);
  for (const std::string& input : inputs) run(input);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    fabula::fuzz::Mutator mutator(kSeed + i);
    for (std::size_t n = 0; n < n_mutations; ++n) run(mutator.mutated(inputs[i], inputs));
  }
  std::printf("%zu inputs replayed, %zu changed ones\n", inputs.size(),
              inputs.size() * n_mutations);
  return inputs.empty() ? 1 : 0;
}
