// Invented feature, celebrity and human-interest prose with gold: features_eval [--misses] FOLDER
//
// Each sub-folder of FOLDER is a pile: articles (*.txt) and gold.json, described in FOLDER's
// README.md. Every pile is built by the real pipeline in a store of its own, then:
//   found    statements that a direct or mixed record overlaps; exact: the same words, marks aside
//   speaker  the person's full name, or the words of a speaker without a name, over ALL statements
//   wrong    another person of the gold; short: the right person by a part of the name
//   A B C    records with a speaker of that grade whose speaker is right; extra ones are wrong
//   titles   titles, nicknames, scare quotes taken for quotations; extra: other records of nobody
//   channel  right where the gold has one; given: of all that are given the right ones
//   day      when it was said, where the gold tells; +: left open where the gold says it is not
//   told joined   pairs of one utterance that share a family; true: pairs in a family that belong
//   there
// Exit status 3 when a gold string does not stand in its file.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/temporary_folder.hpp"
#include "features_gold.hpp"
#include "pipeline/pipeline.hpp"
#include "store/store.hpp"
#include "text/utf8.hpp"

namespace {

using namespace fabula;
using namespace fabula::eval;
namespace fs = std::filesystem;

struct Score {
  std::size_t n = 0, found = 0, exact = 0, speaker = 0, wrong = 0, brief = 0, nobody = 0;
  std::array<std::size_t, 4> graded{}, graded_right{};
  std::size_t n_titles = 0, titles = 0, extra = 0;
  std::size_t n_channels = 0, channels = 0, channels_given = 0, channels_true = 0;
  std::size_t n_said = 0, said = 0, n_untold = 0, untold = 0;
  std::size_t pairs = 0, pairs_joined = 0, joined = 0, joined_true = 0;
};

class Scorer {
 public:
  Scorer(std::string label, const Pile& pile, Gold gold, bool prints)
      : label_(std::move(label)), pile_(pile), gold_(std::move(gold)), prints_(prints) {
    for (std::size_t i = 0; i < pile_.people.size(); ++i)
      for (const RecordRef ref : pile_.people[i].things) person_of_[ref] = i;
    for (std::size_t i = 0; i < pile_.families.size(); ++i)
      for (const FamilyMember& m : pile_.families[i].members) family_of_[m.quote] = i;
  }

  Score score();

 private:
  enum class Verdict : std::uint8_t { kRight, kWrong, kBrief, kNobody, kOther };
  static const char* words_for(Verdict verdict);

  const AnnotatedArticle& annotated(std::uint32_t article) const { return pile_.articles[article]; }
  std::string name_of_speaker(std::uint32_t article, const Quote& quote) const;
  static bool is_of(const std::string& name, const std::vector<std::string>& person);
  Verdict judge(const GoldStatement& gold, const Quote& quote) const;
  void match();
  void score_statement(const GoldStatement& gold, Score& score) const;
  void score_said(const GoldStatement& gold, const Quote& quote, Score& score) const;
  void score_channel(const GoldStatement& gold, const Quote& quote, Score& score) const;
  void score_records(Score& score) const;
  void score_families(Score& score) const;
  void miss(std::string_view what, std::uint32_t article, const std::vector<Range>& parts,
            std::string_view got) const;
  std::vector<std::vector<std::string>> names_of(const GoldStatement& gold) const;

