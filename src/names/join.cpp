#include "names/join.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "names/given_names.hpp"
#include "names/lexicon.hpp"
#include "names/renames.hpp"
#include "text/nicknames.hpp"
#include "text/one_of.hpp"

namespace fabula::names {
namespace {

using Key = std::vector<std::string>;

// What speaks for each kind, in points.
struct Evidence {
  int person = 0;
  int organisation = 0;
  int place = 0;
  int n_places_inside = 0;  // places that do not open a sentence, outside of titles
  int n_places = 0;
  std::uint32_t titles = 0;
};

struct Form {
  Key key;
  std::vector<std::size_t> runs;
  Evidence evidence;
  bool is_all_capitals = true;
  std::ptrdiff_t thing = -1;
  const char* rule = "name.single";
};

const Token& last_of(const Tokens& tokens, const Run& run) { return tokens[run.last - 1]; }

// Does a speech verb follow ("Lopes has said"), or stand between a quotation and the name?
bool is_speaking(const Tokens& tokens, const Run& run) {
  const std::size_t end = run.last - 1;
  if (tokens[end].is_possessive) return false;
  // "the town of Marl said"
  const std::string_view lead = tokens.beside(run.title_first, -1).lower;
  if (lead == "of" || lead == "in" || lead == "at" || lead == "from" || lead == "near")
    return false;
  for (int offset = 1; offset <= 3; ++offset) {
    const Token& token = tokens.beside(end, offset);
    if (token.has(kSpeechVerb)) return true;
    const bool is_skipped = token.lower == "also" || token.lower == "has" || token.lower == "had" ||
                            token.lower == "later" || token.lower == "then" ||
                            token.lower == "once" || token.lower.ends_with("ly");
    if (!is_skipped) break;
  }
  const Token& before = tokens.beside(run.title_first, -1);
  const Token& mark = tokens.beside(run.title_first, -2);
  if (before.lower == "told") return false;  // somebody is told
  return before.has(kSpeechVerb) && (mark.mark == '"' || mark.mark == '\'');
}

bool has_apposition_after(const Tokens& tokens, const Run& run) {
  const std::size_t end = run.last - 1;
  if (tokens[end].is_possessive || tokens.beside(end, 1).mark != ',') return false;
  const Token& next = tokens.beside(end, 2);
  const Token& close = tokens.beside(end, 3);
  if (next.is_word() && next.lower.size() <= 3 && !next.lower.empty() && next.lower[0] >= '1' &&
      next.lower[0] <= '9' && !close.is_word())
    return true;  // ", 34,"
  if (next.lower == "who" || next.lower == "whose") return true;
  for (int offset = 2; offset <= 8; ++offset) {
    const Token& token = tokens.beside(end, offset);
    if (!token.is_word() || token.has(kSpeechVerb)) return false;
    if (offset == 2 && token.is_capital) return false;
    if (token.has(kPersonNoun) && !token.is_capital) return true;
  }
  return false;
}

// "The mayor of Castlebrook, Edda Marlow, came": a person's noun, with or without "of ...", and the
// name between commas. "The sons, daughters, Harlow" is a list: the noun must be the phrase's own.
bool has_apposition_before(const Tokens& tokens, const Run& run) {
  constexpr int kFarthest = 7;  // tokens back to the noun
  if (tokens.beside(run.title_first, -1).mark != ',') return false;
  const Token& close = tokens.beside(run.last - 1, 1);
  // "says his wife, Oluchi."
  const std::string_view whose = tokens.beside(run.title_first, -3).lower;
  const bool is_at_end = close.mark == '.' && tokens.beside(run.title_first, -2).has(kPersonNoun) &&
                         text::is_one_of(whose, "his", "her", "their", "my", "our");
  if (is_at_end) return true;
  if (close.mark != ',' && !close.has(kSpeechVerb)) return false;
  for (int offset = 2; offset <= kFarthest; ++offset) {
    const Token& token = tokens.beside(run.title_first, -offset);
    if (!token.is_word() || token.has(kSpeechVerb)) return false;
    if (!token.has(kPersonNoun) || token.is_capital || token.is_possessive) continue;
    const Token& next = tokens.beside(run.title_first, 1 - offset);
    return offset == 2 || next.lower == "of" || next.lower == "for" || next.lower == "at" ||
           next.lower == "in";
  }
  return false;
}

// "Tern Street, a housing charity, said": a group's noun behind "a" and a comma.
bool has_group_after(const Tokens& tokens, const Run& run) {
  constexpr int kFarthest = 7;  // tokens on to the noun
  const std::size_t end = run.last - 1;
  const std::string_view opening = tokens.beside(end, 2).lower;
  if (tokens.beside(end, 1).mark != ',' || (opening != "a" && opening != "an" && opening != "the"))
    return false;
  for (int offset = 3; offset <= kFarthest; ++offset) {
    const Token& token = tokens.beside(end, offset);
    if (!token.is_word() || token.has(kSpeechVerb) || token.has(kPersonNoun) || token.is_capital)
      return false;
    for (const std::string_view group :
         {"group",        "charity",      "union",     "company",    "firm",       "agency",
          "organisation", "organization", "nonprofit", "non-profit", "foundation", "club",
          "association",  "network",      "label",     "newspaper",  "magazine",   "website",
          "bank",         "startup",      "start-up",  "watchdog",   "outlet",     "publisher",
          "retailer",     "maker",        "society",   "institute",  "brand"})
      if (token.lower == group) {
        const Token& next = tokens.beside(end, offset + 1);
        return !next.is_word() || next.lower == "that" || next.lower == "which" ||
               next.lower == "in" || next.lower == "of" || next.lower == "for" ||
               next.lower == "based";
      }
  }
  return false;
}

// "Sorrel Quay", "Marl Street"
bool is_kind_of_place(std::string_view lower) {
  return text::is_one_of(lower, "quay", "street", "road", "avenue", "lane", "square", "bridge",
                         "hill", "bay", "harbour", "harbor", "island", "river", "lake", "valley",
                         "wharf", "marina", "pier", "beach", "airport", "station", "stadium",
                         "arena", "park", "gardens", "estate", "heights", "crescent", "terrace",
                         "boulevard", "docks", "mall", "plaza", "forest", "creek");
}

void add_surroundings(const Tokens& tokens, const Run& run, Evidence& evidence) {
  const Token& before = tokens.beside(run.title_first, -1);
  const Token& after = tokens.beside(run.last - 1, 1);
  ++evidence.n_places;
  if (!run.is_opening && !run.is_title_case) ++evidence.n_places_inside;
  evidence.titles |= run.titles;
  if ((run.titles & kTitle) != 0) evidence.person += 4;
  if ((run.titles & kPersonNoun) != 0) evidence.person += 2;
  if (run.has_nickname) evidence.person += 3;
  if (before.has(kPersonNoun) && !before.is_capital && !before.is_possessive) evidence.person += 2;
  if (is_speaking(tokens, run)) evidence.person += 2;
  if (has_apposition_after(tokens, run) || has_apposition_before(tokens, run)) evidence.person += 2;
  if (has_group_after(tokens, run)) evidence.organisation += 6;
  if (after.lower == "who" || after.lower == "himself" || after.lower == "herself")
    evidence.person += 2;
  if (before.lower == "the" && !tokens[run.last - 1].is_possessive) evidence.organisation += 1;
  if (before.lower == "in" || before.lower == "near") evidence.place += 1;
}

// What the words of the name itself say. Small weights only decide when nothing else does.
void add_words(const Tokens& tokens, const Run& run, const Key& key, Evidence& evidence) {
  const Token& first = tokens[run.first];
  const Token& last = last_of(tokens, run);
  if (last.has(kOrganisationSuffix)) evidence.organisation += key.size() > 1 ? 4 : 1;
  if (first.has(kOrganisation)) evidence.organisation += 3;
  if (key.size() == 1) {
    if (first.has(kPlace)) evidence.place += 3;
    if (first.is_all_capitals && first.lower.size() <= 5 && !run.is_title_case)
      evidence.organisation += 2;
    if (first.has(kGivenName)) evidence.person += 2;
    return;
  }
  std::string hyphened = key.front();
  for (std::size_t i = 1; i < key.size(); ++i) hyphened += '-' + key[i];
  if ((flags_of(hyphened) & kPlace) != 0) evidence.place += 8;
  if (first.lower == "the") evidence.organisation += 4;
  if (std::find(key.begin(), key.end(), "of") != key.end() ||
      std::find(key.begin(), key.end(), "for") != key.end())
    evidence.organisation += 3;
  if (first.has(kGivenName)) evidence.person += first.has(kPlace) ? 2 : 4;
  // "Xi Jinping": the given name may come last.
  if (key.size() == 2 && last.has(kGivenName) && !first.has(kCommon)) evidence.person += 2;
  if (first.is_initial() && key.size() <= 3) evidence.person += 3;
  if (first.has(kPlace) && !first.has(kGivenName)) evidence.place += 2;
  if (is_kind_of_place(last.lower) && !first.has(kGivenName)) evidence.place += 4;
  if (first.has(kCommon) && !first.has(kGivenName)) evidence.person -= 3;
  if (key.size() > 4) evidence.organisation += 2;
  // "Ottmar Ives": two words of no other use are most often somebody.
  constexpr std::uint32_t kElsewhere =
      kPlace | kOrganisation | kOrganisationSuffix | kCalendar | kDemonym | kCommon;
  const bool is_plain = key.size() <= 3 && !first.has(kElsewhere) && !last.has(kElsewhere);
  if (is_plain && !is_ordinary(key.front()) && !is_ordinary(key.back())) evidence.person += 2;
  for (std::size_t i = run.first; i < run.last; ++i)
    if (tokens[i].mark == '&') evidence.organisation += 3;
}

NameKind kind_of(const Evidence& evidence) {
  const int rival = std::max(evidence.organisation, evidence.place);
  if (evidence.person >= 2 && evidence.person > rival) return NameKind::kPerson;
  if (evidence.organisation >= 2 && evidence.organisation >= evidence.place)
    return NameKind::kOrganisation;
  return evidence.place >= 2 ? NameKind::kPlace : NameKind::kOther;
}

// Can `a` and `b` be one person's names? Both have two words or more and the same surname.
bool agree(const Key& a, const Key& b) {
  const std::string& first_a = a.front();
  const std::string& first_b = b.front();
  if (first_a == first_b) {
    if (a.size() != b.size() || a.size() == 2) return true;
    return std::equal(a.begin() + 1, a.end() - 1, b.begin() + 1,
                      [](const std::string& x, const std::string& y) { return x[0] == y[0]; });
  }
  return (first_a.size() == 1 || first_b.size() == 1) && first_a[0] == first_b[0];
}

class Joiner {
 public:
  Joiner(const Tokens& tokens, const std::vector<Run>& runs) : tokens_(tokens), runs_(runs) {}

