#include <fstream>
#include <iterator>

#include "commands/commands.h"
#include "commands/database.h"
#include "library_messages.h"
#include "messages.h"
#include "store/admin_units.h"

namespace congvan::cli {
namespace {

Result<std::string> ReadBytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Fail(MakeError(ErrorCode::kNotFound, path, "cannot be read"));
  return bytes;
}

Result<size_t> Import(const UnitsFlags& flags) {
  CV_TRY(const std::string bytes, ReadBytes(*flags.import));
  CV_TRY(const std::vector<store::Unit> units, store::ReadUnits(bytes, *flags.import));
  CV_TRY(store::Store store, store::Store::Open(flags.database, store::OpenMode::kReadWriteCreate));
  if (auto done = store::ImportUnits(store, units); !done) return Fail(done.error());
  return units.size();
}

Result<Listing> List(const UnitsFlags& flags) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const std::vector<store::Unit> units, store::ListUnits(store, flags.in));
  Listing listing;
  listing.columns = {{"code", Tr("Code")},
                     {"name", Tr("Unit")},
                     {"level", Tr("Level")},
                     {"province", Tr("Province")}};
  for (const store::Unit& unit : units)
    listing.rows.push_back(
        {unit.code, unit.name, std::string(store::ToString(unit.level)), unit.province});
  return listing;
}

}  // namespace

int Run(const UnitsFlags& flags, const Console& console) {
  if (flags.import) {
    const Result<size_t> count = Import(flags);
    if (!count) return console.CannotRun(WithHint(count.error()));
    console.Note(Say("{0}: {1} units", {flags.database, std::to_string(*count)}));
    return kAllFine;
  }
  Result<Listing> listing = List(flags);
  if (!listing) return console.CannotRun(listing.error());
  Limit(*listing, flags.limit, console);
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
