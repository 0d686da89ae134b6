#include "read/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>

namespace fabula::read {
namespace {

using namespace std::string_literals;

// `text` in another encoding, for making input.
std::string encode(const std::string& text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(wide.length()) * 8 + 16, '\0');
  const std::int32_t n =
      ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.getBuffer(), wide.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  bytes.resize(static_cast<std::size_t>(n));
  return bytes;
}

DecodedText decoded(std::string_view bytes, Labels labels = Labels::kIgnore) {
  const auto result = decode_text(bytes, labels);
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().what);
  return result ? *result : DecodedText{};
}

Errc refused(std::string_view bytes) {
  const auto result = decode_text(bytes, Labels::kIgnore);
  EXPECT_FALSE(result.has_value());
  return result ? Errc::kInternal : result.error().code;
}

constexpr const char* kWords = "Ana Reis said the bridge “won’t hold” – not in March, she told us.";

TEST(Encoding, Utf8StaysAsItIs) {
  const std::string bytes = "\xEF\xBB\xBFRain fell.\r\nIt’s over.\r\n";
  EXPECT_EQ(decoded(bytes).text, bytes);
  EXPECT_EQ(decoded(bytes).encoding, "UTF-8");
}

TEST(Encoding, AsciiIsUtf8) { EXPECT_EQ(decoded("Rain fell.").encoding, "UTF-8"); }

TEST(Encoding, WideWithMark) {
  for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const DecodedText got = decoded(encode("\uFEFF"s + kWords, name));
    EXPECT_EQ(got.text, kWords) << name;
    EXPECT_EQ(got.encoding, name);
  }
}

TEST(Encoding, WideWithoutMark) {
  for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const DecodedText got = decoded(encode(kWords, name));
    EXPECT_EQ(got.text, kWords) << name;
    EXPECT_EQ(got.encoding, name);
  }
}

TEST(Encoding, WideOfAnotherScriptWithoutMark) {
  const std::string words = "Мост в нашем городе не выдержит, говорит Анна из совета.";
  EXPECT_EQ(decoded(encode(words, "UTF-16LE")).text, words);
  EXPECT_EQ(decoded(encode(words, "UTF-16BE")).text, words);
}

TEST(Encoding, EnglishStrewnWithZerosIsNotWide) {
  std::string bytes(kWords);
  for (int i = 0; i < 40; ++i) bytes += "a\0b\0"s;
  bytes += " and so on, for a good while longer, until nobody in the room listened any more.";
  std::erase_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  EXPECT_EQ(refused(bytes), Errc::kBinary);
}

TEST(Encoding, WideCutInTheMiddleOfACharacter) {
  std::string bytes = encode("\uFEFF"s + kWords, "UTF-16LE");
  bytes.pop_back();
  EXPECT_THAT(decoded(bytes).text, testing::HasSubstr("she told us"));
}

TEST(Encoding, EnglishInWindows1252) {
  for (const char* words : {
           kWords,
           "The council didn’t meet on Monday, Ana Reis of Riverton said in a statement.",
           "The owner, René Lund, said the shop in Riverton would close in May after ten years.",
           "It cost £500 in total, Reis said after the meeting on Tuesday evening.",
           "The council met\u00A0on Monday in Riverton and agreed on the new bridge plan.",
       }) {
    const DecodedText got = decoded(encode(words, "windows-1252"));
    EXPECT_EQ(got.text, words);
    EXPECT_THAT(got.encoding, testing::StartsWith("windows-125"));
  }
}

TEST(Encoding, EnglishFromAMac) {
  const std::string words = "The council didn’t meet — “not again,” she said.";
  EXPECT_EQ(decoded(encode(words, "macintosh")).text, words);
}

struct Sample {
  const char* encoding;
  const char* words;
};

TEST(Encoding, OtherLanguages) {
  for (const Sample& sample : {
           Sample{"windows-1252", "Le maire a déclaré que l’été serait très chaud à Rive-Neuve."},
           Sample{"windows-1252", "Die Bürgermeisterin sagte, die Brücke müsse größer werden."},
           Sample{"windows-1250",
                  "Burmistrz powiedział, że most będzie większy. Zażółć gęślą jaźń."},
           Sample{"windows-1251", "Мэр сказал, что мост будет больше. Никто не пришёл на встречу."},
           Sample{"KOI8-R", "Мэр сказал, что мост будет больше. Никто не пришёл на встречу."},
           Sample{"windows-1255", "ראש העיר אמר שהגשר יהיה גדול יותר. איש לא בא לפגישה."},
           Sample{"Shift_JIS", "市長は橋が大きくなると述べた。誰も会議に来なかった。"},
           Sample{"EUC-JP", "市長は橋が大きくなると述べた。誰も会議に来なかった。"},
           Sample{"ISO-2022-JP", "市長は橋が大きくなると述べた。誰も会議に来なかった。"},
           Sample{"GB18030", "市长说这座桥会更大。没有人来参加会议。"},
           Sample{"Big5", "市長說這座橋會更大。沒有人來參加會議。"},
           Sample{"EUC-KR", "시장은 다리가 더 커질 것이라고 말했다. 아무도 오지 않았다."},
       })
    EXPECT_EQ(decoded(encode(sample.words, sample.encoding)).text, sample.words) << sample.encoding;
}

