// The layers of one article. Sentences, quoted parts and mentions are many and always read whole:
// they are lists in one row. Quotes, times and names are rows.
#include <algorithm>

#include "store/child_rows.hpp"
#include "store/impl.hpp"
#include "store/lists.hpp"
#include "store/records.hpp"
#include "text/utf8.hpp"

namespace fabula::store {
namespace {

constexpr char kInsertLayer[] = "INSERT INTO layer VALUES (?, ?, ?, ?)";
constexpr char kInsertThing[] = "INSERT INTO named_thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kInsertQuote[] =
    "INSERT INTO quote VALUES"
    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kInsertTime[] =
    "INSERT INTO time_expression VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char kLayers[] =
    "SELECT article, sentences, quoted_parts, mentions FROM layer WHERE article BETWEEN ? AND ?"
    " ORDER BY article";
constexpr char kThings[] =
    "SELECT article, name, forms, also, roles, kind, gender, n_mentions FROM named_thing"
    " WHERE row BETWEEN ? AND ? ORDER BY row";
constexpr char kQuotes[] =
    "SELECT article, begin, end, parts, clause, kind, grade, speaker_name, speaker_as, "
    "speaker_thing,"
    " speaker_begin, speaker_end, cue_begin, cue_end, channel_name, channel_begin, channel_end,"
    " earliest, latest, likely, grain, edtf, said_time, inside, rule FROM quote"
    " WHERE row BETWEEN ? AND ? ORDER BY row";
constexpr char kTimes[] =
    "SELECT article, begin, end, type, value, earliest, latest, likely, grain, edtf, anchor,"
    " alternatives, rule FROM time_expression WHERE row BETWEEN ? AND ? ORDER BY row";

// Bits of a quoted part's flags, the last number of its list.
enum : unsigned { kSingle = 1, kContinues = 2, kRepaired = 4 };

// Refuses what no reader could follow: ranges outside the text, records without a rule, references
// that lead nowhere.
class LayerCheck {
 public:
  explicit LayerCheck(const AnnotatedArticle& annotated) : annotated_(annotated) {}
  [[nodiscard]] bool holds() const {
    const auto& [article, segmentation, names, quotes, times] = annotated_;
    return std::ranges::all_of(segmentation.sentences,
                               [&](const Sentence& sentence) {
                                 return inside(sentence.range) &&
                                        sentence.paragraph < article.paragraphs.size();
                               }) &&
           std::ranges::all_of(segmentation.quoted,
                               [&](const QuotedPart& part) {
                                 return inside(part.outer) && inside(part.inner) &&
                                        part.paragraph < article.paragraphs.size() &&
                                        none_or_below(part.parent, segmentation.quoted.size());
                               }) &&
           std::ranges::all_of(names.mentions,
                               [&](const Mention& mention) {
                                 return inside(mention.range) &&
                                        mention.thing < names.things.size() &&
                                        !mention.rule.empty();
                               }) &&
           std::ranges::all_of(quotes, [&](const Quote& quote) { return holds(quote); }) &&
           std::ranges::all_of(times, [&](const TimeExpression& time) {
             return inside(time.range) && !time.rule.empty();
           });
  }

