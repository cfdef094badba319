// SPDX-License-Identifier: GPL-3.0-or-later
// The program tagscope: sets what the window's libraries read before any main(), and starts the window,
// tagscope-window, beside it. A program of its own that needs no library, because loading the window's takes a third of
// a second: setting this in the window itself and starting that anew would load them twice before anything is seen.

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unistd.h>

int main(int, char **argv) {
    // LibTorch's threads (OpenMP) spin while they wait for each other, which takes the processors from decoding and
    // from the window: two thirds of their time while a demo is made and analysed. Whoever sets the variable has it as
    // they like.
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path window = self.parent_path() / "tagscope-window";
    ::execv(window.c_str(), argv);
    std::fprintf(stderr, "tagscope: %s cannot be started: %s. Reinstall Tagscope.\n", window.c_str(),
                 std::strerror(errno));
    return 1;
}
