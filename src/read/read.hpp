// Inputs → captures: files, folders, lists of files, archives of records, standard input.
//
// Reads .txt .md .html .htm .xhtml, and the containers .jsonl .ndjson .json .csv .tsv (one capture
// a record), each also packed with gzip or zstd. A file of another name is read by what its bytes
// look like. Bytes are decoded to UTF-8 as encoding.hpp says; columns and keys are found as
// fields_table.inc lists them.
//
//   find_inputs({"pile/"}), then read_files():
//     pile/a.html      → Capture{sources: {"pile/a.html"}, ...}
//     pile/b.jsonl.gz  → Capture{sources: {"pile/b.jsonl.gz:1"}, ...}, ...
//     pile/c.json      → Capture{sources: {"pile/c.json#1"}, ...}, ...      a list: by number
//
// A packed file that is cut or damaged gives what could be read of it and a LeftOut.
//
// Nothing is written anywhere, nothing is unpacked to disk, no input is trusted: sizes, ratios and
// depths are capped, and trouble with one input is a LeftOut while the others go on.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/capture.hpp"

namespace fabula::read {

struct ReadOptions {
  std::uint64_t max_file_bytes = std::uint64_t{8} << 30;      // --max-file; after decompression
  std::uint64_t max_article_bytes = std::uint64_t{32} << 20;  // --max-article; one file that is one
                                                              // article, or one record
  std::uint32_t max_ratio = 1000;  // of decompressed to compressed size, once over 16 MiB
  bool file_times = false;         // --file-times: note the day a file was last changed
};

// One file to be read.
struct InputFile {
  std::string path;              // as given; in a folder: the folder as given, '/', the way down
  std::uint64_t size_bytes = 0;  // on disk; 0 for standard input
  friend auto operator<=>(const InputFile&, const InputFile&) = default;
};

struct InputList {
  std::vector<InputFile> files;   // sorted by path, each once
  std::vector<LeftOut> left_out;  // unreadable folders, dangling links, page_files/
};

// Walks the inputs. A folder gives all files below it (hidden ones, and links that lead back up,
// are passed over); "-" is standard input. A path that does not exist is left out like any other
// trouble with one input; when nothing else is there to read it is an error of the job
// (kReadFailed), so that a typing mistake is not overlooked.
[[nodiscard]] Result<InputList> find_inputs(std::span<const std::string> inputs);

// The paths listed in a file, one a line ('\n'), or separated by zero bytes; "-" is standard input.
[[nodiscard]] Result<std::vector<std::string>> read_file_list(const std::string& path,
                                                              bool zero_separated);

// Where captures go; called from one thread, in the order of `files` and of the records in them.
struct CaptureSink {
  std::function<Result<void>(Capture&&)> capture;  // an error ends the job and is returned
  std::function<void(LeftOut&&)> left_out;
  std::function<void(std::uint64_t bytes_on_disk)> consumed;  // for progress; may be empty
};

// Reads the files one after the other. Memory: twice one article or record, 1 MiB, and
// what decompress.hpp says.
// Errors: those of `sink.capture`; kInterrupted when a stop is asked for.
[[nodiscard]] Result<void> read_files(std::span<const InputFile> files, const ReadOptions& options,
                                      const Context& context, const CaptureSink& sink);

}  // namespace fabula::read
