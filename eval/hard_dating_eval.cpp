// The invented hard cases of dating: which days are found as they should be.
//
//   hard_dating_eval dating.json [--misses]
//
// One document, or a small pile, a case. Of everything that a case expects:
//   right   exactly this window (and these days, where days are listed)
//   loose   a wider window that holds it
//   wrong   anything else
// A case is right when all of it is. Conflicts and rejected words must be among what was left
// aside. Other readings of a time expression must be among its alternatives. What is only likely
// is not scored. People count as several where each has a birth day of its own.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/temporary_folder.hpp"
#include "dating/dating.hpp"
#include "language/happenings.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "solver/explain.hpp"
#include "times/times.hpp"

namespace {

using namespace fabula;
using nlohmann::json;
namespace fs = std::filesystem;

enum class Score { kRight, kLoose, kWrong };

struct Window {
  DayNumber lo = kFirstDay;
  DayNumber hi = kLastDay;
};

std::string text_of(DayNumber day) {
  if (day == kFirstDay || day == kLastDay) return "..";
  return iso(Day{std::chrono::days{day}});
}

std::string text_of(const Window& window) { return text_of(window.lo) + " " + text_of(window.hi); }

DayNumber number_of(const json& day, DayNumber none) {
  if (!day.is_string()) return none;
  return static_cast<DayNumber>(
      parse_iso_day(day.get_ref<const std::string&>())->time_since_epoch().count());
}

Window window_of(const json& expected) {
  return {number_of(expected["earliest"], kFirstDay), number_of(expected["latest"], kLastDay)};
}

Score score_of(const Window& found, const Window& expected) {
  if (found.lo == expected.lo && found.hi == expected.hi) return Score::kRight;
  return found.lo <= expected.lo && found.hi >= expected.hi ? Score::kLoose : Score::kWrong;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
      word += lower;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// How many words of `of` the label has, less a little for each it has besides.
double likeness(const std::string& of, const std::string& label) {
  const auto wanted = words_in(of);
  const auto has = words_in(label);
  double n = 0;
  for (const std::string& word : wanted)
    if (word != "the" && word != "a" && std::ranges::find(has, word) != has.end()) n += 1;
  return n == 0 ? 0 : n - 0.01 * static_cast<double>(has.size());
}

struct WorkedPile {
  Pile pile;
  std::vector<std::vector<TimeRelation>> relations;
  dating::Reckoning reckoning;
};

std::string address_of(const json& document) {
  return "http://" + document["id"].get<std::string>() + ".invalid/";
}

// What the test sets for the document besides what it says itself.
void set_window(const json& documents, Article& article) {
  for (const json& document : documents) {
    if (article.url != address_of(document) || !document.contains("given_window")) continue;
    const json& window = document["given_window"];
    article.published.when = when_between(parse_iso_day(window[0].get<std::string>()),
                                          parse_iso_day(window[1].get<std::string>()), Grain::kDay);
  }
}

// The pile of a case: its dates are those of the documents, and no others.
void read_pile(const json& documents, const fs::path& file, WorkedPile& out) {
  {
    std::ofstream lines(file, std::ios::binary);
    for (const json& document : documents) {
      json record = {
          {"id", document["id"]}, {"text", document["text"]}, {"url", address_of(document)}};
      if (document["published"].is_string()) record["published"] = document["published"];
      if (document.contains("page_stamp")) record["published"] = document["page_stamp"];
      lines << record.dump() << '\n';
    }
  }
  out.pile.articles = eval::read_articles({file.string()});
  for (AnnotatedArticle& article : out.pile.articles) {
    article = pipeline::annotate(std::move(article.article));
    set_window(documents, article.article);
  }
  const Context context{1, {}, nullptr};
  if (!pipeline::work_out(out.pile, {}, context, {})) return;
  // As stated: an inferred day is put in by work_out, and would be taken for given.
  for (const ArticleDate& date : out.pile.dates) {
    out.pile.articles[date.article].article.published = {};
    set_window(documents, out.pile.articles[date.article].article);
  }
  std::vector<language::Happenings> happenings;
  for (const AnnotatedArticle& a : out.pile.articles) {
    out.relations.push_back(times::find_relations(a.article, a.segmentation, a.quotes, a.times));
    happenings.push_back(language::find_happenings(a));
  }
  out.reckoning = dating::reckon(out.pile, out.relations, happenings);
}

std::vector<dating::DayOf> kinds_of(const std::string& what) {
  using dating::DayOf;
  if (what == "birth") return {DayOf::kBirth, DayOf::kEvent};
  if (what == "due") return {DayOf::kDue};
  if (what == "last period") return {DayOf::kLastPeriod};
  if (what == "start") return {DayOf::kStart};
  if (what == "end") return {DayOf::kEnd, DayOf::kEvent};
  return {DayOf::kEvent, DayOf::kTime, DayOf::kSaying, DayOf::kStart};
}

// The window of an unknown day that is spoken of so; none: there is no such day.
struct Found {
  Window window;
  std::vector<std::string> days;  // all of them, when they are few
};

Found found_in(const solver::DayDomain& days) {
  Found out{{days.lo(), days.hi()}, {}};
  constexpr std::size_t kFew = 20;
  const auto runs = days.runs();
  for (const auto& [lo, hi] : runs) {
    if (hi - lo > 2 || runs.size() > kFew) {
      out.days.clear();
      break;
    }
    for (DayNumber day = lo; day <= hi; ++day) out.days.push_back(text_of(day));
  }
  return out;
}

std::optional<Found> find_day(const WorkedPile& made, const json& expected) {
  const auto what = expected["what"].get<std::string>();
  const auto of = expected["of"].get<std::string>();
  const auto& labels = made.reckoning.evidence.labels();
  if (what == "published") {
    for (std::uint32_t a = 0; a < made.pile.articles.size(); ++a) {
      if (made.pile.articles[a].article.url != "http://" + of + ".invalid/") continue;
      return found_in(made.reckoning.solution.days[made.reckoning.published[a]]);
    }
    return std::nullopt;
  }
  if (what == "time") {
    for (const AnnotatedArticle& article : made.pile.articles)
      for (const TimeExpression& time : article.times)
        if (words_of(article.article.text, time.range).find(of) != std::string_view::npos ||
            of.find(words_of(article.article.text, time.range)) != std::string::npos) {
          const auto day = [](const std::optional<Day>& d, DayNumber none) {
            return d ? static_cast<DayNumber>(d->time_since_epoch().count()) : none;
          };
          if (time.when.known())
            return Found{{day(time.when.earliest, kFirstDay), day(time.when.latest, kLastDay)}, {}};
        }
  }
  std::optional<Found> best;
  double most = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const dating::DayLabel& label = labels[i];
    const auto kinds = kinds_of(what);
    const auto kind = std::ranges::find(kinds, label.of);
    if (kind == kinds.end() || label.article >= 0) continue;
    const AnnotatedArticle& article = made.pile.articles[label.words.article];
    std::string text = label.text;
    for (const Sentence& sentence : article.segmentation.sentences)
      if (sentence.range.contains(label.words.range) && label.of != dating::DayOf::kBirth)
        text += " " + std::string(words_of(article.article.text, sentence.range));
    const double like = 3 * likeness(of, label.text) + likeness(of, text) -
                        0.001 * static_cast<double>(kind - kinds.begin());
    if (like <= most) continue;
    most = like;
    best = found_in(made.reckoning.solution.days[i]);
  }
  return best;
}

bool is_left_aside(const WorkedPile& made, const json& words) {
  const auto text = words["text"].get<std::string>();
  return std::ranges::any_of(made.reckoning.solution.left_aside, [&](std::uint32_t piece) {
    return std::ranges::any_of(made.reckoning.evidence.clues()[piece].words, [&](const Span& span) {
      const Article& article = made.pile.articles[span.article].article;
      return article.url == "http://" + words["document"].get<std::string>() + ".invalid/" &&
             words_of(article.text, span.range).find(text) != std::string_view::npos;
    });
  });
}

// Ends of windows told by a smallest set of evidence: does that alone give the same end, and does
// the end grow weaker without any piece of it?
struct Replay {
  std::size_t n = 0;
  std::size_t same = 0;
  std::size_t needed = 0;
};

void replay(const WorkedPile& made, Replay& count) {
  constexpr std::size_t kMostPieces = 6;
  const solver::Explainer explainer(made.reckoning.evidence.problem(), made.reckoning.solution);
  for (std::uint32_t a = 0; a < made.pile.articles.size(); ++a) {
    if (made.pile.articles[a].article.published.basis == DateBasis::kStated) continue;
    const Var day = made.reckoning.published[a];
    for (const solver::End end : {solver::End::kEarliest, solver::End::kLatest}) {
      const solver::Explanation told = explainer.explain(day, end, kMostPieces);
      if (told.pieces.empty()) continue;
      const auto bound = [&](const std::vector<std::uint32_t>& pieces) {
        const solver::DayDomain days = explainer.replay(day, pieces);
        return end == solver::End::kEarliest ? days.lo() : days.hi();
      };
      ++count.n;
      count.same += bound(told.pieces) == told.bound;
      count.needed += std::ranges::all_of(told.pieces, [&](std::uint32_t piece) {
        std::vector<std::uint32_t> fewer = told.pieces;
        std::erase(fewer, piece);
        return bound(fewer) != told.bound;
      });
    }
  }
}

struct CaseResult {
  Score score = Score::kRight;
  std::string lines;
  Replay replayed;
};

void check(const json& c, const fs::path& file, CaseResult& out) {
  WorkedPile made;
  read_pile(c["documents"], file, made);
  replay(made, out.replayed);
  for (const json& expected : c["expected"]) {
    const auto what = expected["what"].get<std::string>();
    if (what == "people") {
      const auto n = std::ranges::count_if(
          made.reckoning.evidence.labels(), [&](const dating::DayLabel& label) {
            return label.of == dating::DayOf::kBirth &&
                   label.text == expected["of"].get<std::string>() + " was born";
          });
      const bool is_right = n == expected["count"].get<int>();
      if (!is_right) out.score = Score::kWrong;
      out.lines += fmt::format("    {} people {} found {}\n", is_right ? "right" : "WRONG",
                               expected["of"].get<std::string>(), n);
      continue;
    }
    const Window window = window_of(expected);
    const auto found = find_day(made, expected);
    Score score = found ? score_of(found->window, window)
                  : window.lo == kFirstDay && window.hi == kLastDay ? Score::kRight
                                                                    : Score::kWrong;
    if (score == Score::kRight && expected.contains("values") && found) {
      auto days = expected["values"].get<std::vector<std::string>>();
      std::sort(days.begin(), days.end());
      if (days != found->days) score = Score::kLoose;
    }
    if (expected.contains("conflict"))
      for (const json& words : expected["conflict"])
        if (!is_left_aside(made, words)) score = Score::kWrong;
    if (expected.contains("rejected") && !is_left_aside(made, expected["rejected"]))
      score = Score::kWrong;
    out.score = std::max(out.score, score);
    out.lines += fmt::format("    {} {} of {}: {}, found {}\n",
                             score == Score::kRight   ? "right"
                             : score == Score::kLoose ? "loose"
                                                      : "WRONG",
                             what, expected["of"].get<std::string>(), text_of(window),
                             found ? text_of(found->window) : std::string("no such day"));
  }
  if (out.score != Score::kRight)
    for (std::size_t p = 0; p < made.reckoning.evidence.clues().size(); ++p) {
      const dating::Clue& clue = made.reckoning.evidence.clues()[p];
      out.lines += "      " + clue.rule;
      for (const Span& span : clue.words)
        out.lines += fmt::format(
            " “{}”", words_of(made.pile.articles[span.article].article.text, span.range));
      out.lines += '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: hard_dating_eval dating.json [--misses]\n");
    return 2;
  }
  const bool prints = argc > 2 && std::strcmp(argv[2], "--misses") == 0;
  std::ifstream in(argv[1]);
  const json data = json::parse(in);
  const TemporaryFolder folder;
  const fs::path file = folder / "documents.jsonl";
  std::size_t n[3] = {0, 0, 0};
  Replay replayed;
  for (const json& c : data["cases"]) {
    CaseResult result;
    check(c, file, result);
    if (c.contains("variant")) check(c["variant"], file, result);
    ++n[static_cast<std::size_t>(result.score)];
    replayed.n += result.replayed.n;
    replayed.same += result.replayed.same;
    replayed.needed += result.replayed.needed;
    if (prints && result.score != Score::kRight)
      fmt::print("{} {}  {}\n{}", c["id"].get<std::string>(),
                 result.score == Score::kRight   ? "right"
                 : result.score == Score::kLoose ? "loose"
                                                 : "WRONG",
                 c["rests_on"].get<std::string>(), result.lines);
  }
  fmt::print("{} of {} right, {} loose, {} wrong\n", n[0], n[0] + n[1] + n[2], n[1], n[2]);
  fmt::print("explained ends that replay {} of {}, that need all their steps {}\n", replayed.same,
             replayed.n, replayed.needed);
}
