// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace tagscope::demo {
namespace {

constexpr int kShift = 4; // fractional bits of OpenCV's coordinates
// Far outside of any picture, and far inside of what OpenCV's fixed point can hold.
constexpr double kFarthest = 16000.0;

double limited(double pixels) {
    return std::isfinite(pixels) ? std::clamp(pixels, -kFarthest, kFarthest) : 0.0;
}

int fixed(double pixels) {
    return static_cast<int>(std::lround(limited(pixels) * (1 << kShift)));
}

cv::Point fixed(const Placement &placement, Point point) {
    const double x = placement.isMirrored ? -point.x : point.x;
    return {fixed(placement.origin.x + x * placement.scale), fixed(placement.origin.y - point.y * placement.scale)};
}

cv::Scalar scalar(Colour colour) {
    return {static_cast<double>(colour.red), static_cast<double>(colour.green), static_cast<double>(colour.blue)};
}

cv::Mat pixelsOf(RgbImage &image) {
    return {image.height, image.width, CV_8UC3, image.pixels.data()};
}

int thickness(double pixels) {
    return std::max(1, static_cast<int>(std::lround(std::min(limited(pixels), 255.0))));
}

} // namespace

Colour Colour::shaded(double amount) const {
    const double target = amount > 0.0 ? 255.0 : 0.0;
    const double share = std::min(1.0, std::abs(amount));
    const auto mixed = [&](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(value + (target - value) * share));
    };
    return {mixed(red), mixed(green), mixed(blue)};
}

Canvas::Canvas(RgbImage &image, const Placement &placement) : image_(image), placement_(placement) {}

void Canvas::polygon(std::span<const Point> corners, Colour colour) {
    std::vector<cv::Point> points;
    points.reserve(corners.size());
    for (const Point &corner : corners)
        points.push_back(fixed(placement_, corner));
    cv::Mat pixels = pixelsOf(image_);
    cv::fillPoly(pixels, points, scalar(colour), cv::LINE_AA, kShift);
}

void Canvas::polygon(std::initializer_list<Point> corners, Colour colour) {
    polygon(std::span(corners.begin(), corners.size()), colour);
}

void Canvas::box(Point low, Point high, Colour colour) {
    polygon({low, {high.x, low.y}, high, {low.x, high.y}}, colour);
}

void Canvas::roundedBox(Point low, Point high, double radius, Colour colour) {
    constexpr int kSteps = 4; // of each corner
    const std::array<Point, 4> centres{{{high.x - radius, high.y - radius},
                                        {low.x + radius, high.y - radius},
                                        {low.x + radius, low.y + radius},
                                        {high.x - radius, low.y + radius}}};
    std::vector<Point> corners;
    for (std::size_t corner = 0; corner < centres.size(); ++corner) {
        for (int step = 0; step <= kSteps; ++step) {
            const double angle = CV_PI / 2.0 * (static_cast<double>(corner) + static_cast<double>(step) / kSteps);
            corners.push_back(
                {centres[corner].x + radius * std::cos(angle), centres[corner].y + radius * std::sin(angle)});
        }
    }
    polygon(corners, colour);
}

void Canvas::disc(Point centre, double radius, Colour colour) {
    cv::Mat pixels = pixelsOf(image_);
    cv::circle(pixels, fixed(placement_, centre), std::max(0, fixed(radius * placement_.scale)), scalar(colour),
               cv::FILLED, cv::LINE_AA, kShift);
}

void Canvas::ellipse(Point centre, double radiusX, double radiusY, Colour colour) {
    const cv::Size axes(std::max(0, fixed(radiusX * placement_.scale)), std::max(0, fixed(radiusY * placement_.scale)));
    cv::Mat pixels = pixelsOf(image_);
    cv::ellipse(pixels, fixed(placement_, centre), axes, 0.0, 0.0, 360.0, scalar(colour), cv::FILLED, cv::LINE_AA,
                kShift);
}

void Canvas::ring(Point centre, double radius, double width, Colour colour) {
    cv::Mat pixels = pixelsOf(image_);
    cv::circle(pixels, fixed(placement_, centre), std::max(0, fixed(radius * placement_.scale)), scalar(colour),
               thickness(width * placement_.scale), cv::LINE_AA, kShift);
}

void Canvas::line(Point from, Point to, double width, Colour colour) {
    cv::Mat pixels = pixelsOf(image_);
    cv::line(pixels, fixed(placement_, from), fixed(placement_, to), scalar(colour),
             thickness(width * placement_.scale), cv::LINE_AA, kShift);
}

void Canvas::path(std::initializer_list<Point> points, double width, Colour colour) {
    for (const Point *point = points.begin(); point + 1 < points.end(); ++point)
        line(point[0], point[1], width, colour);
}

} // namespace tagscope::demo
