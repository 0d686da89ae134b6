// Values of the model in columns: ranges, stretches of days, enumerators by their names.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/span.hpp"
#include "model/article.hpp"
#include "model/capture.hpp"
#include "model/names.hpp"
#include "model/pile.hpp"
#include "model/quote.hpp"
#include "model/time.hpp"
#include "model/when.hpp"
#include "store/sqlite.hpp"

namespace fabula::store {

// An article's row in the upper 32 bits, the record's place in its list in the lower ones.
[[nodiscard]] constexpr std::int64_t record_row(std::int64_t article, std::size_t n) {
  return article << 32 | static_cast<std::int64_t>(n);
}

// No article has a higher row: (kLastRow + 1) * 2^32 is still a row number.
inline constexpr std::int64_t kLastRow = (std::int64_t{1} << 31) - 2;

[[nodiscard]] constexpr bool is_inside(Range range, std::size_t n_text) {
  return range.begin <= range.end && range.end <= n_text;
}

// Names of the enumerators in the store. Those of the model's own name_of() are the same.
[[nodiscard]] std::string_view text_of(Role role);
[[nodiscard]] std::string_view text_of(DateBasis basis);
[[nodiscard]] std::string_view text_of(EventStatus status);
[[nodiscard]] std::string_view text_of(QuoteKind kind);
[[nodiscard]] std::string_view text_of(Grade grade);
[[nodiscard]] std::string_view text_of(TimeType type);
[[nodiscard]] std::string_view text_of(Format format);
[[nodiscard]] std::string_view text_of(NameKind kind);
[[nodiscard]] std::string_view text_of(Gender gender);
[[nodiscard]] std::string_view text_of(Grain grain);
// The enumerator with this name; false when there is none.
[[nodiscard]] bool read_enum(std::string_view text, Role& role);
[[nodiscard]] bool read_enum(std::string_view text, DateBasis& basis);
[[nodiscard]] bool read_enum(std::string_view text, EventStatus& status);
[[nodiscard]] bool read_enum(std::string_view text, QuoteKind& kind);
[[nodiscard]] bool read_enum(std::string_view text, Grade& grade);
[[nodiscard]] bool read_enum(std::string_view text, TimeType& type);
[[nodiscard]] bool read_enum(std::string_view text, NameKind& kind);
[[nodiscard]] bool read_enum(std::string_view text, Gender& gender);
[[nodiscard]] bool read_enum(std::string_view text, Grain& grain);

// "2020-11-10"; years outside of 0..9999 in ISO 8601's expanded form: "-00044-03-15".
[[nodiscard]] std::string day_text(Day day);
[[nodiscard]] std::optional<Day> parse_day_text(std::string_view text);

// What a stretch of days takes: earliest, latest, likely, grain, edtf. Binds point into this.
class WhenColumns {
 public:
  explicit WhenColumns(const When& when);
  friend void bind_value(Binder& binder, const WhenColumns& columns);

 private:
  std::optional<std::string> earliest_, latest_, likely_;
  std::string_view grain_, edtf_;
};
void bind_value(Binder& binder, const WhenColumns& columns);
void bind_value(Binder& binder, Range range);  // begin, end
void bind_value(Binder& binder, const std::optional<Range>& range);
void bind_value(Binder& binder, const std::optional<std::string>& text);
void bind_value(Binder& binder, const std::optional<std::int32_t>& number);
void bind_value(Binder& binder, const std::optional<std::int64_t>& number);

// Reads the columns of a row from left to right. A value that does not fit (a number out of its
// type's range, an unknown name, a range whose end lies before its begin or behind `n_text`) makes
// ok() false.
class Columns {
 public:
  Columns(const Query& query, std::size_t n_text, int first = 0)
      : query_(query), n_text_(n_text), at_(first) {}

  template <std::integral T>
  [[nodiscard]] T number() {
    const std::int64_t value = query_.integer(at_++);
    if (std::in_range<T>(value)) return static_cast<T>(value);
    ok_ = false;
    return T{};
  }
  [[nodiscard]] std::string_view view() { return query_.text(at_++); }
  [[nodiscard]] std::string text() { return std::string(view()); }
  // A place in a list of `size`.
  template <std::integral T>
  [[nodiscard]] T index(std::size_t size) {
    const T value = number<T>();
    ok_ = ok_ && std::cmp_less(value, size) && value >= 0;
    return value;
  }
  // The same, or -1.
  [[nodiscard]] std::int32_t index_or_none(std::size_t size) {
    const auto value = number<std::int32_t>();
    ok_ = ok_ && value >= -1 && (value == -1 || std::cmp_less(value, size));
    return value;
  }
  template <class E>
  [[nodiscard]] E named() {
    E value{};
    ok_ = read_enum(view(), value) && ok_;
    return value;
  }
  [[nodiscard]] Range range();
  [[nodiscard]] std::optional<Range> optional_range();
  [[nodiscard]] When when();
  [[nodiscard]] std::vector<std::string> texts();
  [[nodiscard]] std::vector<Range> ranges();
  [[nodiscard]] bool next_is_null() const { return query_.is_null(at_); }
  void skip(int n) { at_ += n; }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  [[nodiscard]] std::optional<Day> day();
  const Query& query_;
  std::size_t n_text_;
  int at_;
  bool ok_ = true;
};

}  // namespace fabula::store
