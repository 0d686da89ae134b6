#include "news/edits.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace fabula::news {
namespace {

constexpr int kTries = 40;

auto at(Story& story, std::size_t place) {
  return story.begin() + static_cast<std::ptrdiff_t>(place);
}

// A word of another kind at the place of `old`, with the marks of `old`.
void exchange(NewsWord& old, NewsWord made) {
  made.mark = old.mark;
  made.is_capital = old.is_capital;
  made.begins_paragraph = old.begins_paragraph;
  made.opens_quotation = old.opens_quotation;
  made.closes_quotation = old.closes_quotation;
  old = made;
}

bool is_number(const NewsWord& word) {
  return word.form == Form::kNumberCommas || word.form == Form::kNumberPlain ||
         word.form == Form::kNumberSpelled;
}

bool is_plain_inside(const NewsWord& word, const Words& words) {
  return word.form == Form::kPlain && words.is_content(word.word) && !word.is_capital &&
         word.mark == Mark::kNone && !word.opens_quotation && !word.closes_quotation &&
         word.planted == Planted::kNone && words.text(word.word).size() >= 5;
}

// A random place for which `fits` holds.
template <class Fits>
std::optional<std::size_t> find_place(const Story& story, Random& random, Fits fits) {
  if (story.size() < 12) return std::nullopt;
  for (int i = 0; i < kTries; ++i) {
    const std::size_t place = random.between(2, static_cast<std::uint32_t>(story.size()) - 8);
    if (fits(place)) return place;
  }
  return std::nullopt;
}

bool plant_sic(Story& story, Writer& editor, Random& random) {
  const auto place = find_place(
      story, random, [&](std::size_t i) { return is_plain_inside(story[i], editor.words()); });
  if (!place) return false;
  NewsWord sic = editor.word(0);
  sic.form = Form::kSic;
  sic.planted = Planted::kSic;
  story.insert(at(story, *place + 1), sic);
  return true;
}

bool plant_ellipsis(Story& story, Writer& editor, Random& random) {
  constexpr std::size_t kRemoved = 3;
  const auto place = find_place(story, random, [&](std::size_t i) {
    return std::all_of(at(story, i), at(story, i + kRemoved + 1), [](const NewsWord& word) {
      return !word.is_capital && word.mark == Mark::kNone && !word.opens_quotation &&
             !word.closes_quotation && word.planted == Planted::kNone;
    });
  });
  if (!place) return false;
  NewsWord dots = editor.word(0);
  dots.form = Form::kEllipsis;
  dots.planted = Planted::kEllipsis;
  story[*place] = dots;
  story.erase(at(story, *place + 1), at(story, *place + kRemoved));
  return true;
}

bool plant_form(Story& story, Planted planted, Form form, Writer& editor, Random& random) {
  const auto place = find_place(
      story, random, [&](std::size_t i) { return is_plain_inside(story[i], editor.words()); });
  if (!place) return false;
  NewsWord made = planted == Planted::kBracket ? editor.word(editor.words().content_word(random))
                                               : story[*place];
  made.form = form;
  made.planted = planted;
  exchange(story[*place], made);
  return true;
}

// The first word, from a random place on, that can be printed in another way.
template <class Change>
bool plant_at_next(Story& story, Random& random, Change change) {
  const std::uint32_t start = random.below(static_cast<std::uint32_t>(story.size()));
  for (std::size_t i = 0; i < story.size(); ++i)
    if (change(story[(start + i) % story.size()])) return true;
  return false;
}

bool plant_number(Story& story, Random& random) {
  return plant_at_next(story, random, [&](NewsWord& word) {
    if (!is_number(word) || word.word < 1000 || word.planted != Planted::kNone) return false;
    const Form other = random.permille(500) ? Form::kNumberPlain : Form::kNumberSpelled;
    word.form = word.form == Form::kNumberCommas ? other : Form::kNumberCommas;
    word.planted = Planted::kNumber;
    return true;
  });
}

bool plant_spelling(Story& story, const Words& words, Random& random) {
  return plant_at_next(story, random, [&](NewsWord& word) {
    if (word.planted != Planted::kNone) return false;
    if (word.form != Form::kPlain && word.form != Form::kVariant) return false;
    if (!words.has_variant(word.word)) return false;
    word.form = word.form == Form::kPlain ? Form::kVariant : Form::kPlain;
    word.planted = Planted::kSpelling;
    return true;
  });
}

bool plant_split(Story& story, Writer& editor, Random& random) {
  const auto is_split_place = [&](std::size_t i) {  // inside a quotation, away from its ends
    std::size_t open = i;
    while (open > 0 && i - open < 20 && !story[open].opens_quotation &&
           !story[open].closes_quotation)
      --open;
    if (!story[open].opens_quotation || i - open < 3) return false;
    return std::none_of(at(story, i - 2), at(story, i + 4), [](const NewsWord& word) {
      return word.opens_quotation || word.closes_quotation || word.planted != Planted::kNone;
    });
  };
  const auto place = find_place(story, random, is_split_place);
  if (!place) return false;
  Story put_in;
  editor.add_attribution(put_in, random);
  for (NewsWord& word : put_in) word.planted = Planted::kSplitQuotation;
  put_in.back().mark = Mark::kComma;
  story[*place].mark = Mark::kComma;
  story[*place].closes_quotation = true;
  story[*place + 1].opens_quotation = true;
  story.insert(at(story, *place + 1), put_in.begin(), put_in.end());
  return true;
}

}  // namespace

