// identity.h: which mentions mean the same document. Pure; the only place where that is decided.
//
// A symbol is not a key: thousands of communes have a 12/KH-UBND, the Party's numbers restart with
// each term and the State's each year. Mentions are grouped by identity key (equal symbols, however
// typed); within a key ClusterMentions decides by date and place:
//   - nothing that contradicts is ever joined: other years, other levels, other places;
//   - of one body a number is given once in its period (cluster.h): where the body is known whole
//     and only the day differs, somebody has the day wrong, and both days are kept;
//   - series of central bodies are unique by symbol and year; where several bodies share a code
//     (BCĐTW) by date;
//   - in local series the same complete date is enough, whoever cites it;
//   - what lacks the date or the issuer is the one document that it can mean in the surroundings of
//     the citing paper (its commune, its province), else the only one that is known at all;
//   - what can be several documents stays on its own, and so do two that contradict each other and
//     can only be one and the same.
// What a paper calls "UBND tỉnh" without a name is read as of the province that the paper belongs
// to. Of a commune's paper that names no province it is the one of the documents whose dated
// citations it shares, when that is one only (TellsProvince, AsksForProvince).
// The answer depends on the set of mentions only, never on their order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "place.h"

namespace congvan::store {

enum class Series { kCentralByYear, kCentralByDate, kLocal };

/// What one mention says that bears on identity.
struct Mention {
  std::string key;  ///< IdentityKey; only mentions of equal keys may be compared
  Series series = Series::kLocal;
  std::optional<PartialDate> date;
  Place place;         ///< of the issuer, completed from the citing paper where the issuer is named
                       ///< without a place
  Place context;       ///< where the citing paper belongs; empty for the document's own head
  bool own = false;    ///< the head of a file that is here, and not only of an annex
  std::string source;  ///< sha256 of the file that mentions it; empty when place or date say enough
  bool operator==(const Mention&) const = default;
};

/// The head of a file. `sha256` makes the key of a document without a symbol: it is like no other.
Mention MentionOfHead(const DocumentHead& head, const Place& scope, std::string_view sha256);
/// A citation in a file whose ScopeOf is `scope`. One without a symbol goes by type and title.
Mention MentionOfCitation(const Citation& citation, const Place& scope, std::string_view sha256);

/// Papers of the whole country that are cited by title alone: laws, the constitution, the Party's
/// statute.
bool IsNationalLaw(std::string_view type);

/// What a law is known by besides its symbol: its type and title, as in the key of a citation that
/// gives no symbol; nullopt for other papers.
std::optional<std::string> LawTitleKey(const std::optional<std::string>& type,
                                       const std::optional<std::string>& title);
bool IsTitleKey(std::string_view key);
bool SameAsFarAsKnown(const PartialDate& a, const PartialDate& b);
/// The date as far as it tells documents of the mention's series apart: central numbers run through
/// a year.
std::optional<PartialDate> DayOf(const Mention& mention);
/// Its date is enough to tell documents of its series apart.
bool IsDated(const Mention& mention);
/// Also of mentions with different keys.
bool DatesAgree(const Mention& a, const Mention& b);

/// A dated paper of a province whose name is known: papers that cite it too belong to that
/// province.
bool TellsProvince(const Mention& mention);
/// It would be clearer if the province of the citing paper were known.
bool AsksForProvince(const Mention& mention);
/// As if the citing paper had named its province.
Mention InProvince(Mention mention, const std::string& province);

/// A mention as one line of text, without its key, and back. Equal lines are the same document.
std::string ToProfile(const Mention& mention);
/// How the profiles of local mentions of this date begin; of those that tell a province.
std::string ProfilePrefixOfDay(const PartialDate& date);
std::string ProfilePrefixTellingProvince(const PartialDate& date);
Mention FromProfile(std::string_view key, std::string_view profile);

/// For each mention (all of one key) the number of its document, from 0.
std::vector<int> ClusterMentions(const std::vector<Mention>& mentions);

}  // namespace congvan::store
