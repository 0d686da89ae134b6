// Copied words, passages, groups and parents on invented news whose copies are known.
//
//   copying_eval [--bytes 3M] [--seed N] [--threads N]
//
// Prints, for word edits of 0 to 15 % and character noise of 0 to 6 % (in both of two copies):
// recall of copied words and of exact runs, precision of the spans, agreement of the groups of
// copies, recall by the length of what was copied; what becomes of planted edits; and how often the
// parent of a copy is found. What the scores are: copying_scores.hpp, lineage_scores.hpp.
#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "copying_scores.hpp"
#include "lineage_scores.hpp"

namespace {

using namespace fabula;
using eval::CopyingScores;
using eval::LabelledPile;
using news::NewsOptions;

struct Arguments {
  std::uint64_t n_bytes = 3'000'000;
  std::uint64_t seed = 1;
  unsigned threads = 2;
};

void print_head() {
  fmt::print("{:<26} {:>7} {:>7} {:>7} {:>7}   {:>7} {:>7} {:>7} {:>7}\n", "", "copied", "exact",
             "span", "groups", "8-12", "13-20", "21-50", "51+");
  fmt::print("{:<26} {:>7} {:>7} {:>7} {:>7}   {}\n", "", "recall", "recall", "precis.", "ARI",
             "recall by words copied");
}

bool score(const std::string& name, const NewsOptions& options, const Arguments& arguments) {
  const LabelledPile pile = eval::make_labelled_pile(options, arguments.n_bytes);
  const auto found = eval::run_engine(pile.articles, arguments.threads);
  if (!found) return false;
  const CopyingScores scores = eval::score_copying(pile, *found);
  fmt::print("{:<26} {:>7.4f} {:>7.4f} {:>7.4f} {:>7.4f}  ", name, scores.copied_words.value(),
             scores.exact_runs.value(), scores.precision.value(), scores.copy_groups_ari);
  for (const eval::Share& share : scores.by_length)
    fmt::print(" {:>7}", share.whole == 0 ? "-" : fmt::format("{:.4f}", share.value()));
  fmt::print("{}\n", scores.has_edits ? "" : "  no edit scripts: places not checked");
  return true;
}

bool score_all(const Arguments& arguments) {
  print_head();
  const NewsOptions mixed{.seed = arguments.seed};
  if (!score("edits as in news", mixed, arguments)) return false;
  for (const std::uint32_t rate : {0U, 10U, 30U, 80U, 150U}) {
    NewsOptions options = mixed;
    options.word_edits = rate;
    if (!score(fmt::format("{} % of words edited", rate / 10), options, arguments)) return false;
  }
  for (const std::uint32_t noise : {10U, 30U, 60U}) {
    NewsOptions options = mixed;
    options.noise = noise;
    if (!score(fmt::format("{} % of letters wrong", noise / 10), options, arguments)) return false;
  }
  return true;
}

bool score_planted(const Arguments& arguments) {
  const LabelledPile pile =
      eval::make_labelled_pile({.seed = arguments.seed, .planted = 200}, arguments.n_bytes);
  const auto found = eval::run_engine(pile.articles, arguments.threads);
  if (!found) return false;
  fmt::print("\n{:<16} {:>6} {:>11} {:>9}  {}\n", "planted edit", "n", "in passage", "reported",
             "as");
  const auto scores = eval::score_planted(pile, *found);
  for (std::size_t kind = 1; kind < scores.size(); ++kind) {
    const eval::PlantedScore& s = scores[kind];
    std::string ops;
    for (const auto& [op, n] : s.ops) ops += fmt::format("{}{} {}", ops.empty() ? "" : ", ", op, n);
    fmt::print("{:<16} {:>6} {:>11} {:>9}  {}\n", news::name_of(static_cast<news::Planted>(kind)),
               s.n, s.in_passage, s.reported, ops);
  }
  return true;
}

// Families of about 60 copies of one agency story, half of them truncated, 40 % of them taken from
// the agency; one article a day.
NewsOptions family_options(std::uint64_t seed, std::uint32_t word_edits) {
  return {.seed = seed,
          .near_copies = 984,
          .partial_copies = 0,
          .quoting = 0,
          .word_edits = word_edits,
          .moved = 0,
          .from_agency = 400,
          .chained = 1000,
          .credited = 0,
          .agency_stories = 1000,
          .undated = 0,
          .articles_per_day = 1,
          .original_words = 400,
          .n_agency_stories = 1};
}

struct Dating {
  std::string_view name;
  std::uint32_t undated = 0;
  std::uint32_t wrong = 0;
};
constexpr Dating kDatings[] = {
    {"dates", 0, 0}, {"dates, 25 % up to 15 days off", 0, 250}, {"no dates", 1000, 0}};

bool score_lineage(const Arguments& arguments) {
  fmt::print("\n{:<44} {:>9} {:>7} {:>7} {:>7}  {:>6} {:>7}  {:>11} {:>8}\n", "parents of copies",
             "decidable", "right", "wrong", "as own", "clear", "right", "undecidable", "said so");
  for (const std::uint32_t rate : {0U, 5U, 10U, 30U})
    for (const Dating& dating : kDatings) {
      NewsOptions options = family_options(arguments.seed, rate);
      options.undated = dating.undated;
      options.wrong_dates = dating.wrong;
      const LabelledPile pile = eval::make_labelled_pile(options, arguments.n_bytes);
      const auto found = eval::run_engine(pile.articles, arguments.threads);
      if (!found) return false;
      const auto s = eval::score_lineage(pile, *found, dating.undated == 0);
      const std::string name =
          fmt::format("{}.{} % of words edited, {}", rate / 10, rate % 10, dating.name);
      if (!s.is_available) {
        fmt::print("{:<44} {:>9} {:>23}  {:>6} {:>7}  {:>11}\n", name, s.n_decidable,
                   "not available", s.n_clear, "", s.n_undecidable);
        continue;
      }
      const auto share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? std::string("-")
                          : fmt::format("{:.4f}", eval::Share{part, whole}.value());
      };
      fmt::print("{:<44} {:>9} {:>7} {:>7} {:>7}  {:>6} {:>7}  {:>11} {:>8}\n", name, s.n_decidable,
                 share(s.n_right, s.n_decidable), share(s.n_wrong, s.n_decidable),
                 share(s.n_said_origin, s.n_decidable), s.n_clear,
                 share(s.n_clear_right, s.n_clear), s.n_undecidable,
                 share(s.n_said_so, s.n_undecidable));
    }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    char* unit = nullptr;
    std::uint64_t value = std::strtoull(argv[i + 1], &unit, 10);
    if (*unit == 'M') value *= 1'000'000;
    if (name == "--bytes") arguments.n_bytes = value;
    if (name == "--seed") arguments.seed = value;
    if (name == "--threads") arguments.threads = static_cast<unsigned>(value);
  }
  return score_all(arguments) && score_planted(arguments) && score_lineage(arguments) ? 0 : 1;
}
