
namespace Qiansi.Evaluation;

/// <summary>A number for each sample and class: made of an array [N, K] or a tensor (N, K).</summary>
public readonly struct ClassScores
{
    private readonly double[,] _values;

    private ClassScores(double[,] values)
    {
        for (var i = 0; i < values.GetLength(0); i++)
        {
            for (var k = 0; k < values.GetLength(1); k++)
            {
                if (double.IsNaN(values[i, k]))
                    throw new ArgumentException($"the score of sample {i} for class {k} is NaN; look where the model made it");
            }
        }

        _values = values;
    }

    /// <summary>How many samples there are.</summary>
    public int Count => _values?.GetLength(0) ?? 0;

    /// <summary>How many classes there are.</summary>
    public int Classes => _values?.GetLength(1) ?? 0;

    /// <summary>The score of a sample for a class.</summary>
    public double this[int sample, int label] => _values[sample, label];

    /// <summary>Of numbers [N, K].</summary>
    public static implicit operator ClassScores(double[,] scores) => new((double[,])scores.Clone());

    /// <summary>Of numbers [N, K].</summary>
    public static implicit operator ClassScores(float[,] scores) =>
        new(Filled(scores.GetLength(0), scores.GetLength(1), (i, k) => scores[i, k]));

    /// <summary>Of a tensor (N, K).</summary>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static implicit operator ClassScores(Tensor scores)
    {
        if (scores.dim() != 2)
            throw new ArgumentException(
                $"scores of several classes are a tensor (N, K), not one of shape [{string.Join(", ", scores.shape)}]");
        var (flat, columns) = (scores.ToArray<double>(), (int)scores.size(1));
        return new(Filled((int)scores.size(0), columns, (i, k) => flat[i * columns + k]));
    }

    private static double[,] Filled(int rows, int columns, Func<int, int, double> value)
    {
        var filled = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < columns; k++) filled[i, k] = value(i, k);
        }

        return filled;
    }

    internal void RequireLabels(ClassLabels actual)
    {
        ClassLabels.RequireAlike(actual.Count, Count, "rows of scores");
        for (var i = 0; i < Count; i++)
        {
            if (actual[i] >= Classes)
                throw new ArgumentException(
                    $"sample {i} is of class {actual[i]}, but there are scores of the classes 0 to {Classes - 1} only");
        }
    }

    internal void RequireProbabilities()
    {
        for (var i = 0; i < Count; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < Classes; k++)
            {
                if (this[i, k] is < 0 or > 1)
                    throw new ArgumentException(
                        $"the probability of sample {i} for class {k} is {this[i, k]}, outside 0 to 1; apply softmax(1) to logits first");
                sum += this[i, k];
            }

            if (Math.Abs(sum - 1) > 1e-4)
                throw new ArgumentException($"the probabilities of sample {i} sum to {sum}, not 1; apply softmax(1) to logits first");
        }
    }
}
