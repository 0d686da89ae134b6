// Containers → captures, one a record: JSON Lines, JSON lists and objects, CSV.
//
//   pile.jsonl   {"text": "Rain fell."}⏎{"text": ⏎{"text": "Snow fell."}
//     → capture "pile.jsonl:1" · left out "pile.jsonl:2" (bad-record) · capture "pile.jsonl:3"
//   pile.json    [{"text": "Rain fell."}, {"text": "Snow fell."}]
//     → capture "pile.json#1" · capture "pile.json#2"
//
// One bad record costs that record. Records that are no UTF-8 are decoded as what the first such
// record and the 256 KiB after it look like.
// Memory: one record, twice while it is looked for, and 512 KiB.
#pragma once

#include "read/bytes.hpp"
#include "read/delivery.hpp"
#include "read/kind.hpp"

namespace fabula::read {

// `kind` is one of the containers; `input` stands at its first byte, in an encoding whose ASCII
// characters are ASCII bytes. Trouble of `input` itself is left to the caller.
[[nodiscard]] Result<void> read_records(Kind kind, InputBuffer& input, const Delivery& delivery);

}  // namespace fabula::read
