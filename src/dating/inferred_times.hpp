// What the times of an undated article mean, now that its own day is known within limits.
//
//   appeared in 2021                          "October last year"   2020-10
//   appeared 2023-12-01 to 2024-11-30         "December 1"          2023-12-01
//   appeared 2023-12-10 to 2023-12-20         "last week"           2023-12-04 to 2023-12-17
//
// From the article's day and the words themselves, read as those of a dated article are: "December
// 1" is the last one, or the next one by its verb. What other articles tell of the same happening
// is not looked at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Of the times outside of quotations that mean days and are not known without that of the article:
// those of which both ends are known then. By time.
//
// appeared   the article's proven day, both ends known; else there is none
// relations  those of its times (times/times.hpp, find_relations)
// cost       a small solution for each time
[[nodiscard]] std::vector<InferredTime> infer_times(const AnnotatedArticle& article,
                                                    std::span<const TimeRelation> relations,
                                                    const When& appeared);

}  // namespace fabula::dating
