// Trains the model of what a cue says, and who says it (src/quotes/said_weights_table.inc), on
// annotated attributions.
//
//   train_said DIR             how well four eighths of the articles are labelled by the others
//   train_said DIR OUT.inc     trains on all articles and writes the table
//
// DIR as for quotes_eval. Averaged perceptrons: one over the labels of a cue's sentence, one that
// ranks its phrases as sources. Articles in the order of their names, a fixed number of rounds,
// whole numbers: the same bytes from the same data. A feature is kept that occurs in
// kFewestArticles articles.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "attributions.hpp"
#include "quotes/lexicon.hpp"
#include "quotes/said_model.hpp"

namespace {

using namespace fabula;
using quotes::CueContext;
using quotes::ItemFeatures;
using quotes::kContent;
using quotes::kSaidLabels;
using quotes::kSource;

constexpr std::uint32_t kFewestArticles = 30;
constexpr std::uint32_t kFewestArticlesOfSources = 5;
constexpr int kRounds = 8;
constexpr std::size_t kLongestSentence = 160;  // items
constexpr std::int64_t kScale = 64;            // of the averages in the table
constexpr std::int64_t kLeast = 4;             // smaller weights are dropped

constexpr std::size_t kNoHead = static_cast<std::size_t>(-1);

// A phrase that can be the source; first of all that there is none.
struct Candidate {
  std::array<std::uint32_t, quotes::kSourceFeatures> features;
  std::size_t head = 0;  // item of the sentence
  bool is_gold = false;
};

struct Example {
  std::size_t article = 0;
  std::size_t cue = 0;  // item of the sentence
  std::vector<ItemFeatures> features;
  std::vector<std::uint8_t> gold;
  std::vector<std::uint8_t> rule;
  std::vector<Candidate> candidates;
  bool is_say = false;
  bool has_quoted = false;
};

bool overlaps_any(const std::vector<Range>& ranges, Range range) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return r.overlaps(range); });
}

Example make_example(const CueContext& context, const std::vector<eval::GoldQuote>& gold) {
  const auto& items = context.outline->items;
  Example example;
  example.cue = context.at - context.first;
  example.features = quotes::said_features(context);
  example.gold.assign(context.last - context.first, quotes::kOther);
  example.is_say = items[context.at].has(quotes::kSay);
  for (std::size_t i = context.first; i < context.last; ++i)
    example.has_quoted = example.has_quoted || items[i].is_quoted();
  const bool by_quoted = std::find(context.by_quoted.begin(), context.by_quoted.end(), kContent) !=
                         context.by_quoted.end();
  example.rule = by_quoted ? context.by_quoted : context.by_rule;
  const auto of_cue = std::find_if(gold.begin(), gold.end(), [&](const eval::GoldQuote& quote) {
    return overlaps_any(quote.cue, items[context.at].range);
  });
  if (of_cue != gold.end())
    for (std::size_t i = context.first; i < context.last; ++i) {
      if (i == context.at) continue;
      const bool is_content = overlaps_any(of_cue->content, items[i].range);
      const bool is_source = overlaps_any(of_cue->source, items[i].range);
      example.gold[i - context.first] = is_content  ? kContent
                                        : is_source ? kSource
                                                    : quotes::kOther;
    }
  const bool has_source =
      std::find(example.gold.begin(), example.gold.end(), kSource) != example.gold.end();
  example.candidates.push_back({quotes::source_features(context, nullptr), kNoHead, !has_source});
  for (const quotes::Phrase* phrase : quotes::candidate_sources(context)) {
    Candidate candidate{quotes::source_features(context, phrase), phrase->head - context.first,
                        false};
    for (std::size_t i = phrase->first; i < phrase->last; ++i)
      candidate.is_gold = candidate.is_gold || example.gold[i - context.first] == kSource;
    example.candidates.push_back(candidate);
  }
  return example;
}

std::vector<Example> read_examples(const std::filesystem::path& dir) {
  std::vector<Example> examples;
  std::size_t n_articles = 0;
  for (const auto& [name, path] : eval::gold_files(dir)) {
    const AnnotatedArticle article =
        eval::annotate_text(name, eval::read_file(dir / "text" / (name + ".txt")));
    if (article.article.text.empty()) continue;
    const std::vector<eval::GoldQuote> gold = eval::read_gold(path, article.article.text);
    quotes::visit_cues(article.article, article.segmentation, article.names,
                       [&](const CueContext& context) {
                         if (context.last - context.first > kLongestSentence) return;
                         examples.push_back(make_example(context, gold));
                         examples.back().article = n_articles;
                       });
    ++n_articles;
  }
  return examples;
}

// Averaged weights of `Width` scores for each feature.
template <std::size_t Width>
class Weights {
 public:
  using Sums = std::array<std::int32_t, Width>;

