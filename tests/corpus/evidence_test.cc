// Every value of every record of the corpus has evidence, and the words at its place agree with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/evidence_boxes.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "extractor/extractor.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"
#include "rules/deadline.h"
#include "rules/quantity.h"
#include "support/corpus_files.h"
#include "support/read_text.h"

namespace congvan {
namespace {

// "Ủy ban nhân dân" and "UBND" are the same name.
std::string Folded(std::string_view words) {
  std::string out = " " + FoldForCompare(OneLine(words)) + " ";
  constexpr std::pair<std::string_view, std::string_view> kShort[] = {
      {"ủy ban nhân dân", "ubnd"}, {"hội đồng nhân dân", "hđnd"}, {"ð", "đ"}};
  for (const auto& [full, brief] : kShort) {
    for (size_t at = out.find(full); at != std::string::npos; at = out.find(full))
      out.replace(at, full.size(), brief);
  }
  return out;
}

std::string Bare(std::string_view words) {
  std::string out = Folded(words);
  std::erase(out, ' ');
  return out;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> out;
  bool open = false;
  const std::string folded = Folded(text);
  for (size_t i = 0; i < folded.size(); i += DecodeAt(folded, i).size) {
    const Decoded letter = DecodeAt(folded, i);
    const bool digit = letter.code_point >= '0' && letter.code_point <= '9';
    const bool goes_on = digit || IsLetter(letter.code_point);
    if (goes_on && !open) out.emplace_back();
    if (goes_on) out.back() += folded.substr(i, letter.size);
    open = goes_on;
  }
  return out;
}

bool HoldsEachWord(std::string_view words, std::string_view value) {
  const std::vector<std::string> there = WordsOf(words);
  const std::vector<std::string> wanted = WordsOf(value);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(there.begin(), there.end(), word) != there.end();
  });
}

bool HoldsWords(std::string_view words, std::string_view value) {
  return Bare(words).find(Bare(value)) != std::string::npos;
}

// "2025-06-30" of "30/6/2025", "ngày 30 tháng 6 năm 2025"; a part that is unknown isn't asked for.
bool NamesDate(std::string_view words, std::string_view iso) {
  std::vector<int> numbers, wanted;
  const auto read = [](std::string_view text, std::vector<int>& out) {
    for (size_t i = 0; i < text.size();) {
      if (text[i] < '0' || text[i] > '9') {
        ++i;
        continue;
      }
      int value = 0;
      for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        value = value * 10 + (text[i] - '0');
      out.push_back(value);
    }
  };
  read(words, numbers);
  read(iso, wanted);
  return std::all_of(wanted.begin(), wanted.end(), [&](int number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  });
}

// The words of one document's evidence, read back at their places.
class ReadBack {
 public:
  ReadBack(std::string name, const RawDocument& raw, const NormalizedText& text,
           const Record& record)
      : name_(std::move(name)), text_(text), record_(record) {
    for (const Evidence& e : record.evidence) {
      EXPECT_TRUE(by_field_.emplace(e.field, &e).second) << name_ << ": twice: " << e.field;
      EXPECT_FALSE(e.spans.empty()) << name_ << ": " << e.field;
      std::string words;
      for (const PageSpan& span : e.spans) words += (words.empty() ? "" : " ") + WordsAt(span);
      EXPECT_EQ(OneLine(words), e.text) << name_ << ": " << e.field;
      CheckRule(e);
      CheckBoxes(raw, e);
    }
  }

  void CheckAll() {
    CheckHead();
    for (size_t i = 0; i < record_.citations.size(); ++i) CheckCitation(i);
    for (size_t i = 0; i < record_.relations.size(); ++i) CheckRelation(i);
    for (size_t i = 0; i < record_.tasks.size(); ++i) CheckTask(i);
    for (size_t i = 0; i < record_.targets.size(); ++i) CheckTarget(i);
  }

  [[nodiscard]] std::string WordsAt(const PageSpan& span) const {
    return OneLine(ToNormSpan(text_, span).Of(text_.text));
  }

