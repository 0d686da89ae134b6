// What a page says to its readers about itself.
//
//   Sign up for our newsletter and get the news of the quay in your inbox.
//   This form requires JavaScript to complete.
//   Mara Voss can be reached at mvoss@quay.example. Follow her on Twitter.
//
// A sentence invites when it has a phrase that says so, or begins with what a reader is to do and
// names a service of the page: see invitations_table.inc. English only; in other languages nothing
// is found.
#pragma once

#include <span>
#include <string_view>

#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// Do two words in three stand in sentences that invite? What stands at the beginning and at the end
// may be pieces of sentences.
//
// text    valid UTF-8, a passage of an article
// words   those of the text
// cost    linear; a quick look at the words where no service is named
[[nodiscard]] bool is_invitation(std::string_view text, std::span<const WordCode> words);

}  // namespace fabula::reuse
