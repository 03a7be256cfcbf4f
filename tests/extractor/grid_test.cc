#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "../extractor/src/table_grid.h"

namespace congvan::extractor {
namespace {

Rulings FullGrid(const std::vector<float>& xs, const std::vector<float>& ys) {
  Rulings rulings;
  for (const float y : ys) rulings.horizontal.push_back({y, xs.front(), xs.back()});
  for (const float x : xs) rulings.vertical.push_back({x, ys.front(), ys.back()});
  return rulings;
}

void Append(Rulings& to, const Rulings& from) {
  to.horizontal.insert(to.horizontal.end(), from.horizontal.begin(), from.horizontal.end());
  to.vertical.insert(to.vertical.end(), from.vertical.begin(), from.vertical.end());
}

std::vector<std::vector<int>> Shape(const Grid& grid) {
  std::vector<std::vector<int>> shape;
  for (const GridCell& c : grid.cells)
    shape.push_back({c.row, c.column, c.row_span, c.column_span});
  return shape;
}

TEST(GridTest, FindsAPlainGrid) {
  const std::vector<Grid> grids = FindGrids(FullGrid({50, 100, 300, 500}, {100, 130, 160}));
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].columns(), 3);
  EXPECT_EQ(grids[0].rows(), 2);
  EXPECT_EQ(grids[0].cells.size(), 6U);
  EXPECT_EQ(grids[0].cells[4].box, (Box{100, 130, 300, 160}));
}

TEST(GridTest, FindsMergedCells) {
  // A head over two columns, and a first column that is one cell over both body rows.
  Rulings rulings;
  rulings.horizontal = {{100, 50, 350}, {130, 50, 350}, {160, 150, 350}, {190, 50, 350}};
  rulings.vertical = {{50, 100, 190}, {150, 100, 190}, {250, 130, 190}, {350, 100, 190}};
  const std::vector<Grid> grids = FindGrids(rulings);
  ASSERT_EQ(grids.size(), 1U);
  const std::vector<std::vector<int>> expected = {{0, 0, 1, 1}, {0, 1, 1, 2}, {1, 0, 2, 1},
                                                  {1, 1, 1, 1}, {1, 2, 1, 1}, {2, 1, 1, 1},
                                                  {2, 2, 1, 1}};
  EXPECT_EQ(Shape(grids[0]), expected);
}

TEST(GridTest, KeepsTablesApart) {
  Rulings rulings = FullGrid({50, 100, 150}, {100, 120, 140});
  Append(rulings, FullGrid({50, 100, 150}, {300, 320, 340}));
  Append(rulings, FullGrid({250, 300, 350}, {100, 120, 140}));
  EXPECT_EQ(FindGrids(rulings).size(), 3U);
}

TEST(GridTest, LeavesUnderlinesAndRulesAlone) {
  Rulings rulings;
  rulings.horizontal = {{80, 200, 300}, {400, 50, 550}, {402, 60, 90}};
  rulings.vertical = {{30, 50, 700}};
  EXPECT_TRUE(FindGrids(rulings).empty());
  // An underline inside a cell is no border, even where it touches one side.
  rulings = FullGrid({50, 150, 350}, {100, 140, 180});
  rulings.horizontal.push_back({120, 151, 200});
  const std::vector<Grid> grids = FindGrids(rulings);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows(), 2);
}

TEST(GridTest, ClosesOpenSides) {
  Rulings open_foot = FullGrid({50, 150, 350}, {100, 140, 180});
  open_foot.horizontal.pop_back();
  ASSERT_EQ(FindGrids(open_foot).size(), 1U);
  EXPECT_EQ(FindGrids(open_foot)[0].rows(), 2);
  EXPECT_FLOAT_EQ(FindGrids(open_foot)[0].box.y1, 180);

  Rulings open_sides;  // no border left and right
  open_sides.horizontal = {{100, 50, 500}, {140, 50, 500}, {180, 50, 500}};
  open_sides.vertical = {{150, 100, 180}, {300, 100, 180}};
  ASSERT_EQ(FindGrids(open_sides).size(), 1U);
  EXPECT_EQ(FindGrids(open_sides)[0].columns(), 3);
}

