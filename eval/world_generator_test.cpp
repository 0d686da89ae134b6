// Laws of the invented worlds: what is known of an article is what its words say.
#include "world_generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/hash.hpp"
#include "worlds/forms.hpp"
#include "worlds/gold.hpp"

namespace fabula::worlds {
namespace {

WorldOptions without_errors(std::uint64_t seed, std::uint32_t set = 0) {
  return {.seed = seed,
          .paraphrase_set = set,
          .wrong_ages = 0,
          .wrong_weekdays = 0,
          .wrong_stated = 0,
          .republished = 0,
          .namesakes = 500};
}

constexpr std::uint64_t kSeeds = 60;

template <class Check>
void for_each_evidence(const Check& check) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
    for (std::uint32_t set = 0; set < kParaphraseSets; ++set) {
      const World world = make_world(without_errors(seed, set));
      for (const WorldArticle& article : world.articles)
        for (const Evidence& evidence : article.evidence) check(world, article, evidence);
    }
}

std::string bytes_of(const WorldOptions& options) {
  const World world = make_world(options);
  return articles_as_json_lines(world) + gold_as_json(world, options);
}

TEST(WorldGenerator, SameSeedSameBytes) {
  EXPECT_EQ(bytes_of({.seed = 5}), bytes_of({.seed = 5}));
  EXPECT_NE(bytes_of({.seed = 5}), bytes_of({.seed = 6}));
  EXPECT_NE(bytes_of({.seed = 5}), bytes_of({.seed = 5, .paraphrase_set = 1}));
  EXPECT_NE(bytes_of({.seed = 5, .paraphrase_set = 1}), bytes_of({.seed = 5, .paraphrase_set = 2}));
  EXPECT_NE(bytes_of({.seed = 5, .paraphrase_set = 2}), bytes_of({.seed = 5, .paraphrase_set = 3}));
}

// Changes only together with the generator: the same on every machine and with every compiler.
TEST(WorldGenerator, SameBytesOnEveryMachine) {
  std::string all;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) all += bytes_of({.seed = seed});
  EXPECT_EQ(content_id('w', {all}), "w3f6ae0a01379215f") << "of " << all.size() << " bytes";
}

TEST(WorldGenerator, NothingIsPrintedInTheFuture) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed)
    for (const WorldArticle& article : make_world({.seed = seed, .republished = 500}).articles)
      ASSERT_LT(article.stated.value_or(article.day), day_of(2025, 1, 1)) << "seed " << seed;
}

TEST(WorldGenerator, SpansAreWords) {
  for_each_evidence([](const World&, const WorldArticle& article, const Evidence& evidence) {
    const auto is_inside_letter = [&](std::uint32_t at) {
      return at < article.text.size() && (static_cast<unsigned char>(article.text[at]) >> 6) == 2;
    };
    ASSERT_LT(evidence.range.begin, evidence.range.end);
    ASSERT_LE(evidence.range.end, article.text.size());
    ASSERT_FALSE(is_inside_letter(evidence.range.begin) || is_inside_letter(evidence.range.end));
    const std::string_view words = words_of(article.text, evidence.range);
    ASSERT_NE(words.front(), ' ') << words;
    ASSERT_NE(words.back(), ' ') << words;
  });
}

TEST(WorldGenerator, TextsArePlain) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
    for (const WorldArticle& article :
         make_world(
             {.seed = seed, .paraphrase_set = static_cast<std::uint32_t>(seed % kParaphraseSets)})
             .articles) {
      ASSERT_EQ(article.text.find_first_of("{}[]<>|"), std::string::npos) << article.text;
      ASSERT_EQ(article.title.find_first_of("{}[]<>|"), std::string::npos) << article.title;
      for (const std::string_view fault : {"  ", " ,", " .", ",,", "..", ",.", "\n\n\n"})
        ASSERT_EQ(article.text.find(fault), std::string::npos) << article.text;
      const auto n_breaks = std::ranges::count(article.text, '\n') / 2;
      ASSERT_GE(n_breaks, 2) << article.text;
      ASSERT_LE(n_breaks, 9) << article.text;
    }
}

// Worked out from the fields of the dates, apart from the generator's calendar.
int age(Day born, Day day) {
  const std::chrono::year_month_day from{born}, to{day};
  const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  const bool had_birthday =
      to.month() > from.month() || (to.month() == from.month() && to.day() >= from.day());
  return had_birthday ? years : years - 1;
}

