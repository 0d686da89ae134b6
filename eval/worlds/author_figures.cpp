// How an author tells numbers, and what is kept of a sentence.
#include <utility>

#include "worlds/author.hpp"
#include "worlds/claims.hpp"
#include "worlds/figures.hpp"

namespace fabula::worlds {

NumberSaid Author::known(std::uint32_t figure) const {
  return known_number(world_, outlet_index_, figure, today_);
}

void Author::put_number(NumberSaid number) {
  if (number.modifier != Modifier::kExactly) {
    text_.put(pick(number.modifier, options_.paraphrase_set, random));
    text_.put(" ");
  }
  text_.put_number(number, number_words(static_cast<int>(number.value)));
}

// A past day, so that there is no other that could be meant.
void Author::put_exact_day(Day day, const Topic& topic, std::uint32_t slip) {
  constexpr int kWeek = 7, kMostOfYear = 300;
  const bool is_short = options_.paraphrase_set == 1;
  const int n_days = days_between(day, today_);
  Evidence evidence;
  evidence.event = topic.event;
  evidence.day = evidence.earliest = day;
  evidence.slip = slip;
  evidence.is_wrong = slip != kNone;
  evidence.is_of_event = slip == kNone;  // the wrong one is taken back
  text_.put("on ");
  if (n_days < kWeek) {
    evidence.kind = EvidenceKind::kWeekday;
    text_.open(evidence);
    text_.put(weekday_name(day));
  } else if (n_days < kMostOfYear) {
    evidence.kind = EvidenceKind::kDayOfMonth;
    text_.open(evidence);
    text_.put(day_and_month(day, outlet_.locale, is_short));
  } else {
    evidence.kind = EvidenceKind::kFullDate;
    text_.open(evidence);
    text_.put(full_date(day, outlet_.locale, is_short));
  }
  text_.close();
}

bool Author::put_figure(std::string_view slot, const Topic& topic) {
  if (slot == "sayer" || slot == "sayer2") {
    const Sayer sayer = slot == "sayer" ? topic.sayer : world_.figures[topic.other_figure].sayer;
    text_.put(pick(sayer, options_.paraphrase_set, random));
    names_sayer_ = true;
    return true;
  }
  if (slot == "wrongage") {
    text_.put(std::to_string(age_on(world_.person(topic.person).born, today_) +
                             world_.slips[topic.slip].off));
    return true;
  }
  if (slot == "wrongday" || slot == "rightday") {
    const bool is_wrong = slot == "wrongday";
    put_exact_day(event(topic.event).day + days{is_wrong ? world_.slips[topic.slip].off : 0}, topic,
                  is_wrong ? topic.slip : kNone);
    return true;
  }
  const bool is_crowd = slot == "hundreds";
  if (is_crowd || slot == "n" || slot == "N") {
    const std::uint32_t figure = topic.event == kNone ? kNone : main_figure(world_, topic.event);
    if (figure == kNone) return false;
    NumberSaid number = known(figure);
    if (is_crowd) number.sayer = Sayer::kNobody;  // nobody is named, but it is the police figure
    phrase_number(number, world_.figures[figure].kind, outlet_.rounds, options_.traps, random);
    put_number(number);
    return true;
  }
  if (topic.figure == kNone) return false;
  const Figure& figure = world_.figures[topic.figure];
  NumberSaid number = known(topic.figure);
  number.sayer = topic.sayer;
  if (slot == "num") {
    if (!topic.has_correction_cue)
      phrase_number(number, figure.kind, outlet_.rounds, options_.traps, random);
    put_number(number);
    return true;
  }
  if (slot == "was" || slot == "wrong") {
    number.is_former = true;
    if (slot == "wrong") {
      number.slip = topic.slip;
      number.value = value_with(world_, topic.figure, number.state, topic.slip);
    } else {
      const std::uint32_t slip = wrong_number(world_, outlet_index_, topic.figure, today_);
      --number.state;
      number.value = value_with(world_, topic.figure, number.state, slip);
      number.slip = number.value == figure.states[number.state].value ? kNone : slip;
    }
    number.as_of = figure.states[number.state].from;
    put_number(number);
    return true;
  }
  if (slot != "both" && slot != "other") return false;
  NumberSaid other = known(topic.other_figure);
  if (slot == "other") {
    phrase_number(other, figure.kind, outlet_.rounds, options_.traps, random);
    put_number(other);
    return true;
  }
  number.other = topic.other_figure;
  number.value += other.value;
  number.state = (number.state << 8) + other.state;
  if (number.slip == kNone) number.slip = other.slip;
  put_number(number);
  return true;
}

void Author::telling(std::string_view wording, const Topic& topic) {
  if (!is_story()) {
    sentence(wording, topic);
    return;
  }
  constexpr std::uint32_t kWithClause = 300;
  constexpr int kOldEvent = 14;  // days
  Clause clause;
  if (random.permille(kWithClause)) {
    const bool is_old = days_between(event(topic.event).day, today_) > kOldEvent;
    clause = this->clause(is_old ? Age::kOld : Age::kFresh);
  }
  // "Police said that on Monday, ..." is not written.
  if (wording.starts_with("{when}")) clause.before = {};
  text_.begin_sentence();
  expand(clause.before, topic);
  expand(wording, topic);
  expand(clause.after, topic);
  text_.end_sentence();
  note(topic);
}

void Author::note(const Topic& topic) {
  if (!is_story()) return;
  StorySentence& sentence = text_.sentence();
  sentence.telling = topic.telling;
  if (topic.telling != Telling::kNothing && topic.event != kNone)
    sentence.events.push_back(topic.event);
  sentence.has_correction_cue = topic.has_correction_cue;
  sentence.corrects = topic.corrects;
  if (topic.claim != 0) sentence.claims.push_back({topic.claim, topic.event, kNone});
  const bool names_sayer = std::exchange(names_sayer_, false);
  for (std::uint32_t i = 0; i < sentence.numbers.size(); ++i) {
    NumberSaid& number = sentence.numbers[i];
    if (!names_sayer) number.sayer = Sayer::kNobody;
    if (number.is_former) continue;
    sentence.claims.push_back({claim_of_number(number), world_.figures[number.figure].event, i});
  }
}

}  // namespace fabula::worlds
