# congvan_library(NAME DEPS ... PRIVATE_DEPS ...): a static library of src/*.cc with include/ as its public headers.
# DEPS are libraries of ours; third parties go to PRIVATE_DEPS, so that their headers never leak.
function(congvan_library name)
  cmake_parse_arguments(A "" "" "DEPS;PRIVATE_DEPS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/*.cc)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS include/*.h)
  add_library(${name} STATIC ${sources})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_include_directories(${name} PRIVATE src)
  target_link_libraries(${name} PUBLIC ${A_DEPS} PRIVATE congvan_warnings ${A_PRIVATE_DEPS})
  set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# congvan_test(NAME LIBS ...): every *_test.cc below tests/NAME as one GoogleTest program, discovered by ctest.
function(congvan_test name)
  cmake_parse_arguments(A "" "" "LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*_test.cc)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources})
  target_include_directories(${name}_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name}_tests PRIVATE congvan_warnings ${A_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name}_tests PRIVATE CONGVAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                   CONGVAN_BINARY_DIR="${CMAKE_BINARY_DIR}")
  gtest_discover_tests(${name}_tests TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 120 PROPERTIES LABELS ${name})
endfunction()
