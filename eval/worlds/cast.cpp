#include "worlds/cast.hpp"

#include <algorithm>
#include <set>

namespace fabula::worlds {
namespace {

using news::Random;

struct ListedName {
  NameList list;
  std::string_view name;
};
constexpr ListedName kNames[] = {
#define NAME(list, name) {NameList::list, name},
#include "worlds/names_table.inc"
#undef NAME
};

constexpr std::size_t kPlaces = 5;  // the town, and places around it

std::string_view listed_name(NameList list, Random& random) {
  const auto n = std::ranges::count(kNames, list, &ListedName::list);
  std::uint32_t left = random.below(static_cast<std::uint32_t>(n));
  for (const ListedName& name : kNames)
    if (name.list == list && left-- == 0) return name.name;
  return {};
}

// "Brandek", "Tholmerai": 24 x 8 x 16 x 8 of them.
std::string made_name(Random& random) {
  constexpr std::string_view kBegin[] = {"B",  "Br", "C", "Ch", "D",  "Dr", "F", "G",
                                         "Gr", "H",  "J", "K",  "Kr", "L",  "M", "N",
                                         "P",  "R",  "S", "St", "T",  "Th", "V", "W"};
  constexpr std::string_view kVowel[] = {"a", "e", "i", "o", "u", "ae", "ei", "y"};
  constexpr std::string_view kMiddle[] = {"nd", "lm", "rk", "ss", "v",  "rth", "mb", "lt",
                                          "g",  "nn", "sk", "dr", "ll", "rv",  "t",  "z"};
  constexpr std::string_view kEnd[] = {"ek", "er", "ai", "olt", "um", "ine", "ack", "esh"};
  std::string name;
  name.append(kBegin[random.below(24)]).append(kVowel[random.below(8)]);
  name.append(kMiddle[random.below(16)]).append(kEnd[random.below(8)]);
  return name;
}

std::string pick_name(NameList list, bool is_wide, Random& random) {
  if (is_wide && (list == NameList::kSurname || list == NameList::kStem)) return made_name(random);
  return std::string(listed_name(list, random));
}

std::string make_town(bool is_wide, Random& random) {
  std::string town = pick_name(NameList::kStem, is_wide, random);
  return town.append(listed_name(NameList::kEnding, random));
}

// A name that is not in `taken` yet.
template <class Make>
std::string fresh(std::set<std::string>& taken, const Make& make) {
  for (;;) {
    std::string name(make());
    if (taken.insert(name).second) return name;
  }
}

Day birthday(Day today, std::uint32_t least_age, std::uint32_t greatest_age, Random& random) {
  const Day oldest = add_years(today, -static_cast<int>(greatest_age) - 1) + days{1};
  const Day youngest = add_years(today, -static_cast<int>(least_age));
  const Day born =
      oldest + days{random.below(static_cast<std::uint32_t>(days_between(oldest, youngest)))};
  const Date date = date_of(born);
  // Whose birthday is in three years of four is a question of its own.
  return date.month == 2 && date.day == 29 ? born + days{1} : born;
}

std::string job_of(Role role, Plot plot, Random& random) {
  constexpr std::string_view kOfAccused[] = {"engineer", "captain", "electrician", "driver"};
  switch (role) {
    case Role::kAccused:
      return std::string(kOfAccused[static_cast<std::size_t>(plot)]);
    case Role::kMayor:
    case Role::kRival:
      return "councillor";
    case Role::kProsecutor:
      return "prosecutor";
    case Role::kInspector:
      return "inspector";
    case Role::kBuyer:
      return "builder";
    default:
      return std::string(listed_name(NameList::kJob, random));
  }
}

Sex other(Sex sex) { return sex == Sex::kFemale ? Sex::kMale : Sex::kFemale; }

}  // namespace

void make_setting(World& world, bool is_wide, Random& random) {
  std::set<std::string> taken;
  while (world.places.size() < kPlaces)
    world.places.push_back(fresh(taken, [&] { return make_town(is_wide, random); }));
  world.town = world.places.front();
  Setting& setting = world.setting;
  setting.water =
      "the " + fresh(taken, [&] { return pick_name(NameList::kStem, is_wide, random); });
  setting.fair = fresh(taken, [&] { return make_town(is_wide, random); });
  const std::string house(listed_name(NameList::kHouse, random));
  switch (setting.plot) {
    case Plot::kBridge:
      setting = {setting.plot,  "the " + world.places[1] + " footbridge", "footbridge",
                 setting.water, world.places[2] + " Ironworks",           "negligence",
                 setting.fair};
      break;
    case Plot::kFerry:
      setting = {setting.plot,
                 "the ferry " + std::string(listed_name(NameList::kShip, random)),
                 "ferry",
                 setting.water,
                 world.places[2] + " Lines",
                 "manslaughter",
                 setting.fair};
      break;
    case Plot::kTheatre:
      setting = {setting.plot,  "the " + house + " Theatre", "theatre",
                 setting.water, house + " Playhouses",       "negligence",
                 setting.fair};
      break;
    case Plot::kMissing:
      setting = {setting.plot,  "the " + world.places[1] + " dairy", "dairy",
                 setting.water, world.places[1] + " Milk",           "manslaughter",
                 setting.fair};
      break;
  }
}

void make_people(World& world, Day first_day, bool is_wide, Random& random) {
  std::set<std::string> taken;
  world.people.resize(kRoles);
  for (std::size_t i = 0; i < kRoles; ++i) {
    const Role role = static_cast<Role>(i);
    const RoleTraits& traits = traits_of(role);
    Person& person = world.people[i];
    person.sex = random.permille(500) ? Sex::kFemale : Sex::kMale;
    if (role == Role::kWidow) person.sex = Sex::kFemale;
    if (role == Role::kVictim) person.sex = Sex::kMale;
    if (role == Role::kConsort) person.sex = other(world.person(Role::kElder).sex);
    if (role == Role::kPartner || role == Role::kNamesake) {
      const Sex survivor = world.person(Role::kSurvivor).sex;
      person.sex = role == Role::kPartner ? other(survivor) : survivor;
    }
    const NameList list = person.sex == Sex::kFemale ? NameList::kFemale : NameList::kMale;
    person.first = fresh(taken, [&] { return pick_name(list, is_wide, random); });
    person.last = fresh(taken, [&] { return pick_name(NameList::kSurname, is_wide, random); });
    person.born = birthday(first_day, traits.least_age, traits.greatest_age, random);
    person.job = job_of(role, world.setting.plot, random);
    person.town = world.places[random.below(static_cast<std::uint32_t>(world.places.size()))];
  }
  world.person(Role::kNamesake).first = world.person(Role::kSurvivor).first;
  world.person(Role::kNamesake).last = world.person(Role::kSurvivor).last;
  world.person(Role::kNamesake).town = world.setting.fair;
}

void make_outlets(World& world, std::uint32_t n, bool is_wide, Random& random) {
  std::set<std::string> taken;
  for (std::uint32_t i = 0; i < n; ++i) {
    Outlet outlet;
    outlet.is_agency = i == 0;
    outlet.name =
        outlet.is_agency ? std::string(listed_name(NameList::kAgency, random)) : fresh(taken, [&] {
          std::string name = make_town(is_wide, random).append(" ");
          return name.append(listed_name(NameList::kPaper, random));
        });
    outlet.locale = random.permille(500) ? Locale::kBritish : Locale::kAmerican;
    outlet.has_straight_marks = random.permille(400);
    outlet.leaves_out_on = outlet.locale == Locale::kAmerican && random.permille(600);
    // What agencies write is printed on another day.
    outlet.has_day_words = !outlet.is_agency && random.permille(500);
    world.outlets.push_back(std::move(outlet));
  }
}

}  // namespace fabula::worlds
