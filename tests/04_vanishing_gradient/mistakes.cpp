/// @file
/// Wrong answers to the steps of chapter 4, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "vanishing_gradient.hpp"

namespace vanishing_gradient::mistakes {

// --- 4.1 where the slope peaks -----------------------------------------------------------

MISTAKE(sigmoid_slope, value, "this is σ(z) itself; its slope is σ(z) σ(−z)")
(double z)
{
    return 1.0 / (1.0 + std::exp(-z));
}

MISTAKE(sigmoid_slope, cancelled,
        "the formula y (1 − y) is right, but not its digits: near 1 the subtraction 1 − y eats "
        "them, and at z = 40 it gives 0 in place of 4e-18; 1 − σ(z) is σ(−z)")
(double z)
{
    const double y = 1.0 / (1.0 + std::exp(-z));
    return y * (1.0 - y);
}

MISTAKE(sigmoid_slope, overflow,
        "e^−z / (1 + e^−z)² is the same function, but e^1000 is infinite and ∞/∞ is not a number; "
        "σ(z) σ(−z), or |z| in the exponents, stays finite on both sides")
(double z)
{
    const double e = std::exp(-z);
    return e / ((1.0 + e) * (1.0 + e));
}

MISTAKE(sigmoid_slope, overflow_above,
        "e^z / (1 + e^z)² is the same function, but e^1000 is infinite and ∞/∞ is not a number; "
        "σ(z) σ(−z), or |z| in the exponents, stays finite on both sides")
(double z)
{
    const double e = std::exp(z);
    return e / ((1.0 + e) * (1.0 + e));
}

MISTAKE(sigmoid_slope, z_taken_for_output,
        "z (1 − z) puts the weighted sum where σ(z) belongs: σ′(z) = σ(z) (1 − σ(z))")
(double z)
{
    return z * (1.0 - z);
}

MISTAKE(sigmoid_slope, tanh_slope, "1 − y² is the slope of tanh; that of σ is y (1 − y)")
(double z)
{
    const double y = 1.0 / (1.0 + std::exp(-z));
    return 1.0 - y * y;
}

MISTAKE(sigmoid_slope, slope_of_tanh,
        "this is the slope of tanh, 1 − tanh²(z), which peaks at 1; that of σ is σ(z) σ(−z)")
(double z)
{
    return 1.0 - std::tanh(z) * std::tanh(z);
}

MISTAKE(sigmoid_slope, sigma_twice,
        "σ is taken of σ(z) again; σ′(z) = σ(z) (1 − σ(z)) uses it once")
(double z)
{
    const double y = 1.0 / (1.0 + std::exp(-1.0 / (1.0 + std::exp(-z))));
    return y * (1.0 - y);
}

MISTAKE(sigmoid_slope, sign, "the sign is turned: σ rises everywhere, so its slope is above 0")
(double z)
{
    return -1.0 / (1.0 + std::exp(-z)) / (1.0 + std::exp(z));
}

MISTAKE(sigmoid_slope_peak, erratum_4,
        "0.3 is the number of the documents (erratum 4); y (1 − y) is highest at y = ½, and "
        "½ · ½ is exactly ¼")
()
{
    return {0.0, 0.3};
}

MISTAKE(sigmoid_slope_peak, place_is_output,
        "½ is the output σ(z) at the peak; asked is the z that gives it, which is 0")
()
{
    return {0.5, 0.25};
}

MISTAKE(sigmoid_slope_peak, place_is_output_and_erratum_4,
        "½ is the output at the peak, the z that gives it is 0; and the height is ½ · ½ = ¼, not "
        "the documents' 0.3 (erratum 4)")
()
{
    return {0.5, 0.3};
}

MISTAKE(sigmoid_slope_peak, height_of_sigma,
        "½ is the height of σ at 0; its slope there is ½ · (1 − ½) = ¼")
()
{
    return {0.0, 0.5};
}

MISTAKE(sigmoid_slope_peak, both_half,
        "½ is the output at the peak, not the place, and not the slope: z = 0, σ′(0) = ¼")
()
{
    return {0.5, 0.5};
}

MISTAKE(sigmoid_slope_peak, peak_of_tanh,
        "1 is the peak of the slope of tanh; that of σ is ¼, because σ(z) = ½ + ½ tanh(z/2): half "
        "as high, and twice as wide")
()
{
    return {0.0, 1.0};
}

MISTAKE(sigmoid_slope_peak, swapped, "place and height are exchanged: z = 0 first, then ¼")
()
{
    return {0.25, 0.0};
}

// --- 4.2 bound with depth ----------------------------------------------------------------

MISTAKE(slope_bound, weight_lost,
        "the weights are missing: each unit gives the factor ¼ |w|, not ¼ alone")
(int depth, double weight)
{
    static_cast<void>(weight);
    return std::pow(0.25, depth);
}

MISTAKE(slope_bound, weight_once,
        "the weight counts once only; there is one in the factor of every unit: (¼ |w|)^L")
(int depth, double weight)
{
    return std::pow(0.25, depth) * std::abs(weight);
}

MISTAKE(slope_bound, sign_kept,
        "a bound is a size: |w| belongs in it, or it is below 0 for odd depths")
(int depth, double weight)
{
    return std::pow(0.25 * weight, depth);
}

MISTAKE(slope_bound, erratum_4,
        "0.3 is the documents' peak of σ′ (erratum 4); it is ¼, and over 50 units the difference "
        "is a factor of nearly ten thousand")
(int depth, double weight)
{
    return std::pow(0.3 * std::abs(weight), depth);
}

MISTAKE(slope_bound, one_too_many,
        "one factor too many: a chain of L units has L factors, a chain of none has the slope 1")
(int depth, double weight)
{
    return std::pow(0.25 * std::abs(weight), depth + 1);
}

MISTAKE(slope_bound, one_too_few,
        "one factor too few: a chain of L units has L factors; the last unit has a sigmoid too")
(int depth, double weight)
{
    return std::pow(0.25 * std::abs(weight), depth - 1);
}

MISTAKE(slope_bound, added,
        "the factors are added; along a chain they multiply: (¼ |w|)^L, not L · ¼ |w|")
(int depth, double weight)
{
    return depth * 0.25 * std::abs(weight);
}

MISTAKE(slope_bound, output_for_slope,
        "½ is the output of σ at 0; what comes back is multiplied by the slope, at most ¼")
(int depth, double weight)
{
    return std::pow(0.5 * std::abs(weight), depth);
}

MISTAKE(slope_bound, slope_lost,
        "the slopes are missing: this is |w|^L; each unit's sigmoid gives a ¼ as well")
(int depth, double weight)
{
    return std::pow(std::abs(weight), depth);
}

MISTAKE(chain_slope, outputs,
        "the outputs σ(z) are multiplied; the chain rule has the slopes σ′(z)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= w(l) / (1.0 + std::exp(-z(l)));
    return slope;
}

MISTAKE(chain_slope, weights_lost,
        "the weights are missing: each unit gives w σ′(z), because h_(l−1) enters z_l with the "
        "factor w_l")
(const Vector& z, const Vector& w)
{
    static_cast<void>(w);
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= sigmoid_slope(z(l));
    return slope;
}

MISTAKE(chain_slope, slopes_lost,
        "the slopes are missing: w alone is the chain of linear units; each sigmoid gives σ′(z)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= w(l);
    return slope;
}

MISTAKE(chain_slope, size_only,
        "only the sizes of the weights are taken; the slope has a sign: an odd number of weights "
        "below 0 turns it")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= std::abs(w(l)) * sigmoid_slope(z(l));
    return slope;
}

