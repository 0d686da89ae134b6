// The invented hard cases of stories: whole piles of two to five articles.
//
//   hard_story_eval story.json [--misses]
//
// A case is right when all that it expects holds. Looked at is the export, so that a list or field
// counts as soon as it is there. What must be so:
//
//   events         one with exactly these days, articles and (where told) origins each; no event
//                  stands for two of them
//   not_events     no other event holds these words, or falls on these days when two are ruled out;
//                  what has a status other than "happened" is no claim
//   stories        exactly these groups of articles
//   copies         exactly these groups
//   origins        of the story with most articles
//   disagreements  exactly these: kind, words of `about`, values, who says each, in which articles
//   news           the shortest record around the words has this label, and its earlier telling
//                  lies in this article
//   polarity       an event told in this article in these words has this status
//
// Words are compared by their beginnings, small words and numbers left aside.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/temporary_folder.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "render/json.hpp"
#include "timeline/news.hpp"

namespace {

using namespace fabula;
using nlohmann::json;

using Names = std::set<std::string>;

std::string address_of(const std::string& name) { return "http://" + name + ".invalid/"; }

// The export of a case's pile, articles under the names of the case.
struct Exported {
  json all;
  std::map<std::string, std::string> name_of;  // by the export's id
  std::map<std::string, std::string> text_of;  // by name

  [[nodiscard]] Names articles_of(const json& spans) const {
    Names names;
    for (const json& span : spans) names.insert(name_of.at(span["article"].get<std::string>()));
    return names;
  }
  [[nodiscard]] Names names_of(const json& ids) const {
    Names names;
    for (const json& id : ids) names.insert(name_of.at(id.get<std::string>()));
    return names;
  }
  [[nodiscard]] json list(const char* key) const { return all.value(key, json::array()); }
};

Exported export_of(const json& documents, const std::filesystem::path& file) {
  {
    std::ofstream lines(file, std::ios::binary);
    for (const json& document : documents) {
      json record = document;
      record["url"] = address_of(document["id"].get<std::string>());
      lines << record.dump() << '\n';
    }
  }
  Pile pile;
  pile.articles = eval::read_articles({file.string()});
  for (AnnotatedArticle& article : pile.articles)
    article = pipeline::annotate(std::move(article.article));
  Exported out;
  const Context context{1, {}, nullptr};
  if (!pipeline::work_out(pile, {}, context, {})) return out;
  pile.news = timeline::find_news(pile, context);
  name_speakers(pile);
  std::ostringstream text;
  render::write_json(pile, {.version = "eval"}, text);
  out.all = json::parse(text.str());
  for (const json& document : documents) {
    const auto name = document["id"].get<std::string>();
    for (const AnnotatedArticle& article : pile.articles)
      if (article.article.url == address_of(name)) {
        out.name_of[article.article.id] = name;
        out.text_of[name] = article.article.text;
      }
  }
  return out;
}

// What is compared of a text: the first letters of its words.
Names stems_in(std::string_view text) {
  constexpr std::size_t kStem = 4;
  static const Names kSmall = {"a",    "an",  "the",   "of",   "on", "in",  "by",
                               "at",   "and", "was",   "is",   "to", "two", "or",
                               "that", "had", "being", "were", "be", "he"};
  Names stems;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && !kSmall.contains(word)) stems.insert(word.substr(0, kStem));
    word.clear();
  };
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z')
      word += lower;
    else
      end_word();
  }
  end_word();
  return stems;
}

std::size_t n_common(const Names& a, const Names& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const std::string& stem) { return b.contains(stem); }));
}

// The days that words such as "in June 2024" or "on 14 May" speak of, as the beginning or the end
// of a written day; and the words without them.
struct Spoken {
  std::string begins;  // "2024-06"
  std::string ends;    // "-05-14"
  Names stems;
  bool is_pair = false;  // "two attacks"
};

Spoken spoken(const std::string& words) {
  static const std::vector<std::string> kMonths = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  Spoken out;
  std::istringstream in(words);
  std::string rest;
  std::string day;
  std::string month;
  std::string year;
  for (std::string word; in >> word;) {
    const auto named = std::ranges::find(kMonths, word);
    if (word == "two")
      out.is_pair = true;
    else if (named != kMonths.end())
      month = fmt::format("-{:02}", named - kMonths.begin() + 1);
    else if (word.find_first_not_of("0123456789") != std::string::npos)
      rest += word + ' ';
    else
      (word.size() == 4 ? year : day) = word;
  }
  if (!year.empty()) out.begins = year + month;
  if (year.empty() && !day.empty()) out.ends = fmt::format("{}-{:0>2}", month, day);
  out.stems = stems_in(rest);
  return out;
}

