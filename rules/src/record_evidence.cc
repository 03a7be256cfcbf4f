#include "record_evidence.h"

#include <algorithm>
#include <array>
#include <map>

#include "annex_issuer.h"
#include "block_text.h"
#include "core/utf8.h"

namespace congvan::rules {
namespace {

std::string Indexed(const char* list, size_t i, const char* field = "") {
  return std::string(list) + "[" + std::to_string(i) + "]" + field;
}

const Source* SourceOf(const Sources& sources, std::string_view field) {
  const auto it = std::find_if(sources.begin(), sources.end(),
                               [field](const Source& source) { return source.field == field; });
  return it == sources.end() ? nullptr : &*it;
}

// All places of the field's first source.
void AddWhole(const std::string& path, std::string_view field, const Sources& sources,
              EvidenceList& list) {
  if (const Source* source = SourceOf(sources, field)) list.Add(path, source->rule, source->places);
}

class HeadEvidence {
 public:
  HeadEvidence(const HeadResult& result, EvidenceList& list)
      : head_(result.head), sources_(result.sources), list_(list) {
    if (SourceOf(sources_, "subject") == nullptr)  // "V/v ..." of the letterhead
      sources_.push_back({"subject", "layout.ve-viec", {result.subject}});
    if (const Source* symbol = SourceOf(sources_, "symbol"))
      sources_.push_back({"symbol_suffix", symbol->rule, symbol->places});
    if (!result.annex_references.empty())
      sources_.push_back({"role", "layout.kem-theo", {result.annex_references.front()}});
  }

  void Add() {
    Find("symbol", head_.symbol);
    Find("symbol_suffix", head_.symbol_suffix);
    Find("type", head_.type);
    if (head_.date) AddWhole("document.date", "date", sources_, list_);
    Find("place", head_.place);
    Find("issuer", head_.issuer);
    Find("subject", head_.subject);
    list_.FindEach("document.addressees", "addressees", head_.addressees, sources_);
    list_.FindEach("document.recipients", "recipients", head_.recipients, sources_);
    AddSigner();
  }

 private:
  void Find(const std::string& field, const std::optional<std::string>& value) {
    if (value) list_.Find("document." + field, field, *value, sources_);
  }

  // In the order in which they stand: "KT. CHỦ TỊCH" | "PHÓ CHỦ TỊCH" | the name.
  void AddSigner() {
    const Signer& signer = head_.signer;
    std::vector<std::string> fields, values;
    const auto take = [&](const char* field, const std::optional<std::string>& value) {
      if (!value) return;
      fields.emplace_back(field);
      values.push_back(*value);
    };
    take("authority", signer.authority);
    take("position", signer.position);
    take("name", signer.name);
    list_.FindNamed("document.signer.", fields, "signer", values, sources_);
  }

  const DocumentHead& head_;
  Sources sources_;
  EvidenceList& list_;
};

class CitationEvidence {
 public:
  CitationEvidence(const NormalizedText& text, const std::vector<Block>& blocks,
                   const std::vector<Mention>& mentions, const CitationList& citations,
                   const RuleSet& rules, EvidenceList& list)
      : text_(text),
        blocks_(blocks),
        citations_(citations.citations),
        rules_(rules),
        list_(list),
        of_citation_(citations.citations.size()),
        annexes_(TitlesOfAnnexes(text, blocks, rules)) {
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (citations.of_mention[i]) of_citation_[*citations.of_mention[i]].push_back(&mentions[i]);
    }
  }

  void Add() {
    for (size_t i = 0; i < citations_.size(); ++i) AddOne(i);
  }

 private:
  void AddOne(size_t i) {
    const Citation& citation = citations_[i];
    const std::vector<const Mention*>& own = of_citation_[i];
    if (citation.symbol) {
      const Mention* from =
          First(own, [&](const Mention& m) { return m.symbol == citation.symbol; });
      Find(i, "symbol", *citation.symbol, from, own);
    }
    if (citation.type) {
      AddType(i, *citation.type, own);
    }
    if (citation.date) {
      const Mention* from = First(own, [&](const Mention& m) { return m.date == citation.date; });
      AddDate(i, *citation.date, from);
    }
    if (citation.issuer) {
      const Mention* from =
          First(own, [&](const Mention& m) { return m.issuer == citation.issuer; });
      Find(i, "issuer", *citation.issuer, from, own);
    }
    if (citation.title) {
      const Mention* from = First(own, [&](const Mention& m) { return m.title == citation.title; });
      Find(i, "title", *citation.title, from, own);
    }
    std::vector<NormSpan> names;
    for (const Mention* mention : own) {
      const bool title_only = mention->kind == MentionKind::kLaw && citation.symbol;
      if (!title_only || own.size() == 1) names.push_back(mention->name);
    }
    std::sort(names.begin(), names.end());
    list_.Add(Indexed("citations", i, ".mentions"), own.front()->rule, names);
  }

