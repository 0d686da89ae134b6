// How an author names people and tells their ages and offices.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "worlds/author.hpp"
#include "worlds/figures.hpp"
#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

constexpr std::uint32_t kWithAges = 650;  // people introduced with their age
constexpr std::uint32_t kThenAges = 400;  // the same with the age at an old event
constexpr std::uint32_t kWithRelation =
    500;  // widow, survivor, witness: what they are to the story
constexpr int kLeastAgeThen = 5;
constexpr int kOldEvent = 400;               // days
constexpr int kJustDied = 30;                // days
constexpr std::uint32_t kThenOffices = 500;  // former offices held at the event told

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::optional<Role> role_named(std::string_view name, const Topic& topic) {
  if (name == "p") return topic.person;
  if (name == "child" && topic.child != Role::kNone) return topic.child;
  for (std::size_t i = 0; i < kRoles; ++i)
    if (traits_of(static_cast<Role>(i)).name == name) return static_cast<Role>(i);
  return std::nullopt;
}

std::optional<std::string> form_of(const Person& person, std::string_view form) {
  const bool is_woman = person.sex == Sex::kFemale;
  if (form == "full") return person.first + " " + person.last;
  if (form == "first") return person.first;
  if (form == "last") return person.last;
  if (form == "job") return person.job;
  if (form == "Job") return capitalised(person.job);
  if (form == "home" || form == "town") return person.town;
  if (form == "he") return is_woman ? "she" : "he";
  if (form == "him") return is_woman ? "her" : "him";
  if (form == "his") return is_woman ? "her" : "his";
  if (form == "son") return is_woman ? "daughter" : "son";
  if (form == "wife") return is_woman ? "husband" : "wife";  // whom that one is married to
  return std::nullopt;
}

}  // namespace

std::optional<Title> title_on(const World& world, Role role, Day today, std::uint32_t told_event,
                              bool may_say_then) {
  const auto office = std::ranges::find(world.offices, role, &Office::holder);
  if (office == world.offices.end()) return std::nullopt;
  Title title;
  title.evidence.person = role;
  if (today < office->begin) {
    const std::uint32_t election = find_event(world, EventKind::kElection);
    if (election == kNone || today <= world.events[election].day) return std::nullopt;
    title.words = "mayor-elect";
    title.evidence.kind = EvidenceKind::kOfficeToCome;
    title.evidence.day = office->begin;
    title.evidence.earliest = world.events[election].day;
    title.evidence.latest = office->begin - days{1};
    return title;
  }
  title.evidence.earliest = title.evidence.day = office->begin;
  if (!office->end || today < *office->end) {
    title.words = "Mayor";
    title.evidence.kind = EvidenceKind::kOffice;
    if (office->end) title.evidence.latest = *office->end - days{1};
    return title;
  }
  title.evidence.earliest = title.evidence.day = office->end;
  const bool held_then = told_event != kNone && world.events[told_event].day < *office->end &&
                         world.events[told_event].day >= office->begin;
  const bool says_then = held_then && may_say_then;
  title.words = says_then ? "then-mayor" : "former mayor";
  title.evidence.kind = says_then ? EvidenceKind::kOfficeThen : EvidenceKind::kFormerOffice;
  if (says_then) title.evidence.event = told_event;
  return title;
}

bool Author::put_person(std::string_view slot, const Topic& topic) {
  const std::size_t dot = slot.find('.');
  const auto role = role_named(slot.substr(0, dot), topic);
  if (!role) return false;
  if (dot == std::string_view::npos) {
    mention(*role, topic);
    return true;
  }
  std::string_view form = slot.substr(dot + 1);
  const bool is_owner = form == "own";
  if (is_owner || form == "s") {
    form = !topic.is_continued ? "last" : is_owner ? "his" : "he";
    put_person(fmt::format("{}.{}", slot.substr(0, dot), form), topic);
    if (is_owner && !topic.is_continued) text_.put("’s");
    return true;
  }
  const auto words = form_of(world_.person(*role), form);
  if (!words) return false;
  Known& known = introduced_[static_cast<std::size_t>(*role)];
  const bool is_first_name = form == "last" && known == Known::kNot;
  text_.put(is_first_name ? world_.person(*role).first + " " + *words : *words);
  if ((form == "full" || form == "last") && known == Known::kNot) known = Known::kByName;
  return true;
}

Evidence Author::age_evidence(Role role) {
  const Person& person = world_.person(role);
  const int age = age_on(person.born, today_);
  Evidence evidence;
  evidence.kind = EvidenceKind::kAge;
  evidence.person = role;
  evidence.day = person.born;
  evidence.earliest = add_years(person.born, age);
  evidence.latest = add_years(person.born, age + 1) - days{1};
  evidence.is_wrong = errors_.permille(options_.wrong_ages);
  const int off = errors_.permille(500) ? 1 : -1;
  evidence.number = evidence.is_wrong ? age + off : age;
  evidence.slip = wrong_age(world_, outlet_index_, role, today_);
  if (evidence.slip != kNone) {
    evidence.is_wrong = true;
    evidence.number = age + world_.slips[evidence.slip].off;
  }
  return evidence;
}

