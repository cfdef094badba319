#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>

namespace tagscope::test {

// Runs the ffmpeg tool with `arguments` and `file` as its output; nothing where the tool is absent or fails.
[[nodiscard]] std::optional<std::filesystem::path> makeMedia(const QString &file, const QStringList &arguments);

// Arguments for moving test pictures and a rising tone of this length: sound, pictures or both.
[[nodiscard]] QStringList testSound(double seconds);
[[nodiscard]] QStringList testPictures(double seconds);

} // namespace tagscope::test

// Leaves the test function with a message where the ffmpeg tool is absent; else declares `variable`.
#define TAGSCOPE_MAKE_MEDIA(variable, file, arguments)                                                                 \
    const auto variable##Made = tagscope::test::makeMedia(file, arguments);                                            \
    if (!variable##Made)                                                                                               \
        QSKIP("needs the ffmpeg tool");                                                                                \
    const std::filesystem::path &variable = *variable##Made
