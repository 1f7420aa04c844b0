// Chapter 1 under the reader's hand: one unit, some points, and the learning rule.
#include "explorables/exchange.hpp"
#include "perceptron.hpp"

namespace {

using namespace perceptron;

Unit unit_from(explorables::Arguments& in)
{
    const Vector w = in.vector(2);
    return {w, in.number()};
}

} // namespace

/// For every point its weighted sum and the unit's answer.
EXPLORE(perceptron_answers)
{
    const Unit unit = unit_from(in);
    const std::size_t count = in.count();
    for (std::size_t n = 0; n < count; ++n) {
        const Vector x = in.vector(2);
        out.add(weighted_sum(x, unit.w, unit.b));
        out.add(classify(x, unit));
    }
}

/// The unit after one row.
EXPLORE(perceptron_update)
{
    const Unit unit = unit_from(in);
    const Vector x = in.vector(2);
    const double target = in.number();
    const Unit updated = rosenblatt_update(unit, x, target, in.number());
    out.add(updated.w);
    out.add(updated.b);
}
