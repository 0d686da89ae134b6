#include "quotes/referents.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "quotes/lexicon.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

Gender gender_of_noun(const Item& noun) {
  // "ex-wife", "son-in-law"
  std::string_view word = noun.lower;
  if (word.starts_with("ex-")) word.remove_prefix(3);
  if (word.ends_with("-in-law")) word.remove_suffix(7);
  const std::uint32_t flags = noun.flags | flags_of(word);
  if ((flags & kFemaleNoun) != 0) return Gender::kFemale;
  return (flags & kMaleNoun) != 0 ? Gender::kMale : Gender::kUnknown;
}

// "the hitmaker himself"
Gender gender_of_description(const Outline& outline, const Phrase& phrase) {
  const Gender gender = gender_of_noun(outline.items[phrase.head]);
  const Item& next = item_or_mark(outline, phrase.last);
  if (gender != Gender::kUnknown || next.starts_sentence) return gender;
  return next.lower == "himself"   ? Gender::kMale
         : next.lower == "herself" ? Gender::kFemale
                                   : Gender::kUnknown;
}

// What one person of a place or a body is: another who is known for something else is not meant.
bool is_office(std::string_view lower) {
  return text::is_one_of(lower, "mayor", "governor", "president", "senator", "secretary",
                         "representative", "congressman", "congresswoman", "prince", "princess");
}

// "the former surveyor", "the outgoing head": of somebody who has been spoken of.
bool is_of_somebody_known(const Outline& outline, const Phrase& phrase) {
  for (std::size_t i = phrase.first; i < phrase.head; ++i)
    if (text::is_one_of(outline.items[i].lower, "former", "retired", "onetime", "one-time", "ex",
                        "erstwhile", "outgoing", "incoming", "embattled", "disgraced"))
      return true;
  return false;
}

bool is_child(std::string_view lower) {
  return lower == "boy" || lower == "girl" || lower == "child" || lower == "baby";
}

bool is_relation(const Item& noun) {
  return noun.has(kRelation) || noun.lower.ends_with("-in-law") || is_child(noun.lower);
}

const Item* relation_in(const Outline& outline, const Phrase& phrase) {
  for (std::size_t i = phrase.first; i < phrase.last; ++i)
    if (is_relation(outline.items[i])) return &outline.items[i];
  return nullptr;
}

// A noun for somebody, not for a group or a paper that can also speak. A word without flags is no
// person noun: it would have that one.
bool is_human(const Item& noun) {
  return noun.kind == ItemKind::kWord && noun.flags != 0 &&
         (noun.has(kRelation | kEpithet | kFemaleNoun | kMaleNoun) ||
          text::is_person_noun(noun.lower));
}

// Relations that mostly share a surname.
bool is_of_the_family(std::string_view lower) {
  return text::is_one_of(lower, "mother", "mum", "mom", "father", "dad", "parent", "wife",
                         "husband", "hubby", "widow", "widower", "son", "daughter", "brother",
                         "sister", "sibling", "grandmother", "grandfather");
}

// "her other half"
bool is_other_half(const Outline& outline, const Phrase& phrase) {
  const std::string_view before = item_or_mark(outline, phrase.head - 1).lower;
  return outline.items[phrase.head].lower == "half" && phrase.head > phrase.first &&
         (before == "other" || before == "better");
}

// Something that is read once, by whom it is for.
bool is_message(std::string_view noun) {
  return text::is_one_of(noun, "post", "letter", "tweet", "note", "card", "message", "statement",
                         "email", "text");
}

bool is_telling(std::string_view lower) {
  return lower == "told" || lower == "tells" || lower == "telling";
}

// Behind "it": the words of something written follow.
bool is_reading_verb(std::string_view lower) {
  return text::is_one_of(lower, "read", "reads", "begins", "began", "says", "said", "continues",
                         "continued", "goes", "went", "ends", "ended", "opens", "opened",
                         "concludes", "concluded", "starts", "adds", "added");
}

std::int32_t age_of(std::string_view word) {
  std::int32_t age = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), age);
  const bool is_age = error == std::errc() && age > 0 && age < 120 &&
                      (end == word.data() + word.size() || *end == '-');
  return is_age ? age : -1;
}

// 60 for "sixtysomething"; -1 for none.
std::int32_t decade_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::int32_t>, 6> kDecades = {{{"twenty", 20},
                                                                                  {"thirty", 30},
                                                                                  {"forty", 40},
                                                                                  {"fifty", 50},
                                                                                  {"sixty", 60},
                                                                                  {"seventy", 70}}};
  if (!word.ends_with("something")) return -1;
  for (const auto& [name, age] : kDecades)
    if (word.starts_with(name)) return age;
  return -1;
}

// "Lopes, 34, said", "Lopes (34)": the number behind byte `at`; -1 for none.
std::int32_t age_behind(std::string_view text, std::uint32_t at) {
  const std::string_view behind = text.substr(at, 5);
  const bool is_set_off = behind.starts_with(", ") || behind.starts_with(" (");
  if (behind.size() < 5 || !is_set_off) return -1;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!is_digit(behind[2]) || !is_digit(behind[3]) || behind[2] == '0') return -1;
  if (behind[4] != ',' && behind[4] != ')' && behind[4] != '.') return -1;
  return (behind[2] - '0') * 10 + (behind[3] - '0');
}

bool is_plural(std::string_view lower) {
  return (lower.ends_with('s') && !lower.ends_with("ss") && lower != "boss") ||
         lower.ends_with("men") || lower == "people" || lower == "police";
}

bool is_indefinite(const Item& first) {
  return first.lower == "a" || first.lower == "an" || first.lower == "another" ||
         first.lower == "one";
}

// "A nurse", "an aide"
bool is_newcomer(std::string_view words) {
  return words.starts_with("A ") || words.starts_with("a ") || words.starts_with("An ") ||
         words.starts_with("an ") || words.starts_with("Another ");
}

// Prepositions of the tables that a clause with a subject can follow.
bool opens_clause(std::string_view lower) {
  return text::is_one_of(lower, "because", "if", "when", "while", "although", "though", "where",
                         "whether", "unless", "until", "since", "before", "after", "as", "than",
                         "like");
}

bool is_conjunction_only(std::string_view lower) {
  return lower != "before" && lower != "after" && lower != "since" && lower != "as" &&
         lower != "than" && lower != "like" && lower != "until";
}

bool is_joint(const Item& item) { return item.kind == ItemKind::kMark || item.has(kConjunction); }

bool holds(const std::vector<std::int32_t>& list, std::int32_t referent) {
  return std::find(list.begin(), list.end(), referent) != list.end();
}

// At most kMostOfRole people have one role or age: an article of nothing but names stays cheap.
void add_to(std::vector<std::int32_t>& people, std::int32_t referent) {
  constexpr std::size_t kMostOfRole = 16;
  if (people.size() < kMostOfRole && !holds(people, referent)) people.push_back(referent);
}

