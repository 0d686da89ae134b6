// What a long-running stage is given besides its inputs: threads, a way to be stopped, and
// somewhere to say how far it is. A stage sees no global, clock, locale or environment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace fabula {

// Hears how far a job is. Called from any thread; implementations lock for themselves.
class Progress {
 public:
  virtual ~Progress() = default;
  // A stage begins; `total` is the true number of `unit`s ("articles"), 0 when it cannot be known.
  virtual void begin(std::string_view stage, std::uint64_t total, std::string_view unit) = 0;
  virtual void advance(std::uint64_t n) = 0;
  // The stage is done; `note` says what came out of it ("1,946 quotes").
  virtual void end(std::string_view note) = 0;
};

struct Context {
  unsigned threads = 1;          // at least 1
  std::stop_token stop;          // asked between articles; a stopped stage returns kInterrupted
  Progress* progress = nullptr;  // may be null
};

// Calls `work(i)` once for each i in [0, n), on up to `context.threads` threads, in no fixed order.
// `work` writes only to slot i, so results are the same for any number of threads. Returns early
// (leaving slots untouched) when a stop is asked for.
void parallel_for(const Context& context, std::size_t n,
                  const std::function<void(std::size_t)>& work);

}  // namespace fabula
