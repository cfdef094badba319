#pragma once

#include "ui/services/analysis_service.h"

#include <QAbstractListModel>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// The opened clips and how far each one's analysis is. A recording is one row until its first window arrives; further
// windows get rows of their own below it. GUI thread.
class ClipListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class State { Waiting, Analysing, Done, Failed, Cancelled };
    Q_ENUM(State)

    enum Role { StateRole = Qt::UserRole, FractionRole };

    struct Clip {
        std::filesystem::path media;
        JobNumber job = 0; // 0 where no work is under way or left
        State state = State::Waiting;
        double fraction = 0.0;
        QString stage;
        Error error;                                  // of Failed
        std::shared_ptr<const ClipAnalysis> analysis; // null until the window arrived
        std::size_t windows = 0;                      // of the recording received so far; counted in its first row
        bool isFurtherWindow = false;
    };

    // `service` outlives the model.
    explicit ClipListModel(AnalysisService &service, QObject *parent = nullptr);

    // Adds a row a file and starts its analysis; a file that is open already is not opened again. The row of the first.
    int open(const std::vector<std::filesystem::path> &files);
    // For a row that failed or was cancelled.
    void analyseAgain(int row);
    void cancel(int row);
    void close(int row);

    [[nodiscard]] const Clip &clip(int row) const { return clips_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] QString stateText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] std::optional<int> rowOf(JobNumber job) const;
    [[nodiscard]] std::optional<int> rowOf(const std::filesystem::path &media) const;
    void receive(JobNumber job, const std::shared_ptr<const ClipAnalysis> &clip);
    void finish(JobNumber job, State state, const Error &error);
    void tell(int row);

    AnalysisService &service_;
    std::vector<Clip> clips_;
};

} // namespace tagscope::ui
