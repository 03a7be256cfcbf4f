// cli/embedded_catalogue.h: po/*.po as msgfmt compiles them, inside the program.
#pragma once

#include <vector>

#include "embedded_page.h"

namespace congvan::cli {

/// By name. Written at build time by cmake/embed_files.cmake.
const std::vector<EmbeddedFile>& EmbeddedCatalogues();

}  // namespace congvan::cli
