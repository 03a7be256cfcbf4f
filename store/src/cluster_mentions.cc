// Which mentions of one key mean the same document (identity.h).
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "cluster.h"
#include "identity.h"

namespace congvan::store {
namespace {

// The more a mention says, the earlier it is heard: what names place and day founds documents, what
// names one of the two comes to them, and the rest looks for what it could mean.
int StageOf(const Mention& m) { return (IsPlaced(m) ? 0 : 2) + (IsDated(m) ? 0 : 1); }

int Precision(const Mention& m) {
  int precision = m.own ? 1 : 0;
  if (m.place.commune && m.place.province) precision += 32;
  if (m.context.province) precision += 16;
  if (m.place.level != Level::kUnknown) precision += 8;
  if (m.context.commune) precision += 4;
  if (m.date) precision += m.date->month != 0 ? 3 : 2;
  return precision;
}

// Joins a mention or a document in the making to the one document that it can mean. All of a stage
// choose before any is joined, so that none is preferred for having come first; of two that choose
// the same document and contradict each other neither gets it.
class Clusterer {
 public:
  explicit Clusterer(const std::vector<Mention>& mentions) : mentions_(mentions) {}

  std::vector<int> Run() {
    const std::vector<int> order = Distinct();
    std::array<std::vector<int>, 4> stages;
    for (int index : order) stages[static_cast<size_t>(StageOf(At(index)))].push_back(index);
    Gather(stages[0], Fit::kDayAndPlace);
    JoinSeries();
    Gather(Attach(stages[1], Fit::kPlace), Fit::kPlace);
    const size_t first_unplaced = clusters_.size();
    Gather(Attach(stages[2], Fit::kDay), Fit::kDay);
    AttachDated(first_unplaced);
    GatherVague(Attach(stages[3], Fit::kPossible));
    return Numbers();
  }

 private:
  [[nodiscard]] const Mention& At(int index) const { return mentions_[static_cast<size_t>(index)]; }
  Cluster& ClusterAt(int number) { return clusters_[static_cast<size_t>(number)]; }

  // One of each kind, in an order of their own; the others get its number in the end.
  std::vector<int> Distinct() {
    std::map<std::string, int> first;
    twin_of_.resize(mentions_.size());
    for (size_t i = 0; i < mentions_.size(); ++i) {
      const auto [it, fresh] = first.try_emplace(ToProfile(mentions_[i]), static_cast<int>(i));
      twin_of_[i] = it->second;
    }
    std::vector<int> order;
    for (const auto& [profile, index] : first) order.push_back(index);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return Precision(At(a)) > Precision(At(b)); });
    return order;
  }

  int Found(int index, bool ambiguous) {
    const int number = static_cast<int>(clusters_.size());
    Cluster& cluster = clusters_.emplace_back();
    cluster.Add(At(index), index);
    cluster.ambiguous = ambiguous;
    (cluster.place.commune ? by_commune_[*cluster.place.commune] : without_commune_)
        .push_back(number);
    return number;
  }

  // Documents that fit best, two at most: with two nothing is decided. Those of other communes are
  // left out unseen: there may be thousands.
  std::vector<int> BestFor(const Mention& m, Fit least, size_t before) {
    std::vector<int> best;
    Fit fit = least;
    const auto look = [&](const std::vector<int>& numbers) {
      for (int number : numbers) {
        if (static_cast<size_t>(number) >= before) break;
        const Fit here = FitOf(m, ClusterAt(number));
        if (here == Fit::kNever || here < fit) continue;
        if (here > fit) best.clear();
        fit = here;
        if (best.size() < 2) best.push_back(number);
      }
    };
    look(without_commune_);
    if (IsAbove(m.place.level) || (m.place.named() && !m.place.commune)) return best;
    const auto& commune = m.place.named() ? m.place.commune : m.context.commune;
    if (commune) {
      if (const auto it = by_commune_.find(*commune); it != by_commune_.end()) look(it->second);
    } else {
      for (const auto& [name, numbers] : by_commune_) look(numbers);
    }
    return best;
  }

  // Gives back those that found nothing.
  std::vector<int> Attach(const std::vector<int>& stage, Fit least) {
    std::vector<int> rest;
    std::map<int, std::vector<int>> choices;
    const size_t before = clusters_.size();
    for (int index : stage) {
      const std::vector<int> best = BestFor(At(index), least, before);
      if (best.empty()) rest.push_back(index);
      if (best.size() == 1) choices[best.front()].push_back(index);
      if (best.size() > 1) Found(index, true);
    }
    for (const auto& [number, chosen_by] : choices) Accept(number, chosen_by);
    return rest;
  }

  void Accept(int number, const std::vector<int>& chosen_by) {
    Cluster joined = ClusterAt(number);
    const bool agree = std::all_of(chosen_by.begin(), chosen_by.end(), [&](int index) {
      if (Contradict(At(index), joined)) return false;
      joined.Add(At(index), index);
      return true;
    });
    if (agree) {
      ClusterAt(number) = std::move(joined);
      return;
    }
    std::vector<Cluster> singles(chosen_by.size());
    for (size_t i = 0; i < singles.size(); ++i) singles[i].Add(At(chosen_by[i]), chosen_by[i]);
    for (int index : chosen_by) {
      const bool contradicted = std::any_of(singles.begin(), singles.end(), [&](const Cluster& c) {
        return c.members.front() != index && Contradict(At(index), c);
      });
      if (contradicted) {
        Found(index, true);
      } else {
        ClusterAt(number).Add(At(index), index);
      }
    }
  }

