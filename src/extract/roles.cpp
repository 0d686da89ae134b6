#include "extract/roles.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/byline.hpp"
#include "extract/date_line.hpp"
#include "extract/furniture.hpp"
#include "extract/words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kLongestDateLine = 120;
constexpr std::size_t kLongestCaption = 250;
// How far a byline may stand from the top when no story paragraph came yet.
constexpr std::size_t kStorySize = 200;
constexpr std::uint32_t kMostCrossheadWords = 6;

class RoleMarker {
 public:
  explicit RoleMarker(Article& article) : article_(article), paragraphs_(article.paragraphs) {}

  void mark() {
    const std::string title = simple_form(article_.title);
    bool story_began = false;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (is_open(i)) mark_by_words(i, title, story_began);
      if (is_open(i) && paragraphs_[i].range.size() >= kStorySize) story_began = true;
    }
    if (lines_end_as_sentences())
      for (std::size_t i = 0; i < paragraphs_.size(); ++i)
        if (is_open(i)) mark_by_place(i);
  }

 private:
  [[nodiscard]] bool is_open(std::size_t i) const {
    return paragraphs_[i].role == Role::kBody && paragraphs_[i].rule.empty();
  }
  [[nodiscard]] std::string_view words(std::size_t i) const {
    return words_of(article_.text, paragraphs_[i].range);
  }
  void give(std::size_t i, Role role, std::string_view rule) {
    paragraphs_[i].role = role;
    paragraphs_[i].rule = rule;
  }

  void mark_by_words(std::size_t i, const std::string& title, bool story_began) {
    const std::string_view line = words(i);
    if (!title.empty() && line.size() <= 2 * article_.title.size() + 8 &&
        simple_form(line) == title)
      return give(i, Role::kHeading, "role.title");
    if (const auto furniture = furniture_in(line)) {
      // An agency's name above the story says who wrote it.
      const bool is_author = furniture->rule == "role.credit-agency" && !story_began && i < 3 &&
                             simple_form(line).find("press") != std::string::npos;
      give(i, is_author ? Role::kByline : furniture->role,
           is_author ? "role.byline" : furniture->rule);
      if (furniture->is_content_note) article_.content_notes.push_back(paragraphs_[i].range);
      return;
    }
    if (line.size() <= kLongestDateLine) {
      const DateLine date_line = read_date_line(line);
      if (date_line.has_day && date_line.rest == line.size())
        return give(i, Role::kDateline, "role.date-line");
    }
    if (!story_began && is_byline(line)) give(i, Role::kByline, "role.byline");
  }

  // In a list, a poem or a transcript a line without a full stop says nothing.
  [[nodiscard]] bool lines_end_as_sentences() const {
    std::size_t n = 0;
    std::size_t n_ended = 0;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i)
      if (is_open(i)) {
        ++n;
        if (ends_sentence(words(i))) ++n_ended;
      }
    return n >= 3 && n_ended * 10 >= n * 7;
  }

  // The nearest paragraph of the story before or after `i`; paragraphs_.size() when there is none.
  [[nodiscard]] std::size_t story_before(std::size_t i) const {
    while (i-- > 0)
      if (paragraphs_[i].role == Role::kBody) return i;
    return paragraphs_.size();
  }
  [[nodiscard]] std::size_t story_after(std::size_t i) const {
    while (++i < paragraphs_.size())
      if (paragraphs_[i].role == Role::kBody) return i;
    return paragraphs_.size();
  }

  // A line without an end mark between whole sentences is a caption, a crosshead or, under the
  // title, a standfirst.
  void mark_by_place(std::size_t i) {
    const std::string_view line = words(i);
    if (ends_sentence(line) || line.size() > kLongestCaption || goes_on(line) ||
        begins_with_quotation_mark(line) || begins_lower(line) || is_list_item(line) ||
        holds_sentences(line) || opens_quotation(line))
      return;
    const std::size_t before = story_before(i);
    const std::size_t after = story_after(i);
    if (after == paragraphs_.size() || begins_lower(words(after))) return;
    if (before == paragraphs_.size()) {
      if (is_name_beside_date(i)) return give(i, Role::kByline, "role.byline");
      const bool under_title = i > 0 && paragraphs_[i - 1].role == Role::kHeading;
      return under_title ? give(i, Role::kHeading, "role.standfirst")
                         : give(i, Role::kCaption, "role.caption-no-stop");
    }
    if (!ends_sentence(words(before)) && paragraphs_[before].rule.empty()) return;
    if (words(before).ends_with(':')) return;
    const bool beside_credit =
        (i > 0 && paragraphs_[i - 1].role == Role::kCredit) ||
        (i + 1 < paragraphs_.size() && paragraphs_[i + 1].role == Role::kCredit);
    if (beside_credit) return give(i, Role::kCaption, "role.caption-beside-credit");
    if (is_title_case(line) || word_shape(line).n_words <= kMostCrossheadWords)
      return give(i, Role::kHeading, "role.crosshead");
    give(i, Role::kCaption, "role.caption-no-stop");
  }

  // "Jane Roe" above or below the date of the article.
  [[nodiscard]] bool is_name_beside_date(std::size_t i) const {
    if (!is_bare_name(words(i))) return false;
    return (i > 0 && paragraphs_[i - 1].role == Role::kDateline) ||
           (i + 1 < paragraphs_.size() && paragraphs_[i + 1].role == Role::kDateline);
  }

  [[nodiscard]] static bool goes_on(std::string_view line) {
    for (const std::string_view mark : {",", ";", "-", "–", "—", "("})
      if (line.ends_with(mark)) return true;
    return false;
  }

  // A quotation begins here and goes on in the next paragraph.
  [[nodiscard]] static bool opens_quotation(std::string_view line) {
    std::ptrdiff_t depth = 0;
    std::size_t n_straight = 0;
    for (std::size_t at = 0; at < line.size();) {
      const text::CodePoint c = text::decode(line, at);
      if (c.value == U'“') ++depth;
      if (c.value == U'”') --depth;
      if (c.value == '"') ++n_straight;
      at += c.n_bytes;
    }
    return depth > 0 || n_straight % 2 == 1;
  }

  // More than one sentence: the story, with its last full stop lost.
  [[nodiscard]] static bool holds_sentences(std::string_view line) {
    for (std::size_t at = line.find(". "); at != std::string_view::npos;
         at = line.find(". ", at + 1))
      if (at >= 4 && begins_upper(line.substr(at + 2)) && begins_lower(line.substr(at - 3)) &&
          begins_lower(line.substr(at - 2)) && begins_lower(line.substr(at - 1)))
        return true;
    return false;
  }

  [[nodiscard]] static bool is_list_item(std::string_view line) {
    for (const std::string_view mark : {"•", "-", "*", "–", "—", "·", "▪", "●", "⦁", "#", "(", "["})
      if (line.starts_with(mark)) return true;
    return line.front() >= '0' && line.front() <= '9';
  }

  Article& article_;
  std::vector<Paragraph>& paragraphs_;
};

}  // namespace

void mark_roles(Article& article) { RoleMarker(article).mark(); }

}  // namespace fabula::extract
