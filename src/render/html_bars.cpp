#include "render/html_bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/html_escape.hpp"

namespace fabula::render {
namespace {

// Heights are pixels, widths are parts of what is there: a bar is as sharp on a phone.
std::string percent(int thousandths) {
  return fmt::format("{}.{}%", thousandths / 10, thousandths % 10);
}

std::string arrow(int at, bool is_left) {
  return fmt::format("<svg x=\"{}\" class=\"at-end\"><path class=\"arrow\" d=\"{}\"/></svg>",
                     percent(at), is_left ? "M8 3 L2 8 L8 13" : "M-8 3 L-2 8 L-8 13");
}

std::string known_end(int at) {
  const std::string x = percent(at);
  return fmt::format("<line class=\"end\" x1=\"{0}\" x2=\"{0}\" y1=\"2\" y2=\"14\"/>", x);
}

std::string bar(int begin, int end, std::string_view more) {
  constexpr int kLeast = 6;  // thousandths: what is narrower would hardly be seen
  return fmt::format("<rect class=\"bar{}\" x=\"{}\" width=\"{}\" y=\"4\" height=\"8\"/>", more,
                     percent(begin), percent(std::max(end - begin, kLeast)));
}

}  // namespace

void write_bar_definitions(std::ostream& out) {
  out << "<svg class=\"shared-shapes\" aria-hidden=\"true\" focusable=\"false\"><defs>"
         "<linearGradient id=\"fade-after\"><stop class=\"full\" offset=\"0\"/><stop "
         "class=\"gone\" offset=\"1\"/></linearGradient>"
         "<linearGradient id=\"fade-before\"><stop class=\"gone\" offset=\"0\"/><stop "
         "class=\"full\" offset=\"1\"/></linearGradient></defs></svg>\n";
}

Bars::Bars(std::string name, std::span<const When> whens, std::ostream& out)
    : name_(std::move(name)), scale_(whens), out_(out) {}

void Bars::write_scale() const {
  if (empty()) return;
  std::string lines, words;
  for (const TimeScale::Tick& tick : scale_.ticks()) {
    const std::string x = percent(tick.at);
    lines += fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"0\" y2=\"16\"/>", x);
    words += fmt::format("<svg x=\"{}\" class=\"at-end\"><text x=\"3\" y=\"12\">{}</text></svg>", x,
                         tick.text);
  }
  out_ << "<div class=\"scale\" aria-hidden=\"true\"><svg class=\"bars\" focusable=\"false\"><g "
          "id=\"ticks-"
       << name_ << "\" class=\"ticks\">" << lines << "</g>" << words << "</svg></div>\n";
}

void Bars::write_bar(const When& when, std::string_view sure, std::string_view words) const {
  if (!when.known()) return;
  out_ << "<svg class=\"bars " << sure << "\" role=\"img\" focusable=\"false\" aria-label=\""
       << escape_html(words) << "\"><use href=\"#ticks-" << name_
       << "\"/><line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"8\" y2=\"8\"/>";
  if (!when.earliest) {
    const int end = scale_.end_of(*when.latest);
    out_ << bar(0, end, " before") << known_end(end) << arrow(0, true);
  } else if (!when.latest) {
    const int begin = scale_.begin_of(*when.earliest);
    out_ << bar(begin, 1000, " after") << known_end(begin) << arrow(1000, false);
  } else if (*when.earliest == *when.latest) {
    out_ << "<circle cx=\""
         << percent((scale_.begin_of(*when.earliest) + scale_.end_of(*when.latest)) / 2)
         << "\" cy=\"8\" r=\"4.5\"/>";
  } else {
    out_ << bar(scale_.begin_of(*when.earliest), scale_.end_of(*when.latest), "");
  }
  out_ << "</svg>";
}

}  // namespace fabula::render
