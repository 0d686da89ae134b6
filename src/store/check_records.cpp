#include "store/check_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::store {
namespace {

bool is_whole(std::string_view text, Range range) {
  return range.begin <= range.end && range.end <= text.size() &&
         text::is_boundary(text, range.begin) && text::is_boundary(text, range.end);
}

class ArticleCheck {
 public:
  ArticleCheck(const AnnotatedArticle& annotated, Checked& checked)
      : annotated_(annotated), article_(annotated.article), checked_(checked) {}

  void run() {
    check_paragraphs();
    for (const DateCandidate& date : article_.date_candidates) check(date.range, "date");
    for (const Range note : article_.content_notes) check(note, "content note");
    for (const Range evidence : article_.published.evidence) check(evidence, "evidence");
    check_segmentation();
    check_names();
    for (const Quote& quote : annotated_.quotes) check_quote(quote);
    for (const TimeExpression& time : annotated_.times) {
      check(time.range, "time");
      expect(!time.rule.empty(), "time", time.range, "has no rule");
    }
  }

 private:
  void expect(bool holds, std::string_view record, Range range, std::string_view what) {
    if (!holds)
      checked_.faults.push_back(fmt::format("article '{}': the {} at {}..{} {}", article_.id,
                                            record, range.begin, range.end, what));
  }

  void check(Range range, std::string_view record) {
    ++checked_.n_spans;
    expect(is_whole(article_.text, range), record, range,
           "does not lie in the text on whole characters");
  }

  void check_paragraphs() {
    std::uint32_t end = 0;
    for (const Paragraph& paragraph : article_.paragraphs) {
      check(paragraph.range, "paragraph");
      expect(!paragraph.range.empty(), "paragraph", paragraph.range, "is empty");
      expect(paragraph.range.begin >= end, "paragraph", paragraph.range,
             "begins before the one above it ends");
      end = paragraph.range.end;
    }
  }

  void expect_in_paragraph(Range range, std::uint32_t paragraph, std::string_view record) {
    expect(paragraph < article_.paragraphs.size() &&
               article_.paragraphs[paragraph].range.contains(range),
           record, range, "is not in its paragraph");
  }

  void check_segmentation() {
    for (const Sentence& sentence : annotated_.segmentation.sentences) {
      check(sentence.range, "sentence");
      expect_in_paragraph(sentence.range, sentence.paragraph, "sentence");
    }
    for (const QuotedPart& part : annotated_.segmentation.quoted) {
      check(part.outer, "quoted part");
      check(part.inner, "quoted part");
      expect(part.outer.contains(part.inner), "quoted part", part.inner, "is not inside its marks");
      expect_in_paragraph(part.outer, part.paragraph, "quoted part");
    }
  }

  void check_names() {
    std::uint32_t end = 0;
    for (const Mention& mention : annotated_.names.mentions) {
      check(mention.range, "name");
      expect(!mention.rule.empty(), "name", mention.range, "has no rule");
      expect(mention.range.begin >= end, "name", mention.range, "overlaps the one before it");
      end = mention.range.end;
    }
  }

  void check_quote(const Quote& quote) {
    check(quote.range, "quote");
    expect(!quote.rule.empty(), "quote", quote.range, "has no rule");
    expect(quote.speaker.has_value() == (quote.grade != Grade::kNone), "quote", quote.range,
           "has a grade without a speaker, or a speaker without a grade");
    std::uint32_t end = quote.range.begin;
    for (const Range part : quote.parts) {
      check(part, "part of a quote");
      expect(part.begin >= end, "part of a quote", part, "begins before the one above it ends");
      end = part.end;
    }
    expect(!quote.parts.empty() && quote.parts.front().begin == quote.range.begin &&
               quote.parts.back().end == quote.range.end,
           "quote", quote.range, "does not reach from its first part to its last");
    for (const Range piece : quote.clause) check(piece, "clause of a quote");
    if (quote.speaker) check(quote.speaker->range, "speaker");
    if (quote.cue) check(*quote.cue, "cue");
    if (quote.channel) check(quote.channel->range, "channel");
  }

  const AnnotatedArticle& annotated_;
  const Article& article_;
  Checked& checked_;
};

class PileCheck {
 public:
  PileCheck(const Pile& pile, Checked& checked) : pile_(pile), checked_(checked) {}

