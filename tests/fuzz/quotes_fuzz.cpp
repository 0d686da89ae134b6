// The whole path of one article to its quotations, on any text: names and quotations keep what
// their records promise, and reading the article again gives the same.
//
// Lines of the input become paragraphs (fuzz_article.hpp).
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz_article.hpp"
#include "model/names.hpp"
#include "model/quote.hpp"
#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"

namespace {

using namespace fabula;
using fuzz::hold;

void check_range(std::string_view text, Range range) {
  hold(range.begin < range.end && range.end <= text.size());
  hold(text::is_boundary(text, range.begin) && text::is_boundary(text, range.end));
}

// In text order, none empty, none over another.
void check_pieces(std::string_view text, const std::vector<Range>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    check_range(text, pieces[i]);
    if (i > 0) hold(pieces[i - 1].end <= pieces[i].begin);
  }
}

void check_names(std::string_view text, const Names& names) {
  std::vector<std::uint32_t> n_mentions(names.things.size(), 0);
  std::uint32_t last = 0;
  std::uint32_t n_things = 0;
  for (const Mention& mention : names.mentions) {
    check_range(text, mention.range);
    hold(last <= mention.range.begin && !mention.rule.empty());
    last = mention.range.end;
    hold(mention.thing < names.things.size());
    ++n_mentions[mention.thing];
    // Things stand in the order of their first mention; "@analopes" may come before all.
    if (mention.rule == "name.handle") continue;
    hold(mention.thing <= n_things);
    n_things = std::max(n_things, mention.thing + 1);
  }
  for (std::size_t i = 0; i < names.things.size(); ++i) {
    const NamedThing& thing = names.things[i];
    hold(!thing.name.empty() && !thing.forms.empty());
    hold(thing.n_mentions == n_mentions[i] && n_mentions[i] > 0);
    for (const auto* words : {&thing.forms, &thing.roles})
      hold(std::is_sorted(words->begin(), words->end()) &&
           std::adjacent_find(words->begin(), words->end()) == words->end());
  }
}

void check_speaker(std::string_view text, const Names& names, const Speaker& speaker) {
  check_range(text, speaker.range);
  hold(speaker.as == words_of(text, speaker.range) && !speaker.name.empty());
  // Somebody of the article, or its own words: nobody else is ever named. "her mother" is "Ana
  // Lopes's mother" by both.
  if (speaker.thing < 0) {
    const bool is_relative =
        std::any_of(names.things.begin(), names.things.end(), [&](const NamedThing& thing) {
          const std::string owner = thing.name + "'s ";
          return speaker.name.starts_with(owner) &&
                 text.find(speaker.name.substr(owner.size())) != text.npos;
        });
    hold(is_relative || text.find(speaker.name) != text.npos);
  } else {
    hold(static_cast<std::size_t>(speaker.thing) < names.things.size());
    hold(speaker.name == names.things[static_cast<std::size_t>(speaker.thing)].name);
  }
}

void check_quotes(std::string_view text, const Names& names, const std::vector<Quote>& quotes) {
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const Quote& quote = quotes[i];
    hold(!quote.parts.empty() && !quote.rule.empty());
    check_pieces(text, quote.parts);
    check_pieces(text, quote.clause);
    hold(quote.range == Range{quote.parts.front().begin, quote.parts.back().end});
    hold((quote.grade == Grade::kNone) == !quote.speaker.has_value());
    if (quote.speaker) check_speaker(text, names, *quote.speaker);
    if (quote.cue) check_range(text, *quote.cue);
    if (quote.channel) check_range(text, quote.channel->range);
    if (quote.inside >= 0) {
      hold(static_cast<std::size_t>(quote.inside) < i);
      hold(quotes[static_cast<std::size_t>(quote.inside)].range.contains(quote.range));
    }
    if (i == 0) continue;
    const Range before = quotes[i - 1].range;
    hold(before.begin < quote.range.begin ||
         (before.begin == quote.range.begin && before.end >= quote.range.end));
  }
}

std::string printed(const Names& names, const std::vector<Quote>& quotes) {
  std::string all;
  const auto add = [&all](Range range) { all += fmt::format("[{} {}]", range.begin, range.end); };
  for (const Mention& mention : names.mentions) {
    add(mention.range);
    all += fmt::format(" {} {}\n", names.things[mention.thing].name, mention.rule);
  }
  for (const Quote& quote : quotes) {
    all += fmt::format("{} {} {} {} ", name_of(quote.kind), name_of(quote.grade), quote.inside,
                       quote.rule);
    for (const Range part : quote.parts) add(part);
    for (const Range piece : quote.clause) add(piece);
    if (quote.speaker) {
      add(quote.speaker->range);
      all += fmt::format("{} {}", quote.speaker->thing, quote.speaker->name);
    }
    if (quote.cue) add(*quote.cue);
    if (quote.channel) all += quote.channel->name;
    all += '\n';
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Article article = fuzz::article_of_lines(bytes);
  std::string first;
  for (int reading = 0; reading < 2; ++reading) {
    const Segmentation layer = segment::segment(article);
    const Names names = names::find_names(article, layer);
    const std::vector<Quote> quotes = quotes::find_quotes(article, layer, names);
    check_names(article.text, names);
    check_quotes(article.text, names, quotes);
    const std::string found = printed(names, quotes);
    if (reading == 0) {
      first = found;
      check_quotes(article.text, names, quotes::find_quotes(article, layer, names, nullptr));
    }
    hold(found == first);
  }
  return 0;
}