MISTAKE(chain_slope, bound,
        "every slope is taken at its peak, ¼; that bounds the product, but the slopes of this "
        "chain are σ′(z_l)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= 0.25 * w(l);
    return slope;
}

MISTAKE(chain_slope, first_weight_lost,
        "the first weight is missing: that is the slope with respect to the first weighted sum; "
        "the chain's input comes in through w(0)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= (l == 0 ? 1.0 : w(l)) * sigmoid_slope(z(l));
    return slope;
}

MISTAKE(chain_slope, last_slope_lost,
        "the last slope is missing: that is ∂z_L/∂h_0; the last unit's sigmoid comes after it")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= w(l) * (l + 1 == z.size() ? 1.0 : sigmoid_slope(z(l)));
    return slope;
}

MISTAKE(chain_slope, added, "the factors are added; links of a chain multiply: Π w σ′(z)")
(const Vector& z, const Vector& w)
{
    double slope = 0.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope += w(l) * sigmoid_slope(z(l));
    return slope;
}

MISTAKE(chain_slope, slope_of_output,
        "σ′ is taken of the output σ(z); it is a function of the weighted sum: σ′(z)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= w(l) * sigmoid_slope(1.0 / (1.0 + std::exp(-z(l))));
    return slope;
}

MISTAKE(chain_slope, weight_inside,
        "σ′ is taken at w z; z is the weighted sum already and has the weight in it: w σ′(z)")
