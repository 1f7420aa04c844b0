#include "arguments.hpp"

#include "given_functions.hpp"

#include "common/system/files.hpp"
#include "judging/search/interpreter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace judging::search {

std::unique_ptr<Formulas> other_way_of(const std::string& root, const std::string& folder,
                                       const std::string& file)
{
    const std::string name = folder.substr(folder.find('_') + 1);
    return std::make_unique<Formulas>(
        std::vector{workbook::read_file(root + "/chapters/common/math/layer.hpp"),
                    workbook::read_file(root + "/chapters/" + folder + "/" + name + ".hpp")},
        workbook::read_file(file));
}

std::unique_ptr<Formulas> formulas_of(const std::string& root, const std::string& folder)
{
    const std::string name = folder.substr(folder.find('_') + 1);
    return other_way_of(root, folder, root + "/solutions/" + folder + "/" + name + ".cpp");
}

double ArgumentMaker::between(double low, double high)
{
    return std::uniform_real_distribution(low, high)(engine_);
}

double ArgumentMaker::generic(double low, double high)
{
    return (engine_() % 2 == 0 ? -1.0 : 1.0) * between(low, high);
}

std::size_t ArgumentMaker::size(std::size_t low, std::size_t high)
{
    return low + engine_() % (high - low + 1);
}

Value ArgumentMaker::vector(std::size_t size)
{
    Value v = Value::vector(size);
    for (double& entry : v.own_tensor().data) {
        entry = generic();
    }
    return v;
}

Value ArgumentMaker::matrix(std::size_t rows, std::size_t columns)
{
    Value m = Value::matrix(rows, columns);
    for (double& entry : m.own_tensor().data) {
        entry = generic();
    }
    return m;
}

Value ArgumentMaker::layer(std::size_t inputs, std::size_t units)
{
    return Value::structure(formulas_.type("Layer"), {matrix(inputs, units), vector(units)});
}

Value ArgumentMaker::layers()
{
    std::vector<Value> all;
    for (std::size_t l = 1; l < units_.size(); ++l) {
        all.push_back(layer(units_[l - 1], units_[l]));
    }
    return Value::list(formulas_.type("Layer"), std::move(all));
}

