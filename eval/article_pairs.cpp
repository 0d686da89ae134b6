#include "article_pairs.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "packed_input.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "printed_text.hpp"

namespace fabula::eval {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// Records of the form that `fabula build` reads, by name.
using Records = std::map<std::string, json>;

// One sentence a line becomes a paragraph each.
std::string with_paragraphs(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
    text.insert(at, "\n");
  return text;
}

Records records_of_list(const fs::path& file, const std::set<std::string>& names) {
  Records records;
  std::ifstream in(file, std::ios::binary);
  for (const json& article : json::parse(in, nullptr, false)) {
    const json& uid = article["uid"];
    const std::string name = uid.is_string() ? uid.get<std::string>() : uid.dump();
    if (!names.contains(name)) continue;
    records[name] = {{"id", name},
                     {"published", article["dct"].get<std::string>().substr(0, 10)},
                     {"text", printed(article["text"].get<std::string>())}};
  }
  return records;
}

Records records_of_lines(const fs::path& file, const std::set<std::string>& names) {
  Records records;
  std::string bytes = read_all(file);
  const bool is_packed = file.extension() == ".zst";
  if (is_packed) bytes = unpacked(bytes);
  std::istringstream lines(std::move(bytes));
  for (std::string line; std::getline(lines, line);) {
    json record = json::parse(line, nullptr, false);
    if (record.is_discarded()) continue;
    const auto name = record.value("id", "");
    if (!names.contains(name)) continue;
    // Marked clusters hold sentences as a parser leaves them.
    if (record.contains("cluster"))
      record = {{"id", name},
                {"text", with_paragraphs(printed(rejoined(record.value("text", ""))))}};
    records[name] = std::move(record);
  }
  return records;
}

}  // namespace

std::optional<std::vector<ArticlePair>> read_pairs(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::vector<ArticlePair> pairs;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::istringstream words(line);
    for (std::string field; std::getline(words, field, '\t');) fields.push_back(field);
    if (fields.size() != 3 && fields.size() != 6) return std::nullopt;
    fields.resize(6);
    pairs.push_back({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]});
  }
  return pairs;
}

NamedArticles read_named(const fs::path& data_set, const std::vector<std::string>& names,
                         const fs::path& scratch, const Context& context) {
  const std::set<std::string> wanted(names.begin(), names.end());
  std::vector<std::string> inputs;
  std::map<std::string, std::string> name_of;  // by the place an article was read from
  if (fs::is_directory(data_set)) {
    for (const std::string& name : wanted) {
      inputs.push_back((data_set / name).string());
      name_of[inputs.back()] = name;
    }
  } else {
    const Records records = data_set.extension() == ".json" ? records_of_list(data_set, wanted)
                                                            : records_of_lines(data_set, wanted);
    inputs.push_back((scratch / "articles.jsonl").string());
    std::ofstream lines(inputs.back(), std::ios::binary);
    std::size_t line = 0;
    for (const auto& [name, record] : records) {
      lines << record.dump() << '\n';
      name_of[inputs.back() + ':' + std::to_string(++line)] = name;
    }
  }
  std::vector<AnnotatedArticle> read = read_articles(inputs);
  parallel_for(context, read.size(),
               [&](std::size_t i) { read[i] = pipeline::annotate(std::move(read[i].article)); });
  NamedArticles articles;
  for (const AnnotatedArticle& article : read)
    for (const std::string& source : article.article.sources)
      if (const auto found = name_of.find(source); found != name_of.end())
        articles[found->second] = article;
  return articles;
}

NamedPile work_out_named(const NamedArticles& articles, const std::vector<std::string>& names,
                         const Context& context) {
  // In the order of a store: by id.
  std::map<std::string, std::string> by_id;
  for (const std::string& name : names) by_id[articles.at(name).article.id] = name;
  NamedPile made;
  for (const auto& [id, name] : by_id) {
    made.places[name] = static_cast<std::uint32_t>(made.pile.articles.size());
    made.pile.articles.push_back(articles.at(name));
  }
  if (!pipeline::work_out(made.pile, {}, context, {})) made.pile.disagreements.clear();
  return made;
}

}  // namespace fabula::eval
