#include "lines_pile.hpp"

#include <fstream>
#include <utility>

#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "timeline/news.hpp"

namespace fabula::eval {

Pile work_out_lines(const std::string& lines, const std::filesystem::path& file,
                    const Context& context) {
  std::ofstream(file, std::ios::binary) << lines;
  Pile pile;
  pile.articles = read_articles({file.string()});
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    pile.articles[i] = pipeline::annotate(std::move(pile.articles[i].article));
  });
  if (!pipeline::work_out(pile, {}, context, {})) pile.articles.clear();
  pile.news = timeline::find_news(pile, context);
  return pile;
}

std::uint32_t line_of(const Article& article) {
  const std::string& source = article.sources.front();
  return static_cast<std::uint32_t>(std::stoul(source.substr(source.rfind(':') + 1)) - 1);
}

}  // namespace fabula::eval
