#include "worlds/story_gold.hpp"

#include <array>

namespace fabula::worlds {
namespace {

std::string_view name_of(Slip::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"number", "day", "age"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string scope_of(const World& world, std::uint32_t figure, bool is_combined) {
  const std::string name(traits_of(world.figures[figure].kind).name);
  return is_combined ? name + "-and-injured" : name;
}

void put_number(Json& json, const World& world, const WorldArticle& article,
                const NumberSaid& number) {
  const Figure& figure = world.figures[number.figure];
  json.put("begin", std::int64_t{number.range.begin});
  json.put("end", std::int64_t{number.range.end});
  json.put("words", words_of(article.text, number.range));
  json.put("event", std::int64_t{figure.event});
  json.put("role", traits_of(figure.kind).name);
  json.put("value", std::int64_t{number.value});
  json.put("unit", traits_of(figure.kind).unit);
  json.put("as_of", std::optional(number.as_of));
  json.put("modifier", worlds::name_of(number.modifier));
  json.put("scope", scope_of(world, number.figure, number.other != kNone));
  json.put("sayer", worlds::name_of(number.sayer));
  if (number.is_former) json.put("former", std::int64_t{1});
  if (number.slip != kNone) json.put("wrong", std::int64_t{1});
}

void put_place(Json& json, std::string_view name, const std::optional<SentencePlace>& place) {
  if (!place) return;
  json.object(name);
  json.put("article", std::int64_t{place->article});
  json.put("sentence", std::int64_t{place->sentence});
  json.end('}');
}

void put_conflicts(Json& json, const World& world, std::string_view name, bool agree) {
  json.list(name);
  for (const Conflict& conflict : world.conflicts) {
    if (conflict.agrees != agree) continue;
    json.begin('{');
    json.put("kind", name_of(conflict.kind));
    json.put_number("event", conflict.event);
    if (conflict.figure != kNone) {
      json.put("role", traits_of(world.figures[conflict.figure].kind).name);
      json.put("scope", scope_of(world, conflict.figure, conflict.is_combined));
    }
    json.put("person", conflict.person);
    if (conflict.is_optional && !agree) json.put("optional", std::int64_t{1});
    put_list(json, "accounts", conflict.accounts, [&](const Conflict::Account& account) {
      json.put("article", std::int64_t{account.article});
      json.put("begin", std::int64_t{account.range.begin});
      json.put("end", std::int64_t{account.range.end});
      json.put("value", account.value);
      if (account.slip != kNone) json.put("wrong", std::int64_t{1});
    });
    json.end('}');
  }
  json.end(']');
  json.line();
}

}  // namespace

void put_sentences(Json& json, const World& world, const WorldArticle& article) {
  json.put("printed", std::int64_t{article.printed});
  put_list(json, "sentences", article.sentences, [&](const StorySentence& sentence) {
    json.put("begin", std::int64_t{sentence.range.begin});
    json.put("end", std::int64_t{sentence.range.end});
    json.put("telling", worlds::name_of(sentence.telling));
    if (!sentence.events.empty()) json.put_number("event", sentence.events.front());
    json.put("novelty", worlds::name_of(sentence.novelty));
    if (!sentence.also.empty()) {
      json.list("also");
      for (const Novelty novelty : sentence.also) json.item(worlds::name_of(novelty));
      json.end(']');
    }
    put_place(json, "earlier", sentence.earlier);
    put_place(json, "corrects", sentence.corrects);
    if (sentence.numbers.empty()) return;
    put_list(json, "numbers", sentence.numbers,
             [&](const NumberSaid& number) { put_number(json, world, article, number); });
  });
}

void put_story(Json& json, const World& world) {
  put_list(json, "figures", world.figures, [&](const Figure& figure) {
    json.put("event", std::int64_t{figure.event});
    json.put("role", traits_of(figure.kind).name);
    json.put("sayer", worlds::name_of(figure.sayer));
    put_list(json, "states", figure.states, [&](const Figure::State& state) {
      json.put("from", std::optional(state.from));
      json.put("value", std::int64_t{state.value});
    });
  });
  put_conflicts(json, world, "conflicts", false);
  put_conflicts(json, world, "agreements", true);
}

}  // namespace fabula::worlds
