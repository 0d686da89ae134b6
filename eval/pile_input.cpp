#include "pile_input.hpp"

#include <utility>

#include "extract/extract.hpp"
#include "read/read.hpp"

namespace fabula::eval {

std::vector<AnnotatedArticle> read_articles(const std::vector<std::string>& inputs) {
  std::vector<AnnotatedArticle> pile;
  const auto list = read::find_inputs(inputs);
  if (!list) return pile;
  read::CaptureSink sink;
  sink.capture = [&](Capture&& capture) -> Result<void> {
    auto article = extract::extract_article(capture, {});
    if (!article) return {};
    pile.emplace_back();
    pile.back().article = std::move(*article);
    return {};
  };
  sink.left_out = [](LeftOut&&) {};
  if (!read::read_files(list->files, {}, {}, sink)) pile.clear();
  return pile;
}

}  // namespace fabula::eval
