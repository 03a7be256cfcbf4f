// Flags of the commands that ask the whole net of documents.
#include "flag_reader.h"
#include "messages.h"
#include "word_reader.h"

namespace congvan::cli {

Finished ReadMissing(const Words& words) {
  WordReader reader(words);
  MissingFlags flags{Sought(words.in), Sought(words.type), reader.Limit(), Database(words),
                     reader.List()};
  return reader.Finish(flags);
}

Finished ReadAuthorities(const Words& words) {
  WordReader reader(words);
  AuthoritiesFlags flags{Sought(words.in), Sought(words.type), reader.Limit(), Database(words),
                         reader.List()};
  return reader.Finish(flags);
}

Finished ReadConflicts(const Words& words) {
  WordReader reader(words);
  ConflictsFlags flags{reader.Limit(), Database(words), reader.List()};
  return reader.Finish(flags);
}

Finished ReadChain(const Words& words) {
  WordReader reader(words);
  ChainFlags flags{{}, {}, Database(words), reader.List()};
  reader.Need(!words.positionals.empty(), "FROM");
  reader.Need(words.positionals.size() > 1, "TO");
  if (words.positionals.size() > 2) {
    reader.Wrong(Tr("chain takes two documents; quote a symbol that has blanks"));
  }
  if (words.positionals.size() == 2) {
    flags.from = words.positionals[0];
    flags.to = words.positionals[1];
  }
  return reader.Finish(flags);
}

Finished ReadImpact(const Words& words) {
  WordReader reader(words);
  ImpactFlags flags{Join(words.positionals), words.stale, Database(words), reader.List()};
  reader.Need(!flags.document.empty(), Tr("DOC"));
  return reader.Finish(flags);
}

Finished ReadCoverage(const Words& words) {
  WordReader reader(words);
  CoverageFlags flags{Join(words.positionals), Sought(words.in), Database(words), reader.List()};
  reader.Need(!flags.document.empty(), Tr("DOC"));
  return reader.Finish(flags);
}

Finished ReadUnitsImport(const Words& words) {
  WordReader reader(words);
  UnitsFlags flags;
  reader.Need(!words.positionals.empty(), Tr("FILE"));
  if (words.positionals.size() > 1) reader.Wrong(Tr("one file at a time"));
  if (!words.positionals.empty()) flags.import = words.positionals.front();
  flags.database = Database(words);
  return reader.Finish(flags);
}

Finished ReadUnitsList(const Words& words) {
  WordReader reader(words);
  UnitsFlags flags;
  flags.in = Sought(words.in);
  flags.limit = reader.Limit();
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

}  // namespace congvan::cli
