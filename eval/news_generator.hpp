// Invented news of any size, of which it is known who copied which words from whom.
//
//   NewsGenerator news({.seed = 7});
//   while (n_bytes < wanted) { const NewsArticle article = news.next(); ... }
//
// Articles come one after the other, by rising day of publication; a copy never comes before its
// parent. Everything is made of invented words (news/words.hpp). Half are originals, 20 % near
// copies of one parent (in chains), 20 % hold passages of 21 to 200 words of others between own
// words, 10 % hold quotations of 8 to 30 words. Some originals are stories of an agency, which many
// outlets print.
//
//   same on every machine   whole numbers only; article i depends on the seed, the options and i
//   memory                  the last `window` articles and the agencies' stories, about 12 kB each;
//                           nothing else grows
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "news/story.hpp"

namespace fabula::news {

// Shares are in 1,000.
struct NewsOptions {
  std::uint64_t seed = 1;
  // Kinds of articles; the rest are originals.
  std::uint32_t near_copies = 200;
  std::uint32_t partial_copies = 200;
  std::uint32_t quoting = 100;
  // Of copies.
  std::optional<std::uint32_t> word_edits =
      std::nullopt;                 // empty: 0 to 50 of near copies, 0 to 150 of passages
  std::uint32_t truncated = 500;    // near copies that lose their end
  std::uint32_t moved = 100;        // near copies with a paragraph moved
  std::uint32_t planted = 0;        // near copies, for each kind of planted edit
  std::uint32_t from_agency = 400;  // near copies with an agency's story for a parent
  std::uint32_t chained = 500;      // the others: of a copy of an agency's story
  std::uint32_t credited = 700;     // near copies of agencies' stories with their credit
  // Of all.
  std::uint32_t agency_stories = 40;   // originals
  bool agencies_in_pile = true;        // false: their stories are only known by their copies
  std::uint32_t noise = 0;             // letters exchanged at random, in each printing anew
  std::uint32_t footers = 400;         // articles that end with lines of their outlet
  std::uint32_t straight_marks = 300;  // outlets that print straight quotation marks
  std::uint32_t undated = 50;
  std::uint32_t wrong_dates = 0;  // stated dates that are up to `wrong_by_days` off
  std::uint32_t wrong_by_days = 15;
  // Sizes.
  std::uint32_t n_outlets = 300;
  std::uint32_t articles_per_day = 400;
  std::uint32_t original_words = 540;   // on average
  std::uint32_t window = 2000;          // parents are among so many articles before
  std::uint32_t n_agency_stories = 60;  // printed at the same time
};

enum class Kind : std::uint8_t { kOriginal, kAgency, kNearCopy, kPartialCopy, kQuoting };
[[nodiscard]] std::string_view name_of(Kind kind);

// Words [begin, end) of NewsArticle::words were copied from one parent.
struct CopiedWords {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t parent = 0;      // index of an article
  std::uint32_t n_taken = 0;     // words taken over, before they were edited
  std::uint32_t word_edits = 0;  // of 1,000 words
};

// Where and what a word is: see NewsWord.
struct PlacedWord {
  Range range;  // of NewsArticle::text, without marks
  std::uint32_t origin_article = kNobody;
  std::uint32_t origin_word = 0;
};

struct PlantedEdit {
  Planted kind = Planted::kNone;
  Range range;
};

struct NewsArticle {
  std::uint32_t index = 0;
  std::string id;  // 16 hexadecimal digits that say nothing about the order
  std::string outlet;
  std::string title;
  std::int32_t day = 0;                    // days since 1970-01-01
  std::optional<std::int32_t> stated_day;  // as printed
  std::string text;
  Kind kind = Kind::kOriginal;
  std::uint32_t parent = kNobody;  // of a near copy
  std::vector<PlacedWord> words;   // in text order
  std::vector<CopiedWords> copied;
  std::vector<PlantedEdit> edits;
};

class NewsGenerator {
 public:
  explicit NewsGenerator(const NewsOptions& options);
  // Requires fewer than 2^32 - 1 calls.
  [[nodiscard]] NewsArticle next();

 private:
  struct Known {
    std::uint32_t index = 0;
    std::uint32_t outlet = 0;
    std::string title;
    std::string credit;  // "VALE, June 11 (Meridian Wire)"; of an agency's story
    Story story;
  };
  struct Family {  // an agency's story and its latest copies
    Known wire;
    std::deque<std::uint32_t> copies;  // indexes of articles
  };
  struct Made;

  void make_original(Made& made);
  void make_near_copy(Made& made);
  void make_partial_copy(Made& made);
  void make_quoting(Made& made);
  void add_passage(Made& made, std::uint32_t n_words, bool is_quotation);
  void remember(Made& made);
  [[nodiscard]] const Known& any_known(Random& random) const;
  [[nodiscard]] const Known* known(std::uint32_t index) const;
  [[nodiscard]] std::int32_t day_of(std::uint32_t index) const;
  [[nodiscard]] NewsArticle print(Made& made) const;

  NewsOptions options_;
  Words words_;
  std::uint32_t n_made_ = 0;
  std::deque<Known> window_;
  std::deque<Family> families_;
};

}  // namespace fabula::news
