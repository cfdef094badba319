# SPDX-License-Identifier: GPL-3.0-or-later
# Each header compiles alone. One with a .cpp of its name does so there, where it is the first that is included, if files
# are compiled one by one; the others are compiled here.
if(CMAKE_UNITY_BUILD OR NOT TAGSCOPE_UI)
  return()
endif()
file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/core/*.h ${PROJECT_SOURCE_DIR}/ui/*.h)
set(sources)
foreach(header IN LISTS headers)
  string(REGEX REPLACE "\\.h$" ".cpp" source ${header})
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${source})
    string(REPLACE "/" "_" name ${header})
    set(text "#include \"${header}\"\n")
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/headers/${name}.cpp CONTENT "${text}" @ONLY)
    list(APPEND sources ${CMAKE_CURRENT_BINARY_DIR}/headers/${name}.cpp)
  endif()
endforeach()
add_library(tagscope_headers OBJECT ${sources})
target_include_directories(tagscope_headers PRIVATE ${PROJECT_SOURCE_DIR})
target_include_directories(tagscope_headers SYSTEM PRIVATE ${TORCH_INCLUDE_DIRS})
target_link_libraries(tagscope_headers PRIVATE tagscope_flags tagscope_window nlohmann_json::nlohmann_json
  Qt6::PrintSupport Qt6::Charts Qt6::Multimedia QCustomPlotQt6::QCustomPlotQt6 SQLiteCpp PkgConfig::FFMPEG)
