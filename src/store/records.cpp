#include "store/records.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <span>

#include "store/lists.hpp"

namespace fabula::store {
namespace {

constexpr auto kFormats = std::to_array<std::string_view>({"text", "markdown", "html", "record"});
constexpr auto kNameKinds =
    std::to_array<std::string_view>({"person", "organisation", "place", "other"});
constexpr auto kGenders = std::to_array<std::string_view>({"unknown", "female", "male"});
constexpr auto kGrains = std::to_array<std::string_view>(
    {"time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "unknown"});

// Finds the enumerator among the first `n` by its name.
template <class E>
bool find_enum(std::string_view text, E last, E& out) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
    if (text_of(static_cast<E>(i)) != text) continue;
    out = static_cast<E>(i);
    return true;
  }
  return false;
}

}  // namespace

std::string_view text_of(Role role) { return name_of(role); }
std::string_view text_of(DateBasis basis) { return name_of(basis); }
std::string_view text_of(EventStatus status) { return name_of(status); }
std::string_view text_of(QuoteKind kind) { return name_of(kind); }
std::string_view text_of(Grade grade) { return name_of(grade); }
std::string_view text_of(TimeType type) { return name_of(type); }
std::string_view text_of(Format format) { return kFormats[static_cast<std::size_t>(format)]; }
std::string_view text_of(NameKind kind) { return kNameKinds[static_cast<std::size_t>(kind)]; }
std::string_view text_of(Gender gender) { return kGenders[static_cast<std::size_t>(gender)]; }
std::string_view text_of(Grain grain) { return kGrains[static_cast<std::size_t>(grain)]; }

bool read_enum(std::string_view text, Role& out) { return find_enum(text, Role::kByline, out); }
bool read_enum(std::string_view text, EventStatus& out) {
  return find_enum(text, EventStatus::kDenied, out);
}
bool read_enum(std::string_view text, DateBasis& out) {
  return find_enum(text, DateBasis::kUnknown, out);
}
bool read_enum(std::string_view text, QuoteKind& out) {
  return find_enum(text, QuoteKind::kIndirect, out);
}
bool read_enum(std::string_view text, Grade& out) { return find_enum(text, Grade::kC, out); }
bool read_enum(std::string_view text, TimeType& out) {
  return find_enum(text, TimeType::kSet, out);
}
bool read_enum(std::string_view text, NameKind& out) {
  return find_enum(text, NameKind::kOther, out);
}
bool read_enum(std::string_view text, Gender& out) { return find_enum(text, Gender::kMale, out); }
bool read_enum(std::string_view text, Grain& out) { return find_enum(text, Grain::kUnknown, out); }

std::string day_text(Day day) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  if (year >= 0 && year <= 9999) return iso(day);
  return fmt::format("{:+06d}-{:02d}-{:02d}", year, static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day_text(std::string_view text) {
  if (text.size() != 12) return parse_iso_day(text);
  // Month and day are checked by reading them in a leap year of four digits.
  const auto in_leap_year = parse_iso_day(fmt::format("2000{}", text.substr(6)));
  const std::size_t digits = text[0] == '+' ? 1 : 0;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data() + digits, text.data() + 6, year);
  if (!in_leap_year || error != std::errc{} || end != text.data() + 6) return std::nullopt;
  const std::chrono::year_month_day in_2000{*in_leap_year};
  const std::chrono::year_month_day date{std::chrono::year{year}, in_2000.month(), in_2000.day()};
  if (year < -32767 || year > 32767 || !date.ok()) return std::nullopt;
  return Day{date};
}

WhenColumns::WhenColumns(const When& when) : grain_(text_of(when.grain)), edtf_(when.edtf) {
  if (when.earliest) earliest_ = day_text(*when.earliest);
  if (when.latest) latest_ = day_text(*when.latest);
  if (when.likely) likely_ = day_text(*when.likely);
}

void bind_value(Binder& binder, const WhenColumns& columns) {
  bind_value(binder, columns.earliest_);
  bind_value(binder, columns.latest_);
  bind_value(binder, columns.likely_);
  binder.text(columns.grain_);
  binder.text(columns.edtf_);
}

void bind_value(Binder& binder, Range range) {
  binder.integer(range.begin);
  binder.integer(range.end);
}

void bind_value(Binder& binder, const std::optional<Range>& range) {
  if (range) return bind_value(binder, *range);
  binder.null();
  binder.null();
}

void bind_value(Binder& binder, const std::optional<std::string>& text) {
  if (text) return binder.text(*text);
  binder.null();
}

void bind_value(Binder& binder, const std::optional<std::int32_t>& number) {
  if (number) return binder.integer(*number);
  binder.null();
}

void bind_value(Binder& binder, const std::optional<std::int64_t>& number) {
  if (number) return binder.integer(*number);
  binder.null();
}

Range Columns::range() {
  const auto begin = number<std::uint32_t>();
  const Range range{begin, number<std::uint32_t>()};
  ok_ = ok_ && is_inside(range, n_text_);
  return ok_ ? range : Range{};
}

std::optional<Range> Columns::optional_range() {
  if (!next_is_null()) return range();
  skip(2);
  return std::nullopt;
}

std::optional<Day> Columns::day() {
  if (next_is_null()) {
    skip(1);
    return std::nullopt;
  }
  const auto day = parse_day_text(view());
  ok_ = ok_ && day.has_value();
  return day;
}

When Columns::when() {
  When when;
  when.earliest = day();
  when.latest = day();
  when.likely = day();
  when.grain = named<Grain>();
  when.edtf = text();
  return when;
}

std::vector<std::string> Columns::texts() {
  std::vector<std::string> texts;
  ok_ = read_texts(view(), texts) && ok_;
  return texts;
}

std::vector<Range> Columns::ranges() {
  std::vector<Range> ranges;
  ok_ = read_ranges(view(), ranges) && ok_;
  for (const Range range : ranges) ok_ = ok_ && is_inside(range, n_text_);
  return ranges;
}

}  // namespace fabula::store
