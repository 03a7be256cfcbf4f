#include "head_lines.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"

namespace congvan::rules {
namespace {

class LineCollector {
 public:
  LineCollector(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  std::vector<HeadLine> Collect(size_t end_paragraph) {
    end_paragraph = std::min(end_paragraph, text_.paragraphs.size());
    for (size_t i = 0; i < end_paragraph; ++i)
      Add(text_.paragraphs[i].span, text_.paragraphs[i].column);
    const auto end = end_paragraph < text_.paragraphs.size()
                         ? text_.paragraphs[end_paragraph].span.begin
                         : static_cast<uint32_t>(text_.text.size());
    for (const Table& table : text_.tables) {
      if (table.span.begin < end && HoldsMotto(table)) AddCells(table);
    }
    std::stable_sort(lines_.begin(), lines_.end(), [](const HeadLine& a, const HeadLine& b) {
      return a.span.begin < b.span.begin;
    });
    CutGluedParts();
    return std::move(lines_);
  }

 private:
  void Add(NormSpan span, Column column) {
    const std::string_view all = span.Of(text_.text), trimmed = Trim(all);
    if (trimmed.empty()) return;
    const auto begin = span.begin + static_cast<uint32_t>(trimmed.data() - all.data());
    lines_.push_back({trimmed, {begin, begin + static_cast<uint32_t>(trimmed.size())}, column});
  }

  template <class Visit>
  void ForEachCellLine(const Table& table, Visit visit) const {
    for (const Cell& cell : table.cells) {
      uint32_t begin = cell.span.begin;
      while (begin < cell.span.end) {
        const size_t feed = text_.text.find('\n', begin);
        const auto end = static_cast<uint32_t>(std::min<size_t>(feed, cell.span.end));
        visit(NormSpan{begin, end}, cell);
        begin = end + 1;
      }
    }
  }

  [[nodiscard]] bool HoldsMotto(const Table& table) const {
    bool found = false;
    ForEachCellLine(table, [&](NormSpan line, const Cell&) {
      found = found || IsElement(Trim(line.Of(text_.text)), "motto", rules_);
    });
    return found;
  }

  void AddCells(const Table& table) {
    ForEachCellLine(table, [&](NormSpan line, const Cell& cell) {
      Add(line, cell.column * 2 < table.columns ? Column::kLeft : Column::kRight);
    });
  }

  // Where the place begins: as many of the last words before the date as stand in the letterhead or
  // name a city everybody knows; nullopt where none do.
  [[nodiscard]] std::optional<size_t> PlaceBegin(const Match& match, std::string_view line) const {
    const std::string_view name = match.Get(line, "name").value_or("");
    for (size_t at = 0; at < name.size();) {
      const std::string_view place = name.substr(at);
      const std::string capitals = ToUpper(place);
      const bool known = IsElement(place, "well_known_place", rules_) ||
                         std::any_of(lines_.begin(), lines_.end(), [&](const HeadLine& other) {
                           return IsAllUpper(other.text) && EndsWithWords(other.text, capitals);
                         });
      if (known) return static_cast<size_t>(place.data() - line.data());
      const size_t blank = name.find(' ', at);
      at = blank == std::string_view::npos ? name.size() : blank + 1;
    }
    return std::nullopt;
  }

  static bool EndsWithWords(std::string_view text, std::string_view words) {
    if (!text.ends_with(words)) return false;
    return text.size() == words.size() || text[text.size() - words.size() - 1] == ' ';
  }

  // A date at the end of a subject may be the subject's own: cut it off only where the head has no
  // other.
  void CutGluedParts() {
    const bool dated = std::any_of(lines_.begin(), lines_.end(), [&](const HeadLine& line) {
      return IsElement(line.text, "place_date", rules_);
    });
    std::vector<HeadLine> out;
    for (const HeadLine& line : lines_) {
      const bool about = IsElement(line.text, "about", rules_);
      std::vector<size_t> cuts = {0, line.text.size()};
      for (const Match& match : rules_.group("layout").FindAll(line.text)) {
        const std::string_view role = (*match.rule)["role"];
        size_t begin = match.begin;
        if (role == "place_date_inside") {
          if (dated) continue;
        } else if (role == "place_date_amid") {
          const auto place = about && !dated ? PlaceBegin(match, line.text) : std::nullopt;
          if (!place) continue;
          begin = *place;
        } else if (role != "motto_inside" && role != "mark_inside" &&
                   !(role == "rule_inside" && about)) {
          continue;
        }
        cuts.push_back(begin);
        cuts.push_back(match.end);
      }
      std::sort(cuts.begin(), cuts.end());
      for (size_t i = 0; i + 1 < cuts.size(); ++i) {
        const std::string_view part = Trim(line.text.substr(cuts[i], cuts[i + 1] - cuts[i]));
        if (part.empty() || (about && IsElement(part, "rule_line", rules_))) continue;
        const auto begin = line.span.begin + static_cast<uint32_t>(part.data() - line.text.data());
        out.push_back({part, {begin, begin + static_cast<uint32_t>(part.size())}, line.column});
      }
    }
    lines_ = std::move(out);
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<HeadLine> lines_;
};

}  // namespace

std::vector<HeadLine> ReadHeadLines(const NormalizedText& text, size_t end_paragraph,
                                    const RuleSet& rules) {
  return LineCollector(text, rules).Collect(end_paragraph);
}

}  // namespace congvan::rules
