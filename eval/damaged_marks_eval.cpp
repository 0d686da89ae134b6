// Quotation marks that are damaged on purpose: how many quotations keep their exact words.
//
//   damaged_marks_eval DIR [-v]    DIR as for quotes_eval; -v lists what is not kept
//
// Counted are annotated direct quotations that are one quoted stretch in the text as it is. The
// same text is read again with its marks damaged in one way each time:
//
//   straight        every mark becomes "     swapped    every second one does, the others curly
//   one dropped     one stretch of the article loses its closing mark: once for each of up to
//                   five, spread over the article; "  the one" counts the damaged ones alone
//   fifth dropped   every fifth stretch loses it, unless it ends its paragraph
//   mojibake        curly marks as bytes of another encoding
//   entity          every mark becomes &quot;
//   lines           every line ends in CR LF
//
// Kept is a quotation when some stretch has its words, without marks and punctuation at the edges.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "attributions.hpp"
#include "quoted_spans.hpp"

namespace {

using namespace fabula;
using eval::trimmed;

// One change of the text: the bytes `at` become `now`.
struct Change {
  Range at;
  std::string now;
};

struct Damaged {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::int64_t>> moves;  // from this byte on, moved by so much

  [[nodiscard]] std::uint32_t moved(std::uint32_t at) const {
    std::int64_t by = 0;
    for (const auto& [from, shift] : moves)
      if (from <= at) by = shift;
    return static_cast<std::uint32_t>(at + by);
  }
};

Damaged damage(const std::string& text, std::vector<Change> changes) {
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.at < b.at; });
  Damaged damaged;
  std::uint32_t done = 0;
  for (const Change& change : changes) {
    if (change.at.begin < done) continue;
    damaged.text += text.substr(done, change.at.begin - done) + change.now;
    done = change.at.end;
    damaged.moves.emplace_back(done, static_cast<std::int64_t>(damaged.text.size()) - done);
  }
  damaged.text += text.substr(done);
  return damaged;
}

struct Marks {
  Range open;
  Range close;  // empty when there is none
  bool ends_paragraph = false;
};

// The marks of the stretches that stand in no other one.
std::vector<Marks> marks_of(const AnnotatedArticle& annotated) {
  std::vector<Marks> all;
  for (const QuotedPart& part : annotated.segmentation.quoted) {
    if (part.parent >= 0 || part.is_single) continue;
    const Paragraph& paragraph = annotated.article.paragraphs[part.paragraph];
    all.push_back({{part.outer.begin, part.inner.begin},
                   {part.inner.end, part.outer.end},
                   part.outer.end + 1 >= paragraph.range.end});
  }
  return all;
}

