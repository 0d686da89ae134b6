// Invented story worlds, of which every day is known: for measuring how well articles without a
// date are dated from the rest of a pile.
//
//   const World world = make_world({.seed = 7});
//   for (const WorldArticle& article : world.articles) ... article.text, article.day
//
// A world is one story: a bridge falls, a ferry sinks, a theatre burns or somebody goes missing in
// an invented town, and 5 to 40 events follow over weeks to years (inquest, arrest, trial,
// election, wedding, birth ...). Some outlets print articles on it: reports within days of an
// event, previews, retrospectives months or years later, profiles near a birthday, copies of an
// agency's reports. Their sentences hold what articles are dated by (worlds/evidence_kinds.def):
// ages, weekdays, months, anniversaries, offsets from other events, offices, quotations.
//
//   people     one of each role (worlds/roles.def); nobody is born on a 29 February
//   language   plain news English of two locales; every word comes from the tables of worlds/
//   order      articles are sorted by id, which says nothing about their days
//   errors     made at the rates of the options and marked (`is_wrong`, `stated`, `Kind`); with all
//              rates 0, every word agrees with the days of the world. The rates of wrong ages,
//              weekdays and stamps change what is wrong and nothing else, so that a pile can be
//              compared with the same one without errors; republished articles come on top; a
//              namesake makes another world of the seed
//   stories    with `story`, numbers change from day to day, outlets differ, and every sentence has
//              its gold (worlds/story.hpp): which event it tells, what of it is new, its numbers;
//              the world has its conflicts. Days are then marked as they are without it
//   same on every machine   whole numbers only; a world depends on the options alone
//   cost       about 0.05 ms and 5 kB an article
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "worlds/calendar.hpp"
#include "worlds/kinds.hpp"
#include "worlds/story.hpp"

