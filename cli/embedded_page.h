// cli/embedded_page.h: the files of cli/page/, compiled in (cmake/embed_files.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace congvan::cli {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

const std::vector<EmbeddedFile>& EmbeddedPageFiles();

}  // namespace congvan::cli
