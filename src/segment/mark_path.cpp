#include "segment/mark_path.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace fabula::segment {
namespace {

constexpr std::uint8_t kSingleSlot = 4;
constexpr std::size_t kSlots = 5;
constexpr std::size_t kStates = kSlots * kSlots;

// On one scale with the costs of a mark (mark_context.cpp).
constexpr int kOtherHouse = 3;       // single marks outside where double ones are usual
constexpr int kMixedInner = 2;       // “ inside "
constexpr int kSameInner = 10;       // " inside "
constexpr int kMixedPair = 5;        // “ closed by "
constexpr int kWrongKind = 14;       // “ closed by ’
constexpr int kReopenAfterStop = 5;  // … word. "Word …
constexpr int kReopenElsewhere = 16;
constexpr int kGoOnReopened = 1;
constexpr int kGoOnSilently = 12;  // the next paragraph does not begin with a mark
constexpr int kRepairOuter = 16;   // below a mark left unread, so that a lone opening mark opens
constexpr int kRepairInner = 12;
constexpr int kRepairOpening = 16;
constexpr int kGoOnAfterCue = 16;
constexpr int kTooLong = 30;

std::uint8_t slot_of(const Glyph& glyph) {
  if (glyph.kind == GlyphKind::kSingle) return kSingleSlot;
  return static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(glyph.family));
}

bool is_single(std::uint8_t slot) { return slot == kSingleSlot; }
bool is_double(const Mark& mark) { return mark.glyph.kind == GlyphKind::kDouble; }
std::uint8_t innermost(OpenMarks open) { return open.inner != 0 ? open.inner : open.outer; }

std::optional<Move> open_mark(OpenMarks from, const Mark& mark, const PathOptions& options) {
  const std::uint8_t slot = slot_of(mark.glyph);
  if (from.outer == 0) {
    const bool is_other = is_single(slot) && !options.is_single_house;
    return Move{{slot, 0}, mark.open_cost + (is_other ? kOtherHouse : 0)};
  }
  if (from.inner != 0 || (is_single(slot) && is_single(from.outer))) return std::nullopt;
  int cost = mark.open_cost;
  if (!is_single(slot) && !is_single(from.outer))
    cost += slot == from.outer ? kSameInner : kMixedInner;
  return Move{{from.outer, slot}, cost};
}

std::optional<Move> close_mark(OpenMarks from, const Mark& mark) {
  const std::uint8_t slot = slot_of(mark.glyph);
  const std::uint8_t open = innermost(from);
  if (open == 0) return std::nullopt;
  int cost = mark.close_cost;
  if (open != slot) cost += is_single(open) == is_single(slot) ? kMixedPair : kWrongKind;
  return Move{from.inner != 0 ? OpenMarks{from.outer, 0} : OpenMarks{}, cost};
}

std::optional<Move> reopen_mark(OpenMarks from, const Mark& mark) {
  const std::uint8_t slot = slot_of(mark.glyph);
  const auto fits = [&](std::uint8_t open) {
    return open != 0 && is_single(open) == is_single(slot);
  };
  if (mark.is_at_start) {
    if (!fits(from.outer) && !fits(from.inner)) return std::nullopt;
    const bool is_same = slot == from.outer || slot == from.inner;
    return Move{from, mark.open_cost + (is_same ? 0 : kMixedPair)};
  }
  if (!fits(innermost(from))) return std::nullopt;
  return Move{from, mark.open_cost + (mark.is_after_stop ? kReopenAfterStop : kReopenElsewhere)};
}

std::optional<Move> end_paragraph(OpenMarks from, const Step& step, Action action) {
  const bool is_reopened = step.reopens != GlyphKind::kNone &&
                           (step.reopens == GlyphKind::kSingle) == is_single(from.outer);
  const int go_on =
      (is_reopened ? kGoOnReopened : kGoOnSilently) + (step.is_after_cue ? kGoOnAfterCue : 0);
  switch (action) {
    case Action::kGoOn:
      if (from.outer == 0) return std::nullopt;
      return Move{from, from.inner != 0 ? go_on + kGoOnReopened : go_on};
    case Action::kEndInner:
      if (from.inner == 0) return std::nullopt;
      return Move{{from.outer, 0}, go_on + kRepairInner};
    case Action::kEnd: {
      const int outer = from.outer != 0 ? kRepairOuter : 0;
      return Move{{}, outer + (from.inner != 0 ? kRepairInner : 0)};
    }
    default:
      return std::nullopt;
  }
}

