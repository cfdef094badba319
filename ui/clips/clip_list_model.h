// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"
#include "ui/document/analysis_service.h"
#include "ui/document/clip_progress.h"
#include "ui/document/recording_overview.h"
#include "ui/document/recording_service.h"

#include <QAbstractListModel>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tagscope::ui {

// The opened clips and how far each one's analysis is. A recording longer than a clip is a row of its own, for the
// whole of it, and each of its windows gets a row below it as it arrives. Of the analyses the latest are kept; the
// others are loaded again when they are wanted. GUI thread.
class ClipListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using State = ClipProgress::State; // Waiting, or what comes after it

    struct Clip {
        ClipId id = 0; // of the row, in this list
        std::filesystem::path media;
        JobNumber job = 0; // 0 where no work is under way or left
        ClipProgress progress{State::Waiting, 0.0, {}, {}, {}};
        std::shared_ptr<const ClipAnalysis> analysis;       // null until the clip arrived, or where it is not kept
        std::shared_ptr<const RecordingOverview> recording; // of a long recording's own row
        bool isWindow = false;                              // of a long recording
        Seconds start{0};                                   // in the recording
        Seconds duration{0};                                // 0 until the clip arrived, and of a long recording
        QString found;                                      // the tags in words, once it is analysed

        // Arrived and not kept.
        [[nodiscard]] bool isToBeLoaded() const {
            return progress.state == State::Done && duration > Seconds(0) && !analysis;
        }
    };

    static constexpr std::size_t kKeptAnalyses = 12; // of about 1 MiB each

    // `service` outlives the model.
    explicit ClipListModel(AnalysisService &service, QObject *parent = nullptr);

    // By which long recordings are known before their first window, and windows are loaded again. Outlives the model.
    void setRecordings(RecordingService &recordings);

    // Adds a row a file and starts its analysis; a file that is open already is not opened again. The row of the first.
    int open(const std::vector<std::filesystem::path> &files);
    // For a row that failed or was cancelled.
    void analyseAgain(int row);
    void analyseAllAgain(); // with other models
    void cancel(int row);
    void close(int row); // of a recording with its windows
    // A row is looked at: an analysis that is not kept is loaded; dataChanged() tells when it is there.
    void want(int row);
    // The row of the window that begins at this time; -1 where there is none.
    [[nodiscard]] int windowRow(const std::filesystem::path &media, Seconds start) const;

    // As what its picture is taken from; nothing before it is known how long it is, and of a whole recording.
    [[nodiscard]] std::optional<tagscope::Clip> pictured(int row) const;

    [[nodiscard]] const Clip &clip(int row) const { return clips_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] QString stateText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] std::optional<int> rowOf(JobNumber job) const;
    [[nodiscard]] std::optional<int> rowOf(const std::filesystem::path &media) const;
    void receive(JobNumber job, const std::shared_ptr<const ClipAnalysis> &clip);
    void takeFacts(const std::filesystem::path &media, const RecordingFacts &facts);
    void takeLoaded(const std::filesystem::path &media, Seconds start,
                    const std::shared_ptr<const ClipAnalysis> &window);
    // The row stands for the whole recording from now on; what it held becomes its first window.
    void makeRecording(int row, const RecordingOverview &recording);
    void addWindow(int row, const std::shared_ptr<const ClipAnalysis> &window);
    void removeWindows(int row);
    [[nodiscard]] int lastWindow(int row) const; // of the recording in this row; itself where there is none
    // The row whose analysis is that of this window or clip, once it is whole; -1 where there is none.
    [[nodiscard]] int analysisRow(const std::filesystem::path &media, Seconds start) const;
    void keep(int row);
    [[nodiscard]] QString tagsOf(const ClipAnalysis &analysis) const;
    void finish(JobNumber job, State state, const Error &error);
    void notify(int row);

    AnalysisService &service_;
    RecordingService *recordings_ = nullptr;
    std::vector<Clip> clips_;
    ClipId nextId_ = 1;
    std::deque<std::pair<std::filesystem::path, Seconds>> kept_; // with their analyses, the latest last
};

} // namespace tagscope::ui
