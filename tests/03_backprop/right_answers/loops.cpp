/// @file
/// Right answers with nothing but loops over single numbers.
#include "backprop.hpp"

#include <cmath>

namespace backprop {

double descend(double w, double slope, double eta)
{
    w -= slope * eta;
    return w;
}

double parabola_slope(double w, double w_best)
{
    return 2 * w - 2 * w_best;
}

LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta)
{
    std::vector<double> slope(unit.w.size(), 0.0);
    double slope_b = 0.0;
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        double y = unit.b;
        for (std::size_t i = 0; i < X.shape(1); ++i)
            y += unit.w(i) * X(n, i);
        for (std::size_t i = 0; i < X.shape(1); ++i)
            slope[i] += (y - targets(n)) * X(n, i);
        slope_b += y - targets(n);
    }
    LinearUnit moved = unit;
    for (std::size_t i = 0; i < slope.size(); ++i)
        moved.w(i) -= eta * slope[i] / double(X.shape(0));
    moved.b -= eta * slope_b / double(X.shape(0));
    return moved;
}

double error(const Vector& y_o, const Vector& y_t)
{
    double e = 0;
    for (std::size_t k = 0; k < y_o.size(); k++)
        e += (y_t(k) - y_o(k)) * (y_t(k) - y_o(k)) / 2;
    return e;
}

Vector sigmoid(const Vector& z)
{
    Vector y = z;
    for (std::size_t i = 0; i < z.size(); i++)
        y(i) = 1 / (1 + std::exp(-z(i)));
    return y;
}

Vector sigmoid_slope(const Vector& z)
{
    Vector y = sigmoid(z);
    for (std::size_t i = 0; i < z.size(); i++)
        y(i) = y(i) - y(i) * y(i);
    return y;
}

Vector sigmoid_slope_from_output(const Vector& y)
{
    Vector s = y;
    for (std::size_t i = 0; i < y.size(); i++)
        s(i) = y(i) - y(i) * y(i);
    return s;
}

Activations forward(const Network& net, const Vector& x)
{
    Vector y_h = net.hidden.b;
    for (std::size_t j = 0; j < y_h.size(); j++) {
        for (std::size_t i = 0; i < x.size(); i++)
            y_h(j) += x(i) * net.hidden.W(i, j);
        y_h(j) = 1 / (1 + std::exp(-y_h(j)));
    }
    Vector y_o = net.output.b;
    for (std::size_t k = 0; k < y_o.size(); k++) {
        for (std::size_t j = 0; j < y_h.size(); j++)
            y_o(k) += y_h(j) * net.output.W(j, k);
        y_o(k) = 1 / (1 + std::exp(-y_o(k)));
    }
    return {y_h, y_o};
}

Vector output_delta(const Activations& a, const Vector& y_t)
{
    Vector d = y_t;
    for (std::size_t k = 0; k < y_t.size(); k++)
        d(k) = (a.y_o(k) - y_t(k)) * a.y_o(k) * (1 - a.y_o(k));
    return d;
}

Layer output_gradients(const Vector& delta_o, const Vector& y_h)
{
    Layer g{xt::zeros<double>({y_h.size(), delta_o.size()}), delta_o};
    for (std::size_t j = 0; j < y_h.size(); j++)
        for (std::size_t k = 0; k < delta_o.size(); k++)
            g.W(j, k) = delta_o(k) * y_h(j);
    return g;
}

Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o)
{
    Vector d = xt::zeros<double>({a.y_h.size()});
    for (std::size_t j = 0; j < d.size(); j++) {
        for (std::size_t k = 0; k < delta_o.size(); k++)
            d(j) += delta_o(k) * net.output.W(j, k);
        d(j) *= a.y_h(j) * (1 - a.y_h(j));
    }
    return d;
}

Layer hidden_gradients(const Vector& delta_h, const Vector& x)
{
    Layer g{xt::zeros<double>({x.size(), delta_h.size()}), delta_h};
    for (std::size_t i = 0; i < x.size(); i++)
        for (std::size_t j = 0; j < delta_h.size(); j++)
            g.W(i, j) = delta_h(j) * x(i);
    return g;
}

Network update(const Network& net, const Vector& x, const Vector& y_t, double eta)
{
    Network moved = net;
    const Activations a = forward(net, x);
    const Vector d_o = output_delta(a, y_t);
    const Vector d_h = hidden_delta(net, a, d_o);
    for (std::size_t k = 0; k < d_o.size(); k++) {
        for (std::size_t j = 0; j < a.y_h.size(); j++)
            moved.output.W(j, k) -= eta * d_o(k) * a.y_h(j);
        moved.output.b(k) -= eta * d_o(k);
    }
    for (std::size_t j = 0; j < d_h.size(); j++) {
        for (std::size_t i = 0; i < x.size(); i++)
            moved.hidden.W(i, j) -= eta * d_h(j) * x(i);
        moved.hidden.b(j) -= eta * d_h(j);
    }
    return moved;
}