(const Vector& z, const Vector& w)
{
    double slope = 1.0;
    for (std::size_t l = 0; l < z.size(); ++l)
        slope *= w(l) * sigmoid_slope(w(l) * z(l));
    return slope;
}

// --- 4.3 forward pass with everything kept --------------------------------------------------

MISTAKE(forward, output_activated,
        "f is taken of the last layer too; here the output layer is linear: H.back() is Z.back()")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(f(Z));
    }
    return pass;
}

MISTAKE(forward, never_activated,
        "no layer has its activation; without f between them the layers are one linear layer "
        "(chapter 2)")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    static_cast<void>(f);
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(Z);
    }
    return pass;
}

MISTAKE(forward, biases_lost, "the biases are missing: Z = H W + b")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W);
        pass.Z.push_back(Z);
        pass.H.push_back(l + 1 < layers.size() ? f(Z) : Z);
    }
    return pass;
}

MISTAKE(forward, bias_after_activation,
        "the bias is added after the activation; it belongs to the weighted sum: f(H W + b)")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W);
        const Matrix H = (l + 1 < layers.size() ? f(Z) : Z) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(H);
    }
    return pass;
}

MISTAKE(forward, sums_passed_on,
        "the next layer is fed the weighted sums Z; what comes into it is H = f(Z)")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(l == 0 ? X : pass.Z[l - 1], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(l + 1 < layers.size() ? f(Z) : Z);
    }
    return pass;
}

MISTAKE(forward, outputs_kept_as_sums,
        "Z holds the outputs f(Z); the way back needs the weighted sums themselves, because f′ is "
        "a function of z")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W) + layers[l].b;
        pass.H.push_back(l + 1 < layers.size() ? f(Z) : Z);
        pass.Z.push_back(pass.H.back());
    }
    return pass;
}

MISTAKE(forward, activated_twice, "f is taken of f(Z) again; once is enough: H = f(Z)")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(l + 1 < layers.size() ? f(f(Z)) : Z);
    }
    return pass;
}

MISTAKE(forward, batch_not_kept,
        "H lacks the batch: its first entry is X, what comes into the first layer; without it "
        "that layer has no gradient")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(l == 0 ? X : pass.H[l - 1], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(l + 1 < layers.size() ? f(Z) : Z);
    }
    return pass;
}

MISTAKE(forward, inputs_activated,
        "f is taken of the batch too; X comes into the first layer as it is")
(const std::vector<Layer>& layers, const Matrix& X, const std::function<Matrix(const Matrix&)>& f)
{
    Pass pass{{}, {f(X)}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix Z = matmul(pass.H[l], layers[l].W) + layers[l].b;
        pass.Z.push_back(Z);
        pass.H.push_back(l + 1 < layers.size() ? f(Z) : Z);
    }
    return pass;
}

// --- 4.4 deltas through a deep net ----------------------------------------------------------

MISTAKE(deltas, slope_of_next_layer,
        "f′ of the wrong layer: Δ_l goes with the slope at its own weighted sums, f′(Z_l), not "
        "with f′(Z_(l+1))")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.Z[l]);
    return delta;
}

MISTAKE(deltas, slope_before_weights,
        "f′ of the wrong layer: here Δ_(l+1) is multiplied by f′(Z_(l+1)) before it goes back "
        "along the weights; it has that slope already, and lacks f′(Z_l) after them")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l] * f_slope(pass.Z[l]), transpose(layers[l].W));
    return delta;
}

MISTAKE(deltas, slope_of_previous_layer,
        "f′ of the wrong layer: the slope is taken one layer too near to the input; Δ_l goes with "
        "f′(Z_l)")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] =
            matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.Z[l > 1 ? l - 2 : 0]);
    return delta;
}

