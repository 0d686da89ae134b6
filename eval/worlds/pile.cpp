#include "worlds/pile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "news/random.hpp"
#include "worlds/article.hpp"
#include "worlds/conflicts.hpp"
#include "worlds/copies.hpp"
#include "worlds/novelty.hpp"
#include "worlds/order.hpp"
#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

using news::Random;

// Streams of random numbers: of the plan of an article, of its stamp, of its id.
constexpr std::uint64_t kPlans = 0x91a2;
constexpr std::uint64_t kStamps = 0x57a39;
constexpr std::uint64_t kNumbers = 0x1d5;

constexpr std::uint32_t kFirstEvents = 300;    // in 1,000 reports: on the first event
constexpr std::uint32_t kAnniversaries = 600;  // in 1,000 retrospectives: near an anniversary
constexpr int kLastYears = 5;                  // articles are printed so long after the last event
constexpr std::uint32_t kMostWrongDays = 40;

// What news come back to years later.
bool is_remembered(EventKind kind) {
  using enum EventKind;
  constexpr EventKind kRemembered[] = {kCollapse, kSinking,  kFire,        kVanishing,  kBodyFound,
                                       kFuneral,  kRaising,  kArrest,      kTrialOpens, kVerdict,
                                       kElection, kMemorial, kResignation, kOpening,    kWedding,
                                       kDeath,    kSale};
  return std::ranges::find(kRemembered, kind) != std::end(kRemembered);
}

class PileMaker {
 public:
  PileMaker(World& world, const WorldOptions& options) : world_(world), options_(options) {
    const std::uint32_t fair = find_event(world, EventKind::kFair);
    for (std::uint32_t i = 0; i < world.events.size(); ++i)
      if (i != fair) story_.push_back(i);
    first_ = world.events[story_.front()].day;
    last_ = world.events[story_.back()].day;
  }

  void make() {
    if (options_.story != 0) {
      make_story();
      return;
    }
    for (std::uint32_t i = 0; i < options_.n_articles; ++i) {
      Random random(options_.seed, (kPlans << 32) + i);
      const std::uint32_t draw = random.below(1000);
      if (draw >= 1000 - options_.copies && add_copy(random)) continue;
      add(plan(draw, random));
    }
    add_namesake();
    republish();
    std::ranges::sort(world_.articles, {}, &WorldArticle::id);
  }

 private:
  Assignment plan(std::uint32_t draw, Random& random) {
    Assignment plan;
    plan.outlet = random.below(static_cast<std::uint32_t>(world_.outlets.size()));
    const std::uint32_t retrospectives = options_.previews + options_.retrospectives;
    const bool is_planned =
        (draw < options_.previews && plan_preview(plan, random)) ||
        (draw >= options_.previews && draw < retrospectives && plan_retrospective(plan, random)) ||
        (draw >= retrospectives && draw < retrospectives + options_.profiles &&
         plan_profile(plan, random));
    if (!is_planned) plan_report(plan, random);
    return plan;
  }

  std::uint32_t any_event(Random& random) const {
    return story_[random.below(static_cast<std::uint32_t>(story_.size()))];
  }

