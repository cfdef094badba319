// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_protocol.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tagscope::decoding {
namespace {

constexpr std::size_t kMaxTextBytes = 2000;
constexpr std::size_t kMaxNotes = 50;
constexpr std::size_t kMaxArguments = 8;
constexpr int kMaxMessageDepth = 4;

void writeMessage(WireWriter &wire, const Message &message) {
    wire.text(message.id);
    wire.text(std::string_view(message.text).substr(0, kMaxTextBytes));
    wire.number(static_cast<std::uint8_t>(message.arguments.size()));
    for (const Message &argument : message.arguments)
        writeMessage(wire, argument);
}

Message readMessage(WireReader &wire, int depth = 0) {
    Message message;
    message.id = wire.text();
    message.text = wire.text();
    const std::size_t count = wire.number<std::uint8_t>();
    const bool isKnown = message.id.empty() || englishPattern(message.id) != nullptr;
    if (!isKnown || count > kMaxArguments || depth > kMaxMessageDepth || message.text.size() > kMaxTextBytes)
        wire.giveUp();
    for (std::size_t i = 0; i < count && wire.isGood(); ++i)
        message.arguments.push_back(readMessage(wire, depth + 1));
    return message;
}

// A number that is one, in a range that no recording leaves.
double readDouble(WireReader &wire, double smallest, double largest) {
    const auto value = wire.number<double>();
    if (value >= smallest && value <= largest)
        return value;
    wire.giveUp();
    return smallest;
}

int readInt(WireReader &wire, int smallest, int largest) {
    const auto value = wire.number<std::int32_t>();
    if (value < smallest || value > largest)
        wire.giveUp();
    return std::clamp<std::int32_t>(value, smallest, largest);
}

std::string readName(WireReader &wire) {
    std::string name = wire.text();
    if (name.size() > kMaxTextBytes)
        wire.giveUp();
    return name;
}

} // namespace

void write(WireWriter &wire, const Error &error) {
    wire.number(static_cast<std::uint8_t>(error.kind));
    writeMessage(wire, error.message);
    wire.text(std::string_view(error.cause).substr(0, kMaxTextBytes));
}

Error readError(WireReader &wire) {
    Error error;
    const auto kind = wire.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(Error::Kind::Internal))
        wire.giveUp();
    else
        error.kind = static_cast<Error::Kind>(kind);
    error.message = readMessage(wire);
    error.cause = readName(wire);
    return error;
}

void write(WireWriter &wire, const StreamFacts &facts) {
    wire.number(facts.startSeconds);
    wire.number(facts.tick);
    wire.number(std::uint8_t{facts.isStillImage});
    wire.number(facts.interval);
    wire.number(std::int32_t{facts.orientation.quarterTurns});
    wire.number(std::uint8_t{facts.orientation.isMirrored});
    wire.number(facts.pixelAspect);
}

StreamFacts readFacts(WireReader &wire) {
    constexpr double kMostSeconds = 1e13; // a count of microseconds in 64 bits
    StreamFacts facts;
    facts.startSeconds = readDouble(wire, -kMostSeconds, kMostSeconds);
    facts.tick = readDouble(wire, 0.0, kMostSeconds);
    facts.isStillImage = wire.flag();
    facts.interval = readDouble(wire, 0.0, kMostSeconds);
    facts.orientation.quarterTurns = readInt(wire, 0, 3);
    facts.orientation.isMirrored = wire.flag();
    facts.pixelAspect = readDouble(wire, 0.0, 1e3);
    return facts;
}

void write(WireWriter &wire, const MediaInfo &info) {
    wire.text(std::string_view(info.container).substr(0, kMaxTextBytes));
    wire.number(info.duration.count());
    wire.number(std::uint8_t{info.isDurationGuessed});
    wire.number(std::uint8_t{info.audio.has_value()});
    if (info.audio) {
        wire.text(std::string_view(info.audio->codec).substr(0, kMaxTextBytes));
        wire.number(std::int32_t{info.audio->sampleRate});
        wire.number(std::int32_t{info.audio->channels});
    }
    wire.number(std::uint8_t{info.video.has_value()});
    if (info.video) {
        wire.text(std::string_view(info.video->codec).substr(0, kMaxTextBytes));
        wire.number(std::int32_t{info.video->width});
        wire.number(std::int32_t{info.video->height});
        wire.number(std::int32_t{info.video->rotation});
        wire.number(info.video->picturesPerSecond);
    }
    const std::size_t notes = std::min(info.notes.size(), kMaxNotes);
    wire.number(static_cast<std::uint8_t>(notes));
    for (std::size_t i = 0; i < notes; ++i)
        writeMessage(wire, info.notes[i]);
}

MediaInfo readInfo(WireReader &wire) {
    MediaInfo info;
    info.container = readName(wire);
    info.duration = Seconds(readDouble(wire, 0.0, 1e300));
    info.isDurationGuessed = wire.flag();
    if (wire.flag()) {
        info.audio.emplace();
        info.audio->codec = readName(wire);
        info.audio->sampleRate = wire.number<std::int32_t>();
        info.audio->channels = wire.number<std::int32_t>();
    }
    if (wire.flag()) {
        info.video.emplace();
        info.video->codec = readName(wire);
        info.video->width = wire.number<std::int32_t>();
        info.video->height = wire.number<std::int32_t>();
        info.video->rotation = readInt(wire, 0, 270);
        info.video->picturesPerSecond = readDouble(wire, 0.0, 1e300);
    }
    const std::size_t notes = wire.number<std::uint8_t>();
    if (notes > kMaxNotes)
        wire.giveUp();
    for (std::size_t i = 0; i < notes && wire.isGood(); ++i)
        info.notes.push_back(readMessage(wire));
    return info;
}

} // namespace tagscope::decoding
