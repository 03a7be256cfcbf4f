// embedded.h: the shipped rule files, compiled in by CMake (cmake/embed_files.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace congvan::rules {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

const std::vector<EmbeddedFile>& EmbeddedRuleFiles();

}  // namespace congvan::rules
