// The roles that a sentence gives in its own words. A wrong lead is worse than none: whatever does
// not read as "body, then what it does" gives nothing.
#include <algorithm>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/agency.h"

namespace congvan::rules {
namespace {

constexpr std::string_view kGroup = "agencies_prose";
constexpr size_t kMaxPhrase = 500;  // bytes of a list of bodies
constexpr size_t kMaxOpenPhrase =
    240;                              // bytes of one that no verb ends: longer is no list of names
constexpr size_t kMaxAssign = 60;     // bytes of "Giao nhiệm vụ cho đồng chí "
constexpr size_t kMaxTitle = 80;      // bytes of the words before a colon
constexpr size_t kMaxListPart = 160;  // bytes of a list before a ';' that does not end it
constexpr size_t kMaxPreface = 600;   // bytes of "Căn cứ ..., " before the subject

// A list of bodies in a sentence and what comes after it.
struct Phrase {
  size_t begin = 0, end = 0;    ///< bytes of the sentence; the list without blanks at its end
  const Rule* after = nullptr;  ///< the rule of the verb that ends it; nullptr: a stop ends it
  size_t after_begin = 0;       ///< where that verb begins
  char stop = 0;                ///< ':' and the like, 0 at a verb or at the end of the text
};

class RoleReader {
 public:
  RoleReader(std::string_view text, const RuleSet& rules)
      : text_(text), rules_(rules), words_(rules.group(kGroup).FindAll(text)) {
    for (Match& match : rules.group("agencies_split").FindAll(text)) {
      if ((*match.rule)["role"] == "and") links_.push_back(std::move(match));
    }
  }

  ProseRoles Read() {
    ProseRoles out;
    const size_t begin = BeginOfText();
    std::optional<Phrase> lead = LeadAt(begin);
    if (!lead) lead = LeadAfterPreface(begin);
    if (!lead) lead = LeadOfLaterClause();
    if (!lead) lead = LeadBehindTitle(begin);
    if (lead) {
      out.lead = SplitAgencies(Words(*lead), rules_);
      if (lead->after != nullptr) out.rule = lead->after->id;
      if (OpensText(*lead, begin)) out.work_begin = WorkBegin(*lead);
    }
    ReadSupport(lead, out);
    return out;
  }

  /// The bodies that a sentence asks, wherever it says so; of several askings the last.
  std::vector<std::string> ReadAsked() const {
    for (const Match& match : LastFirst(rules_.group("agencies_assign").FindAll(text_))) {
      if ((*match.rule)["role"] != "assign") continue;
      if (match.begin > 0 && text_[match.begin - 1] != ' ') continue;
      if (const auto phrase = PhraseAt(SkipHonorific(SkipBlanks(text_, match.end)), true, true))
        return SplitAgencies(Words(*phrase), rules_);
    }
    return {};
  }

  /// The whole text as a list of bodies and nothing else.
  std::vector<std::string> ReadHeading(size_t begin) {
    const auto phrase = PhraseAt(begin, true);
    if (!phrase || phrase->after != nullptr) return {};
    if (SkipPunctuation(phrase->end) < text_.size()) return {};
    return SplitAgencies(Words(*phrase), rules_);
  }

 private:
  std::string_view Words(const Phrase& phrase) const {
    return text_.substr(phrase.begin, phrase.end - phrase.begin);
  }

  size_t SkipPunctuation(size_t at) const {
    while (at < text_.size() &&
           std::string_view(" \n.,;:").find(text_[at]) != std::string_view::npos)
      ++at;
    return at;
  }

  static std::vector<Match> LastFirst(std::vector<Match> matches) {
    std::reverse(matches.begin(), matches.end());
    return matches;
  }

  /// Nothing but "Giao" and the like stands before the phrase.
  bool OpensText(const Phrase& phrase, size_t begin) const {
    const std::string_view here = text_.substr(begin);
    const bool given = MatchRole("agencies_assign", "assign", here, rules_) ||
                       MatchRole("agencies_assign", "regarding", here, rules_);
    return given ? phrase.begin < begin + kMaxAssign : phrase.begin == begin;
  }