MISTAKE(deltas, slope_of_output,
        "f′ is taken of the output H; it is a function of the weighted sum: f′(Z_l)")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.H.at(l));
    return delta;
}

MISTAKE(deltas, slope_lost,
        "the slope f′(Z_l) is missing: what comes back along the weights is ∂E/∂H_l, one link "
        "short of the delta")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    static_cast<void>(f_slope);
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W));
    return delta;
}

MISTAKE(deltas, slope_twice, "the slope f′(Z_l) is in it twice; once is right")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] =
            matmul(delta[l], transpose(layers[l].W)) * xt::square(f_slope(pass.Z[l - 1]));
    return delta;
}

MISTAKE(deltas, slope_at_the_output,
        "output_delta is multiplied by a slope once more; it is ∂E/∂Z_L already, with whatever "
        "slope the output layer has")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta * f_slope(pass.Z.back());
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.Z[l - 1]);
    return delta;
}

MISTAKE(deltas, not_transposed,
        "W is not transposed: forward a row meets W as H W, back it meets Wᵀ: Δ Wᵀ")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], layers[l].W) * f_slope(pass.Z[l - 1]);
    return delta;
}

MISTAKE(deltas, weights_of_this_layer,
        "the weights of the wrong layer: Δ_l comes back along W_(l+1), the weights that lead away "
        "from layer l, not along its own")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l - 1].W)) * f_slope(pass.Z[l - 1]);
    return delta;
}

MISTAKE(deltas, always_from_the_output,
        "every layer's delta starts from that of the output; it must start from that of the next "
        "layer, Δ_(l+1)")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(output_delta, transpose(layers[l].W)) * f_slope(pass.Z[l - 1]);
    return delta;
}

MISTAKE(deltas, order_turned,
        "the list begins with the output's delta; it goes in the order of the layers, the output's "
        "last")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta{output_delta};
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta.push_back(matmul(delta.back(), transpose(layers[l].W)) * f_slope(pass.Z[l - 1]));
    return delta;
}

MISTAKE(deltas, averaged_in_every_layer,
        "every layer divides by the number of rows; the 1/N is in output_delta, and the other "
        "layers inherit it")
(const std::vector<Layer>& layers, const Pass& pass, const Matrix& output_delta,
 const std::function<Matrix(const Matrix&)>& f_slope)
{
    require(!layers.empty() && pass.Z.size() == layers.size(), "");
    std::vector<Matrix> delta(layers.size());
    delta.back() = output_delta;
    const double N = static_cast<double>(output_delta.shape(0));
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W)) * f_slope(pass.Z[l - 1]) / N;
    return delta;
}

// --- 4.5 gradient norm per layer --------------------------------------------------------------

MISTAKE(gradients, not_averaged, "1/N is missing: E is the mean over the rows, so Δ_L = (Y − T)/N")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const std::vector<Matrix> delta = deltas(layers, pass, pass.H.at(layers.size()) - T, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, averaged_twice,
        "1/N is in it twice: once in Δ_L is enough, every later line inherits it")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, bias_averaged,
        "the bias gets the mean of the deltas; their sum is right, because 1/N is in the deltas "
        "already")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::mean(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, bias_lost,
        "the biases get the gradient 0; theirs is the sum of the layer's deltas over the rows")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::zeros_like(layers[l].b)});
    return gradient;
}

MISTAKE(gradients, sign, "the sign is turned: the slope of ½ (y − t)² is y − t, so Δ_L = (Y − T)/N")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (T - pass.H.at(layers.size())) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, factor_2,
        "twice too large: the ½ of the error cancels the 2 of the power rule, so Δ_L = (Y − T)/N")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = 2.0 * (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, slope_at_the_output,
        "Δ_L is multiplied by f′(Z_L); here the output layer is linear and has the slope 1")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta =
        (pass.H.at(layers.size()) - T) * f_slope(pass.Z.at(layers.size() - 1)) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, own_output,
        "the layer's own output takes the place of its input: ∂E/∂W_l has H_(l−1), what comes in")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(pass.H.at(l + 1)), delta.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, sums_for_inputs,
        "the weighted sums of the layer before take the place of its outputs: what comes into a "
        "layer is H = f(Z)")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back({matmul(transpose(l == 0 ? X : pass.Z.at(l - 1)), delta.at(l)),
                            xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradients, transposed,
        "the gradient stands across: it has the shape of W, a row per input: H ᵀ Δ, not Δᵀ H")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope)
{
    const Pass pass = forward(layers, X, f);
    const double N = static_cast<double>(X.shape(0));
    const Matrix output_delta = (pass.H.at(layers.size()) - T) / N;
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, f_slope);
    std::vector<Layer> gradient;
    for (std::size_t l = 0; l < layers.size(); ++l)
        gradient.push_back(
            {matmul(transpose(delta.at(l)), pass.H.at(l)), xt::sum(delta.at(l), {0})});
    return gradient;
}

