#include "rules/confidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace congvan::rules {
namespace {

// How many papers of its own a figure needs to weigh as much as the more general one.
constexpr double kWeight = 4;
// Nothing is more certain, or less, than this.
constexpr double kNever = 1e-4;

double LogOdds(double share) { return std::log(share / (1 - share)); }
double Share(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

std::vector<std::string_view> Split(std::string_view line) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    out.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::optional<double> Count(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

double Confidence::Drawn(Counts counts, double towards) {
  const double values = counts.right + counts.wrong;
  const double own = values > 0 ? counts.right / values : 0;
  const double share = (counts.papers * own + kWeight * towards) / (counts.papers + kWeight);
  return std::clamp(share, kNever, 1 - kNever);
}

void Confidence::Add(const std::string& field, const std::string& rule,
                     const std::string& circumstance, Counts counts) {
  for (Counts* sum :
       {&all_, &fields_[field], &circumstances_[circumstance], &rules_[{field, rule}],
        &field_circumstances_[{field, circumstance}], &cells_[{field, rule, circumstance}]}) {
    sum->right += counts.right;
    sum->wrong += counts.wrong;
    sum->papers += counts.papers;
  }
}

Result<Confidence> Confidence::Parse(std::string_view file, std::string_view text) {
  Confidence out;
  int number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto columns = Split(line);
    const bool whole = columns.size() == 6;
    const auto right = whole ? Count(columns[3]) : std::nullopt;
    const auto wrong = whole ? Count(columns[4]) : std::nullopt;
    const auto papers = whole ? Count(columns[5]) : std::nullopt;
    if (!right || !wrong || !papers || *papers > *right + *wrong) {
      Error error = MakeError(ErrorCode::kBadRules, std::string(file),
                              "no field, rule, circumstance and three counts",
                              "scripts/calibrate writes this file");
      error.line = number;
      error.column = 1;
      return Fail(std::move(error));
    }
    const std::string circumstance(columns[2] == "-" ? "" : columns[2]);
    out.Add(std::string(columns[0]), std::string(columns[1]), circumstance,
            {*right, *wrong, *papers});
  }
  return out;
}

// What is known more generally must not lean on the cell's own values: they would count twice.
double Confidence::Of(std::string_view field_name, std::string_view rule_name,
                      std::string_view circumstance_name) const {
  const std::string field(field_name), rule(rule_name), circumstance(circumstance_name);
  const Counts own = At(cells_, std::tuple{field, rule, circumstance});
  const Counts of_both = At(field_circumstances_, Pair{field, circumstance});
  const double all = Drawn(all_, 0.5);
  const double of_field = Drawn(At(fields_, field), all);
  const double of_rule = Drawn(At(rules_, Pair{field, rule}).Without(own), of_field);
  const double anywhere = Drawn(At(circumstances_, circumstance).Without(of_both), all);
  const double here =
      Drawn(of_both.Without(own), Share(LogOdds(of_field) + LogOdds(anywhere) - LogOdds(all)));
  return Drawn(own, std::min(of_rule, here));
}

}  // namespace congvan::rules
