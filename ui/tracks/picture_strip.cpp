// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/picture_strip.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/base/tool_tip.h"
#include "ui/document/absence.h"
#include "ui/plot/key_frame_layout.h"
#include "ui/tracks/object_table_model.h"
#include "ui/tracks/time_geometry.h"

#include <QHelpEvent>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kSettleMilliseconds = 120; // a little longer than between two notches of a turning wheel
constexpr std::size_t kObjectsNamed = 3;
constexpr int kFilmMebibytes = 48;        // of thumbnails that are kept
constexpr double kPictureTime = 1 / 24.0; // s, of the finest grid
// From here on each picture is sought by itself, which takes its time: they are shown one by one.
constexpr Seconds kFarApart{2.0};

} // namespace

PictureStrip::PictureStrip(const ThumbnailFunction &thumbnails, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), film_(kFilmMebibytes * 1024), filmService_(thumbnails),
      keyFrameService_(thumbnails) {
    setAccessibleName(tr("Pictures and key frames"));
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMilliseconds);
    connect(&settle_, &QTimer::timeout, this, [this] {
        requestFilm();
        requestKeyFrames();
    });
    connect(&view, &ViewState::rangeChanged, this, [this] {
        settle_.start();
        update();
    });
    connect(&view, &ViewState::keyFrameChanged, this, [this] { update(); });
    connect(&filmService_, &ThumbnailService::ready, this,
            [this](const std::vector<Seconds> &, const std::vector<QImage> &pictures) { takeFilm(pictures); });
    connect(&filmService_, &ThumbnailService::failed, this, [this](const Error &error) {
        if (film_.isEmpty())
            failure_ = part_.isNamed ? translated(error.message) : tr("The pictures cannot be shown.");
        else // a damaged place: the others are still to be seen
            takeFilm(std::vector<QImage>(requested_.size()));
        update();
    });
    connect(&keyFrameService_, &ThumbnailService::ready, this,
            [this](const std::vector<Seconds> &, const std::vector<QImage> &pictures) {
                keyFramePictures_ = pictures;
                update();
            });
    new TrackInput(*this, *this, view); // owned by this widget
}

void PictureStrip::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    clip_ = std::move(clip);
    noPictures_ = clip_ ? whyNoPictures(*clip_) : QString();
    noKeyFrames_ = clip_ ? whyNoKeyFrames(*clip_) : QString();
    open(clip_ ? MediaPart{clip_->media, clip_->start, clip_->duration} : MediaPart{});
}

void PictureStrip::setRecording(const MediaPart &recording, bool hasPictures) {
    clip_.reset();
    noPictures_ = hasPictures ? QString() : tr("The recording has no video track.");
    noKeyFrames_.clear();
    open(recording);
}

void PictureStrip::open(const MediaPart &part) {
    filmService_.cancel();
    keyFrameService_.cancel();
    if (part != part_)
        film_.clear();
    part_ = part;
    requested_.clear();
    keyFramePictures_.clear();
    failure_.clear();
    settle_.start();
    update();
}

Seconds PictureStrip::gridStep(int level) {
    return Seconds{std::ldexp(kPictureTime, level)};
}

// The coarsest grid whose pictures touch or overlap on the screen.
int PictureStrip::filmLevel() const {
    const TimeGeometry geometry(*this, view_.range());
    const Seconds tile = std::max(rows().film.height() * aspect_, 8.0) / geometry.width * geometry.range.span();
    int level = 0;
    while (level < 24 && gridStep(level + 1) <= tile)
        ++level;
    return level;
}

std::pair<std::int64_t, std::int64_t> PictureStrip::filmRange(int level) const {
    const TimeRange seen = view_.range();
    const Seconds end = std::min(seen.upper, part_.duration);
    return {static_cast<std::int64_t>(std::floor(seen.lower / gridStep(level))),
            static_cast<std::int64_t>(std::ceil(end / gridStep(level)))};
}

Seconds PictureStrip::filmTime(Place place) const {
    return std::min((static_cast<double>(place.second) + 0.5) * gridStep(place.first), part_.duration);
}

std::pair<int, int> PictureStrip::filmProgress() const {
    const int level = filmLevel();
    const auto [first, end] = filmRange(level);
    int there = 0;
    for (std::int64_t index = first; index < end; ++index)
        there += film_.contains({level, index}) ? 1 : 0;
    return {there, static_cast<int>(std::max<std::int64_t>(end - first, 0))};
}

