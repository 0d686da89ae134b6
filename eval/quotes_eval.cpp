// Quotations and speakers against annotated news (brat stand-off with Source, Cue, Content).
//
//   quotes_eval DIR            numbers for DIR/text/*.txt with DIR/attributions/*.ann
//   quotes_eval DIR --misses   also one line for each gold quotation whose speaker is wrong
//   quotes_eval DIR --rules    without the trained model of what a cue says
//   quotes_eval --show FILE... the quotations found in plain text files, as a table
//
// One annotator an article, the first by name. Gold offsets are code points. "direct": the content
// begins and ends with a quotation mark; "mixed": it holds one. A speaker is right when the
// predicted words overlap the gold source; gold without a source asks for no speaker. Shares are
// over all gold quotations of the kind, found or not. "spans exact": contents with quotation marks
// of all attributions and of all records, as quoted_spans.hpp compares them. "indirect": contents
// without marks. The gold set also holds beliefs and wishes; "of speech" are those whose cue has
// one of kSpeechStems. Found ones are right when they overlap any gold content.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "attributions.hpp"
#include "model/pile.hpp"
#include "names/names.hpp"
#include "quoted_spans.hpp"
#include "quotes/quotes.hpp"
#include "text/utf8.hpp"

namespace {

using namespace fabula;
using eval::annotate_text;
using eval::GoldQuote;
using eval::holds_mark;
using eval::is_mark_at;
using eval::read_file;
using eval::said_span;

// Beginnings of verbs and nouns of speech, independent of the tables of the engine.
constexpr std::string_view kSpeechStems[] = {
    "said",    "say",    "told",    "tell",    "add",      "ask",      "announc",  "answer",
    "argu",    "assert", "claim",   "comment", "complain", "conced",   "confirm",  "contend",
    "declar",  "deni",   "deny",    "describ", "disclos",  "emphasi",  "explain",  "express",
    "inform",  "insist", "jok",     "mention", "note",     "noting",   "observ",   "pledg",
    "predict", "promis", "propos",  "quip",    "recall",   "reiterat", "remark",   "repeat",
    "repl",    "report", "respond", "reveal",  "stat",     "stress",   "suggest",  "testif",
    "tweet",   "urg",    "vow",     "warn",    "wrote",    "writ",     "accus",    "acknowledg",
    "admit",   "advis",  "alleg",   "apologi", "caution",  "critic",   "according"};

bool overlap(const std::vector<Range>& ranges, Range range) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return r.overlaps(range); });
}

// Do the words of the speaker name the gold source? For a gold "who" or "which" they may name what
// it stands for, right before it.
bool names_source(std::string_view text, const std::vector<Range>& source, Range speaker) {
  for (const Range range : source) {
    if (range.overlaps(speaker)) return true;
    const std::string_view gold = words_of(text, range);
    const bool is_relative = gold == "who" || gold == "which" || gold == "that";
    if (is_relative && speaker.end <= range.begin && range.begin - speaker.end <= 3) return true;
  }
  return false;
}

bool overlap(const std::vector<Range>& a, const std::vector<Range>& b) {
  return std::any_of(b.begin(), b.end(), [&](Range r) { return overlap(a, r); });
}

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  void add(bool is_right) {
    right += is_right ? 1U : 0U;
    ++all;
  }
  [[nodiscard]] std::string text() const {
    return fmt::format(
        "{:5.1f} %  ({} of {})",
        all == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(all), right, all);
  }
};

struct Counts {
  Share direct_covered;  // by exactly one record
  Share direct_any;
  Share direct_exact;
  Share speaker[2];  // direct, mixed
  Share cue[2];
  Share grade[4];
  std::map<std::string, Share> rules;
  std::size_t indirect_gold = 0;
  std::size_t indirect_found = 0;
  std::size_t indirect_right = 0;    // found ones that overlap gold
  std::size_t indirect_covered = 0;  // gold ones that are overlapped
  Share speech;                      // gold ones of speech that are overlapped
  Share speech_source;               // ... and the source is right
  eval::SpanCounts spans;            // direct and mixed
};

