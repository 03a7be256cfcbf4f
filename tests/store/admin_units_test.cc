#include "store/admin_units.h"

#include <gmock/gmock.h>

#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kList = R"([
  {"Code": "90", "FullName": "Tỉnh Lam Châu", "Wards": [
    {"Code": "90001", "FullName": "Xã Khe Vàng", "ProvinceCode": "90"},
    {"Code": "90002", "FullName": "Phường Tân An"}]},
  {"Code": "91", "FullName": "Thành phố Hà Sơn", "Wards": [
    {"Code": "91001", "FullName": "Phường Tân An"}]}])";

class UnitsTest : public StoreTest {
 protected:
  static std::vector<std::string> Covered(Store& store, const std::optional<std::string>& in = {}) {
    std::vector<std::string> out;
    const auto rows = ListCoverage(store, IdOf(store, "57-NQ/TW"), in);
    for (const CoverageRow& row : *rows) {
      std::string line = row.unit.name + ", " + row.unit.province + ":";
      for (const DocumentRow& document : row.documents) line += " " + document.label;
      out.push_back(line);
    }
    return out;
  }
  void PutPlan(Store& store, const std::string& name, const std::string& symbol,
               const std::string& issuer) {
    Put(store, *RecordBuilder(name, symbol)
                    .Issuer(issuer)
                    .Date("2025-09-01")
                    .Cites("57-NQ/TW", "2024-12-22")
                    .Implements("57-NQ/TW"));
  }
};

TEST_F(UnitsTest, ReadsTheListAsPublished) {
  const auto units = ReadUnits(kList, "units.json");
  ASSERT_THAT(*units, SizeIs(5));
  EXPECT_EQ((*units)[1], (Unit{"90001", "Xã Khe Vàng", Level::kCommune, "Tỉnh Lam Châu"}));
  for (const char* wrong :
       {"", "{}", "[]", "[1]", R"([{"Code": "1"}])", "[{", R"([{"Code": 1}])"}) {
    const auto refused = ReadUnits(wrong, "units.json");
    ASSERT_FALSE(refused.has_value()) << wrong;
    EXPECT_EQ(refused.error().file, "units.json");
    EXPECT_THAT(refused.error().hint, HasSubstr("FullName"));
  }
}

TEST_F(UnitsTest, ANewListTakesThePlaceOfTheOld) {
  Store store = OpenStore();
  ASSERT_TRUE(ImportUnits(store, *ReadUnits(kList, "units.json")));
  ASSERT_TRUE(
      ImportUnits(store, {{"01", "Thành phố Hà Nội", Level::kProvince, "Thành phố Hà Nội"}}));
  EXPECT_THAT(*ListUnits(store, std::nullopt), SizeIs(1));
  ASSERT_TRUE(ImportUnits(store, *ReadUnits(kList, "units.json")));
  EXPECT_THAT(*ListUnits(store, "lam châu"), SizeIs(3));
}

TEST_F(UnitsTest, TellsWhichCommunesHaveAPlan) {
  Store store = OpenStore();
  ASSERT_TRUE(ImportUnits(store, *ReadUnits(kList, "units.json")));
  PutPlan(store, "a", "1/KH-UBND", "UBND xã Khe Vàng");  // the only one of this name
  PutPlan(store, "b", "2/KH-UBND", "UBND phường Tân An, thành phố Hà Sơn");
  PutPlan(store, "c", "3/KH-UBND", "UBND phường Tân An");  // of which province?
  PutPlan(store, "d", "4/KH-UBND", "UBND tỉnh Lam Châu");
  EXPECT_THAT(Covered(store), ElementsAre("Phường Tân An, Tỉnh Lam Châu:",
                                          "Phường Tân An, Thành phố Hà Sơn: 2/KH-UBND",
                                          "Xã Khe Vàng, Tỉnh Lam Châu: 1/KH-UBND"));
  EXPECT_THAT(Covered(store, "Hà Sơn"), ElementsAre("Phường Tân An, Thành phố Hà Sơn: 2/KH-UBND"));
  EXPECT_THAT(*ListCoverage(store, 9999, std::nullopt), IsEmpty());
}

TEST_F(UnitsTest, WithoutAListKnowsTheCommunesOfItsDocuments) {
  Store store = OpenStore();
  PutPlan(store, "a", "1/KH-UBND", "UBND xã Khe Vàng, tỉnh Lam Châu");
  Put(store, *RecordBuilder("b", "2/BC-UBND").Issuer("UBND xã Ngọc Bền, tỉnh Lam Châu"));
  EXPECT_THAT(Covered(store),
              ElementsAre("xã ngọc bền, lam châu:", "xã khe vàng, lam châu: 1/KH-UBND"));
}

}  // namespace
}  // namespace congvan::store
