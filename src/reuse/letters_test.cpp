// The letter tier as a whole: what it finds, what it must not, hostile input, the same result for
// any number of threads.
#include "reuse/letters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "reuse/letter_text.hpp"
#include "reuse/letters_test_pile.hpp"

namespace fabula::reuse {
namespace {

std::vector<LetterPassage> passages_in(const std::vector<std::string>& texts,
                                       const LetterOptions& options = {}, unsigned threads = 1) {
  std::vector<LetterText> views;
  for (const std::string& text : texts) views.push_back({text, true});
  auto found = find_letter_passages(views, options, {.threads = threads, .stop = {}});
  EXPECT_TRUE(found.has_value());
  return found ? *found : std::vector<LetterPassage>{};
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// What must hold for every passage, whatever was put in. For ASCII texts.
void expect_sound(const std::vector<std::string>& texts,
                  const std::vector<LetterPassage>& passages) {
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, Range>> used;
  for (const LetterPassage& passage : passages) {
    ASSERT_LT(passage.a, passage.b);
    ASSERT_LT(passage.b, texts.size());
    for (const auto& [text, range] : {std::pair(&texts[passage.a], passage.a_range),
                                      std::pair(&texts[passage.b], passage.b_range)}) {
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(range.end, text->size());
      EXPECT_TRUE(is_word_byte((*text)[range.begin]));
      EXPECT_TRUE(is_word_byte((*text)[range.end - 1]));
    }
    EXPECT_LE(passage.counts.words, passage.counts.aligned_words);
    EXPECT_LE(passage.counts.letters, passage.counts.aligned_letters);
    EXPECT_GE(std::uint64_t{passage.counts.letters} * 1000,
              std::uint64_t{passage.counts.aligned_letters} * 750);
    used.push_back({{passage.b, passage.a}, passage.b_range});
  }
  EXPECT_TRUE(std::is_sorted(used.begin(), used.end()));
  for (std::size_t i = 1; i < used.size(); ++i) {
    if (used[i].first != used[i - 1].first) continue;
    EXPECT_LE(used[i - 1].second.end, used[i].second.begin);
  }
}

const std::string kTold =
    "The council closed the old harbour bridge on Monday night after divers had found deep cracks"
    " in two of its pillars, and the ferry will run until the spring.";
const std::string kScanned =
    "The councll c1osed tbe o1d harb0ur brldge on Mondaynight aftcr divers had f0und decp crccks"
    " in two of its pi11ars, and tne ferry wlll run unti1 the sprlng.";

TEST(Letters, FindsAScannedCopyWithItsExactEnds) {
  const std::vector<std::string> texts{"Nothing here is printed anywhere else at all. " + kTold,
                                       kScanned + " Quite other matters follow after that."};
  const auto found = passages_in(texts);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(words_of(texts[0], found[0].a_range), kTold.substr(0, kTold.size() - 1));
  EXPECT_EQ(words_of(texts[1], found[0].b_range), kScanned.substr(0, kScanned.size() - 1));
  EXPECT_EQ(found[0].counts.words, 12U);
  EXPECT_EQ(found[0].counts.aligned_words, 29U);
}

TEST(Letters, IsSilentAboutWhatIsNotShared) {
  EXPECT_TRUE(passages_in({}).empty());
  EXPECT_TRUE(passages_in({""}).empty());
  EXPECT_TRUE(passages_in({"", "", "..."}).empty());
  EXPECT_TRUE(passages_in({kTold}).empty());
  EXPECT_TRUE(passages_in({kTold,
                           "A farmer of the upper valley sold his last herd of goats to a dairy in "
                           "the next county, where the grass is said to be better."})
                  .empty());
  // Shared, but too short to mean anything.
  EXPECT_TRUE(
      passages_in({"He spoke of the old harbour bridge.", "She saw the old harbour bridge."})
          .empty());
}

TEST(Letters, CleanTextsAreComparedWithNoisyOnesOnly) {
  const std::vector<LetterText> texts{{kTold, false}, {kTold, false}, {kScanned, true}};
  const auto found = find_letter_passages(texts, {}, {});
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), 2U);
  EXPECT_EQ((*found)[0].b, 2U);
  EXPECT_EQ((*found)[1].b, 2U);
}

TEST(Letters, OtherScripts) {
  const std::string cyrillic =
      "Вчера вечером городской совет закрыл старый мост через гавань, потому что водолазы нашли "
      "глубокие трещины в двух опорах";
  std::string misread = cyrillic;
  misread.replace(misread.find("совет"), 10, "сонет");
  misread.replace(misread.find("трещины"), 14, "трещииы");
  auto found = passages_in({cyrillic, "Слово. " + misread + ". Другое."});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].a_range, (Range{0, static_cast<std::uint32_t>(cyrillic.size())}));
  EXPECT_EQ(found[0].counts.words + 2, found[0].counts.aligned_words);

  const std::string han =
      "昨天晚上市政府因为潜水员在两个桥墩上发现了很深的裂缝而关闭了港口的旧桥"
      "渡船将一直运行到明年春天";
  found = passages_in({han, "报道。" + han});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].b_range.size(), han.size());
}

