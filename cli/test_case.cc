#include "test_case.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "core/field_path.h"
#include "messages.h"
#include "store/record_json.h"

namespace congvan::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> SectionsOf(const std::optional<std::string>& field) {
  const std::vector<std::string> all = {"document", "citations", "relations", "tasks", "targets"};
  if (!field) return all;
  if (std::find(all.begin(), all.end(), *field) != all.end()) return {*field};
  const auto path = ParseFieldPath(*field);
  return path ? std::vector<std::string>{path->list} : all;
}

Error CannotWrite(const fs::path& path) {
  return MakeError(ErrorCode::kNotFound, path.string(), Msg("the file cannot be written"),
                   Msg("check that its folder exists and has room"));
}

// A folder of that name holds another document: the bytes tell them apart.
fs::path FolderFor(const fs::path& folder, const store::Reading& reading,
                   const extractor::Extractor& extractor) {
  const fs::path source(reading.path);
  // A corpus has its documents in folders of their names.
  fs::path own = folder / (source.stem() == "source" && source.has_parent_path()
                               ? source.parent_path().filename()
                               : source.stem());
  const auto other = extractor.Identify((own / ("source" + source.extension().string())).string());
  if (fs::exists(own) && !(other && other->sha256 == reading.sha256))
    own += "-" + reading.sha256.substr(0, 8);
  return own;
}

}  // namespace

Result<std::string> WriteTestCase(const std::string& folder, const store::Reading& reading,
                                  const std::optional<std::string>& field,
                                  const extractor::Extractor& extractor) {
  const auto source = extractor.Identify(reading.path);
  if (!source || source->sha256 != reading.sha256) {
    return Fail(MakeError(ErrorCode::kNotFound, reading.path,
                          Msg("the document is not there any more, or has changed"),
                          Msg("put the file back where it was ingested from")));
  }
  const fs::path own = FolderFor(folder, reading, extractor);
  std::error_code error;
  fs::create_directories(own, error);
  const fs::path copy = own / ("source" + fs::path(reading.path).extension().string());
  fs::copy_file(reading.path, copy, fs::copy_options::overwrite_existing, error);
  if (error) return Fail(CannotWrite(copy));
  const Record record = store::Apply(reading.record, reading.corrections).record;
  std::ofstream out(own / "expected.json", std::ios::binary | std::ios::trunc);
  out << store::GoldToJson(record, SectionsOf(field)) << '\n';
  if (!out.flush()) return Fail(CannotWrite(own / "expected.json"));
  return own.string();
}

}  // namespace congvan::cli
