// mention.h: the places where a text names another document, with what it says of it there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blocks.h"
#include "core/date.h"
#include "core/span.h"
#include "rules/rule_set.h"

namespace congvan::rules {

enum class MentionKind {
  kSymbol,    ///< with its full symbol: "Nghị quyết số 57-NQ/TW"
  kShort,     ///< by type and number only: "Kế hoạch 283", "NQ 57"
  kLaw,       ///< a law by its title: "Luật Thủy sản năm 2017"
  kNickname,  ///< by a name of its own: "Đề án 06"
};

struct Mention {
  MentionKind kind = MentionKind::kSymbol;
  size_t block = 0;    ///< index into the blocks
  NormSpan name;       ///< type word to the end of the symbol, or the whole title
  NormSpan extent;     ///< name with the date, issuer and alias that follow it
  std::string symbol;  ///< canonical; for kShort the number alone
  std::optional<std::string> type, issuer, title;
  std::optional<PartialDate> date;
  bool own_type =
      false;  ///< the type word stands with this mention, not only with the head of its list
  bool issuer_before = false;   ///< the issuer was named before the symbol, as who speaks in it
  bool in_alias = false;  ///< inside "(sau đây gọi là ...)" behind another mention
  std::string rule;
};

/// All mentions, in order of place. `text` is the whole normalized text that the blocks lie in.
std::vector<Mention> FindMentions(std::string_view text, const std::vector<Block>& blocks,
                                  const RuleSet& rules);

}  // namespace congvan::rules