  void run() {
    check_ids(pile_.people, "person");
    check_ids(pile_.families, "family");
    check_ids(pile_.reuse, "shared passage");
    check_ids(pile_.copies, "group of copies");
    check_ids(pile_.stories, "story");
    check_ids(pile_.events, "event");
    check_ids(pile_.passages, "passage");
    check_ids(pile_.disagreements, "disagreement");
    for (const ReuseLink& link : pile_.reuse) check_link(link);
    for (const Passage& passage : pile_.passages) check_passage(passage);
    for (const ArticleDate& date : pile_.dates) check_date(date);
    for (const Story& story : pile_.stories) check_story(story);
    for (const NewsItem& item : pile_.news) check_news(item);
    for (const Disagreement& record : pile_.disagreements) check_disagreement(record);
    for (const Event& event : pile_.events) {
      check(event.line, "event", event.id);
      for (const Span& telling : event.tellings) check(telling, "event", event.id);
      if (std::ranges::find(event.tellings, event.line) == event.tellings.end())
        checked_.faults.push_back(
            fmt::format("event '{}': its line is not among its tellings", event.id));
    }
  }

 private:
  template <class Record>
  void check_ids(const std::vector<Record>& records, std::string_view kind) {
    std::unordered_set<std::string_view> seen;
    for (const Record& record : records)
      if (record.id.empty() || !seen.insert(record.id).second)
        checked_.faults.push_back(
            fmt::format("the id '{}' stands for more than one {}, or for none", record.id, kind));
  }

  // Both sides lie in their texts, and the edits lead from one to the other.
  void check_link(const ReuseLink& link) {
    const std::size_t n_before = checked_.faults.size();
    check(link.a, "shared passage", link.id);
    check(link.b, "shared passage", link.id);
    for (const TextEdit& edit : link.edits) {
      check({link.a.article, edit.a}, "edit of shared passage", link.id);
      check({link.b.article, edit.b}, "edit of shared passage", link.id);
    }
    if (checked_.faults.size() == n_before && !replays(link))
      fault("shared passage", link.id, "its edits do not lead from one text to the other");
  }

  // Are the bytes before, between and behind the edits the same on both sides?
  [[nodiscard]] bool replays(const ReuseLink& link) const {
    const std::string_view a = pile_.articles[link.a.article].article.text;
    const std::string_view b = pile_.articles[link.b.article].article.text;
    Range rest_a = link.a.range;
    Range rest_b = link.b.range;
    const auto equal_up_to = [&](std::uint32_t end_a, std::uint32_t end_b) {
      return rest_a.begin <= end_a && rest_b.begin <= end_b &&
             a.substr(rest_a.begin, end_a - rest_a.begin) ==
                 b.substr(rest_b.begin, end_b - rest_b.begin);
    };
    for (const TextEdit& edit : link.edits) {
      if (!rest_a.contains(edit.a) || !rest_b.contains(edit.b) ||
          !equal_up_to(edit.a.begin, edit.b.begin))
        return false;
      rest_a.begin = edit.a.end;
      rest_b.begin = edit.b.end;
    }
    return equal_up_to(rest_a.end, rest_b.end);
  }

  void check_date(const ArticleDate& date) {
    const Article& article = pile_.articles[date.article].article;
    const bool has_proof =
        std::ranges::any_of(date.steps, [](const DateStep& step) { return step.end != "against"; });
    if (date.is_proven() != has_proof || (date.steps.empty() && date.guess.empty()))
      fault("day of article", article.id, "nothing proves it");
    if (!date.guess.empty() && !date.when.likely)
      fault("day of article", article.id, "reasons for a likely day, and no such day");
    for (const auto* steps : {&date.steps, &date.guess})
      for (const DateStep& step : *steps) {
        for (const Span& words : step.words)
          check(words, "proof of the day of article", article.id);
        if (step.words.empty() || step.rule.empty())
          fault("day of article", article.id, "a step without words, or without a rule");
      }
  }

  void check_story(const Story& story) {
    std::unordered_set<std::uint32_t> articles;
    for (const Membership& member : story.members) {
      if (!articles.insert(member.article).second) fault("story", story.id, "an article twice");
      for (const Span& words : member.words) check(words, "story", story.id);
      if (member.because.empty() || member.rule.empty())
        fault("story", story.id, "an article without a reason");
    }
    for (const Membership& member : story.members)
      if (member.like >= 0 && !articles.contains(static_cast<std::uint32_t>(member.like)))
        fault("story", story.id, "an article that is like one of another story");
    if (!articles.contains(story.central)) fault("story", story.id, "its title is of another");
  }

  void check_disagreement(const Disagreement& record) {
    for (const Span& words : record.evidence) check(words, "disagreement", record.id);
    if (record.values.size() < 2 || record.evidence.empty() || record.because.empty() ||
        record.rule.empty())
      fault("disagreement", record.id, "fewer than two values, or no reason");
    std::unordered_set<std::string_view> values;
    for (const DisagreeingValue& value : record.values) {
      if (value.value.empty() || !values.insert(value.value).second)
        fault("disagreement", record.id, "a value twice, or an empty one");
      if (value.tellings.empty() || value.n_origins == 0 || value.n_origins > value.tellings.size())
        fault("disagreement", record.id, "a value without words, or of more origins than tellings");
      for (const ValueTelling& telling : value.tellings) {
        check(telling.words, "disagreement", record.id);
        if (telling.said_by) check(*telling.said_by, "source of disagreement", record.id);
      }
    }
  }

