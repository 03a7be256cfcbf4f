#include "rules/agency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace congvan::rules {
namespace {

using Names = std::vector<std::string>;

const RuleSet& Rules() {
  static const RuleSet* rules = [] {
    auto loaded = RuleSet::Shipped();
    if (!loaded) ADD_FAILURE() << ToString(loaded.error());
    return loaded ? new RuleSet(std::move(*loaded)) : nullptr;
  }();
  CV_CHECK(rules != nullptr, "the shipped rules do not load");
  return *rules;
}

struct ListRow {
  const char* text;
  Names expected;
};

TEST(SplitAgencies, CutsBeforeAnotherNamedBodyOnly) {
  const ListRow rows[] = {
      {"Công an xã, Văn phòng Đảng ủy", {"Công an xã", "Văn phòng Đảng ủy"}},
      {"Sở Tài chính; Sở Xây dựng", {"Sở Tài chính", "Sở Xây dựng"}},
      {"BCĐ xã, UBND xã", {"BCĐ xã", "UBND xã"}},
      {"Văn phòng Chính phủ; Bộ Công an", {"Văn phòng Chính phủ", "Bộ Công an"}},
      // collectives
      {"Các cơ quan, đơn vị", {"Các cơ quan, đơn vị"}},
      {"các sở, ban, ngành", {"các sở, ban, ngành"}},
      {"Các Sở, Ban, ngành liên quan", {"Các Sở, Ban, ngành liên quan"}},  // capitals as well
      {"Các bộ, ngành, địa phương", {"Các bộ, ngành, địa phương"}},
      {"Bộ, ngành, địa phương", {"Bộ, ngành, địa phương"}},
      {"các cấp, các ngành", {"các cấp, các ngành"}},
      {"UBND các xã, phường", {"UBND các xã, phường"}},
      {"Thủ trưởng các ban, ngành, đoàn thể cấp tỉnh",
       {"Thủ trưởng các ban, ngành, đoàn thể cấp tỉnh"}},
      {"Các sở, ngành: Tài chính, Nội vụ, Xây dựng",
       {"Các sở, ngành: Tài chính, Nội vụ, Xây dựng"}},
      {"Công an xã, các cơ quan, đơn vị", {"Công an xã", "các cơ quan, đơn vị"}},
      {"Các trường học, Công an xã, các cơ quan, đơn vị liên quan",
       {"Các trường học", "Công an xã", "các cơ quan, đơn vị liên quan"}},
      {"Các Sở, ban, ngành Thành phố, UBND phường, xã và các doanh nghiệp viễn thông",
       {"Các Sở, ban, ngành Thành phố", "UBND phường, xã", "các doanh nghiệp viễn thông"}},
      // commas, "và", dashes inside names
      {"Sở Văn hóa, Thể thao và Du lịch", {"Sở Văn hóa, Thể thao và Du lịch"}},
      {"Sở Văn hoá, Thể thao và Du lịch, Sở Nội vụ",
       {"Sở Văn hoá, Thể thao và Du lịch", "Sở Nội vụ"}},
      {"Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường",
       {"Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"}},
      {"Phòng Văn hóa - Xã hội", {"Phòng Văn hóa - Xã hội"}},
      {"Văn phòng HĐND và UBND xã", {"Văn phòng HĐND và UBND xã"}},
      {"Văn phòng HĐND&UBND xã, Phòng Kinh tế", {"Văn phòng HĐND&UBND xã", "Phòng Kinh tế"}},
      {"Văn phòng HĐND - UBND, Văn phòng Đảng uỷ", {"Văn phòng HĐND - UBND", "Văn phòng Đảng uỷ"}},
      {"Văn phòng HĐND& UBND xã, các cơ quan, đơn vị",
       {"Văn phòng HĐND& UBND xã", "các cơ quan, đơn vị"}},
      {"Trung tâm phục vụ HCC, Văn phòng HĐND - UBND, Công an xã",
       {"Trung tâm phục vụ HCC", "Văn phòng HĐND - UBND", "Công an xã"}},
      {"Bộ Khoa học, Công nghệ, Bộ Thông tin và Truyền thông, Bộ Kế hoạch và Đầu tư và các địa "
       "phương",
       {"Bộ Khoa học, Công nghệ", "Bộ Thông tin và Truyền thông", "Bộ Kế hoạch và Đầu tư",
        "các địa phương"}},
      {"Sở KH&CN, Sở VH,TT&DL", {"Sở KH&CN", "Sở VH,TT&DL"}},
      {"Ban Quản lý các khu công nghệ cao và khu công nghiệp",
       {"Ban Quản lý các khu công nghệ cao và khu công nghiệp"}},
      {"VTV, VOV, TTXVN, các địa phương", {"VTV", "VOV", "TTXVN", "các địa phương"}},
      {"Sở Khoa học và Công nghệ, VNPT/Viettel, Công an",
       {"Sở Khoa học và Công nghệ", "VNPT/Viettel", "Công an"}},
      {"Đảng ủy và UBND xã", {"Đảng ủy", "UBND xã"}},
      {"Trưởng Ban Chỉ đạo, các Phó Trưởng Ban Chỉ đạo xã",
       {"Trưởng Ban Chỉ đạo", "các Phó Trưởng Ban Chỉ đạo xã"}},
      {"Các đồng chí thành viên Ban Chỉ đạo xã, Tổ Giúp việc, Bí thư các chi bộ, Trưởng các ban, "
       "ngành, đoàn thể xã",
       {"Các đồng chí thành viên Ban Chỉ đạo xã", "Tổ Giúp việc", "Bí thư các chi bộ",
        "Trưởng các ban, ngành, đoàn thể xã"}},
      {"Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội",
       {"Ủy ban Mặt trận Tổ quốc Việt Nam xã", "các tổ chức chính trị - xã hội"}},
      {"Hội Nông dân, Hội LHPN, Đoàn Thanh niên xã",
       {"Hội Nông dân", "Hội LHPN", "Đoàn Thanh niên xã"}},
      // what qualifies a body stays with it
      {"Công an xã (đối với khối chính quyền), Văn phòng Đảng ủy (đối với khối đảng)",
       {"Công an xã (đối với khối chính quyền)", "Văn phòng Đảng ủy (đối với khối đảng)"}},
      {"UBND xã đối với khối chính quyền, Văn phòng Đảng ủy đối với khối Đảng",
       {"UBND xã đối với khối chính quyền", "Văn phòng Đảng ủy đối với khối Đảng"}},
      {"Văn phòng HĐND&UBND (Trung tâm PVHCC xã)", {"Văn phòng HĐND&UBND (Trung tâm PVHCC xã)"}},
      // lines: wrapped or not
      {"UBND xã đối với khối\nchính quyền\nVăn phòng Đảng ủy\nđối với khối Đảng",
       {"UBND xã đối với khối chính quyền", "Văn phòng Đảng ủy đối với khối Đảng"}},
      {"Các cơ quan,\nđơn vị", {"Các cơ quan, đơn vị"}},
      {"Văn phòng\nĐảng ủy", {"Văn phòng Đảng ủy"}},
      {"Văn phòng HĐND và\nUBND xã", {"Văn phòng HĐND và UBND xã"}},
      {"Trung tâm Phục vụ\nhành chính công\nCông an xã",
       {"Trung tâm Phục vụ hành chính công", "Công an xã"}},
      {"Phòng\nVăn hóa - Xã hội", {"Phòng Văn hóa - Xã hội"}},
      {"- Sở Tài chính\n- Sở Nội vụ", {"Sở Tài chính", "Sở Nội vụ"}},
      {"Sở Khoa học\nvà Công nghệ\nSở Công Thương", {"Sở Khoa học và Công nghệ", "Sở Công Thương"}},
      {"Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã",  // the separator was lost
       {"Sở Khoa học và Công nghệ", "Sở Công Thương", "UBND các phường, xã"}},
      // punctuation and labels go
      {"Chủ trì: Sở Công Thương.", {"Sở Công Thương"}},
      {"Công an xã;", {"Công an xã"}},
      {"Công an xã, Công an xã", {"Công an xã"}},  // twice the same
      {"", {}},
      {" \n", {}},
  };
  for (const ListRow& row : rows)
    EXPECT_EQ(SplitAgencies(row.text, Rules()), row.expected) << row.text;
}

TEST(LeadAndSupportCell, ReadsLabelsAndTags) {
  struct Row {
    const char* cell;
    Names lead, support;
    bool labelled;
  };
  const Row rows[] = {
      {"Chủ trì: Sở Công Thương.\nPhối hợp: Sở Tài chính, UBND các xã, phường",
       {"Sở Công Thương"},
       {"Sở Tài chính", "UBND các xã, phường"},
       true},
      {"- Cơ quan chủ trì: Phòng Kinh tế\n- Cơ quan phối hợp: Công an xã; Văn phòng HĐND và UBND",
       {"Phòng Kinh tế"},
       {"Công an xã", "Văn phòng HĐND và UBND"},
       true},
      {"Sở Công Thương chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan",
       {"Sở Công Thương"},
       {"Sở Tài chính", "các đơn vị liên quan"},
       true},
      {"UBND xã (chủ trì); Công an xã (phối hợp)", {"UBND xã"}, {"Công an xã"}, true},
      {"Phòng Kinh tế chủ trì; các đơn vị phối hợp", {"Phòng Kinh tế"}, {"các đơn vị"}, true},
      {"Phòng Kinh tế, Công an xã", {"Phòng Kinh tế", "Công an xã"}, {}, false},
      {"- CT: Sở Tư pháp\n- PH: Sở Nội vụ", {"Sở Tư pháp"}, {"Sở Nội vụ"}, true},
      {"Chủ trì - Sở Tư pháp Phối hợp - Sở Nội vụ", {"Sở Tư pháp"}, {"Sở Nội vụ"}, true},
      {"Sở Tư pháp (CT); Sở Nội vụ (PH)", {"Sở Tư pháp"}, {"Sở Nội vụ"}, true},
      {"Sở Tư pháp chủ trì; Sở Nội vụ, Sở Y tế phối hợp",
       {"Sở Tư pháp"},
       {"Sở Nội vụ", "Sở Y tế"},
       true},
      {"Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ", {"Sở Tư pháp"}, {"Sở Nội vụ"}, true},
      {"1. Sở Tư pháp 2. Sở Nội vụ", {"Sở Tư pháp", "Sở Nội vụ"}, {}, false},
      {"Ban Xây dựng Đảng, UBKT Đảng ủy", {"Ban Xây dựng Đảng", "UBKT Đảng ủy"}, {}, false},
      {"- Chủ trì: Sở Tư pháp - Phối hợp: Sở Nội vụ", {"Sở Tư pháp"}, {"Sở Nội vụ"}, true},
      {"Phòng Hành chính\n- Tổng hợp", {"Phòng Hành chính - Tổng hợp"}, {}, false},
      {"Phòng Hành chính\n- Sở Tài chính", {"Phòng Hành chính", "Sở Tài chính"}, {}, false},
      {"", {}, {}, false},
  };
  for (const Row& row : rows) {
    const LeadAndSupport read = ReadLeadAndSupportCell(row.cell, Rules());
    EXPECT_EQ(read.lead, row.lead) << row.cell;
    EXPECT_EQ(read.support, row.support) << row.cell;
    EXPECT_EQ(read.labelled, row.labelled) << row.cell;
  }
}

struct RoleRow {
  const char* bullet;
  Names lead, support;
};

TEST(RolesInProse, BodyThatActs) {
  const RoleRow rows[] = {
      {"Phòng Kinh tế tham mưu UBND xã bố trí đủ nguồn lực.", {"Phòng Kinh tế"}, {}},
      {"Phòng Văn hóa – Xã hội chủ trì, phối hợp các đơn vị liên quan tham mưu tổ chức tuyên "
       "truyền.",
       {"Phòng Văn hóa – Xã hội"},
       {"các đơn vị liên quan"}},
      {"Văn phòng HĐND và UBND xã tham mưu thành lập Ban Chỉ đạo.",
       {"Văn phòng HĐND và UBND xã"},
       {}},
      {"Trung tâm Phục vụ hành chính công xã phối hợp các phòng, ban triển khai ứng dụng.",
       {"Trung tâm Phục vụ hành chính công xã"},
       {"các phòng, ban"}},
      {"Các đơn vị sự nghiệp công lập trên địa bàn xã căn cứ chức năng, nhiệm vụ, xây dựng kế "
       "hoạch.",
       {"Các đơn vị sự nghiệp công lập trên địa bàn xã"},
       {}},
      {"Văn phòng Đảng ủy là cơ quan thường trực Ban Chỉ đạo xã, có trách nhiệm đôn đốc.",
       {"Văn phòng Đảng ủy"},
       {}},
      {"Trưởng Ban Chỉ đạo, các Phó Trưởng Ban Chỉ đạo xã trực tiếp lãnh đạo, chỉ đạo toàn diện.",
       {"Trưởng Ban Chỉ đạo", "các Phó Trưởng Ban Chỉ đạo xã"},
       {}},
      {"Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm trước Ban Thường vụ Đảng ủy về việc "
       "triển khai.",
       {"Người đứng đầu các cơ quan, đơn vị"},
       {}},
      {"Thủ trưởng các cơ quan đơn vị trên địa bàn xã tổ chức quán triệt sâu sắc.",
       {"Thủ trưởng các cơ quan đơn vị trên địa bàn xã"},
       {}},
      {"Các phòng chuyên môn, cơ quan, đơn vị thường xuyên quán triệt các quy định.",
       {"Các phòng chuyên môn, cơ quan, đơn vị"},
       {}},
      {"Các cơ quan, đơn vị được giao chủ trì thực hiện nhiệm vụ trong Phụ lục khẩn trương xây "
       "dựng kế "
       "hoạch; chủ động phối hợp các cơ quan liên quan để đảm bảo tiến độ.",
       {"Các cơ quan, đơn vị được giao chủ trì thực hiện nhiệm vụ trong Phụ lục"},
       {"các cơ quan liên quan"}},
      {"Các sở, ban, ngành tỉnh có liên quan tới việc thực hiện Kế hoạch này có trách nhiệm thường "
       "xuyên "
       "phối hợp cùng các cơ quan chuyên môn thuộc các bộ, ngành Trung ương trong việc hỗ trợ vốn.",
       {"Các sở, ban, ngành tỉnh có liên quan tới việc thực hiện Kế hoạch này"},
       {"các cơ quan chuyên môn thuộc các bộ, ngành Trung ương"}},
      {"Bộ Khoa học và Công nghệ, Bộ Thông tin và Truyền thông chủ trì, phối hợp với các bộ, "
       "ngành, địa "
       "phương theo dõi, đôn đốc việc triển khai.",
       {"Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông"},
       {"các bộ, ngành, địa phương"}},
      {"Công an xã: Tăng cường tuần tra.", {"Công an xã"}, {}},
      {"Cán bộ, công chức, viên chức xã chủ động học tập kỹ năng số.",
       {"Cán bộ, công chức, viên chức xã"},
       {}},
      {"Phòng Kinh tế cụ thể hoá nhiệm vụ.", {"Phòng Kinh tế"}, {}},  // the newer tone placement
      {"Ban Quản lý dự án đầu tư xây dựng lập kế hoạch.",             // verbs inside a name
       {"Ban Quản lý dự án đầu tư xây dựng"},
       {}},
      {"Cơ quan thường trực Ban Chỉ đạo tổng hợp báo cáo.",
       {"Cơ quan thường trực Ban Chỉ đạo"},
       {}},
      {"Kho bạc Nhà nước, Ngân hàng Chính sách xã hội phối hợp với UBND xã chi trả trợ cấp.",
       {"Kho bạc Nhà nước", "Ngân hàng Chính sách xã hội"},
       {"UBND xã"}},
      {"- Đoàn Thanh niên xã vận động đoàn viên tham gia.", {"Đoàn Thanh niên xã"}, {}},
      {"Uỷ ban nhân dân các xã, phường nghiên cứu triển khai.",
       {"Uỷ ban nhân dân các xã, phường"},
       {}},
      {"Các sở, cơ quan trực thuộc Sở và các cơ quan liên quan trong phạm vi chức năng tổ chức "
       "triển khai.",
       {"Các sở, cơ quan trực thuộc Sở", "các cơ quan liên quan"},
       {}},
  };
  for (const RoleRow& row : rows) {
    const ProseRoles read = ReadRolesInProse(row.bullet, Rules());
    EXPECT_EQ(read.lead, row.lead) << row.bullet;
    EXPECT_EQ(read.support, row.support) << row.bullet;
    EXPECT_FALSE(read.rule.empty() && row.bullet[0] != 'C') << row.bullet;
  }
}

TEST(RolesInProse, TheOneWhoIsAsked) {
  const RoleRow rows[] = {
      {"Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng và các đơn vị liên quan thẩm định.",
       {"Sở Tài chính"},
       {"Sở Xây dựng", "các đơn vị liên quan"}},
      {"Giao Sở Nông nghiệp và Môi trường chủ trì phối hợp với các sở, ban, ngành tỉnh và Ủy ban "
       "nhân "
       "dân các xã, phường tổ chức triển khai thực hiện Kế hoạch này.",
       {"Sở Nông nghiệp và Môi trường"},
       {"các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường"}},
      {"Căn cứ nội dung kế hoạch này, UBND xã yêu cầu các cơ quan, đơn vị khẩn trương cụ thể hóa.",
       {"các cơ quan, đơn vị"},
       {}},
      {"Căn cứ Kế hoạch này, các sở, ban, ngành cấp tỉnh, Ủy ban nhân dân các xã, phường nghiên "
       "cứu "
       "triển khai thực hiện.",
       {"các sở, ban, ngành cấp tỉnh", "Ủy ban nhân dân các xã, phường"},
       {}},
      {"Đề nghị Ủy ban MTTQ Việt Nam xã và các Đoàn thể xã bằng nhiều hình thức tổ chức tuyên "
       "truyền.",
       {"Ủy ban MTTQ Việt Nam xã", "các Đoàn thể xã"},
       {}},
      {"Ủy ban nhân dân tỉnh giao Giám đốc các sở, Thủ trưởng các ban, ngành, đoàn thể cấp tỉnh và "
       "Chủ "
       "tịch Ủy ban nhân dân các xã, phường, các cơ quan liên quan theo chức năng triển khai.",
       {"Giám đốc các sở", "Thủ trưởng các ban, ngành, đoàn thể cấp tỉnh",
        "Chủ tịch Ủy ban nhân dân các xã, phường", "các cơ quan liên quan"},
       {}},
      {"Trong quá trình triển khai, nếu có vướng mắc, đề nghị các cơ quan, đơn vị kịp thời báo "
       "cáo.",
       {"các cơ quan, đơn vị"},
       {}},
      {"Đề nghị Ủy ban nhân dân các xã: Gia Thuận, Tân Điền phối hợp với Sở Xây dựng rà soát.",
       {"Ủy ban nhân dân các xã: Gia Thuận, Tân Điền"},
       {"Sở Xây dựng"}},
      {"Các doanh nghiệp viễn thông, các nhà đầu tư trong khu công nghiệp chủ động bố trí kinh "
       "phí.",
       {"Các doanh nghiệp viễn thông", "các nhà đầu tư trong khu công nghiệp"},
       {}},
      // a later clause with a subject of its own
      {"Ban hành văn bản triển khai. Trên cơ sở đó, UBND xã phân công nhiệm vụ cho từng bộ phận.",
       {"UBND xã"},
       {}},
      {"Chỉ đạo đẩy mạnh chuyển đổi số; đồng thời mỗi cơ quan, đơn vị phải chủ động xây dựng dữ "
       "liệu.",
       {"mỗi cơ quan, đơn vị"},
       {}},
  };
  for (const RoleRow& row : rows) {
    const ProseRoles read = ReadRolesInProse(row.bullet, Rules());
    EXPECT_EQ(read.lead, row.lead) << row.bullet;
    EXPECT_EQ(read.support, row.support) << row.bullet;
  }
}

TEST(RolesInProse, SupportWithoutLeadAndNothingAtAll) {
  const RoleRow rows[] = {
      {"Phối hợp Sở Khoa học và Công nghệ, VNPT/Viettel, Công an tổ chức các lớp đào tạo.",
       {},
       {"Sở Khoa học và Công nghệ", "VNPT/Viettel", "Công an"}},
      {"Tổ chức tập huấn. Tăng cường phối hợp Công an xã để theo dõi, xử lý tin giả.",
       {},
       {"Công an xã"}},
      {"Chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tổ chức các chương trình đào tạo.",
       {},
       {"các cơ quan, đơn vị có liên quan"}},
      {"Chủ trì, phối hợp các sở, ngành, địa phương có liên quan, tham mưu đề xuất.",
       {},
       {"các sở, ngành, địa phương có liên quan"}},
      {"Phối hợp với Sở Giáo dục và Đào tạo kiểm tra việc thực hiện.",
       {},
       {"Sở Giáo dục và Đào tạo"}},
      {"Phối hợp với Sở Khoa học và Công nghệ, Sở Xây dựng và các cơ quan liên quan hướng dẫn.",
       {},
       {"Sở Khoa học và Công nghệ", "Sở Xây dựng", "các cơ quan liên quan"}},
      {"Triển khai kế hoạch; phối hợp với Ủy ban nhân dân 04 xã: Gia Thuận, Tân Điền thành lập khu "
       "bảo vệ.",
       {},
       {"Ủy ban nhân dân 04 xã: Gia Thuận, Tân Điền"}},
      {"Khẩn trương phối hợp với Sở Xây dựng hoàn thành.", {}, {"Sở Xây dựng"}},
      // no roles
      {"Thường xuyên theo dõi, kiểm tra, giám sát các cơ quan, đơn vị việc triển khai.", {}, {}},
      {"Phối hợp tuyên truyền đẩy mạnh việc mở rộng phủ sóng.", {}, {}},
      {"Phối hợp hỗ trợ các HTX, hộ kinh doanh mở gian hàng số.", {}, {}},
      {"Mời chuyên gia của Sở Khoa học và Công nghệ, VNPT, Viettel tập huấn kỹ năng số.", {}, {}},
      {"Ban hành và thực hiện nghiêm Quy chế bảo đảm an toàn thông tin.", {}, {}},
      {"Tổ chức hội nghị quán triệt Nghị quyết.", {}, {}},
      {"Phòng, chống thiên tai trên địa bàn xã.", {}, {}},
      {"Hội nghị tổng kết tổ chức vào tháng 12.", {}, {}},
      {"Trung tâm dữ liệu được xây dựng theo tiêu chuẩn.", {}, {}},
      {"Trạm Y tế xã được đầu tư nâng cấp.", {}, {}},  // nobody acts
      {"Giao dịch không dùng tiền mặt được đẩy mạnh.", {}, {}},
      {"Tăng cường mối quan hệ phối hợp của các cơ quan, đơn vị trong triển khai.", {}, {}},
      {"Chỉ đạo hệ thống y tế cơ sở phối hợp với các cơ sở giáo dục mầm non triển khai.", {}, {}},
      {"", {}, {}},
  };
  for (const RoleRow& row : rows) {
    const ProseRoles read = ReadRolesInProse(row.bullet, Rules());
    EXPECT_EQ(read.lead, row.lead) << row.bullet;
    EXPECT_EQ(read.support, row.support) << row.bullet;
  }
}

// Words of aspect end a name: what was, is or isn't done is told, not assigned.
TEST(RolesInProse, WhatIsToldGivesNoLead) {
  const RoleRow rows[] = {
      {"Sở Tài chính đã phê duyệt dự toán năm 2025.", {}, {}},
      {"Phòng Kinh tế đã hoàn thành việc rà soát.", {}, {}},
      {"Phòng Kinh tế đã và đang triển khai mô hình.", {}, {}},
      {"Công an xã đang tham mưu kế hoạch.", {}, {}},
      {"Trường học chưa kết nối mạng thì bổ sung.", {}, {}},
      {"Văn phòng HĐND và UBND xã không chủ trì nhiệm vụ này.", {}, {}},
      {"Phòng Kinh tế không phải báo cáo nội dung này.", {}, {}},
      {"UBND xã vẫn chưa ban hành kế hoạch.", {}, {}},
      {"Các xã đã tích cực triển khai Kế hoạch.", {}, {}},
      {"Các sở, ngành đã ban hành văn bản, khẩn trương thực hiện.", {}, {}},
      {"Các xã chưa triển khai thực hiện.", {}, {}},
      {"Trung tâm Phục vụ hành chính công được Nhà nước đầu tư trang thiết bị.", {}, {}},
      {"Các xã đã triển khai khẩn trương.", {}, {}},
      // still a duty
      {"Các sở, ngành chưa hoàn thành khẩn trương ban hành kế hoạch.",
       {"Các sở, ngành chưa hoàn thành"},
       {}},
      {"Sở Tài chính sẽ thẩm định dự toán.", {"Sở Tài chính"}, {}},
      {"Phòng Kinh tế cần rà soát.", {"Phòng Kinh tế"}, {}},
      {"Phòng Kinh tế phải báo cáo trước ngày 15.", {"Phòng Kinh tế"}, {}},
      {"Các cơ quan được giao chủ trì nhiệm vụ có trách nhiệm báo cáo.",
       {"Các cơ quan được giao chủ trì nhiệm vụ"},
       {}},
      {"Các xã chưa hoàn thành chỉ tiêu khẩn trương rà soát.",
       {"Các xã chưa hoàn thành chỉ tiêu"},
       {}},
      {"Yêu cầu các đơn vị chưa có kế hoạch xây dựng ngay.", {"các đơn vị chưa có kế hoạch"}, {}},
  };
  for (const RoleRow& row : rows) {
    const ProseRoles read = ReadRolesInProse(row.bullet, Rules());
    EXPECT_EQ(read.lead, row.lead) << row.bullet;
    EXPECT_EQ(read.support, row.support) << row.bullet;
  }
}

TEST(AgencyHeading, NamesBodiesOrASubject) {
  const ListRow rows[] = {
      {"1. Phòng Văn hóa - Xã hội", {"Phòng Văn hóa - Xã hội"}},
      {"7. Đề nghị Ủy ban Mặt trận Tổ quốc xã", {"Ủy ban Mặt trận Tổ quốc xã"}},
      {"2. Các đồng chí thành viên Ban Chỉ đạo, Tổ Giúp việc:",
       {"Các đồng chí thành viên Ban Chỉ đạo", "Tổ Giúp việc"}},
      {"a) Đối với UBND xã", {"UBND xã"}},
      {"4. Các Sở, ban, ngành của Thành phố, UBND phường, xã",
       {"Các Sở, ban, ngành của Thành phố", "UBND phường, xã"}},
      {"Các cơ sở giáo dục", {"Các cơ sở giáo dục"}},
      {"5. Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan",
       {"Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan"}},
      {"VĂN PHÒNG ĐẢNG ỦY", {"VĂN PHÒNG ĐẢNG ỦY"}},
      {"3. Công an xã", {"Công an xã"}},
      {"11. Ủy ban nhân dân các xã: Gia Thuận, Tân Điền",
       {"Ủy ban nhân dân các xã: Gia Thuận, Tân Điền"}},
      // subjects
      {"Về dữ liệu", {}},
      {"TỔ CHỨC THỰC HIỆN", {}},
      {"Tổ chức thực hiện", {}},
      {"BAN HÀNH VĂN BẢN", {}},
      {"Công tác lãnh đạo, chỉ đạo", {}},
      {"Hội nghị, hội thảo", {}},
      {"1. Phòng, chống thiên tai", {}},
      {"Phát triển hạ tầng số", {}},
      {"Các nhiệm vụ trọng tâm", {}},
      {"1. Phòng Kinh tế tham mưu UBND xã", {}},  // a task, no heading
      {"", {}},
  };
  for (const ListRow& row : rows)
    EXPECT_EQ(ReadAgencyHeading(row.text, Rules()), row.expected) << row.text;
}

TEST(Agency, EveryTruncationIsReadWithoutFault) {
  const std::string text =
      "Căn cứ Kế hoạch này, UBND xã giao Văn phòng HĐND và UBND (cơ quan thường trực) chủ trì, "
      "phối hợp với Sở Văn "
      "hóa, Thể thao và Du lịch, các sở, ban, ngành; đồng thời mỗi đơn vị phải rà soát.\n- Phối "
      "hợp: Công an xã";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string_view cut = std::string_view(text).substr(0, size);
    for (const std::string& name : SplitAgencies(cut, Rules())) EXPECT_FALSE(name.empty());
    ReadLeadAndSupportCell(cut, Rules());
    ReadRolesInProse(cut, Rules());
    ReadAgencyHeading(cut, Rules());
  }
}

}  // namespace
}  // namespace congvan::rules