  Joined join() {
    collect_forms();
    collect_lower_words();
    collect_renames();
    join_full_forms();
    add_other_names();
    for (Form& form : forms_)
      if (form.key.size() == 1) join_single(form);
    return finish();
  }

 private:
  struct Person {
    std::size_t thing;
    std::size_t first_run;
  };
  using PeopleByWord = std::unordered_map<std::string, std::vector<Person>>;

  void collect_forms() {
    const auto less = [](const Key* a, const Key* b) { return *a < *b; };
    std::map<const Key*, std::size_t, decltype(less)> index;
    forms_.reserve(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const Run& run = runs_[i];
      const auto [at, is_new] = index.try_emplace(&run.key, forms_.size());
      if (is_new) forms_.push_back({run.key, {}, {}, true, -1, "name.single"});
      Form& form = forms_[at->second];
      form.runs.push_back(i);
      add_surroundings(tokens_, run, form.evidence);
      if (form.runs.size() == 1) add_words(tokens_, run, form.key, form.evidence);
    }
    // "Priebus said" also speaks for "Reince Priebus".
    for (Form& form : forms_) {
      if (form.key.size() < 2) continue;
      const Key single{form.key.back()};
      if (const auto found = index.find(&single); found != index.end()) {
        const Evidence& alone = forms_[found->second].evidence;
        form.evidence.person += std::min(alone.person, 4);
      }
    }
  }

