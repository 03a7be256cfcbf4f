#include "core/error.h"

#include <utility>

namespace congvan {

std::string_view ToString(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kUnsupported:
      return "unsupported";
    case ErrorCode::kEmpty:
      return "empty";
    case ErrorCode::kTooLarge:
      return "too-large";
    case ErrorCode::kDamaged:
      return "damaged";
    case ErrorCode::kEncrypted:
      return "encrypted";
    case ErrorCode::kTimeout:
      return "timeout";
    case ErrorCode::kCrashed:
      return "crashed";
    case ErrorCode::kOutOfMemory:
      return "out-of-memory";
    case ErrorCode::kBadRules:
      return "bad-rules";
    case ErrorCode::kStore:
      return "store";
    case ErrorCode::kUsage:
      return "usage";
    case ErrorCode::kNoDocument:
      return "no-document";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "internal";
}

std::string ToString(const Error& error) {
  std::string out = error.file;
  for (const int number : {error.page, error.line, error.column}) {
    if (number <= 0) continue;
    out += ':';
    out += std::to_string(number);
  }
  if (!out.empty()) out += ": ";
  out += error.what;
  if (!error.hint.empty()) out += " (" + error.hint + ")";
  return out;
}

Error MakeError(ErrorCode code, std::string file, std::string what, std::string hint) {
  return Error{code, std::move(file), 0, std::move(what), std::move(hint), 0, 0};
}

}  // namespace congvan
