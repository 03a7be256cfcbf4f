#include "normalizer/normalize.h"

#include <utility>

#include "assemble.h"
#include "draft.h"
#include "steps/join_lines.h"
#include "steps/letters.h"
#include "steps/markup.h"
#include "steps/rejoin_letters.h"
#include "steps/spacing.h"

namespace congvan::normalizer {

NormalizedText Normalize(const RawDocument& raw) {
  Draft draft = Gather(raw);
  ComposeLetters(draft);
  RepairLetters(draft);
  if (raw.text_from == "text") ReadMarkup(draft);
  DropFillIns(draft);
  RejoinLetters(draft);
  CollapseBlanks(draft);
  JoinLines(draft);
  MendSymbols(draft);
  return Assemble(std::move(draft));
}

}  // namespace congvan::normalizer
