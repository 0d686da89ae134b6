// The table of all pairs of words, filled from the ends, so that the way through it is read from
// the front: the most equal words, and of the ways that have so many the one with the fewest runs.
// A part of a statement is then one stretch of it, not words picked from all over.
#include "render/word_changes.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace fabula::render {
namespace {

constexpr std::size_t kMostPairs = std::size_t{1} << 20;
// What a pair of equal words counts, and what a run of them costs; runs never outweigh a word.
constexpr std::int32_t kPair = 1 << 13, kRun = 1;

class Between {
 public:
  Between(const WordPlaces& was, const WordPlaces& now) : was_(was), now_(now) {
    if (is_small()) return;
    while (head_ < std::min(n_was_, n_now_) && was.word(head_) == now.word(head_)) ++head_;
    n_was_ -= head_;
    n_now_ -= head_;
    while (n_was_ > 0 && n_now_ > 0 &&
           was.word(head_ + n_was_ - 1) == now.word(head_ + n_now_ - 1)) {
      --n_was_;
      --n_now_;
    }
  }

  std::vector<EqualWords> run() {
    add({0, 0, head_});
    if (is_small()) {
      fill();
      walk();
    }
    const std::size_t tail = head_ + n_was_;
    add({tail, head_ + n_now_, was_.size() - tail});
    return std::move(runs_);
  }

 private:
  // The best of what begins at one word of each, when the words before them are no pair, and when
  // they are one, so that the run goes on.
  struct Best {
    std::int32_t fresh = 0, going_on = 0;
  };

  bool is_small() const { return n_was_ == 0 || n_now_ <= kMostPairs / n_was_; }
  bool is_equal(std::size_t i, std::size_t j) const {
    return was_.word(head_ + i) == now_.word(head_ + j);
  }
  Best& best(std::size_t i, std::size_t j) { return table_[i * (n_now_ + 1) + j]; }

  void fill() {
    table_.assign((n_was_ + 1) * (n_now_ + 1), {});
    for (std::size_t i = n_was_; i-- > 0;)
      for (std::size_t j = n_now_; j-- > 0;) {
        Best& here = best(i, j);
        here.fresh = here.going_on = std::max(best(i + 1, j).fresh, best(i, j + 1).fresh);
        if (!is_equal(i, j)) continue;
        const std::int32_t with_pair = best(i + 1, j + 1).going_on + kPair;
        here.fresh = std::max(here.fresh, with_pair - kRun);
        here.going_on = std::max(here.going_on, with_pair);
      }
  }

  void walk() {
    bool is_going_on = false;
    for (std::size_t i = 0, j = 0; i < n_was_ && j < n_now_;) {
      const std::int32_t most = is_going_on ? best(i, j).going_on : best(i, j).fresh;
      const bool is_pair =
          is_equal(i, j) && best(i + 1, j + 1).going_on + kPair - (is_going_on ? 0 : kRun) == most;
      if (is_pair)
        add({head_ + i++, head_ + j++, 1});
      else if (best(i, j + 1).fresh == most)
        ++j;
      else
        ++i;
      is_going_on = is_pair;
    }
  }

  void add(EqualWords run) {
    if (run.n == 0) return;
    if (!runs_.empty() && runs_.back().was + runs_.back().n == run.was &&
        runs_.back().now + runs_.back().n == run.now)
      runs_.back().n += run.n;
    else
      runs_.push_back(run);
  }

  const WordPlaces& was_;
  const WordPlaces& now_;
  std::size_t head_ = 0;                                   // equal words before what is compared
  std::size_t n_was_ = was_.size(), n_now_ = now_.size();  // words that are compared
  std::vector<Best> table_;
  std::vector<EqualWords> runs_;
};

// Single words between two exchanges are no longer equal.
std::vector<EqualWords> without_lone_words(const std::vector<EqualWords>& runs,
                                           const WordPlaces& was, const WordPlaces& now) {
  std::vector<EqualWords> kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const EqualWords& run = runs[i];
    const EqualWords before = kept.empty() ? EqualWords{} : kept.back();
    const EqualWords after =
        i + 1 < runs.size() ? runs[i + 1] : EqualWords{was.size(), now.size(), 0};
    const bool is_lone = run.n == 1 && run.was > before.was + before.n &&
                         run.now > before.now + before.n && after.was > run.was + 1 &&
                         after.now > run.now + 1;
    if (!is_lone) kept.push_back(run);
  }
  return kept;
}

// Words [first, last) of `places` in `text`, with the brackets that touch them.
Range with_brackets(std::string_view text, const WordPlaces& places, std::size_t first,
                    std::size_t last) {
  Range range = places.stretch(first, last);
  while (range.begin > 0 && (text[range.begin - 1] == '[' || text[range.begin - 1] == '('))
    --range.begin;
  while (range.end < text.size() && (text[range.end] == ']' || text[range.end] == ')')) ++range.end;
  return range;
}

class Reader {
 public:
  Reader(std::string_view was, std::string_view now)
      : was_(was), now_(now), was_words_(was), now_words_(now) {}

  std::vector<Piece> run() {
    std::vector<EqualWords> runs =
        without_lone_words(equal_words(was_words_, now_words_), was_words_, now_words_);
    runs.push_back({was_words_.size(), now_words_.size(), 0});
    for (const EqualWords& next : runs) {
      change(next);
      was_at_ = next.was + next.n;
      now_at_ = next.now + next.n;
    }
    add(Change::kNone, now_.substr(shown_));
    return std::move(pieces_);
  }

 private:
  // What stands before the equal words `next` and behind those before them.
  void change(const EqualWords& next) {
    const bool is_cut = next.was > was_at_;
    if (next.now > now_at_) {
      const Range put_in = with_brackets(now_, now_words_, now_at_, next.now);
      add(Change::kNone, now_.substr(shown_, put_in.begin - shown_));
      if (is_cut) cut(next.was);
      add(Change::kPutIn, fabula::words_of(now_, put_in));
      shown_ = put_in.end;
    } else if (is_cut && now_at_ == 0) {  // the first words: the others stand behind them
      cut(next.was);
      if (!now_.empty()) add(Change::kNone, " ");
    } else if (is_cut) {  // right behind the word before, in front of its marks
      const std::size_t end = now_words_.place(now_at_ - 1).end;
      add(Change::kNone, now_.substr(shown_, end - shown_));
      add(Change::kNone, " ");
      cut(next.was);
      shown_ = end;
    }
  }

  void cut(std::size_t end) {
    add(Change::kCut, fabula::words_of(was_, with_brackets(was_, was_words_, was_at_, end)));
  }

  void add(Change change, std::string_view words) {
    if (words.empty()) return;
    if (!pieces_.empty() && pieces_.back().change == change)
      pieces_.back().words += words;
    else
      pieces_.push_back({change, std::string(words)});
  }

  std::string_view was_, now_;
  WordPlaces was_words_, now_words_;
  std::size_t was_at_ = 0, now_at_ = 0;  // words told
  std::size_t shown_ = 0;                // bytes of now_ written
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<EqualWords> equal_words(const WordPlaces& was, const WordPlaces& now) {
  return Between(was, now).run();
}

std::vector<Piece> word_changes(std::string_view was, std::string_view now) {
  return Reader(was, now).run();
}

bool has_changes(const std::vector<Piece>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return piece.change != Change::kNone; });
}

}  // namespace fabula::render
