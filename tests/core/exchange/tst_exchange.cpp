// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/clip_file_names.h"
#include "core/exchange/clip_finder.h"
#include "core/exchange/export.h"
#include "core/exchange/import_audit.h"
#include "core/exchange/import_csv.h"
#include "core/formats/region_format.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <set>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

Clip clipOf(const std::string &name, const std::string &media = {}, double start = 0) {
    static ClipId id = 0;
    return {++id, name, media, false, Seconds(start), Seconds(10), {}};
}

std::string one(const FoundClips &found, const ClipFinder &finder) {
    using What = FoundClips::What;
    const std::string names = finder.namesOf(found.clips);
    return found.what == What::Nothing     ? "-"
           : found.what == What::Several   ? "? " + names
           : found.what == What::Recording ? "@ " + names
                                           : names;
}

// A project of other people's habits: folders, twins, dots, blanks, umlauts, a leading Y and "-", clips inside
// recordings.
std::vector<NewClip> oddClips() {
    const auto clip = [](const char *name, const char *media, double start = 0, double duration = 10) {
        return NewClip{name, media, Seconds(start), Seconds(duration), "test"};
    };
    return {clip("media/c01", "/rec/media/c01.wav"),
            clip("siteA/001", "/rec/siteA/001.wav"),
            clip("siteB/001", "/rec/siteB/001.wav"),
            clip("siteA_001", "/rec/other.wav"),
            clip("c50.mp4", "/rec/c50.mp4"),
            clip("c50.wav", "/rec/c50.wav"),
            clip("a.b.c", "/rec/a.b.c.flac"),
            clip("Stra\xC3\x9F"
                 "e \xC3\xBC"
                 "ber 7",
                 "/rec/x/Stra\xC3\x9F"
                 "e u\xCC\x88"
                 "ber 7.wav"),
            clip("Yes", "/rec/Yes.wav"),
            clip("Y-5Qr_60.000_70.000", ""),
            clip("-5Qr_60.000_70.000", "/rec/Y-5Qr.wav", 60),
            clip("long_0.000_10.000", "/rec/long.wav"),
            clip("long_5.000_15.000", "/rec/long.wav", 5),
            clip("deep/long_3600.125_3605.500", "/rec/long.wav", 3600.125, 5.375),
            clip("c01_labels", "/rec/c02.wav"),
            clip(".hidden", "/rec/.hidden.wav")};
}

std::vector<EventClass> oddEvents() {
    std::vector<EventClass> events = test::threeClasses();
    for (std::size_t k = 0; k < events.size(); ++k)
        events[k].mid = "/m/0" + std::to_string(k);
    return events;
}

Project oddProject(const Folder &folder, const std::string &name) {
    Project project = std::move(*Project::create(folder.path(name), oddEvents()));
    [[maybe_unused]] const auto ids = project.addClips(oddClips());
    return project;
}

