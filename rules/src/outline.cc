#include "outline.h"

#include <algorithm>
#include <charconv>

#include "body_labels.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "rules/agency.h"

namespace congvan::rules {
namespace {

constexpr size_t kShortHeading = 110;    // bytes of a heading that ends like a sentence
constexpr size_t kBareTitle = 50;        // bytes of a title that nothing marks as one
constexpr size_t kLongestHeading = 400;  // bytes; longer is a sentence whatever ends it
constexpr int kLetterLevel = 60;         // "a)" and below
constexpr int kArticleAboveSections = 15;
constexpr int kStarAboveBullets = 68;

int LevelOf(const Rule& rule) {
  int level = kPlainLevel;
  const std::string_view digits = rule["level"];
  std::from_chars(digits.data(), digits.data() + digits.size(), level);
  return level;
}

class OutlineReader {
 public:
  OutlineReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  std::vector<OutlineItem> Read(size_t first, size_t end) {
    for (size_t i = first; i < end; ++i) {
      if (!Trim(Text(i)).empty() && !IsElement(Text(i), "rule_line", rules_))
        out_.push_back(ReadItem(i));
    }
    // A mark with nothing behind it is no item.
    std::erase_if(out_, [this](const OutlineItem& item) { return Words(item).empty(); });
    LiftArticles();
    PlaceLeadIns();
    LinkParents();
    for (size_t i = 0; i < out_.size(); ++i) out_[i].heading = IsHeading(i);
    AssignRoles(text_, out_, rules_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(size_t paragraph) const {
    return text_.paragraphs[paragraph].span.Of(text_.text);
  }
  [[nodiscard]] std::string_view Words(const OutlineItem& item) const {
    return Trim(item.text.Of(text_.text));
  }

  OutlineItem ReadItem(size_t paragraph) const {
    OutlineItem item;
    item.paragraph = paragraph;
    item.text = text_.paragraphs[paragraph].span;
    item.closing = IsElement(Text(paragraph), "closing", rules_);
    const std::string_view line = Text(paragraph);
    if (const auto mark = rules_.group("outline").MatchStart(line); mark && mark->begin == 0)
      ReadMark(*mark, line, item);
    item.label = item.level >= kLetterLevel && BeginsWithTaskLabel(Words(item), rules_);
    for (const Match& match : rules_.group("headings").FindAll(Words(item))) {
      const std::string_view role = (*match.rule)["role"];
      item.no_work = item.no_work || role == "no-work" || (role == "remark" && NamesNobody(item)) ||
                     (role == "person" && !TellsWork(item));
    }
    return item;
  }

  [[nodiscard]] bool NamesNobody(const OutlineItem& item) const {
    return ReadRolesInProse(OneLine(Words(item)), rules_).lead.empty();
  }

  // "Đ/c Lê Thị Nga, Phó Trưởng Ban giúp Trưởng Ban theo dõi": a verb ends the name.
  [[nodiscard]] bool TellsWork(const OutlineItem& item) const {
    return !ReadRolesInProse(OneLine(Words(item)), rules_).rule.empty();
  }

  static void ReadMark(const Match& mark, std::string_view line, OutlineItem& item) {
    item.level = LevelOf(*mark.rule);
    item.article = item.level == kArticleLevel;
    item.star = line.starts_with("*");
    size_t skip = mark.end;
    if (const auto number = mark.Get(line, "number")) {
      item.number = std::string(*number);
      skip = static_cast<size_t>(number->data() + number->size() - line.data());
      while (skip < line.size() &&
             std::string_view(".,):/ -").find(line[skip]) != std::string_view::npos)
        ++skip;
      for (std::string_view dash : {"–", "—"}) {
        if (line.substr(skip).starts_with(dash)) skip += dash.size();
      }
    }
    while (skip < line.size() && (line[skip] == ' ' || line[skip] == '-')) ++skip;
    item.text.begin += static_cast<uint32_t>(std::min(skip, line.size()));
  }

  // In a decision that approves a plan, "I." stands inside "Điều 1.".
  void LiftArticles() {
    const auto first = std::find_if(out_.begin(), out_.end(), [](const OutlineItem& item) {
      return item.level <= kArticleLevel;
    });
    if (first == out_.end() || !first->article) return;
    for (OutlineItem& item : out_) {
      if (item.article) item.level = kArticleAboveSections;
    }
  }

  [[nodiscard]] bool EndsLikeLeadIn(std::string_view line) const {
    if (line.ends_with(":")) return true;
    const std::string folded = ToLower(line);
    for (std::string_view words : {"sau đây", "như sau", "dưới đây"}) {
      if (folded.ends_with(words) || folded.ends_with(std::string(words) + ".")) return true;
    }
    return false;
  }

  // A few words without a stop, or in bold.
  [[nodiscard]] bool IsBareTitle(const OutlineItem& item) const {
    const std::string_view line = Words(item);
    if (line.size() > kShortHeading ||
        std::string_view(".;,").find(line.back()) != std::string::npos)
      return false;
    return line.size() < kBareTitle || text_.paragraphs[item.paragraph].bold;
  }

  // A plain "... các nội dung sau:" or "Công an xã:" stands right above the items behind it.
  void PlaceLeadIns() {
    for (size_t i = 0; i + 1 < out_.size(); ++i) {
      OutlineItem& item = out_[i];
      if (item.level != kPlainLevel || item.closing || item.label) continue;
      const int next = out_[i + 1].level;
      if (next <= kArticleLevel || next == kPlainLevel || out_[i + 1].article) continue;
      const std::string_view line = Words(item);
      const bool bodies = line.size() < kShortHeading && next >= kBulletLevel &&
                          !line.ends_with(".") && !ReadAgencyHeading(line, rules_).empty();
      const bool sentence = EndsLikeLeadIn(line);
      if (!bodies && !sentence && !IsBareTitle(item)) continue;
      item.level = next - 1;
      item.lead_in = sentence && !bodies;
      item.title = !sentence;
    }
  }

  void LinkParents() {
    std::vector<size_t> open;
    for (size_t i = 0; i < out_.size(); ++i) {
      OutlineItem& item = out_[i];
      if (item.closing) open.clear();
      if (HeadsBullets(i)) {
        item.level = kStarAboveBullets;
      } else if (item.star) {
        PlaceStar(open, item);
      }
      // A plain paragraph belongs to the nearest numbered heading, not to the bullet before it.
      const bool plain = item.level == kPlainLevel;
      while (!open.empty() && (out_[open.back()].level >= item.level ||
                               (plain && !item.label && out_[open.back()].level >= kBulletLevel)))
        open.pop_back();
      if (!open.empty()) {
        item.parent = open.back();
        if (!item.label && !item.no_work) out_[open.back()].has_children = true;
      }
      if (!plain && !item.label) open.push_back(i);
    }
  }

  [[nodiscard]] bool IsBareBullet(const OutlineItem& item) const {
    if (item.level < kBulletLevel || item.level == kPlainLevel || item.label) return false;
    const std::string_view line = Words(item);
    return std::string_view(".;,").find(line.back()) == std::string::npos &&
           !ReadAgencyHeading(line, rules_).empty();
  }

  // "* Công an xã" or "- Công an xã", and then bullets of what it does.
  [[nodiscard]] bool HeadsBullets(size_t i) const {
    if (i + 1 == out_.size() || !IsBareBullet(out_[i]) || IsBareBullet(out_[i + 1])) return false;
    return out_[i + 1].level >= kBulletLevel && out_[i + 1].level < kPlainLevel;
  }

  // "*" above the "-" bullets behind it; below them where they came first.
  void PlaceStar(const std::vector<size_t>& open, OutlineItem& item) const {
    for (size_t at : open) {
      if (out_[at].level >= kBulletLevel && !out_[at].star) return;
      if (out_[at].star) {
        item.level = out_[at].level;
        return;
      }
    }
    item.level = kStarAboveBullets;
  }

  [[nodiscard]] bool IsHeading(size_t i) const {
    const OutlineItem& item = out_[i];
    const std::string_view line = Words(item);
    if (item.label) return false;
    if (item.level <= kTopLevel && !item.article) return true;
    if (line.ends_with(":")) return true;
    if (!item.has_children || line.size() > kLongestHeading) return false;
    if (item.lead_in || item.title) return true;
    const bool sentence = line.ends_with(".") || line.ends_with(";") || line.ends_with("./.");
    if (item.level >= kStarAboveBullets)
      return !sentence && !ReadAgencyHeading(line, rules_).empty();
    const Paragraph& paragraph = text_.paragraphs[item.paragraph];
    if (paragraph.heading_mark || paragraph.bold || !sentence) return true;
    // "2. Sở Tài chính cân đối kinh phí." is work, whatever stands below it.
    return line.size() < kShortHeading && ReadRolesInProse(line, rules_).lead.empty();
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<OutlineItem> out_;
};

}  // namespace

std::vector<OutlineItem> ReadOutline(const NormalizedText& text, size_t first, size_t end,
                                     const RuleSet& rules) {
  return OutlineReader(text, rules).Read(first, end);
}

}  // namespace congvan::rules
