#include "tests/support/made_media.h"

#include <QProcess>

namespace tagscope::test {

std::optional<std::filesystem::path> makeMedia(const QString &file, const QStringList &arguments) {
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error"),
                                                       QStringLiteral("-y"), QStringLiteral("-nostdin")} +
                                               arguments + QStringList{file});
    constexpr int kMilliseconds = 60'000;
    if (!ffmpeg.waitForFinished(kMilliseconds) || ffmpeg.exitCode() != 0)
        return std::nullopt;
    return std::filesystem::path(file.toStdString());
}

QStringList testSound(double seconds) {
    return {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("aevalsrc=0.4*sin(2*PI*(300+60*t)*t):s=44100:d=%1").arg(seconds)};
}

QStringList testPictures(double seconds) {
    return {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("testsrc2=s=160x120:r=25:d=%1").arg(seconds)};
}

} // namespace tagscope::test
