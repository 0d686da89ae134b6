#include "base/context.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace fabula {

// Threads of our own, not a library's: ThreadSanitizer sees into them.
void parallel_for(const Context& context, std::size_t n,
                  const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < n && !context.stop.stop_requested(); i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  for (std::size_t k = 1; k < std::min<std::size_t>(context.threads, n); ++k)
    helpers.emplace_back(run);
  run();
}

}  // namespace fabula
