// head_case.h: what is expected of a document's head, as lines "field: value". For tests of rules/.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/record.h"
#include "support/read_text.h"

namespace congvan {

struct HeadCase {
  const char* what;  ///< what is new in it
  const char* text;
  std::vector<std::string> expected;  ///< "symbol: 12/KH-UBND"; "-" for unknown or empty
};

inline std::string HeadField(const DocumentHead& head, const std::string& field) {
  const auto text = [](const std::optional<std::string>& value) { return value.value_or("-"); };
  const auto list = [](const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
    return out.empty() ? "-" : out;
  };
  if (field == "role") return head.role == Role::kAnnex ? "annex" : "main";
  if (field == "symbol") return text(head.symbol);
  if (field == "symbol_suffix") return text(head.symbol_suffix);
  if (field == "type") return text(head.type);
  if (field == "date") return head.date ? head.date->Iso() : "-";
  if (field == "place") return text(head.place);
  if (field == "issuer") return text(head.issuer);
  if (field == "subject") return text(head.subject);
  if (field == "addressees") return list(head.addressees);
  if (field == "recipients") return list(head.recipients);
  if (field == "name") return text(head.signer.name);
  if (field == "position") return text(head.signer.position);
  if (field == "authority") return text(head.signer.authority);
  return "no such field";
}

/// Compares the fields that the case names.
inline void ExpectFields(const HeadCase& expected, const DocumentHead& head) {
  for (const std::string& line : expected.expected) {
    const size_t colon = line.find(": ");
    ASSERT_NE(colon, std::string::npos) << line;
    EXPECT_EQ(HeadField(head, line.substr(0, colon)), line.substr(colon + 2))
        << expected.what << ": " << line.substr(0, colon);
  }
}

/// Reads the text through the whole chain and compares the fields that the case names.
inline void ExpectHead(const HeadCase& expected, std::string_view text) {
  ExpectFields(expected, ReadText(text).document);
}

}  // namespace congvan
