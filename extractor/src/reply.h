// reply.h: what a process that read a document sends: its result or its Error.
//
// Decoding takes any bytes: what does not fit is kCrashed.
#pragma once

#include <string>
#include <string_view>

#include "core/raw_document.h"
#include "core/result.h"

namespace congvan::extractor {

std::string EncodeReply(const Result<RawDocument>& result);
/// `file` goes into errors.
Result<RawDocument> DecodeReply(const std::string& file, std::string_view bytes);

/// The same for bytes, which are as the process sent them: check them.
std::string EncodeReply(const Result<std::string>& result);
Result<std::string> DecodeBytesReply(const std::string& file, std::string bytes);

}  // namespace congvan::extractor
