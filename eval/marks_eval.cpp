// How many annotated direct quotations lie in quoted stretches, and how exactly.
//
//   marks_eval FOLDER         FOLDER/text/NAME.txt, FOLDER/attributions/NAME_CODE.ann (brat
//                             stand-off, offsets in code points)
//   marks_eval FOLDER -v      also lists each quotation that is missed or not exact
//   marks_eval --show FILE... prints the quoted stretches (or, with -v, the sentences) of plain
//   texts
//
// A quotation is a content span (or a fragment of one that is not in one piece) that begins and
// ends with a quotation mark. It is covered when every word of it lies in one QuotedPart, or in a
// chain of parts that continue each other; exact when it is that part or chain, marks included.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "segment/glyphs.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace fabula {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Lines of `text` as body paragraphs, all of them.
Article article_of(std::string text) {
  Article article;
  article.text = text::to_valid_utf8(text);
  const std::string_view all = article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = text::trim(all.substr(begin, end - begin));
    if (!line.empty()) {
      const auto at = static_cast<std::uint32_t>(line.data() - all.data());
      article.paragraphs.push_back(
          {{at, at + static_cast<std::uint32_t>(line.size())}, Role::kBody, "eval"});
    }
    begin = end + 1;
  }
  return article;
}

// Byte of each code point, and of the end.
std::vector<std::uint32_t> code_point_bytes(std::string_view text) {
  std::vector<std::uint32_t> bytes;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (text::is_boundary(text, i)) bytes.push_back(i);
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

std::vector<Range> fragments_of(std::string_view offsets, const std::vector<std::uint32_t>& bytes) {
  std::vector<Range> fragments;
  const char* at = offsets.data();
  const char* const end = at + offsets.size();
  while (at < end) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    at = std::from_chars(at, end, first).ptr;
    if (at == end || *at != ' ') break;
    at = std::from_chars(at + 1, end, last).ptr;
    if (last < bytes.size() && first < last) fragments.push_back({bytes[first], bytes[last]});
    if (at < end) ++at;
  }
  return fragments;
}

std::vector<Range> content_fragments(std::string_view annotations,
                                     const std::vector<std::uint32_t>& bytes) {
  std::vector<Range> all;
  for (std::size_t begin = 0; begin < annotations.size();) {
    const std::size_t end = std::min(annotations.find('\n', begin), annotations.size());
    const std::string_view line = annotations.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t tab = line.find('\t');
    if (!line.starts_with('T') || tab == std::string_view::npos) continue;
    std::string_view rest = line.substr(tab + 1);
    if (!rest.starts_with("Content")) continue;
    rest = rest.substr(0, rest.find('\t'));
    rest.remove_prefix(std::min(rest.find(' ') + 1, rest.size()));
    const std::vector<Range> found = fragments_of(rest, bytes);
    all.insert(all.end(), found.begin(), found.end());
  }
  std::ranges::sort(all);
  const auto twice = std::ranges::unique(all);
  all.erase(twice.begin(), twice.end());
  return all;
}

bool begins_and_ends_with_marks(std::string_view words) {
  if (words.size() < 3 || !segment::glyph_at(words, 0).is_quotation_mark()) return false;
  const std::uint32_t n = text::decode_before(words, words.size()).n_bytes;
  return segment::glyph_at(words, words.size() - n).is_quotation_mark();
}

// `range` of the outermost part that holds `at`, joined with those that continue it.
std::optional<Range> quoted_around(const Segmentation& layer, std::uint32_t at) {
  std::optional<Range> chain;
  bool continues = false;
  for (const QuotedPart& part : layer.quoted) {
    if (part.parent >= 0) continue;
    chain = continues ? Range{chain->begin, part.outer.end} : part.outer;
    continues = part.continues;
    if (chain->end > at && !continues) break;
  }
  if (!chain || chain->begin > at || at >= chain->end) return std::nullopt;
  return chain;
}

// The inner part that is exactly `range`.
bool is_inner_part(const Segmentation& layer, Range range) {
  return std::ranges::any_of(layer.quoted,
                             [&](const QuotedPart& part) { return part.outer == range; });
}

struct Count {
  std::uint32_t n_articles = 0;
  std::uint32_t n_quotations = 0;
  std::uint32_t n_covered = 0;
  std::uint32_t n_exact = 0;
  std::uint32_t n_parts = 0;
  std::uint32_t n_repaired = 0;
  std::uint32_t n_long = 0;  // outer parts of more than 1,500 bytes: mostly wrong pairs
};