  template <class Test>
  static const Mention* First(const std::vector<const Mention*>& mentions, Test test) {
    const auto it = std::find_if(mentions.begin(), mentions.end(),
                                 [&](const Mention* mention) { return test(*mention); });
    return it == mentions.end() ? nullptr : *it;
  }

  // Where no mention has the word, the code of the symbol tells.
  void AddType(size_t i, const std::string& type, const std::vector<const Mention*>& own) {
    Sources sources;
    for (const Mention* mention : own) {
      if (mention->type == type) sources.push_back({"type", mention->rule, {mention->name}});
    }
    if (sources.empty()) sources.push_back({"type", own.front()->rule, {own.front()->name}});
    list_.Find(Indexed("citations", i, ".type"), "type", type, sources);
  }

  // A little more than the mention's sentence: a list shares its head and its issuer, and a title
  // follows behind.
  [[nodiscard]] NormSpan Around(const Mention& mention) const {
    constexpr uint32_t kBefore = 600, kBehind = 900;
    const NormSpan block = blocks_[mention.block].span;
    const auto floor = [&](uint32_t at) {
      return static_cast<uint32_t>(FloorCodePoint(text_.text, at));
    };
    return {
        mention.name.begin > block.begin + kBefore ? floor(mention.name.begin - kBefore)
                                                   : block.begin,
        mention.extent.end + kBehind < block.end ? floor(mention.extent.end + kBehind) : block.end};
  }

  // Where an annex that names an issuer begins, and its title.
  struct AnnexTitle {
    uint32_t begin = 0;
    std::vector<NormSpan> spans;
  };

  static std::vector<AnnexTitle> TitlesOfAnnexes(const NormalizedText& text,
                                                 const std::vector<Block>& blocks,
                                                 const RuleSet& rules) {
    std::map<uint32_t, size_t> block_at;
    for (size_t i = 0; i < blocks.size(); ++i) block_at.emplace(blocks[i].span.begin, i);
    std::vector<AnnexTitle> out;
    for (const AnnexIssuer& annex : IssuersOfAnnexes(text, blocks, rules)) {
      const auto found = block_at.find(annex.begin);
      if (annex.issuer.empty() || found == block_at.end()) continue;
      const size_t block = found->second;
      out.push_back({annex.begin, {blocks[block].span}});
      if (block + 1 < blocks.size()) out.back().spans.push_back(blocks[block + 1].span);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const AnnexTitle& a, const AnnexTitle& b) { return a.begin < b.begin; });
    return out;
  }

  // Of the annex that the mention stands in.
  [[nodiscard]] std::vector<NormSpan> Title(const Mention& mention) const {
    const auto behind =
        std::upper_bound(annexes_.begin(), annexes_.end(), mention.name.begin,
                         [](uint32_t at, const AnnexTitle& annex) { return at < annex.begin; });
    return behind == annexes_.begin() ? std::vector<NormSpan>{} : (behind - 1)->spans;
  }

  // In what stands at the mention itself, then around it; the title of an annex may give the
  // issuer of a document that no mention tells.
  void Find(size_t i, const char* field, const std::string& value, const Mention* from,
            const std::vector<const Mention*>& own) {
    Sources sources;
    const Mention& mention = from == nullptr ? *own.front() : *from;
    sources.push_back({field, mention.rule, {mention.name}});
    sources.push_back({field, mention.rule, {mention.extent}});
    sources.push_back({field, mention.rule, {Around(mention)}});
    if (from == nullptr) {
      for (const Mention* other : own) sources.push_back({field, other->rule, {Around(*other)}});
      for (const Mention* other : own) sources.push_back({field, "citation_parts", Title(*other)});
    }
    list_.Find(Indexed("citations", i, ".") + field, field, value, sources);
  }

  void AddDate(size_t i, const PartialDate& date, const Mention* from) {
    if (from == nullptr) return;
    const NormSpan place = Around(*from);
    const std::string line(place.Of(text_.text));
    std::optional<NormSpan> best;
    for (const Match& match : rules_.group("citation_parts").FindAll(line)) {
      if (DateOf(match, line) != date && DateOf(match, line, "2") != date) continue;
      const NormSpan words = DigitsOf(match, place.begin);
      const bool nearer = !best || Distance(words, from->name) < Distance(*best, from->name);
      if (words.begin < words.end && nearer) best = words;
    }
    if (!best) {
      const FoldedPlaces folded(text_.text, {from->extent});
      if (const auto year = folded.Find(std::to_string(date.year)))
        best = folded.SpansOf(*year).front();
    }
    list_.Add(Indexed("citations", i, ".date"), "citation_parts", {best.value_or(from->extent)});
  }

