// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/project_votes.h"
#include "core/formats/csv_rows.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <random>

using namespace tagscope;

namespace {

constexpr std::size_t kAnnotators = 8;

struct Simulated {
    RatingTable votes;
    std::vector<std::optional<bool>> truth;
};

// A team: how each answers, and who is asked about what.
struct Team {
    std::vector<double> sensitivity;
    std::vector<double> specificity;
    double share = 0.5; // of what is true
    double asked = 1.0; // with this chance each
};

Simulated votesOf(const Team &team, std::size_t items, std::mt19937 &random) {
    std::uniform_real_distribution<double> uniform;
    Simulated made{RatingTable(items, team.sensitivity.size()), {}};
    for (std::size_t item = 0; item < items; ++item) {
        const bool isTrue = uniform(random) < team.share;
        made.truth.emplace_back(isTrue);
        for (std::size_t annotator = 0; annotator < team.sensitivity.size(); ++annotator)
            if (uniform(random) < team.asked) {
                const double right = (isTrue ? team.sensitivity : team.specificity)[annotator];
                made.votes(item, annotator) = (uniform(random) < right) == isTrue ? 1 : 0;
            }
    }
    return made;
}

// Eight annotators, the last three of whom answer by chance.
const Team kSpammers{{0.8, 0.8, 0.8, 0.8, 0.8, 0.5, 0.5, 0.5}, {0.8, 0.8, 0.8, 0.8, 0.8, 0.5, 0.5, 0.5}, 0.5, 0.6};

Simulated withSpammers(std::mt19937 &random, std::size_t items) {
    return votesOf(kSpammers, items, random);
}

// How often the intervals hold the true sensitivity or specificity.
double coverOf(const Team &team, std::size_t items, int times, std::mt19937 &random) {
    int held = 0;
    int all = 0;
    for (int time = 0; time < times; ++time) {
        const DawidSkene model = dawidSkene(votesOf(team, items, random).votes);
        const auto count = [&](const Interval &interval, double right) {
            ++all;
            held += interval.low <= right && right <= interval.high ? 1 : 0;
        };
        for (std::size_t i = 0; i < model.annotators.size(); ++i) {
            count(model.annotators[i].sensitivityInterval, team.sensitivity[i]);
            count(model.annotators[i].specificityInterval, team.specificity[i]);
        }
    }
    return static_cast<double>(held) / all;
}

double accuracyOf(const std::vector<std::optional<bool>> &found, const std::vector<std::optional<bool>> &truth) {
    std::size_t right = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < truth.size(); ++i)
        if (found[i]) {
            ++all;
            right += *found[i] == *truth[i] ? 1U : 0U;
        }
    return static_cast<double>(right) / static_cast<double>(all);
}

} // namespace

class TestVoteTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // tests/golden/votes.py, which was written from the paper and not from this program.
    void agreesWithAnIndependentDawidSkene() {
        RatingTable votes(150, kAnnotators);
        std::vector<double> posterior;
        std::vector<std::vector<double>> qualities;
        const auto take = [&](CsvRow &&row) -> Result<void> {
            if (row.cells[0] == "truth")
                return {};
            if (row.cells[0].size() > 1) {
                qualities.emplace_back();
                for (std::size_t j = 0; j < kAnnotators; ++j)
                    qualities.back().push_back(std::stod(row.cells[j + 1]));
                return {};
            }
            for (std::size_t j = 0; j < kAnnotators; ++j)
                if (!row.cells[j + 1].empty())
                    votes(posterior.size(), j) = std::stoi(row.cells[j + 1]);
            posterior.push_back(std::stod(row.cells.back()));
            return {};
        };
        QVERIFY_OK(forEachCsvRow(test::goldenFile("votes.csv"), take));
        QCOMPARE(posterior.size(), votes.items);
        const DawidSkene found = dawidSkene(votes);
        QVERIFY(found.hasConverged);
        for (std::size_t i = 0; i < posterior.size(); ++i)
            QVERIFY2(std::abs(found.posterior[i] - posterior[i]) < 1e-6, std::to_string(i).c_str());
        for (std::size_t j = 0; j < kAnnotators; ++j) {
            QVERIFY(std::abs(found.annotators[j].specificity - qualities[0][j]) < 1e-6);
            QVERIFY(std::abs(found.annotators[j].sensitivity - qualities[1][j]) < 1e-6);
        }
    }

    void rulesOfCounting() {
        RatingTable votes(4, 3);
        votes.values = {1, 1, -1, 1, 0, 1, 1, 0, -1, -1, -1, -1};
        using Truth = std::vector<std::optional<bool>>;
        QVERIFY(truthOf(votes, TruthRule::Unanimous) == (Truth{true, false, false, std::nullopt}));
        QVERIFY(truthOf(votes, TruthRule::Majority) == (Truth{true, true, false, std::nullopt}));
        QVERIFY(!truthOf(votes, TruthRule::DawidSkene)[3]);
        QVERIFY(dawidSkene(RatingTable()).posterior.empty());
    }

    void spammersAreFoundOut() {
        std::mt19937 random(3);
        double gain = 0.0;
        constexpr int kTimes = 10;
        for (int time = 0; time < kTimes; ++time) {
            const Simulated made = withSpammers(random, 600);
            gain += accuracyOf(truthOf(made.votes, TruthRule::DawidSkene), made.truth) -
                    accuracyOf(truthOf(made.votes, TruthRule::Majority), made.truth);
        }
        QVERIFY2(gain / kTimes >= 0.05, std::to_string(gain / kTimes).c_str());
    }

    // 95 %, of true sensitivities and specificities. Votes that hardly tell what is true, those of four people who
    // nearly all say yes, tell less of who gave them than the model knows: there fewer are held.
    void intervalsCover() {
        std::mt19937 random(11);
        const auto covers = [&](const char *name, const Team &team, std::size_t items, double least) {
            const double share = coverOf(team, items, 60, random);
            qInfo("%s: %.1f %%", name, 100 * share);
            return share >= least && share <= 0.99;
        };
        QVERIFY(covers("eight, three of them by chance", kSpammers, 400, 0.92));
        QVERIFY(covers("three of all pairs", {{0.9, 0.85, 0.8}, {0.9, 0.8, 0.95}, 0.4, 1.0}, 100, 0.9));
        QVERIFY(covers("ten of three pairs in ten", {std::vector(10, 0.9), std::vector(10, 0.8), 0.6, 0.3}, 300, 0.9));
        QVERIFY(covers("four who say yes", {{0.94, 0.96, 0.98, 0.99}, {0.31, 0.5, 0.6, 0.74}, 0.7, 0.675}, 800, 0.82));
    }

    // Real votes of four people and the experts' answer (ICCV 2025): counting is as good, and no rule is praised.
    void realVotesAgainstGold() {
        TAGSCOPE_REQUIRE_SHARED(folder, "vggsounder");
        const Result<VoteTable> table = readVoteTable(folder / "votes.csv");
        QVERIFY_OK(table);
        const Result<std::vector<GoldRow>> gold = readGoldTable(folder / "gold.csv");
        QVERIFY_OK(gold);
        std::vector<VotesOfAxis> axes = votesIn(*table);
        QCOMPARE(axes.size(), std::size_t{2});
        const double expected[2][3] = {{0.748, 0.797, 0.794}, {0.771, 0.883, 0.873}}; // tests/golden's formulas on them
        for (std::size_t axis = 0; axis < 2; ++axis) {
            addGold(axes[axis], *gold);
            const std::vector<RuleOutcome> outcomes = outcomesOf(axes[axis]);
            for (std::size_t rule = 0; rule < 3; ++rule) {
                QCOMPARE(outcomes[rule].figures.items, std::size_t{774});
                QVERIFY2(std::abs(*outcomes[rule].figures.f1() - expected[axis][rule]) < 0.001,
                         std::to_string(*outcomes[rule].figures.f1()).c_str());
            }
        }
    }

    void verdictsAreVotes() {
        const test::Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), test::threeClasses()).value();
        const std::vector<ClipId> clips = project.addClips(test::clipsNamed(2)).value();
        const auto verdict = [&](int clip, AuditStage stage, const char *who, VerdictValue value) {
            return Verdict{clips[static_cast<std::size_t>(clip)], 0, stage, who, value, {}, 0};
        };
        QVERIFY_OK(project.addVerdicts(
            std::vector<Verdict>{verdict(0, AuditStage::Sound, "Ada", VerdictValue::Audible),
                                 verdict(0, AuditStage::Pictures, "Ada", VerdictValue::Visible),
                                 verdict(0, AuditStage::Pictures, "Bob", VerdictValue::Both),
                                 verdict(1, AuditStage::Sound, "Bob", VerdictValue::Unsure),
                                 verdict(1, AuditStage::Adjudicated, "Lea", VerdictValue::Audible)}));
        const std::vector<VotesOfAxis> axes = votesIn(project, {}).value();
        QCOMPARE(axes.size(), std::size_t{2});
        QCOMPARE(axes[0].annotators, (std::vector<std::string>{"Ada", "Bob"}));
        QVERIFY(axes[0].table.values == (std::vector<int>{0, 1, -1, -1})); // Ada's later stage counts
        QVERIFY(decided(axes[0], truthOf(axes[0].table, TruthRule::Majority)) ==
                (std::vector<std::optional<bool>>{false, true})); // the lead's decision stands
        QVERIFY(axes[1].table.values == (std::vector<int>{1, 1, -1, -1}) && axes[1].lead[1] == false);
        const std::vector<VotesOfAxis> sound = votesIn(project, {AuditStage::Sound}).value();
        QVERIFY(sound[0].table.values == (std::vector<int>{1, -1}));
    }

    void refusesBadTables() {
        const test::Folder folder;
        for (const char *content :
             {"", "id,label\na,b\n", "id,labeler_0\na,True\n", "id,label,labeler_0\na,b,perhaps\n",
              "id,label,modality,labeler_0\na,b,smelt,True\n", "id,label,labeler_0\na,b\n"})
            QVERIFY2(!readVoteTable(folder.write("v.csv", content)), content);
        QVERIFY(!readGoldTable(folder.write("g.csv", "id,label,modality\na,b,X\n")));
        const auto votes = readVoteTable(folder.write("v.csv", "clip;event;annotator Ada;vote B\nx;dog;yes;\n"));
        QVERIFY(votes && votes->annotators.size() == 2 && votes->rows[0].votes[0] == true && !votes->rows[0].votes[1]);
    }
};

TAGSCOPE_PLAIN_TEST(TestVoteTruth)
#include "tst_vote_truth.moc"
