#include <algorithm>
#include <map>
#include <tuple>

#include "catalogue.h"
#include "internals.h"
#include "json_spans.h"
#include "reach.h"
#include "row_filter.h"
#include "store/queries.h"

namespace congvan::store {
namespace {

Target ReadTarget(const Rows& rows) {
  Target t;
  t.annex = rows.MaybeText(4);
  t.ordinal = rows.MaybeText(5);
  t.group = rows.MaybeText(6);
  t.indicator = rows.Text(7);
  t.comparator = rows.MaybeText(8);
  t.value = rows.MaybeReal(9);
  t.value_max = rows.MaybeReal(10);
  t.unit = rows.MaybeText(11);
  t.by = rows.MaybeText(12);
  t.spans = SpansFromJson(rows.Text(13));
  t.rule = rows.Text(14);
  t.modality = rows.MaybeText(16);
  return t;
}

bool IsOfYear(const Target& target, int year) {
  return target.by && target.by->starts_with(std::to_string(year));
}

// A target on its way to the answer, with what it is sorted by.
struct Found {
  TargetRow row;
  int rank = 0;
  std::string sha256;
};

class TargetQuery {
 public:
  TargetQuery(Internals& in, const TargetFilter& filter)
      : in_(in),
        filter_(filter),
        catalogue_(in),
        rows_(in, catalogue_, filter.unit, filter.in, filter.text) {
    if (!filter.ref) return;
    const int root = catalogue_.RankOf(*filter.ref);
    if (root < 0) return;
    if (!filter.direct) ways_ = Net(in, catalogue_).WaysTo({root});
    ways_[root] = {};
  }

  std::vector<TargetRow> Run() {
    std::vector<Found> found;
    for (Rows rows = in_.rows.targets.Query(filter_.document_id); rows.Next();) {
      Found f;
      f.rank = catalogue_.RankOf(rows.Int64(1));
      f.sha256 = rows.Text(15);
      f.row.path = rows.Text(2);
      f.row.number = rows.Int(3) + 1;
      f.row.target = ReadTarget(rows);
      if (Accept(rows.Int64(0), f)) found.push_back(std::move(f));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tie(a.rank, a.sha256, a.row.number) < std::tie(b.rank, b.sha256, b.row.number);
    });
    std::vector<TargetRow> out;
    for (auto& f : found) out.push_back(std::move(f.row));
    return out;
  }

 private:
  bool Accept(int64_t target_id, Found& f) {
    Target& target = f.row.target;
    if (!rows_.IsInPlace(f.rank) || !rows_.HasText(target.indicator)) return false;
    if (filter_.year && !IsOfYear(target, *filter_.year)) return false;
    for (Rows rows = in_.rows.target_agencies.Query(target_id); rows.Next();)
      target.lead.push_back(rows.Text(0));
    if (!rows_.NamesUnit(target.lead)) return false;
    if (filter_.ref) {
      const auto way = ways_.find(f.rank);
      if (way == ways_.end()) return false;
      f.row.via = LabelsOf(catalogue_, way->second);
    }
    f.row.document = catalogue_.entries()[static_cast<size_t>(f.rank)].row;
    return true;
  }

  Internals& in_;
  const TargetFilter& filter_;
  Catalogue catalogue_;
  RowFilter rows_;
  std::map<int, std::vector<int>> ways_;
};

}  // namespace

Result<std::vector<TargetRow>> ListTargets(Store& store, const TargetFilter& filter) {
  Internals& in = store.internals();
  std::vector<TargetRow> found = TargetQuery(in, filter).Run();
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return found;
}

}  // namespace congvan::store