  // From the day to the year, or whichever of them there are.
  static NormSpan DigitsOf(const Match& match, uint32_t base) {
    NormSpan out{~0U, 0};
    for (const Match::Group& group : match.groups) {
      const std::string_view name = group.name;
      if (!name.starts_with("day") && !name.starts_with("month") && !name.starts_with("year"))
        continue;
      out.begin = std::min(out.begin, base + static_cast<uint32_t>(group.begin));
      out.end = std::max(out.end, base + static_cast<uint32_t>(group.end));
    }
    return out;
  }

  static uint32_t Distance(NormSpan a, NormSpan b) {
    return a.begin >= b.end ? a.begin - b.end : b.begin >= a.end ? b.begin - a.end : 0;
  }

  const NormalizedText& text_;
  const std::vector<Block>& blocks_;
  const std::vector<Citation>& citations_;
  const RuleSet& rules_;
  EvidenceList& list_;
  std::vector<std::vector<const Mention*>> of_citation_;
  std::vector<AnnexTitle> annexes_;  ///< by place
};

void AddReferences(const std::string& path, const std::vector<std::string>& references,
                   const Sources& sources, EvidenceList& list) {
  size_t i = 0;  // one source for each, in their order
  for (const Source& source : sources) {
    if (source.field != "references" || i == references.size()) continue;
    list.Add(Indexed((path + ".references").c_str(), i), source.rule, source.places);
    ++i;
  }
}

}  // namespace

void AddHeadEvidence(const HeadResult& head, EvidenceList& list) { HeadEvidence(head, list).Add(); }

void AddCitationEvidence(const NormalizedText& text, const std::vector<Block>& blocks,
                         const std::vector<Mention>& mentions, const CitationList& citations,
                         const RuleSet& rules, EvidenceList& list) {
  CitationEvidence(text, blocks, mentions, citations, rules, list).Add();
}

void AddRelationEvidence(const std::vector<FoundRelation>& relations, EvidenceList& list) {
  for (size_t i = 0; i < relations.size(); ++i) {
    const FoundRelation& found = relations[i];
    list.Add(Indexed("relations", i, ".relation"), found.rule, {found.verb});
    list.Add(Indexed("relations", i, ".from"), "citation_parts", {found.from});
    list.Add(Indexed("relations", i, ".to"), "citation_parts", {found.to});
  }
}

void AddTaskEvidence(const std::vector<Task>& tasks, const std::vector<Sources>& sources,
                     EvidenceList& list) {
  for (size_t i = 0; i < tasks.size(); ++i) {
    const Task& task = tasks[i];
    const Sources& read = sources[i];
    const std::string path = Indexed("tasks", i);
    const auto find = [&](const char* field, const std::optional<std::string>& value) {
      if (value && !value->empty()) list.Find(path + "." + field, field, *value, read);
    };
    if (task.annex) list.Find(path + ".annex", "annex", *task.annex, read);
    find("group", task.group);
    find("ordinal", task.ordinal);
    find("text", task.text);
    list.FindEach(path + ".lead", "lead", task.lead, read);
    list.FindEach(path + ".support", "support", task.support, read);
    // Of several milestones the text is one, the day the last, the cycle the shortest.
    const bool several = task.deadline.text && SourceOf(read, "made_from") != nullptr;
    if (several) AddWhole(path + ".deadline", "made_from", read, list);
    if (task.deadline.text) {
      list.Find(path + (several ? ".deadline.text" : ".deadline"), "deadline", *task.deadline.text,
                read);
    }
    if (task.modality) AddWhole(path + ".modality", "modality", read, list);
    find("product", task.product);
    find("note", task.note);
    AddReferences(path, task.references, read, list);
  }
}

void AddTargetEvidence(const std::vector<Target>& targets, const std::vector<Sources>& sources,
                       EvidenceList& list) {
  for (size_t i = 0; i < targets.size(); ++i) {
    const Target& target = targets[i];
    const Sources& read = sources[i];
    const std::string path = Indexed("targets", i);
    const auto find = [&](const char* field, const std::optional<std::string>& value) {
      if (value && !value->empty()) list.Find(path + "." + field, field, *value, read);
    };
    if (target.annex) list.Find(path + ".annex", "annex", *target.annex, read);
    find("group", target.group);
    find("ordinal", target.ordinal);
    find("indicator", target.indicator);
    if (target.comparator) AddWhole(path + ".comparator", "value", read, list);
    if (target.value) AddWhole(path + ".value", "value", read, list);
    if (target.value_max) AddWhole(path + ".value_max", "value", read, list);
    find("unit", target.unit);
    if (target.by) list.FindMilestone(path + ".by", "by", *target.by, read);
    if (target.modality) AddWhole(path + ".modality", "modality", read, list);
    list.FindEach(path + ".lead", "lead", target.lead, read);
  }
}

}  // namespace congvan::rules
