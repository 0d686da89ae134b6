#include "render/labels.hpp"

#include <fmt/format.h>

#include <array>

#include "text/utf8.hpp"

namespace fabula::render {
namespace {

using std::chrono::year_month_day;

constexpr auto kMonths = std::to_array<std::string_view>(
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
constexpr auto kMonthWords =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});

struct Parts {
  int year;
  std::string_view month;
  unsigned day;
};

Parts parts_of(Day day) {
  const year_month_day date{day};
  return {static_cast<int>(date.year()), kMonths[static_cast<unsigned>(date.month()) - 1],
          static_cast<unsigned>(date.day())};
}

std::string day_text(Day day) {
  const Parts p = parts_of(day);
  return fmt::format("{} {} {}", p.day, p.month, p.year);
}

std::string range_text(Day earliest, Day latest) {
  const Parts a = parts_of(earliest);
  const Parts b = parts_of(latest);
  if (a.year != b.year) return day_text(earliest) + " – " + day_text(latest);
  if (a.month != b.month)
    return fmt::format("{} {} – {} {} {}", a.day, a.month, b.day, b.month, b.year);
  return fmt::format("{}–{} {} {}", a.day, b.day, a.month, a.year);
}

std::string day_words(Day day) {
  const Date date = date_of(day);
  return fmt::format("{} {} {}", date.day, kMonthWords[date.month - 1], date.year);
}

}  // namespace

std::string when_text(const When& when) {
  if (!when.earliest && !when.latest) return "no date";
  if (!when.earliest) return "by " + day_text(*when.latest);
  if (!when.latest) return "from " + day_text(*when.earliest);
  if (*when.earliest == *when.latest) return day_text(*when.earliest);
  const Parts p = parts_of(*when.earliest);
  if (when.edtf.size() == 4) return when.edtf;
  if (when.grain == Grain::kMonth && when.edtf.size() == 7)
    return fmt::format("{} {}", p.month, p.year);
  return range_text(*when.earliest, *when.latest);
}

std::string when_words(const When& when) {
  if (!when.earliest && !when.latest) return "no date";
  if (!when.earliest) return day_words(*when.latest) + " or earlier";
  if (!when.latest) return day_words(*when.earliest) + " or later";
  if (*when.earliest == *when.latest) return day_words(*when.earliest);
  const Date first = date_of(*when.earliest);
  const Date last = date_of(*when.latest);
  if (when.edtf.size() == 4) return when.edtf;
  if (when.grain == Grain::kMonth && when.edtf.size() == 7)
    return fmt::format("{} {}", kMonthWords[first.month - 1], first.year);
  const std::string end = day_words(*when.latest);
  if (first.year != last.year) return "from " + day_words(*when.earliest) + " to " + end;
  return fmt::format("from {} {} to {}", first.day, kMonthWords[first.month - 1], end);
}

std::string published_text(const Published& published) {
  if (!published.when.known()) return "publication date not known";
  return "published " + when_text(published.when) +
         (published.basis == DateBasis::kInferred ? " (inferred)" : "");
}

std::string source_label(const Article& article) {
  if (!article.outlet.empty()) return article.outlet;
  const std::string& source = article.sources.front();
  const std::size_t slash = source.find_last_of('/');
  return slash == std::string::npos ? source : source.substr(slash + 1);
}

std::string source_and_file(const Article& article) {
  const std::string& file = article.sources.front();
  return article.outlet.empty() ? file : article.outlet + " · " + file;
}

std::string title_label(const Article& article) {
  if (!article.title.empty()) return article.title;
  for (const Paragraph& paragraph : article.paragraphs)
    if (paragraph.role == Role::kBody) return one_line(words_of(article.text, paragraph.range), 80);
  return source_label(article);
}

std::string short_id(std::string_view id) { return std::string(id.substr(0, 8)); }

std::string counted(std::uint64_t n, std::string_view noun) {
  if (n == 1) noun.remove_suffix(1);
  return fmt::format("{} {}", n, noun);
}

std::string one_line(std::string_view text, std::size_t max_bytes) {
  std::string line;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, n] = text::decode(text, at);
    if (text::is_space(c) || c < 0x20) {
      gap = !line.empty();
    } else {
      if (gap && line.size() >= max_bytes) return line + " …";
      if (gap) line += ' ';
      gap = false;
      line += text.substr(at, n);
    }
    at += n;
  }
  return line;
}

}  // namespace fabula::render
