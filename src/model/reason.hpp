// A plain sentence that many records have but for a word or two: why a shared passage went one way.
// It is put together when it is shown or stored.
//
//   Reason{"The first article was published {}, the second {}.", "on 2031-05-02", "in 2031-05"}
#pragma once

#include <string>
#include <string_view>

#include "base/shared_text.hpp"

namespace fabula {

class Reason {
 public:
  Reason() = default;
  // A whole sentence.
  Reason(std::string_view sentence) : sentence_(sentence) {}
  Reason(const std::string& sentence) : sentence_(sentence) {}
  Reason(const char* sentence) : sentence_(sentence) {}
  // A sentence with "{}" for each of the words, in order; the second may be empty, and have none.
  Reason(std::string_view sentence, std::string_view first, std::string_view second)
      : sentence_(sentence), first_(first), second_(second) {}

  [[nodiscard]] std::string str() const;
  friend bool operator==(const Reason& a, std::string_view b) { return a.str() == b; }

 private:
  SharedText sentence_;
  SharedText first_;
  SharedText second_;
};

}  // namespace fabula
