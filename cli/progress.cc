#include "progress.h"

#include <string>

#include "messages.h"
#include "text_table.h"

namespace congvan::cli {

void Progress::Update(size_t done, std::string_view path) {
  if (!console_.progress) return;
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const std::string line =
      Say("{0} of {1}: {2}", {std::to_string(done), std::to_string(total_), path});
  console_.err << "\r\033[K" << Wrap(line, static_cast<size_t>(console_.width) - 1).front()
               << std::flush;
  shown_ = true;
}

void Progress::Clear() {
  if (shown_) console_.err << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace congvan::cli
