// Piles made to hurt: each is ordinary but for one thing that there is far too much of.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

struct Attack {
  std::string_view name;
  std::string_view what;   // in words; `size` of what
  std::uint32_t size = 0;  // as it is run by default
  std::vector<AnnotatedArticle> (*make)(std::uint32_t size);
  // What is wrong with the answer; empty: nothing.
  std::string (*check)(std::span<const AnnotatedArticle> articles, const EngineResult& found);
};

[[nodiscard]] std::span<const Attack> attacks();

}  // namespace fabula::eval
