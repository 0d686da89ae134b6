// What must be taken out of a page before libxml2 reads it.
#pragma once

#include <string>
#include <string_view>

namespace fabula::extract {

// `html` itself when nothing has to change (nearly always), or a view of `storage`, which then
// holds a changed copy:
//   - NUL becomes a space: it ends names and values early;
//   - of an element with more than 256 attributes the rest is blanked: libxml2 compares each
//     attribute with all before it, 30 s for one tag of 2 MB.
// Cost: one pass.
[[nodiscard]] std::string_view tame_html(std::string_view html, std::string& storage);

}  // namespace fabula::extract
