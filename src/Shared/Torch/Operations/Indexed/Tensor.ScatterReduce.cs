using Qiansi.Torch.Operations;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>y = x, each y[i][index[i][j][k]][k] combined with all src[i][j][k] that go there, for dim 1.</summary>
        /// <param name="dim">The dimension indexed.</param>
        /// <param name="index">int64, of as many dimensions as this tensor.</param>
        /// <param name="src">As large as the index, or larger.</param>
        /// <param name="reduce"><c>"sum"</c>, <c>"prod"</c>, <c>"mean"</c>, <c>"amax"</c> or <c>"amin"</c>.</param>
        /// <param name="include_self">Whether the element that is there takes part.</param>
        /// <exception cref="ArgumentException">The reduction is another, or shapes or types do not fit.</exception>
        [Function, InPlace(Function = false)]
        public Tensor scatter_reduce(long dim, Tensor index, Tensor src, string reduce, bool include_self = true)
        {
            if (reduce is not ("sum" or "prod" or "mean" or "amax" or "amin"))
                throw new ArgumentException($"scatter_reduce: '{reduce}' is no reduction; use sum, prod, mean, amax or amin");
            if (sizes.Length == 0) return unsqueeze(0).scatter_reduce(0, index.reshape(-1), src.reshape(-1), reduce,
                include_self).squeeze(0);
            var d = CheckGather(dim, index, "scatter_reduce");
            if (src.type != type)
                throw new ArgumentException(
                    $"scatter_reduce: src is {src.type.TorchName()}, the tensor {type.TorchName()}; they must be of one type");
            if (!Shape.Same(src.sizes, index.sizes)) src = src.Corner(index.sizes);
            // Where something goes that does not take part, the reduction starts from what changes nothing.
            var start = include_self ? this : scatter(d, index, Neutral(reduce));
            switch (reduce)
            {
                case "sum": return start.scatter_add(d, index, src);
                case "mean":
                    var sum = start.scatter_add(d, index, src);
                    var each = include_self ? ones(sizes, type) : ones(sizes, type).scatter(d, index, 0);
                    var counts = each.scatter_add(d, index, ones(index.sizes, type));
                    return type.IsFloating() ? sum / counts : sum.floor_divide(counts);
            }

            Tensor y;
            using (no_grad()) ScatterReduction.Run(y = start.Copy(), d, index, src, reduce);
            if (!GradMode.Needs(start, src)) return y;
            return reduce == "prod"
                ? new ScatterProductBackward(start, src, d, index).Attach(y)
                : new ScatterExtremeBackward(start, src, y, d, index).Attach(y);
        }

        // y = the largest or smallest;  ∂x and ∂src share g where they are y
        private sealed class ScatterExtremeBackward(Tensor x, Tensor src, Tensor y, int dim, Tensor index) : Node(x, src)
        {
            private Saved x = new(x), src = new(src), y = new(y), index = new(index);

            public override string Name => "ScatterReduceBackward0";

            protected override Tensor Backward(int input, Tensor grad)
            {
                var isX = (x.Value == y.Value).to_type(grad.type);
                var isSource = (src.Value == y.Value.gather(dim, index)).to_type(grad.type);
                var share = grad / (isX.scatter_add(dim, index, isSource)).clamp_min(1);
                return input == 0 ? share * isX : share.gather(dim, index) * isSource;
            }

            protected internal override void Release()
            {
                Saved.Release(ref x, ref src);
                Saved.Release(ref y, ref index);
            }
        }

        // y = x·∏ src;  the gradient of a factor is g times the product of the others, which is 0 when two factors are
        private sealed class ScatterProductBackward(Tensor x, Tensor src, int dim, Tensor index) : Node(x, src)
        {
            private Saved x = new(x), src = new(src), index = new(index);

            public override string Name => "ScatterReduceBackward0";

            protected override Tensor Backward(int input, Tensor grad)
            {
                using var _ = no_grad();
                Tensor a = x.Value, b = src.Value, noA = a == 0, noB = b == 0;
                var zeros = noA.to_type(int64).scatter_add(dim, index, noB.to_type(int64));
                var product = torch.where(noA, 1.0, a);
                ScatterReduction.Run(product, dim, index, torch.where(noB, 1.0, b), "prod");
                var (factor, isZero) = input == 0 ? (a, noA) : (b, noB);
                if (input == 1) (product, zeros, grad) = (product.gather(dim, index), zeros.gather(dim, index), grad.gather(dim, index));
                var ofZero = torch.where(zeros == 1, product, 0.0);
                var ofOther = torch.where(zeros == 0, product / torch.where(isZero, 1.0, factor), 0.0);
                return grad * torch.where(isZero, ofZero, ofOther);
            }

            protected internal override void Release()
            {
                Saved.Release(ref x, ref src);
                index.Release();
            }
        }

        private Scalar Neutral(string reduce) => reduce switch
        {
            "prod" => 1,
            "amax" => type.IsFloating() ? double.NegativeInfinity
                : min_int_value(type),
            "amin" => type.IsFloating() ? double.PositiveInfinity : max_int_value(type),
            _ => 0,
        };

        /// <summary>A copy with a value, which broadcasts, in the elements that tensors of indices, or a mask, point to.</summary>
        public Tensor index_put(Tensor value, params Tensor[] indices) => clone().index_put_(value, indices, false);

        /// <summary>A copy with a value, which broadcasts, in the part indexed.</summary>
        public Tensor index_put(Tensor value, params TensorIndex[] indices) => clone().index_put_(value, indices, false);

        /// <summary>A copy with a value in the elements that tensors of indices point to, or added to them, also where one is named more
        /// than once.</summary>
        public Tensor index_put(Tensor value, Tensor[] indices, bool accumulate = false) => clone().index_put_(value, indices, accumulate);
    }

    /// <summary>A copy with a value in the elements that tensors of indices point to, or added to them.</summary>
    public static Tensor index_put(Tensor input, Tensor[] indices, Tensor value, bool accumulate = false) =>
        input.index_put(value, indices, accumulate);
}
