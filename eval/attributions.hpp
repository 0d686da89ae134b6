// Annotated attributions (brat stand-off: Source, Cue, Content) and the texts they belong to.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::eval {

struct GoldQuote {
  std::vector<Range> content;  // bytes, sorted
  std::vector<Range> source;
  std::vector<Range> cue;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// The article of a plain text, up to its quotations; without text when it cannot be read. With a
// day it is one that states that day as its own.
[[nodiscard]] AnnotatedArticle annotate_text(const std::string& name, std::string text,
                                             std::optional<Day> published = {});

// Article name to the file of its first annotator, of DIR/attributions/NAME_ANNOTATOR.ann.
[[nodiscard]] std::map<std::string, std::filesystem::path> gold_files(
    const std::filesystem::path& dir);

// The attributions of one file with a content. Its offsets count code points of `text`.
[[nodiscard]] std::vector<GoldQuote> read_gold(const std::filesystem::path& path,
                                               std::string_view text);

}  // namespace fabula::eval
