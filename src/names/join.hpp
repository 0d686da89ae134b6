// Joins the runs of one article into people, organisations and places.
//
//   "Maria Silva" ← "Silva", "Maria", "M. Silva", "Ms. Silva", "Maria Luz Silva", "SILVA"
//
// 1. Equal words are one form; what stands around its places is added up as evidence.
// 2. Forms of two words or more are given a kind; people whose first and last words agree are one.
//    So are those that the text says are one (names/renames.hpp).
// 3. A single word joins the only person with that surname, else the only one with that first
//    name. Two people who share it: a title or an established use decides, else it stays alone.
#pragma once

#include <string>
#include <vector>

#include "model/names.hpp"
#include "names/runs.hpp"

namespace fabula::names {

struct Joined {
  struct Thing {
    std::vector<std::string> key;  // of its fullest form
    NameKind kind = NameKind::kOther;
    std::uint32_t titles = 0;  // flags of all titles used with it
  };
  struct Place {
    std::size_t run = 0;
    std::size_t thing = 0;
    const char* rule = "";
  };
  // The place names a thing that has this full name too: "Ana Ives" of Ana Lopes.
  struct OtherName {
    std::size_t thing = 0;
    std::size_t given = 0;    // run that begins with the given name
    std::size_t surname = 0;  // run that ends with the surname
  };
  std::vector<Thing> things;
  std::vector<Place> places;  // by run; runs that name nobody are left out
  std::vector<OtherName> other_names;
};

// Cost: linear in the number of runs, times the number of people who share one surname.
[[nodiscard]] Joined join_runs(const Tokens& tokens, const std::vector<Run>& runs);

}  // namespace fabula::names
