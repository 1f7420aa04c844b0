// What is said about a slip: with every compiler that is here, for every member of its kind. A file
// holds one slip in each of many functions; each error is explained as if it were the only one.
#include "common/system/process.hpp"
#include "common/system/text.hpp"
#include "explain/diagnostics.hpp"
#include "explain/foreign_characters.hpp"
#include "explain/hints.hpp"
#include "support.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/locale/encoding_utf.hpp>
#include <nlohmann/json.hpp>

#include <map>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A line that students write in place of a right one.
struct Slip {
    char form;         ///< the function returns a (d)ouble, (V)ector or (M)atrix
    std::string wrong; ///< the body
    std::string hint;  ///< words of the hint; "" if none may be given
    std::string right; ///< a body that follows the hint, which must compile; "" to leave out
    std::string wrongly = "\x01"; ///< words that the hint must not have
};

const std::map<char, std::string> types{{'d', "double"}, {'V', "Vector"}, {'M', "Matrix"}};

/// A file with a function for each body. Body number i stands in line first_line + 5 * i.
constexpr std::size_t first_line = 12;
std::string file_with(const std::vector<std::pair<char, std::string>>& bodies)
{
    std::string text = "#include \"common/math/linalg.hpp\"\n"
                       "#include \"common/math/tensor.hpp\"\n"
                       "#include <algorithm>\n#include <cmath>\n#include <functional>\n"
                       "#include <numeric>\n#include <vector>\n\n"
                       "namespace lab {\nusing namespace workbook;\n";
    std::size_t number = 0;
    for (const auto& [form, body] : bodies) {
        text += fmt::format("{} f{}(const Vector& x, const Vector& w, double b, int n, "
                            "std::size_t N, const Matrix& X, const Matrix& W)\n{{\n    {}\n}}\n\n",
                            types.at(form), number++, body);
    }
    // A head, a bracket, the body: the first body stands in the line after them.
    return boost::replace_first_copy(text, "using namespace workbook;\n",
                                     "using namespace workbook; double sigmoid(double z);\n") +
           "} // namespace lab\n";
}

/// A compiler with its flags and the students' header, which is precompiled once.
const std::vector<std::string>& command_of(const std::string& compiler)
{
    static const TemporaryFolder folder;
    static std::map<std::string, std::vector<std::string>> commands;
    std::vector<std::string>& command = commands[compiler];
    if (command.empty()) {
        const auto toolchain = nlohmann::json::parse(read_file(build() / "toolchain.json"));
        command.push_back(find_program(compiler).string());
        for (const char* flags : {"flags", "host_flags"}) {
            for (const std::string flag : toolchain.at(flags)) {
                command.push_back(flag);
            }
        }
        command.push_back("-I" + (root() / "chapters").string());
        const std::string header = (folder.path() / compiler / "student.hpp").string();
        make_folder(folder.path() / compiler);
        write_file(header, read_file(toolchain.at("precompiled_header").get<std::string>()));
        std::vector<std::string> precompile = command;
        precompile.insert(precompile.end(), {"-x", "c++-header", header, "-o", header + ".gch"});
        const Finished made = run(precompile);
        BOOST_REQUIRE_MESSAGE(made.status == 0, made.err);
        command.insert(command.end(), {"-include", header, "-fsyntax-only"});
        if (compiler == "clang++") {
            command.push_back("-ferror-limit=0");
        }
    }
    return command;
}

/// All that the compiler says about a file.
std::string said_about(const std::string& compiler, const fs::path& file)
{
    std::vector<std::string> command = command_of(compiler);
    command.push_back(file.string());
    return run(command).err;
}

/// The first line of the file that a text names, as in "lab.cpp:12:5"; 0 if it names none.
std::size_t line_named_in(const std::string& text, const fs::path& file)
{
    const std::string start = file.string() + ":";
    for (std::size_t at = text.find(start); at != std::string::npos;
         at = text.find(start, at + 1)) {
        const std::string number = text.substr(at + start.size(), 6);
        if (!number.empty() && std::isdigit(static_cast<unsigned char>(number.front())) != 0) {
            return std::stoul(number);
        }
    }
    return 0;
}

/// What was said about each line: the error with all that stands before and after it.
std::map<std::size_t, std::string> by_line(const std::string& said, const fs::path& file)
{
    std::map<std::size_t, std::string> blocks;
    std::string before; // what introduces the next error
    std::size_t last = 0;
    for (const std::string& line : lines_of(said)) {
        const bool introduces =
            !boost::starts_with(line, " ") && !boost::contains(line, ": note:") &&
            (boost::contains(line, ": In ") || boost::contains(line, "required from") ||
             boost::starts_with(line, "In file included"));
        const bool is_error = boost::contains(line, " error: ");
        const bool is_warning = boost::contains(line, " warning: ");
        if (introduces || is_warning) {
            before += line + "\n";
            last = 0;
            continue;
        }
        if (is_error) {
            const std::string all = before + line + "\n";
            const std::size_t own = line_named_in(line, file);
            last = own != 0 ? own : line_named_in(all, file);
            if (blocks.count(last) > 0) {
                last = 0; // only the first error in a line is explained
            } else if (last != 0) {
                blocks[last] = all;
            }
            before.clear();
            continue;
        }
        if (last != 0) {
            blocks[last] += line + "\n";
        } else {
            before += boost::starts_with(line, " ") ? line + "\n" : "";
        }
    }
    return blocks;
}

