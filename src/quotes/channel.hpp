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

}  // namespace fabula::quotes
