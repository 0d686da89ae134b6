#include "extract/html_doubts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

enum class Barrier : std::uint8_t { kConsent, kRobot, kScript, kGone, kPaywall };

struct BarrierWords {
  std::string_view words;
  Barrier kind;
};

constexpr auto kBarrierWords = std::to_array<BarrierWords>({
#define FABULA_BARRIER(words, kind) {words, Barrier::kind},
#include "extract/html_doubts_table.inc"
#undef FABULA_BARRIER
});

// Lower case, with plain apostrophes; only the beginning of very long pages.
std::string for_search(std::string_view text) {
  constexpr std::size_t kEnough = 20'000;
  std::string out = text::ascii_lower(text.substr(0, kEnough));
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = out.find(kCurly); at != std::string::npos; at = out.find(kCurly, at))
    out.replace(at, kCurly.size(), "'");
  return out;
}

int count_barriers(const std::string& text, Barrier kind) {
  int n = 0;
  for (const auto& [words, of] : kBarrierWords)
    if (of == kind && text.find(words) != std::string::npos) ++n;
  return n;
}

std::uint32_t words_in(const PageBlocks& page) {
  std::uint32_t n = 0;
  for (const Block& block : page.blocks) n += block.n_words;
  return n;
}

// The share of the article, in bytes, that the page prints more than once (see drop_repetitions).
double repeated_share(const PageBlocks& page, const Article& article) {
  constexpr std::uint32_t kMinBytes = 80;
  std::unordered_set<std::string_view> seen;  // both are looked up only
  std::unordered_set<std::string_view> again;
  for (const Block& block : page.blocks)
    if (block.text.size() >= kMinBytes && !seen.insert(words_of(page.text, block.text)).second)
      again.insert(words_of(page.text, block.text));
  double repeated = 0;
  for (const Paragraph& paragraph : article.paragraphs)
    if (again.contains(words_of(article.text, paragraph.range))) repeated += paragraph.range.size();
  return article.text.empty() ? 0 : repeated / static_cast<double>(article.text.size());
}

// Does the last paragraph of the story end like a sentence? Short lines and lists need not.
bool ends_in_a_sentence(const Article& article) {
  const Paragraph* last = nullptr;
  for (const Paragraph& paragraph : article.paragraphs)
    if (paragraph.role == Role::kBody) last = &paragraph;
  if (last == nullptr) return true;
  const std::string_view words = words_of(article.text, last->range);
  if (std::ranges::count(words, ' ') < 12) return true;
  if (words.ends_with("...") || words.ends_with("\u2026")) return false;
  return !text::is_letter(text::decode_before(words, words.size()).value) && words.back() != ',';
}

}  // namespace

std::vector<std::string> find_doubts(const HtmlTree& tree, const PageBlocks& page,
                                     const Article& article, std::string_view stated_body) {
  std::vector<std::string> doubts;
  if (tree.met_depth_limit)
    doubts.emplace_back(
        "the page nests its elements deeper than the limit; the deepest were flattened");
  if (tree.met_node_limit)
    doubts.emplace_back("the page has more elements than the limit; the rest was not read");
  if (tree.met_work_limit)
    doubts.emplace_back(
        "the page's markup is too broken to read to its end; the rest was not read");
  if (const double share = repeated_share(page, article); share > 0.3)
    doubts.push_back(fmt::format(
        "{:.0f}% of the text stands on the page more than once; it was kept once", share * 100));
  if (!ends_in_a_sentence(article))
    doubts.emplace_back("the text ends in the middle of a sentence");
  if (is_consent_page(page, article))
    doubts.emplace_back("the page asks for consent to cookies; this may not be the article");
  constexpr std::size_t kShortText = 6000;
  if (article.text.size() < kShortText &&
      count_barriers(for_search(page.text), Barrier::kPaywall) > 0)
    doubts.emplace_back(
        "the page asks to subscribe or to log in; the article may go on behind that");
  if (stated_body.size() > 2 * article.text.size() + 500)
    doubts.push_back(
        fmt::format("the page's own record of the article is longer: {} bytes, {} were found",
                    stated_body.size(), article.text.size()));
  return doubts;
}

bool is_consent_page(const PageBlocks& page, const Article& article) {
  constexpr std::uint32_t kFewWords = 600;
  if (words_in(page) > kFewWords) return false;
  return count_barriers(for_search(article.text), Barrier::kConsent) >= 2;
}

Error why_no_text(const PageBlocks& page, std::string_view title, std::string_view source) {
  const std::string text = for_search(std::string(title) + ' ' + page.text);
  const auto error = [&](std::string what, std::string hint) {
    return Error{Errc::kNoText, std::move(what), std::string(source), std::move(hint)};
  };
  if (count_barriers(text, Barrier::kConsent) >= 2)
    return error("the page only asks for consent to cookies",
                 "open the page, accept or refuse, and save the page again after that");
  if (count_barriers(text, Barrier::kRobot) > 0)
    return error("the page only checks whether a person is reading",
                 "open the page in a browser and save it from there");
  if (count_barriers(text, Barrier::kGone) > 0)
    return error("the page says that the article is not there", "look for an archived copy");
  if (count_barriers(text, Barrier::kPaywall) > 0)
    return error("the page only asks to subscribe or to log in",
                 "log in and save the page again, or keep the text as a .txt file");
  if (count_barriers(text, Barrier::kScript) > 0 || page.blocks.empty())
    return error("the page holds no text; it may be built by a script",
                 "save the page again from a browser, as a complete page, after it has loaded");
  return error("no article was found on the page", "if there is one, keep its text as a .txt file");
}

}  // namespace fabula::extract
