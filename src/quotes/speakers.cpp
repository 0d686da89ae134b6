#include "quotes/speakers.hpp"

#include <algorithm>
#include <map>

#include "quotes/lexicon.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

Gender gender_of_pronoun(std::string_view lower) {
  if (lower == "she" || lower == "her" || lower == "she's") return Gender::kFemale;
  if (lower == "he" || lower == "his" || lower == "he's") return Gender::kMale;
  return Gender::kUnknown;
}

Gender gender_of_noun(const Item& noun) {
  if (noun.has(kFemaleNoun)) return Gender::kFemale;
  return noun.has(kMaleNoun) ? Gender::kMale : Gender::kUnknown;
}

bool are_opposed(Gender a, Gender b) {
  return a != Gender::kUnknown && b != Gender::kUnknown && a != b;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const Layers& layers) : layers_(layers) {
  collect_places();
  collect_roles();
  collect_surnames();
}

void SpeakerFinder::collect_places() {
  const Segmentation& segmentation = layers_.segmentation;
  std::size_t sentence = 0;
  std::size_t word = 0;
  std::size_t part = 0;
  std::uint32_t quoted_end = 0;
  std::uint32_t seen_in = static_cast<std::uint32_t>(-1);  // sentence whose subject was seen
  for (const Mention& mention : layers_.names.mentions) {
    if (layers_.names.things[mention.thing].kind != NameKind::kPerson) continue;
    const std::uint32_t at = mention.range.begin;
    while (sentence + 1 < segmentation.sentences.size() &&
           segmentation.sentences[sentence].range.end <= at)
      ++sentence;
    while (word < segmentation.words.size() && segmentation.words[word].range.begin < at) ++word;
    for (; part < segmentation.quoted.size() && segmentation.quoted[part].outer.begin <= at; ++part)
      quoted_end = std::max(quoted_end, segmentation.quoted[part].outer.end);
    const bool is_quoted = at < quoted_end;
    const bool is_governed = is_governed_at(word);
    const auto sentence_i = static_cast<std::uint32_t>(sentence);
    const bool is_subject = !is_quoted && !is_governed && seen_in != sentence_i;
    if (is_subject) seen_in = sentence_i;
    places_.push_back({at, sentence_i, segmentation.sentences[sentence].paragraph, mention.thing,
                       is_subject, is_quoted});
  }
}

// Does a preposition or "and" stand before the name that begins at this word, with at most two
// words between ("of her husband")?
bool SpeakerFinder::is_governed_at(std::size_t word) const {
  for (std::size_t i = word; i-- > 0 && word - i <= 3;) {
    const Word& before = layers_.segmentation.words[i];
    if (before.kind != WordKind::kWord) return false;
    const std::uint32_t flags =
        flags_of(text::ascii_lower(words_of(layers_.article.text, before.range)));
    if ((flags & (kPreposition | kConjunction)) != 0) return true;
    if ((flags & (kSay | kJudge | kVerb | kAuxiliary)) != 0) return false;
  }
  return false;
}

