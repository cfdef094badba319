// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the command line say the same of an audit, and merge projects that were audited apart alike.

#include "app/window/local_analyst.h"
#include "core/audit/audit_merge.h"
#include "core/evaluation/evaluation.h"
#include "tests/support/qt_test.h"
#include "ui/audit/agreement_service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <cmath>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kTime = 1'700'000'000'000'000;

// 40 clips and two events with scores of both branches; `annotators` judge every other label each in their own way.
void makeAuditProject(const fs::path &file, const std::vector<std::string> &annotators) {
    Project project = Project::create(file, {{"horn", "", {"horn"}, 0.5, 0.5}, {"bus", "", {"bus"}, 0.5, 0.5}}).value();
    std::vector<NewClip> clips;
    for (int i = 0; i < 40; ++i)
        clips.push_back({"c" + std::to_string(i), {}, Seconds(0), Seconds(10), i < 30 ? "test" : "training"});
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<ClipScore> audio;
    std::vector<ClipScore> video;
    std::vector<Verdict> verdicts;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const int event = i % 3 == 0 ? 1 : 0;
        const float noise = 0.007F * static_cast<float>((i * 17) % 40);
        labels.emplace_back(ids[i], event);
        audio.push_back({ids[i], {event == 0 ? 0.7F - noise : 0.1F + noise, 0.5F - noise}});
        video.push_back({ids[i], {0.2F + noise, 0.4F + noise}});
        for (std::size_t a = 0; a < annotators.size() && i % 2 == 0; ++a)
            verdicts.push_back({ids[i], event, a == 1 && i % 3 == 1 ? AuditStage::Pictures : AuditStage::Sound,
                                annotators[a], static_cast<VerdictValue>((i * (a + 2) / 3) % kVerdictValues), "",
                                kTime + static_cast<std::int64_t>(i)});
    }
    QVERIFY_OK(project.addLabels(labels));
    QVERIFY(project.storeScores({Branch::Audio, "first"}, audio));
    QVERIFY(project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video));
    QVERIFY(project.addVerdicts(verdicts));
    QVERIFY(project.setSetting(kAuditSetupKey, R"({"order": "label-wrong", "split": "test", "controlEvery": 4})"));
}