const std::vector<Range>& said_words(const Quote& quote) {
  return quote.clause.empty() ? quote.parts : quote.clause;
}

bool is_exact(std::string_view text, const GoldQuote& gold, const Quote& quote) {
  return said_span(text, gold.content) == said_span(text, said_words(quote));
}

void print_miss(std::string_view text, const GoldQuote& gold, const Quote* quote, const char* kind,
                const std::string& name) {
  const auto words = [&](const std::vector<Range>& ranges) {
    std::string all;
    for (const Range range : ranges) all += std::string(words_of(text, range)) + " | ";
    return all;
  };
  const std::uint32_t end = gold.content.back().end;
  const std::uint32_t begin = gold.content.front().begin;
  const std::uint32_t from = begin > 160 ? begin - 160 : 0;
  std::string context(text.substr(from, std::min<std::size_t>(text.size(), end + 160) - from));
  std::replace(context.begin(), context.end(), '\n', '^');
  fmt::print("{} {}\n  ..{}..\n  gold: {} cue: {} content: {}\n", kind, name, context,
             words(gold.source), words(gold.cue), words(gold.content));
  if (quote == nullptr)
    fmt::print("  none\n");
  else
    fmt::print("  got: [{}] {} grade {} speaker: {}\n", words(said_words(*quote)), quote->rule,
               name_of(quote->grade), quote->speaker ? quote->speaker->as : "-");
}

bool is_of_speech(std::string_view text, const GoldQuote& gold) {
  for (const Range range : gold.cue) {
    std::istringstream words(text::ascii_lower(words_of(text, range)));
    for (std::string word; words >> word;)
      for (const std::string_view stem : kSpeechStems)
        if (word.starts_with(stem)) return true;
  }
  return false;
}

// The indirect quotations that overlap the gold content, one with the right source if there is one.
void score_indirect(const AnnotatedArticle& annotated, const GoldQuote& gold, bool with_misses,
                    const std::string& name, Counts& counts) {
  const std::string_view text = annotated.article.text;
  const Quote* best = nullptr;
  const auto is_right = [&](const Quote& quote) {
    return gold.source.empty()
               ? !quote.speaker
               : quote.speaker && names_source(text, gold.source, quote.speaker->range);
  };
  for (const Quote& quote : annotated.quotes)
    if (quote.kind == QuoteKind::kIndirect && overlap(gold.content, quote.parts) &&
        (best == nullptr || is_right(quote)))
      best = &quote;
  ++counts.indirect_gold;
  counts.indirect_covered += best != nullptr ? 1U : 0U;
  if (!is_of_speech(text, gold)) return;
  counts.speech.add(best != nullptr);
  counts.speech_source.add(best != nullptr && is_right(*best));
  if (with_misses && (best == nullptr || !is_right(*best)))
    print_miss(text, gold, best, "INDIRECT", name);
}

