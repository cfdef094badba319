// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of this folder, tried on small trees that break each rule once: a check that cannot fail holds nothing.

#include "tests/style/class_limits.h"
#include "tests/style/file_lengths.h"
#include "tests/style/include_rules.h"
#include "tests/style/local_names.h"
#include "tests/style/text_rules.h"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>

using namespace tagscope::style;
namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>; // path -> text

// Writes a tree into an empty directory of its own and removes it at the end.
class TreeOnDisk {
public:
    explicit TreeOnDisk(const Tree &tree) {
        std::string name = (fs::temp_directory_path() / "tagscope-style-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw fs::filesystem_error("no temporary directory", name, std::error_code(errno, std::generic_category()));
        root_ = name;
        for (const auto &[path, text] : tree) {
            fs::create_directories((root_ / path).parent_path());
            std::ofstream(root_ / path) << text;
        }
    }
    ~TreeOnDisk() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    TreeOnDisk(const TreeOnDisk &) = delete;
    TreeOnDisk &operator=(const TreeOnDisk &) = delete;

    [[nodiscard]] const fs::path &root() const { return root_; }

private:
    fs::path root_;
};

std::set<std::string> placesOf(const Findings &findings) {
    std::set<std::string> places;
    for (const Violation &violation : findings.violations)
        places.insert(violation.file.string() + ":" + std::to_string(violation.line));
    return places;
}

int failures = 0;

void expectEqual(const std::string &what, const std::set<std::string> &found, const std::set<std::string> &expected) {
    for (const std::string &place : expected) {
        if (!found.contains(place)) {
            std::cout << what << ": " << place << " was not found\n";
            ++failures;
        }
    }
    for (const std::string &place : found) {
        if (!expected.contains(place)) {
            std::cout << what << ": " << place << " was found and should not be\n";
            ++failures;
        }
    }
}

// Each line that breaks a rule ends in "// bad"; the check has to find those and no others.
std::set<std::string> markedLines(const Tree &tree) {
    std::set<std::string> places;
    for (const auto &[path, text] : tree) {
        int line = 1;
        for (std::size_t start = 0; start < text.size(); ++line) {
            const std::size_t end = text.find('\n', start);
            if (text.substr(start, end - start).ends_with("// bad"))
                places.insert(path + ":" + std::to_string(line));
            start = end + 1;
        }
    }
    return places;
}

Tree treeWithViolations() {
    return {
        {"core/base/result.h", "#pragma once\n#include <string>\n#include \"core/jobs/inbox.h\" // bad\n"},
        {"core/jobs/inbox.h", "#include <QObject> // bad\n#include <QtCore/QString> // bad\n#include <queue>\n"},
        {"core/media/reader.cpp", "#include <libavformat/avformat.h>\n#include \"core/audio/mel.h\" // bad\n"},
        {"core/media/reader.h",
         "#include <libavformat/avformat.h> // bad\n  #  include <libswscale/swscale.h> // bad\n"},
        {"core/audio/mel.h", "#include \"ui/plot/plot.h\" // bad\n#include \"core/base/result.h\"\n"},
        {"core/audio/mel.cpp", "#include \"mel.h\"\n#include \"../network/crnn.h\" // bad\n"},
        {"core/network/crnn.h", "#include <torch/torch.h> // bad\n"},
        {"core/network/crnn.cpp", "#include <torch/torch.h>\n#include <ATen/Parallel.h>\n"},
        {"core/vision/ds3.cpp", "#include <opencv2/core.hpp>\n#include \"core/network/crnn.h\"\n"
                                "#include \"core/words/mapping.h\" // bad\n#include <c10/core/Device.h> // bad\n"},
        {"core/vision/ds3.h", "#include <opencv2/core.hpp> // bad\n#include <Eigen/Core>\n"},
        {"core/words/mapping.h", "#include \"core/fusion/metrics.h\" // bad\n// #include <QObject>\n"},
        {"core/fusion/metrics.h", "#include \"core/formats/table.h\" // bad\n"},
        {"core/formats/table.h", "#include \"core/fusion/metrics.h\"\n#include \"core/analysis/analyzer.h\" // bad\n"},
        {"core/analysis/analyzer.h", "#include \"core/vision/ds3.h\"\n#include \"core/words/mapping.h\"\n"
                                     "#include \"app/main.h\" // bad\n"},
        {"core/training/loop.cpp", "#include <torch/optim.h>\n#include \"core/audio/mel.h\"\n"},
        {"core/unheard/of.h", "#include \"core/base/result.h\" // bad\n"},
        {"ui/clips/view.cpp", "#include <QWidget>\n#include <qcustomplot.h> // bad\n#include <QChartView> // bad\n"
                              "#include <QtCharts/QLineSeries> // bad\n#include \"core/analysis/analyzer.h\"\n"
                              "#include <torch/torch.h> // bad\n#include \"app/main.h\" // bad\n"},
        {"ui/plot/plot.h", "#include <qcustomplot.h>\n#include <QLineSeries>\n#include \"ui/base/text.h\"\n"},
        {"ui/base/text.h", "#include <QString>\n#include \"ui/document/view_state.h\" // bad\n"},
        {"ui/document/view_state.h", "#include \"ui/base/text.h\"\n#include \"ui/window/window.h\" // bad\n"},
        {"ui/why/panel.cpp", "#include \"ui/tracks/track.h\"\n#include \"ui/audit/panel.h\" // bad\n"},
        {"ui/window/window.h", "#include \"ui/audit/panel.h\"\n#include \"ui/fusion/panel.h\"\n"},
        {"core/base/foreign_json.h", "return Json::parse(text, nullptr, false);\n"},
        {"core/base/settings.cpp", "const auto a = nlohmann::json::parse(text); // bad\nreturn foreignJson(text);\n"},
        {"ui/base/number_box.h", "#include <QDoubleSpinBox>\n"},
        {"ui/why/form.cpp", "#include <QDoubleSpinBox> // bad\n#include <QSpinBox>\n"},
        {"ui/base/job.h", "#include \"core/jobs/inbox.h\"\n#include \"core/jobs/worker_pool.h\"\n"},
        {"ui/tracks/track.h", "#include \"core/jobs/inbox.h\" // bad\n#include \"core/jobs/worker_pool.h\" // bad\n"},
        {"ui/unheard/of.h", "#include \"ui/base/text.h\" // bad\n"},
        {"app/main.h", "#include \"ui/plot/plot.h\"\n#include <QApplication>\n#include \"tests/x.h\" // bad\n"},
        {"tests/core/network/tst_crnn.cpp", "#include <torch/torch.h>\n#include \"core/network/crnn.h\"\n"},
        {"tests/core/audio/tst_mel.cpp", "#include <torch/torch.h> // bad\n#include <QTest>\n"},
    };
}

void testIncludeRules() {
    const Tree tree = treeWithViolations();
    const TreeOnDisk disk(tree);
    const Findings findings = checkIncludes(disk.root());
    expectEqual("includes", placesOf(findings), markedLines(tree));
    if (findings.filesRead != tree.size()) {
        std::cout << "includes: " << findings.filesRead << " files read of " << tree.size() << '\n';
        ++failures;
    }
}

void testFileLengths() {
    std::string lines;
    for (std::size_t i = 0; i < kLongestFile; ++i)
        lines += "\n";
    const TreeOnDisk disk({{"core/base/just_fits.cpp", lines}, {"tests/too_long.cpp", lines + "int x;\n"}});
    expectEqual("lengths", placesOf(checkFileLengths(disk.root())), {"tests/too_long.cpp:0"});
}

void testNames() {
    const std::string local =
        "namespace {\n\nconstexpr int kMost = 3;{}\nstruct Row {{}\n};\nint countOf(int row) {{}\n";
    const auto file = [&local](const char *end) {
        std::string text = local;
        for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}", at))
            text.replace(at, 2, end);
        return text + "    return row;\n}\n\n} // namespace\n";
    };
    const Tree tree{
        {"core/base/a.cpp", file("")},
        {"core/base/b.cpp", file(" // bad")},
        {"core/base/free.cpp", "constexpr int kMost = 3;\nint countOf(int row) {\n"},
        {"core/jobs/c.cpp", file("")},
        {"tests/bench/a.cpp", file("")},
        {"tests/bench/b.cpp", file("") + "int main() {\n"},
        {"ui/base/overload.cpp", "namespace {\nQString countOf(const QString &row) {\n} // namespace\n"},
        {"ui/base/overload2.cpp", "namespace {\nQString countOf(int row) { // bad\n} // namespace\n"},
    };
    const TreeOnDisk disk(tree);
    expectEqual("names", placesOf(checkLocalNames(disk.root())), markedLines(tree));

