#include "dating/unnamed_ages.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "dating/ages.hpp"
#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "language/whom.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"

namespace fabula::dating {

using language::Happening;
using language::Happenings;
using language::PlainText;
using language::SentenceWord;
using language::subject_before;
using language::verb_of;
using language::Whom;
using language::words_of_sentence;

namespace {

using text::is_one_of;

std::optional<int> figures(std::string_view word) {
  int n = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || n > 99) return std::nullopt;
    n = 10 * n + (c - '0');
  }
  return word.empty() || word[0] == '0' || n > 125 ? std::nullopt : std::optional(n);
}

// "35-year-old", "18-month-old"
std::optional<std::pair<int, bool>> age_of(std::string_view word) {
  for (const auto& [ending, is_months] : {std::pair<std::string_view, bool>{"-year-old", false},
                                          std::pair<std::string_view, bool>{"-month-old", true}})
    if (word.ends_with(ending))
      if (const auto n = figures(word.substr(0, word.size() - ending.size())))
        return std::pair(*n, is_months);
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Does it hold what each of the ages below has: figures that go on with a hyphen, up to three of
// them behind a comma or what is not ASCII, or "now" at its head? Few sentences do.
bool may_tell_age(std::string_view text) {
  const auto head = std::ranges::find_if(text, [](char c) { return is_letter(c) || is_digit(c); });
  if (head != text.end() && (*head == 'n' || *head == 'N')) return true;
  for (std::size_t end = 0; end < text.size();) {
    std::size_t begin = end;
    while (begin < text.size() && !is_digit(text[begin])) ++begin;
    if (begin == text.size()) break;
    end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end < text.size() && text[end] == '-') return true;
    if (end - begin > 3) continue;
    const auto is_between = [](char c) {
      return is_ascii(c) && !is_letter(c) && !is_digit(c) && c != ',';
    };
    while (begin > 0 && is_between(text[begin - 1])) --begin;
    if (begin > 0 && (text[begin - 1] == ',' || !is_ascii(text[begin - 1]))) return true;
  }
  return false;
}

bool is_owner(std::string_view word) { return is_one_of(word, "the", "his", "her", "their", "'s"); }

class Finder {
 public:
  Finder(const AnnotatedArticle& article, const std::vector<AgeClue>& named)
      : article_(article), plain_(article), named_(named) {}

  std::vector<AgeClue> find() {
    for (const Sentence& sentence : article_.segmentation.sentences) {
      if (article_.article.paragraphs[sentence.paragraph].role != Role::kBody) continue;
      const std::string_view text = words_of(article_.article.text, sentence.range);
      if (!may_tell_age(text)) continue;
      words_ = words_of_sentence(article_.article.text, sentence.range);
      for (std::size_t i = 0; i < words_.size(); ++i) read(sentence.range, i);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }

  void read(Range sentence, std::size_t i) {
    if (i > 0 && is_owner(word(i - 1)) && word(i - 1) != "'s")
      if (const auto age = age_of(word(i)); age && ends_a_name(i + 1))
        add({words_[i - 1].range.begin, words_[i].range.end}, -1,
            words_[i - 1].lower + " " + words_[i].lower, age->first, age->second);
    const auto n = figures(word(i));
    if (!n) return;
    // "The twins, 6, started"
    if (i >= 3 && word(i - 1) == "," && word(i + 1) == "," && is_owner(word(i - 3)) &&
        word(i - 3) != "'s" &&
        (text::is_person_noun(word(i - 2)) ||
         is_one_of(word(i - 2), "twin", "twins", "triplets", "siblings")))
      add({words_[i - 3].range.begin, words_[i].range.end}, -1,
          words_[i - 3].lower + " " + words_[i - 2].lower, *n, false);
    // "Now 29, he": at the head of the sentence
    if (i == 1 && word(0) == "now" && word(2) == "," && is_one_of(word(3), "he", "she")) {
      const Whom whom = subject_before(article_, sentence, words_[3].range.end);
      add({words_[0].range.begin, words_[3].range.end}, whom.thing, whom.unnamed, *n, false);
    }
  }

  // Nothing follows that the age would only describe ("her 18-month-old contract").
  [[nodiscard]] bool ends_a_name(std::size_t i) const {
    return i >= words_.size() || words_[i].is_mark || verb_of(word(i)).uses != 0 ||
           is_one_of(word(i), "is", "was", "has", "had", "will", "who", "and", "at", "in", "with",
                     "from", "to", "on");
  }

  void add(Range range, std::int32_t thing, std::string unnamed, int n, bool is_months) {
    if (!plain_.holds(range)) return;
    if (std::ranges::any_of(named_,
                            [&](const AgeClue& each) { return each.range.overlaps(range); }))
      return;
    found_.push_back({range, thing, n, is_months, false, std::move(unnamed)});
  }

  const AnnotatedArticle& article_;
  PlainText plain_;
  const std::vector<AgeClue>& named_;
  std::vector<SentenceWord> words_;
  std::vector<AgeClue> found_;
};

}  // namespace

std::vector<AgeClue> find_unnamed_ages(const AnnotatedArticle& article,
                                       const std::vector<AgeClue>& named) {
  return Finder(article, named).find();
}

std::vector<AgeThenClue> find_ages_then(const AnnotatedArticle& article,
                                        const Happenings& happenings) {
  std::vector<AgeThenClue> out;
  const PlainText plain(article);
  const auto& sentences = article.segmentation.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const Range range = sentences[s].range;
    const std::string_view text = words_of(article.article.text, range);
    const auto has = [&](std::string_view some) { return text.find(some) != text.npos; };
    // What begins with a blank is looked for where its letters are: there are fewer of them.
    if (!(has("when ") && has(" when ")) && !(has("time of ") && has(" at the time of "))) continue;
    if (std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; })) continue;
    const std::vector<SentenceWord> words = words_of_sentence(article.article.text, range);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      const auto n = figures(words[i].lower);
      std::size_t was = i - 1;
      if (is_one_of(words[was].lower, "aged", "only", "just", "still") && was > 0) --was;
      if (!n || !is_one_of(words[was].lower, "was", "were")) continue;
      const bool is_when = words[i + 1].lower == "when";
      const bool is_time = i + 4 < words.size() && words[i + 1].lower == "at" &&
                           words[i + 3].lower == "time" && words[i + 4].lower == "of";
      if ((!is_when && !is_time) || !plain.holds(words[i].range)) continue;
      const std::uint32_t behind = words[i + (is_when ? 1 : 4)].range.end;
      const Whom whom = subject_before(article, range, words[was].range.begin);
      if (whom.thing < 0 && whom.unnamed.empty()) continue;
      const auto& all = happenings.all;
      const auto then = std::ranges::find_if(all, [&](const Happening& each) {
        return each.sentence == s && each.range.begin >= behind && each.is_noun == is_time;
      });
      if (then == all.end()) continue;
      out.push_back({{words[was].range.begin, behind},
                     whom.thing,
                     whom.unnamed,
                     *n,
                     static_cast<std::int32_t>(then - all.begin())});
    }
  }
  return out;
}

}  // namespace fabula::dating
