// Everything read back. Articles are rows in the store and indexes in a pile; each list is read in
// the order it was written in, and every reference is checked before it is followed.
#include <algorithm>
#include <unordered_map>

#include "base/natural_order.hpp"
#include "store/impl.hpp"
#include "store/records.hpp"

namespace fabula::store {
namespace {

class PileReader {
 public:
  PileReader(Database& database, Pile& pile, std::span<const Row> rows)
      : database_(database), pile_(pile) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      index_of_.emplace(rows[i], static_cast<std::uint32_t>(i));
  }

  [[nodiscard]] Result<void> read() {
    FABULA_TRY_VOID(read_people());
    FABULA_TRY_VOID(read_families());
    FABULA_TRY_VOID(read_reuse());
    FABULA_TRY_VOID(read_passages());
    FABULA_TRY_VOID(read_dates());
    FABULA_TRY_VOID(read_copies());
    FABULA_TRY_VOID(read_stories());
    FABULA_TRY_VOID(read_events());
    FABULA_TRY_VOID(read_news());
    FABULA_TRY_VOID(read_disagreements());
    return read_left_out();
  }

 private:
  // Calls `read` for each row of `sql`; it returns false when the row cannot be right.
  template <class Read>
  [[nodiscard]] Result<void> for_each(const char* sql, std::string_view what, Read read) {
    FABULA_TRY(Query query, database_.query(sql));
    for (;;) {
      FABULA_TRY(const bool is_row, query.next());
      if (!is_row) return {};
      Columns columns(query, std::numeric_limits<std::uint32_t>::max());
      if (!read(columns) || !columns.ok()) return database_.damaged(what);
    }
  }

  // The article in this column; false when there is none.
  [[nodiscard]] bool read_article(Columns& columns, std::uint32_t& out) const {
    const auto found = index_of_.find(columns.number<Row>());
    if (found == index_of_.end()) return false;
    out = found->second;
    return true;
  }
  [[nodiscard]] bool read_span(Columns& columns, Span& out) const {
    if (!read_article(columns, out.article)) return false;
    out.range = columns.range();
    return is_inside(out.range, pile_.articles[out.article].article.text.size());
  }

  [[nodiscard]] Result<void> read_people() {
    FABULA_TRY_VOID(
        for_each("SELECT id, name, forms, roles, n_mentions, rule FROM person ORDER BY n",
                 "a person", [&](Columns& columns) {
                   Person& person = pile_.people.emplace_back();
                   person.id = columns.text();
                   person.name = columns.text();
                   person.forms = columns.texts();
                   person.roles = columns.texts();
                   person.n_mentions = columns.number<std::uint32_t>();
                   person.rule = columns.text();
                   return true;
                 }));
    FABULA_TRY_VOID(for_each("SELECT person, article, thing FROM person_thing ORDER BY person",
                             "a person's name", [&](Columns& columns) {
                               const auto person = columns.index<std::size_t>(pile_.people.size());
                               RecordRef ref;
                               if (!columns.ok() || !read_article(columns, ref.article))
                                 return false;
                               ref.index = columns.index<std::uint32_t>(
                                   pile_.articles[ref.article].names.things.size());
                               pile_.people[person].things.push_back(ref);
                               return true;
                             }));
    FABULA_TRY_VOID(for_each("SELECT person, article, quote FROM person_quote ORDER BY person",
                             "a person's quote", [&](Columns& columns) {
                               const auto person = columns.index<std::size_t>(pile_.people.size());
                               RecordRef ref;
                               if (!columns.ok() || !read_article(columns, ref.article))
                                 return false;
                               ref.index = columns.index<std::uint32_t>(
                                   pile_.articles[ref.article].quotes.size());
                               pile_.people[person].spoken.push_back(ref);
                               return true;
                             }));
    // The store knows rows, not the pile's order of articles.
    for (Person& person : pile_.people) {
      std::ranges::sort(person.things);
      std::ranges::sort(person.spoken);
    }
    return {};
  }