 private:
  using Test = bool (*)(std::string_view words, std::string_view value);

  // The words, or nullptr when the value has no evidence, which is a failure.
  const std::string* Words(const std::string& field, std::string_view value) {
    const auto it = by_field_.find(field);
    if (it != by_field_.end()) return &it->second->text;
    ADD_FAILURE() << name_ << ": " << field << " = '" << value << "' has no evidence";
    return nullptr;
  }

  void Check(const std::string& field, std::string_view value, Test test = HoldsWords) {
    if (value.empty()) return;
    const std::string* words = Words(field, value);
    if (words == nullptr) return;
    EXPECT_TRUE(test(*words, value))
        << name_ << ": " << field << " = '" << value << "' but the words are '" << *words << "'";
  }
  void Check(const std::string& field, const std::optional<std::string>& value,
             Test test = HoldsWords) {
    if (value) Check(field, std::string_view(*value), test);
  }
  void CheckEach(const std::string& field, const std::vector<std::string>& values) {
    for (size_t i = 0; i < values.size(); ++i)
      Check(Indexed(field, i), std::string_view(values[i]));
  }

  static std::string Indexed(const std::string& list, size_t i) {
    return list + "[" + std::to_string(i) + "]";
  }

  // Exceptions: a công văn has no line with its type, its symbol or its addressees tell; an issuer
  // may be named on several lines, the last first.
  void CheckHead() {
    const DocumentHead& head = record_.document;
    const auto anything = [](std::string_view, std::string_view) { return true; };
    if (!GivenByStamp()) {
      Check("document.symbol", head.symbol);
      Check("document.symbol_suffix", head.symbol_suffix);
    }
    Check("document.type", head.type, head.type == "công văn" ? Test(anything) : Test(HoldsWords));
    if (head.date) Check("document.date", std::string_view(head.date->Iso()), NamesDate);
    Check("document.place", head.place);
    Check("document.issuer", head.issuer, HoldsEachWord);
    Check("document.subject", head.subject);
    CheckEach("document.addressees", head.addressees);
    CheckEach("document.recipients", head.recipients);
    Check("document.signer.name", head.signer.name);
    Check("document.signer.position", head.signer.position);
    Check("document.signer.authority", head.signer.authority, HoldsEachWord);
  }

  // Exception: an annex file whose symbol only the stamp of its signature gives, which is no part
  // of the text.
  [[nodiscard]] bool GivenByStamp() const {
    const DocumentHead& head = record_.document;
    if (head.role != Role::kAnnex || !head.symbol || by_field_.contains("document.symbol"))
      return false;
    return std::any_of(text_.furniture.begin(), text_.furniture.end(),
                       [&](const std::string& line) { return HoldsWords(line, *head.symbol); });
  }

  // Exception: the type of a document named by its symbol alone is that of the code.
  void CheckCitation(size_t i) {
    const Citation& citation = record_.citations[i];
    const std::string path = Indexed("citations", i);
    const auto type_or_number = [](std::string_view words, std::string_view value) {
      return HoldsWords(words, value) || words.find_first_of("0123456789") != words.npos;
    };
    Check(path + ".symbol", citation.symbol);
    Check(path + ".type", citation.type, type_or_number);
    if (citation.date) Check(path + ".date", std::string_view(citation.date->Iso()), NamesDate);
    Check(path + ".issuer", citation.issuer);
    Check(path + ".title", citation.title);
    Words(path + ".mentions", std::to_string(citation.mentions));
  }

  // Exception: this document itself stands nowhere in its own relation.
  void CheckRelation(size_t i) {
    const Relation& relation = record_.relations[i];
    const std::string path = Indexed("relations", i);
    Check(path + ".relation", std::string_view(relation.verb));
    const std::string own = record_.document.symbol.value_or("self");
    if (relation.from != own) Words(path + ".from", relation.from);
    if (relation.to != own) Words(path + ".to", relation.to);
  }