void PictureStrip::requestFilm() {
    const Rows places = rows();
    if (part_.media.empty() || !noPictures_.isEmpty() || !failure_.isEmpty() || places.film.height() < 8)
        return;
    const int level = filmLevel();
    const auto [first, end] = filmRange(level);
    ThumbnailService::Request request{part_.media, part_.start, {}, 0};
    request.height = static_cast<int>(std::ceil(places.film.height() * devicePixelRatioF()));
    std::vector<Place> missing;
    for (std::int64_t index = first; index < end; ++index)
        if (!film_.contains({level, index}))
            missing.push_back({level, index});
    if (gridStep(level) > kFarApart && !missing.empty())
        missing.resize(1);
    if (missing.empty() || missing == requested_)
        return;
    for (const Place &place : missing)
        request.times.push_back(filmTime(place));
    requested_ = std::move(missing);
    filmService_.request(request);
}

void PictureStrip::requestKeyFrames() {
    if (!clip_ || !clip_->video || clip_->video->keyFrames.empty())
        return;
    ThumbnailService::Request request{clip_->media, clip_->start, {}, 0};
    request.height = static_cast<int>(std::ceil(std::max(keyFrameSize().height(), 8) * devicePixelRatioF()));
    const bool isKnown =
        !keyFramePictures_.empty() && keyFramePictures_.front().height() >= request.height; // zooming moves them only
    if (isKnown)
        return;
    for (const KeyFrame &keyFrame : clip_->video->keyFrames)
        request.times.push_back(keyFrame.time);
    keyFrameService_.request(request);
}

void PictureStrip::takeFilm(const std::vector<QImage> &pictures) {
    failure_.clear();
    const std::vector<Place> places = std::exchange(requested_, {});
    for (std::size_t i = 0; i < std::min(places.size(), pictures.size()); ++i)
        film_.insert(places[i], new QImage(pictures[i]), pictures[i].sizeInBytes() / 1024 + 1);
    update();
    if (!pictures.empty() && pictures.front().height() > 0)
        aspect_ = std::clamp(static_cast<double>(pictures.front().width()) / pictures.front().height(), 0.2, 5.0);
    if (!settle_.isActive())
        requestFilm(); // what is left
}

PictureStrip::Rows PictureStrip::rows() const {
    const int line = fontMetrics().height();
    const int gap = line / 2;
    const bool isRecording = !clip_ && !part_.media.empty();
    const int band = noKeyFrames_.isEmpty() && !isRecording ? line : 0;
    const int pictures = std::max(height() - band - 3 * gap - line, 0);
    const int film = isRecording              ? std::max(height() - gap, 0)
                     : noKeyFrames_.isEmpty() ? 2 * pictures / 5
                                              : 3 * pictures / 5;
    const TimeGeometry geometry(*this, view_.range());
    Rows places;
    places.film = QRect(geometry.left, gap / 2, geometry.width, film);
    places.band = QRect(geometry.left, places.film.bottom() + 1, geometry.width, band);
    const int top = places.band.top() + band + gap;
    places.keyFrames = QRect(geometry.left, top, geometry.width, std::max(height() - top - gap / 2, 0));
    return places;
}

// The picture alone; a line of text stands below it.
QSize PictureStrip::keyFrameSize() const {
    const Rows places = rows();
    const auto count = clip_ && clip_->video ? static_cast<int>(clip_->video->keyFrames.size()) : 0;
    const int tallest = std::max(places.keyFrames.height() - fontMetrics().height(), 1);
    const int widest = std::max(places.keyFrames.width() / std::max(count, 1) - 8, 1);
    const int width = std::min(static_cast<int>(tallest * aspect_), widest);
    return {width, static_cast<int>(width / aspect_)};
}

std::vector<QRect> PictureStrip::keyFrameBoxes() const {
    if (!clip_ || !clip_->video)
        return {};
    const TimeGeometry geometry(*this, view_.range());
    const Rows places = rows();
    std::vector<double> centres;
    std::vector<std::size_t> visible;
    for (std::size_t k = 0; k < clip_->video->keyFrames.size(); ++k) {
        const double x = geometry.xOf(clip_->video->keyFrames[k].time);
        if (x >= geometry.left && x <= geometry.left + geometry.width) {
            centres.push_back(x);
            visible.push_back(k);
        }
    }
    const std::vector<QRect> placed =
        placeBoxes(centres, keyFrameSize(), geometry.left, geometry.left + geometry.width, places.keyFrames.top());
    std::vector<QRect> boxes(clip_->video->keyFrames.size());
    for (std::size_t i = 0; i < visible.size(); ++i)
        boxes[visible[i]] = placed[i];
    return boxes;
}