namespace fabula::worlds {

inline constexpr std::uint32_t kParaphraseSets = 4;

// Shares are in 1,000.
struct WorldOptions {
  std::uint64_t seed = 1;
  std::uint32_t n_articles = 30;  // without republished ones and those on a namesake
  std::uint32_t n_events = 0;     // 5..40; 0: drawn
  std::uint32_t n_outlets = 0;    // 3..12; 0: drawn
  // Below kParaphraseSets. 0: the wordings rules may be tuned on; 1 and 2: others, seen while rules
  // were written; 3: others, held out, for measuring alone: nobody who writes rules reads them.
  // Some that have no other way to be said ("on Monday") belong to all.
  std::uint32_t paraphrase_set = 0;
  std::uint32_t hidden = 300;  // articles that do not state their day
  // Kinds of articles; the rest are reports.
  std::uint32_t previews = 80;
  std::uint32_t retrospectives = 200;
  std::uint32_t profiles = 80;
  std::uint32_t copies = 120;
  // Errors.
  std::uint32_t wrong_ages = 15;      // ages stated: one too high or too low
  std::uint32_t wrong_weekdays = 10;  // weekdays named: another one
  std::uint32_t wrong_stated = 20;    // stated days: 1 to 40 days off
  std::uint32_t republished = 20;  // articles that stand a second time, stamped 1 to 6 years later
  std::uint32_t namesakes = 200;   // worlds where another person has the survivor's name
  // Stories. All 0: the worlds are those without these options.
  std::uint32_t story = 0;      // 1: figures and gold of sentences; more reports of the first days
  std::uint32_t conflicts = 0;  // what an outlet has wrong: of its events, and of half the people
  std::uint32_t corrections = 0;  // of these, told to be wrong by a later article of the outlet
  std::uint32_t traps = 0;        // numbers rounded or given as a bound
  std::uint32_t comments = 0;     // articles with a sentence of opinion or colour
  std::uint32_t wide_names = 0;   // 1: names of people and places from many thousands
};

// With stories, all days stated, and no errors but the conflicts.
[[nodiscard]] WorldOptions story_options(std::uint64_t seed, std::uint32_t paraphrase_set);

enum class Sex : std::uint8_t { kFemale, kMale };
struct Person {
  std::string first;
  std::string last;
  Sex sex = Sex::kFemale;
  Day born;
  std::optional<Day> died;
  std::string job;  // "nurse"
  std::string town;
};

enum class Plot : std::uint8_t { kBridge, kFerry, kTheatre, kMissing };

// What the story is about.
struct Setting {
  Plot plot = Plot::kBridge;
  std::string thing;  // "the Velsholm footbridge"
  std::string bare;   // "footbridge"
  std::string water;  // "the Orrin"
  std::string company;
  std::string crime;  // "negligence"
  std::string fair;   // where the namesake lives
};

struct Event {
  EventKind kind = EventKind::kCollapse;
  Day day;
  std::uint32_t place = 0;      // of World::places
  Day announced;                // from this day on articles may tell that it is to come
  std::uint32_t after = kNone;  // the event it follows from; kNone for the first one
  std::uint32_t number = 0;     // see worlds/event_kinds.def
};

// Words somebody said about an event, and about no other; several articles quote them.
struct Quote {
  std::uint32_t event = 0;
  Role speaker = Role::kNone;
  Day day;
  std::string text;
};

struct Office {
  Role holder = Role::kNone;
  Day begin;
  std::optional<Day> end;  // the first day without it
};

struct Outlet {
  std::string name;
  Locale locale = Locale::kBritish;
  bool is_agency = false;
  bool has_straight_marks = false;
  bool leaves_out_on = false;  // "fell Monday"
  bool has_day_words = false;  // "yesterday", "tomorrow"
  // Of stories.
  std::uint32_t late = 0;  // days by which its reports come later
  std::uint32_t lag = 0;   // days by which its numbers are old
  bool rounds = false;     // fond of "about" and "more than"
};

// Words that bear on an article's day.
struct Evidence {
  Range range;  // of WorldArticle::text; ranges may nest
  EvidenceKind kind = EvidenceKind::kAge;
  Role person = Role::kNone;
  std::uint32_t event = kNone;
  std::uint32_t other = kNone;  // the event it is counted from
  std::optional<Day> day;       // what the words stand for, see worlds/evidence_kinds.def
  std::int32_t number = 0;
  // The days of publication on which the right words would say the same, were all else known; the
  // article's day is among them. No value: no bound on that side.
  std::optional<Day> earliest;
  std::optional<Day> latest;
  bool is_wrong = false;
  // Of stories.
  bool is_of_event = false;  // the day is the event's own, not of words about it or an anniversary
  std::uint32_t slip = kNone;  // of World::slips, the reason it is wrong
};

enum class Kind : std::uint8_t {
  kReport,
  kPreview,
  kRetrospective,
  kProfile,
  kCopy,         // of an agency's report
  kRepublished,  // an article of the same outlet, with a stamp years later
  kNamesake,     // about the person with the survivor's name
};
[[nodiscard]] std::string_view name_of(Kind kind);

struct WorldArticle {
  std::string id;  // 16 hexadecimal digits
  std::uint32_t outlet = 0;
  Kind kind = Kind::kReport;
  std::uint32_t event = kNone;  // what it is about; of a profile kNone
  std::string copy_of;          // id of the article it copies, or empty
  Day day;                      // when its words were published first
  std::optional<Day> stated;    // what it says of its day; wrong of kRepublished and by error
  std::string title;
  std::string text;  // paragraphs, empty lines between them
  std::vector<Evidence> evidence;
  // Of stories.
  std::uint32_t printed = 0;             // place among the world's articles by day
  std::vector<StorySentence> sentences;  // in text order
};

struct World {
  std::string town;
  std::vector<std::string> places;
  Setting setting;
  std::vector<Person> people;  // index: the role
  Day married;                 // the elder and the consort
  Day due;                     // of the baby
  std::vector<Event> events;   // by rising day
  std::vector<Quote> quotes;
  std::vector<Office> offices;  // of the mayor; by rising day
  std::vector<Outlet> outlets;
  std::vector<WorldArticle> articles;
  // Of stories.
  std::vector<Figure> figures;  // by event, then kind
  std::vector<Slip> slips;
  std::vector<Conflict> conflicts;

  [[nodiscard]] Person& person(Role role) { return people[static_cast<std::size_t>(role)]; }
  [[nodiscard]] const Person& person(Role role) const {
    return people[static_cast<std::size_t>(role)];
  }
};

// Requires options within the bounds beside them.
[[nodiscard]] World make_world(const WorldOptions& options);

}  // namespace fabula::worlds
