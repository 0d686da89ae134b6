#include "reuse/noisy_articles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "reuse/letter_noise.hpp"

namespace fabula::reuse {
namespace {

constexpr std::uint32_t kKnownHolders = 3;
constexpr std::size_t kArticlesAtATime = 256;
constexpr std::uint32_t kLargePile = 2048;        // articles
constexpr std::uint32_t kLearnedArticles = 1024;  // to know what is common

// In a large pile noisy articles have that many unknown words of 1,000, and where one article of a
// hundred is noisy, fewer: there others have the same misreadings.
constexpr std::uint32_t kManyUnknown = 80;
constexpr std::uint32_t kSomeUnknown = 30;
constexpr std::size_t kNoisyShare = 100;
constexpr std::ptrdiff_t kLeastUnknown = 8;  // fewer say nothing

std::vector<std::uint32_t> unknown_permilles(const PileWords& words, const Context& context) {
  std::vector<std::uint32_t> permilles(words.n_articles());
  const std::ptrdiff_t n_least = words.n_articles() < kLargePile ? 1 : kLeastUnknown;
  parallel_for(context, permilles.size() / kArticlesAtATime + 1, [&](std::size_t task) {
    std::vector<WordCode> buffer;
    const std::size_t end = std::min((task + 1) * kArticlesAtATime, permilles.size());
    for (std::size_t i = task * kArticlesAtATime; i < end; ++i) {
      const auto codes = words.words_of(static_cast<std::uint32_t>(i), buffer);
      const auto n_unknown = std::count_if(codes.begin(), codes.end(), [&](WordCode code) {
        return words.n_holders(code) < kKnownHolders;
      });
      if (n_unknown >= n_least)
        permilles[i] =
            static_cast<std::uint32_t>(static_cast<std::size_t>(n_unknown) * 1000 / codes.size());
    }
  });
  return permilles;
}

std::size_t count_true(const std::vector<char>& values) {
  return static_cast<std::size_t>(std::count(values.begin(), values.end(), true));
}

// Of those that are suspected.
void keep_misread(const Corpus& corpus, std::vector<char>& is_noisy, const Context& context) {
  if (count_true(is_noisy) == 0) return;
  std::vector<std::string> buffers(kLearnedArticles);
  std::vector<std::string_view> texts;
  for (std::uint32_t i = 0; i < kLearnedArticles; ++i) {
    const std::uint64_t article = std::uint64_t{i} * corpus.size() / kLearnedArticles;
    texts.push_back(corpus.text(static_cast<std::uint32_t>(article), buffers[i]));
  }
  const CommonWords common = CommonWords::learn(texts, context);
  parallel_for(context, is_noisy.size(), [&](std::size_t i) {
    if (is_noisy[i] == 0) return;
    std::string buffer;
    const auto text = corpus.text(static_cast<std::uint32_t>(i), buffer);
    is_noisy[i] = looks_misread(common.count(text)) ? 1 : 0;
  });
}

}  // namespace

std::vector<char> find_noisy_articles(const Corpus& corpus, const PileWords& words,
                                      const Context& context) {
  const std::vector<std::uint32_t> permilles = unknown_permilles(words, context);
  const auto with_more_than = [&](std::uint32_t limit) {
    std::vector<char> has_more(permilles.size());
    std::transform(permilles.begin(), permilles.end(), has_more.begin(),
                   [&](std::uint32_t permille) { return permille > limit; });
    return has_more;
  };
  if (permilles.size() < kLargePile) return with_more_than(noisy_threshold(permilles));
  std::vector<char> is_noisy = with_more_than(kManyUnknown);
  const std::size_t n_suspected = count_true(is_noisy);
  keep_misread(corpus, is_noisy, context);
  const std::size_t n_noisy = count_true(is_noisy);
  const bool many_suspected = kNoisyShare * n_suspected >= is_noisy.size();
  // Lists, names filled into a form: what looks misread among so many is chance.
  if (many_suspected && 2 * n_noisy < n_suspected) return std::vector<char>(is_noisy.size());
  if (kNoisyShare * n_noisy < is_noisy.size()) return is_noisy;
  is_noisy = with_more_than(kSomeUnknown);
  keep_misread(corpus, is_noisy, context);
  return is_noisy;
}

}  // namespace fabula::reuse
