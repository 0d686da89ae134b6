#include "quotes/outline.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "quotes/lexicon.hpp"
#include "quotes/phrases.hpp"
#include "quotes/spoken.hpp"
#include "text/marks.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

// Bytes of "'s" or of the bare apostrophe behind a plural, at the end of `words`.
std::uint32_t possessive_size(std::string_view words) {
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"})
    if (words.size() > ending.size() && words.ends_with(ending))
      return static_cast<std::uint32_t>(ending.size());
  if (words.ends_with("s'")) return 1;
  return words.ends_with("s’") ? 3 : 0;
}

// "he's" and "who's" are a subject with its verb, not an owner.
bool is_contraction(std::string_view lower) {
  return lower == "he" || lower == "she" || lower == "it" || lower == "who" || lower == "that" ||
         lower == "there" || lower == "what" || lower == "here" || lower == "let";
}

Item word_item(const Layers& layers, const Word& word, Letters& letters) {
  Item item;
  item.range = word.range;
  const std::string_view words = words_of(layers.article.text, word.range);
  if (word.kind == WordKind::kMark) {
    item.mark = text::plain_mark(words);
    if (words == "--") item.mark = '-';
    return item;
  }
  item.kind = ItemKind::kWord;
  const std::uint32_t ending = possessive_size(words);
  item.lower = letters.add_lower(words.substr(0, words.size() - ending));
  item.is_possessive = ending > 0 && !is_contraction(item.lower);
  item.flags = words == "US" ? 0 : flags_of(item.lower);  // the country
  item.is_capital = text::is_upper(text::decode(words, 0).value);
  if (item.flags == 0 && text::is_person_noun(item.lower)) item.flags = kPersonNoun;
  return item;
}

// Quotations directly inside `parent` (-1: none) that begin in `range`: first index.
std::size_t first_part_at(const Segmentation& segmentation, std::uint32_t begin) {
  const auto found = std::lower_bound(
      segmentation.quoted.begin(), segmentation.quoted.end(), begin,
      [](const QuotedPart& part, std::uint32_t at) { return part.outer.begin < at; });
  return static_cast<std::size_t>(found - segmentation.quoted.begin());
}

std::size_t first_mention_at(const Names& names, std::uint32_t begin) {
  const auto found =
      std::lower_bound(names.mentions.begin(), names.mentions.end(), begin,
                       [](const Mention& m, std::uint32_t at) { return m.range.begin < at; });
  return static_cast<std::size_t>(found - names.mentions.begin());
}

bool ends_like_sentence(const Layers& layers, const Item& item) {
  if (item.kind == ItemKind::kMark) return item.mark == '.' || item.mark == '!' || item.mark == '?';
  if (item.kind != ItemKind::kQuoted) return false;
  const QuotedPart& part = layers.segmentation.quoted[static_cast<std::size_t>(item.part)];
  const std::string_view inner = without_closing_marks(words_of(layers.article.text, part.inner));
  return !inner.empty() && (inner.back() == '.' || inner.back() == '!' || inner.back() == '?');
}

void mark_sentences(const Layers& layers, Outline& outline) {
  const std::vector<Sentence>& sentences = layers.segmentation.sentences;
  auto next = sentences.begin();
  if (!outline.items.empty())
    next = std::lower_bound(sentences.begin(), sentences.end(), outline.items.front().range.begin,
                            [](const Sentence& s, std::uint32_t at) { return s.range.begin < at; });
  for (std::size_t i = 0; i < outline.items.size(); ++i) {
    Item& item = outline.items[i];
    while (next != sentences.end() && next->range.begin < item.range.begin) ++next;
    const bool is_boundary = next != sentences.end() && next->range.begin == item.range.begin;
    if (i == 0) {
      item.starts_sentence = true;
      continue;
    }
    const Item& before = outline.items[i - 1];
    if (before.kind == ItemKind::kQuoted) {
      // “No.” said Bright / “No.” She left.
      item.starts_sentence =
          ends_like_sentence(layers, before) && (item.is_capital || item.kind == ItemKind::kQuoted);
    } else {
      item.starts_sentence =
          is_boundary || (item.kind == ItemKind::kQuoted && ends_like_sentence(layers, before));
    }
  }
}

