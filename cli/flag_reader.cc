#include "flag_reader.h"

#include <cstdlib>

#include "flag_values.h"
#include "review_rows.h"

namespace congvan::cli {
namespace {

constexpr int kMostJobs = 256;
constexpr int kMostRows = 1'000'000;
constexpr int kDefaultPages = 50;

std::string Join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::optional<std::string> Given(const std::string& word) {
  return word.empty() ? std::nullopt : std::optional<std::string>(word);
}

std::string Database(const Words& words) {
  if (!words.database.empty()) return words.database;
  const char* variable =
      std::getenv("CONGVAN_DB");  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return variable != nullptr && *variable != '\0' ? variable : "congvan.db";
}

class Reader {
 public:
  explicit Reader(const Words& words) : words_(words) {}

  int Number(const char* option, const std::string& word, int least, int most, int otherwise) {
    if (word.empty()) return otherwise;
    const std::optional<int> number = ReadNumber(word, least, most);
    if (!number) {
      Wrong(Say("{0} takes a whole number from {1} to {2}, not '{3}'",
                {option, std::to_string(least), std::to_string(most), word}));
    }
    return number.value_or(otherwise);
  }

  double Share(const char* option, const std::string& word, double otherwise) {
    if (word.empty()) return otherwise;
    const auto share = ReadShare(word);
    if (!share) Wrong(Say("{0} takes a number from 0 to 1, not '{1}'", {option, word}));
    return share.value_or(otherwise);
  }

  int Jobs() { return Number("--jobs", words_.jobs, 1, kMostJobs, 0); }

  std::optional<PartialDate> Date(const char* option, const std::string& word) {
    if (word.empty()) return std::nullopt;
    const std::optional<PartialDate> date = ReadDate(word);
    if (!date)
      Wrong(Say("{0} takes a date such as 2025-12-31 or 31/12/2025, not '{1}'", {option, word}));
    return date;
  }

  ListOutput List() {
    if (words_.json && words_.csv) Wrong(Tr("--json and --csv exclude each other"));
    if (words_.bom && !words_.csv) Wrong(Tr("--bom goes with --csv"));
    const ListFormat format = words_.json  ? ListFormat::kJson
                              : words_.csv ? ListFormat::kCsv
                                           : ListFormat::kTable;
    return {format, words_.bom};
  }

  void Need(bool there, const char* name) {
    if (!there) Wrong(Say("{} is missing", {name}));
  }

  void Wrong(std::string what) {
    if (wrong_.empty()) wrong_ = std::move(what);
  }

  [[nodiscard]] Finished Finish(Command command) const {
    if (!wrong_.empty()) return UsageError{wrong_, {}};
    return command;
  }

