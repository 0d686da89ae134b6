#include "reuse/edits_typing.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "text/fold.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kMaxCells = 16'384;     // larger changes are typed as a whole
constexpr std::uint32_t kMaxNumberWords = 6;  // "two hundred and fifty thousand": five

// Prices. What counts is the order of the sums: a bracket and a cut beat two exchanged words, and
// two exchanged words beat two cut and two put in.
constexpr std::uint32_t kFreePrice = 0;  // what an ellipsis stands for
constexpr std::uint32_t kVariantPrice =
    1;  // a regular variant, a mask, and a word more for a bracket
constexpr std::uint32_t kBracketPrice = 2;     // a bracket or an ellipsis
constexpr std::uint32_t kNewBracketPrice = 3;  // a bracket for nothing
constexpr std::uint32_t kPersonPrice = 4;      // pronoun, tense
constexpr std::uint32_t kOneSidedPrice = 6;    // a word cut or put in
constexpr std::uint32_t kOtherPrice = 8;       // another word
constexpr std::uint32_t kNeverPrice = std::numeric_limits<std::uint32_t>::max() / 2;

struct Priced {
  std::string_view op;
  std::uint32_t price;
};

std::string without_apostrophes(std::string word) {
  std::erase(word, '\'');
  return word;
}

bool has_umlauts(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) != 0; });
}

bool is_umlaut_pair(const Item& was, const Item& now) {
  return (has_umlauts(was.folded) && umlauts_written_out(was.folded) == now.folded) ||
         (has_umlauts(now.folded) && umlauts_written_out(now.folded) == was.folded);
}

bool are_spelled_alike(Item& was, Item& now) {
  if (!may_be_spelled_alike(was.folded, now.folded)) return false;
  for (Item* item : {&was, &now})
    if (item->plain.empty()) item->plain = plain_spelling(item->folded);
  return was.plain == now.plain;
}

Priced pair_words(Item& was, Item& now) {
  if (are_spelled_alike(was, now)) {
    const bool same = without_apostrophes(was.folded) == without_apostrophes(now.folded);
    return {same ? "mark" : "spelling", kVariantPrice};
  }
  if (is_umlaut_pair(was, now)) return {"spelling", kVariantPrice};
  if (may_be_forms(was.folded, now.folded)) {
    if (is_pronoun_pair(was.folded, now.folded)) return {"pronoun", kPersonPrice};
    if (is_tense_pair(was.folded, now.folded)) return {"tense", kPersonPrice};
  }
  return {"replace", kOtherPrice};
}

bool is_hidden(ItemKind kind) { return kind == ItemKind::kMask || kind == ItemKind::kExpletive; }

// One word hidden in two ways: by what more or less of it is shown.
Priced pair_masks(const Item& was, const Item& now) {
  const auto shown = [](const Item& item) {
    std::string letters = item.kind == ItemKind::kExpletive ? std::string() : item.folded;
    std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
    return letters;
  };
  const std::string a = shown(was);
  const std::string b = shown(now);
  if (a == b && was.kind == now.kind) return {"mark", kBracketPrice};
  const bool differ = a.size() == b.size() || (!a.empty() && !b.empty() && a[0] != b[0]);
  if (differ) return {"replace", kOtherPrice};
  return {a.size() > b.size() ? "censor" : "uncensor", kBracketPrice};
}

Priced pair_items(Item& was, Item& now) {
  using enum ItemKind;
  if (was.kind == kWord && now.kind == kWord) return pair_words(was, now);
  if (was.kind == now.kind && was.kind == kEllipsis) return {"mark", kFreePrice};
  if (was.kind == now.kind && was.folded == now.folded) return {"mark", kFreePrice};
  if (was.kind == kEllipsis || now.kind == kEllipsis || was.kind == kSic || now.kind == kSic)
    return {"", kNeverPrice};
  if (was.kind == kWord && now.kind == kMask)
    return hides_word(now.folded, was.folded) ? Priced{"censor", kVariantPrice}
                                              : Priced{"replace", kOtherPrice};
  if (was.kind == kMask && now.kind == kWord)
    return hides_word(was.folded, now.folded) ? Priced{"uncensor", kVariantPrice}
                                              : Priced{"replace", kOtherPrice};
  if (is_hidden(was.kind) && is_hidden(now.kind)) return pair_masks(was, now);
  if (now.kind == kExpletive) return {"censor", kBracketPrice};
  if (was.kind == kExpletive) return {"uncensor", kBracketPrice};
  if (was.kind == kBracket && now.kind == kBracket) return {"replace", kOneSidedPrice};
  return now.kind == kBracket ? Priced{"bracket", kBracketPrice}
                              : Priced{"unbracket", kBracketPrice};
}