std::size_t index_of(OpenMarks open) { return open.outer * kSlots + open.inner; }
OpenMarks open_marks_of(std::size_t index) {
  return {static_cast<std::uint8_t>(index / kSlots), static_cast<std::uint8_t>(index % kSlots)};
}

constexpr std::int64_t kUnreachable = std::numeric_limits<std::int64_t>::max() / 2;

// The cheapest way into one state so far.
struct Way {
  std::int64_t cost = kUnreachable;
  std::uint32_t opened_at = 0;     // byte of the outer opening mark
  std::uint32_t n_paragraphs = 0;  // that the outer quotation goes through
};
// How a state was reached: the state before and the action, in one byte.
using Backpointers = std::array<std::uint8_t, kStates>;
static_assert(kStates * kActions <= 256);

class Search {
 public:
  explicit Search(const PathOptions& options) : options_(options) { ways_[0].cost = 0; }

  Backpointers take(const Step& step) {
    std::array<Way, kStates> next{};
    Backpointers back{};
    for (std::size_t i = 0; i < kStates; ++i) {
      if (ways_[i].cost >= kUnreachable) continue;
      for (std::size_t a = 0; a < kActions; ++a) {
        const auto action = static_cast<Action>(a);
        const auto move = try_move(open_marks_of(i), step, action, options_);
        if (!move) continue;
        const std::optional<Way> way = follow(ways_[i], open_marks_of(i), step, *move);
        const std::size_t to = index_of(move->next);
        if (!way || way->cost >= next[to].cost) continue;
        next[to] = *way;
        back[to] = static_cast<std::uint8_t>(i * kActions + a);
      }
    }
    ways_ = next;
    return back;
  }

 private:
  // The way after `move`; nothing when it breaks a cap that can be kept.
  static std::optional<Way> follow(const Way& way, OpenMarks from, const Step& step,
                                   const Move& move) {
    Way next = way;
    next.cost += move.cost;
    const bool is_too_long = step.at - way.opened_at > kMaxQuotationBytes;
    if (from.outer == 0) {
      next.opened_at = step.at;
      next.n_paragraphs = 1;
    } else if (step.is_paragraph_end && move.next.outer != 0) {
      if (is_too_long || way.n_paragraphs >= kMaxQuotationParagraphs) return std::nullopt;
      ++next.n_paragraphs;
    } else if (move.next.outer == 0 && is_too_long) {
      next.cost += kTooLong;
    }
    return next;
  }

  PathOptions options_;
  std::array<Way, kStates> ways_{};
};

}  // namespace

std::optional<Move> try_move(OpenMarks from, const Step& step, Action action,
                             const PathOptions& options) {
  if (step.is_paragraph_end) return end_paragraph(from, step, action);
  switch (action) {
    case Action::kNone:
      return Move{from, step.mark.none_cost};
    case Action::kOpen:
      return open_mark(from, step.mark, options);
    case Action::kClose:
      return close_mark(from, step.mark);
    case Action::kReopen:
      return reopen_mark(from, step.mark);
    case Action::kCloseOnly:
      if (from.outer != 0 || step.mark.close_cost != 0 || !is_double(step.mark))
        return std::nullopt;
      return Move{from, kRepairOpening};
    default:
      return std::nullopt;
  }
}

std::vector<Action> cheapest_reading(std::span<const Step> steps, const PathOptions& options) {
  Search search(options);
  std::vector<Backpointers> back;
  back.reserve(steps.size());
  for (const Step& step : steps) back.push_back(search.take(step));
  std::vector<Action> actions(steps.size());
  std::size_t state = 0;
  for (std::size_t i = steps.size(); i-- > 0;) {
    const std::uint8_t pointer = back[i][state];
    actions[i] = static_cast<Action>(pointer % kActions);
    state = pointer / kActions;
  }
  return actions;
}

}  // namespace fabula::segment
