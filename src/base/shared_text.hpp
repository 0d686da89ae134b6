// A short text that many records have: a rule's name, a kind of change, a day. All that are the
// same lie in one place, for as long as the program runs; each costs its record four bytes.
//
//   SharedText rule = "time.weekday-last";
//   if (rule == "time.bare-year" || rule.starts_with("time.weekday")) ...
//
// Not for texts that only one record has: they would never be freed.
#pragma once

#include <fmt/core.h>

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace fabula {

class SharedText {
 public:
  SharedText() = default;  // the empty text
  // Any number of threads.
  SharedText(std::string_view text) : number_(text.empty() ? 0 : number_of(text)) {}
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}

  [[nodiscard]] const std::string& str() const;
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }

  [[nodiscard]] bool empty() const { return number_ == 0; }
  [[nodiscard]] std::size_t size() const { return str().size(); }
  [[nodiscard]] bool starts_with(std::string_view begin) const { return str().starts_with(begin); }
  [[nodiscard]] bool ends_with(std::string_view end) const { return str().ends_with(end); }

  // The order is that of the texts, the same in every run.
  template <std::same_as<SharedText> T>
  friend bool operator==(const SharedText& a, const T& b) {
    return a.number_ == b.number_;
  }
  template <std::same_as<SharedText> T>
  friend std::strong_ordering operator<=>(const SharedText& a, const T& b) {
    return a.str() <=> b.str();
  }
  friend bool operator==(const SharedText& a, std::string_view b) { return a.str() == b; }
  friend std::strong_ordering operator<=>(const SharedText& a, std::string_view b) {
    return std::string_view(a.str()) <=> b;
  }
  friend std::string operator+(const SharedText& a, std::string_view b) {
    return std::string(a.str()).append(b);
  }
  friend std::string operator+(std::string_view a, const SharedText& b) {
    return std::string(a).append(b.str());
  }

  template <class Json>
    requires requires { typename Json::string_t; }
  friend void to_json(Json& json, const SharedText& text) {
    json = text.str();
  }

 private:
  [[nodiscard]] static std::uint32_t number_of(std::string_view text);

  std::uint32_t number_ = 0;  // of the text; 0: the empty one
};

}  // namespace fabula

template <>
struct fmt::formatter<fabula::SharedText> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const fabula::SharedText& text, Context& context) const {
    return fmt::formatter<std::string_view>::format(text.str(), context);
  }
};