// `item` has no partner; `opposite`, the last item of the other side before it, may stand for it.
std::uint32_t price_alone(const Item& item, const Item* opposite) {
  switch (item.kind) {
    case ItemKind::kSic:
      return kFreePrice;
    case ItemKind::kEllipsis:
      return kBracketPrice;
    case ItemKind::kBracket:
    case ItemKind::kExpletive:
      return kNewBracketPrice;
    case ItemKind::kMask:
    case ItemKind::kWord:
      break;
  }
  if (opposite == nullptr) return kOneSidedPrice;
  if (opposite->kind == ItemKind::kEllipsis) return kFreePrice;
  return opposite->kind == ItemKind::kBracket || opposite->kind == ItemKind::kExpletive
             ? kVariantPrice
             : kOneSidedPrice;
}

bool stands_for_words(const Item& item) {
  return item.kind == ItemKind::kEllipsis || item.kind == ItemKind::kBracket ||
         item.kind == ItemKind::kExpletive;
}

bool is_plain(std::string_view op) { return op == "cut" || op == "insert" || op == "replace"; }

// Words run together: "co-operate", "e mail", "U.S.". Empty when something else parts them.
struct Joined {
  std::string letters;
  bool by_dots = false;
};

Joined join_words(std::string_view text, std::span<const Item> items) {
  Joined joined{items[0].folded, items.size() > 1};
  for (std::size_t i = 1; i < items.size(); ++i) {
    const std::uint32_t begin = items[i - 1].range.end;
    const std::string_view mark = text.substr(begin, items[i].range.begin - begin);
    if (mark != "-" && mark != " " && mark != "." && mark != "\u2010" && mark != "\u2011" &&
        mark != "\u00A0")
      return {};
    joined.by_dots = joined.by_dots && mark == ".";
    joined.letters += items[i].folded;
  }
  return joined;
}

// Is there anything but words and plain punctuation, so that items have to be told apart?
bool has_signs(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '(' || c == '*' || c == '#' || c == '_') return true;
    if (c == '.' && at + 1 < text.size() && (text[at + 1] == '.' || text.substr(at, 3) == ". ."))
      return true;
    if (text.substr(at, 3) == "…") return true;
  }
  return false;
}

// Is it one word of plain letters with nothing but space and plain punctuation around it?
bool is_plain_word(std::string_view text, Range bytes, Range word) {
  for (std::uint32_t at = bytes.begin; at < bytes.end; ++at) {
    const char c = text[at];
    const bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const bool in_word = at >= word.begin && at < word.end;
    if (in_word ? !is_letter : !(c == ' ' || c == ',' || c == ';' || c == ':' || c == '"'))
      return false;
  }
  return true;
}

}  // namespace

// Most changes by far: one plain word for another.
bool ChangeTyper::type_word(const Telling& a, Range a_words, Range a_bytes, const Telling& b,
                            Range b_words, Range b_bytes, std::vector<Change>& changes) {
  if (a_words.size() != 1 || b_words.size() != 1) return false;
  const Range was = a.words[a_words.begin].range;
  const Range now = b.words[b_words.begin].range;
  if (!is_plain_word(a.text, a_bytes, was) || !is_plain_word(b.text, b_bytes, now)) return false;
  const auto fold = [](std::string_view word, Item& item) {
    item.plain.clear();
    item.folded.assign(word);
    for (char& c : item.folded) c = static_cast<char>(c | 0x20);
  };
  fold(words_of(a.text, was), a_word_);
  fold(words_of(b.text, now), b_word_);
  if (begins_number(a_word_.folded) && begins_number(b_word_.folded)) return false;
  changes.push_back({pair_words(a_word_, b_word_).op, a_words, b_words, was, now});
  return true;
}

