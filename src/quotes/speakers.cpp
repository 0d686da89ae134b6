#include "quotes/speakers.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

bool is_personal_pronoun(std::string_view lower) {
  return text::is_one_of(lower, "he", "she", "it", "they", "we", "who", "that", "which", "his",
                         "her", "their", "its");
}

// The sentence that holds byte `at`; null: none.
const Sentence* sentence_of(const Segmentation& segmentation, std::uint32_t at) {
  const auto after =
      std::upper_bound(segmentation.sentences.begin(), segmentation.sentences.end(), at,
                       [](std::uint32_t x, const Sentence& each) { return x < each.range.begin; });
  if (after == segmentation.sentences.begin()) return nullptr;
  const Sentence& sentence = *std::prev(after);
  return at < sentence.range.end ? &sentence : nullptr;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const Layers& layers) : layers_(layers), referents_(layers) {
  collect_surnames();
  find_addressee();
  find_author();
  if (author_ >= 0 && is_first_person()) referents_.set_narrator(author_);
}

void SpeakerFinder::collect_surnames() {
  constexpr std::size_t kMostNamesakes = 32;
  for (std::size_t i = 0; i < layers_.names.things.size(); ++i) {
    const NamedThing& thing = layers_.names.things[i];
    const std::size_t space = thing.name.rfind(' ');
    if (thing.kind != NameKind::kPerson || space == std::string::npos) continue;
    std::vector<std::int32_t>& namesakes = by_surname_[thing.name.substr(space + 1)];
    if (namesakes.size() < kMostNamesakes) namesakes.push_back(static_cast<std::int32_t>(i));
  }
}

// "Pell said she": of the people who share the surname the only one whom the next pronoun fits.
std::int32_t SpeakerFinder::namesake(const Outline& outline, const Source& source,
                                     const NamedThing& shared) const {
  constexpr std::size_t kReach = 12;
  Gender gender = Gender::kUnknown;
  const std::size_t end = std::min(outline.sentence_end(source.head), source.last + kReach);
  for (std::size_t i = source.last; i < end && gender == Gender::kUnknown; ++i)
    gender = gender_of_pronoun(outline.items[i].lower);
  return namesake(gender, shared);
}

std::int32_t SpeakerFinder::namesake(Gender gender, const NamedThing& shared) const {
  if (gender == Gender::kUnknown) return -1;
  const auto namesakes = by_surname_.find(shared.name);
  if (namesakes == by_surname_.end()) return -1;
  std::int32_t only = -1;
  for (const std::int32_t one : namesakes->second) {
    if (are_opposed(layers_.names.things[static_cast<std::size_t>(one)].gender, gender)) continue;
    if (only >= 0) return -1;
    only = one;
  }
  return only;
}

void SpeakerFinder::set_referent(const Reading& reading, Speaker& speaker, bool& is_sure) const {
  if (reading.referent < 0) return;
  if (!reading.is_sure) is_sure = false;
  const Referent& referent = referents_[reading.referent];
  speaker.thing = referent.thing;
  if (referent.thing < 0) speaker.name = referent.words;
}

void SpeakerFinder::find_author() {
  // "Ana Lopes, chief reporter": the name alone.
  const std::string_view byline = layers_.article.byline;
  author_name_ = byline.substr(0, byline.find(','));
  if (author_name_.empty()) {
    find_author_named_in_text();
    return;
  }
  for (std::size_t i = 0; i < layers_.names.things.size(); ++i)
    if (layers_.names.things[i].name == author_name_) author_ = static_cast<std::int32_t>(i);
}

// "Dear Ana," begins a paragraph near the top.
void SpeakerFinder::find_addressee() {
  constexpr std::size_t kNear = 6;  // paragraphs
  constexpr std::string_view kDear = "Dear ";
  const Article& article = layers_.article;
  for (std::size_t i = 0; i < std::min(kNear, article.paragraphs.size()); ++i) {
    const Range range = article.paragraphs[i].range;
    if (!words_of(article.text, range).starts_with(kDear)) continue;
    const std::uint32_t at = range.begin + static_cast<std::uint32_t>(kDear.size());
    for (const Mention& mention : layers_.names.mentions)
      if (mention.range.begin == at) addressee_ = static_cast<std::int32_t>(mention.thing);
  }
}

// Is the article itself told by an "I", outside of quotations?
bool SpeakerFinder::is_first_person() const {
  constexpr std::size_t kFewest = 4;
  const std::vector<QuotedPart>& quoted = layers_.segmentation.quoted;
  std::size_t n = 0;
  std::size_t next = 0;
  std::uint32_t end = 0;  // of the quotations so far
  for (const Word& word : layers_.segmentation.words) {
    for (; next < quoted.size() && quoted[next].outer.begin <= word.range.begin; ++next)
      end = std::max(end, quoted[next].outer.end);
    if (word.range.begin < end) continue;
    const std::string_view letters = words_of(layers_.article.text, word.range);
    const bool is_i = letters == "I" || letters.starts_with("I'") || letters.starts_with("I’");
    if (is_i && ++n == kFewest) return true;
  }
  return false;
}

