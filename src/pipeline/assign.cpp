#include "pipeline/assign.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "pipeline/annotate.hpp"
#include "story/stories.hpp"
#include "story/stream.hpp"
#include "story/terms.hpp"

namespace fabula::pipeline {
namespace {

constexpr std::size_t kTogether = 256;  // captures that are annotated side by side

class Assigner {
 public:
  Assigner(const Pile& pile, const BuildOptions& options, const Context& context,
           const AssignSink& sink)
      : options_(options), context_(context), sink_(sink) {
    std::vector<std::vector<story::CountedTerm>> terms(pile.articles.size());
    parallel_for(context, terms.size(),
                 [&](std::size_t i) { terms[i] = story::count_terms(pile.articles[i]); });
    for (const auto& counted : terms) stream_.count(counted);
    for (std::uint32_t i = 0; i < pile.stories.size(); ++i) {
      ids_.push_back(pile.stories[i].id);
      for (const Membership& member : pile.stories[i].members) {
        stream_.put(terms[member.article], i);
        stored_.emplace(pile.articles[member.article].article.id, i);
      }
    }
  }

  Result<void> take(Capture&& capture) {
    batch_.push_back(std::move(capture));
    return batch_.size() < kTogether ? Result<void>() : flush();
  }

  Result<void> flush() {
    struct Read {
      std::optional<Result<AnnotatedArticle>> article;
      std::vector<story::CountedTerm> terms;
    };
    std::vector<Read> read(batch_.size());
    parallel_for(context_, batch_.size(), [&](std::size_t i) {
      auto article = extract::extract_article(batch_[i], options_.extract);
      if (!article) {
        read[i].article = tl::unexpected(article.error());
        return;
      }
      read[i].article = annotate(std::move(*article));
      read[i].terms = story::count_terms(**read[i].article);
    });
    std::vector<AssignedArticle> out;
    for (std::size_t i = 0; i < read.size(); ++i) {
      if (!read[i].article) continue;  // a stop was asked for before its turn
      if (*read[i].article) {
        out.push_back(assign(std::move(**read[i].article), read[i].terms));
      } else {
        ++report.n_left_out;
        sink_.left_out({batch_[i].sources.front(), read[i].article->error()});
      }
    }
    report.n_articles += out.size();
    batch_.clear();
    return sink_.assigned(std::move(out));
  }

  AssignReport report;

 private:
  AssignedArticle assign(AnnotatedArticle&& article, std::span<const story::CountedTerm> terms) {
    AssignedArticle out;
    std::uint32_t story = 0;
    if (const auto known = stored_.find(article.article.id); known != stored_.end()) {
      story = known->second;
      out.is_stored = true;
      out.likeness = 1;
    } else {
      const story::Assignment assigned = stream_.assign(terms);
      story = assigned.story;
      out.is_new = assigned.is_new;
      out.likeness = assigned.likeness;
      if (out.is_new) ids_.push_back(story::story_id(article.article));
      // The same article again is in the same story.
      stored_.emplace(article.article.id, story);
      std::vector<story::TermKey> keys = assigned.shared;
      std::ranges::sort(keys);
      const std::vector<Range> places = story::places_of(article, keys);
      for (const story::TermKey key : assigned.shared)
        out.words.push_back(
            places[static_cast<std::size_t>(std::ranges::lower_bound(keys, key) - keys.begin())]);
    }
    out.story = ids_[story];
    out.article = std::move(article.article);
    return out;
  }

  const BuildOptions& options_;
  const Context& context_;
  const AssignSink& sink_;
  story::StoryStream stream_;
  std::vector<std::string> ids_;                           // of stories
  std::unordered_map<std::string, std::uint32_t> stored_;  // article's id → story
  std::vector<Capture> batch_;
};

}  // namespace

Result<AssignReport> assign(const Pile& pile, std::span<const std::string> inputs,
                            const BuildOptions& options, const Context& context,
                            const AssignSink& sink) {
  FABULA_TRY(auto list, read::find_inputs(inputs));
  Assigner assigner(pile, options, context, sink);
  const auto leave_out = [&](LeftOut&& left_out) {
    ++assigner.report.n_left_out;
    sink.left_out(std::move(left_out));
  };
  for (LeftOut& left_out : list.left_out) leave_out(std::move(left_out));
  const read::CaptureSink captures{
      .capture = [&](Capture&& capture) { return assigner.take(std::move(capture)); },
      .left_out = leave_out,
      .consumed = {}};
  FABULA_TRY_VOID(read::read_files(list.files, options.read, context, captures));
  FABULA_TRY_VOID(assigner.flush());
  return assigner.report;
}

}  // namespace fabula::pipeline
