// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/exchange/import_audit.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include "core/formats/dcase_lists.h"
#include "core/formats/region_format.h"
#include "core/formats/sed_lists.h"

#include <array>
#include <fstream>
#include <iterator>
#include <set>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Three clips, the first labelled "dog" and the second "rain".
Project projectIn(const Folder &folder, std::string_view name) {
    Project project = std::move(*Project::create(folder.path(name), test::threeClasses()));
    const std::vector<NewClip> clips = test::clipsNamed(3);
    const std::vector<ClipId> ids = project.addClips(clips).value();
    const std::array labels{std::pair(ids[0], 0), std::pair(ids[1], 1)};
    [[maybe_unused]] const Result<void> labelled = project.addLabels(labels);
    return project;
}

void audit(Project &project) {
    const auto verdict = [](ClipId clip, int event, const char *who, std::optional<VerdictValue> value,
                            AuditStage stage = AuditStage::Sound) {
        return Verdict{clip, event, stage, who, value, value ? "far, \"faint\"\nand late" : "", 0};
    };
    const std::vector<Verdict> verdicts{
        verdict(1, 0, "Ada", VerdictValue::Visible), verdict(1, 0, "Bob", VerdictValue::Neither),
        verdict(2, 1, "Ada", VerdictValue::Audible),                                              // as labelled
        verdict(3, 2, "Ada", VerdictValue::Both),                                                 // not labelled
        verdict(3, 1, "Ada", VerdictValue::Both),    verdict(3, 1, "Bob", VerdictValue::Neither), // undecided
        verdict(2, 0, "Bob", VerdictValue::Audible), verdict(2, 0, "Bob", std::nullopt),          // taken back
    };
    for (const Verdict &one : verdicts)
        QVERIFY(project.addVerdicts(std::vector<Verdict>{one}));
}

std::string folded(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().toStdString();
}

ExportRequest requestOf(ExportContent content, std::string_view format) {
    ExportRequest request;
    request.content = content;
    request.format = format;
    return request;
}

void mark(Project &project) {
    const auto region = [](ClipId clip, int event, const char *who, double onset, double offset) {
        return MarkedRegion{clip, event, who, Seconds(onset), Seconds(offset), 0, std::nullopt};
    };
    const std::vector<MarkedRegion> regions{region(1, 0, "Ada", 0.917, 2.029), region(1, 2, "Ada", 1.5, 3.25),
                                            region(1, 0, "Ada", 4.0, 9.999), region(1, 0, "Bob", 2.0, 2.5),
                                            region(3, 1, "Ada", 0.0, 10.0)};
    QVERIFY(project.changeMarkedRegions(regions, {}));
}

Project withAudioSetIds(const Folder &folder, std::string_view name) {
    std::vector<EventClass> classes = test::threeClasses();
    for (std::size_t k = 0; k < classes.size(); ++k)
        classes[k].mid = "/m/" + std::to_string(k);
    Project project = std::move(*Project::create(folder.path(name), classes));
    std::vector<NewClip> clips = test::clipsNamed(3);
    clips[2].name = "x-y_30.000_40.000"; // ends in what looks like a suffix
    [[maybe_unused]] const Result<std::vector<ClipId>> ids = project.addClips(clips);
    return project;
}

// Of an annotator, without when they were marked.
std::vector<MarkedRegion> regionsOf(const Project &project, std::string_view annotator) {
    std::vector<MarkedRegion> regions = project.markedRegions().value();
    std::erase_if(regions, [&](const MarkedRegion &region) { return region.annotator != annotator; });
    for (MarkedRegion &region : regions) {
        region.added = 0;
        region.source.clear();
    }
    return regions;
}

} // namespace

