// The page's list of shared words: which two articles, both places linked, every change marked; and
// of passages that several articles hold, who had them from whom.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include "model/pile.hpp"
#include "render/html_stories.hpp"

namespace fabula::render {

// Writes a link with `words` to a span's place on the page, under an id of its own.
using LinkWords =
    std::function<void(const Span& span, const std::string& id, std::string_view words)>;

// The longest `most` shared passages, without furniture, credits and stock phrases, whose number is
// said.
void write_shared_words(const Pile& pile, const PageStories& stories, std::size_t most,
                        const LinkWords& link, std::ostream& out);

}  // namespace fabula::render