MISTAKE(gradient_norms, squared,
        "the root is missing: this is the sum of the squares; the norm is √ of it")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = xt::sum(xt::square(gradients[l].W))();
    return norms;
}

MISTAKE(gradient_norms, absolute,
        "the sizes of the entries are added; the norm is √ of the sum of their squares")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = xt::sum(xt::abs(gradients[l].W))();
    return norms;
}

MISTAKE(gradient_norms, root_mean_square,
        "this is √ of the mean of the squares; the norm is √ of their sum")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = std::sqrt(xt::mean(xt::square(gradients[l].W))());
    return norms;
}

MISTAKE(gradient_norms, largest,
        "this is the largest entry; the norm takes all of them: √ of the sum of the squares")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = xt::amax(xt::abs(gradients[l].W))();
    return norms;
}

MISTAKE(gradient_norms, with_biases,
        "the biases are in the norm; asked is that of the weights' gradient alone")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = std::sqrt(xt::sum(xt::square(gradients[l].W))() +
                             xt::sum(xt::square(gradients[l].b))());
    return norms;
}

MISTAKE(gradient_norms, of_biases, "this is the norm of the biases' gradient; asked is that of W")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = std::sqrt(xt::sum(xt::square(gradients[l].b))());
    return norms;
}

MISTAKE(gradient_norms, order_turned,
        "the last layer stands first; the norms go in the order of the layers")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(gradients.size() - 1 - l) = std::sqrt(xt::sum(xt::square(gradients[l].W))());
    return norms;
}

MISTAKE(gradient_norms, sum_of_entries,
        "the entries are added with their signs and cancel; square them first, and take the root "
        "of the sum")
(const std::vector<Layer>& gradients)
{
    Vector norms = xt::zeros<double>({gradients.size()});
    for (std::size_t l = 0; l < gradients.size(); ++l)
        norms(l) = std::abs(xt::sum(gradients[l].W)());
    return norms;
}

// --- 4.6 saturated share ------------------------------------------------------------------------

MISTAKE(saturated_share, counted,
        "this is how many units are saturated; asked is their share of all in the layer")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::sum(xt::where(f_slope(Z[l]) < threshold, 1.0, 0.0))();
    return share;
}

MISTAKE(saturated_share, alive,
        "this is the share that is not saturated: saturated are those below the threshold")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::mean(xt::where(f_slope(Z[l]) < threshold, 0.0, 1.0))();
    return share;
}

MISTAKE(saturated_share, equal_counts,
        "a slope equal to the threshold is counted; saturated are those below it")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::mean(xt::where(f_slope(Z[l]) <= threshold, 1.0, 0.0))();
    return share;
}

MISTAKE(saturated_share, sums_compared,
        "the weighted sums themselves are compared with the threshold; it is for their slopes "
        "f′(z)")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    static_cast<void>(f_slope);
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::mean(xt::where(Z[l] < threshold, 1.0, 0.0))();
    return share;
}

MISTAKE(saturated_share, small_sums,
        "small sums are counted, |z| below the threshold; a sigmoid is steepest there. Saturated "
        "are small slopes, f′(z)")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    static_cast<void>(f_slope);
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::mean(xt::where(xt::abs(Z[l]) < threshold, 1.0, 0.0))();
    return share;
}

