#include "judging/search/single.hpp"

namespace judging::search {

void look_at(const Trial& trial, Single& single, const Value& value)
{
    append_numbers(value, single.numbers);
    const std::vector<double>& student = trial.first_case().answer.numbers;
    const std::vector<double>& truth = trial.truth();
    const double floor = trial.floor_of_first();
    if (single.numbers.size() != student.size()) {
        single.numbers.clear();
        return;
    }
    single.evaluated = true;
    single.dormant = truth.size() == student.size();
    double ratio = 0.0;
    bool proportional = true;
    for (std::size_t i = 0; i < student.size(); ++i) {
        const bool fits = agree(single.numbers[i], student[i], tolerance, floor);
        const bool fitted = i < truth.size() && agree(truth[i], student[i], tolerance, floor);
        single.explained += fits && !fitted ? 1 : 0;
        single.spoilt += fitted && !fits ? 1 : 0;
        single.dormant = single.dormant && agree(single.numbers[i], truth[i], tolerance, floor);
        const double here = student[i] / single.numbers[i];
        if (i > 0 && !agree(here, ratio, 1e-9, 0.0)) {
            proportional = false;
        }
        ratio = here;
    }
    single.in_proportion = proportional && student.size() > 1;
}

} // namespace judging::search