TEST(Letters, BytesThatAreNotText) {
  std::mt19937 random(5);
  std::vector<std::string> texts(20);
  for (std::string& text : texts)
    for (int i = 0; i < 3000; ++i) text += static_cast<char>(random() % 256);
  texts.push_back(texts.front());
  EXPECT_FALSE(passages_in(texts, {}, 2).empty());
}

TEST(Letters, FindsNearlyAllNoisyCopiesAndHardlyAnythingElse) {
  NoisyPileShape shape{.n_texts = 400};
  for (const std::uint32_t permille : {10U, 30U, 60U}) {
    shape.wrong_permille = permille;
    const LabelledPile pile = NoisyPileMaker(permille, shape).make();
    const auto found = find_letter_passages(views_of(pile), {}, {.threads = 2, .stop = {}});
    ASSERT_TRUE(found.has_value());
    const LetterScore score = score_letters(pile, *found);
    EXPECT_GE(score.found_words * 1000, score.copied_words * 970) << permille;
    EXPECT_GE(score.right_spans * 1000, score.spans * 997) << permille;
    EXPECT_GE(score.right_words * 1000, score.span_words * 997) << permille;
  }
}

// Smith and Waterman's table over all letters of both texts, cell by cell: half points of the best
// shared passage.
std::int32_t best_passage(const std::vector<Letter>& a, const std::vector<Letter>& b) {
  std::vector<std::int32_t> row(b.size() + 1, 0);
  std::int32_t best = 0;
  for (const Letter letter : a) {
    std::int32_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::int32_t step = same_letter(letter, b[j - 1]) ? 2 : -4;
      const std::int32_t here = std::max({diagonal + step, row[j] - 5, row[j - 1] - 5, 0});
      diagonal = row[j];
      row[j] = here;
      best = std::max(best, here);
    }
  }
  return best;
}

TEST(Letters, AgreesWithComparingEverythingWithEverything) {
  for (const unsigned seed : {1U, 2U}) {
    const NoisyPileShape shape{
        .n_texts = 16, .words_per_text = 120, .wrong_permille = 40, .longest_copy = 100};
    const LabelledPile pile = NoisyPileMaker(seed, shape).make();
    const auto found = find_letter_passages(views_of(pile), {}, {});
    ASSERT_TRUE(found.has_value());
    std::vector<std::vector<Letter>> letters(pile.texts.size());
    for (std::size_t t = 0; t < letters.size(); ++t) append_letters(pile.texts[t].text, letters[t]);
    for (std::uint32_t b = 0; b < letters.size(); ++b) {
      for (std::uint32_t a = 0; a < b; ++a) {
        const bool is_found = std::any_of(found->begin(), found->end(), [&](const auto& passage) {
          return passage.a == a && passage.b == b;
        });
        const std::int32_t points = best_passage(letters[a], letters[b]);
        // A chance reaches 50; eight words with few wrong letters, the least wanted, about 60.
        if (points >= 200) {
          EXPECT_TRUE(is_found) << seed << ": " << a << " and " << b;
        } else if (is_found) {
          EXPECT_GE(points, 40) << seed << ": " << a << " and " << b;
        }
      }
    }
  }
}