std::vector<std::string> compilers()
{
    std::vector<std::string> here;
    for (const char* compiler : {"g++", "clang++"}) {
        if (!find_program(compiler).empty()) {
            here.emplace_back(compiler);
        }
    }
    return here;
}

/// Every slip is explained by its words, and what the hint says to write compiles.
void are_explained(const std::vector<Slip>& slips)
{
    const TemporaryFolder folder;
    std::vector<std::pair<char, std::string>> wrong;
    std::vector<std::pair<char, std::string>> right;
    for (const Slip& slip : slips) {
        wrong.emplace_back(slip.form, slip.wrong);
        if (!slip.right.empty()) {
            right.emplace_back(slip.form, slip.right);
        }
    }
    const fs::path file = folder.path() / "lab.cpp";
    const fs::path right_file = folder.path() / "right.cpp";
    const std::string text = file_with(wrong);
    write_file(file, text);
    write_file(right_file, file_with(right));
    for (const std::string& compiler : compilers()) {
        const std::string about_right = said_about(compiler, right_file);
        BOOST_TEST(!boost::contains(about_right, " error: "), compiler << ": " << about_right);
        const std::string said = said_about(compiler, file);
        auto blocks = by_line(said, file);
        if (slips.size() == 1) {
            blocks = {{first_line + 1, said}};
        }
        for (std::size_t i = 0; i < slips.size(); ++i) {
            const Slip& slip = slips[i];
            const std::size_t line = first_line + 1 + 5 * i;
            auto block = blocks.find(line);
            block = block == blocks.end() ? blocks.find(line + 1) : block; // the closing bracket
            BOOST_TEST_CONTEXT(compiler << ": " << slip.wrong)
            {
                BOOST_TEST((block != blocks.end()), "it is an error");
                if (block == blocks.end()) {
                    continue;
                }
                const std::string message = explain_compile_error(block->second, file, text);
                const auto at = message.find("\nhint: ");
                const std::string hint = at == std::string::npos ? "" : message.substr(at + 7);
                BOOST_TEST(boost::contains(hint, slip.hint),
                           "says “" << slip.hint << "”; it says " << message);
                BOOST_TEST(!boost::contains(hint, slip.wrongly), message);
                BOOST_TEST((slip.hint.empty() ? hint.empty() : true), message);
            }
        }
    }
}

const std::vector<std::string> entrywise{"exp",  "log",   "sqrt",  "tanh",  "sin",
                                         "cos",  "log1p", "expm1", "log2",  "sinh",
                                         "cosh", "floor", "ceil",  "round", "abs"};

std::string filled_in(const std::string& form, const std::string& f)
{
    return boost::replace_all_copy(form, "F", f);
}

std::string utf8(char32_t point)
{
    return boost::locale::conv::utf_to_utf<char>(std::u32string(1, point));
}

/// Characters as they come with a copied formula, each with words that must be said of it.
const std::vector<std::pair<char32_t, std::string>>& copied_characters_and_words()
{
    static const auto all = [] {
        std::vector<std::pair<char32_t, std::string>> made;
        const auto each = [&](const std::u32string& points, const std::string& words) {
            for (const char32_t point : points) {
                made.emplace_back(point, words);
            }
        };
        each(U"\u2212\u2010\u2011\u2012\u2013\u2014\u2015", "is not the - of the keyboard");
        each(U"\u00A0\u202F\u2007\u2002\u2003\u2009\u3000\u2005", "the blank (U+");
        each(U"\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
             U"\u2066\u2067\u2068\u2069\u2061\u2062",
             "delete it");
        each(U"“”„", "is not the \" of the keyboard");
        each(U"‘’", "is not the ' of the keyboard");
        each(U"×·⋅•⊙∘", "with *");
        each(U"∗", "is not the * of the keyboard");
        each(U"÷", "with /");
        each(U"∕⁄", "is not the / of the keyboard");
        each(U"≤", "write <=");
        each(U"≥", "write >=");
        each(U"≠", "write !=");
        each(U"²", "xt::square(v)");
        each(U"³", "xt::cube(v)");
        each(U"⁴ⁿ", "std::pow");
        each(U"₁", "w1 or w_1");
        each(U"ᵢ", "is not the i of the keyboard");
        each(U"ᵀ", "transpose(A)");
        each(U"½", "write 0.5");
        each(U"√", "std::sqrt(x)");
        each(U"…", "is not the ... of the keyboard");
        each(U"𝑥𝐱", "is not the x of the keyboard");
        each(U"☃€", "no sign of C++");
        for (char32_t point = 0xFF01; point <= 0xFF5E; ++point) {
            each({point}, fmt::format("is not the {} of the keyboard",
                                      static_cast<char>(point - 0xFF01 + '!')));
        }
        for (const char32_t zero : {0x0660, 0x06F0, 0x0966, 0x1D7D8}) {
            for (char32_t value = 0; value < 10; ++value) {
                each({zero + value},
                     fmt::format("is not the {} of the keyboard", static_cast<unsigned>(value)));
            }
        }
        return made;
    }();
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hints)