  /// Behind the names of those who act and, where "chủ trì, phối hợp với ..." follows, of those who
  /// help.
  size_t WorkBegin(const Phrase& lead) const {
    if (lead.after == nullptr) return SkipPunctuation(lead.end);
    const auto chair = MatchRole(kGroup, "chair", text_.substr(lead.after_begin), rules_);
    if (!chair) return lead.after_begin;
    const size_t at = lead.after_begin + chair->end;
    const auto with = MatchRole(kGroup, "with", text_.substr(std::min(at, text_.size())), rules_);
    if (!with) return at;
    const auto helpers = PhraseAt(SkipBlanks(text_, at + with->end));
    return helpers && helpers->after != nullptr ? helpers->after_begin : at;
  }

  size_t BeginOfText() const {
    const size_t at = SkipBlanks(text_, 0);
    if (at < text_.size() && IsLetter(DecodeAt(text_, at).code_point)) return at;
    const auto bullet = MatchRole("agencies_split", "bullet", text_.substr(at), rules_);
    return bullet ? SkipBlanks(text_, at + bullet->end) : at;
  }

  bool IsWord(const Match& match) const {
    const bool starts = match.begin == 0 || text_[match.begin - 1] == ' ' ||
                        text_[match.begin - 1] == '(' || text_[match.begin - 1] == ',';
    return starts &&
           (match.end >= text_.size() || !IsLetter(DecodeAt(text_, match.end).code_point));
  }

  /// The first word of `role` that begins in [from, to) in lower case: a capital belongs to a name.
  const Match* NextWord(std::string_view role, size_t from, size_t to) const {
    for (const Match& match : words_) {
      if (match.begin >= to) return nullptr;
      if (match.begin < from || (*match.rule)["role"] != role || !IsWord(match)) continue;
      if (InCompound(match)) continue;
      if (IsLower(DecodeAt(text_, match.begin).code_point)) return &match;
    }
    return nullptr;
  }

  /// "trình" in "chương trình" is no verb.
  bool InCompound(const Match& match) const {
    return std::any_of(words_.begin(), words_.end(), [&match](const Match& other) {
      return (*other.rule)["role"] == "compound" && other.begin <= match.begin &&
             match.end <= other.end;
    });
  }

  /// "UBND các xã: Tân An, Tân Bình tổ chức ...": the colon begins the names of those meant.
  bool ListsNames(size_t colon) const {
    const bool listing = std::any_of(words_.begin(), words_.end(), [colon](const Match& match) {
      return (*match.rule)["role"] == "listing" && match.end == colon + 1;
    });
    const size_t next = SkipBlanks(text_, colon + 1);
    return listing && next < text_.size() && IsUpper(DecodeAt(text_, next).code_point) &&
           std::none_of(words_.begin(), words_.end(), [next](const Match& match) {
             const std::string_view role = (*match.rule)["role"];
             return match.begin == next && (role == "verb" || role == "strong");
           });
  }

  /// "Thủ trưởng các sở, ngành; Chủ tịch UBND các xã chịu trách nhiệm": the list goes on.
  bool ListGoesOn(size_t begin, size_t semicolon) const {
    if (semicolon > begin + kMaxListPart || NextWord("strong", begin, semicolon) != nullptr ||
        NextWord("verb", begin, semicolon) != nullptr)
      return false;
    return BodyHeadEnd(text_, SkipBlanks(text_, semicolon + 1), rules_).has_value();
  }

  /// Where the clause that begins at `at` ends: at a stop outside brackets, not before `from`
  /// ("BSCKII. Phạm Thị Hạnh"). In a `list` a ';' before another body is none.
  size_t ClauseEnd(size_t at, bool list, size_t from) const {
    int depth = 0;
    size_t part = at;
    const size_t limit = std::min(text_.size(), at + kMaxPhrase);
    for (; at < limit; ++at) {
      const char c = text_[at];
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (depth > 0 || at < from) continue;
      if (c == ';' && list && ListGoesOn(part, at)) {
        part = at + 1;
        continue;
      }
      if (c == ';' || c == '\n' || (c == ':' && !ListsNames(at))) return at;
      if (c == '.' && (at + 1 == text_.size() || text_[at + 1] == ' ')) return at;
    }
    return at;
  }