    const Tree types{
        {"core/base/a.h", "namespace tagscope {\nstruct Row {\n};\nclass Later;\n}\n"},
        {"core/base/b.h", "namespace tagscope {\nstruct Row { // bad\n};\nclass Later {};\n}\n"},
        {"ui/base/c.h", "namespace tagscope::ui {\nclass Row final : public QObject {\n};\n}\n"},
    };
    const TreeOnDisk typesOnDisk(types);
    expectEqual("types", placesOf(checkTypeNames(typesOnDisk.root())), markedLines(types));
}

void expect(const std::string &what, bool isTrue) {
    if (isTrue)
        return;
    std::cout << what << '\n';
    ++failures;
}

void testClassSizes() {
    const std::string text = "#pragma once\n"
                             "#define X(a) \\\n    class a { void f(); };\n"
                             "class Forward;\n"
                             "enum class Kind { A, B };\n"
                             "namespace n {\n"
                             "// class Commented { int x_; };\n"
                             "class One final : public Base<int, Two> {\n" // line 8
                             "    Q_OBJECT\n"
                             "public:\n"
                             "    explicit One(int a = f(\"};\"));\n"
                             "    ~One() override;\n"
                             "    One &operator=(const One &) = delete;\n"
                             "    [[nodiscard]] int value() const { return value_; }\n"
                             "    using Call = std::function<void(int)>;\n"
                             "    enum class State { On, Off };\n"
                             "    struct Inner { int a = 0, b = 1; void f(); };\n" // line 17
                             "    friend class Two;\n"
                             "\n"
                             "Q_SIGNALS:\n"
                             "    void changed();\n"
                             "\n"
                             "private:\n"
                             "    static constexpr int kMost = 3;\n"
                             "    std::function<void(int)> call_;\n"
                             "    int value_ = std::max(1, 2);\n"
                             "    std::vector<int> list_{1, 2};\n"
                             "};\n"
                             "void function(int);\n"
                             "}\n";
    std::map<std::string, ClassSize> found;
    for (const ClassSize &size : classesIn(text))
        found[size.name] = size;
    expect("classes: One and Inner are found", found.size() == 2);
    expect("classes: functions of One", found["One"].functions == 5);
    expect("classes: members of One", found["One"].members == 3);
    expect("classes: the line of One", found["One"].line == 8);
    expect("classes: Inner", found["Inner"].functions == 1 && found["Inner"].members == 1 && found["Inner"].line == 17);

    std::string functions;
    for (std::size_t i = 0; i < kMostFunctions; ++i)
        functions += "void f" + std::to_string(i) + "();\n";
    const TreeOnDisk disk({{"core/base/fits.h", "struct A {\n" + functions + "};\n"},
                           {"ui/base/large.h", "struct B {\n" + functions + "int g();\n};\n"}});
    expectEqual("classes", placesOf(checkClassSizes(disk.root())), {"ui/base/large.h:1"});
}