  // Features seen in kFewestArticles articles, by `count(article, feature)` in order of articles; 0
  // is none.
  void count(std::size_t article, std::uint32_t feature) {
    if (feature == 0) return;
    Entry& entry = entries_[feature];
    if (entry.n_articles > 0 && entry.last_article == article) return;
    entry.last_article = article;
    ++entry.n_articles;
  }

  void drop_rare(std::uint32_t fewest) {
    std::erase_if(entries_, [&](const auto& each) { return each.second.n_articles < fewest; });
  }

  void add_to(Sums& sums, std::uint32_t feature) const {
    const auto at = entries_.find(feature);
    if (at == entries_.end()) return;
    for (std::size_t i = 0; i < Width; ++i) sums[i] += at->second.now[i];
  }

  void change(std::uint32_t feature, std::size_t score, std::int32_t by, std::int64_t step) {
    const auto at = entries_.find(feature);
    if (at == entries_.end()) return;
    at->second.now[score] += by;
    at->second.summed[score] += by * step;
  }

  // The average over `steps` steps in the place of the last weights.
  void average(std::int64_t steps) {
    for (auto& [feature, entry] : entries_)
      for (std::size_t i = 0; i < Width; ++i) {
        const std::int64_t mean = (entry.now[i] * steps - entry.summed[i]) * kScale / steps;
        entry.now[i] = static_cast<std::int32_t>(
            std::abs(mean) < kLeast ? 0 : std::clamp<std::int64_t>(mean, -32000, 32000));
      }
    std::erase_if(entries_, [](const auto& each) {
      return std::all_of(each.second.now.begin(), each.second.now.end(),
                         [](std::int32_t weight) { return weight == 0; });
    });
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  // Rows by feature.
  [[nodiscard]] std::string rows(std::string_view type, std::string_view name) const {
    std::map<std::uint32_t, const Entry*> sorted;
    for (const auto& [feature, entry] : entries_) sorted[feature] = &entry;
    std::string text = fmt::format("constexpr SaidModel::{} {}[] = {{\n", type, name);
    for (const auto& [feature, entry] : sorted)
      text += fmt::format("{{{}u,{{{}}}}},\n", feature, fmt::join(entry->now, ","));
    return text + "};\n";
  }

 private:
  struct Entry {
    std::size_t last_article = 0;
    std::uint32_t n_articles = 0;
    std::array<std::int64_t, Width> summed{};
    Sums now{};
  };
  std::unordered_map<std::uint32_t, Entry> entries_;
};

struct Model {
  Weights<kSaidLabels> labels;
  Weights<kSaidLabels * kSaidLabels> pairs;
  Weights<1> sources;
};

std::vector<std::uint8_t> decode(const Model& model, const Example& example) {
  std::vector<quotes::LabelScores> own(example.features.size());
  std::vector<quotes::PairScores> pairs(example.features.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (const std::uint32_t feature : example.features[i].emission)
      model.labels.add_to(own[i], feature);
    for (const std::uint32_t feature : example.features[i].transition)
      model.pairs.add_to(pairs[i], feature);
  }
  return quotes::best_labels(own, pairs, example.cue);
}

// The first of the best candidates outside of what is said, among those of gold when asked for.
const Candidate* best_source(const Model& model, const Example& example,
                             const std::vector<std::uint8_t>& labels, bool of_gold) {
  const Candidate* best = nullptr;
  std::int32_t most = 0;
  for (const Candidate& candidate : example.candidates) {
    if ((candidate.head != kNoHead && labels[candidate.head] == kContent) ||
        (of_gold && !candidate.is_gold))
      continue;
    std::array<std::int32_t, 1> score{};
    for (const std::uint32_t feature : candidate.features) model.sources.add_to(score, feature);
    if (best != nullptr && score[0] <= most) continue;
    best = &candidate;
    most = score[0];
  }
  return best;
}

void change_labels(Model& model, const Example& example, const std::vector<std::uint8_t>& labels,
                   std::int32_t by, std::int64_t step) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (const std::uint32_t feature : example.features[i].emission)
      model.labels.change(feature, labels[i], by, step);
    const std::size_t before = i > 0 ? labels[i - 1] : 0U;
    for (const std::uint32_t feature : example.features[i].transition)
      model.pairs.change(feature, before * kSaidLabels + labels[i], by, step);
  }
}

