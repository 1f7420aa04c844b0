// How a Vector or Matrix of some size is made.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook::hints {

/// The name and type of the variable that the line declares; "z" and the function's type if none.
std::pair<std::string, std::string> declared(const Seen& seen)
{
    static const Pattern declaration(R"(\b(Vector|Matrix)(?:<\w*>)?\s+(\w+)\s*[=({\[;])");
    if (const auto match = declaration.first_in(seen.line)) {
        return {(*match)[1], (*match)[2]};
    }
    const Function* function = seen.code.function_at(seen.error.line);
    const bool returns = function != nullptr && boost::contains(seen.line, "return");
    if (returns && boost::contains(function->returns, "Matrix")) {
        return {"Matrix", "M"};
    }
    return {"Vector", "z"};
}
namespace {

/// Whether it is evident that an argument is a size.
bool is_size(const Seen& seen, const std::string& argument)
{
    return seen.kind(argument) == Kind::whole;
}

bool is_fraction(const Seen& seen, const std::string& argument)
{
    return seen.kind(argument) == Kind::number;
}

} // namespace

std::string zeros_function(const Seen& seen)
{
    for (const Call& call : seen.calls) {
        const bool fills = call.name == "zeros" || call.name == "ones" || call.name == "empty" ||
                           call.name == "from_shape" || call.name == "zeros_like" ||
                           call.name == "ones_like";
        if (!fills || call.qualifier == "np." || call.qualifier == "numpy.") {
            continue;
        }
        const bool refused =
            seen.says({"is not a class, struct, or union type", "cannot be used prior to '::'",
                       "no matching function for call to", "was not declared",
                       "undeclared identifier", "is not a member of", "no member named",
                       "expected primary-expression", "unexpected type name"});
        const bool from_shape = call.name == "from_shape" &&
                                seen.says({"request for member", "member reference base type"});
        if ((!refused && !from_shape) || call.arguments.empty()) {
            continue;
        }
        if (boost::ends_with(call.name, "_like") &&
            (call.qualifier != "xt::" || !is_size(seen, call.arguments[0]))) {
            continue;
        }
        std::string sizes = boost::join(call.arguments, ", ");
        const bool in_braces = sizes.front() == '{' && sizes.back() == '}';
        sizes = in_braces ? sizes.substr(1, sizes.size() - 2) : without_brackets(sizes);
        auto [type, name] = declared(seen);
        if (boost::contains(sizes, "shape()")) {
            return fmt::format("the kind of numbers stands in < >: xt::{}<double>({})", call.name,
                               sizes);
        }
        if (call.arguments.size() == 2 && !in_braces) {
            type = "Matrix";
        }
        const std::string filling = boost::starts_with(call.name, "ones") ? "ones" : "zeros";
        return fmt::format("the sizes stand in braces and the kind of numbers in < >: {}",
                           filled(type, name, sizes, filling));
    }
    return "";
}

std::string sized_container(const Seen& seen)
{
    static const Pattern vector_refused(
        R"(call to '(Vector|Matrix)\(|(?:constructor for initialization of|to) '(Vector|Matrix)')");
    const auto refused = vector_refused.first_in(seen.error.message);
    const bool from_braces = seen.says({"from '<brace-enclosed initializer list>' to 'Matrix'"});
    if (!from_braces && (!refused || !seen.says({"no matching"}))) {
        return "";
    }
    const std::string type = from_braces ? "Matrix" : (*refused)[1] + (*refused)[2];
    static const Pattern round(R"(\b(Vector|Matrix)(\s+\w+)?\s*\()");
    static const Pattern braces(R"(\b(Vector|Matrix)(\s+\w+)?\s*=?\s*\{([^{}]*)\})");
    auto [declared_type, name] = declared(seen);
    if (declared_type != type) {
        name = type == "Matrix" ? "M" : "z";
    }
    if (const auto match = braces.first_in(seen.line); match && type == "Matrix") {
        const std::string inside = boost::trim_copy((*match)[3]);
        return std::count(inside.begin(), inside.end(), ',') == 1 && is_size(seen, inside)
                   ? fmt::format("a Matrix of zeros with these sizes is {}",
                                 filled("Matrix", name, inside))
                   : fmt::format("every row of a Matrix has braces of its own: Matrix "
                                 "{}{{{{1.0, 2.0}}, {{3.0, 4.0}}}};",
                                 name);
    }
    if (!round.first_in(seen.line)) {
        return "";
    }
    for (std::size_t i = 0; i + 1 < seen.words.size(); ++i) {
        if (seen.words[i].text != type) {
            continue;
        }
        const std::size_t open = seen.words[i + 1].text == "(" ? i + 1 : i + 2;
        if (open >= seen.words.size() || seen.words[open].text != "(") {
            continue;
        }
        // Read as the call of a function named like this.
        const std::vector<Word> from(seen.words.begin() + static_cast<long>(open) - 1,
                                     seen.words.end());
        const auto calls = calls_in(from);
        if (calls.empty()) {
            continue;
        }
        const std::vector<std::string>& arguments = calls.front().arguments;
        const std::size_t sizes = type == "Vector" ? 1 : 2;
        const bool has_value = arguments.size() == sizes + 1;
        if (arguments.size() == sizes || (has_value && !is_fraction(seen, arguments[0]))) {
            if (is_fraction(seen, arguments[0])) {
                return "";
            }
            std::string all = arguments[0];
            all += sizes == 2 ? ", " + arguments[1] : "";
            const std::string value = has_value ? arguments.back() : "0.0";
            static const Pattern zero(R"(0*\.?0*)");
            if (zero.whole(value)) {
                return sizes == 1
                           ? fmt::format("{} zeros are {}", all, filled(type, name, all))
                           : fmt::format("{} rows and {} columns of zeros are {}", arguments[0],
                                         arguments[1], filled(type, name, all));
            }
            static const Pattern one(R"(1\.?0*)");
            std::string write = filled(type, name, all, "ones");
            if (!one.whole(value)) {
                boost::replace_first(write, "xt::", value + " * xt::");
            }
            return "the sizes stand in braces: " + write;
        }
        if (type == "Matrix" && arguments.size() == 1) {
            return fmt::format("a Matrix has rows and columns: {}",
                               filled(type, name, "rows, columns"));
        }
        if (type == "Vector") {
            return fmt::format("the entries of a Vector stand in braces: Vector {}{{{}}};", name,
                               boost::join(arguments, ", "));
        }
    }
    return "";
}

