// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/made_media.h"

#include <QProcess>
#include <QStandardPaths>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tagscope::test {

namespace {

template <class Number>
void append(std::string &bytes, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes += static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * i)) & 0xFFU);
}

} // namespace

bool hasFfmpegCommand() {
    return !QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty();
}

std::filesystem::path MadeMedia::path(std::string_view name) const {
    return std::filesystem::path(directory_.path().toStdString()) / name;
}

std::filesystem::path MadeMedia::make(std::string_view name, std::string_view arguments) const {
    const std::filesystem::path file = path(name);
    QStringList list = QString::fromUtf8(arguments.data(), static_cast<qsizetype>(arguments.size()))
                           .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &argument : list)
        argument.replace(QStringLiteral("{dir}"), directory_.path());
    list =
        QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-bitexact")} +
        list + QStringList{QString::fromStdString(file.string())};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("ffmpeg"), list);
    const bool isMade = process.waitForFinished(120'000) && process.exitCode() == 0;
    return isMade ? file : std::filesystem::path();
}

std::filesystem::path MadeMedia::write(std::string_view name, std::string_view content) const {
    const std::filesystem::path file = path(name);
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

std::string contentOf(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string wavHeader(int format, int sampleRate, int bitsPerSample, std::uint32_t dataBytes) {
    std::string bytes = "RIFF";
    append(bytes, dataBytes + 36U);
    bytes += "WAVEfmt ";
    append(bytes, std::uint32_t{16});
    append(bytes, static_cast<std::uint16_t>(format));
    append(bytes, std::uint16_t{1});
    append(bytes, static_cast<std::uint32_t>(sampleRate));
    append(bytes, static_cast<std::uint32_t>(sampleRate * bitsPerSample / 8));
    append(bytes, static_cast<std::uint16_t>(bitsPerSample / 8));
    append(bytes, static_cast<std::uint16_t>(bitsPerSample));
    bytes += "data";
    append(bytes, dataBytes);
    return bytes;
}

double peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    }
    return 0.0;
}

} // namespace tagscope::test
