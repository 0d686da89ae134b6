#include "reconcile/prices.hpp"

#include <algorithm>
#include <string_view>

#include "reconcile/word_forms.hpp"

namespace fabula::reconcile {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool has_ellipsis(std::string_view bytes) {
  return contains(bytes, "...") || contains(bytes, "…") || contains(bytes, ". . .");
}

bool has_stars(std::string_view bytes) {
  return contains(bytes, "**") || contains(bytes, "--") || contains(bytes, "[expletive");
}

// Bytes that were read in the wrong encoding, or could not be read.
bool is_garbled(std::string_view bytes) {
  return contains(bytes, "\uFFFD") || contains(bytes, "Ã") || contains(bytes, "â€") ||
         contains(bytes, "Â");
}

bool has_curly_marks(std::string_view bytes) {
  return contains(bytes, "“") || contains(bytes, "”") || contains(bytes, "’");
}

// One side of a change: its words, and its bytes with the marks around them.
struct Side {
  const FamilyWords& family;
  std::uint32_t text;
  std::uint32_t begin;
  std::uint32_t end;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] std::span<const Word> words() const {
    return family.words(text).subspan(begin, size());
  }
  [[nodiscard]] std::string_view letters(std::uint32_t i) const {
    return family.letters(words()[i]);
  }
  [[nodiscard]] std::string_view bytes() const {
    return words_of(family.bytes(text),
                    {family.gap_before(text, begin).begin, family.gap_before(text, end).end});
  }
};

bool same_letters(const Side& a, const Side& b) {  // "co-op", "coop"
  std::string_view x, y;
  std::uint32_t i = 0, j = 0;
  for (;;) {
    while (x.empty() && i < a.size()) x = a.letters(i++);
    while (y.empty() && j < b.size()) y = b.letters(j++);
    if (x.empty() || y.empty()) return x.empty() && y.empty();
    const std::size_t n = std::min(x.size(), y.size());
    if (x.substr(0, n) != y.substr(0, n)) return false;
    x.remove_prefix(n);
    y.remove_prefix(n);
  }
}

struct OneWay {
  std::int64_t cost = 0;
  std::uint32_t n_own = 0;
};

// Exchanging one word.
OneWay price_exchange(const Side& from, const Side& to, std::uint32_t i) {
  const Word was = from.words()[i], now = to.words()[i];
  if (was == now) return {};
  switch (compare_forms(from.letters(i), to.letters(i))) {
    case FormChange::kSpelling:
    case FormChange::kAccentsLost:
      return {};
    case FormChange::kAccentsFound:
      return {price::kAccentRestored, 0};
    case FormChange::kTypo:
      // Most texts have the right form, when there are enough to ask.
      if (from.family.n_holders(now) >= 3 * from.family.n_holders(was))
        return {price::kTypoCorrected, 0};
      break;
    case FormChange::kNone:
      break;
  }
  return {price::kPlace + price::kOwnWord, 1};
}

// Words put in, nothing exchanged for them word by word.
OneWay price_insertion(const Side& to) {
  bool all_dates = to.size() <= 5;
  for (std::uint32_t i = 0; i < to.size() && all_dates; ++i)
    all_dates = is_date_word(to.letters(i));
  if (all_dates) return {price::kDateWord * to.size(), 0};
  return {price::kPlace + price::kOwnWord * to.size(), to.size()};
}

bool is_sic(const Side& side) {
  return side.size() == 1 && side.letters(0) == "sic" &&
         (contains(side.bytes(), "[sic") || contains(side.bytes(), "(sic"));
}

// Words of `from` left out, nothing put in their place.
std::int64_t price_cut(const Side& from) {
  const bool at_edge = from.begin == 0 || from.end == from.family.words(from.text).size();
  return at_edge ? price::kCutAtEdge : price::kPlace;
}

// What the one side has that nobody takes back.
struct Scars {
  bool ellipsis = false;
  bool stars = false;
  bool garbled = false;
  Scars() = default;
  explicit Scars(std::string_view bytes)
      : ellipsis(has_ellipsis(bytes)), stars(has_stars(bytes)), garbled(is_garbled(bytes)) {}
};

// The sign by which `to` cannot have been made from `from` in this place.
Sign sign_against(const Side& from, const Side& to, const Scars& was, const Scars& now) {
  if (is_sic(from) && to.size() == 0) return Sign::kSic;
  if (was.ellipsis && !now.ellipsis && to.size() > 0) return Sign::kEllipsis;
  if (was.stars && !now.stars) return Sign::kStars;
  if (was.garbled && !now.garbled) return Sign::kGarbled;
  return Sign::kNone;
}

OneWay price_one_way(const Side& from, const Side& to, const Scars& was, const Scars& now) {
  if (is_sic(to) && from.size() == 0) return {};
  const bool spoiled =
      to.size() <= 2 && ((now.stars && !was.stars) || (now.garbled && !was.garbled));
  if (spoiled) return {price::kPlace, 0};
  OneWay made;
  if (to.size() == 0) {
    made.cost = price_cut(from);
  } else if (from.size() == to.size()) {
    for (std::uint32_t i = 0; i < to.size(); ++i) {
      const OneWay word = price_exchange(from, to, i);
      made.cost += word.cost;
      made.n_own += word.n_own;
    }
  } else {
    made = price_insertion(to);
  }
  return made;
}

}  // namespace

