// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/job_registry.h"

#include <algorithm>

namespace tagscope::ui {

JobRegistry &JobRegistry::instance() {
    static JobRegistry registry;
    return registry;
}

const RunningJob *JobRegistry::find(const QString &key) const {
    const auto found = std::ranges::find(jobs_, key, &std::pair<QString, RunningJob>::first);
    return found == jobs_.end() ? nullptr : &found->second;
}

QString JobRegistry::enter(const QString &id, const RunningJob &job) {
    QString key = id;
    for (int number = 2; find(key) != nullptr; ++number)
        key = id + QString::number(number);
    jobs_.emplace_back(key, job);
    Q_EMIT changed(key);
    return key;
}

void JobRegistry::update(const QString &key, const RunningJob &job) {
    const auto found = std::ranges::find(jobs_, key, &std::pair<QString, RunningJob>::first);
    if (found == jobs_.end())
        return;
    found->second = job;
    Q_EMIT changed(key);
}

void JobRegistry::leave(const QString &key) {
    if (std::erase_if(jobs_, [&key](const auto &job) { return job.first == key; }) > 0)
        Q_EMIT ended(key);
}

} // namespace tagscope::ui
