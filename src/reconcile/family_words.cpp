#include "reconcile/family_words.hpp"

#include <xxhash.h>

#include <algorithm>

#include "text/words.hpp"

namespace fabula::reconcile {

void FamilyWords::read(std::span<const std::string_view> members) {
  text_of_member_.clear();
  texts_.clear();
  words_.clear();
  places_.clear();
  entries_.clear();
  letters_.clear();
  if (!members.empty() &&
      std::ranges::all_of(members, [&](std::string_view m) { return m == members[0]; })) {
    text_of_member_.assign(members.size(), 0);
    texts_.push_back({members[0], 0, static_cast<std::uint32_t>(members.size()), 0, 0, {}});
    return;
  }
  std::size_t n_bytes = 0;
  for (const std::string_view bytes : members) n_bytes += bytes.size();
  by_bytes_.clear(members.size());
  by_words_.clear(members.size());
  by_letters_.clear(std::min(n_bytes / 8, std::size_t{1} << 16));
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const std::uint64_t hash = XXH3_64bits(members[i].data(), members[i].size());
    const std::uint32_t twin = by_bytes_.find_or_add(
        hash, i, [&](std::uint32_t other) { return members[other] == members[i]; });
    const std::uint32_t text = twin == i ? add_text(members[i], i) : text_of_member_[twin];
    ++texts_[text].n_members;
    text_of_member_.push_back(text);
  }
}

// The text with these words: a known one, or a new one.
std::uint32_t FamilyWords::add_text(std::string_view bytes, std::uint32_t member) {
  text::FoldedText folded = text::fold(bytes);
  text::split_folded(folded.text, split_);
  const std::uint32_t text = n_texts();
  const auto begin = static_cast<std::uint32_t>(words_.size());
  for (const Range range : split_) words_.push_back(number_of(words_of(folded.text, range)));
  const auto end = static_cast<std::uint32_t>(words_.size());
  texts_.push_back({bytes, member, 0, begin, end, std::move(folded.map)});
  const std::uint64_t hash = XXH3_64bits(words_.data() + begin, (end - begin) * sizeof(Word));
  const std::uint32_t known = by_words_.find_or_add(hash, text, [&](std::uint32_t other) {
    return std::ranges::equal(words(other), words(text));
  });
  if (known == text) {
    places_.insert(places_.end(), split_.begin(), split_.end());
    for (const Word word : words(text)) {
      Entry& entry = entries_[word];
      if (entry.last_holder != text) ++entry.n_holders;
      entry.last_holder = text;
    }
  } else {
    texts_.pop_back();
    words_.resize(begin);
  }
  return known;
}

Word FamilyWords::number_of(std::string_view letters) {
  const auto fresh = static_cast<Word>(entries_.size());
  const Word number =
      by_letters_.find_or_add(XXH3_64bits(letters.data(), letters.size()), fresh,
                              [&](std::uint32_t other) { return this->letters(other) == letters; });
  if (number == fresh) {
    entries_.push_back({static_cast<std::uint32_t>(letters_.size()), 0, UINT32_MAX});
    letters_ += letters;
  }
  return number;
}

std::string_view FamilyWords::letters(Word word) const {
  const std::size_t begin = entries_[word].begin;
  const std::size_t end = word + 1 < entries_.size() ? entries_[word + 1].begin : letters_.size();
  return std::string_view(letters_).substr(begin, end - begin);
}

Range FamilyWords::bytes_of(std::uint32_t text, std::uint32_t begin, std::uint32_t end) const {
  const Text& at = texts_[text];
  return at.map.to_source(Range{places_[at.begin + begin].begin, places_[at.begin + end - 1].end});
}

Range FamilyWords::gap_before(std::uint32_t text, std::uint32_t at) const {
  const Text& in = texts_[text];
  const std::uint32_t n = in.end - in.begin;
  const std::uint32_t begin = at == 0 ? 0 : bytes_of(text, at - 1, at).end;
  const std::uint32_t end =
      at == n ? static_cast<std::uint32_t>(in.bytes.size()) : bytes_of(text, at, at + 1).begin;
  return {begin, std::max(begin, end)};
}

}  // namespace fabula::reconcile
