// line_shape.h: what a line looks like to a reader who knows administrative papers. All take NFC,
// markup removed.
#pragma once

#include <string_view>

namespace congvan::normalizer {

/// "- ", "+ ", "• ", "– " at the start.
bool StartsWithBullet(std::string_view line);
/// "1. ", "1.1. ", "2) ", "a) ", "đ. ", "I. ", "IV- ", "A. " at the start. Bytes of the mark, 0 for
/// none.
size_t ListMarkSize(std::string_view line);
/// "(1) ", "(a) " at the start.
bool StartsWithBracketMark(std::string_view line);
/// "Điều 5.", "Chương I", "Phần thứ nhất", "Mục 2", "PHỤ LỤC", at the start.
bool StartsWithDivision(std::string_view line);
/// "Căn cứ", "Nơi nhận:", "Kính gửi", "Số:", "V/v", "Theo đề nghị", ...: always the start of
/// something.
bool StartsWithFormula(std::string_view line);
/// "Kính gửi", "Đồng kính gửi", "Kính trình": whom a letter goes to.
bool StartsWithAddressees(std::string_view line);
/// "(Ban hành kèm theo Quyết định số ...": the line under a title that names another paper.
bool StartsWithAnnexReference(std::string_view line);
/// "Thực hiện", "Tiếp theo", "Ngày 05", ...: the first words of a letter's first sentence, which
/// name nobody.
bool StartsWithOpening(std::string_view line);
/// "Trong quá trình thực hiện, ...", "Yêu cầu các đơn vị nghiêm túc ...": the last paragraph of a
/// body, behind a sentence.
bool StartsWithClosing(std::string_view line);
/// "(Đã ký)", under a title of a sign-off.
bool IsSignedMark(std::string_view line);
/// Only dashes, underscores, equal signs or stars: a rule drawn with letters.
bool IsRuleLine(std::string_view line);
/// The type of a document and nothing else, in capitals: "KẾ HOẠCH", "QUYẾT ĐỊNH:".
bool IsTypeLine(std::string_view line);
/// "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN": a line of a sign-off in capitals.
bool IsSignOffLine(std::string_view line);
/// Begins with the head word of a public body: "Sở ...", "UBND ...", "Các ...". In any case of
/// letters.
bool StartsWithBody(std::string_view line);
/// "HỘI ĐỒNG NHÂN DÂN TỈNH X", "GIÁM ĐỐC SỞ Y": who decides, above the preamble of a decision.
bool StartsWithDecider(std::string_view line);
/// "... của Thủ tướng", "... của Ban": the name of the issuer must go on.
bool EndsInHalfIssuer(std::string_view line);
/// Only such a head word, or ends in one after a comma or semicolon: the name must go on.
bool EndsWithBareBody(std::string_view line);
/// Ends in a word after which something must follow: "của", "số", "và", a comma, an open bracket.
bool EndsInConnective(std::string_view line);
/// The same, or in the first half of a common word or name: "Ủy", "Công", "xã". A hint for long
/// lines.
bool EndsOpen(std::string_view line);
/// Ends in . ; : ! ? (quotes and brackets behind it do not count).
bool EndsSentence(std::string_view line);
/// First letter or digit is lower case (quotes and brackets before it do not count).
bool StartsLower(std::string_view line);
bool StartsUpper(std::string_view line);
bool StartsDigit(std::string_view line);
/// No small letters: "2025 - 2030" goes with a title in capitals.
bool HasNoLower(std::string_view line);
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
/// In capitals, but for a few letters of names in a longer line: "HẠ TẦNG 5G, IoT TRONG CÁC KHU
/// CÔNG NGHIỆP".
bool IsMostlyUpper(std::string_view text);
/// More opening than closing brackets or double quotes.
bool HasOpenBracket(std::string_view text);
/// "tháng", "khoản", "Điều", "số", ...: a number that follows is no list mark.
bool EndsBeforeNumber(std::string_view line);

/// "Khe Vàng, ngày 20 tháng 11 năm 2025" and nothing else; numbers may be blank.
bool IsPlaceDateLine(std::string_view line);

std::string_view FirstWord(std::string_view line);
std::string_view LastWord(std::string_view line);

}  // namespace congvan::normalizer
