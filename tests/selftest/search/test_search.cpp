// The search for mistakes that nobody has listed.
#include "asking.hpp"

#include "judging/search/edits.hpp"
#include "judging/search/interpreter.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>

namespace {

using namespace judging::search;
using Clock = std::chrono::steady_clock;

/// The folders of the chapters.
std::vector<std::string> folders()
{
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(root() + "/solutions")) {
        all.push_back(entry.path().filename().string());
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool differ(const std::vector<Case>& a, const std::vector<Case>& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].threw != b[i].threw || a[i].answer.shape != b[i].answer.shape) {
            return true;
        }
        for (std::size_t k = 0; k < a[i].answer.numbers.size(); ++k) {
            if (!agree(a[i].answer.numbers[k], b[i].answer.numbers[k], 1e-9, 1.0)) {
                return true;
            }
        }
    }
    return false;
}

/// Of such a function any numbers of that distribution are right.
bool is_sampler(const Function& function)
{
    return std::any_of(function.parameters.begin(), function.parameters.end(),
                       [](const Parameter& parameter) { return parameter.name == "seed"; });
}

/// Every likely edit of a function is found again, from its numbers alone.
void finds_its_edits(const std::string& folder, const std::string& name)
{
    const auto formulas = formulas_of(root(), folder);
    const Function& function = *formulas->find(name);
    Draft draft(function);
    Profile profile(draft.nodes().size());
    Interpreter interpreter;
    interpreter.record(&profile);
    const std::vector<Case> right = cases_of(*formulas, folder, function, function);
    for (const Case& one : right) {
        interpreter.call(draft.function(), one.arguments);
    }
    std::size_t made = 0;
    for (Edit& edit : edits_of(draft, profile)) {
        constexpr double likely = 1.25;
        if (edit.cost > likely) {
            continue;
        }
        edit.toggle();
        const std::vector<Case> cases = cases_of(*formulas, folder, function, draft.function());
        edit.toggle();
        const auto threw =
            std::count_if(cases.begin(), cases.end(), [](const Case& c) { return c.threw; });
        if (cases.empty() || threw + 2 > static_cast<std::ptrdiff_t>(cases.size()) ||
            !differ(cases, right)) {
            continue;
        }
        ++made;
        const auto found = search({formulas.get()}, name, cases, within(5.0));
        BOOST_CHECK_MESSAGE(!found.empty(), name << " is not found: " << edit.words());
        BOOST_CHECK_MESSAGE(found.empty() || found.front().edits == 1,
                            name << " has two for: " << edit.words());
    }
    BOOST_CHECK_GE(made, 3);
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_mistakes)

BOOST_AUTO_TEST_CASE(it_says_what_was_done)
{
    is_said("03_backprop", "descend", "return w + eta * slope;",
            "+ stands where − belongs, before η · slope");
    is_said("03_backprop", "descend", "return w - slope;", "the factor η is missing");
    is_said("03_backprop", "sigmoid_slope_from_output", "return 1.0 - y;",
            "the factor y is missing");
    is_said("03_backprop", "output_delta",
            "return (a.y_o - y_t) * sigmoid_slope_from_output(a.y_h);",
            "a.y_h stands where a.y_o belongs");
    is_said("02_xor_mlp", "hidden_space",
            "const Matrix Z = matmul(X, hidden.W); return xt::where(Z > 0.0, 1.0, 0.0);",
            "the term hidden.b is missing");
    is_said("07_optimizers", "corrected", "return average / (1.0 - std::pow(beta, t - 1));",
            "t is taken 1 too small");
}

