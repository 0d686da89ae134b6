// Who copied whom, on simulated families of copies whose true sources are known.
//
//   lineage_eval [FIRST LAST [COPIES]]    seeds, 11 to 30 when not given; 1 to 10 were for tuning
//
// A text of 400 words is copied 60 times: 40 % of the copies are made from the wire's first text,
// the others from any earlier copy; half of all copies are cut, to between 50 and 95 % of what
// their source has; every word is changed with the given rate (70 % exchanged, 15 % left out, 15 %
// followed by a new one). Dates are ranks: one copy a day. "off by 5": each date is off by up to 5
// days, "said" when the article gives an interval, else it claims to be exact. "common": of the
// changes, 20 % are corrections that every hand makes alike. "short": cut to between 30 and 60 %.
//
// found      of all copies, whose likeliest source is the true one, said or not. A source is a
//            text: when several copies have the very same words, each of them is right
// earliest, recent   the same for the simple rules: the earliest article; the one just before
// said       of all copies: those with standing "copy", and of these the ones that are right
// same       of copies with the very words of their source: standing "undecidable"
// By margin: how often the likeliest source is the true one, for copies with that margin.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/lineage.hpp"

namespace {

using fabula::reconcile::Lineage;
using fabula::reconcile::Member;
using fabula::reconcile::Published;
using fabula::reconcile::Standing;

struct Knobs {
  const char* name = "";
  int days_off = 0;
  bool says_so = false;
  bool has_dates = true;
  double common_rate = 0;
  int shortest_cut = 50;  // percent
  int longest_cut = 95;
  double edit_rate = 0.01;
  int n_copies = 60;
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
    for (int i = 1; i < knobs.n_copies; ++i) copies_.push_back(copy_of(chance(0.4) ? 0 : below(i)));
    for (int i = 0; i < knobs.n_copies; ++i) date(copies_[static_cast<std::size_t>(i)], i);
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
    if (chance(0.5)) {
      const int percent = knobs_.shortest_cut + below(knobs_.longest_cut - knobs_.shortest_cut + 1);
      n = n * static_cast<std::size_t>(percent) / 100;
    }
    for (std::size_t i = 0; i < n; ++i) copy_word(words[i], made.words);
    return made;
  }

  void copy_word(const std::string& word, std::vector<std::string>& out) {
    if (!chance(knobs_.edit_rate)) return out.push_back(word);
    if (chance(knobs_.common_rate)) return out.push_back("corrected" + word);
    const int kind = below(20);
    if (kind < 14) return out.push_back(new_word());
    if (kind < 17) return;
    out.push_back(word);
    out.push_back(new_word());
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

constexpr std::array<std::uint32_t, 6> kMarginSteps = {0, 30, 60, 120, 300, UINT32_MAX};

struct Score {
  int n = 0, found = 0, earliest = 0, recent = 0, said = 0, said_right = 0, same = 0,
      same_undecidable = 0;
  std::array<int, kMarginSteps.size()> by_margin{}, right_by_margin{};
};

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

// The simulated copies as members of a family, in working order: by date, else shuffled.
struct Family {
  std::vector<std::string> texts;
  std::vector<Member> members;
  std::vector<int> true_parent;  // by member; -1: the wire's first text

  Family(const std::vector<Copy>& copies, unsigned seed) {
    std::vector<std::size_t> order(copies.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(seed + 1000);
    std::shuffle(order.begin(), order.end(), random);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      return copies[x].published.earliest < copies[y].published.earliest;
    });
    std::vector<int> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<int>(i);
    for (const std::size_t i : order) {
      texts.push_back(join(copies[i].words));
      const int parent = copies[i].parent;
      true_parent.push_back(parent < 0 ? -1 : place[static_cast<std::size_t>(parent)]);
    }
    for (std::size_t i = 0; i < order.size(); ++i)
      members.push_back({texts[i], copies[order[i]].published, {}, {}, {}});
  }
};

void count(const Family& family, const Lineage& lineage, Score& score) {
  for (std::size_t i = 0; i < family.members.size(); ++i) {
    const int parent = family.true_parent[i];
    if (parent < 0) continue;
    const auto& traced = lineage.members[i];
    const std::uint32_t text = lineage.text[i];
    const std::uint32_t parent_text = lineage.text[static_cast<std::size_t>(parent)];
    ++score.n;
    score.earliest += parent == 0;
    score.recent += parent + 1 == static_cast<int>(i);
    if (text == parent_text) {
      ++score.same;
      score.same_undecidable += traced.standing == Standing::kUndecidable;
      ++score.found;
      continue;
    }
    const bool right = lineage.parent_text[text] == static_cast<int>(parent_text);
    score.found += right;
    if (traced.standing == Standing::kCopy) {
      ++score.said;
      score.said_right += right;
    }
    if (traced.standing == Standing::kUndecidable) continue;
    std::size_t step = 0;
    while (traced.margin > kMarginSteps[step]) ++step;
    ++score.by_margin[step];
    score.right_by_margin[step] += right;
  }
}

double share(int part, int all) { return all == 0 ? 0 : static_cast<double>(part) / all; }

Score run(const Knobs& knobs, unsigned first, unsigned last) {
  Score score;
  fabula::reconcile::LineageTracer tracer;
  for (unsigned seed = first; seed <= last; ++seed) {
    const Simulation simulation(seed, knobs);
    const Family family(simulation.copies(), seed);
    count(family, tracer.trace(family.members), score);
  }
  return score;
}

void print_row(Knobs knobs, unsigned first, unsigned last, Score& all) {
  for (const double rate : {0.0, 0.005, 0.01, 0.03}) {
    knobs.edit_rate = rate;
    const Score s = run(knobs, first, last);
    std::printf("%-22s %4.1f %%   %.3f    %.2f   %.2f   %.2f  %.3f   ", knobs.name, 100 * rate,
                share(s.found, s.n), share(s.earliest, s.n), share(s.recent, s.n),
                share(s.said, s.n), share(s.said_right, s.said));
    std::printf("%.3f of %d\n", share(s.same_undecidable, s.same), s.same);
    if (rate == 0) continue;
    for (std::size_t i = 0; i < kMarginSteps.size(); ++i) {
      all.by_margin[i] += s.by_margin[i];
      all.right_by_margin[i] += s.right_by_margin[i];
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned first = argc > 2 ? static_cast<unsigned>(std::atoi(argv[1])) : 11;
  const unsigned last = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 30;
  const Knobs rows[] = {
      {"exact dates"},
      {"off by 5, said", 5, true},
      {"off by 5", 5},
      {"off by 15, said", 15, true},
      {"off by 15", 15},
      {"no dates", 0, false, false},
      {"exact, common", 0, false, true, 0.2},
      {"no dates, common", 0, false, false, 0.2},
      {"exact, short", 0, false, true, 0, 30, 60},
      {"no dates, short", 0, false, false, 0, 30, 60},
  };
  std::printf("seeds %u to %u\n", first, last);
  std::printf("dates                 changes   found earliest recent   said  right   same\n");
  Score all;
  for (Knobs knobs : rows) {
    if (argc > 3) knobs.n_copies = std::atoi(argv[3]);
    print_row(knobs, first, last, all);
  }
  std::printf("\nmargin up to   copies   found\n");
  for (std::size_t i = 0; i < kMarginSteps.size(); ++i)
    std::printf("%12s %8d   %.3f\n",
                i + 1 < kMarginSteps.size() ? std::to_string(kMarginSteps[i]).c_str() : "more",
                all.by_margin[i], share(all.right_by_margin[i], all.by_margin[i]));
}
