#include "quotes/channel.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "quotes/lexicon.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

constexpr auto kPlatforms = std::to_array<std::string_view>(
    {"instagram", "twitter",  "facebook", "tiktok",    "snapchat", "youtube",
     "reddit",    "linkedin", "weibo",    "threads",   "bluesky",  "tumblr",
     "telegram",  "whatsapp", "medium",   "substack",  "patreon",  "periscope",
     "twitch",    "discord",  "mastodon", "pinterest", "myspace",  "vine"});

struct Form {
  std::string_view noun;
  std::string_view name;
};
constexpr auto kForms = std::to_array<Form>({
    {"statement", "statement"},
    {"interview", "interview"},
    {"tweet", "Twitter"},
    {"tweets", "Twitter"},
    {"retweet", "Twitter"},
    {"essay", "essay"},
    {"op-ed", "op-ed"},
    {"editorial", "editorial"},
    {"letter", "letter"},
    {"email", "email"},
    {"e-mail", "email"},
    {"memo", "memo"},
    {"post", "post"},
    {"posts", "post"},
    {"caption", "caption"},
    {"video", "video"},
    {"clip", "video"},
    {"speech", "speech"},
    {"memoir", "memoir"},
    {"book", "book"},
    {"podcast", "podcast"},
    {"blog", "blog"},
    {"note", "note"},
    {"message", "message"},
    {"filing", "court filing"},
    {"lawsuit", "lawsuit"},
    {"testimony", "testimony"},
    {"affidavit", "affidavit"},
    {"livestream", "livestream"},
    {"newsletter", "newsletter"},
    {"documentary", "documentary"},
    {"column", "column"},
    {"article", "article"},
    {"report", "report"},
    {"debate", "debate"},
    {"ad", "ad"},
    {"release", "press release"},
    {"conference", "press conference"},
});

std::string_view words_at(const Layers& layers, const Item& item) {
  Range range = item.range;
  if (item.kind == ItemKind::kName)
    range = layers.names.mentions[static_cast<std::size_t>(item.mention)].range;
  return words_of(layers.article.text, range);
}

bool is_platform(std::string_view words) {
  const std::string lower = text::ascii_lower(words);
  const std::string_view first = std::string_view(lower).substr(0, lower.find(' '));
  return std::find(kPlatforms.begin(), kPlatforms.end(), first) != kPlatforms.end();
}

bool is_outlet(const Layers& layers, const Item& item) {
  if (item.kind != ItemKind::kName || item.is_possessive) return false;
  const Mention& mention = layers.names.mentions[static_cast<std::size_t>(item.mention)];
  const NameKind kind = layers.names.things[mention.thing].kind;
  return kind == NameKind::kOrganisation || kind == NameKind::kOther;
}

const Form* form_of(std::string_view lower) {
  for (const Form& form : kForms)
    if (form.noun == lower) return &form;
  return nullptr;
}

Channel channel_at(const Layers& layers, const Item& item) {
  const std::string_view words = words_at(layers, item);
  const std::uint32_t begin = item.range.begin;
  return {std::string(words), {begin, begin + static_cast<std::uint32_t>(words.size())}};
}

bool leads_to_place(std::string_view lower) {
  return lower == "on" || lower == "to" || lower == "via" || lower == "in" || lower == "for" ||
         lower == "with" || lower == "from";
}

// The platform or outlet that a form is "for", "on" or "with", just behind it.
std::optional<Channel> place_of_form(const Layers& layers, const Outline& outline, std::size_t form,
                                     std::size_t end) {
  for (std::size_t i = form + 1; i + 1 < end && i < form + 4; ++i) {
    if (!leads_to_place(outline.items[i].lower)) continue;
    std::size_t at = i + 1;
    if (outline.items[at].has(kDeterminer) && at + 1 < end) ++at;
    const Item& place = outline.items[at];
    if (is_outlet(layers, place) || is_platform(words_at(layers, place)))
      return channel_at(layers, place);
  }
  return {};
}

