#include "reuse/pile_words.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace fabula::reuse {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{1} << 19;  // of text: what it gives fits a cache
constexpr std::size_t kBytesOfWord = 4;  // of text, with what stands between; most have more
constexpr std::uint32_t kCheckpointWords = 32;
constexpr std::uint32_t kMaxSampled = 4096;  // articles asked how common words are

// Of the length and a few words here and there.
std::uint32_t fingerprint_of(std::span<const WordCode> codes) {
  constexpr std::size_t kPlaces = 5;
  std::uint64_t hash = codes.size();
  for (std::size_t i = 0; i < kPlaces && !codes.empty(); ++i)
    hash = (hash ^ (codes[codes.size() * i / kPlaces] & kNumberMask)) * 0x9E3779B97F4A7C15;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

// Reads the articles of one batch, one after the other.
class PileWords::BatchReader {
 public:
  BatchReader(const Corpus& corpus, Batch& batch) : corpus_(corpus), batch_(batch) {}

  void read(std::uint32_t article) {
    const std::string_view text = corpus_.text(article, text_);
    const auto words = hasher_.hash(text);
    const std::size_t first = batch_.codes.size();
    batch_.codes.resize(first + words.size());
    const auto codes = std::span(batch_.codes).subspan(first);
    std::uint32_t next_checkpoint = kCheckpointWords;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      codes[i] = number_of(words[i].hash);
      if (i < next_checkpoint || !is_safe_cut(text, words[i])) continue;
      batch_.checkpoints.push_back({i, words[i].range.begin});
      next_checkpoint = i + kCheckpointWords;
    }
    batch_.n_words.push_back(static_cast<std::uint32_t>(words.size()));
    batch_.fingerprints.push_back(fingerprint_of(codes));
    batch_.checkpoint_ends.push_back(static_cast<std::uint32_t>(batch_.checkpoints.size()));
    corpus_.read_stretches(article, stretches_);
    for (const Range range : stretches_.furniture) flag(range, kFurnitureWord, words, codes);
    for (const Range range : stretches_.quoted) flag(range, kQuotedWord, words, codes);
  }

 private:
  // Sets `bit` in the words that begin inside `range` of the text.
  static void flag(Range range, WordCode bit, std::span<const HashedWord> words,
                   std::span<WordCode> codes) {
    auto word = std::partition_point(words.begin(), words.end(), [&](const HashedWord& w) {
      return w.range.begin < range.begin;
    });
    for (; word != words.end() && word->range.begin < range.end; ++word)
      codes[static_cast<std::size_t>(word - words.begin())] |= bit;
  }

  const Corpus& corpus_;
  Batch& batch_;
  WordHasher hasher_;
  Stretches stretches_;
  std::string text_;
};

std::vector<PileWords::Batch> PileWords::cut_batches(const Corpus& corpus) {
  std::vector<Batch> batches;
  std::size_t n_bytes = kBatchBytes;
  for (std::uint32_t i = 0; i < corpus.size(); ++i) {
    if (n_bytes >= kBatchBytes) {
      n_bytes = 0;
      batches.emplace_back().first_article = i;
    }
    batches.back().end_article = i + 1;
    n_bytes += corpus.text_size(i);
  }
  return batches;
}

Result<PileWords> PileWords::read(const Corpus& corpus, ScratchFile* scratch,
                                  const Context& context) {
  PileWords pile;
  pile.scratch_ = scratch;
  pile.batches_ = cut_batches(corpus);
  const std::uint32_t stride = std::max(corpus.size() / kMaxSampled, 1U);
  pile.n_sampled_ = (corpus.size() + stride - 1) / stride;
  std::size_t n_bytes = 0;
  for (std::uint32_t i = 0; i < corpus.size(); ++i) n_bytes += corpus.text_size(i);
  const int counter_bits = std::clamp(static_cast<int>(std::bit_width(n_bytes / 4)), 10, 22);
  std::vector<std::atomic<std::uint16_t>> counters(std::size_t{1} << counter_bits);
  parallel_for(context, pile.batches_.size(), [&](std::size_t b) {
    Batch& batch = pile.batches_[b];
    // Room for all at once: vectors that grow beside others that stay leave holes, in the end more
    // than there are words.
    std::size_t n_batch_bytes = 0;
    for (std::uint32_t i = batch.first_article; i < batch.end_article; ++i)
      n_batch_bytes += corpus.text_size(i);
    batch.codes.reserve(n_batch_bytes / kBytesOfWord);
    BatchReader reader(corpus, batch);
    for (std::uint32_t i = batch.first_article; i < batch.end_article; ++i) reader.read(i);
    pile.count_holders(batch, stride, counters);
    batch.checkpoints.shrink_to_fit();
    if (scratch == nullptr) return batch.codes.shrink_to_fit();
    batch.at = scratch->append(std::span<const WordCode>(batch.codes));
    std::vector<WordCode>().swap(batch.codes);  // "= {}" would keep the memory
  });
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "stopped while comparing");
  if (scratch != nullptr) FABULA_TRY_VOID(scratch->state());
  pile.n_holders_.resize(counters.size());
  std::transform(counters.begin(), counters.end(), pile.n_holders_.begin(),
                 [](const auto& counter) { return counter.load(); });
  pile.index_positions();
  return pile;
}