std::vector<Change> changes_of(std::string_view kind, const std::string& text,
                               const std::vector<Marks>& marks) {
  std::vector<Change> changes;
  std::size_t n = 0;
  const auto change = [&](Range at, const char* now) {
    if (at.begin < at.end) changes.push_back({at, now});
  };
  for (const Marks& pair : marks) {
    ++n;
    if (kind == "straight") {
      change(pair.open, "\"");
      change(pair.close, "\"");
    } else if (kind == "swapped") {
      change(pair.open, n % 2 == 0 ? "\"" : "“");
      change(pair.close, n % 3 == 0 ? "\"" : "”");
    } else if (kind == "fifth dropped" && n % 5 == 0 && !pair.ends_paragraph) {
      change(pair.close, "");
    } else if (kind == "mojibake") {
      change(pair.open, "â€œ");
      change(pair.close, "â€\x9d");
    } else if (kind == "entity") {
      change(pair.open, "&quot;");
      change(pair.close, "&quot;");
    }
  }
  if (kind == "lines")
    for (std::uint32_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') changes.push_back({{i, i + 1}, "\r\n"});
  return changes;
}

// The texts of one kind: one for each set of changes.
std::vector<std::vector<Change>> variants_of(std::string_view kind, const std::string& text,
                                             const std::vector<Marks>& marks) {
  if (kind != "one dropped") return {changes_of(kind, text, marks)};
  constexpr std::size_t kMostOfArticle = 5;
  std::vector<std::vector<Change>> variants;
  std::vector<Range> closing;
  for (const Marks& pair : marks)
    if (!pair.close.empty()) closing.push_back(pair.close);
  const std::size_t n = std::min(kMostOfArticle, closing.size());
  for (std::size_t i = 0; i < n; ++i) variants.push_back({{closing[i * closing.size() / n], ""}});
  return variants;
}

struct Share {
  std::size_t kept = 0;
  std::size_t all = 0;
  void add(bool is_kept) {
    kept += is_kept ? 1U : 0U;
    ++all;
  }
  void print(std::string_view kind) const {
    fmt::print(
        "{:<14} {:5.1f} %  ({} of {})\n", kind,
        100.0 * static_cast<double>(kept) / static_cast<double>(std::max<std::size_t>(1, all)),
        kept, all);
  }
};

bool has_stretch(const AnnotatedArticle& annotated, Range wanted) {
  return std::any_of(annotated.segmentation.quoted.begin(), annotated.segmentation.quoted.end(),
                     [&](const QuotedPart& part) {
                       return trimmed(annotated.article.text, part.inner) == wanted;
                     });
}

// Does the stretch of these words lose its closing mark, and nothing else in the text change?
bool loses_its_mark(std::string_view text, Range words, const std::vector<Change>& changes) {
  if (changes.size() != 1 || !changes.front().now.empty()) return false;
  const Range mark = changes.front().at;
  return words.end <= mark.begin && trimmed(text, {words.end, mark.begin}).empty();
}

// The words of annotated direct quotations that are one stretch.
std::vector<Range> exact_quotations(const AnnotatedArticle& annotated,
                                    const std::vector<eval::GoldQuote>& gold) {
  std::vector<Range> exact;
  const std::string_view text = annotated.article.text;
  for (const eval::GoldQuote& quote : gold)
    for (const Range fragment : quote.content)
      for (const QuotedPart& part : annotated.segmentation.quoted)
        if (part.parent < 0 && part.outer == fragment) exact.push_back(trimmed(text, part.inner));
  std::sort(exact.begin(), exact.end());
  exact.erase(std::unique(exact.begin(), exact.end()), exact.end());
  return exact;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.empty()) {
    fmt::print(stderr, "usage: damaged_marks_eval DIR [-v]\n");
    return 2;
  }
  const bool is_verbose = args.size() > 1;
  const std::filesystem::path dir = args[0];
  const std::vector<std::string> kinds = {"straight", "swapped", "one dropped", "fifth dropped",
                                          "mojibake", "entity",  "lines"};
  std::vector<Share> shares(kinds.size());
  Share the_one;
  for (const auto& [name, path] : eval::gold_files(dir)) {
    const AnnotatedArticle clean =
        eval::annotate_text(name, eval::read_file(dir / "text" / (name + ".txt")));
    const std::string& text = clean.article.text;
    const std::vector<Range> exact = exact_quotations(clean, eval::read_gold(path, text));
    const std::vector<Marks> marks = marks_of(clean);
    for (std::size_t k = 0; k < kinds.size(); ++k)
      for (const std::vector<Change>& changes : variants_of(kinds[k], text, marks)) {
        const Damaged damaged = damage(text, changes);
        const AnnotatedArticle again = eval::annotate_text(name, damaged.text);
        for (const Range words : exact) {
          const bool is_kept =
              has_stretch(again, {damaged.moved(words.begin), damaged.moved(words.end)});
          shares[k].add(is_kept);
          const bool is_the_one = kinds[k] == "one dropped" && loses_its_mark(text, words, changes);
          if (is_the_one) the_one.add(is_kept);
          if (is_verbose && !is_kept)
            fmt::print("{}{} {}: {}\n", kinds[k], is_the_one ? ", the one" : "", name,
                       words_of(text, words));
        }
      }
  }
  Share all;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    shares[k].print(kinds[k]);
    if (kinds[k] == "one dropped") the_one.print("  the one");
    all.kept += shares[k].kept;
    all.all += shares[k].all;
  }
  all.print("all");
  return 0;
}
