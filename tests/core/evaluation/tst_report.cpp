// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report.h"
#include "core/evaluation/report_files.h"
#include "core/exchange/export.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/jams.h"
#include "core/formats/score_series.h"
#include "core/formats/score_table.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <QXmlStreamReader>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace tagscope;
namespace fs = std::filesystem;

namespace {

// "dog", "rain" and "a, b" in 12 clips a split, clip i labelled with event i % 3 but for the last, which has no label
// and no scores. Audio finds dog and rain, video "a, b"; both are wrong of some clips.
class ReportSample {
public:
    ReportSample() : project(Project::create(folder.path("p & <q>.tagscope"), test::threeClasses()).value()) {
        for (const std::string split : {"training", "validation", "test"}) {
            const auto ids = project.addClips(test::clipsNamed(12, split, split)).value();
            std::vector<ClipScore> audio;
            std::vector<ClipScore> video;
            for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
                check(project.addLabels(std::vector<std::pair<ClipId, int>>{{ids[i], static_cast<int>(i % 3)}}));
                std::vector<float> heard(3, 0.1F + 0.01F * static_cast<float>(i));
                heard[i % 3] = i % 3 == 2 ? 0.2F : i == 4 ? 0.3F : 0.9F;
                std::vector<float> seen(3, 0.1F);
                seen[i % 3] = i % 3 == 2 ? 0.95F : 0.4F;
                audio.push_back({ids[i], heard});
                video.push_back({ids[i], seen});
            }
            check(project.storeScores({Branch::Audio, "first"}, audio));
            check(project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video));
        }
        store("audio", "first", "", {0.0, 0.0, 0.0});
        store("both", "first", std::string(kVideoSourceName), {0.2, 0.2, 0.8});
    }

    void store(const std::string &name, const std::string &audio, const std::string &video,
               const std::vector<double> &weights) {
        NamedOperatingPoint point;
        point.name = name;
        point.point = {weights, {0.5, 0.5, 0.5}, {}};
        point.method = "paper";
        point.tunedOn = "validation";
        point.audioSource = audio;
        point.videoSource = video;
        point.created = "2026-01-0" + std::to_string(++stored_) + "T00:00:00Z";
        check(project.storeOperatingPoint(point));
    }

    static void check(const Result<void> &done) {
        if (!done)
            qFatal("%s", done.error().what().c_str());
    }

    test::Folder folder;
    Project project;

private:
    int stored_ = 0;
};

ReportRequest quickRequest() {
    ReportRequest request;
    request.bootstrap.draws = 100;
    request.programVersion = "0.1";
    return request;
}

