// The bytes are compared until they differ. From a word or two before that place on, a window of
// both texts is cut into words and aligned; the alignment is believed up to its last long run of
// equal words, the edits before it are written, and the bytes are compared again from there. A
// window without such a run is made larger.
//
//   a  ................x...................         bytes compared, not split into words
//   b  ................y...................
//                   [window   ]                     edits of the window, then on from its last run
#include "reuse/edits.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "reuse/edits_align.hpp"
#include "reuse/edits_items.hpp"
#include "reuse/edits_words.hpp"
#include "reuse/edits_writer.hpp"

namespace fabula::reuse {
namespace {

constexpr std::uint32_t kFirstWindow = 192;  // bytes, about 30 words
constexpr std::uint32_t kGrowth = 4;
constexpr std::uint32_t kLead = 64;  // bytes before a difference that belong to its window
// A run of so many equal words is no chance. Behind many changed words a longer one is asked for:
// an alignment of the whole would rather keep many words than the first run that comes.
constexpr std::uint32_t kMinRun = 8;
constexpr std::uint32_t kMaxRunMore = 24;

}  // namespace

struct EditFinder::Work {
  WordSplitter a_splitter, b_splitter;
  WordAligner aligner;
  ScriptWriter writer;
  std::span<const EditWord> a_words, b_words;  // of the window
  std::vector<WordPair> pairs;
  std::string_view a_text, b_text;

  void find(Range a, Range b, std::vector<TextEdit>& edits);
  [[nodiscard]] std::uint32_t window_begin(std::uint32_t begin, std::uint32_t n_equal) const;
  static std::uint32_t window_end(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                  std::uint64_t n_bytes);
  [[nodiscard]] std::size_t n_believed() const;
};

void EditFinder::Work::find(Range a, Range b, std::vector<TextEdit>& edits) {
  std::uint64_t window = kFirstWindow;
  for (;;) {
    const std::uint32_t n_equal = count_equal_bytes(words_of(a_text, a), words_of(b_text, b));
    if (n_equal == a.size() && n_equal == b.size()) return;
    const std::uint32_t lead = window_begin(a.begin, n_equal);
    a.begin += lead;
    b.begin += lead;
    const std::uint64_t n_bytes = window + (n_equal - lead);
    const Range a_window{a.begin, window_end(a_text, a.begin, a.end, n_bytes)};
    const Range b_window{b.begin, window_end(b_text, b.begin, b.end, n_bytes)};
    const bool is_rest = a_window.end == a.end && b_window.end == b.end;
    a_words = a_splitter.split(a_text, a_window);
    b_words = b_splitter.split(b_text, b_window);
    aligner.align(a_words, b_words, pairs);
    if (is_rest) {
      writer.write({a_text, a_window, a_words}, {b_text, b_window, b_words}, pairs, edits);
      return;
    }
    const std::size_t n = n_believed();
    if (n == 0) {
      window *= kGrowth;
      continue;
    }
    const WordPair last = pairs[n];  // the first word of the next window
    pairs.resize(n);
    const Range a_done{a.begin, a_words[last.a].range.begin};
    const Range b_done{b.begin, b_words[last.b].range.begin};
    writer.write({a_text, a_done, a_words.first(last.a)}, {b_text, b_done, b_words.first(last.b)},
                 pairs, edits);
    a.begin = a_done.end;
    b.begin = b_done.end;
    window = kFirstWindow;
  }
}

// Bytes after `begin` where the window of a difference n_equal bytes later begins: the cleanest
// place kLead bytes or more before it.
std::uint32_t EditFinder::Work::window_begin(std::uint32_t begin, std::uint32_t n_equal) const {
  for (std::uint32_t at = n_equal > kLead ? n_equal - kLead : 0; at > 0; --at)
    if (is_clean_cut(a_text, begin + at)) return at;
  return 0;
}

std::uint32_t EditFinder::Work::window_end(std::string_view text, std::uint32_t begin,
                                           std::uint32_t end, std::uint64_t n_bytes) {
  if (n_bytes + n_bytes / 2 >= end - begin) return end;
  for (auto at = begin + static_cast<std::uint32_t>(n_bytes); at < end; ++at)
    if (is_clean_cut(text, at)) return at;
  return end;
}

// How many pairs, counted from the first, are believed; 0: none. The pair behind them exists, and
// begins the next window.
std::size_t EditFinder::Work::n_believed() const {
  std::size_t believed = 0;
  std::uint32_t n_changed = 0;  // words since the last long run
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i + 1;
    while (end < pairs.size() && pairs[end].a == pairs[end - 1].a + 1 &&
           pairs[end].b == pairs[end - 1].b + 1)
      ++end;
    const WordPair before = i > 0 ? pairs[i - 1] : WordPair{UINT32_MAX, UINT32_MAX};
    n_changed += pairs[i].a - (before.a + 1) + (pairs[i].b - (before.b + 1));
    if (end - i >= kMinRun + std::min(kMaxRunMore, n_changed / 2)) {
      believed = end - 2;
      n_changed = 0;
    }
    i = end;
  }
  return believed;
}

EditFinder::EditFinder() : work_(std::make_unique<Work>()) {}
EditFinder::~EditFinder() = default;
EditFinder::EditFinder(EditFinder&&) noexcept = default;
EditFinder& EditFinder::operator=(EditFinder&&) noexcept = default;

void EditFinder::find(std::string_view a_text, Range a, std::string_view b_text, Range b,
                      std::vector<TextEdit>& edits) {
  edits.clear();
  work_->a_text = a_text;
  work_->b_text = b_text;
  work_->find(a, b, edits);
}

std::vector<TextEdit> edit_script(std::string_view a_text, Range a, std::string_view b_text,
                                  Range b) {
  std::vector<TextEdit> edits;
  EditFinder().find(a_text, a, b_text, b, edits);
  return edits;
}

ScriptWords EditFinder::count_words(std::string_view a_text, std::string_view b_text,
                                    std::uint32_t n_b_words, std::span<const TextEdit> edits) {
  std::uint32_t n_in_edits = 0;  // of b
  std::uint32_t n_exchanged = 0;
  std::uint32_t n_rewritten = 0;  // written in another way, and yet the same words
  for (const TextEdit& edit : edits) {
    const std::uint32_t n_a = work_->a_splitter.count(a_text, edit.a);
    const std::uint32_t n_b = work_->b_splitter.count(b_text, edit.b);
    n_in_edits += n_b;
    n_exchanged += std::max(n_a, n_b);
    if (edit.op == "case" || edit.op == "mark" || edit.op == "space")
      n_rewritten += std::min(n_a, n_b);
  }
  const std::uint32_t n_outside = n_b_words - std::min(n_b_words, n_in_edits);
  return {n_outside + n_rewritten, n_outside + n_exchanged};
}

std::string replay(std::string_view a_text, Range a, std::string_view b_text,
                   std::span<const TextEdit> edits) {
  std::string out;
  std::uint32_t at = a.begin;
  for (const TextEdit& edit : edits) {
    out += words_of(a_text, {at, edit.a.begin});
    out += words_of(b_text, edit.b);
    at = edit.a.end;
  }
  out += words_of(a_text, {at, a.end});
  return out;
}

}  // namespace fabula::reuse
