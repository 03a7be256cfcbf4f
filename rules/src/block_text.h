// block_text.h: the text of one block on one line, with its place in the whole text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "blocks.h"
#include "core/date.h"
#include "core/span.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// Line feeds inside a cell or between joined lines are blanks here; offsets stay.
class BlockText {
 public:
  BlockText(std::string_view whole, const Block& block, size_t index)
      : text_(block.span.Of(whole)), base_(block.span.begin), index_(index) {
    std::replace(text_.begin(), text_.end(), '\n', ' ');
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] size_t index() const { return index_; }
  [[nodiscard]] NormSpan Whole(size_t begin, size_t end) const {
    return {base_ + static_cast<uint32_t>(begin), base_ + static_cast<uint32_t>(end)};
  }
  [[nodiscard]] size_t Begin(NormSpan span) const { return span.begin - base_; }
  [[nodiscard]] size_t End(NormSpan span) const { return span.end - base_; }

 private:
  std::string text_;
  uint32_t base_;
  size_t index_;
};

/// The groups day, month and year of a match; nullopt when they are no date. Of a pattern with two
/// ways of writing a date the second one's groups end with `suffix`.
std::optional<PartialDate> DateOf(const Match& match, std::string_view text,
                                  std::string_view suffix = "");

}  // namespace congvan::rules