MISTAKE(saturated_share, all_layers_together,
        "all layers have the same number here, the share over the whole network; each layer has "
        "its own")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    double saturated = 0.0;
    double all = 0.0;
    for (const Matrix& sums : Z) {
        saturated += xt::sum(xt::where(f_slope(sums) < threshold, 1.0, 0.0))();
        all += static_cast<double>(sums.size());
    }
    Vector share = xt::zeros<double>({Z.size()});
    share.fill(all > 0.0 ? saturated / all : 0.0);
    return share;
}

MISTAKE(saturated_share, rows_counted,
        "the number is divided by the rows of the batch alone; a layer has an entry for every row "
        "and every unit")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = xt::sum(xt::where(f_slope(Z[l]) < threshold, 1.0, 0.0))() /
                   static_cast<double>(Z[l].shape(0));
    return share;
}

MISTAKE(saturated_share, percent, "this is in percent; asked is a share, from 0 to 1")
(const std::vector<Matrix>& Z, const std::function<Matrix(const Matrix&)>& f_slope,
 double threshold)
{
    Vector share = xt::zeros<double>({Z.size()});
    for (std::size_t l = 0; l < Z.size(); ++l)
        share(l) = 100.0 * xt::mean(xt::where(f_slope(Z[l]) < threshold, 1.0, 0.0))();
    return share;
}

// --- 4.7 exploding
// --------------------------------------------------------------------------------

MISTAKE(scaled, biases_too,
        "the biases are multiplied too; only the weights carry deltas back, the biases stay")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    for (const Layer& layer : layers)
        result.push_back({factor * layer.W, factor * layer.b});
    return result;
}

MISTAKE(scaled, biases_only, "the biases are multiplied and the weights stay; it is the other way")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    for (const Layer& layer : layers)
        result.push_back({layer.W, factor * layer.b});
    return result;
}

MISTAKE(scaled, added, "the factor is added to every weight; it multiplies them")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    for (const Layer& layer : layers)
        result.push_back({layer.W + factor, layer.b});
    return result;
}

MISTAKE(scaled, divided, "the weights are divided by the factor; it multiplies them")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    for (const Layer& layer : layers)
        result.push_back({layer.W / factor, layer.b});
    return result;
}

MISTAKE(scaled, first_layer_only, "only the first layer is scaled; all of them are")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result = layers;
    if (!result.empty())
        result.front().W *= factor;
    return result;
}

MISTAKE(scaled, grows_with_depth,
        "the factor is taken once more in every layer; each layer is multiplied by it once")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    double power = 1.0;
    for (const Layer& layer : layers) {
        power *= factor;
        result.push_back({power * layer.W, layer.b});
    }
    return result;
}

MISTAKE(scaled, spread_over_entries,
        "every layer is divided by its largest weight first; asked is its own weights times the "
        "factor")
(const std::vector<Layer>& layers, double factor)
{
    std::vector<Layer> result;
    for (const Layer& layer : layers)
        result.push_back({factor * layer.W / xt::amax(xt::abs(layer.W))(), layer.b});
    return result;
}

MISTAKE(factor_per_layer, forward,
        "this is the factor on the way forward, last over first; the deltas go back, so it is "
        "first over last")
(const Vector& norms)
{
    const std::size_t steps = norms.size() - 1;
    return std::pow(norms(steps) / norms(0), 1.0 / static_cast<double>(steps));
}

MISTAKE(factor_per_layer, one_root_too_many,
        "the root is that of the number of layers; between L layers there are L − 1 steps")
(const Vector& norms)
{
    return std::pow(norms(0) / norms(norms.size() - 1), 1.0 / static_cast<double>(norms.size()));
}

MISTAKE(factor_per_layer, whole_way,
        "this is the factor of the whole way, first over last; per layer it is its (L − 1)-th root")
(const Vector& norms)
{
    return norms(0) / norms(norms.size() - 1);
}

MISTAKE(factor_per_layer, divided_not_rooted,
        "the factor of the whole way is divided by the number of steps; factors multiply, so their "
        "mean is a root, not a quotient")
(const Vector& norms)
{
    const std::size_t steps = norms.size() - 1;
    return norms(0) / norms(steps) / static_cast<double>(steps);
}

MISTAKE(factor_per_layer, arithmetic_mean,
        "this is the arithmetic mean of the factors; taken L − 1 times it does not lead from the "
        "last norm to the first. The geometric mean does")