// The name right behind a description: "her husband Ben", "her husband, Ben,", "her husband, the
// cellist Ben Ives,"; 0 for none.
std::size_t named_behind(const Outline& outline, const Phrase& phrase) {
  if (item_or_mark(outline, phrase.last).kind == ItemKind::kName) return phrase.last;
  if (!item_or_mark(outline, phrase.last).is_mark(',')) return 0;
  const std::size_t at = phrase.last + 1;
  if (item_or_mark(outline, at).kind == ItemKind::kName) return at;
  const Phrase* next = outline.phrase_at(at);
  // "the mayor, Coun Ana Lopes,", "the other passenger, trainee nurse Ana Lopes,"
  const Item& lead = item_or_mark(outline, at);
  const bool is_led = lead.lower == "the" || lead.is_capital || lead.has(kPersonNoun);
  const bool is_named = next != nullptr && next->first == at && is_led &&
                        outline.items[next->head].kind == ItemKind::kName &&
                        outline.items[next->head].name_kind == NameKind::kPerson;
  return is_named ? next->head : 0;
}

bool is_verb_behind(const Outline& outline, std::size_t at) {
  for (std::size_t i = at; i < std::min(outline.items.size(), at + 4); ++i) {
    const Item& item = outline.items[i];
    if (item.kind != ItemKind::kWord || item.starts_sentence) return false;
    if (item.has(kAuxiliary | kVerb | kSay | kJudge | kAct) || item.lower.ends_with("ed"))
      return true;
    if (!item.has(kAdverb) && !item.lower.ends_with("ly")) return false;
  }
  return false;
}

}  // namespace

bool is_document_noun(std::string_view lower) {
  if (lower.ends_with('s')) lower.remove_suffix(1);
  return text::is_one_of(lower, "account", "version", "essay", "memoir", "book", "post", "letter",
                         "caption", "tweet", "note", "card", "column", "message", "diary", "blog",
                         "postcard", "op-ed", "newsletter", "autobiography", "statement", "email",
                         "e-mail", "text", "memo", "memorandum", "voicemail");
}

Referents::Referents(const Layers& layers)
    : layers_(layers), by_thing_(layers.names.things.size(), -1) {
  constexpr std::size_t kMostNamesakes = 32;
  for (std::uint32_t i = 0; i < layers.names.things.size(); ++i) {
    const NamedThing& thing = layers.names.things[i];
    const std::size_t space = thing.name.rfind(' ');
    if (space == std::string::npos || thing.kind != NameKind::kPerson) continue;
    auto& namesakes = by_surname_[std::string_view(thing.name).substr(space + 1)];
    if (namesakes.size() < kMostNamesakes) namesakes.push_back(i);
  }
  age_of_.assign(layers.names.things.size(), -1);
  for (const Mention& mention : layers.names.mentions)
    if (const std::int32_t age = age_behind(layers.article.text, mention.range.end); age > 0)
      age_of_[mention.thing] = age;
}

std::int32_t Referents::of_thing(std::int32_t thing) const {
  return thing < 0 ? -1 : by_thing_[static_cast<std::size_t>(thing)];
}

std::int32_t Referents::referent_of(std::uint32_t thing) {
  std::int32_t& referent = by_thing_[thing];
  if (referent >= 0) return referent;
  referent = static_cast<std::int32_t>(referents_.size());
  const NamedThing& named = layers_.names.things[thing];
  referents_.push_back(
      {static_cast<std::int32_t>(thing), {}, named.gender, -1, 0, 0, false, false});
  referents_.back().is_doubtful =
      named.gender == Gender::kUnknown && named.name.find(' ') == std::string::npos;
  for (const std::string& role : named.roles) {
    const std::string lower = text::ascii_lower(role);
    for (std::size_t begin = 0; begin < lower.size();) {
      const std::size_t end = std::min(lower.find_first_of(" ,", begin), lower.size());
      const std::string word = lower.substr(begin, end - begin);
      if (word == "of" || word == "at" || word == "for" || word == "in" || word == "from") break;
      if (const std::int32_t age = age_of(word); age > 0) set_age(referent, age);
      if (!word.empty()) add_role(text::plain_role(word), referent);
      begin = end + 1;
    }
  }
  if (age_of_[thing] > 0 && referents_.back().age < 0) set_age(referent, age_of_[thing]);
  return referent;
}

void Referents::set_age(std::int32_t referent, std::int32_t age) {
  referents_[static_cast<std::size_t>(referent)].age = age;
  add_to(by_age_[age], referent);
}

void Referents::add_role(const std::string& role, std::int32_t referent) {
  add_to(by_role_[role], referent);
}

void Referents::relate(std::int32_t owner, const std::string& role, std::int32_t referent) {
  relations_[{owner, role}] = referent;
  add_to(owners_by_role_[role], owner);
  auto& owners = owners_of_[referent];
  constexpr std::size_t kMostOwners = 16;
  if (owners.size() < kMostOwners) owners.emplace_back(owner, role);
}

std::int32_t Referents::add_unnamed(std::string_view words, Gender gender) {
  referents_.push_back({-1, std::string(words), gender, -1, 0, 0, false, false});
  return static_cast<std::int32_t>(referents_.size() - 1);
}

void Referents::put(std::uint32_t begin, std::uint32_t paragraph, std::int32_t referent,
                    Part part) {
  places_.push_back({begin, sentence_, paragraph, referent, part});
  if (part != Part::kQuoted) ++referents_[static_cast<std::size_t>(referent)].n_mentions;
  if (part == Part::kSubject) {
    last_subject_ = referent;
    subject_sentence_ = sentence_;
  }
}

