#include "model/pile.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace fabula {

void shrink(AnnotatedArticle& annotated) {
  Segmentation& segmentation = annotated.segmentation;
  segmentation.words = {};
  for (Sentence& sentence : segmentation.sentences) sentence.first_word = sentence.last_word = 0;
  AnnotatedArticle copy = annotated;  // holds just what it needs
  annotated = std::move(copy);
}

std::string quoted_words(const Pile& pile, const Span& span) {
  constexpr std::size_t kMostBytes = 80;
  std::string words(words_of(pile.articles[span.article].article.text, span.range));
  std::ranges::replace(words, '\n', ' ');
  if (words.size() <= kMostBytes) return words;
  std::size_t cut = words.rfind(' ', kMostBytes);
  if (cut == std::string::npos) cut = kMostBytes;
  while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
  return words.substr(0, cut) + " …";
}

std::string_view name_of(EventStatus status) {
  switch (status) {
    case EventStatus::kPlanned:
      return "planned";
    case EventStatus::kAlleged:
      return "alleged";
    case EventStatus::kDenied:
      return "denied";
    default:
      return "happened";
  }
}

std::string quote_id(const Article& article, const Quote& quote) {
  return content_id('q', {article.id, std::to_string(quote.range.begin),
                          std::to_string(quote.range.end), name_of(quote.kind)});
}

std::string time_id(const Article& article, const TimeExpression& time) {
  return content_id('t',
                    {article.id, std::to_string(time.range.begin), std::to_string(time.range.end)});
}

std::string news_id(const Article& article, const NewsItem& item) {
  return content_id('n', {article.id, std::to_string(item.span.range.begin),
                          std::to_string(item.span.range.end)});
}

void name_speakers(Pile& pile) {
  std::vector<std::vector<std::int32_t>> person_of(pile.articles.size());
  for (std::size_t i = 0; i < pile.articles.size(); ++i)
    person_of[i].assign(pile.articles[i].names.things.size(), -1);
  for (std::size_t i = 0; i < pile.people.size(); ++i) {
    const Person& person = pile.people[i];
    for (const RecordRef thing : person.things)
      person_of[thing.article][thing.index] = static_cast<std::int32_t>(i);
    for (const RecordRef quote : person.spoken) {
      AnnotatedArticle& annotated = pile.articles[quote.article];
      Quote& own_quote = annotated.quotes[quote.index];
      std::optional<Speaker>& speaker = own_quote.speaker;
      const auto own =
          std::lower_bound(person.things.begin(), person.things.end(), RecordRef{quote.article, 0});
      if (own == person.things.end() || own->article != quote.article) {
        // The article never names them: "her husband".
        if (!speaker) continue;
        speaker->person = static_cast<std::int32_t>(i);
        speaker->name = person.name;
        own_quote.grade = std::max(own_quote.grade, Grade::kB);
        continue;
      }
      if (!speaker) {
        // Said by nobody here: the words that name the person, nearest before the quotation.
        const Mention* nearest = nullptr;
        for (const Mention& mention : annotated.names.mentions)
          if (mention.thing == own->index &&
              (nearest == nullptr || mention.range.begin < own_quote.range.begin))
            nearest = &mention;
        if (nearest == nullptr) continue;
        speaker.emplace();
        speaker->range = nearest->range;
        speaker->as = words_of(annotated.article.text, nearest->range);
        own_quote.grade = Grade::kC;
        own_quote.rule = "quote.other-telling";
      }
      speaker->thing = static_cast<std::int32_t>(own->index);
    }
  }
  for (std::size_t i = 0; i < pile.articles.size(); ++i)
    for (Quote& quote : pile.articles[i].quotes) {
      if (!quote.speaker || quote.speaker->thing < 0) continue;
      const std::int32_t person = person_of[i][static_cast<std::size_t>(quote.speaker->thing)];
      if (person < 0) continue;
      quote.speaker->person = person;
      quote.speaker->name = pile.people[static_cast<std::size_t>(person)].name;
    }
  // "I" inside a quotation is whoever is quoted, now that the pile knows who that is.
  for (AnnotatedArticle& annotated : pile.articles)
    for (Quote& quote : annotated.quotes) {
      if (quote.inside < 0 || !quote.speaker || quote.speaker->person >= 0) continue;
      const std::string& as = quote.speaker->as;
      const auto& outer = annotated.quotes[static_cast<std::size_t>(quote.inside)].speaker;
      if (!outer || outer->person < 0 || (as != "I" && as != "my" && as != "My")) continue;
      quote.speaker->thing = outer->thing;
      quote.speaker->person = outer->person;
      quote.speaker->name = outer->name;
    }
}

void apply_dates(Pile& pile) {
  for (const ArticleDate& date : pile.dates) {
    AnnotatedArticle& article = pile.articles[date.article];
    Published& published = article.article.published;
    if (published.basis == DateBasis::kStated) continue;
    published.when.likely = date.when.likely;
    if (!date.is_proven()) continue;
    published.when = date.when;
    published.basis = DateBasis::kInferred;
    published.because.clear();
    for (const DateStep& step : date.steps) published.because.push_back(step.because);
    for (const InferredTime& inferred : date.times) {
      TimeExpression& time = article.times[static_cast<std::size_t>(inferred.time)];
      time.when = inferred.when;
      time.anchor = "inferred";
    }
  }
}

}  // namespace fabula
