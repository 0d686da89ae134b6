#include "quotes/places.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "quotes/outlets.hpp"
#include "text/one_of.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class PlaceFinder : private OutletReader {
 public:
  using OutletReader::OutletReader;

  std::vector<Place> find() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (items_[at].kind == ItemKind::kMark || items_[at].is_quoted()) continue;
      std::optional<Place> place = place_at(at);
      if (!place) continue;
      if (!places_.empty() && place->last <= places_.back().last) continue;
      // "an Instagram post": the form adds nothing to the platform.
      places_.push_back(std::move(*place));
    }
    return std::move(places_);
  }

 private:
  [[nodiscard]] std::optional<Place> place_at(std::size_t at) {
    if (auto place = platform_at(at)) return place;
    if (items_[at].kind == ItemKind::kWord) {
      if (auto place = deputy_at(at)) return place;
      if (auto place = verb_at(at)) return place;
      if (auto place = form_at(at)) return place;
      return outlet_led_by(at);
    }
    return {};
  }

  // Where the phrase that ends with item `at` begins.
  [[nodiscard]] std::size_t phrase_begin(std::size_t at) const {
    std::size_t first = at;
    const std::size_t begin = outline_.sentence_begin(at);
    while (first > begin && at - first < kLongestPhrase && !items_[first].has(kDeterminer)) {
      // "an emailed statement"
      const bool is_participle = first - 1 > begin && is_verb(items_[first - 1]) &&
                                 items_[first - 1].lower.ends_with("ed") &&
                                 items_[first - 2].has(kDeterminer);
      if (ends_phrase(items_[first - 1]) && !is_participle) break;
      --first;
    }
    return first;
  }

  [[nodiscard]] std::optional<Place> platform_at(std::size_t at) const {
    if (lower(at) == "media" && at > 0 && lower(at - 1) == "social")
      return make(lead_of(at - 1), at + 1, "social media",
                  {items_[at - 1].range.begin, items_[at].range.end}, Medium::kPost);
    if (!items_[at].is_capital && items_[at].kind != ItemKind::kName) return {};
    const std::string word = first_word(at);
    const std::uint32_t flags = channel_flags_of(word);
    if ((flags & kPlatform) == 0) return {};
    const std::size_t lead = lead_of(at);
    const std::string_view led_by = lead < at ? lower(lead) : std::string_view();
    const ChannelWord* form = nullptr;
    for (std::size_t i = at + 1; i < std::min(items_.size(), at + 3) && form == nullptr; ++i)
      if (!lower(i).empty()) form = channel_noun(lower(i));
    const bool is_place =
        text::is_one_of(led_by, "on", "to", "via", "over", "in", "from", "through");
    if ((flags & kEverydayName) != 0 &&
        !(text::is_one_of(led_by, "on", "to", "via", "for") && lead + 1 == at) && form == nullptr)
      return {};
    const bool is_for = led_by == "for" && lead + 1 == at;
    if (!is_place && !is_for && form == nullptr) return {};
    if (items_[at].is_possessive && form == nullptr) return {};
    const std::uint32_t begin = items_[at].range.begin;
    const std::string_view words = words_at(at).substr(0, word.size());
    return make(lead, form == nullptr ? at + 1 : at + 2, std::string(words),
                {begin, begin + static_cast<std::uint32_t>(words.size())}, Medium::kPost);
  }

  // The word that leads to the phrase that ends with item `at`; the phrase's first when none does.
  [[nodiscard]] std::size_t lead_of(std::size_t at) const {
    const std::size_t first = phrase_begin(at);
    if (first == outline_.sentence_begin(at)) return first;
    const Item& before = items_[first - 1];
    const bool is_lead = before.has(kPreposition) || (flags(first - 1) & kMakingVerb) != 0;
    if (!is_lead) return first;
    // "in a series of tweets": what leads to the series.
    const bool is_held = lower(first - 1) == "of" && first >= 2 &&
                         (flags(first - 2) & kContainer) != 0 &&
                         first - 2 >= outline_.sentence_begin(at);
    if (!is_held) return first - 1;
    const std::size_t outer = phrase_begin(first - 2);
    const bool is_led =
        outer > outline_.sentence_begin(at) &&
        (items_[outer - 1].has(kPreposition) || (flags(outer - 1) & kMakingVerb) != 0);
    return is_led ? outer - 1 : outer;
  }

  [[nodiscard]] std::optional<Place> deputy_at(std::size_t at) const {
    if (lower(at) != "through" || at + 2 >= items_.size()) return {};
    const bool is_deputy = items_[at + 1].has(kPossessive | kDeterminer) &&
                           items_[at + 2].has(kPersonNoun) && !items_[at + 2].is_possessive;
    if (!is_deputy) return {};
    return make(at, at + 3, std::string(lower(at + 2)), items_[at + 2].range, Medium::kStatement);
  }

  // "emailed the staff"
  [[nodiscard]] std::optional<Place> verb_at(std::size_t at) const {
    const ChannelWord* verb = channel_verb(lower(at));
    if (verb == nullptr || !items_[at].lower.ends_with("ed")) return {};
    if (at > 0 && items_[at - 1].has(kDeterminer)) return {};
    return make(at, at + 1, std::string(verb->name), items_[at].range, verb->medium);
  }

  // ---- Forms ----

  [[nodiscard]] std::optional<Place> form_at(std::size_t at) const {
    const ChannelWord* noun = channel_noun(lower(at));
    if (noun == nullptr) return court_papers_at(at);
    if (items_[at].is_possessive || is_compound(at)) return {};
    const std::size_t first = phrase_begin(at);
    const std::size_t lead = lead_of(at);
    const bool has_lead = lead < first;
    const bool has_determiner = first < at && (items_[first].has(kDeterminer | kPossessive) ||
                                               items_[first].kind == ItemKind::kName);
    const bool is_noun = has_determiner || (first < at && has_lead) ||
                         (has_lead && items_[lead].has(kPreposition)) ||
                         !items_[at].has(kSay | kVerb);
    if (!is_noun) return {};
    std::string name(noun->name);
    if (noun->medium == Medium::kVenue && name == "conference") {
      if (!text::is_one_of(lower(at - 1), "press", "news", "media")) return {};
      name = "press conference";
    }
    if (name == "press release" &&
        (at == 0 || !text::is_one_of(lower(at - 1), "press", "news", "media")))
      return {};
    if (name == "message" && at > 0 && lower(at - 1) == "text") name = "text message";
    static constexpr ChannelWord kPageOfBook{"book", Medium::kPiece, true};
    if (lower(at) == "page" && at + 1 < items_.size() && is_number(lower(at + 1))) {
      noun = &kPageOfBook;
      name = noun->name;
    }
    Place place = make(lead, at + 1, std::move(name), items_[at].range, noun->medium);
    place.is_part = noun->is_part;
    place.form = noun->name;
    place.is_known = text::is_one_of(lower(first), "the", "this", "that", "her", "his", "their");
    place.is_owned = items_[first].has(kPossessive) || items_[first].is_possessive;
    place.is_subject = !has_lead;
    if (has_lead && !leads_to(lower(lead), *noun, lead)) {
      // "words of a letter", "about her essay": spoken of, but the words are not from there.
      place.is_subject = true;
    }
    if (auto outlet = outlet_in_phrase(first, at, *noun)) return with_outlet(place, *outlet);
    if (auto outlet = outlet_of_form(at, *noun)) return with_outlet(place, *outlet);
    if (noun->medium == Medium::kTalk && has_lead && lower(lead) == "on")
      if (auto show = show_of(first, at)) return with_outlet(place, *show);
    return place;
  }

  // "in court papers", "according to legal documents"
  [[nodiscard]] std::optional<Place> court_papers_at(std::size_t at) const {
    if (at == 0 || !text::is_one_of(lower(at), "papers", "documents", "records") ||
        !text::is_one_of(lower(at - 1), "court", "legal"))
      return {};
    const std::size_t lead = lead_of(at);
    const Range whole{items_[at - 1].range.begin, items_[at].range.end};
    Place place = make(lead, at + 1, std::string(words_of(layers_.article.text, whole)), whole,
                       Medium::kPaper);
    place.is_subject = !text::is_one_of(lower(lead), "in", "to", "by");
    return place;
  }

  // "a text book", "report card": the noun only describes another one.
  [[nodiscard]] bool is_compound(std::size_t at) const {
    if (at + 1 >= items_.size()) return false;
    const Item& next = items_[at + 1];
    if (next.kind != ItemKind::kWord || next.starts_sentence) return false;
    return channel_noun(next.lower) != nullptr && !next.has(kSay);
  }

  [[nodiscard]] static Place with_outlet(Place place, Place outlet) {
    place.channel = std::move(outlet.channel);
    place.is_part = outlet.is_part;
    place.last = std::max(place.last, outlet.last);
    if (outlet.medium == Medium::kPost) place.medium = Medium::kPost;
    return place;
  }

  [[nodiscard]] bool leads_to(std::string_view led_by, const ChannelWord& noun,
                              std::size_t lead) const {
    if ((flags(lead) & kMakingVerb) != 0) return true;
    if (text::is_one_of(led_by, "in", "during", "via", "by", "through", "within")) return true;
    if (text::is_one_of(led_by, "with", "alongside", "beside"))
      return noun.medium == Medium::kPost || noun.medium == Medium::kMail ||
             noun.medium == Medium::kRecording;
    if (text::is_one_of(led_by, "under", "underneath", "below", "beneath"))
      return noun.medium == Medium::kPost || noun.medium == Medium::kRecording;
    if (led_by == "at" || led_by == "after") return noun.medium == Medium::kVenue && led_by == "at";
    if (led_by == "over") return noun.medium == Medium::kMail;
    if (led_by == "on")
      return noun.is_part || noun.medium == Medium::kTalk || noun.name == "blog" ||
             noun.name == "website";
    if (led_by == "to") return noun.is_part && noun.medium == Medium::kTalk;
    return led_by == "from" && (noun.medium == Medium::kPiece ||
                                noun.medium == Medium::kStatement || noun.medium == Medium::kMail);
  }

  // "a Glasswing interview", "an Instagram post", "his Morning Table column".
  [[nodiscard]] std::optional<Place> outlet_in_phrase(std::size_t first, std::size_t at,
                                                      const ChannelWord& noun) const {
    for (std::size_t i = first; i < at; ++i) {
      const std::uint32_t of_word = items_[i].is_capital || items_[i].kind == ItemKind::kName
                                        ? channel_flags_of(first_word(i))
                                        : 0;
      if ((of_word & kPlatform) != 0) return platform_at(i);
      if (noun.medium != Medium::kTalk && noun.medium != Medium::kPiece) continue;
      if (items_[i].is_possessive || !is_outlet_name(i)) continue;
      return make(i, i + 1, std::string(words_at(i)), range_of(i), Medium::kTalk);
    }
    return {};
  }

  // "Bo Finch's radio show"
  [[nodiscard]] std::optional<Place> show_of(std::size_t first, std::size_t at) const {
    for (std::size_t i = first; i < at; ++i) {
      if (items_[i].kind != ItemKind::kName || !items_[i].is_possessive) continue;
      const Range whole{items_[i].range.begin, items_[at].range.end};
      return make(i, at + 1, std::string(words_of(layers_.article.text, whole)), whole,
                  Medium::kTalk);
    }
    return {};
  }

  // "an interview with Glasswing magazine", "an essay she wrote for Medium".
  [[nodiscard]] std::optional<Place> outlet_of_form(std::size_t at, const ChannelWord& noun) const {
    constexpr std::size_t kReach = 8;
    const std::size_t end = outline_.sentence_end(at);
    // "the podcast The Fork", "her memoir, The Last Coat,"
    const bool is_work = text::is_one_of(noun.name, "memoir", "book", "podcast", "newsletter",
                                         "blog", "documentary") ||
                         text::is_one_of(lower(at), "show", "programme", "program", "magazine");
    if (noun.medium == Medium::kTalk || is_work) {
      const std::size_t next =
          at + 1 < end && items_[at + 1].is_mark(',') && is_work ? at + 2 : at + 1;
      if (next < end && (items_[next].kind == ItemKind::kName ||
                         (items_[next].kind == ItemKind::kQuoted && !items_[next].is_spoken) ||
                         (next == at + 1 && items_[next].is_capital)))
        if (auto outlet = outlet_after(next, is_work ? "work" : "on")) return outlet;
    }
    for (std::size_t i = at + 1; i + 1 < end && i < at + kReach; ++i) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::kMark || item.is_quoted()) return {};
      // "an interview that aired on Friday on Morning Table"
      if (item.has(kRelative) &&
          !text::is_one_of(lower(i + 1), "aired", "airs", "ran", "appeared", "was"))
        return {};
      if (item.kind != ItemKind::kWord) continue;
      if (!leads_on(item.lower, noun)) continue;
      if (auto outlet = outlet_after(i + 1, item.lower)) return outlet;
    }
    return {};
  }

  [[nodiscard]] static bool leads_on(std::string_view led_by, const ChannelWord& noun) {
    if (led_by == "on" || led_by == "via") return true;
    const Medium medium = noun.medium;
    if (led_by == "to")
      return medium == Medium::kTalk || medium == Medium::kPost || medium == Medium::kRecording;
    if (led_by == "for") return medium == Medium::kPiece || medium == Medium::kTalk;
    if (led_by == "in") return medium == Medium::kPiece || medium == Medium::kTalk;
    if (led_by == "with" || led_by == "by") return medium == Medium::kTalk;
    return false;
  }

  // A verb of telling with an outlet, or "on", "to", "with" after a verb of appearing.
  [[nodiscard]] std::optional<Place> outlet_led_by(std::size_t at) const {
    if (at + 1 >= items_.size()) return {};
    const std::string_view word = lower(at);
    if ((flags(at) & kTellingVerb) != 0) {
      auto outlet = outlet_after(at + 1, "told");
      // "told Ida Roe of the Ledger"
      const bool is_person =
          items_[at + 1].kind == ItemKind::kName && items_[at + 1].name_kind == NameKind::kPerson;
      if (!outlet && is_person && at + 3 < items_.size() &&
          text::is_one_of(lower(at + 2), "of", "from"))
        outlet = outlet_after(at + 3, "told");
      if (outlet && outlet->medium == Medium::kPost && !outlet->is_part) return {};
      return led(outlet, at);
    }
    if (word == "of" && at > 0 &&
        text::is_one_of(lower(at - 1), "episode", "edition", "instalment", "installment", "issue",
                        "airing")) {
      return led(outlet_after(at + 1, "on"), lead_of(at - 1));
    }
    if (word == "by" && at > 0 && lower(at - 1) == "interviewed")
      return led(outlet_after(at + 1, "told"), at);
    if (!text::is_one_of(word, "on", "to", "with", "in", "for")) return {};
    if (word == "on" && at > 0 && text::is_one_of(lower(at - 1), "was", "is", "were", "been")) {
      // "was on Morning Table": names of one word could be anything.
      auto show = outlet_after(at + 1, "on");
      if (show && show->channel.name.str().find(' ') != std::string::npos) return led(show, at);
    }
    if (word == "in" || word == "for") return work_led_by(at);
    const std::size_t verb = verb_before(at, word == "to" ? 3 : kLongestPhrase);
    if (verb == kNone) return {};
    if (word != "on" &&
        (!text::is_one_of(lower(verb), "spoke", "speaks", "speaking", "speak", "talked", "talks",
                          "talking", "chatted", "chatting", "sat", "opened") ||
         verb + (word == "with" ? 6U : 3U) < at))
      return {};
    if (word == "to" && lower(verb) == "sat") return {};
    return led(outlet_after(at + 1, word), at);
  }

  [[nodiscard]] static std::optional<Place> led(std::optional<Place> outlet, std::size_t at) {
    if (outlet) outlet->first = at;
    return outlet;
  }

  // "tells in The Far Post", "writes for the Ledger".
  [[nodiscard]] std::optional<Place> work_led_by(std::size_t at) const {
    const std::size_t verb = verb_before(at, 2);
    if (verb == kNone) return {};
    const bool is_writing =
        (flags(verb) & (kWrittenVerb | kTellingVerb)) != 0 || lower(verb).starts_with("recall");
    if (!is_writing || items_[at + 1].kind != ItemKind::kName || !is_outlet_name(at + 1)) {
      const bool is_title = is_writing && items_[at + 1].kind == ItemKind::kQuoted &&
                            !items_[at + 1].is_spoken && lower(at) == "in";
      if (!is_title) return {};
      auto title = outlet_after(at + 1, "on");
      if (title) title->medium = Medium::kPiece;
      return led(title, at);
    }
    auto work = outlet_from(at + 1, lower(at));
    if (work) work->medium = Medium::kPiece;
    return led(work, at);
  }

  [[nodiscard]] std::size_t verb_before(std::size_t at, std::size_t reach) const {
    const std::size_t begin = outline_.sentence_begin(at);
    for (std::size_t i = at; i-- > begin && at - i <= reach;) {
      if (items_[i].is_quoted()) break;
      if ((flags(i) & (kAppearingVerb | kWrittenVerb)) != 0) return i;
    }
    return kNone;
  }

  std::vector<Place> places_;
};

}  // namespace

std::vector<Place> find_places(const Layers& layers, const Outline& outline) {
  return PlaceFinder(layers, outline).find();
}

}  // namespace fabula::quotes
