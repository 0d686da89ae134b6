// Pairs of real articles about one happening that agree, and pairs that do not: read by a person.
//
//   agreeing_pairs_eval SHARED AGREEING.tsv DIFFERING.tsv [--list]
//
// Each pair is a pile, worked out as `fabula build` would:
//
//   alone     pairs that agree, of which a disagreement is claimed: told one way by one article and
//             another way by the other
//   inside    the same of accounts that one article of the pair holds by itself: it may be right
//   together  as alone, with all articles of both lists that come from one data set in one pile
//
// and of the pairs that do not agree, in each kind:
//
//   alone, together  found, whatever the two values
//   values           alone, of this kind, with both values of the list in the right articles
//
// --list names the pairs that are claimed, with what is said of them: to be read by a person.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "article_pairs.hpp"
#include "base/temporary_folder.hpp"

namespace {

using namespace fabula;
using eval::ArticlePair;
using eval::NamedArticles;
using eval::NamedPile;
using eval::work_out_named;
using Records = std::vector<const Disagreement*>;

bool tells(const DisagreeingValue& value, std::uint32_t article) {
  return std::ranges::any_of(value.tellings, [&](const ValueTelling& telling) {
    return telling.words.article == article;
  });
}

// One value is told by `a` and not by `b`, another by `b` and not by `a`.
bool is_between(const Disagreement& record, std::uint32_t a, std::uint32_t b) {
  const auto only = [&](std::uint32_t one, std::uint32_t other) {
    return std::ranges::any_of(record.values, [&](const DisagreeingValue& value) {
      return tells(value, one) && !tells(value, other);
    });
  };
  return only(a, b) && only(b, a);
}

Records between(const NamedPile& named, const ArticlePair& pair) {
  const std::uint32_t a = named.places.at(pair.a);
  const std::uint32_t b = named.places.at(pair.b);
  Records records;
  for (const Disagreement& record : named.pile.disagreements)
    if (is_between(record, a, b)) records.push_back(&record);
  return records;
}

// "at least 1,400" → "1400"
std::string bare(std::string_view value) {
  std::string number;
  for (const char c : value)
    if ((c >= '0' && c <= '9') || c == '.' || c == '-') number += c;
  return number;
}

bool has_values(const NamedPile& named, const Disagreement& record, const ArticlePair& pair) {
  // A day may be listed as its month or year.
  const auto fits = [&](const std::string& value, const std::string& expected) {
    return expected == "-" ||
           (pair.kind == "day" ? bare(value).starts_with(expected) : bare(value) == expected);
  };
  const auto gives = [&](const std::string& name, const std::string& expected) {
    return std::ranges::any_of(record.values, [&](const DisagreeingValue& value) {
      return tells(value, named.places.at(name)) && fits(value.value, expected);
    });
  };
  return record.kind == pair.kind && gives(pair.a, pair.value_a) && gives(pair.b, pair.value_b);
}

// What became of one pair.
struct Outcome {
  bool alone = false, inside = false, together = false, values = false;
  std::string said;
};

std::string said_of(const NamedPile& named, const ArticlePair& pair, const Records& records,
                    const char* where) {
  std::string said;
  for (const Disagreement* record : records) {
    said += fmt::format("  {} {} {}:", where, record->kind, record->about);
    for (const std::string& name : {pair.a, pair.b})
      for (const DisagreeingValue& value : record->values)
        if (tells(value, named.places.at(name)))
          said += fmt::format(" {} in {};", value.value, name);
    said += fmt::format(" {}\n", record->because);
  }
  return said;
}

Outcome look_alone(const NamedArticles& articles, const ArticlePair& pair) {
  const NamedPile named = work_out_named(articles, {pair.a, pair.b}, Context{1, {}, nullptr});
  const Records records = between(named, pair);
  Outcome outcome;
  outcome.alone = !records.empty();
  outcome.inside = named.pile.disagreements.size() > records.size();
  outcome.values = std::ranges::any_of(
      records, [&](const Disagreement* record) { return has_values(named, *record, pair); });
  outcome.said = said_of(named, pair, records, "alone");
  return outcome;
}

struct Counts {
  std::size_t n = 0, alone = 0, inside = 0, together = 0, values = 0;
  void add(const Outcome& outcome) {
    ++n;
    alone += outcome.alone;
    inside += outcome.inside;
    together += outcome.together;
    values += outcome.values;
  }
};

void print_row(const std::string& name, const Counts& counts, std::size_t third) {
  fmt::print("{:52} {:>5} {:>6} {:>6} {:>8}\n", name, counts.n, counts.alone, third,
             counts.together);
}

void list(const ArticlePair& pair, const Outcome& outcome) {
  if (outcome.said.empty()) return;
  fmt::print("{} {} {} {}\n{}", pair.data_set, pair.a, pair.b,
             pair.kind.empty() ? "agree" : pair.kind + ' ' + pair.value_a + ' ' + pair.value_b,
             outcome.said);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: agreeing_pairs_eval SHARED AGREEING.tsv DIFFERING.tsv [--list]\n");
    return 2;
  }
  const std::filesystem::path shared = argv[1];
  const bool lists = argc > 4 && std::strcmp(argv[4], "--list") == 0;
  const auto agreeing = eval::read_pairs(argv[2]);
  const auto differing = eval::read_pairs(argv[3]);
  if (!agreeing || !differing) {
    fmt::print(stderr, "a list cannot be read\n");
    return 5;
  }
  std::map<std::string, std::vector<ArticlePair>> by_data_set;
  for (const auto* pairs : {&*agreeing, &*differing})
    for (const ArticlePair& pair : *pairs) by_data_set[pair.data_set].push_back(pair);