// What annotators said, taken out of a project and brought into another.
class TestAuditFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadBack() {
        for (const std::int64_t time : {std::int64_t{0}, std::int64_t{1'784'000'000'123'456}, std::int64_t{42}})
            QVERIFY(microsecondsOf(isoTime(time)) == time);
        const std::int64_t ten = microsecondsOf("2026-01-15T10:00:00.000000Z").value();
        for (const char *text : {"2026-01-15T10:00:00Z", "2026-01-15 10:00:00", "2026-01-15T10:00:00.0Z",
                                 "2026-01-15T11:00:00+01:00", "2026-01-15T05:30:00.000-0430"})
            QVERIFY2(microsecondsOf(text) == ten, text);
        QVERIFY(microsecondsOf("2026-01-15") == ten - std::int64_t{36'000'000'000});
        QVERIFY(microsecondsOf("2026-01-15T10:00:00.1234567891Z") == ten + 123'456);
        for (const char *text :
             {"", "2026-13-01T00:00:00.000000Z", "2026-01-15T10:00:00.000000Z ", "2026-01-15T", "2026-01-15T10:00:00.Z",
              "2026-02-30T10:00:00.000000Z", "2026-01-15T10:00:00+1:00", "2026-01-15T10:61:00Z", "15.01.2026"})
            QVERIFY2(!microsecondsOf(text), text);
    }

    void aHistoryIsReadBack() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        audit(project);
        const fs::path table = folder.path("history.csv");
        QVERIFY(exportFrom(project, requestOf(ExportContent::History, "csv"), table));
        Project other = projectIn(folder, "q.tagscope");
        const AuditImportReport report = importVerdicts(other, table).value();
        QVERIFY(report.added == 8 && report.known == 0);
        QVERIFY(other.verdictHistory().value() == project.verdictHistory().value());
        const fs::path second = folder.path("second.csv");
        QVERIFY(exportFrom(other, requestOf(ExportContent::History, "csv"), second));
        QCOMPARE(contentOf(second), contentOf(table));
        const AuditImportReport again = importVerdicts(other, table).value();
        QVERIFY(again.added == 0 && again.known == 8);
        // Of those that hold, the one that was taken back is none.
        QVERIFY(exportFrom(project, requestOf(ExportContent::Verdicts, "csv"), table));
        Project third = projectIn(folder, "r.tagscope");
        QCOMPARE(importVerdicts(third, table)->added, std::size_t{6});
        QVERIFY(standingVerdicts(third.verdictHistory().value()) == standingVerdicts(project.verdictHistory().value()));
    }

    void aTableThatWasEditedOrCutIsRefusedWithItsRow() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        audit(project);
        const fs::path table = folder.path("history.csv");
        QVERIFY(exportFrom(project, requestOf(ExportContent::History, "csv"), table));
        const std::string whole = contentOf(table);
        Project other = projectIn(folder, "q.tagscope");
        const auto refusal = [&](const std::string &content) {
            return test::whatOf(importVerdicts(other, folder.write("v.csv", content)));
        };
        std::string edited = whole;
        const std::size_t bob = edited.find(",Bob,");
        edited.replace(bob, 5, ",Ada,");
        QVERIFY2(refusal(edited).find("row 2 was changed") != std::string::npos, refusal(edited).c_str());
        const std::size_t third = whole.find("3 of 8");
        const std::string without =
            whole.substr(0, whole.rfind("\r\nc", third)) + whole.substr(whole.find("\r\n", third));
        QVERIFY2(refusal(without).find("row 3 was changed") != std::string::npos, refusal(without).c_str());
        const std::string cut = whole.substr(0, whole.find("\r\n", whole.find("6 of 8")) + 2);
        QVERIFY2(refusal(cut).find("6 of 8 rows") != std::string::npos, refusal(cut).c_str());
        QVERIFY(refusal(whole.substr(0, whole.find("6 of 8"))).find("row 6 was changed") != std::string::npos);
        QVERIFY(other.verdictHistory()->empty());
        // As a spreadsheet writes it: the same cells, other separators and line ends.
        std::string again = whole;
        for (std::size_t at = 0; (at = again.find("\r\n", at)) != std::string::npos;)
            again.replace(at, 2, "\n");
        QCOMPARE(importVerdicts(other, folder.write("v.csv", again))->added, std::size_t{8});
        // Who means the change takes the columns away.
        QVERIFY_OK(
            importVerdicts(other, folder.write("v.csv", "clip,event,annotator,stage,heard,seen\n"
                                                        "c0,dog,Cy,pictures,yes,unsure\nc1,dog,Cy,sound,maybe,\n")));
        const std::vector<Verdict> history = other.verdictHistory().value();
        QVERIFY(history.size() == 9 && history.back().value == VerdictValue::HeardSeenUnsure);
    }

    void whatCannotBeReadIsNamedAndTheRestIsAdded() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        const std::string header = "clip,event,annotator,stage,verdict,note,time\n";
        const std::string good = "c0,dog,Ada,sound,both,,2026-01-15T10:00:00Z\n";
        const auto refuses = [&](const std::string &content, const std::string &what) {
            const auto read = importVerdicts(project, folder.write("v.csv", content));
            const std::string problem = read && read->hasFailed() ? englishText(read->notes.at(0)) : test::whatOf(read);
            return problem.find(what) != std::string::npos;
        };
        QVERIFY(refuses("", "empty"));
        QVERIFY(refuses("clip,event\n", "annotator"));
        QVERIFY(refuses(header + good + "c9,dog,Ada,sound,both,,2026-01-15T10:00:00.000000Z\n", "c9"));
        QVERIFY(refuses(header + good + "c0,cat,Ada,sound,both,,2026-01-15T10:00:00.000000Z\n", "cat"));
        QVERIFY(refuses(header + good + "c0,dog,Ada,smell,both,,2026-01-15T10:00:00.000000Z\n", "smell"));
        QVERIFY(refuses(header + good + "c0,dog,Ada,sound,perhaps,,2026-01-15T10:00:00.000000Z\n", "perhaps"));
        QVERIFY(refuses(header + good + "c0,dog,Ada,sound,both,,yesterday\n", "line 3"));
        QVERIFY(refuses(header + good + "c0,dog,,sound,both,,2026-01-15T10:00:00.000000Z\n", "annotator is missing"));
        QVERIFY(refuses(header + good + "c0,dog\n", "line 3"));
        QCOMPARE(project.verdictHistory()->size(), std::size_t{1}); // the good row, once
        // A byte-order mark, CRLF and columns in another order are as good.
        QVERIFY_OK(
            importVerdicts(project, folder.write("v.csv", "\xef\xbb\xbfnote,clip,event,annotator,stage,verdict,time"
                                                          "\r\nso,c0,\"a, b\",Ada,sound,,"
                                                          "2026-01-15T10:00:00.000000Z\r\n")));
        QCOMPARE(project.verdictHistory()->size(), std::size_t{2});
        // Without times what holds already is not said again.
        const fs::path timeless = folder.write("t.csv", "clip,event,annotator,stage,verdict\nc1,dog,Ada,sound,both\n");
        QCOMPARE(importVerdicts(project, timeless)->added, std::size_t{1});
        QVERIFY(importVerdicts(project, timeless)->added == 0 && importVerdicts(project, timeless)->known == 1);
        QCOMPARE(project.verdictHistory()->size(), std::size_t{3});
    }

    void correctedLabelsAndWhy() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        audit(project);
        const fs::path list = folder.path("labels.csv");
        QVERIFY(exportFrom(project, requestOf(ExportContent::Corrected, "dcase2017"), list));
        const std::vector<DcaseRow> rows = readDcaseList(list).value();
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[0].file == "c0.wav" && !rows[0].label); // seen and not heard: Ada and Bob agree on that
        QVERIFY(rows[1].file == "c1.wav" && rows[1].label == "rain");
        QVERIFY(rows[2].file == "c2.wav" && rows[2].label == "a, b");
        const fs::path patch = folder.path("patch.csv");
        QVERIFY(exportFrom(project, requestOf(ExportContent::Patch, "csv"), patch));
        const std::string text = contentOf(patch);
        QVERIFY(text.find("c0,dog,1,0,\"Ada: visible (sound, ") != std::string::npos);
        QVERIFY(text.find("; Bob: neither (sound, ") != std::string::npos);
        QVERIFY(text.find("c2,\"a, b\",0,1,\"Ada: both (sound, ") != std::string::npos);
        QVERIFY(text.find("rain") == std::string::npos); // neither confirmed nor disputed labels change
        // The project's own labels are what they were.
        QVERIFY(exportFrom(project, requestOf(ExportContent::Labels, "dcase2017"), list));
        QVERIFY(readDcaseList(list)->front().label == "dog");
    }