Reading Referents::best(std::uint32_t sentence, std::uint32_t paragraph, Gender gender,
                        bool is_subject, const Others& others, int mention_points, std::int32_t age,
                        std::int32_t n_ages) const {
  constexpr std::size_t kFarthestPlaces = 60;
  constexpr std::uint32_t kFarthestParagraphs = 8;
  constexpr int kMargin = 10;
  constexpr int kOfPronoun = 2;  // mention points
  std::int32_t first = -1;
  int first_score = 0;
  int second_score = -10000;
  for (std::size_t n = 0; n < std::min(kFarthestPlaces, places_.size()); ++n) {
    const Place& place = places_[places_.size() - 1 - n];
    if (place.paragraph + kFarthestParagraphs < paragraph) break;
    const Referent& referent = referents_[static_cast<std::size_t>(place.referent)];
    if (are_opposed(gender, referent.gender) || holds(others.addressed, place.referent)) continue;
    if (narrator_ >= 0 && referent.thing == narrator_) continue;
    if (age > 0 && referent.age > 0 && (referent.age < age || referent.age >= age + n_ages))
      continue;
    // "the star" has a name, or is "Ana Lopes's father", and is not who asks.
    const bool is_nobody = referent.thing < 0 && referent.words.find("'s ") == std::string::npos;
    if (mention_points > kOfPronoun && (is_nobody || referent.n_told > 0)) continue;
    const auto back = static_cast<int>(std::min(sentence - place.sentence, 12U));
    int score = 100 - 10 * back;
    switch (place.part) {
      case Part::kSubject:
        score += 20 + (is_subject && back <= 1 ? 14 : 0);
        break;
      case Part::kObject:
        score += 6;
        break;
      case Part::kOwner:
        score -= 4;
        break;
      case Part::kGoverned:
        break;
      case Part::kQuoted:
        score -= 35;
        break;
    }
    if (place.paragraph == paragraph) score += 10;
    // "A nurse came. She": who was just brought up is spoken of.
    if (referent.thing < 0 && is_newcomer(referent.words) && place.part == Part::kSubject &&
        back <= 1 && is_subject && place.paragraph == paragraph)
      score += 16;
    if (referent.gender == gender && gender != Gender::kUnknown) score += 14;
    score += mention_points * static_cast<int>(std::min(referent.n_mentions, 10U));
    if (referent.is_doubtful) score -= 20;
    // Who is told things asks the questions.
    if (is_subject) score -= 12 * static_cast<int>(std::min(referent.n_told, 3U));
    // Somebody unnamed is spoken of again less often, one whose gender nobody told least.
    if (referent.thing < 0) score -= referent.is_child ? 30 : referent.gender == gender ? 4 : 16;
    if (holds(others.unlikely, place.referent)) score -= 60;
    if (first < 0 || score > first_score) {
      if (first >= 0 && first != place.referent) second_score = first_score;
      first = place.referent;
      first_score = score;
    } else if (place.referent != first) {
      second_score = std::max(second_score, score);
    }
  }
  return {first, first >= 0 && first_score - second_score >= kMargin, false};
}

Referents::Part Referents::part_of(const Outline& outline, const Phrase& phrase) const {
  if (outline.items[phrase.last - 1].is_possessive) return Part::kOwner;
  const Item& before = item_or_mark(outline, phrase.first - 1);
  const bool is_first = phrase.first == 0 || outline.items[phrase.first].starts_sentence ||
                        (before.starts_sentence && before.has(kAdverb));
  // "After she left, ...", but "looked after her".
  const bool opens = opens_clause(before.lower) &&
                     (before.starts_sentence || is_joint(item_or_mark(outline, phrase.first - 2)) ||
                      is_conjunction_only(before.lower));
  if (!is_first && before.kind == ItemKind::kWord && before.has(kPreposition) &&
      !(opens && is_verb_behind(outline, phrase.last)))
    return Part::kGoverned;
  const bool is_inverted =
      !is_first && before.has(kSay) && phrase.first > 1 &&
      (outline.items[phrase.first - 2].is_quoted() || outline.items[phrase.first - 2].is_mark(','));
  if (is_inverted || is_verb_behind(outline, phrase.last)) return Part::kSubject;
  // "The other driver, nurse Ana Lopes, 21, sent"
  const Item& age = item_or_mark(outline, phrase.last + 1);
  const Item& verb = item_or_mark(outline, phrase.last + 3);
  const bool has_age = item_or_mark(outline, phrase.last).is_mark(',') && age_of(age.lower) > 0 &&
                       item_or_mark(outline, phrase.last + 2).is_mark(',');
  if (has_age && before.is_mark(',') && verb.kind == ItemKind::kWord && !verb.is_capital &&
      !verb.has(kPreposition | kConjunction | kRelative | kDeterminer | kPossessive))
    return Part::kSubject;
  // "Lopes, 34, said", "A nurse who had seen it said", "Lopes cooks"
  const Item& after = item_or_mark(outline, phrase.last);
  if (is_first && outline.items[phrase.head].kind == ItemKind::kName &&
      after.kind == ItemKind::kWord && !after.is_capital && !after.starts_sentence &&
      !after.has(kPreposition | kConjunction))
    return Part::kSubject;
  if (is_first && (after.is_mark(',') || after.has(kRelative))) return Part::kSubject;
  // "A former adviser to the project is less fond."
  if (is_first && is_indefinite(outline.items[phrase.first]) && after.has(kPreposition))
    return Part::kSubject;
  return Part::kObject;
}

// "“Ana,” she said", "“Thank you, Ana,” she said": does the name stand for whom the words are said
// to?
bool Referents::is_addressed(Range name, Range words) const {
  const std::string_view text = layers_.article.text;
  std::uint32_t begin = name.begin;
  while (begin > words.begin && text[begin - 1] == ' ') --begin;
  const char before = begin > words.begin ? text[begin - 1] : '\0';
  const char after = name.end < words.end ? text[name.end] : '\0';
  const bool is_opening = before == '\0' || static_cast<unsigned char>(before) >= 0x80 ||
                          before == '"' || before == '\'';
  if (is_opening) return after == ',' || after == '!' || after == '?';
  const bool is_closing =
      after == '.' || after == '!' || after == '?' || after == ',' || name.end + 1 >= words.end;
  return before == ',' && is_closing;
}

// Who is named inside the quoted words beside item `at`: hardly who says them.
Referents::Others Referents::named_in_own_words(const Outline& outline, std::size_t at) const {
  Others named;
  const auto add = [&](const Item& item) {
    if (!item.is_quoted()) return;
    const std::vector<Mention>& mentions = layers_.names.mentions;
    auto mention = std::lower_bound(
        mentions.begin(), mentions.end(), item.range.begin,
        [](const Mention& each, std::uint32_t begin) { return each.range.begin < begin; });
    for (; mention != mentions.end() && mention->range.end <= item.range.end; ++mention)
      if (const std::int32_t referent = by_thing_[mention->thing]; referent >= 0)
        (is_addressed(mention->range, item.range) ? named.addressed : named.unlikely)
            .push_back(referent);
  };
  for (std::size_t i = at; i-- > 0 && at - i <= 3;) add(outline.items[i]);
  for (std::size_t i = at + 1; i < std::min(outline.items.size(), at + 6); ++i)
    add(outline.items[i]);
  return named;
}

// The subject before a phrase of the same sentence that is none: somebody else ("Lopes met her").
std::vector<std::int32_t> Referents::subject_here() const {
  if (last_subject_ < 0 || subject_sentence_ != sentence_) return {};
  return {last_subject_};
}

// Whom the clause names as its object: "she told Lopes".
void Referents::add_objects(const Outline& outline, std::size_t subject_last,
                            std::vector<std::int32_t>& unlikely) const {
  constexpr std::size_t kReach = 5;
  for (std::size_t i = subject_last; i < std::min(outline.items.size(), subject_last + kReach);
       ++i) {
    const Item& item = outline.items[i];
    if (item.starts_sentence || item.kind == ItemKind::kMark || item.is_quoted()) return;
    if (item.lower == "host" || item.lower == "interviewer" || item.lower == "presenter") {
      for (std::size_t one = 0; one < referents_.size(); ++one)
        if (referents_[one].n_told > 0) unlikely.push_back(static_cast<std::int32_t>(one));
      return;
    }
    if (item.kind != ItemKind::kName || item.name_kind != NameKind::kPerson) continue;
    const std::int32_t object =
        by_thing_[layers_.names.mentions[static_cast<std::size_t>(item.mention)].thing];
    if (object >= 0 && !item.is_possessive) unlikely.push_back(object);
    return;
  }
}

