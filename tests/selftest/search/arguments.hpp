/// @file
/// Arguments for any function of a chapter, made up from the names and types of its parameters so
/// that their shapes fit.
#pragma once

#include "judging/search/syntax.hpp"

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace judging::search {

/// The sizes that one case has throughout.
struct Sizes {
    std::size_t rows = 3;
    std::size_t inputs = 2;
    std::size_t hidden = 3;
    std::size_t outputs = 2;
};

class ArgumentMaker {
public:
    ArgumentMaker(const Formulas& formulas, std::uint32_t seed) : formulas_(formulas), engine_(seed)
    {
    }

    /// Arguments for a function of that chapter. Case 0 is small; one that is special has exact 0s,
    /// ±1000, ∞ and NaN.
    std::vector<Value> arguments(const std::string& chapter, const Function& function,
                                 std::size_t number, bool is_special = false);

private:
    double generic(double low = 0.3, double high = 1.4);
    double between(double low, double high);
    std::size_t size(std::size_t low, std::size_t high);
    Value vector(std::size_t size);
    Value matrix(std::size_t rows, std::size_t columns);
    Value layer(std::size_t inputs, std::size_t units);
    Value layers();
    Value structure(const Type& type, const std::string& of);
    Value special(Value value, const std::string& function);
    Value parameter(const std::string& function, const Parameter& parameter);
    Value number(const std::string& name);
    Value list(const Parameter& parameter);
    Value vector_of(const std::string& name);
    Value matrix_of(const std::string& name);
    Value bits(std::size_t size);
    Value labels(const Type& item);

    // What a chapter has that the others do not: nothing for all other parameters.
    void choose_sizes();
    std::optional<Value> of_losses(const std::string& function, const Parameter& parameter);
    std::optional<Value> of_generalization(const std::string& function, const Parameter& parameter);
    std::optional<Value> of_digits(const std::string& function, const Parameter& parameter);

    const Formulas& formulas_;
    std::mt19937 engine_;
    std::string chapter_;
    Sizes sizes_;
    std::vector<std::size_t> units_; ///< of a deep network, the inputs first
};

Value positive(Value v);
/// Into (0, 1).
Value squashed(Value v);
/// Every row, or the whole vector, above 0 and with the sum 1.
Value distributions(Value v);

/// The headers and the solution of a chapter, from the folder of the project.
std::unique_ptr<Formulas> formulas_of(const std::string& root, const std::string& folder);
/// The same with another answer to the chapter.
std::unique_ptr<Formulas> other_way_of(const std::string& root, const std::string& folder,
                                       const std::string& file);

} // namespace judging::search