BOOST_AUTO_TEST_CASE(functions_of_the_other_library)
{
    std::vector<Slip> slips;
    for (const std::string& f : entrywise) {
        for (const char* number : {"b", "x(0)", "xt::sum(x)()", "1.0 - b", "dot(x, w) + b"}) {
            slips.push_back(
                {'d', fmt::format("return xt::{}({});", f, number),
                 number == std::string("xt::sum(x)()") ? "" : fmt::format("std::{}({})", f, number),
                 fmt::format("return std::{}({});", f, number)});
            if (slips.back().hint.empty()) {
                slips.pop_back(); // g++ knows that this is a number, clang++ does not say so
            }
        }
        for (const auto& [form, value] :
             {std::pair('V', "x"), std::pair('V', "-x"), std::pair('V', "x - w"),
              std::pair('M', "X"), std::pair('M', "matmul(X, W)"), std::pair('M', "X + b")}) {
            slips.push_back({form, fmt::format("return std::{}({});", f, value),
                             fmt::format("xt::{}({})", f, value),
                             fmt::format("return xt::{}({});", f, value)});
        }
    }
    for (const char* f : {"maximum", "minimum"}) {
        const std::string of_std = std::string(f).substr(0, 3);
        slips.push_back({'d', fmt::format("return xt::{}(b, 0.0);", f),
                         fmt::format("std::{}(b, 0.0)", of_std),
                         fmt::format("return std::{}(b, 0.0);", of_std)});
        slips.push_back({'V', fmt::format("return std::{}(x, 0.0);", of_std),
                         fmt::format("xt::{}(x, 0.0)", f),
                         fmt::format("return xt::{}(x, 0.0);", f)});
        slips.push_back({'d', fmt::format("return std::{}(b, 0);", of_std), "0.0 for 0",
                         fmt::format("return std::{}(b, 0.0);", of_std)});
        slips.push_back({'d', fmt::format("return {}(b, 0);", of_std),
                         fmt::format("std::{}(b, 0.0)", of_std), ""});
    }
    slips.push_back({'d', "return xt::where(b > 0.0, 1.0, 0.0);", "b > 0.0 ? 1.0 : 0.0",
                     "return b > 0.0 ? 1.0 : 0.0;"});
    slips.push_back({'d', "return xt::where(dot(x, w) > b, b, 0.0);", "dot(x, w) > b ? b : 0.0",
                     "return dot(x, w) > b ? b : 0.0;"});

    slips.push_back({'V', "return std::pow(x, 2);", "xt::pow(x, 2)", "return xt::pow(x, 2);"});
    slips.push_back({'V', "return std::fabs(x);", "xt::abs(x)", "return xt::abs(x);"});
    slips.push_back({'d', "return std::sum(x);", "xt::sum(x)()", "return xt::sum(x)();"});
    slips.push_back({'V', "return std::square(x);", "xt::square(x)", "return xt::square(x);"});
    slips.push_back({'d', "return std::exp(xt::sum(x));", "put () behind it",
                     "return std::exp(xt::sum(x)());"});
    are_explained(slips);
    are_explained({{'d', "return xt::sum(b)();", "b is one number already", ""}});
}

BOOST_AUTO_TEST_CASE(powers_in_other_signs)
{
    std::vector<Slip> slips;
    for (const char* sign : {"^", " ^ ", "**", " ** "}) {
        const auto add = [&](char form, const std::string& base, const std::string& to,
                             const std::string& write) {
            slips.push_back({form, fmt::format("return {}{}{};", base, sign, to), write,
                             fmt::format("return {};", write)});
        };
        for (const char* two : {"2", "2.0", "3"}) {
            add('d', "b", two, fmt::format("std::pow(b, {})", two));
            add('d', "x(0)", two, fmt::format("std::pow(x(0), {})", two));
            add('d', "(1.0 - b)", two, fmt::format("std::pow(1.0 - b, {})", two));
        }
        if (boost::contains(sign, "^")) {
            continue; // below: the error lies in a template, and is told once in a file
        }
        for (const char* two : {"2", "2.0"}) {
            add('V', "x", two, "xt::square(x)");
            add('V', "(x - w)", two, "xt::square(x - w)");
            add('M', "X", two, "xt::square(X)");
        }
        add('V', "x", "3", "xt::pow(x, 3)");
        add('M', "X", "0.5", "xt::pow(X, 0.5)");
        slips.push_back({'d', fmt::format("return xt::sum((x - w){}2)();", sign),
                         "xt::square(x - w)", "return xt::sum(xt::square(x - w))();"});
    }
    slips.push_back({'d', "return e^(-b);", "std::exp(-b)", "return std::exp(-b);"});
    slips.push_back({'d', "return exp^(-b);", "std::exp(-b)", ""});
    are_explained(slips);
    are_explained({{'V', "return (x - w)^2;", "xt::square(x - w)", ""}});
    are_explained({{'M', "return X ^ 3;", "xt::pow(X, 3)", ""}});
    are_explained({{'d', "return xt::sum(x^2)();", "xt::square(x)", ""}});
}

