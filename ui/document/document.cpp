// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/base/try.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <QPointer>
#include <algorithm>
#include <future>
#include <unordered_map>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kWatchMilliseconds = 3000;

std::vector<QString> searchTextsOf(const ProjectContents &contents) {
    std::vector<QString> texts;
    texts.reserve(contents.clips.size());
    for (const LabelledClip &clip : contents.clips)
        texts.push_back(searchTextOf(clip, contents.classes));
    return texts;
}

Result<std::shared_ptr<const OpenProject>> openedOf(std::shared_ptr<ClipAnalyst> analyst) {
    auto project = std::make_shared<OpenProject>();
    project->contents = TAGSCOPE_TRY(readContents(analyst->project()));
    project->contents.makesMedia = analyst->makesMedia();
    project->searchTexts = searchTextsOf(project->contents);
    project->store = storeOf(analyst);
    project->analyst = std::move(analyst);
    return std::shared_ptr<const OpenProject>(std::move(project));
}

} // namespace

QString searchTextOf(const LabelledClip &clip, const std::vector<EventClass> &classes) {
    QString text = toText(clip.clip.name) + QLatin1Char('\n') + toText(clip.clip.split);
    for (const int label : clip.labels)
        text += QLatin1Char('\n') + toText(classes[static_cast<std::size_t>(label)].name);
    return text.toCaseFolded();
}

QString noticeText(const ProjectContents &contents) {
    QStringList lines;
    if (contents.makesMedia)
        lines << translated(Message("demo.generated"));
    if (contents.isReadOnly)
        lines << translated(Message(contents.isWrittenElsewhere ? "project.opened_read_only" : "project.not_writable"));
    if (!contents.note.empty())
        lines << translated(contents.note);
    return lines.join(QLatin1Char(' '));
}

Document::Document(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent)
    : QObject(parent), open_(std::move(open)), makeDemo_(std::move(makeDemo)),
      checking_(
          {"projectFile", tr("Project"), JobTitle::Never}, [this](const Result<void> &checked) { takeLoss(checked); },
          JobQueue::Thread::Own),
      copying_({"projectCopy", tr("Project")},
               [this](const Result<std::filesystem::path> &saved) {
                   if (saved)
                       Q_EMIT copySaved(*saved);
                   else if (!saved.error().isCancelled())
                       Q_EMIT copyFailed(saved.error());
               }),
      counting_({"readiness", tr("Project")},
                [this](const Result<std::vector<SplitReadiness>> &splits) {
                    if (splits)
                        Q_EMIT readinessCounted(*splits);
                    else if (!splits.error().isCancelled())
                        Q_EMIT readinessFailed(splits.error());
                }),
      loading_({"project", tr("Project")},
               [this](Result<std::shared_ptr<const OpenProject>> project) { take(std::move(project)); }) {
    watch_.setInterval(kWatchMilliseconds);
    connect(&watch_, &QTimer::timeout, this, qOverload<>(&Document::checkFile));
    connect(&edits_, &ProjectEdits::failed, this, qOverload<>(&Document::checkFile));
    connect(&edits_, &ProjectEdits::labelsChanged, this, &Document::takeLabels);
    connect(&edits_, &ProjectEdits::eventsChanged, this, &Document::reopen);
    connect(&edits_, &ProjectEdits::clipsChanged, this, &Document::reload);
}

void Document::open(const std::filesystem::path &file) {
    begin(file, FindFunction([file](const std::stop_token &) { return Result<std::filesystem::path>(file); }));
}

void Document::openDemo(const std::filesystem::path &directory) {
    begin(directory,
          FindFunction([make = makeDemo_, directory](const std::stop_token &stop) { return make(directory, stop); }));
}

void Document::reload() {
    if (project_ && project_->store->classes() != project_->contents.classes)
        reopen();
    else if (project_)
        begin(project_->contents.file,
              LoadFunction([analyst = project_->analyst](const std::stop_token &) { return openedOf(analyst); }));
}

void Document::reopen() {
    if (!project_)
        return;
    begin(project_->contents.file,
          LoadFunction([this, store = project_->store, file = project_->contents.file](const std::stop_token &stop) {
              *hasLetGo_ = true;
              store->letGo();
              return open_(file, stop).and_then(openedOf);
          }));
    isReopening_ = true;
}

void Document::whenSettled(QObject *context, const std::function<void()> &then) {
    edits_.whenDone([this, context = QPointer(context), then] {
        if (context && !isOpening())
            then();
        else if (context)
            connect(
                this, &Document::opened, context,
                [this, number = edits_.project(), then] {
                    if (number == edits_.project())
                        then();
                },
                Qt::SingleShotConnection);
    });
}