  void plan_report(Assignment& plan, Random& random) const {
    constexpr std::uint32_t kDelays[] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 3};
    constexpr std::uint32_t kStoryDelays[] = {0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7};
    const std::uint32_t event = any_event(random);
    const bool is_first = random.permille(kFirstEvents);
    plan.kind = Kind::kReport;
    plan.event = is_first ? story_.front() : event;
    plan.person = Role::kNone;
    // The first event stays in the news while its numbers change.
    const std::uint32_t delay = options_.story != 0 && is_first ? kStoryDelays[random.below(12)]
                                                                : kDelays[random.below(10)];
    plan.day = world_.events[plan.event].day + days{delay + world_.outlets[plan.outlet].late};
  }

  bool plan_preview(Assignment& plan, Random& random) const {
    for (int i = 0; i < 8; ++i) {
      plan.kind = Kind::kPreview;
      plan.event = any_event(random);
      const Event& event = world_.events[plan.event];
      plan.day =
          event.day - days{random.permille(500) ? random.between(1, 6) : random.between(7, 60)};
      if (traits_of(event.kind).is_planned && event.announced <= plan.day && plan.day > first_)
        return true;
    }
    return false;
  }

  bool plan_retrospective(Assignment& plan, Random& random) const {
    for (int i = 0; i < 8; ++i) {
      plan.kind = Kind::kRetrospective;
      const std::uint32_t event = any_event(random);
      plan.event = random.permille(500) ? story_.front() : event;
      const Day then = world_.events[plan.event].day;
      const bool is_anniversary = random.permille(kAnniversaries);
      const auto n_years = static_cast<int>(random.between(1, 9));
      const int off = static_cast<int>(random.below(11)) - 5;
      plan.day = is_anniversary ? add_years(then, n_years) + days{off}
                                : then + days{random.between(60, 2500)};
      if (is_remembered(world_.events[plan.event].kind) && plan.day <= add_years(last_, kLastYears))
        return true;
    }
    return false;
  }

  bool plan_profile(Assignment& plan, Random& random) const {
    constexpr Role kVisited[] = {Role::kSurvivor, Role::kWidow,   Role::kMayor,  Role::kRival,
                                 Role::kElder,    Role::kWitness, Role::kPartner};
    plan.kind = Kind::kProfile;
    plan.event = kNone;
    plan.person = kVisited[random.below(static_cast<std::uint32_t>(std::size(kVisited)))];
    const Person& person = world_.person(plan.person);
    const auto n_days = static_cast<std::uint32_t>(days_between(first_, last_)) + 700;
    const Day some_day = first_ + days{10 + random.below(n_days)};
    const Day birthday = add_years(person.born, age_on(person.born, some_day) + 1);
    plan.day = birthday + days{random.below(14)} - days{8};
    return is_there(world_, plan.person, plan.day);
  }

  // The articles in the order of their days, so that an outlet can take back what it has printed.
  void make_story() {
    std::vector<Assignment> plans;
    std::uint32_t n_copies = 0;
    for (std::uint32_t i = 0; i < options_.n_articles; ++i) {
      Random random(options_.seed, (kPlans << 32) + i);
      const std::uint32_t draw = random.below(1000);
      if (draw >= 1000 - options_.copies) {
        ++n_copies;
        continue;
      }
      plans.push_back(plan(draw, random));
      plans.back().stream = i;
    }
    std::ranges::sort(plans, {},
                      [](const Assignment& plan) { return std::pair(plan.day, plan.stream); });
    for (std::size_t i = 0; i < plans.size(); ++i) {
      add(plans[i]);
      const auto correction = plan_correction(plans[i]);
      if (!correction) continue;
      const auto later =
          std::ranges::upper_bound(plans.begin() + static_cast<std::ptrdiff_t>(i) + 1, plans.end(),
                                   correction->day, {}, &Assignment::day);
      plans.insert(later, *correction);
    }
    for (std::uint32_t i = 0; i < n_copies; ++i) {
      Random random(options_.seed, (kPlans << 35) + i);
      add_copy(random);
    }
    add_namesake();
    republish();
    label_sentences(world_);
    find_conflicts(world_);
    sort_by_id(world_);
  }

  // The article in which the outlet takes back what the article just made has wrong.
  std::optional<Assignment> plan_correction(const Assignment& made) {
    const auto place = static_cast<std::uint32_t>(world_.articles.size()) - 1;
    const WorldArticle& article = world_.articles[place];
    if (made.kind == Kind::kPreview) return std::nullopt;
    const auto is_open = [&](std::uint32_t slip) {
      return slip != kNone && world_.slips[slip].is_to_correct && !world_.slips[slip].corrected;
    };
    std::uint32_t slip = kNone;
    Range wrong;
    for (const Evidence& evidence : article.evidence)
      if (slip == kNone && is_open(evidence.slip) && can_differ(evidence)) {
        slip = evidence.slip;
        wrong = evidence.range;
      }
    for (const StorySentence& sentence : article.sentences)
      for (const NumberSaid& number : sentence.numbers)
        if (slip == kNone && is_open(number.slip) && !number.is_former && number.other == kNone) {
          slip = number.slip;
          wrong = number.range;
        }
    if (slip == kNone) return std::nullopt;
    const auto sentence = std::ranges::find_if(article.sentences, [&](const StorySentence& s) {
      return s.range.begin <= wrong.begin && wrong.end <= s.range.end;
    });
    if (sentence == article.sentences.end()) return std::nullopt;
    Assignment plan = made;
    plan.day += days{1 + place % 2};
    plan.slip = slip;
    plan.corrects = {place, static_cast<std::uint32_t>(sentence - article.sentences.begin())};
    world_.slips[slip].corrected = plan.day;
    return plan;
  }

  void add(Assignment plan) {
    plan.stream = n_made_;
    Draft draft = write_article(world_, options_, plan);
    WorldArticle article;
    article.outlet = plan.outlet;
    article.kind = plan.kind;
    article.event = plan.event;
    article.day = plan.day;
    article.title = std::move(draft.title);
    article.text = std::move(draft.text);
    article.evidence = std::move(draft.evidence);
    article.sentences = std::move(draft.sentences);
    stamp(article);
  }

  // Gives the article its id and what it states of its day.
  void stamp(WorldArticle& article) {
    Random random(options_.seed, (kStamps << 32) + n_made_);
    article.id = fmt::format("{:016x}", Random(options_.seed, (kNumbers << 32) + n_made_).next());
    ++n_made_;
    const bool is_hidden = random.permille(options_.hidden);
    const bool is_wrong = random.permille(options_.wrong_stated);
    const auto off = static_cast<int>(random.between(1, kMostWrongDays));
    const int signed_off = random.permille(500) ? off : -off;
    if (!is_hidden && !article.stated)
      article.stated = article.day + days{is_wrong ? signed_off : 0};
    world_.articles.push_back(std::move(article));
  }

  // An agency's report in another outlet.
  bool add_copy(Random& random) {
    std::vector<const WorldArticle*> wires;
    for (const WorldArticle& article : world_.articles)
      if (article.outlet == 0 && article.kind == Kind::kReport) wires.push_back(&article);
    if (wires.empty() || world_.outlets.size() < 2) return false;
    const WorldArticle& wire = *wires[random.below(static_cast<std::uint32_t>(wires.size()))];
    WorldArticle copy = copy_wire(wire, world_.outlets.front().name, random);
    const auto n_others = static_cast<std::uint32_t>(world_.outlets.size()) - 1;
    copy.outlet = random.between(1, n_others);
    // One outlet lives on copies.
    if (options_.story != 0 && random.permille(500))
      copy.outlet = 1 + static_cast<std::uint32_t>(options_.seed % n_others);
    stamp(copy);
    return true;
  }

  void add_namesake() {
    const std::uint32_t fair = find_event(world_, EventKind::kFair);
    if (fair == kNone) return;
    Random random(options_.seed, kPlans << 33);
    for (std::uint32_t n = random.between(1, 3); n > 0; --n) {
      Assignment plan;
      plan.kind = Kind::kNamesake;
      plan.outlet = random.below(static_cast<std::uint32_t>(world_.outlets.size()));
      plan.event = fair;
      plan.day = world_.events[fair].day + days{random.below(4)};
      add(plan);
    }
  }

  // Drawn last, so that a rate changes no other article.
  void republish() {
    const std::size_t n = world_.articles.size();
    for (std::size_t i = 0; i < n; ++i) {
      Random random(options_.seed, (kPlans << 34) + i);
      if (!random.permille(options_.republished)) continue;
      WorldArticle article = world_.articles[i];
      article.kind = Kind::kRepublished;
      article.copy_of = article.id;
      article.stated = add_years(article.day, static_cast<int>(random.between(1, 6)));
      *article.stated += days{random.below(200)};
      stamp(article);
    }
  }

  World& world_;
  const WorldOptions& options_;
  std::vector<std::uint32_t> story_;  // events without the fair
  Day first_;
  Day last_;
  std::uint32_t n_made_ = 0;
};

}  // namespace

void make_articles(World& world, const WorldOptions& options) { PileMaker(world, options).make(); }

}  // namespace fabula::worlds
