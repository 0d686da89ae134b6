// The encoding that bytes look like, when they are no UTF-8 and nobody says what they are.
//
// uchardet knows languages by their letters. An English article has hardly any letter over 0x7F,
// only curly quotation marks and a name or two, and those few it takes for Central European, or
// Mac: of ten English sentences in windows-1252, six. So what marks alone can tell is settled
// before it is asked, and a verdict that rests on next to nothing is not taken.
#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

#include "read/encoding.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

// Bytes shown to uchardet: its verdict does not change with more, its time does.
constexpr std::size_t kDetectBytes = std::size_t{256} << 10;

// … ‘ ’ “ ” • – — ™ and no-break space, © « ® » of all Windows code pages.
constexpr std::string_view kWindowsMarks =
    "\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA9\xAB\xAE\xBB";
// … – — “ ” ‘ ’ of Mac Roman; in windows-1252 these are capitals.
constexpr std::string_view kMacMarks = "\xC9\xD0\xD1\xD2\xD3\xD4\xD5";

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool high_bytes_are_among(std::string_view bytes, std::string_view marks) {
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
    return !is_high(c) || marks.find(c) != std::string_view::npos;
  });
}

// "didn’t" as Mac Roman has it: in windows-1252 a capital Õ inside of a word.
bool has_mac_apostrophe(std::string_view bytes) {
  for (std::size_t at = bytes.find('\xD5', 1); at < bytes.size(); at = bytes.find('\xD5', at + 1))
    if (at + 1 < bytes.size() && is_lower(bytes[at - 1]) && is_lower(bytes[at + 1])) return true;
  return false;
}

// Bytes that are control characters in ISO 8859 and punctuation in the Windows code pages.
bool has_windows_punctuation(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b >= 0x80 && b < 0xA0;
  });
}

std::string ask_uchardet(std::string_view bytes) {
  // From a little before the first byte that tells something.
  const auto tells = [](char c) { return is_high(c) || c == '\x1B'; };
  const auto telling =
      static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), tells) - bytes.begin());
  const std::string_view shown = bytes.substr(telling - std::min<std::size_t>(telling, 1024));
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  uchardet_handle_data(detector.get(), shown.data(), std::min(shown.size(), kDetectBytes));
  uchardet_data_end(detector.get());
  return text::ascii_lower(uchardet_get_charset(detector.get()));
}

// Verdicts that are Latin letters, told apart by letters that must be there in number.
bool is_other_latin(std::string_view encoding) {
  if (encoding == "windows-1250" || encoding == "windows-1257") return true;
  return encoding.starts_with("iso-8859-") && encoding != "iso-8859-1" &&
         encoding != "iso-8859-5" && encoding != "iso-8859-6" && encoding != "iso-8859-7" &&
         encoding != "iso-8859-8" && encoding != "iso-8859-11";
}

}  // namespace

std::string guess_encoding(std::string_view bytes) {
  const auto n_high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  if (n_high > 0 && high_bytes_are_among(bytes, kWindowsMarks)) return "windows-1252";
  if (high_bytes_are_among(bytes, kMacMarks) && has_mac_apostrophe(bytes)) return "macintosh";
  std::string verdict = ask_uchardet(bytes);
  // Hardly anything was ever written in it, and much English passes for it.
  if (verdict == "mac-centraleurope") return "windows-1252";
  // The languages of these write 3% of their letters with bytes over 0x7F and more.
  if (is_other_latin(verdict) && n_high < bytes.size() / 50) return "windows-1252";
  if (verdict == "iso-8859-2" && has_windows_punctuation(bytes)) return "windows-1250";
  if (verdict == "iso-8859-15" && has_windows_punctuation(bytes)) return "windows-1252";
  return verdict;
}

}  // namespace fabula::read
