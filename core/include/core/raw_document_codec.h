// core/raw_document_codec.h: RawDocument as bytes, for the pipe from the child process and for
// keeping the layout.
//
// Little-endian, length-prefixed, with a magic number and a version. Decode never trusts its input:
// a length or a range that does not fit gives nullopt, whatever the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/raw_document.h"

namespace congvan {

std::string Encode(const RawDocument& document);
std::optional<RawDocument> DecodeRawDocument(std::string_view bytes);

}  // namespace congvan
