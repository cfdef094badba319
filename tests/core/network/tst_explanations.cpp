// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/network/image_networks.h"
#include "core/network/inception_plan.h"
#include "tests/core/network/formula_weights.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <cstring>
#include <numeric>

using namespace tagscope;
using namespace tagscope::test;

namespace {

CrnnDescription descriptionOf(const QJsonObject &golden) {
    CrnnDescription description;
    CrnnLayout &layout = description.layout;
    layout.bands = golden[u"bands"].toInt();
    layout.blocks.clear();
    for (const auto &block : golden[u"blocks"].toArray())
        layout.blocks.push_back({block[0].toInt(), block[1].toInt(), block[2].toInt(), block[3].toInt()});
    layout.gruUnits = golden[u"units"].toInt();
    for (int event = 0; event < golden[u"events"].toInt(); ++event)
        layout.events.push_back("event " + std::to_string(event));
    description.bandMean = hashed(kInputArray + 1, {layout.bands}, 10.0, -40.0);
    description.bandDeviation = hashed(kInputArray + 2, {layout.bands}, 3.0, 12.0);
    return description;
}

Matrix soundOf(std::size_t frames, int bands) {
    Matrix logMel(frames, static_cast<std::size_t>(bands));
    logMel.values = hashed(kInputArray, {static_cast<std::int64_t>(frames), bands}, 30.0, -40.0);
    return logMel;
}

// An eighth of the published width, as in tests/golden/networks_inception_v4.py.
std::vector<NamedTensor> inceptionWeights() {
    std::vector<NamedTensor> tensors;
    std::uint32_t array = 0;
    const auto add = [&](const std::string &name, const std::vector<std::int64_t> &shape, double scale,
                         double offset = 0.0) {
        tensors.push_back({name, shape, hashed(array++, shape, scale, offset)});
    };
    const QJsonDocument golden = goldenJson("networks_inception_v4.json");
    for (const auto &entry : golden[u"convolutions"].toArray()) {
        const std::string weight = entry.toArray()[0].toString().toStdString();
        const std::vector<std::int64_t> shape = shapeOf(entry.toArray()[1].toArray());
        const std::string norm = weight.substr(0, weight.size() - std::strlen("conv.weight")) + "bn.";
        add(weight, shape, std::sqrt(6.0 / fanIn(shape)));
        add(norm + "weight", {shape[0]}, 0.2, 1.0);
        add(norm + "bias", {shape[0]}, 0.1);
        add(norm + "running_mean", {shape[0]}, 0.1);
        add(norm + "running_var", {shape[0]}, 0.5, 1.0);
    }
    add("last_linear.weight", {10, 192}, std::sqrt(6.0 / 192.0));
    add("last_linear.bias", {10}, 0.1);
    return tensors;
}

// What the cells of a map are centred on, in pixels of the input; rows alone.
struct Grid {
    int cells = InceptionV4::kInputSide;
    double first = 0.0;
    int stride = 1;
};

Grid through(const Grid &grid, int kernel, int stride, int padding) {
    return {(grid.cells + 2 * padding - kernel) / stride + 1, grid.first + ((kernel - 1) / 2.0 - padding) * grid.stride,
            grid.stride * stride};
}

Grid through(const InceptionBranch &branch, Grid grid) {
    if (branch.pool == InceptionPool::Maximum)
        grid = through(grid, 3, 2, 0);
    for (const ConvolutionPlan &plan : branch.chain)
        grid = through(grid, plan.kernelRows, plan.geometry.stride[0], plan.geometry.padding[0]);
    if (!branch.forks.empty())
        grid = through(grid, branch.forks.front().kernelRows, branch.forks.front().geometry.stride[0],
                       branch.forks.front().geometry.padding[0]);
    return grid;
}

} // namespace

class TestExplanations : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    std::filesystem::path file_ = directory_.filePath(QStringLiteral("weights.safetensors")).toStdString();

    // The network with weights by formula.
    Crnn filled(const CrnnDescription &description) {
        [[maybe_unused]] const Result<void> saved = Crnn::makeSeeded(description, 1).value().save(file_);
        std::vector<NamedTensor> tensors;
        std::map<std::string, std::string> metadata;
        {
            const TensorFile file = TensorFile::open(file_).value();
            metadata = file.metadata();
            std::uint32_t array = 0;
            for (const TensorInfo &info : file.tensors()) {
                tensors.push_back({info.name, info.shape, file.floats(info.name).value()});
                if (info.name.starts_with("input."))
                    continue;
                const double scale = info.shape.size() > 1 ? std::sqrt(3.0 / fanIn(info.shape)) : 0.1;
                tensors.back().values = hashed(array++, info.shape, scale);
            }
        }
        [[maybe_unused]] const Result<void> written = writeSafetensors(file_, tensors, metadata);
        return Crnn::load(file_).value();
    }

    InceptionV4 inception() {
        return writeSafetensors(file_, inceptionWeights(), {})
            .and_then([&] { return InceptionV4::load(file_); })
            .value();
    }

    static CrnnDescription smallDescription() {
        return descriptionOf(goldenJson("networks_explanations.json")[u"integratedGradients"][0].toObject());
    }