TEST(WorldGenerator, AgesAgreeWithBirthDays) {
  std::map<EvidenceKind, int> n_seen;
  for_each_evidence([&](const World& world, const WorldArticle& article, const Evidence& evidence) {
    if (evidence.kind != EvidenceKind::kAge && evidence.kind != EvidenceKind::kAgeAtEvent &&
        evidence.kind != EvidenceKind::kTurned && evidence.kind != EvidenceKind::kTurns)
      return;
    ++n_seen[evidence.kind];
    const Day born = world.person(evidence.person).born;
    const Day day = evidence.kind == EvidenceKind::kAge ? article.day : *evidence.day;
    ASSERT_EQ(evidence.number, age(born, day)) << words_of(article.text, evidence.range);
    ASSERT_NE(words_of(article.text, evidence.range).find(std::to_string(evidence.number)),
              std::string_view::npos)
        << words_of(article.text, evidence.range);
  });
  EXPECT_EQ(n_seen.size(), 4U);
}

TEST(WorldGenerator, DaysAgreeWithTheCalendar) {
  constexpr std::string_view kWeekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
  constexpr std::string_view kMonths[] = {"Jan",  "Feb", "March", "April", "May", "June",
                                          "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};
  int n_weekdays = 0, n_months = 0;
  for_each_evidence([&](const World&, const WorldArticle& article, const Evidence& evidence) {
    if (!evidence.day || evidence.kind == EvidenceKind::kQuotation) return;
    const std::string_view words = words_of(article.text, evidence.range);
    const std::chrono::year_month_day date{*evidence.day};
    const std::string_view kind = name_of(evidence.kind);
    if (kind.find("weekday") != std::string_view::npos) {
      ++n_weekdays;
      const auto weekday = std::chrono::weekday{*evidence.day}.c_encoding();
      ASSERT_NE(words.find(kWeekdays[weekday]), std::string_view::npos) << words;
    }
    if (kind.find("month-") == 0 || kind.find("day-of-month") == 0 || kind.find("full-date") == 0) {
      ++n_months;
      const auto month = static_cast<unsigned>(date.month()) - 1;
      ASSERT_NE(words.find(kMonths[month]), std::string_view::npos) << words;
    }
    if (kind.find("full-date") == 0) {
      ASSERT_NE(words.find(std::to_string(static_cast<int>(date.year()))), std::string_view::npos);
    }
  });
  EXPECT_GT(n_weekdays, 1000);
  EXPECT_GT(n_months, 1000);
}

TEST(WorldGenerator, DaysOfEvidenceHoldTheTrueDay) {
  std::set<EvidenceKind> seen;
  for_each_evidence([&](const World& world, const WorldArticle& article, const Evidence& evidence) {
    seen.insert(evidence.kind);
    ASSERT_FALSE(evidence.is_wrong);
    ASSERT_TRUE(!evidence.earliest || *evidence.earliest <= article.day)
        << words_of(article.text, evidence.range) << " on " << iso_date(article.day);
    ASSERT_TRUE(!evidence.latest || *evidence.latest >= article.day)
        << words_of(article.text, evidence.range) << " on " << iso_date(article.day);
    if (evidence.other == kNone) return;
    ASSERT_LT(world.events[evidence.other].day, world.events[evidence.event].day);
  });
  EXPECT_GE(seen.size(), 60U);
}

TEST(WorldGenerator, ErrorsAsAsked) {
  std::size_t n_ages = 0, n_wrong_ages = 0, n_weekdays = 0, n_wrong_weekdays = 0;
  std::size_t n_articles = 0, n_stated = 0, n_wrong_stated = 0, n_republished = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const World clean = make_world(without_errors(seed));
    WorldOptions options = without_errors(seed);
    options.wrong_ages = options.wrong_weekdays = options.wrong_stated = options.republished = 100;
    const World world = make_world(options);
    for (const WorldArticle& article : world.articles) {
      if (article.kind == Kind::kRepublished) {
        ++n_republished;
        ASSERT_GT(*article.stated, add_years(article.day, 1) - days{1});
        continue;
      }
      ++n_articles;
      const auto same = std::ranges::find(clean.articles, article.id, &WorldArticle::id);
      ASSERT_NE(same, clean.articles.end());
      ASSERT_EQ(article.stated.has_value(), same->stated.has_value());
      if (article.stated) {
        ++n_stated;
        n_wrong_stated += *article.stated != article.day;
      }
      bool is_right = true;
      for (const Evidence& evidence : article.evidence) {
        is_right = is_right && !evidence.is_wrong;
        if (evidence.kind == EvidenceKind::kAge && evidence.person != Role::kChild &&
            evidence.person != Role::kBaby) {
          ++n_ages;
          n_wrong_ages += evidence.is_wrong;
        }
        if (evidence.kind == EvidenceKind::kWeekday) {
          ++n_weekdays;
          n_wrong_weekdays += evidence.is_wrong;
        }
      }
      if (is_right) {
        ASSERT_EQ(article.text, same->text);
      }
    }
  }
  const auto share = [](std::size_t n, std::size_t of) {
    return static_cast<double>(n) / static_cast<double>(of);
  };
  EXPECT_NEAR(share(n_wrong_ages, n_ages), 0.1, 0.02);
  EXPECT_NEAR(share(n_wrong_weekdays, n_weekdays), 0.1, 0.03);
  EXPECT_NEAR(share(n_wrong_stated, n_stated), 0.1, 0.03);
  EXPECT_NEAR(share(n_republished, n_articles), 0.1, 0.03);
  EXPECT_NEAR(share(n_stated, n_articles), 0.7, 0.04);
}

