// Articles that are damaged or odd: nothing crashes, and nobody is made to speak who does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Read {
  Article article;
  Names names;
  std::vector<Quote> quotes;
};

// Paragraphs by blank lines. Checks what every record promises.
Read read_text(std::string text) {
  Read read;
  read.article.text = std::move(text);
  const std::string_view all = read.article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find("\n\n", begin), all.size());
    if (end > begin)
      read.article.paragraphs.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           Role::kBody,
           "role.body"});
    begin = end + 2;
  }
  const Segmentation segmentation = segment::segment(read.article);
  read.names = names::find_names(read.article, segmentation);
  read.quotes = find_quotes(read.article, segmentation, read.names);
  for (const Quote& quote : read.quotes) {
    EXPECT_FALSE(quote.parts.empty());
    for (const Range part : quote.parts) {
      EXPECT_LT(part.begin, part.end);
      EXPECT_LE(part.end, all.size());
      EXPECT_TRUE(text::is_boundary(all, part.begin) && text::is_boundary(all, part.end));
    }
    EXPECT_EQ(quote.grade == Grade::kNone, !quote.speaker.has_value());
    if (quote.speaker) {
      EXPECT_EQ(quote.speaker->as, words_of(all, quote.speaker->range));
    }
  }
  return read;
}

std::vector<std::string> speakers_of(const Read& read) {
  std::vector<std::string> speakers;
  for (const Quote& quote : read.quotes)
    if (quote.speaker) speakers.push_back(quote.speaker->name);
  std::sort(speakers.begin(), speakers.end());
  speakers.erase(std::unique(speakers.begin(), speakers.end()), speakers.end());
  return speakers;
}

constexpr std::string_view kCurly =
    "“We waited for years,” Ana Lopes said. “Nobody came.”\n\n"
    "Theo Marsh called the hall “a ‘ruin’ of sorts” and told reporters: “It is cold.”\n\n"
    "“The roof was rotten.\n\n“They knew,” Lopes said.";

std::string straight(std::string_view curly) {
  std::string text;
  for (std::size_t i = 0; i < curly.size(); i += text::decode(curly, i).n_bytes) {
    const std::string_view letter = curly.substr(i, text::decode(curly, i).n_bytes);
    text += letter == "“" || letter == "”" ? "\"" : letter == "‘" || letter == "’" ? "'" : letter;
  }
  return text;
}

bool is_mark(std::string_view letter) {
  for (const std::string_view mark : {"“", "”", "‘", "’", "\"", "'"})
    if (letter == mark) return true;
  return false;
}

// Whoever speaks safely is one of the two, or half of a name that a mark has cut; whoever is
// guessed at is so by words of the text that can speak.
void expect_known_speakers(const std::string& text) {
  SCOPED_TRACE(text);
  for (const Quote& quote : read_text(text).quotes) {
    if (!quote.speaker) continue;
    const std::string& name = quote.speaker->name;
    const bool is_known = std::string_view("Ana Lopes").find(name) != std::string_view::npos ||
                          std::string_view("Theo Marsh").find(name) != std::string_view::npos;
    // A mark before "reporters:" makes it a turn of a conversation.
    if (quote.grade == Grade::kA && quote.rule != "quote.turn") {
      EXPECT_TRUE(is_known) << name;
    }
    EXPECT_TRUE(name != "reporters" || quote.rule == "quote.turn");
    EXPECT_NE(name, "a");
  }
}

// Each mark left out, doubled, and turned into another one, one at a time.
TEST(BadInput, OneMarkIsWrong) {
  for (const std::string& text : {std::string(kCurly), straight(kCurly)})
    for (std::size_t i = 0; i < text.size(); i += text::decode(text, i).n_bytes) {
      const std::string letter = text.substr(i, text::decode(text, i).n_bytes);
      if (!is_mark(letter)) continue;
      for (const std::string& now : {std::string(), letter + letter, std::string("“"),
                                     std::string("”"), std::string("\""), std::string("'")})
        expect_known_speakers(text.substr(0, i) + now + text.substr(i + letter.size()));
    }
}

