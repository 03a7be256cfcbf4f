// cli/explain_html.h: a document with the words of its values marked, and the values beside: one
// HTML file that needs nothing else.
#pragma once

#include <string>
#include <vector>

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "explanation.h"

namespace congvan::cli {

/// What is shown of one page.
struct ShownPage {
  int number = 1;
  float width = 0, height = 0;  ///< points
  std::string png;  ///< the picture; empty shows the page's text, with the same words marked
};

/// Everything that comes from the document is escaped: strangers wrote it.
std::string ToHtml(const SourceFile& source, const std::vector<ShownPage>& pages,
                   const PagedText& text, const std::vector<Explained>& values);

}  // namespace congvan::cli
