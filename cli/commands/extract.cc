#include "commands/commands.h"
#include "extractor/extractor.h"
#include "input_files.h"
#include "library_messages.h"
#include "messages.h"
#include "pipeline.h"
#include "progress.h"
#include "rule_files.h"
#include "run_in_order.h"
#include "store/record_json.h"

namespace congvan::cli {
namespace {

/// What is left of a document once it is read: the text to print.
Result<std::string> PrintedForm(const std::string& path, const ExtractFlags& flags,
                                const Stages& stages) {
  CV_TRY(Processed document, Process(path, stages));
  if (!flags.text) {
    return store::ToJson(document.record,
                         flags.lines ? store::JsonLayout::kLine : store::JsonLayout::kPretty);
  }
  // One form feed between pages, as pdftotext writes them; the text of a page is exactly what spans
  // count in.
  std::string out;
  for (size_t page = 1; page <= document.raw.pages.size(); ++page) {
    if (page > 1) out += '\f';
    out += document.text.PageText(static_cast<int>(page));
  }
  return out;
}

/// Writes records one after the other, as an array when there are several.
class Writer {
 public:
  Writer(const ExtractFlags& flags, bool several, const Console& console)
      : flags_(flags), several_(several), out_(console.out) {
    if (Array()) out_ << "[";
  }
  ~Writer() {
    if (Array()) out_ << "\n]\n";
  }
  Writer(const Writer&) = delete;  // it ends the array when it goes
  Writer& operator=(const Writer&) = delete;

  void Write(const std::string& path, const std::string& text) {
    if (Array()) {
      out_ << (first_ ? "\n" : ",\n") << text;
    } else if (flags_.text) {
      if (several_) out_ << (first_ ? "" : "\n") << "==> " << path << " <==\n";
      out_ << text << (text.ends_with('\n') ? "" : "\n");
    } else {
      out_ << text << '\n';
    }
    first_ = false;
  }

 private:
  [[nodiscard]] bool Array() const { return several_ && !flags_.lines && !flags_.text; }

  const ExtractFlags& flags_;
  bool several_;
  bool first_ = true;
  std::ostream& out_;
};

}  // namespace

int Run(const ExtractFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  const extractor::Extractor extractor{extractor::ExtractorOptions{}};
  const Stages stages{extractor, *rules};

  const InputFiles files = FindInputFiles(flags.paths, {});
  const bool several = files.paths.size() != 1 || flags.paths.size() != 1 ||
                       files.paths.front() != flags.paths.front();
  int failed = 0;
  for (const Error& error : files.unreadable) {
    console.Report(error);
    ++failed;
  }
  if (files.paths.empty()) console.Note(Tr("no documents found in the folders given"));

  Progress progress(console, files.paths.size());
  Writer writer(flags, several, console);
  OrderedSteps steps;
  steps.name = [&](size_t i) { return files.paths[i]; };
  steps.read = [&](size_t i) { return PrintedForm(files.paths[i], flags, stages); };
  steps.store = [&](size_t i, const std::optional<Result<std::string>>& printed) {
    if (*printed) {
      writer.Write(files.paths[i], **printed);
    } else {
      progress.Clear();
      console.Report(WithHint(printed->error()));
      ++failed;
    }
    progress.Update(i + 1, files.paths[i]);
    return true;
  };
  RunInOrder(files.paths.size(), JobsOrDefault(flags.jobs), steps);
  return failed > 0 ? kSomeFailed : kAllFine;
}

}  // namespace congvan::cli
