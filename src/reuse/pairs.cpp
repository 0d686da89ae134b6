#include "reuse/pairs.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace fabula::reuse {
namespace {

constexpr std::size_t kAhead = 24;  // links whose words are asked for before they are needed

// Works on the links of one part at a time; keeps its memory.
class PairReader {
 public:
  PairReader(const Corpus& corpus, const PileWords& words, const SeedShape& shape)
      : corpus_(corpus), words_(words), finder_(words, shape) {}

  // `links` sorted.
  std::vector<SharedPassage> read(std::span<const Link> links) {
    std::vector<SharedPassage> found;
    for (std::size_t begin = 0, end = 0; begin < links.size(); begin = end) {
      const std::uint32_t a = links[begin].a;
      const std::uint32_t b = links[begin].b;
      for (; end < links.size() && links[end].b == b && links[end].a == a; ++end)
        if (end + kAhead < links.size())
          words_.prefetch_words({links[end + kAhead].a, links[end + kAhead].a_word});
      if (begin == 0 || links[begin - 1].b != b) open_later(b);
      read_pair(a, b, links.subspan(begin, end - begin), found);
    }
    return found;
  }

 private:
  void open_later(std::uint32_t b) {
    b_words_ = words_.words_of(b, b_buffer_);
    b_text_ = corpus_.text(b, b_text_buffer_);
  }

  void read_pair(std::uint32_t a, std::uint32_t b, std::span<const Link> links,
                 std::vector<SharedPassage>& found) {
    const auto a_words = words_.words_of(a, a_buffer_);
    const auto& passages = finder_.find(a_words, b_words_, links);
    if (passages.empty()) return;
    const std::string_view a_text = corpus_.text(a, a_text_buffer_);
    const std::uint32_t a_outlet = corpus_.imprint(a).outlet;
    const std::uint32_t b_outlet = corpus_.imprint(b).outlet;
    std::uint32_t a_end = 0;  // of the passages before
    for (const Alignment& passage : passages) {
      SharedPassage& made = found.emplace_back();
      made.a = a;
      made.b = b;
      made.words = passage;
      made.a_range = words_.locate(a, a_text, passage.a_begin, passage.a_end, hasher_);
      made.b_range = words_.locate(b, b_text_, passage.b_begin, passage.b_end, hasher_);
      find_edits(a_text, made);
      const auto a_own = a_words.subspan(passage.a_begin, passage.a_end - passage.a_begin);
      const auto b_own = b_words_.subspan(passage.b_begin, passage.b_end - passage.b_begin);
      made.a_story = count_story_words(a_own);
      made.b_story = count_story_words(b_own);
      made.type = classify(
          words_, {a_own, fabula::words_of(a_text, made.a_range), a_outlet, &corpus_.credit(a)},
          {b_own, fabula::words_of(b_text_, made.b_range), b_outlet, &corpus_.credit(b)});
      made.moved = passage.a_begin < a_end;
      a_end = std::max(a_end, passage.a_end);
    }
  }

  void find_edits(std::string_view a_text, SharedPassage& made) {
    edit_finder_.find(a_text, made.a_range, b_text_, made.b_range, made.edits);
    if (made.edits.empty()) {
      made.words.words = made.words.aligned_words = made.words.b_end - made.words.b_begin;
      return;
    }
    const ScriptWords counted = edit_finder_.count_words(
        a_text, b_text_, made.words.b_end - made.words.b_begin, made.edits);
    made.words.words = counted.equal;
    made.words.aligned_words = counted.aligned;
  }

  const Corpus& corpus_;
  const PileWords& words_;
  PassageFinder finder_;
  EditFinder edit_finder_;
  WordHasher hasher_;
  std::vector<WordCode> a_buffer_;
  std::vector<WordCode> b_buffer_;
  std::string a_text_buffer_;
  std::string b_text_buffer_;
  std::span<const WordCode> b_words_;
  std::string_view b_text_;
};

// Hands out what the threads have made in the order of the parts.
class InOrder {
 public:
  InOrder(const Links& links, const PassageTaker& take) : links_(links), take_(take) {}

  void put(std::size_t part, std::vector<SharedPassage>&& made) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(part, std::move(made));
    for (auto next = waiting_.begin(); next != waiting_.end() && next->first == n_taken_;
         next = waiting_.erase(next), ++n_taken_)
      take_(std::move(next->second), links_.end_article(static_cast<std::uint32_t>(n_taken_)));
  }

 private:
  const Links& links_;
  const PassageTaker& take_;
  std::mutex mutex_;
  std::map<std::size_t, std::vector<SharedPassage>> waiting_;
  std::size_t n_taken_ = 0;
};

}  // namespace

Result<void> find_pairs(const Corpus& corpus, const PileWords& words, Links& links,
                        const SeedShape& shape, const PassageTaker& take, const Context& context) {
  InOrder in_order(links, take);
  parallel_for(context, links.n_parts(), [&](std::size_t part) {
    std::vector<Link> of_part;
    links.take(static_cast<std::uint32_t>(part), of_part);
    PairReader reader(corpus, words, shape);
    in_order.put(part, reader.read(of_part));
  });
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "stopped while comparing");
  return {};
}

}  // namespace fabula::reuse