  // Of the words that are names by themselves.
  void collect_lower_words() {
    std::unordered_set<std::string_view> names;
    for (const Form& form : forms_)
      if (form.key.size() == 1) names.insert(form.key[0]);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (tokens_[i].is_word() && !tokens_[i].is_capital && names.contains(tokens_[i].lower))
        lower_words_.insert(tokens_[i].lower);
  }

  // Full names that are one person's by what the text says. "Ana" alone is the only one of that
  // first name who is called otherwise.
  void collect_renames() {
    renames_ = find_renames(tokens_, runs_);
    for (const Rename& rename : renames_) {
      const Key& other = runs_[rename.other].key;
      const Key& named = runs_[rename.run].key;
      if (other.size() == 1) {
        same_[named].push_back({named.front(), other[0]});
        same_[{named.front(), other[0]}].push_back(named);
        continue;
      }
      const bool is_given = named.size() > 1 && rename.run != rename.other;
      const Key* known = is_given ? &named : nullptr;
      for (const Form& form : forms_) {
        if (is_given) break;
        if (form.key.size() < 2 || form.key.front() != named[0] || form.key.back() == other.back())
          continue;
        if (known != nullptr && known->back() != form.key.back()) {
          known = nullptr;
          break;
        }
        known = &form.key;
      }
      if (known == nullptr) continue;
      same_[*known].push_back(other);
      same_[other].push_back(*known);
    }
  }

