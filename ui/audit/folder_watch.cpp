// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/folder_watch.h"

#include "core/base/try.h"
#include "core/exchange/import_audit.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTime>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{2000};

QString newsText(const FolderNews &news) {
    QStringList parts;
    for (const FileMerge &file : news.merged)
        parts << FolderWatch::tr("%1: %n verdict(s) added", nullptr, static_cast<int>(file.report.verdictsAdded))
                     .arg(fileName(file.file));
    for (const FolderNews::Refusal &refusal : news.refused)
        parts << FolderWatch::tr("✗ %1: %2").arg(fileName(refusal.file), translated(refusal.error.message));
    return parts.join(QLatin1Char('\n'));
}

} // namespace

FolderWatch::FolderWatch(QWidget *parent)
    : QWidget(parent), text_(new QLabel),
      job_({"folderWatch", tr("Watched folder")}, [this](const Result<Look> &result) { take(result); }) {
    text_->setObjectName(QStringLiteral("watchedFolder"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *end = new QPushButton(tr("Stop &watching"));
    end->setObjectName(QStringLiteral("stopWatching"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text_, 1);
    row->addWidget(end);
    hide();
    connect(end, &QPushButton::clicked, this, &FolderWatch::stop);
    timer_.setInterval(kBetweenLooks);
    connect(&timer_, &QTimer::timeout, this, &FolderWatch::look);
}

void FolderWatch::start(std::shared_ptr<Project> project, const std::filesystem::path &folder) {
    project_ = std::move(project);
    watched_ = std::make_shared<WatchedFolder>(folder);
    files_.clear();
    verdicts_ = 0;
    show({});
    setVisible(true);
    timer_.start();
    look();
    Q_EMIT changed();
}

void FolderWatch::stop() {
    if (!isWatching())
        return;
    timer_.stop();
    watched_.reset();
    project_.reset();
    hide();
    Q_EMIT changed();
}

void FolderWatch::setResting(bool isResting) {
    isResting_ = isResting;
}

void FolderWatch::look() {
    if (!isWatching() || isResting_ || job_.isRunning())
        return;
    job_.start([watched = watched_, project = project_](const std::stop_token &stop) -> Result<Look> {
        Look look{project, watched, {}, {}};
        const std::vector<std::filesystem::path> files = TAGSCOPE_TRY(watched->due(*project));
        if (files.empty())
            return look;
        const SaidInProject before = TAGSCOPE_TRY(saidIn(*project));
        look.news = TAGSCOPE_TRY(watched->take(*project, files, stop));
        const SaidInProject after = TAGSCOPE_TRY(saidIn(*project));
        look.changes = addedBetween(before, after);
        return look;
    });
}

void FolderWatch::take(const Result<Look> &result) {
    if (!result) {
        if (isWatching() && !result.error().isCancelled())
            show(tr("✗ %1").arg(translated(result.error().message)));
        return;
    }
    const FolderNews &news = result->news;
    if (news.merged.empty() && news.refused.empty())
        return;
    if (!news.merged.empty())
        Q_EMIT came(result->project, result->changes);
    if (result->watched != watched_)
        return;
    for (const FileMerge &file : news.merged) {
        files_.insert(file.file);
        verdicts_ += file.report.verdictsAdded;
    }
    show(tr("%1  %2").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat), newsText(news)));
    job_.log(news.refused.empty() ? LogKind::Done : LogKind::Failed, newsText(news));
}

void FolderWatch::show(const QString &latest) {
    const QString folder = pathText(watched_->folder());
    const QString sum = verdicts_ == 0 && files_.empty()
                            ? tr("Watching %1 for tasks, projects and tables: nothing came yet.").arg(folder)
                            : tr("Watching %1: %2 of %3.")
                                  .arg(folder, tr("%n verdict(s)", nullptr, static_cast<int>(verdicts_)),
                                       tr("%n file(s)", nullptr, static_cast<int>(files_.size())));
    text_->setText(latest.isEmpty() ? sum : sum + QLatin1Char('\n') + latest);
}

} // namespace tagscope::ui