BOOST_AUTO_TEST_CASE(zeros_in_every_wording)
{
    std::vector<Slip> slips;
    for (const char* size : {"n", "N", "3", "x.size()", "X.shape(1)"}) {
        const std::string write = fmt::format("Vector z = xt::zeros<double>({{{}}});", size);
        for (const char* form :
             {"Vector z(F);", "Vector z(F, 0.0);", "Vector z(F, 0);", "Vector z = Vector(F);",
              "Vector z = xt::zeros(F);", "Vector z = xt::zeros({F});", "Vector z = zeros(F);",
              "Vector z = np.zeros(F);", "Vector z = np::zeros(F);", "Vector z = numpy.zeros(F);",
              "Vector z = Vector::zeros(F);", "Vector z = Vector.zeros(F);",
              "Vector z = xt::zeros_like(F);", "Vector z(F) = 0.0;"}) {
            slips.push_back(
                {'V', filled_in(form, size) + " return z;", write, write + " return z;"});
        }

        slips.push_back({'V', filled_in("return Vector(F);", size), write, ""});

        slips.push_back({'V', filled_in("Vector z(F, 1.0); return z;", size),
                         filled_in("Vector z = xt::ones<double>({F});", size),
                         filled_in("Vector z = xt::ones<double>({F}); return z;", size)});
    }
    for (const auto& [rows, columns] : {std::pair("n", "n"), std::pair("2", "3"),
                                        std::pair("X.shape(0)", "N"), std::pair("N", "x.size()")}) {
        const std::string sizes = fmt::format("{}, {}", rows, columns);
        const std::string write = fmt::format("Matrix M = xt::zeros<double>({{{}}});", sizes);
        for (const char* form :
             {"Matrix M(F);", "Matrix M(F, 0.0);", "Matrix M = Matrix(F);",
              "Matrix M = xt::zeros<double>(F);", "Matrix M = xt::zeros({F});", "Matrix M{F};",
              "Matrix M = {F};", "Matrix M = np.zeros((F));", "Matrix M = zeros(F);"}) {
            slips.push_back(
                {'M', filled_in(form, sizes) + " return M;", write, write + " return M;"});
        }
    }
    slips.push_back({'V', "Vector z(N, 0.5); return z;", "Vector z = 0.5 * xt::ones<double>({N});",
                     "Vector z = 0.5 * xt::ones<double>({N}); return z;"});
    slips.push_back({'V', "Vector z = 0.0; return z;", "Vector z = xt::zeros<double>({n});", ""});
    slips.push_back({'M', "Matrix M = 0.0; return M;", "xt::zeros<double>({rows, columns})", ""});
    slips.push_back({'V', "Vector z = x; z = 0.0; return z;", "z.fill(0.0)",
                     "Vector z = x; z.fill(0.0); return z;"});
    slips.push_back({'V', "Vector z[N]; return z;", "xt::zeros<double>({N})", ""});
    slips.push_back({'V', "double z[3]; return z;", "xt::zeros<double>({3})", ""});
    slips.push_back({'V', "Vector z(1.0, 2.0); return z;", "Vector z{1.0, 2.0};",
                     "Vector z{1.0, 2.0}; return z;"});
    slips.push_back({'V', "std::vector<double> z(N); return z;", "a std::vector is no Vector", ""});
    are_explained(slips);
    // The error lies in a template, and is told once in a file.
    for (const char* size : {"n", "x.size()"}) {
        for (const char* form :
             {"Vector z = xt::zeros<double>(F); return z;", "Vector z; z.resize(F); return z;",
              "Vector z = Vector::from_shape(F); return z;"}) {
            are_explained({{'V', filled_in(form, size),
                            filled_in("Vector z = xt::zeros<double>({F});", size), ""}});
        }
    }
}

