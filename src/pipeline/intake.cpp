#include "pipeline/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fabula::pipeline {
namespace {

// A batch is committed when it holds so much: a kill loses no more work than this.
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kBatchCaptures = 1024;

// What is stored in one commit.
struct Batch {
  std::vector<Capture> captures;
  std::vector<std::optional<Result<Article>>> articles;       // of each capture
  std::vector<std::string> packed;                            // of each capture with an article
  std::vector<std::pair<std::string, std::string>> repeated;  // hash, place
  std::vector<LeftOut> left_out;
  std::size_t n_bytes = 0;
};

// Collects captures, extracts and packs them on all threads, and stores them in the order they
// came. A batch is stored while the next one is read and extracted.
class Intake {
 public:
  Intake(store::Store& store, const BuildOptions& options, const Context& context,
         std::unordered_set<std::string> known)
      : store_(store), options_(options), context_(context), known_(std::move(known)) {}

  Result<void> take(Capture&& capture) {
    if (!known_.insert(capture.sha256).second) {
      ++report.n_repeated;
      batch_.repeated.emplace_back(std::move(capture.sha256), std::move(capture.sources.front()));
    } else {
      batch_.n_bytes += capture.bytes.size() + capture.text.size() + capture.fields.text.size();
      batch_.captures.push_back(std::move(capture));
    }
    if (batch_.n_bytes >= kBatchBytes ||
        batch_.captures.size() + batch_.repeated.size() >= kBatchCaptures)
      return flush();
    return {};
  }

  void leave_out(LeftOut&& left_out) { batch_.left_out.push_back(std::move(left_out)); }

  // Stores what is left; `report` and the store are whole then.
  Result<void> finish() {
    FABULA_TRY_VOID(flush());
    return wait();
  }

  BuildReport report;

 private:
  Result<void> flush() {
    if (batch_.captures.empty() && batch_.repeated.empty() && batch_.left_out.empty()) return {};
    batch_.articles.resize(batch_.captures.size());
    batch_.packed.resize(batch_.captures.size());
    parallel_for(context_, batch_.captures.size(), [&](std::size_t i) {
      const Capture& capture = batch_.captures[i];
      auto& article = batch_.articles[i];
      article = extract::extract_article(capture, options_.extract);
      if (*article) batch_.packed[i] = store::Store::pack(capture);
    });
    FABULA_TRY_VOID(wait());
    stored_ = std::exchange(batch_, {});
    writer_ = std::jthread([this] { written_ = store_batch(stored_); });
    return {};
  }

  // For the batch that is being stored.
  Result<void> wait() {
    if (writer_.joinable()) writer_.join();
    return std::exchange(written_, {});
  }

  Result<void> store_batch(Batch& batch) {
    FABULA_TRY_VOID(store_.begin());
    bool changed = false;
    for (std::size_t i = 0; i < batch.captures.size(); ++i) {
      if (!batch.articles[i]) continue;  // a stop was asked for before its turn
      const Capture& capture = batch.captures[i];
      Result<Article>& article = *batch.articles[i];
      if (article) {
        FABULA_TRY([[maybe_unused]] const auto row,
                   store_.put_article(capture, *article, batch.packed[i]));
        ++report.n_new;
        changed = true;
      } else {
        failed_.emplace(capture.sha256, article.error());
        batch.left_out.push_back({capture.sources.front(), std::move(article.error())});
      }
    }
    for (const auto& [sha256, source] : batch.repeated) {
      if (const auto failed = failed_.find(sha256); failed != failed_.end()) {
        batch.left_out.push_back({source, failed->second});
        continue;
      }
      FABULA_TRY(const bool is_new_place, store_.add_source(sha256, source));
      changed = changed || is_new_place;
    }
    report.n_left_out += batch.left_out.size();
    for (const LeftOut& left_out : batch.left_out) {
      FABULA_TRY(const bool is_new, store_.put_left_out(left_out));
      changed = changed || is_new;
    }
    if (changed) FABULA_TRY_VOID(store_.set_fact("state", "building"));
    return store_.commit();
  }

  store::Store& store_;
  const BuildOptions& options_;
  const Context& context_;
  std::unordered_set<std::string> known_;          // hashes of all captures seen
  std::unordered_map<std::string, Error> failed_;  // by hash: captures that gave no article
  Batch batch_;                                    // being read
  Batch stored_;                                   // being stored
  Result<void> written_;
  std::jthread writer_;
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
  FABULA_TRY_VOID(intake.finish());
  if (!read) return tl::unexpected(read.error());

  FABULA_TRY(const auto rows, store.articles());
  intake.report.n_articles = rows.size();
  if (context.progress)
    context.progress->end(fmt::format("{} articles, {} left out", intake.report.n_articles,
                                      intake.report.n_left_out));
  return intake.report;
}

}  // namespace fabula::pipeline