Pricer::Pricer(const FamilyWords& family) : family_(family) {
  for (std::uint32_t t = 0; t < family.n_texts(); ++t) {
    const Scars scars(family.bytes(t));
    is_curly_.push_back(has_curly_marks(family.bytes(t)));
    is_scarred_.push_back(scars.ellipsis || scars.stars || scars.garbled);
  }
}

std::uint64_t change_key(std::span<const Word> a, std::span<const Word> b) {
  constexpr std::size_t kMostWords = 12;
  if (a.size() > kMostWords || b.size() > kMostWords) return 0;
  std::uint64_t key = 1 + a.size();
  for (const auto& side : {a, b})
    for (const Word word : side) {
      key = (key ^ (word + 1)) * 0x9E3779B97F4A7C15U;
      key ^= key >> 32;
    }
  return key == 0 ? 1 : key;
}

PairPrice Pricer::price(std::uint32_t a, std::uint32_t b) {
  const auto a_words = family_.words(a), b_words = family_.words(b);
  aligner_.align(a_words, b_words, alignment_);
  list_changes(static_cast<std::uint32_t>(a_words.size()),
               static_cast<std::uint32_t>(b_words.size()));
  PairPrice made;
  made.a_to_b = made.b_to_a =
      price::kMovedBlock * static_cast<std::int64_t>(alignment_.moved.size());
  for (const Change& change : changes_) price_change(a, b, change, made);
  const bool a_curly = is_curly_[a], b_curly = is_curly_[b];
  if (b_curly && !a_curly) made.a_to_b += price::kMarksCurled;
  if (a_curly && !b_curly) made.b_to_a += price::kMarksCurled;
  return made;
}

// What lies between the runs, cut up where a moved block stands.
void Pricer::list_changes(std::uint32_t n_a, std::uint32_t n_b) {
  changes_.clear();
  std::uint32_t a = 0, b = 0;
  const auto add = [&](std::uint32_t a_end, std::uint32_t b_end) {
    if (a < a_end || b < b_end) changes_.push_back({a, a_end, b, b_end});
  };
  for (const Run& run : alignment_.runs) {
    add(run.a, run.b);
    a = run.a + run.n;
    b = run.b + run.n;
  }
  add(n_a, n_b);
  if (alignment_.moved.empty()) return;
  // A moved block leaves its change on either side; what is left of the change splits in two.
  for (const Run& moved : alignment_.moved) {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      Change& at = changes_[i];
      if (at.a_begin <= moved.a && moved.a + moved.n <= at.a_end) {
        const Change rest{moved.a + moved.n, at.a_end, at.b_end, at.b_end};
        at.a_end = moved.a;
        if (rest.a_begin < rest.a_end) changes_.push_back(rest);
        break;
      }
    }
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      Change& at = changes_[i];
      if (at.b_begin <= moved.b && moved.b + moved.n <= at.b_end) {
        const Change rest{at.a_end, at.a_end, moved.b + moved.n, at.b_end};
        at.b_end = moved.b;
        if (rest.b_begin < rest.b_end) changes_.push_back(rest);
        break;
      }
    }
  }
  std::erase_if(changes_,
                [](const Change& c) { return c.a_begin == c.a_end && c.b_begin == c.b_end; });
}

void Pricer::price_change(std::uint32_t a, std::uint32_t b, const Change& change,
                          PairPrice& out) const {
  const Side a_side{family_, a, change.a_begin, change.a_end};
  const Side b_side{family_, b, change.b_begin, change.b_end};
  if (a_side.size() > 0 && b_side.size() > 0 && same_letters(a_side, b_side)) return;
  const auto is_free = [&](std::uint64_t key) {
    return key != 0 && std::ranges::binary_search(free_, key);
  };
  if (!free_.empty() && (is_free(change_key(a_side.words(), b_side.words())) ||
                         is_free(change_key(b_side.words(), a_side.words()))))
    return;
  Scars on_a, on_b;
  if (is_scarred_[a]) on_a = Scars(a_side.bytes());
  if (is_scarred_[b]) on_b = Scars(b_side.bytes());
  const OneWay forth = price_one_way(a_side, b_side, on_a, on_b);
  const OneWay back = price_one_way(b_side, a_side, on_b, on_a);
  out.a_to_b += forth.cost;
  out.b_to_a += back.cost;
  out.own_b += forth.n_own;
  out.own_a += back.n_own;
  if (const Sign sign = sign_against(a_side, b_side, on_a, on_b); sign != Sign::kNone) {
    out.a_to_b += price::kImpossible;
    out.against_a_to_b = sign;
  }
  if (const Sign sign = sign_against(b_side, a_side, on_b, on_a); sign != Sign::kNone) {
    out.b_to_a += price::kImpossible;
    out.against_b_to_a = sign;
  }
}

}  // namespace fabula::reconcile