 private:
  [[nodiscard]] bool inside(Range range) const {
    const std::string& text = annotated_.article.text;
    return range.begin <= range.end && range.end <= text.size() &&
           text::is_boundary(text, range.begin) && text::is_boundary(text, range.end);
  }
  [[nodiscard]] static bool none_or_below(std::int32_t index, std::size_t size) {
    return index == -1 || (index >= 0 && std::cmp_less(index, size));
  }
  [[nodiscard]] bool holds(const Quote& quote) const {
    return inside(quote.range) && !quote.parts.empty() && !quote.rule.empty() &&
           std::ranges::all_of(quote.parts, [&](Range part) { return inside(part); }) &&
           (!quote.cue || inside(*quote.cue)) && (!quote.channel || inside(quote.channel->range)) &&
           (!quote.speaker ||
            (inside(quote.speaker->range) &&
             none_or_below(quote.speaker->thing, annotated_.names.things.size()))) &&
           none_or_below(quote.inside, annotated_.quotes.size());
  }
  const AnnotatedArticle& annotated_;
};

std::string sentence_list(const Segmentation& segmentation) {
  ListWriter list;
  list.open();
  for (const Sentence& sentence : segmentation.sentences) {
    list.open();
    list.range(sentence.range);
    list.number(sentence.paragraph);
    list.close();
  }
  list.close();
  return list.written();
}

std::string quoted_part_list(const Segmentation& segmentation) {
  ListWriter list;
  list.open();
  for (const QuotedPart& part : segmentation.quoted) {
    list.open();
    list.range(part.outer);
    list.range(part.inner);
    list.number(part.paragraph);
    list.number(part.parent);
    list.number((part.is_single ? kSingle : 0U) | (part.continues ? kContinues : 0U) |
                (part.is_repaired ? kRepaired : 0U));
    list.close();
  }
  list.close();
  return list.written();
}

std::string mention_list(const Names& names) {
  ListWriter list;
  list.open();
  for (const Mention& mention : names.mentions) {
    list.open();
    list.range(mention.range);
    list.number(mention.thing);
    list.text(mention.rule);
    list.close();
  }
  list.close();
  return list.written();
}

Result<void> insert_things(Database& database, Row row, const Names& names) {
  for (std::size_t i = 0; i < names.things.size(); ++i) {
    const NamedThing& thing = names.things[i];
    FABULA_TRY_VOID(database.run(kInsertThing, record_row(row, i), thing.name,
                                 list_of_texts(thing.forms), list_of_texts(thing.also),
                                 list_of_texts(thing.roles), text_of(thing.kind),
                                 text_of(thing.gender), thing.n_mentions));
  }
  return {};
}

Result<void> insert_quotes(Database& database, Row row, const AnnotatedArticle& annotated) {
  for (std::size_t i = 0; i < annotated.quotes.size(); ++i) {
    const Quote& quote = annotated.quotes[i];
    std::optional<std::string> name, as, channel;
    std::optional<std::int32_t> thing;
    std::optional<Range> speaker_range, channel_range;
    if (quote.speaker) {
      name = quote.speaker->name;
      as = quote.speaker->as;
      thing = quote.speaker->thing;
      speaker_range = quote.speaker->range;
    }
    if (quote.channel) {
      channel = quote.channel->name;
      channel_range = quote.channel->range;
    }
    FABULA_TRY_VOID(database.run(
        kInsertQuote, record_row(row, i), quote_id(annotated.article, quote), quote.range,
        list_of_ranges(quote.parts), list_of_ranges(quote.clause), text_of(quote.kind),
        text_of(quote.grade), name, as, thing, speaker_range, quote.cue, channel, channel_range,
        WhenColumns(quote.said), quote.said_time, quote.inside, quote.rule));
  }
  return {};
}

Result<void> insert_times(Database& database, Row row, const AnnotatedArticle& annotated) {
  for (std::size_t i = 0; i < annotated.times.size(); ++i) {
    const TimeExpression& time = annotated.times[i];
    FABULA_TRY_VOID(database.run(kInsertTime, record_row(row, i), time_id(annotated.article, time),
                                 time.range, text_of(time.type), time.value, WhenColumns(time.when),
                                 time.anchor, list_of_texts(time.alternatives), time.rule));
  }
  return {};
}

// Drops the layers of articles [first, last].
Result<void> delete_layers(Database& database, Row first, Row last) {
  const std::int64_t from = record_row(first, 0);
  const std::int64_t to = record_row(last + 1, 0) - 1;
  FABULA_TRY_VOID(unindex_quotes(database, from, to));
  FABULA_TRY_VOID(database.run("DELETE FROM layer WHERE article BETWEEN ? AND ?", first, last));
  FABULA_TRY_VOID(database.run("DELETE FROM named_thing WHERE row BETWEEN ? AND ?", from, to));
  FABULA_TRY_VOID(database.run("DELETE FROM quote WHERE row BETWEEN ? AND ?", from, to));
  return database.run("DELETE FROM time_expression WHERE row BETWEEN ? AND ?", from, to);
}

bool read_sentences(std::string_view text, const Article& article, Segmentation& out) {
  ListReader list(text);
  bool ok = true;
  list.open();
  while (list.more()) {
    Sentence& sentence = out.sentences.emplace_back();
    list.open();
    sentence.range = list.range();
    sentence.paragraph = list.number<std::uint32_t>();
    list.close();
    ok = ok && is_inside(sentence.range, article.text.size()) &&
         sentence.paragraph < article.paragraphs.size();
  }
  return ok && list.ok();
}

bool read_quoted_parts(std::string_view text, const Article& article, Segmentation& out) {
  ListReader list(text);
  bool ok = true;
  list.open();
  while (list.more()) {
    QuotedPart& part = out.quoted.emplace_back();
    list.open();
    part.outer = list.range();
    part.inner = list.range();
    part.paragraph = list.number<std::uint32_t>();
    part.parent = list.number<std::int32_t>();
    const auto flags = list.number<unsigned>();
    list.close();
    part.is_single = (flags & kSingle) != 0;
    part.continues = (flags & kContinues) != 0;
    part.is_repaired = (flags & kRepaired) != 0;
    ok = ok && is_inside(part.outer, article.text.size()) &&
         is_inside(part.inner, article.text.size()) && part.paragraph < article.paragraphs.size() &&
         part.parent >= -1;
  }
  for (const QuotedPart& part : out.quoted)
    ok = ok && std::cmp_less(part.parent + 1, out.quoted.size() + 1);
  return ok && list.ok();
}

// Names::things are read before.
bool read_mentions(std::string_view text, const Article& article, Names& out) {
  ListReader list(text);
  bool ok = true;
  list.open();
  while (list.more()) {
    Mention& mention = out.mentions.emplace_back();
    list.open();
    mention.range = list.range();
    mention.thing = list.number<std::uint32_t>();
    mention.rule = list.text();
    list.close();
    ok = ok && is_inside(mention.range, article.text.size()) && mention.thing < out.things.size();
  }
  return ok && list.ok();
}

bool read_thing(const Query& query, NamedThing& thing) {
  Columns columns(query, 0, 1);
  thing.name = columns.text();
  thing.forms = columns.texts();
  thing.also = columns.texts();
  thing.roles = columns.texts();
  thing.kind = columns.named<NameKind>();
  thing.gender = columns.named<Gender>();
  thing.n_mentions = columns.number<std::uint32_t>();
  return columns.ok();
}

bool read_quote(const Query& query, const AnnotatedArticle& annotated, Quote& quote) {
  Columns columns(query, annotated.article.text.size(), 1);
  quote.range = columns.range();
  quote.parts = columns.ranges();
  quote.clause = columns.ranges();
  quote.kind = columns.named<QuoteKind>();
  quote.grade = columns.named<Grade>();
  if (columns.next_is_null()) {
    columns.skip(5);
  } else {
    Speaker& speaker = quote.speaker.emplace();
    speaker.name = columns.text();
    speaker.as = columns.text();
    speaker.thing = columns.index_or_none(annotated.names.things.size());
    speaker.range = columns.range();
  }
  quote.cue = columns.optional_range();
  if (columns.next_is_null()) {
    columns.skip(3);
  } else {
    Channel& channel = quote.channel.emplace();
    channel.name = columns.text();
    channel.range = columns.range();
  }
  quote.said = columns.when();
  quote.said_time = columns.index_or_none(std::numeric_limits<std::int32_t>::max());
  quote.inside = columns.index_or_none(std::numeric_limits<std::int32_t>::max());
  quote.rule = columns.text();
  return columns.ok() && !quote.parts.empty();
}

bool read_time(const Query& query, const Article& article, TimeExpression& time) {
  Columns columns(query, article.text.size(), 1);
  time.range = columns.range();
  time.type = columns.named<TimeType>();
  time.value = columns.text();
  time.when = columns.when();
  time.anchor = columns.text();
  time.alternatives = columns.texts();
  time.rule = columns.text();
  return columns.ok();
}

}  // namespace

Result<void> read_layer_rows(Database& database, std::span<const Row> rows,
                             std::span<AnnotatedArticle> articles) {
  if (rows.empty()) return {};
  const std::int64_t from = record_row(rows.front(), 0);
  const std::int64_t to = record_row(rows.back() + 1, 0) - 1;
  FABULA_TRY(ChildRows layers, ChildRows::of(database, kLayers, rows.front(), rows.back()));
  FABULA_TRY(ChildRows things, ChildRows::of(database, kThings, from, to));
  FABULA_TRY(ChildRows quotes, ChildRows::of(database, kQuotes, from, to));
  FABULA_TRY(ChildRows times, ChildRows::of(database, kTimes, from, to));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    AnnotatedArticle& annotated = articles[i];
    const Article& article = annotated.article;
    FABULA_TRY_VOID(things.for_each(rows[i], [&](const Query& query) {
      return read_thing(query, annotated.names.things.emplace_back());
    }));
    FABULA_TRY_VOID(layers.for_each(rows[i], [&](const Query& query) {
      return read_sentences(query.text(1), article, annotated.segmentation) &&
             read_quoted_parts(query.text(2), article, annotated.segmentation) &&
             read_mentions(query.text(3), article, annotated.names);
    }));
    FABULA_TRY_VOID(quotes.for_each(rows[i], [&](const Query& query) {
      return read_quote(query, annotated, annotated.quotes.emplace_back());
    }));
    for (const Quote& quote : annotated.quotes)
      if (std::cmp_greater_equal(quote.inside + 1, annotated.quotes.size() + 1))
        return database.damaged("a quote stands inside one that is not there");
    FABULA_TRY_VOID(times.for_each(rows[i], [&](const Query& query) {
      return read_time(query, article, annotated.times.emplace_back());
    }));
  }
  if (!layers.done() || !things.done() || !quotes.done() || !times.done())
    return database.damaged("a record belongs to no article");
  return {};
}

