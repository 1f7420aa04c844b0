/// @file
/// What the rules of the hints look at, and what they have in common. Each rule knows one kind of
/// slip: it gives the hint, or "" if the error is about something else.
#pragma once

#include "explain/hints.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace workbook::hints {

/// What a rule looks at.
struct Seen {
    const CompileError& error;
    const StudentCode& code;
    std::string line;        ///< without comments and what stands in quotes
    std::vector<Word> words; ///< of that line
    std::vector<Call> calls;

    bool says(std::initializer_list<const char*> phrases) const
    {
        return std::any_of(phrases.begin(), phrases.end(), [&](const char* phrase) {
            return boost::contains(error.message, phrase);
        });
    }
    bool notes(const char* phrase) const { return boost::contains(error.notes, phrase); }
    Kind kind(const std::string& formula) const { return code.kind_of(formula, error.line); }
    const Name* name(const std::string& each) const { return code.name_at(each, error.line); }
};

bool is_tensor(Kind kind);

bool is_single(Kind kind);

/// The operand that ends before the word at `at`, or begins behind it: a name, a number, a call or
/// something in brackets. "" if it is none.
std::string operand_before(const std::vector<Word>& words, std::size_t at);

std::string operand_after(const std::vector<Word>& words, std::size_t at);

std::string without_brackets(const std::string& formula);

/// How a power is written.
std::string power(const Seen& seen, const std::string& base, const std::string& exponent);

/// The power that is meant by the sign, which begins at this word.
std::string power_at(const Seen& seen, std::size_t at, std::size_t length);

// Signs of the keyboard that mean something else in C++, and powers.
std::string at_sign(const Seen& seen);
std::string prime(const Seen& seen);
std::string power_sign(const Seen& seen);
std::string unwritten_product(const Seen& seen);

// Loops, conditions, brackets, semicolons, and a return that is missing.
std::string loop(const Seen& seen);
std::string empty_body(const Seen& seen);
std::string condition(const Seen& seen);
std::string missing_return(const Seen& seen);
std::string brackets(const Seen& seen);
std::string semicolon(const Seen& seen);
std::string missing_brace(const Seen& seen);

// How a Vector or Matrix of some size is made.
std::pair<std::string, std::string> declared(const Seen& seen);
std::string zeros_function(const Seen& seen);
std::string sized_container(const Seen& seen);
std::string one_entry(const Seen& seen);
std::string container_from_number(const Seen& seen);

// What is written in Python.
bool is_entrywise(const std::string& name);
std::string reduction_of(const std::string& name);
std::string product(const Seen& seen, const std::string& a, const std::string& b);
std::string instead_of(const Seen& seen, const std::string& function,
                       const std::vector<std::string>& arguments);
std::string numpy(const Seen& seen);
std::string library_with_dot(const Seen& seen);
std::string member(const Seen& seen);
std::string brackets_of_members(const Seen& seen);
std::string number_as_object(const Seen& seen);
std::string slice(const Seen& seen);
std::string row(const Seen& seen);

// A function of the other library, or of none.
std::string wrong_library(const Seen& seen);
std::string reduction_of_number(const Seen& seen);
std::string unknown_member_of_library(const Seen& seen);

// Names that are not known.
std::string unknown_name(const Seen& seen);
std::string other_unknown(const Seen& seen);
std::string of_this(const Seen& seen);
std::string template_arguments(const Seen& seen);

// A value of one type where another belongs.
std::string wrong_product(const Seen& seen);
std::pair<std::string, std::string> conversion(const Seen& seen);
std::string wrong_type(const Seen& seen);
std::string reduction_without_brackets(const Seen& seen);
std::string lazy_variable(const Seen& seen);
std::string constant(const Seen& seen);
std::string twice(const Seen& seen);
std::string remainder(const Seen& seen);
std::string shapes(const Seen& seen);

} // namespace workbook::hints
