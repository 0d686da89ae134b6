#include "render/near_phrase.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace fabula::render {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kWordsForOneChange = 4;

struct Step {
  Change change;
  std::size_t word;  // of the phrase when cut, else of the text
};

struct Extension {
  std::vector<Step> steps;  // away from the block
  std::uint32_t n_changed = 0;
};

// The `n` words of the phrase on one side of a block, against the `m` words of the text there, both
// counted away from the block: all of the phrase's, as many of the text's as cost least.
//
// is_equal(i, j)   the same word    is_joined(j)   may word j take the place of a word of the
// phrase
//                                                  though the phrase could do without it
template <class Equal, class Joined>
Extension extend(std::size_t n, std::size_t m, Equal is_equal, Joined is_joined) {
  std::vector<std::uint32_t> cost((n + 1) * (m + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return cost[i * (m + 1) + j];
  };
  const auto replaced = [&](std::size_t i, std::size_t j) {
    return at(i - 1, j - 1) + (is_equal(i - 1, j - 1) ? 0U : 1U);
  };
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i == 0 || j == 0)
        at(i, j) = static_cast<std::uint32_t>(i + j);
      else
        at(i, j) = std::min({replaced(i, j), at(i - 1, j) + 1, at(i, j - 1) + 1});
    }
  std::size_t end = 0;
  for (std::size_t j = 1; j <= m; ++j)
    if (at(n, j) < at(n, end)) end = j;
  // The last word may as well be cut as replaced by the word behind: replaced, inside a sentence.
  while (n > 0 && end < m && at(n, end + 1) == at(n, end) && at(n, end) == at(n - 1, end) + 1 &&
         is_joined(end))
    ++end;

  Extension extension{{}, at(n, end)};
  std::size_t i = n, j = end;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && at(i, j) == replaced(i, j)) {
      --i;
      --j;
      if (is_equal(i, j)) {
        extension.steps.push_back({Change::kNone, j});
      } else {
        extension.steps.push_back({Change::kPutIn, j});
        extension.steps.push_back({Change::kCut, i});
      }
    } else if (i > 0 && at(i, j) == at(i - 1, j) + 1) {
      extension.steps.push_back({Change::kCut, --i});
    } else {
      extension.steps.push_back({Change::kPutIn, --j});
    }
  }
  std::ranges::reverse(extension.steps);
  return extension;
}

}  // namespace

NearPhrase::NearPhrase(std::string_view phrase) : phrase_(phrase), words_(phrase_) {
  if (words_.size() >= kFewestWords) most_ = words_.size() / kWordsForOneChange;
  const std::size_t n_blocks = words_.size() == 0 ? 0 : most_ + 1;
  for (std::size_t i = 0; i < n_blocks; ++i) {
    Block block{i * words_.size() / n_blocks, (i + 1) * words_.size() / n_blocks, {}};
    for (std::size_t w = block.first; w < block.last; ++w)
      if (words_.word(w).size() > block.longest.size()) block.longest = words_.word(w);
    blocks_.push_back(block);
  }
}

bool NearPhrase::may_be_in(std::string_view folded_text) const {
  return std::ranges::any_of(blocks_, [&](const Block& block) {
    return folded_text.find(block.longest) != std::string_view::npos;
  });
}

std::vector<NearPlace> NearPhrase::find(std::string_view text, const WordPlaces& places) const {
  std::vector<NearPlace> found;
  if (most_ == 0) return found;
  for (const Block& block : blocks_)
    for (const std::size_t at : places.find(words_, block.first, block.last))
      if (auto place = fit(text, places, block, at)) found.push_back(std::move(*place));
  // Of places that overlap the one with the fewest changes, then the first.
  std::ranges::sort(found, {}, [](const NearPlace& p) { return std::pair(p.n_changed, p.range); });
  std::vector<NearPlace> kept;
  for (NearPlace& place : found)
    if (std::ranges::none_of(kept,
                             [&](const NearPlace& k) { return k.range.overlaps(place.range); }))
      kept.push_back(std::move(place));
  std::erase_if(kept, [](const NearPlace& place) { return place.n_changed == 0; });
  std::ranges::sort(kept, {}, &NearPlace::range);
  return kept;
}

