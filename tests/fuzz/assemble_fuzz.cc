// Any bytes as a text file, through the whole chain to the record's JSON.
#include "../../extractor/src/plain_text.h"
#include "invariants.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"
#include "store/record_json.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  using namespace congvan;
  static const auto rules = rules::RuleSet::Shipped();
  CV_CHECK(rules.has_value(), "the shipped rules load");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto raw = extractor::ReadPlainText({}, bytes);
  if (!raw) return 0;
  const NormalizedText text = normalizer::Normalize(*raw);
  const Record record = rules::Assemble(text, raw->source, *rules);
  fuzz::Check(record, text);
  CV_CHECK(IsValidUtf8(store::ToJson(record)), "JSON is UTF-8");
  return 0;
}
