#include "rules/proposals.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "record_fields.h"
#include "rules/confidence.h"

namespace congvan::rules {
namespace {

constexpr std::array<std::string_view, 23> kMayBeProposed = {"document.symbol",
                                                             "document.symbol_suffix",
                                                             "document.type",
                                                             "document.date",
                                                             "document.place",
                                                             "document.issuer",
                                                             "document.subject",
                                                             "document.addressees",
                                                             "document.recipients",
                                                             "document.signer.name",
                                                             "document.signer.position",
                                                             "document.signer.authority",
                                                             "citations.type",
                                                             "citations.date",
                                                             "citations.issuer",
                                                             "citations.title",
                                                             "tasks.lead",
                                                             "tasks.support",
                                                             "tasks.deadline",
                                                             "tasks.product",
                                                             "tasks.note",
                                                             "targets.by",
                                                             "targets.lead"};

class Proposer {
 public:
  explicit Proposer(Record& record) : record_(record) {}

  void Run() {
    std::vector<Evidence> evidence = std::move(record_.evidence);
    record_.evidence.clear();
    for (Evidence& entry : evidence) {
      const auto path = ParseFieldPath(entry.field);
      const bool is_doubtful = entry.confidence < kLeastAsserted && path && MayGo(*path);
      if (!is_doubtful || !Take(*path, entry)) record_.evidence.push_back(std::move(entry));
    }
    for (const auto& [list, items] : gone_) {
      const FieldPath path = *ParseFieldPath(list);
      std::vector<std::string>& values = *ListAt(record_, path);
      for (auto item = items.rbegin(); item != items.rend(); ++item)
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(*item));
    }
    std::erase_if(record_.evidence, [this](Evidence& entry) { return !Settle(entry); });
  }

 private:
  [[nodiscard]] bool MayGo(const FieldPath& path) const {
    const std::string kind = path.Kind();
    if (std::find(kMayBeProposed.begin(), kMayBeProposed.end(), kind) == kMayBeProposed.end())
      return false;
    // The title is what a citation without a symbol is known by.
    return kind != "citations.title" || record_.citations[*path.row].symbol;
  }

  bool Take(FieldPath path, const Evidence& entry) {
    Proposal proposal{entry, {}, {}};
    if (const auto* list = ListAt(record_, path)) {
      if (!path.item || *path.item >= list->size()) return false;
      proposal.value = (*list)[*path.item];
      const size_t item = *path.item;
      path.item = std::nullopt;
      gone_[path.Text()].insert(item);
    } else if (auto* text = TextAt(record_, path)) {
      if (!*text) return false;
      proposal.value = **text;
      if (path.Kind() == "document.symbol") ForgetSymbol();
      *text = std::nullopt;
    } else if (auto* date = DateAt(record_, path)) {
      if (!*date) return false;
      proposal.value = (*date)->Iso();
      *date = std::nullopt;
    } else {
      Deadline& deadline = record_.tasks[*path.row].deadline;
      proposal.value = deadline.text.value_or("");
      proposal.deadline = std::exchange(deadline, {});
    }
    proposal.evidence.field = path.Text();
    record_.proposals.push_back(std::move(proposal));
    return true;
  }

  // A document without a symbol is "self" in its relations.
  void ForgetSymbol() {
    for (Relation& relation : record_.relations) {
      if (relation.from == record_.document.symbol) relation.from = "self";
      if (relation.to == record_.document.symbol) relation.to = "self";
    }
  }

  // Items count anew; what stood below a deadline that is gone goes too.
  bool Settle(Evidence& entry) const {
    FieldPath path = *ParseFieldPath(entry.field);
    if (path.part == "deadline.text") return record_.tasks[*path.row].deadline.text.has_value();
    if (!path.item) return true;
    const size_t item = *path.item;
    path.item = std::nullopt;
    const auto gone = gone_.find(path.Text());
    if (gone == gone_.end()) return true;
    path.item = item - static_cast<size_t>(
                           std::distance(gone->second.begin(), gone->second.lower_bound(item)));
    entry.field = path.Text();
    return true;
  }

  Record& record_;
  std::map<std::string, std::set<size_t>> gone_;
};

}  // namespace

void ProposeDoubtful(Record& record) { Proposer(record).Run(); }

}  // namespace congvan::rules
