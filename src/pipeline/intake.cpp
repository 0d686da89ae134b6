#include "pipeline/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fabula::pipeline {
namespace {

// A batch is committed when it holds so much: a kill loses no more work than this.
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kBatchCaptures = 1024;

// Collects captures, extracts them on all threads, and stores them in the order they came.
class Intake {
 public:
  Intake(store::Store& store, const BuildOptions& options, const Context& context,
         std::unordered_set<std::string> known)
      : store_(store), options_(options), context_(context), known_(std::move(known)) {}

  Result<void> take(Capture&& capture) {
    if (!known_.insert(capture.sha256).second) {
      ++report.n_repeated;
      repeated_.emplace_back(std::move(capture.sha256), std::move(capture.sources.front()));
    } else {
      batch_bytes_ += capture.bytes.size() + capture.text.size() + capture.fields.text.size();
      batch_.push_back(std::move(capture));
    }
    if (batch_bytes_ >= kBatchBytes || batch_.size() + repeated_.size() >= kBatchCaptures)
      return flush();
    return {};
  }

  void leave_out(LeftOut&& left_out) {
    ++report.n_left_out;
    left_out_.push_back(std::move(left_out));
  }

  Result<void> flush() {
    if (batch_.empty() && repeated_.empty() && left_out_.empty()) return {};
    std::vector<std::optional<Result<Article>>> articles(batch_.size());
    parallel_for(context_, batch_.size(), [&](std::size_t i) {
      articles[i] = extract::extract_article(batch_[i], options_.extract);
    });
    FABULA_TRY_VOID(store_.begin());
    bool changed = false;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      if (!articles[i]) continue;  // a stop was asked for before its turn
      if (*articles[i]) {
        FABULA_TRY([[maybe_unused]] const auto row, store_.put_article(batch_[i], **articles[i]));
        ++report.n_new;
        changed = true;
      } else {
        failed_.emplace(batch_[i].sha256, articles[i]->error());
        leave_out({batch_[i].sources.front(), std::move(articles[i]->error())});
      }
    }
    for (const auto& [sha256, source] : repeated_) {
      if (const auto failed = failed_.find(sha256); failed != failed_.end()) {
        leave_out({source, failed->second});
        continue;
      }
      FABULA_TRY(const bool is_new_place, store_.add_source(sha256, source));
      changed = changed || is_new_place;
    }
    for (const LeftOut& left_out : left_out_) {
      FABULA_TRY(const bool is_new, store_.put_left_out(left_out));
      changed = changed || is_new;
    }
    if (changed) FABULA_TRY_VOID(store_.set_fact("state", "building"));
    FABULA_TRY_VOID(store_.commit());
    batch_.clear();
    repeated_.clear();
    left_out_.clear();
    batch_bytes_ = 0;
    return {};
  }

  BuildReport report;

 private:
  store::Store& store_;
  const BuildOptions& options_;
  const Context& context_;
  std::unordered_set<std::string> known_;          // hashes of all captures seen
  std::unordered_map<std::string, Error> failed_;  // by hash: captures that gave no article
  std::vector<Capture> batch_;
  std::vector<std::pair<std::string, std::string>> repeated_;  // hash, place
  std::vector<LeftOut> left_out_;
  std::size_t batch_bytes_ = 0;
};

}  // namespace

Result<BuildReport> take_in(store::Store& store, std::span<const std::string> inputs,
                            const BuildOptions& options, const Context& context) {
  FABULA_TRY(auto list, read::find_inputs(inputs));
  FABULA_TRY(auto known, store.captures());
  Intake intake(store, options, context, std::move(known));
  intake.report.n_files = list.files.size();

  std::uint64_t total_bytes = 0;
  for (const read::InputFile& file : list.files) total_bytes += file.size_bytes;
  if (context.progress) context.progress->begin("read", total_bytes, "bytes");
  for (LeftOut& left_out : list.left_out) intake.leave_out(std::move(left_out));

  const read::CaptureSink sink{
      .capture = [&](Capture&& capture) { return intake.take(std::move(capture)); },
      .left_out = [&](LeftOut&& left_out) { intake.leave_out(std::move(left_out)); },
      .consumed =
          [&](std::uint64_t n) {
            if (context.progress) context.progress->advance(n);
          },
  };
  const Result<void> read = read::read_files(list.files, options.read, context, sink);
  if (!read && read.error().code != Errc::kInterrupted) return tl::unexpected(read.error());
  FABULA_TRY_VOID(intake.flush());
  if (!read) return tl::unexpected(read.error());

  FABULA_TRY(const auto rows, store.articles());
  intake.report.n_articles = rows.size();
  if (context.progress)
    context.progress->end(fmt::format("{} articles, {} left out", intake.report.n_articles,
                                      intake.report.n_left_out));
  return intake.report;
}

}  // namespace fabula::pipeline
