/// @file
/// Chapter 7, optimizers: the interface. One function per step; a lab or the solution implements
/// it. An optimizer is a pure step: the state before it and a gradient give the state after it.
/// A state holds the parameters w and whatever the optimizer remembers; at the start of a run
/// all of that is 0.
///
/// All vectors of one call have the same size. Other sizes are refused with std::invalid_argument,
/// and so are a learning rate that is not a finite number above 0, a fraction outside [0, 1), and
/// an ε that is not a finite number above 0. NaN and infinity in parameters, gradients and averages
/// are not treated specially; entries do not mix, so they stay where they are.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <vector>

namespace optimizers {

using namespace workbook;

/// State of momentum and of Nesterov's momentum.
struct Momentum {
    Vector w; ///< parameters
    Vector v; ///< velocity: the last step
};

/// State of Adagrad and RMSProp.
struct Adaptive {
    Vector w; ///< parameters
    Vector g; ///< the sum (Adagrad) or average (RMSProp) of the squared gradients
};

/// State of Adadelta.
struct Adadelta {
    Vector w; ///< parameters
    Vector g; ///< average of the squared gradients
    Vector s; ///< average of the squared steps
};

/// State of Adam and AMSGrad.
struct Adam {
    Vector w;     ///< parameters
    Vector m;     ///< average of the gradients, not corrected
    Vector g;     ///< average of the squared gradients, not corrected
    Vector g_max; ///< AMSGrad: the largest g so far; without AMSGrad it stays as it is
    int t;        ///< how many steps have been made; 0 at the start
};

/// Where ε stands beside a root: √(g + ε) or √g + ε.
enum class Epsilon { inside, outside };

/// Which rows of the data make up each batch.
using Batches = std::vector<std::vector<std::size_t>>;

/// @name What the steps refuse, given with the skeleton
///@{

/// A learning rate: a finite number above 0.
inline void check_rate(double eta)
{
    require(std::isfinite(eta) && eta > 0.0, "a learning rate must be a finite number above 0");
}
/// A fraction that an average or a velocity keeps: in [0, 1).
inline void check_fraction(double fraction)
{
    require(fraction >= 0.0 && fraction < 1.0, "the fraction that is kept must be in [0, 1)");
}
/// ε: a finite number above 0.
inline void check_epsilon(double epsilon)
{
    require(std::isfinite(epsilon) && epsilon > 0.0, "ε must be a finite number above 0");
}
/// A decay: a finite number, 0 or more.
inline void check_decay(double decay)
{
    require(std::isfinite(decay) && decay >= 0.0, "a decay must be a finite number, 0 or more");
}
/// Parameters, gradient and state: all of one size.
inline void check_sizes(std::initializer_list<std::size_t> sizes)
{
    require(std::equal(sizes.begin() + 1, sizes.end(), sizes.begin()),
            "parameters, gradient and state must have the same size");
}
/// Parameters of a test function: two of them.
inline void check_plane(const Vector& w)
{
    require(w.size() == 2, "this function has two parameters, x and y");
}
/// Data: a column of X for every weight, a target for every row.
inline void check_data(const Vector& w, const Matrix& X, const Vector& targets)
{
    require(X.shape(1) == w.size(), "X must have a column for every parameter");
    require(X.shape(0) == targets.size(), "every row of X needs one target");
}
/// A batch: not empty, and of rows that X has.
inline void check_rows(const std::vector<std::size_t>& rows, const Matrix& X)
{
    require(!rows.empty(), "a batch must have a row or more");
    require(*std::max_element(rows.begin(), rows.end()) < X.shape(0),
            "a batch names a row that the data do not have");
}
///@}

/// Step 7.1: Rosenbrock's function, a long bent valley:
/// \f$ f(x, y) = (1 - x)^2 + 100\,(y - x^2)^2 \f$, lowest at (1, 1).
///
/// @param w  (x, y); another size throws std::invalid_argument, as in all of step 7.1
/// @return f(x, y)
/// @see article D, comparison "Long valley"
double valley(const Vector& w);

/// Step 7.1: the gradient of the valley.
///
/// @param w  (x, y)
/// @return (∂f/∂x, ∂f/∂y)
/// @see article D, comparison "Long valley"
Vector valley_gradient(const Vector& w);

/// Step 7.1: an ill-conditioned quadratic, \f$ f(x, y) = \frac12 (x^2 + \kappa\, y^2) \f$.
///
/// @param w      (x, y)
/// @param kappa  how many times steeper y is than x; any number
/// @return f(x, y)
/// @see article D, comparison "Long valley"
double bowl(const Vector& w, double kappa);

/// Step 7.1: the gradient of the quadratic.
///
/// @param w      (x, y)
/// @param kappa  how many times steeper y is than x; any number
/// @return (∂f/∂x, ∂f/∂y)
/// @see article D, comparison "Long valley"
Vector bowl_gradient(const Vector& w, double kappa);

/// Step 7.1: Beale's function, \f$ (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2
/// \f$, lowest at (3, ½).
///
/// @param w  (x, y)
/// @return f(x, y)
/// @see article D, comparison "Beale's function"
double beale(const Vector& w);

/// Step 7.1: the gradient of Beale's function.
///
/// @param w  (x, y)
/// @return (∂f/∂x, ∂f/∂y)
/// @see article D, comparison "Beale's function"
Vector beale_gradient(const Vector& w);

/// Step 7.1: a saddle, \f$ f(x, y) = x^2 - y^2 \f$; its only flat point, (0, 0), is no minimum.
///
/// @param w  (x, y)
/// @return f(x, y)
/// @see article D, comparison "Saddle point"
double saddle(const Vector& w);

/// Step 7.1: the gradient of the saddle.
///
/// @param w  (x, y)
/// @return (∂f/∂x, ∂f/∂y)
/// @see article D, comparison "Saddle point"
Vector saddle_gradient(const Vector& w);

/// Step 7.2: cuts the rows, in the given order, into batches of `batch_size`. What is left at
/// the end makes a shorter batch of its own, so that every row is in exactly one batch.
///
/// @param order       the numbers of the rows, shuffled or not; none gives no batches
/// @param batch_size  rows per batch; below 1 throws std::invalid_argument
/// @return the rows of each batch
/// @see article D and deck C, mini-batch gradient descent
Batches batches(const std::vector<std::size_t>& order, int batch_size);

/// Step 7.2: the gradient of the error of a linear regression on one batch of |B| rows,
/// \f$ E_B = \frac{1}{|B|}\sum_{n \in B} \frac12 (x_n \cdot w - t_n)^2 \f$.
///
/// @param w        weights, shape (inputs); a bias is a weight whose column of X holds ones
/// @param X        all data, shape (N, inputs)
/// @param targets  shape (N)
/// @param rows     the rows of the batch; none, or one that X does not have, throws
///                 std::invalid_argument, as do shapes that do not fit
/// @return ∂E_B/∂w, shape (inputs)
/// @see article D and deck C, batch, stochastic and mini-batch descent
Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows);