// Touching, overlapping and tiny ones, with and without what formats cannot all hold. In whole milliseconds.
std::vector<MarkedRegion> randomRegions(const Project &project, std::mt19937 &random) {
    const auto below = [&random](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    std::vector<MarkedRegion> regions;
    const std::vector<Clip> clips = project.clips().value();
    for (int i = 0; i < 12; ++i) {
        const Clip &clip = clips[static_cast<std::size_t>(below(static_cast<int>(clips.size())))];
        const int end = static_cast<int>(std::lround(clip.duration.count() * 1000));
        const int onset = below(4) == 0 ? 0 : below(end - 1);
        const int offset = std::min(end, onset + 1 + (below(3) == 0 ? 0 : below(5000)));
        MarkedRegion region{clip.id, below(3), "Ada", Seconds(onset / 1000.0), Seconds(offset / 1000.0)};
        if (below(2) == 0)
            region.frequencies = FrequencyRange{below(2000) / 4.0, 2000 + below(80000) / 4.0};
        if (below(2) == 0)
            region.confidence = below(1001) / 1000.0;
        if (below(3) == 0)
            region.channel = 2 + below(3);
        if (below(3) == 0)
            region.note = "far, \"faint\"; no " + std::to_string(below(100));
        regions.push_back(region);
    }
    return regions;
}

// As a format keeps them, for comparison: what it cannot hold taken away, so that some may be the same.
using Plain = std::tuple<ClipId, int, long long, long long, long long, long long, int, int, std::string>;
std::set<Plain> plainOf(const std::vector<MarkedRegion> &regions, const RegionFormat::Holds &holds) {
    std::set<Plain> all;
    for (const MarkedRegion &region : regions) {
        const bool isBoxed = holds.frequencies && region.frequencies;
        all.insert(
            {region.clip, region.event, std::llround(region.onset.count() * 1000),
             std::llround(region.offset.count() * 1000), isBoxed ? std::llround(region.frequencies->low * 100) : -1,
             isBoxed ? std::llround(region.frequencies->high * 100) : -1,
             holds.channel ? region.channel.value_or(0) : 0,
             holds.confidence && region.confidence ? static_cast<int>(std::lround(*region.confidence * 1000)) : -1,
             holds.note ? region.note : std::string()});
    }
    return all;
}

std::vector<fs::path> filesOf(const fs::path &out, const RegionFormat &format) {
    if (format.layout == RegionFormat::Layout::List)
        return {out};
    if (format.layout == RegionFormat::Layout::Folder)
        return {out / (std::string(format.list) + std::string(format.suffixes.front()))};
    std::vector<fs::path> files;
    for (const fs::directory_entry &entry : fs::directory_iterator(out))
        files.push_back(entry.path());
    return files;
}

std::string notesOf(const AuditImportReport &report) {
    std::string text;
    for (const Message &note : report.notes)
        text += englishText(note) + "\n";
    return text;
}

// A file of the format: what is exported, or an example of what is read only.
std::string contentIn(const Project &project, const RegionFormat &format, const Folder &folder) {
    if (format.id == "label-studio")
        return "[{\"data\": {\"audio\": \"a.wav\"}, \"annotations\": [{\"completed_by\": 1, \"result\": [{\"value\": "
               "{\"start\": 1.5, \"end\": 2, \"channel\": 0, \"labels\": [\"dog\"]}, \"type\": \"labels\"}]}]}]";
    if (format.id == "whombat")
        return "{\"data\": {\"tags\": [{\"id\": 0, \"key\": \"event\", \"value\": \"dog\"}], \"recordings\": "
               "[{\"uuid\": "
               "\"r\", \"path\": \"a.wav\"}], \"sound_events\": [{\"uuid\": \"s\", \"recording\": \"r\", \"geometry\": "
               "{\"type\": \"BoundingBox\", \"coordinates\": [1, 200, 2.5, 4000]}}], \"sound_event_annotations\": "
               "[{\"sound_event\": \"s\", \"tags\": [0], \"notes\": [{\"message\": \"far\"}]}]}}";
    ExportRequest request;
    request.content = ExportContent::Regions;
    request.format = format.id;
    const fs::path out = folder.path("damaged-" + std::string(format.id));
    if (!exportFrom(project, request, out))
        return {};
    std::ifstream stream(filesOf(out, format).front(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

// What leaves comes back, and nothing is lost in silence.
class TestExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fileNamesAreEachClipsOwn() {
        const std::vector<Clip> clips{clipOf("a/b"), clipOf("a_b"), clipOf("a\\b"), clipOf(".x"),
                                      clipOf(std::string(300, 'n') + "/1")};
        const std::vector<std::string> names = fileNamesOf(clips);
        QVERIFY(names[1] == "a_b" && names[0] == "a_b~2" && names[2] == "a_b~3" && names[3] == "_x");
        QVERIFY(names[4].size() < 255);
        const ClipFinder finder(clips);
        for (std::size_t i = 0; i < clips.size(); ++i)
            QCOMPARE(one(finder.findByFile(names[i]), finder), clips[i].name);
    }

    void clipsAreFoundByWhatFilesAreCalled() {
        const ClipFinder finder({clipOf("media/c01", "/r/media/c01.wav"), clipOf("siteA/001", "/r/siteA/001.wav"),
                                 clipOf("siteB/001", "/r/siteB/001.wav"), clipOf("c50.mp4", "/r/c50.mp4"),
                                 clipOf("c50.wav", "/r/c50.wav"), clipOf("x_30.000_40.000"),
                                 clipOf("long_60.000_70.000", "/r/long.wav", 60), clipOf("m/id_5.500_9.500"),
                                 clipOf("u\xCC\x88"
                                        "b")});
        const auto file = [&finder](const char *name) { return one(finder.findByFile(name), finder); };
        const auto path = [&finder](const char *name) { return one(finder.findByPath(name), finder); };
        for (const char *name : {"c01", "media_c01", "c01.Table.1.selections", "c01.BirdNET.selection.table",
                                 "c01.BirdNET.results", "c01_labels", "c01.Table.12"})
            QCOMPARE(file(name), std::string("media/c01"));
        for (const char *name : {"c01.wav", "c01.wav.labels"})
            QCOMPARE(file(name), std::string("@ media/c01"));
        QCOMPARE(file("001"), std::string("? siteA/001, siteB/001"));
        QCOMPARE(path("/data/siteA/001.wav"), std::string("@ siteA/001"));
        QCOMPARE(path("D:\\data\\siteB\\001.wav"), std::string("@ siteB/001"));
        QCOMPARE(path("siteA/001.wav"), std::string("siteA/001"));
        QCOMPARE(file("siteB_001"), std::string("siteB/001"));
        QCOMPARE(file("c50"), std::string("? c50.mp4, c50.wav"));
        QCOMPARE(path("/other/c50.mp4"), std::string("c50.mp4"));
        for (const char *name : {"Yx_30.000_40.000.wav", "x_30_40", "x_30000", "/some/where/x_30.0_40.0.flac"})
            QCOMPARE(path(name), std::string("x_30.000_40.000"));
        QCOMPARE(file("long"), std::string("@ long_60.000_70.000"));
        QCOMPARE(path("id_5500"), std::string("m/id_5.500_9.500"));
        QCOMPARE(file("\xC3\xBC"
                      "b"),
                 std::string("u\xCC\x88"
                             "b"));
        for (const char *name : {"", "/", "..", "nobody", "Y", ".wav"})
            QCOMPARE(file(name), std::string("-"));
    }

    void everyFormatGivesBack_data() {
        QTest::addColumn<QString>("id");
        for (const RegionFormat &format : regionFormats())
            if (format.write != nullptr)
                QTest::addRow("%s", std::string(format.id).c_str()) << QString::fromStdString(std::string(format.id));
    }

    void everyFormatGivesBack() {
        QFETCH(const QString, id);
        const RegionFormat &format = *regionFormatNamed(id.toStdString());
        std::mt19937 random(17);
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        Project other = oddProject(folder, "q.tagscope");
        const int times = std::max(40, qEnvironmentVariableIntValue("TAGSCOPE_PROPERTY_TIMES"));
        for (int time = 0; time < times; ++time) {
            QVERIFY_OK(project.changeMarkedRegions(randomRegions(project, random), project.markedRegions().value()));
            const std::vector<MarkedRegion> before = project.markedRegions().value();
            ExportRequest request;
            request.content = ExportContent::Regions;
            request.format = format.id;
            request.annotator = "Ada";
            const fs::path out = folder.path("out" + std::to_string(time));
            QVERIFY_OK(exportFrom(project, request, out));
            const auto report = importRegions(other, {filesOf(out, format), std::string(format.id), "Ada"});
            QVERIFY_OK(report);
            QVERIFY2(!report->hasFailed(), notesOf(*report).c_str());
            const std::vector<MarkedRegion> after = other.markedRegions().value();
            QVERIFY2(plainOf(after, format.holds) == plainOf(before, format.holds),
                     (std::to_string(time) + "\n" + notesOf(*report)).c_str());
            // Once more there is nothing to add.
            QCOMPARE(importRegions(other, {filesOf(out, format), std::string(format.id), "Ada"})->added,
                     std::size_t{0});
            QVERIFY_OK(other.changeMarkedRegions({}, after));
        }
    }

    // Whatever becomes of a file on its way, a reader answers.
    void readersSurviveDamage() {
        std::mt19937 random(5);
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        QVERIFY_OK(project.changeMarkedRegions(randomRegions(project, random), {}));
        RegionReading reading;
        reading.events = {"dog", "rain"};
        for (const RegionFormat &format : regionFormats()) {
            const std::string good = contentIn(project, format, folder);
            QVERIFY(!good.empty());
            constexpr int kTimes = 200;
            for (int time = 0; time < kTimes; ++time) {
                std::string bad = good.substr(0, time % 3 == 0 ? random() % (good.size() + 1) : good.size());
                for (unsigned change = random() % 6; change > 0 && !bad.empty(); --change) {
                    const std::size_t at = random() % bad.size();
                    if (random() % 3 == 0)
                        bad.erase(at, random() % 20);
                    else if (random() % 2 == 0)
                        bad.insert(at, bad.substr(random() % bad.size(), random() % 40));
                    else
                        bad[at] = static_cast<char>(random() % 256);
                }
                const auto read = format.read(folder.write("damaged.txt", bad), reading);
                QVERIFY(!read || read->labels.size() == read->lines.size());
                for (std::size_t i = 0; read && i < read->labels.size(); ++i)
                    QVERIFY(read->labels[i].onset >= Seconds(0) && read->labels[i].offset >= read->labels[i].onset);
            }
        }
    }

    void whatAFormatCannotHoldIsSaid() {
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        MarkedRegion region{11, 0, "Ada", Seconds(1), Seconds(2)};
        region.frequencies = FrequencyRange{100, 200};
        region.confidence = 0.5;
        QVERIFY_OK(project.changeMarkedRegions(std::vector<MarkedRegion>{region}, {}));
        ExportRequest request;
        request.content = ExportContent::Regions;
        request.format = "elan";
        const ExportOutcome outcome = exportFrom(project, request, folder.path("out")).value();
        QCOMPARE(outcome.notes.size(), std::size_t{3}); // frequencies, confidence, whose time
    }

    void aTwinIsAQuestion() {
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        RegionImport import{{folder.write("001.txt", "1\t2\tdog\n")}, "audacity", "Ada"};
        const AuditImportReport report = importRegions(project, import).value();
        QVERIFY(report.added == 0 && report.hasFailed());
        QVERIFY2(notesOf(report).find("siteA/001, siteB/001") != std::string::npos, notesOf(report).c_str());
        import.clip = "siteB/001";
        QCOMPARE(importRegions(project, import)->added, std::size_t{1});
        QCOMPARE(project.markedRegions()->front().clip, ClipId{3});
        import.clip = "001";
        QVERIFY_FAILS(importRegions(project, import), Error::Kind::Inconsistent, "siteA/001");
    }

    void oneBadFileOfMany() {
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        RegionImport import{{folder.write("c01.txt", "1\t2\tDOG \n"), folder.write("Yes.txt", "x\ty\tz\n"),
                             folder.write("long_0.000_10.000.txt", "1\t2\tdog\n3\tx\train\n")},
                            "audacity",
                            "Ada"};
        import.isDryRun = true;
        QCOMPARE(importRegions(project, import)->added, std::size_t{2});
        QVERIFY(project.markedRegions()->empty());
        import.isDryRun = false;
        const AuditImportReport report = importRegions(project, import).value();
        QVERIFY(report.added == 2 && report.hasFailed() && report.files[1].refused && !report.files[0].hasFailed());
        QVERIFY2(notesOf(report).find("line 2") != std::string::npos, notesOf(report).c_str());
        QCOMPARE(project.markedRegions()->front().source, std::string("c01.txt"));
        for (const FileReport &file : report.files)
            QCOMPARE(file.rows, file.added + file.known + file.leftOut.size());
    }

    void labelsMeanEvents() {
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        RegionImport import{{folder.write("c01.txt", "1\t2\thound\n3\t4\t/M/01\n5\t6\tcat\n")}, "audacity", "Ada"};
        import.labels = readLabelMap(folder.write("map.tsv", "Hound\tdog\n\n")).value();
        QCOMPARE(importRegions(project, import)->added, std::size_t{2});
        QVERIFY(!readLabelMap(folder.write("map.tsv", "hound\n")));
    }

    // Slashes and accents of other systems, labels joined by commas.
    void readsPlainListsOfOtherSystems() {
        const Folder folder;
        fs::create_directory(folder.path("m"));
        folder.write("m/u\xCC\x88"
                     "ber.wav",
                     "x");
        const fs::path list = folder.write("l.csv", "path,labels\nm\\\xC3\xBC"
                                                    "ber.wav,\"Dog,rain\"\nm/gone.wav,dog\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const Result<ImportReport> report = importCsv(*project, {list, {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QVERIFY(report->missing == 1 && englishText(report->notes.at(0)).find("line 3") != std::string::npos);
        const std::optional<Clip> clip = project
                                             ->clipNamed("m/\xC3\xBC"
                                                         "ber")
                                             .value();
        QVERIFY(clip && fs::exists(clip->media));
        const ClipId id = clip->id;
        QVERIFY(project->labels({&id, 1}, Truth::Weak)->values == (std::vector<std::uint8_t>{1, 1, 0}));
        // Without classes nobody knows whether the comma separates.
        QVERIFY_FAILS(classesOfCsv(folder.write("l.csv", "path,labels\na,\"Siren,Bicycle\"\n")), Error::Kind::Malformed,
                      "comma");
        QCOMPARE(
            classesOfCsv(folder.write("l.csv", "path,labels\na,\"x,y\"\nb,x;y\nc,\"Air horn, truck horn\"\n"))->size(),
            std::size_t{3});
    }

    void decidedPairsStayIn() {
        const Folder folder;
        Project project = oddProject(folder, "p.tagscope");
        const std::vector<MarkedRegion> regions{{1, 0, "Ada", Seconds(1), Seconds(3)},
                                                {1, 1, "Ada", Seconds(1), Seconds(2)},
                                                {1, 0, "Bob", Seconds(2), Seconds(4)},
                                                {1, 0, "Cem", Seconds(2.5), Seconds(6)}};
        QVERIFY_OK(project.changeMarkedRegions(regions, {}));
        QVERIFY_OK(project.addVerdicts(
            std::vector<Verdict>{{1, 1, AuditStage::Adjudicated, "Ada", VerdictValue::Neither, "", 0}}));
        const auto listOf = [&](std::optional<RegionJoin> join, std::size_t notes) {
            ExportRequest request;
            request.content = ExportContent::Regions;
            request.format = "dcase2017-strong";
            request.join = join;
            const ExportOutcome outcome = exportFrom(project, request, folder.path("list.csv")).value();
            std::ifstream stream(folder.path("list.csv"));
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            return outcome.notes.size() == notes ? text : "notes";
        };
        QCOMPARE(listOf(std::nullopt, 2), std::string("media/c01.wav\t1.000\t6.000\tdog\n")); // left out, and joined
        QCOMPARE(listOf(RegionJoin::Union, 1), std::string("media/c01.wav\t1.000\t6.000\tdog\n"));
        QCOMPARE(listOf(RegionJoin::Majority, 1), std::string("media/c01.wav\t2.000\t4.000\tdog\n"));
        QCOMPARE(std::ranges::count(listOf(RegionJoin::Apart, 1), '\n'), 3);
    }
};

TAGSCOPE_CORE_TEST(TestExchange)
#include "tst_exchange.moc"