void Referents::read_name(const Outline& outline, const Phrase& phrase, Part part) {
  // "singer Ana Lopes and": each name of the phrase, the last one as its head.
  for (std::size_t i = phrase.first; i < phrase.last; ++i) {
    const Item& item = outline.items[i];
    if (item.kind != ItemKind::kName || item.name_kind != NameKind::kPerson) continue;
    const std::uint32_t thing =
        layers_.names.mentions[static_cast<std::size_t>(item.mention)].thing;
    const std::int32_t referent = referent_of(thing);
    const Part own = item.is_possessive ? Part::kOwner : i == phrase.head ? part : Part::kOwner;
    put(item.range.begin, outline.paragraph, referent, own);
    readings_[item.range.begin] = {referent, true, false};
    if (i == phrase.head && is_telling(item_or_mark(outline, phrase.first - 1).lower))
      ++referents_[static_cast<std::size_t>(referent)].n_told;
    // "Lopes, 34,"
    const Item& age = item_or_mark(outline, i + 2);
    if (item_or_mark(outline, i + 1).is_mark(',') && age.kind == ItemKind::kWord)
      if (const std::int32_t years = age_of(age.lower); years > 0) set_age(referent, years);
    // "her husband, Ben Ives", "her husband Ben Ives"
    // "her husband, the cellist Ben Ives"
    const Item& opening = outline.items[phrase.first];
    const bool is_led =
        opening.lower == "the" || (opening.kind == ItemKind::kName && !opening.is_possessive &&
                                   opening.name_kind != NameKind::kPerson);
    std::size_t before = i == phrase.head && is_led ? phrase.first : i;
    const Item& joint = item_or_mark(outline, before - 1);  // "her husband is Ben Ives"
    if (before > 1 && (joint.is_mark(',') || joint.lower == "is" || joint.lower == "was")) --before;
    if (before == 0 || !outline.items[before - 1].has(kRelation)) continue;
    const Item& relation = outline.items[before - 1];
    const auto known = readings_.find(relation.range.begin);
    if (gender_of_noun(relation) != Gender::kUnknown &&
        referents_[static_cast<std::size_t>(referent)].gender == Gender::kUnknown)
      referents_[static_cast<std::size_t>(referent)].gender = gender_of_noun(relation);
    // Who was "her husband" until now has a name.
    if (known != readings_.end() && known->second.referent >= 0 &&
        referents_[static_cast<std::size_t>(known->second.referent)].thing < 0)
      for (const auto& [whose, role] : owners_of_[known->second.referent])
        relate(whose, role, referent);
    if (before < 2) continue;
    const Item* whose = &outline.items[before - 2];
    // "The star, whose father is Ben Ives,"
    if (whose->lower == "whose" && before > 4)
      if (const Phrase* star =
              outline.phrase_at(before - (outline.items[before - 3].is_mark(',') ? 4 : 3)))
        whose = &outline.items[star->head];
    const auto owner = readings_.find(whose->range.begin);
    if (owner != readings_.end() && owner->second.referent >= 0)
      relate(owner->second.referent, text::plain_role(relation.lower), referent);
  }
}

// Whose the document is in which the phrase is the subject; -1 for none, or another gender.
std::int32_t Referents::owner_of_document_around(const Outline& outline, const Phrase& phrase,
                                                 Gender gender) const {
  if (phrase.first < 3 || outline.items[phrase.first - 1].lower != "which" ||
      outline.items[phrase.first - 2].lower != "in")
    return -1;
  std::size_t left = phrase.first - 3;
  if (left > 0 && outline.items[left].is_mark(',')) --left;
  const Phrase* document = outline.phrase_at(left);
  const Reading owned =
      document == nullptr ? Reading{} : at(outline.items[document->head].range.begin);
  const bool is_known = owned.is_document && owned.referent >= 0 &&
                        !are_opposed((*this)[owned.referent].gender, gender);
  return is_known ? owned.referent : -1;
}

Reading Referents::read_pronoun(const Outline& outline, const Phrase& phrase, Part part) {
  const Item& head = outline.items[phrase.head];
  const Gender gender = gender_of_pronoun(head.lower);
  if (gender == Gender::kUnknown) {
    if (head.lower != "it") return {};
    const Item& verb = item_or_mark(outline, phrase.last);
    const bool reads = verb.has(kSay | kJudge) || is_reading_verb(verb.lower) ||
                       item_or_mark(outline, phrase.first - 1).has(kSay);
    // The company or the paper, whichever was spoken of last.
    const bool is_group = last_group_ >= 0 && group_sentence_ + 3 >= sentence_ &&
                          (last_owner_ < 0 || group_sentence_ >= owner_sentence_);
    if (reads && is_group) return {last_group_, false, false};
    if (reads && last_owner_ >= 0) return {last_owner_, false, true};
    return {};
  }
  // "her sister's letter, in which she wrote": whose letter it is.
  if (const std::int32_t owner = owner_of_document_around(outline, phrase, gender); owner >= 0) {
    put(head.range.begin, outline.paragraph, owner, part);
    return {owner, true, false};
  }
  Others others = part == Part::kSubject ? named_in_own_words(outline, phrase.head)
                                         : Others{subject_here(), {}};
  if (part == Part::kSubject) add_objects(outline, phrase.last, others.unlikely);
  const Reading reading =
      best(sentence_, outline.paragraph, gender, part == Part::kSubject, others, 2);
  if (reading.referent < 0) return {};
  Referent& referent = referents_[static_cast<std::size_t>(reading.referent)];
  if (reading.is_sure && referent.gender == Gender::kUnknown) referent.gender = gender;
  put(head.range.begin, outline.paragraph, reading.referent, part);
  return reading;
}

std::int32_t Referents::owner_of(const Outline& outline, const Phrase& phrase) {
  const Item& first = outline.items[phrase.first];
  // "left her a note" gives her one.
  const bool is_given = item_or_mark(outline, phrase.first + 1).has(kDeterminer);
  if (first.has(kPossessive) && phrase.last > phrase.first + 1 && !is_given) {
    const Gender gender = gender_of_pronoun(first.lower);
    if (first.lower == "its" && last_group_ >= 0 && group_sentence_ + 3 >= sentence_) {
      readings_[first.range.begin] = {last_group_, false, false};
      return last_group_;
    }
    if (gender == Gender::kUnknown) return -1;
    const Reading reading = best(sentence_, outline.paragraph, gender, false, {}, 2);
    readings_[first.range.begin] = reading;
    return reading.referent;
  }
  for (std::size_t i = phrase.head; i-- > phrase.first;) {
    const Item& item = outline.items[i];
    if (item.is_possessive && item.kind == ItemKind::kName)
      return by_thing_[layers_.names.mentions[static_cast<std::size_t>(item.mention)].thing];
  }
  return -1;
}

