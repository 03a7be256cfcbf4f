// rules/agency.h: lists of bodies and the roles they are given.
//
//   SplitAgencies("Công an xã, Văn phòng HĐND và UBND", rules)   {"Công an xã", "Văn phòng HĐND và
//   UBND"} ReadRolesInProse("Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành thẩm định.",
//   rules)
//                                                                lead {"Sở Tài chính"}, support
//                                                                {"các sở, ngành"}
//
// rules/data/agencies.toml knows how names of bodies begin, agencies_split.toml how lists are cut,
// agencies_prose.toml and agencies_assign.toml the words that give a role. Names begin with
// capitals, so texts must be as printed (NFC). Pure and safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

/// Splits a cell or phrase into bodies, in order: at ';', at line breaks that are no wrapped lines,
/// and at a comma or "và" before another named body. A collective stays one ("Các cơ quan, đơn vị",
/// "các sở, ban, ngành"), so does a name with a comma or "và" inside ("Sở Văn hoá, Thể thao và Du
/// lịch", "Văn phòng HĐND và UBND"), and what qualifies a body stays with it ("UBND xã đối với khối
/// chính quyền", "Công an xã (đối với khối chính quyền)"). Trailing punctuation is cut; bullets and
/// labels ("Chủ trì:") are not the bodies' business and are cut too.
std::vector<std::string> SplitAgencies(std::string_view text, const RuleSet& rules);

/// A cell that holds both roles ("Chủ trì: Sở Công Thương.\nPhối hợp: Sở Tài chính, UBND các xã").
/// Without a label everything is lead.
struct LeadAndSupport {
  std::vector<std::string> lead, support;
  bool labelled = false;
};
LeadAndSupport ReadLeadAndSupportCell(std::string_view cell, const RuleSet& rules);

/// The roles a bullet of the body gives in its own words: the body that begins it and acts ("Phòng
/// Kinh tế tham mưu ...", "Giao Sở Tài chính ...", "Đề nghị Ủy ban MTTQ xã ...", "Căn cứ ..., UBND
/// xã yêu cầu các cơ quan, đơn vị ...") is the lead; "phối hợp (với) X" names support. Empty when
/// the bullet begins with a verb.
struct ProseRoles {
  std::vector<std::string> lead, support;
  size_t work_begin = 0;  ///< byte of `bullet` behind the names that open it; 0 where none does
  std::string rule;
};
ProseRoles ReadRolesInProse(std::string_view bullet, const RuleSet& rules);

/// The bodies that a sentence asks to act ("Sở Nội vụ đề nghị UBND các xã, phường thực hiện các nội
/// dung sau:"): never the asker. Empty when nobody is asked.
std::vector<std::string> ReadAskedBodies(std::string_view sentence, const RuleSet& rules);

/// The bodies that a heading names as those who act: "1. Phòng Văn hóa - Xã hội", "7. Đề nghị Ủy
/// ban Mặt trận Tổ quốc xã", "2. Các đồng chí thành viên Ban Chỉ đạo, Tổ Giúp việc:". Empty when
/// the heading names a subject ("Về dữ liệu").
std::vector<std::string> ReadAgencyHeading(std::string_view heading, const RuleSet& rules);

}  // namespace congvan::rules
