# The program itself under test, and what a script checks about the whole repository.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

if(TARGET cli_tests)
  target_sources(cli_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/cli/support/program.cc)
  target_link_libraries(cli_tests PRIVATE congvan_cli)
  add_dependencies(cli_tests congvan)
endif()

add_test(NAME check.includes COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/check_includes.py ${CMAKE_SOURCE_DIR})
add_test(NAME check.cli_docs COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/check_cli_docs.py
                                     $<TARGET_FILE:congvan> ${CMAKE_SOURCE_DIR}/docs/cli.md)
add_test(NAME check.messages COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/check_messages.py ${CMAKE_SOURCE_DIR})
add_test(NAME check.rule_page COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/rule_page.py
                                      $<TARGET_FILE:congvan> ${CMAKE_SOURCE_DIR})
add_test(NAME check.rules COMMAND congvan rules check)
set_tests_properties(check.includes check.cli_docs check.messages check.rule_page check.rules PROPERTIES LABELS check)
