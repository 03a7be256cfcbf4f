#include "reply.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/raw_document_codec.h"
#include "core/utf8.h"
#include "process_end.h"

namespace congvan::extractor {
namespace {

constexpr uint32_t kMaxMessageBytes = 4096;
constexpr char kReplyDocument = 'D';
constexpr char kReplyError = 'E';

void Put32(std::string& out, uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

bool Take32(std::string_view& in, uint32_t& value) {
  if (in.size() < 4) return false;
  value = 0;
  for (size_t i = 0; i < 4; ++i)
    value |= static_cast<uint32_t>(static_cast<unsigned char>(in[i])) << (8 * i);
  in.remove_prefix(4);
  return true;
}

bool TakeText(std::string_view& in, std::string& text) {
  uint32_t size = 0;
  if (!Take32(in, size) || size > kMaxMessageBytes || size > in.size()) return false;
  text = std::string(in.substr(0, size));
  in.remove_prefix(size);
  return IsValidUtf8(text);
}

bool AllTextIsUtf8(const RawDocument& document) {
  return std::all_of(document.pages.begin(), document.pages.end(),
                     [](const RawPage& page) { return IsValidUtf8(page.text); }) &&
         std::all_of(document.notes.begin(), document.notes.end(), [](const Diagnostic& note) {
           return IsValidUtf8(note.code) && IsValidUtf8(note.text);
         });
}

std::string EncodeError(const Error& error) {
  std::string out(1, kReplyError);
  Put32(out, static_cast<uint32_t>(error.code));
  Put32(out, static_cast<uint32_t>(error.page));
  for (const std::string* text : {&error.what, &error.hint}) {
    const std::string_view cut(
        text->data(), FloorCodePoint(*text, std::min<size_t>(text->size(), kMaxMessageBytes)));
    Put32(out, static_cast<uint32_t>(cut.size()));
    out += cut;
  }
  return out;
}

// nullopt when the bytes are no error.
std::optional<Error> DecodeError(const std::string& file, std::string_view bytes) {
  Error error;
  error.file = file;
  uint32_t code = 0, page = 0;
  if (!bytes.starts_with(kReplyError)) return std::nullopt;
  bytes.remove_prefix(1);
  if (!Take32(bytes, code) || !Take32(bytes, page) || !TakeText(bytes, error.what) ||
      !TakeText(bytes, error.hint) || !bytes.empty() ||
      code > static_cast<uint32_t>(ErrorCode::kLast) || page > 1'000'000)
    return std::nullopt;
  error.code = static_cast<ErrorCode>(code);
  error.page = static_cast<int>(page);
  return error;
}

Error SenselessAnswer(const std::string& file) {
  return CrashError(file, "sent an answer that makes no sense");
}

}  // namespace

std::string EncodeReply(const Result<RawDocument>& result) {
  return result ? kReplyDocument + Encode(*result) : EncodeError(result.error());
}

Result<RawDocument> DecodeReply(const std::string& file, std::string_view bytes) {
  if (bytes.starts_with(kReplyDocument)) {
    std::optional<RawDocument> document = DecodeRawDocument(bytes.substr(1));
    if (!document || document->pages.empty() || !AllTextIsUtf8(*document))
      return Fail(SenselessAnswer(file));
    return std::move(*document);
  }
  std::optional<Error> error = DecodeError(file, bytes);
  return Fail(error ? std::move(*error) : SenselessAnswer(file));
}

std::string EncodeReply(const Result<std::string>& result) {
  return result ? kReplyDocument + *result : EncodeError(result.error());
}

Result<std::string> DecodeBytesReply(const std::string& file, std::string bytes) {
  if (bytes.starts_with(kReplyDocument)) {
    bytes.erase(0, 1);
    return bytes;
  }
  std::optional<Error> error = DecodeError(file, bytes);
  return Fail(error ? std::move(*error) : SenselessAnswer(file));
}

}  // namespace congvan::extractor
