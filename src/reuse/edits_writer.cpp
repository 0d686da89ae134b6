// Both tellings are walked from one word that both have to the next. What stands between two such
// words is compared mark by mark; changes with words on both sides take their own bytes; words that
// only one side has take the marks that came and went with them:
//
//   a   bridge , built in 1931 , was        gap of a:  ", built in 1931, "
//   b   bridge                   was        gap of b:  " "           cut: ", built in 1931,"
#include "reuse/edits_writer.hpp"

#include <algorithm>
#include <string>

#include "reuse/edits_marks.hpp"
#include "reuse/edits_repair.hpp"
#include "text/fold.hpp"

namespace fabula::reuse {
namespace {

bool is_one_sided(const Change& change) {
  return change.a.empty() || change.b.empty() || change.op == "ellipsis" || change.op == "restored";
}

bool is_blank(const TextEdit& edit) { return edit.op == "mark" || edit.op == "space"; }

std::string_view piece(const Telling& telling, std::uint32_t begin, std::uint32_t end) {
  return telling.text.substr(begin, end - begin);
}

// A sign among the marks of one side for words of the other: "%" for "per cent", "&" for "and".
std::string_view sign_op(std::string_view words, std::string_view signs) {
  const auto has = [&](char sign) { return signs.find(sign) != std::string_view::npos; };
  const bool percent = has('%');
  if (!percent && !has('&')) return {};
  const std::string folded = text::fold(words).text;
  if (percent && (folded == "per cent" || folded == "percent" || folded == "pct")) return "number";
  return has('&') && folded == "and" ? "spelling" : std::string_view{};
}

bool is_word_byte(char c) {
  return (c & 0x80) != 0 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

}  // namespace

void ScriptWriter::write(const Telling& a, const Telling& b, std::vector<WordPair>& pairs,
                         std::vector<TextEdit>& edits) {
  a_ = &a;
  b_ = &b;
  edits_ = &edits;
  repair_pairs(a, b, pairs);
  type_changes(pairs);
  join_changes(a, b, changes_, pairs);
  done_ = {a.range.begin, b.range.begin};
  waiting_.clear();
  std::size_t next_pair = 0;
  for (const Change& change : changes_) {
    next_pair = write_equal_words(pairs, next_pair, &change);
    if (is_one_sided(change)) {
      waiting_.push_back(change);
      continue;
    }
    close_gap(change.a.begin, change.b.begin);
    emit(change.op, change.a, change.b);
    done_ = {change.a.end, change.b.end};
  }
  write_equal_words(pairs, next_pair, nullptr);
  close_gap(a.range.end, b.range.end);
}

// The stretches that no pair covers.
void ScriptWriter::type_changes(const std::vector<WordPair>& pairs) {
  changes_.clear();
  const auto n_a = static_cast<std::uint32_t>(a_->words.size());
  const auto n_b = static_cast<std::uint32_t>(b_->words.size());
  WordPair next{0, 0};  // words from here on
  Range bytes{a_->range.begin, b_->range.begin};
  const auto type_until = [&](WordPair end, std::uint32_t a_end, std::uint32_t b_end) {
    if (next.a == end.a && next.b == end.b) return;
    typer_.type(*a_, {next.a, end.a}, {bytes.begin, a_end}, *b_, {next.b, end.b},
                {bytes.end, b_end}, changes_);
  };
  for (const WordPair& pair : pairs) {
    const Range word_a = a_->words[pair.a].range;
    const Range word_b = b_->words[pair.b].range;
    type_until(pair, word_a.begin, word_b.begin);
    next = {pair.a + 1, pair.b + 1};
    bytes = {word_a.end, word_b.end};
  }
  type_until({n_a, n_b}, a_->range.end, b_->range.end);
}

// Writes the pairs from `first` on that stand before `next`; returns the first of the others.
std::size_t ScriptWriter::write_equal_words(const std::vector<WordPair>& pairs, std::size_t first,
                                            const Change* next) {
  const auto is_before = [&](const WordPair& pair) {
    return next == nullptr || (pair.a < next->a_words.begin) || (pair.b < next->b_words.begin);
  };
  std::size_t end = first;
  while (end < pairs.size() && is_before(pairs[end])) ++end;
  bool follows_case = false;  // the word before is the last of an edit of case
  for (std::size_t i = first; i < end; ++i) {
    const Range a = a_->words[pairs[i].a].range;
    const Range b = b_->words[pairs[i].b].range;
    const bool gap_is_equal =
        waiting_.empty() && piece(*a_, done_.begin, a.begin) == piece(*b_, done_.end, b.begin);
    if (!gap_is_equal) close_gap(a.begin, b.begin);
    done_ = {a.end, b.end};
    const std::string_view was = words_of(a_->text, a);
    const std::string_view now = words_of(b_->text, b);
    if (was == now) {
      follows_case = false;
      i = last_of_equal(pairs, i, end);
      done_ = {a_->words[pairs[i].a].range.end, b_->words[pairs[i].b].range.end};
      continue;
    }
    const std::string_view op = writing_op(was, now);
    if (op == "case" && follows_case && gap_is_equal) {
      edits_->back().a.end = a.end;
      edits_->back().b.end = b.end;
    } else {
      emit(op, a, b);
    }
    follows_case = op == "case";
  }
  return end;
}

// Pair `i` is of equal words: the last one before `end` up to which all bytes are equal. Both
// words of a pair grow from pair to pair, so those that follow one another on both sides come
// first.
std::size_t ScriptWriter::last_of_equal(const std::vector<WordPair>& pairs, std::size_t i,
                                        std::size_t end) const {
  const std::uint32_t a_begin = a_->words[pairs[i].a].range.begin;
  const std::uint32_t b_begin = b_->words[pairs[i].b].range.begin;
  const std::uint32_t n = count_equal_bytes(words_of(a_->text, {a_begin, a_->range.end}),
                                            words_of(b_->text, {b_begin, b_->range.end}));
  const auto n_words = static_cast<std::uint32_t>(end - i);
  std::uint32_t last = 0;  // is equal
  for (std::uint32_t behind = n_words; behind - last > 1;) {
    const std::uint32_t middle = (last + behind) / 2;
    const WordPair pair = pairs[i + middle];
    const bool is_equal = pair.a == pairs[i].a + middle && pair.b == pairs[i].b + middle &&
                          a_->words[pair.a].range.end - a_begin <= n &&
                          b_->words[pair.b].range.end - b_begin <= n;
    (is_equal ? last : behind) = middle;
  }
  return i + last;
}

// From the last word of both to the next: only marks, or words of one side too.
void ScriptWriter::close_gap(std::uint32_t a_begin, std::uint32_t b_begin) {
  const Range a{done_.begin, a_begin};
  const Range b{done_.end, b_begin};
  if (waiting_.empty()) {
    write_between(a, b);
  } else {
    write_one_sided(a, b);
    waiting_.clear();
  }
  done_ = {a_begin, b_begin};
}

void ScriptWriter::write_one_sided(Range a, Range b) {
  const std::string_view was = words_of(a_->text, a);
  const std::string_view now = words_of(b_->text, b);
  if (waiting_.size() == 1) {
    Change& only = waiting_.front();
    if ((only.op == "insert" && is_attribution(now)) || (only.op == "cut" && is_attribution(was)))
      only.op = "attribution";
  }
  // Where the marks of both gaps agree at both ends, one end keeps them: the head when a sentence
  // ends there, so that a whole sentence goes with the space behind it.
  const auto limit = [](Range gap, Range words, bool head) {
    if (words.empty()) return gap.size();
    return head ? words.begin - gap.begin : gap.end - words.end;
  };
  const auto core = [&](Range Change::* side) {
    Range all;
    for (const Change& change : waiting_) {
      const Range one = change.*side;
      if (one.empty()) continue;
      all = {all.empty() ? one.begin : all.begin, one.end};
    }
    return all;
  };
  const Range core_a = core(&Change::a);
  const Range core_b = core(&Change::b);
  std::uint32_t head =
      common_head(was, now, std::min(limit(a, core_a, true), limit(b, core_b, true)));
  std::uint32_t tail =
      common_tail(was, now, std::min(limit(a, core_a, false), limit(b, core_b, false)));
  const std::uint32_t room = std::min(a.size(), b.size());
  bool keep_head = border_strength(was.substr(0, head)) >= 3;
  if (head + tail > room) {
    if (keep_head) {
      tail = common_tail(was, now, std::min(tail, room - head));
    } else {
      head = common_head(was, now, std::min(head, room - tail));
    }
  }
  write_pieces({a.begin + head, a.end - tail}, {b.begin + head, b.end - tail},
               keep_head || (head > 0 && tail == 0));
}

// Cuts the rest of a gap at the waiting changes; `keep_head`: each takes the marks behind it.
void ScriptWriter::write_pieces(Range a, Range b, bool keep_head) {
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const Change& change = waiting_[i];
    Range here_a{a.begin, a.end};
    Range here_b{b.begin, b.end};
    if (i + 1 < waiting_.size()) {
      const Change& next = waiting_[i + 1];
      const auto cut = [&](Range rest, Range own, Range following) {
        if (keep_head && !following.empty()) return std::max(rest.begin, following.begin);
        return own.empty() ? rest.begin : own.end;
      };
      here_a.end = cut(a, change.a, next.a);
      here_b.end = cut(b, change.b, next.b);
    }
    a.begin = here_a.end;
    b.begin = here_b.end;
    // Of a plain cut nothing may be left on the other side: marks that stand there are an edit of
    // their own, for marks before the words, or else behind them.
    const bool takes_both =
        change.op == "ellipsis" || change.op == "restored" || change.op == "attribution";
    const bool is_cut = change.b.empty();
    const Range other = is_cut ? here_b : here_a;
    if (takes_both || other.empty()) {
      emit(change.op, here_a, here_b);
      continue;
    }
    Range& mine = is_cut ? here_a : here_b;
    const Range words = is_cut ? change.a : change.b;
    const std::string_view written = words_of(is_cut ? a_->text : b_->text, words);
    const std::string_view signs = words_of(is_cut ? b_->text : a_->text, other);
    if (const std::string_view op = sign_op(written, signs); !op.empty()) {
      emit(op, here_a, here_b);
      continue;
    }
    const Range before{mine.begin, words.begin};
    const Range behind{words.end, mine.end};
    if (!before.empty() || behind.empty()) {
      is_cut ? write_between(before, here_b) : write_between(here_a, before);
      const Range rest{words.begin, mine.end};
      is_cut ? emit(change.op, rest, {here_b.end, here_b.end})
             : emit(change.op, {here_a.end, here_a.end}, rest);
    } else {
      const Range rest{mine.begin, words.end};
      is_cut ? emit(change.op, rest, {here_b.begin, here_b.begin})
             : emit(change.op, {here_a.begin, here_a.begin}, rest);
      is_cut ? write_between(behind, here_b) : write_between(here_a, behind);
    }
  }
}

// Marks and space between two words of both.
void ScriptWriter::write_between(Range a, Range b) {
  const std::string_view was = words_of(a_->text, a);
  const std::string_view now = words_of(b_->text, b);
  if (was == now) return;
  const auto touches_word = [](const Telling& telling, Range range) {
    return range.begin > telling.range.begin && range.end < telling.range.end &&
           is_word_byte(telling.text[range.begin - 1]) && is_word_byte(telling.text[range.end]);
  };
  std::vector<MarkEdit> marks;
  compare_marks(was, now, touches_word(*a_, a) && touches_word(*b_, b), marks);
  for (const MarkEdit& mark : marks)
    emit(mark.op, {a.begin + mark.a.begin, a.begin + mark.a.end},
         {b.begin + mark.b.begin, b.begin + mark.b.end});
}

void ScriptWriter::emit(std::string_view op, Range a, Range b) {
  if (words_of(a_->text, a) == words_of(b_->text, b)) return;
  if (!edits_->empty()) {
    TextEdit& last = edits_->back();
    const bool touches = last.a.end == a.begin && last.b.end == b.begin;
    const bool is_mark = op == "mark" || op == "space";
    if (touches && ((last.op == "replace" && (is_mark || op == "replace")) ||
                    (is_blank(last) && op == "replace"))) {
      last.a.end = a.end;
      last.b.end = b.end;
      last.op = "replace";
      return;
    }
    if (touches && is_blank(last) && is_mark) {
      last.a.end = a.end;
      last.b.end = b.end;
      if (op != last.op) last.op = "mark";
      return;
    }
  }
  edits_->push_back({std::string(op), a, b});
}

}  // namespace fabula::reuse