  /// The next name of the list after `from`: behind a comma or "và". npos when the list ends before
  /// `to`.
  size_t NextBody(size_t from, size_t to) const {
    for (size_t at = from; at < to; ++at) {
      const bool stop = text_[at] == ',' || text_[at] == ';';
      const size_t word = stop ? at + 1 : at;
      const auto link = std::find_if(links_.begin(), links_.end(),
                                     [word](const Match& match) { return match.begin == word; });
      size_t next = std::string_view::npos;
      if (stop) next = SkipBlanks(text_, at + 1);
      if (link != links_.end()) next = link->end;
      if (next != std::string_view::npos && next < to && BodyHeadEnd(text_, next, rules_))
        return next;
    }
    return std::string_view::npos;
  }

  /// Behind the verbs that follow `at` directly.
  size_t SkipVerbs(size_t at, size_t to) const {
    while (true) {
      size_t next = at;
      while (next < to && (text_[next] == ' ' || text_[next] == ',')) ++next;
      const Match* verb = NextWord("verb", next, to);
      if (verb == nullptr || verb->begin != next) return at;
      at = verb->end;
    }
  }

  /// "Hiệu trưởng chịu trách nhiệm": behind an office that stands alone before what is done.
  std::optional<size_t> OfficeEnd(size_t at) const {
    const auto office = MatchRole("agencies", "office", text_.substr(at), rules_);
    if (!office || !IsUpper(DecodeAt(text_, at).code_point)) return std::nullopt;
    return at + office->Get(text_.substr(at), "name")->size();
  }

  /// A list of bodies and the verb behind it. `list`: it may go on behind a ';'.
  /// `asked`: the words before ask them to act.
  std::optional<Phrase> PhraseAt(size_t begin, bool list = false, bool asked = false) const {
    const auto person =
        MatchRole("agencies", "person", text_.substr(std::min(begin, text_.size())), rules_);
    const size_t clause_end = ClauseEnd(begin, list, person ? begin + person->end : begin);
    size_t from = begin;
    while (true) {
      auto head = BodyHeadEnd(text_, from, rules_);
      if (!head) return std::nullopt;
      if (const auto office = OfficeEnd(from)) head = office;
      const Match* strong = NextWord("strong", *head, clause_end);
      const Match* verb = NextWord("verb", *head, clause_end);
      const Match* qualifier = NextWord("qualifier", *head, clause_end);
      const size_t first =
          std::min(strong ? strong->begin : clause_end, verb ? verb->begin : clause_end);
      const size_t next = NextBody(*head, first);
      if (next != std::string_view::npos) {
        from = next;
        continue;
      }
      const Match* aspect = NextWord("aspect", *head, clause_end);
      const bool qualified = qualifier != nullptr && qualifier->begin <= first;
      if (aspect != nullptr && aspect->begin <= first &&
          !(qualified && qualifier->begin <= aspect->begin)) {
        if (!MatchRole(kGroup, "collective", text_.substr(from), rules_)) return std::nullopt;
        return TellingPhrase(begin, from, clause_end, *aspect, asked);
      }
      const Match* passive = NextWord("passive", *head, first);
      if (passive != nullptr && !(qualified && qualifier->begin <= passive->begin) &&
          !MatchRole(kGroup, "collective", text_.substr(from), rules_))
        return std::nullopt;  // "Trung tâm được Nhà nước đầu tư": others act
      if (qualified) {
        // Verbs right behind "được giao" belong to the name; it goes on to the next one.
        const bool chain = (*qualifier->rule)["chain"] == "true";
        const size_t behind = chain ? SkipVerbs(qualifier->end, clause_end) : qualifier->end;
        strong = NextWord("strong", behind, clause_end);
        verb = chain ? NextWord("verb", behind, clause_end) : nullptr;
      }
      const auto phrase = MakePhrase(begin, from, clause_end, strong, verb);
      // No verb that we know ends the name before what is done to something: it is no name.
      const bool open = phrase && !qualified && NextWord("object", *head, phrase->end) != nullptr;
      return open ? std::nullopt : phrase;
    }
  }

