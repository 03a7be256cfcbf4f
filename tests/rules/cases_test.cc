// Runs tests/cases/*.txt through the whole chain; tests/cases/README.md tells the format.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/utf8.h"
#include "support/read_text.h"

namespace congvan {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string name;  // file and title, as a test name
  std::string title;
  std::string input;
  std::vector<std::string> expected;
};

std::string TestName(const std::string& file, const std::string& title) {
  std::string out = file + "_";
  for (char c : title) out.push_back(std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_');
  return out;
}

std::vector<Case> ReadCases() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(CONGVAN_SOURCE_DIR) / "tests" / "cases")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> out;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    bool expecting = false;
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("=== ")) {
        out.push_back({TestName(file.stem().string(), line.substr(4)), line.substr(4), "", {}});
        expecting = false;
      } else if (line == "----") {
        expecting = true;
      } else if (!out.empty() && expecting) {
        if (!Trim(line).empty()) out.back().expected.emplace_back(Trim(line));
      } else if (!out.empty()) {
        out.back().input += line + "\n";
      }
    }
  }
  return out;
}

std::string OrDash(const std::optional<std::string>& value) { return value.value_or("-"); }
std::string OrDash(const std::optional<PartialDate>& value) { return value ? value->Iso() : "-"; }

std::string Join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

std::string Number(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

std::string FieldOf(const DocumentHead& head, const std::string& field) {
  if (field == "symbol") return OrDash(head.symbol);
  if (field == "symbol_suffix") return OrDash(head.symbol_suffix);
  if (field == "type") return OrDash(head.type);
  if (field == "date") return OrDash(head.date);
  if (field == "place") return OrDash(head.place);
  if (field == "issuer") return OrDash(head.issuer);
  if (field == "subject") return OrDash(head.subject);
  if (field == "signer") return OrDash(head.signer.name);
  if (field == "position") return OrDash(head.signer.position);
  if (field == "recipients") return Join(head.recipients);
  if (field == "addressees") return Join(head.addressees);
  return "no such field";
}

std::vector<std::string> Found(const Record& record, const std::string& kind) {
  std::vector<std::string> out;
  if (kind == "citation") {
    for (const Citation& c : record.citations) {
      out.push_back("citation " + c.symbol.value_or(OrDash(c.title)) + " | " + OrDash(c.type) +
                    " | " + OrDash(c.date) + " | " + OrDash(c.issuer) + " | " +
                    std::to_string(c.mentions));
    }
  } else if (kind == "title") {
    for (const Citation& c : record.citations)
      out.push_back("title " + OrDash(c.symbol) + " | " + OrDash(c.title));
  } else if (kind == "relation") {
    for (const Relation& r : record.relations)
      out.push_back("relation " + r.from + " " + std::string(ToString(r.kind)) + " " + r.to);
  } else if (kind == "task") {
    for (const Task& t : record.tasks) {
      const Deadline& d = t.deadline;
      out.push_back("task " + OrDash(t.ordinal) + " | " + t.text + " | " + Join(t.lead) + " | " +
                    Join(t.support) + " | " + std::string(ToString(d.kind)) +
                    (d.due ? " " + d.due->Iso() : "") + (d.every ? " " + *d.every : ""));
    }
  } else if (kind == "target") {
    for (const Target& t : record.targets) {
      out.push_back("target " + t.indicator + " | " + OrDash(t.comparator) + " " +
                    (t.value ? Number(*t.value) : "-") + " " + OrDash(t.unit) + " | " +
                    OrDash(t.by) + " | " + Join(t.lead));
    }
  } else if (kind == "note") {
    for (const Diagnostic& d : record.notes) out.push_back("note " + d.code + " | " + d.text);
  }
  return out;
}

// Each expected line names the beginning of the found one, up to a bar or the end.
bool Fits(const std::string& expected, const std::string& found) {
  return found == expected ||
         (found.starts_with(expected) && found.substr(expected.size()).starts_with(" |"));
}

void ExpectKind(const Record& record, const std::string& kind, std::vector<std::string> expected) {
  std::vector<std::string> found = Found(record, kind);
  if (kind == "relation") {
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
  }
  std::string listing;
  for (const std::string& line : found) listing += "\n  " + line;
  EXPECT_EQ(found.size(), expected.size()) << "found:" << listing;
  for (size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
    EXPECT_TRUE(Fits(expected[i], found[i]))
        << "expected: " << expected[i] << "\nfound:    " << found[i];
}

class CasesTest : public testing::TestWithParam<Case> {};

TEST_P(CasesTest, ReadsWhatIsExpected) {
  const Case& c = GetParam();
  ASSERT_FALSE(c.expected.empty()) << c.title << ": nothing is expected";
  const Record record = ReadText(c.input);
  for (const std::string kind : {"citation", "title", "relation", "task", "target", "note"}) {
    std::vector<std::string> lines;
    std::copy_if(c.expected.begin(), c.expected.end(), std::back_inserter(lines),
                 [&](const std::string& line) { return line.starts_with(kind + " "); });
    const bool none =
        std::find(c.expected.begin(), c.expected.end(), "no " + kind + "s") != c.expected.end();
    if (none || !lines.empty()) ExpectKind(record, kind, lines);
  }
  for (const std::string& line : c.expected) {
    if (!line.starts_with("document ")) continue;
    const size_t colon = line.find(": ");
    ASSERT_NE(colon, std::string::npos) << line;
    const std::string field = line.substr(9, colon - 9);
    EXPECT_EQ(FieldOf(record.document, field), line.substr(colon + 2)) << field;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, CasesTest, testing::ValuesIn(ReadCases()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace congvan