  void check_passage(const Passage& passage) {
    if (passage.holders.size() < 2 || passage.rule.empty())
      fault("passage", passage.id, "has fewer than two holders, or no rule");
    std::unordered_set<std::uint32_t> articles;
    for (std::size_t i = 0; i < passage.holders.size(); ++i) {
      const PassageHolder& holder = passage.holders[i];
      check(holder.span, "passage", passage.id);
      for (const Span& evidence : holder.evidence)
        check(evidence, "evidence of passage", passage.id);
      if (!articles.insert(holder.span.article).second)
        fault("passage", passage.id, "an article holds it twice");
      if (std::cmp_equal(holder.from, i) || std::cmp_equal(holder.runner_up, i) ||
          (holder.from >= 0) != (holder.standing == "copy"))
        fault("passage", passage.id, "a copy without a parent, or a parent without a copy");
    }
    if (!origins_are_first(passage))
      fault("passage", passage.id, "its origin appeared after another article that holds it");
    if (!ends_somewhere(passage))
      fault("passage", passage.id, "its copies come from each other in a circle");
  }

  // Days of publication as far as they are stated; a day that was worked out proves nothing.
  [[nodiscard]] const When* stated(const PassageHolder& holder) const {
    const Published& published = pile_.articles[holder.span.article].article.published;
    return published.basis == DateBasis::kStated ? &published.when : nullptr;
  }

  // Is no origin later than a holder whose days are stated?
  [[nodiscard]] bool origins_are_first(const Passage& passage) const {
    std::optional<Day> first_by;  // somebody had the words by then
    for (const PassageHolder& holder : passage.holders)
      if (const When* when = stated(holder); when && when->latest)
        first_by = first_by ? std::min(*first_by, *when->latest) : *when->latest;
    return std::ranges::none_of(passage.holders, [&](const PassageHolder& holder) {
      const When* when = stated(holder);
      return holder.standing == "origin" && first_by && when && when->earliest &&
             *when->earliest > *first_by;
    });
  }

  // Does the way from every holder to its parents end?
  [[nodiscard]] static bool ends_somewhere(const Passage& passage) {
    for (const PassageHolder& start : passage.holders) {
      std::size_t n_steps = 0;
      for (std::int32_t at = start.from; at >= 0;
           at = passage.holders[static_cast<std::size_t>(at)].from)
        if (++n_steps > passage.holders.size()) return false;
    }
    return true;
  }

  // May it have an earlier place, and must it? What says itself that something was wrong or has
  // changed may not find it; a comment has one where it was printed before.
  [[nodiscard]] static bool fits_its_label(const NewsItem& item) {
    if (text::is_one_of(item.label, "correction", "update", "comment")) return true;
    return item.earlier.has_value() == text::is_one_of(item.label, "repeat", "background");
  }

  void check_news(const NewsItem& item) {
    const std::string& article = pile_.articles[item.span.article].article.id;
    check(item.span, "news of article", article);
    for (const auto& place : {item.earlier, item.unless}) {
      if (place) check(*place, "news of article", article);
      if (place && place->range.empty())
        fault("news of article", article, "a sentence whose other place is empty");
    }
    if (item.rule.empty() || !fits_its_label(item))
      fault("news of article", article, "no rule, or a repeat without its earlier place");
    if (item.unless && item.label != "new")
      fault("news of article", article, "new unless another place is earlier, and not new");
  }

  void fault(std::string_view kind, std::string_view id, std::string_view what) {
    checked_.faults.push_back(fmt::format("{} '{}': {}", kind, id, what));
  }

  void check(const Span& span, std::string_view kind, std::string_view id) {
    ++checked_.n_spans;
    if (!is_whole(pile_.articles[span.article].article.text, span.range))
      checked_.faults.push_back(
          fmt::format("{} '{}': {}..{} does not lie in the text on whole characters", kind, id,
                      span.range.begin, span.range.end));
  }

  const Pile& pile_;
  Checked& checked_;
};

}  // namespace

void check_article_records(const AnnotatedArticle& annotated, Checked& checked) {
  ArticleCheck(annotated, checked).run();
}

void check_pile_records(const Pile& pile, Checked& checked) { PileCheck(pile, checked).run(); }

}  // namespace fabula::store