void score(const AnnotatedArticle& annotated, const std::vector<GoldQuote>& gold, bool with_misses,
           const std::string& name, Counts& counts) {
  const std::string_view text = annotated.article.text;
  counts.spans.add(eval::quoted_spans(text, gold), eval::quoted_spans(annotated));
  std::vector<bool> is_scored(annotated.quotes.size(), false);
  std::vector<bool> is_taken(annotated.quotes.size(), false);
  for (const GoldQuote& quote : gold) {
    const Range first = quote.content.front();
    const Range last = quote.content.back();
    const bool has_mark = std::any_of(quote.content.begin(), quote.content.end(),
                                      [&](Range r) { return holds_mark(words_of(text, r)); });
    if (!has_mark) {
      score_indirect(annotated, quote, with_misses, name, counts);
      continue;
    }
    const auto last_mark = [&](Range r) {
      return is_mark_at(text, r.end - text::decode_before(text, r.end).n_bytes);
    };
    const bool is_direct = is_mark_at(text, first.begin) && last_mark(last);
    const bool no_source = quote.source.empty();
    const auto is_right = [&](const Quote& found) {
      return no_source ? !found.speaker.has_value()
                       : found.speaker && names_source(text, quote.source, found.speaker->range);
    };
    // The record with the right speaker, if there is one that no other gold quotation has; else the
    // first with a speaker. One article says "A said B called it “a mess”" with two attributions.
    const Quote* best = nullptr;
    std::size_t n_over = 0;
    std::size_t best_i = 0;
    bool speaker_right = false;
    for (std::size_t i = 0; i < annotated.quotes.size(); ++i) {
      const Quote& found = annotated.quotes[i];
      const bool is_indirect = found.kind == QuoteKind::kIndirect;
      if (found.inside >= 0 || (is_indirect && is_direct)) continue;
      if (!overlap(quote.content, found.parts)) continue;
      n_over += is_indirect ? 0U : 1U;
      const bool right = is_right(found) && !is_taken[i];
      const bool is_better =
          best == nullptr || (found.speaker && !best->speaker) || (right && !speaker_right);
      if (!is_better || (speaker_right && !right)) continue;
      best = &found;
      best_i = i;
      speaker_right = right;
    }
    if (speaker_right) is_taken[best_i] = true;
    const bool cue_right = best != nullptr && best->cue && overlap(quote.cue, *best->cue);
    if (is_direct) {
      if (with_misses && n_over > 1)
        fmt::print("SEVERAL {} records: {}\n", n_over, words_of(text, {first.begin, last.end}));
      counts.direct_covered.add(n_over == 1);
      counts.direct_any.add(n_over >= 1);
      counts.direct_exact.add(best != nullptr && is_exact(text, quote, *best));
    }
    const bool exact = best != nullptr && is_exact(text, quote, *best);
    if (with_misses && !exact)
      print_miss(text, quote, best,
                 fmt::format("SPAN {} cue {}", is_direct ? "direct" : "mixed",
                             cue_right ? "right" : "wrong")
                     .c_str(),
                 name);
    const std::size_t kind = is_direct ? 0 : 1;
    counts.speaker[kind].add(speaker_right);
    counts.cue[kind].add(cue_right);
    if (best != nullptr && !no_source && !is_scored[best_i]) {
      is_scored[best_i] = true;
      counts.grade[static_cast<std::size_t>(best->grade)].add(speaker_right);
      counts.rules[(is_direct ? "direct " : "mixed ") + best->rule].add(speaker_right);
    }
    if (with_misses && !speaker_right)
      print_miss(text, quote, best, is_direct ? "DIRECT" : "MIXED", name);
  }
  for (const Quote& found : annotated.quotes) {
    if (found.kind != QuoteKind::kIndirect) continue;
    ++counts.indirect_found;
    counts.indirect_right +=
        std::any_of(gold.begin(), gold.end(),
                    [&](const GoldQuote& quote) { return overlap(quote.content, found.parts); })
            ? 1U
            : 0U;
  }
}

