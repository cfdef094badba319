// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_layer.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kMostCoarser = 20;          // levels: enough for the longest recordings
constexpr std::size_t kPicturesKept = 48; // of half a MiB each: several screens

QRgb mixed(const QColor &a, const QColor &b, double share) {
    const auto part = [share](int from, int to) { return static_cast<int>(std::lround(from + share * (to - from))); };
    return qRgb(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

// Row 0 is the highest frequency; each row holds the maximum of its bins.
QImage paint(const SpectrogramTile &tile, int binsPerRow, const std::array<QRgb, 256> &colours) {
    const auto bins = static_cast<std::size_t>(binsPerRow);
    const std::size_t rows = (tile.bins + bins - 1) / bins;
    QImage image(static_cast<int>(tile.frames), static_cast<int>(rows), QImage::Format_RGB32);
    for (std::size_t row = 0; row < rows; ++row) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(static_cast<int>(rows - 1 - row)));
        const std::size_t end = std::min((row + 1) * bins, tile.bins);
        for (std::size_t frame = 0; frame < tile.frames; ++frame) {
            std::uint8_t level = 0;
            for (std::size_t bin = row * bins; bin < end; ++bin)
                level = std::max(level, tile.at(frame, bin));
            pixels[frame] = colours[level];
        }
    }
    return image;
}

} // namespace

SpectrogramLayer::SpectrogramLayer(QCustomPlot &plot, SpectrogramService &service)
    : QCPLayerable(&plot, QStringLiteral("main")), service_(service) {
    colour();
    connect(&service, &SpectrogramService::restarted, this, [this] { pictures_.clear(); });
}

void SpectrogramLayer::setColourMap(ColourMap map) {
    map_ = map;
    colour();
}

void SpectrogramLayer::setScale(double lowestDecibels, double highestDecibels) {
    if (lowest_ == lowestDecibels && highest_ == highestDecibels)
        return;
    lowest_ = lowestDecibels;
    highest_ = highestDecibels;
    colour();
}

void SpectrogramLayer::colour() {
    const std::vector<QColor> stops = coloursOf(map_);
    const auto last = static_cast<double>(stops.size() - 1);
    for (std::size_t byte = 0; byte < colours_.size(); ++byte) {
        const double level = decibelsOf(static_cast<std::uint8_t>(byte));
        const double place = std::clamp((level - lowest_) / std::max(highest_ - lowest_, 1.0), 0.0, 1.0) * last;
        const auto below = static_cast<std::size_t>(std::min(std::floor(place), last - 1));
        colours_[byte] = mixed(stops[below], stops[below + 1], place - static_cast<double>(below));
    }
    pictures_.clear();
}

QRect SpectrogramLayer::clipRect() const {
    return mParentPlot->axisRect()->rect();
}

int SpectrogramLayer::visibleLevel() const {
    const double samples = mParentPlot->xAxis->range().size() * service_.sound().sampleRate();
    return service_.levels().levelFor(samples / std::max(mParentPlot->axisRect()->width(), 1));
}

// As many as share a pixel.
int SpectrogramLayer::binsPerRow() const {
    const double hertzPerBin =
        service_.sound().sampleRate() / 2.0 / std::max(static_cast<double>(service_.bins()) - 1.0, 1.0);
    const double bins = mParentPlot->yAxis->range().size() / hertzPerBin;
    return std::max(static_cast<int>(bins / std::max(mParentPlot->axisRect()->height(), 1)), 1);
}

void SpectrogramLayer::draw(QCPPainter *painter) {
    const int rate = service_.sound().sampleRate();
    if (rate == 0)
        return;
    if (const int bins = binsPerRow(); bins != rowBins_) {
        rowBins_ = bins;
        pictures_.clear();
    }
    if (pictures_.size() > kPicturesKept)
        pictures_.clear();
    const int level = visibleLevel();
    const QCPRange seen = mParentPlot->xAxis->range();
    const auto whole = static_cast<double>(service_.sound().samples());
    const auto tilesOf = [&](int ofLevel) {
        const auto samples = static_cast<double>(SpectrogramLevels::kTileFrames * service_.levels().hop(ofLevel));
        return std::pair(static_cast<std::int64_t>(std::floor(std::max(seen.lower, 0.0) * rate / samples)),
                         static_cast<std::int64_t>(std::ceil(std::min(seen.upper * rate, whole) / samples)));
    };
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const auto [first, end] = tilesOf(level);
    bool isWhole = true;
    for (std::int64_t index = first; index < end; ++index)
        isWhole = isWhole && service_.tile(level, index) != nullptr;
    if (!isWhole)
        for (int coarser = level + 1; coarser <= level + kMostCoarser; ++coarser)
            if (const auto [from, to] = tilesOf(coarser); service_.tile(coarser, from)) {
                drawLevel(*painter, coarser, from, to);
                break;
            }
    drawLevel(*painter, level, first, end);
    service_.look(level, first - 1, end + 1);
}

void SpectrogramLayer::drawLevel(QCPPainter &painter, int level, std::int64_t first, std::int64_t end) {
    const double rate = service_.sound().sampleRate();
    const double hertzPerBin = rate / 2.0 / (static_cast<double>(service_.bins()) - 1.0);
    const double frame = static_cast<double>(service_.levels().hop(level)) / rate; // seconds
    for (std::int64_t index = first; index < end; ++index) {
        const std::shared_ptr<const SpectrogramTile> tile = service_.tile(level, index);
        if (!tile)
            continue;
        const QImage &image = pictureOf({level, index}, tile).image;
        const double start = static_cast<double>(index * SpectrogramLevels::kTileFrames) * frame;
        const double left = mParentPlot->xAxis->coordToPixel(start);
        const double right = mParentPlot->xAxis->coordToPixel(start + static_cast<double>(tile->frames) * frame);
        const double bottom = mParentPlot->yAxis->coordToPixel(-0.5 * hertzPerBin);
        const double top = mParentPlot->yAxis->coordToPixel((image.height() * rowBins_ - 0.5) * hertzPerBin);
        painter.drawImage(QRectF(QPointF(left, top), QPointF(right, bottom)), image);
    }
}

const SpectrogramLayer::Picture &SpectrogramLayer::pictureOf(Key key,
                                                             const std::shared_ptr<const SpectrogramTile> &tile) {
    Picture &picture = pictures_[key];
    if (picture.tile != tile)
        picture = {tile, paint(*tile, rowBins_, colours_)};
    return picture;
}

std::optional<double> SpectrogramLayer::decibelsAt(double sample, double hz) const {
    const double nyquist = service_.sound().sampleRate() / 2.0;
    if (sample < 0.0 || hz < 0.0 || hz > nyquist || nyquist <= 0.0)
        return std::nullopt;
    const int level = visibleLevel();
    const auto frame = static_cast<std::int64_t>(sample / static_cast<double>(service_.levels().hop(level)));
    const auto tile = service_.tile(level, frame / SpectrogramLevels::kTileFrames);
    const auto inTile = static_cast<std::size_t>(frame % SpectrogramLevels::kTileFrames);
    if (!tile || inTile >= tile->frames)
        return std::nullopt;
    const auto bin = static_cast<std::size_t>(std::lround(hz / nyquist * static_cast<double>(tile->bins - 1)));
    return decibelsOf(tile->at(inTile, bin));
}

} // namespace tagscope::ui
