#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fabula::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

std::string amount(std::uint64_t n, std::string_view unit) {
  if (unit == "bytes") return fmt::format("{:.1f} MB", static_cast<double>(n) / 1e6);
  return fmt::format("{} {}", with_commas(n), unit);
}

}  // namespace

bool is_terminal(int fd) { return isatty(fd) == 1; }

std::uint32_t terminal_width() {
  constexpr std::uint32_t kDefault = 120, kNarrowest = 40, kWidest = 1000;
  const auto within = [](unsigned long n) {
    return static_cast<std::uint32_t>(
        std::clamp(n, static_cast<unsigned long>(kNarrowest), static_cast<unsigned long>(kWidest)));
  };
  if (const auto columns = environment("COLUMNS"); !columns.empty())
    if (const unsigned long n = std::strtoul(std::string(columns).c_str(), nullptr, 10); n > 0)
      return within(n);
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return within(size.ws_col);
  return kDefault;
}

bool may_color(int fd) {
  return is_terminal(fd) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

void TerminalProgress::begin(std::string_view stage, std::uint64_t total, std::string_view unit) {
  const std::scoped_lock lock(mutex_);
  stage_ = stage;
  unit_ = unit;
  total_ = total;
  done_ = 0;
  began_ = Clock::now();
  drawn_ = {};
  if (animated_) draw();
}

void TerminalProgress::advance(std::uint64_t n) {
  const std::scoped_lock lock(mutex_);
  done_ += n;
  if (animated_ && Clock::now() - drawn_ > std::chrono::milliseconds(100)) draw();
}

void TerminalProgress::end(std::string_view note) {
  const std::scoped_lock lock(mutex_);
  if (!animated_) return;
  done_ = total_;
  draw();
  const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  fmt::print(stderr, "  {}  {:.1f} s\n", note, seconds);
}

void TerminalProgress::draw() {
  constexpr std::uint64_t kCells = 10;
  drawn_ = Clock::now();
  const std::uint64_t filled = total_ == 0 ? 0 : std::min(kCells, done_ * kCells / total_);
  const std::uint64_t percent =
      total_ == 0 ? 0 : std::min<std::uint64_t>(100, done_ * 100 / total_);
  std::string bar;
  for (std::uint64_t i = 0; i < kCells; ++i) bar += i < filled ? "█" : "░";
  fmt::print(stderr, "\r\x1b[K{:<9} {}  {:>3}%  {} of {}", stage_, bar, percent,
             amount(done_, unit_), amount(total_, unit_));
  std::fflush(stderr);
}

std::string with_commas(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::uint64_t peak_memory_bytes() {
  // Not getrusage: its peak begins with that of the process that started this one.
  std::FILE* status = std::fopen("/proc/self/status", "re");
  if (status == nullptr) return 0;
  std::uint64_t kilobytes = 0;
  char line[256];
  while (std::fgets(line, sizeof line, status) != nullptr)
    if (std::string_view(line).starts_with("VmHWM:"))
      kilobytes = std::strtoull(line + 6, nullptr, 10);
  std::fclose(status);
  return kilobytes * 1024;
}

}  // namespace fabula::cli
