// What is said about a file that compiles: divisions of whole numbers, and the compiler's warnings
// in plain words.
#include "explain/warnings.hpp"
#include "support.hpp"

#include <boost/algorithm/string/replace.hpp>

using namespace workbook;
using namespace workbook::tests;

namespace {

const fs::path lab = "/nowhere/lab.cpp";

/// The warnings about one line in a function of this type.
std::vector<Warning> about(const std::string& type, const std::string& line,
                           const std::string& said = "")
{
    const std::string text =
        "namespace lab {\n" + type +
        " f(const Vector& x, const Matrix& X, double b, int n, std::size_t N)\n{\n    " + line +
        "\n}\n}\n";
    return warnings_about(said, lab, text);
}

void is_told(const std::string& type, const std::string& line, const std::string& words)
{
    const auto warnings = about(type, line);
    BOOST_TEST_CONTEXT(type << " " << line)
    {
        BOOST_REQUIRE(warnings.size() == 1U);
        BOOST_TEST(warnings[0].line == 4U);
        BOOST_TEST(holds(warnings[0].message, words));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(warnings)

BOOST_AUTO_TEST_CASE(divisions_of_whole_numbers_in_formulas)
{
    for (const auto& [division, words] :
         {std::pair("1 / 2", "it gives 0; write 1.0 / 2.0"),
          std::pair("3 / 2", "it gives 1; write 3.0 / 2.0"), std::pair("1 / N", "write 1.0 / N"),
          std::pair("1 / n", "write 1.0 / n"), std::pair("n / 2", "write n / 2.0"),
          std::pair("n / N", "write static_cast<double>(n) / N"),
          std::pair("1 / x.size()", "write 1.0 / x.size()"),
          std::pair("1 / X.shape(0)", "write 1.0 / X.shape(0)"),
          std::pair("2 / (n + 1)", "write 2.0 / (n + 1)"),
          std::pair("1 / static_cast<int>(b)", "write 1.0 / static_cast<int>(b)")}) {
        for (const char* formula :
             {"F * b", "b * F", "(F) * b", "b + F", "F", "b - F * x(0)", "std::exp(F)",
              "std::exp(-F * b)", "std::pow(b, F)", "b * (1.0 - F)"}) {
            const std::string at = formula;
            const bool chained = at.find("b * F") == 0 || at == "std::exp(-F * b)";
            const std::string whole = boost::replace_all_copy(at, "F", division);
            if (chained) {
                continue; // b * 1 / 2 divides a real number
            }
            is_told("double", fmt::format("return {};", whole), words);
            is_told("Vector", fmt::format("const double c = {}; return c * x;", whole), words);
            is_told("Vector", fmt::format("Vector z = x; z(0) = {}; return z;", whole), words);
            is_told("Matrix", fmt::format("return X + {};", whole), words);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_division_is_multiplied_with_tells_what_is_meant)
{
    for (const char* line : {"return {{1.0, 1.0}, 1 / 2 * b};", "return g(1 / 2 * x(0));",
                             "return {1 / 2 * 0.3};", "sum += 1 / 2 * dot(x, x);"}) {
        is_told("Unit", line, "1 / 2 is a division of whole numbers: it gives 0");
    }
}

BOOST_AUTO_TEST_CASE(other_divisions_are_none_of_our_business)
{
    for (const char* line : {"return 1.0 / 2.0;",
                             "return 3 / 4.0;",
                             "return 1.0 / N;",
                             "return b / 2;",
                             "return b * 1 / 2;",
                             "return 1.0 * n / N;",
                             "return x(0) / N;",
                             "return x(n / 2);",
                             "return x[N / 2];",
                             "return xt::sum(x)() / N;",
                             "const std::size_t half = N / 2; return x(half);",
                             "int k = n / 2; return k;",
                             "for (int i = 0; i < n / 2; ++i) { b += i; } return b;",
                             "return n / 2 > 3 ? 1.0 : 0.0;",
                             "if (n / 2 == 1) { return b; } return 0.0;",
                             "return static_cast<double>(n / 2);",
                             "return 4 / 2 * b;",
                             "return g(n / 2);",
                             "return b / unit.count;",
                             "return unknown / 2;",
                             "return \"1 / 2\";",
                             "// 1 / 2 * b",
                             "return 1. / 2;",
                             "return 1e3 / n;",
                             "auto k = n / 2; return x(k);",
                             "return std::min(n / 2, 3);",
                             "return xt::view(x, n / 2);"}) {
        for (const Warning& each : about("double", line)) {
            BOOST_ERROR(line << ": " << each.message);
        }
    }
    for (const Warning& each : about("std::size_t", "return N / 2;")) {
        BOOST_ERROR(each.message);
    }
}

BOOST_AUTO_TEST_CASE(a_vector_with_one_entry)
{
    for (const char* size : {"n", "N", "x.size()", "X.shape(1)", "n + 1"}) {
        for (const char* form : {"Vector z{F}; return z;", "Vector z = {F}; return z;"}) {
            is_told("Vector", boost::replace_all_copy(std::string(form), "F", size),
                    fmt::format("Vector z = xt::zeros<double>({{{}}});", size));
        }
    }
    for (const char* line :
         {"Vector z{1.0}; return z;", "Vector z{3}; return z;", "Vector z{b}; return z;",
          "Vector z{n, n}; return z;", "Vector z{};"}) {
        BOOST_TEST(about("Vector", line).empty(), line);
    }
}

BOOST_AUTO_TEST_CASE(a_result_that_is_dropped)
{
    for (const char* call :
         {"xt::exp(x)", "xt::sum(X, {1})", "std::exp(b)", "exp(b)", "matmul(X, X)",
          "f(x, X, b, n, N)", "lab::f(x, X, b, n, N)", "xt::zeros<double>({N})"}) {
        for (const char* statement : {"F;", "if (n > 0) F;", "if (n > 0) { F; }", "else F;",
                                      "for (int i = 0; i < n; ++i) F;", "double c = b; F;"}) {
            const std::string line = boost::replace_all_copy(std::string(statement), "F", call);
            is_told("Vector", line, "changes nothing, and what it gives is dropped here");
        }
    }
    for (const char* line :
         {"Vector z = xt::exp(x);", "return xt::exp(x);", "z += xt::exp(x);", "xt::exp(x)(0);",
          "xt::row(z, 0) = xt::exp(x);", "z.fill(b);", "z.exp(b);",
          "std::sort(z.begin(), z.end());", "xt::random::seed(1);", "exp(b) + 1.0;", "g(x);",
          "for (int i = 0; exp(b); ++i) n += 1;",
          "return xt::where(x, [&] { exp(b); return b; }());", "throw exp(b);"}) {
        BOOST_TEST_CONTEXT(line)
        {
            BOOST_TEST(about("Vector", line).empty());
        }
    }
    // What returns nothing or changes an argument is called for that.
    BOOST_TEST(about("void", "f(x, X, b, n, N);").empty());
    const auto changing = [](const std::string& parameter) {
        return warnings_about("", lab,
                              "double g(" + parameter +
                                  ", double b)\n{\n    g(z, b);\n    return 0;\n}\n")
            .size();
    };
    BOOST_TEST(changing("Vector& z") == 0U);
    BOOST_TEST(changing("double* z") == 0U);
    BOOST_TEST(changing("const Vector& z") == 1U);
    BOOST_TEST(changing("Vector z") == 1U);
}

BOOST_AUTO_TEST_CASE(the_compilers_warnings_in_plain_words)
{
    const auto says = [](const std::string& warning) {
        const auto all = about("double", "return b;", "/nowhere/lab.cpp:4:5: warning: " + warning);
        return all.empty() ? std::string{} : all[0].message;
    };
    BOOST_TEST(says("suggest parentheses around assignment used as truth value [-Wparentheses]") ==
               "= assigns; a comparison is written ==");
    BOOST_TEST(says("using the result of an assignment as a condition without parentheses "
                    "[-Wparentheses]") == "= assigns; a comparison is written ==");
    BOOST_TEST(holds(says("suggest braces around empty body in an ‘if’ statement [-Wempty-body]"),
                     "the ; right behind"));
    BOOST_TEST(holds(says("left operand of comma operator has no effect [-Wunused-value]"),
                     "decimal point"));
    BOOST_TEST(holds(says("comparisons like ‘X<=Y<=Z’ do not have their mathematical meaning "
                          "[-Wparentheses]"),
                     "a < b && b < c"));
    BOOST_TEST(
        holds(says("conversion from ‘double’ to ‘int’ may change value [-Wfloat-conversion]"),
              "loses its fraction"));
    BOOST_TEST(holds(says("declaration of ‘double z’ shadows a previous local [-Wshadow]"),
                     "a second z hides the first"));
    BOOST_TEST(holds(says("‘s’ is used uninitialized [-Wuninitialized]"), "s is used before"));
    BOOST_TEST(says("comparison of integer expressions of different signedness: ‘int’ and ‘std::"
                    "size_t’ [-Wsign-compare]") == "");
    BOOST_TEST(says("something else [-Welse]") == "something else [-Welse]");
}

BOOST_AUTO_TEST_CASE(right_files_give_no_warning)
{
    std::size_t files = 0;
    for (const char* folder : {"solutions", "labs", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
            const std::string path = entry.path().string();
            const bool is_test = std::string(folder) == "tests";
            if (entry.path().extension() != ".cpp" ||
                (is_test && !boost::contains(path, "/right_answers/"))) {
                continue;
            }
            ++files;
            for (const Warning& each : warnings_about("", entry.path(), read_file(entry.path()))) {
                BOOST_ERROR(path << ":" << each.line << ": " << each.message);
            }
        }
    }
    BOOST_TEST(files > 14U);
}

BOOST_AUTO_TEST_SUITE_END()