/// Step 7.2: what the batches' gradients give on average, all at the same w, each batch weighted
/// with its share of the rows: \f$ \sum_B \frac{|B|}{N}\,\frac{\partial E_B}{\partial w} \f$ with
/// \f$ N = \sum_B |B| \f$. If the batches cover every row once, it is the gradient of all data.
///
/// @param w        weights, shape (inputs)
/// @param X        all data, shape (N, inputs)
/// @param targets  shape (N)
/// @param parts    the batches; none, or an empty one, throws std::invalid_argument
/// @return the mean gradient, shape (inputs)
/// @see article D, mini-batch gradient descent: the estimate of the true gradient
Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts);

/// Step 7.2: one epoch: a step of descent, \f$ w \leftarrow w - \eta\,\partial E_B/\partial w \f$,
/// on each batch in turn. A batch size of N is batch descent, 1 is stochastic descent (SGD).
///
/// @param w           weights before the epoch, shape (inputs)
/// @param X           all data, shape (N, inputs)
/// @param targets     shape (N)
/// @param order       the order of the rows; none throws std::invalid_argument
/// @param batch_size  rows per batch; below 1 throws std::invalid_argument
/// @param eta         learning rate
/// @return the weights after the epoch
/// @see article D and deck C, batch, stochastic and mini-batch descent
Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta);

/// Step 7.3: one step of descent, \f$ w - \eta \nabla \f$.
///
/// @param w         parameters
/// @param gradient  ∇, the gradient at w, same size
/// @param eta       learning rate
/// @return the parameters after the step
/// @see decks A and B, `SGD(lr)`
Vector descend(const Vector& w, const Vector& gradient, double eta);