  // The thing that has a full name which is the same person's as `key`; -1.
  [[nodiscard]] std::ptrdiff_t by_rename(const Key& key) const {
    const auto same = same_.find(key);
    if (same == same_.end()) return -1;
    for (const Key& other : same->second)
      if (const auto found = by_full_name_.find(other); found != by_full_name_.end())
        return static_cast<std::ptrdiff_t>(found->second);
    return -1;
  }

  void add_other_names() {
    for (const Rename& rename : renames_) {
      const Run& run = runs_[rename.run];
      const Run& other = runs_[rename.other];
      const bool is_surname = other.key.size() == 1;
      const auto found = by_full_name_.find(is_surname ? run.key : other.key);
      if (found == by_full_name_.end()) continue;
      if (is_surname) {
        other_names_.push_back({found->second, rename.run, rename.other});
        add_person_word(by_surname_, other.key[0], found->second, rename.other);
        continue;
      }
      other_names_.push_back({found->second, rename.other, rename.other});
      if (run.key.size() > 1) other_names_.push_back({found->second, rename.run, rename.run});
    }
  }

  std::size_t add_thing(const Form& form, NameKind kind) {
    things_.push_back({form.key, kind, form.evidence.titles});
    return things_.size() - 1;
  }

  void add_person_words(const Form& form, std::size_t thing) {
    add_person_word(by_surname_, form.key.back(), thing, form.runs.front());
    add_person_word(by_first_name_, form.key.front(), thing, form.runs.front());
  }

  static void add_person_word(PeopleByWord& table, const std::string& word, std::size_t thing,
                              std::size_t first_run) {
    std::vector<Person>& people = table[word];
    const bool is_known = std::any_of(people.begin(), people.end(),
                                      [&](const Person& p) { return p.thing == thing; });
    if (!is_known) people.push_back({thing, first_run});
  }

