// Birth days of the people of a pile, as unknown days of the solver.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dating/identity.hpp"
#include "dating/makers.hpp"

namespace fabula::dating {

class Births {
 public:
  // All must outlive it.
  Births(const Sources& sources, const Identities& identities, Evidence& evidence)
      : sources_(sources), identities_(identities), evidence_(evidence) {}

  // Of somebody with a name: the same day for all articles that surely mean the same person
  // (identity.hpp). Made when it is first asked for.
  Var of(std::uint32_t article, std::int32_t thing, Range words);
  // The same where it was asked for before.
  [[nodiscard]] std::optional<Var> find(std::uint32_t article, std::int32_t thing) const;
  // Of somebody whom one article calls only so: "the 35-year-old", "he".
  Var of_unnamed(std::uint32_t article, const std::string& name, Range words);

 private:
  const Sources& sources_;
  const Identities& identities_;
  Evidence& evidence_;
  std::map<std::int32_t, Var> of_group_;
  std::map<RecordRef, Var> of_thing_;  // of people in no group
  std::map<std::pair<std::uint32_t, std::string>, Var> of_name_;
};

}  // namespace fabula::dating