QJsonObject command(const QStringList &arguments) {
    QProcess program;
    program.start(QStringLiteral(TAGSCOPE_CLI),
                  QStringList{QStringLiteral("--json"), QStringLiteral("audit")} + arguments);
    if (!program.waitForFinished(60000) || program.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

QString text(const fs::path &file) {
    return QString::fromStdString(file.string());
}

bool isSame(const QJsonObject &printed, const Agreement &shown) {
    const QJsonValue value = printed.value(QStringLiteral("value"));
    if (value.isNull() != !shown.value ||
        printed.value(QStringLiteral("items")).toInteger() != static_cast<qint64>(shown.items))
        return false;
    const QJsonArray interval = printed.value(QStringLiteral("interval")).toArray();
    return (!shown.value || value.toDouble() == *shown.value) && interval.isEmpty() == !shown.interval &&
           (!shown.interval ||
            (interval[0].toDouble() == shown.interval->low && interval[1].toDouble() == shown.interval->high));
}

bool isSame(const QJsonObject &printed, const JudgedRows &shown) {
    return printed.value(QStringLiteral("rows")).toInteger() == static_cast<qint64>(shown.rows) &&
           printed.value(QStringLiteral("decided")).toInteger() == shown.wrong.looked &&
           printed.value(QStringLiteral("wrong")).toInteger() == shown.wrong.found &&
           printed.value(QStringLiteral("undecided")).toInteger() == shown.undecided;
}

} // namespace

class TestAuditNumbers : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    [[nodiscard]] fs::path path(const char *name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void theyAreThoseOfTheCommandLine() {
        const fs::path file = path("a.tagscope");
        makeAuditProject(file, {"Ada", "Bo", "Cy"});
        const QJsonObject agreement = command({QStringLiteral("agreement"), text(file)});
        const QJsonObject noise =
            command({QStringLiteral("noise"), text(file), QStringLiteral("--split"), QStringLiteral("training")});
        const QJsonObject precision = command({QStringLiteral("precision"), text(file)});
        const Result<std::shared_ptr<ui::ClipAnalyst>> source = LocalAnalyst::open(file, {});
        QVERIFY(source);
        const std::vector<Verdict> history = (*source)->project().verdictHistory().value();
        ui::AgreementService service;
        std::shared_ptr<const AgreementSummary> summary;
        std::shared_ptr<const ui::AuditEstimates> estimates;
        connect(&service, &ui::AgreementService::summarised, this, [&](const auto &made) { summary = made; });
        connect(&service, &ui::AgreementService::estimated, this, [&](const auto &made) { estimates = made; });
        service.summarise(history, 2, {});
        service.estimate(storeOf(*source), {"horn", "bus"}, history, "training");
        QTRY_VERIFY_WITH_TIMEOUT(summary && estimates, 60000);

        const QJsonArray rows = agreement.value(QStringLiteral("agreement")).toArray();
        QCOMPARE(rows.size(), qsizetype{3});
        QCOMPARE(summary->rows.size(), std::size_t{3});
        for (std::size_t i = 0; i < summary->rows.size(); ++i) {
            const QJsonObject printed = rows[static_cast<qsizetype>(i)].toObject();
            const EventAgreement &shown = summary->rows[i];
            QCOMPARE(printed.value(QStringLiteral("pairs")).toInteger(), static_cast<qint64>(shown.pairs));
            QVERIFY(isSame(printed.value(QStringLiteral("fleiss")).toObject(), shown.fleiss));
            QVERIFY(isSame(printed.value(QStringLiteral("krippendorff")).toObject(), shown.alpha));
            const QJsonArray pairs = printed.value(QStringLiteral("cohen_pairs")).toArray();
            QCOMPARE(pairs.size(), qsizetype{3});
            for (std::size_t p = 0; p < shown.cohen.size(); ++p)
                QVERIFY(isSame(pairs[static_cast<qsizetype>(p)].toObject().value(QStringLiteral("kappa")).toObject(),
                               shown.cohen[p].kappa));
        }
        QVERIFY(summary->rows[0].alpha.interval); // there was something to compare

        const QJsonArray events = noise.value(QStringLiteral("events")).toArray();
        QCOMPARE(events.size(), qsizetype{2});
        for (std::size_t k = 0; k < 2; ++k) {
            const QJsonObject printed = events[static_cast<qsizetype>(k)].toObject();
            QCOMPARE(printed.value(QStringLiteral("judged")).toInteger(), estimates->noise[k].inaudible.looked);
            QCOMPARE(printed.value(QStringLiteral("disputed")).toInteger(), estimates->noise[k].disputed);
            QCOMPARE(printed.value(QStringLiteral("confident"))
                         .toObject()
                         .value(QStringLiteral("labelled_absent"))
                         .toInteger(),
                     estimates->noise[k].joint.counts[1][0]);
        }
        QVERIFY(estimates->precision);
        QCOMPARE(precision.value(QStringLiteral("order")).toString(), QStringLiteral("label-wrong"));
        QVERIFY(isSame(precision.value(QStringLiteral("ordered")).toObject(), estimates->precision->ordered));
        QVERIFY(isSame(precision.value(QStringLiteral("controls")).toObject(), estimates->precision->controls));
        QVERIFY(estimates->precision->controls.wrong.looked > 0);
    }

    void mergingComesToTheSame() {
        makeAuditProject(path("here.tagscope"), {"Ada"});
        makeAuditProject(path("there.tagscope"), {"Ada", "Bo"});
        {
            Project other = Project::open(path("there.tagscope")).value();
            QVERIFY(other.addVerdicts(std::vector<Verdict>{
                {1, 1, AuditStage::Sound, "Ada", VerdictValue::Unsure, "on second thoughts", kTime + 1000}}));
        }
        fs::copy_file(path("here.tagscope"), path("copy.tagscope"));
        const QJsonObject printed =
            command({QStringLiteral("merge"), text(path("copy.tagscope")), text(path("there.tagscope"))});
        std::vector<Verdict> byWindow;
        {
            const Result<std::shared_ptr<ui::ClipAnalyst>> source = LocalAnalyst::open(path("here.tagscope"), {});
            QVERIFY(source);
            Project &here = (*source)->project();
            const Project there = Project::open(path("there.tagscope"), Project::Access::ReadOnly).value();
            const auto preview = previewMerge(here, there, UnknownPairs::Refuse);
            const auto merged = mergeAudit(here, there, UnknownPairs::Refuse);
            QVERIFY(preview && merged);
            QCOMPARE(preview->verdictsAdded, merged->verdictsAdded);
            QCOMPARE(printed.value(QStringLiteral("verdicts_added")).toInteger(),
                     static_cast<qint64>(merged->verdictsAdded));
            QCOMPARE(printed.value(QStringLiteral("conflicts")).toArray().size(),
                     static_cast<qsizetype>(merged->conflicts.size()));
            QCOMPARE(merged->conflicts.size(), std::size_t{1});
            byWindow = here.verdictHistory().value();
        }
        const Project copy = Project::open(path("copy.tagscope"), Project::Access::ReadOnly).value();
        QVERIFY(copy.verdictHistory().value() == byWindow);
        QVERIFY(byWindow.size() > 20);
    }
};

TAGSCOPE_CORE_TEST(TestAuditNumbers)
#include "tst_audit_numbers.moc"
