namespace Qiansi.Torch.Linalg;

/// <summary>Batches of matrices worked on one by one in double precision.</summary>
internal static class Matrices
{
    /// <summary>The matrices of a batch, each as an array of rows.</summary>
    public static List<double[,]> Take(Tensor batch)
    {
        var elements = batch.ToArray<double>();
        var (rows, columns) = ((int)batch.sizes[^2], (int)batch.sizes[^1]);
        var result = new List<double[,]>();
        var count = Shape.Count(batch.sizes.AsSpan(..^2));
        for (var i = 0; i < count; i++)
        {
            var matrix = new double[rows, columns];
            Buffer.BlockCopy(elements, i * rows * columns * sizeof(double), matrix, 0, rows * columns * sizeof(double));
            result.Add(matrix);
        }
        return result;
    }

    /// <summary>A batch from matrices, or vectors, of one size.</summary>
    public static Tensor Give(IEnumerable<Array> parts, long[] sizes, ScalarType type)
    {
        var all = new double[Shape.Count(sizes)];
        var at = 0;
        foreach (var part in parts)
        {
            Buffer.BlockCopy(part, 0, all, at * sizeof(double), part.Length * sizeof(double));
            at += part.Length;
        }
        return tensor(all, sizes, type);
    }

    public static void CheckSquare(Tensor a, string operation)
    {
        CheckMatrix(a, operation);
        if (a.sizes[^1] != a.sizes[^2])
            throw new ArgumentException($"{operation}: shape {Shape.Text(a.sizes)} is not square; the last two sizes must be equal");
    }

    public static void CheckMatrix(Tensor a, string operation)
    {
        if (a.sizes.Length < 2)
            throw new ArgumentException($"{operation}: shape {Shape.Text(a.sizes)} is no matrix; at least two dimensions are needed");
        if (!a.type.IsFloating())
            throw new ArgumentException($"{operation}: of {a.type.TorchName()} is not calculated; convert first: .to(torch.float64)");
    }
}
