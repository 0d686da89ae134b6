// The .fabula file: captures, articles, their layers, and what was worked out across the pile.
//
// One SQLite database (WAL, FTS5) that any SQLite tool opens; docs/internals/store.md describes it
// table by table. Everything is written in transactions: a reader, or a build after a kill, finds
// the last committed state whole. Row order never reaches a result: readers sort by content.
//
// One writer at a time (kLockedStore for the second), any number of readers. A Store object belongs
// to one thread at a time.
//
// Errors: kNoStore, kNotAStore (not SQLite, or another program's database), kNewerStore,
// kLockedStore, kDamagedStore, kWriteFailed (disk full, permission), kReadFailed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/error.hpp"
#include "model/pile.hpp"

namespace fabula::store {

enum class Mode : std::uint8_t {
  kRead,             // an existing store; never changes the file
  kWrite,            // an existing store
  kCreateOrContinue  // a new store, or one that an interrupted build left
};

// An article's row. Rows are numbered in the order they were written: never part of a result.
using Row = std::int64_t;

// A paragraph role learned from the pile; replaces the extracted one when an article is read.
struct RoleOverride {
  std::uint32_t paragraph = 0;
  Role role = Role::kPromo;
  std::string rule;
  friend bool operator==(const RoleOverride&, const RoleOverride&) = default;
};

// What FTS found: a place in an article, best first.
struct Found {
  Row article = 0;
  std::string snippet;
};

class Store {
 public:
  [[nodiscard]] static Result<Store> open(const std::string& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Facts about the store as a whole, by name: "version" that wrote it, "layers" (the key of the
  // code and options that made the layers), "state" ("building", "complete": see complete()),
  // options of the build.
  [[nodiscard]] Result<std::map<std::string, std::string>> facts() const;
  [[nodiscard]] Result<void> set_fact(std::string_view name, std::string_view value);

  // The result is whole: "state" becomes "complete", and "content" the hash that verify() compares
  // (seal.hpp). The last step of a build, inside of its transaction.
  [[nodiscard]] Result<void> complete();
  // The same with what digest_pile() gave: nothing but put_news() has written since.
  [[nodiscard]] Result<void> complete(std::string pile);
  // The beginning of that hash, over captures, articles and layers; and how it goes on over what
  // put_pile() wrote, where nothing else has written since.
  [[nodiscard]] Result<std::string> digest_articles() const;
  [[nodiscard]] Result<std::string> digest_pile(std::string articles) const;

  // Writing happens between begin() and commit(); a Store that is destroyed in between rolls back.
  [[nodiscard]] Result<void> begin();
  [[nodiscard]] Result<void> commit();

  // --- captures and articles -------------------------------------------------------------------
  // Hashes (hexadecimal SHA-256) of the captures of all articles.
  [[nodiscard]] Result<std::unordered_set<std::string>> captures() const;
  // The capture's bytes (compressed) and the article made from it. The capture must be new.
  [[nodiscard]] Result<Row> put_article(const Capture& capture, const Article& article);
  // The same; `packed` is what pack() made of the capture.
  [[nodiscard]] Result<Row> put_article(const Capture& capture, const Article& article,
                                        std::string_view packed);
  // A capture's bytes, compressed: most of the work of storing it. Any number of threads at once.
  [[nodiscard]] static std::string pack(const Capture& capture);
  // One more place where a known capture was found. Returns whether the place is new.
  [[nodiscard]] Result<bool> add_source(std::string_view capture_sha256, std::string_view source);
  // An input that gave no article; replaces an earlier row of the same source. An article that was
  // found at the same source before stays. Returns whether anything changed.
  [[nodiscard]] Result<bool> put_left_out(const LeftOut& left_out);
  // The original bytes of an article's capture. Errors: kDamagedStore when their hash is wrong.
  [[nodiscard]] Result<std::string> capture_bytes(Row article) const;

  // --- layers of one article -------------------------------------------------------------------
  // Rows of all articles, in rising order.
  [[nodiscard]] Result<std::vector<Row>> articles() const;
  // Rows of the articles that have no layers yet (see put_layers), in rising order.
  [[nodiscard]] Result<std::vector<Row>> articles_without_layers() const;
  // The learned roles of an article; setting other ones than it has drops its layers.
  [[nodiscard]] Result<std::vector<RoleOverride>> learned_roles(Row article) const;
  [[nodiscard]] Result<void> set_learned_roles(Row article, std::span<const RoleOverride> roles);
  // Sentences, quoted parts, names, quotes, times of an article, replacing earlier ones. A record
  // whose range is not inside the text, or that has no rule, is refused (kInternal).
  [[nodiscard]] Result<void> put_layers(Row article, const AnnotatedArticle& annotated);
  // Drops all layers: they were made by other code or options.
  [[nodiscard]] Result<void> drop_layers();
  // The article alone: text, paragraphs with extracted or learned roles, dates, notes, sources.
  enum class Roles : std::uint8_t { kExtracted, kLearned };
  [[nodiscard]] Result<Article> read_article(Row article, Roles roles) const;
  // All articles with their layers, sorted by (sources[0], id); `rows`, when given, gets their rows
  // in the same order. `segmentation.words` and `first_word`, `last_word` stay empty.
  [[nodiscard]] Result<std::vector<AnnotatedArticle>> read_articles(
      std::vector<Row>* rows = nullptr, Roles roles = Roles::kLearned) const;

  // Brings the full text index up to date with articles and layers.
  [[nodiscard]] Result<void> index_texts();

  // --- the pile --------------------------------------------------------------------------------
  // Replaces everything that was worked out across articles; put_news adds `news` to it, whose
  // spans are of the same articles. `rows[i]` is the row of pile.articles[i]. pile.news is not
  // looked at: it may be found meanwhile.
  [[nodiscard]] Result<void> put_pile(const Pile& pile, std::span<const Row> rows);
  // The same in two parts: all but events and disagreements, which may be found meanwhile, then
  // those.
  [[nodiscard]] Result<void> put_links(const Pile& pile, std::span<const Row> rows);
  [[nodiscard]] Result<void> put_events(const Pile& pile, std::span<const Row> rows);
  [[nodiscard]] Result<void> put_news(std::span<const NewsItem> news, std::span<const Row> rows);
  // Everything, as the exports need it.
  [[nodiscard]] Result<Pile> read_pile() const;

  // Articles that hold all words of `query` (plain words, no operators), best first.
  [[nodiscard]] Result<std::vector<Found>> search(std::string_view query, std::size_t limit) const;

  // Re-checks everything that is written down against the frozen text and the kept bytes: SQLite's
  // own integrity, hashes, every span inside its text and on code point boundaries, quoted words
  // as they stand, ids as computed from content, references that lead somewhere, and that
  // nothing else was changed since the build. Returns one
  // plain sentence for each fault, empty when all holds; `n_checked` counts the spans.
  [[nodiscard]] Result<std::vector<std::string>> verify(std::uint64_t* n_checked = nullptr) const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fabula::store