Reading Referents::read_document(const Outline& outline, const Phrase& phrase) {
  std::string noun(outline.items[phrase.head].lower);
  if (noun.ends_with('s')) noun.pop_back();
  std::int32_t owner = owner_of(outline, phrase);
  const Item& next = item_or_mark(outline, phrase.last);
  if (owner < 0 && next.lower == "by" &&
      item_or_mark(outline, phrase.last + 1).kind == ItemKind::kName) {
    const Item& name = outline.items[phrase.last + 1];
    if (name.name_kind == NameKind::kPerson)
      owner = referent_of(layers_.names.mentions[static_cast<std::size_t>(name.mention)].thing);
  }
  const Item& sender = item_or_mark(outline, phrase.last + 1);
  if (owner < 0 && next.lower == "that" && gender_of_pronoun(sender.lower) != Gender::kUnknown &&
      (sender.lower == "he" || sender.lower == "she"))
    owner =
        best(sentence_, outline.paragraph, gender_of_pronoun(sender.lower), true, {}, 2).referent;
  if (owner < 0 && (next.lower == "that" || next.lower == "which") &&
      sender.kind == ItemKind::kName && sender.name_kind == NameKind::kPerson)
    owner = referent_of(layers_.names.mentions[static_cast<std::size_t>(sender.mention)].thing);
  if (owner < 0 && !outline.items[phrase.first].has(kPossessive)) {
    // "Lopes wrote in an essay", "the family said in a statement"
    const std::vector<std::int32_t> subject = subject_here();
    if (!subject.empty() && is_indefinite(outline.items[phrase.first])) owner = subject[0];
    if (subject.empty() && is_indefinite(outline.items[phrase.first]) &&
        group_sentence_ == sentence_)
      owner = last_group_;
  }
  if (owner >= 0) {
    owners_[noun] = last_owner_ = owner;
    owner_sentence_ = sentence_;
    return {owner, false, true};
  }
  const auto known = owners_.find(noun);
  if (known == owners_.end() || is_indefinite(outline.items[phrase.first])) {
    // "She posted a picture. “Finished,” the caption read."
    const bool is_posted = noun == "caption" && !is_indefinite(outline.items[phrase.first]) &&
                           last_subject_ >= 0 && subject_sentence_ + 2 >= sentence_;
    if (is_posted) {
      owners_[noun] = last_owner_ = last_subject_;
      owner_sentence_ = sentence_;
      return {last_subject_, false, true};
    }
    if (is_message(noun)) last_owner_ = -1;  // somebody else's, from here on
    return {};
  }
  last_owner_ = known->second;
  owner_sentence_ = sentence_;
  return {known->second, false, true};
}

// "the Lost Keys author": the only subject of the first sentence that names the work.
Reading Referents::with_work(const Outline& outline, const Phrase& phrase) {
  for (std::size_t i = phrase.first; i < phrase.head; ++i) {
    const auto work = works_.find(title_of(outline.items[i]));
    if (work == works_.end() || work->second == sentence_) continue;
    std::int32_t only = -1;
    auto place = std::lower_bound(
        places_.begin(), places_.end(), work->second,
        [](const Place& each, std::uint32_t sentence) { return each.sentence < sentence; });
    for (; place != places_.end() && place->sentence == work->second; ++place) {
      if (place->part != Part::kSubject ||
          referents_[static_cast<std::size_t>(place->referent)].thing < 0)
        continue;
      if (only >= 0 && only != place->referent) return {};
      only = place->referent;
    }
    if (only >= 0) return {only, true, false};
  }
  return {};
}

// The letters of a title: of quoted words that are no speech, or of a name of no person; else
// empty.
std::string Referents::title_of(const Item& item) const {
  const bool is_title = (item.kind == ItemKind::kQuoted && !item.is_spoken) ||
                        (item.kind == ItemKind::kName && item.name_kind != NameKind::kPerson);
  if (!is_title) return {};
  std::string letters;
  for (const char c : text::ascii_lower(words_of(layers_.article.text, item.range)))
    if (static_cast<unsigned char>(c) < 0x80 &&
        (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' '))
      letters += c;
  return letters;
}

// Of those who have the role the last one spoken of.
Reading Referents::with_role(const Outline& outline, const Phrase& phrase) {
  const Item& head = outline.items[phrase.head];
  const std::string noun = text::plain_role(head.lower);
  const Gender gender = gender_of_description(outline, phrase);
  std::int32_t age = -1;
  for (std::size_t i = phrase.first; i < phrase.last && age < 0; ++i)
    if (outline.items[i].lower.find("-year-old") != std::string_view::npos)
      age = age_of(outline.items[i].lower);
  std::vector<std::int32_t> fits;
  const auto add = [&](std::int32_t referent) {
    const Referent& who = referents_[static_cast<std::size_t>(referent)];
    const bool is_other =
        are_opposed(gender, who.gender) || (age > 0 && who.age > 0 && who.age != age);
    if (!is_other && std::find(fits.begin(), fits.end(), referent) == fits.end())
      fits.push_back(referent);
  };
  if (head.lower.find("-year-old") != std::string_view::npos) {
    if (const auto found = by_age_.find(age); found != by_age_.end())
      for (const std::int32_t referent : found->second) add(referent);
  } else {
    for (const std::string& word : text::words_of_role(noun))
      if (const auto found = by_role_.find(word); found != by_role_.end())
        for (const std::int32_t referent : found->second) add(referent);
  }
  if (fits.size() == 1) return {fits[0], true, false};
  if (fits.empty()) return {};
  constexpr std::size_t kFarthestPlaces = 200;
  for (std::size_t n = places_.size(); n-- > 0 && places_.size() - n <= kFarthestPlaces;)
    if (std::find(fits.begin(), fits.end(), places_[n].referent) != fits.end())
      return {places_[n].referent, false, false};
  return {fits[0], false, false};
}

// Is the person somebody's relative of a known kind?
bool Referents::is_related(std::int32_t owner, std::int32_t thing) const {
  const std::int32_t referent = of_thing(thing);
  const auto of = owners_of_.find(referent);
  return referent >= 0 && of != owners_of_.end() &&
         std::any_of(of->second.begin(), of->second.end(),
                     [&](const auto& each) { return each.first == owner; });
}

