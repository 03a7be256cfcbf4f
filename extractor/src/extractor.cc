#include "extractor/extractor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include "file_hash.h"
#include "isolated_job.h"
#include "pdf_reader.h"
#include "plain_text.h"
#include "sniff.h"

namespace congvan::extractor {
namespace {

constexpr std::string_view kPdfType = "application/pdf";

class OpenFile {
 public:
  OpenFile() = default;
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  // O_NONBLOCK: a named pipe would otherwise wait for its other end.
  bool Open(const std::string& path) {
    fd_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    return fd_ >= 0;
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_ = -1;
};

Error NotFound(const std::string& path, std::string what) {
  return MakeError(ErrorCode::kNotFound, path, std::move(what), "check the name and the rights");
}

Result<struct stat> Inspect(const std::string& path, const OpenFile& file) {
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) return Fail(NotFound(path, "cannot be read"));
  if (S_ISDIR(status.st_mode)) {
    return Fail(
        MakeError(ErrorCode::kUsage, path, "a folder, not a document", "name the files in it"));
  }
  if (!S_ISREG(status.st_mode)) {
    return Fail(MakeError(ErrorCode::kUnsupported, path, "a device or a pipe, not a document"));
  }
  if (status.st_size == 0) {
    return Fail(MakeError(ErrorCode::kEmpty, path, "the file is empty (zero bytes)",
                          "fetch it again from where it came"));
  }
  return status;
}

std::string ReadHead(const OpenFile& file) {
  std::string head(kSniffBytes, '\0');
  const ssize_t n = pread(file.get(), head.data(), head.size(), 0);
  head.resize(n > 0 ? static_cast<size_t>(n) : 0);
  return head;
}

struct Opened {
  SourceFile source;
  Sniffed type;
};

// Everything about a file that can be told without understanding it. Unreadable types are refused
// before they are hashed when `refuse` is set, so that a huge video costs nothing.
Result<Opened> Look(const std::string& path, const ExtractorOptions& options, bool refuse) {
  OpenFile file;
  if (!file.Open(path)) {
    return Fail(NotFound(path, errno == ENOENT ? "no such file" : std::strerror(errno)));
  }
  CV_TRY(const struct stat status, Inspect(path, file));
  Opened opened;
  opened.type = Sniff(ReadHead(file));
  if (refuse && !opened.type.readable) {
    return Fail(MakeError(ErrorCode::kUnsupported, path,
                          opened.type.description + ", not a document that can be read",
                          std::string(HintForType(opened.type.media_type))));
  }
  opened.source.path = path;
  opened.source.media_type = opened.type.media_type;
  opened.source.bytes = static_cast<uint64_t>(status.st_size);
  if (opened.source.bytes > options.max_file_bytes) {
    return Fail(MakeError(ErrorCode::kTooLarge, path,
                          fmt::format("{} MB, and at most {} MB are read",
                                      opened.source.bytes >> 20, options.max_file_bytes >> 20),
                          "split the file, or save it with smaller images"));
  }
  CV_TRY(opened.source.sha256, HashFile(path, file.get()));
  return opened;
}

// The file's bytes without a copy: pages come and go with the reader's needs.
class MappedFile {
 public:
  MappedFile(const OpenFile& file, size_t size) : size_(size) {
    void* const at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (at != MAP_FAILED) data_ = static_cast<const char*>(at);
  }
  ~MappedFile() {
    if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] bool ok() const { return data_ != nullptr; }
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_;
};

Result<RawDocument> ReadText(const SourceFile& source) {
  OpenFile file;
  if (!file.Open(source.path)) return Fail(NotFound(source.path, std::strerror(errno)));
  CV_TRY(const struct stat status, Inspect(source.path, file));
  const MappedFile mapped(file, static_cast<size_t>(status.st_size));
  if (!mapped.ok()) return Fail(NotFound(source.path, "cannot be read"));
  return ReadPlainText(source, mapped.bytes());
}

Result<RawDocument> Read(const SourceFile& source, const ExtractorOptions& options) {
  if (source.media_type == kPdfType) return ReadPdf(source, options.max_pages);
  return ReadText(source);
}

Result<RawDocument> ReadHere(const SourceFile& source, const ExtractorOptions& options) {
  try {
    return Read(source, options);
  } catch (const std::bad_alloc&) {
    return Fail(MakeError(ErrorCode::kOutOfMemory, source.path, "not enough memory to read it"));
  } catch (const std::exception& error) {
    return Fail(MakeError(ErrorCode::kInternal, source.path, error.what()));
  }
}

}  // namespace

Result<RawDocument> Extractor::Extract(const std::string& path) const {
  CV_TRY(const Opened opened, Look(path, options_, /*refuse=*/true));
  const SourceFile& source = opened.source;
  if (!options_.isolate) return ReadHere(source, options_);
  ProcessLimits limits;
  limits.max_memory_bytes = options_.max_memory_bytes;
  limits.timeout = options_.timeout;
  CV_TRY(RawDocument document, RunIsolated(path, limits, [&] { return Read(source, options_); }));
  if (document.pages.size() > static_cast<size_t>(options_.max_pages)) {
    return Fail(MakeError(ErrorCode::kTooLarge, path,
                          fmt::format("more than {} pages", options_.max_pages), "split the file"));
  }
  document.source = source;
  return document;
}

Result<SourceFile> Extractor::Identify(const std::string& path) const {
  CV_TRY(Opened opened, Look(path, options_, /*refuse=*/false));
  return std::move(opened.source);
}

}  // namespace congvan::extractor
