// cli/catalogue.h: the translations, compiled into the program so that it speaks Vietnamese
// wherever it is copied to. po/vi.po is their source; msgfmt makes the table that is embedded.
#pragma once

#include <string_view>

namespace congvan::cli {

/// The Vietnamese text of a msgid; nullptr when the catalogue lacks it. Ends with a zero byte,
/// lives as long as the program. Any thread.
const char* Vietnamese(std::string_view msgid);

}  // namespace congvan::cli
