#include "reuse/byte_masks.hpp"

#include <gtest/gtest.h>
#include <hwy/highway.h>

#include <random>
#include <string>

namespace fabula::reuse {
namespace {

bool is_word_byte(unsigned char b) {
  return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
}

void expect_right(std::string_view text) {
  ByteMasks masks;
  find_byte_masks(text, masks);
  ASSERT_EQ(masks.word.size(), (text.size() + 63) / 64);
  for (std::size_t i = 0; i < 64 * masks.word.size(); ++i) {
    const unsigned char byte = i < text.size() ? static_cast<unsigned char>(text[i]) : '\0';
    ASSERT_EQ(masks.word[i / 64] >> (i % 64) & 1, is_word_byte(byte) ? 1 : 0) << i;
    ASSERT_EQ(masks.high[i / 64] >> (i % 64) & 1, byte >= 0x80 ? 1 : 0) << i;
  }
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

TEST(ByteMasks, EveryByteOnEveryInstructionSet) {
  std::string every;
  for (int b = 0; b < 256; ++b) every += static_cast<char>(b);
  on_every_target([&] { expect_right(every); });
}

TEST(ByteMasks, AnyLengthAndAlignment) {
  std::mt19937 random(1);
  std::string text(400, ' ');
  for (char& c : text) c = static_cast<char>(random());
  on_every_target([&] {
    for (std::size_t begin = 0; begin < 70; ++begin)
      for (std::size_t size = 0; size < 200; size += 1 + begin % 7)
        expect_right(std::string_view(text).substr(begin, size));
  });
}

}  // namespace
}  // namespace fabula::reuse
