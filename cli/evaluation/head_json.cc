// What the document is: symbol, type, date, place, issuer, subject, addressees, recipients, signer.
#include "evaluation/folding.h"
#include "evaluation/sheet_json.h"

namespace congvan::cli {
namespace {

constexpr double kAlike = 0.85;     // of one-line texts of the head
constexpr double kSameItem = 0.80;  // of an addressee or recipient

bool SameOrBothUnknown(const Json& a, const Json& b, double least) {
  if (a.is_null() || b.is_null()) return Text(a).empty() && Text(b).empty();
  return SameText(Text(a), Text(b), least);
}

bool IsRight(const std::string& field, const Json& want, const Json& got,
             const std::string& symbol) {
  if (field.starts_with("symbol")) return SymbolForm(Text(want)) == SymbolForm(Text(got));
  if (field == "type") return SameType(Text(want), Text(got));
  if (field == "date") return Shown(want) == Shown(got);
  if (field == "issuer" && !want.is_null() && !got.is_null())
    return SameIssuer(Text(want), Text(got), symbol, kAlike);
  return SameOrBothUnknown(want, got, kAlike);
}

}  // namespace

void MeasureHead(const Json& gold, const Json& found, Sheet& sheet) {
  const std::string symbol = Text(Get(gold, "symbol"));
  for (const char* field :
       {"symbol", "symbol_suffix", "type", "date", "place", "issuer", "subject"}) {
    const Json &want = Get(gold, field), &got = Get(found, field);
    sheet.Value(std::string("document.") + field, {}, IsRight(field, want, got, symbol), want, got);
  }
  if (gold.contains("signer")) {
    for (const char* field : {"name", "position"}) {
      const Json &want = Get(Get(gold, "signer"), field), &got = Get(Get(found, "signer"), field);
      sheet.Value(std::string("document.signer.") + field, {},
                  FoldedWords(Text(want)) == FoldedWords(Text(got)), want, got);
    }
  }
  for (const char* field : {"addressees", "recipients"}) {
    if (!gold.contains(field)) continue;
    const Json &want = List(Get(gold, field)), &got = List(Get(found, field));
    const auto pairs = Pair(want.size(), got.size(), [&](size_t i, size_t j) {
      const std::string a = Text(want[i]), b = Text(got[j]);
      return SameText(a, b, kSameItem) ? Similarity(a, b) : 0.0;
    });
    const std::string name = std::string("document.") + field;
    sheet.Count(name, static_cast<int>(pairs.size()), static_cast<int>(want.size()),
                static_cast<int>(got.size()));
    std::vector<bool> paired_want(want.size()), paired_got(got.size());
    for (const auto& [i, j] : pairs) paired_want[i] = paired_got[j] = true;
    for (size_t i = 0; i < want.size(); ++i) {
      if (!paired_want[i]) sheet.Missing(name, Text(want[i]));
    }
    for (size_t j = 0; j < got.size(); ++j) {
      if (!paired_got[j]) sheet.Extra(name, Text(got[j]));
    }
  }
}

}  // namespace congvan::cli
