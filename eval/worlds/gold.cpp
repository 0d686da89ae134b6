#include "worlds/gold.hpp"

#include <string_view>

#include "worlds/json.hpp"
#include "worlds/story_gold.hpp"

namespace fabula::worlds {
namespace {

std::string_view name_of(Locale locale) { return locale == Locale::kBritish ? "en-GB" : "en-US"; }

void put_evidence(Json& json, const WorldArticle& article) {
  put_list(json, "evidence", article.evidence, [&](const Evidence& evidence) {
    json.put("begin", std::int64_t{evidence.range.begin});
    json.put("end", std::int64_t{evidence.range.end});
    json.put("kind", name_of(evidence.kind));
    json.put("words", words_of(article.text, evidence.range));
    json.put("person", evidence.person);
    json.put_number("event", evidence.event);
    json.put_number("other", evidence.other);
    json.put("day", evidence.day);
    if (evidence.number != 0) json.put("number", std::int64_t{evidence.number});
    json.put("earliest", evidence.earliest);
    json.put("latest", evidence.latest);
    if (evidence.is_wrong) json.put("wrong", std::int64_t{1});
  });
}

}  // namespace

std::string articles_as_json_lines(const World& world) {
  std::string lines;
  for (const WorldArticle& article : world.articles) {
    Json json;
    json.begin('{');
    json.put("id", article.id);
    json.put("outlet", world.outlets[article.outlet].name);
    json.put("title", article.title);
    json.put("published", article.stated);
    json.put("language", name_of(world.outlets[article.outlet].locale));
    json.put("text", article.text);
    json.end('}');
    lines += json.take();
    lines += '\n';
  }
  return lines;
}

std::string gold_as_json(const World& world, const WorldOptions& options) {
  Json json;
  json.begin('{');
  json.put("seed", static_cast<std::int64_t>(options.seed));
  json.put("paraphrase_set", std::int64_t{options.paraphrase_set});
  json.put("town", world.town);
  json.put("married", world.married);
  json.put("due", world.due);
  std::size_t role = 0;
  put_list(json, "people", world.people, [&](const Person& person) {
    json.put("role", static_cast<Role>(role++));
    json.put("name", person.first + " " + person.last);
    json.put("sex", person.sex == Sex::kFemale ? "female" : "male");
    json.put("born", person.born);
    json.put("died", person.died);
    json.put("job", person.job);
    json.put("town", person.town);
  });
  put_list(json, "offices", world.offices, [&](const Office& office) {
    json.put("holder", office.holder);
    json.put("begin", office.begin);
    json.put("end", office.end);
  });
  put_list(json, "events", world.events, [&](const Event& event) {
    json.put("kind", traits_of(event.kind).name);
    json.put("day", event.day);
    json.put("announced", event.announced);
    json.put_number("after", event.after);
    json.put("number", std::int64_t{event.number});
    json.put("place", world.places[event.place]);
  });
  put_list(json, "quotes", world.quotes, [&](const Quote& quote) {
    json.put_number("event", quote.event);
    json.put("speaker", quote.speaker);
    json.put("day", quote.day);
    json.put("text", quote.text);
  });
  put_list(json, "articles", world.articles, [&](const WorldArticle& article) {
    json.put("id", article.id);
    json.put("outlet", world.outlets[article.outlet].name);
    json.put("locale", name_of(world.outlets[article.outlet].locale));
    json.put("kind", name_of(article.kind));
    json.put_number("event", article.event);
    if (!article.copy_of.empty()) json.put("copy_of", article.copy_of);
    json.put("day", article.day);
    json.put("stated", article.stated);
    put_evidence(json, article);
    if (options.story != 0) put_sentences(json, world, article);
  });
  if (options.story != 0) put_story(json, world);
  json.end('}');
  json.line();
  return json.take();
}

}  // namespace fabula::worlds