// One more mark at the begin or end of any word.
TEST(BadInput, OneMarkTooMany) {
  for (const std::string& text : {std::string(kCurly), straight(kCurly)})
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i > 0 && i < text.size() && text[i] != ' ' && text[i - 1] != ' ') continue;
      for (const char* mark : {"“", "”", "\"", "'", "«"})
        expect_known_speakers(text.substr(0, i) + mark + text.substr(i));
    }
}

// The first half of the text, and the second, cut at every letter.
TEST(BadInput, TextThatIsCut) {
  const std::string text(kCurly);
  for (std::size_t i = 0; i < text.size(); i += text::decode(text, i).n_bytes) {
    read_text(text.substr(0, i));
    read_text(text.substr(i));
  }
}

// Records and memory grow with the text and not faster: a square of it would not fit.
TEST(BadInput, ParagraphsOfNothingButMarks) {
  constexpr std::size_t kMarks = 200'000;
  for (const char* marks : {"“", "”", "\"", "'", "“”", "‘’", "“ ", "\" ", "“a", "\"a\" "}) {
    std::string text;
    for (std::size_t i = 0; i < kMarks; ++i) text += marks;
    const Read read = read_text(text);
    EXPECT_LE(read.quotes.size(), kMarks);
    EXPECT_THAT(speakers_of(read), IsEmpty()) << marks;
  }
}

TEST(BadInput, ManyCuesAndMarksInOneSentence) {
  constexpr std::size_t kTimes = 5'000;
  for (const char* words : {"said ", "he said, ", "“No,” he said, ", "Ana Lopes said that ",
                            "who said “no” to the mayor, ", "told her that it is, "}) {
    std::string text;
    for (std::size_t i = 0; i < kTimes; ++i) text += words;
    const Read read = read_text(text);
    EXPECT_LE(read.quotes.size(), 2 * kTimes) << words;
  }
}

TEST(BadInput, NothingButNames) {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += i % 3 == 0 ? "Ana Lopes\n\n" : i % 3 == 1 ? "Theo Marsh, Tess Arlow\n\n" : "Marsh ";
  const Read read = read_text(text);
  EXPECT_THAT(read.quotes, IsEmpty());
  EXPECT_FALSE(read.names.things.empty());
}

TEST(BadInput, NoWordsAtAll) {
  for (const char* text : {"", "\n\n", "…", "“”", "— “ — ” —", "?!"})
    EXPECT_THAT(read_text(text).quotes, IsEmpty()) << text;
}

TEST(BadInput, NameInCapitals) {
  const Read read = read_text("“We waited,” said ANA LOPES.\n\n“It is cold,” MARSH said.");
  ASSERT_THAT(read.quotes, SizeIs(2));
  ASSERT_TRUE(read.quotes[0].speaker.has_value());
  EXPECT_EQ(read.quotes[0].speaker->as, "ANA LOPES");
  if (read.quotes[1].speaker) {
    EXPECT_EQ(read.quotes[1].speaker->as, "MARSH");
  }
  read_text("“WE WAITED,” SAID ANA LOPES. “IT IS COLD,” SHE SAID, ACCORDING TO THE LEDGER.");
}

TEST(BadInput, TextFromRightToLeft) {
  // Not English: nobody is guessed at.
  EXPECT_THAT(speakers_of(read_text("قالت المديرة “انتظرنا سنوات” يوم الجمعة في مارل.")),
              IsEmpty());
  EXPECT_THAT(speakers_of(read_text("\"חיכינו שנים\" אמרה המנהלת ביום שישי במארל.")), IsEmpty());
  // With marks of direction around an English name, only that name may speak.
  for (const std::string& name :
       speakers_of(read_text("“انتظرنا سنوات,” said \u202BAna Lopes\u202C. “لا,” she said.")))
    EXPECT_EQ(name, "Ana Lopes");
}

}  // namespace
}  // namespace fabula::quotes
