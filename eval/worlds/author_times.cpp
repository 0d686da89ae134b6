// How an author tells days.
#include <algorithm>

#include "worlds/author.hpp"
#include "worlds/figures.hpp"

namespace fabula::worlds {
namespace {

bool names_weekday(EvidenceKind kind) {
  using enum EvidenceKind;
  return kind == kWeekday || kind == kLastWeekday || kind == kWeekdayAndDay ||
         kind == kWeekdayAhead || kind == kNextWeekday || kind == kWeekOnWeekday ||
         kind == kWeekdayAndDayAhead;
}

}  // namespace

void Author::put_when(const Topic& topic) {
  TimeQuery query;
  query.day = topic.day ? *topic.day : event(topic.event).day;
  query.today = today_;
  query.locale = outlet_.locale;
  query.has_day_words = outlet_.has_day_words;
  if (topic.counted_from != kNone) query.counted_from = event(topic.counted_from).day;
  query.is_only_counted = topic.is_only_counted;
  std::uint32_t slip = kNone;
  if (is_story() && !topic.day && !topic.is_only_counted && query.day <= today_) {
    slip = wrong_day(world_, outlet_index_, topic.event, today_);
    const Day wrong = query.day + days{slip == kNone ? 0 : world_.slips[slip].off};
    if (wrong > today_) slip = kNone;
    if (slip != kNone) {
      query.day = wrong;
      query.counted_from = std::nullopt;
    }
  }
  const std::vector<TimeChoice> choices = time_choices(query);

  // Each wording of each choice by its weight.
  struct Option {
    const TimeChoice* choice;
    const TimeForm* form;
  };
  std::vector<Option> options;
  std::uint32_t total = 0;
  for (const TimeChoice& choice : choices)
    for (const TimeForm& form : time_forms())
      if (form.kind == choice.kind && is_in_set(form.set, options_.paraphrase_set) &&
          !(says_exactly_ && form.kind == EvidenceKind::kExactYearsAgo)) {
        options.push_back({&choice, &form});
        total += form.weight;
      }
  if (total == 0) return;
  std::uint32_t left = random.below(total);
  const Option* drawn = options.data();
  while (left >= drawn->form->weight) left -= (drawn++)->form->weight;

  Evidence evidence;
  evidence.kind = drawn->choice->kind;
  if (evidence.kind == EvidenceKind::kExactYearsAgo) says_exactly_ = true;
  evidence.event = topic.event;
  evidence.person = topic.event == kNone ? topic.person : Role::kNone;
  evidence.day = query.day;
  evidence.earliest = drawn->choice->earliest;
  evidence.latest = drawn->choice->latest;
  evidence.number = drawn->choice->n;
  evidence.is_of_event = topic.event != kNone && !topic.day;
  evidence.slip = slip;
  evidence.is_wrong = slip != kNone;
  Day printed = query.day;
  if (evidence.kind >= EvidenceKind::kDayAfter) evidence.other = topic.counted_from;
  if (names_weekday(evidence.kind)) {
    const bool is_wrong = errors_.permille(options_.wrong_weekdays);
    const std::uint32_t off = errors_.between(1, 6);
    evidence.is_wrong = evidence.is_wrong || is_wrong;
    if (is_wrong) printed += days{off};
  }
  const std::string_view words = drawn->form->words;
  for (std::size_t i = 0; i < words.size();) {
    if (words[i] == '<') {
      text_.open(evidence);
      ++i;
    } else if (words[i] == '>') {
      text_.close();
      ++i;
    } else if (words[i] == '{') {
      const std::size_t end = words.find('}', i);
      const std::string_view slot = words.substr(i + 1, end - i - 1);
      const Day day = slot == "weekday" ? printed : query.day;
      put_time_slot(slot, day, *drawn->choice, topic);
      i = end + 1;
    } else {
      const std::size_t end = std::min(words.find_first_of("{<>", i), words.size());
      text_.put(words.substr(i, end - i));
      i = end;
    }
  }
}

void Author::put_time_slot(std::string_view slot, Day day, const TimeChoice& choice,
                           const Topic& topic) {
  const Locale locale = outlet_.locale;
  const bool is_short = options_.paraphrase_set == 1;
  if (slot == "on" && (!outlet_.leaves_out_on || text_.is_at_sentence_begin())) text_.put("on ");
  if (slot == "weekday") text_.put(weekday_name(day));
  if (slot == "month") text_.put(month_name(day));
  if (slot == "year") text_.put(std::to_string(date_of(day).year));
  if (slot == "dm") text_.put(day_and_month(day, locale, is_short));
  if (slot == "date") text_.put(full_date(day, locale, is_short));
  if (slot == "span") text_.put(span_words(choice.n, choice.unit));
  if (slot == "feast") text_.put(*feast_of(day, locale));
  if (slot != "after" && slot != "noun") return;
  Topic about;
  about.event = topic.counted_from;
  expand(wording(event(about.event).kind, slot == "after" ? Form::kAfter : Form::kNoun), about);
}

}  // namespace fabula::worlds