int PictureStrip::pictureAt(Seconds time) const {
    const auto last = static_cast<long>(clip_->video->pictures.size()) - 1;
    return static_cast<int>(std::clamp(std::lround(time.count() * clip_->video->picturesPerSecond), 0L, last));
}

std::optional<int> PictureStrip::representativeAt(Seconds time) const {
    if (!clip_ || !clip_->video || clip_->video->pictures.empty())
        return std::nullopt;
    const auto picture = static_cast<std::size_t>(pictureAt(time));
    const std::vector<int> &representative = clip_->video->selection.representative;
    return picture < representative.size() ? std::optional(representative[picture]) : std::nullopt;
}

std::optional<int> PictureStrip::keyFrameAt(QPointF point) const {
    const std::vector<QRect> boxes = keyFrameBoxes();
    for (std::size_t k = 0; k < boxes.size(); ++k)
        if (boxes[k].adjusted(0, 0, 0, fontMetrics().height()).contains(point.toPoint()))
            return static_cast<int>(k);
    if (rows().band.contains(point.toPoint()))
        return representativeAt(TimeGeometry(*this, view_.range()).timeAt(point.x()));
    return std::nullopt;
}

QString PictureStrip::describe(int keyFrame) const {
    const KeyFrame &shown = clip_->video->keyFrames[static_cast<std::size_t>(keyFrame)];
    QStringList objects;
    for (std::size_t i = 0; i < std::min(shown.objects.size(), kObjectsNamed); ++i)
        objects << tr("%1 %2").arg(nameOfObject(*clip_, shown.objects[i].index),
                                   probabilityText(static_cast<double>(shown.objects[i].probability)));
    const auto &representative = clip_->video->selection.representative;
    const auto represented = std::count(representative.begin(), representative.end(), keyFrame);
    const QString first = tr("K%1 at %2 s  ·  pictures represented: %3")
                              .arg(keyFrame + 1)
                              .arg(numberText(shown.time.count(), 2))
                              .arg(represented);
    return objects.isEmpty() ? first : first + QStringLiteral("  ·  ") + objects.join(QStringLiteral(", "));
}

QString PictureStrip::readOut(QPointF point) const {
    if (!clip_ || !noPictures_.isEmpty())
        return {}; // of a recording: the time, which is told anyway
    if (const std::optional<int> keyFrame = keyFrameAt(point))
        return describe(*keyFrame);
    if (!rows().film.contains(point.toPoint()))
        return {};
    const Seconds time = TimeGeometry(*this, view_.range()).timeAt(point.x());
    const std::optional<int> representative = representativeAt(time);
    const QString picture = tr("picture %1").arg(pictureAt(time));
    return representative ? tr("%1, represented by K%2").arg(picture).arg(*representative + 1) : picture;
}

void PictureStrip::point(const QPointF *point) {
    view_.setPointedKeyFrame(point != nullptr ? keyFrameAt(*point) : std::nullopt);
}

void PictureStrip::click(QPointF point) {
    const std::optional<int> keyFrame = keyFrameAt(point);
    view_.setKeyFrame(keyFrame);
    if (keyFrame && !rows().band.contains(point.toPoint()))
        view_.setPlayhead(clip_->video->keyFrames[static_cast<std::size_t>(*keyFrame)].time);
}

bool PictureStrip::step(int keyFrames) {
    if (!clip_ || !clip_->video || clip_->video->keyFrames.empty())
        return false;
    const auto last = static_cast<int>(clip_->video->keyFrames.size()) - 1;
    const int next = view_.keyFrame() ? std::clamp(*view_.keyFrame() + keyFrames, 0, last) : 0;
    view_.setKeyFrame(next);
    view_.setPlayhead(clip_->video->keyFrames[static_cast<std::size_t>(next)].time);
    return true;
}

QSize PictureStrip::sizeHint() const {
    return {60 * fontMetrics().height(), 13 * fontMetrics().height()};
}

QSize PictureStrip::minimumSizeHint() const {
    return {20 * fontMetrics().height(), 5 * fontMetrics().height()};
}

void PictureStrip::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    settle_.start();
}

bool PictureStrip::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const std::optional<int> keyFrame = keyFrameAt(help.pos());
    showToolTip(help.globalPos(), keyFrame ? describe(*keyFrame) : QString(), this);
    return true;
}

} // namespace tagscope::ui