void ChangeTyper::type(const Telling& a, Range a_words, Range a_bytes, const Telling& b,
                       Range b_words, Range b_bytes, std::vector<Change>& changes) {
  if (type_word(a, a_words, a_bytes, b, b_words, b_bytes, changes)) return;
  const auto bytes_of = [](const Telling& telling, Range words) {
    return words.empty() ? Range{}
                         : Range{telling.words[words.begin].range.begin,
                                 telling.words[words.end - 1].range.end};
  };
  const std::uint64_t n_cells =
      (std::uint64_t{a_words.size()} + 1) * (std::uint64_t{b_words.size()} + 1);
  const bool one_sided = a_words.empty() || b_words.empty();
  const bool has_items =
      has_signs(words_of(a.text, a_bytes)) || has_signs(words_of(b.text, b_bytes));
  if (n_cells > kMaxCells || (one_sided && !has_items)) {
    const std::string_view op = b_words.empty() ? "cut" : a_words.empty() ? "insert" : "replace";
    changes.push_back({op, a_words, b_words, bytes_of(a, a_words), bytes_of(b, b_words)});
    return;
  }
  a_text_ = a.text;
  b_text_ = b.text;
  read_items(a, a_words, a_bytes, a_);
  read_items(b, b_words, b_bytes, b_);
  fill_table();
  draft_changes();
  join_drafts();
  for (const Draft& draft : drafts_) changes.push_back(change_of(draft));
}

void ChangeTyper::read_items(const Telling& telling, Range words, Range bytes, Items& items) const {
  items.words = words;
  find_items(telling, bytes, words, items.list);
  items.numbers.assign(items.list.size() * kMaxNumberWords, {});
  for (std::size_t i = 0; i < items.list.size(); ++i) {
    if (items.list[i].kind != ItemKind::kWord || !begins_number(items.list[i].folded)) continue;
    for (std::size_t n = 0; n < kMaxNumberWords && i + n < items.list.size(); ++n) {
      const Item& last = items.list[i + n];
      if (last.kind != ItemKind::kWord) break;
      const Range whole{items.list[i].range.begin, last.range.end};
      items.numbers[i * kMaxNumberWords + n] =
          read_number(text::fold(words_of(telling.text, whole)).text);
    }
  }
}

void ChangeTyper::fill_table() {
  const std::size_t n_cells = std::size_t{a_.size() + 1} * (b_.size() + 1);
  prices_.assign(n_cells, kNeverPrice);
  steps_.assign(n_cells, {});
  prices_[0] = 0;
  for (std::uint32_t i = 0; i <= a_.size(); ++i)
    for (std::uint32_t j = 0; j <= b_.size(); ++j)
      if (i + j > 0) fill_cell(i, j);
}

// The cheapest way to use items [0, i) and [0, j).
void ChangeTyper::fill_cell(std::uint32_t i, std::uint32_t j) {
  const auto behind = [](const Items& items, std::uint32_t n) {
    return n > 0 ? &items.list[n - 1] : nullptr;
  };
  if (i > 0 && j > 0) {
    const Priced pair = pair_items(a_.list[i - 1], b_.list[j - 1]);
    try_step(i, j, {pair.op, 1, 1}, pair.price);
    try_joins(i, j);
    try_numbers(i, j);
  }
  if (i > 0) try_step(i, j, {"cut", 1, 0}, price_alone(a_.list[i - 1], behind(b_, j)));
  if (j > 0) try_step(i, j, {"insert", 0, 1}, price_alone(b_.list[j - 1], behind(a_, i)));
}

void ChangeTyper::try_step(std::uint32_t i, std::uint32_t j, Step step, std::uint32_t price) {
  const std::size_t width = b_.size() + 1;
  const std::uint32_t total = prices_[(i - step.n_a) * width + (j - step.n_b)] + price;
  if (total >= prices_[i * width + j]) return;
  prices_[i * width + j] = total;
  steps_[i * width + j] = step;
}

