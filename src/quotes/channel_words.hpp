// The words that name a channel: nouns of a form, platforms, verbs that say it themselves.
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::quotes {

// What a channel is, as far as it decides how long it holds and which later words mean it.
enum class Medium : std::uint8_t {
  kPost,       // Instagram, a tweet
  kMail,       // a letter, a note, a text message
  kPiece,      // an essay, a memoir, a column
  kPaper,      // a court filing, a report
  kStatement,  // a statement, a press release
  kTalk,       // an interview, a show, what an outlet was told
  kVenue,      // a press conference, a hearing
  kRecording,  // a video
};

[[nodiscard]] constexpr bool is_written(Medium medium) { return medium < Medium::kStatement; }

struct ChannelWord {
  std::string_view name;
  Medium medium = Medium::kPost;
  bool is_part = false;  // means a channel named before: "the caption", "the magazine"
};

enum ChannelFlag : std::uint32_t {
  kPlatform = 1U << 0,
  kEverydayName = 1U << 1,
  kWrittenVerb = 1U << 2,
  kMakingVerb = 1U << 3,
  kAppearingVerb = 1U << 4,
  kTellingVerb = 1U << 5,
  kNoOutlet = 1U << 6,
  kTalkingVerb = 1U << 7,
  kContainer = 1U << 8,
  kPaperName = 1U << 9,
  kGroupWord = 1U << 10,
};

// Of lower-case words. Null, or 0, for a word of no table.
[[nodiscard]] const ChannelWord* channel_noun(std::string_view lower);
[[nodiscard]] const ChannelWord* channel_verb(std::string_view lower);
[[nodiscard]] std::uint32_t channel_flags_of(std::string_view lower);

}  // namespace fabula::quotes