BOOST_AUTO_TEST_CASE(it_names_two_edits)
{
    const auto both =
        said_of("03_backprop", "forward",
                "const Vector y_h = sigmoid(matvec(transpose(net.hidden.W), x));"
                "const Vector y_o = matvec(transpose(net.output.W), y_h) + net.output.b;"
                "return {y_h, y_o};");
    BOOST_REQUIRE(!both.empty());
    BOOST_CHECK_EQUAL(both.front().edits, 2);
    BOOST_CHECK(both.front().words.find("the term net.hidden.b is missing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(it_finds_each_edit_again)
{
    finds_its_edits("03_backprop", "descend");
    finds_its_edits("03_backprop", "output_delta");
    finds_its_edits("03_backprop", "hidden_delta");
    finds_its_edits("02_xor_mlp", "collapse");
    finds_its_edits("05_activations", "softmax_jacobian_product");
    finds_its_edits("08_losses", "sigmoid_squared_error_gradient");
    finds_its_edits("08_losses", "binary_cross_entropy");
    finds_its_edits("09_generalization", "regularized_error");
    finds_its_edits("09_generalization", "ridge");
    finds_its_edits("10_digits", "weight_gradient");
    finds_its_edits("10_digits", "input_gradient");
    finds_its_edits("10_digits", "smoothed");
}

BOOST_AUTO_TEST_CASE(a_right_answer_is_not_accused)
{
    for (const std::string& folder : folders()) {
        const auto formulas = formulas_of(root(), folder);
        for (const auto& entry :
             std::filesystem::directory_iterator(root() + "/tests/" + folder + "/right_answers")) {
            const auto other = other_way_of(root(), folder, entry.path().string());
            for (const std::string& name : formulas->functions()) {
                if (is_sampler(*formulas->find(name)) || formulas->find(name)->parameters.empty() ||
                    !formulas->is_understood(name) || other->find(name) == nullptr ||
                    !other->is_understood(name)) {
                    continue;
                }
                const auto cases =
                    cases_of(*formulas, folder, *formulas->find(name), *other->find(name), 3);
                const auto found = search({formulas.get()}, name, cases, within(0.2));
                BOOST_CHECK_MESSAGE(found.empty(), folder << " " << name << " of "
                                                          << entry.path().filename().string()
                                                          << ": " << found.front().words);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(one_case_is_too_little)
{
    BOOST_CHECK(said_of("03_backprop", "descend", "return w - slope;", 1).empty());
}

BOOST_AUTO_TEST_CASE(no_slip_is_seen_in_a_function_that_was_answered_for)
{
    // σ written out once more, with a slip in its formula.
    const auto formulas = formulas_of(root(), "03_backprop");
    const auto wrong = formulas->with_body(
        "sigmoid_slope", "const Vector y = 1.0 / (1.0 - xt::exp(-z)); return y * (1.0 - y);");
    const std::vector<Case> cases =
        cases_of(*formulas, "03_backprop", *formulas->find("sigmoid_slope"), *wrong);
    const auto in_sigmoid = [](const Suggestion& each) {
        return each.words.find("in sigmoid") != std::string::npos;
    };
    Budget budget = within(1.0);
    const auto written_out = search({formulas.get()}, "sigmoid_slope", cases, budget);
    BOOST_CHECK(std::any_of(written_out.begin(), written_out.end(), in_sigmoid));
    // With sigmoid called, and answered rightly, the slip cannot be there.
    budget.right = {"sigmoid"};
    const auto called = search({formulas.get()}, "sigmoid_slope", cases, budget);
    BOOST_CHECK(std::none_of(called.begin(), called.end(), in_sigmoid));
}

BOOST_AUTO_TEST_CASE(it_keeps_to_its_time)
{
    const auto formulas = formulas_of(root(), "04_vanishing_gradient");
    const Function& train = *formulas->find("train");
    std::vector<Case> cases = cases_of(*formulas, "04_vanishing_gradient", train, train);
    for (Case& one : cases) {
        for (double& number : one.answer.numbers) {
            number = 0.9 * number + 0.1 * number * number; // no edit of anything
        }
    }
    const auto start = Clock::now();
    BOOST_CHECK(search({formulas.get()}, "train", cases, within(0.3)).empty());
    BOOST_CHECK_LT(std::chrono::duration<double>(Clock::now() - start).count(), 2.0);
}

BOOST_AUTO_TEST_SUITE_END()