// "her brother": the only other person of the article who has her surname and can be a man; -1.
std::int32_t Referents::relative_by_surname(std::int32_t owner, const Item& relation) {
  if (owner < 0 || !is_of_the_family(relation.lower)) return -1;
  const std::int32_t thing = (*this)[owner].thing;
  const auto surname_of = [&](const NamedThing& one) {
    const std::size_t space = one.name.rfind(' ');
    return space == std::string::npos ? std::string_view()
                                      : std::string_view(one.name).substr(space + 1);
  };
  if (thing < 0) return -1;
  const std::string_view surname =
      surname_of(layers_.names.things[static_cast<std::size_t>(thing)]);
  if (surname.empty()) return -1;
  const auto found = by_surname_.find(surname);
  if (found == by_surname_.end()) return -1;
  std::int32_t only = -1;
  for (const std::uint32_t other : found->second) {
    const Gender gender = layers_.names.things[other].gender;
    if (static_cast<std::int32_t>(other) == thing ||
        are_opposed(gender, gender_of_noun(relation)) ||
        is_related(owner, static_cast<std::int32_t>(other)))
      continue;
    if (only >= 0) return -1;
    only = static_cast<std::int32_t>(other);
  }
  return only < 0 ? -1 : referent_of(static_cast<std::uint32_t>(only));
}

// "Ana Lopes's mother" for "her mother", so that other articles can tell who that is.
std::string Referents::words_of_relative(const Outline& outline, const Phrase& phrase,
                                         std::int32_t owner) const {
  const Range words{outline.items[phrase.first].range.begin, outline.items[phrase.head].range.end};
  const std::int32_t thing = owner < 0 ? -1 : (*this)[owner].thing;
  if (thing < 0 || !outline.items[phrase.first].has(kPossessive))
    return std::string(words_of(layers_.article.text, words));
  const std::uint32_t begin = outline.items[phrase.first + 1].range.begin;
  return layers_.names.things[static_cast<std::size_t>(thing)].name + "'s " +
         std::string(words_of(layers_.article.text, {begin, words.end}));
}

// "her father" where one woman's father is known, and of nobody nearer: hers.
std::int32_t Referents::owner_with(const std::string& role, const Item& possessive,
                                   std::int32_t owner) const {
  const auto reading = readings_.find(possessive.range.begin);
  if (owner < 0 || related(owner, role) >= 0 || reading == readings_.end() ||
      reading->second.is_sure)
    return owner;
  std::int32_t only = -1;
  const auto known = owners_by_role_.find(role);
  if (known == owners_by_role_.end()) return owner;
  for (const std::int32_t one : known->second) {
    if ((*this)[relations_.at({one, role})].thing < 0 ||
        (*this)[one].gender != gender_of_pronoun(possessive.lower))
      continue;
    if (only >= 0) return owner;
    only = one;
  }
  return only >= 0 ? only : owner;
}

Reading Referents::relative_of_narrator(const Outline& outline, const Phrase& phrase) {
  const Item& head = outline.items[phrase.head];
  const std::int32_t narrator = referent_of(static_cast<std::uint32_t>(narrator_));
  const std::string kind = text::plain_role(head.lower);
  if (const std::int32_t known = related(narrator, kind); known >= 0) return {known, true, false};
  const std::string words = layers_.names.things[static_cast<std::size_t>(narrator_)].name + "'s " +
                            std::string(head.lower);
  const std::int32_t relative = add_unnamed(words, gender_of_noun(head));
  relate(narrator, kind, relative);
  return {relative, true, false};
}

bool Referents::has_role(std::int32_t referent) const {
  const std::int32_t thing = referent < 0 ? -1 : (*this)[referent].thing;
  return thing >= 0 && !layers_.names.things[static_cast<std::size_t>(thing)].roles.empty();
}

