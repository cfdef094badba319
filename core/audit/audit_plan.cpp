// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_plan.h"

#include "core/audit/plan_json.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/fusion/random_index.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

Result<void> requirePlannable(const PlanOptions &options) {
    std::set<std::string> names;
    std::set<std::string> files;
    for (const std::string &name : options.annotators) {
        if (normalForm(name).empty())
            return fail(Error::Kind::Inconsistent, "audit.plan_without_name");
        if (!names.insert(normalForm(name)).second || !files.insert(normalForm(taskFileName(name))).second)
            return fail(Error::Kind::Inconsistent, {"audit.plan_names_alike", name});
    }
    if (names.empty())
        return fail(Error::Kind::Inconsistent, "audit.plan_without_name");
    const auto isShare = [](double share) { return share >= 0.0 && share <= 1.0; };
    if (!isShare(options.overlap) || !isShare(options.gold) || options.overlap + options.gold > 1.0)
        return fail(Error::Kind::Inconsistent, "audit.plan_shares");
    if (options.stages.empty() || std::ranges::find(options.stages, AuditStage::Adjudicated) != options.stages.end())
        return fail(Error::Kind::Inconsistent, "audit.plan_without_stage");
    return {};
}

// What the project's verdicts say of its pairs before the plan.
struct SaidBefore {
    std::set<AuditedPair> judged;
    std::map<AuditedPair, bool> known; // decided by the lead, or alike by two annotators or more
};

SaidBefore saidBefore(std::vector<Verdict> history) {
    SaidBefore said;
    for (auto &[pair, verdicts] : finalVerdictsByPair(standingVerdicts(std::move(history)))) {
        said.judged.insert(pair);
        const std::optional<Verdict> decision = takeAdjudication(verdicts);
        if (decision) {
            if (const std::optional<bool> heard = saidOn(VoteAxis::Heard, *decision))
                said.known.emplace(pair, *heard);
            continue;
        }
        std::set<std::optional<bool>> heard;
        for (const Verdict &verdict : verdicts)
            heard.insert(saidOn(VoteAxis::Heard, verdict));
        if (verdicts.size() >= 2 && heard.size() == 1 && *heard.begin())
            said.known.emplace(pair, **heard.begin());
    }
    return said;
}

// The pages in the queue's order, and the gold ones in the order of the clips.
struct Pages {
    std::vector<PlannedPage> open; // with their reasons
    std::vector<TaskPage> gold;
};

std::set<ClipId> plannedBefore(const std::vector<AuditPlan> &plans) {
    std::set<ClipId> clips;
    for (const AuditPlan &plan : plans)
        for (const PlannedTask &task : plan.tasks)
            for (const PlannedPage &page : task.pages)
                clips.insert(page.page.clip);
    return clips;
}

Pages pagesOf(const AuditMaterial &material, const AuditQueue &queue, const SaidBefore &said,
              const std::set<ClipId> &planned) {
    std::vector<std::set<int>> events(material.clips.size());
    Pages pages;
    for (std::size_t i = 0; i < material.clips.size(); ++i) {
        bool isKnown = true;
        for (std::size_t k = 0; k < material.scores.labels.events; ++k)
            if (material.scores.labels(i, k) != 0) {
                events[i].insert(static_cast<int>(k));
                isKnown = isKnown && said.known.contains({material.clips[i].id, static_cast<int>(k)});
            }
        if (isKnown && !events[i].empty())
            pages.gold.push_back({material.clips[i].id, {events[i].begin(), events[i].end()}});
    }
    std::vector<const QueueRow *> firsts;
    std::vector<char> isThere(material.clips.size());
    for (const QueueRow &row : queue.rows) {
        events[row.clip].insert(static_cast<int>(row.event));
        if (std::exchange(isThere[row.clip], char{1}) == 0)
            firsts.push_back(&row);
    }
    for (const QueueRow *first : firsts) {
        const ClipId clip = material.clips[first->clip].id;
        const std::set<int> &asked = events[first->clip];
        const bool isJudged = std::ranges::all_of(asked, [&](int event) {
            return said.judged.contains({clip, event});
        });
        if (isJudged || planned.contains(clip))
            continue;
        const PageReason reason{static_cast<int>(first->event), material.scores.labels(first->clip, first->event) != 0,
                                first->isControl};
        pages.open.push_back({{clip, {asked.begin(), asked.end()}}, PageKind::Own, reason});
    }
    return pages;
}

// How many pages of each kind every annotator gets.
struct Numbers {
    std::size_t gold = 0;
    std::size_t shared = 0;
    std::size_t own = 0;
};

Numbers numbersOf(const PlanOptions &options, const Pages &pages) {
    const auto part = [&](double share) {
        return static_cast<std::size_t>(std::llround(share * static_cast<double>(options.pages)));
    };
    Numbers numbers;
    numbers.gold = std::min(part(options.gold), pages.gold.size());
    numbers.shared = std::min({part(options.overlap), options.pages - numbers.gold, pages.open.size()});
    const std::size_t left = (pages.open.size() - numbers.shared) / options.annotators.size();
    numbers.own = std::min(options.pages - numbers.gold - numbers.shared, left);
    return numbers;
}

