#include "timeline/news_asides.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/one_of.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

constexpr std::size_t kLongestDateline = 14;  // words and marks
constexpr std::size_t kLongestAside = 12;
constexpr std::size_t kLongestSource = 11;

bool is_said(std::string_view lower) {
  return is_one_of(lower, "said", "announced", "confirmed", "reported", "added", "according");
}

class Finder {
 public:
  Finder(const AnnotatedArticle& article, Range sentence, std::span<const NewsWord> words)
      : article_(article), words_(words), is_aside_(words.size(), false) {
    const auto& mentions = article.names.mentions;
    const auto begin = [](const Mention& m) { return m.range.begin; };
    const auto first = std::ranges::lower_bound(mentions, sentence.begin, {}, begin);
    const auto last = std::ranges::lower_bound(mentions, sentence.end, {}, begin);
    for (auto mention = first; mention != last; ++mention)
      if (article.names.things[mention->thing].kind == NameKind::kPerson)
        people_.push_back(mention->range);
  }

  std::vector<bool> find() && {
    find_dateline();
    find_source();
    for (const Range person : people_) {
      const auto behind = std::ranges::lower_bound(
          words_, person.end, {}, [](const NewsWord& word) { return word.place.begin; });
      find_behind(static_cast<std::size_t>(behind - words_.begin()));
    }
    return std::move(is_aside_);
  }

 private:
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? words_[i].lower : std::string_view();
  }

  void mark(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) is_aside_[i] = true;
  }

  void find_dateline() {
    if (words_.empty()) return;
    const std::string_view first = words_of(article_.article.text, words_[0].place);
    if (first.size() < 2 || std::ranges::any_of(first, [](char c) { return c >= 'a' && c <= 'z'; }))
      return;
    for (std::size_t i = 1; i < std::min(words_.size(), kLongestDateline); ++i)
      if (at(i) == "-" || at(i) == ":") return mark(0, i);
  }

  // The last part behind a comma, where a saying stands in it and nobody with a name.
  void find_source() {
    std::size_t end = words_.size();
    while (end > 0 && words_[end - 1].kind == NewsWord::Kind::kMark) --end;
    std::size_t begin = end;
    bool has_saying = false;
    while (begin > 0 && words_[begin - 1].kind != NewsWord::Kind::kMark) {
      --begin;
      has_saying = has_saying || is_said(at(begin));
    }
    if (begin == 0 || !has_saying || end - begin > kLongestSource || at(begin - 1) != ",") return;
    const Range part = {words_[begin].place.begin, words_[end - 1].place.end};
    if (std::ranges::any_of(people_, [&](Range person) { return person.overlaps(part); })) return;
    mark(begin, end);
  }

  // Behind a person's name, from the word `i` on.
  void find_behind(std::size_t i) {
    if (is_one_of(at(i), "of", "from") && i + 1 < words_.size() && words_[i + 1].is_capital) {
      for (++i; i < words_.size() && words_[i].is_capital; ++i) is_aside_[i] = true;
      return;
    }
    // One after the other: ", 43, a nurse from Orra,".
    while (i + 1 < words_.size() && at(i) == "," && opens(i + 1)) {
      const std::size_t begin = i + 1;
      i = begin;
      while (i < words_.size() && i < begin + kLongestAside &&
             words_[i].kind != NewsWord::Kind::kMark)
        ++i;
      if (at(i) != ",") return;
      mark(begin, i);
    }
  }

  bool opens(std::size_t i) const {
    return words_[i].kind == NewsWord::Kind::kNumber ||
           is_one_of(at(i), "a", "an", "the", "who", "whose", "aged", "then", "now");
  }

  const AnnotatedArticle& article_;
  std::span<const NewsWord> words_;
  std::vector<Range> people_;
  std::vector<bool> is_aside_;
};

}  // namespace

std::vector<bool> find_asides(const AnnotatedArticle& article, Range sentence,
                              std::span<const NewsWord> words) {
  return Finder(article, sentence, words).find();
}

}  // namespace fabula::timeline
