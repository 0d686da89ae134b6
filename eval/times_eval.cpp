// Time expressions against TimeML gold, by the rules of TempEval-3.
//
//   times_eval FOLDER [--mistakes]      FOLDER holds TimeBank/ and AQUAINT/ with .tml files
//
// Strict: equal spans; relaxed: overlapping ones; type and value: overlapping with that attribute
// equal. Files are split in two halves by a hash of their names: A is for developing rules, B for
// reporting. Quotations are not given to the engine: the annotators resolved inside them too.
// `--mistakes` prints those of half A only.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.hpp"
#include "plain_article.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace {

using fabula::Range;

struct Gold {
  Range range;
  std::string type;
  std::string value;
};

struct Document {
  std::string name;
  fabula::Article article;
  std::vector<Gold> gold;
};

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string key = std::string(name) + "=\"";
  for (std::size_t at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    if (at == 0 || tag[at - 1] != ' ') continue;
    const std::size_t begin = at + key.size();
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
  }
  return {};
}

char entity(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  return '\'';
}

// The text of <TEXT> without tags; the TIMEX3 in it go into the document.
std::string read_text(std::string_view body, Document& document) {
  std::string text;
  std::vector<Gold> open;
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] == '<') {
      const std::size_t end = std::min(body.find('>', i), body.size());
      const std::string_view tag = body.substr(i, end - i);
      const auto here = static_cast<std::uint32_t>(text.size());
      if (tag.starts_with("<TIMEX3 ")) {
        open.push_back({{here, here}, attribute(tag, "type"), attribute(tag, "value")});
      } else if (tag.starts_with("</TIMEX3") && !open.empty()) {
        open.back().range.end = here;
        document.gold.push_back(open.back());
        open.pop_back();
      }
      i = end + 1;
    } else if (const std::size_t end = body.find(';', i);
               body[i] == '&' && end != std::string_view::npos && end - i < 8) {
      text += entity(body.substr(i + 1, end - i - 1));
      i = end + 1;
    } else {
      text += body[i++];
    }
  }
  return text;
}

Document read_document(const std::filesystem::path& path) {
  Document document;
  document.name = path.filename().string();
  const std::string xml = read_all(path);
  const std::string_view view = xml;
  const std::size_t dct = view.find("<DCT>");
  const std::size_t dct_tag = view.find("<TIMEX3", dct);
  const std::string value =
      attribute(view.substr(dct_tag, view.find('>', dct_tag) - dct_tag), "value");
  const std::size_t begin = view.find("<TEXT>") + 6;
  std::string text = read_text(view.substr(begin, view.find("</TEXT>") - begin), document);
  document.article = fabula::eval::plain_article(std::move(text), value, "en-US");
  return document;
}

bool is_half_b(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return (hash >> 32) % 2 == 1;
}

struct Score {
  int n_gold = 0;
  int n_found = 0;
  int strict = 0;
  int relaxed = 0;
  int type = 0;
  int value = 0;

  void add(const Score& other) {
    n_gold += other.n_gold;
    n_found += other.n_found;
    strict += other.strict;
    relaxed += other.relaxed;
    type += other.type;
    value += other.value;
  }
  [[nodiscard]] double f1(int right) const {
    return n_gold + n_found == 0 ? 0 : 2.0 * right / (n_gold + n_found);
  }
};

std::string in_context(const fabula::Article& article, Range range) {
  const auto from = range.begin < 45 ? 0 : range.begin - 45;
  std::string line = article.text.substr(from, range.begin - from) + " [" +
                     article.text.substr(range.begin, range.size()) + "] " +
                     article.text.substr(range.end, 30);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Score score_document(const Document& document, bool prints) {
  const auto segmentation = fabula::segment::segment(document.article);
  const auto found = fabula::times::find_times(document.article, segmentation, {});
  Score score;
  score.n_gold = static_cast<int>(document.gold.size());
  score.n_found = static_cast<int>(found.size());
  const fabula::Article& article = document.article;
  std::vector<bool> used(found.size());
  for (const Gold& gold : document.gold) {
    std::size_t match = found.size();
    for (std::size_t i = 0; i < found.size() && match == found.size(); ++i)
      if (!used[i] && found[i].range.overlaps(gold.range)) match = i;
    if (match == found.size()) {
      if (prints)
        std::printf("MISS  %-8s %-18s %s\n", gold.type.c_str(), gold.value.c_str(),
                    in_context(article, gold.range).c_str());
      continue;
    }
    used[match] = true;
    const fabula::TimeExpression& mine = found[match];
    const bool is_type = fabula::name_of(mine.type) == gold.type;
    const bool is_value = mine.value == gold.value;
    score.strict += mine.range == gold.range ? 1 : 0;
    score.relaxed += 1;
    score.type += is_type ? 1 : 0;
    score.value += is_value ? 1 : 0;
    if (prints && !is_value)
      std::printf("VALUE %-18s not %-18s %s {%s} %s\n", gold.value.c_str(),
                  mine.value.str().c_str(), in_context(article, mine.range).c_str(),
                  mine.rule.str().c_str(), fabula::iso(*article.published.when.earliest).c_str());
    else if (prints && !is_type)
      std::printf("TYPE  %-18s %s\n", gold.type.c_str(), in_context(article, mine.range).c_str());
    else if (prints && mine.range != gold.range)
      std::printf("SPAN  \"%s\" %s\n",
                  std::string(fabula::words_of(article.text, gold.range)).c_str(),
                  in_context(article, mine.range).c_str());
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (prints && !used[i])
      std::printf("EXTRA %-18s %s {%s}\n", found[i].value.str().c_str(),
                  in_context(article, found[i].range).c_str(), found[i].rule.str().c_str());
  return score;
}

void print(const char* name, const Score& s) {
  std::printf(
      "%-12s gold %5d found %5d  strict P %.3f R %.3f F1 %.3f  relaxed P %.3f R %.3f F1 %.3f"
      "  type F1 %.3f  value F1 %.3f\n",
      name, s.n_gold, s.n_found, 1.0 * s.strict / std::max(1, s.n_found),
      1.0 * s.strict / std::max(1, s.n_gold), s.f1(s.strict),
      1.0 * s.relaxed / std::max(1, s.n_found), 1.0 * s.relaxed / std::max(1, s.n_gold),
      s.f1(s.relaxed), s.f1(s.type), s.f1(s.value));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: times_eval FOLDER [--mistakes]\n");
    return 2;
  }
  const bool prints = argc > 2 && std::strcmp(argv[2], "--mistakes") == 0;
  for (const char* corpus : {"TimeBank", "AQUAINT"}) {
    const std::filesystem::path folder = std::filesystem::path(argv[1]) / corpus;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".tml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    Score halves[2];
    for (const auto& file : files) {
      const Document document = read_document(file);
      const bool is_b = is_half_b(document.name);
      halves[is_b ? 1 : 0].add(score_document(document, prints && !is_b));
    }
    Score both = halves[0];
    both.add(halves[1]);
    print((std::string(corpus) + " A").c_str(), halves[0]);
    print((std::string(corpus) + " B").c_str(), halves[1]);
    print((std::string(corpus) + " all").c_str(), both);
  }
  return 0;
}
