#include "reconcile/named_outlets.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::reconcile {
namespace {

constexpr std::size_t kLeastKey = 3;
constexpr std::size_t kMostNameWords = 5;
constexpr std::string_view kBefore[] = {"told ",           "according to ", "reported by ",
                                        "interview with ", "spoke to ",     "speaking to "};
constexpr std::string_view kBehind[] = {" reported", " first reported"};

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::string letters_of(std::string_view text) {
  std::string made;
  for (const char c : text)
    if (const char small = lower(c); is_key_byte(small)) made += small;
  return made;
}

// Without a "the " in front.
std::string_view without_article(std::string_view text) {
  if (text.size() > 4 && letters_of(text.substr(0, 3)) == "the" && text[3] == ' ')
    text.remove_prefix(4);
  return text;
}

void add_key(std::string_view name, std::vector<std::string>& keys) {
  std::string key = letters_of(name);
  if (key.size() >= kLeastKey) keys.push_back(std::move(key));
}

// The names that begin `text`: its first word, its first two, ... up to a mark.
void add_names_at_begin(std::string_view text, std::vector<std::string>& keys) {
  text = without_article(text);
  if (text.empty() || !is_capital(text[0])) return;
  std::size_t end = 0;
  for (std::size_t n = 0; n < kMostNameWords && end < text.size(); ++n) {
    end = text.find_first_of(" ,.;:()\"\n", end + (n > 0 ? 1 : 0));
    if (end == text.npos) end = text.size();
    std::string_view name = text.substr(0, end);
    if (name.ends_with("'s") || name.ends_with("’s"))
      name = name.substr(0, name.rfind(name.ends_with("’s") ? "’" : "'"));
    add_key(name, keys);
    if (end < text.size() && text[end] != ' ') break;
  }
}

// The names that end `text`.
void add_names_at_end(std::string_view text, std::vector<std::string>& keys) {
  std::size_t begin = text.size();
  for (std::size_t n = 0; n < kMostNameWords && begin > 0; ++n) {
    const std::size_t mark = text.find_last_of(" ,.;:()\"\n", begin - 1);
    begin = mark == text.npos ? 0 : mark + 1;
    if (begin == text.size() || !is_capital(text[begin])) break;
    add_key(without_article(text.substr(begin)), keys);
    if (mark == text.npos || text[mark] != ' ') break;
    begin = mark;
  }
}

}  // namespace

std::string outlet_key(std::string_view outlet) {
  outlet = outlet.substr(0, std::min(outlet.find(" ("), outlet.find(" - ")));
  outlet = without_article(outlet);
  if (outlet.find(' ') == outlet.npos) {  // an address
    if (outlet.starts_with("www.")) outlet.remove_prefix(4);
    outlet = outlet.substr(0, outlet.find_first_of("./"));
  }
  std::string key = letters_of(outlet);
  if (key.size() < kLeastKey) key.clear();
  return key;
}

std::vector<std::string> find_named_keys(std::string_view text) {
  std::vector<std::string> keys;
  for (const std::string_view cue : kBefore)
    for (std::size_t at = text.find(cue); at != text.npos; at = text.find(cue, at + 1))
      add_names_at_begin(text.substr(at + cue.size()), keys);
  for (const std::string_view cue : kBehind)
    for (std::size_t at = text.find(cue); at != text.npos; at = text.find(cue, at + 1))
      add_names_at_end(text.substr(0, at), keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace fabula::reconcile
