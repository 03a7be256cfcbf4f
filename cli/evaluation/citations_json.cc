// The documents cited, and who does what to whom.
#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "evaluation/folding.h"
#include "evaluation/sheet_json.h"

namespace congvan::cli {
namespace {

constexpr double kAlike = 0.75;  // of a cited document's issuer

using Cited = std::map<std::string, const Json*>;

Cited BySymbol(const Json& citations) {
  Cited out;
  for (const Json& citation : citations) {
    const std::string symbol = SymbolForm(Text(Get(citation, "symbol")));
    if (!symbol.empty()) out[symbol] = &citation;
  }
  return out;
}

void MeasureFields(const std::string& symbol, const Json& gold, const Json& found, Sheet& sheet) {
  for (const char* field : {"type", "date", "issuer"}) {
    const Json &want = Get(gold, field), &got = Get(found, field);
    if (want.is_null()) continue;
    const bool right = field == std::string("type") ? SameType(Text(want), Text(got))
                       : field == std::string("date")
                           ? Shown(want) == Shown(got)
                           : SameIssuer(Text(want), Text(got), symbol, kAlike);
    sheet.Value(std::string("citations.") + field, symbol, right, want, got);
  }
  const Json& mentions = Get(gold, "mentions");
  if (mentions.is_number_integer() && mentions != 0 && found.contains("mentions")) {
    sheet.Value("citations.mentions", symbol, mentions == found["mentions"], mentions,
                found["mentions"]);
  }
}

struct Relation {
  std::string from, verb, to;
  auto operator<=>(const Relation&) const = default;
  [[nodiscard]] std::string Shown() const { return from + " " + verb + " " + to; }
  [[nodiscard]] bool SameEnds(const Relation& other) const {
    return from == other.from && to == other.to;
  }
};
using Relations = std::set<Relation>;

constexpr const char* kSelf = "SELF";

// A document named by its title alone is not measured.
bool IsSymbol(const std::string& end) {
  if (end == kSelf) return true;
  size_t at = 0;
  while (at < end.size() && std::isdigit(static_cast<unsigned char>(end[at])) != 0) ++at;
  const size_t sign = end.find_first_of("-/", at);
  return at > 0 && sign != std::string::npos && end.find(' ') >= sign;
}

Relation Read(const Json& relation, const std::string& own) {
  const auto end = [&](const char* key) {
    const std::string symbol = SymbolForm(Text(Get(relation, key)));
    return symbol.empty() ? std::string(kSelf) : symbol;
  };
  Relation out{end("from"), Text(Get(relation, "relation")), end("to")};
  if (out.from == own) out.from = kSelf;
  return out;
}

Relations Read(const Json& relations, const std::string& own, bool all) {
  Relations out;
  for (const Json& relation : relations) {
    Relation read = Read(relation, own);
    if (all || (IsSymbol(read.from) && IsSymbol(read.to))) out.insert(std::move(read));
  }
  return out;
}

// A finer word for a relation that the gold has is right, one that it lacks is not held against the
// record: gold written before these words were in use knows only the coarser ones.
bool IsFiner(const std::string& verb) {
  static const std::set<std::string> finer{"repeals", "guides", "reports_on", "replies_to",
                                           "issued_with"};
  return finer.count(verb) > 0;
}

std::optional<Relation> Counterpart(const Relations& gold, const Relation& relation) {
  const auto found = std::find_if(gold.begin(), gold.end(),
                                  [&](const Relation& r) { return r.SameEnds(relation); });
  return found == gold.end() ? std::nullopt : std::optional(*found);
}

void ForgetArguable(const Relations& gold, const Relations& arguable, Relations& found) {
  for (const Relation& relation : arguable) {
    if (found.erase(relation) == 0) continue;
    if (const auto counterpart = Counterpart(gold, relation)) found.insert(*counterpart);
  }
}

Relations Coarse(const Relations& gold, const Relations& found) {
  Relations out;
  for (const Relation& relation : found) {
    if (!IsFiner(relation.verb)) {
      out.insert(relation);
    } else if (const auto counterpart = Counterpart(gold, relation)) {
      out.insert(*counterpart);
    }
  }
  return out;
}

// A document named only inside what another is said to do: whether this one "cites" it too is
// arguable.
void DropHearsay(Relations& gold, Relations& found) {
  std::set<std::string> elsewhere;
  for (const Relations* side : {&gold, &found}) {
    for (const Relation& relation : *side) {
      if (relation.from != kSelf) elsewhere.insert(relation.to);
    }
  }
  for (Relations* side : {&gold, &found}) {
    std::erase_if(*side, [&](const Relation& r) {
      return r.from == kSelf && r.verb == "cites" && elsewhere.count(r.to) > 0;
    });
  }
}

Relations Strong(const Relations& relations) {
  Relations out;
  std::copy_if(relations.begin(), relations.end(), std::inserter(out, out.end()),
               [](const Relation& r) { return r.verb != "cites"; });
  return out;
}

void CountCommon(const std::string& field, const Relations& gold, const Relations& found,
                 Sheet& sheet) {
  const auto common = std::count_if(gold.begin(), gold.end(),
                                    [&](const Relation& r) { return found.count(r) > 0; });
  sheet.Count(field, static_cast<int>(common), static_cast<int>(gold.size()),
              static_cast<int>(found.size()));
}

}  // namespace

void MeasureCitations(const Json& gold, const Json& found, Sheet& sheet) {
  const Cited want = BySymbol(gold), got = BySymbol(found);
  int common = 0;
  for (const auto& [symbol, citation] : want) {
    const auto other = got.find(symbol);
    if (other == got.end()) {
      sheet.Missing("citations", symbol);
      continue;
    }
    ++common;
    MeasureFields(symbol, *citation, *other->second, sheet);
  }
  for (const auto& [symbol, citation] : got) {
    if (want.count(symbol) == 0) sheet.Extra("citations", symbol, Text(Get(*citation, "rule")));
  }
  sheet.Count("citations", common, static_cast<int>(want.size()), static_cast<int>(got.size()));
}

void MeasureRelations(const Json& gold, const Json& arguable, const Json& found,
                      const std::string& own, Sheet& sheet) {
  Relations want = Read(gold, own, false), got = Read(found, own, false);
  ForgetArguable(want, Read(arguable, own, true), got);
  got = Coarse(want, got);
  DropHearsay(want, got);
  CountCommon("relations", want, got, sheet);
  CountCommon("relations.strong", Strong(want), Strong(got), sheet);
  for (const Relation& relation : want) {
    if (got.count(relation) == 0) sheet.Missing("relations", relation.Shown());
  }
  for (const Relation& relation : got) {
    if (want.count(relation) == 0) sheet.Extra("relations", relation.Shown());
  }
}

}  // namespace congvan::cli
