// The terminal: is there one, how wide, may it be coloured; progress on it; what the run cost.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "base/context.hpp"

namespace fabula::cli {

[[nodiscard]] bool is_terminal(int fd);
// Characters a line; COLUMNS, else what the terminal says, else 120.
[[nodiscard]] std::uint32_t terminal_width();
// Only on a terminal, and not with NO_COLOR or TERM=dumb.
[[nodiscard]] bool may_color(int fd);

// One line a stage on stderr, redrawn at most ten times a second:
//
//   annotate  ██████░░░░   61%  11,402/18,699 articles
//   annotate  ██████████  100%  18,699 articles  312,204 quotes  4.1 s
class TerminalProgress : public Progress {
 public:
  explicit TerminalProgress(bool animated) : animated_(animated) {}
  void begin(std::string_view stage, std::uint64_t total, std::string_view unit) override;
  void advance(std::uint64_t n) override;
  void end(std::string_view note) override;

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  std::mutex mutex_;
  bool animated_;
  std::string stage_;
  std::string unit_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  Clock::time_point began_;
  Clock::time_point drawn_;
};

// "18,699"
[[nodiscard]] std::string with_commas(std::uint64_t n);

// Peak memory of this process, in bytes.
[[nodiscard]] std::uint64_t peak_memory_bytes();

}  // namespace fabula::cli