// One word written as two or three.
void ChangeTyper::try_joins(std::uint32_t i, std::uint32_t j) {
  constexpr std::array<std::array<std::uint32_t, 2>, 5> kShapes{
      {{1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 2}}};
  for (const auto& [n, m] : kShapes) {
    if (n > i || m > j) continue;
    const auto a = std::span(a_.list).subspan(i - n, n);
    const auto b = std::span(b_.list).subspan(j - m, m);
    if (a[0].folded.empty() || b[0].folded.empty() || a[0].folded[0] != b[0].folded[0]) continue;
    const auto is_word = [](const Item& item) { return item.kind == ItemKind::kWord; };
    if (!std::all_of(a.begin(), a.end(), is_word) || !std::all_of(b.begin(), b.end(), is_word))
      continue;
    const auto n_letters = [](std::span<const Item> items) {
      std::size_t sum = 0;
      for (const Item& item : items) sum += item.folded.size();
      return sum;
    };
    if (n_letters(a) != n_letters(b)) continue;
    const Joined was = join_words(a_text_, a);
    const Joined now = join_words(b_text_, b);
    if (was.letters.empty() || was.letters != now.letters) continue;
    const std::string_view op = was.letters == "percent"     ? "number"
                                : was.by_dots || now.by_dots ? "mark"
                                                             : "spelling";
    try_step(i, j, {op, n, m}, kVariantPrice);
  }
}

void ChangeTyper::try_numbers(std::uint32_t i, std::uint32_t j) {
  for (std::uint32_t n = 1; n <= std::min(i, kMaxNumberWords); ++n) {
    const auto& was = a_.numbers[(i - n) * kMaxNumberWords + n - 1];
    if (!was) continue;
    for (std::uint32_t m = 1; m <= std::min(j, kMaxNumberWords); ++m)
      if (b_.numbers[(j - m) * kMaxNumberWords + m - 1] == was)
        try_step(i, j, {"number", n, m}, kVariantPrice);
  }
}

void ChangeTyper::draft_changes() {
  path_.clear();
  drafts_.clear();
  const std::size_t width = b_.size() + 1;
  std::uint32_t i = a_.size();
  std::uint32_t j = b_.size();
  while (i + j > 0) {
    path_.push_back(steps_[i * width + j]);
    i -= path_.back().n_a;
    j -= path_.back().n_b;
  }
  for (auto step = path_.rbegin(); step != path_.rend(); ++step) {
    draft_step(*step, i, j);
    i += step->n_a;
    j += step->n_b;
  }
  // An ellipsis that stands for nothing is a mark between words.
  std::erase_if(drafts_, [](const Draft& draft) {
    return (draft.op == "ellipsis" && draft.a_items.empty()) ||
           (draft.op == "restored" && draft.b_items.empty());
  });
}

// A step from items i of `a` and j of `b` on.
void ChangeTyper::draft_step(const Step& step, std::uint32_t i, std::uint32_t j) {
  Draft draft{step.op, {i, i + step.n_a}, {j, j + step.n_b}};
  if (step.n_a > 0 && step.n_b > 0) {
    const bool any_word = !a_.list[i].words.empty() || !b_.list[j].words.empty() ||
                          a_.list[i].kind == ItemKind::kMask || b_.list[j].kind == ItemKind::kMask;
    if (any_word) drafts_.push_back(draft);
    return;
  }
  const bool is_cut = step.n_a > 0;
  const Item& item = is_cut ? a_.list[i] : b_.list[j];
  const bool is_word = item.kind == ItemKind::kWord || item.kind == ItemKind::kMask;
  const Item* opposite =
      is_cut ? (j > 0 ? &b_.list[j - 1] : nullptr) : (i > 0 ? &a_.list[i - 1] : nullptr);
  if (is_word && opposite != nullptr && stands_for_words(*opposite) && !drafts_.empty()) {
    Draft& last = drafts_.back();
    if (last.a_items.end == i && last.b_items.end == j) {
      (is_cut ? last.a_items.end : last.b_items.end) += 1;
      return;
    }
  }
  if (item.kind == ItemKind::kEllipsis) draft.op = is_cut ? "restored" : "ellipsis";
  if (item.kind == ItemKind::kSic) draft.op = is_cut ? "unbracket" : "sic";
  if (item.kind == ItemKind::kBracket) draft.op = is_cut ? "unbracket" : "bracket";
  if (item.kind == ItemKind::kExpletive) draft.op = is_cut ? "uncensor" : "censor";
  drafts_.push_back(draft);
}