namespace {

bool is_one_of(const std::string& name, std::initializer_list<const char*> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Value ArgumentMaker::number(const std::string& name)
{
    if (is_one_of(name, {"eta", "lr"})) {
        return Value::number(between(0.1, 0.6));
    }
    if (is_one_of(name, {"beta_1", "beta_2", "gamma"}) ||
        (name == "alpha" && chapter_ == "07_optimizers")) {
        return Value::number(between(0.3, 0.95));
    }
    if (is_one_of(name, {"epsilon", "decay", "kappa", "beta"})) {
        return Value::number(between(0.02, 0.4));
    }
    if (is_one_of(name, {"margin", "threshold", "h"})) {
        return Value::number(between(0.1, 0.4));
    }
    if (chapter_ == "06_initialization" || name == "limit") {
        return Value::number(between(0.2, 1.7));
    }
    if (name == "target") {
        return Value::number(static_cast<double>(engine_() % 2));
    }
    if (name == "at") {
        return Value::number(0.0);
    }
    return Value::number(generic());
}

Value ArgumentMaker::vector_of(const std::string& name)
{
    if (is_one_of(name, {"y_o", "y_h"}) || (name == "y" && chapter_ == "03_backprop")) {
        return squashed(vector(name == "y_h" ? sizes_.hidden : sizes_.outputs));
    }
    if (name == "p") {
        return distributions(vector(sizes_.outputs + 1));
    }
    if (name == "norms") {
        return positive(vector(sizes_.hidden + 1));
    }
    if (name == "targets" && chapter_ == "01_perceptron") {
        return bits(sizes_.rows);
    }
    if (name == "targets") {
        return vector(sizes_.rows);
    }
    if (is_one_of(name, {"g", "s", "g_max", "deviation"})) {
        return positive(vector(sizes_.inputs));
    }
    if (name == "delta_h") {
        return vector(sizes_.hidden);
    }
    if (is_one_of(name, {"delta_o", "y_t"})) {
        return name == "y_t" ? squashed(vector(sizes_.outputs)) : vector(sizes_.outputs);
    }
    return vector(sizes_.inputs);
}

Value ArgumentMaker::matrix_of(const std::string& name)
{
    if (is_one_of(name, {"X", "V"})) {
        return matrix(sizes_.rows, sizes_.inputs);
    }
    if (name == "T" || name == "output_delta") {
        return matrix(sizes_.rows, units_.back());
    }
    if (name == "P" && chapter_ == "05_activations") {
        return positive(matrix(sizes_.rows, sizes_.inputs));
    }
    if (name == "P" || name == "starts") {
        return matrix(sizes_.rows, 2);
    }
    if (name == "points") {
        Value points = matrix(1, sizes_.inputs + 3);
        std::sort(points.own_tensor().data.begin(), points.own_tensor().data.end());
        return points;
    }
    if (name == "outputs" && chapter_ == "06_initialization") {
        return squashed(matrix(sizes_.rows, sizes_.outputs));
    }
    if (name == "ends") {
        Value ends = matrix(4, 2);
        for (std::size_t j = 0; j < 2; ++j) {
            ends.own_tensor().data[4 + j] = ends.tensor().data[j];
        }
        return ends;
    }
    if (name == "gradients") {
        return matrix(sizes_.rows, sizes_.inputs);
    }
    return matrix(sizes_.rows, sizes_.outputs);
}

Value ArgumentMaker::structure(const Type& type, const std::string& of)
{
    if (type.name == "Layer") {
        if (of == "output" || of == "second") {
            return layer(sizes_.hidden, sizes_.outputs);
        }
        return layer(sizes_.inputs, sizes_.hidden);
    }
    std::vector<Value> fields;
    for (const Field& field : type.fields) {
        switch (field.type->kind) {
        case Type::Kind::structure: fields.push_back(structure(*field.type, field.name)); break;
        case Type::Kind::vector: fields.push_back(vector_of(field.name)); break;
        case Type::Kind::matrix: fields.push_back(matrix_of(field.name)); break;
        case Type::Kind::list: fields.push_back(list({field.name, field.type})); break;
        case Type::Kind::whole:
            fields.push_back(Value::whole(static_cast<std::int64_t>(size(1, 4))));
            break;
        default: fields.push_back(Value::number(generic()));
        }
    }
    return Value::structure(&type, std::move(fields));
}

Value ArgumentMaker::list(const Parameter& parameter)
{
    const Type& item = *parameter.type->item;
    const std::string& name = parameter.name;
    std::vector<Value> items;
    if (item.kind == Type::Kind::structure) {
        return layers();
    }
    if (item.kind == Type::Kind::matrix) {
        for (std::size_t l = 1; l < units_.size(); ++l) {
            items.push_back(matrix(sizes_.rows, units_[l]));
        }
    } else if (item.kind == Type::Kind::list) { // batches
        items.push_back(Value::list(item.item, {Value::count(0), Value::count(2)}));
        items.push_back(Value::list(item.item, {Value::count(1)}));
    } else if (name == "order" || name == "rows") {
        for (std::size_t n = 0; n < sizes_.rows; ++n) {
            items.push_back(Value::count(n));
        }
        std::shuffle(items.begin(), items.end(), engine_);
        if (name == "rows") {
            items.pop_back();
        }
    } else if (item.kind == Type::Kind::number) {
        for (std::size_t l = 1; l < units_.size(); ++l) {
            items.push_back(Value::number(between(0.2, 1.5)));
        }
    } else {
        for (const std::size_t units : units_) {
            items.push_back(item.kind == Type::Kind::count
                                ? Value::count(units)
                                : Value::whole(static_cast<std::int64_t>(units)));
        }
    }
    return Value::list(&item, std::move(items));
}

Value ArgumentMaker::parameter(const std::string& function, const Parameter& parameter)
{
    const std::string& name = parameter.name;
    const Type& type = *parameter.type;
    std::optional<Value> own;
    if (chapter_ == "08_losses") {
        own = of_losses(function, parameter);
    } else if (chapter_ == "09_generalization") {
        own = of_generalization(function, parameter);
    } else if (chapter_ == "10_digits") {
        own = of_digits(function, parameter);
    }
    if (own) {
        return *own;
    }
    switch (type.kind) {
    case Type::Kind::number: return number(name);
    case Type::Kind::truth: return Value::truth(true);
    case Type::Kind::enumeration:
        return Value::whole(static_cast<std::int64_t>(engine_() % type.values.size()));
    case Type::Kind::vector:
        return name == "z" && function == "chain_slope" ? vector(sizes_.inputs) : vector_of(name);
    case Type::Kind::matrix: return matrix_of(name);
    case Type::Kind::list: return list(parameter);
    case Type::Kind::structure:
        if (type.name == "Pass") {
            Value all = layers(); // shapes as in the network
            std::vector<Value> Z;
            std::vector<Value> H{matrix(sizes_.rows, units_[0])};
            for (std::size_t l = 1; l < units_.size(); ++l) {
                Z.push_back(matrix(sizes_.rows, units_[l]));
                std::vector<Value> z{Z.back()};
                H.push_back(bent(z));
            }
            const Type* const item = type.fields[0].type->item;
            return Value::structure(
                &type, {Value::list(item, std::move(Z)), Value::list(item, std::move(H))});
        }
        return structure(type, name);
    case Type::Kind::function:
        if (name == "E") {
            return Value::function(cost);
        }
        if (name == "slope" || name == "gradient") {
            return Value::function(slope_of_cost);
        }
        if (chapter_ == "05_activations") {
            return Value::function(name == "f_slope" ? tanh_slope_of : tanh_of);
        }
        return Value::function(name == "f_slope" ? bent_slope : bent);
    case Type::Kind::whole:
        return Value::whole(static_cast<std::int64_t>(name == "k"            ? size(0, 2)
                                                      : name == "highest"    ? 2
                                                      : name == "batch_size" ? 2
                                                                             : size(2, 4)));
    default: return Value::count(is_one_of(name, {"epochs", "max_epochs"}) ? 3 : size(2, 5));
    }
}

/// With entries on the border between two cases, and entries that are very large.
Value ArgumentMaker::special(Value value, const std::string& function)
{
    if (chapter_ == "05_activations" && value.kind() == Value::Kind::matrix &&
        function.find("softmax") != 0) {
        const double infinity = std::numeric_limits<double>::infinity();
        const std::vector<double> entries{0.0,      -1000.0, 1000.0,      -infinity,
                                          infinity, -0.01,   std::nan("")};
        Value m = Value::matrix(1, entries.size());
        std::copy(entries.begin(), entries.end(), m.own_tensor().data.begin());
        return m;
    }
    const bool step = function.find("step") == 0 || function == "classify" || function == "mlp" ||
                      function == "forward" || function == "hidden_space" || function == "train";
    if (chapter_ == "01_perceptron" && function == "step_activation") {
        return Value::number(0.0);
    }
    if (step && (chapter_ == "01_perceptron" || chapter_ == "02_xor_mlp")) {
        if (value.kind() == Value::Kind::number) {
            return Value::number(0.0);
        }
        if (value.kind() == Value::Kind::vector || value.kind() == Value::Kind::matrix) {
            for (double& entry : value.own_tensor().data) {
                entry = engine_() % 2 == 0 ? 0.0 : 1.0;
            }
        } else if (value.kind() == Value::Kind::structure) {
            for (Value& field : value.own_sequence().items) {
                field = special(std::move(field), function);
            }
        }
    }
    if (function == "sigmoid_unit" && value.kind() == Value::Kind::number) {
        return Value::number(-1000.0);
    }
    return value;
}

std::vector<Value> ArgumentMaker::arguments(const std::string& chapter, const Function& function,
                                            std::size_t number, bool is_special)
{
    chapter_ = chapter;
    sizes_ =
        number == 0 ? Sizes{2, 2, 2, 2} : Sizes{size(3, 5), size(2, 3), size(3, 4), size(2, 3)};
    units_ = {sizes_.inputs, sizes_.hidden, sizes_.outputs};
    if (number > 0) {
        units_ = {sizes_.inputs, sizes_.hidden + 1, sizes_.hidden, sizes_.outputs};
    }
    if (chapter == "07_optimizers" &&
        (function.name.find("valley") == 0 || function.name.find("bowl") == 0 ||
         function.name.find("beale") == 0 || function.name.find("saddle") == 0)) {
        sizes_.inputs = 2;
    }
    if (function.name == "mean_gradient") {
        sizes_.rows = std::max<std::size_t>(sizes_.rows, 3);
    }
    choose_sizes();
    std::vector<Value> made;
    for (const Parameter& each : function.parameters) {
        made.push_back(parameter(function.name, each));
    }
    if (is_special) {
        for (Value& value : made) {
            value = special(std::move(value), function.name);
        }
    }
    if (function.name == "mistake_bound") { // a separator that separates
        const Tensor& X = made[0].tensor();
        const Value w = made[2].sequence().items[0];
        const double b = made[2].sequence().items[1].as_number();
        for (std::size_t n = 0; n < X.rows; ++n) {
            double z = b;
            for (std::size_t i = 0; i < X.columns; ++i) {
                z += X.data[n * X.columns + i] * w.tensor().data[i];
            }
            made[1].own_tensor().data[n] = z > 0.0 ? 1.0 : 0.0;
        }
    }
    return made;
}

} // namespace judging::search
