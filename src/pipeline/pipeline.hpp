// The order of the stages, and the only place that knows it.
//
//   inputs ─ read ─▶ captures ─ extract ─▶ articles ─────────────────▶ store   (a batch a commit)
//   articles ─ learn_roles ─▶ furniture that outlets repeat ─────────▶ store
//   article ─ segment ─ names ─ quotes ─ times ─▶ layers ────────────▶ store   (a batch a commit)
//   all ─ people ─ reuse ─ families ─ timeline ─▶ the pile ──────────▶ store   (one commit)
//
// A build that was stopped, even by a kill, goes on where its last commit left it when the same
// command is given again: captures that are stored are not extracted again, articles that have
// layers are not annotated again. What is worked out across articles is made from all of them each
// time, so that adding gives the same bytes as building everything at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/context.hpp"
#include "base/error.hpp"
#include "extract/extract.hpp"
#include "read/read.hpp"
#include "reuse/reuse.hpp"
#include "store/store.hpp"

namespace fabula::pipeline {

struct BuildOptions {
  read::ReadOptions read;
  extract::ExtractOptions extract;
  reuse::ReuseOptions reuse;
};

struct BuildReport {
  std::uint64_t n_files = 0;     // inputs looked at
  std::uint64_t n_articles = 0;  // in the store now
  std::uint64_t n_new = 0;       // added by this run
  std::uint64_t n_repeated = 0;  // captures that were known already, or repeated
  std::uint64_t n_left_out = 0;  // by this run
};

// Reads the inputs into the store and works out the pile. Used by `build` and by `add` alike.
// Errors: kNothingRead when the store holds no article afterwards; kUsage when the store was made
// with other options; kInterrupted (finished batches are kept); those of the stages and the store.
// Memory: a batch of captures while reading; then all texts and layers, and what links them: see
// docs/benchmarks.md.
[[nodiscard]] Result<BuildReport> build(store::Store& store, std::span<const std::string> inputs,
                                        const BuildOptions& options, const Context& context);

}  // namespace fabula::pipeline
