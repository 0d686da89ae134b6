// Where the captures of one input go, and what they have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/read.hpp"

namespace fabula::read {

struct Delivery {
  std::string source;  // the input as it is shown; records add their place: "pile.csv:17"
  std::optional<std::int32_t> file_day;
  const ReadOptions& options;
  const Context& context;
  const CaptureSink& sink;

  // A capture of `bytes`, found at `place`, with its hash; its text or fields are still to come.
  [[nodiscard]] Capture new_capture(const std::string& place, std::string_view bytes,
                                    Format format) const;
  // Errors: those of the sink; kInterrupted when a stop is asked for.
  [[nodiscard]] Result<void> give(Capture&& capture) const;
  // An error's own `where` is the place inside of the input, such as "@BYTE".
  void leave_out(const std::string& place, Error error) const;
  // The row for an article or record over the limit.
  void leave_out_too_large(const std::string& place) const;
};

}  // namespace fabula::read
