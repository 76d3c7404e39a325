namespace Qiansi.TorchBridge;

/// <summary>Gradients compared with differences of values, as <c>torch.autograd.gradcheck</c> does in PyTorch.</summary>
public static class GradientChecks
{
    extension(autograd)
    {
        /// <summary>
        /// Compares a function's gradients with (f(x + ε) − f(x − ε)) / 2ε, for every pair of an input's and an output's element.
        /// </summary>
        /// <param name="func">The function; its output may have any shape.</param>
        /// <param name="inputs">Where to check: float64; those that require gradients are checked.</param>
        /// <param name="eps">ε.</param>
        /// <param name="atol">The absolute difference allowed.</param>
        /// <param name="rtol">The difference allowed relative to the numerical gradient.</param>
        /// <param name="raise_exception">Throws where they differ, naming input and elements; else returns false.</param>
        /// <returns>Whether all gradients agree.</returns>
        public static bool gradcheck(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, double eps = 1e-6, double atol = 1e-5,
            double rtol = 1e-3, bool raise_exception = true)
        {
            for (var k = 0; k < inputs.Count; k++)
            {
                if (!inputs[k].requires_grad) continue;
                if (inputs[k].dtype != ScalarType.Float64)
                    throw new ArgumentException($"gradcheck: input {k} is {inputs[k].dtype}; differences need Float64");
                var (numerical, analytical) = (Numerical(func, inputs, k, eps), Analytical(func, inputs, k));
                for (var i = 0; i < numerical.Length; i++)
                {
                    var (row, element) = (analytical[i].ToArray<double>(), numerical[i]);
                    var at = Enumerable.Range(0, row.Length)
                        .FirstOrDefault(o => !(Math.Abs(row[o] - element[o]) <= atol + rtol * Math.Abs(element[o])), -1);
                    if (at < 0) continue;
                    if (!raise_exception) return false;
                    throw new InvalidOperationException(
                        $"gradcheck: the gradient of output element {at} by element {i} of input {k} (shape "
                        + $"[{string.Join(", ", inputs[k].shape)}]) is {row[at]:R}, by differences {element[at]:R}");
                }
            }

            return true;
        }
    }

    /// <summary>By input element: how each element of the output moves with it.</summary>
    private static double[][] Numerical(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, int k, double eps)
    {
        using var quiet = no_grad();
        var flat = inputs[k].detach().clone().reshape(-1);
        double[] At(long i, double by)
        {
            var moved = flat.clone();
            moved[i] = moved[i] + by;
            Tensor[] all = [.. inputs.Select((t, j) => j == k ? moved.reshape(t.shape) : t)];
            return func(all).ToArray<double>();
        }

        return [.. Enumerable.Range(0, (int)flat.numel())
            .Select(i => At(i, eps).Zip(At(i, -eps), (above, below) => (above - below) / (2 * eps)).ToArray())];
    }

    /// <summary>By input element: the gradient of each element of the output.</summary>
    private static Tensor[] Analytical(Func<IList<Tensor>, Tensor> func, IList<Tensor> inputs, int k)
    {
        var output = func(inputs).reshape(-1);
        var rows = Enumerable.Range(0, (int)output.numel()).Select(o => output.requires_grad
            ? autograd.grad([output[o]], [inputs[k]], retain_graph: true, allow_unused: true)[0] : null).ToList();
        var columns = stack([.. rows.Select(g => (g is null ? zeros_like(inputs[k]) : g).reshape(-1))]).t();
        return [.. Enumerable.Range(0, (int)inputs[k].numel()).Select(i => columns[i])];
    }
}
