// When something was said, as far as its article tells.
//
//   cue        Bright said on Tuesday · On Tuesday, Bright said     the time that hangs on the cue
//   channel    in a 2011 tweet that resurfaced Monday, Bright wrote   2011: the time of the channel
//              Bright took to Instagram on Sunday. “...,” she wrote   Sunday
//   run        Bright said on Tuesday: “...” “...,” she added         Tuesday
//   place      In May they took to Instagram to say ... “...,” Bright wrote on Instagram   May
//   else       Bright once said                  not known, but not later than the article
//
// not: Bright, who in March replaced Voss, said · said of the 2011 fire · said she left on Monday ·
// said that Sunday's show was late
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/quote.hpp"
#include "model/segmentation.hpp"
#include "model/time.hpp"

namespace fabula::quotes {

// Sets Quote::said from the article's time expressions, never later than its day of publication.
// What is quoted inside a quotation keeps what it has. Linear but for searches.
//
// quotes   in text order, as find_quotes gives them
// times    in text order
void date_quotes(const Article& article, const Segmentation& segmentation,
                 const std::vector<TimeExpression>& times, std::vector<Quote>& quotes);

}  // namespace fabula::quotes