void testLicences() {
    const std::string line = "SPDX-License-Identifier: GPL-3.0-or-later\n";
    const TreeOnDisk disk({{"core/base/named.h", "// " + line},
                           {"packaging/named.sh", "#!/bin/sh\n# " + line},
                           {"app/late.cpp", "\n\n\n// " + line},
                           {"tests/CMakeLists.txt", "add_test()\n"}});
    expectEqual("licences", placesOf(checkLicences(disk.root())), {"app/late.cpp:1", "tests/CMakeLists.txt:1"});
}

void testTokens() {
    const TreeOnDisk disk({{"ui/base/tokens.cpp", "QColor(0x123456)"},
                           {"ui/why/why.cpp", "font.setBold(true);"},
                           {"ui/why/plain.cpp", "giveRole(*label, TextRole::Heading);"},
                           {"ui/clips/list.cpp", "\nQColor(0xabcdef)"}});
    expectEqual("tokens", placesOf(checkTokens(disk.root())), {"ui/clips/list.cpp:2", "ui/why/why.cpp:1"});
}

void testVersions() {
    Tree tree{{"CMakeLists.txt", "project(Tagscope VERSION 1.2.3 LANGUAGES CXX\n"},
              {"CITATION.cff", "cff-version: 1.2.0\nversion: 1.2.3\n"},
              {"packaging/tagscope.metainfo.xml", "<release version=\"1.2.3\" date=\"2026-01-01\"/>\n"},
              {"CHANGELOG.md", "# Changes\n\n## 1.2.3\n## 1.2.2\n"},
              {"packaging/man/tagscope.1", ".TH TAGSCOPE 1 \"\" \"Tagscope @PROJECT_VERSION@\" \"\"\n"},
              {"packaging/man/tagscope-cli.1", ".TH TAGSCOPE 1 \"\" \"Tagscope @PROJECT_VERSION@\" \"\"\n"}};
    expectEqual("versions", placesOf(checkVersions(TreeOnDisk(tree).root())), {});
    tree["CITATION.cff"] = "version: 1.2.2\n";
    tree["CHANGELOG.md"] = "## 1.2.4\n";
    tree["packaging/man/tagscope.1"] = ".TH TAGSCOPE 1 \"\" \"Tagscope 1.2.3\" \"\"\n";
    expectEqual("versions", placesOf(checkVersions(TreeOnDisk(tree).root())),
                {"CITATION.cff:0", "CHANGELOG.md:0", "packaging/man/tagscope.1:0"});
}

