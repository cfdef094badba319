// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what an annotator waits for, on the real window:
//   audit_figures keys PROJECT [N] [STAGE]  from the key of a verdict to its storage, and to the next clip playing
//   audit_figures fill PROJECT N            adds N verdicts of a made-up annotator to the project, to be opened next
//   audit_figures open PROJECT              from opening the project to its verdicts being known
//   audit_figures rows [CLIPS]              the queue of a made-up project, and how long the window stood still for it
// `keys` writes verdicts: give it a copy. Start it with OMP_WAIT_POLICY=passive, as the program does; with
// QT_QPA_PLATFORM=offscreen it needs no display.

#include "app/window/real_sources.h"
#include "core/network/image_networks.h"
#include "core/project/project.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/event_loop_watch.h"
#include "ui/document/sound_output.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <thread>

namespace {

using namespace tagscope;

constexpr int kMostMilliseconds = 120'000;

double milliseconds(const QElapsedTimer &timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, std::vector<double> values) {
    if (values.empty())
        return;
    std::ranges::sort(values);
    std::printf("%-34s median %6.1f ms, 95th percentile %6.1f ms, worst %6.1f ms (%zu)\n", what,
                values[values.size() / 2], values[values.size() * 95 / 100], values.back(), values.size());
}

// An output that tells when it began to play.
class WatchedOutput : public ui::SoundOutput {
public:
    WatchedOutput(std::unique_ptr<ui::SoundOutput> output, int &starts) : output_(std::move(output)), starts_(starts) {}

