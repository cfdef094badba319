// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_registry.h"
#include "core/base/file_hash.h"
#include "core/base/paths.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace tagscope;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kText = "fire 1 2 3\nengine 3 2 1\n";

void write(const fs::path &file, std::string_view content) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A models' directory that does not exist yet, beside files to import.
class Place {
public:
    [[nodiscard]] fs::path models() const { return root_ / "models"; }
    [[nodiscard]] fs::path file(std::string_view name, std::string_view content) const {
        write(root_ / name, content);
        return root_ / name;
    }
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> names;
        if (fs::exists(models()))
            for (const fs::directory_entry &entry : fs::directory_iterator(models()))
                names.insert(entry.path().filename().string());
        return names;
    }

private:
    QTemporaryDir directory_;
    fs::path root_ = directory_.path().toStdString();
};

const ModelEntry &entryOf(const std::vector<ModelEntry> &entries, ModelKind kind) {
    return *std::find_if(entries.begin(), entries.end(), [kind](const ModelEntry &e) { return e.kind == kind; });
}

} // namespace

class TestModelRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theManifestTellsWhereToGetThings() {
        const Result<ModelManifest> manifest = readModelManifest();
        QVERIFY2(manifest, manifest ? "" : manifest.error().cause.c_str());
        QVERIFY(manifest->files.size() >= 6);
        for (const PublishedFile &file : manifest->files) {
            QVERIFY(!file.name.empty() && !file.file.empty() && !file.licence.empty());
            QVERIFY(file.url.starts_with("https://") && file.page.starts_with("https://"));
            for (const std::string &mirror : file.mirrors)
                QVERIFY(mirror.starts_with("https://") && !file.downloadSha256().empty());
            QVERIFY(file.sha256.empty() || file.sha256.size() == 8 || file.sha256.size() == 64);
            QVERIFY(file.archive.empty() ? file.archiveSha256.empty() : file.archiveSha256.size() == 64);
            // Publishers put the digest's beginning into the name.
            if (file.format == "PyTorch state dict")
                QVERIFY(file.file.find(file.sha256.substr(0, 8)) != std::string::npos);
        }
    }

    void withoutADirectoryNothingIsRegistered() {
        const Place place;
        const Result<std::vector<ModelEntry>> entries = listModels(place.models());
        QVERIFY_OK(entries);
        QCOMPARE(entries->size(), std::size_t{4});
        for (const ModelEntry &entry : *entries) {
            QVERIFY(!entry.registered);
            QVERIFY(!entry.advice.empty());
        }
        QVERIFY(entryOf(*entries, ModelKind::Crnn).published.front().file.starts_with("Cnn14_DecisionLevelMax"));
        QCOMPARE(entryOf(*entries, ModelKind::AlexNet).published.front().file, std::string("alexnet-owt-7be5be79.pth"));
        QVERIFY(checkModels(place.models())->empty());
        QVERIFY(!fs::exists(place.models()));
    }

    void importsGloveText() {
        const Place place;
        std::vector<double> fractions;
        const Result<RegisteredModel> model =
            importModel(ModelKind::WordVectors, place.file("glove.txt", kText), place.models(),
                        [&](double fraction, std::string_view) { fractions.push_back(fraction); });
        QVERIFY_OK(model);
        QCOMPARE(model->originalName, std::string("glove.txt"));
        QVERIFY(model->metadata.at("origin").find(sha256Of(kText)) != std::string::npos);
        QCOMPARE(model->metadata.at("words"), std::string("2"));
        QCOMPARE(model->metadata.at("dimensions"), std::string("3"));
        QVERIFY(!model->metadata.contains("published"));
        QVERIFY(!model->isUntrained());
        QCOMPARE(model->imported.size(), std::string("2026-01-15T10:00:00Z").size());
        const fs::path file = fileOf(*model, place.models());
        QCOMPARE(model->sha256, sha256OfFile(file).value());
        QCOMPARE(model->size, static_cast<std::uint64_t>(fs::file_size(file)));
        QVERIFY(WordVectors::open(file)->vector("fire") == std::vector<float>({1, 2, 3}));
        QVERIFY(place.names() == std::set<std::string>({"registry.json", model->file}));
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()) && fractions.back() == 1.0);

        QVERIFY(readModelRegistry(place.models()).value() == std::vector{*model});
        const std::vector<ModelEntry> entries = listModels(place.models()).value();
        QVERIFY(entryOf(entries, ModelKind::WordVectors).registered == *model);
        const std::vector<ModelCheck> checks = checkModels(place.models()).value();
        QCOMPARE(checks.size(), std::size_t{1});
        QVERIFY(!checks.front().problem);
    }

    void importsACompactFileAndReplacesTheOldOne() {
        const Place place;
        const auto first = importModel(ModelKind::WordVectors, place.file("one.txt", kText), place.models()).value();
        const fs::path compact = place.file("two.vectors", contentOf(fileOf(first, place.models())));
        const auto same = importModel(ModelKind::WordVectors, compact, place.models()).value();
        QCOMPARE(same.file, first.file);
        QCOMPARE(same.originalName, std::string("two.vectors"));
        QCOMPARE(same.metadata.at("origin"), first.metadata.at("origin"));
        const auto other =
            importModel(ModelKind::WordVectors, place.file("three.txt", "a 1 2\nb 3 4\n"), place.models()).value();
        QVERIFY(other.file != first.file);
        QVERIFY(place.names() == std::set<std::string>({"registry.json", other.file}));
        QVERIFY(readModelRegistry(place.models()).value() == std::vector{other});
    }

    void aFailedImportChangesNothing() {
        const Place place;
        const auto model = importModel(ModelKind::WordVectors, place.file("one.txt", kText), place.models()).value();
        const std::set<std::string> names = place.names();
        const fs::path damaged = place.file("bad.txt", "a 1 2\nb 1 2\nc 1\n");
        QVERIFY_FAILS(importModel(ModelKind::WordVectors, damaged, place.models()), Error::Kind::Malformed, "");
        std::string compact = contentOf(fileOf(model, place.models()));
        compact.pop_back();
        const Error error =
            importModel(ModelKind::WordVectors, place.file("cut.vectors", compact), place.models()).error();
        QVERIFY2(error.what().find("damaged") != std::string::npos, error.what().c_str());
        for (const ModelKind kind : {ModelKind::Crnn, ModelKind::AlexNet, ModelKind::InceptionV4}) {
            QVERIFY(!importModel(kind, damaged, place.models()));
            QVERIFY(!importModel(kind, "/no/such/file", place.models()));
        }
        std::stop_source source;
        source.request_stop();
        const auto stopped =
            importModel(ModelKind::WordVectors, place.file("s.txt", kText), place.models(), {}, source.get_token());
        QVERIFY(stopped.error().isCancelled());
        QVERIFY(checkModels(place.models(), {}, source.get_token()).error().isCancelled());
        QVERIFY(place.names() == names);
        QVERIFY(readModelRegistry(place.models()).value() == std::vector{model});
        QVERIFY(!importModel(ModelKind::WordVectors, place.file("one.txt", kText), "/dev/null/models"));
    }

    void checksFindWhatHappenedToAFile() {
        const Place place;
        const auto model = importModel(ModelKind::WordVectors, place.file("one.txt", kText), place.models()).value();
        const fs::path file = fileOf(model, place.models());
        std::string content = contentOf(file);
        content[70] = static_cast<char>(content[70] ^ 1); // in the vectors, where only the digest can tell
        write(file, content);
        const Error changed = checkModels(place.models())->front().problem.value();
        QVERIFY(changed.kind == Error::Kind::Inconsistent);
        QVERIFY(changed.what().find(model.sha256) != std::string::npos);
        fs::remove(file);
        const Error missing = checkModels(place.models())->front().problem.value();
        QVERIFY(missing.kind == Error::Kind::Unreadable);
        QVERIFY(missing.what().find("one.txt") != std::string::npos);
    }

    void damagedRegistriesAreErrors() {
        const Place place;
        const auto model = importModel(ModelKind::WordVectors, place.file("one.txt", kText), place.models()).value();
        const fs::path registry = place.models() / "registry.json";
        const std::string good = contentOf(registry);
        const auto kindOfError = [&](const std::string &content) {
            write(registry, content);
            const auto read = readModelRegistry(place.models());
            return read ? Error::Kind::Cancelled : read.error().kind;
        };
        const auto with = [&](std::string_view part, std::string_view instead) {
            std::string changed = good;
            changed.replace(changed.find(part), part.size(), instead);
            return changed;
        };
        for (const std::string &content :
             {std::string(), std::string("{"), std::string("[]"), std::string("{}"), good.substr(0, good.size() / 2),
              with("tagscope-models", "x"), with("\"models\"", "\"nodels\""), with("\"glove\"", "\"other\""),
              with(model.file, "../" + model.file), with(model.file, ".."), with(model.file, "registry.json"),
              with("\"size\": ", "\"size\": \"x\", \"y\": "), std::string(std::size_t{2} << 20U, ' ')})
            QVERIFY2(kindOfError(content) == Error::Kind::Malformed, content.substr(0, 200).c_str());
        QVERIFY(kindOfError(with("\"version\": 1", "\"version\": 2")) == Error::Kind::Unsupported);
        // Nothing is overwritten that is not understood.
        QVERIFY(!importModel(ModelKind::WordVectors, place.file("two.txt", kText), place.models()));
        QVERIFY(kindOfError(good) == Error::Kind::Cancelled);
    }

    void seededNetworksSayThatTheyAreUntrained() {
        const Place place;
        const fs::path alexNet = place.models().parent_path() / "a.safetensors";
        QVERIFY_OK(createSeeded(ModelKind::AlexNet, alexNet, 7));
        const auto registered = importModel(ModelKind::AlexNet, alexNet, place.models());
        QVERIFY_OK(registered);
        QCOMPARE(registered->metadata.at(std::string(kUntrainedKey)), std::string("random weights, seed 7"));
        const std::string hash = sha256OfFile(alexNet).value();
        QVERIFY_OK(createSeeded(ModelKind::AlexNet, alexNet, 7));
        QCOMPARE(sha256OfFile(alexNet).value(), hash);

        const fs::path crnn = place.models().parent_path() / "c.safetensors";
        QVERIFY(createSeeded(ModelKind::Crnn, crnn, 7, {"Train", "Bus"}));
        const auto registeredCrnn = importModel(ModelKind::Crnn, crnn, place.models());
        QVERIFY(registeredCrnn && registeredCrnn->isUntrained());
        QVERIFY(registeredCrnn->metadata.at("origin").find("seed 7") != std::string::npos);
        const std::vector<ModelCheck> checks = checkModels(place.models()).value();
        QCOMPARE(checks.size(), std::size_t{2});
        QVERIFY(!checks[0].problem && !checks[1].problem);
        QVERIFY(readModelRegistry(place.models())->front().kind == ModelKind::Crnn);
    }

    // By a mark in the file, whoever copies it; the networks and vectors themselves stay what they were.
    void demoModelsStayDemo() {
        const Place place;
        const fs::path root = place.models().parent_path();
        const std::string line = "made for a test: of no use elsewhere";
        const std::map<std::string, std::string> remarks{{std::string(kDemoKey), line}};
        const fs::path alexNet = root / "a.safetensors";
        const fs::path crnn = root / "c.safetensors";
        QVERIFY_OK(createSeeded(ModelKind::AlexNet, alexNet, 7, {}, 0.125));
        QVERIFY_OK(createSeeded(ModelKind::Crnn, crnn, 7, {"Train", "Bus"}));
        const fs::path vectors = place.file("one.txt", kText);
        const std::string origin = importModel(ModelKind::WordVectors, vectors, root / "plain")->metadata.at("origin");
        for (const auto &[kind, file] : {std::pair(ModelKind::AlexNet, alexNet), std::pair(ModelKind::Crnn, crnn),
                                         std::pair(ModelKind::WordVectors, vectors)}) {
            QVERIFY(!importModel(kind, file, root / "plain")->isDemo());
            const auto marked = importModel(kind, file, place.models(), {}, {}, remarks);
            QVERIFY_OK(marked);
            const fs::path copy = root / ("copy" + fileOf(*marked, place.models()).extension().string());
            fs::copy_file(fileOf(*marked, place.models()), copy, fs::copy_options::overwrite_existing);
            const auto again = importModel(kind, copy, root / "others");
            QVERIFY_OK(again);
            QCOMPARE(again->metadata.at(std::string(kDemoKey)), line);
            QCOMPARE(again->sha256, marked->sha256); // a mark that is there is not added twice
            QCOMPARE(importModel(kind, copy, root / "others", {}, {}, remarks)->sha256, marked->sha256);
            if (kind == ModelKind::WordVectors) {
                QCOMPARE(again->metadata.at("origin"), origin);
                QVERIFY(WordVectors::open(copy)->vector("engine") == std::vector<float>({3, 2, 1}));
            }
        }
    }

    void theDemosOwnModelsAreMarked() {
        const Place place;
        const fs::path shipped = shippedModelFile("demo").value();
        const std::vector<RegisteredModel> models = readModelRegistry(shipped).value();
        QCOMPARE(models.size(), kModelKinds.size());
        for (const RegisteredModel &model : models) {
            const auto imported = importModel(model.kind, fileOf(model, shipped), place.models());
            QVERIFY_OK(imported);
            QVERIFY2(imported->isDemo(), model.file.c_str());
            QCOMPARE(imported->sha256, model.sha256);
        }
    }

    void onlyTwoNetworksCanBeSeeded() {
        const Place place;
        const fs::path file = place.models().parent_path() / "x";
        using Kind = Error::Kind;
        QVERIFY_FAILS(createSeeded(ModelKind::InceptionV4, file, 1), Kind::Unsupported, "");
        QVERIFY_FAILS(createSeeded(ModelKind::WordVectors, file, 1), Kind::Unsupported, "");
        QVERIFY_FAILS(createSeeded(ModelKind::Crnn, file, 1), Kind::Inconsistent, "");
        QVERIFY(!fs::exists(file));
    }
};

TAGSCOPE_PLAIN_TEST(TestModelRegistry)
#include "tst_model_registry.moc"