/// Step 7.3: Keras' learning rate with decay, \f$ \eta_t = \frac{\eta}{1 + d\,t} \f$.
///
/// @param eta    learning rate of the first update
/// @param decay  d, a finite number, 0 or more; else std::invalid_argument
/// @param t      how many updates have been made before this one; below 0 throws
/// @return the learning rate of this update
/// @see decks A and B, the option `decay` of `RMSprop`, `Adadelta` and `Adam`
double decayed(double eta, double decay, int t);

/// Step 7.4: one step with momentum, \f$ v \leftarrow \alpha v - \eta \nabla \f$,
/// \f$ w \leftarrow w + v \f$.
///
/// @param state     parameters and velocity
/// @param gradient  ∇ at state.w
/// @param eta       learning rate
/// @param alpha     the fraction of the velocity that is kept, in [0, 1)
/// @return the state after the step
/// @see deck C, momentum; decks A and B, `SGD(lr, momentum)`
Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha);

/// Step 7.4: the same velocity as a weighted sum of the past, from v = 0:
/// \f$ v_t = -\eta \sum_{k=1}^{t} \alpha^{t-k} \nabla_k \f$.
///
/// @param gradients  shape (t, parameters): row after row the gradients of all steps so far, the
///                   oldest first; no rows give v = 0
/// @param eta        learning rate
/// @param alpha      the fraction of the velocity that is kept, in [0, 1)
/// @return v, shape (parameters)
/// @see deck E, momentum as a sum with powers of r
Vector velocity_of_past(const Matrix& gradients, double eta, double alpha);

/// Step 7.5: where momentum alone leads, \f$ w + \alpha v \f$.
///
/// @param state  parameters and velocity
/// @param alpha  the fraction of the velocity that is kept, in [0, 1)
/// @return the point at which Nesterov's momentum takes the gradient
/// @see article D, Nesterov accelerated gradient
Vector look_ahead(const Momentum& state, double alpha);

/// Step 7.5: one step of Nesterov's momentum,
/// \f$ v \leftarrow \alpha v - \eta\,\nabla f(w + \alpha v) \f$, \f$ w \leftarrow w + v \f$.
///
/// @param state     parameters and velocity
/// @param gradient  ∇f; it may be evaluated at any point
/// @param eta       learning rate
/// @param alpha     the fraction of the velocity that is kept, in [0, 1)
/// @return the state after the step
/// @see article D, Nesterov accelerated gradient; decks A and B, NAG
Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha);

/// Step 7.5: the form in Keras, which needs the gradient only at the parameters themselves:
/// \f$ v \leftarrow \alpha v - \eta \nabla \f$, \f$ w \leftarrow w + \alpha v - \eta \nabla \f$
/// with the new v.
///
/// @param state     parameters and velocity
/// @param gradient  ∇ at state.w
/// @param eta       learning rate
/// @param alpha     the fraction of the velocity that is kept, in [0, 1)
/// @return the state after the step
/// @see decks A and B, `SGD(lr, momentum, nesterov=True)`
Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha);

/// Step 7.6: what the adaptive optimizers divide by: \f$ \sqrt{g + \varepsilon} \f$ or
/// \f$ \sqrt{g} + \varepsilon \f$, entry by entry.
///
/// @param g         sums or averages of squares, 0 or more
/// @param epsilon   ε
/// @param position  where ε stands
/// @return the root, same size
/// @see decks A and B, Adagrad: inside in the formula, outside in the code
Vector root(const Vector& g, double epsilon, Epsilon position);

/// Step 7.6: one step of Adagrad, \f$ g \leftarrow g + \nabla^2 \f$,
/// \f$ w \leftarrow w - \frac{\eta}{\sqrt{g + \varepsilon}}\,\nabla \f$ (or √g + ε), with the
/// new g.
///
/// @param state     parameters and sum of squared gradients
/// @param gradient  ∇ at state.w
/// @param eta       learning rate
/// @param epsilon   ε
/// @param position  where ε stands
/// @return the state after the step
/// @see decks A and B, Adagrad; `Adagrad(lr, epsilon)`
Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position);

