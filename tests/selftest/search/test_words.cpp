// What is said of each kind of slip. A kind has one sentence; it must be plain to a beginner.
#include "asking.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(search_words)

using judging::search::is_said;

BOOST_AUTO_TEST_CASE(of_rows)
{
    is_said("01_perceptron", "weighted_sums",
            "Vector z = xt::zeros<double>({X.shape(0)}); double sum = 0.0;"
            "for (std::size_t n = 0; n < X.shape(0); ++n) {"
            "    for (std::size_t i = 0; i < X.shape(1); ++i) sum += X(n, i) * unit.w(i);"
            "    z(n) = sum + unit.b;"
            "} return z;",
            "the sum X unit.w is not set back to 0: each entry holds those before it as well");
    is_said("01_perceptron", "weighted_sums",
            "Vector z = matvec(X, unit.w); z(0) += unit.b; return z;",
            "unit.b is added only to the first entry; it belongs to every entry");
    is_said("01_perceptron", "weighted_sum",
            "int z = 0; for (std::size_t i = 0; i < x.size(); ++i) z += w(i) * x(i); return z + b;",
            "the sum w·x is kept in an int, which cuts every fraction off; it must be a double");
    is_said("05_activations", "softmax",
            "const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));"
            "return E / xt::sum(E, {0}, xt::keep_dims);",
            "the sum is taken of each column of E (axis 0); it must be taken of each row (axis 1) "
            "(E = exp(Z − (the largest entry of each row of Z)))");
}

BOOST_AUTO_TEST_CASE(of_order)
{
    is_said("03_backprop", "descend_linear",
            "const double N = static_cast<double>(X.shape(0));"
            "const Vector miss = matvec(X, unit.w) + unit.b - targets;"
            "const Vector w = unit.w - eta * matvec(transpose(X), miss) / N;"
            "const Vector later = matvec(X, w) + unit.b - targets;"
            "return {w, unit.b - eta * xt::sum(later)() / N};",
            "unit.w is replaced first, and the rest is computed with its new value; it must be "
            "computed with the old one");
    is_said("06_initialization", "descend_from",
            "Matrix P = starts; for (int step = 0; step < steps; ++step)"
            "    P = starts - eta * slope(P); return P;",
            "every pass begins at starts again; it must go on from P as the pass before left it");
    is_said("03_backprop", "forward",
            "const Vector z_h = matvec(transpose(net.hidden.W), x) + net.hidden.b;"
            "const Vector y_h = sigmoid(z_h);"
            "return {z_h, sigmoid(matvec(transpose(net.output.W), y_h) + net.output.b)};",
            "net.hidden.Wᵀ x + net.hidden.b stands where y_h belongs, which is sigmoid of it "
            "(y_h = sigmoid(net.hidden.Wᵀ x + net.hidden.b))");
}

BOOST_AUTO_TEST_CASE(of_arguments)
{
    is_said("06_initialization", "descend_from",
            "Matrix P = starts; for (int step = 0; step < steps; ++step) P -= 0.1 * slope(P);"
            "return P;",
            "η is ignored: 0.1 stands in its place");
    is_said("07_optimizers", "decayed", "return decay / (1.0 + eta * t);",
            "η and decay are swapped throughout");
    is_said("07_optimizers", "batches",
            "const std::size_t parts_asked = static_cast<std::size_t>(batch_size);"
            "const std::size_t size = (order.size() + parts_asked - 1) / parts_asked;"
            "Batches parts; for (std::size_t k = 0; k < order.size(); ++k) {"
            "    if (k % size == 0) parts.push_back({});"
            "    parts.back().push_back(order[k]); } return parts;",
            "batch_size is taken as the number of parts; it says how large each part is");
}

BOOST_AUTO_TEST_CASE(of_averages_and_sums)
{
    is_said("07_optimizers", "rmsprop_step",
            "const Vector g = (1.0 - gamma) * state.g + gamma * xt::square(gradient);"
            "return {state.w - eta / root(g, epsilon, position) * gradient, g};",
            "γ and 1 − γ are swapped: γ belongs to γ · state.g, the other to the rest");
    is_said("04_vanishing_gradient", "gradient_norms",
            "Vector norms = xt::zeros<double>({gradients.size()});"
            "for (std::size_t l = 0; l < gradients.size(); ++l)"
            "    norms(l) = std::sqrt(xt::sum(xt::square(gradients[l].W))() +"
            "                         xt::sum(xt::square(gradients[l].b))());"
            "return norms;",
            "the b count as well; only the W belong in the sum");
    is_said("07_optimizers", "bowl",
            "const double x = w(0), y = w(1); return 0.0 * (x * x + kappa * y * y);",
            "0 stands where 0.5 belongs: 1 / 2 is a division of integers, which cuts the fraction "
            "off");
}

BOOST_AUTO_TEST_CASE(of_what_is_always_0)
{
    is_said("04_vanishing_gradient", "chain_slope",
            "double slope = 0.0; for (std::size_t l = 0; l < z.size(); ++l)"
            "    slope *= w(l) * sigmoid_slope(z(l)); return slope;",
            "the answer is 0 whatever the arguments are: a division of integers such as 1 / 2 "
            "gives 0, and so does a product with 0");
}

BOOST_AUTO_TEST_CASE(of_loops)
{
    is_said("02_xor_mlp", "forward_stack",
            "Matrix H = X; for (std::size_t l = 0; l + 1 < layers.size(); ++l) {"
            "    const Matrix Z = matmul(H, layers[l].W) + layers[l].b;"
            "    H = 1.0 / (1.0 + xt::exp(-Z)); } return H;",
            "the loop over layers leaves out the last one");
}

BOOST_AUTO_TEST_CASE(of_names_that_the_student_has_not_seen)
{
    is_said("03_backprop", "descend_linear",
            "const Vector miss = matvec(X, unit.w) + unit.b - targets;"
            "const double N = static_cast<double>(X.shape(0));"
            "return {unit.w - eta * matvec(transpose(X), miss), "
            "        unit.b - eta * xt::sum(miss)() / N};",
            "the division by N is missing (N = the number of rows of X)");
}

BOOST_AUTO_TEST_SUITE_END()
