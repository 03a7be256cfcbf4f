// store_fixture.h: a database in a folder of its own, and its tables as text.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/queries.h"
#include "store/store.h"
#include "support/record_builder.h"

namespace congvan::store {

using testing::RecordBuilder;
using testing::TextOfPages;

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(CONGVAN_BINARY_DIR) / "store_test" /
              (std::string(info->test_suite_name()) + "." + info->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path DbPath(const std::string& name = "test.db") const {
    return folder_ / name;
  }

  [[nodiscard]] Store OpenStore(const std::string& name = "test.db") const {
    auto store = Store::Open(DbPath(name), OpenMode::kReadWriteCreate);
    if (!store) ADD_FAILURE() << ToString(store.error());
    return std::move(*store);
  }

  static PutOutcome Put(Store& store, const Record& record,
                        const std::vector<std::string>& pages = {"trang một"},
                        const std::string& layout = "") {
    auto outcome = store.Put(record, TextOfPages(pages), layout, "2026-01-02T03:04:05Z");
    EXPECT_TRUE(outcome.has_value()) << ToString(outcome.error());
    return outcome.value_or(PutOutcome::kUnchanged);
  }

  /// The one document that is typed so; -1 when there is none.
  static int64_t IdOf(Store& store, std::string_view typed) {
    const auto found = FindDocuments(store, typed);
    EXPECT_TRUE(found.has_value());
    return found->size() == 1 ? found->front().id : -1;
  }

  /// The result of a query through SQLite alone: one line a row, columns joined by '|', NULL as
  /// "~".
  std::vector<std::string> Sql(const std::string& sql, const std::string& name = "test.db") const {
    std::vector<std::string> lines;
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(DbPath(name).c_str(), &db), SQLITE_OK);
    const auto add = [](void* out, int count, char** values, char**) {
      std::string line;
      for (int i = 0; i < count; ++i)
        line += std::string(i > 0 ? "|" : "") + (values[i] != nullptr ? values[i] : "~");
      static_cast<std::vector<std::string>*>(out)->push_back(line);
      return 0;
    };
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), add, &lines, &error), SQLITE_OK)
        << sql << ": " << (error != nullptr ? error : "");
    sqlite3_free(error);
    sqlite3_close(db);
    return lines;
  }

  /// Every row of every table, shadow tables of the index included.
  [[nodiscard]] std::vector<std::string> Dump(const std::string& name = "test.db") const {
    std::vector<std::string> out;
    for (const std::string& table :
         Sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", name)) {
      for (const std::string& row : Sql("SELECT * FROM \"" + table + "\"", name))
        out.push_back(table + ": " + row);
    }
    return out;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace congvan::store
