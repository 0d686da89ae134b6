#include "news/story.hpp"

#include <array>

namespace fabula::news {
namespace {

// Per thousand places of a sentence. Chosen so that in 100 MB of originals about as many runs of 5
// words stand once as in real news.
constexpr std::uint32_t kPhraseShare = 70;
constexpr std::uint32_t kNameShare = 25;
constexpr std::uint32_t kNumberShare = 15;
constexpr std::uint32_t kFunctionShare = 450;
constexpr std::uint32_t kCommaShare = 50;
constexpr std::uint32_t kDashShare = 4;
constexpr std::uint32_t kPossessiveShare = 12;
constexpr std::uint32_t kQuotedSentences = 150;
constexpr std::uint32_t kPhrases = 200'000;
constexpr std::uint32_t kPeople = 50'000;

}  // namespace

std::string_view name_of(Planted planted) {
  constexpr std::array<std::string_view, kPlantedKinds> kNames{
      "none",   "sic",      "ellipsis",        "bracket", "censor",
      "number", "spelling", "split-quotation", "moved",   "marks"};
  return kNames[static_cast<std::size_t>(planted)];
}

NewsWord Writer::word(WordNumber number) {
  NewsWord made;
  made.word = number;
  made.origin_article = article_;
  made.origin_word = n_written_++;
  return made;
}

NewsWord Writer::any_word(Random& random) {
  if (random.permille(kNumberShare)) {
    NewsWord number =
        word(random.permille(500) ? random.between(2, 99) : 1000 * random.between(1, 99));
    number.form = Form::kNumberCommas;
    return number;
  }
  if (random.permille(kFunctionShare)) return word(words_.function_word(random));
  NewsWord made = word(words_.content_word(random));
  if (random.permille(kPossessiveShare)) made.form = Form::kPossessive;
  return made;
}

void Writer::add_name(Story& story, Random& random) {
  Random person(0x9e15, random.zipf(3, kPeople));  // the same number is the same name
  for (int i = 0; i < 2; ++i) {
    story.push_back(word(words_.name_word(person)));
    story.back().is_capital = true;
  }
}

void Writer::add_attribution(Story& story, Random& random) {
  add_name(story, random);
  NewsWord said = word(0);
  while (words_.text(said.word) != "said") ++said.word;
  story.push_back(said);
}

// A phrase is its number: the same words each time.
void Writer::add_phrase(Story& story, Random& random) {
  Random phrase(0xf7a5, random.zipf(6, kPhrases));
  for (auto n = phrase.between(4, 7); n > 0; --n)
    story.push_back(
        word(phrase.permille(600) ? words_.function_word(phrase) : words_.content_word(phrase)));
}

void Writer::add_words(Story& story, std::uint32_t n_words, Random& random) {
  const std::size_t end = story.size() + n_words;
  while (story.size() < end) {
    const std::uint32_t draw = random.below(1000);
    if (draw < kPhraseShare) {
      add_phrase(story, random);
    } else if (draw < kPhraseShare + kNameShare) {
      add_name(story, random);
    } else {
      story.push_back(any_word(random));
    }
    if (random.permille(kCommaShare)) {
      story.back().mark = Mark::kComma;
    } else if (random.permille(kDashShare)) {
      story.back().mark = Mark::kDash;
    }
  }
}

void Writer::add_sentence(Story& story, Random& random) {
  const std::size_t begin = story.size();
  const bool is_quoted = random.permille(kQuotedSentences);
  add_words(story, random.between(8, 30), random);
  story[begin].is_capital = true;
  if (is_quoted) {
    story[begin].opens_quotation = true;
    story.back().closes_quotation = true;
    story.back().mark = Mark::kComma;
    add_attribution(story, random);
  }
  story.back().mark = Mark::kStop;
}

Story Writer::write(std::uint32_t n_words, Random& random) {
  Story story;
  story.reserve(n_words + 40);
  while (story.size() < n_words) {
    const std::size_t begin = story.size();
    for (auto n = random.between(1, 4); n > 0 && story.size() < n_words; --n)
      add_sentence(story, random);
    story[begin].begins_paragraph = true;
  }
  return story;
}

}  // namespace fabula::news
