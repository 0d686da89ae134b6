// How much of the articles of saved web pages is found, on pages with gold annotations.
//
//   pages_eval FOLDER [--list]     FOLDER holds html/NNNN.html.gz and truth/NNNN.json
//
// Prints one row for the pages with an odd number (rules were tuned on these), one for the even
// ones, and one for all. --list prints one line a page instead, for looking at the misses.
//
// Words are runs of letters and digits, in lower case. Scored text: paragraphs of the roles body,
// heading, caption, embed and note, without the headline: gold has captions and crossheads but
// neither headline, byline nor picture credits. F1 is over the two bags of words, averaged over
// pages. A snippet is found when its words stand in the text in order and without a gap. "day" is
// the chosen publication day; "any day" counts gold days among the candidates: where a page was
// updated, gold mostly has the later day, and Fabula chooses the first publication. An author is
// right when the first name of gold's first author stands in the byline.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/context.hpp"
#include "extract/extract.hpp"
#include "text/utf8.hpp"

namespace {

using fabula::Article;
using fabula::Role;
using nlohmann::json;

std::string read_gzip(const std::filesystem::path& path) {
  std::string out;
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return out;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, n_bytes] = fabula::text::decode(text, at);
    if (fabula::text::is_letter(value) || fabula::text::is_digit(value) || value == '_')
      fabula::text::append(
          words.back(),
          value < 128 ? static_cast<char32_t>(std::tolower(static_cast<int>(value))) : value);
    else if (!words.back().empty())
      words.emplace_back();
    at += n_bytes;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Words of `found` that `gold` has too, each counted as often as both have it.
std::size_t count_shared(const std::vector<std::string>& found,
                         const std::vector<std::string>& gold) {
  std::map<std::string_view, int> left;
  for (const auto& word : gold) ++left[word];
  std::size_t n_shared = 0;
  for (const auto& word : found)
    if (--left[word] >= 0) ++n_shared;
  return n_shared;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// The words of a text as one string, so that a snippet can be looked up: " one two three ".
std::string joined(const std::vector<std::string>& words) {
  std::string out = " ";
  for (const auto& word : words) out += word + ' ';
  return out;
}

std::string scored_text(const Article& article) {
  std::string out;
  bool first = true;
  for (const auto& paragraph : article.paragraphs) {
    const bool is_headline =
        first && paragraph.role == Role::kHeading && paragraph.rule == "role.title";
    first = false;
    if (is_headline) continue;
    if (paragraph.role == Role::kPromo || paragraph.role == Role::kByline ||
        paragraph.role == Role::kDateline || paragraph.role == Role::kCredit)
      continue;
    out += fabula::words_of(article.text, paragraph.range);
    out += '\n';
  }
  return out;
}

struct Score {
  bool counted = false;
  std::string number;
  double f1 = 0, precision = 0, recall = 0;
  std::size_t n_with = 0, with_found = 0, n_without = 0, without_found = 0;
  bool title_right = false, has_day = false, day_right = false, day_offered = false;
  bool has_author = false, author_right = false;
};

bool author_matches(std::string_view gold, std::string_view found) {
  const auto wanted = words_in(gold);
  const std::string given = joined(words_in(found));
  if (wanted.empty() || found.empty()) return false;
  const std::string first_name = ' ' + wanted.front() + ' ';
  return given.find(first_name) != std::string::npos;
}

Score score_page(const std::filesystem::path& folder, const std::string& number) {
  Score score;
  score.number = number;
  std::ifstream in(folder / "truth" / (number + ".json"));
  const json truth = json::parse(in, nullptr, false);
  const auto text_of = [&](const char* key) {
    return truth.contains(key) && truth[key].is_string() ? truth[key].get<std::string>() : "";
  };
  const auto gold = words_in(text_of("main_content"));
  if (gold.empty()) return score;
  score.counted = true;

  fabula::Capture capture;
  capture.sources = {number + ".html"};
  capture.bytes = read_gzip(folder / "html" / (number + ".html.gz"));
  capture.text = fabula::text::to_valid_utf8(capture.bytes);
  capture.sha256.assign(64, '0');
  capture.format = fabula::Format::kHtml;
  const auto article = fabula::extract::extract_article(capture, {});

  const auto found = article ? words_in(scored_text(*article)) : std::vector<std::string>();
  const std::size_t n_shared = count_shared(found, gold);
  score.f1 = share(2 * n_shared, found.size() + gold.size());
  score.precision = share(n_shared, found.size());
  score.recall = share(n_shared, gold.size());
  const std::string text = joined(found);
  const auto count_snippets = [&](const char* key, std::size_t& all, std::size_t& hits) {
    for (const auto& snippet : truth.value(key, json::array())) {
      ++all;
      if (text.find(joined(words_in(snippet.get<std::string>()))) != std::string::npos) ++hits;
    }
  };
  count_snippets("with", score.n_with, score.with_found);
  count_snippets("without", score.n_without, score.without_found);

  const std::string day = text_of("publish_date");
  score.has_day = day.size() == 10;
  const std::string author = text_of("author");
  score.has_author = !author.empty();
  if (!article) return score;
  score.title_right = words_in(article->title) == words_in(text_of("title"));
  score.day_right = score.has_day && article->published.when.edtf.str().substr(0, 10) == day;
  score.day_offered = std::ranges::any_of(article->date_candidates,
                                          [&](const auto& date) { return date.when.edtf == day; });
  score.author_right = score.has_author && author_matches(author, article->byline);
  return score;
}

void print_row(std::string_view name, const std::vector<Score>& scores, int parity) {
  double f1 = 0, precision = 0, recall = 0;
  std::size_t n = 0, with = 0, n_with = 0, without = 0, n_without = 0;
  std::size_t title = 0, day = 0, offered = 0, n_day = 0, author = 0, n_author = 0;
  for (const Score& score : scores) {
    if (!score.counted || (parity >= 0 && (score.number.back() - '0') % 2 != parity)) continue;
    ++n;
    f1 += score.f1;
    precision += score.precision;
    recall += score.recall;
    with += score.with_found;
    n_with += score.n_with;
    without += score.without_found;
    n_without += score.n_without;
    title += score.title_right ? 1 : 0;
    n_day += score.has_day ? 1 : 0;
    day += score.day_right ? 1 : 0;
    offered += score.has_day && score.day_offered ? 1 : 0;
    n_author += score.has_author ? 1 : 0;
    author += score.author_right ? 1 : 0;
  }
  const auto mean = [&](double sum) { return n == 0 ? 0.0 : sum / static_cast<double>(n); };
  fmt::print(
      "{:<12} {:>5} {:>8.4f} {:>8.4f} {:>8.4f} {:>8.3f} {:>8.3f} {:>8.3f} {:>8.3f} {:>8.3f} "
      "{:>8.3f}\n",
      name, n, mean(f1), mean(precision), mean(recall), share(with, n_with),
      share(without, n_without), share(title, n), share(day, n_day), share(offered, n_day),
      share(author, n_author));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: pages_eval FOLDER [--list]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const bool list = argc > 2 && std::string_view(argv[2]) == "--list";
  std::vector<std::string> numbers;
  if (std::filesystem::is_directory(folder / "truth"))
    for (const auto& entry : std::filesystem::directory_iterator(folder / "truth"))
      numbers.push_back(entry.path().stem().string());
  if (numbers.empty()) {
    fmt::print("skipped: no pages in '{}'\n", folder.string());
    return 0;
  }
  std::ranges::sort(numbers);
  std::vector<Score> scores(numbers.size());
  fabula::Context context;
  context.threads = std::max(1U, std::thread::hardware_concurrency());
  fabula::parallel_for(context, numbers.size(),
                       [&](std::size_t i) { scores[i] = score_page(folder, numbers[i]); });
  if (list) {
    for (const Score& score : scores)
      if (score.counted)
        fmt::print("{} {:.3f} p={:.3f} r={:.3f} {}{}{}\n", score.number, score.f1, score.precision,
                   score.recall, score.title_right ? "" : " title",
                   score.has_day && !score.day_right ? " day" : "",
                   score.has_author && !score.author_right ? " author" : "");
    return 0;
  }
  fmt::print("{:<12} {:>5} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "pages", "n",
             "word F1", "prec.", "recall", "with", "without", "title", "day", "any day", "author");
  print_row("odd (tuned)", scores, 1);
  print_row("even", scores, 0);
  print_row("all", scores, -1);
  return 0;
}
