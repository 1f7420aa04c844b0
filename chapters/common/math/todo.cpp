#include "common/math/todo.hpp"

namespace workbook {

Todo::Todo(const std::string& step_number)
    : std::logic_error("step " + step_number + " is not written yet"), step(step_number)
{
}

Todo todo(const std::string& step_number)
{
    return Todo(step_number);
}

} // namespace workbook
