#include "reuse/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "reuse/copies.hpp"
#include "reuse/links.hpp"
#include "reuse/noisy_passages.hpp"
#include "reuse/seeds.hpp"

namespace fabula::reuse {
namespace {

// What the steps of a search take at most, as measured on news: bytes a byte of text.
constexpr std::uint64_t kPercentOfWords = 75;
constexpr std::uint64_t kPercentOfAll = 170;

// The letter tier holds all texts; larger piles go without it, whatever memory there is.
constexpr std::uint64_t kMostBytesOfLetters = std::uint64_t{1} << 30;

std::uint64_t count_bytes(const Corpus& corpus) {
  std::uint64_t n_bytes = 0;
  for (std::uint32_t i = 0; i < corpus.size(); ++i) n_bytes += corpus.text_size(i);
  return n_bytes;
}

struct Budget {
  std::unique_ptr<ScratchFile> scratch;  // null when all fits
  bool words_on_disk = false;
  std::size_t for_records = SIZE_MAX;  // of seeds, and of links
};

Result<Budget> plan(const Corpus& corpus, const SearchOptions& options) {
  Budget budget;
  const std::uint64_t n_bytes = count_bytes(corpus);
  if (options.max_memory == 0 || n_bytes / 100 * kPercentOfAll <= options.max_memory / 4 * 3)
    return budget;
  FABULA_TRY(budget.scratch, ScratchFile::make(options.scratch_folder));
  budget.words_on_disk = n_bytes / 100 * kPercentOfWords > options.max_memory / 3;
  budget.for_records = options.max_memory / 8;
  return budget;
}

}  // namespace

Result<Groups> search(const Corpus& corpus, const SearchOptions& options,
                      const FamilyPassageTaker& take, const Context& context) {
  const SeedShape shape = seed_shape_for(options.min_words);
  FABULA_TRY(const Budget budget, plan(corpus, options));
  ScratchFile* const scratch = budget.scratch.get();
  const auto begin = [&](std::string_view step) {
    if (context.progress) context.progress->begin(step, 0, "parts");
  };
  const auto end = [&](std::string_view what, std::uint64_t n) {
    if (context.progress) context.progress->end(fmt::format("{} {}", n, what));
  };
  begin("words");
  FABULA_TRY(PileWords words,
             PileWords::read(corpus, budget.words_on_disk ? scratch : nullptr, context));
  end("words", words.n_words());
  Groups groups;
  Links links(words, budget.for_records, scratch);
  {
    FABULA_TRY(const auto seeds, collect_seeds(words, shape, budget.for_records, scratch, context));
    words.mark_learned(link_seeds(*seeds, words, corpus, shape, links, context), shape.words);
    groups.n_seeds = seeds->size();
  }
  if (scratch != nullptr) FABULA_TRY_VOID(scratch->state());
  groups.n_words = words.n_words();
  groups.n_links = links.size();

  end("links", links.size());
  begin("letters");
  std::vector<SharedPassage> noisy;
  if (count_bytes(corpus) <= kMostBytesOfLetters) {
    FABULA_TRY(noisy, find_noisy_passages(corpus, words, context));
  }
  end("letters", noisy.size());
  begin("passages");
  std::uint64_t n_passages = 0;
  CopyGrouper copies(words, options.copy_percent, context);
  PassageFamilies families(words.n_articles());
  std::vector<std::uint32_t> of_passages;
  auto rest = std::span(noisy);
  const auto take_all = [&](std::vector<SharedPassage>&& passages, std::uint32_t end_article) {
    const auto n =
        std::find_if(rest.begin(), rest.end(),
                     [&](const SharedPassage& passage) { return passage.b >= end_article; }) -
        rest.begin();
    join_noisy(rest.first(static_cast<std::size_t>(n)), passages);
    rest = rest.subspan(static_cast<std::size_t>(n));
    n_passages += passages.size();
    copies.add(passages);
    of_passages.clear();
    families.add(passages, &of_passages);
    take(std::move(passages), of_passages);
  };
  FABULA_TRY_VOID(find_pairs(corpus, words, links, shape, take_all, context));
  if (scratch != nullptr) FABULA_TRY_VOID(scratch->state());
  groups.copies = copies.groups();
  groups.families = families.holders();
  end("passages", n_passages);
  return groups;
}

}  // namespace fabula::reuse