  // Longest first, so that "Maria Luz Silva" is there when "M. Silva" asks; then in text order.
  void join_full_forms() {
    std::vector<Form*> order;
    for (Form& form : forms_)
      if (form.key.size() > 1) order.push_back(&form);
    std::stable_sort(order.begin(), order.end(), [](const Form* a, const Form* b) {
      return std::pair(a->key.size(), a->key.front().size()) >
             std::pair(b->key.size(), b->key.front().size());
    });
    for (Form* form : order) {
      const NameKind kind = kind_of(form->evidence);
      form->rule = "name.full";
      // "Sorrel Shore" for "Sorrel Shore Partners"
      if (const auto whole = organisation_prefixes_.find(form->key);
          whole != organisation_prefixes_.end()) {
        form->thing = static_cast<std::ptrdiff_t>(whole->second);
        form->rule = "name.short-organisation";
        continue;
      }
      if (kind == NameKind::kPerson) {
        for (const Person& person : by_surname_[form->key.back()]) {
          if (!agree(things_[person.thing].key, form->key)) continue;
          form->thing = static_cast<std::ptrdiff_t>(person.thing);
          things_[person.thing].titles |= form->evidence.titles;
          break;
        }
      }
      if (form->thing < 0 && by_rename(form->key) >= 0) {
        form->thing = by_rename(form->key);
        form->rule = "name.stated";
        things_[static_cast<std::size_t>(form->thing)].titles |= form->evidence.titles;
      }
      if (form->thing < 0) form->thing = static_cast<std::ptrdiff_t>(add_thing(*form, kind));
      by_full_name_.try_emplace(form->key, static_cast<std::size_t>(form->thing));
      if (kind == NameKind::kOrganisation)
        for (std::size_t n = 2; n < form->key.size(); ++n)
          organisation_prefixes_.try_emplace(
              Key(form->key.begin(), form->key.begin() + static_cast<std::ptrdiff_t>(n)),
              static_cast<std::size_t>(form->thing));
      const bool is_short = kind == NameKind::kOrganisation &&
                            !tokens_[runs_[form->runs[0]].first].has(kCommon | kPlace);
      if (is_short)
        by_organisation_.try_emplace(form->key.front(), static_cast<std::size_t>(form->thing));
      std::vector<std::size_t>& places = full_places_[static_cast<std::size_t>(form->thing)];
      for (const std::size_t run : form->runs) places.push_back(runs_[run].first);
      std::sort(places.begin(), places.end());
      if (kind == NameKind::kPerson) add_person_words(*form, static_cast<std::size_t>(form->thing));
    }
  }

  static bool titles_fit(std::uint32_t a, std::uint32_t b) {
    const bool opposed = ((a & kMaleTitle) != 0 && (b & kFemaleTitle) != 0) ||
                         ((a & kFemaleTitle) != 0 && (b & kMaleTitle) != 0);
    return !opposed;
  }

  // The gender that a full name or its titles show, as kMaleTitle or kFemaleTitle.
  [[nodiscard]] std::uint32_t gender_of(std::size_t thing) const {
    const Joined::Thing& person = things_[thing];
    if ((person.titles & (kMaleTitle | kMaleNoun)) != 0) return kMaleTitle;
    if ((person.titles & (kFemaleTitle | kFemaleNoun)) != 0) return kFemaleTitle;
    const Gender gender = gender_of_given(person.key.front());
    if (gender == Gender::kUnknown) return 0;
    return gender == Gender::kMale ? kMaleTitle : kFemaleTitle;
  }

  // Which of several people with this surname does one place mean? -1: it does not say.
  [[nodiscard]] std::ptrdiff_t by_title(const std::vector<Person>& people, const Run& run) const {
    const std::uint32_t wanted = run.titles & (kMaleTitle | kFemaleTitle);
    std::ptrdiff_t only = -1;
    if (wanted == 0) return -1;
    for (const Person& person : people) {
      const std::uint32_t gender = gender_of(person.thing);
      if (gender != 0 && (gender & wanted) == 0) continue;
      if (only >= 0) return -1;
      only = static_cast<std::ptrdiff_t>(person.thing);
    }
    return only;
  }