Result<void> Store::set_learned_roles(Row article, std::span<const RoleOverride> roles) {
  Database& database = impl_->database();
  FABULA_TRY(const auto before, learned_roles(article));
  if (std::ranges::equal(before, roles)) return {};
  FABULA_TRY_VOID(delete_layers(database, article, article));
  FABULA_TRY_VOID(database.run("DELETE FROM learned_role WHERE article = ?", article));
  for (const RoleOverride& role : roles)
    FABULA_TRY_VOID(database.run("INSERT INTO learned_role VALUES (?, ?, ?, ?)", article,
                                 role.paragraph, text_of(role.role), role.rule));
  return {};
}

Result<void> Store::put_layers(Row article, const AnnotatedArticle& annotated) {
  Database& database = impl_->database();
  if (!LayerCheck(annotated).holds())
    return fail(Errc::kInternal,
                "a record of article '" + annotated.article.id +
                    "' has no rule, or a range or reference that leads nowhere",
                database.path());
  FABULA_TRY_VOID(delete_layers(database, article, article));
  FABULA_TRY_VOID(database.run(kInsertLayer, article, sentence_list(annotated.segmentation),
                               quoted_part_list(annotated.segmentation),
                               mention_list(annotated.names)));
  FABULA_TRY_VOID(insert_things(database, article, annotated.names));
  FABULA_TRY_VOID(insert_quotes(database, article, annotated));
  return insert_times(database, article, annotated);
}

Result<void> Store::drop_layers() { return delete_layers(impl_->database(), 0, kLastRow); }

}  // namespace fabula::store
