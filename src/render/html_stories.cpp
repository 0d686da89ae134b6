#include "render/html_stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/views.hpp"

namespace fabula::render {
namespace {

// More are no list to choose from. The largest stories stand first.
constexpr std::size_t kMostOffered = 300;
constexpr std::size_t kTitleBytes = 90;

std::string counts_of(const Pile& pile, const Story& story, std::size_t n_lines) {
  std::size_t n_quotes = 0, n_undated = 0;
  for (const Membership& member : story.members) {
    const AnnotatedArticle& a = pile.articles[member.article];
    n_quotes += a.quotes.size();
    n_undated += !has_stated_day(a.article);
  }
  return fmt::format("{} · {} · {} · {} without a stated date",
                     counted(story.members.size(), "articles"), counted(n_lines, "lines"),
                     counted(n_quotes, "quotes"), counted(n_undated, "articles"));
}

}  // namespace

PageStories::PageStories(const Pile& pile, const PileIndex& index) : pile_(pile), index_(index) {
  if (pile.stories.size() > 1)
    offered_ = std::span(pile.stories).first(std::min(kMostOffered, pile.stories.size()));
}

std::vector<std::vector<std::uint32_t>> PageStories::lines_of_each(std::size_t n) const {
  std::vector<std::vector<std::uint32_t>> lines(offered_.size());
  if (offered_.empty()) return lines;
  for (std::uint32_t i = 0; i < std::min(n, pile_.events.size()); ++i) {
    std::set<std::size_t> stories;
    for (const std::uint32_t article : articles_that_tell(pile_.events[i]))
      if (const std::int32_t story = index_.story_of(article); story >= 0)
        stories.insert(static_cast<std::size_t>(story));
    for (const std::size_t story : stories)
      if (story < lines.size()) lines[story].push_back(i);
  }
  return lines;
}

std::string PageStories::attribute(std::span<const std::uint32_t> articles) const {
  if (offered_.empty()) return {};
  std::set<std::int32_t> stories;
  for (const std::uint32_t article : articles) stories.insert(index_.story_of(article));
  stories.erase(-1);
  std::string ids;
  for (const std::int32_t story : stories)
    ids += (ids.empty() ? "" : " ") + pile_.stories[static_cast<std::size_t>(story)].id;
  return fmt::format(" data-story=\"{}\"", ids);
}

std::string PageStories::attribute(std::uint32_t article) const {
  return attribute(std::span(&article, 1));
}

void PageStories::write_choice(std::ostream& out) const {
  if (offered_.empty()) return;
  out << "<p class=\"script-only choice\"><label for=\"story\">Story</label> <select id=\"story\">"
         "<option value=\"\">All "
      << counted(pile_.stories.size(), "stories") << "</option>\n";
  const auto lines = lines_of_each(pile_.events.size());
  for (std::size_t i = 0; i < offered_.size(); ++i) {
    const Story& story = offered_[i];
    const When days = days_of(pile_, story);
    out << "<option value=\"" << story.id << "\" data-counts=\""
        << escape_html(counts_of(pile_, story, lines[i].size())) << "\">"
        << escape_html(one_line(title_label(pile_.articles[story.central].article), kTitleBytes))
        << " – " << counted(story.members.size(), "articles")
        << (days.known() ? ", " + escape_html(when_text(days)) : "") << "</option>\n";
  }
  out << "</select>";
  if (const std::size_t n = pile_.stories.size() - offered_.size(); n > 0)
    out << " <span class=\"meta\">" << n << " smaller ones: fabula stories shows all.</span>";
  out << "</p>\n";
}

void PageStories::write_nothing_here(std::ostream& out) const {
  if (!offered_.empty()) out << "<p class=\"none meta\" hidden>Nothing in the chosen story.</p>\n";
}

bool has_stated_day(const Article& article) {
  return article.published.when.known() && article.published.basis != DateBasis::kInferred;
}

std::vector<std::uint32_t> articles_that_tell(const Event& event) {
  std::vector<std::uint32_t> articles;
  for (const Span& telling : event.tellings) articles.push_back(telling.article);
  return articles;
}

std::vector<std::uint32_t> articles_that_tell(const Disagreement& disagreement) {
  std::vector<std::uint32_t> articles;
  for (const DisagreeingValue& value : disagreement.values)
    for (const ValueTelling& telling : value.tellings) articles.push_back(telling.words.article);
  return articles;
}

std::vector<std::uint32_t> articles_that_hold(const Passage& passage) {
  std::vector<std::uint32_t> articles;
  for (const PassageHolder& holder : passage.holders) articles.push_back(holder.span.article);
  return articles;
}

}  // namespace fabula::render
