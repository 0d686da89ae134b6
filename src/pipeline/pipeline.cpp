#include "pipeline/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pipeline/annotate.hpp"
#include "pipeline/intake.hpp"
#include "pipeline/work_out.hpp"
#include "timeline/news.hpp"

namespace fabula::pipeline {
namespace {

// Part of the key of all layers: raise it when a stage's code gives other results, so that stores
// of earlier versions are annotated again instead of mixing two versions.
constexpr std::string_view kLayersVersion = "13";
// Articles a commit while annotating: large enough that commits cost nothing, small enough that a
// kill loses well under a second of work.
constexpr std::size_t kArticlesPerCommit = 512;

Error interrupted() {
  return {Errc::kInterrupted,
          "stopped; what was finished is kept",
          {},
          "give the same command again to go on"};
}

std::string extract_key(const extract::ExtractOptions& options) {
  return fmt::format("paragraph-break='{}'", options.paragraph_break);
}

// The options that shaped the stored articles must be those of this run.
Result<void> check_options(store::Store& store, const BuildOptions& options) {
  FABULA_TRY(auto facts, store.facts());
  const std::string key = extract_key(options.extract);
  if (const auto found = facts.find("extract"); found != facts.end() && found->second != key)
    return fail(Errc::kUsage,
                fmt::format("the store was built with other options ({})", found->second), {},
                "use the same options, or build a new store");
  FABULA_TRY_VOID(store.begin());
  FABULA_TRY_VOID(store.set_fact("extract", key));
  if (const auto found = facts.find("layers");
      found == facts.end() || found->second != kLayersVersion) {
    FABULA_TRY_VOID(store.drop_layers());
    FABULA_TRY_VOID(store.set_fact("layers", kLayersVersion));
    FABULA_TRY_VOID(store.set_fact("state", "building"));
  }
  return store.commit();
}

// The articles of a store, in the pile's order.
struct Articles {
  std::vector<AnnotatedArticle> articles;
  std::vector<store::Row> rows;  // of each
};

// Furniture that only shows when all articles of an outlet lie side by side: `all` has the roles of
// extraction, then those. An article that has other ones than before loses its layers.
Result<void> learn_roles(store::Store& store, Articles& all, const Context& context) {
  std::vector<const Article*> pointers;
  pointers.reserve(all.articles.size());
  for (const AnnotatedArticle& a : all.articles) pointers.push_back(&a.article);
  const auto learned = extract::learn_roles(pointers, context);
  FABULA_TRY_VOID(store.begin());
  auto next = learned.begin();
  for (std::uint32_t i = 0; i < all.rows.size(); ++i) {
    std::vector<store::RoleOverride> roles;
    for (; next != learned.end() && next->article == i; ++next) {
      Paragraph& paragraph = all.articles[i].article.paragraphs[next->paragraph];
      paragraph.role = next->role;
      paragraph.rule = next->rule;
      roles.push_back({next->paragraph, next->role, next->rule});
    }
    FABULA_TRY(const auto before, store.learned_roles(all.rows[i]));
    if (before != roles) FABULA_TRY_VOID(store.set_learned_roles(all.rows[i], roles));
  }
  return store.commit();
}

// Indexes of the articles that the store holds no layers of, in the order of their rows: that is
// how they are written fastest.
Result<std::vector<std::uint32_t>> find_bare(const store::Store& store,
                                             std::span<const store::Row> rows) {
  std::unordered_map<store::Row, std::uint32_t> index_of;
  for (std::uint32_t i = 0; i < rows.size(); ++i) index_of.emplace(rows[i], i);
  FABULA_TRY(const auto bare_rows, store.articles_without_layers());
  std::vector<std::uint32_t> bare;
  bare.reserve(bare_rows.size());
  for (const store::Row row : bare_rows) bare.push_back(index_of.at(row));
  return bare;
}

Result<void> put_batch(store::Store& store, const Articles& all,
                       std::span<const std::uint32_t> batch) {
  if (batch.empty()) return {};
  FABULA_TRY_VOID(store.begin());
  for (const std::uint32_t i : batch)
    FABULA_TRY_VOID(store.put_layers(all.rows[i], all.articles[i]));
  return store.commit();
}

// Articles that have no layers get them. While a batch is annotated the one before is written.
Result<void> annotate_articles(store::Store& store, Articles& all, const Context& context) {
  FABULA_TRY(const auto bare, find_bare(store, all.rows));
  if (bare.empty()) return {};
  if (context.progress) context.progress->begin("annotate", bare.size(), "articles");
  std::uint64_t n_quotes = 0;
  std::span<const std::uint32_t> rest = bare;
  std::span<const std::uint32_t> done;  // annotated, not yet written
  while (!rest.empty() || !done.empty()) {
    const auto batch = rest.first(std::min(kArticlesPerCommit, rest.size()));
    rest = rest.subspan(batch.size());
    Result<void> written;
    {
      const std::jthread keeper([&] { written = put_batch(store, all, done); });
      parallel_for(context, batch.size(), [&](std::size_t i) {
        AnnotatedArticle& article = all.articles[batch[i]];
        article = annotate(std::move(article.article));
        shrink(article);
      });
    }
    if (!written) return written;
    if (context.stop.stop_requested()) return tl::unexpected(interrupted());
    if (context.progress) context.progress->advance(done.size());
    for (const std::uint32_t i : batch) n_quotes += all.articles[i].quotes.size();
    done = batch;
  }
  if (context.progress) context.progress->end(fmt::format("{} quotes", n_quotes));
  return {};
}

// What a user wants to know first, as facts of the store: "count.events", "note", ...
Result<void> set_counts(store::Store& store, const Pile& pile) {
  std::unordered_set<std::string_view> outlets;
  std::unordered_set<std::string_view> speakers;
  std::uint64_t n_stated = 0, n_inferred = 0, n_noted = 0, n_quotes = 0;
  std::string note;
  for (const AnnotatedArticle& a : pile.articles) {
    if (!a.article.outlet.empty()) outlets.insert(a.article.outlet);
    n_stated += a.article.published.basis == DateBasis::kStated;
    n_inferred += a.article.published.basis == DateBasis::kInferred;
    n_noted += !a.article.content_notes.empty();
    if (note.empty() && !a.article.content_notes.empty())
      note = words_of(a.article.text, a.article.content_notes.front());
    n_quotes += a.quotes.size();
    for (const Quote& q : a.quotes)
      if (q.speaker) speakers.insert(q.speaker->name);
  }
  const std::pair<std::string_view, std::uint64_t> counts[] = {
      {"count.outlets", outlets.size()},
      {"count.stated", n_stated},
      {"count.inferred", n_inferred},
      {"count.undated", pile.articles.size() - n_stated - n_inferred},
      {"count.noted", n_noted},
      {"count.quotes", n_quotes},
      {"count.speakers", speakers.size()},
      {"count.stories", pile.stories.size()},
      {"count.events", pile.events.size()},
      {"count.passages", pile.reuse.size()},
  };
  for (const auto& [name, n] : counts) FABULA_TRY_VOID(store.set_fact(name, std::to_string(n)));
  return store.set_fact("note", note);
}

// What the store can do while the story is worked out; see Store::digest_articles.
Result<std::string> index_articles(store::Store& store) {
  FABULA_TRY_VOID(store.begin());
  FABULA_TRY_VOID(store.index_texts());
  FABULA_TRY_VOID(store.commit());
  return store.digest_articles();
}

// Gives the hash so far; see Store::digest_pile.
Result<std::string> put_events(store::Store& store, const Pile& pile,
                               std::span<const store::Row> rows, std::string digest) {
  FABULA_TRY_VOID(store.put_events(pile, rows));
  return store.digest_pile(std::move(digest));
}

// Everything across articles, from the layers of all of them.
Result<void> work_out_pile(store::Store& store, Articles&& all, const BuildOptions& options,
                           const Context& context) {
  if (context.progress) context.progress->begin("story", kSteps + 2, "steps");
  const std::function<void()> step_done = [&] {
    if (context.progress) context.progress->advance(1);
  };
  Pile pile;
  pile.articles = std::move(all.articles);
  // The store is in one hand at a time: the texts are indexed while articles are linked, the links
  // are written while events are told, events while it is found what is new.
  Result<std::string> digest;
  Result<Linked> linked;
  {
    const std::jthread indexer([&] { digest = index_articles(store); });
    linked = link_articles(pile, options.reuse, context, step_done);
  }
  if (!linked) return tl::unexpected(linked.error());
  if (!digest) return tl::unexpected(digest.error());
  if (context.stop.stop_requested()) return tl::unexpected(interrupted());
  FABULA_TRY_VOID(store.begin());
  Result<void> links_written;
  {
    const std::jthread keeper([&] { links_written = store.put_links(pile, all.rows); });
    tell_events(pile, std::move(*linked), context, step_done);
  }
  if (!links_written) return links_written;
  Result<std::string> written;
  {
    const std::jthread keeper([&] { written = put_events(store, pile, all.rows, *digest); });
    pile.news = timeline::find_news(pile, {context.threads, {}, nullptr});
  }
  if (!written) return tl::unexpected(written.error());
  step_done();
  FABULA_TRY_VOID(store.put_news(pile.news, all.rows));
  FABULA_TRY_VOID(set_counts(store, pile));
  const std::string note =
      fmt::format("{} lines, {} shared passages", pile.events.size(), pile.reuse.size());
  // What is stored is needed no more: millions of small things, given back meanwhile.
  const std::jthread cleaner([&] { pile = {}; });
  FABULA_TRY_VOID(store.complete(std::move(*written)));
  FABULA_TRY_VOID(store.commit());
  step_done();
  if (context.progress) context.progress->end(note);
  return {};
}

}  // namespace

Result<BuildReport> build(store::Store& store, std::span<const std::string> inputs,
                          const BuildOptions& options, const Context& context) {
  FABULA_TRY_VOID(check_options(store, options));
  FABULA_TRY(BuildReport report, take_in(store, inputs, options, context));
  if (report.n_articles == 0)
    return fail(Errc::kNothingRead, "no article among the inputs", {},
                "run 'fabula doctor' on them to see what was found and why it was left out");
  FABULA_TRY(const auto facts, store.facts());
  const auto state = facts.find("state");
  if (state != facts.end() && state->second == "complete") return report;  // nothing has changed
  Articles all;
  FABULA_TRY(all.articles, store.read_articles(&all.rows, store::Store::Roles::kExtracted));
  FABULA_TRY_VOID(learn_roles(store, all, context));
  FABULA_TRY_VOID(annotate_articles(store, all, context));
  FABULA_TRY_VOID(work_out_pile(store, std::move(all), options, context));
  return report;
}

}  // namespace fabula::pipeline
