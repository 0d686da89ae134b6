// Who copied whom, on simulated families of copies whose true sources are known.
//
//   lineage_eval [FIRST LAST]        seeds, 11 to 30 when not given; 1 to 10 were for tuning
//
// A text of 400 words is copied 60 times: 40 % of the copies are made from the wire's first text,
// the others from any earlier copy; half of all copies are cut somewhere behind a third of the
// text; every word is changed with the given rate (7 in 10 exchanged, 1.5 left out, 1.5 put in).
// Dates are ranks: one copy a day. "n off": each date is off by up to n days, "said" when the
// article's interval says so, "not said" when it claims to be exact.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/candidates.hpp"
#include "reconcile/family_words.hpp"
#include "reconcile/prices.hpp"
#include "reconcile/text_tree.hpp"

namespace fabula::reconcile {
extern int g_pow;
extern std::int64_t g_place, g_word, g_cut, g_add, g_pop, g_adapt, g_maxlater;
}  // namespace fabula::reconcile
namespace {

using fabula::reconcile::FamilyWords;
using fabula::reconcile::Published;

struct Knobs {
  double edit_rate = 0.01;
  int days_off = 0;
  bool says_so = false;
  bool has_dates = true;
  double common_rate = 0;  // of the edits: a correction that others make too
};

struct Copy {
  std::vector<std::string> words;
  int parent = -1;
  Published published;
};

class Simulation {
 public:
  Simulation(unsigned seed, const Knobs& knobs) : random_(seed), knobs_(knobs) {
    Copy wire;
    for (int i = 0; i < 400; ++i) wire.words.push_back(new_word());
    copies_.push_back(wire);
    for (int i = 1; i < 60; ++i) copies_.push_back(copy_of(chance(0.4) ? 0 : below(i)));
    for (int i = 0; i < 60; ++i) date(copies_[static_cast<std::size_t>(i)], i);
  }
  [[nodiscard]] const std::vector<Copy>& copies() const { return copies_; }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(double p) { return static_cast<double>(random_()) < p * 4294967296.0; }
  std::string new_word() { return "w" + std::to_string(n_words_++); }

  Copy copy_of(int parent) {
    Copy made;
    made.parent = parent;
    const auto& words = copies_[static_cast<std::size_t>(parent)].words;
    std::size_t n = words.size();
    if (chance(0.5)) n = n * static_cast<std::size_t>(50 + below(46)) / 100;
    for (std::size_t i = 0; i < n; ++i) {
      if (!chance(knobs_.edit_rate)) {
        made.words.push_back(words[i]);
        continue;
      }
      if (chance(knobs_.common_rate)) {
        made.words.push_back("corrected" + words[i]);
        continue;
      }
      const int kind = below(20);
      if (kind < 14) made.words.push_back(new_word());
      if (kind >= 17) {
        made.words.push_back(words[i]);
        made.words.push_back(new_word());
      }
    }
    return made;
  }

  void date(Copy& copy, int rank) {
    if (!knobs_.has_dates) return;
    const int off = knobs_.days_off == 0 ? 0 : below(2 * knobs_.days_off + 1) - knobs_.days_off;
    const int slack = knobs_.says_so ? knobs_.days_off : 0;
    copy.published = {rank + off - slack, rank + off + slack};
  }

  std::mt19937 random_;
  Knobs knobs_;
  int n_words_ = 0;
  std::vector<Copy> copies_;
};

struct Score {
  int n = 0, exact = 0, earliest = 0, recent = 0, said = 0, said_right = 0;
};

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

void run(unsigned seed, const Knobs& knobs, Score& score) {
  const Simulation simulation(seed, knobs);
  std::vector<int> order(simulation.copies().size());  // working order: by date, else shuffled
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::mt19937 random(seed + 1000);
  std::shuffle(order.begin(), order.end(), random);
  const auto copy_at = [&](int i) -> const Copy& {
    return simulation.copies()[static_cast<std::size_t>(i)];
  };
  std::stable_sort(order.begin(), order.end(), [&](int x, int y) {
    return copy_at(x).published.earliest < copy_at(y).published.earliest;
  });
  std::vector<int> place(order.size());
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    texts.push_back(join(copy_at(order[i]).words));
  }
  FamilyWords family;
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  family.read(views);
  std::vector<fabula::reconcile::TextFacts> published(family.n_texts());
  for (std::size_t i = 0; i < order.size(); ++i) {
    Published& at = published[family.text_of_member()[i]].published;
    at = earlier_of(at, copy_at(order[i]).published);
  }
  fabula::reconcile::Pricer pricer(family);
  const auto tree = find_tree(family, published, pricer);
  const std::int64_t sure = 60;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int true_parent = copy_at(order[i]).parent;
    if (true_parent < 0) continue;
    const auto text = family.text_of_member()[i];
    const auto parent_text = family.text_of_member()[static_cast<std::size_t>(
        place[static_cast<std::size_t>(true_parent)])];
    ++score.n;
    score.earliest += order[0] == true_parent;
    score.recent += i > 0 && order[i - 1] == true_parent;
    const bool right = parent_text == text || tree.parent[text] == static_cast<int>(parent_text);
    score.exact += right;
    if (tree.margin[text] >= sure) {
      ++score.said;
      score.said_right += right;
    }
  }
}

void print_row(const char* name, const Knobs& base, unsigned first, unsigned last) {
  std::printf("%-18s", name);
  for (const double rate : {0.005, 0.01, 0.03}) {
    Knobs knobs = base;
    knobs.edit_rate = rate;
    Score score;
    for (unsigned seed = first; seed <= last; ++seed) run(seed, knobs, score);
    std::printf("  | %.3f %.2f %.2f said %.2f right %.3f", 1.0 * score.exact / score.n,
                1.0 * score.earliest / score.n, 1.0 * score.recent / score.n,
                1.0 * score.said / score.n, 1.0 * score.said_right / std::max(1, score.said));
  }
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned first = argc > 2 ? static_cast<unsigned>(std::atoi(argv[1])) : 11;
  const unsigned last = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 30;
  print_row("exact dates", {}, first, last);
  print_row("5 off, said", {0, 5, true, true, 0}, first, last);
  print_row("5 off, not said", {0, 5, false, true, 0}, first, last);
  print_row("15 off, said", {0, 15, true, true, 0}, first, last);
  print_row("15 off, not said", {0, 15, false, true, 0}, first, last);
  print_row("no dates", {0, 0, false, false, 0}, first, last);
  print_row("common 20%, exact", {0, 0, false, true, 0.2}, first, last);
  print_row("common 20%, none", {0, 0, false, false, 0.2}, first, last);
}
