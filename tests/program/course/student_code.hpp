/// @file
/// What the text of a student's file says about itself, whether or not it compiles: its words,
/// functions, and what kind of value a name or a formula is where that is evident.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace workbook {

/// A word, number, operator or bracket of a file.
struct Word {
    std::string text;
    std::size_t line;   ///< from 1
    std::size_t column; ///< in bytes, from 1

    bool is_name() const;
    bool is_number() const;
};

/// What a formula gives. `unknown` is all that is not evident from the text.
enum class Kind { unknown, whole, number, vector, matrix };

/// A parameter or a local variable.
struct Name {
    std::string name;
    Kind kind = Kind::unknown;
    bool is_const = false;
    bool is_parameter = false;
    bool is_list = false; ///< a std::vector
};

/// A function as it stands in the file.
struct Function {
    std::string name;
    std::string returns; ///< its type as it is written: "double", "std::vector<Layer>"
    std::size_t first_line;
    std::size_t last_line;  ///< of its closing bracket, or of the file
    std::size_t first_word; ///< its place in words(): the opening bracket of the body
    std::size_t last_word;  ///< one past its last
    std::vector<Name> names;
};

/// A call in a line: `xt::zeros<double>(n)` has the qualifier "xt::", the name "zeros", the types
/// "<double>" and one argument. `x.dot(y)` has the qualifier "x.".
struct Call {
    std::string qualifier;
    std::string name;
    std::string types;
    std::vector<std::string> arguments;
    std::size_t first_word; ///< of the name, among the words of the line
    std::size_t last_word;  ///< of the closing bracket
};

/// A student's file, taken apart.
class StudentCode {
public:
    explicit StudentCode(const std::string& text);

    const std::vector<Word>& words() const { return words_; }
    const std::vector<Function>& functions() const { return functions_; }

    /// The words of a line, without comments.
    std::vector<Word> words_on(std::size_t line) const;
    /// A line without comments; "" if there is none of this number.
    std::string line(std::size_t number) const;

    /// The function that the line belongs to, its head included; nullptr if there is none.
    const Function* function_at(std::size_t line) const;
    /// The parameter or variable of this name in the function at that line; nullptr if there is
    /// none, or several of different kinds.
    const Name* name_at(const std::string& name, std::size_t line) const;

    /// What a formula gives, from the kinds of all that stands in it.
    Kind kind_of(const std::vector<Word>& formula) const;
    Kind kind_of(const std::string& formula, std::size_t line) const;

private:
    void find_functions();
    void find_names(Function& function, std::size_t from, std::size_t to, bool parameters) const;

    std::vector<std::string> lines_;
    std::vector<Word> words_;
    std::vector<Function> functions_;
};

/// The words of one line.
std::vector<Word> words_of(const std::string& line, std::size_t number);

/// The place of the bracket that closes the one at `open`; words.size() if there is none.
std::size_t closing(const std::vector<Word>& words, std::size_t open);

/// Words as they may be written.
std::string joined(const std::vector<Word>& words, std::size_t from, std::size_t to);

/// All calls among the words of a line whose brackets are closed there.
std::vector<Call> calls_in(const std::vector<Word>& words);

} // namespace workbook
