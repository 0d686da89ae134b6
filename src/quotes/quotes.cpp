#include "quotes/quotes.hpp"

#include <algorithm>
#include <functional>

#include "quotes/attribute.hpp"
#include "quotes/channel.hpp"
#include "quotes/clause.hpp"
#include "quotes/cues.hpp"
#include "quotes/indirect.hpp"
#include "quotes/lexicon.hpp"
#include "quotes/outline.hpp"
#include "quotes/record.hpp"
#include "quotes/said.hpp"
#include "quotes/same_words.hpp"
#include "quotes/speakers.hpp"
#include "quotes/spoken.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

// Quoted words of at most this length, inside a clause without any cue, are scare quotes.
constexpr std::size_t kLongestScare = 3;

class QuoteFinder {
 public:
  QuoteFinder(const Layers& layers, const SaidModel* model)
      : layers_(layers),
        model_(model),
        letters_(2 * layers.article.text.size() + 16),
        speakers_(layers) {}

  // Every cue word of the paragraphs with its sentence, by position.
  void visit_cues(const std::function<void(const CueContext&)>& visit) {
    attribute_records();
    for (std::size_t i = 0; i < n_paragraph_blocks_; ++i) {
      const Block& block = blocks_[i];

      for (const CueContext& context : cue_contexts(block.outline, block.cues, quoted_of_[i]))
        visit(context);
    }
  }

  std::vector<Quote> find() {
    attribute_records();
    find_said_of_blocks();
    for (std::size_t i = 0; i < records_.size(); ++i) give_speaker(i);
    copy_same_words();
    ChannelFinder channels(layers_, blocks_, n_paragraph_blocks_, speakers_);
    channels.give(records_);
    for (const Record& record : records_)
      if (is_kept(record)) quotes_.push_back(to_quote(record));
    const std::vector<std::vector<std::size_t>> quoting = quoting_cues();
    for (std::size_t i = 0; i < blocks_.size(); ++i) add_indirect(i, quoting[i], channels);
    set_inside();
    return std::move(quotes_);
  }

 private:
  void attribute_records() {
    make_blocks();
    for (std::size_t i = 0; i < n_paragraph_blocks_; ++i) speakers_.read(blocks_[i].outline);
    for (std::size_t i = 0; i < blocks_.size(); ++i) collect_records(i);
    owner_.assign(layers_.segmentation.quoted.size(), static_cast<std::size_t>(-1));
    for (std::size_t i = 0; i < records_.size(); ++i)
      for (const std::int32_t part : records_[i].parts) owner_[static_cast<std::size_t>(part)] = i;
    find_quoted();
  }

  // The first quotation of each cue that has one, as items, by block.
  void find_quoted() {
    quoted_of_.resize(blocks_.size());
    for (const Record& record : records_)
      if (record.attribution && record.attribution->has_cue &&
          record.block == record.attribution_block)
        quoted_of_[record.block].emplace_back(record.attribution->cue_first, record.item);
    for (auto& quoted : quoted_of_) std::sort(quoted.begin(), quoted.end());
  }

  void find_said_of_blocks() {
    said_.resize(blocks_.size());
    for (std::size_t i = 0; i < n_paragraph_blocks_; ++i)

      said_[i] = find_said(blocks_[i].outline, blocks_[i].cues, quoted_of_[i], model_);
  }

  // What the cue of a record says; null when that is not known.
  [[nodiscard]] const SaidOfCue* said_of(std::size_t block_i, std::size_t cue_first) const {
    const std::vector<SaidOfCue>& said = said_[block_i];
    const auto at = std::lower_bound(
        said.begin(), said.end(), cue_first,
        [](const SaidOfCue& each, std::size_t item) { return each.cue_first < item; });
    return at != said.end() && at->cue_first == cue_first ? &*at : nullptr;
  }

  void copy_same_words() {
    for (const auto& [to, from] : find_same_words(layers_, records_, n_paragraph_blocks_)) {
      copy_speaker(records_[to], records_[from], Grade::kB, "quote.same-words");
      records_[to].is_copy = true;
    }
  }