Reading Referents::read_noun(const Outline& outline, const Phrase& phrase, Part part) {
  const Item& head = outline.items[phrase.head];
  const Item& first = outline.items[phrase.first];
  if (is_document_noun(head.lower)) return read_document(outline, phrase);
  if (head.has(kPersonNoun) && !is_human(head) && !is_plural(head.lower)) {
    // "The network, Orra TV, said"
    if (const std::size_t at = named_behind(outline, phrase);
        at > 0 && outline.items[at].name_kind == NameKind::kOrganisation) {
      last_group_ = referent_of(
          layers_.names.mentions[static_cast<std::size_t>(outline.items[at].mention)].thing);
      group_sentence_ = sentence_;
      return {last_group_, true, false};
    }
    // "the club", "its panel": what "it" can say.
    const std::string_view lead =
        phrase.first > 0 ? outline.items[phrase.first - 1].lower : std::string_view();
    if (part == Part::kSubject || lead == "from" || lead == "by") {
      last_group_ = add_unnamed(words_of(layers_.article.text, {first.range.begin, head.range.end}),
                                Gender::kUnknown);
      group_sentence_ = sentence_;
    }
    return {};
  }
  // "his lordship": he.
  if (first.has(kPossessive) &&
      text::is_one_of(head.lower, "lordship", "ladyship", "highness", "majesty", "holiness")) {
    const Reading reading = best(sentence_, outline.paragraph, gender_of_pronoun(first.lower),
                                 part == Part::kSubject, {}, 2);
    if (reading.referent >= 0) put(head.range.begin, outline.paragraph, reading.referent, part);
    return {reading.referent, false, false};
  }
  // "Mum said": the narrator's.
  const bool is_mine = narrator_ >= 0 && phrase.last == phrase.first + 1 && head.is_capital &&
                       head.has(kRelation) && !is_plural(head.lower);
  if (is_mine) {
    const Reading mine = relative_of_narrator(outline, phrase);
    put(head.range.begin, outline.paragraph, mine.referent, part);
    return mine;
  }
  const bool is_partner = is_other_half(outline, phrase);
  if ((!is_human(head) && !is_partner) || is_plural(head.lower)) {
    // "her answer was brief: “...”"
    if (first.has(kPossessive) && head.has(kCueNoun)) (void)owner_of(outline, phrase);
    return {};
  }
  const std::string noun = is_partner ? "partner" : text::plain_role(head.lower);
  const std::string_view words =
      words_of(layers_.article.text, {first.range.begin, head.range.end});
  const std::size_t named_at = named_behind(outline, phrase);
  const bool is_named_next = named_at > 0;
  // "Lopes, a nurse,", "Lopes is a nurse": a role of hers.
  const Item& before = item_or_mark(outline, phrase.first - 1);
  const bool is_apposed = phrase.first > 1 && before.is_mark(',') && !first.starts_sentence &&
                          outline.items[phrase.first - 2].kind == ItemKind::kName &&
                          outline.items[phrase.first - 2].name_kind == NameKind::kPerson &&
                          !is_verb_behind(outline, phrase.last);
  const bool is_predicate = phrase.first > 0 && !first.starts_sentence &&
                            (before.lower == "is" || before.lower == "was" ||
                             before.lower == "became" || before.lower == "as");
  if (is_apposed || is_predicate) {
    std::int32_t whom = -1;
    if (is_apposed) {
      const Item& name = outline.items[phrase.first - 2];
      whom = referent_of(layers_.names.mentions[static_cast<std::size_t>(name.mention)].thing);
    } else if (!places_.empty() && places_.back().sentence == sentence_) {
      whom = places_.back().referent;
    }
    if (whom >= 0 && before.lower != "as") add_role(noun, whom);
    // "Ives, her younger brother and chief executive,"
    if (is_apposed && whom >= 0 && first.has(kPossessive))
      if (const Item* relation = relation_in(outline, phrase); relation != nullptr)
        if (const std::int32_t owner = owner_of(outline, phrase); owner >= 0 && owner != whom)
          relate(owner, text::plain_role(relation->lower), whom);
    if (whom >= 0 && referents_[static_cast<std::size_t>(whom)].gender == Gender::kUnknown &&
        before.lower != "as")
      referents_[static_cast<std::size_t>(whom)].gender = gender_of_noun(head);
    return {whom, false, false};
  }
  Reading reading;
  std::int32_t owner = owner_of(outline, phrase);
  if (first.has(kPossessive) && is_relation(head)) owner = owner_with(noun, first, owner);
  if (is_named_next) {
    // "Its chief executive, Ben Ives,": he is read with his name, behind this.
    const Item& name = outline.items[named_at];
    if (name.name_kind == NameKind::kPerson && !name.is_possessive)
      return {referent_of(layers_.names.mentions[static_cast<std::size_t>(name.mention)].thing),
              true, false};
  }
  const bool is_owned = first.has(kPossessive) || owner >= 0;
  if (is_owned && (is_relation(head) || is_partner)) {
    if (const std::int32_t known = related(owner, noun); known >= 0)
      reading = {known, true, false};
    else if (!is_named_next)
      reading = with_role(outline, phrase);
    if (reading.referent == owner) reading = {};
    if (reading.referent < 0) reading.referent = relative_by_surname(owner, head);
    if (reading.referent < 0) {
      reading = {add_unnamed(words_of_relative(outline, phrase, owner), gender_of_noun(head)), true,
                 false};
      referents_.back().is_child = is_child(head.lower);
      if (owner >= 0) relate(owner, noun, reading.referent);
    }
  } else if (is_owned || is_indefinite(first)) {
    if (part == Part::kSubject || part == Part::kObject)
      reading = {add_unnamed(words, gender_of_noun(head)), true, false};
    if (reading.referent >= 0) add_role(noun, reading.referent);
  } else if (first.lower == "the" || first.lower == "this" || first.kind == ItemKind::kQuoted) {
    reading = with_work(outline, phrase);
    if (reading.referent >= 0) {
      // Named with the work by chance: the text is about somebody else by far.
      const Reading about =
          best(sentence_, outline.paragraph, gender_of_description(outline, phrase), false, {}, 7);
      const auto n_of = [&](const Reading& one) {
        return referents_[static_cast<std::size_t>(one.referent)].n_mentions;
      };
      if (about.referent >= 0 && n_of(about) > 2 * n_of(reading))
        reading = {about.referent, false, false};
    }
    const bool has_title =
        reading.referent >= 0 ||
        std::any_of(outline.items.begin() + static_cast<std::ptrdiff_t>(phrase.first),
                    outline.items.begin() + static_cast<std::ptrdiff_t>(phrase.head),
                    [](const Item& item) { return item.kind == ItemKind::kQuoted; });
    if (reading.referent < 0) reading = with_role(outline, phrase);
    const bool is_age = head.lower.find("-year-old") != std::string_view::npos;
    const bool is_epithet = head.has(kEpithet) || is_age || has_title ||
                            head.lower.starts_with("ex-") || is_of_somebody_known(outline, phrase);
    if (reading.referent < 0 && is_epithet) {
      reading = best(sentence_, outline.paragraph, gender_of_description(outline, phrase), false,
                     part == Part::kSubject ? Others{} : Others{subject_here(), {}}, 7,
                     is_age ? age_of(head.lower) : decade_of(head.lower), is_age ? 1 : 10);
      reading.is_sure = false;
      if (is_office(head.lower) && has_role(reading.referent)) reading = {};
    }
    if (reading.referent < 0 && !is_named_next && part == Part::kSubject) {
      reading = {add_unnamed(words, gender_of_noun(head)), true, false};
      add_role(noun, reading.referent);
    }
  }
  // "counsel said": a noun without an article, of somebody's role.
  const bool is_bare = phrase.last == phrase.first + 1 && reading.referent < 0;
  if (is_bare && part == Part::kSubject && !first.is_capital) reading = with_role(outline, phrase);
  if (reading.referent >= 0 && !is_named_next)
    put(head.range.begin, outline.paragraph, reading.referent, part);
  return reading;
}

// "Ana Lopes's The Weir", "her “Lost Keys”": what stands in it is hers.
void Referents::read_owned_title(const Outline& outline, const Phrase& phrase) {
  const std::int32_t owner = owner_of(outline, phrase);
  if (owner < 0) return;
  last_owner_ = owner;
  owner_sentence_ = sentence_;
  readings_[outline.items[phrase.head].range.begin] = {owner, false, true};
}

void Referents::read_quoted(const Outline& outline, const Item& item) {
  const std::vector<Mention>& mentions = layers_.names.mentions;
  auto mention = std::lower_bound(
      mentions.begin(), mentions.end(), item.range.begin,
      [](const Mention& each, std::uint32_t begin) { return each.range.begin < begin; });
  for (; mention != mentions.end() && mention->range.end <= item.range.end; ++mention)
    if (layers_.names.things[mention->thing].kind == NameKind::kPerson)
      put(mention->range.begin, outline.paragraph, referent_of(mention->thing), Part::kQuoted);
}

void Referents::read_phrase(const Outline& outline, const Phrase& phrase) {
  const Item& head = outline.items[phrase.head];
  const Part part = part_of(outline, phrase);
  if (head.kind == ItemKind::kName) {
    // "her husband Ben Ives": the owner first.
    if (outline.items[phrase.first].has(kPossessive)) (void)owner_of(outline, phrase);
    read_name(outline, phrase, part);
    if (head.name_kind != NameKind::kPerson) read_owned_title(outline, phrase);
    if (head.name_kind == NameKind::kOrganisation && part == Part::kSubject) {
      last_group_ =
          referent_of(layers_.names.mentions[static_cast<std::size_t>(head.mention)].thing);
      group_sentence_ = sentence_;
    }
    return;
  }
  for (std::size_t i = phrase.first; i < phrase.head; ++i)
    if (outline.items[i].kind == ItemKind::kName) {
      read_name(outline, phrase, part);
      break;
    }
  if (head.kind == ItemKind::kQuoted) read_owned_title(outline, phrase);
  if (head.kind != ItemKind::kWord) return;
  if (head.lower.starts_with('@')) {
    // "User @someone": nobody of the table of names.
    const Reading handle{
        add_unnamed(words_of(layers_.article.text,
                             {outline.items[phrase.first].range.begin, head.range.end}),
                    Gender::kUnknown),
        true, false};
    put(head.range.begin, outline.paragraph, handle.referent, part);
    readings_[head.range.begin] = handle;
    return;
  }
  const Reading reading =
      head.has(kPronoun) ? read_pronoun(outline, phrase, part) : read_noun(outline, phrase, part);
  if (reading.referent >= 0) readings_[head.range.begin] = reading;
}

