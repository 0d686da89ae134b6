#include "read/delivery.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/hash.hpp"

namespace fabula::read {

Capture Delivery::new_capture(const std::string& place, std::string_view bytes,
                              Format format) const {
  Capture capture;
  capture.sources.push_back(place);
  capture.sha256 = sha256_hex(bytes);
  capture.bytes = bytes;
  capture.format = format;
  capture.file_day = file_day;
  return capture;
}

Result<void> Delivery::give(Capture&& capture) const {
  if (context.stop.stop_requested())
    return fail(Errc::kInterrupted, "stopped while reading", capture.sources.front(),
                "give the same command again to continue");
  return sink.capture(std::move(capture));
}

void Delivery::leave_out(const std::string& place, Error error) const {
  error.where = place + error.where;
  sink.left_out({place, std::move(error)});
}

void Delivery::leave_out_too_large(const std::string& place) const {
  leave_out(place,
            {Errc::kTooLarge,
             fmt::format("over {} bytes, the limit for one article", options.max_article_bytes),
             {},
             "if it is an article all the same, raise --max-article"});
}

}  // namespace fabula::read
