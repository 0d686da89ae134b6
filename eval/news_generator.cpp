#include "news_generator.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "news/edits.hpp"
#include "news/outlets.hpp"
#include "news/print.hpp"

namespace fabula::news {
namespace {

constexpr std::int32_t kFirstDay = static_cast<std::int32_t>(
    std::chrono::sys_days{std::chrono::year{2031} / 1 / 1}.time_since_epoch().count());
constexpr std::size_t kCopiesKept = 64;  // of one agency story, as parents of further copies
constexpr std::uint32_t kMostWordEditsNear = 50;
constexpr std::uint32_t kMostWordEditsPassage = 150;

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits(16, '0');
  for (auto at = digits.rbegin(); at != digits.rend(); ++at, value >>= 4) *at = kDigits[value & 15];
  return digits;
}

std::string title_of(const Story& story, const Words& words, std::uint32_t n_words) {
  std::string title;
  for (std::uint32_t i = 0; i < n_words && i < story.size(); ++i) {
    if (i > 0) title += ' ';
    words.print(story[i].word, story[i].form, true, title);
  }
  return title;
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{"original", "agency", "near-copy",
                                                   "partial-copy", "quoting"};
  return kNames[static_cast<std::size_t>(kind)];
}

// An article while it is written.
struct NewsGenerator::Made {
  Made(const NewsOptions& options, const Words& words, std::uint32_t index)
      : random(options.seed, index), writer(words, index) {
    known.index = index;
    known.outlet = random.below(options.n_outlets);
  }
  std::uint32_t n_words() const { return static_cast<std::uint32_t>(known.story.size()); }

