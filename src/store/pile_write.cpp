// What was worked out across articles, written as a whole: it depends on every article.
#include "store/impl.hpp"
#include "store/lists.hpp"
#include "store/records.hpp"

namespace fabula::store {
namespace {

constexpr const char* kClear[] = {"DELETE FROM person",
                                  "DELETE FROM person_thing",
                                  "DELETE FROM family",
                                  "DELETE FROM family_member",
                                  "DELETE FROM edit",
                                  "DELETE FROM reuse",
                                  "DELETE FROM reuse_edit",
                                  "DELETE FROM passage",
                                  "DELETE FROM passage_holder",
                                  "DELETE FROM passage_evidence",
                                  "DELETE FROM article_date",
                                  "DELETE FROM date_step",
                                  "DELETE FROM date_step_words",
                                  "DELETE FROM date_time",
                                  "DELETE FROM news",
                                  "DELETE FROM copy_group",
                                  "DELETE FROM copy_member",
                                  "DELETE FROM story",
                                  "DELETE FROM story_words",
                                  "DELETE FROM story_article",
                                  "DELETE FROM event",
                                  "DELETE FROM telling",
                                  "DELETE FROM event_person",
                                  "DELETE FROM person_quote",
                                  "DELETE FROM disagreement",
                                  "DELETE FROM disagreement_evidence",
                                  "DELETE FROM disagreement_value",
                                  "DELETE FROM disagreement_telling"};

// Writes the lists of a pile. Articles are named by their rows in the store.
class PileWriter {
 public:
  PileWriter(Database& database, const Pile& pile, std::span<const Row> rows)
      : database_(database), pile_(pile), rows_(rows) {}

  [[nodiscard]] Result<void> write_links() {
    for (const char* sql : kClear) FABULA_TRY_VOID(database_.run(sql));
    FABULA_TRY_VOID(write_people());
    FABULA_TRY_VOID(write_families());
    FABULA_TRY_VOID(write_reuse());
    FABULA_TRY_VOID(write_passages());
    FABULA_TRY_VOID(write_dates());
    FABULA_TRY_VOID(write_copies());
    return write_stories();
  }

  [[nodiscard]] Result<void> write_told() {
    FABULA_TRY_VOID(write_events());
    return write_disagreements();
  }

 private:
  [[nodiscard]] Row row(std::uint32_t article) const { return rows_[article]; }

