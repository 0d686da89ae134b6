// One article of an invented world, from title to last paragraph.
#pragma once

#include "world_generator.hpp"

namespace fabula::worlds {

struct Assignment {
  Kind kind = Kind::kReport;  // no copy and not republished
  std::uint32_t outlet = 0;
  std::uint32_t event = kNone;  // of a profile kNone
  Role person = Role::kNone;    // of a profile
  Day day;
  std::uint64_t stream = 0;    // of its random numbers
  std::uint32_t slip = kNone;  // of a story: what it takes back, and where that was printed
  std::optional<SentencePlace> corrects;
};

struct Draft {
  std::string title;
  std::string text;  // 3 to 8 paragraphs
  std::vector<Evidence> evidence;
  std::vector<StorySentence> sentences;  // of a story
};

[[nodiscard]] Draft write_article(const World& world, const WorldOptions& options,
                                  const Assignment& assignment);

}  // namespace fabula::worlds
