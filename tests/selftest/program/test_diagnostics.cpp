#include "build/builder.hpp"
#include "build/parallel.hpp"
#include "common/system/process.hpp"
#include "course/markers.hpp"
#include "explain/diagnostics.hpp"
#include "support.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A compiler with a build folder of its own; the students' header is precompiled for it.
class Bench {
public:
    explicit Bench(const std::string& compiler)
    {
        auto toolchain = nlohmann::json::parse(read_file(build() / "toolchain.json"));
        const auto header = playground.folder.path() / "student.hpp";
        write_file(header, read_file(toolchain.at("precompiled_header").get<std::string>()));
        toolchain["compiler"] = find_program(compiler).string();
        toolchain["precompiled_header"] = header.string();
        write_file(playground.folder.path() / "toolchain.json", toolchain.dump());

        std::vector<std::string> command{toolchain.at("compiler")};
        for (const char* flags : {"flags", "host_flags"}) {
            for (const std::string flag : toolchain.at(flags)) {
                command.push_back(flag);
            }
        }
        command.insert(command.end(), {"-I" + (root() / "chapters").string(), "-x", "c++-header",
                                       header.string(), "-o", header.string() + ".gch"});
        const Finished precompiled = run(command);
        BOOST_REQUIRE_MESSAGE(precompiled.status == 0, precompiled.err);
    }

    Built compile(const std::string& text) const
    {
        write_file(file, text);
        const Toolchain toolchain(playground.workspace);
        return build_submission(playground.workspace, toolchain,
                                playground.workspace.chapter("xor_mlp"), file, Product::library);
    }

    Playground playground;
    fs::path file = playground.folder.path() / "xor_mlp.cpp";
};

/// g++ and clang++, as far as they are here.
const std::vector<std::pair<std::string, std::unique_ptr<Bench>>>& benches()
{
    static const auto all = [] {
        std::vector<std::pair<std::string, std::unique_ptr<Bench>>> made;
        for (const char* compiler : {"g++", "clang++"}) {
            if (find_program(compiler).empty()) {
                BOOST_TEST_MESSAGE("not tested with " << compiler << ": it is not here");
            } else {
                made.emplace_back(compiler, std::make_unique<Bench>(compiler));
            }
        }
        return made;
    }();
    return all;
}

std::string solution()
{
    return read_file(root() / "solutions" / "02_xor_mlp" / "xor_mlp.cpp");
}

/// The line, from 1, in which the text says HERE; 0 when it does not.
std::size_t line_of_here(const std::string& text)
{
    const auto here = text.find("HERE");
    return here == std::string::npos ? 0 : line_count(text.substr(0, here));
}

/// A wrong file is not built, and the message is short, names the line that is marked HERE,
/// shows it, and has these words.
void is_explained(const std::string& text, const std::vector<std::string>& words)
{
    std::vector<Built> results(benches().size());
    for_each_in_parallel("compiling", results.size(),
                         [&](std::size_t i) { results[i] = benches()[i].second->compile(text); });
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto& [compiler, bench] = benches()[i];
        const Built& built = results[i];
        BOOST_TEST_CONTEXT(compiler)
        {
            BOOST_REQUIRE(built.failure);
            const std::string& message = built.failure->message;
            BOOST_TEST_CONTEXT(message)
            {
                BOOST_TEST(line_count(message) <= 10);
                BOOST_TEST(boost::starts_with(message, bench->file.string() + ":"));
                if (const std::size_t line = line_of_here(text); line != 0) {
                    BOOST_TEST(boost::contains(message, fmt::format("xor_mlp.cpp:{}:", line)));
                }
                for (const std::string& each : words) {
                    BOOST_TEST(boost::contains(message, each), "says " << each);
                }
                BOOST_TEST(read_file(built.failure->full_text).size() >= 20);
            }
        }
    }
}

/// The skeleton with one body written: the less there is, the faster it compiles.
std::string with_sigmoid(const std::string& body)
{
    return skeleton_of(with_body(solution(), "sigmoid_unit", body));
}

std::string with_hidden_space(const std::string& body)
{
    return skeleton_of(with_body(solution(), "hidden_space", body));
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, what);
    return text.replace(at, what.size(), by);
}

const std::string sigmoid_line = "double sigmoid_unit(const Vector& x, const Vector& w, double b)";

} // namespace

BOOST_AUTO_TEST_SUITE(diagnostics)