BOOST_AUTO_TEST_CASE(habits_of_numpy)
{
    std::vector<Slip> slips;
    for (const std::string& f : entrywise) {
        for (const char* np : {"np", "numpy"}) {
            slips.push_back({'d', fmt::format("return {}.{}(b);", np, f),
                             fmt::format("std::{}(b)", f), fmt::format("return std::{}(b);", f)});
            slips.push_back({'V', fmt::format("return {}.{}(x - w);", np, f),
                             fmt::format("xt::{}(x - w)", f),
                             fmt::format("return xt::{}(x - w);", f)});
        }
        slips.push_back({'M', fmt::format("return X.{}();", f), fmt::format("xt::{}(X)", f),
                         fmt::format("return xt::{}(X);", f)});
        slips.push_back({'V', fmt::format("return xt.{}(x);", f), fmt::format("xt::{}", f), ""});
    }
    for (const auto& [np, ours] :
         {std::pair("sum", "sum"), std::pair("mean", "mean"), std::pair("max", "amax"),
          std::pair("min", "amin"), std::pair("prod", "prod"), std::pair("std", "stddev")}) {
        const std::string all = fmt::format("xt::{}(x)()", ours);
        slips.push_back({'d', fmt::format("return x.{}();", np), all, "return " + all + ";"});
        slips.push_back({'d', fmt::format("return np.{}(x);", np), all, "return " + all + ";"});
        const std::string axis = fmt::format("xt::{}(X, {{0}})", ours);
        for (const char* form : {"return X.F(0);", "return X.F(axis=0);", "return np.F(X, axis=0);",
                                 "return np.F(X, 0);"}) {
            slips.push_back({'V', filled_in(form, np), axis, "return " + axis + ";"});
        }
    }
    for (const char* t :
         {"X.T", "X.T()", "X.t()", "X.transpose()", "X.transposed()", "np.transpose(X)"}) {
        slips.push_back(
            {'M', fmt::format("return {};", t), "transpose(X)", "return transpose(X);"});
    }
    const std::vector<std::vector<std::string>> products{{"d", "x", "w", "dot(x, w)"},
                                                         {"V", "X", "x", "matvec(X, x)"},
                                                         {"M", "X", "W", "matmul(X, W)"}};
    for (const auto& each : products) {
        for (const char* form : {"return A.dot(B);", "return np.dot(A, B);", "return A @ B;",
                                 "return np.matmul(A, B);", "return A.matmul(B);"}) {
            const std::string wrong = boost::replace_all_copy(
                boost::replace_all_copy(std::string(form), "A", each[1]), "B", each[2]);
            slips.push_back({each[0][0], wrong, each[3], "return " + each[3] + ";"});
        }
    }
    for (const char* library : {"xt", "std"}) {
        for (const char* f : {"dot", "matmul", "matvec"}) {
            slips.push_back({'d', fmt::format("return {}::{}(x, w);", library, f),
                             fmt::format("{} stands without {}::", f, library), ""});
        }
    }
    slips.insert(
        slips.end(),
        {{'d', "return X.shape[0];", "X.shape(0)", "return X.shape(0);"},
         {'d', "return x.shape[0];", "x.shape(0)", "return x.shape(0);"},
         {'d', "return len(x);", "x.size()", "return x.size();"},
         {'d', "return x.len();", "x.size()", ""},
         {'d', "return x.length();", "x.size()", ""},
         {'d', "return x.size;", "() is missing: x.size()", ""},
         {'d', "return X.rows();", "X.shape(0)", ""},
         {'d', "return X.cols();", "X.shape(1)", ""},
         {'V', "return x.copy();", "= copies", "Vector copy = x; return copy;"},
         {'V', "return X.row(0);", "xt::row(X, 0)", "return xt::row(X, 0);"},
         {'V', "return X.col(n);", "xt::col(X, n)", "return xt::col(X, n);"},
         {'V', "return X[n];", "xt::row(X, n)", "return xt::row(X, n);"},
         {'V', "return X(n);", "xt::row(X, n)", ""},
         {'V', "const Vector r = X[0]; return r;", "xt::row(X, 0)", ""},
         {'d', "return dot(X[n], w);", "xt::row(X, n)", "return dot(xt::row(X, n), w);"},
         {'V', "return X[n, :];", "xt::row", ""},
         {'V', "return X(n, :);", "xt::row", ""},
         {'V', "return X[:, 0];", "xt::col", ""},
         {'V', "return xt::view(X, 0, :);", "xt::all()", "return xt::view(X, 0, xt::all());"},
         {'V', "return x[1:];", "xt::view(v, xt::range(1, 3))",
          "return xt::view(x, xt::range(1, 3));"},
         {'d', "return X[0][1];", "X(0, 1)", "return X(0, 1);"},
         {'d', "return X(0)(1);", "X(0, 1)", ""},
         {'V', "Vector z = x; z.append(1.0); return z;", "does not grow", ""},
         {'d', "return True;", "write true", ""},
         {'d', "return 1.0 if b > 0.0 else 0.0;", "condition ? value : other_value", ""},
         {'d', "if b > 0.0: return 1.0;", "needs brackets", ""},
         {'d', "if (b > 0.0) { return 1.0; } elif (b < 0.0) { return 2.0; } return 0.0;", "else if",
          ""},
         {'d', "return this->b;", "there is no this", ""},
         {'d', "return self.b;", "there is no self", ""}});
    are_explained(slips);
}

BOOST_AUTO_TEST_CASE(products_without_a_sign)
{
    are_explained({{'d', "return 2b;", "2 * b", "return 2 * b;"},
                   {'d', "return 2(b + 1.0);", "written with *", ""},
                   {'d', "double η = 0.1; return η * μ;", "a name that is not known", ""}});
}