  [[nodiscard]] Result<void> read_families() {
    FABULA_TRY_VOID(for_each("SELECT id, text, first FROM family ORDER BY n", "a family",
                             [&](Columns& columns) {
                               Family& family = pile_.families.emplace_back();
                               family.id = columns.text();
                               family.text = columns.text();
                               family.first = columns.number<std::int32_t>();
                               return true;
                             }));
    FABULA_TRY_VOID(for_each(
        "SELECT family, article, quote, change, from_member FROM family_member ORDER BY family, n",
        "a member of a family", [&](Columns& columns) {
          const auto family = columns.index<std::size_t>(pile_.families.size());
          FamilyMember member;
          if (!columns.ok() || !read_article(columns, member.quote.article)) return false;
          member.quote.index =
              columns.index<std::uint32_t>(pile_.articles[member.quote.article].quotes.size());
          member.change = columns.text();
          member.from = columns.number<std::int32_t>();
          pile_.families[family].members.push_back(std::move(member));
          return true;
        }));
    for (const Family& family : pile_.families) {
      const auto leads_somewhere = [&](std::int32_t index) {
        return index == -1 || (index >= 0 && std::cmp_less(index, family.members.size()));
      };
      if (!leads_somewhere(family.first) ||
          !std::ranges::all_of(family.members, leads_somewhere, &FamilyMember::from))
        return database_.damaged("a family refers to a member that is not there");
    }
    return for_each("SELECT family, member, op, was, now FROM edit ORDER BY family, member, n",
                    "an edit", [&](Columns& columns) {
                      const auto family = columns.index<std::size_t>(pile_.families.size());
                      if (!columns.ok()) return false;
                      auto& members = pile_.families[family].members;
                      const auto member = columns.index<std::size_t>(members.size());
                      if (!columns.ok()) return false;
                      WordEdit& edit = members[member].edits.emplace_back();
                      edit.op = columns.text();
                      edit.was = columns.text();
                      edit.now = columns.text();
                      return true;
                    });
  }

  [[nodiscard]] Result<void> read_reuse() {
    FABULA_TRY_VOID(for_each(
        "SELECT id, a_article, a_begin, a_end, b_article, b_begin, b_end, words, aligned_words,"
        " class, direction, because, moved, rule FROM reuse ORDER BY n",
        "a shared passage", [&](Columns& columns) {
          ReuseLink& link = pile_.reuse.emplace_back();
          link.id = columns.text();
          if (!read_span(columns, link.a) || !read_span(columns, link.b)) return false;
          link.words = columns.number<std::uint32_t>();
          link.aligned_words = columns.number<std::uint32_t>();
          link.type = columns.text();
          link.direction = columns.text();
          link.because = columns.text();
          link.moved = columns.number<std::uint8_t>() != 0;
          link.rule = columns.text();
          return true;
        }));
    return for_each(
        "SELECT reuse, op, a_begin, a_end, b_begin, b_end FROM reuse_edit ORDER BY reuse, n",
        "an edit of a shared passage", [&](Columns& columns) {
          const auto link = columns.index<std::size_t>(pile_.reuse.size());
          if (!columns.ok()) return false;
          TextEdit& edit = pile_.reuse[link].edits.emplace_back();
          edit.op = columns.text();
          edit.a = columns.range();
          edit.b = columns.range();
          return pile_.reuse[link].a.range.contains(edit.a) &&
                 pile_.reuse[link].b.range.contains(edit.b);
        });
  }

