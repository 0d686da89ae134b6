#include "timeline/news_puts_right.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/one_of.hpp"
#include "text/word_flags.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

enum Sort : std::uint32_t {
  kLabel = 1,         // opens a note
  kTelling = 2,       // an article as one speaks of it
  kFormer = 4,        // before one: it is not this one
  kTold = 8,          // what an article does
  kFault = 16,        // what was wrong with it
  kBetween = 32,      // may stand between "not" and what it denies
  kPaper = 64,        // the outlet itself
  kSlight = 128,      // a fault only where it is plain that an article is spoken of
  kDenies = 256,      // may deny a value, or speak of the outlet itself
  kHints = 512,       // stands in other wordings of a correction
  kDetail = 1024,     // of what is told, what can be wrong
  kWithdraws = 8192,  // what is done with a number that was wrong
  kDesk = 4096,       // work of an outlet, before "error"
  kWhere = 2048,      // in the outlet: "given here", "in our columns"
};

const text::WordFlags& sorts() {
  static const text::WordFlags table = [] {
    text::WordFlags made(128);
    made.add(kLabel, "correction corrections clarification clarifications corrected erratum");
    made.add(kTelling,
             "article articles story report reports version account accounts post edition headline "
             "caption column piece item coverage dispatch");
    made.add(kFormer,
             "earlier previous previously first original originally initial initially "
             "prior former yesterday");
    made.add(kTold,
             "said reported stated gave given wrote called identified named listed described "
             "printed published put quoted attributed referred written ran carried misnamed");
    made.add(kFault,
             "wrong wrongly incorrect incorrectly mistakenly erroneous erroneously misstated "
             "misidentified misspelled misspelt misquoted misreported misattributed "
             "mischaracterized mischaracterised misdescribed inaccurate inaccurately contrary "
             "miscalculated misprinted misnamed overstated understated transposed garbled erred");
    made.add(kSlight, "mistake mistaken error errors falsely correct corrected");
    made.add(kBetween, "on in at of about the a an");
    made.add(kDenies, "not rather instead we this correcting corrects");
    made.add(kHints,
             "our regret regrets apologise apologises apologize apologizes read published printed "
             "these given stated quoted carried correct right wrong amended as should");
    made.add(kDetail,
             "figure figures number numbers age ages date day name names spelling total count toll "
             "sum amount title rank detail details line sentence paragraph quotation quote");
    made.add(kWhere,
             "here edition editions bulletin bulletins columns pages page morning evening "
             "yesterday earlier previously online newspaper paper site website story report "
             "article version account");
    made.add(kWithdraws,
             "withdrawn withdrew withdraws dropped corrected retracted amended scrapped discarded "
             "disproved disproven wrong incorrect mistaken unfounded");
    made.add(kDesk,
             "editing editorial typing typographical typesetting printing copying transcription "
             "proofreading subediting");
    made.add(kHints, "error errors mistake slip");
    made.add(kPaper, "newspaper paper site website magazine");
    return made;
  }();
  return table;
}

class Reader {
 public:
  Reader(std::span<const NewsWord> words, std::span<const ValueTold> values)
      : words_(words), values_(values) {
    sorts_.reserve(words.size());
    for (const NewsWord& word : words) sorts_.push_back(sorts().of(word.lower));
    for (const std::uint32_t sorts : sorts_) any_ |= sorts;
  }

