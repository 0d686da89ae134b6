// Furniture that a line's own words give away, whatever stands around it.
//
//   Getty Images                         credit   role.credit-agency
//   via: Photogram                       credit   role.credit-label
//   Jane Roe Image Credit: Agency        caption  role.caption-credit
//   READ: Bridge reopens after storm     promo    role.promo-label
//   Loading the player...                promo    role.promo-line
//   Sign up to our newsletter ...        promo    role.promo-start
//   Warning: This article contains ...   note     role.note-content
//
// Full sentences of the story are hardly ever furniture, so every pattern is tied to the start or
// to the whole of a short line.
#pragma once

#include <optional>
#include <string_view>

#include "model/article.hpp"

namespace fabula::extract {

struct Furniture {
  Role role = Role::kPromo;
  std::string_view rule;
  bool is_content_note = false;  // warns of what the article tells
};

// `paragraph` is trimmed. Linear in its size.
[[nodiscard]] std::optional<Furniture> furniture_in(std::string_view paragraph);

}  // namespace fabula::extract
