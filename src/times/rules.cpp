#include "times/rules.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "times/feasts.hpp"
#include "times/guards.hpp"

namespace fabula::times {
namespace {

struct Row {
  std::string_view id;
  std::uint8_t pass;
  Classes makes;
  Op op;
  std::int32_t sign;
  Licence licence;
  std::string_view pattern;
};

constexpr Classes kNoClass = 0;

const std::vector<Row>& rows() {
  using namespace cls;
  using enum Op;
  using namespace manner;
  static const std::vector<Row> table = {
#define RULE(id, pass, makes, op, sign, licence, pattern) \
  {id, pass, kNoClass | (makes), op, sign, Licence::licence, pattern},
#define YES(text, words, value)
#define NO(text)
#include "times/rules_table.inc"
#undef NO
#undef YES
#undef RULE
  };
  return table;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t stop = std::min(text.find(mark, at), text.size());
    if (stop > at) parts.push_back(text.substr(at, stop - at));
    at = stop + 1;
  }
  return parts;
}

Classes class_named(std::string_view name) {
#define CLASS(class_name) \
  if (name == #class_name) return cls::class_name;
#include "times/classes.def"
#undef CLASS
  return 0;
}

// "DATE?" without its '?', which says that it is optional.
std::string_view without_mark(std::string_view item, bool* is_optional) {
  *is_optional = item.size() > 1 && item.back() == '?';
  return *is_optional ? item.substr(0, item.size() - 1) : item;
}

Item compile_item(std::string_view text) {
  Item item;
  for (const std::string_view choice : split(without_mark(text, &item.is_optional), '|')) {
    const Classes named = class_named(choice);
    item.classes |= named;
    if (named == 0) item.words[item.n_words++] = word_id(choice);
  }
  return item;
}

bool takes(const Item& item, const Token& token) {
  if ((item.classes & token.classes) != 0) return true;
  if (token.word == 0) return false;
  const auto* end = item.words.data() + item.n_words;
  return std::find(item.words.data(), end, token.word) != end;
}

// A rule that can begin with a token, and what the token behind that one must then be.
struct Opening {
  std::uint16_t rule = 0;
  Classes next = 0;        // of one of these classes
  bool next_word = false;  // or a word of the lexicon
  bool is_whole = false;   // or anything: the rule may end before it

  [[nodiscard]] bool may_go_on(const Token& token) const {
    return is_whole || (next & token.classes) != 0 || (next_word && token.word != 0);
  }
};

// Openings with the same first token, and what they take next between them: mostly that alone says
// that none of them goes on.
struct Openings {
  std::vector<Opening> all;
  Opening any;

  void add(const Opening& opening) {
    all.push_back(opening);
    any.next |= opening.next;
    any.next_word = any.next_word || opening.next_word;
    any.is_whole = any.is_whole || opening.is_whole;
  }
};

// The rules of a pass that can begin with a token, by each of its classes and by its word.
struct Index {
  std::array<Openings, static_cast<std::size_t>(ClassBit::kCount)> by_class;
  std::vector<Openings> by_word;
};

// What may follow when item `i` of the rule has taken the first token.
Opening opening_of(const Rule& rule, std::uint16_t rule_index, std::size_t i) {
  Opening opening{.rule = rule_index, .is_whole = true};
  for (std::size_t next = i + 1; next < rule.items.size() && opening.is_whole; ++next) {
    const Item& item = rule.items[next];
    opening.next |= item.classes;
    opening.next_word = opening.next_word || item.n_words > 0;
    opening.is_whole = item.is_optional;
  }
  return opening;
}

struct Book {
  std::vector<Rule> rules;
  std::array<Index, kPasses> index;

  Book() {
    for (const Row& row : rows()) {
      Rule rule{row.id, row.pass, row.makes, row.op, row.sign, row.licence, row.pattern, {}};
      for (const std::string_view item : split(row.pattern, ' '))
        rule.items.push_back(compile_item(item));
      add_to_index(rule, static_cast<std::uint16_t>(rules.size()));
      rules.push_back(std::move(rule));
    }
  }

  void add_to_index(const Rule& rule, std::uint16_t i) {
    Index& in = index[rule.pass];
    for (std::size_t at = 0; at < rule.items.size(); ++at) {
      const Item& item = rule.items[at];
      const Opening opening = opening_of(rule, i, at);
      for (std::size_t bit = 0; bit < in.by_class.size(); ++bit)
        if ((item.classes >> bit & 1) != 0) in.by_class[bit].add(opening);
      for (std::size_t w = 0; w < item.n_words; ++w) {
        const WordId word = item.words[w];
        if (in.by_word.size() <= word) in.by_word.resize(word + 1U);
        in.by_word[word].add(opening);
      }
      if (!item.is_optional) break;
    }
  }
};

const Book& book() {
  static const Book compiled;
  return compiled;
}

// A word that joins what stands before it to something that must follow.
bool is_joiner(WordId word) {
  static const std::array<WordId, 6> joiners{word_id("of"), word_id("on"),  word_id("in"),
                                             word_id("or"), word_id("and"), word_id("the")};
  return word != 0 && std::ranges::find(joiners, word) != joiners.end();
}

// Tries a rule's items one after the other; an optional one first with a token, then without.
// Depth and number of paths are bounded by the pattern (at most kMaxItems items).
class Matcher {
 public:
  Matcher(std::string_view text, std::span<const Token> tokens, std::size_t at)
      : text_(text), tokens_(tokens), at_(at) {}

  void attempt(const Rule& rule, std::uint16_t rule_index) {
    rule_ = &rule;
    rule_index_ = rule_index;
    taken_.fill(-1);
    step(0, at_);
  }

  [[nodiscard]] const Match& best() const { return best_; }

 private:
  void step(std::size_t item_i, std::size_t token_i) {
    if (item_i == rule_->items.size()) {
      const std::size_t n = token_i - at_;
      const Token& last = tokens_[token_i - 1];
      const bool is_mark = last.classes == 0 && !last.has(kLetters);
      if (is_mark && rule_->items.back().is_optional) return;  // an optional comma at the end
      if (is_joiner(last.word)) return;                        // "the third quarter of"
      const bool is_better = n > best_.n_tokens ||
                             (n == best_.n_tokens && best_.rule && rule_index_ < best_.rule_index);
      if (is_better && is_licensed(rule_->licence, text_, tokens_, at_, token_i))
        best_ = {rule_, rule_index_, n, taken_};
      return;
    }
    const Item& item = rule_->items[item_i];
    if (token_i < tokens_.size() && takes(item, tokens_[token_i])) {
      taken_[item_i] = static_cast<std::int32_t>(token_i);
      step(item_i + 1, token_i + 1);
      taken_[item_i] = -1;
    }
    if (item.is_optional) step(item_i + 1, token_i);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::size_t at_;
  const Rule* rule_ = nullptr;
  std::uint16_t rule_index_ = 0;
  std::array<std::int32_t, kMaxItems> taken_{};
  Match best_;
};

}  // namespace

const std::vector<Rule>& rules() { return book().rules; }

Match longest_match(std::string_view text, std::span<const Token> tokens, std::size_t at,
                    int pass) {
  const Book& all = book();
  const Index& index = all.index[static_cast<std::size_t>(pass)];
  const Token& first = tokens[at];
  static constexpr Token kNothing{};
  const Token& next = at + 1 < tokens.size() ? tokens[at + 1] : kNothing;
  Matcher matcher(text, tokens, at);
  const auto attempt = [&](const Openings& openings) {
    if (!openings.any.may_go_on(next)) return;
    for (const Opening& opening : openings.all)
      if (opening.may_go_on(next)) matcher.attempt(all.rules[opening.rule], opening.rule);
  };
  for (Classes left = first.classes; left != 0; left &= left - 1)
    attempt(index.by_class[static_cast<std::size_t>(std::countr_zero(left))]);
  if (first.word < index.by_word.size()) attempt(index.by_word[first.word]);
  return matcher.best();
}

Classes trigger_classes() {
  using namespace cls;
  return MONTH | WEEKDAY | WEEKDAYS | UNIT | UNITS | LONG | YEAR | DECADE | SEASON | SEASONS |
         PART | POINT | DAYWORD | TONIGHT | FEAST | CLOCK | NUMDATE | REF | REFWORD | FREQ;
}

std::vector<std::string> words_of_rules() {
  std::vector<std::string> words = words_of_feasts();
  for (const Row& row : rows())
    for (const std::string_view item : split(row.pattern, ' ')) {
      bool is_optional = false;
      for (const std::string_view word : split(without_mark(item, &is_optional), '|'))
        if (class_named(word) == 0) words.emplace_back(word);
    }
  for (const char* mark : {",", "-", "/", ".", "'", "(", ")", "$", "%", "#"})
    words.emplace_back(mark);
  return words;
}

}  // namespace fabula::times
