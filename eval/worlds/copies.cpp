#include "worlds/copies.hpp"

#include <algorithm>

namespace fabula::worlds {
namespace {

constexpr std::ptrdiff_t kLeastBreaks = 6;  // between paragraphs, two bytes each: four paragraphs

void drop_credit(WorldArticle& copy) {
  constexpr std::string_view kDash = " — ";
  const auto begin = static_cast<std::uint32_t>(copy.text.find(kDash) + kDash.size());
  copy.text.erase(0, begin);
  std::erase_if(copy.evidence, [&](const Evidence& e) { return e.range.begin < begin; });
  const auto shift = [&](Range& range) {
    range.begin -= begin;
    range.end -= begin;
  };
  for (Evidence& evidence : copy.evidence) shift(evidence.range);
  for (StorySentence& sentence : copy.sentences) {
    shift(sentence.range);
    for (NumberSaid& number : sentence.numbers) shift(number.range);
  }
}

void drop_last_paragraph(WorldArticle& copy) {
  const std::size_t end = copy.text.rfind("\n\n");
  if (std::ranges::count(copy.text, '\n') < kLeastBreaks) return;
  copy.text.resize(end);
  std::erase_if(copy.evidence, [&](const Evidence& e) { return e.range.end > end; });
  std::erase_if(copy.sentences, [&](const StorySentence& s) { return s.range.end > end; });
}

void add_credit(WorldArticle& copy, std::string_view agency) {
  copy.text += "\n\n";
  Evidence evidence;
  evidence.kind = EvidenceKind::kCopyCredit;
  evidence.range.begin = static_cast<std::uint32_t>(copy.text.size());
  copy.text.append("With reporting by ").append(agency).append(".");
  evidence.range.end = static_cast<std::uint32_t>(copy.text.size());
  copy.evidence.push_back(evidence);
}

}  // namespace

WorldArticle copy_wire(const WorldArticle& wire, std::string_view agency, news::Random& random) {
  WorldArticle copy = wire;
  copy.kind = Kind::kCopy;
  copy.copy_of = wire.id;
  copy.stated = std::nullopt;
  const bool is_credited_first = random.permille(500);
  if (!is_credited_first) drop_credit(copy);
  if (random.permille(400)) drop_last_paragraph(copy);
  if (!is_credited_first) add_credit(copy, agency);
  const bool is_late = random.permille(500);
  const bool holds = std::ranges::all_of(copy.evidence, [&](const Evidence& evidence) {
    return !evidence.latest || *evidence.latest > copy.day;
  });
  if (is_late && holds) copy.day += days{1};
  return copy;
}

}  // namespace fabula::worlds