void Document::takeLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven) {
    if (!project_)
        return;
    auto changed = std::make_shared<OpenProject>(*project_);
    std::unordered_map<ClipId, std::size_t> places;
    for (std::size_t i = 0; i < changed->contents.clips.size(); ++i)
        places.emplace(changed->contents.clips[i].clip.id, i);
    for (const auto &[clip, event] : labels) {
        const auto place = places.find(clip);
        if (place == places.end())
            continue;
        LabelledClip &of = changed->contents.clips[place->second];
        std::erase(of.labels, event);
        if (isGiven)
            of.labels.insert(std::ranges::upper_bound(of.labels, event), event);
        changed->searchTexts[place->second] = searchTextOf(of, changed->contents.classes);
    }
    project_ = std::move(changed);
    Q_EMIT labelsChanged(labels, isGiven);
    Q_EMIT edits_.scoresChanged(); // figures are measured against them
}

void Document::begin(const std::filesystem::path &place, FindFunction find) {
    begin(place, LoadFunction([this, find = std::move(find), current = project_](const std::stop_token &stop) {
              return load(find, current, stop);
          }));
}

void Document::begin(const std::filesystem::path &place, LoadFunction load) {
    opening_ = place;
    isReopening_ = false;
    loading_.start(std::move(load));
    Q_EMIT openingBegan();
}

// On another thread.
Result<std::shared_ptr<const OpenProject>> Document::load(const FindFunction &find,
                                                          const std::shared_ptr<const OpenProject> &current,
                                                          const std::stop_token &stop) const {
    const std::filesystem::path file = TAGSCOPE_TRY(find(stop));
    std::error_code error;
    if (current && std::filesystem::equivalent(current->contents.file, file, error)) {
        if (current->store->checkFile())
            return current; // a second writer would be refused
        *hasLetGo_ = true;
        current->store->letGo();
    }
    return open_(file, stop).and_then(openedOf);
}

void Document::take(Result<std::shared_ptr<const OpenProject>> project) {
    if (!project) {
        loading_.logFailure(project.error());
        if (hasLetGo_->exchange(false))
            close(); // which can be used no more
        Q_EMIT failed(project.error());
        return;
    }
    *hasLetGo_ = false;
    show(std::move(*project));
    loading_.log(LogKind::Done, tr("Opened %1.").arg(pathText(project_->contents.file)));
    Q_EMIT opened();
    countReadiness();
}

void Document::show(std::shared_ptr<const OpenProject> project) {
    const bool isSame = std::exchange(isReopening_, false) && project;
    const bool isAnother = !isSame && (!project || !project_ || project->store != project_->store);
    project_ = std::move(project);
    edits_.setProject(project_ ? project_->store : nullptr, isSame);
    if (project_)
        branches_.read();
    if (!isAnother)
        return;
    undo_.clear();
    checking_.forget();
    copying_.forget();
    takeLoss({});
    if (project_)
        watch_.start();
    else
        watch_.stop();
}

void Document::takeLoss(const Result<void> &checked) {
    if (!checked && checked.error().kind != Error::Kind::Inconsistent)
        return; // the disk does not answer: what is to be stored next says more
    if (!checked && checked.error().message.id == "project.events_changed_elsewhere") {
        checking_.log(LogKind::Note, tr("Another program has changed the events of the project: it is read again."));
        reopen();
        return;
    }
    const bool wasLost = loss_.has_value();
    loss_ = checked ? std::nullopt : std::optional(checked.error());
    if (loss_ && !wasLost)
        checking_.logFailure(*loss_);
    if (loss_ || wasLost)
        Q_EMIT lossChanged();
}

void Document::checkFile() {
    if (project_ && !isOpening() && !checking_.isRunning())
        checking_.start([store = project_->store](const std::stop_token &) { return store->checkFile(); });
}

void Document::checkFile(std::chrono::milliseconds most) {
    if (!project_ || isOpening())
        return;
    const auto done = std::make_shared<std::promise<void>>();
    const std::future<void> isDone = done->get_future();
    checking_.start([store = project_->store, done](const std::stop_token &) {
        Result<void> checked = store->checkFile();
        done->set_value();
        return checked;
    });
    if (isDone.wait_for(most) == std::future_status::ready)
        checking_.finish(); // it has only to hand over its result
    checking_.deliver();
}

void Document::saveCopyNow(const std::filesystem::path &target) {
    saveCopy(target);
    copying_.finish();
    copying_.forget();
}

void Document::saveCopy(const std::filesystem::path &target) {
    if (project_)
        copying_.start([store = project_->store, target](const std::stop_token &) {
            return store->saveCopy(target).map([&target] { return target; });
        });
}

void Document::close() {
    loading_.forget();
    counting_.forget();
    show(nullptr);
    Q_EMIT closed();
}

void Document::countReadiness() {
    if (project_)
        counting_.start(
            [project = project_](const std::stop_token &stop) { return project->analyst->readiness(stop); });
}

} // namespace tagscope::ui
