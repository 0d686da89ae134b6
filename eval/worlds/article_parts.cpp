#include "worlds/article_parts.hpp"

#include <algorithm>
#include <utility>

#include "worlds/claims.hpp"
#include "worlds/facts.hpp"
#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

constexpr int kNearAnniversary = 6;         // days
constexpr int kSaidLately = 40;             // days
constexpr std::uint32_t kSourced = 300;     // leads with who said it
constexpr std::uint32_t kForeseen = 600;    // announced events told
constexpr std::uint32_t kOldDetails = 600;  // details told of an event long past
constexpr std::uint32_t kCounted = 400;     // background told as "two weeks after"

// People whose lives news go into.
constexpr Role kTalkedOf[] = {Role::kWidow,   Role::kSurvivor,  Role::kMayor,  Role::kRival,
                              Role::kAccused, Role::kWitness,   Role::kVictim, Role::kElder,
                              Role::kPartner, Role::kInspector, Role::kBuyer};

}  // namespace

ArticleParts::ArticleParts(const World& world, const WorldOptions& options,
                           const Assignment& assignment)
    : world_(world),
      job_(assignment),
      author_(world, options, world.outlets[assignment.outlet], assignment.day, assignment.stream) {
}

Topic ArticleParts::about(std::uint32_t event) const {
  Topic topic;
  topic.event = event;
  if (event == kNone) return topic;
  const Event& told = world_.events[event];
  Evidence& mark = topic.mark;
  mark.kind = told.kind == EventKind::kJubilee ? EvidenceKind::kNamedAnniversary
                                               : EvidenceKind::kAnniversary;
  mark.event = event;
  mark.day = told.day;
  mark.number = static_cast<std::int32_t>(told.number);
  if (told.day <= today())
    mark.earliest = told.day;
  else
    mark.latest = told.day - days{1};
  return topic;
}

Topic ArticleParts::told(std::uint32_t event) const {
  Topic topic = about(event);
  topic.telling = Telling::kTold;
  topic.claim = claim_key(ClaimKind::kHappened, event);
  return topic;
}

Topic ArticleParts::planned(std::uint32_t event) const {
  Topic topic = about(event);
  topic.telling = Telling::kPlan;
  topic.claim = claim_key(ClaimKind::kToCome, event);
  return topic;
}

// What names an event says that it happened.
Topic ArticleParts::mentioned(std::uint32_t event) const {
  Topic topic = told(event);
  topic.telling = Telling::kMention;
  return topic;
}

void ArticleParts::add_credit() {
  Topic topic;
  topic.day = today();
  topic.mark.kind = EvidenceKind::kDateline;
  topic.mark.day = topic.mark.earliest = topic.mark.latest = today();
  author_.words(author_.wording(Frame::kCredit), topic);
}

void ArticleParts::add_lead() {
  author_.paragraph();
  if (world_.outlets[job_.outlet].is_agency) add_credit();
  const Day day = author_.event(job_.event).day;
  Text& text = author_.text();
  text.begin_sentence();
  author_.words(author_.wording(kind_of(job_.event), Form::kTold), told(job_.event));
  if (author_.random.permille(kSourced) && today() > day) {
    Topic topic;
    topic.day = today() - days{author_.random.below(2)};
    author_.words(author_.wording(Frame::kSource), topic);
  }
  text.end_sentence();
  author_.note(told(job_.event));
  told_.push_back(job_.event);
  const std::uint32_t after = author_.event(job_.event).after;
  if (after == kNone || kind_of(job_.event) == EventKind::kMarked) return;
  if (!count_between(author_.event(after).day, day)) return;
  if (!author_.random.permille(kCounted)) return;
  Topic topic = mentioned(job_.event);
  topic.counted_from = after;
  topic.is_only_counted = true;
  author_.sentence(author_.wording(Fact::kOffset), topic);
}

void ArticleParts::add_plan() {
  author_.paragraph();
  author_.sentence(author_.wording(kind_of(job_.event), Form::kPlan), planned(job_.event));
  told_.push_back(job_.event);
}

void ArticleParts::add_told() {
  author_.paragraph();
  author_.telling(author_.wording(kind_of(job_.event), Form::kTold), told(job_.event));
  told_.push_back(job_.event);
}

void ArticleParts::add_details() {
  bool is_begun = false;
  std::uint32_t place = 0;
  for (const std::string_view detail : details_of(kind_of(job_.event))) {
    Topic topic = about(job_.event);
    topic.telling = Telling::kDetail;
    topic.claim = claim_key(ClaimKind::kDetail, job_.event, place++);
    const bool is_told = job_.kind != Kind::kRetrospective || author_.random.permille(kOldDetails);
    if (!is_told || !is_possible(detail)) continue;
    if (!std::exchange(is_begun, true)) author_.paragraph();
    author_.sentence(detail, topic);
  }
}

bool ArticleParts::is_possible(std::string_view detail) const {
  const Event& told = author_.event(job_.event);
  return told.kind == EventKind::kDeath || detail.find("{elder}") == std::string_view::npos ||
         is_there(world_, Role::kElder, told.day);
}

