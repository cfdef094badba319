// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_file.h"
#include "core/network/weight_sets.h"
#include "tests/core/network/weight_bytes.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <cmath>
#include <limits>
#include <thread>

using namespace tagscope;
using namespace tagscope::test;
namespace fs = std::filesystem;

namespace {

using Shape = std::vector<std::int64_t>;
using Values = std::vector<float>;

struct Expected {
    std::string name;
    TensorType type;
    Shape shape;
    Values values;
};

// What tests/golden/weights.py saves, in its order.
const std::vector<Expected> &expectedTensors() {
    static const std::vector<Expected> expected{
        {"weight", TensorType::F32, {2, 3}, {-1, -0.5F, 0, 0.5F, 1, 1.5F}},
        {"transposed", TensorType::F32, {3, 2}, {-1, 0.5F, -0.5F, 1, 0, 1.5F}},
        {"slice", TensorType::F32, {2, 2}, {6, 8, 11, 13}},
        {"repeated", TensorType::F32, {3}, {2, 2, 2}},
        {"half", TensorType::F16, {4}, {-1.5F, -0.5F, 0.5F, 1.5F}},
        {"bfloat16", TensorType::BF16, {4}, {0, 256, 512, 768}},
        {"double", TensorType::F64, {2}, {0.1F, -1e30F}},
        {"long", TensorType::I64, {2}, {-2, 1099511627776.0F}},
        {"int", TensorType::I32, {2}, {-3, 70000}},
        {"short", TensorType::I16, {2}, {-4, 300}},
        {"char", TensorType::I8, {2}, {-5, 127}},
        {"byte", TensorType::U8, {2}, {6, 255}},
        {"bool", TensorType::Bool, {2}, {1, 0}},
        {"empty", TensorType::F32, {0, 3}, {}},
        {"scalar", TensorType::F32, {}, {7.25F}},
        {"parameter", TensorType::F32, {2}, {8, 9}},
    };
    return expected;
}

std::string namesOf(const TensorFile &file) {
    std::string names;
    for (const TensorInfo &tensor : file.tensors())
        names += tensor.name + " ";
    return names;
}

} // namespace

class TestTensorFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrappersOfANetworkLeaveNoNames_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("names");
        QTest::addRow("DistributedDataParallel")
            << QStringLiteral("module.features.0.weight module.bias") << QStringLiteral("features.0.weight bias ");
        QTest::addRow("DataParallel over a part")
            << QStringLiteral("features.module.0.weight bias") << QStringLiteral("features.0.weight bias ");
        QTest::addRow("compiled") << QStringLiteral("_orig_mod.module.a _orig_mod.b") << QStringLiteral("a b ");
        QTest::addRow("Lightning") << QStringLiteral("model.a model.b") << QStringLiteral("a b ");
        QTest::addRow("a part of that name") << QStringLiteral("model.a b") << QStringLiteral("model.a b ");
        QTest::addRow("within a word") << QStringLiteral("submodule.a b") << QStringLiteral("submodule.a b ");
        QTest::addRow("two would be one") << QStringLiteral("module.a a") << QStringLiteral("module.a a ");
    }

    void wrappersOfANetworkLeaveNoNames() {
        QFETCH(QString, stored);
        QFETCH(QString, names);
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "a.safetensors";
        std::vector<NamedTensor> tensors;
        for (const QString &name : stored.split(QLatin1Char(' ')))
            tensors.push_back({name.toStdString(), {1}, {1.0F}});
        QVERIFY_OK(writeSafetensors(path, tensors, {}));
        const Result<TensorFile> file = TensorFile::open(path);
        QVERIFY_OK(file);
        QCOMPARE(QString::fromStdString(namesOf(*file)), names);
        QVERIFY_OK(file->floats(file->tensors().front().name));
    }

    void readsWhatPyTorchSaved_data() {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"zip_ordered.pth", "zip_plain.pth", "zip_protocol4.pth", "legacy_ordered.pth", "legacy_plain.pth"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void readsWhatPyTorchSaved() {
        QFETCH(const QString, name);
        const Result<TensorFile> file = TensorFile::open(goldenFile("weights/" + name.toStdString()));
        QVERIFY_OK(file);
        QVERIFY(file->metadata().empty());
        QCOMPARE(file->tensors().size(), expectedTensors().size());
        for (std::size_t i = 0; i < expectedTensors().size(); ++i) {
            const Expected &expected = expectedTensors()[i];
            const TensorInfo &found = file->tensors()[i];
            QCOMPARE(found.name, expected.name);
            QVERIFY2(found.type == expected.type, found.name.c_str());
            QVERIFY2(found.shape == expected.shape, found.name.c_str());
            const Result<Values> values = file->floats(found.name);
            QVERIFY2(values, found.name.c_str());
            QVERIFY2(*values == expected.values, found.name.c_str());
        }
    }

    // An OrderedDict with _metadata inside a training checkpoint.
    void readsTheWeightsOfACheckpoint() {
        for (const char *name : {"weights/zip_checkpoint.pth", "weights/legacy_checkpoint.pth"}) {
            const Result<TensorFile> file = TensorFile::open(goldenFile(name));
            QVERIFY_OK(file);
            QCOMPARE(namesOf(*file), std::string("0.weight 0.bias 1.weight 1.bias 1.running_mean 1.running_var "
                                                 "1.num_batches_tracked "));
            QCOMPARE(file->floats("0.weight").value(), (Values{0.25F, -0.75F}));
            QCOMPARE(file->floats("1.num_batches_tracked").value(), Values{1});
        }
    }

    // Averaged weights lie beside those that are read, and it is told.
    void saysWhichWeightsOfACheckpointAreRead() {
        const Result<TensorFile> file = TensorFile::open(goldenFile("weights/averaged.pth"));
        QVERIFY_OK(file);
        QCOMPARE(file->floats("0.weight").value(), (Values{0.25F, -0.75F}));
        QCOMPARE(file->metadata(),
                 (std::map<std::string, std::string>{{std::string(kWeightsTaken), "state_dict"},
                                                     {std::string(kOtherWeights), "state_dict_ema"}}));
        QVERIFY(TensorFile::open(goldenFile("weights/zip_checkpoint.pth"))->metadata().empty());
    }

    // Checked against torch.load(encoding="latin1").
    void readsWhatPython2Saved() {
        const Result<TensorFile> file = TensorFile::open(goldenFile("weights/legacy_2017.pth"));
        QVERIFY_OK(file);
        QCOMPARE(namesOf(*file), std::string("a b "));
        QCOMPARE(file->floats("a").value(), (Values{1, 2, 3, 4}));
        QCOMPARE(file->floats("b").value(), (Values{14, 15, 16}));
    }

    void readsByteOrders() {
        const Result<TensorFile> little = TensorFile::open(goldenFile("weights/little_endian.pth"));
        QVERIFY_OK(little);
        QCOMPARE(little->floats("a").value(), (Values{0, 1, 2}));
    }

    void readsSafetensors() {
        const QTemporaryDir directory;
        const std::string header =
            R"({"z":{"dtype":"F16","shape":[2,3],"data_offsets":[4,16]},"__metadata__":{"format":"pt","\u00e9":""},)"
            R"("a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]},"none":{"data_offsets":[16,16],"shape":[0],)"
            R"("dtype":"F64"}}  )";
        const std::vector<std::uint16_t> halves{0x3555, 0x8000, 0x0001, 0x7bff, 0xfc00, 0x7e00};
        const fs::path path =
            writeFile(directory.filePath(QStringLiteral("f")).toStdString(),
                      safetensors(header, bytesOf(std::vector<std::uint16_t>{0x3f80, 0xc049}) + bytesOf(halves)));
        const Result<TensorFile> file = TensorFile::open(path);
        QVERIFY_OK(file);
        QCOMPARE(file->file(), path);
        QCOMPARE(namesOf(*file), std::string("z a none "));
        QVERIFY((file->metadata() == std::map<std::string, std::string>{{"format", "pt"}, {"\u00e9", ""}}));
        QCOMPARE(file->floats("a").value(), (Values{1, -3.140625F}));
        QVERIFY(file->floats("none").value().empty());
        const Values z = file->floats("z").value();
        QCOMPARE(z.size(), std::size_t{6});
        QVERIFY(z[0] == 0.333251953125F);
        QVERIFY(z[1] == 0.0F && std::signbit(z[1]));
        QVERIFY(z[2] == 0x1p-24F);
        QVERIFY(z[3] == 65504.0F);
        QVERIFY(z[4] == -std::numeric_limits<float>::infinity());
        QVERIFY(std::isnan(z[5]));
        QVERIFY_FAILS(file->floats("b"), Error::Kind::Inconsistent, "");
    }

    void writesWhatItReads() {
        const QTemporaryDir directory;
        const fs::path path = directory.filePath(QStringLiteral("new/w.safetensors")).toStdString();
        const std::vector<NamedTensor> tensors{
            {"second", {1, 3}, {1, -2, 3.5F}}, {"first \"\n", {}, {0.1F}}, {"none", {2, 0}, {}}};
        const std::map<std::string, std::string> metadata{{"origin", "a test \u00fc"}, {"b", ""}};
        const Result<void> written = writeSafetensors(path, tensors, metadata);
        QVERIFY_OK(written);
        const std::string bytes = readFile(path);
        std::uint64_t headerSize = 0;
        std::memcpy(&headerSize, bytes.data(), sizeof headerSize);
        QCOMPARE(headerSize % 8, std::uint64_t{0});
        QCOMPARE(bytes.size(), 8 + headerSize + 4 * sizeof(float));

        const Result<TensorFile> file = TensorFile::open(path);
        QVERIFY_OK(file);
        QVERIFY(file->metadata() == metadata);
        QCOMPARE(file->tensors().size(), tensors.size());
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            QCOMPARE(file->tensors()[i].name, tensors[i].name);
            QVERIFY(file->tensors()[i].shape == tensors[i].shape);
            QCOMPARE(file->floats(tensors[i].name).value(), tensors[i].values);
        }

        QVERIFY_OK(writeSafetensors(path, tensors, metadata));
        QCOMPARE(readFile(path), bytes);
        QVERIFY(writeSafetensors(path, {}, {}));
        QCOMPARE(readFile(path), safetensors("{}      ", ""));
        QVERIFY(TensorFile::open(path));
    }

    // Whatever bit of a written file flips: it is refused, or holds the numbers that were written.
    void aFlippedBitIsNoticed_data() {
        QTest::addColumn<int>("type");
        QTest::newRow("whole") << static_cast<int>(TensorType::F32);
        QTest::newRow("half") << static_cast<int>(TensorType::F16);
    }

    void aFlippedBitIsNoticed() {
        QFETCH(const int, type);
        const QTemporaryDir directory;
        const fs::path path = directory.filePath(QStringLiteral("w")).toStdString();
        const std::vector<NamedTensor> tensors{{"second", {1, 3}, {1, -2, 3.5F}}, {"first", {2}, {0.5F, 4}}};
        const std::map<std::string, std::string> metadata{{"tagscope.frameHop", "0.005"}, {"tagscope.layout", "[60]"}};
        QVERIFY_OK(writeSafetensors(path, tensors, metadata, static_cast<TensorType>(type)));
        const std::string bytes = readFile(path);
        int refused = 0;
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const Result<TensorFile> file = TensorFile::open(writeFile(path, flipped));
            if (!file) {
                ++refused;
                continue;
            }
            // The sum's own name is not covered by it.
            QCOMPARE(file->tensors().size(), tensors.size());
            for (const NamedTensor &tensor : tensors)
                QCOMPARE(file->floats(tensor.name).value(), tensor.values);
            for (const auto &[key, value] : metadata)
                QCOMPARE(file->metadata().at(key), value);
        }
        QVERIFY2(refused > static_cast<int>(bytes.size() * 8) * 8 / 10, std::to_string(refused).c_str());
    }

    // An import writes it into a file of somebody else's sum.
    void theMarkOfTheDemoIsNotSummed() {
        const QTemporaryDir directory;
        const fs::path path = directory.filePath(QStringLiteral("w")).toStdString();
        QVERIFY_OK(writeSafetensors(path, {{"a", {1}, {1}}}, {{"b", "c"}}));
        std::string bytes = readFile(path);
        const std::string mark = R"("tagscope.demo":"yes",)";
        bytes.insert(bytes.find("\"b\""), mark);
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        bytes.replace(0, sizeof length, bytesOf(length + mark.size()));
        const Result<TensorFile> file = TensorFile::open(writeFile(path, bytes));
        QVERIFY_OK(file);
        QCOMPARE(file->metadata().at("tagscope.demo"), std::string("yes"));
    }

    void refusesToWriteWhatDoesNotFit() {
        const QTemporaryDir directory;
        const fs::path path = directory.filePath(QStringLiteral("w")).toStdString();
        const auto kindOf = [&](const std::vector<NamedTensor> &tensors) {
            const Result<void> written = writeSafetensors(path, tensors, {});
            return written ? Error::Kind::Internal : written.error().kind;
        };
        QVERIFY(kindOf({{"a", {2}, {1}}}) == Error::Kind::Inconsistent);
        QVERIFY(kindOf({{"a", {-1}, {}}}) == Error::Kind::Inconsistent);
        QVERIFY(kindOf({{"a", {1}, {1}}, {"a", {1}, {1}}}) == Error::Kind::Inconsistent);
        QVERIFY(kindOf({{"__metadata__", {1}, {1}}}) == Error::Kind::Inconsistent);
        QVERIFY(kindOf({{"\xff", {1}, {1}}}) == Error::Kind::Inconsistent);
        QVERIFY(!fs::exists(path));
    }

    void unreadableFilesAreErrors() {
        const QTemporaryDir directory;
        QVERIFY_FAILS(TensorFile::open(directory.path().toStdString()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(TensorFile::open("/no/such/file"), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(TensorFile::open("/dev/zero"), Error::Kind::Unreadable, "");
    }

    void severalThreadsRead() {
        const Result<TensorFile> file = TensorFile::open(goldenFile("weights/zip_ordered.pth"));
        QVERIFY_OK(file);
        std::vector<std::jthread> threads;
        std::vector<int> wrong(4, 0);
        threads.reserve(wrong.size());
        for (int &count : wrong)
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round)
                    for (const Expected &expected : expectedTensors())
                        count += file->floats(expected.name).value() == expected.values ? 0 : 1;
            });
        threads.clear();
        QCOMPARE(wrong, std::vector<int>(4, 0));
    }

    // Values as NumPy reads them from the same file.
    void readsInceptionV4() {
        TAGSCOPE_REQUIRE_SHARED(path, "inception_v4/inception_v4_timm_fp16.safetensors");
        const Result<TensorFile> file = TensorFile::open(path);
        QVERIFY_OK(file);
        QCOMPARE(file->tensors().size(), std::size_t{747});
        QCOMPARE(file->metadata().at("format"), std::string("pt"));
        std::int64_t count = 0;
        for (const TensorInfo &tensor : file->tensors())
            count += tensor.type == TensorType::F16 ? tensor.count() : 0;
        QCOMPARE(count, std::int64_t{42742984});
        const Values bias = file->floats("last_linear.bias").value();
        QCOMPARE(bias.size(), std::size_t{1000});
        QVERIFY(bias[0] == 0.00858306884765625F && bias[1] == -0.00966644287109375F);
        QVERIFY(bias[999] == 0.0198211669921875F);
        const Values weights = file->floats("last_linear.weight").value();
        double sum = 0;
        for (const float weight : weights)
            sum += static_cast<double>(weight);
        QVERIFY2(std::abs(sum + 52544.433133900166) < 1e-6, std::to_string(sum).c_str()); // NumPy's, in double
    }
};

TAGSCOPE_PLAIN_TEST(TestTensorFile)
#include "tst_tensor_file.moc"
