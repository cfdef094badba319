# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D IN=FILE -D OUT=FILE -D PROGRAM=FILE -P page.cmake: writes a man page, with what PROGRAM says of its commands and
# options in the place of the line ".\" OPTIONS". Without PROGRAM the page is as it stands.
file(READ ${IN} page)
if(PROGRAM)
  execute_process(COMMAND ${PROGRAM} --man-sections OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
  string(FIND "${page}" ".\\\" OPTIONS\n" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "${IN} has no place for the options")
  endif()
  string(REPLACE ".\\\" OPTIONS\n" "${sections}" page "${page}")
endif()
file(WRITE ${OUT} "${page}")
