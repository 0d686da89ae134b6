// The lists whose records live in one article: articles, quotes, times.
#include "render/json_records.hpp"

namespace fabula::render {

void Records::articles(const Emit& emit) const {
  for (std::uint32_t i = 0; i < pile_.articles.size(); ++i) emit(article(i));
}

void Records::quotes(const Emit& emit) const {
  for (std::uint32_t i = 0; i < pile_.articles.size(); ++i)
    for (std::uint32_t k = 0; k < pile_.articles[i].quotes.size(); ++k) emit(quote(i, k));
}

void Records::times(const Emit& emit) const {
  for (std::uint32_t i = 0; i < pile_.articles.size(); ++i) {
    const Article& article = pile_.articles[i].article;
    for (const TimeExpression& t : pile_.articles[i].times) {
      ordered_json record = {{"id", time_id(article, t)}, {"article", article.id}};
      add_range(record, i, t.range);
      record["text"] = words(i, t.range);
      record["type"] = name_of(t.type);
      record["value"] = t.value;
      record["when"] = to_json(t.when);
      record["anchor"] = t.anchor;
      record["alternatives"] = t.alternatives;
      record["rule"] = t.rule;
      emit(std::move(record));
    }
  }
}

ordered_json Records::article(std::uint32_t i) const {
  const Article& a = pile_.articles[i].article;
  ordered_json evidence = ordered_json::array();
  for (const Range r : a.published.evidence) evidence.push_back(span({i, r}));
  ordered_json steps = ordered_json::array();
  const auto add_step = [&](const DateStep& step) {
    ordered_json words = ordered_json::array();
    for (const Span& each : step.words) words.push_back(span(each));
    steps.push_back({{"proves", step.end},
                     {"because", step.because},
                     {"words", std::move(words)},
                     {"rule", step.rule}});
  };
  if (const ArticleDate* date = index_.date_of(i)) {
    for (const DateStep& step : date->steps) {
      add_step(step);
      if (date->is_proven())
        for (const Span& each : step.words) evidence.push_back(span(each));
    }
    for (const DateStep& step : date->guess) add_step(step);
  }
  ordered_json published = to_json(a.published.when);
  published["basis"] = name_of(a.published.basis);
  published["because"] = a.published.because;
  published["evidence"] = std::move(evidence);
  published["steps"] = std::move(steps);

  ordered_json candidates = ordered_json::array();
  for (const DateCandidate& c : a.date_candidates)
    candidates.push_back({{"when", to_json(c.when)},
                          {"origin", c.origin},
                          {"span", c.range.empty() ? ordered_json(nullptr) : span({i, c.range})},
                          {"as", c.as},
                          {"chosen", c.chosen},
                          {"rejected", or_null(c.rejected)}});
  ordered_json notes = ordered_json::array();
  for (const Range r : a.content_notes) notes.push_back(span({i, r}));
  ordered_json paragraphs = ordered_json::array();
  for (const Paragraph& p : a.paragraphs) {
    ordered_json paragraph = range_only(i, p.range);
    paragraph["role"] = name_of(p.role);
    paragraph["rule"] = p.rule;
    paragraphs.push_back(std::move(paragraph));
  }
  const std::int32_t story = index_.story_of(i);
  ordered_json record = {
      {"id", a.id},
      {"source", a.sources.front()},
      {"sources", a.sources},
      {"sha256", a.sha256},
      {"capture_sha256", a.capture_sha256},
      {"url", or_null(a.url)},
      {"outlet", or_null(a.outlet)},
      {"title", or_null(a.title)},
      {"byline", or_null(a.byline)},
      {"language", or_null(a.language)},
      {"published", std::move(published)},
      {"date_candidates", std::move(candidates)},
      {"content_notes", std::move(notes)},
      {"paragraphs", std::move(paragraphs)},
      {"story", story < 0 ? ordered_json(nullptr)
                          : ordered_json(pile_.stories[static_cast<std::size_t>(story)].id)},
      {"extraction",
       {{"source_bytes", a.report.source_bytes},
        {"visible_bytes", a.report.visible_bytes},
        {"kept_bytes", a.report.kept_bytes},
        {"dropped_blocks", a.report.n_dropped_blocks},
        {"doubts", a.report.doubts}}}};
  if (options_.full_text) record["text"] = a.text;
  return record;
}

ordered_json Records::speaker(std::uint32_t i, const Quote& q) const {
  if (!q.speaker) return nullptr;
  const std::int32_t person = q.speaker->person >= 0 || q.speaker->thing < 0
                                  ? q.speaker->person
                                  : index_.person_of(i, q.speaker->thing);
  ordered_json record = {
      {"person", person < 0 ? ordered_json(nullptr)
                            : ordered_json(pile_.people[static_cast<std::size_t>(person)].id)},
      {"name", q.speaker->name},
      {"as", q.speaker->as}};
  add_range(record, i, q.speaker->range);
  return record;
}

ordered_json Records::quote(std::uint32_t i, std::uint32_t k) const {
  const AnnotatedArticle& a = pile_.articles[i];
  const Quote& q = a.quotes[k];
  ordered_json parts = ordered_json::array();
  for (const Range part : q.parts) parts.push_back(range_only(i, part));
  ordered_json clause = ordered_json::array();
  for (const Range piece : q.clause) clause.push_back(range_only(i, piece));
  ordered_json cue = nullptr;
  if (q.cue) {
    cue = {{"text", words(i, *q.cue)}};
    add_range(cue, i, *q.cue);
  }
  ordered_json channel = nullptr;
  if (q.channel) {
    channel = {{"name", q.channel->name}};
    add_range(channel, i, q.channel->range);
  }
  const std::int32_t family = index_.family_of(i, k);
  ordered_json record = {{"id", quote_id(a.article, q)}, {"article", a.article.id}};
  add_range(record, i, q.range);
  record["text"] = words(i, q.range);
  record["kind"] = name_of(q.kind);
  record["parts"] = std::move(parts);
  record["clause"] = std::move(clause);
  record["speaker"] = speaker(i, q);
  record["grade"] =
      q.grade == Grade::kNone ? ordered_json(nullptr) : ordered_json(name_of(q.grade));
  record["cue"] = std::move(cue);
  record["channel"] = std::move(channel);
  record["said"] = to_json(q.said);
  record["inside"] = q.inside < 0 ? ordered_json(nullptr)
                                  : ordered_json(id_of({i, static_cast<std::uint32_t>(q.inside)}));
  record["family"] = family < 0 ? ordered_json(nullptr)
                                : ordered_json(pile_.families[static_cast<std::size_t>(family)].id);
  record["rule"] = q.rule;
  return record;
}

}  // namespace fabula::render