  // A surname that stood alone for the only person who had it by then keeps meaning
  // that person: later namesakes are called by their full names.
  [[nodiscard]] static std::ptrdiff_t established(const std::vector<Person>& people,
                                                  const Form& form) {
    const auto by_run = [](const Person& a, const Person& b) { return a.first_run < b.first_run; };
    const auto first = std::min_element(people.begin(), people.end(), by_run);
    std::size_t second_run = static_cast<std::size_t>(-1);
    for (const Person& person : people)
      if (person.thing != first->thing) second_run = std::min(second_run, person.first_run);
    const auto n_alone = std::count_if(form.runs.begin(), form.runs.end(), [&](std::size_t run) {
      return run > first->first_run && run < second_run;
    });
    return n_alone >= 1 ? static_cast<std::ptrdiff_t>(first->thing) : -1;
  }

  [[nodiscard]] bool is_everyday_word(const Form& form) const {
    return form.evidence.n_places_inside == 0 && form.evidence.titles == 0 &&
           (lower_words_.contains(form.key[0]) ||
            (form.evidence.person < 2 && form.evidence.organisation < 2 &&
             form.evidence.place < 2));
  }

  // "baby Jack", "their baby son, Jack": no short form of his father's name.
  [[nodiscard]] bool is_called_a_child(const Form& form) const {
    return std::any_of(form.runs.begin(), form.runs.end(), [&](std::size_t at) {
      for (const int offset : {-1, -2, -3}) {
        const Token& noun = tokens_.beside(runs_[at].title_first, offset);
        if (!noun.is_possessive && text::is_one_of(noun.lower, "baby", "newborn", "infant",
                                                   "toddler", "unborn", "stillborn"))
          return true;
      }
      return false;
    });
  }

  // The only person whose first name the form is short for, and who is not called by that first
  // name alone: "John" and "Jack" are two people; -1.
  [[nodiscard]] std::ptrdiff_t by_short_form(const Form& form) const {
    std::ptrdiff_t only = -1;
    if (is_called_a_child(form)) return -1;
    const auto n_outside = static_cast<std::size_t>(
        std::count_if(form.runs.begin(), form.runs.end(),
                      [&](std::size_t at) { return tokens_[runs_[at].first].quoted < 0; }));
    for (const std::string_view name : text::names_of_short_form(form.key[0])) {
      const auto found = by_first_name_.find(std::string(name));
      if (found == by_first_name_.end()) continue;
      const bool is_used = std::any_of(forms_.begin(), forms_.end(), [&](const Form& other) {
        return other.key.size() == 1 && other.key[0] == name;
      });
      if ((is_used && n_outside > 0) || only >= 0 || found->second.size() > 1) return -1;
      only = static_cast<std::ptrdiff_t>(found->second.front().thing);
    }
    if (only < 0) return -1;
    const auto full = full_places_.find(static_cast<std::size_t>(only));
    return full != full_places_.end() && n_outside <= full->second.size() ? only : -1;
  }

  // "Mrs. Linnick" where only Tobias Linnick is named in full: she is somebody else.
  void part_by_title(Form& form, std::size_t person) {
    const std::uint32_t gender = gender_of(person);
    std::ptrdiff_t other = -1;
    for (const std::size_t run : form.runs) {
      const bool fits = titles_fit(gender, runs_[run].titles);
      if (!fits && other < 0)
        other = static_cast<std::ptrdiff_t>(add_thing(form, NameKind::kPerson));
      placed_.push_back({run, fits ? person : static_cast<std::size_t>(other),
                         fits ? "name.surname" : "name.title"});
    }
    form.runs.clear();
  }

