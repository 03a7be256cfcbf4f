#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

TEST(Letters, AreReadAsWhatTheyLookLike) {
  const struct {
    const char *source, *expected, *what;
  } rows[] = {
      {"Ðảng ủy", "Đảng ủy", "eth for Đ"},
      {"ðịa bàn", "địa bàn", "small eth"},
      {"Ɖề án", "Đề án", "African D"},
      {"Ƣu tiên, tƣ nhân", "Ưu tiên, tư nhân", "OI for Ư"},
      {"Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch", "decomposed marks"},
      {"đuo\u031B\u0323c", "đuợc", "horn and dot in one order"},
      {"đuo\u0323\u031Bc", "đuợc", "and in the other"},
      {"Số 12/КН-UBND", "Số 12/KH-UBND", "a code in Cyrillic capitals"},
      {"Тrung tâm", "Trung tâm", "one Cyrillic letter in a word"},
      {"НАТО gửi", "НАТО gửi", "a Cyrillic word stays where little Latin stands around it"},
      {"Москва và НАТО gửi các cơ quan", "Москва và НАТО gửi các cơ quan",
       "and where letters without a Latin like stand too"},
      {"ТТ Đảng ủy xã, КНЕ VÀNG", "TT Đảng ủy xã, KHE VÀNG", "whole words in Cyrillic capitals"},
      {"Α. Chính quyền số", "A. Chính quyền số", "a Greek list mark"},
      {"１２／ＫＨ－ＵＢＮＤ", "12/KH-UBND", "full width"},
      {"ﬁle, oﬃce", "file, office", "ligatures"},
      {"a\u00A0b\u2009c\u200Bd\uFEFFe\u00ADf", "a b cdef", "blanks seen and unseen"},
      {"57\u2011NQ/TW", "57-NQ/TW", "no-break hyphen"},
      {"khoa học – công nghệ", "khoa học – công nghệ", "a dash in prose is the author's"},
      {"“đúng, đủ”", "“đúng, đủ”", "typographic quotes stay"},
      {"hoà, hòa, uỷ, ủy", "hoà, hòa, uỷ, ủy", "both placements of the tone stay"},
  };
  for (const auto& row : rows) {
    const RawDocument raw = TextDocument(row.source);
    const NormalizedText text = Normalize(raw);
    EXPECT_EQ(text.text, row.expected) << row.what;
    CheckInvariants(raw, text);
  }
}

TEST(Letters, SoftHyphensOfLegacyFontsStay) {
  const NormalizedText text = Normalize(
      TextDocument("C\u00ADêng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do, ¬n, ®Êt, ®iÓm"));
  EXPECT_NE(text.text.find("\u00AD"), std::string::npos);
  ASSERT_EQ(text.notes.size(), 1U);
  EXPECT_EQ(text.notes[0].code, "legacy-font");
}

TEST(RejoinLetters, ClosesWordsThatWereTakenApart) {
  const struct {
    const char *source, *expected, *what;
  } rows[] = {
      {"K Ế  H O Ạ C H", "KẾ HOẠCH", "letter-spaced, words by wide gaps"},
      {"K Ế H O Ạ C H", "KẾ HOẠCH", "letter-spaced, words by syllables"},
      {"Q U Y Ế T  Đ Ị N H", "QUYẾT ĐỊNH", "an onset of two letters"},
      {"ĐIỀ U KHO ẢN", "ĐIỀU KHOẢN", "pieces that are no syllables"},
      {"chuyể n đ ổi số", "chuyển đổi số", "small letters"},
      {"nh ận th ức đ ầy đ ủ, sâu s ắc", "nhận thức đầy đủ, sâu sắc", "with a comma behind"},
      {"a b c d e", "a b c d e", "points of a list"},
      {"Công an xã A B", "Công an xã A B", "names in letters"},
      {"thực hiện kế hoạch", "thực hiện kế hoạch", "sound text"},
      {"the o yêu cầu", "the o yêu cầu", "a typing error between words stays"},
      {"TT ĐU, TT HĐND xã", "TT ĐU, TT HĐND xã", "abbreviations"},
      {"Phòng VH XH", "Phòng VH XH", "abbreviations without a vowel"},
      {"Số: /KH UBND", "Số: /KH UBND", "a code with a blank"},
      {"Nguyễn Thị Ánh", "Nguyễn Thị Ánh", "a name without onset"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Normalize(TextDocument(row.source)).text, row.expected) << row.what;
}

}  // namespace
}  // namespace congvan::normalizer
