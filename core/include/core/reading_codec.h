// core/reading_codec.h: what was read of one document as bytes, for the way from the process that
// read it to the one that stores it.
//
// Decoding never trusts its input: what does not fit gives nullopt, whatever the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/normalized_text.h"
#include "core/record.h"

namespace congvan {

struct Reading {
  Record record;
  PagedText text;      ///< what spans of the record count in
  std::string layout;  ///< Encode(RawDocument), see raw_document_codec.h
};

std::string Encode(const Reading& reading);
std::optional<Reading> DecodeReading(std::string_view bytes);

}  // namespace congvan
