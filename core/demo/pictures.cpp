// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures.h"

#include "core/demo/backdrops.h"
#include "core/demo/canvas.h"
#include "core/demo/drawn_objects.h"
#include "core/demo/variation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <utility>

namespace tagscope::demo {

namespace {

constexpr std::array<Backdrop, 5> kBackdrops{Backdrop::CityStreet, Backdrop::CountryRoad, Backdrop::Park,
                                             Backdrop::Yard, Backdrop::Railway};

// `base`: where its ground line's centre is, in pixels.
void drawObject(RgbImage &image, const DrawnObject &object, Point base, double height, bool isMirrored,
                const Pose &pose) {
    const double reach = 0.5 * object.width * height;
    const bool isOutside =
        base.x + reach < 0.0 || base.x - reach > image.width || base.y < 0.0 || base.y - 1.2 * height > image.height;
    if (isOutside || !(height > 0.0))
        return;
    Canvas canvas(image, {base, height, isMirrored});
    object.draw(canvas, pose);
}

void drawSeen(RgbImage &image, const SeenObject &seen, double time) {
    const DrawnObject *object = drawnObject(seen.objectClass);
    const double stay = seen.leaves.count() - seen.enters.count();
    if (object == nullptr || time < seen.enters.count() || time >= seen.leaves.count())
        return;
    const double way = seen.toX - seen.fromX;
    const double share = (time - seen.enters.count()) / stay;
    const double height = seen.height * image.height;
    const double travelled = std::abs(way) * share * image.width / std::max(height, 1.0);
    drawObject(image, *object, {(seen.fromX + way * share) * image.width, seen.y * image.height}, height, way < 0.0,
               {travelled, time, seen.seed});
}

// A picture like a scene's, before something is drawn into it.
RgbImage randomBackdrop(Variation &variation) {
    const int height = static_cast<int>(variation.between(150.0, 240.0));
    RgbImage image(height * 16 / 9, height);
    drawBackdrop(image, variation.pick(kBackdrops), variation.next());
    return image;
}

// The centre of a picture as the object network sees it: 0.875 of its height, square. Made smaller or larger from a
// scene's size, so that its sharpness is that of a scene.
RgbImage centreOf(RgbImage &image, int side) {
    const int seen = image.height * 7 / 8;
    const cv::Mat all(image.height, image.width, CV_8UC3, image.pixels.data());
    const cv::Rect centre((image.width - seen) / 2, (image.height - seen) / 2, seen, seen);
    RgbImage made(side, side);
    cv::Mat resized(side, side, CV_8UC3, made.pixels.data());
    cv::resize(all(centre), resized, resized.size(), 0.0, 0.0, seen > side ? cv::INTER_AREA : cv::INTER_CUBIC);
    return made;
}

} // namespace

const std::vector<int> &drawnObjectClasses() {
    static const std::vector<int> classes = [] {
        std::vector<int> found;
        for (const DrawnObject &object : drawnObjects())
            found.push_back(object.objectClass);
        return found;
    }();
    return classes;
}

std::vector<int> objectsOf(Event event) {
    switch (event) {
    case Event::TrainHorn:
    case Event::Train:
        return {547, 820, 466, 565, 705, 829};
    case Event::AirHorn:
        return {867};
    case Event::CarAlarm:
    case Event::Car:
        return {656, 436, 468, 609, 627};
    case Event::ReversingBeeps:
        return {561};
    case Event::Bicycle:
        return {671, 444, 880};
    case Event::Skateboard:
        return {518, 770};
    case Event::Ambulance:
        return {407};
    case Event::FireEngine:
        return {555};
    case Event::CivilDefenseSiren:
        return {632};
    case Event::PoliceCar:
        return {734};
    case Event::Screaming:
        return {843};
    case Event::CarPassingBy:
        return {817, 511};
    case Event::Bus:
        return {779, 654, 874};
    case Event::Truck:
        return {867, 569, 675, 717, 864};
    case Event::Motorcycle:
        return {670, 665};
    }
    return {};
}

struct ScenePainter::State {
    Scene scene;
    RgbImage backdrop;
};

ScenePainter::ScenePainter(Scene scene, int width, int height) {
    auto state = std::make_unique<State>();
    state->backdrop = RgbImage(width, height);
    drawBackdrop(state->backdrop, scene.backdrop, scene.seed);
    // What stands further back is behind.
    std::stable_sort(scene.seen.begin(), scene.seen.end(),
                     [](const SeenObject &a, const SeenObject &b) { return a.y < b.y; });
    state->scene = std::move(scene);
    state_ = std::move(state);
}

ScenePainter::~ScenePainter() = default;

RgbImage ScenePainter::paint(Seconds time) const {
    RgbImage image = state_->backdrop;
    for (const SeenObject &seen : state_->scene.seen)
        drawSeen(image, seen, time.count());
    return image;
}

RgbImage exampleOf(int objectClass, int side, std::uint64_t seed) {
    Variation variation(seed);
    RgbImage image = randomBackdrop(variation);
    if (const DrawnObject *object = drawnObject(objectClass)) {
        const double height = image.height * variation.between(0.16, 0.5);
        const Point base{image.width * variation.between(0.3, 0.7), image.height * variation.between(0.55, 0.9)};
        const bool isMirrored = variation.chance(0.5);
        const Pose pose{variation.between(0.0, 20.0), variation.between(0.0, 10.0), variation.next()};
        drawObject(image, *object, base, height, isMirrored, pose);
    }
    return centreOf(image, side);
}

RgbImage emptyExample(int side, std::uint64_t seed) {
    Variation variation(seed);
    RgbImage image = randomBackdrop(variation);
    return centreOf(image, side);
}

} // namespace tagscope::demo