  bool takes_back() const {
    if (words_.size() > 2 && is(0, kLabel) && is_one_of(at(1), ":", "(", ",", "-")) return true;
    // "owing to an editing error": of nobody else's making.
    for (std::size_t i = 1; i < words_.size(); ++i)
      if (is_one_of(at(i), "error", "errors", "mistake", "slip") && is(i - 1, kDesk)) return true;
    // "..., correcting an earlier figure".
    for (std::size_t i = 0; i + 2 < words_.size(); ++i)
      if (is_one_of(at(i), "correcting", "corrected", "corrects") && is(i + 2, kFormer))
        return true;
    if (is_sorry() || faults_detail() || gives_correct_one() || withdraws_former()) return true;
    if (denies_one() && denies_as_told()) return true;
    const bool is_other = names_other_telling();
    const bool is_this = speaks_of_this();
    if (!is_other && !is_this && !speaks_of_us()) return is_wrong_of_us() && denies_one();
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is(i, kFault) || ((is_other || is_this) && is(i, kSlight))) return true;
    return denies_one() || gives_another_value(is_other || is_this);
  }

 private:
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? words_[i].lower : std::string_view();
  }
  bool is(std::size_t i, std::uint32_t sort) const {
    return i < sorts_.size() && (sorts_[i] & sort) != 0;
  }
  // Is there a word of the sort?
  bool has(std::uint32_t sort) const { return (any_ & sort) != 0; }

  // "an earlier version of this story", "our first report", "an earlier article".
  bool names_other_telling() const {
    if (!has(kTelling)) return false;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!is(i, kFormer) || !is(i + 1, kTelling)) continue;
      if (i > 0 && at(i - 1) == "our") return true;
      if (is_one_of(at(i + 2), "of", "by", "in", "on") && is_one_of(at(i + 3), "this", "our"))
        return true;
      if (i > 0 && is_one_of(at(i - 1), "an", "a") && is(i + 2, kTold)) return true;
    }
    // "our report of Monday"; "an article published on Monday", "a story in these pages".
    for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
      if (!is(i + 1, kTelling)) continue;
      if (at(i) == "our") return true;
      if (is_one_of(at(i), "a", "an") &&
          (is_one_of(at(i + 2), "published", "printed") ||
           (at(i + 2) == "in" && is_one_of(at(i + 3), "these", "this", "our"))))
        return true;
    }
    return false;
  }

  // "this article misstated", "this story has been corrected".
  bool speaks_of_this() const {
    if (!has(kTelling | kPaper)) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (at(i) != "this" || !is(i + 1, kTelling | kPaper)) continue;
      if (is(i + 2, kTold | kFault | kFormer) || is(i + 3, kTold | kFault)) return true;
      if (is(i + 1, kTelling) && is(i + 4, kSlight)) return true;
    }
    return false;
  }

  // "we regret the error", "this paper apologises for the mistake", "the Ledger regrets the error";
  // "it should have read".
  bool is_sorry() const {
    constexpr std::size_t kReach = 5;
    constexpr std::size_t kShort = 8;  // words: somebody else who is sorry tells why
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (at(i) == "should" && at(i + 1) == "have" && at(i + 2) == "read") return true;
      if (!is_one_of(at(i), "regret", "regrets", "apologise", "apologises", "apologize",
                     "apologizes"))
        continue;
      if (at(i - 1) != "we" && !is(i - 1, kPaper) && words_.size() > kShort) continue;
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + kReach); ++k)
        if (is_one_of(at(k), "error", "errors")) return true;
    }
    return false;
  }

  // "An age given here on Monday was wrong", "the number of boats in our columns was incorrect";
  // "that figure was wrong".
  bool faults_detail() const {
    if (!has(kDetail)) return false;
    constexpr std::size_t kToFault = 14;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!is(i, kDetail)) continue;
      bool is_told =
          i > 0 && is_one_of(at(i - 1), "that", "this") && is_one_of(at(i + 1), "is", "was");
      bool is_here = is_told;
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + kToFault); ++k) {
        is_told = is_told || is(k, kTold) || is_one_of(at(k), "in", "from");
        is_here = is_here || is(k, kWhere);
        if (!is_told || !is_here || !is_one_of(at(k), "was", "were", "is", "are")) continue;
        const std::size_t fault =
            is_one_of(at(k + 1), "not", "therefore", "simply") ? k + 2 : k + 1;
        if (is(fault, kFault | kSlight) || (at(fault) == "in" && at(fault + 1) == "error") ||
            (at(fault) == "out" && at(fault + 1) == "of" && at(fault + 2) == "date"))
          return true;
      }
    }
    return false;
  }

  // "An earlier figure of 12 was withdrawn"; "An error crept into the list".
  bool withdraws_former() const {
    constexpr std::size_t kReach = 9;
    if (is_one_of(at(0), "an", "a") && is(1, kSlight) && is_one_of(at(2), "crept", "slipped"))
      return true;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!is(i, kFormer) || !is(i + 1, kDetail)) continue;
      for (std::size_t k = i + 2; k < std::min(words_.size(), i + kReach); ++k)
        if (is(k, kWithdraws)) return true;
    }
    return false;
  }

  // "The correct figure is 9", "the right spelling is"; "it should be 9", "her age should have been
  // given as 43".
  bool gives_correct_one() const {
    if (!has(kDetail)) return false;
    for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
      if (is_one_of(at(i), "correct", "right") && is(i + 1, kDetail) &&
          is_one_of(at(i + 2), "is", "was", "are"))
        return true;
      if (is(i, kDetail) && at(i + 1) == "should" && is_one_of(at(i + 2), "have", "read"))
        return at(i + 2) == "read" || is_one_of(at(i + 3), "been", "read");
    }
    return false;
  }

  // "Bell is 43, not 41 as printed": beside a value that is denied.
  bool denies_as_told() const {
    if (!has(kTold)) return false;
    constexpr std::size_t kReach = 6;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (at(i) != "as") continue;
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + kReach); ++k)
        if (is(k, kTold) && !is_one_of(at(k), "called", "named")) return true;
    }
    return false;
  }

  // "we wrongly gave", "whom we had called", "we had it wrong".
  bool speaks_of_us() const {
    constexpr std::size_t kReach = 4;
    constexpr std::size_t kToFault = 14;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (at(i) != "we") continue;
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + kReach); ++k)
        if (is(k, kTold)) return true;
      if (at(i + 1) != "had") continue;
      for (std::size_t k = i + 2; k < std::min(words_.size(), i + kToFault); ++k)
        if (at(k) == "wrong") return true;
    }
    return false;
  }

  // "We were wrong about how old she is: 43, and not 41."
  bool is_wrong_of_us() const {
    for (std::size_t i = 0; i + 2 < words_.size(); ++i)
      if (at(i) == "we" && at(i + 1) == "were" && is(i + 2, kFault | kSlight)) return true;
    return false;
  }

  bool denies_one() const {
    for (std::size_t v = 0; v < values_.size(); ++v)
      if (is_denied(words_, values_, v)) return true;
    return false;
  }

  // "... said 12 had died; the number is 9"; of what "we" told only numbers, and only told before:
  // "whom we had called 41, is 43".
  bool gives_another_value(bool is_of_article) const {
    const bool is_past = std::ranges::any_of(words_, [&](const NewsWord& word) {
      return word.lower == "had" || (is_of_article && is_one_of(word.lower, "said", "gave",
                                                                "called", "stated", "reported"));
    });
    for (std::size_t v = 1; is_past && v < values_.size(); ++v) {
      if (values_[v - 1].is_time != values_[v].is_time) continue;
      if (values_[v].is_time && !is_of_article) continue;
      for (std::size_t i = values_[v - 1].last; i < values_[v].first; ++i)
        if (is_one_of(at(i), "is", "was", "are", "were", "has", "it", "they")) return true;
    }
    return false;
  }

  std::span<const NewsWord> words_;
  std::span<const ValueTold> values_;
  std::vector<std::uint32_t> sorts_;  // of each word
  std::uint32_t any_ = 0;             // of all words
};

}  // namespace

bool may_put_right(std::span<const NewsWord> words) {
  constexpr std::uint32_t kOpens = kLabel | kFormer | kDenies | kHints;
  return std::ranges::any_of(
      words, [](const NewsWord& word) { return (sorts().of(word.lower) & kOpens) != 0; });
}

bool is_denied(std::span<const NewsWord> words, std::span<const ValueTold> values,
               std::size_t value) {
  std::size_t i = values[value].first;
  while (i > 0 && (sorts().of(words[i - 1].lower) & kBetween) != 0) --i;
  if (i == 0) return false;
  const std::string_view before = words[i - 1].lower;
  const bool is_said = before == "not" || before == "instead" ||
                       (before == "than" && i > 1 && words[i - 2].lower == "rather");
  if (!is_said) return false;
  return std::ranges::any_of(values, [&](const ValueTold& other) {
    return other.first != values[value].first && other.is_time == values[value].is_time;
  });
}

bool takes_back(std::span<const NewsWord> words, std::span<const ValueTold> values) {
  return Reader(words, values).takes_back();
}

}  // namespace fabula::timeline
