// core/error.h: what went wrong with one document, or with the set-up, told once for people and
// programs.
//
//   return MakeError(ErrorCode::kEncrypted, path, "the PDF asks for a password",
//                    "save an unprotected copy and ingest that");
//
// Three kinds of trouble use three channels:
//   our own bug             -> CV_CHECK aborts with file:line, in release builds too; no input may
//   reach one; this document can't be done -> Result<T> holding an Error; the run goes on with the
//   next document; odd but usable          -> a Diagnostic inside the result (diagnostic.h).
#pragma once

#include <string>
#include <string_view>

namespace congvan {

/// Stable machine-readable reasons. The names printed by ToString(ErrorCode) are part of the JSON
/// output.
enum class ErrorCode {
  kNotFound,     ///< the file or folder does not exist or cannot be read
  kUnsupported,  ///< a format that this version does not read (an image, an archive, ...)
  kEmpty,        ///< nothing in it: zero bytes, or no text at all
  kTooLarge,     ///< over a size limit
  kDamaged,      ///< recognised, but too broken to read
  kEncrypted,    ///< needs a password
  kTimeout,      ///< took longer than the limit and was stopped
  kCrashed,      ///< the child process that read it died
  kOutOfMemory,  ///< the child process hit its memory limit
  kBadRules,     ///< a rule file is wrong
  kStore,        ///< the database refused
  kUsage,        ///< the caller asked for something that makes no sense
  kInternal,     ///< an invariant of ours failed
  kNoDocument,   ///< readable, but nothing in it says that it is an administrative document
  kLast = kNoDocument
};

std::string_view ToString(ErrorCode code);

/// One trouble with one document. `what` is lower case and has no full stop; `hint` says what to do
/// next.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string file;  ///< as the user named it; empty when no file is concerned
  int page = 0;      ///< 1-based; 0 when no single page is concerned
  std::string what;
  std::string hint;  ///< may be empty
  /// Of a text file (a rule file): 1-based, in characters; 0 when no single place is concerned.
  int line = 0, column = 0;
};

/// "plan.pdf:3: what went wrong (what to do)"; of a text file "deadlines.toml:3:11: ...".
std::string ToString(const Error& error);

Error MakeError(ErrorCode code, std::string file, std::string what, std::string hint = {});

}  // namespace congvan