  std::string label_;
  const Pile& pile_;
  Gold gold_;
  bool prints_;
  std::map<RecordRef, std::size_t> person_of_;
  std::map<RecordRef, std::size_t> family_of_;
};

std::string Scorer::name_of_speaker(std::uint32_t article, const Quote& quote) const {
  if (!quote.speaker) return "";
  if (quote.speaker->thing >= 0) {
    const auto found = person_of_.find({article, static_cast<std::uint32_t>(quote.speaker->thing)});
    if (found != person_of_.end()) return pile_.people[found->second].name;
  }
  return quote.speaker->name;
}

bool Scorer::is_of(const std::string& name, const std::vector<std::string>& person) {
  return std::any_of(person.begin(), person.end(),
                     [&](const std::string& one) { return folded(one) == folded(name); });
}

// The names of those who are right for this statement.
std::vector<std::vector<std::string>> Scorer::names_of(const GoldStatement& gold) const {
  std::vector<std::string> right = gold.accept;
  if (gold.speaker) right.push_back(*gold.speaker);
  std::vector<std::vector<std::string>> names;
  for (const std::string& one : right) {
    names.push_back({one});
    for (const auto& person : gold_.people)
      if (person[0] == one) names.back() = person;
  }
  return names;
}

Scorer::Verdict Scorer::judge(const GoldStatement& gold, const Quote& quote) const {
  const bool is_nobodys = !gold.speaker && gold.unnamed.empty();
  if (!quote.speaker) return is_nobodys ? Verdict::kRight : Verdict::kNobody;
  const std::string name = name_of_speaker(gold.article, quote);
  const auto right = names_of(gold);
  for (const auto& names : right)
    if (is_of(name, names)) return Verdict::kRight;
  // Words are as good when the gold says so: "the new parents" of a joint statement.
  if (is_of(quote.speaker->as, gold.accept)) return Verdict::kRight;
  const bool is_in_table =
      quote.speaker->thing >= 0 &&
      person_of_.contains({gold.article, static_cast<std::uint32_t>(quote.speaker->thing)});
  if (!gold.unnamed.empty() && !is_in_table) {
    const auto wanted = tokens_of(gold.unnamed);
    for (const std::string& token : tokens_of(name + " " + quote.speaker->as))
      if (wanted.contains(token)) return Verdict::kRight;
  }
  const auto tokens = tokens_of(name);
  const auto is_part = [&](const std::vector<std::string>& names) {
    return !tokens.empty() && std::any_of(names.begin(), names.end(), [&](const std::string& one) {
      const auto full = tokens_of(one);
      return std::includes(full.begin(), full.end(), tokens.begin(), tokens.end());
    });
  };
  if (std::any_of(right.begin(), right.end(), is_part)) return Verdict::kBrief;
  if (std::any_of(gold_.people.begin(), gold_.people.end(), is_part)) return Verdict::kWrong;
  return Verdict::kOther;
}

const char* Scorer::words_for(Verdict verdict) {
  static constexpr std::array kWords = {"right", "wrong person", "short name", "no speaker",
                                        "not this speaker"};
  return kWords[static_cast<std::size_t>(verdict)];
}

// The record most like each statement. Of statements inside each other, a record belongs to the
// one it is most like.
void Scorer::match() {
  auto& all = gold_.statements;
  for (GoldStatement& gold : all) {
    const auto& quotes = annotated(gold.article).quotes;
    std::uint64_t best = 0;
    for (std::size_t q = 0; q < quotes.size(); ++q) {
      const std::uint64_t like = likeness(gold.parts, quotes[q].parts);
      if (quotes[q].kind == QuoteKind::kIndirect || like <= best) continue;
      if (std::any_of(gold.nested.begin(), gold.nested.end(), [&](std::size_t k) {
            return likeness(all[k].parts, quotes[q].parts) > like;
          }))
        continue;
      best = like;
      gold.record = static_cast<std::int32_t>(q);
    }
  }
}

void Scorer::miss(std::string_view what, std::uint32_t article, const std::vector<Range>& parts,
                  std::string_view got) const {
  if (!prints_) return;
  std::string words;
  for (const Range part : parts)
    words +=
        (words.empty() ? "" : " / ") + std::string(words_of(annotated(article).article.text, part));
  if (words.size() > 90) {
    std::size_t end = 90;
    while (!text::is_boundary(words, end)) --end;
    words = words.substr(0, end) + "...";
  };
  fmt::print("{}/{}: {}: [{}] {}\n", label_, file_of(annotated(article)), what, words, got);
}

void Scorer::score_statement(const GoldStatement& gold, Score& score) const {
  ++score.n;
  score.n_channels += gold.channel.empty() ? 0U : 1U;
  if (gold.record < 0) {
    miss(gold.parts.empty() ? "missing, not in the text" : "missing", gold.article, gold.parts, "");
    return;
  }
  ++score.found;
  const std::string& article_text = annotated(gold.article).article.text;
  const Quote& quote = annotated(gold.article).quotes[static_cast<std::size_t>(gold.record)];
  const std::string got = joined_words(article_text, quote.parts);
  if (got == joined_words(article_text, gold.parts))
    ++score.exact;
  else
    miss("other words", gold.article, gold.parts, fmt::format("got [{}] {}", got, quote.rule));
  const Verdict verdict = judge(gold, quote);
  score.speaker += verdict == Verdict::kRight ? 1U : 0U;
  score.wrong += verdict == Verdict::kWrong ? 1U : 0U;
  score.brief += verdict == Verdict::kBrief ? 1U : 0U;
  score.nobody += verdict == Verdict::kNobody ? 1U : 0U;
  const std::string wanted = gold.speaker ? *gold.speaker : gold.unnamed;
  if (verdict != Verdict::kRight)
    miss(words_for(verdict), gold.article, gold.parts,
         fmt::format("got '{}' (as '{}', {}), expected '{}', {}",
                     name_of_speaker(gold.article, quote), quote.speaker ? quote.speaker->as : "",
                     name_of(quote.grade), wanted, quote.rule));
  score_channel(gold, quote, score);
  score_said(gold, quote, score);
}

// The time said is right when its ends are those of the gold's day, month or year.
void Scorer::score_said(const GoldStatement& gold, const Quote& quote, Score& score) const {
  if (!gold.said) return;
  bool is_right = false;
  if (gold.said->empty()) {
    is_right = !quote.said.earliest;
    ++score.n_untold;
    score.untold += is_right ? 1U : 0U;
  } else {
    const std::string first = gold.said->size() == 4   ? *gold.said + "-01-01"
                              : gold.said->size() == 7 ? *gold.said + "-01"
                                                       : *gold.said;
    const auto day = parse_iso_day(first);
    is_right = day && quote.said.earliest == day && quote.said.edtf.starts_with(*gold.said);
    ++score.n_said;
    score.said += is_right ? 1U : 0U;
  }
  if (!is_right)
    miss("day", gold.article, gold.parts,
         fmt::format("got '{}', expected '{}'", quote.said.edtf, *gold.said));
}

// Is one of the two names the other, or a part of it in whole words: "Glasswing" of "Glasswing
// magazine"? Case, marks and an article in front do not count.
bool is_same_channel(std::string_view a, std::string_view b) {
  const auto padded = [](std::string_view name) {
    std::string words = folded(name);
    for (const std::string_view article : {"the ", "a ", "an "})
      if (words.starts_with(article)) words.erase(0, article.size());
    return words.empty() ? words : " " + words + " ";
  };
  const std::string one = padded(a), other = padded(b);
  if (one.empty() || other.empty()) return false;
  return one.find(other) != one.npos || other.find(one) != other.npos;
}

void Scorer::score_channel(const GoldStatement& gold, const Quote& quote, Score& score) const {
  const std::string channel = quote.channel ? quote.channel->name : "";
  score.channels_given += channel.empty() ? 0U : 1U;
  const bool is_accepted =
      std::any_of(gold.channel_accept.begin(), gold.channel_accept.end(),
                  [&](const std::string& accepted) { return is_same_channel(accepted, channel); });
  const bool is_right = is_accepted || is_same_channel(gold.channel, channel);
  score.channels_true += is_right ? 1U : 0U;
  score.channels += is_right && !gold.channel.empty() ? 1U : 0U;
  if (!is_right && !(channel.empty() && gold.channel.empty()))
    miss("channel", gold.article, gold.parts,
         fmt::format("got '{}', expected '{}'", channel, gold.channel));
}

// The records' side: how far a grade can be trusted, and what should not be there.
void Scorer::score_records(Score& score) const {
  const auto covers = [](const std::vector<GoldRange>& list, std::uint32_t article,
                         const Quote& quote) {
    return std::any_of(list.begin(), list.end(), [&](const GoldRange& one) {
      return one.article == article && likeness(one.parts, quote.parts) > 500;
    });
  };
  score.n_titles = gold_.not_quotes.size();
  for (std::uint32_t a = 0; a < pile_.articles.size(); ++a)
    for (const Quote& quote : annotated(a).quotes) {
      if (quote.kind == QuoteKind::kIndirect || covers(gold_.undecided, a, quote)) continue;
      const GoldStatement* best = nullptr;
      for (const GoldStatement& gold : gold_.statements)
        if (gold.article == a &&
            likeness(gold.parts, quote.parts) > (best ? likeness(best->parts, quote.parts) : 0))
          best = &gold;
      const bool is_title = covers(gold_.not_quotes, a, quote);
      score.titles += is_title ? 1U : 0U;
      if (is_title) best = nullptr;
      if (!best) {
        score.extra += is_title ? 0U : 1U;
        miss(is_title ? "title taken for a quotation" : "extra", a, quote.parts,
             fmt::format("'{}' {}", name_of_speaker(a, quote), quote.rule));
      }
      const auto grade = static_cast<std::size_t>(quote.grade);
      ++score.graded[grade];
      score.graded_right[grade] += best && judge(*best, quote) == Verdict::kRight ? 1U : 0U;
    }
}

void Scorer::score_families(Score& score) const {
  const auto& all = gold_.statements;
  const auto family = [&](const GoldStatement& gold) -> std::int64_t {
    if (gold.record < 0) return -1;
    const auto found = family_of_.find({gold.article, static_cast<std::uint32_t>(gold.record)});
    return found == family_of_.end() ? -1 : static_cast<std::int64_t>(found->second);
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const bool is_open = (!all[i].family_open.empty() && all[i].family_open == all[k].family) ||
                           (!all[k].family_open.empty() && all[k].family_open == all[i].family);
      if (is_open) continue;
      const bool is_gold = !all[i].family.empty() && all[i].family == all[k].family;
      const bool is_joined = family(all[i]) >= 0 && family(all[i]) == family(all[k]);
      score.pairs += is_gold ? 1U : 0U;
      score.pairs_joined += is_gold && is_joined ? 1U : 0U;
      score.joined += is_joined ? 1U : 0U;
      score.joined_true += is_gold && is_joined ? 1U : 0U;
      if (is_gold != is_joined)
        miss(is_gold ? "not joined" : "wrongly joined", all[i].article, all[i].parts,
             fmt::format("with {} [{}]", file_of(annotated(all[k].article)),
                         joined_words(annotated(all[k].article).article.text, all[k].parts)));
    }
}

Score Scorer::score() {
  Score score;
  match();
  for (const GoldStatement& gold : gold_.statements) score_statement(gold, score);
  score_records(score);
  score_families(score);
  return score;
}

std::string share(std::size_t n, std::size_t of) {
  return of == 0 ? "-" : fmt::format("{}.{}", n * 100 / of, n * 1000 / of % 10);
}

void print_row(std::string_view label, const Score& s) {
  const auto grade = [&](std::size_t g) {
    return fmt::format("{}/{}", s.graded_right[g], s.graded[g]);
  };
  fmt::print(
      "{:<12}{:>6}{:>7}{:>7}{:>9}{:>7}{:>7}{:>9}{:>9}{:>8}{:>8}{:>8}{:>6}{:>9}{:>8}{:>13}{:>9}{:>9}"
      "\n",
      label, s.n, share(s.found, s.n), share(s.exact, s.n), share(s.speaker, s.n), s.wrong, s.brief,
      s.nobody, grade(1), grade(2), grade(3), fmt::format("{}/{}", s.titles, s.n_titles), s.extra,
      fmt::format("{}/{}", s.channels, s.n_channels),
      fmt::format("{}/{}", s.channels_true, s.channels_given),
      fmt::format("{}/{}+{}/{}", s.said, s.n_said, s.untold, s.n_untold),
      fmt::format("{}/{}", s.pairs_joined, s.pairs), fmt::format("{}/{}", s.joined_true, s.joined));
}

void add(Score& sum, const Score& s) {
  for (std::size_t Score::* field : {&Score::n,
                                     &Score::found,
                                     &Score::exact,
                                     &Score::speaker,
                                     &Score::wrong,
                                     &Score::brief,
                                     &Score::nobody,
                                     &Score::n_titles,
                                     &Score::titles,
                                     &Score::extra,
                                     &Score::n_channels,
                                     &Score::channels,
                                     &Score::channels_given,
                                     &Score::channels_true,
                                     &Score::n_said,
                                     &Score::said,
                                     &Score::n_untold,
                                     &Score::untold,
                                     &Score::pairs,
                                     &Score::pairs_joined,
                                     &Score::joined,
                                     &Score::joined_true})
    sum.*field += s.*field;
  for (std::size_t g = 0; g < s.graded.size(); ++g) {
    sum.graded[g] += s.graded[g];
    sum.graded_right[g] += s.graded_right[g];
  }
}

// As `fabula build` makes it of the folder's articles.
Result<Pile> build_pile(const fs::path& folder, const std::string& store_path) {
  std::vector<std::string> inputs;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") inputs.push_back(entry.path().string());
  std::sort(inputs.begin(), inputs.end());
  FABULA_TRY(auto store, store::Store::open(store_path, store::Mode::kCreateOrContinue));
  FABULA_TRY([[maybe_unused]] const auto report, pipeline::build(store, inputs, {}, {}));
  FABULA_TRY(Pile pile, store.read_pile());
  name_speakers(pile);
  return pile;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool prints = !arguments.empty() && arguments[0] == "--misses";
  if (arguments.size() != (prints ? 2U : 1U) || !fs::is_directory(arguments.back())) {
    fmt::print(stderr, "usage: features_eval [--misses] FOLDER\n");
    return 2;
  }
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(arguments.back()))
    if (fs::exists(entry.path() / "gold.json")) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  const TemporaryFolder place;
  bool is_whole = true;
  std::vector<std::pair<std::string, Score>> rows;
  for (const fs::path& folder : folders) {
    const std::string label = folder.filename().string();
    const auto pile = build_pile(folder, place / (label + ".fabula"));
    auto gold = pile ? read_gold(folder, *pile) : std::nullopt;
    if (!gold) {
      fmt::print(stderr, "features_eval: '{}': {}\n", label,
                 pile ? "gold.json is not a JSON object" : pile.error().what);
      is_whole = false;
      continue;
    }
    is_whole = is_whole && gold->is_whole;
    rows.emplace_back(label, Scorer(label, *pile, std::move(*gold), prints).score());
  }
  fmt::print(
      "{:<12}{:>6}{:>7}{:>7}{:>9}{:>7}{:>7}{:>9}{:>9}{:>8}{:>8}{:>8}{:>6}{:>9}{:>8}{:>13}{:>9}{:>9}"
      "\n",
      "", "said", "found", "exact", "speaker", "wrong", "short", "nobody", "A", "B", "C", "titles",
      "extra", "channel", "given", "day", "joined", "true");
  Score sum;
  for (const auto& [label, score] : rows) {
    print_row(label, score);
    add(sum, score);
  }
  print_row("all", sum);
  return is_whole ? 0 : 3;
}
