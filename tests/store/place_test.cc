// Places in the words of issuers that look like others.
#include "../../store/src/place.h"

#include <gtest/gtest.h>

namespace congvan::store {
namespace {

TEST(Place, IsNotReadWhereItIsNone) {
  struct Case {
    const char* issuer;
    Level level;
    const char *province, *commune;  // "" for unknown
  };
  const Case cases[] = {
      // "xã" as a part of other words
      {"UBND thị xã Hòa Giang", Level::kUnknown, "", "thị xã hòa giang"},
      {"UBND thị xã Hòa Giang, tỉnh Bình Sơn", Level::kUnknown, "bình sơn", "thị xã hòa giang"},
      {"Liên minh Hợp tác xã Việt Nam", Level::kUnknown, "", ""},
      {"LIÊN MINH HỢP TÁC XÃ TỈNH BÌNH SƠN", Level::kProvince, "bình sơn", ""},
      {"Thông tấn xã Việt Nam", Level::kUnknown, "", ""},
      {"Hội đồng nhân dân thị trấn Bến Đò", Level::kCommune, "", "thị trấn bến đò"},
      // "bộ" that is no ministry
      {"Bộ Chỉ huy quân sự tỉnh", Level::kProvince, "", ""},
      {"Bộ Chỉ huy quân sự", Level::kProvince, "", ""},
      {"Bộ Chỉ huy Bộ đội Biên phòng", Level::kProvince, "", ""},
      {"Bộ phận một cửa", Level::kUnknown, "", ""},
      {"Bộ Khoa học và Công nghệ", Level::kCentral, "", ""},
      // "sở" that is no department
      {"Ban Chỉ đạo thực hiện dân chủ ở cơ sở", Level::kUnknown, "", ""},
      {"Tổ công nghệ số tại trụ sở xã", Level::kCommune, "", ""},
      {"Sở Tài chính", Level::kProvince, "", ""},
      {"Giám đốc Sở Tài chính", Level::kProvince, "", ""},
      // capitals
      {"TỈNH ĐOÀN BÌNH SƠN", Level::kProvince, "bình sơn", ""},
      {"Tỉnh đoàn Bình Sơn", Level::kProvince, "bình sơn", ""},
      {"THÀNH ĐOÀN HẢI PHÒNG", Level::kProvince, "hải phòng", ""},
      {"UBND XÃ TÂN THÀNH", Level::kCommune, "", "xã tân thành"},
      {"UBND XÃ TÂN THÀNH TỈNH BÌNH SƠN", Level::kCommune, "bình sơn", "xã tân thành"},
      {"UBND PHƯỜNG PHÚ THỊ", Level::kCommune, "", "phường phú thị"},
      {"UBND THỊ XÃ HÒA GIANG", Level::kUnknown, "", "thị xã hòa giang"},
      {"UBND THÀNH PHỐ HẢI PHÒNG", Level::kProvince, "hải phòng", ""},
      {"HUYỆN ỦY HÒA GIANG", Level::kUnknown, "", "huyện hòa giang"},
      {"ĐOÀN XÃ HÒA AN", Level::kCommune, "", "xã hòa an"},
      // a town of the former middle tier
      {"UBND thành phố Bến Xa, tỉnh Bình Sơn", Level::kUnknown, "bình sơn", "thành phố bến xa"},
  };
  for (const Case& c : cases) {
    const Place place = PlaceOfIssuer(c.issuer);
    EXPECT_EQ(place.level, c.level) << c.issuer;
    EXPECT_EQ(place.province.value_or(""), c.province) << c.issuer;
    EXPECT_EQ(place.commune.value_or(""), c.commune) << c.issuer;
  }
}

}  // namespace
}  // namespace congvan::store