  /// "Các xã chưa hoàn thành chỉ tiêu khẩn trương ...": what is told of a collective qualifies it
  /// where a word of duty follows or they are asked; otherwise the sentence only tells.
  std::optional<Phrase> TellingPhrase(size_t begin, size_t last_name, size_t clause_end,
                                      const Match& aspect, bool asked) const {
    const size_t behind = SkipVerbs(aspect.end, clause_end);
    const size_t open = SkipBlanks(text_, behind);
    if (asked) {
      return MakePhrase(begin, last_name, clause_end, NextWord("strong", open, clause_end),
                        NextWord("verb", behind, clause_end));
    }
    const Match* duty = NextWord("duty", open, clause_end);
    const bool colon = clause_end < text_.size() && text_[clause_end] == ':';
    if (duty == nullptr)
      return colon ? MakePhrase(begin, last_name, clause_end, nullptr, nullptr) : std::nullopt;
    const std::string_view between = text_.substr(open, duty->begin - open);
    const bool adverb = between.empty() && aspect.groups.empty();  // "đã triển khai khẩn trương"
    if (adverb || between.find(',') != std::string_view::npos) return std::nullopt;
    return MakePhrase(begin, last_name, clause_end, duty, nullptr);
  }

  std::optional<Phrase> MakePhrase(size_t begin, size_t last_name, size_t clause_end,
                                   const Match* strong, const Match* verb) const {
    const Match* after = strong;
    if (verb != nullptr && (after == nullptr || verb->begin < after->begin)) after = verb;
    Phrase phrase{begin, after ? after->begin : clause_end, nullptr, 0, 0};
    if (after != nullptr) {
      phrase.after = after->rule;
      phrase.after_begin = after->begin;
      const Match* passive = NextWord("passive", last_name, after->begin);
      if (passive != nullptr &&
          OneLine(text_.substr(passive->end, after->begin - passive->end)).empty())
        return std::nullopt;  // "Trung tâm ... được thành lập": nobody acts
      if (NextWord("goal", last_name, after->begin + 1) != nullptr)
        return std::nullopt;  // "Mỗi trường học có ít nhất 01 câu lạc bộ": a goal
    } else if (clause_end < text_.size()) {
      phrase.stop = text_[clause_end];
    }
    while (phrase.end > begin &&
           std::string_view(" ,\n").find(text_[phrase.end - 1]) != std::string_view::npos)
      --phrase.end;
    return phrase;
  }

  /// Behind "đồng chí" before an office; before a person's name it belongs to the name.
  size_t SkipHonorific(size_t at) const {
    const std::string_view here = text_.substr(std::min(at, text_.size()));
    if (MatchRole("agencies", "person", here, rules_)) return at;
    const auto word = MatchRole("agencies_assign", "honorific", here, rules_);
    return word ? at + word->end : at;
  }

  /// "Giao X", "yêu cầu các Y": the list after the word.
  std::optional<Phrase> AssignedAt(size_t at) const {
    const auto assign =
        MatchRole("agencies_assign", "assign", text_.substr(std::min(at, text_.size())), rules_);
    return assign ? PhraseAt(SkipHonorific(at + assign->end), true, true) : std::nullopt;
  }

  /// "Đối với UBND các xã: ...": only with a colon.
  std::optional<Phrase> RegardedAt(size_t at) const {
    const auto word =
        MatchRole("agencies_assign", "regarding", text_.substr(std::min(at, text_.size())), rules_);
    if (!word) return std::nullopt;
    auto phrase = PhraseAt(at + word->end, true);
    const bool alone = ToLower(word->Of(text_.substr(at))).find("đối với") == std::string::npos;
    if (phrase && (phrase->stop == ':' || (alone && phrase->after != nullptr))) return phrase;
    return std::nullopt;
  }

  /// "Lãnh đạo UBND xã bố trí ...": to lead is the work.
  bool LeadsOthers(size_t at, const Phrase& phrase) const {
    return MatchRole(kGroup, "leading", text_.substr(at), rules_) &&
           !MatchRole(kGroup, "personal", text_.substr(phrase.after_begin), rules_);
  }