void print(const Counts& counts) {
  fmt::print("direct covered by exactly one  {}\n", counts.direct_covered.text());
  fmt::print("direct covered by any          {}\n", counts.direct_any.text());
  fmt::print("direct exact span              {}\n", counts.direct_exact.text());
  fmt::print("direct speaker                 {}\n", counts.speaker[0].text());
  fmt::print("mixed speaker                  {}\n", counts.speaker[1].text());
  fmt::print("direct cue                     {}\n", counts.cue[0].text());
  fmt::print("mixed cue                      {}\n", counts.cue[1].text());
  for (const Grade grade : {Grade::kA, Grade::kB, Grade::kC, Grade::kNone})
    fmt::print("grade {:<4}                     {}\n", name_of(grade),
               counts.grade[static_cast<std::size_t>(grade)].text());
  for (const auto& [rule, share] : counts.rules) fmt::print("  {:<34} {}\n", rule, share.text());
  const auto percent = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
  };
  const auto f1 = [](double p, double r) { return p + r == 0 ? 0 : 2 * p * r / (p + r); };
  fmt::print("spans exact       precision {:.1f} %, recall {:.1f} %, F1 {:.1f}\n",
             counts.spans.precision(), counts.spans.recall(), counts.spans.f1());
  const double precision = percent(counts.indirect_right, counts.indirect_found);
  const double recall = percent(counts.indirect_covered, counts.indirect_gold);
  const double of_speech = percent(counts.speech.right, counts.speech.all);
  fmt::print("indirect overlap  precision {:.1f} % of {}, recall {:.1f} % of {}, F1 {:.1f}\n",
             precision, counts.indirect_found, recall, counts.indirect_gold, f1(precision, recall));
  fmt::print("  of speech       recall {:.1f} % of {}, F1 {:.1f}, source {}\n", of_speech,
             counts.speech.all, f1(precision, of_speech), counts.speech_source.text());
}

int evaluate(const std::filesystem::path& dir, bool with_misses, const quotes::SaidModel* model) {
  const std::map<std::string, std::filesystem::path> gold_of = eval::gold_files(dir);
  Counts counts;
  std::size_t bytes = 0;
  std::chrono::nanoseconds spent{};
  for (const auto& [name, path] : gold_of) {
    const std::string text = read_file(dir / "text" / (name + ".txt"));
    AnnotatedArticle annotated = annotate_text(name, text);
    if (annotated.article.text.empty()) continue;
    const auto start = std::chrono::steady_clock::now();
    const Names names = names::find_names(annotated.article, annotated.segmentation);
    annotated.quotes = quotes::find_quotes(annotated.article, annotated.segmentation, names, model);
    spent += std::chrono::steady_clock::now() - start;
    bytes += text.size();
    score(annotated, eval::read_gold(path, annotated.article.text), with_misses, name, counts);
  }
  fmt::print("{} articles, {} bytes, names and quotes {:.1f} MB/s\n", gold_of.size(), bytes,
             1e3 * static_cast<double>(bytes) /
                 static_cast<double>(std::max<std::int64_t>(1, spent.count())));
  print(counts);
  return 0;
}

void show(const std::filesystem::path& path) {
  const AnnotatedArticle annotated = annotate_text(path.string(), read_file(path));
  fmt::print("== {}\n", path.filename().string());
  for (const NamedThing& thing : annotated.names.things)
    fmt::print("   {} kind {} gender {} n {} forms: {} roles: {}\n", thing.name,
               static_cast<int>(thing.kind), static_cast<int>(thing.gender), thing.n_mentions,
               fmt::join(thing.forms, "; "), fmt::join(thing.roles, "; "));
  for (std::size_t i = 0; i < annotated.quotes.size(); ++i) {
    const Quote& quote = annotated.quotes[i];
    const std::string_view text = annotated.article.text;
    fmt::print("{:>3} {:<8} {:<1} {} <{}> cue '{}' channel '{}' inside {} {}\n", i,
               name_of(quote.kind), name_of(quote.grade), quote.speaker ? quote.speaker->name : "-",
               quote.speaker ? quote.speaker->as : "-", quote.cue ? words_of(text, *quote.cue) : "",
               quote.channel ? quote.channel->name : "", quote.inside, quote.rule);
    for (const Range part : quote.parts) fmt::print("       [{}]\n", words_of(text, part));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.empty()) {
    fmt::print(stderr, "usage: quotes_eval DIR [--misses] [--rules] | --show FILE...\n");
    return 2;
  }
  const auto has = [&](const char* option) {
    return std::find(args.begin(), args.end(), option) != args.end();
  };
  if (args[0] != "--show")
    return evaluate(args[0], has("--misses"),
                    has("--rules") ? nullptr : &quotes::SaidModel::shipped());
  for (std::size_t i = 1; i < args.size(); ++i) show(args[i]);
  return 0;
}