  // Exception: "" is the number of an annex that has none.
  void CheckTask(size_t i) {
    const Task& task = record_.tasks[i];
    const std::string path = Indexed("tasks", i);
    Check(path + ".annex", task.annex);
    Check(path + ".group", task.group);
    Check(path + ".ordinal", task.ordinal);
    Check(path + ".text", std::string_view(task.text));
    CheckEach(path + ".lead", task.lead);
    CheckEach(path + ".support", task.support);
    if (task.modality) Words(path + ".modality", *task.modality);
    Check(path + ".product", task.product);
    Check(path + ".note", task.note);
    for (size_t k = 0; k < task.references.size(); ++k)
      Words(Indexed(path + ".references", k), task.references[k]);
    const bool several = by_field_.contains(path + ".deadline.text");
    Check(path + (several ? ".deadline.text" : ".deadline"), task.deadline.text);
    if (!task.deadline.text) return;
    const std::string* words = Words(path + ".deadline", *task.deadline.text);
    if (words == nullptr) return;
    const int plan_year =
        rules::ReadPlanYear(record_.document.subject.value_or(""), ShippedRules());
    const Deadline again =
        rules::ReadDeadlineCell(*words, {record_.document.date, plan_year}, ShippedRules());
    if (!several) {  // of several the kind is that of the day, which beats a cycle
      EXPECT_EQ(again.kind, task.deadline.kind) << name_ << ": " << path << ": " << *words;
    }
    EXPECT_EQ(again.due, task.deadline.due) << name_ << ": " << path << ": " << *words;
    EXPECT_EQ(again.every, task.deadline.every) << name_ << ": " << path << ": " << *words;
  }

  // Exceptions: what a goal measures is its sentence without the number; "=" stands for a bare
  // number; a comparator is the number's words.
  void CheckTarget(size_t i) {
    const Target& target = record_.targets[i];
    const std::string path = Indexed("targets", i);
    Check(path + ".annex", target.annex);
    Check(path + ".group", target.group);
    Check(path + ".ordinal", target.ordinal);
    Check(path + ".indicator", std::string_view(target.indicator), HoldsEachWord);
    Check(path + ".unit", target.unit);
    Check(path + ".by", target.by, NamesDate);
    CheckEach(path + ".lead", target.lead);
    if (target.modality) Words(path + ".modality", *target.modality);
    if (target.comparator) Words(path + ".comparator", *target.comparator);
    CheckNumber(path + ".value", target.value);
    CheckNumber(path + ".value_max", target.value_max);
  }

  void CheckNumber(const std::string& field, const std::optional<double>& value) {
    if (!value) return;
    const std::string* words = Words(field, std::to_string(*value));
    if (words == nullptr) return;
    const auto read = rules::ReadQuantityCell(*words, ShippedRules());
    EXPECT_TRUE(std::any_of(read.begin(), read.end(),
                            [&](const rules::Quantity& quantity) {
                              return quantity.value == value || quantity.value_max == value;
                            }))
        << name_ << ": " << field << " = " << *value << " but the words are '" << *words << "'";
  }

  void CheckRule(const Evidence& e) const {
    const std::string group = e.rule.substr(0, e.rule.find('.'));
    const auto found = ShippedRules().groups().find(group);
    ASSERT_NE(found, ShippedRules().groups().end()) << name_ << ": " << e.field << ": " << e.rule;
    if (group == e.rule) return;
    const auto& list = found->second.rules();
    EXPECT_TRUE(std::any_of(list.begin(), list.end(),
                            [&](const rules::Rule& rule) { return rule.id == e.rule; }))
        << name_ << ": " << e.field << ": no rule " << e.rule;
  }

