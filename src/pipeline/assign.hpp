// Inputs → the story of a store that each belongs to, as they are read; nothing is stored.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/pile.hpp"
#include "pipeline/pipeline.hpp"

namespace fabula::pipeline {

struct AssignedArticle {
  Article article;
  std::string story;         // its id; of one that begins here as it would be if it were built
  bool is_stored = false;    // the article itself is in the pile
  bool is_new = false;       // it begins its story
  double likeness = 0;       // 0 to 1; see story::Assignment
  std::vector<Range> words;  // of its text, that it shares with the story, the heaviest first
};

struct AssignReport {
  std::uint64_t n_articles = 0;
  std::uint64_t n_left_out = 0;
};

struct AssignSink {
  // Some articles at a time, in the order they were read. An error ends the job and is returned.
  std::function<Result<void>(std::vector<AssignedArticle>&&)> assigned;
  std::function<void(LeftOut&&)> left_out;
};

// The stories of the pile are known, those that begin among the inputs are learned: see
// story/stream.hpp. What is read earlier has its story before what is read later.
//
// pile    with articles, layers, and stories
// Errors: those of read::read_files and of the sink.
// Memory: the pile, 16 MB, about 2 KB a story, and some hundred articles.
[[nodiscard]] Result<AssignReport> assign(const Pile& pile, std::span<const std::string> inputs,
                                          const BuildOptions& options, const Context& context,
                                          const AssignSink& sink);

}  // namespace fabula::pipeline
