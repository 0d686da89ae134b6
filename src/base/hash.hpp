// Content hashes: SHA-256 names bytes for ever; ids of records are cut from it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace fabula {

// Lower-case hexadecimal SHA-256 of `bytes`, 64 characters.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same hash in base64, as a page's Content-Security-Policy names a script.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

// A record's id: `kind` followed by the first 16 hexadecimal digits of the SHA-256 over the parts,
// each closed by a zero byte. The same content gives the same id on every machine and in every
// run; 64 bits keep a million records apart (chance of one collision below 1 in 10 million).
//
//   content_id('q', {article.id, "120", "164"})  ->  "q9f3a0c51d2e48b77"
[[nodiscard]] std::string content_id(char kind, std::initializer_list<std::string_view> parts);

}  // namespace fabula
