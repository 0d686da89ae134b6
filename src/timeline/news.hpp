// What an article adds, and what was told before: a label for every sentence of body text.
//
//   a  2024-03-11   7 died when the dam at Orra broke. | Two men were missing.
//   b  2024-03-12   The toll of the dam at Orra climbed to 9. | They were found on Tuesday.
//                   update (of a)                             new
//
// Labels, in the order in which they are tried (news_labels.hpp has the details):
//
//   comment      a question, an appeal to the reader, words of the writer's opinion, a judgement or
//                a general truth in which nobody does anything (news_general.hpp), a scene
//                (news_scene.hpp); also where its words were printed before
//                "news.question", "news.appeal", "news.opinion", "news.aside", "news.general",
//                "news.scene"
//   repeat       its words were printed in an article that is surely earlier;
//   "news.printed-earlier"
//                it is made of a quotation that one has; "news.quoted-earlier" it tells what a
//                sentence of one told, or no name and no number beyond one that tells the same
//                event               "news.told-earlier", "news.told-event"
//   background   the same, of a time more than three days before the article: told by then already,
//                dated so by its words or by its event ("news.background-event": then a third of it
//                is enough), or with words that look back ("a year after"; half of it is enough)
//                                                                        "news.background"
//   correction   it names an earlier telling of its own outlet and what was wrong with it, also in
//                a note about the article (news_puts_right.hpp);   "news.correction-said"
//                another number where it says that it was revised, or denies one
//                                                                  "news.correction-number"
//   update       another number of what an earlier article counted, or a later step of a case
//                                                 "news.update-number", "news.update-step"
//   new          all else                                              "news.in-no-earlier"
//
// Not judged: headlines and short lines above the story, other notes about the article.
//
// Earlier means surely: the days in which two articles may have appeared, stated or proven, do not
// meet. Where an article that may be earlier has the sentence as well, it is new unless that one is
// earlier: `unless` is the place there.                              "news.unless-earlier"
//
// Shared passages and quotations are looked at in the whole pile, all else within a story and
// those that tell the same events (news_events.hpp).
#pragma once

#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::timeline {

// As Pile::news. Uses articles, reuse, quotation families, stories and events of `pile`; inferred
// days count once apply_dates has run. Pure; same for any number of threads.
// cost  O(n log n) in the words of articles that are not alone: a sentence is compared with no more
//       than kMostCandidates others, and some more that tell its event
[[nodiscard]] std::vector<NewsItem> find_news(const Pile& pile, const Context& context);

}  // namespace fabula::timeline