  void join_single(Form& form) {
    const auto surname = by_surname_.find(form.key[0]);
    if (surname != by_surname_.end() && surname->second.size() > 1) {
      join_shared(form, surname->second);
      return;
    }
    if (surname != by_surname_.end() &&
        titles_fit(gender_of(surname->second.front().thing), form.evidence.titles)) {
      form.thing = static_cast<std::ptrdiff_t>(surname->second.front().thing);
      form.rule = "name.surname";
      things_[surname->second.front().thing].titles |= form.evidence.titles;
      return;
    }
    if (surname != by_surname_.end()) {
      part_by_title(form, surname->second.front().thing);
      return;
    }
    const auto first = by_first_name_.find(form.key[0]);
    if (first != by_first_name_.end() && first->second.size() == 1 &&
        (flags_of(form.key[0]) & kCommon) == 0) {
      form.thing = static_cast<std::ptrdiff_t>(first->second.front().thing);
      form.rule = "name.first-name";
      return;
    }
    // "Toby" for "Tobias Linnick"
    if (const std::ptrdiff_t thing = by_short_form(form); thing >= 0) {
      form.thing = thing;
      form.rule = "name.short-form";
      return;
    }
    // "Northlight" for "Northlight Television"
    if (const auto whole = by_organisation_.find(form.key[0]); whole != by_organisation_.end()) {
      form.thing = static_cast<std::ptrdiff_t>(whole->second);
      form.rule = "name.short-organisation";
      return;
    }
    if (is_everyday_word(form)) return;
    form.thing = static_cast<std::ptrdiff_t>(add_thing(form, kind_of(form.evidence)));
  }

  // Of people with one surname the one named in full, or taken for meant, in this sentence or the
  // two before; else the one named most often so far; else the last one within kFarthest sentences.
  // Not when two of them are in one sentence, or a title says otherwise. -1: none.
  [[nodiscard]] std::ptrdiff_t last_named(const std::vector<Person>& people, const Run& run) const {
    constexpr std::size_t kFarthest = 12;
    constexpr std::size_t kNear = 2;
    constexpr std::size_t kMostNamesakes = 64;  // more are a list, and would cost n²
    if (people.size() > kMostNamesakes) return -1;
    const std::uint32_t wanted = run.titles & (kMaleTitle | kFemaleTitle);
    const std::size_t sentence = tokens_[run.first].sentence;
    struct Named {
      std::ptrdiff_t thing = -1;
      std::size_t value = 0;  // a sentence, or how often
      bool is_shared = false;
      void see(std::size_t person, std::size_t own) {
        if (thing >= 0 && own < value) return;
        is_shared = thing >= 0 && own == value;
        thing = static_cast<std::ptrdiff_t>(person);
        value = own;
      }
    };
    Named last;
    Named most;
    for (const Person& person : people) {
      const std::uint32_t gender = gender_of(person.thing);
      if (wanted != 0 && gender != 0 && (gender & wanted) == 0) continue;
      const auto found = full_places_.find(person.thing);
      if (found == full_places_.end()) continue;
      const auto& places = found->second;
      const auto after = std::lower_bound(places.begin(), places.end(), run.first);
      if (after == places.begin()) continue;
      last.see(person.thing, tokens_[*std::prev(after)].sentence);
      most.see(person.thing, static_cast<std::size_t>(after - places.begin()));
    }
    if (last.thing < 0) return -1;
    const bool is_near = sentence - last.value <= kNear;
    if (!is_near && !most.is_shared) return most.thing;
    return sentence - last.value <= kFarthest && !last.is_shared ? last.thing : -1;
  }

  // The only other one of the surname who is named in full in this sentence or the one before,
  // while who is meant by habit was last named longer ago, at token `last_habit`; -1.
  [[nodiscard]] std::ptrdiff_t newly_named(const std::vector<Person>& people, const Run& run,
                                           std::ptrdiff_t habit, std::size_t last_habit) const {
    constexpr std::size_t kOut = 3;             // sentences
    constexpr std::size_t kMostNamesakes = 64;  // more are a list, and would cost n²
    const std::size_t sentence = tokens_[run.first].sentence;
    if (people.size() > kMostNamesakes) return -1;
    std::ptrdiff_t only = -1;
    for (const Person& person : people) {
      const auto found = full_places_.find(person.thing);
      if (found == full_places_.end()) continue;
      const auto after = std::lower_bound(found->second.begin(), found->second.end(), run.first);
      if (after == found->second.begin()) continue;
      const std::size_t place = *std::prev(after);
      const bool is_habit = static_cast<std::ptrdiff_t>(person.thing) == habit;
      if (is_habit && sentence - tokens_[place].sentence < kOut) return -1;
      if (is_habit || sentence - tokens_[place].sentence > 1) continue;
      if (only >= 0) return -1;
      only = static_cast<std::ptrdiff_t>(person.thing);
    }
    return sentence - tokens_[last_habit].sentence < kOut ? -1 : only;
  }

