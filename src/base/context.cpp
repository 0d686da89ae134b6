#include "base/context.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace fabula {

void parallel_for(const Context& context, std::size_t n,
                  const std::function<void(std::size_t)>& work) {
  const auto run = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && !context.stop.stop_requested(); ++i) work(i);
  };
  if (context.threads <= 1 || n <= 1) return run(0, n);
  oneapi::tbb::task_arena arena(static_cast<int>(context.threads));
  arena.execute([&] {
    oneapi::tbb::parallel_for(
        oneapi::tbb::blocked_range<std::size_t>(0, n),
        [&](const oneapi::tbb::blocked_range<std::size_t>& r) { run(r.begin(), r.end()); });
  });
}

}  // namespace fabula