bool is_claim(const json& event) {
  const json status = event.value("status", json());
  return !status.is_string() || status == "happened";
}

// Does the event fall on the days spoken of?
bool is_then(const json& event, const Spoken& words) {
  if (words.begins.empty() && words.ends.empty()) return true;
  return std::ranges::any_of(std::initializer_list<const char*>{"earliest", "latest"},
                             [&](const char* end) {
                               const json& day = event["when"][end];
                               if (!day.is_string()) return false;
                               const auto text = day.get<std::string>();
                               return text.starts_with(words.begins) && text.ends_with(words.ends);
                             });
}

Names stems_of_event(const json& event) {
  std::string text;
  for (const json& telling : event["tellings"]) text += telling["text"].get<std::string>() + "\n";
  return stems_in(text);
}

class Checker {
 public:
  Checker(const json& expected, const Exported& found) : expected_(expected), found_(found) {}

  // What does not hold, a line each.
  std::vector<std::string> misses() {
    events();
    not_events();
    groups("stories");
    groups("copies");
    origins();
    disagreements();
    news();
    polarity();
    return misses_;
  }

 private:
  void miss(std::string what) { misses_.push_back(std::move(what)); }

  [[nodiscard]] json wanted(const char* key) const { return expected_.value(key, json::array()); }

  void events() {
    const json events = found_.list("events");
    for (const json& want : wanted("events")) {
      const auto articles = want["articles"].get<Names>();
      std::size_t best = events.size();
      std::size_t most = 0;
      for (std::size_t i = 0; i < events.size(); ++i) {
        const json& event = events[i];
        const std::size_t like =
            1 + n_common(stems_in(want["what"].get<std::string>()), stems_of_event(event));
        if (matched_.contains(i) || like <= most || event["when"]["earliest"] != want["earliest"] ||
            event["when"]["latest"] != want["latest"] ||
            found_.articles_of(event["tellings"]) != articles ||
            (want.contains("origins") && event["origins"] != want["origins"]))
          continue;
        best = i;
        most = like;
      }
      if (best < events.size())
        matched_.insert(best);
      else
        miss(fmt::format("no event “{}” {}..{} of {}{}", want["what"].get<std::string>(),
                         want["earliest"].dump(), want["latest"].dump(), join(articles),
                         want.contains("origins") ? " origins " + want["origins"].dump() : ""));
    }
  }

  void not_events() {
    const json events = found_.list("events");
    for (const json& want : wanted("not_events")) {
      const Spoken words = spoken(want.get<std::string>());
      for (std::size_t i = 0; i < events.size(); ++i)
        if (!matched_.contains(i) && is_claim(events[i]) && is_then(events[i], words) &&
            (words.is_pair ||
             n_common(words.stems, stems_of_event(events[i])) == words.stems.size()))
          miss(fmt::format("is on the timeline: “{}” ({})", want.get<std::string>(),
                           events[i]["line"]["text"].get<std::string>()));
    }
  }

  void groups(const char* key) {
    if (!expected_.contains(key)) return;
    std::set<Names> want;
    std::set<Names> have;
    for (const json& group : expected_[key]) want.insert(group.get<Names>());
    for (const json& group : found_.list(key)) have.insert(found_.names_of(group["articles"]));
    if (want == have) return;
    std::string text = fmt::format("{} are", key);
    for (const Names& group : have) text += " " + join(group);
    miss(text);
  }

  void origins() {
    if (!expected_.contains("origins")) return;
    const json stories = found_.list("stories");
    if (stories.empty() || stories[0]["origins"] != expected_["origins"])
      miss(fmt::format("origins of the story: {}",
                       stories.empty() ? "none" : stories[0]["origins"].dump()));
  }

  // Who says a value, by any form the export may give it.
  static std::string teller_of(const json& value) {
    const json by = value.value("said_by", json());
    if (by.is_string()) return by.get<std::string>();
    std::string text;
    if (by.is_object()) text = by.value("name", "") + " " + by.value("text", "");
    if (by.is_array())
      for (const json& one : by)
        text += (one.is_string() ? one.get<std::string>() : one.dump()) + " ";
    return text;
  }

