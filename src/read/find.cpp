// Folders are walked from a list, not by recursion, so depth costs nothing. Each real folder is
// walked once: links that lead back, up or sideways end there.
#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "read/bytes.hpp"
#include "read/lines.hpp"
#include "read/read.hpp"
#include "read/source.hpp"

namespace fabula::read {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCheckRights = "check that you may read this";

// Files of Fabula's own: a store that lies in its pile is not part of it.
bool is_store_file(std::string_view name) {
  for (const std::string_view ending :
       {".fabula", ".fabula-wal", ".fabula-shm", ".fabula-journal", ".fabula-lock"})
    if (name.ends_with(ending)) return true;
  return false;
}

// "page_files", which a browser puts beside "page.html" when it saves a whole page: its pictures,
// scripts and the frames of its advertisements.
bool is_page_folder(const std::string& path) {
  constexpr std::string_view kEnding = "_files";
  if (!path.ends_with(kEnding)) return false;
  const std::string page = path.substr(0, path.size() - kEnding.size());
  std::error_code ignored;
  return fs::is_regular_file(page + ".html", ignored) ||
         fs::is_regular_file(page + ".htm", ignored);
}

class FolderWalk {
 public:
  explicit FolderWalk(InputList& found) : found_(found) {}

  void walk(const std::string& folder) {
    folders_.push_back(folder);
    // Real folders first: a file is named by its real place rather than through a link.
    while (!folders_.empty() || !links_.empty()) {
      std::vector<std::string>& next = folders_.empty() ? links_ : folders_;
      const auto first = std::min_element(next.begin(), next.end());
      std::swap(*first, next.back());
      const std::string path = std::move(next.back());
      next.pop_back();
      list(path);
    }
  }

 private:
  void list(const std::string& folder) {
    std::error_code failed;
    const fs::path real = fs::canonical(folder, failed);
    if (!failed && !walked_.insert(real.string()).second) return;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
      add(folder, *entry);
    if (failed)
      leave_out(folder, Errc::kUnreadable, "the folder cannot be read: " + failed.message(),
                kCheckRights);
  }

  void add(const std::string& folder, const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || is_store_file(name)) return;
    const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
    std::error_code failed;
    const fs::file_status status = entry.status(failed);
    if (fs::is_directory(status) && is_page_folder(path)) {
      leave_out(path, Errc::kNotSupported, "the parts of a saved page: pictures, scripts, frames",
                "give the folder itself as an input if it holds articles");
    } else if (fs::is_directory(status)) {
      (entry.is_symlink(failed) ? links_ : folders_).push_back(path);
    } else if (fs::is_regular_file(status)) {
      const std::uint64_t size = entry.file_size(failed);
      found_.files.push_back({path, failed ? 0 : size});
    } else if (status.type() == fs::file_type::not_found) {
      leave_out(path, Errc::kUnreadable, "a link that leads nowhere",
                "remove the link or repair it");
    } else if (failed) {
      leave_out(path, Errc::kUnreadable, "cannot be read: " + failed.message(), kCheckRights);
    } else {
      leave_out(path, Errc::kNotSupported, "not a file: a pipe, a socket or a device", "");
    }
  }

  void leave_out(const std::string& path, Errc code, std::string what, const char* hint) {
    const std::string shown = shown_path(path);
    found_.left_out.push_back({shown, {code, std::move(what), shown, hint}});
  }

  InputList& found_;
  std::set<std::string> walked_;      // real paths
  std::vector<std::string> folders_;  // to be walked
  std::vector<std::string> links_;    // to folders, to be walked later
};

Error no_such_input(const std::string& path, const std::error_code& failed) {
  const std::string shown = shown_path(path);
  return {
      Errc::kReadFailed,
      "'" + shown + "' cannot be read: " +
          (failed ? failed : std::make_error_code(std::errc::no_such_file_or_directory)).message(),
      shown, "check the spelling, and that you may read it"};
}

}  // namespace

Result<InputList> find_inputs(std::span<const std::string> inputs) {
  std::vector<std::string> sorted(inputs.begin(), inputs.end());
  std::sort(sorted.begin(), sorted.end());
  InputList found;
  FolderWalk folders(found);
  for (const std::string& path : sorted) {
    std::error_code failed;
    const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, failed);
    if (path == "-") {
      found.files.push_back({path, 0});
    } else if (!fs::exists(status)) {
      found.left_out.push_back({shown_path(path), no_such_input(path, failed)});
    } else if (fs::is_fifo(status) || fs::is_socket(status)) {
      found.left_out.push_back({shown_path(path),
                                {Errc::kNotSupported, "not a file: a pipe or a socket",
                                 shown_path(path), "give - to read standard input"}});
    } else if (fs::is_directory(status)) {
      folders.walk(path);
    } else {
      const std::uint64_t size = fs::is_regular_file(status) ? fs::file_size(path, failed) : 0;
      found.files.push_back({path, failed ? 0 : size});
    }
  }
  std::sort(found.files.begin(), found.files.end());
  found.files.erase(std::unique(found.files.begin(), found.files.end()), found.files.end());
  std::sort(found.left_out.begin(), found.left_out.end());
  // Nothing is there at all: a typing mistake, told as an error of the job.
  if (found.files.empty())
    for (LeftOut& left_out : found.left_out)
      if (left_out.error.code == Errc::kReadFailed)
        return tl::unexpected<Error>(std::move(left_out.error));
  return found;
}

Result<std::vector<std::string>> read_file_list(const std::string& path, bool zero_separated) {
  auto file = FileSource::open(path, {});
  if (!file)
    return fail(Errc::kReadFailed, "the list of files " + file.error().what, shown_path(path),
                "check the path after --files-from");
  InputBuffer input(**file);
  while (input.grow()) {
  }
  if (input.trouble())
    return fail(Errc::kReadFailed, "the list of files " + input.trouble()->what, shown_path(path));
  std::vector<std::string> paths;
  for (std::string_view rest = input.view(); !rest.empty();) {
    const std::size_t end = std::min(rest.find(zero_separated ? '\0' : '\n'), rest.size());
    std::string_view entry = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!zero_separated && entry.ends_with('\r')) entry.remove_suffix(1);
    if (!entry.empty()) paths.emplace_back(entry);
  }
  return paths;
}

}  // namespace fabula::read
