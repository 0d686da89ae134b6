// One quotation in the making, and the paragraphs it is found in: what the passes of `quotes`
// share.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/article.hpp"
#include "model/quote.hpp"
#include "quotes/attribute.hpp"
#include "quotes/cues.hpp"
#include "quotes/outline.hpp"

namespace fabula::quotes {

// A paragraph, or the inside of a quotation that holds quotations.
struct Block {
  Outline outline;
  std::vector<Cue> cues;
  Role role = Role::kBody;
};

struct Record {
  std::vector<std::int32_t> parts;  // indexes into Segmentation::quoted
  std::size_t block = 0;            // where its first part is
  std::size_t item = 0;
  std::size_t last_block = 0;  // where its last part is
  std::size_t last_item = 0;
  bool is_full = false;  // a whole utterance, not words inside a clause
  bool is_open = false;  // goes on in the next paragraph
  bool is_copy = false;  // the same words stand elsewhere in the article, with their speaker
  std::optional<Attribution> attribution;
  std::size_t attribution_block = 0;
  Speaker speaker;
  Grade grade = Grade::kNone;
  std::optional<Channel> channel;
};

}  // namespace fabula::quotes
