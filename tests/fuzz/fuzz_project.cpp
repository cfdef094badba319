// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/operating_points.h"
#include "core/project/project.h"
#include "core/project/project_check.h"
#include "tests/fuzz/target.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

// A project as an attack. The first byte says how a sound one is changed: by bytes of the file (three bytes of place,
// one of value, each), by values of its tables (table, column and value, each a byte), or not, and the rest is a
// document of operating points. Whatever comes of it: a check and an opening end with a sentence or with what makes
// sense; what is mended is sound, opens, and can be asked everything.
namespace {

using namespace tagscope;
using test::require;

namespace fs = std::filesystem;

class Bench {
public:
    Bench()
        : folder_(fs::temp_directory_path() /
                  ("tagscope-fuzz-" + std::to_string(::getpid()) + "-" + std::to_string(++made_))) {
        fs::create_directories(folder_);
        fs::remove(file());
        {
            Result<Project> project = Project::create(file(), {{"dog", "", {"dog"}}, {"rain", "", {"rain"}}});
            require(project.has_value());
            fill(*project);
        }
        std::ifstream stream(file(), std::ios::binary);
        whole_.assign(std::istreambuf_iterator<char>(stream), {});
    }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;
    ~Bench() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] fs::path file() const { return folder_ / "p.tagscope"; }
    [[nodiscard]] const std::string &whole() const { return whole_; }

    void put(const std::string &bytes) const {
        std::error_code ignored;
        for (const fs::directory_entry &entry : fs::directory_iterator(folder_, ignored))
            fs::remove_all(entry.path(), ignored);
        std::ofstream(file(), std::ios::binary) << bytes;
    }

private:
    static void fill(Project &project) {
        std::vector<NewClip> clips;
        for (int i = 0; i < 12; ++i)
            clips.push_back(
                {"c" + std::to_string(i), "c" + std::to_string(i) + ".wav", Seconds(i), Seconds(10), "test"});
        const Result<std::vector<ClipId>> ids = project.addClips(clips);
        require(ids.has_value());
        std::vector<std::pair<ClipId, int>> labels;
        std::vector<ClipScore> scores;
        std::vector<Verdict> verdicts;
        std::vector<MarkedRegion> marks;
        for (const ClipId id : *ids) {
            labels.emplace_back(id, static_cast<int>(id % 2));
            scores.push_back({id, {0.25F, 0.5F}});
            verdicts.push_back({id, 0, AuditStage::Sound, "anna", VerdictValue::Heard, "note"});
            marks.push_back({id, 1, "anna", Seconds(1), Seconds(2)});
        }
        require(project.addLabels(labels) && project.storeScores({Branch::Audio, "r"}, scores) &&
                project.addVerdicts(verdicts) && project.changeMarkedRegions(marks, {}) &&
                project.setSetting("demo", "{\"a\":[1,2]}") &&
                project.addRegions(std::vector<StrongRegion>{{1, 1, Seconds(1), Seconds(2)}}) &&
                project.setPresence(std::vector<KnownPresence>{{1, 0, true, false}}) &&
                project.storeRun({"r", TrainingRun::State::Finished, "{}", 1, 0, 0.5, "2026", "2026"}) &&
                project.storeOperatingPoint({"p", {{0, 0}, {1, 1}}, "paper", "", "r", "", 0.5, 1, "2026"}));
    }

    inline static int made_ = 0;
    fs::path folder_;
    std::string whole_;
};

// The first thing that cannot be asked of it.
bool canBeAskedEverything(const Project &project) {
    const Result<std::vector<Clip>> clips = project.clips();
    if (!clips)
        return false;
    std::vector<ClipId> ids;
    for (const Clip &clip : *clips)
        ids.push_back(clip.id);
    bool isGood = project.labels(ids, Truth::Audited).has_value() && project.presence(ids).has_value();
    isGood = project.scores({Branch::Audio, "r"}, ids).has_value() && isGood;
    isGood = project.splitCounts().has_value() && project.mediaHashes().has_value() && isGood;
    isGood = project.verdictHistory().has_value() && project.markedRegions().has_value() && isGood;
    isGood = project.runs().has_value() && project.operatingPoints().has_value() && isGood;
    for (const ClipId id : ids)
        isGood = project.regions(id).has_value() && isGood;
    return isGood;
}

