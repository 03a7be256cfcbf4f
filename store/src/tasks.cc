#include <algorithm>
#include <map>
#include <tuple>

#include "catalogue.h"
#include "internals.h"
#include "json_spans.h"
#include "reach.h"
#include "record_writer.h"
#include "row_filter.h"
#include "store/queries.h"

namespace congvan::store {
namespace {

// The first day that a date names: "2025-10" begins on the first of the month.
std::optional<std::string> FirstDay(const std::optional<PartialDate>& date) {
  if (!date) return std::nullopt;
  return PartialDate{date->year, std::max(date->month, 1), std::max(date->day, 1)}.Iso();
}

Task ReadTask(const Rows& rows) {
  Task t;
  t.annex = rows.MaybeText(4);
  t.group = rows.MaybeText(5);
  t.ordinal = rows.MaybeText(6);
  t.text = rows.Text(7);
  t.deadline.text = rows.MaybeText(8);
  t.deadline.kind = ParseDeadlineKind(rows.Text(9)).value_or(DeadlineKind::kNone);
  if (const auto due = rows.MaybeText(10)) t.deadline.due = ParseIsoDate(*due);
  t.deadline.every = rows.MaybeText(11);
  t.product = rows.MaybeText(12);
  t.note = rows.MaybeText(13);
  t.spans = SpansFromJson(rows.Text(14));
  t.rule = rows.Text(15);
  t.deadline.op = rows.MaybeText(18);
  if (!rows.IsNull(19)) t.deadline.day = rows.Int(19);
  t.modality = rows.MaybeText(20);
  return t;
}

// A task on its way to the answer, with what it is sorted by.
struct Found {
  TaskRow row;
  int rank = 0;
  std::string sha256;
};

class TaskQuery {
 public:
  TaskQuery(Internals& in, const TaskFilter& filter)
      : in_(in),
        filter_(filter),
        catalogue_(in),
        rows_(in, catalogue_, filter.unit, filter.in, filter.text) {
    if (!filter.ref) return;
    root_ = catalogue_.RankOf(*filter.ref);
    if (!filter.direct && root_ >= 0) ways_ = Net(in, catalogue_).WaysTo({root_});
  }

  std::vector<TaskRow> Run() {
    std::vector<Found> found;
    for (Rows rows = in_.rows.tasks.Query(filter_.document_id, LastDay(filter_.due_by),
                                          FirstDay(filter_.due_from), FirstDay(filter_.overdue_on));
         rows.Next();) {
      Found f;
      f.rank = catalogue_.RankOf(rows.Int64(1));
      f.sha256 = rows.Text(17);
      f.row.path = rows.Text(2);
      f.row.number = rows.Int(3) + 1;
      f.row.task = ReadTask(rows);
      f.row.last_day = rows.MaybeText(16);
      if (Accept(rows.Int64(0), f)) found.push_back(std::move(f));
    }
    const auto key = [](const Found& f) {
      return std::tie(f.row.last_day, f.rank, f.sha256, f.row.number);
    };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
      const bool a_open = !a.row.last_day, b_open = !b.row.last_day;
      return a_open != b_open ? b_open : key(a) < key(b);
    });
    std::vector<TaskRow> out;
    for (auto& f : found) out.push_back(std::move(f.row));
    return out;
  }

 private:
  bool Accept(int64_t task_id, Found& f) {
    Task& task = f.row.task;
    if (!rows_.IsInPlace(f.rank) || !rows_.HasText(task.text)) return false;
    for (Rows rows = in_.rows.task_agencies.Query(task_id); rows.Next();)
      (rows.Text(0) == "lead" ? task.lead : task.support).push_back(rows.Text(1));
    for (Rows rows = in_.rows.task_milestones.Query(task_id); rows.Next();) {
      Milestone& m = task.deadline.milestones.emplace_back();
      m.text = rows.Text(0);
      m.kind = ParseDeadlineKind(rows.Text(1)).value_or(DeadlineKind::kNone);
      if (const auto due = rows.MaybeText(2)) m.due = ParseIsoDate(*due);
      m.every = rows.MaybeText(3);
    }
    const bool leads = rows_.NamesUnit(task.lead);
    if (!leads && !rows_.NamesUnit(task.support)) return false;
    f.row.supports = !leads;
    bool names_it = false;
    for (Rows rows = in_.rows.task_references.Query(task_id); rows.Next();) {
      task.references.push_back(rows.Text(0));
      const int rank = rows.IsNull(1) ? f.rank : catalogue_.RankOf(rows.Int64(1));
      names_it = names_it || (filter_.ref && root_ >= 0 && rank == root_);
    }
    if (filter_.ref && !names_it) {
      const auto way = ways_.find(f.rank);
      if (way == ways_.end()) return false;
      f.row.via = LabelsOf(catalogue_, way->second);
    }
    f.row.document = catalogue_.entries()[static_cast<size_t>(f.rank)].row;
    return true;
  }

  Internals& in_;
  const TaskFilter& filter_;
  Catalogue catalogue_;
  RowFilter rows_;
  int root_ = -1;
  std::map<int, std::vector<int>> ways_;
};

}  // namespace

Result<std::vector<TaskRow>> ListTasks(Store& store, const TaskFilter& filter) {
  Internals& in = store.internals();
  std::vector<TaskRow> found = TaskQuery(in, filter).Run();
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return found;
}

}  // namespace congvan::store
