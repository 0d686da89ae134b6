// Writes a pile of invented news that `fabula build` reads, and what is known of it.
//
//   generate_news [--bytes 10M] [--seed N] [--labels FILE] [--KNOB N]... > pile.jsonl
//
// The pile is one JSON object a line: id, outlet, title, published, text. The labels, one object a
// line in the same order (offsets in bytes of the text, begin and end; articles by number, from 0,
// agency stories that are not in the pile counted too):
//   {"id", "number", "kind", "day", "parent"?,
//    "copied": [{"begin", "end", "parent", "taken", "edits"}],     edits: of 1,000 words
//    "planted": [{"kind", "begin", "end"}],
//    "runs": [[begin, end, origin article, first word there, number of words]]}
// Knobs are the fields of NewsOptions in news_generator.hpp, with dashes; shares in 1,000.
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "news_generator.hpp"

namespace {

using namespace fabula;
using news::NewsArticle;
using news::NewsOptions;

struct Knob {
  std::string_view name;
  std::uint32_t NewsOptions::* field;
};
constexpr Knob kKnobs[] = {
    {"near-copies", &NewsOptions::near_copies},
    {"partial-copies", &NewsOptions::partial_copies},
    {"quoting", &NewsOptions::quoting},
    {"truncated", &NewsOptions::truncated},
    {"moved", &NewsOptions::moved},
    {"planted", &NewsOptions::planted},
    {"from-agency", &NewsOptions::from_agency},
    {"chained", &NewsOptions::chained},
    {"credited", &NewsOptions::credited},
    {"agency-stories", &NewsOptions::agency_stories},
    {"noise", &NewsOptions::noise},
    {"footers", &NewsOptions::footers},
    {"straight-marks", &NewsOptions::straight_marks},
    {"undated", &NewsOptions::undated},
    {"wrong-dates", &NewsOptions::wrong_dates},
    {"wrong-by-days", &NewsOptions::wrong_by_days},
    {"outlets", &NewsOptions::n_outlets},
    {"articles-per-day", &NewsOptions::articles_per_day},
    {"original-words", &NewsOptions::original_words},
    {"window", &NewsOptions::window},
    {"agency-window", &NewsOptions::n_agency_stories},
};

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.end() - end));
  if (unit == "k" || unit == "K") return value * 1'000;
  if (unit == "M") return value * 1'000'000;
  if (unit == "G") return value * 1'000'000'000;
  return unit.empty() ? std::optional(value) : std::nullopt;
}

void add_json_text(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

std::string json_day(const std::optional<std::int32_t>& day) {
  if (!day) return "null";
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{*day}}};
  return fmt::format("\"{:04}-{:02}-{:02}\"", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

void write_article(const NewsArticle& article, std::string& line) {
  line = "{\"id\":";
  add_json_text(article.id, line);
  line += ",\"outlet\":";
  add_json_text(article.outlet, line);
  line += ",\"title\":";
  add_json_text(article.title, line);
  line += ",\"published\":" + json_day(article.stated_day) + ",\"text\":";
  add_json_text(article.text, line);
  line += "}\n";
}

// Words in a row with one origin in a row.
void write_runs(const NewsArticle& article, std::string& line) {
  const auto& words = article.words;
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    for (end = begin + 1; end < words.size() &&
                          words[end].origin_article == words[begin].origin_article &&
                          words[end].origin_word == words[end - 1].origin_word + 1;)
      ++end;
    fmt::format_to(std::back_inserter(line), "{}[{},{},{},{},{}]", begin == 0 ? "" : ",",
                   words[begin].range.begin, words[end - 1].range.end, words[begin].origin_article,
                   words[begin].origin_word, end - begin);
  }
}

void write_labels(const NewsArticle& article, std::string& line) {
  line = fmt::format("{{\"id\":\"{}\",\"number\":{},\"kind\":\"{}\",\"day\":{}", article.id,
                     article.index, name_of(article.kind), json_day(article.day));
  if (article.parent != news::kNobody) line += fmt::format(",\"parent\":{}", article.parent);
  line += ",\"copied\":[";
  for (const news::CopiedWords& copied : article.copied) {
    if (line.back() == '}') line += ',';
    fmt::format_to(std::back_inserter(line),
                   "{{\"begin\":{},\"end\":{},\"parent\":{},\"taken\":{},\"edits\":{}}}",
                   article.words[copied.begin].range.begin, article.words[copied.end - 1].range.end,
                   copied.parent, copied.n_taken, copied.word_edits);
  }
  line += "],\"planted\":[";
  for (const news::PlantedEdit& edit : article.edits) {
    if (line.back() == '}') line += ',';
    fmt::format_to(std::back_inserter(line), "{{\"kind\":\"{}\",\"begin\":{},\"end\":{}}}",
                   news::name_of(edit.kind), edit.range.begin, edit.range.end);
  }
  line += "],\"runs\":[";
  write_runs(article, line);
  line += "]}\n";
}

struct Arguments {
  NewsOptions options;
  std::uint64_t n_bytes = 10'000'000;
  std::string labels;
};

bool read_argument(std::string_view name, std::string_view value, Arguments& arguments) {
  if (name == "labels") {
    arguments.labels = value;
    return true;
  }
  const auto number = parse_size(value);
  if (!number) return false;
  if (name == "bytes") {
    arguments.n_bytes = *number;
    return true;
  }
  if (name == "seed") {
    arguments.options.seed = *number;
    return true;
  }
  if (*number > 1'000'000'000) return false;
  const auto small = static_cast<std::uint32_t>(*number);
  if (name == "word-edits") {
    arguments.options.word_edits = small;
    return true;
  }
  if (name == "agencies-in-pile") {
    arguments.options.agencies_in_pile = small != 0;
    return true;
  }
  for (const Knob& knob : kKnobs) {
    if (knob.name != name) continue;
    arguments.options.*knob.field = small;
    return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--") || i + 1 == argc ||
        !read_argument(name.substr(2), argv[i + 1], arguments)) {
      fmt::print(stderr, "generate_news: cannot use '{}'; see the head of generate_news.cpp\n",
                 name);
      return 2;
    }
  }
  std::FILE* labels = nullptr;
  if (!arguments.labels.empty()) {
    labels = std::fopen(arguments.labels.c_str(), "wb");
    if (labels == nullptr) {
      fmt::print(stderr, "generate_news: cannot write '{}'\n", arguments.labels);
      return 5;
    }
  }
  news::NewsGenerator generator(arguments.options);
  std::string line;
  bool is_written = true;
  for (std::uint64_t n_bytes = 0; is_written && n_bytes < arguments.n_bytes;) {
    const NewsArticle article = generator.next();
    write_article(article, line);
    n_bytes += line.size();
    is_written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
    if (labels == nullptr) continue;
    write_labels(article, line);
    is_written = is_written && std::fwrite(line.data(), 1, line.size(), labels) == line.size();
  }
  if (labels != nullptr) is_written = std::fclose(labels) == 0 && is_written;
  is_written = std::fflush(stdout) == 0 && is_written;
  if (!is_written) fmt::print(stderr, "generate_news: cannot write\n");
  return is_written ? 0 : 5;
}