  void CheckBoxes(const RawDocument& raw, const Evidence& e) const {
    if (raw.pages.front().words.empty()) {
      EXPECT_TRUE(e.boxes.empty()) << name_ << ": " << e.field;
      return;
    }
    EXPECT_FALSE(e.boxes.empty()) << name_ << ": " << e.field << " '" << e.text << "'";
    for (const PageBox& at : e.boxes) {
      const RawPage& page = raw.pages[static_cast<size_t>(at.page - 1)];
      EXPECT_TRUE(at.box.x0 < at.box.x1 && at.box.y0 < at.box.y1 && at.box.x0 >= 0 &&
                  at.box.y0 >= 0 && at.box.x1 <= page.width && at.box.y1 <= page.height)
          << name_ << ": " << e.field;
    }
  }

  std::string name_;
  const NormalizedText& text_;
  const Record& record_;
  std::map<std::string, const Evidence*> by_field_;
};

// Calls `check` with each document, one at a time: every document is read in a child process that
// inherits what this one holds.
template <class Check>
void ForEachDocument(const std::vector<std::filesystem::path>& files, Check check) {
  for (const auto& file : files) {
    extractor::ExtractorOptions options;
    options.max_memory_bytes = 1024ULL << 20;  // rules that have been used are large
    const auto raw = extractor::Extractor(options).Extract(file.string());
    if (!raw && raw.error().code == ErrorCode::kEmpty) continue;  // a scan among the samples
    ASSERT_TRUE(raw.has_value()) << file << (raw ? "" : ToString(raw.error()));
    const NormalizedText text = normalizer::Normalize(*raw);
    Record record = rules::Assemble(text, raw->source, ShippedRules());
    AddBoxes(*raw, text, record);
    const auto name = (file.parent_path().filename() / file.filename()).string();
    check(ReadBack(name, *raw, text, record), record, text);
  }
}

std::vector<std::filesystem::path> Corpus() {
  std::vector<std::filesystem::path> out;
  for (const auto& folder : CorpusDocuments()) out.push_back(SourceOf(folder));
  return out;
}

// The samples beside the repository, where they are.
std::vector<std::filesystem::path> Samples() {
  std::vector<std::filesystem::path> out;
  const auto top = std::filesystem::path(CONGVAN_SOURCE_DIR).parent_path() / "shared" / "samples";
  for (const char* folder : {"", "heads", "pdf"}) {
    if (!std::filesystem::is_directory(top / folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(top / folder)) {
      const std::string extension = entry.path().extension().string();
      const bool born_digital = entry.path().filename().string().find("scan") == std::string::npos;
      if ((extension == ".txt" || extension == ".pdf") && born_digital) out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Evidence, EveryValueOfTheCorpusReadsBack) {
  ForEachDocument(Corpus(),
                  [](ReadBack read, const Record&, const NormalizedText&) { read.CheckAll(); });
}

TEST(Evidence, EveryValueOfTheSamplesReadsBack) {
  const auto samples = Samples();
  if (samples.empty()) GTEST_SKIP() << "no ../shared/samples here";
  ForEachDocument(samples,
                  [](ReadBack read, const Record&, const NormalizedText&) { read.CheckAll(); });
}

// A mention is named with its number, by the title of a law, or by a name that the text gives it.
TEST(Evidence, SpansOfCitationsReadBackTheirMentions) {
  ForEachDocument(Corpus(), [](const ReadBack& read, const Record& record,
                               const NormalizedText& text) {
    for (const Citation& citation : record.citations) {
      EXPECT_GE(citation.spans.size(), static_cast<size_t>(citation.mentions > 0 ? 1 : 0));
      const auto symbol = ParseSymbol(citation.symbol.value_or(""));
      for (const PageSpan& span : citation.spans) {
        const std::string words = read.WordsAt(span);
        const bool by_number = symbol && HoldsWords(words, symbol->number);
        const bool by_title = citation.title && HoldsWords(words, *citation.title);
        const bool by_name =
            HoldsWords(text.text, "là " + words) || HoldsWords(text.text, "là “" + words);
        EXPECT_TRUE(by_number || by_title || by_name)
            << record.source.path << ": " << citation.symbol.value_or("-") << ": '" << words << "'";
      }
    }
  });
}

}  // namespace
}  // namespace congvan
