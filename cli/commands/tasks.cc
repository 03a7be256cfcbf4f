#include <algorithm>
#include <chrono>
#include <ctime>

#include "commands/commands.h"
#include "commands/database.h"

namespace congvan::cli {
namespace {

/// By the clock of this machine, in its time zone.
PartialDate Today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

Result<Listing> Ask(const TasksFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  store::TaskFilter filter;
  CV_TRY(filter.ref, DocumentIdOf(store, flags.ref, console, flags.in));
  filter.direct = flags.direct;
  filter.unit = flags.unit;
  filter.in = flags.in;
  filter.text = flags.text;
  filter.due_by = flags.due_by;
  filter.due_from = flags.due_from;
  if (flags.overdue) filter.overdue_on = flags.today.value_or(Today());
  CV_TRY(filter.document_id, DocumentIdOf(store, flags.document, console, flags.in));
  if (auto told = ExplainUnit(store, flags.unit, console); !told) return Fail(told.error());
  CV_TRY(const std::vector<store::TaskRow> rows, store::ListTasks(store, filter));
  RowColumns shown;
  shown.via = flags.ref && !flags.direct;
  shown.issuer = !flags.document;
  shown.support =
      std::any_of(rows.begin(), rows.end(), [](const store::TaskRow& row) { return row.supports; });
  return TaskListing(rows, shown);
}

}  // namespace

int Run(const TasksFlags& flags, const Console& console) {
  Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Limit(*listing, flags.limit, console);
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
