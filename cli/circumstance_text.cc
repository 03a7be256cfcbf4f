#include "circumstance_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "listing.h"
#include "messages.h"

namespace congvan::cli {

std::string CircumstanceText(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 15> kTexts = {{
      {"out-of-time", Msg("on the wrong side of the document's own day")},
      {"time-as-body", Msg("a body's name that speaks of a time")},
      {"one-word", Msg("a body's name of one word")},
      {"unbalanced", Msg("a bracket or quotation mark has no partner")},
      {"unknown-body", Msg("does not begin as names of bodies do")},
      {"long-name", Msg("a very long name of a body")},
      {"cut", Msg("ends with a word or sign that goes on")},
      {"not-in-words", Msg("its words do not stand in the place that was read")},
      {"rebuilt", Msg("from a table that arrived in pieces")},
      {"scattered", Msg("its words stand apart")},
      {"small-letter", Msg("begins in the middle of a sentence")},
      {"mended", Msg("letters of it were mended")},
      {"other-source", Msg("taken from a heading, a group or a sentence nearby")},
      {"two-pages", Msg("goes over the end of a page")},
      {"one-of-several", Msg("one of several, cut apart")},
  }};
  const auto* found = std::find_if(kTexts.begin(), kTexts.end(),
                                   [code](const auto& text) { return text.first == code; });
  return found == kTexts.end() ? std::string(code) : Tr(found->second);
}

std::string ConfidenceText(double confidence, std::string_view circumstance) {
  std::string out = DisplayText(confidence);
  if (!circumstance.empty()) out += ", " + CircumstanceText(circumstance);
  return out;
}

}  // namespace congvan::cli
