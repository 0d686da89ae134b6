// compare: two articles side by side.
#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "render/compare.hpp"
#include "render/find_record.hpp"

namespace fabula::cli {

Result<int> run_compare(const Options& options) {
  using render::TableFormat;
  FABULA_TRY(const Pile pile, read_pile(options));
  FABULA_TRY(const std::uint32_t left, render::find_article(pile, options.id));
  FABULA_TRY(const std::uint32_t right, render::find_article(pile, options.other_id));
  if (left == right)
    return fail(Errc::kUsage,
                fmt::format("'{}' and '{}' are the same article", options.id, options.other_id), {},
                "'fabula articles' lists ids and files");
  const render::Comparison comparison = render::compare(pile, left, right);
  const TableFormat format = options.format.value_or(TableFormat::kText);
  const render::CompareOptions compare_options{options.full};
  const render::TextStyle style{terminal_width(),
                                options.output.empty() && may_color(STDOUT_FILENO)};
  FABULA_TRY_VOID(write_output(options.output, [&](std::ostream& out) -> Result<void> {
    if (options.as_page)
      render::write_comparison_html(pile, comparison, FABULA_VERSION, out);
    else if (format == TableFormat::kText)
      render::write_comparison(pile, comparison, compare_options, style, out);
    else
      render::write_table(render::compare_table(pile, comparison, compare_options), format, style,
                          out);
    return {};
  }));
  if (options.quiet) return 0;
  if (!options.output.empty() && options.output != "-")
    fmt::print(stderr, "wrote {}\n", options.output);
  else if (!options.as_page && format == TableFormat::kText)
    fmt::print(stderr, "next: fabula compare {} {} {} {}\n", options.store, options.id,
               options.other_id, options.full ? "--format html -o compared.html" : "--full");
  return 0;
}

}  // namespace fabula::cli
