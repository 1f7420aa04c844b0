// What chapters 8 to 10 ask of their arguments: probabilities, labels, fractions, rates, and
// functions that stand for a network's parts.
#include "arguments.hpp"

#include "given_functions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace judging::search {
namespace {

bool begins_with(const std::string& text, const char* start)
{
    return text.rfind(start, 0) == 0;
}

} // namespace

Value positive(Value v)
{
    for (double& entry : v.own_tensor().data) {
        entry = std::abs(entry);
    }
    return v;
}

Value squashed(Value v)
{
    for (double& entry : v.own_tensor().data) {
        entry = 1.0 / (1.0 + std::exp(-entry));
    }
    return v;
}

Value distributions(Value v)
{
    v = positive(std::move(v));
    const std::size_t columns = v.tensor().columns;
    auto& data = v.own_tensor().data;
    for (double* row = data.begin(); row != data.end(); row += columns) {
        const double sum = std::accumulate(row, row + columns, 0.0);
        std::for_each(row, row + columns, [sum](double& entry) { entry /= sum; });
    }
    return v;
}

void ArgumentMaker::choose_sizes()
{
    if (chapter_ == "09_generalization") { // more rows than weights, so that a fit is not exact
        sizes_.rows = sizes_.inputs + size(3, 5);
    }
    if (chapter_ == "10_digits") { // enough for three parts
        sizes_.rows += 4;
    }
}

std::optional<Value> ArgumentMaker::of_losses(const std::string& function,
                                              const Parameter& parameter)
{
    const std::string& name = parameter.name;
    if (name == "T") {
        const bool numbers = begins_with(function, "squared_error");
        const bool bits = begins_with(function, "binary") || begins_with(function, "sigmoid");
        const Value T = matrix(sizes_.rows, sizes_.outputs);
        return numbers ? T : bits ? squashed(T) : distributions(T);
    }
    if (name == "P") {
        return distributions(matrix(sizes_.rows, sizes_.outputs));
    }
    if (name == "p") {
        return squashed(vector(sizes_.rows));
    }
    if (name == "t") {
        return bits(sizes_.rows);
    }
    if (name == "labels") {
        return labels(*parameter.type->item);
    }
    if (name == "classes") {
        return Value::count(sizes_.outputs);
    }
    return std::nullopt;
}

std::optional<Value> ArgumentMaker::of_generalization(const std::string& function,
                                                      const Parameter& parameter)
{
    const std::string& name = parameter.name;
    const auto kind = parameter.type->kind;
    if (kind == Type::Kind::function) {
        return Value::function(name == "one_epoch" ? turned : cost);
    }
    if (kind == Type::Kind::whole) {
        return Value::whole(static_cast<std::int64_t>(name == "epochs"   ? size(4, 7)
                                                      : name == "degree" ? size(0, 3)
                                                                         : size(1, 2)));
    }
    if (kind == Type::Kind::number) {
        return Value::number(name == "eta" || name == "lambda" ? between(0.05, 0.6)
                                                               : between(0.1, 1.4));
    }
    if (kind == Type::Kind::list && name == "validation") {
        std::vector<Value> errors;
        for (std::size_t degree = 0; degree < sizes_.rows; ++degree) {
            errors.push_back(Value::number(between(0.2, 1.5)));
        }
        return Value::list(parameter.type->item, std::move(errors));
    }
    if (name == "x" || name == "t") {
        return vector(sizes_.rows);
    }
    if (name == "x_validation" || name == "t_validation") {
        return vector(sizes_.rows - 1);
    }
    if (name == "predictions") {
        return matrix(sizes_.rows, sizes_.inputs);
    }
    if (function == "scale_of" && engine_() % 3 == 0) { // with a column that has no spread
        Value X = matrix(sizes_.rows, sizes_.inputs);
        for (std::size_t n = 1; n < sizes_.rows; ++n) {
            X.own_tensor().data[n * sizes_.inputs] = X.tensor().data[0];
        }
        return X;
    }
    return std::nullopt;
}

std::optional<Value> ArgumentMaker::of_digits(const std::string& function,
                                              const Parameter& parameter)
{
    const std::string& name = parameter.name;
    const auto kind = parameter.type->kind;
    if (kind == Type::Kind::function) {
        return Value::function(name == "loss"        ? slope_of_loss
                               : name == "optimizer" ? descended
                               : name == "step"      ? stepped
                                                     : scores);
    }
    if (name == "f" || name == "f_slope") { // not the same for all layers
        std::vector<Value> all;
        for (std::size_t l = 1; l < units_.size(); ++l) {
            all.push_back(Value::function(l % 2 == 0    ? (name == "f" ? tanh_of : tanh_slope_of)
                                          : name == "f" ? bent
                                                        : bent_slope));
        }
        return Value::list(parameter.type->item, std::move(all));
    }
    if (name == "validation" || name == "test") {
        return Value::number(between(0.1, 0.4));
    }
    if (name == "first" || name == "last") {
        return Value::number(name == "first" ? between(0.01, 0.1) : between(0.5, 2.0));
    }
    if (name == "beta") {
        return Value::number(between(0.3, 0.95));
    }
    if (name == "limit") { // some gradients are below it, most above
        return Value::number(engine_() % 3 == 0 ? between(20.0, 30.0) : between(0.2, 1.7));
    }
    if (name == "delta") {
        return matrix(sizes_.rows, sizes_.hidden);
    }
    if (name == "Z" && function == "dead_units") {
        Value Z = matrix(sizes_.rows, units_.front() + 3);
        const std::size_t dead = size(0, 2);
        for (std::size_t k = 0; k < Z.tensor().data.size(); ++k) {
            const std::size_t unit = k % Z.tensor().columns;
            if (unit % 3 == dead) {
                Z.own_tensor().data[k] = -std::abs(Z.tensor().data[k]);
            }
        }
        return Z;
    }
    if (name == "predicted" || name == "labels") {
        return labels(*parameter.type->item);
    }
    if (name == "classes") {
        return Value::count(sizes_.outputs);
    }
    if (name == "rates") {
        Value rates = squashed(vector(sizes_.rows));
        std::sort(rates.own_tensor().data.begin(), rates.own_tensor().data.end());
        return rates;
    }
    if (name == "losses" || name == "values") {
        return vector(sizes_.rows);
    }
    return std::nullopt;
}

/// Each 0 or 1.
Value ArgumentMaker::bits(std::size_t size)
{
    Value made = Value::vector(size);
    for (double& entry : made.own_tensor().data) {
        entry = static_cast<double>(engine_() % 2);
    }
    return made;
}

/// A class for every row.
Value ArgumentMaker::labels(const Type& item)
{
    std::vector<Value> made;
    for (std::size_t n = 0; n < sizes_.rows; ++n) {
        made.push_back(Value::count(size(0, sizes_.outputs - 1)));
    }
    return Value::list(&item, std::move(made));
}

} // namespace judging::search
