// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <filesystem>

namespace tagscope::ui {

// Tells when other models are registered, by this program or by another: looks at the directory that holds the
// registry, which is replaced in one step, or at the nearest one above it that there is. GUI thread.
class ModelWatch : public QObject {
    Q_OBJECT

public:
    explicit ModelWatch(std::filesystem::path directory, QObject *parent = nullptr);

    // Now, where the system may have missed to tell, as on a network drive.
    void look();

Q_SIGNALS:
    void changed();

private:
    // What distinguishes one registry file from the one that takes its place.
    struct Mark {
        std::uint64_t device = 0;
        std::uint64_t file = 0;
        std::int64_t modified = 0; // ns
        std::int64_t size = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    [[nodiscard]] Mark mark() const;
    void watch();

    std::filesystem::path directory_;
    Mark seen_;
    QFileSystemWatcher watcher_;
    QTimer pause_; // an import touches the directory many times
};

} // namespace tagscope::ui
