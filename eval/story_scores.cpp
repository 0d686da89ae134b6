#include "story_scores.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace fabula::eval {
namespace {

using nlohmann::json;
using worlds::Conflict;
using worlds::Novelty;
using worlds::SentencePlace;
using worlds::Telling;
using worlds::World;

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }
double f1_of(double p, double r) { return share(2 * p * r, p + r); }

std::uint32_t overlap(Range a, Range b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

std::size_t index_of(std::string_view label) {
  for (std::size_t i = 0; i < worlds::kNovelties; ++i)
    if (worlds::name_of(static_cast<Novelty>(i)) == label) return i;
  return worlds::kNovelties;
}

// Of a disagreement's kind, whatever it is called: the first of its words that is known.
std::optional<worlds::Slip::Kind> kind_named(std::string_view kind) {
  using enum worlds::Slip::Kind;
  constexpr std::pair<std::string_view, worlds::Slip::Kind> kNames[] = {
      {"number", kNumber},   {"numbers", kNumber}, {"numeric", kNumber}, {"count", kNumber},
      {"quantity", kNumber}, {"amount", kNumber},  {"money", kNumber},   {"percent", kNumber},
      {"value", kNumber},    {"figure", kNumber},  {"date", kDay},       {"dates", kDay},
      {"day", kDay},         {"time", kDay},       {"when", kDay},       {"age", kAge},
      {"ages", kAge}};
  while (!kind.empty()) {
    const std::size_t end = std::min(kind.find_first_of(" .-_:"), kind.size());
    for (const auto& [name, meant] : kNames)
      if (kind.substr(0, end) == name) return meant;
    kind.remove_prefix(std::min(end + 1, kind.size()));
  }
  return std::nullopt;
}

// Whether a value may be that of the account: the same number or day, or one that cannot be read.
bool may_be(const json& value, const Conflict& conflict, std::int64_t account) {
  const std::string words = value.is_string() ? value.get<std::string>() : value.dump();
  if (conflict.kind == worlds::Slip::Kind::kDay) {
    const bool is_day = words.size() == 10 && words[4] == '-' && words[7] == '-';
    return !is_day || words == worlds::iso_date(worlds::Day{worlds::days{account}});
  }
  std::int64_t number = 0;
  bool has_digits = false;
  for (const char c : words) {
    if (c == ',' && has_digits) continue;
    if (c < '0' || c > '9') {
      if (has_digits) break;
      continue;
    }
    has_digits = true;
    if (number < INT32_MAX) number = 10 * number + (c - '0');
  }
  constexpr std::int64_t kMillion = 1'000'000;
  return !has_digits || number == account || number == account * kMillion;
}

// Whether the earlier sentence says something of what the later one says, or is what it corrects.
bool says_the_same(const World& world, const worlds::StorySentence& later, SentencePlace earlier) {
  if (later.corrects == earlier) return true;
  const auto& before = world.articles[earlier.article].sentences[earlier.sentence].claims;
  return std::ranges::any_of(later.claims, [&](const worlds::Claim& claim) {
    return std::ranges::find(before, claim.key, &worlds::Claim::key) != before.end();
  });
}

}  // namespace

double BCubed::f1() const {
  return f1_of(share(precision, static_cast<double>(n)), share(recall, static_cast<double>(n)));
}

BCubed bcubed(const std::vector<std::uint64_t>& gold,
              const std::vector<std::optional<std::uint64_t>>& found) {
  std::map<std::uint64_t, double> of_gold, of_found;
  std::map<std::pair<std::uint64_t, std::uint64_t>, double> of_both;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    ++of_gold[gold[i]];
    if (!found[i]) continue;
    ++of_found[*found[i]];
    ++of_both[{gold[i], *found[i]}];
  }
  BCubed score;
  score.n = gold.size();
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const double both = found[i] ? of_both[{gold[i], *found[i]}] : 1;
    score.precision += both / (found[i] ? of_found[*found[i]] : 1);
    score.recall += both / of_gold[gold[i]];
  }
  return score;
}

