// A text of a few bytes that its record holds itself: the id of one of millions of records.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fabula {

class ShortText {
 public:
  static constexpr std::size_t kMostBytes = 19;

  ShortText() = default;
  // What is behind kMostBytes is cut off.
  ShortText(std::string_view text)
      : n_(static_cast<std::uint8_t>(std::min(text.size(), kMostBytes))) {
    std::copy_n(text.data(), n_, bytes_.data());
  }
  ShortText(const std::string& text) : ShortText(std::string_view(text)) {}
  ShortText(const char* text) : ShortText(std::string_view(text)) {}

  operator std::string_view() const { return {bytes_.data(), n_}; }
  [[nodiscard]] std::string str() const { return std::string(std::string_view(*this)); }
  [[nodiscard]] bool empty() const { return n_ == 0; }
  [[nodiscard]] std::size_t size() const { return n_; }
  [[nodiscard]] bool starts_with(std::string_view begin) const {
    return std::string_view(*this).starts_with(begin);
  }

  friend auto operator<=>(const ShortText& a, const ShortText& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  friend bool operator==(const ShortText& a, const ShortText& b) {
    return std::string_view(a) == std::string_view(b);
  }
  friend std::string operator+(const ShortText& a, std::string_view b) { return a.str().append(b); }
  friend std::string operator+(std::string_view a, const ShortText& b) {
    return std::string(a).append(std::string_view(b));
  }
  template <class Json>
    requires requires { typename Json::string_t; }
  friend void to_json(Json& json, const ShortText& text) {
    json = text.str();
  }

 private:
  std::array<char, kMostBytes> bytes_{};
  std::uint8_t n_ = 0;
};

}  // namespace fabula

template <>
struct fmt::formatter<fabula::ShortText> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const fabula::ShortText& text, Context& context) const {
    return fmt::formatter<std::string_view>::format(text, context);
  }
};
