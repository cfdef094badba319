// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <string_view>

namespace tagscope::test {

// Whether the ffmpeg command, which makes the files that the tests read, can be run.
[[nodiscard]] bool hasFfmpegCommand();

// Files made for a test, deleted with it.
class MadeMedia {
public:
    // Runs `ffmpeg <arguments> <name>`; {dir} stands for the directory, blanks separate. Empty where ffmpeg failed.
    [[nodiscard]] std::filesystem::path make(std::string_view name, std::string_view arguments) const;

    [[nodiscard]] std::filesystem::path write(std::string_view name, std::string_view content) const;

    [[nodiscard]] std::filesystem::path path(std::string_view name) const;

private:
    QTemporaryDir directory_;
};

[[nodiscard]] std::string contentOf(const std::filesystem::path &file);

// A WAV header for one channel; `format` as in the file: 1 for integers, 3 for floating point.
[[nodiscard]] std::string wavHeader(int format, int sampleRate, int bitsPerSample, std::uint32_t dataBytes);

// The most memory that this process has ever held, in MiB.
[[nodiscard]] double peakMemory();

} // namespace tagscope::test

#define TAGSCOPE_REQUIRE_FFMPEG()                                                                                      \
    if (!tagscope::test::hasFfmpegCommand())                                                                           \
    QSKIP("needs the ffmpeg command to make files")