  Random random;
  Writer writer;
  Known known;
  Kind kind = Kind::kOriginal;
  std::uint32_t parent = kNobody;
  std::vector<CopiedWords> copied;
};

NewsGenerator::NewsGenerator(const NewsOptions& options) : options_(options) {}

const NewsGenerator::Known* NewsGenerator::known(std::uint32_t index) const {
  if (window_.empty() || index < window_.front().index) return nullptr;
  const std::size_t place = index - window_.front().index;
  return place < window_.size() ? &window_[place] : nullptr;
}

const NewsGenerator::Known& NewsGenerator::any_known(Random& random) const {
  return window_[random.below(static_cast<std::uint32_t>(window_.size()))];
}

void NewsGenerator::make_original(Made& made) {
  const std::uint32_t mean = options_.original_words;
  // Many short articles, few long ones: the product of two draws.
  const std::uint64_t first = made.random.below(2 * mean);
  const std::uint64_t second = made.random.below(1600);
  const std::uint32_t n = mean / 5 + static_cast<std::uint32_t>(first * second / 1000);
  made.known.story = made.writer.write(std::max<std::uint32_t>(n, 20), made.random);
  if (!made.random.permille(options_.agency_stories)) return;
  made.kind = Kind::kAgency;
  made.known.outlet = agency_number(made.random);
  made.known.credit =
      agency_credit(made.known.outlet, day_of(made.known.index), words_, made.random);
}

void NewsGenerator::make_near_copy(Made& made) {
  Random& random = made.random;
  const Known* parent = &any_known(random);
  std::string credit;
  if (!families_.empty()) {
    Family& family = families_[random.below(static_cast<std::uint32_t>(families_.size()))];
    const bool of_wire = random.permille(options_.from_agency);
    const Known* copy = nullptr;
    if (!of_wire && random.permille(options_.chained) && !family.copies.empty())
      copy = known(family.copies[random.below(static_cast<std::uint32_t>(family.copies.size()))]);
    if (of_wire || copy != nullptr) {
      parent = of_wire ? &family.wire : copy;
      if (random.permille(options_.credited)) credit = family.wire.credit;
      family.copies.push_back(made.known.index);
      if (family.copies.size() > kCopiesKept) family.copies.pop_front();
    }
  }
  made.kind = Kind::kNearCopy;
  made.parent = parent->index;
  made.known.credit = std::move(credit);
  if (random.permille(500)) made.known.title = parent->title;
  Story& story = made.known.story;
  story = copy_words(parent->story);
  const auto n_taken = static_cast<std::uint32_t>(story.size());
  if (random.permille(options_.truncated)) truncate(story, random);
  const std::uint32_t rate = options_.word_edits.value_or(random.between(0, kMostWordEditsNear));
  edit_words(story, rate, made.writer, random);
  if (random.permille(options_.moved)) move_paragraph(story, random);
  for (std::uint32_t kind = 1; kind < kPlantedKinds; ++kind)
    if (random.permille(options_.planted))
      plant(story, static_cast<Planted>(kind), made.writer, random);
  made.copied.push_back({0, made.n_words(), parent->index, n_taken, rate});
}

void NewsGenerator::add_passage(Made& made, std::uint32_t n_words, bool is_quotation) {
  Random& random = made.random;
  const bool of_wire = !families_.empty() && random.permille(300);
  const Known& parent =
      of_wire ? families_[random.below(static_cast<std::uint32_t>(families_.size()))].wire
              : any_known(random);
  const auto n_there = static_cast<std::uint32_t>(parent.story.size());
  n_words = std::min(n_words, n_there);
  const std::uint32_t from = random.below(n_there - n_words + 1);
  Story passage = copy_words(std::span(parent.story).subspan(from, n_words));
  const std::uint32_t rate = options_.word_edits.value_or(random.between(0, kMostWordEditsPassage));
  edit_words(passage, rate, made.writer, random);
  if (is_quotation) {
    for (NewsWord& word : passage)
      word.begins_paragraph = word.opens_quotation = word.closes_quotation = false;
    passage.front().opens_quotation = true;
    passage.back().closes_quotation = true;
    passage.back().mark = Mark::kComma;
  } else {
    passage.back().mark = Mark::kStop;
  }
  passage.front().begins_paragraph = true;
  passage.front().is_capital = true;
  const std::uint32_t begin = made.n_words();
  made.known.story.insert(made.known.story.end(), passage.begin(), passage.end());
  made.copied.push_back({begin, made.n_words(), parent.index, n_words, rate});
  if (!is_quotation) return;
  made.writer.add_attribution(made.known.story, random);
  made.known.story.back().mark = Mark::kStop;
}

void NewsGenerator::make_partial_copy(Made& made) {
  made.kind = Kind::kPartialCopy;
  Random& random = made.random;
  const auto add_own = [&] {
    const Story own = made.writer.write(random.between(60, 250), random);
    made.known.story.insert(made.known.story.end(), own.begin(), own.end());
  };
  add_own();
  for (auto n = random.between(1, 3); n > 0; --n) {
    add_passage(made, random.between(21, 200), false);
    add_own();
  }
}

void NewsGenerator::make_quoting(Made& made) {
  make_original(made);
  made.kind = Kind::kQuoting;
  made.known.credit.clear();
  made.known.outlet = made.random.below(options_.n_outlets);
  for (auto n = made.random.between(1, 3); n > 0; --n) {
    add_passage(made, made.random.between(8, 30), true);
    const Story own = made.writer.write(made.random.between(20, 80), made.random);
    made.known.story.insert(made.known.story.end(), own.begin(), own.end());
  }
}

void NewsGenerator::remember(Made& made) {
  if (made.kind == Kind::kAgency) {
    families_.push_back({made.known, {}});
    if (families_.size() > options_.n_agency_stories) families_.pop_front();
  }
  window_.push_back(std::move(made.known));
  if (window_.size() > options_.window) window_.pop_front();
}

std::int32_t NewsGenerator::day_of(std::uint32_t index) const {
  return kFirstDay + static_cast<std::int32_t>(index / options_.articles_per_day);
}

NewsArticle NewsGenerator::print(Made& made) const {
  NewsArticle article;
  Random random(options_.seed, ~std::uint64_t{made.known.index});
  article.index = made.known.index;
  article.id = hexadecimal(mix(mix(options_.seed) ^ (std::uint64_t{made.known.index} << 8)));
  article.outlet = outlet_name(made.known.outlet, words_);
  article.title = made.known.title;
  article.kind = made.kind;
  article.parent = made.parent;
  article.day = day_of(article.index);
  const bool is_wrong = random.permille(options_.wrong_dates);
  const auto off = static_cast<std::int32_t>(random.below(2 * options_.wrong_by_days + 1)) -
                   static_cast<std::int32_t>(options_.wrong_by_days);
  if (!random.permille(options_.undated)) article.stated_day = article.day + (is_wrong ? off : 0);
  const bool straight = is_straight(made.known.outlet, options_.straight_marks);
  if (!made.known.credit.empty()) article.text = made.known.credit + " —";
  Story& story = made.known.story;
  if (!made.known.credit.empty()) story.front().begins_paragraph = false;
  const std::vector<Range> ranges =
      print_story(story, words_, {straight, options_.noise}, random, article.text);
  story.front().begins_paragraph = true;
  for (std::size_t i = 0; i < story.size(); ++i) {
    article.words.push_back({ranges[i], story[i].origin_article, story[i].origin_word});
    if (story[i].planted == Planted::kNone) continue;
    if (i > 0 && story[i - 1].planted == story[i].planted && !article.edits.empty()) {
      article.edits.back().range.end = ranges[i].end;
    } else {
      article.edits.push_back({story[i].planted, ranges[i]});
    }
  }
  article.copied = std::move(made.copied);
  const Known* parent = made.parent == kNobody ? nullptr : known(made.parent);
  if (parent != nullptr && straight && !is_straight(parent->outlet, options_.straight_marks))
    article.edits.push_back(
        {Planted::kMarks, {0, static_cast<std::uint32_t>(article.text.size())}});
  if (random.permille(options_.footers)) add_footer(made.known.outlet, words_, article.text);
  return article;
}

NewsArticle NewsGenerator::next() {
  for (;;) {
    Made made(options_, words_, n_made_++);
    const std::uint32_t draw = made.random.below(1000);
    const std::uint32_t near_end = options_.near_copies;
    const std::uint32_t partial_end = near_end + options_.partial_copies;
    if (window_.empty() || draw >= partial_end + options_.quoting) {
      make_original(made);
    } else if (draw < near_end) {
      make_near_copy(made);
    } else if (draw < partial_end) {
      make_partial_copy(made);
    } else {
      make_quoting(made);
    }
    if (made.known.title.empty())
      made.known.title = title_of(made.known.story, words_, made.random.between(6, 10));
    NewsArticle article = print(made);
    remember(made);
    if (article.kind != Kind::kAgency || options_.agencies_in_pile) return article;
  }
}

}  // namespace fabula::news
