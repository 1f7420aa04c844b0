// What a loop leaves that has a slip: that ends early, goes on adding, or adds in an int.
#include "judging/search/builtins.hpp"

#include <algorithm>
#include <cmath>

namespace judging::search {
namespace {

/// The same of a list whose items are gone through.
Value part_of_list(Builtin builtin, const Value& v)
{
    Value result = v;
    std::vector<Value>& items = result.own_sequence().items;
    if (items.empty()) {
        return result;
    }
    switch (builtin) {
    case Builtin::without_first: items.erase(items.begin()); break;
    case Builtin::without_last: items.pop_back(); break;
    case Builtin::only_first: items.resize(1); break;
    case Builtin::only_last: items.erase(items.begin(), items.end() - 1); break;
    case Builtin::reversed: std::reverse(items.begin(), items.end()); break;
    default: throw Broken{};
    }
    return result;
}

} // namespace

/// A loop that ends early, begins late or is left after its first pass.
Value partly(Builtin builtin, const Value& v)
{
    if (v.is_sequence()) {
        return part_of_list(builtin, v);
    }
    Value result = v;
    Tensor& t = result.own_tensor();
    const bool matrix = v.kind() == Value::Kind::matrix;
    const std::size_t size = matrix ? t.rows : t.columns;
    const std::size_t width = matrix ? t.columns : 1;
    for (std::size_t i = 0; i < size; ++i) {
        const bool kept = builtin == Builtin::without_first  ? i > 0
                          : builtin == Builtin::without_last ? i + 1 < size
                          : builtin == Builtin::only_first   ? i == 0
                          : builtin == Builtin::only_last    ? i + 1 == size
                                                             : true;
        for (std::size_t j = 0; j < width; ++j) {
            double& entry = t.data[i * width + j];
            if (builtin == Builtin::first_everywhere) {
                entry = v.tensor().data[j];
            } else if (builtin == Builtin::reversed) {
                entry = v.tensor().data[(size - 1 - i) * width + j];
            } else if (!kept) {
                entry = 0.0;
            }
        }
    }
    return result;
}

/// For the least or the largest: the entries that are not looked at are like one that is.
Value looked_at(Builtin builtin, const Value& v)
{
    Value result = v;
    Numbers& data = result.own_tensor().data;
    if (data.size() < 2) {
        return result;
    }
    switch (builtin) {
    case Builtin::all_but_first: data[0] = data[1]; break;
    case Builtin::first_alone: std::fill(data.begin(), data.end(), data[0]); break;
    case Builtin::last_alone: std::fill(data.begin(), data.end(), data[data.size() - 1]); break;
    case Builtin::all_but_last: data[data.size() - 1] = data[data.size() - 2]; break;
    default: std::fill(data.begin() + 1, data.end() - 1, data[0]); break;
    }
    return result;
}

/// Each row holds those before it as well.
Value running(const Value& v)
{
    Value result = v;
    Tensor& t = result.own_tensor();
    const std::size_t width = v.kind() == Value::Kind::matrix ? t.columns : 1;
    for (std::size_t i = width; i < t.data.size(); ++i) {
        t.data[i] += t.data[i - width];
    }
    return result;
}

/// One list behind the other.
Value joined(const Value& a, const Value& b)
{
    if (a.kind() != Value::Kind::list || b.kind() != Value::Kind::list) {
        throw Broken{};
    }
    Value result = a;
    std::vector<Value>& items = result.own_sequence().items;
    const std::vector<Value>& more = b.sequence().items;
    items.insert(items.end(), more.begin(), more.end());
    return result;
}

/// The sum, or that of the products, in an int: the fraction is cut off after every term.
Value in_wholes(const Value& a, const Value* b)
{
    const Numbers& x = a.tensor().data;
    if (b != nullptr && b->tensor().data.size() != x.size()) {
        throw Threw{};
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum = std::trunc(sum + x[i] * (b == nullptr ? 1.0 : b->tensor().data[i]));
    }
    return Value::number(sum);
}

} // namespace judging::search