Story copy_words(std::span<const NewsWord> words) {
  Story story(words.begin(), words.end());
  for (NewsWord& word : story) word.planted = Planted::kNone;
  return story;
}

void edit_words(Story& story, std::uint32_t permille, Writer& editor, Random& random) {
  if (permille == 0) return;
  Story edited;
  edited.reserve(story.size() + story.size() / 16);
  for (const NewsWord& word : story) {
    if (!random.permille(permille)) {
      edited.push_back(word);
      continue;
    }
    const std::uint32_t kind = random.below(4);
    const bool has_marks = word.begins_paragraph || word.opens_quotation || word.closes_quotation;
    if (kind == 0 && !has_marks) continue;  // dropped
    edited.push_back(word);
    if (kind == 1) {
      edited.back().mark = Mark::kNone;
      edited.back().closes_quotation = false;
      edited.push_back(editor.any_word(random));
      edited.back().mark = word.mark;
      edited.back().closes_quotation = word.closes_quotation;
    } else {
      exchange(edited.back(), editor.any_word(random));
    }
  }
  if (!edited.empty()) story = std::move(edited);
}

void truncate(Story& story, Random& random) {
  const std::size_t kept = story.size() * random.between(30, 95) / 100;
  if (kept == 0) return;
  story.resize(kept);
  story.back().mark = Mark::kStop;
}

bool plant(Story& story, Planted planted, Writer& editor, Random& random) {
  switch (planted) {
    case Planted::kSic:
      return plant_sic(story, editor, random);
    case Planted::kEllipsis:
      return plant_ellipsis(story, editor, random);
    case Planted::kBracket:
      return plant_form(story, planted, Form::kBracketed, editor, random);
    case Planted::kCensor:
      return plant_form(story, planted, Form::kCensored, editor, random);
    case Planted::kNumber:
      return plant_number(story, random);
    case Planted::kSpelling:
      return plant_spelling(story, editor.words(), random);
    case Planted::kSplitQuotation:
      return plant_split(story, editor, random);
    case Planted::kNone:
    case Planted::kMoved:
    case Planted::kMarks:
      return false;
  }
  return false;
}

bool move_paragraph(Story& story, Random& random) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < story.size(); ++i)
    if (story[i].begins_paragraph) begins.push_back(i);
  if (begins.size() < 3) return false;
  begins.push_back(story.size());
  const std::uint32_t n = static_cast<std::uint32_t>(begins.size()) - 1;
  const std::size_t from = random.below(n - 1);
  const std::size_t to = random.between(static_cast<std::uint32_t>(from) + 1, n - 1);
  // The paragraph `from` goes behind the paragraph `to`.
  for (std::size_t i = begins[from]; i < begins[from + 1]; ++i) story[i].planted = Planted::kMoved;
  std::rotate(at(story, begins[from]), at(story, begins[from + 1]), at(story, begins[to + 1]));
  return true;
}

}  // namespace fabula::news