    [[nodiscard]] int sampleRate() const override { return output_->sampleRate(); }
    void start() override {
        ++starts_;
        output_->start();
    }
    void stop() override { output_->stop(); }
    [[nodiscard]] std::size_t room() override { return output_->room(); }
    void write(std::span<const ui::SoundSample> samples) override { output_->write(samples); }
    [[nodiscard]] std::int64_t played() override { return output_->played(); }
    void setVolume(double volume) override { output_->setVolume(volume); }
    [[nodiscard]] bool isSilent() const override { return output_->isSilent(); }
    [[nodiscard]] bool hasFailed() const override { return output_->hasFailed(); }

private:
    std::unique_ptr<ui::SoundOutput> output_;
    int &starts_;
};

bool waitFor(const std::function<bool()> &isReached) {
    QElapsedTimer timer;
    timer.start();
    while (!isReached() && timer.elapsed() < kMostMilliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    return isReached();
}

int measureKeys(const char *project, int times, AuditStage stage) {
    int starts = 0;
    ui::Sources sources = realSources();
    sources.playback.output = [make = sources.playback.output, &starts] {
        return std::make_unique<WatchedOutput>(make(), starts);
    };
    ui::MainWindow window(sources);
    window.resize(1280, 800);
    window.show();
    window.openProject(project);
    auto &audit = *window.findChild<ui::AuditController *>();
    auto &sitting = audit.sitting();
    auto &setup = audit.panel().setup();
    auto *records = window.findChild<ui::AuditRecords *>();
    waitFor([&] { return records->areKnown() && window.findChild<ui::ProjectClips *>()->document().project(); });
    ui::SittingSetup wanted;
    wanted.stage = stage;
    wanted.order = QueueOrder::Random;
    setup.setSetup(wanted);
    setup.setName(QStringLiteral("figures-%1").arg(QDateTime::currentMSecsSinceEpoch()));
    audit.start();
    if (!waitFor([&] { return starts > 0; }))
        return 1;
    std::vector<double> answered;
    std::vector<double> playing;
    for (int i = 0; i < times && sitting.current(); ++i) {
        QElapsedTimer pause; // somebody listens, and what comes next is made ready
        pause.start();
        waitFor([&] { return pause.elapsed() > 700; });
        const int before = starts;
        const ClipId clip = sitting.current()->clip;
        QElapsedTimer timer;
        timer.start();
        audit.entries().verdicts[static_cast<std::size_t>(i % 3)]->trigger();
        answered.push_back(milliseconds(timer));
        if (!sitting.current())
            break;
        if (sitting.current()->clip == clip)
            continue; // it was listened to already
        waitFor([&] { return starts > before; });
        playing.push_back(milliseconds(timer));
    }
    print("key answered and verdict stored", answered);
    print("next clip plays", playing);
    waitFor([&] { return records->history().size() >= answered.size(); });
    return 0;
}

int fill(const char *file, int count) {
    Result<Project> project = Project::open(file);
    if (!project)
        return 1;
    const Result<std::vector<Clip>> clips = project->clips();
    std::vector<Verdict> verdicts;
    for (int i = 0; i < count; ++i)
        verdicts.push_back({(*clips)[static_cast<std::size_t>(i) % clips->size()].id,
                            i / static_cast<int>(clips->size()) % static_cast<int>(project->classes().size()),
                            static_cast<AuditStage>(i % 3),
                            "made-up",
                            static_cast<VerdictValue>(i % 5),
                            {},
                            0});
    return project->addVerdicts(verdicts) ? 0 : 1;
}

int measureOpening(const char *project) {
    ui::MainWindow window(realSources());
    window.resize(1280, 800);
    window.show();
    QCoreApplication::processEvents();
    auto *records = window.findChild<ui::AuditRecords *>();
    const auto &document = window.findChild<ui::ProjectClips *>()->document();
    QElapsedTimer timer;
    timer.start();
    window.openProject(project);
    waitFor([&] { return document.project() != nullptr; });
    const double opened = milliseconds(timer);
    waitFor([&] { return records->areKnown(); });
    std::printf("%zu verdicts: the project is open after %.0f ms, they are known after %.0f ms\n",
                records->history().size(), opened, milliseconds(timer));
    return 0;
}

int measureRows(std::size_t clips) {
    test::ProjectMake make;
    make.clips = clips;
    test::AuditWindow at(std::make_shared<test::SyntheticProject>("/made/up.tagscope", make));
    at.window().openProject("made.tagscope");
    waitFor(
        [&] { return at.project().document().project() && at.window().findChild<ui::AuditRecords *>()->areKnown(); });
    ui::SittingSetup wanted;
    wanted.stage = AuditStage::ModelOutput;
    auto &setup = at.audit().panel().setup();
    at.entry("audit.open")->trigger();
    for (const QueueOrder order : {QueueOrder::SeenNotHeard, QueueOrder::Uncertain, QueueOrder::Random}) {
        wanted.order = order;
        test::EventLoopWatch watch;
        QElapsedTimer timer;
        timer.start();
        setup.queue().setQueue(nullptr, {});
        setup.setSetup(wanted);
        waitFor([&] { return setup.queue().rowCount() > 0; });
        QCoreApplication::processEvents();
        std::printf("order %zu: %d rows after %.0f ms, the window stood still for at most %.0f ms\n",
                    static_cast<std::size_t>(order), setup.queue().rowCount(), milliseconds(timer),
                    watch.worstMilliseconds());
    }
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U)));
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-figures"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-figures"));
    const auto is = [&](const char *mode) { return argc > 1 && std::strcmp(argv[1], mode) == 0; };
    const int number = argc > 3 ? std::atoi(argv[3]) : 20;
    if (is("keys") && argc > 2)
        return measureKeys(argv[2], number, stageNamed(argc > 4 ? argv[4] : "sound").value_or(AuditStage::Sound));
    if (is("fill") && argc > 3)
        return fill(argv[2], number);
    if (is("open") && argc > 2)
        return measureOpening(argv[2]);
    if (is("rows"))
        return measureRows(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 50'000);
    std::fputs("usage: audit_figures keys PROJECT [N] [STAGE] | fill PROJECT N | open PROJECT | rows [CLIPS]\n",
               stderr);
    return 2;
}
