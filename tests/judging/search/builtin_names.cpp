// The names of the functions that solutions call.
#include "judging/search/builtins.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace judging::search {
namespace {

using Name = std::pair<std::string_view, Builtin>;

/// The first name of each is the one that messages use.
constexpr std::array names{
    Name{"exp", Builtin::exp},
    Name{"expm1", Builtin::expm1},
    Name{"exp2", Builtin::exp2},
    Name{"log", Builtin::log},
    Name{"log1p", Builtin::log1p},
    Name{"log2", Builtin::log2},
    Name{"log10", Builtin::log10},
    Name{"sqrt", Builtin::sqrt},
    Name{"cbrt", Builtin::cbrt},
    Name{"square", Builtin::square},
    Name{"cube", Builtin::cube},
    Name{"abs", Builtin::abs},
    Name{"fabs", Builtin::abs},
    Name{"sign", Builtin::sign},
    Name{"tanh", Builtin::tanh},
    Name{"sinh", Builtin::sinh},
    Name{"cosh", Builtin::cosh},
    Name{"sin", Builtin::sin},
    Name{"cos", Builtin::cos},
    Name{"tan", Builtin::tan},
    Name{"atan", Builtin::atan},
    Name{"asin", Builtin::asin},
    Name{"acos", Builtin::acos},
    Name{"atanh", Builtin::atanh},
    Name{"asinh", Builtin::asinh},
    Name{"tgamma", Builtin::tgamma},
    Name{"equal", Builtin::same_number},
    Name{"erf", Builtin::erf},
    Name{"erfc", Builtin::erfc},
    Name{"floor", Builtin::floor},
    Name{"ceil", Builtin::ceil},
    Name{"round", Builtin::round},
    Name{"trunc", Builtin::trunc},
    Name{"isnan", Builtin::isnan},
    Name{"isinf", Builtin::isinf},
    Name{"isfinite", Builtin::isfinite},
    Name{"eval", Builtin::identity},
    Name{"cast", Builtin::identity},
    Name{"noalias", Builtin::identity},
    Name{"pow", Builtin::pow},
    Name{"maximum", Builtin::maximum},
    Name{"max", Builtin::maximum},
    Name{"fmax", Builtin::maximum},
    Name{"minimum", Builtin::minimum},
    Name{"min", Builtin::minimum},
    Name{"fmin", Builtin::minimum},
    Name{"clip", Builtin::clip},
    Name{"clamp", Builtin::clip},
    Name{"sum", Builtin::sum},
    Name{"mean", Builtin::mean},
    Name{"amax", Builtin::amax},
    Name{"amin", Builtin::amin},
    Name{"prod", Builtin::prod},
    Name{"argmax", Builtin::argmax},
    Name{"argmin", Builtin::argmin},
    Name{"stddev", Builtin::stddev},
    Name{"variance", Builtin::variance},
    Name{"dot", Builtin::dot},
    Name{"matvec", Builtin::matvec},
    Name{"matmul", Builtin::matmul},
    Name{"outer", Builtin::outer},
    Name{"transpose", Builtin::transpose},
    Name{"solve", Builtin::solve},
    Name{"eigenvalues", Builtin::eigenvalues},
    Name{"zeros", Builtin::zeros},
    Name{"ones", Builtin::ones},
    Name{"zeros_like", Builtin::zeros_like},
    Name{"ones_like", Builtin::ones_like},
    Name{"full_like", Builtin::full_like},
    Name{"diag", Builtin::diag},
    Name{"eye", Builtin::eye},
    Name{"where", Builtin::where},
    Name{"row", Builtin::row},
    Name{"col", Builtin::column},
    Name{"view", Builtin::view},
    Name{"all", Builtin::all},
    Name{"range", Builtin::range},
    Name{"keep_dims", Builtin::keep_dims},
    Name{"infinity", Builtin::infinity},
    Name{"quiet_NaN", Builtin::quiet_nan},
    Name{"any_of", Builtin::any_of},
    Name{"all_of", Builtin::all_of},
    Name{"none_of", Builtin::none_of},
    Name{"count_if", Builtin::count_if},
    Name{"accumulate", Builtin::accumulate},
    Name{"max_element", Builtin::max_element},
    Name{"min_element", Builtin::min_element},
    Name{"reverse", Builtin::reverse},
    Name{"inner_product", Builtin::inner_product},
};

using MethodName = std::pair<std::string_view, Method>;
constexpr std::array method_names{
    MethodName{"size", Method::size},
    MethodName{"shape", Method::shape},
    MethodName{"push_back", Method::push_back},
    MethodName{"pop_back", Method::pop_back},
    MethodName{"emplace_back", Method::push_back},
    MethodName{"back", Method::back},
    MethodName{"front", Method::front},
    MethodName{"empty", Method::empty},
    MethodName{"begin", Method::begin},
    MethodName{"end", Method::end},
    MethodName{"rbegin", Method::rbegin},
    MethodName{"rend", Method::rend},
    MethodName{"dimension", Method::dimension},
    MethodName{"resize", Method::resize},
    MethodName{"fill", Method::fill},
    MethodName{"clear", Method::clear},
    MethodName{"reserve", Method::none},
    MethodName{"uniform", Method::uniform},
    MethodName{"normal", Method::normal},
    MethodName{"uniform_vector", Method::uniform_vector},
    MethodName{"uniform_matrix", Method::uniform_matrix},
    MethodName{"normal_vector", Method::normal_vector},
    MethodName{"normal_matrix", Method::normal_matrix},
    MethodName{"index", Method::draw_index},
    MethodName{"permutation", Method::permutation},
};

} // namespace

Builtin builtin_named(std::string_view name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.first == name; });
    return found == names.end() ? Builtin::none : found->second;
}

std::string_view name_of(Builtin builtin)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const Name& n) { return n.second == builtin; });
    return found == names.end() ? "" : found->first;
}

Method method_named(std::string_view name)
{
    const auto found = std::find_if(method_names.begin(), method_names.end(),
                                    [&](const MethodName& n) { return n.first == name; });
    return found == method_names.end() ? Method::none : found->second;
}

std::string spoken_name(Builtin builtin)
{
    switch (builtin) {
    case Builtin::amax: return "the largest entry";
    case Builtin::amin: return "the smallest entry";
    case Builtin::sum: return "the sum";
    case Builtin::mean: return "the mean";
    case Builtin::prod: return "the product";
    case Builtin::sqrt: return "the root";
    case Builtin::square: return "the square";
    case Builtin::abs: return "the absolute value";
    default: return std::string(name_of(builtin));
    }
}

std::string_view name_of(Method method)
{
    const auto found = std::find_if(method_names.begin(), method_names.end(),
                                    [&](const MethodName& n) { return n.second == method; });
    return found == method_names.end() ? "" : found->first;
}

} // namespace judging::search
