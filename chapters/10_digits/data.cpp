// Reads the images, which the executable holds, and divides them.
#include "data.hpp"

#include <sstream>
#include <stdexcept>
#include <string>

namespace digits {
namespace {

// The file as one string literal, longer than a compiler must take; all take it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
constexpr const char* digits_csv =
#include "digits.csv.inc"
    ;
#pragma GCC diagnostic pop

Data read_digits()
{
    std::vector<std::vector<double>> images;
    std::vector<std::size_t> labels;
    std::istringstream lines(digits_csv);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::vector<double> numbers;
        std::istringstream fields(line);
        for (std::string field; std::getline(fields, field, ',');)
            numbers.push_back(std::stod(field));
        if (numbers.size() != pixels + 1)
            throw std::logic_error("digits.csv: a line has not 64 pixels and a digit");
        labels.push_back(static_cast<std::size_t>(numbers.back()));
        numbers.pop_back();
        images.push_back(numbers);
    }
    Data data{xt::zeros<double>({images.size(), pixels}), labels};
    for (std::size_t n = 0; n < images.size(); ++n)
        for (std::size_t i = 0; i < pixels; ++i)
            data.X(n, i) = images[n][i] / 16.0;
    return data;
}

} // namespace

const Data& all_digits()
{
    static const Data data = read_digits();
    return data;
}

Data part_of(const Data& data, const std::vector<std::size_t>& rows)
{
    Data part{rows_of(data.X, rows), {}};
    for (const std::size_t n : rows)
        part.labels.push_back(data.labels[n]);
    return part;
}

Split split_of(std::size_t seed)
{
    const std::size_t N = all_digits().labels.size();
    return split(Random{seed}.permutation(N), validation_fraction, test_fraction);
}

Parts parts_of(std::size_t seed)
{
    const Split rows = split_of(seed);
    return {part_of(all_digits(), rows.train), part_of(all_digits(), rows.validation),
            part_of(all_digits(), rows.test)};
}

Matrix image_of(const Matrix& X, std::size_t n)
{
    Matrix image = xt::zeros<double>({side, side});
    for (std::size_t i = 0; i < pixels; ++i)
        image(i / side, i % side) = X(n, i);
    return image;
}

} // namespace digits
