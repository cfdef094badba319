// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_file.h"
#include "tests/core/network/memory_file.h"
#include "tests/core/network/weight_bytes.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <random>

using namespace tagscope;
using namespace tagscope::test;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

std::string times(std::size_t count, const std::string &text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

// A float block of key "0"; `count` is a pickled number.
std::string storage(const std::string &count = "K\x06") {
    return "(U\x07storagectorch\nFloatStorage\nU\x01"
           "0U\x03"
           "cpu" +
           count + "NtQ";
}

std::string tensor(const std::string &offset, const std::string &shape, const std::string &strides,
                   const std::string &stored = storage()) {
    return "ctorch._utils\n_rebuild_tensor\n(" + stored + offset + shape + strides + "tR";
}

// A state dict of one tensor "a", and the block of six floats.
std::string dictOf(const std::string &value) {
    return "}U\x01"
           "a" +
           value + "s.";
}

std::string blocks() {
    return "\x80\x02]U\x01"
           "0a."s +
           bytesOf(std::uint64_t{6}) + std::string(24, '\0');
}

std::string header(const std::string &shape, const std::string &offsets, const std::string &type = "F32") {
    return R"({"a":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

const std::vector<std::string> &goodFiles() {
    static const std::vector<std::string> names{"zip_ordered.pth",       "zip_plain.pth",      "zip_protocol4.pth",
                                                "zip_checkpoint.pth",    "legacy_ordered.pth", "legacy_plain.pth",
                                                "legacy_checkpoint.pth", "legacy_2017.pth",    "little_endian.pth"};
    return names;
}

// Values of whatever was opened: only that this ends is of interest.
void readAll(const TensorFile &file) {
    for (const TensorInfo &info : file.tensors())
        (void)file.floats(info.name);
}

const fs::path &write(const std::string &bytes) {
    static MemoryFile file;
    file.setContent(bytes);
    return file.path();
}

// No words: to be accepted, so that the cases beside it are refused for what is wrong with them alone.
void expectRefusal(const std::string &bytes, const QString &words) {
    const Result<TensorFile> file = TensorFile::open(write(bytes));
    if (words.isEmpty()) {
        QVERIFY_OK(file);
        return;
    }
    QVERIFY(!file);
    QVERIFY2(QString::fromStdString(file.error().what()).contains(words), file.error().what().c_str());
    QVERIFY(file.error().kind == Error::Kind::Malformed || file.error().kind == Error::Kind::Unsupported);
}

} // namespace

class TestHostileWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesFiles_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, Error::Kind kind, const char *words) {
            QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(kind) << QString::fromLatin1(words);
        };
        add("os_system.pth", Error::Kind::Unsupported, "asks for os.system; weight files may only hold tensors");
        add("whole_network.pth", Error::Kind::Unsupported, "asks for torch.nn.modules.container.Sequential;");
        add("torchscript.pt", Error::Kind::Unsupported, "TorchScript");
        add("ambiguous.pth", Error::Kind::Unsupported, "several sets of weights");
        add("big_endian.pth", Error::Kind::Unsupported, "big-endian");
        add("compressed.pth", Error::Kind::Unsupported, "compressed");
        add("no_block.pth", Error::Kind::Malformed, "lacks the numbers");
        add("short_block.pth", Error::Kind::Malformed, "lacks the numbers");
        add("twice.pth", Error::Kind::Malformed, "two members");
        add("other.zip", Error::Kind::Malformed, "not one written by torch.save()");
    }

    void refusesFiles() {
        QFETCH(const QString, name);
        QFETCH(const int, kind);
        QFETCH(const QString, words);
        const fs::path path = goldenFile("weights/" + name.toStdString());
        const Result<TensorFile> file = TensorFile::open(path);
        QVERIFY(!file);
        const QString what = QString::fromStdString(file.error().what());
        QVERIFY2(static_cast<int>(file.error().kind) == kind, file.error().what().c_str());
        QVERIFY2(what.contains(words), file.error().what().c_str());
        QVERIFY2(what.startsWith(QString::fromStdString(path.string())), file.error().what().c_str());
    }

    void refusesPickles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const std::string &bytes, const char *words) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(words);
        };
        add("posix.system", legacy("cposix\nsystem\nU\x04true\x85R."), "asks for posix.system;");
        add("builtins.eval",
            legacy("c__builtin__\neval\nU\x01"
                   "1\x85R."),
            "asks for __builtin__.eval;");
        add("by STACK_GLOBAL",
            legacy("\x8c\x08"
                   "builtins\x8c\x04"
                   "eval\x93."),
            "asks for builtins.eval;");
        add("before the magic number",
            "\x80\x02"
            "cos\nsystem\nU\x04true\x85R."s,
            "asks for os.system;");
        add("in an attribute", legacy("}}U\x01xcos\nsystem\nsb."), "asks for os.system;");
        add("in the list of blocks",
            legacy(dictOf(tensor("K\x00"s, "K\x06\x85", "K\x01\x85")), "\x80\x02"
                                                                       "cos\nsystem\n."),
            "asks for os.system;");
        add("dotted names", legacy("ctorch\n_utils.os.system\n."), "asks for torch._utils.os.system;");
        add("a name with odd bytes", legacy("cos\x1b[2J\xff\nsystem\n."), "asks for os?[2J?.system;");
        add("INST", legacy("(U\x04truei__main__\nx\n."), "operation 0x69");
        add("EXT1", legacy("\x82\x01."), "operation 0x82");
        add("call of a text", legacy("U\x04true)R."), "a call of what cannot be called");
        add("call of a storage type", legacy("ctorch\nFloatStorage\nK\x09\x85R."), "a call of what cannot be called");
        add("an unknown type", legacy("ctorch\nComplexFloatStorage\n."), "torch.ComplexFloatStorage, a type");
        add("not a dict", legacy("K\x01."), "something other than a dict of tensors");
        add("not a tensor", legacy(dictOf("K\x01")), "which is not a tensor");
        add("a size as a tensor", legacy(dictOf("ctorch\nSize\n)\x85R")), "which is not a tensor");
        add("a type as a tensor", legacy(dictOf("ctorch\nSize\n")), "which is not a tensor");
        add("parameter of parameters",
            legacy(dictOf(times(9, "ctorch.nn.parameter\nParameter\n") + tensor("K\x00"s, "K\x06\x85", "K\x01\x85") +
                          times(9, "\x85R"))),
            "which is not a tensor");
        add("two names",
            legacy("}U\x01"
                   "a" +
                   tensor("K\x00"s, "K\x06\x85", "K\x01\x85") +
                   "sU\x01"
                   "a" +
                   tensor("K\x00"s, "K\x06\x85", "K\x01\x85") + "s."),
            "two tensors named \"a\"");
        add("a name that is a number", legacy("}K\x01K\x01s."), "name is not a text");
        add("nesting, brackets", legacy(times(1000000, "(")), "nested values");
        add("nesting, lists", legacy(times(1000000, "]") + times(999999, "a") + "."), "something other than a dict");
        add("nesting, dicts", legacy("}q\x01" + times(100, "U\x05modelh\x01s") + "."), "several sets of weights");
        add("a dict within itself", legacy("}q\x01U\x05modelh\x01s."), "checkpoints within checkpoints");
        add("a list within itself",
            legacy("]q\x01h\x01"
                   "a."),
            "something other than a dict");
        add("a dict as its own key", legacy("}q\x01h\x01K\x01s."), "name is not a text");
        add("values", legacy(times(3000000, ")")), "too many values at once");
        add("values, in a list", legacy("]" + times(30, "(" + times(100000, ")") + "e")), "more values than any");
        add("memo", legacy("}r\xff\xff\xff\xff."), "a memo of 4294967295 values");
        add("memo, not there", legacy("h\x07."), "never named");
        add("text",
            legacy("X\xff\xff\xff\x7f"
                   "a."),
            "a text of 2147483647 bytes");
        add("text, 8 bytes",
            legacy("\x8d\xff\xff\xff\xff\xff\xff\xff\xff"
                   "a."),
            "a text of 18446744073709551615");
        add("copies of copies",
            legacy("](" + times(2000, "K\x01K\x02\x86") + "eq\x01" +
                   times(3000, "ccollections\nOrderedDict\nh\x01\x85R")),
            "copies of copies");
        add("arguments", legacy("ctorch\nSize\n(" + times(100, "K\x01") + "tR."), "a call of what cannot be called");
        add("below a bracket", legacy("}K\x01(s."), "a value is missing");
        add("nothing", legacy("."), "a value is missing");
        add("no bracket", legacy("}u."), "never opened");
        add("half a pair", legacy("}(K\x01u."), "no place for them");
        add("a list's item in a dict",
            legacy("}K\x01"
                   "a."),
            "no place for them");
        add("protocol 9", "\x80\x09."s, "pickle protocol 9");
        add("another pickle", "\x80\x02}."s, "not one written by torch.save()");
        add("a module as a block", legacy("(U\x06moduleK\x01K\x02K\x03K\x04tQ."), "without a description");
        add("a block that is a number", legacy("K\x01Q."), "without a description");
        add("a negative block", legacy(dictOf(storage("J\xff\xff\xff\xff"))), "impossible size");
        add("a huge block", legacy(dictOf(storage("\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f"))), "impossible size");
        add("a block in two ways", legacy("]" + storage("K\x01") + "a" + storage("K\x02") + "a."), "in two ways");
        add("no tensor's block", legacy(dictOf(tensor("K\x00"s, ")", ")", "K\x01"))), "a tensor without numbers");
        add("a long integer as a shape",
            legacy(dictOf(tensor("K\x00"s,
                                 "\x8a\x09"
                                 "123456789\x85",
                                 "K\x01\x85"))),
            "whole number");
        add("missing blocks", legacy(dictOf(tensor("K\x00"s, "K\x06\x85", "K\x01\x85")), "\x80\x02]."),
            "lacks the numbers");
        add("foreign blocks",
            legacy(dictOf(tensor("K\x00"s, "K\x06\x85", "K\x01\x85")), "\x80\x02]U\x01"
                                                                       "9a."),
            "a block that is not its own");
        add("other counts",
            legacy(dictOf(tensor("K\x00"s, "K\x06\x85", "K\x01\x85")), "\x80\x02]U\x01"
                                                                       "0a." +
                                                                           bytesOf(std::uint64_t{1} << 60U)),
            "other sizes than it lists");
        add("tar", std::string(257, '\0') + "ustar" + std::string(300, '\0'), "is a tar archive");
        add("text file", "these are no weights", "neither a .safetensors file nor");
        add("empty", "", "is empty");
    }

    void refusesPickles() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        expectRefusal(bytes.toStdString(), words);
    }

    void refusesLayouts_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const std::string &value, const char *words) {
            QTest::newRow(name) << QByteArray::fromStdString(value) << QString::fromLatin1(words);
        };
        const std::string large = "\x8a\x06\x00\x00\x00\x00\x00\x40"s; // 2^46
        const std::string minusOne = "J\xff\xff\xff\xff";
        add("", tensor("K\x00"s, "K\x06\x85", "K\x01\x85"), "");
        add("one too many", tensor("K\x00"s, "K\x07\x85", "K\x01\x85"), "more numbers than are stored");
        add("offset", tensor("K\x01", "K\x06\x85", "K\x01\x85"), "more numbers than are stored");
        add("offset beyond", tensor("K\x07", "K\x00\x85"s, "K\x01\x85"), "outside its stored numbers");
        add("negative offset", tensor(minusOne, "K\x01\x85", "K\x01\x85"), "outside its stored numbers");
        add("stride", tensor("K\x00"s, "K\x02\x85", "K\x06\x85"), "more numbers than are stored");
        add("negative stride", tensor("K\x05", "K\x02\x85", minusOne + "\x85"), "impossible strides");
        add("reach overflows", tensor("K\x00"s, large + "\x85", large + "\x85"), "impossible strides");
        add("negative shape", tensor("K\x00"s, minusOne + "\x85", "K\x01\x85"), "impossible shape");
        add("product overflows", tensor("K\x00"s, large + large + large + "\x87", "K\x00K\x00K\x00\x87"s),
            "impossible shape");
        add("hidden by zero", tensor("K\x00"s, large + large + "K\x00\x87"s, "K\x01K\x01K\x01\x87"),
            "impossible shape");
        add("repetitions", tensor("K\x00"s, "J\x00\x00\x00\x10\x85"s, "K\x00\x85"s), "too many repetitions");
        add("dimensions", tensor("K\x00"s, "(" + times(17, "K\x01") + "t", "(" + times(17, "K\x01") + "t"),
            "17 dimensions");
        add("strides missing", tensor("K\x00"s, "K\x01\x85", ")"), "do not belong together");
        add("no shape", tensor("K\x00"s, "K\x01", "K\x01\x85"), "where a shape belongs");
        const std::string part = "(U\x07storagectorch\nFloatStorage\nU\x01"
                                 "0U\x03"
                                 "cpuK\x06U\x01"
                                 "7";
        add("a part outside", tensor("K\x00"s, "K\x01\x85", "K\x01\x85", part + "K\x04K\x03\x87tQ"), "outside it");
        add("more than a part", tensor("K\x00"s, "K\x03\x85", "K\x01\x85", part + "K\x04K\x02\x87tQ"),
            "than are stored");
        add("a part of what", tensor("K\x00"s, "K\x01\x85", "K\x01\x85", part + "tQ"), "damaged description");
    }

    void refusesLayouts() {
        QFETCH(const QByteArray, value);
        QFETCH(const QString, words);
        expectRefusal(legacy(dictOf(value.toStdString()), blocks()), words);
    }

    void refusesSafetensors_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const std::string &text, std::size_t size, const char *words) {
            QTest::newRow(name) << QByteArray::fromStdString(safetensors(text, std::string(size, '\0')))
                                << QString::fromLatin1(words);
        };
        add("", header("[2]", "[0,8]"), 8, "");
        add("data cut short", header("[2]", "[0,8]"), 7, "lies outside it");
        add("data left over", header("[2]", "[0,8]"), 9, "more data than");
        add("a gap", header("[1]", "[4,8]"), 8, "a gap before");
        add("offsets reversed", header("[1]", "[8,4]"), 8, "lies outside it");
        add("offsets and shape", header("[3]", "[0,8]"), 8, "does not fit its shape");
        add("offsets beyond 64 bits", header("[1]", "[0,36893488147419103232]"), 8, "damaged header");
        add("offsets of 2^63", header("[1]", "[0,9223372036854775808]"), 8, "damaged header");
        add("negative offsets", header("[1]", "[-4,0]"), 8, "damaged header");
        add("three offsets", header("[1]", "[0,4,8]"), 8, "damaged header");
        add("a shape that overflows", header("[4294967296,4294967296,4294967296]", "[0,8]"), 8, "impossible shape");
        add("a shape that wraps to fit", header("[2305843009213693952,8]", "[0,0]"), 0, "impossible shape");
        add("a shape without end", header("[" + times(100, "1,") + "1]", "[0,4]"), 4, "damaged header");
        add("a shape of halves", header("[0.5]", "[0,8]"), 8, "damaged header");
        add("another type", header("[8]", "[0,8]", "F8_E5M2"), 8, "F8_E5M2, a type that this program does not read");
        add("no type", header("[8]", "[0,8]", ""), 8, "damaged header");
        add("an overlap",
            R"({"a":{"dtype":"U8","shape":[6],"data_offsets":[0,6]},"b":{"dtype":"U8","shape":[6],"data_offsets":[2,8]}})",
            8, "an overlap or a gap");
        add("two names",
            R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})",
            8, "two tensors named \"a\"");
        add("a key twice", R"({"a":{"dtype":"U8","dtype":"U8","shape":[8],"data_offsets":[0,8]}})", 8,
            "damaged header");
        add("an unknown key", R"({"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8],"code":"x"}})", 8,
            "damaged header");
        add("a key missing", R"({"a":{"dtype":"U8","data_offsets":[0,8]}})", 8, "damaged header");
        add("metadata of numbers", R"({"__metadata__":{"a":1}})", 0, "damaged header");
        add("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0, "damaged header");
        add("metadata nested", R"({"__metadata__":{"a":{}}})", 0, "damaged header");
        add("cut JSON", R"({"a":{)", 0, "damaged header");
        add("two values", "{}{}", 0, "damaged header");
        add("bytes that are no UTF-8", "{\"\xff\":{}}", 0, "damaged header");
        add("nesting", times(1000000, R"({"a":)"), 0, "damaged header");
        add("nested arrays", R"({"a":{"shape":)" + times(1000000, "["), 0, "damaged header");
        QTest::newRow("header's length") << QByteArray::fromStdString(bytesOf(~std::uint64_t{0}) + "{}")
                                         << QStringLiteral("18446744073709551615 bytes");
        QTest::newRow("header beyond the file")
            << QByteArray::fromStdString(bytesOf(std::uint64_t{3}) + "{}") << QStringLiteral("3 bytes");
    }

    void refusesSafetensors() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        expectRefusal(bytes.toStdString(), words);
    }

    void everyBeginningIsAnError() {
        for (const std::string &name : goodFiles()) {
            const std::string good = readFile(goldenFile("weights/" + name));
            QVERIFY(good.size() > 100);
            for (std::size_t length = 0; length < good.size(); ++length) {
                const Result<TensorFile> file = TensorFile::open(write(good.substr(0, length)));
                QVERIFY2(!file, (name + " cut to " + std::to_string(length)).c_str());
            }
            QVERIFY(TensorFile::open(write(good)));
        }
    }

    void changedBytesDoNoHarm() {
        constexpr int kRounds = 2000;
        std::mt19937 random(20170919);
        int opened = 0;
        for (const std::string &name : goodFiles()) {
            const std::string good = readFile(goldenFile("weights/" + name));
            for (int round = 0; round < kRounds; ++round) {
                std::string changed = good;
                for (unsigned change = 0; change <= random() % 3; ++change)
                    changed[random() % changed.size()] = static_cast<char>(random() % 256);
                const Result<TensorFile> file = TensorFile::open(write(changed));
                if (file) {
                    ++opened;
                    readAll(*file);
                } else {
                    QVERIFY(!file.error().what().empty() && file.error().kind != Error::Kind::Internal);
                }
            }
        }
        QVERIFY(opened > 0); // changed numbers are still numbers
    }

    // A block read as a whole is checked against the archive's checksum.
    void changedNumbersInAZipAreNoticed() {
        std::string bytes = readFile(goldenFile("weights/little_endian.pth"));
        const std::size_t place = bytes.find(bytesOf(std::vector<float>{0, 1, 2}));
        QVERIFY(place != std::string::npos);
        bytes[place] = 1;
        const Result<TensorFile> file = TensorFile::open(write(bytes));
        QVERIFY_OK(file);
        const Result<std::vector<float>> values = file->floats("a");
        QVERIFY_FAILS(values, Error::Kind::Malformed, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestHostileWeights)
#include "tst_hostile_weights.moc"
