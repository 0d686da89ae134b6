#include "dating/steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <map>
#include <set>

#include "solver/components.hpp"

namespace fabula::dating {
namespace {

using solver::End;
using Pieces = std::vector<std::uint32_t>;

std::string text_of(DayNumber day) { return iso(Day{std::chrono::days{day}}); }

std::string window(DayNumber lo, DayNumber hi) {
  if (lo == hi) return "on " + text_of(lo);
  if (lo == kFirstDay) return text_of(hi) + " or earlier";
  if (hi == kLastDay) return text_of(lo) + " or later";
  return text_of(lo) + " to " + text_of(hi);
}

class Prover {
 public:
  Prover(const Pile& pile, const Evidence& evidence, const solver::Explainer& explainer, Var day,
         std::uint32_t article)
      : pile_(pile), evidence_(evidence), explainer_(explainer), day_(day), article_(article) {}

  // The steps of both ends together, far ones first; each tells what follows from it and those
  // before.
  [[nodiscard]] std::vector<DateStep> steps(const Pieces& lower, const Pieces& upper) const {
    const std::set<std::uint32_t> of_lower(lower.begin(), lower.end());
    const std::set<std::uint32_t> of_upper(upper.begin(), upper.end());
    std::set<std::uint32_t> all = of_lower;
    all.insert(of_upper.begin(), of_upper.end());
    std::vector<DateStep> out;
    Pieces done;
    const Pieces ordered = towards_the_day(Pieces(all.begin(), all.end()));
    for (const std::uint32_t p : ordered) {
      done.push_back(p);
      const Clue& clue = evidence_.clues()[p];
      DateStep step;
      step.end = !of_upper.contains(p) ? "earliest" : !of_lower.contains(p) ? "latest" : "both";
      for (std::size_t w = 0; w < clue.words.size(); ++w) {
        const Span& span = clue.words[w];
        const bool is_last = w + 1 == clue.words.size();
        step.because += "“" + quoted_words(pile_, span) + "”";
        if (!is_last && clue.words[w + 1].article == span.article) {
          step.because += ", ";
        } else {
          step.because += " (" + name_of(span.article) + ")";
          if (!is_last) step.because += " and ";
        }
      }
      if (const std::string follows = what_follows(p, done, ordered); !follows.empty())
        step.because += ": " + follows;
      step.words = clue.words;
      step.rule = clue.rule;
      out.push_back(std::move(step));
    }
    return out;
  }

 private:
  // What `done` says of the day that piece `p` is about; empty when it is nothing yet.
  [[nodiscard]] std::string what_follows(std::uint32_t p, const Pieces& done,
                                         const Pieces& all) const {
    const Var about = nearest_day(p, all);
    const solver::DayDomain now = explainer_.replay(about, done);
    if (now.lo() == kFirstDay && now.hi() == kLastDay) return {};
    const DayLabel& label = evidence_.labels()[about];
    std::string what = label.text;
    if (about == day_) {
      what = "it appeared";
    } else if (label.article >= 0) {
      what = name_of(static_cast<std::uint32_t>(label.article)) + " appeared";
    }
    return what + " " + window(now.lo(), now.hi());
  }

  [[nodiscard]] std::string name_of(std::uint32_t article) const {
    if (article == article_) return "this article";
    const Article& other = pile_.articles[article].article;
    if (other.published.basis == DateBasis::kStated)
      return "article of " + other.published.when.edtf;
    return "undated article " + other.sources.front();
  }

  // How many pieces lie between each day and the one to be proven.
  [[nodiscard]] std::map<Var, int> distances(const Pieces& pieces) const {
    std::map<Var, int> out = {{day_, 0}};
    for (std::size_t round = 0; round < pieces.size(); ++round)
      for (const std::uint32_t p : pieces) {
        const std::vector<Var> days = days_of_piece(p);
        int least = INT_MAX;
        for (const Var x : days)
          if (const auto at = out.find(x); at != out.end()) least = std::min(least, at->second);
        if (least == INT_MAX) continue;
        for (const Var x : days) {
          const auto [at, fresh] = out.try_emplace(x, least + 1);
          if (!fresh) at->second = std::min(at->second, least + 1);
        }
      }
    return out;
  }

  [[nodiscard]] std::vector<Var> days_of_piece(std::uint32_t p) const {
    return solver::days_of(evidence_.problem(), std::span(&p, 1));
  }

  // Farthest pieces first.
  [[nodiscard]] Pieces towards_the_day(const Pieces& pieces) const {
    const std::map<Var, int> distance = distances(pieces);
    const auto far = [&](std::uint32_t p) {
      int least = INT_MAX;
      for (const Var x : days_of_piece(p))
        if (const auto at = distance.find(x); at != distance.end())
          least = std::min(least, at->second);
      return least;
    };
    Pieces out = pieces;
    std::ranges::stable_sort(out, std::ranges::greater{}, far);
    return out;
  }

  // Of the days a piece speaks of the one that is nearest to the article's, by the pieces of the
  // whole proof, and not given.
  [[nodiscard]] Var nearest_day(std::uint32_t p, const Pieces& all) const {
    const std::map<Var, int> distance = distances(all);
    const std::vector<Var> days = days_of_piece(p);
    const auto far = [&](Var x) {
      const auto given = evidence_.problem().given()[x];
      const auto at = distance.find(x);
      return given.lo == given.hi || at == distance.end() ? INT_MAX : at->second;
    };
    return *std::ranges::min_element(days, {}, far);
  }

  const Pile& pile_;
  const Evidence& evidence_;
  const solver::Explainer& explainer_;
  Var day_;
  std::uint32_t article_;
};

std::optional<Day> day_or_none(DayNumber day) {
  if (day == kFirstDay || day == kLastDay) return std::nullopt;
  return Day{std::chrono::days{day}};
}

}  // namespace

std::optional<ArticleDate> prove(const Pile& pile, const Evidence& evidence,
                                 const solver::Explainer& explainer, Var day,
                                 std::uint32_t article) {
  solver::Explanation lower = explainer.explain(day, End::kEarliest, kMostSteps);
  solver::Explanation upper = explainer.explain(day, End::kLatest, kMostSteps);
  const auto n_together = [&] {
    std::set<std::uint32_t> both(lower.pieces.begin(), lower.pieces.end());
    both.insert(upper.pieces.begin(), upper.pieces.end());
    return both.size();
  };
  // The longer of the two proofs gives up what proves least.
  for (std::size_t most = kMostSteps; n_together() > kMostSteps && most > 0;) {
    --most;
    solver::Explanation& longer = lower.pieces.size() > upper.pieces.size() ? lower : upper;
    longer = explainer.explain(day, &longer == &lower ? End::kEarliest : End::kLatest,
                               longer.pieces.size() - 1);
  }
  const auto earliest = day_or_none(lower.bound);
  const auto latest = day_or_none(upper.bound);
  if (lower.pieces.empty() && upper.pieces.empty()) return std::nullopt;
  ArticleDate out;
  out.article = article;
  out.when = earliest && earliest == latest ? when_day(*earliest)
                                            : when_between(earliest, latest, Grain::kDay);
  const Prover prover(pile, evidence, explainer, day, article);
  out.steps = prover.steps(lower.pieces, upper.pieces);
  return out;
}

}  // namespace fabula::dating