  /// The one who acts in the clause that begins at `at`: the one who is asked, not the asker.
  std::optional<Phrase> LeadAt(size_t at) const {
    if (auto assigned = AssignedAt(at)) return assigned;
    if (auto regarded = RegardedAt(at)) return regarded;
    const auto phrase = PhraseAt(at, true);
    if (!phrase) return std::nullopt;
    if (phrase->after == nullptr) return phrase->stop == ':' ? phrase : std::nullopt;
    if (LeadsOthers(at, *phrase)) return std::nullopt;
    if (auto assigned = AssignedAt(phrase->after_begin)) return assigned;
    return phrase;
  }

  std::optional<Phrase> LeadAfterPreface(size_t begin) const {
    if (!MatchRole("agencies_assign", "preface", text_.substr(std::min(begin, text_.size())),
                   rules_))
      return std::nullopt;
    const size_t limit = std::min({text_.size(), begin + kMaxPreface, text_.find(". ", begin)});
    for (size_t at = begin; at < limit; ++at) {
      if (text_[at] != ',') continue;
      if (auto lead = LeadAt(SkipBlanks(text_, at + 1))) return lead;
    }
    return std::nullopt;
  }

  /// "...; đồng thời mỗi cơ quan phải ...": a clause of its own, with its own subject.
  std::optional<Phrase> LeadOfLaterClause() const {
    for (const Match& match : words_) {
      if ((*match.rule)["role"] != "later") continue;
      size_t at = match.end;
      for (const Match::Group& group : match.groups) {
        if (group.name == "assign") at = group.begin;
      }
      if (auto lead = LeadAt(SkipBlanks(text_, at))) return lead;
    }
    return std::nullopt;
  }

  /// "Tổ chức tập huấn: Tỉnh đoàn tổ chức 02 lớp": a few words that name the work, then who does
  /// it.
  std::optional<Phrase> LeadBehindTitle(size_t begin) const {
    const size_t colon = text_.find(": ", begin);
    if (colon == std::string_view::npos || colon > begin + kMaxTitle) return std::nullopt;
    const size_t at = SkipBlanks(text_, colon + 1);
    const auto phrase = PhraseAt(at, true);
    if (!phrase || phrase->after == nullptr || LeadsOthers(at, *phrase)) return std::nullopt;
    return phrase;
  }

  void ReadSupport(const std::optional<Phrase>& lead, ProseRoles& out) const {
    std::vector<size_t> places;
    for (const Match& match : words_) {
      if ((*match.rule)["role"] == "support") places.push_back(match.end);
      // "Trung tâm ... phối hợp các phòng, ban": right behind the lead.
      if ((*match.rule)["role"] == "with" && lead && lead->after_begin == match.begin)
        places.push_back(match.end);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (size_t at : places) {
      const auto phrase = PhraseAt(SkipBlanks(text_, at));
      if (!phrase || (phrase->after == nullptr && Words(*phrase).size() > kMaxOpenPhrase)) continue;
      for (std::string& name : SplitAgencies(Words(*phrase), rules_)) {
        const auto known = [&name](const std::vector<std::string>& names) {
          return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (!known(out.lead) && !known(out.support)) out.support.push_back(std::move(name));
      }
      if (out.rule.empty()) out.rule = "agencies_prose.support";
    }
  }

  std::string_view text_;
  const RuleSet& rules_;
  std::vector<Match> words_;  ///< of agencies_prose
  std::vector<Match> links_;  ///< "và" and the like
};

}  // namespace

ProseRoles ReadRolesInProse(std::string_view bullet, const RuleSet& rules) {
  return RoleReader(bullet, rules).Read();
}

std::vector<std::string> ReadAskedBodies(std::string_view sentence, const RuleSet& rules) {
  return RoleReader(sentence, rules).ReadAsked();
}

std::vector<std::string> ReadAgencyHeading(std::string_view heading, const RuleSet& rules) {
  const std::string line = OneLine(heading);
  const auto prefix = MatchRole("agencies_assign", "heading", line, rules);
  const size_t begin = SkipBlanks(line, prefix ? prefix->end : 0);
  return RoleReader(line, rules).ReadHeading(begin);
}

}  // namespace congvan::rules
