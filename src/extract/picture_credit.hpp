// Lines that name whose picture is shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fabula::extract {

enum class CreditForm : std::uint8_t {
  kAgency,   // "Getty Images", "Jane Roe/AP", "(Reuters)": names and nothing else
  kLabel,    // "via: Photogram", "Photo by Jane Roe", "(Credit: Vale Museum)"
  kCaption,  // says what the picture shows, then whose it is: "The bridge. (AP Photo/Jane Roe)"
};

[[nodiscard]] std::optional<CreditForm> picture_credit(std::string_view line);

}  // namespace fabula::extract
