#include "store/graph.h"

#include <gmock/gmock.h>

#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class GraphTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store_.emplace(OpenStore());
    Put(*store_, *RecordBuilder("cp", "71/NQ-CP")
                      .Date("2025-04-01")
                      .Cites("57-NQ/TW")
                      .Cites("03/NQ-CP")
                      .Implements("57-NQ/TW")
                      .Relates("self", RelationKind::kAmends, "03/NQ-CP", "sửa đổi, bổ sung"));
    Put(*store_, *RecordBuilder("tu", "15-KH/TU")
                      .Issuer("Tỉnh ủy B")
                      .Cites("57-NQ/TW")
                      .Implements("57-NQ/TW"));
    Put(*store_, *RecordBuilder("xa", "119/KH-UBND")
                      .Issuer("UBND xã A, tỉnh B")
                      .Cites("71/NQ-CP")
                      .Cites("15-KH/TU")
                      .Cites("9/TT-BNV")
                      .Implements("71/NQ-CP")
                      .Implements("15-KH/TU"));
    Put(*store_, *RecordBuilder("far", "8/UBND-VX").Issuer("UBND xã C").Cites("1/TB-VPCP"));
  }
  void TearDown() override {
    store_.reset();
    StoreTest::TearDown();
  }

  static std::vector<std::string> Nodes(const Graph& graph) {
    std::vector<std::string> out;
    for (const DocumentRow& node : graph.nodes) out.push_back(node.label);
    return out;
  }
  static std::vector<std::string> Edges(const Graph& graph) {
    std::vector<std::string> out;
    for (const GraphEdge& e : graph.edges)
      out.push_back(graph.nodes[static_cast<size_t>(e.from)].label + " " +
                    std::string(ToString(e.relation)) + " " +
                    graph.nodes[static_cast<size_t>(e.to)].label);
    return out;
  }
  static void Write(const ImplementsNode& node, int depth, std::string& out) {
    out += std::string(static_cast<size_t>(depth), '.') + node.document.label +
           (node.repeated ? "*" : "") + "\n";
    for (const auto& child : node.children) Write(child, depth + 1, out);
  }
  std::string Tree(const std::string& typed) {
    const auto tree = ImplementsTree(*store_, IdOf(*store_, typed));
    std::string out;
    if (tree) Write(*tree, 0, out);
    return out;
  }

  std::optional<Store> store_;
};

TEST_F(GraphTest, HoldsEverythingWithoutARoot) {
  const auto graph = BuildGraph(*store_);
  ASSERT_TRUE(graph.has_value());
  EXPECT_THAT(Nodes(*graph), ElementsAre("03/NQ-CP", "1/TB-VPCP", "119/KH-UBND", "15-KH/TU",
                                         "57-NQ/TW", "71/NQ-CP", "8/UBND-VX", "9/TT-BNV"));
  EXPECT_THAT(Edges(*graph),
              ElementsAre("119/KH-UBND implements 15-KH/TU", "119/KH-UBND implements 71/NQ-CP",
                          "119/KH-UBND cites 9/TT-BNV", "15-KH/TU implements 57-NQ/TW",
                          "71/NQ-CP amends 03/NQ-CP", "71/NQ-CP implements 57-NQ/TW",
                          "8/UBND-VX cites 1/TB-VPCP"));
  EXPECT_THAT(graph->roots, IsEmpty());
}

TEST_F(GraphTest, HoldsWhatReachesTheRoot) {
  GraphFilter filter;
  filter.root = IdOf(*store_, "57-nq/tw");
  const auto graph = BuildGraph(*store_, filter);
  EXPECT_THAT(Nodes(*graph), ElementsAre("119/KH-UBND", "15-KH/TU", "57-NQ/TW", "71/NQ-CP"));
  ASSERT_EQ(graph->roots.size(), 1U);
  EXPECT_EQ(graph->nodes[static_cast<size_t>(graph->roots[0])].label, "57-NQ/TW");
  EXPECT_FALSE(graph->nodes[static_cast<size_t>(graph->roots[0])].arrived);
  filter.root = IdOf(*store_, "119/KH-UBND");
  EXPECT_THAT(Nodes(*BuildGraph(*store_, filter)),
              ElementsAre("119/KH-UBND", "15-KH/TU", "71/NQ-CP", "9/TT-BNV"));
  filter.with_citations = false;
  EXPECT_THAT(Nodes(*BuildGraph(*store_, filter)),
              ElementsAre("119/KH-UBND", "15-KH/TU", "71/NQ-CP"));
  filter.root = 9999;  // no such document
  EXPECT_THAT(Nodes(*BuildGraph(*store_, filter)), IsEmpty());
}

TEST_F(GraphTest, WithoutCitationsKeepsDocumentsThatAreHere) {
  GraphFilter filter;
  filter.with_citations = false;
  EXPECT_THAT(
      Nodes(*BuildGraph(*store_, filter)),
      ElementsAre("03/NQ-CP", "119/KH-UBND", "15-KH/TU", "57-NQ/TW", "71/NQ-CP", "8/UBND-VX"));
}

TEST_F(GraphTest, WritesTheTreeOnceForEachDocument) {
  EXPECT_EQ(Tree("57-NQ/TW"),
            "57-NQ/TW\n"
            ".71/NQ-CP\n"
            "..119/KH-UBND\n"
            ".15-KH/TU\n"
            "..119/KH-UBND\n");
  EXPECT_EQ(Tree("nothing"), "");
}

TEST_F(GraphTest, SurvivesACircle) {
  Put(*store_, *RecordBuilder("loop", "20-KH/TU")
                    .Issuer("Tỉnh ủy B")
                    .Cites("119/KH-UBND", "", "UBND xã A")
                    .Implements("119/KH-UBND")
                    .Relates("57-NQ/TW", RelationKind::kImplements, "self"));
  EXPECT_EQ(Tree("57-NQ/TW"),
            "57-NQ/TW\n"
            ".71/NQ-CP\n"
            "..119/KH-UBND\n"
            "...20-KH/TU\n"
            "....57-NQ/TW*\n"
            ".15-KH/TU\n"
            "..119/KH-UBND*\n");
  TaskFilter filter;
  filter.ref = IdOf(*store_, "57-NQ/TW");
  EXPECT_TRUE(ListTasks(*store_, filter).has_value());
}

TEST_F(GraphTest, TakesRelationsBetweenOtherDocuments) {
  Put(*store_, *RecordBuilder("quote", "30/KH-UBND")
                    .Issuer("UBND xã D, tỉnh E")
                    .Cites("88-KH/TU")
                    .Relates("88-KH/TU", RelationKind::kImplements, "77-NQ/TW", "thực hiện")
                    .Relates("self", RelationKind::kImplements, "88-KH/TU"));
  EXPECT_EQ(Tree("77-NQ/TW"), "77-NQ/TW\n.88-KH/TU\n..30/KH-UBND\n");
}

}  // namespace
}  // namespace congvan::store