void tryOut(const Bench &bench) {
    if (const Result<Project> project = Project::open(bench.file(), Project::Access::ReadOnly))
        static_cast<void>(canBeAskedEverything(*project));
    const Result<ProjectCheck> check = checkProject(bench.file());
    if (!check || !check->isMendable())
        return;
    const Result<ProjectRepair> repair = repairProject(bench.file());
    require(repair.has_value());
    const Result<ProjectCheck> again = checkProject(bench.file());
    require(again.has_value() && !again->isMendable());
    const Result<Project> project = Project::open(bench.file());
    require(project.has_value() && canBeAskedEverything(*project));
}

void changeBytes(const Bench &bench, const std::uint8_t *data, std::size_t size) {
    std::string bytes = bench.whole();
    for (std::size_t i = 0; i + 4 <= size; i += 4) {
        const std::size_t place = std::size_t{data[i]} << 16U | std::size_t{data[i + 1]} << 8U | data[i + 2];
        bytes[place % bytes.size()] = static_cast<char>(data[i + 3]);
    }
    bench.put(bytes);
    tryOut(bench);
}

constexpr std::array<const char *, 16> kTables{"project",
                                               "event",
                                               "setting",
                                               "recording",
                                               "clip",
                                               "label",
                                               "region",
                                               "presence",
                                               "source",
                                               "score_block",
                                               "operating_point",
                                               "operating_value",
                                               "verdict",
                                               "marked_region",
                                               "operating_history",
                                               "run"};
constexpr std::array<const char *, 20> kValues{"NULL",
                                               "-1",
                                               "0",
                                               "9223372036854775807",
                                               "-9223372036854775808",
                                               "9e999",
                                               "-9e999",
                                               "1e-320",
                                               "''",
                                               "'../../etc/passwd'",
                                               "'/dev/zero'",
                                               "zeroblob(8)",
                                               "x'0000c07f0000c07f'",
                                               "zeroblob(100000)",
                                               "printf('%.*c', 70000, '[')",
                                               "'{\"a\":1}'",
                                               "char(0, 65)",
                                               "x'ff'",
                                               "99",
                                               "'a' || char(10) || 'b'"};

void changeValues(const Bench &bench, const std::uint8_t *data, std::size_t size) {
    bench.put(bench.whole());
    try {
        SQLite::Database database(bench.file().string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
        for (std::size_t i = 0; i + 4 <= size && i < 32; i += 4) {
            const std::string table = kTables.at(data[i] % kTables.size());
            const int columns = database.execAndGet("SELECT count(*) FROM pragma_table_info('" + table + "')").getInt();
            const std::string column = database
                                           .execAndGet("SELECT name FROM pragma_table_info('" + table +
                                                       "') WHERE cid = " + std::to_string(data[i + 1] % columns))
                                           .getString();
            const std::string value = kValues.at(data[i + 2] % kValues.size());
            // All rows, or the first that is there; the constraints that a stranger cannot get round stay.
            const std::string which = (data[i + 3] & 1U) != 0 ? "" : " LIMIT 1";
            static_cast<void>(database.tryExec("UPDATE OR IGNORE [" + table + "] SET [" + column + "] = " + value +
                                               (which.empty() ? ""
                                                              : " WHERE [" + column + "] IN (SELECT [" + column +
                                                                    "] FROM [" + table + "]" + which + ")")));
        }
    } catch (const SQLite::Exception &) {
        return;
    }
    tryOut(bench);
}

void readPoints(const Bench &bench, std::string_view document) {
    static const bool isPut = (bench.put(bench.whole()), true);
    static const Result<Project> project = Project::open(bench.file(), Project::Access::ReadOnly);
    require(isPut && project.has_value());
    if (const Result<std::vector<NamedOperatingPoint>> points = pointsIn(*project, document))
        for (const NamedOperatingPoint &point : *points)
            require(!point.name.empty() && point.point.threshold.size() == 2 && point.point.videoWeight.size() == 2);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const Bench bench;
    static const Bench ofPoints;
    if (size < 1)
        return 0;
    if (data[0] % 3 == 0)
        changeBytes(bench, data + 1, size - 1);
    else if (data[0] % 3 == 1)
        changeValues(bench, data + 1, size - 1);
    else
        readPoints(ofPoints, {reinterpret_cast<const char *>(data) + 1, size - 1});
    return 0;
}