// Each copied character: in a formula, which is an error that names it; in a comment and in quotes,
// where it is none, and where no other error may be blamed on it.
BOOST_AUTO_TEST_CASE(copied_characters)
{
    const auto& copied = copied_characters_and_words();
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lab.cpp";
    const fs::path right = folder.path() / "right.cpp";
    std::vector<std::pair<char, std::string>> in_code;
    std::vector<std::pair<char, std::string>> in_text;
    for (const auto& [point, words] : copied) {
        const std::string c = utf8(point);
        in_code.emplace_back('d', fmt::format("return b {} 1.0;", c));
        in_text.emplace_back(
            'd', fmt::format("const char* s = \"{0}\"; /* {0} */ return s[0] + b; // {0}", c));
    }
    std::vector<std::pair<char, std::string>> other_errors = in_text;
    for (auto& [form, body] : other_errors) {
        boost::replace_first(body, "s[0]", "nothing");
    }
    write_file(right, file_with(in_text));
    for (const std::string& compiler : compilers()) {
        const std::string about_right = said_about(compiler, right);
        BOOST_TEST(!boost::contains(about_right, " error: "), compiler << ": " << about_right);
        for (const Warning& each : warnings_about(about_right, right, read_file(right))) {
            BOOST_ERROR(compiler << " warns of line " << each.line << ": " << each.message);
        }
        for (const bool is_code : {true, false}) {
            const std::string text = file_with(is_code ? in_code : other_errors);
            write_file(file, text);
            auto blocks = by_line(said_about(compiler, file), file);
            for (std::size_t i = 0; i < copied.size(); ++i) {
                const auto& [point, words] = copied[i];
                const std::size_t line = first_line + 1 + 5 * i;
                const std::string code = fmt::format("U+{:04X}", static_cast<unsigned>(point));
                BOOST_TEST_CONTEXT(compiler << ": " << code << (is_code ? " in code" : " in text"))
                {
                    BOOST_TEST((blocks.count(line) == 1), "it is an error");
                    const std::string message = explain_compile_error(blocks[line], file, text);
                    BOOST_TEST(boost::contains(message, code) == is_code, message);
                    const std::string place = fmt::format("lab.cpp:{}:14: ", line);
                    BOOST_TEST((!is_code || boost::contains(message, place)), message);
                    BOOST_TEST((!is_code || boost::contains(message, words)), message);
                    // Others in the same file are counted.
                    BOOST_TEST((!is_code || boost::contains(message, "more such")), message);
                    for (const ErrorInLine& each : errors_in_lines(blocks[line], file, text)) {
                        BOOST_TEST((!is_code || boost::contains(each.message, words)));
                    }
                }
            }
        }
    }
}

// The compiler speaks of the line that uses the name; the character is where it is declared.
BOOST_AUTO_TEST_CASE(copied_characters_in_names)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lab.cpp";
    for (const char32_t point : {0x200B, 0x2060, 0xFF5A, 0x00B7, 0x00AD}) {
        const std::string text =
            file_with({{'d', fmt::format("double z{} = b;\n    return z;", utf8(point))}});
        write_file(file, text);
        for (const std::string& compiler : compilers()) {
            const std::string message =
                explain_compile_error(said_about(compiler, file), file, text);
            BOOST_TEST(
                boost::contains(message, fmt::format("U+{:04X}", static_cast<unsigned>(point))),
                compiler << ": " << message);
            BOOST_TEST(boost::contains(message, fmt::format("{}, column 13", first_line + 1)) !=
                           boost::contains(message, fmt::format("{}:13:", first_line + 1)),
                       compiler << ": " << message);
        }
    }
}

BOOST_AUTO_TEST_CASE(any_character_is_found_in_code_alone)
{
    std::size_t found = 0;
    for (char32_t point = 0x80; point < 0x20000; ++point) {
        if (point >= 0xD800 && point < 0xE000) {
            continue; // halves of a character in UTF-16
        }
        const std::string c = utf8(point);
        const auto all = foreign_characters_in("// " + c + "\n/* " + c + "\n */ x = 1'000 " + c +
                                               " \"" + c + "\\\"" + c + "\" '" + c + "' R\"a(" + c +
                                               ")\"\n" + c + ")a\";\n");
        found += all.size();
        if (!all.empty()) {
            BOOST_TEST_CONTEXT(fmt::format("U+{:04X}", static_cast<unsigned>(point)))
            {
                BOOST_TEST(all.size() == 1U);
                BOOST_TEST(all.front().line == 3U);
                BOOST_TEST(all.front().column == 15U);
                BOOST_TEST(boost::contains(described(all.front()),
                                           fmt::format("U+{:04X}", static_cast<unsigned>(point))));
            }
        }
    }
    BOOST_TEST(found > 5000U);
    for (const char* letters : {"가중합", "η", "é", "σ′"}) {
        BOOST_TEST(foreign_characters_in(letters).size() ==
                       (letters == std::string("σ′") ? 1U : 0U),
                   letters);
    }
    BOOST_TEST(foreign_characters_in("\xEF\xBB\xBFint x;\n").empty());
    // Full-width digits and letters take two columns of a terminal.
    const auto two = foreign_characters_in("ａ ｂ");
    BOOST_REQUIRE_EQUAL(two.size(), 2U);
    BOOST_TEST(two[1].column == 3U);
    BOOST_TEST(two[1].width_before == 3U);
}

