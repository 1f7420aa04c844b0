#include "explorables/exchange.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace explorables {

double Arguments::number()
{
    if (next_ == numbers_.size()) {
        throw std::out_of_range("the page has written too few numbers");
    }
    return numbers_[next_++];
}

std::size_t Arguments::count()
{
    return static_cast<std::size_t>(number());
}

Vector Arguments::vector(std::size_t size)
{
    Vector v(Vector::shape_type{size});
    std::generate(v.begin(), v.end(), [this] { return number(); });
    return v;
}

Matrix Arguments::matrix(std::size_t rows, std::size_t columns)
{
    Matrix m(Matrix::shape_type{rows, columns});
    std::generate(m.begin(), m.end(), [this] { return number(); });
    return m;
}

Layer Arguments::layer(std::size_t inputs, std::size_t units)
{
    Matrix W = matrix(inputs, units);
    return {std::move(W), vector(units)};
}

void Results::add(const Layer& layer)
{
    add(layer.W);
    add(layer.b);
}

} // namespace explorables