void count_article(const std::string& name, std::string text, const std::string& annotations,
                   bool is_verbose, Count& count) {
  const Article article = article_of(std::move(text));
  const Segmentation layer = segment::segment(article);
  const std::vector<std::uint32_t> bytes = code_point_bytes(article.text);
  ++count.n_articles;
  for (const QuotedPart& part : layer.quoted) {
    ++count.n_parts;
    count.n_repaired += part.is_repaired;
    count.n_long += part.outer.size() > 1500;
    if (is_verbose && part.is_repaired)
      std::printf("repaired %s: %s\n", name.c_str(),
                  std::string(words_of(article.text, part.outer)).c_str());
  }
  for (const Range& fragment : content_fragments(annotations, bytes)) {
    const std::string_view words = words_of(article.text, fragment);
    if (!begins_and_ends_with_marks(words)) continue;
    ++count.n_quotations;
    const Range inside{fragment.begin + segment::glyph_at(words, 0).n_bytes,
                       fragment.end - text::decode_before(words, words.size()).n_bytes};
    const std::optional<Range> around = quoted_around(layer, inside.begin);
    const bool is_exact = (around && *around == fragment) || is_inner_part(layer, fragment);
    const bool is_covered = is_exact || (around && around->contains(inside));
    count.n_covered += is_covered;
    count.n_exact += is_exact;
    if (is_verbose && !is_exact)
      std::printf("%s %s: %.*s\n    got: %s\n", is_covered ? "inexact" : "missed", name.c_str(),
                  static_cast<int>(words.size()), words.data(),
                  around ? std::string(words_of(article.text, *around)).c_str() : "-");
  }
}

double percent(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0 : 100.0 * part / whole;
}

int count_folder(const fs::path& folder, bool is_verbose) {
  std::map<std::string, std::string> first_annotations;  // article → file of its first annotator
  for (const auto& entry : fs::directory_iterator(folder / "attributions")) {
    const std::string file = entry.path().filename().string();
    const std::string name = file.substr(0, file.rfind('_'));
    std::string& kept = first_annotations[name];
    if (kept.empty() || file < kept) kept = file;
  }
  Count count;
  for (const auto& [name, file] : first_annotations)
    count_article(name, read_file(folder / "text" / (name + ".txt")),
                  read_file(folder / "attributions" / file), is_verbose, count);
  std::printf("%u articles, %u quotations: %u covered (%.2f%%), %u exact (%.2f%%)\n",
              count.n_articles, count.n_quotations, count.n_covered,
              percent(count.n_covered, count.n_quotations), count.n_exact,
              percent(count.n_exact, count.n_quotations));
  std::printf("%u quoted stretches, %u repaired (%.2f%%), %u of more than 1,500 bytes\n",
              count.n_parts, count.n_repaired, percent(count.n_repaired, count.n_parts),
              count.n_long);
  return count.n_quotations == 0 ? 1 : 0;
}

void show(const fs::path& file, bool is_sentences) {
  const Article article = article_of(read_file(file));
  const Segmentation layer = segment::segment(article);
  std::printf("== %s\n", file.filename().string().c_str());
  if (is_sentences) {
    for (const Sentence& sentence : layer.sentences)
      std::printf("%3u  %s\n", sentence.paragraph,
                  std::string(words_of(article.text, sentence.range)).c_str());
    return;
  }
  for (const QuotedPart& part : layer.quoted)
    std::printf("%3u %s%s%s%s %s\n", part.paragraph, part.parent >= 0 ? "  inner" : "",
                part.is_single ? " single" : "", part.continues ? " continues" : "",
                part.is_repaired ? " repaired" : "",
                std::string(words_of(article.text, part.outer)).c_str());
}

int run(const std::vector<std::string>& arguments) {
  const bool is_verbose = std::ranges::find(arguments, "-v") != arguments.end();
  std::vector<std::string> places;
  for (const std::string& argument : arguments)
    if (!argument.starts_with('-')) places.push_back(argument);
  if (places.empty()) {
    std::fprintf(stderr, "usage: marks_eval FOLDER [-v] | marks_eval --show [-v] FILE...\n");
    return 2;
  }
  if (std::ranges::find(arguments, "--show") == arguments.end())
    return count_folder(places[0], is_verbose);
  for (const std::string& place : places) show(place, is_verbose);
  return 0;
}

}  // namespace
}  // namespace fabula

int main(int argc, char** argv) {
  return fabula::run(std::vector<std::string>(argv + 1, argv + argc));
}