private Q_SLOTS:
    void integratedGradientsEqualPyTorch() {
        const QJsonArray cases = goldenJson("networks_explanations.json")[u"integratedGradients"].toArray();
        QCOMPARE(cases.size(), 2);
        for (const auto &entry : cases) {
            const QJsonObject golden = entry.toObject();
            const Crnn network = filled(descriptionOf(golden));
            const Matrix sound = soundOf(static_cast<std::size_t>(golden[u"frames"].toInt()), golden[u"bands"].toInt());
            const Matrix silence(sound.rows, sound.columns, static_cast<float>(golden[u"silence"].toDouble()));
            AttributionOptions options;
            options.firstParts = golden[u"parts"].toInt();
            options.mostParts = options.firstParts;
            const Attribution made = network
                                         .attribution(sound, silence,
                                                      {static_cast<std::size_t>(golden[u"event"].toInt()),
                                                       static_cast<std::size_t>(golden[u"step"].toInt())},
                                                      options)
                                         .value();
            QCOMPARE(made.parts, options.firstParts);
            QVERIFY(std::abs(made.output - golden[u"output"].toDouble()) < 1e-4);
            QVERIFY(std::abs(made.baselineOutput - golden[u"baselineOutput"].toDouble()) < 1e-4);
            const double difference = largestDifference(made.values.values, golden[u"values"].toArray());
            QVERIFY2(difference < 1e-4, std::to_string(difference).c_str());
            const auto largest = std::ranges::max_element(made.values.values);
            QVERIFY(*largest > 1e-3F); // else the comparison says nothing
        }
    }

    // Refinement goes on until the sum is right, and says so truthfully.
    void attributionsAreComplete() {
        const Crnn network = filled(smallDescription());
        const Matrix sound = soundOf(30, 13);
        const Matrix silence(30, 13, -100.0F);
        const auto logit = [](float p) {
            return std::log(static_cast<double>(p)) - std::log1p(-static_cast<double>(p));
        };
        const Matrix activations = network.activations(sound).value();
        const Matrix silent = network.activations(silence).value();
        for (std::size_t event = 0; event < 3; ++event) {
            const AttributionTarget target{event, 4 + event};
            AttributionOptions options;
            options.firstParts = 1;
            const Attribution made = network.attribution(sound, silence, target, options).value();
            QVERIFY(std::abs(made.output - logit(activations(target.step, event))) < 1e-4);
            QVERIFY(std::abs(made.baselineOutput - logit(silent(target.step, event))) < 1e-4);
            QVERIFY(made.incompleteness() <= 0.01);
            const double sum = std::accumulate(made.values.values.begin(), made.values.values.end(), 0.0);
            QVERIFY(std::abs(sum - made.sum) < 1e-9);
            QVERIFY(made.parts > 1);
            options.mostParts = 1;
            const Attribution coarse = network.attribution(sound, silence, target, options).value();
            QCOMPARE(coarse.parts, 1);
            QVERIFY(coarse.incompleteness() > made.incompleteness());
        }
    }

    // The network that ships with the program, on a sound like a siren over noise.
    void attributionsOfTheDemoNetworkAreComplete() {
        const std::filesystem::path models = goldenFile("").parent_path().parent_path().parent_path() / "models/demo";
        std::filesystem::path file;
        for (const auto &entry : std::filesystem::directory_iterator(models))
            if (entry.path().filename().string().starts_with("crnn-"))
                file = entry.path();
        const Crnn network = Crnn::load(file).value();
        Matrix sound(2000, 60);
        for (std::size_t frame = 0; frame < sound.rows; ++frame)
            for (std::size_t band = 0; band < sound.columns; ++band) {
                const auto f = static_cast<double>(frame);
                const auto b = static_cast<double>(band);
                const double tone = 25.0 * std::exp(-0.5 * std::pow((b - 30.0 - 10.0 * std::sin(f * 0.02)) / 2.0, 2));
                sound(frame, band) = static_cast<float>(-60.0 + tone + 5.0 * std::sin(12.9 * f + 78.2 * b));
            }
        const Attribution made = network.attribution(sound, Matrix(2000, 60, -100.0F), {14, 50}).value();
        QVERIFY(std::abs(made.output - made.baselineOutput) > 0.1);
        QVERIFY2(made.incompleteness() <= 0.01, std::to_string(made.incompleteness()).c_str());
    }

    void whatIsTheBaselineExplainsNothing() {
        const Crnn network = filled(smallDescription());
        Matrix sound = soundOf(24, 13);
        Matrix baseline = sound;
        const Attribution none = network.attribution(sound, baseline, {0, 3}).value();
        QCOMPARE(none.incompleteness(), 0.0);
        QCOMPARE(none.sum, 0.0);
        for (std::size_t frame = 0; frame < 24; ++frame)
            baseline(frame, 5) = -100.0F; // only one band differs
        const Attribution one = network.attribution(sound, baseline, {0, 3}).value();
        for (std::size_t frame = 0; frame < 24; ++frame)
            for (std::size_t band = 0; band < 13; ++band)
                QVERIFY(band == 5 || one.values(frame, band) == 0.0F);
        QVERIFY(one.sum != 0.0);
    }

    void framesThatFillNoStepHaveNoPart() {
        const Crnn network = filled(smallDescription());
        const Matrix silence(25, 13, -100.0F);
        const Attribution made = network.attribution(soundOf(25, 13), silence, {0, 3}).value();
        QCOMPARE(made.values.rows, std::size_t{25});
        for (const float value : made.values.row(24))
            QCOMPARE(value, 0.0F);
    }

    void wrongQuestionsAreErrors() {
        const Crnn network = filled(smallDescription());
        const Matrix sound = soundOf(24, 13);
        const Matrix silence(24, 13, -100.0F);
        QVERIFY(isInconsistent(network.attribution(Matrix(24, 60), silence, {0, 0}), {"13 bands", "60"}));
        QVERIFY(isInconsistent(network.attribution(sound, Matrix(20, 13), {0, 0}), {"baseline"}));
        QVERIFY(isInconsistent(network.attribution(sound, silence, {3, 0}), {"event 3"}));
        QVERIFY(isInconsistent(network.attribution(sound, silence, {0, 12}), {"step 12"}));
        QVERIFY(isInconsistent(network.attribution(Matrix(1, 13), Matrix(1, 13), {0, 0}), {"step 0"}));
        QVERIFY(network.attribution(sound, silence, {0, 0}, {}, {}, stopped()).error().isCancelled());
    }

    void gradCamEqualsPyTorch() {
        const InceptionV4 network = inception();
        const std::vector<float> picture = hashed(kInputArray, {1, 3, 299, 299});
        for (const auto &entry : goldenJson("networks_explanations.json")[u"gradCam"].toArray()) {
            const Matrix cam = network.gradCam(picture, static_cast<std::size_t>(entry[u"unit"].toInt())).value();
            QCOMPARE(cam.rows, static_cast<std::size_t>(InceptionV4::kMapSide));
            QCOMPARE(cam.columns, cam.rows);
            QVERIFY(largestDifference(cam.values, entry[u"cam"].toArray()) < 1e-4);
            QVERIFY(*std::ranges::max_element(cam.values) > 1e-4F);
        }
    }

    // From the kernels, strides and paddings of the layers, whichever branch one goes through.
    void cellsLieWhereTheyAreSaidTo() {
        for (const bool isLastBranch : {false, true}) {
            Grid grid;
            for (const InceptionBlock &block : inceptionV4Plan())
                grid = through(isLastBranch ? block.back() : block.front(), grid);
            QCOMPARE(grid.cells, InceptionV4::kMapSide);
            QCOMPARE(grid.first, static_cast<double>(InceptionV4::kMapFirst));
            QCOMPARE(grid.stride, InceptionV4::kMapStride);
        }
    }

    void gradCamOfWhatIsNotThereIsAnError() {
        const InceptionV4 network = inception();
        QVERIFY(isInconsistent(network.gradCam(std::vector<float>(5), 0), {"3 x 299 x 299"}));
        const std::vector<float> picture(static_cast<std::size_t>(3 * 299 * 299));
        QVERIFY(isInconsistent(network.gradCam(picture, 10), {"10"}));
        QVERIFY(network.gradCam(picture, 0, stopped()).error().isCancelled());
    }
};

TAGSCOPE_CORE_TEST(TestExplanations)
#include "tst_explanations.moc"
