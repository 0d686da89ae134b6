#include "worlds/article.hpp"

#include <algorithm>

#include "worlds/article_parts.hpp"

namespace fabula::worlds {
namespace {

constexpr std::uint32_t kLeastParagraphs = 3;
constexpr int kTriesForMore = 4;
constexpr std::uint64_t kOfTitle = 1ULL << 32;  // streams of random numbers

void write_report(const Assignment& job, ArticleParts& parts) {
  news::Random& random = parts.author().random;
  parts.add_lead();
  parts.add_figures();
  parts.add_details();
  parts.add_quote(job.event, Role::kNone);
  if (job.kind == Kind::kNamesake) {
    parts.add_facts(Role::kNamesake);
    return;
  }
  parts.add_background(2);
  if (random.permille(700)) parts.add_life();
  parts.add_outlook();
  if (random.permille(300)) parts.add_background(1);
}

void write_preview(const World& world, const Assignment& job, ArticleParts& parts) {
  parts.add_plan();
  parts.add_background(2);
  parts.add_life();
  parts.add_quote(world.events[job.event].after, Role::kNone);
  parts.add_outlook();
  if (parts.author().random.permille(500)) parts.add_background(1);
}

void write_retrospective(const Assignment& job, ArticleParts& parts) {
  parts.add_look_back();
  parts.add_told();
  parts.add_figures();
  parts.add_details();
  parts.add_quote(job.event, Role::kNone);
  parts.add_life();
  parts.add_background(3);
  if (parts.author().random.permille(600)) parts.add_life();
  parts.add_outlook();
}

void write_profile(const World& world, const Assignment& job, ArticleParts& parts) {
  Author& author = parts.author();
  author.paragraph();
  Topic topic;
  topic.person = job.person;
  author.sentence(author.wording(Fact::kProfile), topic);
  parts.add_facts(job.person);
  parts.add_background(1);
  const auto quote = std::ranges::find_if(world.quotes, [&](const Quote& said) {
    return said.speaker == job.person && said.day < job.day;
  });
  if (quote != world.quotes.end()) parts.add_quote(quote->event, job.person);
  parts.add_background(2);
  if (author.random.permille(500)) parts.add_life();
  parts.add_outlook();
}

std::string write_title(const World& world, const WorldOptions& options,
                        const Assignment& assignment) {
  Author author(world, options, world.outlets[assignment.outlet], assignment.day,
                assignment.stream + kOfTitle);
  Topic topic;
  topic.event = assignment.event;
  topic.person = assignment.person;
  const bool is_told = assignment.kind == Kind::kReport || assignment.kind == Kind::kNamesake;
  std::string_view words;
  if (is_told)
    words = author.wording(world.events[assignment.event].kind, Form::kHead);
  else
    words = author.wording(assignment.kind == Kind::kProfile   ? Frame::kProfileTitle
                           : assignment.kind == Kind::kPreview ? Frame::kPreviewTitle
                                                               : Frame::kRetroTitle);
  author.text().begin_sentence();
  author.words(words, topic);
  return author.text().text();
}

}  // namespace

Draft write_article(const World& world, const WorldOptions& options, const Assignment& assignment) {
  ArticleParts parts(world, options, assignment);
  switch (assignment.kind) {
    case Kind::kPreview:
      write_preview(world, assignment, parts);
      break;
    case Kind::kRetrospective:
      write_retrospective(assignment, parts);
      break;
    case Kind::kProfile:
      write_profile(world, assignment, parts);
      break;
    default:
      write_report(assignment, parts);
  }
  const Text& text = parts.author().text();
  for (int i = 0; i < kTriesForMore && text.n_paragraphs() < kLeastParagraphs; ++i)
    parts.add_life();
  if (options.story == 0)
    return {write_title(world, options, assignment), text.text(), text.evidence(), {}};
  parts.add_correction();
  parts.add_comment();
  return {write_title(world, options, assignment), text.text(), text.evidence(), text.sentences()};
}

}  // namespace fabula::worlds
