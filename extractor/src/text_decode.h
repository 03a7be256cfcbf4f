// text_decode.h: a text file's bytes as UTF-8 with '\n' line ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"

namespace congvan::extractor {

struct DecodedText {
  std::string text;  ///< valid UTF-8, no byte order mark, no '\r', no zero bytes
  std::vector<Diagnostic> notes;
};

DecodedText DecodeText(std::string_view bytes);

}  // namespace congvan::extractor