std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope)
{
    const std::size_t N = X.shape(0);
    std::vector<Matrix> H{X}, Z;
    for (const Layer& layer : layers) {
        Matrix z = xt::zeros<double>({N, layer.b.size()});
        for (std::size_t n = 0; n < N; n++)
            for (std::size_t j = 0; j < layer.b.size(); j++) {
                z(n, j) = layer.b(j);
                for (std::size_t i = 0; i < layer.W.shape(0); i++)
                    z(n, j) += H.back()(n, i) * layer.W(i, j);
            }
        Z.push_back(z);
        H.push_back(f(z));
    }
    std::vector<Layer> g = layers;
    Matrix delta = T;
    for (std::size_t l = layers.size(); l > 0; l--) {
        const Matrix slope = f_slope(Z[l - 1]);
        if (l == layers.size()) {
            for (std::size_t n = 0; n < N; n++)
                for (std::size_t k = 0; k < T.shape(1); k++)
                    delta(n, k) = (H[l](n, k) - T(n, k)) * slope(n, k);
        } else {
            Matrix back = slope;
            for (std::size_t n = 0; n < N; n++)
                for (std::size_t j = 0; j < slope.shape(1); j++) {
                    double sum = 0;
                    for (std::size_t k = 0; k < delta.shape(1); k++)
                        sum += delta(n, k) * layers[l].W(j, k);
                    back(n, j) *= sum;
                }
            delta = back;
        }
        for (std::size_t j = 0; j < delta.shape(1); j++) {
            g[l - 1].b(j) = 0;
            for (std::size_t n = 0; n < N; n++)
                g[l - 1].b(j) += delta(n, j) / double(N);
            for (std::size_t i = 0; i < H[l - 1].shape(1); i++) {
                g[l - 1].W(i, j) = 0;
                for (std::size_t n = 0; n < N; n++)
                    g[l - 1].W(i, j) += H[l - 1](n, i) * delta(n, j) / double(N);
            }
        }
    }
    return g;
}

Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters)
{
    Vector p = parameters;
    Vector g = parameters;
    for (std::size_t i = 0; i < p.size(); i++) {
        const double old = p(i);
        p(i) = old + 1e-6;
        const double up = E(p);
        p(i) = old - 1e-6;
        const double down = E(p);
        p(i) = old;
        g(i) = (up - down) / 2e-6;
    }
    return g;
}

Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs)
{
    const auto f = [](const Matrix& Z) {
        Matrix H = Z;
        for (std::size_t n = 0; n < Z.shape(0); n++)
            for (std::size_t j = 0; j < Z.shape(1); j++)
                H(n, j) = 1 / (1 + std::exp(-Z(n, j)));
        return H;
    };
    const auto f_slope = [&](const Matrix& Z) {
        Matrix H = f(Z);
        for (std::size_t n = 0; n < Z.shape(0); n++)
            for (std::size_t j = 0; j < Z.shape(1); j++)
                H(n, j) = H(n, j) * (1 - H(n, j));
        return H;
    };
    Training t;
    t.layers = start;
    while (t.error_per_epoch.size() < epochs) {
        Matrix H = X;
        for (const Layer& layer : t.layers) {
            Matrix Z = xt::zeros<double>({H.shape(0), layer.b.size()});
            for (std::size_t n = 0; n < Z.shape(0); n++)
                for (std::size_t j = 0; j < Z.shape(1); j++) {
                    Z(n, j) = layer.b(j);
                    for (std::size_t i = 0; i < H.shape(1); i++)
                        Z(n, j) += H(n, i) * layer.W(i, j);
                }
            H = f(Z);
        }
        double e = 0;
        for (std::size_t n = 0; n < T.shape(0); n++)
            for (std::size_t k = 0; k < T.shape(1); k++)
                e += (T(n, k) - H(n, k)) * (T(n, k) - H(n, k));
        t.error_per_epoch.push_back(e / 2 / double(T.shape(0)));
        const std::vector<Layer> g = gradients(t.layers, X, T, f, f_slope);
        for (std::size_t l = 0; l < g.size(); l++) {
            for (std::size_t i = 0; i < g[l].W.shape(0); i++)
                for (std::size_t j = 0; j < g[l].W.shape(1); j++)
                    t.layers[l].W(i, j) -= eta * g[l].W(i, j);
            for (std::size_t j = 0; j < g[l].b.size(); j++)
                t.layers[l].b(j) -= eta * g[l].b(j);
        }
    }
    return t;
}

} // namespace backprop