// No byline. "Ana Lopes lost her boat. Here she tells how. As told to ...", "... the singer Ana
// Lopes writes about the year since." above the text, "Ana Lopes is a singer and the author of ..."
// below it.
void SpeakerFinder::find_author_named_in_text() {
  constexpr std::size_t kNear = 3;  // paragraphs at either end
  const Article& article = layers_.article;
  const std::size_t n = article.paragraphs.size();
  if (n < 2 * kNear) return;
  const std::uint32_t top = article.paragraphs[kNear].range.begin;
  const std::uint32_t bottom = article.paragraphs[n - kNear].range.begin;
  const bool is_told_to = std::any_of(
      article.paragraphs.begin(), article.paragraphs.begin() + kNear + 1,
      [&](const Paragraph& each) {
        return text::ascii_lower(words_of(article.text, each.range)).starts_with("as told to ");
      });
  for (const Mention& mention : layers_.names.mentions) {
    const NamedThing& thing = layers_.names.things[mention.thing];
    if (thing.kind != NameKind::kPerson || thing.name.find(' ') == std::string::npos) continue;
    if (mention.range.begin >= top && mention.range.begin < bottom) continue;
    const Sentence* sentence = sentence_of(layers_.segmentation, mention.range.begin);
    if (sentence == nullptr) continue;
    const std::string_view behind =
        words_of(article.text, {mention.range.end, sentence->range.end});
    const bool is_note = mention.range.begin >= bottom &&
                         mention.range.begin == sentence->range.begin &&
                         (behind.starts_with(" is a ") || behind.starts_with(" is an ") ||
                          behind.starts_with(" is the "));
    // A letter's last line.
    const Range last = article.paragraphs[sentence->paragraph].range;
    const bool is_signature = mention.range.begin >= bottom && addressee_ >= 0 &&
                              mention.range.begin == last.begin && mention.range.end == last.end;
    const bool is_announced =
        mention.range.begin < top && behind.find(" writes ") != std::string_view::npos;
    if (!is_note && !is_announced && !is_signature && !(is_told_to && mention.range.begin < top))
      continue;
    author_ = static_cast<std::int32_t>(mention.thing);
    author_name_ = thing.name;
    return;
  }
}

// "I" outside of any quotation is whoever wrote the article.
void SpeakerFinder::set_author(Speaker& speaker) const {
  if (author_name_.empty()) return;
  if (author_ >= 0) speaker.thing = author_;
  speaker.name = author_name_;
}

Speaker SpeakerFinder::find(const Outline& outline, const Source& source, bool& is_sure) const {
  const std::string_view text = layers_.article.text;
  const Item& head = outline.items[source.head];
  Speaker speaker;
  speaker.range = {outline.items[source.first].range.begin,
                   outline.items[source.last - 1].range.end};
  if (head.kind == ItemKind::kName) {
    const Mention& mention = layers_.names.mentions[static_cast<std::size_t>(head.mention)];
    const NamedThing& thing = layers_.names.things[mention.thing];
    const bool is_joint = outline.phrase_at(source.first) != outline.phrase_at(source.head);
    if (!is_joint) {
      speaker.range.end = mention.range.end;
      // "Dr. Okafor", but not "singer Ana Lopes".
      std::size_t begin = source.head;
      while (begin > source.first && outline.items[begin - 1].is_capital &&
             outline.items[begin - 1].range.size() <= 5)
        --begin;
      speaker.range.begin = outline.items[begin].range.begin;
      if (thing.kind != NameKind::kPlace) speaker.thing = static_cast<std::int32_t>(mention.thing);
      const Reading reading = referents_.at(head.range.begin);
      if (reading.is_document) set_referent(reading, speaker, is_sure);
      if (mention.rule == "name.surname-shared") {
        is_sure = false;
        if (const std::int32_t one = namesake(outline, source, thing); one >= 0)
          speaker.thing = one;
      }
    }
  } else {
    Reading reading = referents_.at(head.range.begin);
    if (reading.referent < 0 && !head.has(kPronoun | kPossessive))
      reading = referents_.document_in(outline, source.first, source.last);
    set_referent(reading, speaker, is_sure);
    // "Pell" of several: whom "he" can mean.
    if (speaker.thing >= 0)
      if (const std::int32_t one =
              namesake(gender_of_pronoun(head.lower),
                       layers_.names.things[static_cast<std::size_t>(speaker.thing)]);
          one >= 0)
        speaker.thing = one;
    // Who a description stands for is likely at best; so is "it", and a pronoun for nobody known.
    const bool is_he_or_she = gender_of_pronoun(head.lower) != Gender::kUnknown;
    const bool is_unread = reading.referent < 0 &&
                           (is_personal_pronoun(head.lower) || !head.has(kPersonNoun | kPronoun));
    if (is_unread ||
        (!is_he_or_she && reading.referent >= 0 && referents_[reading.referent].thing >= 0))
      is_sure = false;
    if ((head.lower == "i" || head.lower.starts_with("i'")) && outline.parent < 0)
      set_author(speaker);
    if (head.lower == "you" && outline.parent < 0 && addressee_ >= 0) speaker.thing = addressee_;
    // The words as they stand, but "Ana Lopes's mother" for "her mother", and for hers "my mother".
    const bool is_my = outline.items[source.first].lower == "my" && outline.parent < 0;
    if (is_my && speaker.thing < 0 && author_ >= 0 && source.first < source.head) {
      speaker.name = author_name_ + "'s " +
                     std::string(words_of(
                         text, {outline.items[source.first + 1].range.begin, head.range.end}));
    } else if (!head.has(kPronoun) && !outline.items[source.first].has(kPossessive) &&
               !reading.is_document && !(head.has(kRelation) && head.is_capital))
      speaker.name.clear();
  }
  speaker.as = words_of(text, speaker.range);
  for (const std::string_view ending : {"'s", "’s"}) {
    if (!outline.items[source.last - 1].is_possessive || !speaker.as.ends_with(ending)) continue;
    speaker.as.resize(speaker.as.size() - ending.size());
    speaker.range.end -= static_cast<std::uint32_t>(ending.size());
  }
  if (speaker.thing >= 0)
    speaker.name = layers_.names.things[static_cast<std::size_t>(speaker.thing)].name;
  else if (speaker.name.empty())
    speaker.name = speaker.as;
  return speaker;
}

}  // namespace fabula::quotes
