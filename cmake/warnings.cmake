add_library(congvan_warnings INTERFACE)
target_compile_options(congvan_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast
                                                  -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns falsely about "literal" + std::string at -O2 (GCC bug 105651).
  target_compile_options(congvan_warnings INTERFACE -Wno-restrict)
endif()
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
# Bounds-checked std containers wherever speed is not the point.
add_compile_definitions($<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS>)

option(CONGVAN_TIDY "Have clang-tidy read every file that is compiled (see .clang-tidy)" OFF)
if(CONGVAN_TIDY)
  find_program(CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
  # Clang does not know GCC's -Wno-restrict.
  set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY} -quiet --extra-arg=-Wno-unknown-warning-option)
endif()
