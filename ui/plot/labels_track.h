#pragma once

#include "core/words/class_lists.h"
#include "ui/plot/track.h"
#include "ui/services/project_source.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// What is said of a clip, beside what the program found.
struct ClipLabels {
    std::vector<EventClass> events;
    std::vector<int> weak;
    std::vector<int> tags;
    ClipAnnotations annotations;
};

// The labels of a clip, an event a row: in words whether it is labelled, tagged, known to be heard or seen, and what
// annotators decided; below the words the strong regions, and those that annotators marked, in their times.
class LabelsTrack : public QWidget, public Track {
    Q_OBJECT

public:
    explicit LabelsTrack(ViewState &view, QWidget *parent = nullptr);

    void setLabels(const std::optional<ClipLabels> &labels); // nothing: the clip has no place for labels
    [[nodiscard]] bool hasLabels() const { return labels_.has_value(); }

    // The events that have a row, from the top.
    [[nodiscard]] const std::vector<int> &rows() const { return rows_; }
    // All that is said of an event, in words.
    [[nodiscard]] QString describe(int event) const;

    [[nodiscard]] QString readOut(QPointF point) const override;
    void click(QPointF point) override;
    bool step(int rows) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    // A stretch of a row that is marked.
    struct Stretch {
        TimeRange range;
        QString annotator; // empty: the project's own list
    };

    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRect rowRect(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> rowAt(double y) const;
    [[nodiscard]] std::vector<Stretch> stretchesOf(int event) const;
    [[nodiscard]] QString nameOf(int event) const;
    void paintRow(QPainter &painter, std::size_t row) const;

    ViewState &view_;
    std::optional<ClipLabels> labels_;
    std::vector<int> rows_;
};

} // namespace tagscope::ui
