// Writes the JSON of the gold.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "world_generator.hpp"

namespace fabula::worlds {

// Fields of JSON objects, in the order they are put.
class Json {
 public:
  void begin(char bracket) {
    separate();
    out_ += bracket;
    is_first_ = true;
  }
  void end(char bracket) {
    out_ += bracket;
    is_first_ = false;
  }
  void list(std::string_view name) {
    key(name);
    out_ += '[';
    is_first_ = true;
  }
  void object(std::string_view name) {
    key(name);
    out_ += '{';
    is_first_ = true;
  }
  void item(std::string_view text) {
    separate();
    put_text(text);
  }
  void put(std::string_view name, std::string_view text) {
    key(name);
    put_text(text);
  }
  void put(std::string_view name, std::int64_t number) {
    key(name);
    out_ += fmt::format("{}", number);
    is_first_ = false;
  }
  void put(std::string_view name, const std::optional<Day>& day) {
    if (day) put(name, std::string_view(iso_date(*day)));
  }
  void put_number(std::string_view name, std::uint32_t index) {
    if (index != kNone) put(name, std::int64_t{index});
  }
  void put(std::string_view name, Role role) {
    if (role != Role::kNone) put(name, traits_of(role).name);
  }
  void line() { out_ += '\n'; }
  std::string take() { return std::move(out_); }

 private:
  void put_text(std::string_view text) {
    out_ += '"';
    std::size_t begin = 0;  // of what is put as it is
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c != '\n' && c != '"' && c != '\\') continue;
      out_.append(text, begin, i - begin);
      if (c == '\n') out_ += "\\n";
      if (c != '\n') out_ += '\\';
      begin = c == '\n' ? i + 1 : i;
    }
    out_.append(text, begin);
    out_ += '"';
    is_first_ = false;
  }
  void separate() {
    if (!is_first_) out_ += ',';
  }
  void key(std::string_view name) {
    separate();
    out_.append("\"").append(name).append("\":");
  }

  std::string out_;
  bool is_first_ = true;
};

// A list of objects, on a line of its own.
template <class List, class Put>
void put_list(Json& json, std::string_view name, const List& list, const Put& put) {
  json.list(name);
  for (const auto& entry : list) {
    json.begin('{');
    put(entry);
    json.end('}');
  }
  json.end(']');
  json.line();
}

}  // namespace fabula::worlds
