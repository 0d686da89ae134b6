// Gold of a pile of feature prose: who the people are, who said what in which words of which file.
// The form of gold.json is described in eval/features/README.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::eval {

struct GoldStatement {
  std::uint32_t article = 0;           // index into Pile::articles
  std::vector<Range> parts;            // of the frozen text; empty when the words are not there
  std::optional<std::string> speaker;  // canonical name
  std::vector<std::string> accept;     // other names, or words, that are as good
  std::string unnamed;                 // "a source close to the couple"
  std::string channel;                 // where it was said; empty: the article does not tell
  std::vector<std::string> channel_accept;  // other answers that are as good
  std::optional<std::string> said;          // "2019-03-03", "2016"; "": the article does not tell
  std::string family;       // shared by the same utterance in other places; empty: alone
  std::string family_open;  // a family that it may be joined to or not: it retells those words
  std::vector<std::size_t> nested;  // statements inside of this one, or around it
  std::int32_t record = -1;         // index into the article's quotes; -1: not found
};

// Something in marks that is no statement.
struct GoldRange {
  std::uint32_t article = 0;
  std::vector<Range> parts;
};

struct Gold {
  std::vector<std::vector<std::string>> people;  // each: canonical name first
  std::vector<GoldStatement> statements;
  std::vector<GoldRange> not_quotes;
  std::vector<GoldRange> undecided;  // scored neither way
  bool is_whole = true;              // false: strings that do not stand in their file (see stderr)
};

// Reads folder/gold.json for a pile built from the same folder's files. Nothing when it is no JSON.
[[nodiscard]] std::optional<Gold> read_gold(const std::filesystem::path& folder, const Pile& pile);

// Name of the file that an article was read from, without its folder.
[[nodiscard]] std::string file_of(const AnnotatedArticle& annotated);

// Letters and digits, ASCII in lower case, one space between runs: "Dr. Lund" → "dr lund".
[[nodiscard]] std::string folded(std::string_view words);
// The words of folded(words) but for the smallest ("the", "of").
[[nodiscard]] std::set<std::string> tokens_of(std::string_view words);
// The words of all parts, folded.
[[nodiscard]] std::string joined_words(std::string_view text, const std::vector<Range>& parts);

[[nodiscard]] std::uint64_t shared_bytes(const std::vector<Range>& a, const std::vector<Range>& b);
// Shared bytes as thousandths of all bytes of the two.
[[nodiscard]] std::uint64_t likeness(const std::vector<Range>& a, const std::vector<Range>& b);

}  // namespace fabula::eval
