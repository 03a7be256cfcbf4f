// Flags of the commands that read documents.
#include "flag_reader.h"
#include "flag_values.h"
#include "messages.h"
#include "review_rows.h"
#include "word_reader.h"

namespace congvan::cli {

Finished ReadExtract(const Words& words) {
  WordReader reader(words);
  ExtractFlags flags{words.positionals, words.lines, words.text_only, reader.Jobs(),
                     Given(words.rules_folder)};
  reader.Need(!flags.paths.empty(), Tr("FILE"));
  if (flags.text && (flags.lines || words.json))
    reader.Wrong(Tr("--text excludes --json and --jsonl"));
  if (flags.lines && words.json) reader.Wrong(Tr("--json and --jsonl exclude each other"));
  return reader.Finish(flags);
}

Finished ReadIngest(const Words& words) {
  WordReader reader(words);
  IngestFlags flags{words.positionals, words.include, Database(words),          reader.Jobs(),
                    words.json,        words.force,   Given(words.rules_folder)};
  reader.Need(!flags.paths.empty(), Tr("PATH"));
  return reader.Finish(flags);
}

Finished ReadReextract(const Words& words) {
  WordReader reader(words);
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
  WordReader reader(words);
  ReviewFlags flags;
  flags.document = Given(Join(words.positionals));
  flags.field = Given(words.field);
  flags.set = Sought(words.set);
  flags.unset = words.unset;
  flags.confirm = words.confirm;
  flags.undo = words.undo;
  flags.note = Sought(words.note).value_or("");
  flags.test_case = Given(words.test_case);
  flags.corrected = words.corrected;
  flags.below = reader.Share("--below", words.below, kSureEnough);
  flags.limit = reader.Limit();
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

Finished ReadTables(const Words& words) {
  WordReader reader(words);
  reader.Need(!words.positionals.empty(), Tr("FILE"));
  if (words.positionals.size() > 1) reader.Wrong(Tr("tables takes one FILE"));
  return reader.Finish(TablesFlags{Join(words.positionals), words.json});
}

Finished ReadExplain(const Words& words) {
  WordReader reader(words);
  reader.Need(!words.positionals.empty(), "FILE");
  if (words.positionals.size() > 1) reader.Wrong(Tr("explain takes one FILE"));
  return reader.Finish(ExplainFlags{Join(words.positionals), Given(words.field), words.json,
                                    Given(words.html), Given(words.rules_folder), Database(words)});
}

Finished ReadEvaluate(const Words& words) {
  WordReader reader(words);
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