  // Each place for itself: "Mr. Pell" may be told apart where "Pell" cannot.
  void join_shared(Form& form, const std::vector<Person>& people) {
    const std::ptrdiff_t habit = established(people, form);
    std::size_t last_habit = 0;      // token
    std::vector<std::size_t> alone;  // whom the surname alone has meant so far
    for (const std::size_t run : form.runs) {
      std::ptrdiff_t thing = by_title(people, runs_[run]);
      const char* rule = "name.title";
      if (thing < 0) {
        thing = habit;
        rule = "name.surname-established";
        if (const std::ptrdiff_t other = newly_named(people, runs_[run], habit, last_habit);
            habit >= 0 && other >= 0) {
          thing = other;
          rule = "name.surname-recent";
        } else {
          last_habit = runs_[run].first;
        }
      }
      if (thing < 0) {
        thing = last_named(people, runs_[run]);
        rule = "name.surname-recent";
        // It is named here anew, for what follows.
        if (thing >= 0) {
          std::vector<std::size_t>& places = full_places_[static_cast<std::size_t>(thing)];
          places.insert(std::upper_bound(places.begin(), places.end(), runs_[run].first),
                        runs_[run].first);
        }
      }
      if (thing < 0 && alone.size() == 1) {
        thing = static_cast<std::ptrdiff_t>(alone[0]);
        rule = "name.surname-before";
      }
      const auto known = static_cast<std::size_t>(thing);
      if (thing >= 0 && alone.size() < 2 &&
          std::find(alone.begin(), alone.end(), known) == alone.end())
        alone.push_back(known);
      if (thing < 0) {
        if (form.thing < 0)
          form.thing = static_cast<std::ptrdiff_t>(add_thing(form, NameKind::kPerson));
        thing = form.thing;
        rule = "name.surname-shared";
      }
      placed_.push_back({run, static_cast<std::size_t>(thing), rule});
    }
    form.runs.clear();
  }

  Joined finish() {
    for (const Form& form : forms_) {
      if (form.thing < 0) continue;
      for (const std::size_t run : form.runs)
        placed_.push_back({run, static_cast<std::size_t>(form.thing), form.rule});
    }
    std::sort(placed_.begin(), placed_.end(),
              [](const Joined::Place& a, const Joined::Place& b) { return a.run < b.run; });
    return {std::move(things_), std::move(placed_), std::move(other_names_)};
  }

  const Tokens& tokens_;
  const std::vector<Run>& runs_;
  std::vector<Form> forms_;
  std::vector<Joined::Thing> things_;
  std::vector<Joined::Place> placed_;
  std::vector<Rename> renames_;
  std::map<Key, std::vector<Key>> same_;              // full names of one person, both ways
  std::map<Key, std::size_t> organisation_prefixes_;  // of two words or more → thing
  std::map<Key, std::size_t> by_full_name_;           // → thing
  std::vector<Joined::OtherName> other_names_;
  PeopleByWord by_surname_;
  std::unordered_map<std::string, std::size_t> by_organisation_;           // first word → thing
  std::unordered_map<std::size_t, std::vector<std::size_t>> full_places_;  // thing → first tokens
  PeopleByWord by_first_name_;
  std::unordered_set<std::string_view> lower_words_;
};

}  // namespace

Joined join_runs(const Tokens& tokens, const std::vector<Run>& runs) {
  return Joiner(tokens, runs).join();
}

}  // namespace fabula::names
