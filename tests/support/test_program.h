// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tests of a folder are one program, because each program of its own costs seconds to compile and to link. The
// first argument names the test, as ctest does: `tests_fusion tst_curves [Qt Test's own arguments]`.
namespace tagscope::test {

using TestRun = int (*)(int argc, char **argv); // argv[0] is the test's name

// Registers what a file tests, under the file's name without directory and suffix. Before main().
bool registerTest(const char *file, TestRun run);
// The same for what a test starts as a process of its own, by a name of its own.
bool registerProcess(const char *name, TestRun run);

} // namespace tagscope::test