Evidence Author::then_evidence(Role role, std::uint32_t told_event) const {
  const Person& person = world_.person(role);
  Evidence evidence;
  evidence.kind = EvidenceKind::kAgeAtEvent;
  evidence.person = role;
  const bool is_dead = person.died && *person.died <= today_;
  const EventKind kind = role == Role::kElder ? EventKind::kDeath : event(0).kind;
  evidence.event = is_dead ? find_event(world_, kind) : told_event;
  evidence.day = event(evidence.event).day;
  evidence.earliest = evidence.day;
  evidence.number = age_on(person.born, *evidence.day);
  return evidence;
}

void Author::put_age(Role role) {
  const Evidence evidence = age_evidence(role);
  text_.open(evidence);
  text_.put(std::to_string(evidence.number));
  text_.close();
}

// How somebody living is introduced.
Manner Author::first_manner(Role role, const Topic& topic) {
  const bool with_age = random.permille(kWithAges);
  const bool with_then = random.permille(kThenAges);
  const bool with_relation = random.permille(kWithRelation);
  if (title_on(world_, role, today_, topic.event, false)) return Manner::kTitled;
  if (role == Role::kProsecutor || role == Role::kInspector) return Manner::kOfficial;
  const bool has_relation =
      role == Role::kWidow || role == Role::kSurvivor || role == Role::kWitness;
  if (has_relation && with_relation && topic.event != 0) return Manner::kRelated;
  if (topic.event != kNone && with_then &&
      days_between(event(topic.event).day, today_) > kOldEvent &&
      age_on(world_.person(role).born, event(topic.event).day) >= kLeastAgeThen)
    return Manner::kThenAged;
  return with_age ? Manner::kAged : Manner::kPlain;
}

void Author::mention(Role role, const Topic& topic) {
  const Person& person = world_.person(role);
  Known& known = introduced_[static_cast<std::size_t>(role)];
  const bool is_dead = person.died && *person.died <= today_;
  Manner manner = Manner::kAgain;
  if (known != Known::kNot) {
    if (known == Known::kWithAge) manner = Manner::kAgainAged;
  } else if (is_dead) {
    manner = days_between(*person.died, today_) <= kJustDied ? Manner::kJustDead : Manner::kDead;
  } else {
    manner = first_manner(role, topic);
  }
  const bool is_then =
      manner == Manner::kThenAged || manner == Manner::kDead || manner == Manner::kJustDead;
  age_ = is_then ? then_evidence(role, topic.event) : age_evidence(role);
  if (known == Known::kNot)
    known = manner == Manner::kAged && !is_dead ? Known::kWithAge : Known::kByName;
  const Role outer = std::exchange(mentioned_, role);
  expand(wording(manner), topic);
  mentioned_ = outer;
}

void Author::put_relation(Role role) {
  constexpr std::string_view kNouns[] = {"collapse", "sinking", "fire"};
  const bool is_missing = world_.setting.plot == Plot::kMissing;
  const std::uint32_t found = find_event(world_, EventKind::kBodyFound);
  const bool is_found = !is_missing || (found != kNone && world_.events[found].day < today_);
  const Person& victim = world_.person(Role::kVictim);
  const std::string name = victim.first + " " + victim.last;
  if (role == Role::kWidow) {
    text_.put((is_found ? "the widow of " : "the wife of ") + name);
  } else if (is_missing) {
    text_.put(role == Role::kSurvivor ? "a former colleague of " + name : "a witness");
  } else {
    const std::string noun(kNouns[static_cast<std::size_t>(world_.setting.plot)]);
    text_.put((role == Role::kSurvivor ? "who survived the " : "who saw the ") + noun);
  }
}

bool Author::put_mention_slot(std::string_view slot, Role role, const Topic& topic) {
  if (slot == "age" || slot == "then") {
    text_.put(std::to_string(age_.number));
    return true;
  }
  if (slot == "title") {
    put_title(role, topic);
    return true;
  }
  if (slot == "relation") {
    put_relation(role);
    return true;
  }
  const auto words = form_of(world_.person(role), slot == "name" ? "full" : slot);
  if (words) text_.put(*words);
  return words.has_value();
}

void Author::put_title(Role role, const Topic& topic) {
  const auto title = title_on(world_, role, today_, topic.event, random.permille(kThenOffices));
  text_.open(title->evidence);
  text_.put(title->words);
  text_.close();
}

}  // namespace fabula::worlds
