#include "extract/head.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "extract/byline.hpp"
#include "extract/date_line.hpp"
#include "extract/header_fields.hpp"
#include "extract/headline.hpp"
#include "extract/words.hpp"
#include "extract/written_date.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

// Beyond these the head is over, whatever they look like.
constexpr std::size_t kMaxHeadParagraphs = 8;
constexpr std::size_t kLongestDateLine = 160;
constexpr std::size_t kLongestNamedDate = 80;
// A paragraph of at least this many bytes that ends a sentence is the story.
constexpr std::size_t kBodySize = 220;
constexpr std::size_t kLongestDateline = 90;

class HeadReader {
 public:
  explicit HeadReader(Article& article)
      : article_(article), blocks_(std::move(article.paragraphs)) {}

  void read() {
    std::size_t i = 0;
    while (i < blocks_.size() && !blocks_[i].rule.empty()) out_.push_back(blocks_[i++]);
    i = read_header_block(i);
    const std::size_t end = std::min(blocks_.size(), i + kMaxHeadParagraphs);
    for (; i < end && !is_story(blocks_[i]); ++i) read_paragraph(blocks_[i]);
    read_dateline(i);
    out_.insert(out_.end(),
                std::make_move_iterator(blocks_.begin() + static_cast<std::ptrdiff_t>(i)),
                std::make_move_iterator(blocks_.end()));
    read_last_line();
    article_.paragraphs = std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(Range range) const { return words_of(article_.text, range); }
  [[nodiscard]] bool is_story(const Paragraph& block) const {
    return block.range.size() >= kBodySize && ends_sentence(words(block.range)) &&
           !read_date_line(words(block.range)).is_labelled;
  }

  // Lines of "key: value"; one alone counts only when it is a title or a date.
  std::size_t read_header_block(std::size_t i) {
    std::size_t end = i;
    bool is_certain = false;
    while (end < blocks_.size()) {
      const auto line = header_line(words(blocks_[end].range));
      if (!line) break;
      if (line->field == HeaderField::kTitle || line->field == HeaderField::kPublished)
        is_certain = true;
      ++end;
    }
    if (!is_certain && end - i < 2) return i;
    for (; i < end; ++i)
      out_.push_back(take_header_line(article_, blocks_[i].range,
                                      *header_line(words(blocks_[i].range)), "first-line"));
    return end;
  }

  // "BYLINE: Jane Roe", "LENGTH: 320 words": lines of newspaper archives below the headline.
  bool read_as_archive_line(const Paragraph& block) {
    const std::string_view line = words(block.range);
    const std::string_view key = line.substr(0, line.find(':'));
    const bool is_capitals =
        std::none_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const auto header = is_capitals ? header_line(line) : std::nullopt;
    if (!header) return false;
    out_.push_back(take_header_line(article_, block.range, *header, "first-line"));
    return true;
  }

  void read_paragraph(Paragraph& block) {
    add_dates_between_bars(block);
    if (!block.rule.empty() || (!read_as_archive_line(block) && !read_as_date_line(block) &&
                                !read_as_byline(block) && !read_as_named_date(block)))
      out_.push_back(std::move(block));
  }

  // A date line, a date before a byline, or a labelled date before the headline.
  bool read_as_date_line(const Paragraph& block) {
    const std::string_view line = words(block.range);
    const DateLine date_line = read_date_line(line);
    if (!date_line.has_day) return false;
    const std::string_view rest = line.substr(date_line.rest);
    const Range rest_range{block.range.begin + static_cast<std::uint32_t>(date_line.rest),
                           block.range.end};
    const bool is_alone = rest.empty() && line.size() <= kLongestDateLine;
    const bool before_byline = !date_line.dates.empty() && is_byline(rest);
    const bool before_headline = !date_line.dates.empty() && date_line.is_labelled &&
                                 out_is_empty_but_for_headers() && !rest.empty() &&
                                 !begins_lower(rest);
    if (!is_alone && !before_byline && !before_headline) return false;
    for (const LineDate& date : date_line.dates) add_date(date, block.range.begin, "first-line");
    const std::uint32_t date_end = end_of_words(block.range.begin, rest_range.begin);
    out_.push_back({{block.range.begin, date_end}, Role::kDateline, "role.date-line"});
    if (is_alone) return true;
    const Paragraph after{rest_range, Role::kBody, {}};
    if (!before_byline || !read_as_byline(after)) add_headline(after);
    return true;
  }

  [[nodiscard]] bool out_is_empty_but_for_headers() const {
    return std::all_of(out_.begin(), out_.end(),
                       [](const Paragraph& p) { return p.rule == "role.header"; });
  }

  [[nodiscard]] std::uint32_t end_of_words(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view kept = text::trim(words({begin, end}));
    return place_of(kept, article_.text).end;
  }

  // What stands behind the date on the first line: the headline, perhaps with the standfirst
  // joined to it, or, in a file without line breaks, the story itself.
  void add_headline(const Paragraph& after) {
    const std::string_view line = words(after.range);
    if (line.size() > kLongestTitle) {
      out_.push_back(after);
      return;
    }
    const std::size_t cut = standfirst_in(line);
    const Range title = place_of(text::trim(line.substr(0, cut)), article_.text);
    out_.push_back({title, Role::kHeading, "role.title"});
    if (article_.title.empty()) article_.title = words(title);
    if (cut < line.size())
      out_.push_back(
          {place_of(line.substr(cut), article_.text), Role::kHeading, "role.standfirst"});
  }

  bool read_as_byline(const Paragraph& block) {
    const std::string_view line = words(block.range);
    if (!is_byline(line)) return false;
    std::string_view signature = line;
    if (const auto date = find_written_date(line)) {
      add_date({{*date, false}, false}, block.range.begin, "byline");
      if (date->begin > 0) signature = line.substr(0, date->begin);
    }
    if (article_.byline.empty()) article_.byline = name_in_byline(signature);
    out_.push_back({block.range, Role::kByline, "role.byline"});
    return true;
  }

  // "VALE TIMES | Wednesday 3 March 2021 | Bridge falls": a part that is a date and nothing else.
  void add_dates_between_bars(const Paragraph& block) {
    const std::string_view line = words(block.range);
    if (!block.rule.empty() || line.size() > kLongestTitle ||
        std::count(line.begin(), line.end(), '|') < 2)
      return;
    for (std::size_t begin = line.find('|'); begin != std::string_view::npos;) {
      const std::size_t end = line.find('|', begin + 1);
      if (end == std::string_view::npos) return;
      const std::string_view part = text::trim(line.substr(begin + 1, end - begin - 1));
      const DateLine date_line = read_date_line(part);
      if (date_line.rest == part.size())
        for (const LineDate& date : date_line.dates)
          add_date(date, place_of(part, article_.text).begin, "first-line");
      begin = end;
    }
  }

  // "LONDON, 3 March 2021", "Vale Times | March 3, 2021": a date and up to four capitalised words.
  bool read_as_named_date(const Paragraph& block) {
    const std::string_view line = words(block.range);
    if (line.size() > kLongestNamedDate) return false;
    const auto date = find_written_date(line);
    if (!date || date->when.grain > Grain::kDay) return false;
    std::string_view name = text::trim(line.substr(0, date->begin));
    if (name.empty() || text::trim(line.substr(date->end)).size() > 1) return false;
    const bool is_apart =
        name.find_last_of(",|-(") == name.size() - 1 || word_shape(name).n_words == 1;
    name = text::trim(name.substr(0, name.find_last_not_of(" ,|-(") + 1));
    const WordShape shape = word_shape(name);
    if (!is_apart || shape.n_words > 4 || shape.n_upper < shape.n_long || !begins_upper(name))
      return false;
    add_date({{*date, false}, false}, block.range.begin, "first-line");
    if (article_.outlet.empty() && is_outlet_name(name)) article_.outlet = name;
    out_.push_back({block.range, Role::kDateline, "role.date-line"});
    return true;
  }

  void add_date(const LineDate& date, std::uint32_t offset, std::string_view origin) {
    DateCandidate candidate;
    candidate.when = date.reading.date.when;
    candidate.origin = date.is_modified ? "modified" : origin;
    candidate.range = {offset + date.reading.date.begin, offset + date.reading.date.end};
    candidate.as = words(candidate.range);
    if (date.reading.is_ambiguous) candidate.rejected = kAmbiguousDate;
    article_.date_candidates.push_back(std::move(candidate));
  }

  // "VALE HARBOR, March 3, 2021 (Agency) — ..." in the first paragraph of the story: its date, and
  // "CityPaper - ...": the outlet.
  void read_dateline(std::size_t i) {
    if (i >= blocks_.size()) return;
    const std::string_view dateline =
        dateline_of(words(blocks_[i].range).substr(0, kLongestDateline));
    if (dateline.empty()) return;
    if (const auto date = find_written_date(dateline))
      add_date({{*date, false}, false}, blocks_[i].range.begin, "dateline");
    if (article_.outlet.empty() && is_outlet_name(dateline)) article_.outlet = dateline;
  }

  // "Published: 3 March 2021" as the last paragraph; only with a label.
  void read_last_line() {
    if (out_.size() < 3 || !out_.back().rule.empty()) return;
    const std::string_view line = words(out_.back().range);
    if (line.size() > kLongestDateLine) return;
    const DateLine date_line = read_date_line(line);
    if (date_line.dates.empty() || !date_line.is_labelled || date_line.rest < line.size()) return;
    for (const LineDate& date : date_line.dates)
      add_date(date, out_.back().range.begin, "last-line");
    out_.back().role = Role::kDateline;
    out_.back().rule = "role.date-line";
  }

  Article& article_;
  std::vector<Paragraph> blocks_;
  std::vector<Paragraph> out_;
};

}  // namespace

void read_head(Article& article) {
  HeadReader(article).read();
  mark_title(article);
}

}  // namespace fabula::extract