Model train(const std::vector<const Example*>& examples) {
  Model model;
  for (const Example* example : examples) {
    for (const ItemFeatures& item : example->features) {
      for (const std::uint32_t feature : item.emission)
        model.labels.count(example->article, feature);
      for (const std::uint32_t feature : item.transition)
        model.pairs.count(example->article, feature);
    }
    for (const Candidate& candidate : example->candidates)
      for (const std::uint32_t feature : candidate.features)
        model.sources.count(example->article, feature);
  }
  model.labels.drop_rare(kFewestArticles);
  model.pairs.drop_rare(kFewestArticles);
  model.sources.drop_rare(kFewestArticlesOfSources);
  std::int64_t step = 1;
  for (int round = 0; round < kRounds; ++round) {
    for (const Example* example : examples) {
      ++step;
      const std::vector<std::uint8_t> found = decode(model, *example);
      if (found != example->gold) {
        change_labels(model, *example, example->gold, 1, step);
        change_labels(model, *example, found, -1, step);
      }
      const bool is_said =
          std::find(example->gold.begin(), example->gold.end(), kContent) != example->gold.end();
      if (!is_said) continue;
      const Candidate* gold = best_source(model, *example, example->gold, true);
      const Candidate* best = best_source(model, *example, example->gold, false);
      if (gold == nullptr || best->is_gold) continue;
      for (const std::uint32_t feature : gold->features) model.sources.change(feature, 0, 1, step);
      for (const std::uint32_t feature : best->features) model.sources.change(feature, 0, -1, step);
    }
  }
  model.labels.average(step);
  model.pairs.average(step);
  model.sources.average(step);
  return model;
}

struct Score {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t over = 0;
  std::size_t exact = 0;
  std::size_t source = 0;

  void add(const Example& example, const std::vector<std::uint8_t>& labels, bool is_right) {
    const auto is_said = [](std::uint8_t label) { return label == kContent; };
    const bool in_gold = std::any_of(example.gold.begin(), example.gold.end(), is_said);
    const bool is_found = std::any_of(labels.begin(), labels.end(), is_said);
    bool is_over = false;
    bool is_exact = in_gold;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      is_over = is_over || (is_said(labels[i]) && is_said(example.gold[i]));
      is_exact = is_exact && is_said(labels[i]) == is_said(example.gold[i]);
    }
    gold += in_gold ? 1U : 0U;
    found += is_found ? 1U : 0U;
    over += is_over ? 1U : 0U;
    exact += is_exact ? 1U : 0U;
    source += is_over && is_right ? 1U : 0U;
  }
};

bool rule_is_right(const Example& example) {
  for (std::size_t i = 0; i < example.gold.size(); ++i)
    if (example.rule[i] == kSource && example.gold[i] == kSource) return true;
  return std::find(example.gold.begin(), example.gold.end(), kSource) == example.gold.end();
}

void evaluate(const std::vector<Example>& examples) {
  std::map<std::string, Score> scores;
  for (std::size_t fold = 0; fold < 8; fold += 2) {
    std::vector<const Example*> others;
    for (const Example& example : examples)
      if (example.article % 8 != fold) others.push_back(&example);
    const Model model = train(others);
    for (const Example& example : examples) {
      if (example.article % 8 != fold) continue;
      const std::string kind = fmt::format("{} {}", example.is_say ? "say" : "other",
                                           example.has_quoted ? "quoted" : "plain");
      const std::vector<std::uint8_t> labels = decode(model, example);
      const Candidate* source = best_source(model, example, labels, false);
      scores["model " + kind].add(example, labels, source != nullptr && source->is_gold);
      scores["rules " + kind].add(example, example.rule, rule_is_right(example));
    }
  }
  fmt::print("{:<20} {:>6} {:>17} {:>17} {:>8}\n", "cue, quoted words", "gold", "overlap P     R",
             "exact P       R", "source R");
  const auto share = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
  };
  for (const auto& [kind, score] : scores)
    fmt::print("{:<20} {:>6} {:>9.1f} {:>7.1f} {:>9.1f} {:>7.1f} {:>8.1f}\n", kind, score.gold,
               share(score.over, score.found), share(score.over, score.gold),
               share(score.exact, score.found), share(score.exact, score.gold),
               share(score.source, score.gold));
}

void write_table(const std::vector<Example>& examples, const std::string& path) {
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  const Model model = train(all);
  std::ofstream out(path, std::ios::binary);
  out << fmt::format(
             "// Weights of the model of what a cue says. Written by eval/train_said.cpp; data "
             "and\n"
             "// score: docs/accuracy.md. {} features of items, {} of pairs, {} of sources.\n",
             model.labels.size(), model.pairs.size(), model.sources.size())
      << model.labels.rows("LabelRow", "kLabelRows") << model.pairs.rows("PairRow", "kPairRows")
      << model.sources.rows("SourceRow", "kSourceRows");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: train_said DIR [OUT.inc]\n");
    return 2;
  }
  const std::vector<Example> examples = read_examples(argv[1]);
  if (argc == 2)
    evaluate(examples);
  else
    write_table(examples, argv[2]);
  return 0;
}
