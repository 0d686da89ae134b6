// What an article adds, and what was printed before: sentence by sentence.
//
//   a  2024-03-11   The dam broke. | Two men were missing.
//   b  2024-03-12   The dam broke. | They were found on Tuesday.
//                   repeat (of a)    new
//
// Only what the order of articles allows is said:
//
//   repeat   at least 80 % of the sentence's words (counted in bytes) stand unchanged in passages
//            shared with one article whose stated days lie before this article's; of several such
//            articles the one with the earliest day; `earlier` is where the words stand in it.
//            rule "news.printed-earlier"
//   new      this article's day is stated, and even together with the passages whose order is not
//            known fewer than 80 % are shared: no earlier article of this pile has the sentence in
//            these words.                                                rule "news.in-no-earlier"
//   nothing  all other sentences: shared, and nobody can tell which way; and all sentences of an
//            article whose day is not stated.
//
// Passages of furniture, credits and chance phrases do not count. Sentences outside of body text
// have no record. "New" is said of words: a sentence that tells an old thing in new words is new.
#pragma once

#include <vector>

#include "model/pile.hpp"

namespace fabula::timeline {

// As Pile::news. Uses articles and reuse of `pile`. Pure; cost linear in sentences and in pairs of
// a sentence and a passage over it.
[[nodiscard]] std::vector<NewsItem> find_news(const Pile& pile);

}  // namespace fabula::timeline
