// How fast is the store? Writes a generated pile, reads it back, searches and verifies it.
//
//   store_bench [N_ARTICLES] [FOLDER]        default: 5000 articles, the system's temporary folder
//
// Articles have about 6 kB and 48 sentences of generated words, and as many records as news has.
// Prints one line a step: seconds, and megabytes of article text a second.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "store/store.hpp"

namespace {

using fabula::AnnotatedArticle;
using fabula::Capture;
using fabula::Pile;
using fabula::Range;
using fabula::store::Mode;
using fabula::store::Row;
using fabula::store::Store;

constexpr int kSentences = 48;
constexpr int kWordsInSentence = 20;
constexpr std::size_t kBatch = 512;

// Made-up words, the first ones far more frequent than the last, as in any language.
class Words {
 public:
  explicit Words(std::mt19937& random) : random_(random) {
    for (int i = 0; i < 60'000; ++i) words_.push_back(made_up());
  }
  const std::string& next() {
    const double share = std::uniform_real_distribution<>(0, 1)(random_);
    const double rank = std::pow(static_cast<double>(words_.size()), share) - 1;
    return words_[static_cast<std::size_t>(rank)];
  }

 private:
  std::string made_up() {
    static constexpr std::string_view kConsonants = "bcdfghklmnprstvw";
    static constexpr std::string_view kVowels = "aeiou";
    std::string word;
    const unsigned n_syllables = 1 + random_() % 4;
    for (unsigned i = 0; i < n_syllables; ++i) {
      word += kConsonants[random_() % kConsonants.size()];
      word += kVowels[random_() % kVowels.size()];
    }
    return word;
  }
  std::mt19937& random_;
  std::vector<std::string> words_;
};

struct Made {
  Capture capture;
  AnnotatedArticle annotated;
};

void add_records(AnnotatedArticle& out, int i, Range sentence) {
  const Range some{sentence.begin, sentence.begin + 5};
  if (i % 3 == 0)
    out.names.mentions.push_back({some, static_cast<std::uint32_t>(i / 6), "name.full"});
  if (i % 6 == 0) {
    fabula::NamedThing thing;
    thing.name = "Name Number " + std::to_string(i);
    thing.forms = {"Name Number " + std::to_string(i), "Number"};
    out.names.things.push_back(thing);
  }
  if (i % 6 == 1) {
    out.segmentation.quoted.push_back(
        {sentence, {sentence.begin + 1, sentence.end - 1}, static_cast<std::uint32_t>(i / 3)});
    fabula::Quote quote;
    quote.range = {sentence.begin + 1, sentence.end - 1};
    quote.parts = {quote.range};
    quote.speaker = fabula::Speaker{0, "Name Number 0", "Number", some};
    quote.grade = fabula::Grade::kA;
    quote.cue = some;
    quote.rule = "quote.cue-after";
    out.quotes.push_back(quote);
  }
  if (i % 7 == 0) {
    fabula::TimeExpression time;
    time.range = some;
    time.value = "2024-03-11";
    time.when = fabula::when_day(fabula::Day{std::chrono::days{19793}});
    time.anchor = "published";
    time.rule = "time.weekday-last";
    out.times.push_back(time);
  }
}

Made made_article(std::size_t number, Words& words) {
  Made made;
  AnnotatedArticle& out = made.annotated;
  std::string& text = out.article.text;
  for (int i = 0; i < kSentences; ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    for (int j = 0; j < kWordsInSentence; ++j) text += words.next() + ' ';
    text.back() = '.';
    const Range sentence{begin, static_cast<std::uint32_t>(text.size())};
    out.segmentation.sentences.push_back({sentence, static_cast<std::uint32_t>(i / 3)});
    if (i % 3 == 0) out.article.paragraphs.push_back({sentence, fabula::Role::kBody, "role.body"});
    out.article.paragraphs.back().range.end = sentence.end;
    add_records(out, i, sentence);
    text += i % 3 == 2 ? '\n' : ' ';
  }
  made.capture.bytes = text;
  made.capture.sha256 = fabula::sha256_hex(text);
  made.capture.sources = {"pile.jsonl:" + std::to_string(number)};
  made.capture.encoding = "UTF-8";
  out.article.sources = made.capture.sources;
  out.article.capture_sha256 = out.article.sha256 = made.capture.sha256;
  out.article.id = fabula::article_id(made.capture.sha256);
  out.article.title = "Made up article " + std::to_string(number);
  return made;
}

// Runs one step and prints how long it took; ends the program when it fails.
void timed(const char* name, double megabytes, const std::function<fabula::Result<void>()>& step) {
  const auto before = std::chrono::steady_clock::now();
  const auto done = step();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
  if (!done) {
    std::fprintf(stderr, "%s: %s\n", name, done.error().what.c_str());
    std::exit(1);
  }
  std::printf("%-24s %7.3f s %8.1f MB/s\n", name, seconds.count(), megabytes / seconds.count());
}

fabula::Result<void> in_batches(Store& store, std::size_t n,
                                const std::function<fabula::Result<void>(std::size_t)>& put) {
  for (std::size_t begin = 0; begin < n; begin += kBatch) {
    FABULA_TRY_VOID(store.begin());
    for (std::size_t i = begin; i < std::min(n, begin + kBatch); ++i) FABULA_TRY_VOID(put(i));
    FABULA_TRY_VOID(store.commit());
  }
  return {};
}

void measure(const std::string& path, std::size_t n_articles) {
  std::mt19937 random(7);
  Words words(random);
  std::vector<Made> made;
  double megabytes = 0;
  for (std::size_t i = 0; i < n_articles; ++i) {
    made.push_back(made_article(i, words));
    megabytes += static_cast<double>(made.back().capture.bytes.size()) / 1e6;
  }
  std::printf("%zu articles, %.1f MB of text\n", n_articles, megabytes);
  std::vector<Row> rows(n_articles);
  Pile pile;
  auto store = Store::open(path, Mode::kCreateOrContinue);
  if (!store) std::exit(1);
  timed("put articles", megabytes, [&] {
    return in_batches(*store, n_articles, [&](std::size_t i) -> fabula::Result<void> {
      FABULA_TRY(rows[i], store->put_article(made[i].capture, made[i].annotated.article));
      return {};
    });
  });
  timed("put layers", megabytes, [&] {
    return in_batches(*store, n_articles,
                      [&](std::size_t i) { return store->put_layers(rows[i], made[i].annotated); });
  });
  made.clear();
  timed("read one by one", megabytes, [&]() -> fabula::Result<void> {
    for (const Row row : rows) {
      FABULA_TRY([[maybe_unused]] const auto article,
                 store->read_article(row, Store::Roles::kExtracted));
    }
    return {};
  });
  timed("read articles", megabytes, [&]() -> fabula::Result<void> {
    FABULA_TRY(pile.articles, store->read_articles(&rows));
    return {};
  });
  timed("put pile (full text)", megabytes, [&]() -> fabula::Result<void> {
    FABULA_TRY_VOID(store->begin());
    FABULA_TRY_VOID(store->index_texts());
    FABULA_TRY_VOID(store->put_pile(pile, rows));
    FABULA_TRY_VOID(store->put_news(pile.news, rows));
    return store->commit();
  });
  timed("put pile again", megabytes, [&]() -> fabula::Result<void> {
    FABULA_TRY_VOID(store->begin());
    FABULA_TRY_VOID(store->index_texts());
    FABULA_TRY_VOID(store->put_pile(pile, rows));
    FABULA_TRY_VOID(store->put_news(pile.news, rows));
    return store->commit();
  });
  timed("search", megabytes, [&]() -> fabula::Result<void> {
    FABULA_TRY([[maybe_unused]] const auto found, store->search("ba be", 20));
    return {};
  });
  timed("verify", megabytes, [&]() -> fabula::Result<void> {
    FABULA_TRY(const auto faults, store->verify());
    if (!faults.empty()) std::printf("  %zu faults: %s\n", faults.size(), faults[0].c_str());
    return {};
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t n_articles = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 5000;
  const std::filesystem::path folder =
      argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path();
  const std::string path = folder / "store_bench.fabula";
  std::filesystem::remove(path);
  measure(path, n_articles);
  std::printf("%-24s %7.1f MB\n", "file",
              static_cast<double>(std::filesystem::file_size(path)) / 1e6);
  std::filesystem::remove(path);
}
