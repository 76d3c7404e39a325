namespace Qiansi;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// Compares a function's gradients with differences of its values, (f(x + ε) − f(x − ε)) / 2ε, for every pair of an input's and an
        /// output's element.
        /// </summary>
        /// <param name="func">The function; its output may have any shape.</param>
        /// <param name="inputs">Where to check: float64, and those that require gradients are checked.</param>
        /// <param name="eps">ε.</param>
        /// <param name="atol">The absolute difference allowed.</param>
        /// <param name="rtol">The difference allowed relative to the numerical gradient.</param>
        /// <param name="raise_exception">Throws where they differ, naming input, element, both values; else returns false.</param>
        /// <returns>Whether all gradients agree.</returns>
        public static bool gradcheck(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, double eps = 1e-6, double atol = 1e-5,
            double rtol = 1e-3, bool raise_exception = true)
        {
            var numericals = new double[inputs.Count][,];
            var outputs = func(inputs).count;
            for (var k = 0; k < inputs.Count; k++)
            {
                if (inputs[k].requires_grad && inputs[k].dtype == ScalarType.Float64)
                    numericals[k] = Numerical(func, inputs, inputs[k], outputs, eps);
            }
            // After the differences: they write to the inputs, which the graph must not see.
            var output = func(inputs);
            for (var k = 0; k < inputs.Count; k++)
            {
                var input = inputs[k];
                if (!input.requires_grad) continue;
                if (input.dtype != ScalarType.Float64)
                    throw new ArgumentException($"gradcheck: input {k} is {input.dtype.TorchName()}; differences need torch.float64");
                var numerical = numericals[k];
                for (long o = 0; o < output.count; o++)
                {
                    var direction = zeros(output.sizes, output.type);
                    direction.data<double>()[o] = 1;
                    var given = output.requires_grad
                        ? grad([output], [input], [direction], retain_graph: true, allow_unused: true)[0] : null;
                    var analytical = (given ?? zeros_like(input)).ToArray<double>();
                    for (long i = 0; i < input.count; i++)
                    {
                        var (expected, actual) = (numerical[i, o], analytical[i]);
                        if (Math.Abs(expected - actual) <= atol + (rtol * Math.Abs(expected))) continue;
                        if (!raise_exception) return false;
                        throw new InvalidOperationException(
                            $"gradcheck: the gradient of output element {o} by element {i} of input {k} (shape "
                                + $"{Shape.Text(input.sizes)}) is {actual:R}, by differences {expected:R}; operation: "
                                + $"{output.grad_fn?.Name ?? "none"}");
                    }
                }
            }
            return true;
        }

        /// <summary>Checks the second derivatives too: the gradients of the gradients against differences of the gradients.</summary>
        public static bool gradgradcheck(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, double eps = 1e-6, double atol = 1e-5,
            double rtol = 1e-3, bool raise_exception = true)
        {
            Tensor First(IList<Tensor> x)
            {
                var output = func(x);
                // A fixed direction whose entries differ.
                var direction = linspace(0.5, 1.5, Math.Max(1, output.count), ScalarType.Float64).narrow(0, 0, output.count)
                    .reshape(output.sizes);
                var wanted = x.Where(t => t.requires_grad).ToArray();
                var gradients = grad([output], wanted, [direction], create_graph: true, allow_unused: true);
                return cat([.. gradients.Select((g, i) => (g is null ? zeros_like(wanted[i]) : g).reshape(-1))]);
            }
            return gradcheck(First, inputs, eps, atol, rtol, raise_exception);
        }

        private static double[,] Numerical(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, Tensor input, long outputs, double eps)
        {
            var result = new double[input.count, outputs];
            var elements = input.detach().data<double>();
            for (long i = 0; i < input.count; i++)
            {
                var before = elements[i];
                elements[i] = before + eps;
                var above = func(inputs).detach().ToArray<double>();
                elements[i] = before - eps;
                var below = func(inputs).detach().ToArray<double>();
                elements[i] = before;
                for (long o = 0; o < outputs; o++) result[i, o] = (above[o] - below[o]) / (2 * eps);
            }
            return result;
        }
    }
}
