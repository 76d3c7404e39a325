using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>start, start + step, … before stop. Integers when all three are.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from stop.</exception>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var real = start.Kind == ScalarKind.Float || stop.Kind == ScalarKind.Float || step.Kind == ScalarKind.Float;
        var span = stop.ToDouble() - start.ToDouble();
        if (step.ToDouble() == 0 || span * step.ToDouble() < 0)
            throw new ArgumentException($"arange: a step of {step} does not lead from {start} to {stop}");
        var n = (long)Math.Ceiling(span / step.ToDouble());
        var y = Tensor.Empty([n], dtype ?? (real ? Promotion.DefaultFloat : ScalarType.Int64));
        if (!real || y.type.IsFloating()) Fill.Arithmetic(y, start, step);
        else Copy.Run(arange(start, stop, step, ScalarType.Float64), y);
        return Finish(y, null, requires_grad);
    }

    /// <summary>start, start + 1, … before stop, a vector; int64 when both are integers, else the default float type.</summary>
    /// <exception cref="ArgumentException">Stop is below start.</exception>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>0, 1, … before stop, a vector; int64 when stop is an integer, else the default float type.</summary>
    /// <exception cref="ArgumentException">Stop is negative.</exception>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>So many numbers from start to end, both included, equally far apart: a vector (steps).</summary>
    /// <exception cref="ArgumentException">There are fewer than no steps.</exception>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        if (steps < 0) throw new ArgumentException($"linspace: {steps} steps; there can be none or more");
        var type = dtype ?? Promotion.DefaultFloat;
        var y = Tensor.Empty([steps], ScalarType.Float64);
        var elements = y.Span<double>();
        var single = type == ScalarType.Float32;
        // Half from each end, as PyTorch does, in the arithmetic of the type.
        var step = steps <= 1 ? 0 : single ? (float)((float)((float)end - (float)start) / (float)(steps - 1)) : (end - start) / (steps - 1);
        for (var i = 0; i < steps; i++)
        {
            if (steps == 1) elements[i] = start;
            else if (i < steps / 2) elements[i] = single ? (float)((float)start + (float)((float)step * i)) : start + (step * i);
            else elements[i] = single ? (float)((float)end - (float)((float)step * (steps - i - 1))) : end - (step * (steps - i - 1));
        }
        return Finish(y.Cast(type), null, requires_grad);
    }

    /// <summary>So many powers of a base whose exponents go from start to end.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        using (no_grad())
            return Finish(full([], @base, ScalarType.Float64).pow(linspace(start, end, steps, ScalarType.Float64))
                .Cast(dtype ?? Promotion.DefaultFloat), null, requires_grad);
    }

    /// <summary>Ones on the diagonal of a matrix of zeros; square unless columns are given.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var y = zeros(rows, columns < 0 ? rows : columns, dtype);
        using (no_grad()) y.diagonal().fill_(1);
        return Finish(y.detach(), null, requires_grad);
    }

    /// <summary>Coordinates of a grid: for each input a tensor of the grid's shape that varies along one dimension.</summary>
    /// <param name="tensors">The coordinates of each dimension, in one dimension each.</param>
    /// <param name="indexing">
    /// "ij": the first varies down the rows, of shape (n, m, …); "xy": along the columns, of shape (m, n, …).
    /// </param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        var inputs = tensors.ToArray();
        if (Array.Find(inputs, t => t.ndim > 1) is { } wide)
            throw new ArgumentException($"meshgrid: shape {Qiansi.Torch.Shapes.Shape.Text(wide.sizes)}; vectors are needed");
        if (indexing is not ("ij" or "xy")) throw new ArgumentException($"meshgrid: indexing \"{indexing}\"; use \"ij\" or \"xy\"");
        var swap = indexing == "xy" && inputs.Length >= 2;
        if (swap) (inputs[0], inputs[1]) = (inputs[1], inputs[0]);
        var sizes = inputs.Select(t => t.count).ToArray();
        var grids = new Tensor[inputs.Length];
        for (var i = 0; i < grids.Length; i++)
        {
            var shape = new long[sizes.Length];
            Array.Fill(shape, 1);
            shape[i] = sizes[i];
            grids[i] = inputs[i].reshape(shape).expand(sizes);
        }
        if (swap) (grids[0], grids[1]) = (grids[1], grids[0]);
        return grids;
    }
}