  const auto start = std::chrono::steady_clock::now();
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  const TemporaryFolder scratch;
  std::map<std::string, Counts> of_agreeing, of_differing;
  Counts agree, differ;
  for (const auto& [data_set, pairs] : by_data_set) {
    if (!std::filesystem::exists(shared / data_set)) {
      fmt::print("skipped: no '{}'\n", (shared / data_set).string());
      continue;
    }
    std::vector<std::string> names;
    for (const ArticlePair& pair : pairs) names.insert(names.end(), {pair.a, pair.b});
    const NamedArticles articles =
        eval::read_named(shared / data_set, names, scratch / "", context);
    for (const std::string& name : names)
      if (!articles.contains(name)) {
        fmt::print(stderr, "no '{}' in '{}'\n", name, data_set);
        return 3;
      }
    std::vector<Outcome> outcomes(pairs.size());
    parallel_for(context, pairs.size(),
                 [&](std::size_t i) { outcomes[i] = look_alone(articles, pairs[i]); });
    const NamedPile all = work_out_named(articles, names, context);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Records records = between(all, pairs[i]);
      outcomes[i].together = !records.empty();
      outcomes[i].said += said_of(all, pairs[i], records, "together");
      if (lists) list(pairs[i], outcomes[i]);
      const bool agrees = pairs[i].kind.empty();
      (agrees ? of_agreeing[data_set] : of_differing[pairs[i].kind]).add(outcomes[i]);
      (agrees ? agree : differ).add(outcomes[i]);
    }
  }
  if (agree.n + differ.n == 0) return 0;
  fmt::print("{:52} {:>5} {:>6} {:>6} {:>8}\n", "agree", "pairs", "alone", "inside", "together");
  for (const auto& [name, n] : of_agreeing) print_row(name, n, n.inside);
  print_row("all", agree, agree.inside);
  fmt::print("\n{:52} {:>5} {:>6} {:>6} {:>8}\n", "differ", "pairs", "alone", "values", "together");
  for (const auto& [name, n] : of_differing) print_row(name, n, n.values);
  print_row("all", differ, differ.values);
  fmt::print("{:.1f} s\n",
             std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  return 0;
}
