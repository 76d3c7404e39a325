namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Parts of a dimension that end before the given indices, the last one at its end: views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] tensor_split(long[] sizes, long dim = 0L)
        {
            var d = Shape.Dim(dim, this.sizes.Length, "tensor_split");
            if (this.sizes.Length == 0) throw new ArgumentException("tensor_split: a 0-dimensional tensor has no dimension to split");
            var n = this.sizes[d];
            var parts = new Tensor[sizes.Length + 1];
            long from = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                var to = i == sizes.Length ? n : sizes[i] < 0 ? sizes[i] + n : sizes[i];
                parts[i] = slice(d, Math.Clamp(from, 0, n), Math.Clamp(to, 0, n), 1);
                from = to;
            }
            return parts;
        }

        /// <summary>So many parts (one number), or parts that end before the given <paramref name="indices"/> (a vector): views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] tensor_split(Tensor indices, long dim = 0L) =>
            indices.sizes.Length == 0 ? tensor_split(indices.ToInt64(), dim) : tensor_split(indices.ToArray<long>(), dim);

        /// <summary>Rows in so many equal parts: views.</summary>
        public Tensor[] vsplit(long size) => EqualParts(size, 0, 2, "vsplit");

        /// <summary>Rows in parts that end before the given indices: views.</summary>
        public Tensor[] vsplit(params long[] sizes) => tensor_split(sizes, 0);

        /// <summary>Rows in parts that end before the given indices: views.</summary>
        public Tensor[] vsplit(Tensor indices) => vsplit(indices.ToArray<long>());

        /// <summary>Columns (of a vector: elements) in so many equal parts: views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] hsplit(long size) => EqualParts(size, ndim == 1 ? 0 : 1, 1, "hsplit");

        /// <summary>Columns in parts that end before the given indices: views.</summary>
        public Tensor[] hsplit(params long[] sizes) => tensor_split(sizes, ndim == 1 ? 0 : 1);

        /// <summary>Columns in parts that end before the given <paramref name="indices"/>: views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] hsplit(Tensor indices) => hsplit(indices.ToArray<long>());

        /// <summary>The third dimension in so many equal parts: views.</summary>
        [Function]
        public Tensor[] dsplit(long size) => EqualParts(size, 2, 3, "dsplit");

        /// <summary>The third dimension in parts that end before the given indices: views.</summary>
        public Tensor[] dsplit(params long[] sizes) => tensor_split(sizes, 2);

        /// <summary>The third dimension in parts that end before the given <paramref name="indices"/>: views.</summary>
        [Function("input", "indices_or_sections")]
        public Tensor[] dsplit(Tensor indices) => dsplit(indices.ToArray<long>());

        private Tensor[] EqualParts(long parts, int d, int least, string operation)
        {
            if (sizes.Length < least)
                throw new ArgumentException($"{operation}: shape {Shape.Text(sizes)}; at least {least} dimensions are needed");
            if (parts <= 0 || sizes[d] % parts != 0)
                throw new ArgumentException(
                    $"{operation}: dimension {d} of shape {Shape.Text(sizes)} cannot be cut into {parts} equal parts");
            return tensor_split(parts, d);
        }

        /// <summary>Parts of given sizes of the first dimension, which must add up to it: views.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        /// <summary>Parts of given sizes of a dimension, which must add up to it: views.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        /// <summary>With at least one dimension: a view.</summary>
        public Tensor atleast_1d() => sizes.Length == 0 ? unsqueeze(0) : this;

        /// <summary>With at least two dimensions, a vector as a row: a view.</summary>
        public Tensor atleast_2d() => sizes.Length switch { 0 => view(1, 1), 1 => unsqueeze(0), _ => this };

        /// <summary>With at least three dimensions, new ones at both ends of a vector, at the end of a matrix: a view.</summary>
        public Tensor atleast_3d() => sizes.Length switch
        {
            0 => view(1, 1, 1),
            1 => unsqueeze(0).unsqueeze(-1),
            2 => unsqueeze(-1),
            _ => this,
        };

        /// <summary>The indices of elements that are not zero, a tensor for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => (sizes.Length == 0 ? unsqueeze(0) : this).nonzero().unbind(1);
    }

    /// <summary>The third dimension in parts that end before the given indices: views.</summary>
    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);

    /// <summary>Columns in parts that end before the given indices: views.</summary>
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>Rows in parts that end before the given indices: views.</summary>
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);
}
