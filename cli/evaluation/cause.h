// cli/evaluation/cause.h: where a value was lost: in reading the text, in recognising it, or in
// taking it for something else.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "evaluation/evaluation.h"

namespace congvan::cli {

/// The cause tells which part to mend.
enum class Cause {
  kLost,    ///< its words are not in the text as read: extractor or normalizer
  kUnread,  ///< its words are there, but no rule read them
  kOther,   ///< something else was read in its place
  kExtra,   ///< something was read where the gold has nothing
};

/// Of one document. Keeps no reference to its text.
class CauseFinder {
 public:
  explicit CauseFinder(std::string_view normalized_text);

  [[nodiscard]] Cause Of(const Miss& miss) const;

 private:
  [[nodiscard]] bool Holds(const std::string& value) const;

  std::string words_, symbols_;
  std::set<std::string, std::less<>> triples_;
};

}  // namespace congvan::cli