void testProgramsOwnWork() {
    const Tree tree{{"app/cli/work.h",
                     "int main();\n[[nodiscard]] Result<void> importAll(int a); // bad\n"
                     "class A {\n    static Result<int> of(int a,\n                          int b);\n"
                     "    Result<int> read(int a,\n                     int b) override;\n};\n"},
                    {"app/cli/tag_command.cpp",
                     "Result<int> tag(const TagOptions &options,\n                const std::stop_token &stop) {\n}\n"
                     "Result<void> tagAll(const Project &project) { // bad\n    const Result<int> a = f();\n}\n"},
                    {"app/cli/project_report.cpp", "Result<void> printProject(const Project &project) {\n}\n"},
                    {"core/base/work.h", "Result<void> f();\n"}};
    expectEqual("programs", placesOf(checkProgramsOwnWork(TreeOnDisk(tree).root())),
                {"app/cli/work.h:2", "app/cli/work.h:4", "app/cli/tag_command.cpp:4"});
}

} // namespace

int main() {
    try {
        testIncludeRules();
        testFileLengths();
        testNames();
        testClassSizes();
        testLicences();
        testTokens();
        testVersions();
        testProgramsOwnWork();
    } catch (const std::exception &error) {
        std::cout << error.what() << '\n';
        ++failures;
    }
    std::cout << failures << " failures\n";
    return failures == 0 ? 0 : 1;
}