// "Gov." is one item: a full stop behind a capitalised word that ends no sentence belongs to it.
void join_abbreviations(Outline& outline) {
  std::vector<Item>& items = outline.items;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_dot = items[i].is_mark('.') && kept > 0 && i + 1 < items.size() &&
                        !items[i + 1].starts_sentence && items[kept - 1].is_capital &&
                        items[kept - 1].kind == ItemKind::kWord &&
                        items[kept - 1].range.end == items[i].range.begin &&
                        items[i + 1].kind != ItemKind::kQuoted;
    if (is_dot)
      items[kept - 1].range.end = items[i].range.end;
    else
      items[kept++] = items[i];
  }
  items.resize(kept);
}

void number_sentences(Outline& outline) {
  std::vector<Item>& items = outline.items;
  for (std::size_t first = 0; first < items.size();) {
    std::size_t last = first + 1;
    while (last < items.size() && !items[last].starts_sentence) ++last;
    for (std::size_t i = first; i < last; ++i) {
      items[i].sentence_first = static_cast<std::uint32_t>(first);
      items[i].sentence_last = static_cast<std::uint32_t>(last);
    }
    first = last;
  }
}

}  // namespace

std::string_view Letters::add_lower(std::string_view words) {
  FABULA_CHECK(buffer_.size() + words.size() <= buffer_.capacity());  // views must stay
  const std::size_t begin = buffer_.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c >= 'A' && c <= 'Z') {
      buffer_.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (words.substr(i, 3) == "’") {
      buffer_.push_back('\'');
      i += 2;
    } else {
      buffer_.push_back(c);
    }
  }
  while (buffer_.size() > begin && buffer_.back() == '.') buffer_.pop_back();
  return std::string_view(buffer_).substr(begin);
}

const Phrase* Outline::phrase_at(std::size_t at) const {
  if (at >= items.size() || items[at].phrase < 0) return nullptr;
  return &phrases[static_cast<std::size_t>(items[at].phrase)];
}

const Item& item_or_mark(const Outline& outline, std::size_t at) {
  static const Item kNothing{};
  return at < outline.items.size() ? outline.items[at] : kNothing;
}

Outline make_outline(const Layers& layers, Range range, std::int32_t parent, std::size_t& word,
                     Letters& letters) {
  const std::vector<Word>& words = layers.segmentation.words;
  Outline outline;
  outline.parent = parent;
  std::size_t part = first_part_at(layers.segmentation, range.begin);
  std::size_t mention = first_mention_at(layers.names, range.begin);
  while (word < words.size() && words[word].range.begin < range.begin) ++word;
  while (word < words.size() && words[word].range.begin < range.end) {
    const std::uint32_t at = words[word].range.begin;
    while (part < layers.segmentation.quoted.size() &&
           (layers.segmentation.quoted[part].outer.begin < at ||
            layers.segmentation.quoted[part].parent != parent) &&
           layers.segmentation.quoted[part].outer.begin <= at)
      ++part;
    while (mention < layers.names.mentions.size() &&
           layers.names.mentions[mention].range.begin < at)
      ++mention;
    Item item;
    std::uint32_t end = words[word].range.end;
    if (part < layers.segmentation.quoted.size() &&
        layers.segmentation.quoted[part].outer.begin == at &&
        layers.segmentation.quoted[part].parent == parent) {
      item.kind = ItemKind::kQuoted;
      item.part = static_cast<std::int32_t>(part);
      item.range = layers.segmentation.quoted[part].outer;
      end = item.range.end;
      item.ends_with_comma = without_closing_marks(words_of(layers.article.text,
                                                            layers.segmentation.quoted[part].inner))
                                 .ends_with(',');
    } else if (mention < layers.names.mentions.size() &&
               layers.names.mentions[mention].range.begin == at &&
               layers.names.mentions[mention].range.end <= range.end) {
      item.kind = ItemKind::kName;
      item.mention = static_cast<std::int32_t>(mention);
      item.range = layers.names.mentions[mention].range;
      item.name_kind = layers.names.things[layers.names.mentions[mention].thing].kind;
      item.is_capital = true;
      end = item.range.end;
    } else {
      item = word_item(layers, words[word], letters);
    }
    // A word that reaches over the end of a name holds its possessive.
    for (++word; word < words.size() && words[word].range.begin < end; ++word) {
    }
    if (item.kind == ItemKind::kName && words[word - 1].range.end > item.range.end) {
      item.range.end = words[word - 1].range.end;
      item.is_possessive = true;
    }
    outline.items.push_back(item);
  }
  mark_sentences(layers, outline);
  join_abbreviations(outline);
  number_sentences(outline);
  mark_unspoken(layers, outline);
  find_phrases(outline);
  return outline;
}

}  // namespace fabula::quotes