 private:
  const Words& words_;
  std::string wrong_;
};

std::optional<GraphFormat> ReadFormat(const std::string& word) {
  if (word.empty() || word == "dot") return GraphFormat::kDot;
  if (word == "svg") return GraphFormat::kSvg;
  if (word == "html") return GraphFormat::kHtml;
  if (word == "json") return GraphFormat::kJson;
  return std::nullopt;
}

}  // namespace

Finished ReadExtract(const Words& words) {
  Reader reader(words);
  ExtractFlags flags{words.positionals, words.lines, words.text_only, reader.Jobs(),
                     Given(words.rules_folder)};
  reader.Need(!flags.paths.empty(), Tr("FILE"));
  if (flags.text && (flags.lines || words.json))
    reader.Wrong(Tr("--text excludes --json and --jsonl"));
  if (flags.lines && words.json) reader.Wrong(Tr("--json and --jsonl exclude each other"));
  return reader.Finish(flags);
}

Finished ReadIngest(const Words& words) {
  Reader reader(words);
  IngestFlags flags{words.positionals, words.include, Database(words),          reader.Jobs(),
                    words.json,        words.force,   Given(words.rules_folder)};
  reader.Need(!flags.paths.empty(), Tr("PATH"));
  return reader.Finish(flags);
}

Finished ReadReextract(const Words& words) {
  Reader reader(words);
  ReextractFlags flags;
  flags.documents = words.positionals;
  flags.dry_run = words.dry_run;
  flags.force = words.force;
  flags.rules_folder = Given(words.rules_folder);
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadReview(const Words& words) {
  Reader reader(words);
  ReviewFlags flags;
  flags.document = Given(Join(words.positionals));
  flags.field = Given(words.field);
  flags.set = Given(words.set);
  flags.unset = words.unset;
  flags.confirm = words.confirm;
  flags.undo = words.undo;
  flags.note = words.note;
  flags.test_case = Given(words.test_case);
  flags.corrected = words.corrected;
  flags.below = reader.Share("--below", words.below, kSureEnough);
  flags.limit = reader.Number("--limit", words.limit, 1, kMostRows, 0);
  flags.rules_folder = Given(words.rules_folder);
  flags.database = Database(words);
  flags.output = reader.List();
  const int changes =
      (flags.set ? 1 : 0) + (flags.unset ? 1 : 0) + (flags.confirm ? 1 : 0) + (flags.undo ? 1 : 0);
  if (changes > 1) reader.Wrong(Tr("--set, --unset, --confirm and --undo exclude each other"));
  if (changes > 0 && (!flags.document || !flags.field))
    reader.Wrong(Tr("--set, --unset, --confirm and --undo go with DOC and --field"));
  if (flags.test_case && !flags.document) reader.Wrong(Tr("--test-case goes with DOC"));
  if (!flags.note.empty() && changes == 0) reader.Wrong(Tr("--note goes with a correction"));
  return reader.Finish(flags);
}

Finished ReadShow(const Words& words) {
  Reader reader(words);
  ShowFlags flags{Given(Join(words.positionals)), words.failed, Database(words), reader.List()};
  if (flags.failed && flags.document) reader.Wrong(Tr("--failed goes without DOC"));
  if (flags.document && words.csv) reader.Wrong(Tr("one document has no CSV form; use --json"));
  return reader.Finish(flags);
}

Finished ReadTasks(const Words& words) {
  Reader reader(words);
  TasksFlags flags;
  flags.ref = Given(words.ref);
  flags.unit = Given(words.unit);
  flags.in = Given(words.in);
  flags.text = Given(words.text);
  flags.document = Given(words.document);
  flags.direct = words.direct;
  flags.overdue = words.overdue;
  flags.due_by = reader.Date("--due-by", words.due_by);
  flags.due_from = reader.Date("--due-from", words.due_from);
  flags.today = reader.Date("--today", words.today);
  if (flags.today && !flags.today->complete()) reader.Wrong(Tr("--today takes a whole date"));
  if (flags.today && !flags.overdue) reader.Wrong(Tr("--today goes with --overdue"));
  if (flags.direct && !flags.ref) reader.Wrong(Tr("--direct goes with --ref"));
  flags.limit = reader.Number("--limit", words.limit, 1, kMostRows, 0);
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadTargets(const Words& words) {
  Reader reader(words);
  TargetsFlags flags;
  flags.ref = Given(words.ref);
  flags.unit = Given(words.unit);
  flags.in = Given(words.in);
  flags.text = Given(words.text);
  flags.document = Given(words.document);
  flags.direct = words.direct;
  if (!words.year.empty()) flags.year = reader.Number("--year", words.year, 1900, 2199, 0);
  if (flags.direct && !flags.ref) reader.Wrong(Tr("--direct goes with --ref"));
  flags.limit = reader.Number("--limit", words.limit, 1, kMostRows, 0);
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadCites(const Words& words) {
  Reader reader(words);
  CitesFlags flags{Join(words.positionals), Database(words), reader.List()};
  reader.Need(!flags.document.empty(), Tr("DOC"));
  return reader.Finish(flags);
}

Finished ReadImplements(const Words& words) {
  Reader reader(words);
  ImplementsFlags flags{Join(words.positionals), words.json, Database(words)};
  reader.Need(!flags.symbol.empty(), Tr("SYMBOL"));
  return reader.Finish(flags);
}

Finished ReadGraph(const Words& words) {
  Reader reader(words);
  GraphFlags flags{Given(words.root), GraphFormat::kDot, !words.no_citations, Given(words.output),
                   Database(words)};
  if (const auto format = ReadFormat(words.format)) {
    flags.format = *format;
  } else {
    reader.Wrong(UnknownName(Tr("format"), words.format, {"dot", "svg", "html", "json"}));
  }
  if (words.json) flags.format = GraphFormat::kJson;
  if (words.json && !words.format.empty() && words.format != "json") {
    reader.Wrong(Tr("--json and --format exclude each other"));
  }
  return reader.Finish(flags);
}

Finished ReadSearch(const Words& words) {
  Reader reader(words);
  SearchFlags flags{Join(words.positionals),
                    reader.Number("--limit", words.limit, 1, kMostRows, kDefaultPages),
                    Database(words), reader.List()};
  reader.Need(!flags.words.empty(), Tr("WORDS"));
  return reader.Finish(flags);
}

Finished ReadTables(const Words& words) {
  Reader reader(words);
  reader.Need(!words.positionals.empty(), Tr("FILE"));
  if (words.positionals.size() > 1) reader.Wrong(Tr("tables takes one FILE"));
  return reader.Finish(TablesFlags{Join(words.positionals), words.json});
}

Finished ReadExplain(const Words& words) {
  Reader reader(words);
  reader.Need(!words.positionals.empty(), "FILE");
  if (words.positionals.size() > 1) reader.Wrong(Tr("explain takes one FILE"));
  return reader.Finish(ExplainFlags{Join(words.positionals), Given(words.field), words.json,
                                    Given(words.html), Given(words.rules_folder), Database(words)});
}

Finished ReadRulesList(const Words& words) {
  Reader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kList;
  flags.names = words.positionals;
  flags.rules_folder = Given(words.rules_folder);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadRulesCheck(const Words& words) {
  Reader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kCheck;
  flags.files = words.positionals;
  flags.rules_folder = Given(words.rules_folder);
  if (flags.rules_folder && !flags.files.empty())
    reader.Wrong(Tr("--rules-dir and FILE exclude each other"));
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadRulesExplain(const Words& words) {
  Reader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kExplain;
  flags.text = Join(words.positionals);
  flags.names = words.rules;
  flags.rules_folder = Given(words.rules_folder);
  flags.output = reader.List();
  reader.Need(!flags.text.empty(), Tr("TEXT"));
  return reader.Finish(flags);
}

Finished ReadRulesNew(const Words& words) {
  Reader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kNew;
  reader.Need(!words.positionals.empty(), Tr("GROUP"));
  reader.Need(words.positionals.size() != 1, Tr("TEXT"));
  if (!words.positionals.empty()) {
    flags.group = words.positionals.front();
    flags.text = Join({words.positionals.begin() + 1, words.positionals.end()});
  }
  flags.rejects = words.rejects;
  flags.rules_folder = Given(words.rules_folder);
  return reader.Finish(flags);
}

Finished ReadEvaluate(const Words& words) {
  Reader reader(words);
  EvaluateFlags flags;
  reader.Need(!words.positionals.empty(), Tr("GOLD"));
  if (!words.positionals.empty()) flags.gold = words.positionals[0];
  if (words.positionals.size() > 1) flags.records = words.positionals[1];
  if (words.positionals.size() > 2)
    reader.Wrong(Say("'{0}' is one argument too many", {words.positionals[2]}));
  flags.misses = words.misses;
  flags.rules_folder = Given(words.rules_folder);
  flags.jobs = reader.Jobs();
  flags.output = reader.List();
  return reader.Finish(flags);
}

}  // namespace congvan::cli