(const Vector& norms)
{
    double sum = 0.0;
    for (std::size_t l = 0; l + 1 < norms.size(); ++l)
        sum += norms(l) / norms(l + 1);
    return sum / static_cast<double>(norms.size() - 1);
}

MISTAKE(factor_per_layer, logarithm,
        "this is the logarithm of the factor, the slope of the line on a log axis; exp of it is "
        "the factor")
(const Vector& norms)
{
    const std::size_t steps = norms.size() - 1;
    return std::log(norms(0) / norms(steps)) / static_cast<double>(steps);
}

MISTAKE(factor_per_layer, last_step_only,
        "only the step from the last layer to the one before is taken; asked is the mean over all")
(const Vector& norms)
{
    const std::size_t steps = norms.size() - 1;
    return norms(steps - 1) / norms(steps);
}

// --- 4.8 learning or not
// ----------------------------------------------------------------------------

MISTAKE(accuracy, counted, "this is how many are right; asked is their share of all")
(const Matrix& outputs, const Matrix& targets)
{
    return xt::sum(xt::where(outputs * targets > 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, wrong_ones, "this is the share of wrong answers; asked is that of right ones")
(const Matrix& outputs, const Matrix& targets)
{
    return 1.0 - xt::mean(xt::where(outputs * targets > 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, zero_counts,
        "an output of 0 counts as right on either side; it is on neither, and is wrong")
(const Matrix& outputs, const Matrix& targets)
{
    return xt::mean(xt::where(outputs * targets >= 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, zero_is_below,
        "an output of 0 counts as −1, as the step function of chapter 1 has it; here it is on "
        "neither side, and is wrong")
(const Matrix& outputs, const Matrix& targets)
{
    require(outputs.shape() == targets.shape(), "");
    double right = 0.0;
    for (std::size_t n = 0; n < outputs.size(); ++n)
        right += (outputs.flat(n) > 0.0) == (targets.flat(n) > 0.0) ? 1.0 : 0.0;
    return right / static_cast<double>(outputs.size());
}

MISTAKE(accuracy, border_at_half,
        "the border is drawn at ½; between the targets −1 and 1 it is at 0")
(const Matrix& outputs, const Matrix& targets)
{
    return xt::mean(xt::where((outputs - 0.5) * targets > 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, exact,
        "only outputs equal to their target count; it is enough to be on the right side")
(const Matrix& outputs, const Matrix& targets)
{
    return xt::mean(xt::where(xt::abs(outputs - targets) <= 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, near_enough,
        "only outputs less than ½ from their target count; it is enough to be on the right side "
        "of 0")
(const Matrix& outputs, const Matrix& targets)
{
    return xt::mean(xt::where(xt::abs(outputs - targets) < 0.5, 1.0, 0.0))();
}

MISTAKE(accuracy, positives,
        "this is the share of outputs above 0; the targets do not come into it")
(const Matrix& outputs, const Matrix& targets)
{
    static_cast<void>(targets);
    return xt::mean(xt::where(outputs > 0.0, 1.0, 0.0))();
}

MISTAKE(accuracy, percent, "this is in percent; asked is a share, from 0 to 1")
(const Matrix& outputs, const Matrix& targets)
{
    return 100.0 * xt::mean(xt::where(outputs * targets > 0.0, 1.0, 0.0))();
}

MISTAKE(train, ascent, "the step goes with the gradient and the error rises; subtract η ∂E/∂W")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W += eta * gradient.at(l).W;
            training.layers.at(l).b += eta * gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, eta_lost, "the learning rate is missing: this is the step for η = 1 (erratum 3)")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    static_cast<void>(eta);
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= gradient.at(l).W;
            training.layers.at(l).b -= gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, biases_not_updated, "the biases stay as they were; they have gradients too")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l)
            training.layers.at(l).W -= eta * gradient.at(l).W;
    }
    return training;
}

MISTAKE(train, error_after,
        "the error is recorded after the update; entry k is that before update k")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
    }
    return training;
}

MISTAKE(train, half_lost, "the ½ of the error is missing: E = (1/N) Σ ½ (Y − T)²")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(xt::sum(xt::square(Y - T))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, error_not_averaged,
        "the error is summed over the rows; it is their mean: (1/N) Σ ½ (Y − T)²")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))());
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, gradients_of_the_start,
        "every step uses the gradients of the starting weights; after each update they are new "
        "ones")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    const std::vector<Layer> gradient = gradients(start, X, T, f, f_slope);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, layer_by_layer,
        "each layer is updated with gradients taken after the layer before it has moved; all "
        "layers move by the gradients of one forward pass")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        for (std::size_t l = 0; l < start.size(); ++l) {
            const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
    }
    return training;
}

