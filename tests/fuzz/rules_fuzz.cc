// Any bytes as a rule file; what loads must hold up: checked, and matched against itself.
#include "core/result.h"
#include "core/utf8.h"
#include "rules/rule_set.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  using namespace congvan;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto loaded = rules::RuleSet::Load({{"fuzz.toml", text}});
  if (!loaded) {
    CV_CHECK(!loaded.error().what.empty(), "an error says what is wrong");
    return 0;
  }
  (void)loaded->Check();
  if (!IsValidUtf8(text)) return 0;
  for (const auto& [name, group] : loaded->groups()) {
    for (const rules::Match& match : group.FindAll(text))
      CV_CHECK(match.begin < match.end && match.end <= text.size(), "a match stands in its text");
  }
  return 0;
}
