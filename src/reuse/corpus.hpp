// The pile as this stage reads it: articles by their place in the working order (stated day, then
// source), so that it can lie in memory or on disk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::reuse {

inline constexpr std::int32_t kNoDay = INT32_MIN;

// What the source says of an article.
struct Imprint {
  std::uint32_t outlet = 0;         // a number for each outlet; 0: not known
  std::int32_t first_day = kNoDay;  // stated days of publication, since 1970-01-01
  std::int32_t last_day = kNoDay;
};

// Stretches of an article's frozen text with a meaning for copying.
struct Stretches {
  std::vector<Range> furniture;  // printed around the story: credits, invitations, datelines
  std::vector<Range> quoted;     // between quotation marks
};

// The agency or press release service whose words the article says it has.
struct Credit {
  std::string name;  // "Reuters", "Meridian Wire"; empty when there is none
  bool is_release = false;
  bool is_own = false;  // the article's outlet is the agency itself
};

// All functions may be called from several threads at once.
class Corpus {
 public:
  Corpus() = default;
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;
  virtual ~Corpus() = default;

  [[nodiscard]] virtual std::uint32_t size() const = 0;                          // articles
  [[nodiscard]] virtual std::size_t text_size(std::uint32_t article) const = 0;  // bytes
  // The frozen text: a view of it, or of `buffer` filled with it.
  [[nodiscard]] virtual std::string_view text(std::uint32_t article, std::string& buffer) const = 0;
  [[nodiscard]] virtual Imprint imprint(std::uint32_t article) const = 0;
  // Replaces what was in `stretches`.
  virtual void read_stretches(std::uint32_t article, Stretches& stretches) const = 0;
  [[nodiscard]] virtual const Credit& credit(std::uint32_t article) const = 0;
};

}  // namespace fabula::reuse
