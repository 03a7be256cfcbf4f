// The commands that ask the whole net of documents.
#include "command_options.h"
#include "command_specs.h"
#include "flag_reader.h"

namespace congvan::cli {

CommandSpec Missing() {
  return {
      "missing",
      Msg("Lists documents that are cited and not here: how often, by whom and since when."),
      Options{{"--in", Msg("PLACE"), Msg("only of this commune, province or issuer"), &Words::in},
              {"--type", Msg("TYPE"), Msg("only of this type, such as \"kế hoạch\""), &Words::type},
              Limit()} +
          List() + Database() + Help(),
      {{"congvan missing --limit 20", Msg("what to ask for first")},
       {"congvan missing --type 'kế hoạch' --csv", Msg("plans only, for a sheet")}},
      ReadMissing};
}

CommandSpec Authorities() {
  return {
      "authorities",
      Msg("Lists the most cited documents, here or not."),
      Options{{"--in", Msg("PLACE"), Msg("only of this commune, province or issuer"), &Words::in},
              {"--type", Msg("TYPE"), Msg("only of this type, such as \"kế hoạch\""), &Words::type},
              Limit()} +
          List() + Database() + Help(),
      {{"congvan authorities --limit 10", Msg("what everything rests on")}},
      ReadAuthorities};
}

CommandSpec Conflicts() {
  return {"conflicts",
          Msg("Lists what is said of one document and cannot all be true, with each place."),
          Options{Limit()} + List() + Database() + Help(),
          {{"congvan conflicts", Msg("which dates are wrong somewhere")}},
          ReadConflicts};
}

CommandSpec Chain() {
  return {"chain",
          Msg("Shows how one document hangs on another, step by step."),
          Options{{Msg("DOC"), Msg("FROM TO"),
                   Msg("two documents, each as for show; quote a symbol that has blanks"),
                   &Words::positionals}} +
              List() + Database() + Help(),
          {{"congvan chain 119/KH-UBND 57-NQ/TW", Msg("from a plan up to the resolution")}},
          ReadChain};
}

CommandSpec Impact() {
  return {
      "impact",
      Msg("Lists what rests on a document, and what of it is stale because something on the way "
          "was amended, replaced or repealed."),
      Options{{Msg("DOC"), Msg("DOC"), Msg("as for show"), &Words::positionals},
              {"--stale", "", Msg("only what is stale"), &Words::stale}} +
          List() + Database() + Help(),
      {{"congvan impact 03/NQ-CP --stale", Msg("which plans have to be looked at again")}},
      ReadImpact};
}

CommandSpec Coverage() {
  return {
      "coverage",
      Msg("Lists the communes of a province: which have a document that implements this one, and "
          "which have not."),
      Options{{Msg("DOC"), Msg("DOC"), Msg("as for show"), &Words::positionals},
              {"--in", Msg("PROVINCE"), Msg("only of this province"), &Words::in}} +
          List() + Database() + Help(),
      {{"congvan coverage 57-NQ/TW --in 'Thái Nguyên'", Msg("who still has no plan")}},
      ReadCoverage};
}

CommandSpec Units() {
  return {"units", Msg("Keeps the official list of provinces and communes."), Help(), {}, nullptr};
}

CommandSpec UnitsImport() {
  return {"units import",
          Msg("Takes a list of units, in the place of the one that was there."),
          Options{{Msg("FILE"), Msg("FILE"),
                   Msg("JSON: an array of provinces with Code, FullName and Wards"),
                   &Words::positionals}} +
              Database() + Help(),
          {{"congvan units import admin-units.json", Msg("34 provinces and 3,321 communes")}},
          ReadUnitsImport};
}

CommandSpec UnitsList() {
  return {"units list",
          Msg("Lists the units that were imported."),
          Options{{"--in", Msg("PROVINCE"), Msg("only of this province"), &Words::in}, Limit()} +
              List() + Database() + Help(),
          {{"congvan units list --in 'Thái Nguyên' --csv", Msg("its communes with their codes")}},
          ReadUnitsList};
}

}  // namespace congvan::cli