  void make_blocks() {
    std::size_t word = 0;
    const std::vector<Paragraph>& paragraphs = layers_.article.paragraphs;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const Role role = paragraphs[i].role;
      if (role != Role::kBody && role != Role::kHeading && role != Role::kCaption &&
          role != Role::kEmbed)
        continue;
      add_block(paragraphs[i].range, -1, static_cast<std::uint32_t>(i), role, word);
    }
    const std::size_t n_paragraphs = blocks_.size();
    std::vector<bool> has_children(layers_.segmentation.quoted.size(), false);
    for (const QuotedPart& part : layers_.segmentation.quoted)
      if (part.parent >= 0) has_children[static_cast<std::size_t>(part.parent)] = true;
    word = 0;
    for (std::size_t i = 0; i < has_children.size(); ++i) {
      const QuotedPart& part = layers_.segmentation.quoted[i];
      // A quotation in a quotation in a quotation is left alone.
      if (!has_children[i] || part.parent >= 0) continue;
      add_block(part.inner, static_cast<std::int32_t>(i), part.paragraph, Role::kBody, word);
    }
    n_paragraph_blocks_ = n_paragraphs;
  }

  void add_block(Range range, std::int32_t parent, std::uint32_t paragraph, Role role,
                 std::size_t& word) {
    Block block{make_outline(layers_, range, parent, word, letters_), {}, role};
    block.outline.paragraph = paragraph;
    block.cues = find_cues(block.outline);
    blocks_.push_back(std::move(block));
  }

  [[nodiscard]] bool is_nested(const Record& record) const {
    return record.block >= n_paragraph_blocks_;
  }

  [[nodiscard]] const Item& item_of(const Record& record) const {
    return blocks_[record.block].outline.items[record.item];
  }

  // Is the quotation at `at` a whole utterance where it stands?
  [[nodiscard]] bool is_full(const Block& block, std::size_t at,
                             const std::optional<Attribution>& attribution) const {
    const std::vector<Item>& items = block.outline.items;
    const std::string_view words = inner_words(layers_, items[at]);
    const bool is_at_end = at + 1 == items.size() || items[at + 1].starts_sentence;
    const bool is_closed = is_at_end || ends_with_mark(words) ||
                           (items[at + 1].kind == ItemKind::kMark && !items[at + 1].is_mark('-'));
    if (items[at].starts_sentence) return is_closed || (attribution && attribution->is_after);
    const Item& before = items[at - 1];
    if (before.is_mark(':')) return true;
    if (!attribution) return false;
    const bool is_capital = text::is_upper(text::decode(words, 0).value);
    if (before.is_mark(',') || before.is_mark('-'))
      return attribution->is_after || is_capital ||
             (is_closed && count_words(words) > kLongestScare);
    const bool follows_cue = attribution->has_cue && attribution->cue_last == at;
    return follows_cue && is_capital && ends_with_mark(words);
  }

  void collect_records(std::size_t block_i) {
    const Block& block = blocks_[block_i];
    const std::vector<Item>& items = block.outline.items;
    for (std::size_t at = 0; at < items.size(); ++at) {
      if (!items[at].is_quoted()) continue;
      std::optional<Attribution> attribution = attribute(layers_, block.outline, block.cues, at);
      const QuotedPart& part =
          layers_.segmentation.quoted[static_cast<std::size_t>(items[at].part)];
      if (Record* record = continued_record(block_i, at)) {
        append(*record, block_i, at, part);
        if (!record->attribution && attribution) {
          record->attribution = attribution;
          record->attribution_block = block_i;
        }
        continue;
      }
      if (!records_.empty() && joins_split(records_.back(), block_i, at, attribution)) {
        append(records_.back(), block_i, at, part);
        continue;
      }
      if (!attribution && at == 0 && block_i > 0 && block_i < n_paragraph_blocks_) {
        attribution = attribute_from_colon(blocks_[block_i - 1].outline, blocks_[block_i - 1].cues);
        if (attribution) attribution->is_after = false;
        add_record(block_i, at, part, attribution, block_i - (attribution ? 1 : 0));
        continue;
      }
      add_record(block_i, at, part, attribution, block_i);
    }
  }

  void add_record(std::size_t block_i, std::size_t at, const QuotedPart& part,
                  const std::optional<Attribution>& attribution, std::size_t attribution_block) {
    Record record;
    record.block = record.last_block = block_i;
    record.item = record.last_item = at;
    record.parts.push_back(blocks_[block_i].outline.items[at].part);
    record.is_open = part.continues;
    record.is_full = is_full(blocks_[block_i], at, attribution) || part.continues;
    record.attribution = attribution;
    record.attribution_block = attribution_block;
    records_.push_back(std::move(record));
  }

  void append(Record& record, std::size_t block_i, std::size_t at, const QuotedPart& part) {
    record.parts.push_back(blocks_[block_i].outline.items[at].part);
    record.last_block = block_i;
    record.last_item = at;
    record.is_open = part.continues;
  }

  // The quotation that goes on at `at` from a paragraph before.
  [[nodiscard]] Record* continued_record(std::size_t block_i, std::size_t at) {
    if (block_i >= n_paragraph_blocks_ || records_.empty()) return nullptr;
    Record& last = records_.back();
    return last.is_open && last.last_block < block_i && at == 0 ? &last : nullptr;
  }

  // "“...,” she said, “...”" and "“...,” she said. “...”" are one quotation.
  [[nodiscard]] bool joins_split(const Record& record, std::size_t block_i, std::size_t at,
                                 const std::optional<Attribution>& own) const {
    constexpr std::size_t kLongestGap = 60;  // items
    if (record.last_block != block_i || record.attribution_block != block_i) return false;
    if (!record.attribution || !record.attribution->is_after) return false;
    const Attribution& attribution = *record.attribution;
    const std::vector<Item>& items = blocks_[block_i].outline.items;
    if (attribution.unit_last > at || attribution.unit_last <= record.last_item ||
        at - attribution.unit_last > kLongestGap)
      return false;
    const Item& gap_end = items[at - 1];
    const bool is_inside_sentence =
        gap_end.is_mark(',') || gap_end.is_mark('-') || at == attribution.unit_last;
    if (own && own->is_after) return false;
    // Another cue between ("he said, adding: “...”") begins a quotation of its own.
    if (own && own->has_cue && own->cue_first != attribution.cue_first) return false;
    if (is_inside_sentence) return record.is_full;
    // The gap may end with a title: "she said on “The Late Hour.”"
    const bool is_stop = gap_end.is_mark('.') || gap_end.is_mark('!') ||
                         (gap_end.kind == ItemKind::kQuoted && items[at].starts_sentence);
    if (!is_stop) return false;
    // Only the attribution may stand between: no further sentence.
    for (std::size_t i = attribution.unit_last; i < at; ++i)
      if (items[i].starts_sentence) return false;
    return items[at].starts_sentence;
  }

  void set_speaker(Record& record, std::size_t block_i, const Source& source, Grade grade) {
    const Block& block = blocks_[block_i];
    bool is_sure = true;
    record.speaker = speakers_.find(block.outline, source, is_sure);
    record.grade = grade;
    if (!is_sure && grade == Grade::kA) record.grade = Grade::kB;
    if (!is_sure && grade == Grade::kB) record.grade = Grade::kC;
  }

  void copy_speaker(Record& record, const Record& from, Grade grade, const char* rule) {
    record.speaker = from.speaker;
    record.grade = std::max(from.grade, grade);
    record.attribution.emplace();
    record.attribution->rule = rule;
    record.attribution->grade = record.grade;
    record.attribution_block = from.attribution_block;
  }

  void give_speaker(std::size_t index) {
    Record& record = records_[index];
    if (record.attribution) {
      set_speaker(record, record.attribution_block, record.attribution->source,
                  record.attribution->grade);
    } else if (!is_nested(record)) {
      infer_speaker(index);
    }
    if (is_nested(record)) settle_nested(record);
    if (record.grade == Grade::kB || record.grade == Grade::kC) name_oneself(record);
  }

  // "“I’m Ana,” she said.": whoever she is likely to be.
  void name_oneself(Record& record) const {
    const Range inner =
        layers_.segmentation.quoted[static_cast<std::size_t>(record.parts.front())].inner;
    const std::string_view words = inner_words(layers_, item_of(record));
    for (const std::string_view opening : {"I'm ", "I’m ", "I am ", "My name is "}) {
      if (!words.starts_with(opening)) continue;
      const std::uint32_t at = inner.begin + static_cast<std::uint32_t>(opening.size());
      const std::vector<Mention>& mentions = layers_.names.mentions;
      const auto mention = std::lower_bound(
          mentions.begin(), mentions.end(), at,
          [](const Mention& each, std::uint32_t begin) { return each.range.begin < begin; });
      if (mention == mentions.end() || mention->range.begin != at ||
          layers_.names.things[mention->thing].kind != NameKind::kPerson)
        return;
      const char behind =
          mention->range.end < inner.end ? layers_.article.text[mention->range.end] : '.';
      if (behind != '.' && behind != ',' && behind != '!') return;
      record.speaker.thing = static_cast<std::int32_t>(mention->thing);
      record.speaker.name = layers_.names.things[mention->thing].name;
      return;
    }
  }

  // The last person that a quotation speaks of before the pronoun of `source`: "my mum rang and she
  // said".
  [[nodiscard]] const Phrase* somebody_before(const Outline& outline, const Source& source) const {
    const bool is_she = gender_of_pronoun(outline.items[source.head].lower) == Gender::kFemale;
    constexpr std::ptrdiff_t kFarthestPhrases = 200;  // a quotation can hold thousands
    const auto after =
        std::lower_bound(outline.phrases.begin(), outline.phrases.end(), source.first,
                         [](const Phrase& each, std::size_t at) { return each.first < at; });
    for (auto next = after; next != outline.phrases.begin() && after - next < kFarthestPhrases;) {
      const Phrase& phrase = *--next;
      const Item& head = outline.items[phrase.head];
      const bool is_person =
          head.kind == ItemKind::kName
              ? head.name_kind == NameKind::kPerson
              : head.has(kRelation | kPersonNoun) && outline.items[phrase.first].lower == "my";
      if (!is_person || head.is_possessive || head.has(is_she ? kMaleNoun : kFemaleNoun)) continue;
      if (head.kind == ItemKind::kName) {
        const Gender gender =
            layers_.names
                .things[layers_.names.mentions[static_cast<std::size_t>(head.mention)].thing]
                .gender;
        if (gender == (is_she ? Gender::kMale : Gender::kFemale)) continue;
      }
      return &phrase;
    }
    return nullptr;
  }

  // "“I've sent a card. It says ...”": the sentence before tells of a document and of "I".
  [[nodiscard]] static bool is_own_document(const Outline& outline, std::size_t at) {
    const std::size_t begin = outline.sentence_begin(at);
    if (begin == 0) return false;
    bool is_document = false;
    bool is_own = false;
    for (std::size_t i = outline.sentence_begin(begin - 1); i < begin; ++i) {
      const std::string_view word = outline.items[i].lower;
      is_document = is_document || is_document_noun(word);
      is_own = is_own || word == "i" || word.starts_with("i'");
    }
    return is_document && is_own;
  }

  // "I" inside a quotation is whoever is quoted; "he" and "she" are somebody else, "Dad" is theirs.
  void settle_nested(Record& record) {
    if (record.grade == Grade::kNone) return;
    if (record.attribution->source.last == 0) return;
    const Block& block = blocks_[record.attribution_block];
    const Item& head = block.outline.items[record.attribution->source.head];
    const std::size_t owner = owner_[static_cast<std::size_t>(block.outline.parent)];
    if (owner >= records_.size()) return;
    const Speaker& outer = records_[owner].speaker;
    if (head.lower == "it" && is_own_document(block.outline, record.attribution->source.first)) {
      record.speaker.thing = outer.thing;
      record.speaker.name = outer.name.empty() ? record.speaker.as : outer.name;
      record.grade = std::max(record.grade, Grade::kB);
      return;
    }
    const Gender gender = head.has(kPronoun) ? gender_of_pronoun(head.lower) : Gender::kUnknown;
    const bool is_he_or_she = gender != Gender::kUnknown;
    if (head.lower == "i" || head.lower == "my" || head.lower.starts_with("i'")) {
      record.speaker.thing = outer.thing;
      record.speaker.name = outer.name.empty() ? record.speaker.as : outer.name;
      record.grade = std::max(record.grade, records_[owner].grade);
      return;
    }
    const std::int32_t speaker = speakers_.referents().of_thing(outer.thing);
    Reading reading;
    if (is_he_or_she)
      if (const Phrase* somebody = somebody_before(block.outline, record.attribution->source)) {
        const Item& noun = block.outline.items[somebody->head];
        record.speaker.name =
            words_of(layers_.article.text,
                     {block.outline.items[somebody->first].range.begin, noun.range.end});
        record.speaker.thing =
            noun.kind == ItemKind::kName
                ? static_cast<std::int32_t>(
                      layers_.names.mentions[static_cast<std::size_t>(noun.mention)].thing)
                : -1;
        if (record.speaker.thing >= 0)
          record.speaker.name =
              layers_.names.things[static_cast<std::size_t>(record.speaker.thing)].name;
        record.grade = std::max(record.grade, Grade::kB);
        return;
      }
    if (is_he_or_she)
      reading = speakers_.referents().inside(head.range.begin, gender, speaker);
    else if (head.has(kRelation))
      reading.referent = speakers_.referents().related(speaker, head.lower);
    else if (head.has(kPronoun | kPossessive))
      record.speaker.thing = -1;
    else
      return;
    if (head.has(kPronoun | kPossessive)) record.speaker.name = record.speaker.as;
    bool is_sure = false;
    speakers_.set_referent(reading, record.speaker, is_sure);
    if (record.speaker.thing >= 0)
      record.speaker.name =
          layers_.names.things[static_cast<std::size_t>(record.speaker.thing)].name;
    record.grade = std::max(record.grade, Grade::kB);
  }

  // "“...”" and in the next paragraph "— Ana Bright".
  bool infer_from_signature(Record& record) {
    const std::size_t next = record.last_block + 1;
    if (next >= n_paragraph_blocks_ || !record.is_full ||
        record.last_item + 1 != blocks_[record.last_block].outline.items.size())
      return false;
    record.attribution = attribute_from_signature(blocks_[next].outline);
    if (!record.attribution) return false;
    record.attribution_block = next;
    set_speaker(record, next, record.attribution->source, record.attribution->grade);
    return true;
  }

  // No cue: what the sentences and quotations around say.
  void infer_speaker(std::size_t index) {
    Record& record = records_[index];
    if (infer_from_signature(record)) return;
    const Block& block = blocks_[record.block];
    const Record* before = index > 0 ? &records_[index - 1] : nullptr;
    if (!record.is_full) {
      // A headline's subject is whom it is about.
      if (block.role == Role::kHeading) return;
      if (const auto subject = sentence_subject(block.outline, record.item))
        infer_from(record, record.block, *subject, Grade::kC, "quote.sentence-subject");
      return;
    }
    const bool is_same_paragraph = before != nullptr && before->last_block == record.block;
    if (record.item > 0) {
      const std::size_t last = record.item - 1;
      const std::size_t begin = block.outline.sentence_begin(last);
      const bool has_own_sentence =
          !is_same_paragraph || begin > before->last_item + (last > begin ? 0U : 1U);
      if (has_own_sentence && last > begin) {
        if (const auto subject = sentence_subject(block.outline, last))
          if (infer_from(record, record.block, *subject, Grade::kB, "quote.subject-before")) return;
      }
    }
    if (is_same_paragraph && before->grade != Grade::kNone) {
      copy_speaker(record, *before, Grade::kB, "quote.same-paragraph");
      return;
    }
    if (record.item == 0) infer_from_paragraph_before(record, before);
  }

  bool infer_from(Record& record, std::size_t block_i, const Source& subject, Grade grade,
                  const char* rule) {
    const Outline& outline = blocks_[block_i].outline;
    if (!can_speak(outline, subject)) return false;
    record.attribution.emplace();
    record.attribution->source = subject;
    record.attribution->grade = grade;
    record.attribution->rule = rule;
    record.attribution_block = block_i;
    set_speaker(record, block_i, subject, grade);
    return true;
  }

  // "“Was it late?” asked Bright": another one answers.
  [[nodiscard]] bool is_asked_by(const Record& record) const {
    if (!record.attribution || !record.attribution->has_cue) return false;
    const Outline& outline = blocks_[record.attribution_block].outline;
    const std::string_view cue = outline.items[record.attribution->cue_first].lower;
    return cue.starts_with("ask") || cue.starts_with("want");  // "wanted to know"
  }

  void infer_from_paragraph_before(Record& record, const Record* before) {
    if (record.block == 0) return;
    std::size_t block_i = record.block - 1;
    if (blocks_[block_i].role == Role::kHeading || blocks_[block_i].outline.items.empty()) return;
    const Outline& outline = blocks_[block_i].outline;
    if (before != nullptr && before->last_block == block_i && before->grade != Grade::kNone &&
        (before->is_full || before->grade != Grade::kC)) {
      // Two voices in the paragraph before: turns, and whose is not known.
      const std::size_t n = static_cast<std::size_t>(&record - records_.data());
      const bool are_two = n >= 2 && records_[n - 2].last_block == block_i &&
                           records_[n - 2].speaker.name != before->speaker.name;
      const std::size_t end = outline.items.size() - 1;
      const bool is_last_sentence =
          outline.sentence_begin(end) <= before->last_item ||
          (before->attribution->has_cue && before->attribution->is_after &&
           outline.sentence_begin(end) <= before->attribution->cue_first);
      if (!are_two && is_last_sentence) {
        // A question is answered by somebody else: by who spoke before it.
        const std::string_view asked = inner_words(layers_, item_of(*before));
        const bool is_question = without_closing_marks(asked).ends_with('?');
        const Record* earlier = last_other_voice(n - 1);
        const bool is_other = earlier != nullptr && earlier->speaker.name != before->speaker.name;
        if (is_question && (is_other || is_asked_by(*before))) {
          // Nobody else has spoken: whoever asks answers too, if anybody is known to.
          if (earlier != nullptr && earlier->grade != Grade::kNone)
            copy_speaker(record, *earlier, Grade::kC, is_other ? "quote.answer" : "quote.run");
          return;
        }
        if (const Record* other = other_of_two(record, *before)) {
          copy_speaker(record, *other, Grade::kC, "quote.turns");
          return;
        }
        copy_speaker(record, *before, Grade::kB, "quote.run");
      }
      if (are_two || is_last_sentence) return;
    }
    const std::optional<Source> subject = sentence_subject(outline, outline.items.size() - 1);
    // "And the bath? “There was a bath.”": the article asks whoever it talks with.
    if (outline.items.back().is_mark('?') && before != nullptr && before->grade != Grade::kNone &&
        before->last_block + 2 >= record.block) {
      copy_speaker(record, *before, Grade::kC, "quote.answer");
      return;
    }
    if (!subject) return;
    bool is_sure = true;
    const Speaker speaker = speakers_.find(outline, *subject, is_sure);
    const bool is_person =
        speaker.thing >= 0 &&
        layers_.names.things[static_cast<std::size_t>(speaker.thing)].kind == NameKind::kPerson;
    if (!is_person) return;
    if (const Record* other = speaks_of(record, speaker))
      copy_speaker(record, *other, Grade::kC, "quote.speaks-of");
    else
      infer_from(record, block_i, *subject, Grade::kC, "quote.paragraph-before");
  }

  // Talk in turns, each a short paragraph: "“Late,” says Bright." "“No,” says Voss." "“Very
  // late.”": the first of the two speaks again; null when these are no turns.
  [[nodiscard]] const Record* other_of_two(const Record& record, const Record& before) const {
    constexpr std::size_t kLongestTurn = 12;  // words
    const auto n = static_cast<std::size_t>(&record - records_.data());
    if (n < 2) return nullptr;
    const Record& first = records_[n - 2];
    const auto is_turn = [&](const Record& one) {
      return one.is_full && one.item == 0 && one.block == one.last_block &&
             count_words(inner_words(layers_, item_of(one))) <= kLongestTurn;
    };
    const bool are_turns = first.block + 1 == before.block && before.block + 1 == record.block &&
                           is_turn(first) && is_turn(before) && is_turn(record) &&
                           blocks_[record.block].outline.items.size() == 1;
    const bool are_two = first.speaker.thing >= 0 && before.speaker.thing >= 0 &&
                         first.speaker.thing != before.speaker.thing;
    return are_turns && are_two && first.attribution && before.attribution ? &first : nullptr;
  }

  // The last quotation before record `n`, of somebody else than it if there is one near; null:
  // none.
  [[nodiscard]] const Record* last_other_voice(std::size_t n) const {
    constexpr std::size_t kFarthestBlocks = 6;
    const Record* same = nullptr;
    for (std::size_t i = n; i-- > 0;) {
      const Record& earlier = records_[i];
      if (earlier.last_block + kFarthestBlocks < records_[n].block) break;
      if (is_nested(earlier) || earlier.grade == Grade::kNone || !earlier.is_full ||
          earlier.speaker.thing < 0)
        continue;
      if (earlier.speaker.name != records_[n].speaker.name) return &earlier;
      if (same == nullptr) same = &earlier;
    }
    return same;
  }

  // "“He told the plumber.”" behind words on him is said by whoever else spoke last: the quotation
  // whose speaker it shares; null when nothing speaks against `speaker`.
  [[nodiscard]] const Record* speaks_of(const Record& record, const Speaker& speaker) const {
    constexpr std::size_t kFarthestBlocks = 3;
    if (speaker.thing < 0) return nullptr;
    const Gender gender = layers_.names.things[static_cast<std::size_t>(speaker.thing)].gender;
    if (gender == Gender::kUnknown || !says_of_another(record, gender)) return nullptr;
    for (const Record* before = &record; before-- != records_.data();) {
      if (before->last_block + kFarthestBlocks < record.block) return nullptr;
      if (is_nested(*before) || before->grade == Grade::kNone || before->speaker.thing < 0)
        continue;
      if (before->speaker.thing != speaker.thing) return before;
    }
    return nullptr;
  }

  // Does the first sentence speak of him, or of her?
  [[nodiscard]] bool says_of_another(const Record& record, Gender gender) const {
    const std::string words = text::ascii_lower(inner_words(layers_, item_of(record)));
    const std::string first = words.substr(0, words.find_first_of(".!?"));
    std::string_view rest = first;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" ,;:"), rest.size());
      if (gender_of_pronoun(rest.substr(0, end)) == gender) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
  }

  // "whom they call “Minnow”", "signed it “Ana Lopes”": capital words inside a clause are what
  // somebody or something is called, unless a verb of saying leads right up to them.
  [[nodiscard]] bool is_name(const Record& record) const {
    constexpr std::size_t kLongestName = 4;  // words
    if (record.is_full || record.parts.size() > 1) return false;
    const std::string_view words = inner_words(layers_, item_of(record));
    if (count_words(words) > kLongestName || !is_title_case(words) ||
        ends_with_mark(words.substr(0, words.ends_with('.') ? words.size() - 1 : words.size())))
      return false;
    if (!record.attribution || !record.attribution->has_cue) return true;
    const Outline& outline = blocks_[record.attribution_block].outline;
    const Item& cue = outline.items[record.attribution->cue_first];
    const bool is_leading = record.attribution->cue_last == record.item;
    return !(cue.has(kSay) && !cue.has(kWeakCue) && is_leading);
  }

  [[nodiscard]] bool is_kept(const Record& record) const {
    if (record.is_full && !is_nested(record)) return true;
    if (is_name(record)) return false;
    const bool has_rule = record.attribution && record.attribution->grade != Grade::kC;
    if (has_rule && record.grade != Grade::kNone) return true;
    if (is_nested(record)) return false;
    // Inside a clause that nobody says: few words are a scare quote, capital ones a title.
    const std::string_view words = inner_words(layers_, item_of(record));
    return count_words(words) > kLongestScare && !is_title_case(words);
  }

  [[nodiscard]] When said_by_publication() const {
    const Published& published = layers_.article.published;
    if (!published.when.latest) return {};
    return when_between(std::nullopt, published.when.latest, Grain::kDay);
  }

  [[nodiscard]] Quote to_quote(const Record& record) const {
    Quote quote;
    for (const std::int32_t part : record.parts)
      quote.parts.push_back(layers_.segmentation.quoted[static_cast<std::size_t>(part)].inner);
    quote.range = {quote.parts.front().begin, quote.parts.back().end};
    quote.kind = record.is_full ? QuoteKind::kDirect : QuoteKind::kMixed;
    quote.grade = record.grade;
    if (record.grade != Grade::kNone) quote.speaker = record.speaker;
    quote.rule = record.attribution ? record.attribution->rule : "quote.no-speaker";
    quote.channel = record.channel;
    if (record.attribution && record.attribution->has_cue)
      quote.cue = cue_range(blocks_[record.attribution_block], *record.attribution);
    quote.said = said_by_publication();
    quote.clause = clause_of(record);
    return quote;
  }

  // The words of the clause that the quoted words of a record are a part of; empty when they are
  // all of it.
  [[nodiscard]] std::vector<Range> clause_of(const Record& record) const {
    if (!record.attribution || !record.attribution->has_cue ||
        record.attribution_block != record.block)
      return {};
    const Block& block = blocks_[record.block];
    const std::vector<Item>& items = block.outline.items;
    std::vector<Stretch> stretches;
    if (const SaidOfCue* said = said_of(record.block, record.attribution->cue_first))
      stretches = said->content;
    const bool holds = std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& each) {
      return each.first <= record.item && record.item < each.last;
    });
    if (!holds) {
      const std::optional<Stretch> stretch =
          quoted_clause(block.outline, block.cues, record.attribution->cue_first, record.item);
      if (!stretch) return {};
      stretches = {*stretch};
    }
    // "“...,” she said, adding that it was over": what follows the cue is not these words.
    if (record.attribution->is_after)
      std::erase_if(stretches, [&](const Stretch& stretch) {
        return stretch.first > record.attribution->cue_first &&
               !holds_quoted(block.outline, stretch);
      });
    if (stretches.size() == 1 && stretches[0].first == record.item &&
        stretches[0].last == record.item + 1)
      return {};
    std::vector<Range> clause;
    for (const Stretch& stretch : stretches)
      clause.push_back({items[stretch.first].range.begin, items[stretch.last - 1].range.end});
    for (const std::int32_t part : record.parts) {
      const Range words = layers_.segmentation.quoted[static_cast<std::size_t>(part)].inner;
      if (words.begin >= clause.back().end) clause.push_back(words);
    }
    return clause;
  }

  [[nodiscard]] static Range cue_range(const Block& block, const Attribution& attribution) {
    return {block.outline.items[attribution.cue_first].range.begin,
            block.outline.items[attribution.cue_last - 1].range.end};
  }

  // The cues of the quotations that are attributed in each block.
  [[nodiscard]] std::vector<std::vector<std::size_t>> quoting_cues() const {
    std::vector<std::vector<std::size_t>> quoting(blocks_.size());
    for (const Record& record : records_)
      if (record.attribution && record.attribution->has_cue && is_kept(record))
        quoting[record.attribution_block].push_back(record.attribution->cue_first);
    for (auto& cues : quoting) std::sort(cues.begin(), cues.end());
    return quoting;
  }

  void add_indirect(std::size_t block_i, const std::vector<std::size_t>& quoting,
                    const ChannelFinder& channels) {
    const Block& block = blocks_[block_i];
    if (block.outline.parent >= 0) return;
    for (const Indirect& indirect : find_indirect(block.outline, said_[block_i], quoting)) {
      bool is_sure = true;
      Quote quote;
      quote.parts = indirect.parts;
      quote.range = {indirect.parts.front().begin, indirect.parts.back().end};
      quote.kind = QuoteKind::kIndirect;
      if (indirect.attribution.source.last > 0) {
        quote.speaker = speakers_.find(block.outline, indirect.attribution.source, is_sure);
        quote.grade = is_sure ? indirect.attribution.grade : Grade::kB;
      }
      quote.rule = indirect.attribution.rule;
      quote.cue = cue_range(block, indirect.attribution);
      quote.channel = channels.named_by(block_i, indirect.attribution);
      quote.said = said_by_publication();
      quotes_.push_back(std::move(quote));
    }
  }

  // Sorts, and finds for each quotation the shortest one around it.
  void set_inside() {
    std::sort(quotes_.begin(), quotes_.end(), [](const Quote& a, const Quote& b) {
      return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end);
    });
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      while (!open.empty() && quotes_[open.back()].range.end <= quotes_[i].range.begin)
        open.pop_back();
      for (std::size_t k = open.size(); k-- > 0;) {
        const std::vector<Range>& parts = quotes_[open[k]].parts;
        const bool is_inside = std::any_of(parts.begin(), parts.end(), [&](Range part) {
          return part.contains(quotes_[i].range);
        });
        if (!is_inside) continue;
        quotes_[i].inside = static_cast<std::int32_t>(open[k]);
        break;
      }
      // The words of indirect speech are the article's: what they hold is no speech inside speech.
      if (quotes_[i].kind != QuoteKind::kIndirect) open.push_back(i);
    }
  }

  const Layers& layers_;
  const SaidModel* model_;
  Letters letters_;
  SpeakerFinder speakers_;
  std::vector<Block> blocks_;  // paragraphs, then the insides of quotations that hold quotations
  std::size_t n_paragraph_blocks_ = 0;
  std::vector<Record> records_;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> quoted_of_;  // by block
  std::vector<std::vector<SaidOfCue>> said_;                                 // by block
  std::vector<std::size_t> owner_;  // record of each QuotedPart
  std::vector<Quote> quotes_;
};

}  // namespace

void visit_cues(const Article& article, const Segmentation& segmentation, const Names& names,
                const std::function<void(const CueContext&)>& visit) {
  const Layers layers{article, segmentation, names};
  QuoteFinder(layers, nullptr).visit_cues(visit);
}

std::vector<Quote> find_quotes(const Article& article, const Segmentation& segmentation,
                               const Names& names, const SaidModel* model) {
  const Layers layers{article, segmentation, names};
  return QuoteFinder(layers, model).find();
}

}  // namespace fabula::quotes