  [[nodiscard]] Result<void> write_people() {
    for (std::size_t i = 0; i < pile_.people.size(); ++i) {
      const Person& person = pile_.people[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", i, person.id,
                                    person.name, list_of_texts(person.forms),
                                    list_of_texts(person.roles), person.n_mentions, person.rule));
      for (const RecordRef thing : person.things)
        FABULA_TRY_VOID(database_.run("INSERT INTO person_thing VALUES (?, ?, ?)", i,
                                      row(thing.article), thing.index));
      for (const RecordRef quote : person.spoken)
        FABULA_TRY_VOID(database_.run("INSERT INTO person_quote VALUES (?, ?, ?)", i,
                                      row(quote.article), quote.index));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_families() {
    for (std::size_t i = 0; i < pile_.families.size(); ++i) {
      const Family& family = pile_.families[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO family VALUES (?, ?, ?, ?)", i, family.id,
                                    family.text, family.first));
      for (std::size_t j = 0; j < family.members.size(); ++j)
        FABULA_TRY_VOID(write_member(i, j, family.members[j]));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_member(std::size_t family, std::size_t n,
                                          const FamilyMember& member) {
    FABULA_TRY_VOID(database_.run("INSERT INTO family_member VALUES (?, ?, ?, ?, ?, ?)", family, n,
                                  row(member.quote.article), member.quote.index, member.change,
                                  member.from));
    for (std::size_t i = 0; i < member.edits.size(); ++i) {
      const WordEdit& edit = member.edits[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?)", family, n, i,
                                    edit.op, edit.was, edit.now));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_reuse() {
    for (std::size_t i = 0; i < pile_.reuse.size(); ++i) {
      const ReuseLink& link = pile_.reuse[i];
      FABULA_TRY_VOID(
          database_.run("INSERT INTO reuse VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", i,
                        link.id, row(link.a.article), link.a.range, row(link.b.article),
                        link.b.range, link.words, link.aligned_words, link.type, link.direction,
                        link.because.str(), link.moved, link.rule));
      for (std::size_t j = 0; j < link.edits.size(); ++j) {
        const TextEdit& edit = link.edits[j];
        FABULA_TRY_VOID(database_.run("INSERT INTO reuse_edit VALUES (?, ?, ?, ?, ?, ?, ?)", i, j,
                                      edit.op, edit.a, edit.b));
      }
    }
    return {};
  }

  [[nodiscard]] Result<void> write_passages() {
    for (std::size_t i = 0; i < pile_.passages.size(); ++i) {
      const Passage& passage = pile_.passages[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO passage VALUES (?, ?, ?, ?)", i, passage.id,
                                    passage.lost_source, passage.rule));
      for (std::size_t j = 0; j < passage.holders.size(); ++j)
        FABULA_TRY_VOID(write_holder(i, j, passage.holders[j]));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_holder(std::size_t passage, std::size_t n,
                                          const PassageHolder& holder) {
    FABULA_TRY_VOID(
        database_.run("INSERT INTO passage_holder VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", passage,
                      n, row(holder.span.article), holder.span.range, holder.standing, holder.from,
                      holder.runner_up, holder.margin, list_of_texts(holder.because)));
    for (std::size_t i = 0; i < holder.evidence.size(); ++i)
      FABULA_TRY_VOID(database_.run("INSERT INTO passage_evidence VALUES (?, ?, ?, ?, ?, ?)",
                                    passage, n, i, row(holder.evidence[i].article),
                                    holder.evidence[i].range));
    return {};
  }

  [[nodiscard]] Result<void> write_dates() {
    for (const ArticleDate& date : pile_.dates) {
      FABULA_TRY_VOID(database_.run("INSERT INTO article_date VALUES (?, ?, ?, ?, ?, ?)",
                                    row(date.article), WhenColumns(date.when)));
      for (std::size_t i = 0; i < date.steps.size(); ++i)
        FABULA_TRY_VOID(write_step(date.article, i, date.steps[i]));
      for (std::size_t i = 0; i < date.guess.size(); ++i)
        FABULA_TRY_VOID(write_step(date.article, date.steps.size() + i, date.guess[i]));
      for (const InferredTime& inferred : date.times)
        FABULA_TRY_VOID(database_.run("INSERT INTO date_time VALUES (?, ?, ?, ?, ?, ?, ?)",
                                      row(date.article), inferred.time,
                                      WhenColumns(inferred.when)));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_step(std::uint32_t article, std::size_t n,
                                        const DateStep& step) {
    FABULA_TRY_VOID(database_.run("INSERT INTO date_step VALUES (?, ?, ?, ?, ?)", row(article), n,
                                  step.end, step.because, step.rule));
    for (std::size_t i = 0; i < step.words.size(); ++i)
      FABULA_TRY_VOID(database_.run("INSERT INTO date_step_words VALUES (?, ?, ?, ?, ?, ?)",
                                    row(article), n, i, row(step.words[i].article),
                                    step.words[i].range));
    return {};
  }

  [[nodiscard]] Result<void> write_copies() {
    for (std::size_t i = 0; i < pile_.copies.size(); ++i) {
      const CopyGroup& group = pile_.copies[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO copy_group VALUES (?, ?)", i, group.id));
      FABULA_TRY_VOID(
          write_articles("INSERT INTO copy_member VALUES (?, ?, ?)", i, group.articles));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_stories() {
    for (std::size_t i = 0; i < pile_.stories.size(); ++i) {
      const Story& story = pile_.stories[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO story VALUES (?, ?, ?, ?)", i, story.id,
                                    row(story.central), story.n_origins));
      for (std::size_t j = 0; j < story.members.size(); ++j)
        FABULA_TRY_VOID(write_member(i, j, story.members[j]));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_member(std::size_t story, std::size_t n,
                                          const Membership& member) {
    std::optional<Row> like;
    if (member.like >= 0) like = row(static_cast<std::uint32_t>(member.like));
    FABULA_TRY_VOID(database_.run("INSERT INTO story_article VALUES (?, ?, ?, ?, ?, ?)", story, n,
                                  row(member.article), like, member.because, member.rule));
    for (std::size_t i = 0; i < member.words.size(); ++i)
      FABULA_TRY_VOID(database_.run("INSERT INTO story_words VALUES (?, ?, ?, ?, ?, ?)", story, n,
                                    i, row(member.words[i].article), member.words[i].range));
    return {};
  }

  [[nodiscard]] Result<void> write_articles(const char* sql, std::size_t of,
                                            std::span<const std::uint32_t> articles) {
    for (std::size_t i = 0; i < articles.size(); ++i)
      FABULA_TRY_VOID(database_.run(sql, of, i, row(articles[i])));
    return {};
  }

  [[nodiscard]] Result<void> write_events() {
    for (std::size_t i = 0; i < pile_.events.size(); ++i) {
      const Event& event = pile_.events[i];
      FABULA_TRY_VOID(database_.run(
          "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", i, event.id,
          WhenColumns(event.when), row(event.line.article), event.line.range, event.n_articles,
          event.n_origins, name_of(event.status), list_of_texts(event.because), event.rule));
      for (std::size_t j = 0; j < event.tellings.size(); ++j)
        FABULA_TRY_VOID(database_.run("INSERT INTO telling VALUES (?, ?, ?, ?, ?)", i, j,
                                      row(event.tellings[j].article), event.tellings[j].range));
      for (const std::uint32_t person : event.people)
        FABULA_TRY_VOID(database_.run("INSERT INTO event_person VALUES (?, ?)", i, person));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_disagreements() {
    for (std::size_t i = 0; i < pile_.disagreements.size(); ++i) {
      const Disagreement& record = pile_.disagreements[i];
      FABULA_TRY_VOID(database_.run("INSERT INTO disagreement VALUES (?, ?, ?, ?, ?, ?)", i,
                                    record.id, record.about, record.kind, record.because,
                                    record.rule));
      for (std::size_t j = 0; j < record.evidence.size(); ++j)
        FABULA_TRY_VOID(database_.run("INSERT INTO disagreement_evidence VALUES (?, ?, ?, ?, ?)", i,
                                      j, row(record.evidence[j].article),
                                      record.evidence[j].range));
      for (std::size_t j = 0; j < record.values.size(); ++j)
        FABULA_TRY_VOID(write_value(i, j, record.values[j]));
    }
    return {};
  }

  [[nodiscard]] Result<void> write_value(std::size_t disagreement, std::size_t n,
                                         const DisagreeingValue& value) {
    FABULA_TRY_VOID(
        database_.run("INSERT INTO disagreement_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      disagreement, n, value.value, WhenColumns(value.as_of), value.n_origins));
    for (std::size_t i = 0; i < value.tellings.size(); ++i) {
      const ValueTelling& telling = value.tellings[i];
      std::optional<Range> said_by;
      if (telling.said_by) said_by = telling.said_by->range;
      FABULA_TRY_VOID(database_.run(
          "INSERT INTO disagreement_telling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          disagreement, n, i, row(telling.words.article), telling.words.range, said_by,
          WhenColumns(telling.as_of)));
    }
    return {};
  }

  Database& database_;
  const Pile& pile_;
  std::span<const Row> rows_;
};

}  // namespace

Result<void> Store::put_pile(const Pile& pile, std::span<const Row> rows) {
  FABULA_TRY_VOID(put_links(pile, rows));
  return put_events(pile, rows);
}

Result<void> Store::put_links(const Pile& pile, std::span<const Row> rows) {
  Database& database = impl_->database();
  if (rows.size() != pile.articles.size())
    return fail(Errc::kInternal, "the pile and its rows differ in number", database.path());
  return PileWriter(database, pile, rows).write_links();
}

Result<void> Store::put_events(const Pile& pile, std::span<const Row> rows) {
  return PileWriter(impl_->database(), pile, rows).write_told();
}

Result<void> Store::put_news(std::span<const NewsItem> news, std::span<const Row> rows) {
  Database& database = impl_->database();
  const auto row_of = [&](const std::optional<Span>& place) {
    return place ? std::optional(rows[place->article]) : std::nullopt;
  };
  const auto range_of = [](const std::optional<Span>& place) {
    return place ? std::optional(place->range) : std::nullopt;
  };
  for (std::size_t i = 0; i < news.size(); ++i) {
    const NewsItem& item = news[i];
    FABULA_TRY_VOID(database.run("INSERT INTO news VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", i,
                                 rows[item.span.article], item.span.range, item.label,
                                 row_of(item.earlier), range_of(item.earlier), row_of(item.unless),
                                 range_of(item.unless), item.rule));
  }
  return {};
}

}  // namespace fabula::store
