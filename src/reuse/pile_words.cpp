#include "reuse/pile_words.hpp"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "reuse/word_numbers.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

// Articles numbered together before their words get the pile's numbers: few enough to keep every
// thread busy, so many that most words are seen again.
constexpr std::size_t kMaxBatch = 256;

// What is printed around the story. Headings, captions and embedded posts are told, not furniture.
bool is_furniture(Role role) {
  return role == Role::kCredit || role == Role::kPromo || role == Role::kNote ||
         role == Role::kDateline || role == Role::kByline;
}

// Some articles in a row, with numbers of their own.
struct Batch {
  WordNumbers numbers;
  std::vector<WordCode> codes;
  std::vector<std::size_t> n_words;      // by article
  std::vector<std::uint32_t> n_holders;  // by number
  std::vector<std::uint32_t> last_holder;
  ReadPile::SeedRun seeds;
};

class BatchReader {
 public:
  BatchReader(Batch& batch, const SeedShape& shape) : batch_(batch), shape_(shape) {}

  void read(const AnnotatedArticle& annotated, std::uint32_t place) {
    const text::FoldedText folded = text::fold(annotated.article.text);
    text::split_folded(folded.text, places_);
    const std::size_t first = batch_.codes.size();
    hashes_.clear();
    for (const Range range : places_) number(words_of(folded.text, range), place);
    append_seeds(hashes_, place, shape_, batch_.seeds.seeds);
    batch_.n_words.push_back(places_.size());
    flag_ranges(annotated, folded.map, std::span(batch_.codes).subspan(first));
  }

 private:
  void number(std::string_view word, std::uint32_t place) {
    const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
    hashes_.push_back(hash);
    const std::uint32_t number = batch_.numbers.number_of(word, hash);
    batch_.codes.push_back(number);
    if (number == batch_.n_holders.size()) {
      batch_.n_holders.push_back(0);
      batch_.last_holder.push_back(UINT32_MAX);
    }
    if (std::exchange(batch_.last_holder[number], place) != place) ++batch_.n_holders[number];
  }

  void flag_ranges(const AnnotatedArticle& annotated, const text::OffsetMap& map,
                   std::span<WordCode> codes) const {
    for (const Paragraph& paragraph : annotated.article.paragraphs)
      if (is_furniture(paragraph.role)) flag(paragraph.range, kFurniture, map, codes);
    for (const QuotedPart& quoted : annotated.segmentation.quoted)
      if (quoted.parent < 0) flag(quoted.inner, kQuoted, map, codes);
    for (const Quote& quote : annotated.quotes) {
      if (quote.kind == QuoteKind::kIndirect || quote.inside >= 0) continue;
      for (const Range part : quote.parts) flag(part, kQuoted, map, codes);
    }
  }

  // Sets `bit` in the words that begin inside `range` of the frozen text.
  void flag(Range range, WordCode bit, const text::OffsetMap& map,
            std::span<WordCode> codes) const {
    const auto word_at = [&](std::uint32_t source) {
      return std::partition_point(
                 places_.begin(), places_.end(),
                 [&](Range place) { return map.to_source(place.begin) < source; }) -
             places_.begin();
    };
    const auto end = word_at(range.end);
    for (auto i = word_at(range.begin); i < end; ++i) codes[static_cast<std::size_t>(i)] |= bit;
  }

  Batch& batch_;
  SeedShape shape_;
  std::vector<Range> places_;          // of the article at hand, in its folded text
  std::vector<std::uint64_t> hashes_;  // of its words
};

std::size_t part_of(const Seed& seed) { return seed.hash >> (64 - kSeedPartBits); }

// Counting sort by part; the order inside a part stays.
void part_seeds(ReadPile::SeedRun& run) {
  run.begins.assign(kSeedParts + 1, 0);
  for (const Seed& seed : run.seeds) ++run.begins[part_of(seed) + 1];
  for (std::size_t p = 0; p < kSeedParts; ++p) run.begins[p + 1] += run.begins[p];
  std::vector<std::uint32_t> next(run.begins.begin(), run.begins.end() - 1);
  std::vector<Seed> sorted(run.seeds.size());
  for (const Seed& seed : run.seeds) sorted[next[part_of(seed)]++] = seed;
  run.seeds = std::move(sorted);
}

// The pile's number of each number of the batch.
std::vector<std::uint32_t> join_numbers(const Batch& batch, WordNumbers& all,
                                        std::vector<std::uint32_t>& n_holders) {
  std::vector<std::uint32_t> joined(batch.numbers.size());
  for (std::uint32_t i = 0; i < batch.numbers.size(); ++i) {
    joined[i] = all.number_of(batch.numbers.word(i), batch.numbers.hash(i));
    if (joined[i] == n_holders.size()) n_holders.push_back(0);
    n_holders[joined[i]] += batch.n_holders[i];
  }
  return joined;
}

// Gives all words the pile's numbers and puts them one after the other.
ReadPile join_batches(std::vector<Batch>& batches, const Context& context) {
  ReadPile pile;
  WordNumbers all;
  std::vector<std::vector<std::uint32_t>> joined;
  std::vector<std::size_t> first_word;
  pile.words.begins.push_back(0);
  for (Batch& batch : batches) {
    joined.push_back(join_numbers(batch, all, pile.words.n_holders));
    first_word.push_back(pile.words.begins.back());
    for (const std::size_t n : batch.n_words)
      pile.words.begins.push_back(pile.words.begins.back() + n);
    pile.seed_runs.push_back(std::move(batch.seeds));
    batch.numbers = {};
  }
  pile.words.codes.resize(pile.words.begins.back());
  parallel_for(context, batches.size(), [&](std::size_t b) {
    std::size_t to = first_word[b];
    for (const WordCode code : batches[b].codes)
      pile.words.codes[to++] = (code & ~kNumberMask) | joined[b][code & kNumberMask];
    batches[b].codes = {};
  });
  return pile;
}

}  // namespace

Result<ReadPile> read_words(std::span<const AnnotatedArticle> articles,
                            std::span<const std::uint32_t> order, const SeedShape& shape,
                            const Context& context) {
  const std::size_t per_batch = std::clamp(order.size() / 32, std::size_t{1}, kMaxBatch);
  std::vector<Batch> batches((order.size() + per_batch - 1) / per_batch);
  parallel_for(context, batches.size(), [&](std::size_t b) {
    BatchReader reader(batches[b], shape);
    const std::size_t end = std::min((b + 1) * per_batch, order.size());
    for (std::size_t i = b * per_batch; i < end && !context.stop.stop_requested(); ++i)
      reader.read(articles[order[i]], static_cast<std::uint32_t>(i));
    part_seeds(batches[b].seeds);
  });
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "stopped while comparing");
  return join_batches(batches, context);
}

}  // namespace fabula::reuse
