// line_joiner.h: does a line go on in the next one? The judgement behind join_lines.h.
#pragma once

#include <string>
#include <string_view>

#include "draft.h"

namespace congvan::normalizer {

enum class Joint {
  kBreak,       ///< a new paragraph or item begins
  kSpace,       ///< goes on, with a blank between
  kGlue,        ///< goes on inside a word or symbol
  kGlueHyphen,  ///< the same, and the hyphen at the line's end goes
};

/// How this document breaks its lines.
struct LineHabits {
  double full_width = 80;          ///< code points of a full line
  bool odd_blanks = false;         ///< empty lines stand inside sentences too
  bool short_first_lines = false;  ///< the first line of a paragraph is cut early
  bool blank_between = false;      ///< an empty line stands between any two paragraphs
  bool even = false;               ///< sentences are broken at full lines only
  bool unbroken = false;           ///< a paragraph is one line, however long
};

/// Two neighbouring lines of text and the paragraph that the first one ends so far.
struct LinePair {
  std::string_view paragraph_before;  ///< the one above, empty when a table or column ends there
  std::string_view paragraph;         ///< joined so far, the line before included
  std::string_view before, line;
  const LineInfo* before_info = nullptr;
  const LineInfo* info = nullptr;
  bool in_head = false;  ///< the document's type has not been named yet
};

/// The first word of `line` would have stood on the line before it: that was ended on purpose.
bool HasRoomFor(std::string_view before, std::string_view line, double full_width);

Joint JoinProse(const LinePair& pair, const LineHabits& habits);
/// Letterhead, address and sign-off: short lines in two columns.
Joint JoinColumn(const LinePair& pair);

/// True when the line begins something new whatever stands before it.
bool BeginsAnew(const LinePair& pair, const LineHabits& habits);

}  // namespace congvan::normalizer
