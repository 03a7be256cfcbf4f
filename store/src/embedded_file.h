// embedded_file.h: a file that was compiled into the library (cmake/embed_files.cmake).
#pragma once

#include <string_view>

namespace congvan::store {

struct EmbeddedFile {
  std::string_view name, text;
};

}  // namespace congvan::store
