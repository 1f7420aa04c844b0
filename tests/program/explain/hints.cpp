#include "explain/hints.hpp"

#include "common/system/text.hpp"
#include "explain/hints/rules.hpp"

#include <fmt/format.h>

namespace workbook {

std::string filled(const std::string& type, const std::string& name, const std::string& sizes,
                   const std::string& filling)
{
    return fmt::format("{} {} = xt::{}<double>({{{}}});", type, name, filling, sizes);
}

namespace {

/// Blanks what stands in quotes.
std::string without_quotes(const std::string& line)
{
    std::string result = line;
    for (const Word& word : words_of(line, 1)) {
        if (word.text.front() == '"' && word.text.size() > 2) {
            result.replace(word.column, word.text.size() - 2, word.text.size() - 2, ' ');
        }
    }
    return result;
}

} // namespace

std::string hint_for(const CompileError& error, const StudentCode& code)
{
    constexpr std::size_t longest = 400; // a pattern recurses over every character
    using namespace hints;
    Seen seen{error, code, without_quotes(first_bytes(code.line(error.line), longest)), {}, {}};
    seen.words = words_of(seen.line, error.line);
    seen.calls = calls_in(seen.words);
    // From the most certain to the most general.
    for (const auto rule : {missing_return,
                            at_sign,
                            prime,
                            loop,
                            empty_body,
                            slice,
                            condition,
                            power_sign,
                            unwritten_product,
                            of_this,
                            numpy,
                            library_with_dot,
                            zeros_function,
                            sized_container,
                            one_entry,
                            row,
                            container_from_number,
                            member,
                            brackets_of_members,
                            number_as_object,
                            reduction_without_brackets,
                            wrong_library,
                            reduction_of_number,
                            unknown_member_of_library,
                            template_arguments,
                            missing_brace,
                            brackets,
                            semicolon,
                            unknown_name,
                            other_unknown,
                            lazy_variable,
                            twice,
                            remainder,
                            constant,
                            wrong_product,
                            wrong_type,
                            shapes}) {
        if (const std::string hint = rule(seen); !hint.empty()) {
            return hint;
        }
    }
    return "";
}

} // namespace workbook
