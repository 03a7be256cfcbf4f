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
  kAlias,  ///< by the name that this text gives it: "(sau đây gọi là Kế hoạch của Tỉnh ủy)"
};

struct Mention {
  MentionKind kind = MentionKind::kSymbol;
  size_t block = 0;    ///< index into the blocks
  NormSpan name;       ///< type word to the end of the symbol, or the whole title
  NormSpan extent;     ///< name with the date, issuer and alias that follow it
  std::string symbol;  ///< canonical; for kShort and kNickname the number alone, if any
  std::optional<std::string> type, issuer, title;
  std::optional<PartialDate> date;
  std::optional<size_t> alias_of;  ///< for kAlias: index of the mention that the alias stands for
  bool own_type = false;           ///< the type word stands here, not only at the head of its list
  bool issuer_before = false;      ///< the issuer was named before the symbol, as who speaks in it
  bool in_alias = false;           ///< inside "(sau đây gọi là ...)" behind another mention
  std::string rule;
};

/// All mentions, in order of place; none overlap. `text` is the whole normalized text that the
/// blocks lie in. Whether a short form or a nickname is one of the documents cited in full, the
/// list of citations decides.
std::vector<Mention> FindMentions(std::string_view text, const std::vector<Block>& blocks,
                                  const RuleSet& rules);

}  // namespace congvan::rules