TEST(Encoding, ThePageSaysWhatItIs) {
  const std::string words = "Şehirde köprü büyüyecek.";
  for (const char* head : {
           "<meta charset=windows-1254>",
           "<META CHARSET = \"Windows-1254\" />",
           "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-9\">",
           "<?xml version='1.0' encoding='windows-1254'?>",
           "<meta name=\"charset-note\"><meta charset='windows-1254'>",
       }) {
    const DecodedText got = decoded(head + encode(words, "windows-1254"), Labels::kObey);
    EXPECT_EQ(got.text, head + words);
    EXPECT_EQ(got.encoding, "windows-1254") << head;
  }
}

TEST(Encoding, Latin1IsWindows1252AsInBrowsers) {
  const DecodedText got = decoded("<meta charset=iso-8859-1>It\x92s \x93over\x94", Labels::kObey);
  EXPECT_EQ(got.text, "<meta charset=iso-8859-1>It’s “over”");
  EXPECT_EQ(got.encoding, "windows-1252");
}

TEST(Encoding, APageThatIsWrongAboutItself) {
  const std::string utf8 = "<meta charset=iso-8859-1>It’s over, José.";
  EXPECT_EQ(decoded(utf8, Labels::kObey).text, utf8);
  const std::string windows = "<meta charset=utf-8>It\x92s over, and that\x92s that. It\x92s late.";
  EXPECT_EQ(decoded(windows, Labels::kObey).text,
            "<meta charset=utf-8>It’s over, and that’s that. It’s late.");
  for (const char* wrong : {"utf-16", "ibm-037", "no-such-thing", "unicode"}) {
    const std::string page = "<meta charset="s + wrong + ">It\x92s over.";
    EXPECT_THAT(decoded(page, Labels::kObey).text, testing::EndsWith("It’s over.")) << wrong;
  }
}

TEST(Encoding, LabelsAreTakenFromTheFirst4KiB) {
  EXPECT_EQ(labelled_encoding("<meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(labelled_encoding(std::string(5000, ' ') + "<meta charset=koi8-r>"), "");
  EXPECT_EQ(labelled_encoding("<meta charset"), "");
  EXPECT_EQ(labelled_encoding("<meta charset="), "");
  EXPECT_EQ(labelled_encoding("<meta charset=\"koi8-r"), "koi8-r");
}

TEST(Encoding, BrokenPlacesInUtf8BecomeReplacementCharacters) {
  const DecodedText got = decoded(
      "It’s “over”, José s\xFF"
      "aid. Caf\xC3 again.");
  EXPECT_EQ(got.text, "It’s “over”, José s\uFFFDaid. Caf\uFFFD again.");
  EXPECT_EQ(got.encoding, "UTF-8");
}

TEST(Encoding, WordsSpoiltBeforeTheyWereSavedAreNotRepaired) {
  const std::string spoilt = "Itâ€™s over.";
  EXPECT_EQ(decoded(spoilt).text, spoilt);
}

TEST(Encoding, BytesThatFitNothing) {
  std::string bytes;
  for (int i = 0; i < 400; ++i) bytes += static_cast<char>(0x80 + i * 37 % 128);
  const Errc code = refused(bytes);
  EXPECT_TRUE(code == Errc::kBadEncoding || code == Errc::kBinary);
  EXPECT_EQ(refused("\xEF\xBB\xBF" + std::string(100, '\xFF')), Errc::kBadEncoding);
}

TEST(Encoding, BinaryIsNoText) {
  EXPECT_EQ(refused("\x7F"
                    "ABC\x01\x02\x03\0\0\0\0rest"s),
            Errc::kBinary);
  std::string noise;
  for (unsigned i = 0, x = 1; i < 4000; ++i)
    noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  EXPECT_EQ(refused(noise), Errc::kBinary);
}

TEST(Encoding, AZeroByteInALongTextIsReplaced) {
  const std::string text(2000, 'a');
  EXPECT_EQ(decoded(text + '\0' + text).text, text + "\uFFFD" + text);
}

TEST(Encoding, EmptyAndBlank) {
  EXPECT_EQ(refused(""), Errc::kEmpty);
  EXPECT_EQ(refused(" \r\n\t\n"), Errc::kEmpty);
  EXPECT_EQ(refused("\xEF\xBB\xBF \n"), Errc::kEmpty);
  EXPECT_EQ(refused("\xFF\xFE"), Errc::kEmpty);
}

}  // namespace
}  // namespace fabula::read
