// Every document of corpus/ through the whole chain, against its expected.json, which was made with
// the document and not by the program. What the program still misses stands in corpus/misses.txt,
// line by line: a new miss fails, and so does a line that is no longer true. UPDATE_GOLDEN=1
// rewrites the file (never under CI); the commit says why.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "extractor/extractor.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"
#include "store/record_json.h"
#include "support/corpus_files.h"
#include "support/read_text.h"

namespace congvan {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string ReadFile(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::string Folded(const Json& value) {
  return value.is_string() ? FoldForCompare(value.get<std::string>()) : value.dump();
}

std::string Short(const Json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  return text.size() <= 90 ? text : text.substr(0, FloorCodePoint(text, 90)) + "…";
}

bool Same(const Json& a, const Json& b) {
  if (a.is_string() && b.is_string()) return Folded(a) == Folded(b);
  if (a.is_array() && b.is_array()) return std::equal(a.begin(), a.end(), b.begin(), b.end(), Same);
  if (a.is_object() && b.is_object()) {
    return std::all_of(a.items().begin(), a.items().end(), [&b](const auto& item) {
      return b.contains(item.key()) && Same(item.value(), b[item.key()]);
    });
  }
  return a == b;
}

// Compares two records list by list; what is in neither contract nor gold (spans, rules) is not
// looked at.
class Comparison {
 public:
  Comparison(std::string name, const Json& want, const Json& got) : name_(std::move(name)) {
    CompareObjects("document", want["document"], got["document"]);
    CompareLists("citations", want["citations"], got["citations"], {"symbol", "title"},
                 {"type", "date", "issuer", "mentions"});
    CompareLists("relations", WithArguable(want, got["relations"]), got["relations"],
                 {"from", "relation", "to"}, {});
    CompareLists(
        "tasks", want["tasks"], got["tasks"], {"text", "annex"},
        {"group", "ordinal", "lead", "support", "deadline", "product", "note", "references"});
    CompareLists("targets", want["targets"], got["targets"], {"indicator", "value", "by"},
                 {"annex", "ordinal", "group", "comparator", "unit", "value_max", "lead"});
  }
  [[nodiscard]] const std::vector<std::string>& misses() const { return misses_; }

 private:
  void Miss(const std::string& what) { misses_.push_back(name_ + ": " + what); }

  void CompareObjects(const std::string& where, const Json& want, const Json& got) {
    for (const auto& [key, value] : want.items()) {
      const Json found = got.contains(key) ? got[key] : Json();
      if (!Same(value, found))
        Miss(where + "." + key + ": want " + Short(value) + ", got " + Short(found));
    }
  }

  /// Gold with each relation that was read in another way which it calls arguable: either is right.
  static Json WithArguable(const Json& want, const Json& got) {
    Json out = want["relations"];
    if (!want.contains("relations_arguable")) return out;
    for (const Json& also : want["relations_arguable"]) {
      const bool read = std::any_of(got.begin(), got.end(), [&also](const Json& relation) {
        return std::all_of(also.items().begin(), also.items().end(), [&relation](const auto& end) {
          return relation[end.key()] == end.value();
        });
      });
      if (!read) continue;
      std::erase_if(out.get_ref<Json::array_t&>(), [&also](const Json& relation) {
        return relation["from"] == also["from"] && relation["to"] == also["to"];
      });
      out.push_back(also);
    }
    return out;
  }

  static std::string KeyOf(const Json& item, const std::vector<std::string>& keys) {
    if (keys.front() == "symbol" && item["symbol"].is_string())
      return Folded(item["symbol"]);  // a citation's title may differ in length
    std::string out;
    for (const std::string& key : keys)
      out += (item.contains(key) ? Folded(item[key]) : "null") + "|";
    return out;
  }

  void CompareLists(const std::string& list, const Json& want, const Json& got,
                    const std::vector<std::string>& keys, const std::vector<std::string>& fields) {
    std::vector<bool> used(got.size());
    for (const Json& item : want) {
      size_t i = 0;
      while (i < got.size() && (used[i] || KeyOf(item, keys) != KeyOf(got[i], keys))) ++i;
      if (i == got.size()) {
        Miss(list + ": missing " + Describe(item, keys));
        continue;
      }
      used[i] = true;
      for (const std::string& field : fields) {
        if (!item.contains(field) || (list == "citations" && item[field].is_null())) continue;
        const Json found = got[i].contains(field) ? got[i][field] : Json();
        if (!Same(item[field], found))
          Miss(list + ": " + Describe(item, keys) + ": " + field + ": want " + Short(item[field]) +
               ", got " + Short(found));
      }
    }
    for (size_t i = 0; i < got.size(); ++i) {
      if (!used[i]) Miss(list + ": not expected " + Describe(got[i], keys));
    }
  }

  static std::string Describe(const Json& item, const std::vector<std::string>& keys) {
    std::string out;
    for (const std::string& key : keys) {
      const Json value = item.contains(key) ? item[key] : Json();
      if (!value.is_null()) out += (out.empty() ? "" : " ") + Short(value);
    }
    return "'" + out + "'";
  }

  std::string name_;
  std::vector<std::string> misses_;
};

Json RecordOf(const fs::path& file, const rules::RuleSet& rules) {
  const auto raw = extractor::Extractor({}).Extract(file.string());
  EXPECT_TRUE(raw.has_value()) << (raw ? "" : ToString(raw.error()));
  if (!raw) return {};
  return Json::parse(
      store::ToJson(rules::Assemble(normalizer::Normalize(*raw), raw->source, rules)));
}

TEST(Corpus, MissesAreExactlyThoseWrittenDown) {
  std::string now;
  for (const fs::path& folder : CorpusDocuments()) {
    const Json want = Json::parse(ReadFile(folder / "expected.json"));
    const Json got = RecordOf(SourceOf(folder), ShippedRules());
    ASSERT_FALSE(got.is_null()) << folder;
    const Comparison comparison(folder.filename().string(), want, got);
    for (const std::string& miss : comparison.misses()) now += miss + "\n";
  }
  if (std::getenv("UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr) {
    std::ofstream(CorpusFolder() / "misses.txt", std::ios::binary) << now;
    GTEST_SKIP() << "corpus/misses.txt rewritten; look at the difference before you commit it";
  }
  EXPECT_EQ(now, ReadFile(CorpusFolder() / "misses.txt"))
      << "UPDATE_GOLDEN=1 rewrites corpus/misses.txt";
}

TEST(Corpus, HoldsWhatItPromises) {
  const auto documents = CorpusDocuments();
  EXPECT_GE(documents.size(), 14U);
  size_t pdf = 0, text = 0;
  for (const fs::path& folder : documents) {
    const std::string extension = SourceOf(folder).extension().string();
    (extension == ".pdf" ? pdf : text) += 1;
    EXPECT_FALSE(ReadFile(folder / "why.md").empty()) << folder;
  }
  EXPECT_GE(pdf, 6U);
  EXPECT_GE(text, 4U);
}

}  // namespace
}  // namespace congvan