void Referents::read(const Outline& outline) {
  std::size_t next = 0;  // phrase
  for (std::size_t i = 0; i < outline.items.size(); ++i) {
    const Item& item = outline.items[i];
    if (item.starts_sentence) ++sentence_;
    if (item.kind == ItemKind::kQuoted && item.is_spoken) read_quoted(outline, item);
    const Phrase* around = outline.phrase_at(i);
    const bool is_described = around != nullptr && is_human(outline.items[around->head]);
    if (std::string title = title_of(item); !title.empty() && !is_described)
      works_.try_emplace(std::move(title), sentence_);
    if (item.kind == ItemKind::kWord && item.has(kObjectPronoun) && item.phrase < 0) {
      const Gender gender = gender_of_pronoun(item.lower);
      if (gender == Gender::kUnknown) continue;
      const Reading reading =
          best(sentence_, outline.paragraph, gender, false, {subject_here(), {}}, 2);
      if (reading.referent >= 0 && reading.is_sure)
        put(item.range.begin, outline.paragraph, reading.referent, Part::kObject);
      continue;
    }
    while (next < outline.phrases.size() && outline.phrases[next].last <= i) ++next;
    if (next < outline.phrases.size() && outline.phrases[next].first == i)
      read_phrase(outline, outline.phrases[next]);
  }
  ++sentence_;
}

Reading Referents::at(std::uint32_t at) const {
  const auto found = readings_.find(at);
  return found == readings_.end() ? Reading{} : found->second;
}

Reading Referents::document_in(const Outline& outline, std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    std::string noun(outline.items[i].lower);
    if (!is_document_noun(noun)) continue;
    if (noun.ends_with('s')) noun.pop_back();
    const auto owner = owners_.find(noun);
    if (owner != owners_.end()) return {owner->second, false, true};
  }
  return {};
}

std::int32_t Referents::related(std::int32_t owner, std::string_view relation) const {
  if (owner < 0) return -1;
  const std::string role = text::plain_role(relation);
  const auto found = relations_.find({owner, role});
  if (found != relations_.end()) return found->second;
  if (role == "partner") {
    for (const char* kind : {"husband", "wife", "fiance", "fiancee", "boyfriend", "girlfriend"})
      if (const auto one = relations_.find({owner, kind}); one != relations_.end())
        return one->second;
    return -1;
  }
  // "his daughter, Ana": he is her father.
  constexpr std::array<std::array<std::string_view, 3>, 8> kInverse = {
      {{"father", "daughter", "son"},
       {"mother", "daughter", "son"},
       {"husband", "wife", ""},
       {"wife", "husband", ""},
       {"son", "mother", "father"},
       {"daughter", "mother", "father"},
       {"brother", "sister", "brother"},
       {"sister", "brother", "sister"}}};
  for (const auto& [one, other, another] : kInverse) {
    if (role != one) continue;
    const auto of = owners_of_.find(owner);
    if (of == owners_of_.end()) return -1;
    for (const auto& [whose, known] : of->second)
      if (known == other || known == another) return whose;
  }
  return -1;
}

// The only person of the gender but `speaker` among the places of a paragraph or, when it has none,
// of the one before, up to `end`; -1.
std::int32_t Referents::only_of_paragraphs(std::vector<Place>::const_iterator end, Gender gender,
                                           std::int32_t speaker) const {
  constexpr std::ptrdiff_t kFarthestPlaces = 40;
  std::int32_t only = -1;
  std::uint32_t paragraph = 0;
  for (auto place = end; place != places_.begin() && end - place < kFarthestPlaces;) {
    --place;
    const Referent& who = (*this)[place->referent];
    if (only >= 0 && place->paragraph != paragraph) return only;
    if (place->paragraph + 1 < end[-1].paragraph) return only;
    // Whom the words themselves name may be meant too: "“Lopes knew,” he said. “She told him ...”"
    const bool is_elsewhere = place->part == Part::kQuoted && place->paragraph != end[-1].paragraph;
    if (is_elsewhere || place->referent == speaker || who.thing < 0 || who.gender != gender ||
        place->referent == only)
      continue;
    if (only >= 0) return -1;
    only = place->referent;
    paragraph = place->paragraph;
  }
  return only;
}

Reading Referents::inside(std::uint32_t at, Gender gender, std::int32_t speaker) const {
  const auto after =
      std::lower_bound(places_.begin(), places_.end(), at,
                       [](const Place& place, std::uint32_t x) { return place.begin < x; });
  constexpr std::ptrdiff_t kFarthestPlaces = 40;
  constexpr std::uint32_t kNearBytes = 120;
  // The only one named right before: "She watched it with Mary. “She said ...”"
  std::int32_t only = -1;
  bool are_several = false;
  std::uint32_t sentence = 0;
  for (auto place = after; place != places_.begin() && after - place < kFarthestPlaces;) {
    --place;
    if (place->part == Part::kQuoted) continue;
    if (at - place->begin > kNearBytes) break;
    if (sentence == 0) sentence = place->sentence;
    if (place->sentence != sentence) break;
    const Referent& who = (*this)[place->referent];
    if (place->referent == speaker || who.thing < 0 || who.gender != gender) continue;
    are_several |= only >= 0 && only != place->referent;
    only = place->referent;
  }
  if (only >= 0 && !are_several) return {only, false, false};
  // The only one of this paragraph, or of the one before it.
  if (const std::int32_t one = only_of_paragraphs(after, gender, speaker); one >= 0)
    return {one, false, false};
  for (const bool is_known : {true, false}) {
    std::int32_t most = -1;
    std::uint32_t n_most = 0;
    std::uint32_t n_second = 0;
    for (auto place = after; place != places_.begin() && after - place < kFarthestPlaces;) {
      --place;
      const Referent& who = (*this)[place->referent];
      if (place->referent == speaker || who.thing < 0 ||
          (is_known ? who.gender != gender : are_opposed(gender, who.gender)))
        continue;
      if (place->referent == most) continue;
      if (who.n_mentions > n_most) {
        n_second = n_most;
        n_most = who.n_mentions;
        most = place->referent;
      } else {
        n_second = std::max(n_second, who.n_mentions);
      }
    }
    // Whom the text is about.
    if (most >= 0) return {n_most >= 2 * n_second ? most : -1, false, false};
  }
  return {};
}

}  // namespace fabula::quotes