  [[nodiscard]] bool is_same(const json& want, const json& have) const {
    if (want["kind"] != have.value("kind", json()) ||
        want["values"].size() != have.value("values", json::array()).size() ||
        n_common(stems_in(want["about"].get<std::string>()),
                 stems_in(have.value("about", std::string()))) == 0)
      return false;
    return std::ranges::all_of(want["values"], [&](const json& value) {
      return std::ranges::any_of(have["values"], [&](const json& other) {
        return other["value"] == value["value"] &&
               found_.articles_of(other["tellings"]) == value["articles"].get<Names>() &&
               (!value.contains("said_by") ||
                n_common(stems_in(value["said_by"].get<std::string>()),
                         stems_in(teller_of(other))) > 0);
      });
    });
  }

  void disagreements() {
    if (!expected_.contains("disagreements")) return;
    const json have = found_.list("disagreements");
    const json& want = expected_["disagreements"];
    for (const json& one : want)
      if (std::ranges::none_of(have, [&](const json& other) { return is_same(one, other); }))
        miss(fmt::format("no disagreement about “{}”", one["about"].get<std::string>()));
    for (const json& other : have)
      if (std::ranges::none_of(want, [&](const json& one) { return is_same(one, other); }))
        miss("disagreement reported: " + other.dump());
  }

  void news() {
    const json records = found_.list("news");
    for (const json& want : wanted("news")) {
      const auto article = want["article"].get<std::string>();
      const auto words = want["text"].get<std::string>();
      const std::size_t begin = found_.text_of.at(article).find(words);
      const json* narrowest = nullptr;
      for (const json& record : records)
        if (found_.name_of.at(record["article"].get<std::string>()) == article &&
            record["begin"].get<std::size_t>() <= begin &&
            record["end"].get<std::size_t>() >= begin + words.size() &&
            (narrowest == nullptr || length_of(record) < length_of(*narrowest)))
          narrowest = &record;
      if (narrowest == nullptr) {
        miss(fmt::format("no news over “{}” in {}", words, article));
        continue;
      }
      auto labels = want.value("accept", Names());
      labels.insert(want["label"].get<std::string>());
      const json& earlier = (*narrowest)["earlier"];
      const json where = earlier.is_object()
                             ? json(found_.name_of.at(earlier["article"].get<std::string>()))
                             : json();
      if (!labels.contains((*narrowest)["label"].get<std::string>()) || where != want["earlier"])
        miss(fmt::format("“{}” in {} is {} (earlier {}), expected {} (earlier {})", words, article,
                         (*narrowest)["label"].get<std::string>(), where.dump(),
                         want["label"].get<std::string>(), want["earlier"].dump()));
    }
  }

  void polarity() {
    for (const json& want : wanted("polarity")) {
      const Names stems = stems_in(want["event"].get<std::string>());
      bool is_found = false;
      for (const json& event : found_.list("events"))
        is_found =
            is_found ||
            (event.value("status", json()) == want["status"] &&
             n_common(stems, stems_of_event(event)) == stems.size() &&
             found_.articles_of(event["tellings"]).contains(want["article"].get<std::string>()));
      if (!is_found)
        miss(fmt::format("“{}” is not {}", want["event"].get<std::string>(),
                         want["status"].get<std::string>()));
    }
  }

  static std::size_t length_of(const json& span) {
    return span["end"].get<std::size_t>() - span["begin"].get<std::size_t>();
  }

  static std::string join(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += name;
    return "{" + text + "}";
  }

  const json& expected_;
  const Exported& found_;
  std::set<std::size_t> matched_;  // events that stand for an expected one
  std::vector<std::string> misses_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: hard_story_eval story.json [--misses]\n");
    return 2;
  }
  const bool prints = argc > 2 && std::strcmp(argv[2], "--misses") == 0;
  std::ifstream in(argv[1]);
  const json data = json::parse(in);
  const TemporaryFolder folder;
  std::size_t n_right = 0;
  for (const json& c : data["cases"]) {
    const Exported found = export_of(c["documents"], folder / "documents.jsonl");
    const std::vector<std::string> misses = Checker(c["expected"], found).misses();
    n_right += misses.empty();
    fmt::print("{:4} {}\n", c["id"].get<std::string>(), misses.empty() ? "right" : "WRONG");
    if (!prints || misses.empty()) continue;
    fmt::print("       tests: {}\n", c["tests"].get<std::string>());
    for (const std::string& line : misses) fmt::print("       {}\n", line);
    for (const json& event : found.list("events"))
      fmt::print("       event {}..{} of {} origins {}{}: {}\n", event["when"]["earliest"].dump(),
                 event["when"]["latest"].dump(), event["articles"].dump(), event["origins"].dump(),
                 event.contains("status") ? " " + event["status"].dump() : "",
                 event["line"]["text"].get<std::string>());
  }
  fmt::print("hard/story {} of {}\n", n_right, data["cases"].size());
}