  [[nodiscard]] Result<void> read_passages() {
    FABULA_TRY_VOID(for_each("SELECT id, lost_source, rule FROM passage ORDER BY n",
                             "a passage of several articles", [&](Columns& columns) {
                               Passage& passage = pile_.passages.emplace_back();
                               passage.id = columns.text();
                               passage.lost_source = columns.number<std::uint8_t>() != 0;
                               passage.rule = columns.text();
                               return true;
                             }));
    FABULA_TRY_VOID(
        for_each("SELECT passage, article, begin, end, standing, from_holder, runner_up, margin,"
                 " because FROM passage_holder ORDER BY passage, n",
                 "a holder of a passage", [&](Columns& columns) {
                   const auto passage = columns.index<std::size_t>(pile_.passages.size());
                   if (!columns.ok()) return false;
                   PassageHolder& holder = pile_.passages[passage].holders.emplace_back();
                   if (!read_span(columns, holder.span)) return false;
                   holder.standing = columns.text();
                   holder.from = columns.number<std::int32_t>();
                   holder.runner_up = columns.number<std::int32_t>();
                   holder.margin = columns.number<std::uint32_t>();
                   const std::vector<std::string> because = columns.texts();
                   holder.because.assign(because.begin(), because.end());
                   return true;
                 }));
    for (const Passage& passage : pile_.passages) {
      const auto leads_somewhere = [&](std::int32_t index) {
        return index == -1 || (index >= 0 && std::cmp_less(index, passage.holders.size()));
      };
      if (!std::ranges::all_of(passage.holders, leads_somewhere, &PassageHolder::from) ||
          !std::ranges::all_of(passage.holders, leads_somewhere, &PassageHolder::runner_up))
        return database_.damaged("a passage refers to a holder that is not there");
    }
    return for_each(
        "SELECT passage, holder, article, begin, end FROM passage_evidence"
        " ORDER BY passage, holder, n",
        "the evidence of a passage", [&](Columns& columns) {
          const auto passage = columns.index<std::size_t>(pile_.passages.size());
          if (!columns.ok()) return false;
          auto& holders = pile_.passages[passage].holders;
          const auto holder = columns.index<std::size_t>(holders.size());
          return columns.ok() && read_span(columns, holders[holder].evidence.emplace_back());
        });
  }

  [[nodiscard]] Result<void> read_news() {
    return for_each(
        "SELECT article, begin, end, label, earlier_article, earlier_begin, earlier_end,"
        " unless_article, unless_begin, unless_end, rule FROM news ORDER BY n",
        "what a sentence adds", [&](Columns& columns) {
          NewsItem& item = pile_.news.emplace_back();
          if (!read_span(columns, item.span)) return false;
          item.label = columns.text();
          for (std::optional<Span>* place : {&item.earlier, &item.unless}) {
            if (columns.next_is_null())
              columns.skip(3);
            else if (!read_span(columns, place->emplace()))
              return false;
          }
          item.rule = columns.text();
          return true;
        });
  }

  [[nodiscard]] Result<void> read_dates() {
    FABULA_TRY_VOID(
        for_each("SELECT article, earliest, latest, likely, grain, edtf FROM article_date",
                 "the day of an article", [&](Columns& columns) {
                   ArticleDate& date = pile_.dates.emplace_back();
                   if (!read_article(columns, date.article)) return false;
                   date.when = columns.when();
                   return true;
                 }));
    std::ranges::sort(pile_.dates, {}, &ArticleDate::article);
    const auto date_of = [&](std::uint32_t article) -> ArticleDate* {
      const auto found = std::ranges::lower_bound(pile_.dates, article, {}, &ArticleDate::article);
      return found == pile_.dates.end() || found->article != article ? nullptr : &*found;
    };
    FABULA_TRY_VOID(
        for_each("SELECT article, proven, because, rule FROM date_step ORDER BY article, n",
                 "a step of a proof", [&](Columns& columns) {
                   std::uint32_t article = 0;
                   if (!read_article(columns, article) || date_of(article) == nullptr) return false;
                   // Those of a guess are behind those of a proof.
                   ArticleDate& date = *date_of(article);
                   std::string end = columns.text();
                   DateStep& step = (end == "likely" ? date.guess : date.steps).emplace_back();
                   step.end = std::move(end);
                   step.because = columns.text();
                   step.rule = columns.text();
                   return true;
                 }));
    FABULA_TRY_VOID(
        for_each("SELECT article, step, words_article, begin, end FROM date_step_words"
                 " ORDER BY article, step, n",
                 "the words of a step", [&](Columns& columns) {
                   std::uint32_t article = 0;
                   if (!read_article(columns, article) || date_of(article) == nullptr) return false;
                   ArticleDate& date = *date_of(article);
                   const std::size_t n_proof = date.steps.size();
                   const auto n = columns.index<std::size_t>(n_proof + date.guess.size());
                   if (!columns.ok()) return false;
                   DateStep& step = n < n_proof ? date.steps[n] : date.guess[n - n_proof];
                   return read_span(columns, step.words.emplace_back());
                 }));
    return for_each(
        "SELECT article, time, earliest, latest, likely, grain, edtf FROM date_time"
        " ORDER BY article, time",
        "what a time means", [&](Columns& columns) {
          std::uint32_t article = 0;
          if (!read_article(columns, article) || date_of(article) == nullptr) return false;
          InferredTime& inferred = date_of(article)->times.emplace_back();
          inferred.time = columns.index<std::int32_t>(pile_.articles[article].times.size());
          inferred.when = columns.when();
          return columns.ok();
        });
  }

