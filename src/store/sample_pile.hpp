// An invented pile in which every field of every record says something: for the store's tests.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/capture.hpp"
#include "model/pile.hpp"
#include "store/store.hpp"

namespace fabula::store {

// Records of two articles, and everything across them. `captures[i]` is what pile.articles[i] was
// made from.
struct SamplePile {
  std::vector<Capture> captures;
  Pile pile;
};
[[nodiscard]] SamplePile sample_pile();

// Writing it as the pipeline does, a commit a step.
[[nodiscard]] std::vector<std::function<Result<void>(Store&)>> steps_of(const SamplePile& sample);
// All steps; stops at the first error.
[[nodiscard]] Result<void> write_sample(Store& store, const SamplePile& sample);

// Every field of the records as text, one line a field: equal texts are equal piles.
[[nodiscard]] std::string described(const Pile& pile);

}  // namespace fabula::store
