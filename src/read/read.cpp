#include "read/read.hpp"

namespace fabula::read {
Result<InputList> find_inputs(std::span<const std::string>) { return InputList{}; }
Result<std::vector<std::string>> read_file_list(const std::string&, bool) { return std::vector<std::string>{}; }
Result<void> read_files(std::span<const InputFile>, const ReadOptions&, const Context&, const CaptureSink&) { return {}; }
}  // namespace fabula::read