  [[nodiscard]] Result<void> read_copies() {
    FABULA_TRY_VOID(for_each("SELECT id FROM copy_group ORDER BY n", "a group of copies",
                             [&](Columns& columns) {
                               pile_.copies.emplace_back().id = columns.text();
                               return true;
                             }));
    return for_each("SELECT copy_group, article FROM copy_member ORDER BY copy_group, n", "a copy",
                    [&](Columns& columns) {
                      const auto group = columns.index<std::size_t>(pile_.copies.size());
                      return columns.ok() &&
                             read_article(columns, pile_.copies[group].articles.emplace_back());
                    });
  }

  [[nodiscard]] Result<void> read_stories() {
    FABULA_TRY_VOID(for_each("SELECT id, central, n_origins FROM story ORDER BY n", "a story",
                             [&](Columns& columns) {
                               Story& story = pile_.stories.emplace_back();
                               story.id = columns.text();
                               if (!read_article(columns, story.central)) return false;
                               story.n_origins = columns.number<std::uint32_t>();
                               return true;
                             }));
    FABULA_TRY_VOID(
        for_each("SELECT story, article, most_alike, because, rule FROM story_article"
                 " ORDER BY story, n",
                 "an article of a story", [&](Columns& columns) {
                   const auto story = columns.index<std::size_t>(pile_.stories.size());
                   if (!columns.ok()) return false;
                   Membership& member = pile_.stories[story].members.emplace_back();
                   if (!read_article(columns, member.article)) return false;
                   std::uint32_t like = 0;
                   if (columns.next_is_null())
                     columns.skip(1);
                   else if (!read_article(columns, like))
                     return false;
                   else
                     member.like = static_cast<std::int32_t>(like);
                   member.because = columns.text();
                   member.rule = columns.text();
                   return true;
                 }));
    return for_each(
        "SELECT story, member, words_article, begin, end FROM story_words"
        " ORDER BY story, member, n",
        "the words of an article of a story", [&](Columns& columns) {
          const auto story = columns.index<std::size_t>(pile_.stories.size());
          if (!columns.ok()) return false;
          auto& members = pile_.stories[story].members;
          const auto member = columns.index<std::size_t>(members.size());
          return columns.ok() && read_span(columns, members[member].words.emplace_back());
        });
  }

  [[nodiscard]] Result<void> read_events() {
    FABULA_TRY_VOID(for_each(
        "SELECT id, earliest, latest, likely, grain, edtf, article, begin, end, n_articles,"
        " n_origins, status, because, rule FROM event ORDER BY n",
        "an event", [&](Columns& columns) {
          Event& event = pile_.events.emplace_back();
          event.id = columns.text();
          event.when = columns.when();
          if (!read_span(columns, event.line)) return false;
          event.n_articles = columns.number<std::uint32_t>();
          event.n_origins = columns.number<std::uint32_t>();
          event.status = columns.named<EventStatus>();
          event.because = columns.texts();
          event.rule = columns.text();
          return true;
        }));
    FABULA_TRY_VOID(for_each(
        "SELECT event, article, begin, end FROM telling ORDER BY event, n", "a telling of an event",
        [&](Columns& columns) {
          const auto event = columns.index<std::size_t>(pile_.events.size());
          return columns.ok() && read_span(columns, pile_.events[event].tellings.emplace_back());
        }));
    return for_each("SELECT event, person FROM event_person ORDER BY event, person",
                    "a person of an event", [&](Columns& columns) {
                      const auto event = columns.index<std::size_t>(pile_.events.size());
                      const auto person = columns.index<std::uint32_t>(pile_.people.size());
                      if (!columns.ok()) return false;
                      pile_.events[event].people.push_back(person);
                      return true;
                    });
  }