bool says(const std::string &text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSystemsBySplits() {
        ReportSample sample;
        const Report report = makeReport(sample.project, quickRequest()).value();
        QCOMPARE(report.systems.size(), 2U);
        QVERIFY(report.against == 0U && report.shown == 1U);
        QCOMPARE(report.figures.size(), 2U); // validation and test; nothing is known but the weak labels
        QCOMPARE(titleOf(report.close()), std::string("test, weak labels"));
        // Clip 4 (rain) is missed by audio and both, all three "a, b" found by both alone; the last clip has no tag.
        QVERIFY((report.close().systems[0]->micro == Counts{7, 0, 4}));
        QVERIFY((report.close().systems[1]->micro == Counts{10, 0, 1}));
        const Evaluation alone =
            evaluate(scoresOfSplit(sample.project, "test", Truth::Weak, report.systems[1].sources).value(),
                     report.systems[1].point.point, quickRequest().bootstrap)
                .value();
        QVERIFY(alone.intervals->micro == report.close().systems[1]->intervals->micro);
        QCOMPARE(report.close().difference[1]->difference,
                 report.close().systems[1]->micro.f1() - report.close().systems[0]->micro.f1());
        QVERIFY(!report.close().difference[0]);
        QVERIFY(!report.isVideoWeighted(0) && report.isVideoWeighted(2));
        QVERIFY(std::ranges::any_of(report.warnings,
                                    [](const Message &text) { return says(englishText(text), "tuned on the split"); }));
        QVERIFY(std::ranges::any_of(report.warnings,
                                    [](const Message &text) { return says(englishText(text), "test11"); }));
    }

    void saysWhatChanged() {
        ReportSample sample;
        const Report report = makeReport(sample.project, quickRequest()).value();
        QCOMPARE(report.changes->tags.size(), 3U);
        QCOMPARE(report.changes->tags[0].clip, std::string("test2"));
        QCOMPARE(report.changes->tags[0].event, 2U);
        QCOMPARE(report.changes->count(true, true), 3U);
        QCOMPARE(report.changes->count(false, false), 0U);
        QCOMPARE(*report.changes->tags[0].before, double{0.2F});
        QCOMPARE(report.changes->differences->events[2].difference, 1.0);
        QCOMPARE(changesCsv(report).substr(0, 41), std::string("clip,event,change,judgement,before,after\r"));
        QVERIFY(says(changesCsv(report), "test2,\"a, b\",gained,right,0.2"));

        ReportRequest backwards = quickRequest();
        backwards.point = "audio";
        backwards.against = "both";
        const Report back = makeReport(sample.project, backwards).value();
        QCOMPARE(back.changes->count(false, false), 3U);
        QCOMPARE(back.changes->differences->micro.difference, -report.changes->differences->micro.difference);
        backwards.against = "none";
        QVERIFY(!makeReport(sample.project, backwards));
    }

    void namesEventsWithoutPositivesAndUnknownSplits() {
        ReportSample sample;
        const auto ids = sample.project.addClips(test::clipsNamed(3, "evaluation", "e")).value();
        const std::vector<ClipScore> scores{{ids[0], {0.9F, 0.1F, 0.1F}}};
        ReportSample::check(sample.project.storeScores({Branch::Audio, "first"}, scores));
        ReportSample::check(sample.project.addLabels(std::vector<std::pair<ClipId, int>>{{ids[0], 0}}));
        ReportRequest request = quickRequest();
        request.split = "evaluation";
        const Report report = makeReport(sample.project, request).value();
        QVERIFY(std::ranges::any_of(report.warnings,
                                    [](const Message &text) { return says(englishText(text), "rain; a, b"); }));
        QVERIFY(!report.close().systems[0]->averagePrecision[1]);
        QCOMPARE(report.close().systems[0]->meanAveragePrecision, std::optional(1.0));
        request.split = "nowhere";
        QVERIFY(says(test::whatOf(makeReport(sample.project, request)), "nowhere"));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(makeReport(sample.project, quickRequest(), {}, stop.get_token()).error().isCancelled());
    }

    void filesAreTheSameEachTime() {
        ReportSample sample;
        const Report once = makeReport(sample.project, quickRequest()).value();
        const Report again = makeReport(sample.project, quickRequest()).value();
        QCOMPARE(reportHtml(once), reportHtml(again));
        QCOMPARE(reportJson(once), reportJson(again));
        QCOMPARE(reportCsv(once), reportCsv(again));
    }

    void filesAreWellFormed() {
        ReportSample sample;
        const Report report = makeReport(sample.project, quickRequest()).value();
        const std::string svg = classFigureSvg(report);
        QXmlStreamReader xml(QByteArray::fromStdString(svg));
        int bars = 0;
        while (!xml.atEnd())
            bars += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("rect") ? 1 : 0;
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(bars, 2 + 3 * 2);
        QVERIFY(says(svg, "a, b (V)") && !says(svg, "dog (V)"));

        const std::string html = reportHtml(report);
        QVERIFY(says(html, "p &amp; &lt;q&gt;") && !says(html, "<q>"));
        QVERIFY(says(html, "<svg") && !says(html, "http://www.w3.org/1999"));
        QVERIFY(says(reportHtml(report, "<img src=\"f\">"), "<img src=\"f\">"));

        const nlohmann::json document = nlohmann::json::parse(reportJson(report));
        QCOMPARE(document["figures"][1]["systems"][1]["micro"]["tp"].get<int>(), 10);
        QCOMPARE(document["provenance"]["bootstrap"]["draws"].get<int>(), 100);
        QCOMPARE(document["video_weighted"][0].get<std::string>(), std::string("a, b"));
        QVERIFY(says(reportCsv(report), "test,weak,audio + video,both,micro_f1,,0.95238095238095"));
    }

    // Nothing of when and where: another computer makes the same bytes.
    void filesHoldNoTimes() {
        ReportSample sample;
        ReportRequest request = quickRequest();
        const Report report = makeReport(sample.project, request).value();
        for (const std::string &file : {reportHtml(report), reportJson(report), reportCsv(report), reportLatex(report)})
            QVERIFY(!says(file, "2026-01-0") && !says(file, sample.folder.path("").string()));
        request.hasTimes = true;
        const Report timed = makeReport(sample.project, request).value();
        QVERIFY(says(reportHtml(timed), "2026-01-02T") && says(reportJson(timed), "2026-01-02T"));
    }

    void saysWhereItDepartsFromThePaper() {
        ReportSample sample;
        TrainingRun run;
        run.name = "first";
        run.settings = R"({"batchSize": 16, "learningRate": 0.1})";
        run.bestEpoch = 4;
        ReportSample::check(sample.project.storeRun(run));
        ReportSample::check(
            sample.project.setSetting("video", R"({"settings": {"keyFrames": {"method": "k-median", "count": 4}}})"));
        const Report report = makeReport(sample.project, quickRequest()).value();
        std::string all;
        for (const Message &departure : report.departures)
            all += englishText(departure) + "\n";
        QVERIFY2(says(all, "batchSize = 16; the paper's is 95") && !says(all, "learningRate"), all.c_str());
        QVERIFY2(says(all, "k-median") && says(all, "central square"), all.c_str());
        const std::string html = reportHtml(report);
        QVERIFY(says(html, "Where this differs from the paper"));
        // Settings in plain words, and heads that stand on every page.
        QVERIFY(says(html, "<td>settings, key frames, method</td><td>k-median</td>"));
        QVERIFY(says(html, "<td>batch size</td><td>16</td>") && !says(html, "<pre>"));
        QVERIFY(says(html, "<thead><tr><th>setting</th>"));
        QVERIFY(says(methodsText(report), "epoch 5") && says(methodsText(report), "batch size 16"));
    }

    void tablesForPapers() {
        ReportSample sample;
        const std::string latex = reportLatex(makeReport(sample.project, quickRequest()).value());
        for (const char *part :
             {"\\toprule", "a, b (V)", "\\paragraph{Methods.}", "How to cite", "validation, weak labels"})
            QVERIFY2(says(latex, part), part);
        QCOMPARE(std::ranges::count(latex, '{'), std::ranges::count(latex, '}'));
        ReportRequest request = quickRequest();
        request.isAsPaper = true;
        const Report asPaper = makeReport(sample.project, request).value();
        const std::string table = reportLatex(asPaper);
        QVERIFY(says(table, "audio + video & ") && !says(table, "--") && !says(table, "F1 (\\%) of each event"));
        QVERIFY(says(table, "& 95.2 ")); // of the test split, without an interval
        sample.store("later", "first", "", {0.0, 0.0, 0.0});
        NamedOperatingPoint exact = sample.project.operatingPoints().value().front();
        exact.name = "exact";
        exact.method = "exact";
        ReportSample::check(sample.project.storeOperatingPoint(exact));
        const Result<Report> made = makeReport(sample.project, request);
        QVERIFY_OK(made);
        for (const System &system : made->systems)
            QCOMPARE(system.point.method, std::string("paper"));
    }

    // The figure on the clips that were tuned on has no interval; what it is worth on others stands beside it.
    void clipsThatWereTunedOnHaveAnEstimate() {
        ReportSample sample;
        NamedOperatingPoint point = systemNamed(sample.project, "test", "both")->point;
        point.crossValidatedF1 = 0.625;
        point.interval = Interval{0.5, 0.75};
        ReportSample::check(sample.project.storeOperatingPoint(point));
        const Report report = makeReport(sample.project, quickRequest()).value();
        const auto onValidation = std::ranges::find(report.figures, "validation", &SplitFigures::split);
        const Evaluation &tuned = *onValidation->systems.at(1);
        QVERIFY(!tuned.intervals && tuned.newClips->microF1 == 0.625);
        QVERIFY(!onValidation->difference.at(1));
        QVERIFY(report.close().systems.at(1)->intervals && !report.close().systems.at(1)->newClips);
        QVERIFY(says(reportHtml(report), "62.5</b> <small>50.0 to 75.0</small> <small>on new clips, estimated"));
        QVERIFY(says(reportCsv(report), "micro_f1_on_new_clips,,0.625,0.5,0.75"));
    }

    // The organisers' list of tags, scored against that of labels, gives what evaluate() finds.
    void exportedTagsScoreAsEvaluated() {
        ReportSample sample;
        ExportRequest request;
        request.split = "test";
        const fs::path tags = sample.folder.path("tags.csv");
        const ExportOutcome outcome = exportFrom(sample.project, request, tags).value();
        QCOMPARE(outcome.clips, 12U);
        QVERIFY((outcome.without == std::vector<std::string>{"test11"}));
        QVERIFY(says(contentOf(tags), "test11.wav\n")); // untagged: the bare line
        request.content = ExportContent::Labels;
        const fs::path labels = sample.folder.path("labels.csv");
        QVERIFY(exportFrom(sample.project, request, labels));
        const ListScore score = scoreStrictly(readDcaseList(labels).value(), readDcaseList(tags).value()).value();
        const Evaluation found = *makeReport(sample.project, quickRequest())->close().systems[1];
        QVERIFY(score.micro == found.micro);
        QCOMPARE(score.macroF1, found.macroF1);
        QCOMPARE(score.clips, found.clips);
        const ListScore organisers = scoreAsDcase2017(readDcaseList(labels).value(), readDcaseList(tags).value());
        QVERIFY(organisers.micro == found.micro);
        QVERIFY(std::abs(organisers.organisersMacroF1 - found.organisersMacroF1) < 1e-12);
    }

    void exportedScoresAreTheProjects() {
        ReportSample sample;
        ExportRequest request;
        request.content = ExportContent::Scores;
        request.format = "csv";
        request.scores = ScoreKind::Audio;
        request.split = "test";
        const fs::path file = sample.folder.path("scores.csv");
        QVERIFY(exportFrom(sample.project, request, file));
        const ScoreTable table = readScoreTable(file).value();
        const SplitScores scores =
            scoresOfSplit(sample.project, "test", Truth::Weak, systemsFor(sample.project, "test")->back().sources)
                .value();
        QCOMPARE(table.clips.size(), 11U); // the last has none
        for (std::size_t clip = 0; clip < table.clips.size(); ++clip)
            QVERIFY(std::ranges::equal(table.scores.row(clip), scores.audio->scores.row(clip)));
        request.split.clear();
        request.scores = ScoreKind::Fused;
        QVERIFY(exportFrom(sample.project, request, file));
        QCOMPARE(readScoreTable(file)->clips.size(), 33U);
    }

    void aClipHasItsFile() {
        ReportSample sample;
        ExportRequest request;
        request.format = "jams";
        request.split = "test";
        const fs::path jams = sample.folder.path("jams");
        QCOMPARE(exportFrom(sample.project, request, jams)->files, 12U);
        const JamsTags tags = readJams(jams / "test2.jams")->tags;
        QCOMPARE(tags.tags.size(), 1U);
        QCOMPARE(tags.tags[0].event, std::string("a, b"));
        QCOMPARE(*tags.tags[0].video, double{0.95F});
        QVERIFY(!exportFrom(sample.project, request, jams)); // it is there already

        request.content = ExportContent::Activations;
        request.format = "sed_scores_eval";
        QVERIFY(!exportFrom(sample.project, request, sample.folder.path("none")));
        request.activations = ActivationSource{[](const std::string &clip) -> Result<std::optional<ClipActivations>> {
            const ClipActivations quarter{Matrix(100, 3, 0.25F), Seconds(0), Seconds(0.1)};
            return clip == "test0" ? std::nullopt : std::optional(quarter);
        }};
        const ExportOutcome outcome = exportFrom(sample.project, request, sample.folder.path("series")).value();
        QVERIFY(outcome.files == 11 && outcome.without == std::vector<std::string>{"test0"});
        const ScoreSeries series = readScoreSeries(sample.folder.path("series") / "test1.tsv").value();
        QVERIFY(series.scores.rows == 100 && series.scores.columns == 3 && series.bounds.size() == 101);
    }

    void nothingIsHalfWritten() {
        ReportSample sample;
        ExportRequest request;
        request.content = ExportContent::Activations;
        request.format = "sed_scores_eval";
        int asked = 0;
        request.activations = ActivationSource{[&asked](const std::string &) -> Result<std::optional<ClipActivations>> {
            if (++asked == 5)
                return fail(Error::Kind::Unreadable, "gone");
            return std::optional(ClipActivations{Matrix(100, 3, 0.25F), Seconds(0), Seconds(0.1)});
        }};
        const std::size_t before = entries(sample);
        QCOMPARE(test::whatOf(exportFrom(sample.project, request, sample.folder.path("series"))), std::string("gone"));
        QCOMPARE(entries(sample), before);
        request.content = ExportContent::Verdicts;
        QVERIFY(!exportFrom(sample.project, request, sample.folder.path("v"))); // not in that format
        request.content = ExportContent::Labels;
        request.format = "audioset"; // "dog" has no id there
        QVERIFY(says(test::whatOf(exportFrom(sample.project, request, sample.folder.path("v"))), "dog"));
        request.format = "csv";
        request.split = "nowhere";
        QVERIFY(says(test::whatOf(exportFrom(sample.project, request, sample.folder.path("v"))), "nowhere"));
        QCOMPARE(entries(sample), before);
    }

private:
    static std::size_t entries(const ReportSample &sample) {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(sample.folder.path()), fs::directory_iterator()));
    }
};

TAGSCOPE_CORE_TEST(TestReport)
#include "tst_report.moc"