MISTAKE(train, last_layer_only,
        "only the last layer is updated; the hidden layers have gradients too")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        training.layers.back().W -= eta * gradient.at(start.size() - 1).W;
        training.layers.back().b -= eta * gradient.at(start.size() - 1).b;
    }
    return training;
}

MISTAKE(train, one_error_more,
        "there is one error too many: `epochs` errors are asked for, each measured before its "
        "update")
(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
 const std::function<Matrix(const Matrix&)>& f, const std::function<Matrix(const Matrix&)>& f_slope,
 double eta, std::size_t epochs)
{
    const double N = static_cast<double>(X.shape(0));
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
        const Matrix Y = forward(training.layers, X, f).H.at(start.size());
        training.error_per_epoch.push_back(0.5 * xt::sum(xt::square(Y - T))() / N);
        if (epoch == epochs)
            break;
        const std::vector<Layer> gradient = gradients(training.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < gradient.size(); ++l) {
            training.layers.at(l).W -= eta * gradient.at(l).W;
            training.layers.at(l).b -= eta * gradient.at(l).b;
        }
    }
    return training;
}

// --- 4.9 what each layer has learned
// -----------------------------------------------------------------

MISTAKE(weight_change, not_divided,
        "this is how far the weights have moved; asked is the share of their norm at the start: "
        "divide by ‖W_before‖")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) = std::sqrt(xt::sum(xt::square(after.at(l).W - before[l].W))());
    return change;
}

MISTAKE(weight_change, divided_by_after,
        "the way is divided by the norm at the end; the share is that of the norm at the start")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) = std::sqrt(xt::sum(xt::square(after.at(l).W - before[l].W))() /
                              xt::sum(xt::square(after.at(l).W))());
    return change;
}

MISTAKE(weight_change, root_lost,
        "the root is missing: this is the ratio of the squares of the norms")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) =
            xt::sum(xt::square(after.at(l).W - before[l].W))() / xt::sum(xt::square(before[l].W))();
    return change;
}

MISTAKE(weight_change, difference_of_norms,
        "this is how much the norm has changed; weights can turn without growing. Take the norm of "
        "the difference, not the difference of the norms")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) = std::abs(
            std::sqrt(xt::sum(xt::square(after.at(l).W))() / xt::sum(xt::square(before[l].W))()) -
            1.0);
    return change;
}

MISTAKE(weight_change, with_biases,
        "the biases are in the norms; asked is the change of the weights alone")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) =
            std::sqrt((xt::sum(xt::square(after.at(l).W - before[l].W))() +
                       xt::sum(xt::square(after.at(l).b - before[l].b))()) /
                      (xt::sum(xt::square(before[l].W))() + xt::sum(xt::square(before[l].b))()));
    return change;
}

MISTAKE(weight_change, largest,
        "this is the largest move of one weight over the largest weight; the norm takes all of "
        "them")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) =
            xt::amax(xt::abs(after.at(l).W - before[l].W))() / xt::amax(xt::abs(before[l].W))();
    return change;
}

MISTAKE(weight_change, mean_of_shares,
        "every weight's own share is taken and averaged; a weight near 0 would decide alone. Norms "
        "first, then one quotient")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(l) = xt::mean(xt::abs((after.at(l).W - before[l].W) / before[l].W))();
    return change;
}

MISTAKE(weight_change, order_turned,
        "the last layer stands first; the shares go in the order of the layers")
(const std::vector<Layer>& before, const std::vector<Layer>& after)
{
    Vector change = xt::zeros<double>({before.size()});
    for (std::size_t l = 0; l < before.size(); ++l)
        change(before.size() - 1 - l) =
            std::sqrt(xt::sum(xt::square(after.at(l).W - before[l].W))() /
                      xt::sum(xt::square(before[l].W))());
    return change;
}

} // namespace vanishing_gradient::mistakes
