using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sums of the elements so far, along a dimension.</summary>
        [Function]
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var target = type ?? (this.type.IsFloating() ? this.type : ScalarType.Int64);
            if (target != this.type) return to_type(target).cumsum(dim);
            var d = Shape.Dim(dim, sizes.Length, "cumsum");
            var y = ScanAlong<Add>(d);
            return GradMode.Needs(this) ? new CumsumBackward0(this, d).Attach(y) : y;
        }

        // yᵢ = Σⱼ≤ᵢ xⱼ;  ∂xⱼ = Σᵢ≥ⱼ gᵢ
        private sealed class CumsumBackward0(Tensor x, int dim) : Node(x)
        {
            protected override Tensor Backward(int input, Tensor grad) =>
                grad.sizes.Length == 0 ? grad : grad.flip(dim).cumsum(dim).flip(dim);
        }

        /// <summary>The products of the elements so far, along a dimension.</summary>
        [Function("input", "dim", "dtype")]
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var target = type ?? (this.type.IsFloating() ? this.type : ScalarType.Int64);
            if (target != this.type) return to_type(target).cumprod(dim);
            var d = Shape.Dim(dim, sizes.Length, "cumprod");
            var y = ScanAlong<Multiply>(d);
            return GradMode.Needs(this) ? new CumprodBackward0(this, y, d).Attach(y) : y;
        }

        // yᵢ = Πⱼ≤ᵢ xⱼ;  ∂xⱼ = Σᵢ≥ⱼ gᵢ·yᵢ/xⱼ; where zeros are, each term is multiplied out
        private sealed class CumprodBackward0(Tensor x, Tensor y, int dim) : Node(x)
        {
            private Saved x = new(x), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var x = this.x.Value;
                if (x.sizes.Length == 0) return grad;
                bool zero;
                using (no_grad()) zero = (x == 0).any().item<bool>();
                if (!zero) return (grad * y.Value).flip(dim).cumsum(dim).flip(dim) / x;
                var terms = new List<Tensor>();
                for (long j = 0; j < x.sizes[dim]; j++)
                {
                    // ∂yᵢ/∂xⱼ for i ≥ j: what is before j, times what is between j and i.
                    var before = j == 0 ? torch.ones_like(x.narrow(dim, 0, 1)) : x.narrow(dim, 0, j).prod(dim, true);
                    var between = torch.cat([torch.ones_like(before), x.narrow(dim, j + 1, x.sizes[dim] - j - 1)], dim).cumprod(dim);
                    terms.Add((grad.narrow(dim, j, x.sizes[dim] - j) * before * between).sum(dim, true));
                }
                return torch.cat(terms, dim);
            }

            protected internal override void Release() => Saved.Release(ref x, ref y);
        }

        private Tensor ScanAlong<TOp>(int d) where TOp : struct, IArithmetic
        {
            if (count == 0 || sizes.Length == 0) return Copy();
            if (type.IsHalf()) return Cast(ScalarType.Float32).ScanAlong<TOp>(d).Cast(type);
            using var mode = no_grad();
            var rows = Rows.Last(this, d);
            var y = Empty(rows.sizes, type);
            Rows.Scan<TOp>(rows, y);
            return d == sizes.Length - 1 ? y : y.transpose(d, -1).Contiguous();
        }

        /// <summary>Differences of neighbours along a dimension, n times over.</summary>
        /// <param name="n">How often.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="prepend">What is put in front first.</param>
        /// <param name="append">What is put at the end first.</param>
        [Function]
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            if (sizes.Length == 0)
                throw new ArgumentException("diff: a 0-dimensional tensor has no neighbours; at least one dimension is needed");
            if (n < 0) throw new ArgumentException($"diff: n {n}; it must be at least 0");
            var d = Shape.Dim(dim, sizes.Length, "diff");
            Tensor?[] parts = [prepend, this, append];
            var y = prepend is null && append is null ? this : torch.cat([.. parts.OfType<Tensor>()], d);
            n = Math.Min(n, y.sizes[d]);
            for (; n > 0; n--)
                y = y.type == ScalarType.Bool ? y.narrow(d, 1, y.sizes[d] - 1)
                    .logical_xor(y.narrow(d, 0, y.sizes[d] - 1)) : y.narrow(d, 1, y.sizes[d] - 1) - y.narrow(d, 0, y.sizes[d] - 1);
            return y;
        }
    }
}