    void formatsAreDescribed() {
        std::set<std::string_view> ids;
        for (const RegionFormat &format : regionFormats()) {
            QVERIFY(ids.insert(format.id).second && !format.title.empty() && regionFormatNamed(format.id) == &format);
            QVERIFY((format.read != nullptr || format.write != nullptr) && !format.suffixes.empty());
            QCOMPARE(format.writeBeside != nullptr, format.layout == RegionFormat::Layout::Folder);
            for (const std::string_view suffix : format.suffixes) {
                QVERIFY(suffix.starts_with('.'));
                const RegionFormat *known = regionFormatOf("A." + folded(suffix.substr(1)));
                QVERIFY(known == (format.isKnownBySuffix ? &format : nullptr));
            }
        }
        QVERIFY(regionFormatNamed("tar") == nullptr);
    }

    // What can be written is written, and what can be read as well is read back, in every format of the table.
    void regionsAreReadBack_data() {
        QTest::addColumn<QString>("id");
        for (const RegionFormat &format : regionFormats())
            if (format.write != nullptr)
                QTest::addRow("%s", std::string(format.id).c_str()) << QString::fromStdString(std::string(format.id));
    }

    void regionsAreReadBack() {
        QFETCH(const QString, id);
        const RegionFormat &format = *regionFormatNamed(id.toStdString());
        const bool isFileForEachClip = format.layout == RegionFormat::Layout::FileForEachClip;
        const Folder folder;
        Project project = withAudioSetIds(folder, "p.tagscope");
        mark(project);
        ExportRequest request = requestOf(ExportContent::Regions, format.id);
        request.annotator = "Ada";
        const fs::path out = folder.path("out");
        const ExportOutcome outcome = exportFrom(project, request, out).value();
        QCOMPARE(fs::is_directory(out), format.layout != RegionFormat::Layout::List);
        QCOMPARE(outcome.without, isFileForEachClip ? std::vector<std::string>{"c1"} : std::vector<std::string>{});
        if (format.read == nullptr)
            return;
        RegionImport import{{}, std::string(format.id), "Ada"};
        const std::string suffix(format.suffixes.front());
        if (format.layout == RegionFormat::Layout::List)
            import.files = {out};
        else if (format.layout == RegionFormat::Layout::Folder)
            import.files = {out / (std::string(format.list) + suffix)};
        else
            import.files = {out / ("c0" + suffix), out / ("x-y_30.000_40.000" + suffix)};
        Project other = withAudioSetIds(folder, "q.tagscope");
        const AuditImportReport report = importRegions(other, import).value();
        QVERIFY2(report.added == 4 && report.notes.empty(),
                 report.notes.empty() ? "" : englishText(report.notes[0]).c_str());
        QVERIFY(regionsOf(other, "Ada") == regionsOf(project, "Ada"));
        QVERIFY(importRegions(other, import)->known == 4); // and none added
        QCOMPARE(other.markedRegions()->size(), std::size_t{4});
    }