/// Step 7.7: one step of RMSProp, \f$ g \leftarrow \gamma g + (1 - \gamma)\nabla^2 \f$,
/// \f$ w \leftarrow w - \frac{\eta}{\sqrt{g + \varepsilon}}\,\nabla \f$ (or √g + ε), with the
/// new g.
///
/// @param state     parameters and average of squared gradients
/// @param gradient  ∇ at state.w
/// @param eta       learning rate
/// @param gamma     the fraction of the average that is kept (Keras: rho), in [0, 1)
/// @param epsilon   ε
/// @param position  where ε stands
/// @return the state after the step
/// @see decks A and B, RMSProp; `RMSprop(lr, rho, epsilon, decay)`
Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position);

/// Step 7.8: one step of Adadelta: first \f$ g \leftarrow \gamma g + (1 - \gamma)\nabla^2 \f$, then
/// \f$ \Delta = \frac{\sqrt{s + \varepsilon}}{\sqrt{g + \varepsilon}}\,\nabla \f$ with the old s,
/// then \f$ s \leftarrow \gamma s + (1 - \gamma)\Delta^2 \f$ and
/// \f$ w \leftarrow w - \eta \Delta \f$.
///
/// @param state     parameters and both averages
/// @param gradient  ∇ at state.w
/// @param eta       learning rate, 1 in the paper
/// @param gamma     the fraction of the averages that is kept (Keras: rho), in [0, 1)
/// @param epsilon   ε, inside both roots
/// @return the state after the step
/// @see decks A and B, Adadelta; `Adadelta(lr, rho, epsilon, decay)`
Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon);

/// Step 7.9: an average that began at 0, corrected for that beginning after t terms:
/// \f$ \hat m = \frac{m}{1 - \beta^t} \f$.
///
/// @param average  m, after t terms
/// @param beta     the fraction that is kept, in [0, 1)
/// @param t        how many terms it has; below 1 throws std::invalid_argument
/// @return the corrected average, same size
/// @see decks A and B, Adam, bias correction
Vector corrected(const Vector& average, double beta, int t);

/// Step 7.9: one step of Adam: \f$ t \leftarrow t + 1 \f$,
/// \f$ m \leftarrow \beta_1 m + (1 - \beta_1)\nabla \f$,
/// \f$ g \leftarrow \beta_2 g + (1 - \beta_2)\nabla^2 \f$,
/// \f$ w \leftarrow w - \frac{\eta}{\sqrt{\hat g + \varepsilon}}\,\hat m \f$ (or √ĝ + ε) with both
/// averages corrected. The state keeps them uncorrected.
///
/// @param state     parameters, averages and number of steps; t below 0 throws
/// @param gradient  ∇ at state.w
/// @param eta       learning rate
/// @param beta_1    the fraction of m that is kept, in [0, 1)
/// @param beta_2    the fraction of g that is kept, in [0, 1)
/// @param epsilon   ε
/// @param position  where ε stands
/// @return the state after the step, g_max as it was
/// @see decks A and B, Adam
Adam adam_step(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
               double epsilon, Epsilon position);

/// Step 7.10: one step of `Adam(lr, beta_1, beta_2, epsilon, decay, amsgrad)` as Keras has it:
/// \f$ \eta_t = \frac{\eta}{1 + d\,(t - 1)} \cdot \frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \f$
/// and
/// \f$ w \leftarrow w - \frac{\eta_t\, m}{\sqrt{g} + \varepsilon} \f$, t, m and g as in step 7.9.
/// With `amsgrad`, \f$ g_{max} \leftarrow \max(g_{max}, g) \f$ stands under the root in place of g.
///
/// @param state     parameters, averages and number of steps; t below 0 throws
/// @param gradient  ∇ at state.w
/// @param lr        learning rate η
/// @param beta_1    the fraction of m that is kept, in [0, 1)
/// @param beta_2    the fraction of g that is kept, in [0, 1)
/// @param epsilon   ε
/// @param decay     d of step 7.3
/// @param amsgrad   whether the largest g so far stands under the root
/// @return the state after the step; without `amsgrad` g_max is as it was
/// @see decks A and B, `Adam(lr, beta_1, beta_2, epsilon, decay, amsgrad)`
Adam keras_adam_step(const Adam& state, const Vector& gradient, double lr, double beta_1,
                     double beta_2, double epsilon, double decay, bool amsgrad);

} // namespace optimizers