TEST(WorldGenerator, CopiesHaveTheWordsOfAnAgency) {
  std::size_t n_copies = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const World world = make_world(without_errors(seed));
    for (const WorldArticle& copy : world.articles) {
      if (copy.kind != Kind::kCopy) continue;
      ++n_copies;
      const auto wire = std::ranges::find(world.articles, copy.copy_of, &WorldArticle::id);
      ASSERT_NE(wire, world.articles.end());
      ASSERT_TRUE(world.outlets[wire->outlet].is_agency);
      ASSERT_LE(copy.day - wire->day, days{1});
      const std::string first_words = copy.text.substr(0, 60);
      ASSERT_NE(wire->text.find(first_words), std::string::npos) << copy.text;
    }
  }
  EXPECT_GT(n_copies, 50U);
}

TEST(WorldGenerator, ParaphrasesAreApart) {
  news::Random random(1);
  for (int i = 0; i < static_cast<int>(EventKind::kFair) + 1; ++i)
    for (const Form form : {Form::kTold, Form::kPlan, Form::kHead, Form::kAfter, Form::kNoun}) {
      const auto kind = static_cast<EventKind>(i);
      std::map<std::string_view, std::uint32_t> set_of;
      std::set<std::uint32_t> sets_without;
      for (int draw = 0; draw < 20; ++draw)
        for (std::uint32_t set = 0; set < kParaphraseSets; ++set) {
          const std::string_view words = pick(kind, form, set, random);
          if (words.empty()) {
            sets_without.insert(set);
            continue;
          }
          ASSERT_EQ(set_of.try_emplace(words, set).first->second, set) << words;
        }
      // Some events are never announced.
      ASSERT_TRUE(sets_without.empty() ||
                  (form == Form::kPlan && sets_without.size() == kParaphraseSets))
          << traits_of(kind).name;
    }
}

TEST(WorldGenerator, EverySetHasEveryFact) {
  news::Random random(1);
  for (std::uint32_t set = 0; set < kParaphraseSets; ++set) {
    for (int i = 0; i <= static_cast<int>(Fact::kProfile); ++i)
      EXPECT_FALSE(pick(static_cast<Fact>(i), set, random).empty()) << "fact " << i;
    for (int i = 0; i <= static_cast<int>(Frame::kPreviewTitle); ++i)
      EXPECT_FALSE(pick(static_cast<Frame>(i), set, random).empty()) << "frame " << i;
    for (int i = 0; i <= static_cast<int>(Manner::kAgainAged); ++i)
      EXPECT_FALSE(pick(static_cast<Manner>(i), set, random).empty()) << "manner " << i;
  }
}

// What one set can tell a day by, the others can.
TEST(WorldGenerator, EverySetHasEveryTime) {
  std::map<EvidenceKind, std::set<std::uint32_t>> sets_of;
  for (const TimeForm& form : time_forms())
    for (std::uint32_t set = 0; set < kParaphraseSets; ++set)
      if (is_in_set(form.set, set)) sets_of[form.kind].insert(set);
  EXPECT_GT(sets_of.size(), 30U);
  for (const auto& [kind, sets] : sets_of) EXPECT_EQ(sets.size(), kParaphraseSets) << name_of(kind);
}

}  // namespace
}  // namespace fabula::worlds