BOOST_AUTO_TEST_CASE(loops_conditions_and_returns)
{
    std::vector<Slip> slips;
    for (const char* type : {"int", "std::size_t", "long"}) {
        for (const char* header : {"i = 0, i < 3, ++i", "i = 0; i < 3, ++i", "i = 0, i < 3; ++i"}) {
            slips.push_back(
                {'d',
                 fmt::format("double s = 0.0; for ({} {}) {{ s += b; }} return s;", type, header),
                 "set apart by semicolons", ""});
        }
    }
    {
        // Told by clang++ only where there is no other error.
        std::vector<Slip> without_return;
        for (const char* body : {"dot(x, w) + b;", "const double z = dot(x, w);", "xt::sum(x);"}) {
            for (const char form : {'d', 'V', 'M'}) {
                without_return.push_back({form, body, "returns nothing", ""});
            }
        }
        are_explained(without_return);
    }
    for (const char form : {'d', 'V', 'M'}) {
        slips.push_back({form, "return;", "return must say what", ""});
    }
    slips.insert(
        slips.end(),
        {{'d', "double s = 0.0; for (int i in x) { s += i; } return s;", "for (double entry : v)",
          ""},
         {'d', "double s = 0.0; for (i = 0; i < 3; ++i) { s += x(i); } return s;",
          "i needs its type", ""},
         {'d', "double s = 0.0; for (int i = 0; i < 3; ++i); { s += x(i); } return s;",
          "the ; right behind for", ""},
         {'d', "if (b > 0.0); return 1.0; else return 0.0;", "the ; right behind if", ""},
         {'d', "if (x(0) = 1.0) { return 1.0; } return 0.0;", "a comparison is written ==", ""},
         {'d', "if (b => 0.0) return 1.0; return 0.0;", "write >=", ""},
         {'d', "if (b =< 0.0) return 1.0; return 0.0;", "write <=", ""},
         {'V', "if (x > 0.0) { return x; } return w;", "compares every entry", ""},
         {'M', "return X > 0.0 ? X : W;", "compares every entry", ""},
         {'d', "double z = dot(x, w) b; return z;", "side by side", "", "at the end of this line"},
         {'d', "return dot(x, w) + b", "a semicolon is missing", ""},
         {'d', "return dot(x, w)) + b;", "a ) too many", ""},
         {'d', "return dot(x, w + b;", "a ) is missing", ""},
         {'d', "return x * w;", "their sum is dot(x, w)", "return dot(x, w);"},
         {'V', "return b;", "this is a double, and it promises a Vector", ""},
         {'d', "double z = x; return z;", "a whole Vector, where one number belongs", "",
          "what is returned"},
         {'M', "return dot(X, W);", "matmul(X, W)", "return matmul(X, W);"},
         {'d', "return dot(x, b);", "dot takes two Vectors", ""},
         {'d', "return dot(x);", "dot takes two Vectors", ""},
         {'d', "const double z = 0.0; z += b; return z;", "leave const out", "", "argument"},
         {'V', "x += w; return x;", "the arguments are const", ""},
         {'d', "z = dot(x, w); return z;", "double z = …;", ""},
         {'V', "std::vector z; return x;", "std::vector<double>", ""},
         {'d', "return static_cast(n);", "static_cast<double>(n)", ""},
         {'d', "return sigmoid(x);", "a whole Vector", ""},
         {'d', "double b = 2.0; return b;", "a parameter already", ""},
         {'d', "return b % 2;", "std::fmod", ""}});
    are_explained(slips);
}

BOOST_AUTO_TEST_CASE(nothing_is_said_where_the_cause_is_not_certain)
{
    are_explained({{'d', "return x.w;", "", ""},
                   {'d', "double z = {1.0, 2.0}; return z;", "", ""},
                   {'d', "auto k = x.size(); return std::exp(x) / k;", "xt::exp(x)", "", "auto"},
                   {'d', "return std::exp();", "", ""}});
}

BOOST_AUTO_TEST_CASE(a_quote_behind_a_name_does_not_transpose)
{
    // One such line makes the rest of a file unreadable for the compiler, so each is alone.
    for (const auto& [form, wrong, hint] :
         {std::tuple('M', "return X';", "transpose(X)"),
          std::tuple('M', "return matmul(X', W);", "transpose(X)"),
          std::tuple('d', "return dot(x', w);", "a Vector needs no transpose")}) {
        are_explained({{form, wrong, hint, ""}});
    }
}

