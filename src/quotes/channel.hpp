// Where something was said: "on Instagram", "in a statement", "told The Ledger".
#pragma once

#include <optional>

#include "model/quote.hpp"
#include "quotes/attribute.hpp"

namespace fabula::quotes {

// The channel named in the sentence of the attribution, the one nearest behind its cue first:
//
//   platform   wrote on Instagram          Instagram
//   verb       tweeted                     Twitter
//   outlet     told The Ledger             The Ledger      (not a person)
//   form       in a joint statement        statement
//   form+where in an essay for Medium      Medium
//   person     through her lawyer          lawyer
[[nodiscard]] std::optional<Channel> find_channel(const Layers& layers, const Outline& outline,
                                                  const Attribution& attribution);

// Does the verb tell of written words ("wrote", "posted"), which stand somewhere?
[[nodiscard]] bool is_of_writing(std::string_view verb);

// The last channel named before item `at` of a paragraph, not far back; `at` may be its end.
[[nodiscard]] std::optional<Channel> find_channel_before(const Layers& layers,
                                                         const Outline& outline, std::size_t at);

}  // namespace fabula::quotes