std::optional<Channel> channel_of_item(const Layers& layers, const Outline& outline, std::size_t at,
                                       std::size_t end) {
  const Item& item = outline.items[at];
  const Item* before = at > 0 ? &outline.items[at - 1] : nullptr;
  if (item.kind == ItemKind::kMark || item.kind == ItemKind::kQuoted) return {};
  if (item.is_capital && is_platform(words_at(layers, item)) && before != nullptr &&
      (leads_to_place(before->lower) || before->has(kDeterminer | kPossessive) ||
       before->is_possessive))
    return channel_at(layers, item);
  if (before != nullptr && before->lower == "on" && is_outlet(layers, item))
    return channel_at(layers, item);
  if (item.kind != ItemKind::kWord) return {};
  if (item.lower == "through" && at + 2 < end && outline.items[at + 1].has(kPossessive) &&
      outline.items[at + 2].has(kPersonNoun))
    return channel_at(layers, outline.items[at + 2]);
  if (item.lower == "media" && before != nullptr && before->lower == "social")
    return Channel{"social media", {before->range.begin, item.range.end}};
  const Form* form = form_of(item.lower);
  const Phrase* phrase = outline.phrase_at(at);
  if (form == nullptr || phrase == nullptr || phrase->head != at || phrase->first == 0) return {};
  if (auto place = place_of_form(layers, outline, at, end)) return place;
  const std::string_view lead = outline.items[phrase->first - 1].lower;
  const bool is_in = lead == "in" || lead == "during" || lead == "via" || lead == "by" ||
                     lead == "through" || lead == "of" || lead == "with" || lead == "at" ||
                     lead == "on";
  if (!is_in) return {};
  for (std::size_t i = phrase->first; i < at; ++i)
    if (outline.items[i].is_capital && is_platform(words_at(layers, outline.items[i])))
      return channel_at(layers, outline.items[i]);
  return Channel{std::string(form->name), item.range};
}

std::optional<Channel> channel_of_verb(const Layers& layers, const Outline& outline,
                                       const Attribution& attribution) {
  const Item& verb = outline.items[attribution.cue_last - 1];
  if (verb.lower.starts_with("tweet") || verb.lower.starts_with("retweet"))
    return Channel{"Twitter", verb.range};
  if (verb.lower.starts_with("caption")) return Channel{"caption", verb.range};
  if (verb.lower.starts_with("texted")) return Channel{"text message", verb.range};
  if (verb.lower.starts_with("email")) return Channel{"email", verb.range};
  const bool is_telling = verb.lower == "told" || verb.lower == "tells" || verb.lower == "telling";
  if (!is_telling) return {};
  const Phrase* whom = outline.phrase_at(attribution.cue_last);
  if (whom == nullptr) return {};
  const Item& head = outline.items[whom->head];
  if (is_outlet(layers, head)) return channel_at(layers, head);
  return {};
}

}  // namespace

std::optional<Channel> find_channel(const Layers& layers, const Outline& outline,
                                    const Attribution& attribution) {
  if (!attribution.has_cue) return {};
  if (auto channel = channel_of_verb(layers, outline, attribution)) return channel;
  const std::size_t begin = outline.sentence_begin(attribution.cue_first);
  const std::size_t end = outline.sentence_end(attribution.cue_first);
  constexpr std::size_t kReach = 40;
  for (std::size_t i = attribution.cue_last; i < std::min(end, attribution.cue_last + kReach);
       ++i) {
    if (outline.items[i].is_quoted()) break;
    if (auto channel = channel_of_item(layers, outline, i, end)) return channel;
  }
  for (std::size_t i = attribution.cue_first; i-- > begin && attribution.cue_first - i < kReach;) {
    if (outline.items[i].is_quoted()) break;
    if (auto channel = channel_of_item(layers, outline, i, end)) return channel;
  }
  return {};
}

bool is_of_writing(std::string_view verb) {
  for (const std::string_view stem : {"wrote", "writ", "post", "pen", "caption", "shar", "read",
                                      "begin", "began", "announc", "reveal", "repl", "joke"})
    if (verb.starts_with(stem)) return true;
  return false;
}

std::optional<Channel> find_channel_before(const Layers& layers, const Outline& outline,
                                           std::size_t at) {
  constexpr std::size_t kReach = 45;
  for (std::size_t i = std::min(at, outline.items.size()); i-- > 0 && at - i <= kReach;)
    if (auto channel = channel_of_item(layers, outline, i, outline.sentence_end(i))) return channel;
  return {};
}

}  // namespace fabula::quotes