std::uint32_t SpeakerFinder::sentence_of(std::uint32_t at) const {
  const std::vector<Sentence>& sentences = layers_.segmentation.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](std::uint32_t x, const Sentence& s) { return x < s.range.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

// Scores are points; they were set by hand and checked on annotated news.
std::int32_t SpeakerFinder::behind_pronoun(std::uint32_t at, std::uint32_t paragraph, Gender gender,
                                           const LastSpeaker& last, bool& is_sure) const {
  constexpr int kSentencePoints = 12;
  constexpr int kSubjectPoints = 20;
  constexpr int kLastSpeakerPoints = 30;
  constexpr int kSameGenderPoints = 25;
  constexpr int kSameParagraphPoints = 25;
  constexpr int kQuotedPoints = -45;
  constexpr std::size_t kFarthestPlaces = 60;
  constexpr std::uint32_t kFarthestParagraphs = 8;
  const std::uint32_t sentence = sentence_of(at);
  auto place = std::lower_bound(places_.begin(), places_.end(), at,
                                [](const Place& p, std::uint32_t x) { return p.begin < x; });
  std::int32_t best = -1;
  int best_score = 0;
  int second_score = -1000;
  for (std::size_t n = 0; n < kFarthestPlaces && place != places_.begin(); ++n) {
    --place;
    if (place->paragraph + kFarthestParagraphs < paragraph) break;
    const NamedThing& thing = layers_.names.things[place->thing];
    if (are_opposed(gender, thing.gender)) continue;
    int score = 100 - kSentencePoints * static_cast<int>(std::min(sentence - place->sentence, 12U));
    if (place->is_subject) score += kSubjectPoints;
    if (place->paragraph == paragraph && !place->is_quoted) score += kSameParagraphPoints;
    if (place->is_quoted) score += kQuotedPoints;
    if (thing.gender == gender) score += kSameGenderPoints;
    const auto index = static_cast<std::int32_t>(place->thing);
    if (index == last.thing && last.paragraph + 2 >= paragraph)
      score += kLastSpeakerPoints - 8 * static_cast<int>(paragraph - last.paragraph);
    score += static_cast<int>(std::min(thing.n_mentions, 8U));
    if (best < 0 || score > best_score) {
      if (best >= 0 && best != index) second_score = best_score;
      best = index;
      best_score = score;
    } else if (index != best) {
      second_score = std::max(second_score, score);
    }
  }
  if (best >= 0 && best_score - second_score < 15) is_sure = false;
  return best;
}

void SpeakerFinder::collect_roles() {
  constexpr std::int32_t kSeveral = -1;
  for (std::size_t i = 0; i < layers_.names.things.size(); ++i) {
    const auto thing = static_cast<std::int32_t>(i);
    for (const std::string& role : layers_.names.things[i].roles) {
      const std::string lower = text::ascii_lower(role);
      for (std::size_t begin = 0; begin < lower.size();) {
        const std::size_t end = std::min(lower.find(' ', begin), lower.size());
        const auto [at, is_new] = by_role_.try_emplace(lower.substr(begin, end - begin), thing);
        if (!is_new && at->second != thing) at->second = kSeveral;
        begin = end + 1;
      }
    }
  }
}

std::int32_t SpeakerFinder::with_role(std::string_view noun) const {
  const auto found = by_role_.find(std::string(noun));
  return found == by_role_.end() ? -1 : found->second;
}

// The person who is the subject of at least twice as many sentences before as anybody else who
// fits.
std::int32_t SpeakerFinder::mostly_about(Gender gender, std::uint32_t before) const {
  constexpr std::ptrdiff_t kWindow = 300;  // places
  const auto last = std::lower_bound(places_.begin(), places_.end(), before,
                                     [](const Place& p, std::uint32_t at) { return p.begin < at; });
  const auto first = last - places_.begin() > kWindow ? last - kWindow : places_.begin();
  std::map<std::uint32_t, std::uint32_t> n_subject;
  for (auto place = first; place != last; ++place)
    if (place->is_subject) ++n_subject[place->thing];
  std::int32_t best = -1;
  std::uint32_t most = 0;
  std::uint32_t second = 0;
  for (const auto& [thing, n] : n_subject) {
    if (are_opposed(gender, layers_.names.things[thing].gender)) continue;
    if (n > most) {
      second = most;
      most = n;
      best = static_cast<std::int32_t>(thing);
    } else {
      second = std::max(second, n);
    }
  }
  return most >= 1 && most >= 2 * second ? best : -1;
}

// "the Lost Keys author": the only subject of the first sentence that names the work.
std::int32_t SpeakerFinder::with_work(const Outline& outline, const Source& source) const {
  const std::vector<Mention>& mentions = layers_.names.mentions;
  const Range range{outline.items[source.first].range.begin, outline.items[source.head].range.end};
  auto work = std::lower_bound(
      mentions.begin(), mentions.end(), range.begin,
      [](const Mention& mention, std::uint32_t at) { return mention.range.begin < at; });
  if (work == mentions.end() || work->range.end > range.end ||
      layers_.names.things[work->thing].kind == NameKind::kPerson)
    return -1;
  const std::uint32_t begin = first_mention_[work->thing];
  if (begin >= range.begin) return -1;
  const std::uint32_t sentence = sentence_of(begin);
  auto place = std::lower_bound(places_.begin(), places_.end(), sentence,
                                [](const Place& p, std::uint32_t s) { return p.sentence < s; });
  std::int32_t only = -1;
  for (; place != places_.end() && place->sentence == sentence; ++place) {
    const auto thing = static_cast<std::int32_t>(place->thing);
    if (only >= 0 && only != thing) return -1;
    only = thing;
  }
  return only;
}

// "Pell said she": of the people who share the surname the only one whom the next pronoun fits.
std::int32_t SpeakerFinder::namesake(const Outline& outline, const Source& source,
                                     const NamedThing& shared) const {
  constexpr std::size_t kReach = 12;
  Gender gender = Gender::kUnknown;
  const std::size_t end = std::min(outline.sentence_end(source.head), source.last + kReach);
  for (std::size_t i = source.last; i < end && gender == Gender::kUnknown; ++i)
    gender = gender_of_pronoun(outline.items[i].lower);
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

void SpeakerFinder::collect_surnames() {
  constexpr std::size_t kMostNamesakes = 32;
  first_mention_.assign(layers_.names.things.size(), static_cast<std::uint32_t>(-1));
  for (const Mention& mention : layers_.names.mentions)
    first_mention_[mention.thing] = std::min(first_mention_[mention.thing], mention.range.begin);
  for (std::size_t i = 0; i < layers_.names.things.size(); ++i) {
    const NamedThing& thing = layers_.names.things[i];
    const std::size_t space = thing.name.rfind(' ');
    if (thing.kind != NameKind::kPerson || space == std::string::npos) continue;
    std::vector<std::int32_t>& namesakes = by_surname_[thing.name.substr(space + 1)];
    if (namesakes.size() < kMostNamesakes) namesakes.push_back(static_cast<std::int32_t>(i));
  }
}

std::int32_t SpeakerFinder::behind_words(const Outline& outline, const Source& source,
                                         const LastSpeaker& last, bool& is_sure) const {
  const Item& head = outline.items[source.head];
  const Item& first = outline.items[source.first];
  const std::uint32_t at = first.range.begin;
  if (head.has(kPronoun | kPossessive) && !head.is_possessive) {
    const Gender gender = gender_of_pronoun(head.lower);
    if (gender == Gender::kUnknown) return -1;
    return behind_pronoun(at, outline.paragraph, gender, last, is_sure);
  }
  const bool is_alone = source.last == source.head + 1;
  if (!head.has(kPersonNoun) && !(head.has(kWorkNoun) && is_alone)) return -1;
  if (head.has(kRelation) && (first.has(kPossessive) || first.is_possessive) && is_alone) {
    is_sure = false;
    return with_role(head.lower);
  }
  const bool is_definite = first.lower == "the" || first.kind == ItemKind::kQuoted;
  if (!is_definite || !is_alone) return -1;
  is_sure = false;
  if (const std::int32_t person = with_work(outline, source); person >= 0) return person;
  if (const std::int32_t person = with_role(head.lower); person >= 0) return person;
  // "the “Lost Keys” co-host" is as good as "the star".
  const bool has_work =
      std::any_of(outline.items.begin() + static_cast<std::ptrdiff_t>(source.first),
                  outline.items.begin() + static_cast<std::ptrdiff_t>(source.last),
                  [](const Item& item) { return item.kind == ItemKind::kQuoted; });
  if (!head.has(kEpithet) && !has_work) return -1;
  if (last.thing >= 0 && last.paragraph + 1 >= outline.paragraph &&
      !are_opposed(gender_of_noun(head),
                   layers_.names.things[static_cast<std::size_t>(last.thing)].gender) &&
      mostly_about(gender_of_noun(head), at) < 0)
    return last.thing;
  const std::int32_t so_far = mostly_about(gender_of_noun(head), at);
  const auto end = static_cast<std::uint32_t>(layers_.article.text.size());
  return so_far >= 0 ? so_far : mostly_about(gender_of_noun(head), end);
}

Speaker SpeakerFinder::find(const Outline& outline, const Source& source, const LastSpeaker& last,
                            bool& is_sure) const {
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
      if (mention.rule == "name.surname-shared") {
        is_sure = false;
        if (const std::int32_t one = namesake(outline, source, thing); one >= 0)
          speaker.thing = one;
      }
    }
  } else {
    speaker.thing = behind_words(outline, source, last, is_sure);
  }
  speaker.as = words_of(text, speaker.range);
  for (const std::string_view ending : {"'s", "’s"}) {
    if (!outline.items[source.last - 1].is_possessive || !speaker.as.ends_with(ending)) continue;
    speaker.as.resize(speaker.as.size() - ending.size());
    speaker.range.end -= static_cast<std::uint32_t>(ending.size());
  }
  speaker.name = speaker.thing < 0
                     ? speaker.as
                     : layers_.names.things[static_cast<std::size_t>(speaker.thing)].name;
  return speaker;
}

}  // namespace fabula::quotes
