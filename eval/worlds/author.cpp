#include "worlds/author.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

// Streams of the random numbers of one article.
constexpr std::uint64_t kWords = 0xa27c1e;
constexpr std::uint64_t kErrors = 0xe2202;

// The end of the bracket that opens at `begin`.
std::size_t closing(std::string_view wording, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < wording.size(); ++i) {
    if (wording[i] == '[') ++depth;
    if (wording[i] == ']' && --depth == 0) return i;
  }
  return wording.size();
}

std::vector<std::string_view> alternatives(std::string_view inside) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '[') ++depth;
    if (inside[i] == ']') --depth;
    if (inside[i] != '|' || depth > 0) continue;
    parts.push_back(inside.substr(begin, i - begin));
    begin = i + 1;
  }
  parts.push_back(inside.substr(begin));
  return parts;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
}

std::string capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

Author::Author(const World& world, const WorldOptions& options, const Outlet& outlet, Day today,
               std::uint64_t stream)
    : random(options.seed, news::mix(kWords) + stream),
      world_(world),
      options_(options),
      outlet_(outlet),
      today_(today),
      outlet_index_(static_cast<std::uint32_t>(&outlet - world.outlets.data())),
      errors_(options.seed, news::mix(kErrors) + stream),
      text_(outlet.has_straight_marks) {}

void Author::sentence(std::string_view wording, const Topic& topic) {
  if (wording.empty()) return;
  text_.begin_sentence();
  expand(wording, topic);
  text_.end_sentence();
  note(topic);
}

void Author::expand(std::string_view wording, const Topic& topic) {
  for (std::size_t i = 0; i < wording.size();) {
    if (wording[i] == '[') {
      const std::size_t end = closing(wording, i);
      const auto parts = alternatives(wording.substr(i + 1, end - i - 1));
      expand(parts[random.below(static_cast<std::uint32_t>(parts.size()))], topic);
      i = end + 1;
    } else if (wording[i] == '{') {
      const std::size_t end = wording.find('}', i);
      put_slot(wording.substr(i + 1, end - i - 1), topic);
      i = end + 1;
    } else if (wording[i] == '<') {
      const Evidence& mark = mentioned_ == Role::kNone ? topic.mark : age_;
      if (mark.kind == EvidenceKind::kAnniversary && mark.earliest && mark.earliest == mark.latest)
        says_exactly_ = true;
      text_.open(mark);
      ++i;
    } else if (wording[i] == '>') {
      text_.close();
      ++i;
    } else {
      const std::size_t end = std::min(wording.find_first_of("[{<>", i), wording.size());
      text_.put(wording.substr(i, end - i));
      i = end;
    }
  }
}

void Author::put_slot(std::string_view slot, const Topic& topic) {
  if (slot == "a") {
    text_.put_article();
    return;
  }
  if (slot == "when") {
    put_when(topic);
    return;
  }
  if (is_story() && put_figure(slot, topic)) return;
  const bool is_put = (mentioned_ != Role::kNone && put_mention_slot(slot, mentioned_, topic)) ||
                      put_setting(slot, topic) || put_fact(slot, topic) || put_event(slot, topic) ||
                      put_quote(slot, topic) || put_person(slot, topic);
  if (!is_put) text_.put(fmt::format("{{{}}}", slot));  // a fault of a table; the test finds it
}

bool Author::put_setting(std::string_view slot, const Topic& topic) {
  const Setting& setting = world_.setting;
  std::string words;
  if (slot == "town") words = world_.town;
  if (slot == "TOWN") words = capitals(world_.town);
  if (slot == "place") words = world_.places[topic.event == kNone ? 0 : event(topic.event).place];
  if (slot == "thing") words = setting.thing;
  if (slot == "bare") words = setting.bare;
  if (slot == "short") words = "the " + setting.bare;
  if (slot == "plan") words = "a new " + setting.bare;
  if (slot == "water") words = setting.water;
  if (slot == "company") words = setting.company;
  if (slot == "crime") words = setting.crime;
  if (slot == "fair") words = setting.fair;
  if (slot == "agency") words = world_.outlets.front().name;
  if (words.empty()) return false;
  if (outlet_.locale == Locale::kAmerican) {
    replace_all(words, "theatre", "theater");
    replace_all(words, "Theatre", "Theater");
  }
  text_.put(words);
  return true;
}

bool Author::put_event(std::string_view slot, const Topic& topic) {
  const bool is_root = slot.starts_with("root");
  if (is_root || slot == "noun" || slot == "after") {
    Topic about;
    about.event = is_root ? 0 : topic.event;
    const bool is_clause = slot.ends_with("after");
    expand(wording(event(about.event).kind, is_clause ? Form::kAfter : Form::kNoun), about);
    return true;
  }
  if (topic.event == kNone) return false;
  const auto number = static_cast<int>(event(topic.event).number);
  std::string words;
  if (slot == "n" || slot == "N") words = number_words(number);
  if (slot == "N") words[0] = capitals(words.substr(0, 1))[0];
  if (slot == "hundreds") words = number_words(100 * number);
  if (slot == "ordinal") words = ordinal_words(number);
  if (slot == "years") words = span_words(number, Unit::kYears);
  if (slot == "jubilee") words = number == 60 ? "diamond" : "golden";
  text_.put(words);
  return !words.empty();
}

bool Author::put_fact(std::string_view slot, const Topic& topic) {
  std::string words;
  if (topic.number > 0) {
    if (slot == "age") words = std::to_string(topic.number);
    if (slot == "ordinal") words = ordinal_words(topic.number);
    if (slot == "span") words = span_words(topic.number, topic.unit);
  }
  if (topic.day) {
    if (slot == "month") words = month_name(*topic.day);
    if (slot == "year") words = std::to_string(date_of(*topic.day).year);
    if (slot == "date") words = full_date(*topic.day, outlet_.locale, false);
    if (slot == "dm") words = day_and_month(*topic.day, outlet_.locale, true);
  }
  if (!words.empty()) text_.put(words);
  if (slot == "now") put_age(topic.person);
  if (slot == "then") {
    const Evidence evidence = then_evidence(topic.person, topic.event);
    text_.open(evidence);
    text_.put(std::to_string(evidence.number));
    text_.close();
  }
  return !words.empty() || slot == "now" || slot == "then";
}

bool Author::put_quote(std::string_view slot, const Topic& topic) {
  if (topic.quote == nullptr || !slot.starts_with("quote")) return false;
  Evidence evidence;
  evidence.kind = EvidenceKind::kQuotation;
  evidence.person = topic.quote->speaker;
  evidence.event = topic.quote->event;
  evidence.number = static_cast<std::int32_t>(topic.quote - world_.quotes.data());
  evidence.day = evidence.earliest = topic.quote->day;
  text_.put("“");
  text_.open(evidence);
  text_.put(topic.quote->text);
  text_.close();
  text_.put(slot.ends_with('.') ? ".”" : ",”");
  return true;
}

}  // namespace fabula::worlds
