// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_session.h"

#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <exception>
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

Error unexpectedly(const std::exception &exception) {
    return {Error::Kind::Internal, "ui.project_not_read", exception.what()};
}

} // namespace

ProjectSession::ProjectSession(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent)
    : QObject(parent), open_(std::move(open)), makeDemo_(std::move(makeDemo)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    countDelivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ProjectSession::deliver);
    connect(&countDelivery_, &QTimer::timeout, this, &ProjectSession::deliverCounts);
}

ProjectSession::~ProjectSession() {
    running_.request_stop();
    counting_.request_stop();
}

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
    running_.request_stop();
    running_ = std::stop_source();
    opening_ = place;
    const std::uint64_t number = ++latest_;
    pool_.run([this, number, load = std::move(load), source = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        try {
            inbox_.put({number, load(source.get_token())});
        } catch (const std::exception &exception) {
            inbox_.put({number, tl::unexpected(unexpectedly(exception))});
        }
    });
    delivery_.start();
    Q_EMIT openingBegan();
}

// On a thread of the pool.
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

void ProjectSession::deliver() {
    for (Opened &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        delivery_.stop();
        if (report.project) {
            project_ = std::move(*report.project);
            Q_EMIT opened();
            countReadiness();
        } else {
            Q_EMIT failed(report.project.error());
        }
    }
}

void ProjectSession::close() {
    running_.request_stop();
    counting_.request_stop();
    ++latest_;
    delivery_.stop();
    countDelivery_.stop();
    project_.reset();
    Q_EMIT closed();
}

void ProjectSession::countReadiness() {
    if (!project_)
        return;
    counting_.request_stop();
    counting_ = std::stop_source();
    pool_.run([this, project = project_, source = counting_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        try {
            counts_.put({project.get(), project->source->readiness(source.get_token())});
        } catch (const std::exception &exception) {
            counts_.put({project.get(), tl::unexpected(unexpectedly(exception))});
        }
    });
    countDelivery_.start();
}

void ProjectSession::deliverCounts() {
    for (const Counted &report : counts_.drain()) {
        if (report.project != project_.get() || (!report.splits && report.splits.error().isCancelled()))
            continue;
        countDelivery_.stop();
        if (report.splits)
            Q_EMIT readinessCounted(*report.splits);
        else
            Q_EMIT readinessFailed(report.splits.error());
    }
}

} // namespace tagscope::ui
