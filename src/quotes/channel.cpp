#include "quotes/channel.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/lexicon.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kMostUses = 60;    // looked back at
constexpr std::size_t kLongestWay = 40;  // items between a cue and its place
constexpr std::size_t kLastOpenBlock = 3;
constexpr std::size_t kDocumentBlocks = 3;

std::string key_of(const Speaker& speaker) {
  if (speaker.thing >= 0) return "#" + std::to_string(speaker.thing);
  return text::ascii_lower(speaker.name);
}

// For how many paragraphs behind its last use does a place hold, when nothing says so?
std::size_t blocks_held(Medium medium) {
  switch (medium) {
    case Medium::kTalk:
      return static_cast<std::size_t>(-1);
    case Medium::kPiece:
    case Medium::kPaper:
      return 3;
    case Medium::kPost:
    case Medium::kMail:
      return 2;
    case Medium::kStatement:
    case Medium::kVenue:
    case Medium::kRecording:
      return 1;
  }
  return 1;
}

bool is_year(std::string_view words) {
  return words.size() == 4 && (words.starts_with("19") || words.starts_with("20")) &&
         std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

// What is known of words whose channel is looked for.
struct ChannelFinder::Asked {
  std::string_view name;
  std::size_t block = 0;
  std::size_t item = 0;
  std::string who;
  std::string_view verb;
  bool is_past = false;
  bool is_document = false;    // "it began"
  bool is_group = false;       // "the couple said", or somebody not known
  bool is_to_others = false;   // told a neighbour
  bool is_to_readers = false;  // told fans
};

ChannelFinder::ChannelFinder(const Layers& layers, const std::vector<Block>& blocks,
                             std::size_t n_paragraphs, const SpeakerFinder& speakers)
    : layers_(layers), blocks_(blocks), n_paragraphs_(n_paragraphs), speakers_(speakers) {
  collect_places();
  find_reviewed_work();
}

// A headline such as "Ana Lopes's The Last Coat, reviewed" or "Review: The Last Coat".
void ChannelFinder::find_reviewed_work() {
  constexpr std::size_t kHeadBlocks = 2;
  for (std::size_t b = 0; b < std::min(n_paragraphs_, kHeadBlocks); ++b) {
    const std::vector<Item>& items = blocks_[b].outline.items;
    if (blocks_[b].role != Role::kHeading) continue;
    const bool is_review = std::any_of(items.begin(), items.end(), [](const Item& item) {
      return text::is_one_of(item.lower, "review", "reviewed", "reviews");
    });
    for (const Item& item : items) {
      if (!is_review || item.kind != ItemKind::kName || item.is_possessive ||
          item.name_kind == NameKind::kPerson || item.name_kind == NameKind::kPlace)
        continue;
      reviewed_.emplace();
      reviewed_->channel = {std::string(words_of(layers_.article.text, item.range)), item.range};
      reviewed_->medium = Medium::kPiece;
      return;
    }
  }
}

void ChannelFinder::collect_places() {
  places_.reserve(blocks_.size());
  for (const Block& block : blocks_) places_.push_back(find_places(layers_, block.outline));
}

// Who speaks in the place: the source of the cue nearest to it, else the subject of its sentence.
void ChannelFinder::set_owner(Use& use) const {
  const Block& here = blocks_[use.block];
  const Outline& outline = here.outline;
  const std::size_t begin = outline.sentence_begin(use.item);
  const std::size_t end = outline.sentence_end(use.item);
  const Cue* nearest = nullptr;
  auto next = std::lower_bound(here.cues.begin(), here.cues.end(), begin,
                               [](const Cue& cue, std::size_t at) { return cue.first < at; });
  for (; next != here.cues.end() && next->first < end; ++next) {
    if (next->is_noun || next->source.last == 0) continue;
    if (nearest != nullptr && next->first > use.place.last) break;
    nearest = &*next;
  }
  std::optional<Source> source;
  if (nearest != nullptr) {
    source = nearest->source;
  } else {
    source = sentence_subject(outline, end - 1);
    if (source && !can_speak(outline, *source)) source.reset();
  }
  if (!source) return;
  bool is_sure = true;
  const Speaker speaker = speakers_.find(outline, *source, is_sure);
  use.who = key_of(speaker);
  use.is_hosts =
      !speaker.name.empty() && use.place.channel.name.str().find(speaker.name) != std::string::npos;
  if (speaker.thing >= 0 || use.block > kLastOpenBlock) return;
  const Item& first = outline.items[source->first];
  use.is_open = first.lower == "the" || first.has(kPossessive) || first.is_possessive;
  for (std::size_t i = begin; i < end; ++i)
    if (outline.items[i].is_quoted()) use.is_open = false;
}

// Is the place a part of the source itself: "her letter said", "fans on Twitter wrote"?
bool ChannelFinder::is_of_source(const Place& place, const Attribution& attribution) const {
  if (place.is_subject && place.last == attribution.cue_first) return true;
  return attribution.source.last > 0 && place.last > attribution.source.first &&
         place.last <= attribution.source.last;
}

bool ChannelFinder::hangs_on(const Block& block, const Place& place,
                             const Attribution& attribution) const {
  const std::vector<Item>& items = block.outline.items;
  if (is_of_source(place, attribution)) return true;
  if (place.is_subject) return false;
  const auto is_in_source = [&](std::size_t i) {
    return i >= attribution.source.first && i < attribution.source.last;
  };
  if (place.first >= attribution.cue_first) {
    if (place.first > attribution.cue_last + kLongestWay) return false;
    for (std::size_t i = attribution.cue_last; i < place.first; ++i) {
      if (is_in_source(i)) continue;
      if (items[i].is_quoted() || items[i].is_mark(':') || items[i].is_mark(';')) return false;
      if (items[i].has(kRelative | kAuxiliary)) return false;
      const bool is_verb =
          items[i].has(kVerb) || (items[i].has(kSay) && !items[i].has(kCueNoun | kPersonNoun));
      if (is_verb && block.outline.phrase_at(i) == nullptr) return false;
    }
    return true;
  }
  if (attribution.cue_first > place.last + kLongestWay) return false;
  for (std::size_t i = place.last; i < attribution.cue_first; ++i)
    if (items[i].is_quoted()) return false;
  // What somebody else said in that sentence is theirs.
  const auto last_cue =
      std::lower_bound(block.cues.begin(), block.cues.end(), attribution.cue_first,
                       [](const Cue& cue, std::size_t at) { return cue.first < at; });
  const std::size_t begin = block.outline.sentence_begin(attribution.cue_first);
  for (auto cue = last_cue; cue != block.cues.begin();) {
    --cue;
    if (cue->first < begin) break;
    const bool is_others =
        !cue->is_noun && cue->source.last > 0 && cue->source.head != attribution.source.head;
    const bool is_theirs = cue->is_relative || (cue->first <= place.first && is_others);
    if (is_theirs && cue->first <= place.first) return false;
  }
  return true;
}

const Place* ChannelFinder::find_named(std::size_t block_i, const Attribution& attribution) const {
  const Block& block = blocks_[block_i];
  const std::vector<Place>& places = places_[block_i];
  const std::size_t begin = block.outline.sentence_begin(attribution.cue_first);
  const std::size_t end = block.outline.sentence_end(attribution.cue_first);
  auto next = std::lower_bound(places.begin(), places.end(), begin,
                               [](const Place& place, std::size_t at) { return place.first < at; });
  const Place* before = nullptr;
  const Place* behind = nullptr;
  const Place* source = nullptr;
  for (; next != places.end() && next->first < end; ++next) {
    if (!hangs_on(block, *next, attribution)) continue;
    if (is_of_source(*next, attribution)) {
      source = &*next;
    } else if (next->first >= attribution.cue_first) {
      // "told the Ledger in a statement"
      if (behind == nullptr || next->medium == Medium::kStatement) behind = &*next;
    } else {
      before = &*next;
    }
  }
  if (behind != nullptr) return behind;
  return source != nullptr ? source : before;
}

std::optional<Channel> ChannelFinder::named_by(std::size_t block,
                                               const Attribution& attribution) const {
  if (!attribution.has_cue) return {};
  const Item& verb = blocks_[block].outline.items[attribution.cue_last - 1];
  if (const ChannelWord* word = channel_verb(verb.lower))
    return Channel{std::string(word->name), verb.range};
  const Place* place = find_named(block, attribution);
  if (place == nullptr || place->channel.name.empty()) return {};
  return place->channel;
}

// Does the cue tell of another time than its article: "once said", "said at the time", "in 2016"?
bool ChannelFinder::is_past(const Outline& outline, std::size_t cue) const {
  constexpr std::size_t kNear = 6;
  const std::vector<Item>& items = outline.items;
  const std::size_t begin = outline.sentence_begin(cue);
  const std::size_t end = outline.sentence_end(cue);
  for (std::size_t i = cue; i-- > begin && cue - i <= kNear && !items[i].is_quoted();)
    if (text::is_one_of(items[i].lower, "once", "previously", "earlier") || is_year(items[i].lower))
      return true;
  for (std::size_t i = cue + 1; i < std::min(end, cue + kNear) && !items[i].is_quoted(); ++i) {
    if (is_year(items[i].lower) || (items[i].lower == "then" && i <= cue + 2)) return true;
    if (items[i].lower == "at" && i + 2 < end && items[i + 1].lower == "the" &&
        items[i + 2].lower == "time")
      return true;
  }
  return false;
}

// The place that `place` means: of a part the one named before; of "the essay" the site it is on.
std::optional<Place> ChannelFinder::resolve(const Place& place, const std::string& who,
                                            std::size_t block) const {
  constexpr std::size_t kFarthestBlocks = 8;
  if (!place.is_part && !place.is_known) return place;
  if (reviewed_ && place.medium == Medium::kPiece &&
      text::is_one_of(place.form, "book", "memoir", "essay"))
    return reviewed_;
  const bool is_generic =
      text::is_one_of(place.form, "post", "book", "article", "message", "video");
  const Use* found = nullptr;
  for (std::size_t i = uses_.size(), n = 0; i-- > 0 && n < kMostUses; ++n) {
    const Use& use = uses_[i];
    if (use.place.medium != Medium::kTalk && use.block + kFarthestBlocks < block) break;
    const bool fits = place.is_part || is_generic
                          ? use.place.medium == place.medium
                          : use.place.form == place.form && !use.place.form.empty();
    if (!fits || (use.place.is_subject && use.place.medium == Medium::kTalk)) continue;
    if (use.who == who) return use.place;
    if (found == nullptr && (place.is_part || !place.is_owned)) found = &use;
  }
  if (found != nullptr) return found->place;
  if (place.channel.name.empty()) return {};
  return place;
}

// The last place of the speaker that still holds.
std::optional<Place> ChannelFinder::carried_on(const Asked& asked) const {
  const std::uint32_t flags = channel_flags_of(asked.verb);
  const bool is_writing = (flags & kWrittenVerb) != 0;
  const bool is_telling = (flags & kTellingVerb) != 0;
  const bool is_talking = (flags & kTalkingVerb) != 0 || is_telling;
  bool is_latest = true;
  std::optional<Place> other;  // while an interview that holds may still come
  for (std::size_t i = uses_.size(), n = 0; i-- > 0 && n < kMostUses; ++n) {
    const Use& use = uses_[i];
    const Medium medium = use.place.medium;
    const std::size_t distance = asked.block - std::min(asked.block, use.block);
    if (asked.is_document) {
      if (!is_written(medium) && medium != Medium::kStatement) continue;
      if (distance > kDocumentBlocks) return {};
      return use.place;
    }
    if (use.place.is_subject) continue;
    if (use.who != asked.who) {
      const bool is_nobodys = use.who.empty() && is_writing && is_written(medium) && distance <= 1;
      const bool is_opened = use.is_open && medium == Medium::kTalk && asked.who.starts_with('#') &&
                             distance <= kLastOpenBlock && !asked.is_past;
      const bool is_joint = asked.is_group && is_latest && distance == 0;
      // "Breakfast with Bo Finch": he asks the questions.
      const bool is_host = medium == Medium::kTalk && !asked.is_past && !asked.name.empty() &&
                           use.place.channel.name.str().find(asked.name) != std::string::npos;
      if (!is_nobodys && !is_opened && !is_joint && !is_host &&
          !(use.is_hosts && n == 0 && distance == 0))
        continue;
    }
    const bool was_latest = is_latest;
    is_latest = false;
    if (asked.is_to_others || (use.is_document && !is_writing)) continue;
    if (asked.is_to_readers && medium != Medium::kPost) continue;
    if (is_writing && !is_written(medium)) continue;
    if (is_telling && is_written(medium) && !asked.is_to_readers) continue;
    if (asked.is_past || use.is_past) {
      if (was_latest && distance <= (asked.is_past && !use.is_past ? 0U : 1U)) return use.place;
      continue;
    }
    const bool is_long = medium == Medium::kPiece || medium == Medium::kPaper;
    const bool is_sure = is_writing || !is_written(medium) || (!is_talking && is_long);
    if (distance > (is_sure ? blocks_held(medium) : 1)) continue;
    // "said", paragraphs behind a post or a video, goes on with the interview, if there is one.
    if (is_writing || medium == Medium::kTalk || distance == 0 || !is_talking) return use.place;
    if (!other) other = use.place;
  }
  return other;
}

ChannelFinder::Asked ChannelFinder::asked_of(const Record& record, const std::string& who) const {
  Asked asked;
  asked.name = record.speaker.name;
  asked.block = record.block;
  asked.item = record.item;
  asked.who = who;
  if (!record.attribution) return asked;
  const Outline& outline = blocks_[record.attribution_block].outline;
  const Attribution& attribution = *record.attribution;
  if (attribution.source.last > 0) {
    const std::string_view head = outline.items[attribution.source.head].lower;
    asked.is_document = head == "it" || head == "which";
    // "they", or a "she" that nobody could be found for: whoever the sentence before is about.
    const bool is_unknown = record.speaker.thing < 0 && text::is_one_of(head, "he", "she");
    asked.is_group = (channel_flags_of(head) & kGroupWord) != 0 || is_unknown;
  }
  if (!attribution.has_cue) return asked;
  asked.verb = outline.items[attribution.cue_last - 1].lower;
  asked.is_past = is_past(outline, attribution.cue_first);
  if ((channel_flags_of(asked.verb) & kTellingVerb) != 0) {
    const std::size_t at = attribution.cue_last;
    const Item& whom = item_or_mark(outline, at);
    const Phrase* phrase = outline.phrase_at(at);
    const std::string_view head =
        phrase != nullptr ? outline.items[phrase->head].lower : std::string_view();
    asked.is_to_readers = text::is_one_of(head, "fans", "followers", "subscribers", "viewers");
    const bool is_of_us = text::is_one_of(whom.lower, "me", "us");
    // "told presenter Ida Roe"
    bool is_host = false;
    if (phrase != nullptr)
      for (std::size_t i = phrase->first; i < phrase->last; ++i) {
        const ChannelWord* noun = channel_noun(outline.items[i].lower);
        is_host = is_host || (noun != nullptr && noun->is_part && noun->medium == Medium::kTalk);
      }
    asked.is_to_others = !asked.is_to_readers && !is_of_us && !is_host &&
                         (phrase != nullptr || whom.has(kObjectPronoun));
  }
  return asked;
}

// Takes up all places that stand before the item.
void ChannelFinder::remember_until(std::size_t block, std::size_t item) {
  while (next_block_ < n_paragraphs_) {
    const std::vector<Place>& places = places_[next_block_];
    if (next_place_ == places.size()) {
      if (next_block_ == block) return;
      ++next_block_;
      next_place_ = 0;
      if (next_block_ > block) return;
      continue;
    }
    const Place& place = places[next_place_];
    if (next_block_ > block || (next_block_ == block && place.first >= item)) return;
    ++next_place_;
    Use use;
    use.block = next_block_;
    use.item = place.first;
    use.place = place;
    set_owner(use);
    use.is_past = is_past(blocks_[next_block_].outline, place.first);
    if (auto resolved = resolve(place, use.who, use.block)) {
      use.place = std::move(*resolved);
      use.place.is_subject = place.is_subject;
      uses_.push_back(std::move(use));
    }
  }
}

// "reposted what he wrote": a post, whatever the platform.
std::optional<Place> ChannelFinder::post_of_verb(const Outline& outline, std::size_t cue) const {
  for (std::size_t i = cue + 1; i-- > outline.sentence_begin(cue) && !outline.items[i].is_quoted();)
    if (text::is_one_of(outline.items[i].lower, "posted", "reposted", "posting", "reposting")) {
      Place post;
      post.channel = {"post", outline.items[i].range};
      post.form = "post";
      return post;
    }
  return {};
}

std::optional<Place> ChannelFinder::place_of(const Record& record, const std::string& who) const {
  if (!record.attribution) return carried_on(asked_of(record, who));
  const Attribution& attribution = *record.attribution;
  const std::size_t block = record.attribution_block;
  const Outline& outline = blocks_[block].outline;
  if (attribution.has_cue) {
    const Item& verb = outline.items[attribution.cue_last - 1];
    if (const ChannelWord* word = channel_verb(verb.lower)) {
      Place place;
      place.channel = {std::string(word->name), verb.range};
      place.medium = word->medium;
      return place;
    }
    if (const Place* named = find_named(block, attribution))
      if (auto place = resolve(*named, who, block)) return place;
    if (verb.lower.starts_with("caption")) {
      Place caption;
      caption.channel = {"caption", verb.range};
      caption.is_part = true;
      return resolve(caption, who, block);
    }
  } else if (attribution.source.last > 0) {
    for (const Place& place : places_[block])
      if (place.last == attribution.source.head + 1) return resolve(place, who, block);
  }
  if (!attribution.has_cue && attribution.source.last > 0 && block == record.block &&
      record.item > 0) {
    // "Her caption: “...”"
    for (const Place& place : places_[block])
      if (place.last <= record.item && !place.is_subject &&
          place.first >= outline.sentence_begin(record.item - 1) &&
          outline.sentence_begin(record.item - 1) == outline.sentence_begin(record.item))
        return resolve(place, who, block);
  }
  if (auto place = carried_on(asked_of(record, who))) return place;
  if (reviewed_ &&
      (!attribution.has_cue || outline.items[attribution.cue_last - 1].lower.ends_with('s')))
    return reviewed_;
  if (!attribution.has_cue) return {};
  return post_of_verb(outline, attribution.cue_first);
}

void ChannelFinder::give(std::vector<Record>& records) {
  for (Record& record : records) {
    // A headline is not told anywhere; what stands inside a quotation was said elsewhere.
    if (record.block >= n_paragraphs_ || blocks_[record.block].role == Role::kHeading) {
      if (record.attribution)
        record.channel = named_by(record.attribution_block, *record.attribution);
      continue;
    }
    const bool has_cue = record.attribution && record.attribution->has_cue;
    const bool is_after = has_cue && record.attribution_block == record.block &&
                          record.attribution->cue_first > record.item;
    remember_until(record.block, is_after
                                     ? blocks_[record.block].outline.sentence_begin(record.item)
                                     : record.item);
    if (record.grade == Grade::kNone || record.is_copy) continue;
    const std::string who = key_of(record.speaker);
    std::optional<Place> place = place_of(record, who);
    if (!place) continue;
    record.channel = place->channel;
    if (place->channel.name.empty()) {
      record.channel.reset();
      continue;
    }
    Use use;
    use.block = record.last_block;
    use.item = record.last_item;
    use.who = who;
    use.is_hosts = !record.speaker.name.empty() &&
                   place->channel.name.str().find(record.speaker.name) != std::string::npos;
    use.place = std::move(*place);
    use.is_document = use.place.is_subject || asked_of(record, who).is_document;
    use.place.is_subject = false;
    use.is_past = has_cue &&
                  is_past(blocks_[record.attribution_block].outline, record.attribution->cue_first);
    uses_.push_back(std::move(use));
  }
}

}  // namespace fabula::quotes