std::string one_entry(const Seen& seen)
{
    static const Pattern braces(R"(\bVector(?:\s+(\w+))?\s*=?\s*\(?\{\s*([^{},]+)\s*\}\)?)");
    const auto match = braces.first_in(seen.line);
    if (!match || !seen.says({"narrow"}) || !is_size(seen, boost::trim_copy((*match)[2]))) {
        return "";
    }
    const std::string size = boost::trim_copy((*match)[2]);
    const std::string name = (*match)[1].empty() ? "z" : (*match)[1];
    return fmt::format("this is a Vector with a single entry, the number {0}; {0} zeros are {1}",
                       size, filled("Vector", name, size));
}

std::string container_from_number(const Seen& seen)
{
    static const Pattern arrays(R"('(?:const )?(Vector|Matrix|double) ?\[[^\]]*\])");
    if (const auto match = arrays.first_in(seen.error.message);
        match && !seen.says({"for array subscript"})) {
        const auto [type, name] = declared(seen);
        static const Pattern sized(R"((\w+)\s+(\w+)\s*\[([^\]]+)\]\s*(?:\[([^\]]+)\])?\s*[;={])");
        const auto sizes = sized.first_in(seen.line);
        const bool table = sizes && !(*sizes)[4].empty();
        const std::string all =
            !sizes ? "n" : (*sizes)[3] + (table ? ", " + (*sizes)[4] : std::string{});
        return fmt::format("[ ] makes an array of C, no Vector or Matrix: {}",
                           filled(table || (*match)[1] == "Matrix" ? "Matrix" : "Vector",
                                  sizes ? (*sizes)[2] : name, all));
    }
    if (seen.says({"from 'std::vector<", "from 'const std::vector<", "type 'std::vector<",
                   "type 'const std::vector<"}) &&
        seen.says({"to 'Vector'", "type 'Vector'", "to non-scalar type 'Vector'"})) {
        return fmt::format("a std::vector is no Vector; make a Vector from the start: {}",
                           filled("Vector", declared(seen).second, "n"));
    }
    static const Pattern number_to(
        R"(from '(?:const )?(double|int|std::size_t|float|bool)' to (?:non-scalar type )?'(?:const )?(Vector|Matrix)')");
    static const Pattern declaration(R"(\b(Vector|Matrix)\s+(\w+)\s*=\s*[^;]*;)");
    if (const auto match = number_to.first_in(seen.error.message);
        match && declaration.first_in(seen.line) && boost::contains(seen.error.message, "from")) {
        const auto [type, name] = declared(seen);
        return fmt::format("one number is no {}, which needs its size: {}", type,
                           filled(type, name, type == "Matrix" ? "rows, columns" : "n"));
    }
    static const Pattern set(R"(\b(\w+)\s*=\s*[^=])");
    if (const auto match = set.first_in(seen.line);
        match && seen.says({"no match for 'operator='", "no viable overloaded '='"})) {
        const Name* name = seen.name((*match)[1]);
        if (name != nullptr && is_tensor(name->kind) && !name->is_const) {
            return fmt::format("one number is no {}; {}.fill(0.0) sets all its entries",
                               name->kind == Kind::vector ? "Vector" : "Matrix", name->name);
        }
    }
    for (const Call& call : seen.calls) {
        const Name* name = seen.name(call.qualifier.substr(0, call.qualifier.find('.')));
        if (call.name == "resize" && name != nullptr && is_tensor(name->kind) &&
            seen.says({"request for member", "member reference base type"})) {
            return "the sizes stand in braces; with all entries 0: " +
                   filled(name->kind == Kind::vector ? "Vector" : "Matrix", name->name,
                          boost::join(call.arguments, ", "));
        }
    }
    if (seen.says({"'Vector' is not a template", "'Matrix' is not a template"}) ||
        (seen.says({"expected unqualified-id"}) && boost::contains(seen.line, "Vector<"))) {
        return "Vector and Matrix hold doubles and take no < >: Vector z = "
               "xt::zeros<double>({n});";
    }
    return "";
}

} // namespace workbook::hints
