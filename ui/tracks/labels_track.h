// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/class_lists.h"
#include "ui/base/wheel_steps.h"
#include "ui/document/project_contents.h"
#include "ui/tracks/track.h"

#include <QRect>
#include <QWidget>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

class RegionByKey;
class RegionEditor;
class RegionMarking;

// What is said of a clip, beside what the program found.
struct ClipLabels {
    std::vector<EventClass> events;
    std::vector<int> weak;
    std::vector<int> tags;
    ClipAnnotations annotations;
    bool isBlind = false; // labels and tags are hidden: nothing is said of them
};

// The labels of a clip, a tier for each event that is labelled, tagged, judged or has regions, and for the chosen one:
// in words whether it is labelled, tagged, known to be heard or seen, and what annotators decided; with the strong
// regions in their times. Those of the project's list and of other annotators are bars below the words. The auditor's
// own are as high as their tier, and are marked, moved and resized with the mouse.
class LabelsTrack : public QWidget, public Track {
    Q_OBJECT

public:
    explicit LabelsTrack(ViewState &view, QWidget *parent = nullptr);

    // From now on regions can be marked. Both outlive the track's last event.
    void setMarking(RegionMarking &marking, RegionByKey &byKey);
    [[nodiscard]] RegionEditor *editor() { return editor_; } // null before

    void setLabels(const std::optional<ClipLabels> &labels); // nothing: the clip has no place for labels
    [[nodiscard]] bool hasLabels() const { return labels_.has_value(); }

    // The events that have a tier, from the top; some may be scrolled away.
    [[nodiscard]] const std::vector<int> &rows() const { return rows_; }
    // Where an event's tier is, in time's part of the track; empty where it is not seen.
    [[nodiscard]] QRect tierOf(int event) const;
    // All that is said of an event, in words.
    [[nodiscard]] QString describe(int event) const;

    [[nodiscard]] QString readOut(QPointF point) const override;
    void click(QPointF point) override;
    bool step(int rows) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    // A stretch of a tier that is marked.
    struct Stretch {
        TimeRange range;
        QString annotator; // empty: the project's own list
        bool isOwn = false;
    };

    void arrangeRows();
    void scrollTo(std::size_t first);
    void followEvent();
    [[nodiscard]] std::size_t seenRows() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRect rowRect(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> rowAt(double y) const;
    [[nodiscard]] std::vector<Stretch> stretchesOf(int event) const;
    [[nodiscard]] QString nameOf(int event) const;
    void paintRow(QPainter &painter, std::size_t row) const;
    void paintBars(QPainter &painter, const QRect &place, int event) const;
    void paintOwn(QPainter &painter, const QRect &place, int event) const;
    void paintRest(QPainter &painter) const;
    void paintGuide(QPainter &painter) const;

    ViewState &view_;
    RegionMarking *marking_ = nullptr;
    RegionByKey *byKey_ = nullptr;
    RegionEditor *editor_ = nullptr;
    std::optional<ClipLabels> labels_;
    std::vector<int> rows_;
    WheelSteps wheel_;
    std::size_t first_ = 0; // of the rows that are seen
};

} // namespace tagscope::ui