// Sums do not depend on the order of the threads. kMaxSampled keeps them in 16 bits.
void PileWords::count_holders(const Batch& batch, std::uint32_t stride,
                              std::vector<std::atomic<std::uint16_t>>& counters) const {
  std::vector<WordCode> distinct;
  std::size_t begin = 0;
  for (std::uint32_t i = batch.first_article; i < batch.end_article; ++i) {
    const std::size_t end = begin + batch.n_words[i - batch.first_article];
    if (i % stride == 0) {
      distinct.clear();
      for (std::size_t w = begin; w < end; ++w)
        distinct.push_back(batch.codes[w] & static_cast<WordCode>(counters.size() - 1));
      std::sort(distinct.begin(), distinct.end());
      distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
      for (const WordCode code : distinct) counters[code].fetch_add(1, std::memory_order_relaxed);
    }
    begin = end;
  }
}

void PileWords::index_positions() {
  for (Batch& batch : batches_) {
    fingerprints_.insert(fingerprints_.end(), batch.fingerprints.begin(), batch.fingerprints.end());
    WordCode* codes = batch.codes.data();
    for (const std::uint32_t n : batch.n_words) {
      begins_.push_back(begins_.back() + n);
      if (scratch_ != nullptr) continue;
      codes_.push_back(codes);
      codes += n;
    }
  }
  page_starts_.resize((n_words() >> kPageBits) + 1);
  std::uint32_t article = 0;
  for (std::size_t page = 0; page < page_starts_.size(); ++page) {
    while (article + 1 < n_articles() && begins_[article + 1] <= page << kPageBits) ++article;
    page_starts_[page] = article;
  }
}

WordPlace PileWords::place(std::uint64_t position) const {
  std::uint32_t article = page_starts_[position >> kPageBits];
  while (begins_[article + std::size_t{1}] <= position) ++article;
  return {article, static_cast<std::uint32_t>(position - begins_[article])};
}

const PileWords::Batch& PileWords::batch_of(std::uint32_t article) const {
  return *std::prev(std::upper_bound(
      batches_.begin(), batches_.end(), article,
      [](std::uint32_t wanted, const Batch& batch) { return wanted < batch.first_article; }));
}

std::span<const WordCode> PileWords::words_of(std::uint32_t article,
                                              std::vector<WordCode>& buffer) const {
  if (scratch_ == nullptr) return {codes_[article], n_words(article)};
  const Batch& batch = batch_of(article);
  const std::uint64_t first = begins_[article] - begins_[batch.first_article];
  buffer.resize(n_words(article));
  scratch_->read(batch.at + first * sizeof(WordCode), std::span(buffer));
  return buffer;
}

void PileWords::mark_learned(std::span<const WordPlace> places, std::uint32_t n) {
  std::vector<WordCode> buffer;
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const std::uint32_t article = places[begin].article;
    const auto words = words_of(article, buffer);
    WordCode* const codes = scratch_ == nullptr ? codes_[article] : buffer.data();
    for (; end < places.size() && places[end].article == article; ++end)
      for (std::uint32_t w = places[end].word; w < places[end].word + n; ++w)
        codes[w] |= kLearnedWord;
    if (scratch_ == nullptr) continue;
    const Batch& batch = batch_of(article);
    const std::uint64_t first = begins_[article] - begins_[batch.first_article];
    scratch_->write(batch.at + first * sizeof(WordCode), words);
  }
}

Range PileWords::locate(std::uint32_t article, std::string_view text, std::uint32_t begin,
                        std::uint32_t end, WordHasher& hasher) const {
  const Batch& batch = batch_of(article);
  const std::uint32_t i = article - batch.first_article;
  const std::uint32_t first = i == 0 ? 0 : batch.checkpoint_ends[i - 1];
  const auto own = std::span(batch.checkpoints).subspan(first, batch.checkpoint_ends[i] - first);
  const auto after = [&](std::uint32_t word) {  // the first checkpoint behind the word
    return std::upper_bound(
        own.begin(), own.end(), word,
        [](std::uint32_t one, const Checkpoint& checkpoint) { return one < checkpoint.word; });
  };
  const auto begin_piece = after(begin);
  const auto end_piece = after(end - 1);
  const auto read_until = [&](std::uint32_t word, auto piece) {
    const Checkpoint from = piece == own.begin() ? Checkpoint{} : *std::prev(piece);
    const std::size_t piece_end = piece == own.end() ? text.size() : piece->byte;
    const auto words = hasher.hash(text.substr(from.byte, piece_end - from.byte), word - from.word);
    return std::pair(from, words);
  };
  const auto [end_from, end_words] = read_until(end - 1, end_piece);
  const std::uint32_t end_byte = end_from.byte + end_words[end - 1 - end_from.word].range.end;
  if (begin_piece == end_piece)
    return {end_from.byte + end_words[begin - end_from.word].range.begin, end_byte};
  const auto [begin_from, begin_words] = read_until(begin, begin_piece);
  return {begin_from.byte + begin_words[begin - begin_from.word].range.begin, end_byte};
}

}  // namespace fabula::reuse