double Counts::precision() const {
  return share(static_cast<double>(right), static_cast<double>(right + wrong));
}
double Counts::recall() const {
  return share(static_cast<double>(right), static_cast<double>(right + missed));
}
double Counts::f1() const { return f1_of(precision(), recall()); }

double StoryScores::novelty_f1() const {
  double sum = 0;
  for (const Counts& counts : novelty) sum += counts.f1();
  return sum / static_cast<double>(worlds::kNovelties);
}

std::optional<StoryScores::SpanIn> StoryScores::span_in(const json& span, const Places& places) {
  if (!span.is_object() || !span.contains("article")) return std::nullopt;
  const auto place = places.find(span["article"].get<std::string>());
  if (place == places.end()) return std::nullopt;
  const auto [article, offset] = place->second;
  const auto begin = span["begin"].get<std::uint32_t>();
  const auto end = span["end"].get<std::uint32_t>();
  if (end <= offset) return std::nullopt;
  return SpanIn{article, {begin - std::min(begin, offset), end - offset}};
}

std::optional<SentencePlace> StoryScores::sentence_at(const World& world, const SpanIn& span) {
  std::optional<SentencePlace> best;
  std::uint32_t most = 0;
  const auto& sentences = world.articles[span.article].sentences;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const std::uint32_t n = overlap(sentences[i].range, span.range);
    if (n <= most) continue;
    most = n;
    best = {span.article, i};
  }
  return best;
}

void StoryScores::add(const World& world, const json& pile, const Places& places) {
  ++n_worlds;
  n_articles += world.articles.size();
  n_unread += world.articles.size() - places.size();
  add_events(world, pile, places);
  add_news(world, pile, places);
  add_conflicts(world, pile, places);
}

void StoryScores::add_events(const World& world, const json& pile, const Places& places) {
  std::map<SentencePlace, std::uint64_t> event_of;
  std::uint64_t number = 0;
  for (const json& event : pile["events"]) {
    for (const json& telling : event["tellings"])
      if (const auto span = span_in(telling, places))
        if (const auto place = sentence_at(world, *span)) event_of.emplace(*place, number);
    ++number;
  }
  std::vector<std::uint64_t> gold, gold_told;
  std::vector<std::optional<std::uint64_t>> found, found_told;
  std::set<std::uint32_t> gold_events;
  std::set<std::uint64_t> events;
  for (std::uint32_t a = 0; a < world.articles.size(); ++a)
    for (std::uint32_t s = 0; s < world.articles[a].sentences.size(); ++s) {
      const worlds::StorySentence& sentence = world.articles[a].sentences[s];
      const bool is_told = sentence.telling == Telling::kTold;
      if (!is_told && sentence.telling != Telling::kFigure) continue;
      const auto at = event_of.find({a, s});
      const auto event = at == event_of.end() ? std::nullopt : std::optional(at->second);
      gold.push_back(sentence.events.front());
      found.push_back(event);
      if (!is_told) continue;
      gold_told.push_back(sentence.events.front());
      found_told.push_back(event);
      gold_events.insert(sentence.events.front());
      ++n_told;
      if (!event) continue;
      events.insert(*event);
      ++n_told_found;
    }
  n_gold_events += gold_events.size();
  n_events += events.size();
  const auto sum = [](BCubed& into, double& f1, const BCubed& world_score) {
    const auto n = static_cast<double>(world_score.n);
    into.precision += share(world_score.precision, n);
    into.recall += share(world_score.recall, n);
    ++into.n;
    f1 += world_score.f1();
  };
  sum(told_sum, told_f1, bcubed(gold_told, found_told));
  sum(figures_sum, figures_f1, bcubed(gold, found));
}

