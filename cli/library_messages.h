// cli/library_messages.h: what the libraries say, in the user's language. They speak English, and
// some of their messages are put together ("a PNG image, not a document that can be read"); the
// shapes of those are listed here.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace congvan::cli {

/// Error::what or Error::hint in the user's language; what is not known comes back as it is.
std::string TranslateLibrary(std::string_view text);

/// The error with a hint (in English) when it came without one and its kind suggests one.
Error WithHint(Error error);

}  // namespace congvan::cli
