#include "worlds/text.hpp"

namespace fabula::worlds {
namespace {

constexpr std::string_view kMarks = ".,;:?!)";

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

// "an 8-year-old", "an 18-month-old", "an engineer".
bool asks_for_an(std::string_view words) {
  if (words.starts_with("8") || words.starts_with("11-") || words.starts_with("18-")) return true;
  return !words.empty() && std::string_view("aeiou").find(words[0]) != std::string_view::npos;
}

// Curly marks → straight ones.
std::string straighten(std::string_view words) {
  std::string made;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view letter = words.substr(i, 3);
    if (letter == "“" || letter == "”") {
      made += '"';
    } else if (letter == "’") {
      made += '\'';
    } else {
      made += words[i];
      continue;
    }
    i += 2;
  }
  return made;
}

}  // namespace

void Text::put(std::string_view words) {
  if (words.empty()) return;
  if (has_article_) {
    if (words[0] == ' ') return;  // the blank behind the article comes with it
    const bool is_an = words == "11" || words == "18" || asks_for_an(words);
    has_article_ = false;
    std::vector<Evidence> inside;
    inside.swap(open_);  // which begins behind the article
    put(is_an ? "an " : "a ");
    inside.swap(open_);
  }
  if (text_.ends_with(',') && kMarks.find(words[0]) != std::string_view::npos) text_.pop_back();
  std::string made = has_straight_marks_ ? straighten(words) : std::string(words);
  if (has_capital_) {
    for (char& c : made) {
      if (c >= '0' && c <= '9') has_capital_ = false;
      if (!has_capital_) break;
      if (!is_letter(c)) continue;
      if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
      has_capital_ = false;
    }
  }
  for (Evidence& evidence : open_)
    if (evidence.range.begin == kNone)
      evidence.range.begin = static_cast<std::uint32_t>(text_.size());
  text_ += made;
}

void Text::begin_paragraph() {
  if (!text_.empty()) text_ += "\n\n";
  ++n_paragraphs_;
}

void Text::take_back_paragraph() {
  text_.resize(text_.size() - 2);
  --n_paragraphs_;
}

void Text::begin_sentence() {
  if (!text_.empty() && !text_.ends_with('\n')) text_ += ' ';
  has_capital_ = true;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  sentences_.emplace_back().range = {begin, begin};
}

void Text::end_sentence() {
  if (text_.ends_with(',')) text_.pop_back();
  if (!text_.ends_with('.') && !text_.ends_with(".”") && !text_.ends_with(".\"") &&
      !text_.ends_with('?'))
    text_ += '.';
  sentences_.back().range.end = static_cast<std::uint32_t>(text_.size());
}

void Text::put_number(NumberSaid number, std::string_view words) {
  put(words);
  number.range.end = static_cast<std::uint32_t>(text_.size());
  number.range.begin = number.range.end - static_cast<std::uint32_t>(words.size());
  sentences_.back().numbers.push_back(number);
}

void Text::open(const Evidence& evidence) {
  open_.push_back(evidence);
  open_.back().range.begin = kNone;
}

void Text::close() {
  Evidence evidence = open_.back();
  open_.pop_back();
  evidence.range.end = static_cast<std::uint32_t>(text_.size());
  if (evidence.range.begin < evidence.range.end) evidence_.push_back(evidence);
}

}  // namespace fabula::worlds