  [[nodiscard]] Result<void> read_disagreements() {
    FABULA_TRY_VOID(for_each("SELECT id, about, kind, because, rule FROM disagreement ORDER BY n",
                             "a disagreement", [&](Columns& columns) {
                               Disagreement& record = pile_.disagreements.emplace_back();
                               record.id = columns.text();
                               record.about = columns.text();
                               record.kind = columns.text();
                               record.because = columns.text();
                               record.rule = columns.text();
                               return true;
                             }));
    const auto record_in = [&](Columns& columns) -> Disagreement* {
      const auto n = columns.index<std::size_t>(pile_.disagreements.size());
      return columns.ok() ? &pile_.disagreements[n] : nullptr;
    };
    FABULA_TRY_VOID(
        for_each("SELECT disagreement, article, begin, end FROM disagreement_evidence"
                 " ORDER BY disagreement, n",
                 "the evidence of a disagreement", [&](Columns& columns) {
                   Disagreement* record = record_in(columns);
                   return record != nullptr && read_span(columns, record->evidence.emplace_back());
                 }));
    FABULA_TRY_VOID(
        for_each("SELECT disagreement, value, earliest, latest, likely, grain, edtf, n_origins"
                 " FROM disagreement_value ORDER BY disagreement, n",
                 "a value of a disagreement", [&](Columns& columns) {
                   Disagreement* record = record_in(columns);
                   if (record == nullptr) return false;
                   DisagreeingValue& value = record->values.emplace_back();
                   value.value = columns.text();
                   value.as_of = columns.when();
                   value.n_origins = columns.number<std::uint32_t>();
                   return true;
                 }));
    return for_each(
        "SELECT disagreement, value, article, begin, end, said_begin, said_end, earliest, latest,"
        " likely, grain, edtf FROM disagreement_telling ORDER BY disagreement, value, n",
        "a telling of a disagreement", [&](Columns& columns) {
          Disagreement* record = record_in(columns);
          if (record == nullptr) return false;
          const auto value = columns.index<std::size_t>(record->values.size());
          if (!columns.ok()) return false;
          ValueTelling& telling = record->values[value].tellings.emplace_back();
          if (!read_span(columns, telling.words)) return false;
          if (const auto said_by = columns.optional_range()) {
            if (!is_inside(*said_by, pile_.articles[telling.words.article].article.text.size()))
              return false;
            telling.said_by = Span{telling.words.article, *said_by};
          }
          telling.as_of = columns.when();
          return true;
        });
  }

  [[nodiscard]] Result<void> read_left_out() {
    FABULA_TRY_VOID(for_each("SELECT source, code, what, place, hint FROM left_out",
                             "a left out input", [&](Columns& columns) {
                               LeftOut& left_out = pile_.left_out.emplace_back();
                               left_out.source = columns.text();
                               left_out.error.code = errc_from_name(columns.view());
                               left_out.error.what = columns.text();
                               left_out.error.where = columns.text();
                               left_out.error.hint = columns.text();
                               return true;
                             }));
    std::ranges::sort(pile_.left_out, [](const LeftOut& x, const LeftOut& y) {
      return is_naturally_before(x.source, y.source);
    });
    return {};
  }

  Database& database_;
  Pile& pile_;
  std::unordered_map<Row, std::uint32_t> index_of_;
};

}  // namespace

Result<void> read_pile_lists(Database& database, std::span<const Row> rows, Pile& pile) {
  return PileReader(database, pile, rows).read();
}

Result<Pile> Store::read_pile() const {
  Database& database = impl_->database();
  FABULA_TRY(const Snapshot snapshot, Snapshot::of(database));
  Pile pile;
  std::vector<Row> rows;
  FABULA_TRY(pile.articles, read_articles(&rows));
  FABULA_TRY_VOID(read_pile_lists(database, rows, pile));
  return pile;
}

}  // namespace fabula::store