void StoryScores::add_news(const World& world, const json& pile, const Places& places) {
  struct Found {
    std::uint32_t overlap = 0;
    std::size_t label = worlds::kNovelties;
    std::optional<SentencePlace> earlier;
  };
  std::map<SentencePlace, Found> label_of;
  for (const json& item : pile["news"]) {
    const auto span = span_in(item, places);
    if (!span) continue;
    const std::size_t label = index_of(item["label"].get<std::string>());
    std::optional<SentencePlace> earlier;
    if (item.contains("earlier"))
      if (const auto place = span_in(item["earlier"], places)) earlier = sentence_at(world, *place);
    const auto& sentences = world.articles[span->article].sentences;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const std::uint32_t n = overlap(sentences[i].range, span->range);
      Found& best = label_of[{span->article, i}];
      if (n > best.overlap) best = {n, label, earlier};
    }
  }
  for (std::uint32_t a = 0; a < world.articles.size(); ++a)
    for (std::uint32_t s = 0; s < world.articles[a].sentences.size(); ++s) {
      const worlds::StorySentence& sentence = world.articles[a].sentences[s];
      const auto gold = static_cast<std::size_t>(sentence.novelty);
      const auto at = label_of.find({a, s});
      const std::size_t label = at == label_of.end() ? worlds::kNovelties : at->second.label;
      ++said[gold][label];
      const bool is_right =
          label == gold ||
          (label < worlds::kNovelties &&
           std::ranges::find(sentence.also, static_cast<Novelty>(label)) != sentence.also.end());
      if (is_right) {
        ++novelty[label].right;
        if (!sentence.earlier) continue;
        ++n_known;
        const auto earlier = at == label_of.end() ? std::nullopt : at->second.earlier;
        n_earlier += earlier.has_value();
        n_earlier_right += earlier && says_the_same(world, sentence, *earlier);
        continue;
      }
      ++novelty[gold].missed;
      if (label < worlds::kNovelties) ++novelty[label].wrong;
    }
}

void StoryScores::add_conflicts(const World& world, const json& pile, const Places& places) {
  std::set<std::size_t> met;
  for (const json& disagreement : pile["disagreements"]) {
    // Which accounts of which conflict its values stand on: gold value, place of its own value.
    std::map<std::size_t, std::set<std::pair<std::int64_t, std::size_t>>> hits;
    std::size_t n_values = 0;
    const auto kind = kind_named(disagreement.value("kind", ""));
    if (!kind) {
      ++n_other_kinds;
      continue;
    }
    for (const json& value : disagreement["values"]) {
      for (const json& telling : value["tellings"]) {
        const auto span = span_in(telling, places);
        if (!span) continue;
        for (std::size_t c = 0; c < world.conflicts.size(); ++c) {
          const Conflict& conflict = world.conflicts[c];
          if (conflict.kind != *kind) continue;
          for (const Conflict::Account& account : conflict.accounts) {
            if (account.article != span->article || overlap(account.range, span->range) == 0)
              continue;
            if (!may_be(value["value"], conflict, account.value)) continue;
            // The same age on other days can be as wrong as another one.
            const bool is_age = conflict.kind == worlds::Slip::Kind::kAge;
            hits[c].insert({is_age ? std::int64_t{account.slip} : account.value, n_values});
          }
        }
      }
      ++n_values;
    }
    const auto differs = [](const auto& pairs) {
      return std::ranges::any_of(pairs, [&](const auto& a) {
        return std::ranges::any_of(
            pairs, [&](const auto& b) { return a.first != b.first && a.second != b.second; });
      });
    };
    bool is_right = false, is_optional = false, is_agreeing = false;
    for (const auto& [c, pairs] : hits) {
      const Conflict& conflict = world.conflicts[c];
      if (conflict.agrees) {
        is_agreeing = true;
      } else if (differs(pairs)) {
        (conflict.is_optional ? is_optional : is_right) = true;
        met.insert(c);
      }
    }
    if (is_right) continue;  // counted below, once a conflict
    if (is_optional) {
      ++n_optional;
      continue;
    }
    ++conflicts[static_cast<std::size_t>(*kind)].wrong;
    n_false_agreeing += is_agreeing;
  }
  for (std::size_t c = 0; c < world.conflicts.size(); ++c) {
    const Conflict& conflict = world.conflicts[c];
    n_agreeing += conflict.agrees;
    if (conflict.agrees || conflict.is_optional) continue;
    Counts& counts = conflicts[static_cast<std::size_t>(conflict.kind)];
    ++(met.contains(c) ? counts.right : counts.missed);
  }
}

}  // namespace fabula::eval