// What a page break leaves of a row: uprights on its foot alone, or hanging from its top.
TEST(GridTest, ClosesARowWithOneLineAcross) {
  Rulings foot;
  foot.horizontal = {{200, 50, 500}};
  foot.vertical = {{50, 140, 200}, {100, 140, 200}, {300, 140, 200}, {500, 140, 200}};
  const std::vector<Grid> grids = FindGrids(foot);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].columns(), 3);
  EXPECT_EQ(grids[0].box, (Box{50, 140, 500, 200}));
  Rulings top = foot;
  for (Ruling& upright : top.vertical) upright = {upright.position, 200, 260};
  ASSERT_EQ(FindGrids(top).size(), 1U);
  EXPECT_EQ(FindGrids(top)[0].box, (Box{50, 200, 500, 260}));
  // A chart: uprights of many heights.
  Rulings chart = foot;
  for (size_t i = 0; i < chart.vertical.size(); ++i)
    chart.vertical[i].begin -= 20 * static_cast<float>(i);
  EXPECT_TRUE(FindGrids(chart).empty());
}

TEST(GridTest, JoinsPiecesDashesAndDoubleLines) {
  Rulings rulings = FullGrid({50, 150, 350}, {100, 140, 180});
  // The middle line in pieces of 5 points with gaps of 2, a little uneven.
  rulings.horizontal.erase(rulings.horizontal.begin() + 1);
  for (float x = 50; x < 350; x += 7)
    rulings.horizontal.push_back({140 + (x > 200 ? 0.8F : 0), x, x + 5});
  // A double outer border.
  rulings.vertical.push_back({52, 100, 180});
  const std::vector<Grid> grids = FindGrids(rulings);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows(), 2);
  EXPECT_EQ(grids[0].columns(), 2);
  EXPECT_EQ(grids[0].cells.size(), 4U);
}

TEST(GridTest, DoesNotCareInWhichOrderLinesCome) {
  Rulings rulings = FullGrid({50, 150, 250, 350, 450}, {100, 120, 150, 200, 210, 260});
  rulings.vertical[2].begin = 150;  // merged cells above
  const std::vector<Grid> expected = FindGrids(rulings);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(rulings.horizontal.begin(), rulings.horizontal.end(), random);
    std::shuffle(rulings.vertical.begin(), rulings.vertical.end(), random);
    const std::vector<Grid> grids = FindGrids(rulings);
    ASSERT_EQ(grids.size(), expected.size());
    EXPECT_EQ(Shape(grids[0]), Shape(expected[0]));
  }
}

// Whatever the lines, the cells of a grid cover it once: the promise that the table's text rests
// on.
TEST(GridTest, CellsAlwaysCoverTheGridOnce) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> place(0, 12), count(2, 14);
  for (int round = 0; round < 400; ++round) {
    Rulings rulings;
    for (int i = count(random); i > 0; --i) {
      const auto a = static_cast<float>(20 * place(random)),
                 b = static_cast<float>(20 * place(random));
      rulings.horizontal.push_back(
          {static_cast<float>(20 * place(random)), std::min(a, b), std::max(a, b)});
      rulings.vertical.push_back(
          {static_cast<float>(20 * place(random)), std::min(a, b), std::max(a, b)});
    }
    for (const Grid& grid : FindGrids(rulings)) {
      std::vector<int> covered(static_cast<size_t>(grid.rows() * grid.columns()), 0);
      for (const GridCell& cell : grid.cells) {
        for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
          for (int c = cell.column; c < cell.column + cell.column_span; ++c)
            ++covered.at(static_cast<size_t>(r * grid.columns() + c));
        }
      }
      EXPECT_TRUE(std::all_of(covered.begin(), covered.end(), [](int n) { return n == 1; }));
    }
  }
}

TEST(GridTest, ComparesColumns) {
  const Grid a = FindGrids(FullGrid({50, 100, 300}, {100, 130}))[0];
  EXPECT_TRUE(
      SameColumns(a, FindGrids(FullGrid({62, 113, 311}, {50, 70, 90}))[0]));  // shifted page
  EXPECT_FALSE(SameColumns(a, FindGrids(FullGrid({50, 140, 300}, {50, 70, 90}))[0]));
  EXPECT_TRUE(SameColumns(a, FindGrids(FullGrid({50, 100, 200, 300}, {50, 70}))[0]))
      << "a merged column";
  EXPECT_FALSE(SameColumns(a, FindGrids(FullGrid({50, 100, 400}, {50, 70}))[0])) << "wider";
}

TEST(GridTest, StaysFastOnManyLines) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> place(0, 800);
  Rulings rulings;
  for (int i = 0; i < 25'000; ++i) {
    const float x = place(random), y = place(random);
    rulings.horizontal.push_back({y, x, x + 100});
    rulings.vertical.push_back({x, y, y + 100});
  }
  FindGrids(rulings);
}

}  // namespace
}  // namespace congvan::extractor
