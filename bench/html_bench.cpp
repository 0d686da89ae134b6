// How fast pages become articles, on one core.
//
//   html_bench FOLDER [ROUNDS]      FOLDER holds NNNN.html.gz (or html/NNNN.html.gz)
//
// Pages are unpacked and decoded before the clock starts. Prints MB of HTML a second of CPU time,
// for the tree alone and for the whole way to an article, the best of ROUNDS (3), and the slowest
// page. eval/pages_trafilatura.py prints the rival's speed on the same pages.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "extract/extract.hpp"
#include "extract/html_tree.hpp"
#include "text/utf8.hpp"

namespace {

// Time this process spent computing: does not grow when the machine is busy with other work.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string read_gzip(const std::filesystem::path& path) {
  std::string out;
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return out;
}

std::vector<fabula::Capture> read_pages(std::filesystem::path folder) {
  if (std::filesystem::is_directory(folder / "html")) folder /= "html";
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".gz") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<fabula::Capture> pages;
  for (const auto& path : paths) {
    fabula::Capture capture;
    capture.sources = {path.filename().string()};
    capture.bytes = read_gzip(path);
    capture.text = fabula::text::to_valid_utf8(capture.bytes);
    capture.sha256 = fabula::sha256_hex(capture.bytes);
    capture.format = fabula::Format::kHtml;
    pages.push_back(std::move(capture));
  }
  return pages;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: html_bench FOLDER [ROUNDS]\n");
    return 2;
  }
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
  const std::vector<fabula::Capture> pages = read_pages(argv[1]);
  if (pages.empty()) {
    fmt::print("skipped: no pages in '{}'\n", argv[1]);
    return 0;
  }
  double megabytes = 0;
  for (const auto& page : pages) megabytes += static_cast<double>(page.text.size()) / 1e6;

  double tree_seconds = 1e9;
  double article_seconds = 1e9;
  double slowest = 0;
  std::string slowest_page;
  std::size_t n_nodes = 0;
  std::size_t n_articles = 0;
  for (int round = 0; round < rounds; ++round) {
    n_nodes = n_articles = 0;
    const double begin = cpu_seconds();
    for (const auto& page : pages)
      n_nodes += fabula::extract::parse_html(page.text, {}).nodes.size();
    tree_seconds = std::min(tree_seconds, cpu_seconds() - begin);
    const double middle = cpu_seconds();
    for (const auto& page : pages) {
      const double page_begin = cpu_seconds();
      if (fabula::extract::extract_article(page, {})) ++n_articles;
      if (const double took = cpu_seconds() - page_begin; took > slowest) {
        slowest = took;
        slowest_page = page.sources.front();
      }
    }
    article_seconds = std::min(article_seconds, cpu_seconds() - middle);
  }
  fmt::print("{} pages, {:.1f} MB, {} nodes, {} articles\n", pages.size(), megabytes, n_nodes,
             n_articles);
  fmt::print("tree      {:6.1f} MB/s\n", megabytes / tree_seconds);
  fmt::print("article   {:6.1f} MB/s\n", megabytes / article_seconds);
  fmt::print("slowest   {} {:.1f} ms\n", slowest_page, slowest * 1e3);
  return 0;
}
