// head.h: the head and the foot of a paper: letterhead, number, place and date, type, subject,
// addressees, recipients, signer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/normalized_text.h"
#include "core/record.h"
#include "evidence.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct HeadResult {
  DocumentHead head;
  NormSpan subject;                 ///< the words of the subject; empty when there is none
  size_t first_body_paragraph = 0;  ///< index of the first paragraph behind the head
  size_t end_body_paragraph =
      0;  ///< index of the first paragraph of the foot (Nơi nhận, signature) or annex
  std::vector<NormSpan> annex_references;  ///< "(Kèm theo Kế hoạch số ...)" lines
  Sources sources;  ///< where the fields were read, by their names in the record: "date", "signer"
};

HeadResult ReadHead(const NormalizedText& text, const RuleSet& rules);

}  // namespace congvan::rules
