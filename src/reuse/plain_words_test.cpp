#include "reuse/plain_words.hpp"

#include <gtest/gtest.h>
#include <hwy/highway.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "reuse/hash_words.hpp"

namespace fabula::reuse {
namespace {

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Byte by byte.
PlainWords reference(std::string_view text, std::size_t at, std::span<HashedWord> words) {
  PlainWords read{0, at, false};
  while (at < text.size()) {
    if ((text[at] & 0x80) != 0) return {read.n, at, false};
    std::size_t end = at;
    while (is_letter(text, end)) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const bool goes_on = end < text.size() && (text[end] == '\'' || text[end] == '`' ||
                                               text[end] == '-' || (text[end] & 0x80) != 0);
    if (goes_on || end - at > 16) return {read.n, at, false};
    if (read.n == words.size()) return {read.n, at, true};
    std::string folded;
    for (std::size_t i = at; i < end; ++i) folded += static_cast<char>(text[i] | 0x20);
    words[read.n++] = {hash_word(folded),
                       {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    at = end;
  }
  read.next = text.size();
  return read;
}

void expect_right(std::string_view text, std::size_t at, std::size_t room) {
  std::vector<HashedWord> right(room), words(room);
  const PlainWords wanted = reference(text, at, right);
  const PlainWords read = read_plain_words(text, at, words);
  ASSERT_EQ(read.n, wanted.n) << text;
  for (std::size_t i = 0; i < read.n; ++i) {
    ASSERT_EQ(words[i].hash, right[i].hash) << text << " " << i;
    ASSERT_EQ(words[i].range, right[i].range) << text << " " << i;
  }
  if (!read.is_full) {
    ASSERT_FALSE(wanted.is_full) << text;
    ASSERT_EQ(read.next, wanted.next) << text;
    return;
  }
  ASSERT_EQ(read.n, room) << text;  // it may have stopped anywhere before the next word
  ASSERT_LE(read.next, wanted.next) << text;
  for (std::size_t i = read.next; i < wanted.next; ++i) ASSERT_FALSE(is_letter(text, i)) << text;
}

// Every instruction set the processor has, one after the other.
template <class Check>
void on_every_target(Check check) {
  for (std::int64_t left = hwy::SupportedTargets(); left != 0; left &= left - 1) {
    hwy::SetSupportedTargetsForTest(left & -left);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    SCOPED_TRACE(hwy::TargetName(left & -left));
    check();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

TEST(PlainWords, EveryByteOnEveryInstructionSet) {
  on_every_target([] {
    for (int b = 0; b < 256; ++b)
      for (const std::size_t n : {0U, 15U, 47U, 48U, 62U, 63U, 64U, 130U})
        expect_right(std::string(n, 'x') + " word" + static_cast<char>(b) + "word " +
                         std::string(n, ' ') + "end",
                     n, 300);
  });
}

TEST(PlainWords, AnyTextFromAnyPlace) {
  constexpr std::array<std::string_view, 12> kPieces = {"a",
                                                        "Bridge",
                                                        " ",
                                                        " ",
                                                        ", ",
                                                        "7th ",
                                                        "it's",
                                                        "well-",
                                                        "\u00e9",
                                                        "“",
                                                        "sixteenlettersxx",
                                                        "seventeenletters7"};
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto n_kinds = 5 + random() % 8;  // many have plain words only
    for (auto n = random() % 60; n > 0; --n) text += kPieces[random() % n_kinds];
    const std::size_t room = random() % 3 == 0 ? 1 + random() % 10 : 400;
    on_every_target([&] {
      for (std::size_t at = 0; at <= text.size(); ++at)
        if (at == 0 || !is_letter(text, at - 1)) expect_right(text, at, room);
    });
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace fabula::reuse
