// Which numbers a built pile holds, and where they disagree.
//
//   disagreements_eval STORE.fabula... [--values] [--list] [--groups]
//
// Reads the articles, stories, copies and shared passages of each store, makes values and
// disagreements anew and says how long that takes. --values prints every value, --list every
// disagreement with the sentences it rests on: to be read by a person, for no data set has them
// marked. --groups prints the values of each story with one role and unit that no number fits:
// where a disagreement could be missed.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/context.hpp"
#include "dating/told_ages.hpp"
#include "reconcile/disagreements.hpp"
#include "store/store.hpp"
#include "values/values.hpp"

namespace {

using namespace fabula;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string line_of(std::string_view text, Range range) {
  std::string line(words_of(text, range));
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

Range sentence_around(const AnnotatedArticle& article, Range range) {
  for (const Sentence& sentence : article.segmentation.sentences)
    if (sentence.range.contains(range)) return sentence.range;
  return range;
}

void print_values(const AnnotatedArticle& article, const std::vector<Value>& values) {
  for (const Value& value : values)
    fmt::print("  {:14} {:16} {:12} by '{}' as of {} happened {}{}: {}\n", value.written,
               value.role, value.unit, line_of(article.article.text, value.said_by),
               value.as_of.edtf, value.happened.edtf, value.is_lead ? " lead" : "",
               line_of(article.article.text, value.sentence));
}

void print_groups(const Pile& pile, const std::vector<std::vector<Value>>& values) {
  using Group = std::vector<std::pair<std::uint32_t, const Value*>>;
  for (const Story& story : pile.stories) {
    std::map<std::pair<std::string, std::string>, Group> groups;
    for (const Membership& member : story.members)
      for (const Value& value : values[member.article])
        groups[{value.role, value.unit}].emplace_back(member.article, &value);
    for (const auto& [key, group] : groups) {
      std::int64_t low = 0, high = kNoLimit;
      for (const auto& [article, value] : group) {
        low = std::max(low, value->low);
        high = std::min(high, value->high);
      }
      if (low <= high) continue;
      fmt::print("\n{} {} {}\n", story.id, key.first, key.second);
      for (const auto& [article, value] : group) {
        fmt::print("{} ", pile.articles[article].article.published.when.edtf);
        print_values(pile.articles[article], {*value});
      }
    }
  }
}

void print_record(const Pile& pile, const Disagreement& record) {
  fmt::print("\n{} {}: {}\n", record.id, record.about, record.because);
  for (const DisagreeingValue& value : record.values) {
    fmt::print("  {} ({} origins)\n", value.value, value.n_origins);
    for (const ValueTelling& telling : value.tellings) {
      const AnnotatedArticle& article = pile.articles[telling.words.article];
      fmt::print("    [{} of {}, said {}, by '{}'] {}\n", article.article.id,
                 article.article.published.when.edtf, telling.as_of.edtf,
                 telling.said_by ? line_of(article.article.text, telling.said_by->range) : "",
                 line_of(article.article.text, sentence_around(article, telling.words.range)));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool lists = false, prints_values = false, prints_groups = false;
  std::vector<std::string> stores;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--list") == 0)
      lists = true;
    else if (std::strcmp(argv[i], "--groups") == 0)
      prints_groups = true;
    else if (std::strcmp(argv[i], "--values") == 0)
      prints_values = true;
    else
      stores.emplace_back(argv[i]);
  }
  if (stores.empty()) {
    std::fprintf(stderr, "usage: disagreements_eval STORE... [--values] [--list] [--groups]\n");
    return 2;
  }
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  for (const std::string& path : stores) {
    const auto store = store::Store::open(path, store::Mode::kRead);
    if (!store) {
      fmt::print(stderr, "{}: {}\n", path, store.error().what);
      return 5;
    }
    auto read = store->read_pile();
    if (!read) {
      fmt::print(stderr, "{}: {}\n", path, read.error().what);
      return 5;
    }
    Pile& pile = *read;
    apply_dates(pile);
    const auto start = Clock::now();
    std::vector<std::vector<Value>> values(pile.articles.size());
    parallel_for(context, values.size(),
                 [&](std::size_t i) { values[i] = values::find_values(pile.articles[i]); });
    const double values_took = seconds_since(start);
    const auto second_start = Clock::now();
    const std::vector<ToldAge> ages = dating::find_told_ages(pile);
    const std::vector<Disagreement> records = reconcile::find_disagreements(pile, values, ages);
    std::size_t n_values = 0;
    for (const auto& of_article : values) n_values += of_article.size();
    fmt::print("{}: {} articles, {} values in {:.2f} s, {} disagreements in {:.2f} s\n", path,
               pile.articles.size(), n_values, values_took, records.size(),
               seconds_since(second_start));
    if (prints_values)
      for (std::size_t i = 0; i < values.size(); ++i) print_values(pile.articles[i], values[i]);
    if (prints_groups) print_groups(pile, values);
    if (lists)
      for (const Disagreement& record : records) print_record(pile, record);
  }
  return 0;
}
