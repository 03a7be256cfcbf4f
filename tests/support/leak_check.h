// support/leak_check.h: a fixture that fails where a test leaves descriptors or processes behind.
#pragma once

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cerrno>

namespace congvan {

class LeakCheck : public ::testing::Test {
 protected:
  void SetUp() override { open_ = OpenDescriptors(); }
  void TearDown() override {
    EXPECT_EQ(OpenDescriptors(), open_) << "descriptors leak";
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a process is left";
    EXPECT_EQ(errno, ECHILD);
  }

 private:
  static size_t OpenDescriptors() {
    size_t count = 0;
    DIR* const folder = opendir("/proc/self/fd");
    while (readdir(folder) != nullptr) ++count;
    closedir(folder);
    return count;
  }

  size_t open_ = 0;
};

}  // namespace congvan