// The phrase laid along the text from the block on to both sides (Ukkonen 1985, on words).
std::optional<NearPlace> NearPhrase::fit(std::string_view text, const WordPlaces& places,
                                         const Block& block, std::size_t at) const {
  const std::size_t at_end = at + (block.last - block.first);
  const std::size_t n_behind = words_.size() - block.last;
  const std::size_t m_before = std::min(at, block.first + most_);
  const std::size_t m_behind = std::min(places.size() - at_end, n_behind + most_);
  const auto phrase_before = [&](std::size_t i) { return block.first - 1 - i; };
  const auto text_before = [&](std::size_t j) { return at - 1 - j; };
  const auto phrase_behind = [&](std::size_t i) { return block.last + i; };
  const auto text_behind = [&](std::size_t j) { return at_end + j; };
  // No sentence or line ends between words i - 1 and i.
  const auto is_joined = [&](std::size_t i) {
    return places.before(i).find_first_of(".!?\n") == std::string_view::npos;
  };
  Extension before = extend(
      block.first, m_before,
      [&](auto i, auto j) { return words_.word(phrase_before(i)) == places.word(text_before(j)); },
      [&](auto j) { return is_joined(text_before(j) + 1); });
  Extension behind = extend(
      n_behind, m_behind,
      [&](auto i, auto j) { return words_.word(phrase_behind(i)) == places.word(text_behind(j)); },
      [&](auto j) { return is_joined(text_behind(j)); });
  const std::uint32_t n_changed = before.n_changed + behind.n_changed;
  if (n_changed > most_) return std::nullopt;

  std::vector<Step> steps;
  for (Step& step : before.steps)
    step.word = step.change == Change::kCut ? phrase_before(step.word) : text_before(step.word);
  for (Step& step : behind.steps)
    step.word = step.change == Change::kCut ? phrase_behind(step.word) : text_behind(step.word);
  steps.assign(before.steps.rbegin(), before.steps.rend());
  for (std::size_t w = at; w < at_end; ++w) steps.push_back({Change::kNone, w});
  steps.insert(steps.end(), behind.steps.begin(), behind.steps.end());
  std::size_t first = at, last = at_end;
  for (const Step& step : steps) {
    if (step.change == Change::kCut) continue;
    first = std::min(first, step.word);
    last = std::max(last, step.word + 1);
  }

  NearPlace place{places.stretch(first, last), {}, n_changed};
  // Neighbouring changes become one: what is cut first, then what is put in.
  for (std::size_t s = 0; s < steps.size();) {
    std::size_t end = s;
    const bool is_equal = steps[s].change == Change::kNone;
    while (end < steps.size() && (steps[end].change == Change::kNone) == is_equal) ++end;
    for (const Change change : {Change::kNone, Change::kCut, Change::kPutIn}) {
      const auto is_it = [&](const Step& step) { return step.change == change; };
      const auto begin = std::find_if(steps.begin() + static_cast<std::ptrdiff_t>(s),
                                      steps.begin() + static_cast<std::ptrdiff_t>(end), is_it);
      if (begin == steps.begin() + static_cast<std::ptrdiff_t>(end)) continue;
      std::size_t final_word = begin->word;
      for (std::size_t k = s; k < end; ++k)
        if (is_it(steps[k])) final_word = steps[k].word;
      const std::string_view words =
          change == Change::kCut
              ? words_of(std::string_view(phrase_),
                         {words_.place(begin->word).begin, words_.place(final_word).end})
              : words_of(text, places.stretch(begin->word, final_word + 1));
      if (!place.pieces.empty()) place.pieces.push_back({Change::kNone, " "});
      place.pieces.push_back({change, std::string(words)});
    }
    s = end;
  }
  return place;
}

}  // namespace fabula::render