void ArticleParts::add_quote(std::uint32_t event, Role speaker) {
  std::vector<const Quote*> quotes;
  for (const Quote& quote : world_.quotes)
    if (quote.event == event && quote.day <= today() && is_there(world_, quote.speaker, today()) &&
        (speaker == Role::kNone || quote.speaker == speaker))
      quotes.push_back(&quote);
  if (quotes.empty()) return;
  Topic topic;
  topic.quote = quotes[author_.random.below(static_cast<std::uint32_t>(quotes.size()))];
  topic.event = topic.quote->event;
  topic.person = topic.quote->speaker;
  topic.day = topic.quote->day;
  topic.telling = Telling::kQuote;
  topic.claim =
      claim_key(ClaimKind::kQuote, static_cast<std::uint64_t>(topic.quote - world_.quotes.data()));
  const bool is_late = days_between(topic.quote->day, today()) > kSaidLately;
  const Frame frame = !is_late                       ? Frame::kQuoted
                      : author_.random.permille(300) ? Frame::kSpoken
                                                     : Frame::kQuotedLater;
  author_.paragraph();
  author_.sentence(author_.wording(frame), topic);
}

void ArticleParts::add_background(std::uint32_t n) {
  std::vector<std::uint32_t> events{0};
  if (job_.event != kNone && author_.event(job_.event).after != kNone)
    events.push_back(author_.event(job_.event).after);
  for (int i = 0; i < 4; ++i)
    events.push_back(author_.random.below(static_cast<std::uint32_t>(world_.events.size())));
  bool is_begun = false;
  for (const std::uint32_t event : events) {
    const Event& old = author_.event(event);
    if (n == 0 || old.day >= today() || old.kind == EventKind::kFair) continue;
    if (std::ranges::find(told_, event) != told_.end()) continue;
    if (!std::exchange(is_begun, true)) author_.paragraph();
    Topic topic = told(event);
    const bool is_root_told = std::ranges::find(told_, 0U) != told_.end();
    if (is_root_told && old.kind != EventKind::kMarked && author_.random.permille(kCounted) &&
        old.day > author_.event(0).day)
      topic.counted_from = 0;
    author_.telling(author_.wording(old.kind, Form::kTold), topic);
    told_.push_back(event);
    --n;
  }
}

void ArticleParts::add_outlook() {
  std::vector<EventKind> kinds;  // the next one of each, not the one after
  if (job_.kind == Kind::kPreview) kinds.push_back(kind_of(job_.event));
  bool is_begun = false;
  for (std::uint32_t i = 0; i < world_.events.size(); ++i) {
    const Event& next = author_.event(i);
    if (next.announced > today() || next.day <= today() || next.kind == EventKind::kFair) continue;
    if (std::ranges::find(kinds, next.kind) != kinds.end()) continue;
    kinds.push_back(next.kind);
    if (!author_.random.permille(kForeseen)) continue;
    const std::string_view words = author_.wording(next.kind, Form::kPlan);
    if (words.empty()) continue;
    if (!std::exchange(is_begun, true)) author_.paragraph();
    author_.sentence(words, planned(i));
  }
}

void ArticleParts::add_life() {
  std::vector<Role> roles;
  for (const Role role : kTalkedOf)
    if (author_.is_introduced(role) && std::ranges::find(lives_, role) == lives_.end())
      roles.push_back(role);
  if (roles.empty()) roles.push_back(Role::kWidow);
  add_facts(roles[author_.random.below(static_cast<std::uint32_t>(roles.size()))]);
}

void ArticleParts::add_facts(Role role) {
  const std::uint32_t n = author_.random.between(1, 2);
  lives_.push_back(role);
  bool is_continued = false;
  for (FactAtHand& fact :
       draw_facts(facts_about(world_, role, today(), job_.event), n, author_.random)) {
    if (!is_continued) author_.paragraph();
    fact.topic.is_continued = std::exchange(is_continued, true);
    fact.topic.claim = claim_of_fact(role, fact.fact, fact.topic.number);
    author_.sentence(author_.wording(fact.fact), fact.topic);
  }
}

void ArticleParts::add_look_back() {
  author_.paragraph();
  Topic topic = mentioned(job_.event);
  const Day then = author_.event(job_.event).day;
  const int n = age_on(then, today() + days{kNearAnniversary});
  const Day anniversary = add_years(then, n);
  const int off = days_between(anniversary, today());
  topic.mark.event = job_.event;
  topic.number = topic.mark.number = n;
  if (n >= 1 && off <= kNearAnniversary) {
    topic.day = topic.mark.day = anniversary;
    topic.mark.earliest = topic.mark.latest = std::nullopt;
    topic.mark.kind = EvidenceKind::kAnniversary;
    (off >= 0 ? topic.mark.earliest : topic.mark.latest) = anniversary;
    if (off == 0) topic.mark.latest = anniversary;
    author_.sentence(author_.wording(off > 0    ? Fact::kAnniversaryPast
                                     : off == 0 ? Fact::kAnniversaryToday
                                                : Fact::kAnniversaryAhead),
                     topic);
    return;
  }
  topic.mark.day = then;
  topic.mark.earliest = then;
  topic.mark.latest = std::nullopt;
  topic.mark.kind = EvidenceKind::kPastMention;
  const auto count = count_between(then, today());
  if (count) {
    topic.number = topic.mark.number = count->n;
    topic.unit = count->unit;
    topic.mark.kind = EvidenceKind::kElapsed;
    topic.mark.earliest = count->earliest(then);
    topic.mark.latest = count->latest(then);
  }
  author_.sentence(author_.wording(count ? Fact::kElapsed : Fact::kSince), topic);
}

}  // namespace fabula::worlds
