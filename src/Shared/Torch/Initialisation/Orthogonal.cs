namespace Qiansi.Torch.Initialisation;

/// <summary>Random orthogonal matrices.</summary>
internal static class Orthogonal
{
    /// <summary>
    /// A matrix whose rows (columns, when it is higher than wide) are at right angles and of length 1: the Q of a random matrix, signs as
    /// those of R's diagonal.
    /// </summary>
    public static Tensor Rows(long rows, long columns, ScalarType type)
    {
        using var mode = no_grad();
        var random = empty([rows, columns], type).normal_(0, 1).to_type(ScalarType.Float64);
        // Columns of the taller orientation, one after the other made orthogonal to those before (Gram–Schmidt, twice for accuracy); the
        // sign makes R's diagonal positive.
        var tall = rows < columns ? random.t().contiguous() : random;
        var vectors = tall.unbind(1);
        for (var i = 0; i < vectors.Length; i++)
        {
            var vector = vectors[i];
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++) vector = vector - (vectors[j] * vectors[j].dot(vector));
            }
            vectors[i] = vector / vector.square().sum().sqrt();
        }
        var q = stack(vectors, 1);
        return (rows < columns ? q.t() : q).contiguous().to_type(type);
    }
}