BOOST_AUTO_TEST_CASE(the_solutions_give_no_warning)
{
    for (const auto& entry : fs::recursive_directory_iterator(root() / "solutions")) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        const fs::path folder = entry.path().parent_path().filename();
        for (const std::string& compiler : compilers()) {
            std::vector<std::string> command = command_of(compiler);
            command.push_back("-I" + (root() / "chapters" / folder).string());
            command.push_back(entry.path().string());
            const std::string said = run(command).err;
            BOOST_TEST(said.empty(), compiler << ": " << said);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_page_of_xtensor_compiles_line_by_line)
{
    const std::string page = read_file(root() / "docs" / "pages" / "xtensor.md");
    const std::string start = "```cpp\n";
    const auto from = page.find(start);
    BOOST_REQUIRE(from != std::string::npos);
    std::string text = "#include <algorithm>\n#include <cmath>\nnamespace lab {\n"
                       "using namespace workbook;\n";
    std::size_t count = 0;
    const auto add = [&](const std::string& statement) {
        text += fmt::format("void line_{}(const Vector& x, const Vector& w, const Matrix& X, const "
                            "Matrix& W, const Vector& b, std::size_t n, std::size_t i, "
                            "std::size_t j, double z)\n{{\n    {}\n}}\n",
                            count++, statement);
    };
    for (const std::string& line : lines_of(page.substr(
             from + start.size(), page.find("```\n", from + 1) - from - start.size()))) {
        // Each line declares one variable, which is used so that nothing is warned about.
        const auto equals = line.find(" = ");
        if (equals == std::string::npos) {
            continue;
        }
        const std::string name = line.substr(line.find(' ') + 1, equals - line.find(' ') - 1);
        add(line + "\n    static_cast<void>(" + name + ");");
    }
    BOOST_TEST(count >= 10U);
    // The last column of the table, and what else stands in quotes as code with brackets.
    for (std::size_t at = page.find("| in numpy");
         (at = page.find("` |\n", at)) != std::string::npos; ++at) {
        const std::string row = page.substr(page.rfind('\n', at) + 1, at - page.rfind('\n', at));
        std::string cell = row.substr(row.rfind("| ") + 2);
        boost::erase_all(cell, "`");
        // "a, b": set apart where no bracket is open
        int depth = 0;
        std::string one;
        for (const char c : cell + ",") {
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                add("static_cast<void>(" + one + ");");
                one.clear();
            } else {
                one += c;
            }
        }
    }
    BOOST_TEST(count >= 25U);
    text += "} // namespace lab\n";
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "page.cpp";
    write_file(file, text);
    for (const std::string& compiler : compilers()) {
        BOOST_TEST(said_about(compiler, file) == "", compiler << ": " << text);
    }
}

BOOST_AUTO_TEST_CASE(the_text_tells_the_kind_of_a_formula)
{
    const StudentCode code("double f(const Vector& x, const Matrix& X, int n, double b)\n{\n"
                           "    const auto N = x.size();\n    double a = 1.0, c = 2.0;\n"
                           "    int i = 0;\n    return a;\n}\n");
    using Formula = std::pair<const char*, Kind>;
    for (const auto& [formula, kind] : {Formula{"1", Kind::whole},
                                        Formula{"1.0", Kind::number},
                                        Formula{"n", Kind::whole},
                                        Formula{"N - 1", Kind::whole},
                                        Formula{"x.size()", Kind::whole},
                                        Formula{"X.shape(0)", Kind::whole},
                                        Formula{"b", Kind::number},
                                        Formula{"c", Kind::number},
                                        Formula{"1 / n", Kind::whole},
                                        Formula{"1.0 / n", Kind::number},
                                        Formula{"x", Kind::vector},
                                        Formula{"x(0)", Kind::number},
                                        Formula{"x[i]", Kind::number},
                                        Formula{"2.0 * x", Kind::vector},
                                        Formula{"X + x", Kind::matrix},
                                        Formula{"xt::exp(x)", Kind::vector},
                                        Formula{"std::exp(b)", Kind::number},
                                        Formula{"dot(x, x)", Kind::number},
                                        Formula{"matvec(X, x)", Kind::vector},
                                        Formula{"unit.w", Kind::unknown},
                                        Formula{"g(b)", Kind::unknown},
                                        Formula{"static_cast<double>(n)", Kind::number},
                                        Formula{"unknown + 1", Kind::unknown}}) {
        BOOST_TEST((code.kind_of(formula, 6) == kind), formula);
    }
    BOOST_TEST(code.functions().size() == 1U);
    BOOST_TEST(code.function_at(6)->name == "f");
    BOOST_TEST(code.function_at(6)->returns == "double");
    BOOST_TEST(code.function_at(1)->last_line == 7U);
}

BOOST_AUTO_TEST_CASE(any_text_can_be_taken_apart)
{
    for (const char* text : {"",
                             "\n",
                             "}",
                             "{",
                             "double f(",
                             "double f() {",
                             "/*",
                             "/* // */ */ x",
                             "'",
                             "\"",
                             "f(((",
                             "double f(const Vector& x) { return x",
                             "#",
                             "double f() {\ndouble g() {\n}\n",
                             "int a = , b = ;",
                             "<<<<>>>>",
                             "Vector<<<",
                             "x.",
                             "::",
                             "a::b::(",
                             "\xFF\xFE"}) {
        BOOST_CHECK_NO_THROW(StudentCode(text).kind_of(text, 1));
        BOOST_CHECK_NO_THROW(
            explain_compile_error("/x/lab.cpp:1:1: error: expected ';'\n", "/x/lab.cpp", text));
        BOOST_CHECK_NO_THROW(explain_compile_error(
            "/x/lab.cpp:1:1: error: no matching function for call to 'f'\n", "/x/lab.cpp", text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
