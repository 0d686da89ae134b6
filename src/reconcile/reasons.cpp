#include "reconcile/reasons.hpp"

#include <fmt/format.h>

#include <chrono>

namespace fabula::reconcile::reasons {
namespace {

std::string iso(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

std::string when_of(const Member& member) {
  const auto& [earliest, latest] = member.published;
  if (earliest && earliest == latest) return fmt::format("on {}", iso(*earliest));
  if (!member.edtf.empty()) return fmt::format("in {}", member.edtf);
  if (earliest && latest) return fmt::format("between {} and {}", iso(*earliest), iso(*latest));
  return earliest ? fmt::format("on {} or later", iso(*earliest))
                  : fmt::format("on {} or earlier", iso(*latest));
}

Reason two_dates(const Member& first, const Member& second, std::string_view rest) {
  const auto with_rest = [&](std::string_view dates) { return std::string(dates).append(rest); };
  const bool first_known = first.published.known(), second_known = second.published.known();
  if (!first_known || !second_known)
    return {with_rest("No publication date is stated for {}"),
            first_known    ? "the second article"
            : second_known ? "the first article"
                           : "either article",
            {}};
  if (first.published == second.published)
    return {with_rest("Both articles were published {}"), when_of(first), {}};
  return {with_rest("The first article was published {}, the second {}"), when_of(first),
          when_of(second)};
}

std::string count_words(std::uint32_t n) {
  if (n == 0) return "no words";
  return n == 1 ? "one word" : fmt::format("{} words", n);
}

std::string the_sign(Sign sign) {
  switch (sign) {
    case Sign::kSic:
      return "“[sic]”";
    case Sign::kEllipsis:
      return "“...” for words";
    case Sign::kStars:
      return "marks for letters of a word";
    case Sign::kGarbled:
      return "garbled letters";
    case Sign::kNone:
      break;
  }
  return {};
}

}  // namespace fabula::reconcile::reasons