    void sedScoresEvalKnowsAllClips() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        mark(project);
        const ExportOutcome outcome =
            exportFrom(project, requestOf(ExportContent::Regions, "sed_scores_eval"), folder.path("out")).value();
        // c1 is labelled "rain", and nobody marked where.
        QVERIFY(outcome.files == 2 && outcome.clips == 2);
        QVERIFY(englishText(outcome.notes.back()).starts_with("1 clips were left out"));
        QCOMPARE(readSedDurations(folder.path("out/durations.tsv"))->size(), std::size_t{2});
        // It was decided that there is no rain: then the clip is complete without regions.
        const Verdict none{2, 1, AuditStage::Adjudicated, "Ada", VerdictValue::Neither, "", 0};
        QVERIFY(project.addVerdicts(std::vector<Verdict>{none}));
        QVERIFY_OK(exportFrom(project, requestOf(ExportContent::Regions, "sed_scores_eval"), folder.path("all")));
        QVERIFY(readSedGroundTruth(folder.path("all/ground_truth.tsv"))->filesWithout ==
                std::vector<std::string>{"c1"});
    }

    void regionsOfAllAreJoined() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        mark(project);
        const fs::path list = folder.path("strong.csv");
        QVERIFY(exportFrom(project, requestOf(ExportContent::Regions, "dcase2017-strong"), list));
        const std::vector<DcaseRow> rows = readDcaseList(list).value();
        QCOMPARE(rows.size(), std::size_t{4});
        QVERIFY(rows[0].onset == Seconds(0.917) && rows[0].offset == Seconds(2.5)); // Ada's and Bob's
        QVERIFY(exportFrom(project, requestOf(ExportContent::Regions, "csv"), list));
        QVERIFY(contentOf(list).find("c0,dog,Bob,2,2.5,,,,,\r\n") != std::string::npos);
    }

    void whatBelongsNowhereIsNamed() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        const RegionImport import{
            {folder.write("c0.txt", "1\t2\tDOG\n3\t3\tdog\n11\t12\tdog\n4\t5\tcat\n9\t14\train\n"),
             folder.write("unknown.txt", "1\t2\tdog\n")},
            "audacity",
            "Ada"};
        const AuditImportReport report = importRegions(project, import).value();
        QCOMPARE(report.added, std::size_t{2});
        QVERIFY(report.hasFailed()); // nobody knows the second file
        const FileReport &first = report.files.at(0);
        QVERIFY(first.rows == 5 && first.added == 2 && first.known == 0 && !first.hasFailed());
        QCOMPARE(first.leftOut.size(), std::size_t{3}); // a point, one outside, an unknown label
        QVERIFY(first.leftOut[0].line == 2 && first.leftOut[1].line == 3 && first.leftOut[2].line == 4);
        QCOMPARE(first.notes.size(), std::size_t{1}); // that one was cut
        QCOMPARE(report.files.at(1).leftOut.size(), std::size_t{1});
        const std::vector<MarkedRegion> regions = regionsOf(project, "Ada");
        QVERIFY(regions[1].onset == Seconds(9) && regions[1].offset == Seconds(10)); // cut to the clip
        QVERIFY(!importRegions(project, {import.files, "audacity", ""}));
        QVERIFY(!importRegions(project, {import.files, "html", "Ada"}));
        QVERIFY(importRegions(project, {{folder.path("gone.txt")}, "audacity", "Ada"})->files.at(0).refused);
    }

    // A file that bears the recording's name has the recording's times.
    void aRecordingsTimesAreCutIntoClips() {
        const Folder folder;
        Project project = std::move(*Project::create(folder.path("p.tagscope"), test::threeClasses()));
        std::vector<NewClip> clips = test::clipsNamed(2);
        clips[0].media = clips[1].media = folder.path("street.wav");
        clips[1].start = Seconds(10);
        QVERIFY_OK(project.addClips(clips));
        const RegionImport import{{folder.write("street.txt", "8\t12\tdog\n")}, "audacity", "Ada"};
        QCOMPARE(importRegions(project, import)->added, std::size_t{2});
        const std::vector<MarkedRegion> regions = regionsOf(project, "Ada");
        QVERIFY(regions[0].onset == Seconds(8) && regions[0].offset == Seconds(10));
        QVERIFY(regions[1].onset == Seconds(0) && regions[1].offset == Seconds(2));
    }

    void labelsBecomeEvents() {
        const Folder folder;
        Project project = projectIn(folder, "p.tagscope");
        RegionImport import{{folder.write("c0.txt", "1\t2\tdog\n3\t4\tCat\n5\t6\tcat \n")}, "audacity", "Ada"};
        import.isDryRun = import.addsEvents = true;
        QCOMPARE(importRegions(project, import)->addedEvents, std::vector<std::string>{"Cat"});
        QCOMPARE(project.classes().size(), std::size_t{3});
        import.isDryRun = false;
        const AuditImportReport report = importRegions(project, import).value();
        QVERIFY(report.added == 3 && !report.hasFailed() && report.files[0].clip == "c0");
        QCOMPARE(project.classes().back().name, std::string("Cat"));
        QCOMPARE(std::ranges::count(regionsOf(project, "Ada"), 3, &MarkedRegion::event), std::ptrdiff_t{2});
    }
};

TAGSCOPE_CORE_TEST(TestAuditFiles)
#include "tst_audit_files.moc"