TEST(Letters, GivenPairsFindShorterPassages) {
  const NoisyPileShape shape{.n_texts = 300, .shortest_copy = 16, .longest_copy = 30};
  const LabelledPile pile = NoisyPileMaker(3, shape).make();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const CopiedStretch& copy : pile.copies) pairs.emplace_back(copy.from, copy.to);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  const auto texts = views_of(pile);
  const auto all = find_letter_passages(texts, {}, {});
  const auto some = compare_letters(texts, pairs, {}, {.threads = 3, .stop = {}});
  ASSERT_TRUE(all.has_value());
  ASSERT_TRUE(some.has_value());
  const LetterScore searched = score_letters(pile, *all);
  const LetterScore compared = score_letters(pile, *some);
  EXPECT_GE(compared.found_words, searched.found_words);
  EXPECT_GE(compared.found_words * 100, compared.copied_words * 90);
  EXPECT_GE(compared.right_spans * 1000, compared.spans * 997);
}

TEST(Letters, AnyNumberOfThreadsGivesTheSame) {
  const LabelledPile pile = NoisyPileMaker(9, {.n_texts = 300, .n_kinds = 3000}).make();
  std::vector<LetterText> texts = views_of(pile);
  for (std::size_t i = 0; i < texts.size(); i += 3) texts[i].noisy = false;
  const auto one = find_letter_passages(texts, {}, {.threads = 1, .stop = {}});
  const auto eight = find_letter_passages(texts, {}, {.threads = 8, .stop = {}});
  ASSERT_TRUE(one.has_value());
  EXPECT_FALSE(one->empty());
  EXPECT_EQ(*one, *eight);
  for (const LetterPassage& passage : *one)
    EXPECT_TRUE(texts[passage.a].noisy || texts[passage.b].noisy);
}

TEST(Letters, StopIsHeard) {
  std::stop_source stop;
  stop.request_stop();
  const std::vector<LetterText> texts{{kTold, true}, {kScanned, true}};
  const auto found = find_letter_passages(texts, {}, {.threads = 2, .stop = stop.get_token()});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, Errc::kInterrupted);
}

TEST(Letters, OneLetterAMillionTimes) {
  const std::string letters(1000000, 'a');
  std::string spaced;
  for (int i = 0; i < 500000; ++i) spaced += "a ";
  EXPECT_TRUE(passages_in({letters, letters, spaced, spaced, kTold}).empty());
}

TEST(Letters, OneSentenceManyTimesInATextIsOnePassage) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += kTold + " ";
  const std::vector<std::string> texts{many, many, kTold};
  const auto found = passages_in(texts);
  expect_sound(texts, found);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_GT(found[0].b_range.size(), many.size() * 9 / 10);
}

TEST(Letters, OneSentenceInManyTextsStaysLinear) {
  std::mt19937 random(1);
  const auto noisy = [&](std::string text) {
    for (char& c : text)
      if (c != ' ' && random() % 20 == 0) c = static_cast<char>('a' + random() % 26);
    return text;
  };
  std::vector<std::string> texts;
  for (int i = 0; i < 4000; ++i) texts.push_back(noisy(kTold + " " + kTold.substr(40)));
  const auto found = passages_in(texts, {}, 2);
  expect_sound(texts, found);
  EXPECT_GT(found.size(), texts.size());
  EXPECT_LT(found.size(), 2 * 8 * texts.size());
}

TEST(Letters, OneWordOfFiveMegabytes) {
  std::mt19937 random(2);
  std::string word;
  while (word.size() < 5000000) word += static_cast<char>('a' + random() % 26);
  std::string other = word;
  for (std::size_t i = 0; i < other.size(); i += 1 + random() % 40) other[i] = 'x';
  const std::vector<std::string> texts{word, "start " + other + " end"};
  const auto found = passages_in(texts);
  expect_sound(texts, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_GT(found[0].b_range.size(), word.size() - 100);
}

}  // namespace
}  // namespace fabula::reuse