  void Gather(const std::vector<int>& stage, Fit least) {
    for (int index : stage) {
      const std::vector<int> best = BestFor(At(index), least, clusters_.size());
      if (best.size() == 1) {
        ClusterAt(best.front()).Add(At(index), index);
      } else {
        Found(index, !best.empty());
      }
    }
  }

  // Documents of one body, of one number and numbering period, are one: some say its day wrongly.
  // Unless two files are here that disagree: then nothing tells which one the others mean.
  void JoinSeries() {
    std::map<Place, std::vector<int>, ByName> of_body;
    for (size_t number = 0; number < clusters_.size(); ++number) {
      const Cluster& c = clusters_[number];
      if (!c.central && !c.ambiguous && c.place.province && !c.days.empty())
        of_body[c.place].push_back(static_cast<int>(number));
    }
    for (const auto& [place, numbers] : of_body) {
      if (numbers.size() > 1) JoinPeriods(numbers);
    }
  }

  void JoinPeriods(const std::vector<int>& numbers) {
    std::vector<std::vector<int>> periods;
    for (int number : numbers) {
      const auto same = std::find_if(periods.begin(), periods.end(), [&](const auto& period) {
        return MayBeOne(ClusterAt(period.front()), ClusterAt(number));
      });
      if (same == periods.end()) {
        periods.push_back({number});
      } else {
        same->push_back(number);
      }
    }
    for (std::vector<int>& period : periods) {
      std::stable_partition(period.begin(), period.end(),
                            [&](int number) { return ClusterAt(number).own; });
      if (period.size() > 1 && !ClusterAt(period[1]).own) JoinAll(period);
    }
  }

  [[nodiscard]] bool MayBeOne(const Cluster& a, const Cluster& b) const {
    return a.place.level == b.place.level &&
           OneNumberOfItsSeries(mentions_.front().key, *a.days.begin(), *b.days.begin());
  }

  void JoinAll(const std::vector<int>& numbers) {
    for (size_t i = 1; i < numbers.size(); ++i) MoveMembers(numbers[i], numbers[0]);
  }

  void MoveMembers(int from, int to) {
    Cluster& given = ClusterAt(from);
    for (int index : given.members) ClusterAt(to).Add(At(index), index);
    given = Cluster();
    given.ambiguous = true;  // empty now
  }

  // What found nothing that it could mean belongs together in one surroundings, or in one file.
  void GatherVague(const std::vector<int>& stage) {
    std::map<std::tuple<std::optional<std::string>, std::optional<std::string>, std::string>,
             std::vector<int>>
        founded;
    for (int index : stage) {
      const Mention& m = At(index);
      const bool known = m.context.named();
      auto& there = founded[{m.context.commune, m.context.province, known ? "" : m.source}];
      std::vector<int> best;
      for (int number : there) {
        if (FitOf(m, ClusterAt(number)) >= Fit::kPlace) best.push_back(number);
      }
      if (best.size() == 1) {
        ClusterAt(best.front()).Add(m, index);
      } else {
        there.push_back(Found(index, !best.empty()));
      }
    }
  }

  bool AllFit(const Cluster& group, const Cluster& c) {
    return std::all_of(group.members.begin(), group.members.end(),
                       [&](int index) { return FitOf(At(index), c) != Fit::kNever; });
  }

  // The documents from `first` on name a day and no place; before it some name a place and no day.
  void AttachDated(size_t first) {
    std::map<int, std::vector<int>> choices;
    const int end = static_cast<int>(clusters_.size());
    for (int group = static_cast<int>(first); group < end; ++group) {
      if (ClusterAt(group).ambiguous) continue;
      // The first member says most.
      const std::vector<int> best =
          BestFor(At(ClusterAt(group).members.front()), Fit::kPossible, first);
      ClusterAt(group).ambiguous = best.size() > 1;
      if (best.size() == 1 && AllFit(ClusterAt(group), ClusterAt(best.front())))
        choices[best.front()].push_back(group);
    }
    for (const auto& [number, groups] : choices) {
      for (int group : groups) {
        ClusterAt(group).ambiguous = groups.size() > 1;
        if (groups.size() > 1) continue;
        MoveMembers(group, number);
      }
    }
  }

  std::vector<int> Numbers() {
    std::vector<int> cluster_of(mentions_.size(), 0);
    for (size_t c = 0; c < clusters_.size(); ++c) {
      for (int index : clusters_[c].members)
        cluster_of[static_cast<size_t>(index)] = static_cast<int>(c);
    }
    for (size_t i = 0; i < cluster_of.size(); ++i)
      cluster_of[i] = cluster_of[static_cast<size_t>(twin_of_[i])];
    return cluster_of;
  }

  const std::vector<Mention>& mentions_;
  std::vector<int> twin_of_;
  std::vector<Cluster> clusters_;
  std::map<std::string, std::vector<int>> by_commune_;
  std::vector<int> without_commune_;
};

}  // namespace

std::vector<int> ClusterMentions(const std::vector<Mention>& mentions) {
  return Clusterer(mentions).Run();
}

}  // namespace congvan::store
