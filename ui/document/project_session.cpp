// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_session.h"

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

Result<std::shared_ptr<const OpenProject>> contentsOf(std::shared_ptr<ProjectSource> source,
                                                      const std::stop_token &stop) {
    Result<ProjectContents> contents = source->read(stop);
    if (!contents)
        return tl::unexpected(contents.error());
    auto project = std::make_shared<OpenProject>();
    project->source = std::move(source);
    project->contents = std::move(*contents);
    project->searchTexts = searchTextsOf(project->contents);
    return std::shared_ptr<const OpenProject>(std::move(project));
}

} // namespace

ProjectSession::ProjectSession(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent)
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

void ProjectSession::open(const std::filesystem::path &file) {
    begin(file, FindFunction([file](const std::stop_token &) { return Result<std::filesystem::path>(file); }));
}

void ProjectSession::openDemo(const std::filesystem::path &directory) {
    begin(directory,
          FindFunction([make = makeDemo_, directory](const std::stop_token &stop) { return make(directory, stop); }));
}

void ProjectSession::reload() {
    if (project_)
        begin(project_->contents.file, LoadFunction([source = project_->source](const std::stop_token &stop) {
                  return contentsOf(source, stop);
              }));
}

void ProjectSession::begin(const std::filesystem::path &place, FindFunction find) {
    begin(place, LoadFunction([this, find = std::move(find), current = project_](const std::stop_token &stop) {
              return load(find, current, stop);
          }));
}

void ProjectSession::begin(const std::filesystem::path &place, LoadFunction load) {
    opening_ = place;
    loading_.start(std::move(load));
    Q_EMIT openingBegan();
}

// On another thread.
Result<std::shared_ptr<const OpenProject>> ProjectSession::load(const FindFunction &find,
                                                                const std::shared_ptr<const OpenProject> &current,
                                                                const std::stop_token &stop) const {
    const Result<std::filesystem::path> file = find(stop);
    if (!file)
        return tl::unexpected(file.error());
    std::error_code error;
    if (current && std::filesystem::equivalent(current->contents.file, *file, error))
        return current; // a second writer would be refused
    Result<std::shared_ptr<ProjectSource>> source = open_(*file, stop);
    if (!source)
        return tl::unexpected(source.error());
    return contentsOf(std::move(*source), stop);
}

void ProjectSession::take(Result<std::shared_ptr<const OpenProject>> project) {
    if (!project) {
        loading_.logFailure(project.error());
        Q_EMIT failed(project.error());
        return;
    }
    project_ = std::move(*project);
    loading_.log(LogKind::Done, tr("Opened %1.").arg(pathText(project_->contents.file)));
    Q_EMIT opened();
    countReadiness();
}

void ProjectSession::close() {
    loading_.forget();
    counting_.forget();
    project_.reset();
    Q_EMIT closed();
}

void ProjectSession::countReadiness() {
    if (project_)
        counting_.start([project = project_](const std::stop_token &stop) { return project->source->readiness(stop); });
}

} // namespace tagscope::ui
