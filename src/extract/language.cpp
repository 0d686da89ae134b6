#include "extract/language.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

// A quarter of this is enough to be sure.
constexpr std::size_t kBytesRead = 2 * 1024;

}  // namespace

std::string language_of(std::string_view text) {
  std::size_t size = std::min(text.size(), kBytesRead);
  while (!text::is_boundary(text, size)) --size;
  bool is_reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(language);
  return code.size() >= 2 ? std::string(code.substr(0, code.find('-'))) : std::string();
}

}  // namespace fabula::extract