// Plain changes side by side are one; a pronoun or a tense among other words is no shift of them.
void ChangeTyper::join_drafts() {
  std::size_t n_kept = 0;
  for (const Draft& draft : drafts_) {
    if (n_kept > 0) {
      Draft& last = drafts_[n_kept - 1];
      const auto joinable = [](std::string_view op) {
        return is_plain(op) || op == "pronoun" || op == "tense";
      };
      const bool touches =
          last.a_items.end == draft.a_items.begin && last.b_items.end == draft.b_items.begin;
      if (touches && joinable(last.op) && joinable(draft.op) &&
          (is_plain(last.op) || is_plain(draft.op))) {
        last.a_items.end = draft.a_items.end;
        last.b_items.end = draft.b_items.end;
        last.op = last.b_items.empty() ? "cut" : last.a_items.empty() ? "insert" : "replace";
        continue;
      }
    }
    drafts_[n_kept++] = draft;
  }
  drafts_.resize(n_kept);
}

Change ChangeTyper::change_of(const Draft& draft) const {
  const auto words = [](const Items& items, Range range) {
    const std::uint32_t begin =
        range.begin < items.size() ? items.list[range.begin].words.begin : items.words.end;
    return range.empty() ? Range{begin, begin} : Range{begin, items.list[range.end - 1].words.end};
  };
  const auto bytes = [](const Items& items, Range range) {
    return range.empty()
               ? Range{}
               : Range{items.list[range.begin].range.begin, items.list[range.end - 1].range.end};
  };
  return {draft.op, words(a_, draft.a_items), words(b_, draft.b_items), bytes(a_, draft.a_items),
          bytes(b_, draft.b_items)};
}

void join_changes(const Telling& a, const Telling& b, std::vector<Change>& changes,
                  std::vector<WordPair>& pairs) {
  constexpr std::uint32_t kMaxIsland = 2;
  std::size_t n_kept = 0;
  std::vector<Range> islands;  // of a's words
  for (const Change& change : changes) {
    if (n_kept > 0 && is_plain(change.op) && is_plain(changes[n_kept - 1].op)) {
      Change& last = changes[n_kept - 1];
      const Range island_a{last.a_words.end, change.a_words.begin};
      const std::uint32_t n_a = last.a_words.size() + change.a_words.size();
      const std::uint32_t n_b = last.b_words.size() + change.b_words.size();
      if (island_a.size() <= kMaxIsland && std::min(n_a, n_b) >= 3 * island_a.size()) {
        const auto join = [](const Telling& telling, Range x, Range x_words, Range y,
                             Range y_words) {
          const bool gap = x_words.end < y_words.begin;
          const std::uint32_t begin =
              x.empty() ? (gap ? telling.words[x_words.end].range.begin : y.begin) : x.begin;
          const std::uint32_t end =
              y.empty() ? (gap ? telling.words[y_words.begin - 1].range.end : x.end) : y.end;
          return Range{begin, end};
        };
        last.a = join(a, last.a, last.a_words, change.a, change.a_words);
        last.b = join(b, last.b, last.b_words, change.b, change.b_words);
        last.a_words.end = change.a_words.end;
        last.b_words.end = change.b_words.end;
        last.op = "replace";
        if (!island_a.empty()) islands.push_back(island_a);
        continue;
      }
    }
    changes[n_kept++] = change;
  }
  changes.resize(n_kept);
  if (islands.empty()) return;
  auto island = islands.begin();
  std::erase_if(pairs, [&](const WordPair& pair) {
    while (island != islands.end() && island->end <= pair.a) ++island;
    return island != islands.end() && island->begin <= pair.a;
  });
}

}  // namespace fabula::reuse