// Pages with their places in the queue, which decide the order in a task.
using PlacedPage = std::pair<std::size_t, PlannedPage>;

std::vector<std::vector<PlacedPage>> dealt(const std::vector<PlannedPage> &open, const Numbers &numbers,
                                           std::size_t annotators, std::mt19937_64 &random) {
    const std::size_t count = numbers.shared + annotators * numbers.own;
    std::vector<std::size_t> places(count);
    for (std::size_t i = 0; i < count; ++i)
        places[i] = i;
    shuffle(places, random);
    const std::set<std::size_t> shared(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(numbers.shared));
    std::vector<std::vector<PlacedPage>> tasks(annotators);
    std::vector<std::size_t>
        round; // who gets the next pages, anew for each so many, so that nobody has the first of all
    for (std::size_t place = 0; place < count; ++place) {
        if (shared.contains(place)) {
            for (std::vector<PlacedPage> &task : tasks)
                task.emplace_back(place, PlannedPage{open[place].page, PageKind::Shared, open[place].reason});
            continue;
        }
        if (round.empty()) {
            for (std::size_t i = 0; i < annotators; ++i)
                round.push_back(i);
            shuffle(round, random);
        }
        tasks[round.back()].emplace_back(place, open[place]);
        round.pop_back();
    }
    return tasks;
}

} // namespace

Result<AuditPlan> makePlan(const Project &project, const AuditMaterial &material, const PlanOptions &options) {
    TAGSCOPE_TRY(requirePlannable(options));
    const AuditQueue queue = TAGSCOPE_TRY(auditQueue(material, options.queue));
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    const SaidBefore said = saidBefore(std::move(history));
    const std::vector<AuditPlan> before = TAGSCOPE_TRY(plansOf(project));
    Pages pages = pagesOf(material, queue, said, plannedBefore(before));
    std::mt19937_64 random(options.seed);
    shuffle(pages.gold, random);
    const Numbers numbers = numbersOf(options, pages);
    if (numbers.gold + numbers.shared + numbers.own == 0)
        return fail(Error::Kind::Inconsistent, {"audit.plan_without_pages", project.file()});
    AuditPlan plan;
    plan.stages = options.stages;
    plan.mayAddEvents = options.mayAddEvents;
    plan.order = nameOf(options.queue.order);
    std::erase_if(pages.open, [&](const PlannedPage &open) { // a gold page is one page
        const auto end = pages.gold.begin() + static_cast<std::ptrdiff_t>(numbers.gold);
        return std::find(pages.gold.begin(), end, open.page) != end;
    });
    std::vector<std::vector<PlacedPage>> tasks =
        dealt(pages.open, numbersOf(options, pages), options.annotators.size(), random);
    for (std::size_t a = 0; a < tasks.size(); ++a) {
        PlannedTask task{options.annotators[a], {}};
        for (PlacedPage &page : tasks[a])
            task.pages.push_back(std::move(page.second));
        for (std::size_t i = 0; i < numbers.gold; ++i)
            task.pages.insert(task.pages.begin() +
                                  static_cast<std::ptrdiff_t>(randomIndex(random, task.pages.size() + 1)),
                              {pages.gold[i], PageKind::Gold, std::nullopt});
        plan.tasks.push_back(std::move(task));
    }
    for (std::size_t i = 0; i < numbers.gold; ++i)
        for (const int event : pages.gold[i].events)
            plan.gold.emplace(AuditedPair(pages.gold[i].clip, event), said.known.at({pages.gold[i].clip, event}));
    constexpr std::size_t kDigits = 16;
    const std::string content = TAGSCOPE_TRY(planToJson(project, plan));
    plan.id = sha256Of(content + std::to_string(options.seed)).substr(0, kDigits);
    return plan;
}

Result<AuditPlan> makePlan(const Project &project, const PlanOptions &options, std::stop_token stop) {
    const CalibrationFolds folds{.seed = options.seed};
    const AuditMaterial material = TAGSCOPE_TRY(auditMaterial(project, splitOrAll(options.split), folds, stop));
    return makePlan(project, material, options);
}

Result<std::vector<fs::path>> handOut(Project &project, const AuditPlan &plan, const fs::path &folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    std::vector<fs::path> files;
    const auto undone = [&files](Error reason) {
        std::error_code ignored;
        for (const fs::path &file : files)
            fs::remove(file, ignored);
        return tl::unexpected(std::move(reason));
    };
    for (const PlannedTask &task : plan.tasks) {
        AuditTask given{plan.id, task.annotator, plan.stages, {}, plan.mayAddEvents};
        for (const PlannedPage &page : task.pages)
            given.pages.push_back(page.page);
        const fs::path file = folder / fs::path(taskFileName(task.annotator));
        if (const Result<void> written = writeTask(project, given, file); !written)
            return undone(written.error());
        files.push_back(file);
    }
    if (const Result<void> added = addPlan(project, plan); !added)
        return undone(added.error());
    return files;
}

} // namespace tagscope
