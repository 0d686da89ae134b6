// Which names are surely those of towns. Two towns do not lie in each other, whatever the map.
//
//   the village of Karsk    yes        the Karsk district, the province of Karsk    no
//   KARSK, 3 May —          yes        Karsk                                        not surely
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

class Towns {
 public:
  // `pile` must outlive it.
  explicit Towns(const Pile& pile) : pile_(pile) {}

  // Is it called a town, a city or a village somewhere in the pile, or stands alone in a dateline,
  // and nowhere as something else?
  // Cost: the first time the names of the pile, then O(log n).
  [[nodiscard]] bool is_town(const std::string& name);

  // Is there an article that names both?
  [[nodiscard]] bool are_named_together(const std::string& x, const std::string& y);

 private:
  struct Known {
    std::vector<std::uint32_t> articles;  // that name it, sorted
    bool is_town = false;
  };
  [[nodiscard]] const Known& known(const std::string& name);

  const Pile& pile_;
  std::map<std::string, Known> known_;
};

}  // namespace fabula::reconcile