BOOST_AUTO_TEST_CASE(the_solution_itself_is_built)
{
    for (const auto& [compiler, bench] : benches()) {
        const Built built = bench->compile(solution());
        BOOST_TEST_CONTEXT(compiler << ": " << (built.failure ? built.failure->message : ""))
        {
            BOOST_TEST(!built.failure);
            BOOST_TEST(built.warnings.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_reduction_without_its_brackets)
{
    for (const char* line : {"return xt::sum(x * w) + b; // HERE",
                             "const double z = xt::sum(x * w); // HERE\n    return z;",
                             "return std::exp(xt::mean(x)); // HERE"}) {
        is_explained(with_sigmoid(std::string("    ") + line),
                     {"hint: xt::sum", "put () behind it"});
    }
}

BOOST_AUTO_TEST_CASE(auto_that_keeps_a_lazy_expression)
{
    const std::string declaration = "    auto Z = xt::sign(matmul(X, hidden.W));\n";
    for (const char* use : {"    Z += 1.0; // HERE\n", "    Z(0, 0) = 1.0; // HERE\n"}) {
        is_explained(with_hidden_space(declaration + use + "    return Z;"),
                     {"hint: auto keeps a lazy expression"});
    }
    is_explained(with_sigmoid("    auto z = xt::sum(x * w);\n    return z; // HERE"),
                 {"hint: auto keeps a lazy expression"});
}

BOOST_AUTO_TEST_CASE(another_type_than_the_function_promises)
{
    is_explained(with_sigmoid("    return x; // HERE"), {"hint: what is returned", "Vector"});
    is_explained(with_hidden_space("    return 1.0; // HERE"),
                 {"hint: what is returned", "Matrix"});
}

BOOST_AUTO_TEST_CASE(a_missing_semicolon)
{
    is_explained(with_sigmoid("    return dot(x, w) + b // HERE"),
                 {"hint: a semicolon is missing"});
    // One compiler points at the line, the other at the next.
    is_explained(with_sigmoid("    const double z = b\n    return z;"),
                 {"hint: a semicolon is missing"});
}

BOOST_AUTO_TEST_CASE(a_missing_bracket)
{
    is_explained(with_sigmoid("    if (b > 0.0) {\n        return b;\n    return 0.0;"),
                 {"hint: a } is missing"});
}

BOOST_AUTO_TEST_CASE(an_unknown_name)
{
    is_explained(with_sigmoid("    return sigmod(dot(x, w) + b); // HERE"),
                 {"sigmod", "hint: a name that is not known"});
    is_explained(with_sigmoid("    z = dot(x, w); // HERE\n    return z;"),
                 {"hint: a variable needs its type", "double z = …;"});
    is_explained(with_hidden_space("    return xt::wher(X > 0.0, 1.0, 0.0); // HERE"),
                 {"wher", "hint: a name that is not known"});
    is_explained(replaced(skeleton_of(solution()), "namespace xor_mlp {", ""),
                 {"hint: a type that is not known"});
}

BOOST_AUTO_TEST_CASE(a_changed_argument)
{
    is_explained(with_sigmoid("    x(0) = 1.0; // HERE\n    return x(0);"),
                 {"hint: the arguments are const"});
    is_explained(with_hidden_space("    X += 1.0; // HERE\n    return X;"),
                 {"hint: the arguments are const"});
}

BOOST_AUTO_TEST_CASE(a_way_without_a_return)
{
    is_explained(with_sigmoid("    if (b > 0.0)\n        return 1.0;"), {"return"});
}

BOOST_AUTO_TEST_CASE(two_shapes_that_never_fit_are_told_when_they_meet)
{
    // xtensor looks at shapes when it computes, so this is no compile error: the verdict
    // explains it (see bad_labs).
    for (const auto& [compiler, bench] : benches()) {
        BOOST_TEST(!bench->compile(with_hidden_space("    return hidden.b;")).failure);
    }
}

BOOST_AUTO_TEST_CASE(a_function_that_is_missing)
{
    const std::string text = skeleton_of(solution());
    const auto from = text.find(sigmoid_line);
    const auto to = text.find("\n}\n", from);
    is_explained(
        text.substr(0, from) + text.substr(to + 3),
        {"does not define xor_mlp::sigmoid_unit(const Vector&, const Vector&, double)", "hint: "});
    is_explained("// nothing at all\n", {"does not define", "more)"});
}

BOOST_AUTO_TEST_CASE(a_function_with_other_parameters)
{
    is_explained(
        replaced(skeleton_of(solution()), sigmoid_line,
                 "double sigmoid_unit(const Vector& x, double b, const Vector& w) // HERE"),
        {"has other parameters than xor_mlp.hpp",
         "sigmoid_unit(const Vector&, const Vector&, double)"});
    is_explained(replaced(skeleton_of(solution()), sigmoid_line,
                          "int sigmoid_unit(const Vector& x, const Vector& w, double b) // HERE"),
                 {});
}

BOOST_AUTO_TEST_CASE(a_name_that_belongs_to_the_workbook)
{
    is_explained(skeleton_of(solution()) + "int main() {} // HERE\n",
                 {"defines main()", "leave main out"});
    is_explained(skeleton_of(solution()) +
                     "workbook::Matrix workbook::matmul(const Matrix& A, const Matrix&) "
                     "{ return A; } // HERE\n",
                 {"defines workbook::matmul(const Matrix&, const Matrix&)", "hint: "});
    is_explained(skeleton_of(solution()) +
                     "#include <string>\n#include <vector>\n"
                     "namespace judging { struct HostFunction;\n"
                     "int start(const std::vector<HostFunction>&, int, char**) // HERE\n"
                     "{ return 0; } }\n",
                 {"defines judging::start("});
}

BOOST_AUTO_TEST_CASE(an_error_inside_a_library_is_shown_where_the_student_caused_it)
{
    is_explained(
        with_hidden_space("    const std::vector<std::string> names{\"a\"};\n"
                          "    std::vector<double> v(names.begin(), names.end()); // HERE\n"
                          "    return X;"),
        {});
}

BOOST_AUTO_TEST_CASE(tabs_carriage_returns_and_long_lines_are_shown_tidily)
{
    for (const auto& [compiler, bench] : benches()) {
        const Built tabs = bench->compile(with_sigmoid("\t\treturn\tsigmod(b);\r"));
        BOOST_REQUIRE(tabs.failure);
        BOOST_TEST_CONTEXT(tabs.failure->message)
        {
            BOOST_TEST(
                boost::contains(tabs.failure->message, "\n    return sigmod(b);\n           ^"));
        }
        const std::string long_line = "    return sigmod(b) + " + std::string(300'000, '1') + ";";
        const Built wide = bench->compile(with_sigmoid(long_line));
        BOOST_REQUIRE(wide.failure);
        BOOST_TEST(wide.failure->message.size() < 2000);
    }
}

BOOST_AUTO_TEST_CASE(a_warning_does_not_hide_the_error)
{
    const std::string text = with_sigmoid("    int unused = xt::sum(x)();\n    int other;\n"
                                          "    return sigmod(b); // HERE");
    is_explained(text, {"sigmod", "hint: a name that is not known"});
}

BOOST_AUTO_TEST_CASE(warnings_about_the_students_lines_are_kept)
{
    for (const auto& [compiler, bench] : benches()) {
        const Built built = bench->compile(with_sigmoid("    int a = 1;\n    int b2 = 2;\n"
                                                        "    int c = 3;\n    int d = 4;\n"
                                                        "    return b;"));
        BOOST_TEST(!built.failure);
        BOOST_TEST(built.warnings.size() == 4U);
        const std::string shown_ones =
            warnings_in(built.warnings, {"sigmoid_unit"}, bench->file, read_file(bench->file));
        BOOST_TEST(line_count(shown_ones) == 3);
        BOOST_TEST(boost::contains(shown_ones, "xor_mlp.cpp:"));
        BOOST_TEST(boost::contains(shown_ones, "a is computed and never used"));
        BOOST_TEST(warnings_in(built.warnings, {"hidden_space"}, bench->file,
                               read_file(bench->file)) == "");
        // The program is not built again, and still they are known.
        BOOST_TEST(bench->compile(read_file(bench->file)).warnings.size() == 4U);
    }
}

BOOST_AUTO_TEST_CASE(a_linker_of_llvm_is_understood_too)
{
    const std::string text = "\nnamespace x {\nint f(double a)\n{\n    return 1;\n}\n}\n";
    const auto explained = [&](const std::string& said) {
        BOOST_TEST(is_said_by_linker(said));
        return explain_link_error(said, "/nowhere/x.cpp", text, "x");
    };
    BOOST_TEST(explained("wasm-ld: error: part.o: undefined symbol: x::f(int)\n") ==
               "/nowhere/x.cpp:3: has other parameters than x.hpp, which declares x::f(int)\n"
               "hint: every function must stand there as in x.hpp");
    BOOST_TEST(explained("wasm-ld: error: x.o: undefined symbol: x::g(int)\n") ==
               "/nowhere/x.cpp: does not define x::g(int)\n"
               "hint: every function must stand there as in x.hpp");
    BOOST_TEST(boost::contains(explained("wasm-ld: error: duplicate symbol: x::f(double)\n"
                                         ">>> defined in x.o\n"),
                               "x.cpp:3: defines x::f(double), which the workbook itself defines"));
    BOOST_TEST(!is_said_by_linker("/nowhere/x.cpp:1:1: error: wasm-ld: error: \n"));
}

BOOST_AUTO_TEST_CASE(what_is_no_compiler_message_is_passed_on)
{
    const fs::path file = "/nowhere/lab.cpp";
    BOOST_TEST(explain_compile_error("", file, "int x;") == "the compiler failed and said nothing");
    BOOST_TEST(boost::contains(
        explain_compile_error("cc1plus: out of memory allocating 65 bytes\n", file, "int x;"),
        "out of memory"));
    BOOST_TEST(explain_link_error("collect2: error\n", file, "", "xor_mlp") ==
               "the file compiles but cannot be linked");
    // A place that the file does not have.
    BOOST_CHECK_NO_THROW(explain_compile_error("/nowhere/lab.cpp:99:99: error: no\n", file, "x"));
    BOOST_CHECK_NO_THROW(
        explain_compile_error(std::string(1 << 20, 'x') + ":1:1: error: no", file, ""));
    BOOST_CHECK_NO_THROW(explain_compile_error(
        "/nowhere/lab.cpp:1:1: error: " + std::string(1 << 20, '<'), file, "x"));
}

BOOST_AUTO_TEST_SUITE_END()
