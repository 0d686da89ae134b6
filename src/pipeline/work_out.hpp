// Articles with their layers → everything across articles, in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "language/happenings.hpp"
#include "model/pile.hpp"
#include "model/value.hpp"
#include "reuse/reuse.hpp"

namespace fabula::pipeline {

// Fills the lists of a pile whose `articles` are annotated, in the order of the pile; all but
// `news`: timeline::find_news. From there on articles without a stated day have the one the pile
// proves (apply_dates).
//
// step_done  called after each of kSteps steps, from any thread; may be empty
// Errors: those of reuse and reconcile. The context's progress is not used.
inline constexpr std::size_t kSteps = 4;
[[nodiscard]] Result<void> work_out(Pile& pile, const reuse::ReuseOptions& options,
                                    const Context& context, const std::function<void()>& step_done);

// The same in two parts: all lists but `events` and `disagreements`, then those two. What the first
// part filled may be read while the second one works.
struct Linked {
  std::vector<std::uint32_t> part_of;  // of its story, by article
  std::vector<language::Happenings> happenings;
  std::vector<std::vector<Value>> values;
};
[[nodiscard]] Result<Linked> link_articles(Pile& pile, const reuse::ReuseOptions& options,
                                           const Context& context,
                                           const std::function<void()>& step_done);
void tell_events(Pile& pile, Linked linked, const Context& context,
                 const std::function<void()>& step_done);

}  // namespace fabula::pipeline
