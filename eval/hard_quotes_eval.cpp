// Invented hard cases of quotations: hard_quotes_eval FILE.json
//
// Each case is read behind the cast's text as one article, so that names can be resolved without
// the story stage. Right means: every expected record is there with its parts, kind, speaker, cue,
// channel and day, and no direct or mixed record is there that is not expected. Prints the wrong
// cases and a count.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "attributions.hpp"
#include "model/pile.hpp"
#include "quotes/utterance_day.hpp"
#include "text/utf8.hpp"
#include "times/times.hpp"

namespace {

using namespace fabula;
using nlohmann::json;

// The day that all cases are published on.
constexpr std::string_view kPublished = "2021-05-13";

AnnotatedArticle annotate_case(const std::string& text) {
  AnnotatedArticle annotated = eval::annotate_text("case.txt", text, parse_iso_day(kPublished));
  annotated.times = times::find_times(annotated.article, annotated.segmentation, annotated.quotes);
  quotes::date_quotes(annotated.article, annotated.segmentation, annotated.times, annotated.quotes);
  return annotated;
}

// Words without marks at the ends.
std::string bare(std::string_view words) {
  const auto is_outer = [](char32_t c) { return !text::is_letter(c) && !text::is_digit(c); };
  while (!words.empty() && is_outer(text::decode(words, 0).value))
    words.remove_prefix(text::decode(words, 0).n_bytes);
  while (!words.empty() && is_outer(text::decode_before(words, words.size()).value))
    words.remove_suffix(text::decode_before(words, words.size()).n_bytes);
  return std::string(words);
}

std::string joined_words(std::string_view text, const Quote& quote) {
  std::string all;
  for (const Range part : quote.parts)
    all += (all.empty() ? "" : " ") + std::string(words_of(text, part));
  return bare(all);
}

bool lists(const json& quote, const char* key, const json& value) {
  if (!quote.contains(key)) return false;
  if (quote[key] == "any") return true;
  return std::find(quote[key].begin(), quote[key].end(), value) != quote[key].end();
}

std::string text_or(const json& object, const char* key) {
  if (!object.is_object() || !object.contains(key) || !object[key].is_string()) return "";
  return object[key].get<std::string>();
}

struct Tally {
  std::size_t n_cases = 0;
  std::size_t n_right = 0;
  std::size_t n_quotes = 0;
  std::size_t n_found = 0;
  std::size_t n_speaker = 0;
  std::size_t n_cue = 0;
  std::size_t n_kind = 0;
  std::size_t n_channel = 0;
  std::size_t n_said = 0;
};

void check_quote(const json& gold, const Quote& found, std::string_view text, Tally& tally,
                 std::vector<std::string>& wrong) {
  const json name = gold["speaker"].is_object() ? gold["speaker"]["name"] : json(nullptr);
  const json got = found.speaker ? json(found.speaker->name) : json(nullptr);
  // A speaker of the words alone ("She") who is nobody by name is right when the words are.
  const bool is_words_only = name.is_null() && found.speaker && found.speaker->thing < 0;
  const bool speaker = got == name || is_words_only || lists(gold, "accept_speakers", got) ||
                       (found.speaker && lists(gold, "accept_speakers", found.speaker->as));
  tally.n_speaker += speaker ? 1U : 0U;
  if (!speaker) wrong.push_back(fmt::format("speaker {} not {}", got.dump(), name.dump()));
  const std::string cue = text_or(gold["cue"], "text");
  const std::string got_cue = found.cue ? std::string(words_of(text, *found.cue)) : "";
  const bool cue_right = cue == got_cue || lists(gold, "accept_cues", got_cue);
  tally.n_cue += cue_right ? 1U : 0U;
  if (!cue_right) wrong.push_back(fmt::format("cue '{}' not '{}'", got_cue, cue));
  const std::string kind(name_of(found.kind));
  const bool kind_right = gold["kind"] == kind || lists(gold, "accept_kinds", kind);
  tally.n_kind += kind_right ? 1U : 0U;
  if (!kind_right) wrong.push_back(fmt::format("kind {}", kind));
  const std::string channel = text_or(gold["channel"], "name");
  const std::string got_channel = found.channel ? found.channel->name : "";
  const bool channel_right = channel == got_channel || lists(gold, "accept_channels", got_channel);
  tally.n_channel += channel_right ? 1U : 0U;
  if (!channel_right) wrong.push_back(fmt::format("channel '{}' not '{}'", got_channel, channel));
}

bool is_same_day(const json& gold, const char* key, const std::optional<Day>& day) {
  return text_or(gold, key) == (day ? iso(*day) : "");
}

void check_said(const json& gold, const Quote& found, Tally& tally,
                std::vector<std::string>& wrong) {
  const When& said = found.said;
  bool is_right = is_same_day(gold["said"], "earliest", said.earliest) &&
                  is_same_day(gold["said"], "latest", said.latest);
  if (gold.contains("accept_said"))
    for (const json& accepted : gold["accept_said"]) {
      const auto holds = [](const json& end, const std::optional<Day>& day) {
        return (end.is_string() ? end.get<std::string>() : "") == (day ? iso(*day) : "");
      };
      is_right = is_right || (holds(accepted[0], said.earliest) && holds(accepted[1], said.latest));
    }
  tally.n_said += is_right ? 1U : 0U;
  if (!is_right) wrong.push_back(fmt::format("said '{}' not {}", said.edtf, gold["said"].dump()));
}

std::vector<std::string> check_case(const json& one, const std::string& cast, Tally& tally) {
  const std::string before = cast + "\n\n";
  const AnnotatedArticle annotated = annotate_case(before + one["text"].get<std::string>());
  const std::string_view text = annotated.article.text;
  std::vector<std::string> wrong;
  std::vector<bool> is_used(annotated.quotes.size(), false);
  for (const json& gold : one["quotes"]) {
    const bool is_optional = gold.value("optional", false);
    const bool is_loose = gold.value("loose", false);
    const std::string words = bare(gold["text"].get<std::string>());
    tally.n_quotes += is_optional ? 0U : 1U;
    bool is_found = false;
    for (std::size_t i = 0; i < annotated.quotes.size() && !is_found; ++i) {
      const Quote& found = annotated.quotes[i];
      if (found.range.begin < before.size() || is_used[i]) continue;
      const std::string got = joined_words(text, found);
      const bool is_same =
          got == words || (is_loose && found.kind == QuoteKind::kIndirect &&
                           (got.find(words) != got.npos || words.find(got) != words.npos));
      if (!is_same) continue;
      is_used[i] = is_found = true;
      tally.n_found += is_optional ? 0U : 1U;
      if (!is_optional) check_quote(gold, found, text, tally, wrong);
      if (!is_optional) check_said(gold, found, tally, wrong);
    }
    if (!is_found && !is_optional) wrong.push_back(fmt::format("missing [{}]", words));
  }
  for (std::size_t i = 0; i < annotated.quotes.size(); ++i) {
    const Quote& found = annotated.quotes[i];
    if (is_used[i] || found.range.begin < before.size() || found.kind == QuoteKind::kIndirect)
      continue;
    wrong.push_back(fmt::format("extra [{}] {}", joined_words(text, found), found.rule));
  }
  return wrong;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: hard_quotes_eval FILE.json\n");
    return 2;
  }
  std::ifstream in(argv[1]);
  const json cases = json::parse(in, nullptr, false);
  if (!cases.is_object()) {
    fmt::print(stderr, "hard_quotes_eval: '{}' is not a JSON object\n", argv[1]);
    return 3;
  }
  const std::string cast = cases["cast"]["text"].get<std::string>();
  Tally tally;
  for (const json& one : cases["cases"]) {
    const std::vector<std::string> wrong = check_case(one, cast, tally);
    ++tally.n_cases;
    tally.n_right += wrong.empty() ? 1U : 0U;
    if (!wrong.empty())
      fmt::print("{} ({}): {}\n", one["id"].get<std::string>(), one["tests"].get<std::string>(),
                 fmt::join(wrong, "; "));
  }
  fmt::print(
      "cases right {} of {}; quotations found {} of {}, speaker {}, cue {}, kind {}, channel {}, "
      "said {}\n",
      tally.n_right, tally.n_cases, tally.n_found, tally.n_quotes, tally.n_speaker, tally.n_cue,
      tally.n_kind, tally.n_channel, tally.n_said);
  return 0;
}
