#include "extract/written_date.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

namespace fabula::extract {
namespace {

using std::chrono::year_month_day;

constexpr auto kMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});
constexpr auto kShortMonths =
    std::to_array<std::string_view>({"Jan.", "Feb.", "March", "April", "May", "June", "July",
                                     "Aug.", "Sept.", "Oct.", "Nov.", "Dec."});
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"});

std::string edtf_of(std::string_view text) {
  const auto found = find_written_date(text);
  return found ? found->when.edtf : "none";
}

std::string words_found(std::string_view text) {
  const auto found = find_written_date(text);
  return found ? std::string(text.substr(found->begin, found->end - found->begin)) : "none";
}

std::string field_edtf(std::string_view field) {
  const auto found = read_date_field(field);
  return found ? found->date.when.edtf : "none";
}

std::string_view ordinal_mark(unsigned day) {
  if (day >= 11 && day <= 13) return "th";
  switch (day % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

// Every way this reader promises to know one day, without ambiguity.
std::vector<std::string> all_forms(Day day) {
  const year_month_day date{day};
  const int y = static_cast<int>(date.year());
  const unsigned m = static_cast<unsigned>(date.month());
  const unsigned d = static_cast<unsigned>(date.day());
  const std::string_view month = kMonths[m - 1];
  const std::string_view short_month = kShortMonths[m - 1];
  const std::string_view weekday = kWeekdays[std::chrono::weekday{day}.c_encoding()];
  return {
      fmt::format("{:04d}-{:02d}-{:02d}", y, m, d),
      fmt::format("{:04d}-{:02d}-{:02d}T08:30:00Z", y, m, d),
      fmt::format("{:04d}-{:02d}-{:02d} 08:30:00.123+02:00", y, m, d),
      fmt::format("{:04d}{:02d}{:02d}T083000Z", y, m, d),
      fmt::format("{}/{}/{}", y, m, d),
      fmt::format("{}.{:02d}.{:02d}", y, m, d),
      fmt::format("{} {}, {}", month, d, y),
      fmt::format("{} {}{}, {}", month, d, ordinal_mark(d), y),
      fmt::format("{} {}, {}", short_month, d, y),
      fmt::format("{} {} {}", d, month, y),
      fmt::format("{}{} of {}, {}", d, ordinal_mark(d), month, y),
      fmt::format("{}-{}-{}", d, month.substr(0, 3), y),
      fmt::format("{}, {} {}, {} at 9:15 am", weekday, month, d, y),
      fmt::format("{}, {:02d} {} {} 08:30:00 GMT", weekday.substr(0, 3), d, month.substr(0, 3), y),
      fmt::format("{} {} {:02d} 08:30:00 +0000 {}", weekday.substr(0, 3), month.substr(0, 3), d, y),
  };
}

TEST(WrittenDate, EveryDayFrom1800To2100InEveryForm) {
  const Day end{year_month_day{std::chrono::year{2101}, std::chrono::January, std::chrono::day{1}}};
  for (Day day{year_month_day{std::chrono::year{1800}, std::chrono::January, std::chrono::day{1}}};
       day < end; day += std::chrono::days{1}) {
    const When expected = when_day(day);
    const std::vector<std::string> forms = all_forms(day);
    for (const std::string& form : forms) {
      const auto found = find_written_date(form);
      ASSERT_TRUE(found) << form;
      ASSERT_EQ(found->when, expected) << form;
      ASSERT_EQ(found->begin, 0U) << form;
      ASSERT_EQ(found->end, form.size()) << form;
    }
    const std::string& form =
        forms[static_cast<std::size_t>(day.time_since_epoch().count() + 100'000) % forms.size()];
    const auto field = read_date_field(form);
    ASSERT_TRUE(field && !field->is_ambiguous && field->date.when == expected) << form;
  }
}

TEST(WrittenDate, NumbersOnlyWhereDayAndMonthCannotBeConfused) {
  for (int d = 1; d <= 31; ++d)
    for (int m = 1; m <= 12; ++m) {
      if (m == 2 && d > 28) continue;
      if (d == 31 && (m == 4 || m == 6 || m == 9 || m == 11)) continue;
      const std::string expected =
          d > 12 || d == m ? fmt::format("2021-{:02d}-{:02d}", m, d) : "none";
      if (m == 2 && d > 28) continue;
      EXPECT_EQ(edtf_of(fmt::format("{}/{}/2021", d, m)), expected);
      EXPECT_EQ(edtf_of(fmt::format("{}/{}/2021", m, d)), expected);
      EXPECT_EQ(edtf_of(fmt::format("{:02d}.{:02d}.2021", d, m)), expected);
      EXPECT_EQ(edtf_of(fmt::format("{:02d}-{:02d}-2021", m, d)), expected);
    }
}

TEST(WrittenDate, BothReadingsOfAnAmbiguousField) {
  const auto found = read_date_field("9/5/18");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->is_ambiguous);
  EXPECT_EQ(found->date.when.edtf, "[2018-05-09,2018-09-05]");
  EXPECT_FALSE(found->date.when.likely);
  EXPECT_EQ(iso(*found->date.when.earliest), "2018-05-09");
  EXPECT_EQ(iso(*found->date.when.latest), "2018-09-05");
}

TEST(WrittenDate, OtherLanguages) {
  EXPECT_EQ(edtf_of("le 3 mars 2021 à 8h"), "2021-03-03");
  EXPECT_EQ(edtf_of("3 de marzo de 2021"), "2021-03-03");
  EXPECT_EQ(edtf_of("3. März 2021"), "2021-03-03");
  EXPECT_EQ(edtf_of("1er août 2020"), "2020-08-01");
  EXPECT_EQ(edtf_of("14 dicembre 2019"), "2019-12-14");
}

TEST(WrittenDate, MonthsAreNotPaddedToADay) {
  EXPECT_EQ(edtf_of("It began in November 2020."), "2020-11");
  EXPECT_EQ(edtf_of("Sept. 2020"), "2020-09");
  EXPECT_EQ(edtf_of("the Mars 2020 rover"), "none");
}

TEST(WrittenDate, FindsTheWordsInsideAText) {
  EXPECT_EQ(words_found("Posted on Tuesday, September 28, 2021 at 9:15 am ET by Jane Roe"),
            "Tuesday, September 28, 2021 at 9:15 am ET");
  EXPECT_EQ(words_found("VALE HARBOR, March 3, 2021 (Agency) — The"), "March 3, 2021");
  EXPECT_EQ(words_found("(10 November 2020)"), "10 November 2020");
  EXPECT_EQ(words_found("Fri June 1, 2018"), "Fri June 1, 2018");
  EXPECT_EQ(words_found("9:52 PM, May 30, 2019"), "May 30, 2019");
  EXPECT_EQ(words_found("Published:2021-03-03"), "2021-03-03");
}

TEST(WrittenDate, NothingWithoutAYearOrOutsideTheCalendar) {
  for (const std::string_view text : {"",
                                      "May 31 at 3:41 PM",
                                      "on Monday",
                                      "2021",
                                      "in 2021",
                                      "2021-02-30",
                                      "2021-13-01",
                                      "May the 4th",
                                      "version 1.2.2021.4",
                                      "12/2021",
                                      "1234-5678",
                                      "2021-03-045",
                                      "10.0.0.2021",
                                      "phone 020-11-102020",
                                      "0-0-0",
                                      "Marching 4, 2021",
                                      "decade 10 2020",
                                      "2021-03-04x",
                                      "1/2/3",
                                      "00/00/2021",
                                      "99/99/2021",
                                      "--",
                                      "\xFF\xFE"})
    EXPECT_EQ(edtf_of(text), "none") << text;
}

TEST(WrittenDate, FieldsOfRecords) {
  EXPECT_EQ(field_edtf(" 2018-06-01T08:30:00Z "), "2018-06-01");
  EXPECT_EQ(field_edtf("9/15/18"), "2018-09-15");
  EXPECT_EQ(field_edtf("15/9/98"), "1998-09-15");
  EXPECT_EQ(field_edtf("12-May-20"), "2020-05-12");
  EXPECT_EQ(field_edtf("1527841800"), "2018-06-01");
  EXPECT_EQ(field_edtf("1527841800000"), "2018-06-01");
  EXPECT_EQ(field_edtf("0"), "none");
  EXPECT_EQ(field_edtf("0001-01-01"), "0001-01-01");
  EXPECT_EQ(field_edtf("June 2018"), "2018-06");
  EXPECT_EQ(field_edtf("Published on 3 March 2021"), "2021-03-03");
  EXPECT_EQ(field_edtf("soon"), "none");
  EXPECT_EQ(field_edtf(""), "none");
}

TEST(WrittenDate, Urls) {
  const auto edtf = [](std::string_view url) {
    const auto found = find_url_date(url);
    return found ? found->when.edtf.str() : std::string("none");
  };
  EXPECT_EQ(edtf("https://vale.example/2018/06/01/bridge"), "2018-06-01");
  EXPECT_EQ(edtf("https://vale.example/news/2018/jun/01/bridge"), "2018-06-01");
  EXPECT_EQ(edtf("https://vale.example/2018-06-01-bridge"), "2018-06-01");
  EXPECT_EQ(edtf("https://vale.example/2018/06/bridge"), "2018-06");
  EXPECT_EQ(edtf("https://vale.example/2018/06"), "2018-06");
  EXPECT_EQ(edtf("https://vale.example/2018/13/01"), "none");
  EXPECT_EQ(edtf("https://vale.example/story/20180601"), "none");
  EXPECT_EQ(edtf("https://vale.example/1234/56/78"), "none");
  EXPECT_EQ(edtf(""), "none");
}

}  // namespace
}  // namespace fabula::extract
