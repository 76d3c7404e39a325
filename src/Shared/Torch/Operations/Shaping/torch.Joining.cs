namespace Qiansi;

public static partial class torch
{
    /// <inheritdoc cref="cat"/>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Tensors side by side: along the first dimension of vectors, else the second.</summary>
    public static Tensor hstack(params Tensor[] tensors) => hstack((IList<Tensor>)tensors);

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor vstack(params Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    /// <summary>Tensors one behind the other, along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => cat([.. tensors.Select(t => t.atleast_3d())], 2);

    /// <summary>Tensors one behind the other, along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => dstack((IList<Tensor>)tensors);

    /// <summary>Tensors side by side; vectors become columns.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => cat([.. tensors.Select(t => t.ndim <= 1 ? t.reshape(-1, 1) : t)], 1);

    /// <summary>Tensors side by side; vectors become columns.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => column_stack((IList<Tensor>)tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    /// <summary>Matrices along the diagonal of one matrix of zeros; vectors are rows, numbers 1 × 1.</summary>
    public static Tensor block_diag(params Tensor[] tensors)
    {
        var blocks = Array.ConvertAll(tensors, t => t.atleast_2d());
        if (blocks.FirstOrDefault(b => b.ndim > 2) is { } cube)
            throw new ArgumentException($"block_diag: shape {Shape.Text(cube.sizes)}; at most two dimensions are possible");
        if (blocks.Length == 0) return zeros(1, 0);
        var width = blocks.Sum(b => b.sizes[1]);
        long left = 0;
        var rows = new List<Tensor>();
        foreach (var block in blocks)
        {
            var (n, m) = (block.sizes[0], block.sizes[1]);
            rows.Add(cat([zeros([n, left], block.type), block, zeros([n, width - left - m], block.type)], 1));
            left += m;
        }
        return cat(rows, 0);
    }

    /// <summary>All combinations of one element of each vector, as rows.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors)
    {
        if (tensors.FirstOrDefault(t => t.ndim != 1) is { } other)
            throw new ArgumentException($"cartesian_prod: shape {Shape.Text(other.sizes)}; vectors are needed");
        return tensors.Length == 1 ? tensors[0] : stack(meshgrid(tensors, "ij").Select(t => t.reshape(-1)), 1);
    }

    /// <summary>All combinations of one element of each vector, as rows.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod([.. tensors]);

    /// <summary>All choices of r elements of a vector in their order, as rows.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (input.ndim != 1 || r < 0)
            throw new ArgumentException($"combinations: shape {Shape.Text(input.sizes)}, r {r}; a vector and r of at least 0 are needed");
        if (r == 0) return empty(0, input.type);
        var chosen = new List<long>();
        var place = new long[r];
        Choose(0, 0);
        return input.index_select(0, tensor(chosen, int64)).view(-1, r);

        void Choose(int depth, long from)
        {
            if (depth == r)
            {
                chosen.AddRange(place);
                return;
            }
            for (var i = from; i < input.count; i++)
            {
                place[depth] = i;
                Choose(depth + 1, with_replacement ? i : i + 1);
            }
        }
    }

    /// <summary>The places of a matrix's lower triangle: row indices above column indices.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones(row, col, ScalarType.Byte).tril(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>The places of a matrix's upper triangle: row indices above column indices.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones(row, col, ScalarType.Byte).triu(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>The shape that shapes broadcast to.</summary>
    public static long[] broadcast_shapes(params long[][] shapes) =>
        shapes.Aggregate(Shape.Scalar, (a, b) => Shape.Broadcast(a, b, "broadcast_shapes"));

    /// <summary>The p-norm distances of each row of x1 and each row of x2: (…, n, m) and (…, k, m) give (…, n, k).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0)
    {
        if (x1.ndim < 2 || x2.ndim < 2 || x1.sizes[^1] != x2.sizes[^1])
            throw new ArgumentException($"cdist: shapes {Shape.Text(x1.sizes)} and {Shape.Text(x2.sizes)}; rows of one length are needed");
        if (p < 0) throw new ArgumentException($"cdist: p {p}; it must be at least 0");
        return linalg.vector_norm(x1.unsqueeze(-2) - x2.unsqueeze(-3), p, [-1]);
    }

    /// <summary>Tensors with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(t => t.atleast_1d());

    /// <summary>Tensors with at least two dimensions.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(t => t.atleast_2d());

    /// <summary>Tensors with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(t => t.atleast_3d());
}
