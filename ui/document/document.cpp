// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/base/try.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <utility>

namespace tagscope::ui {

namespace {

std::vector<QString> searchTextsOf(const ProjectContents &contents) {
    std::vector<QString> texts;
    texts.reserve(contents.clips.size());
    for (const LabelledClip &clip : contents.clips) {
        QString text = toText(clip.clip.name) + QLatin1Char('\n') + toText(clip.clip.split);
        for (const int label : clip.labels)
            text += QLatin1Char('\n') + toText(contents.classes[static_cast<std::size_t>(label)].name);
        texts.push_back(text.toCaseFolded());
    }
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

QString noticeText(const ProjectContents &contents) {
    QStringList lines;
    if (contents.makesMedia)
        lines << translated(Message("demo.generated"));
    if (contents.isReadOnly)
        lines << translated(Message("project.opened_read_only"));
    return lines.join(QLatin1Char(' '));
}

Document::Document(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent)
    : QObject(parent), open_(std::move(open)), makeDemo_(std::move(makeDemo)),
      counting_({"readiness", tr("Project")},
                [this](const Result<std::vector<SplitReadiness>> &splits) {
                    if (splits)
                        Q_EMIT readinessCounted(*splits);
                    else if (!splits.error().isCancelled())
                        Q_EMIT readinessFailed(splits.error());
                }),
      loading_({"project", tr("Project")},
               [this](Result<std::shared_ptr<const OpenProject>> project) { take(std::move(project)); }) {}

void Document::open(const std::filesystem::path &file) {
    begin(file, FindFunction([file](const std::stop_token &) { return Result<std::filesystem::path>(file); }));
}

void Document::openDemo(const std::filesystem::path &directory) {
    begin(directory,
          FindFunction([make = makeDemo_, directory](const std::stop_token &stop) { return make(directory, stop); }));
}

void Document::reload() {
    if (project_)
        begin(project_->contents.file,
              LoadFunction([analyst = project_->analyst](const std::stop_token &) { return openedOf(analyst); }));
}

void Document::begin(const std::filesystem::path &place, FindFunction find) {
    begin(place, LoadFunction([this, find = std::move(find), current = project_](const std::stop_token &stop) {
              return load(find, current, stop);
          }));
}

void Document::begin(const std::filesystem::path &place, LoadFunction load) {
    opening_ = place;
    loading_.start(std::move(load));
    Q_EMIT openingBegan();
}

// On another thread.
Result<std::shared_ptr<const OpenProject>> Document::load(const FindFunction &find,
                                                          const std::shared_ptr<const OpenProject> &current,
                                                          const std::stop_token &stop) const {
    const std::filesystem::path file = TAGSCOPE_TRY(find(stop));
    std::error_code error;
    if (current && std::filesystem::equivalent(current->contents.file, file, error))
        return current; // a second writer would be refused
    return open_(file, stop).and_then(openedOf);
}

void Document::take(Result<std::shared_ptr<const OpenProject>> project) {
    if (!project) {
        loading_.logFailure(project.error());
        Q_EMIT failed(project.error());
        return;
    }
    show(std::move(*project));
    loading_.log(LogKind::Done, tr("Opened %1.").arg(pathText(project_->contents.file)));
    Q_EMIT opened();
    countReadiness();
}

void Document::show(std::shared_ptr<const OpenProject> project) {
    const bool isAnother = !project || !project_ || project->store != project_->store;
    project_ = std::move(project);
    edits_.setProject(project_ ? project_->store : nullptr);
    if (isAnother)
        undo_.clear();
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
