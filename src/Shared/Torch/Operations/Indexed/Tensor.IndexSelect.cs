using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The indices of a dimension that a vector lists, in its order.</summary>
        [Function]
        public Tensor index_select(long dim, Tensor index)
        {
            var d = CheckIndexVector(dim, index, "index_select");
            if (sizes.Length == 0)
                return index.count == 1
                    ? unsqueeze(0).index_select(0, index.reshape(-1)).reshape()
                    : throw new ArgumentException($"index_select: {index.count} indices of a 0-dimensional tensor; it has one element");
            var y = Empty([.. sizes[..d], index.count, .. sizes[(d + 1)..]], type);
            Indexed.Select(Contiguous(), d, index.Cast(ScalarType.Int64).Contiguous(), y);
            return GradMode.Needs(this) ? new IndexSelectBackward0(this, d, index).Attach(y) : y;
        }

        // y = x[index];  ∂x = g added up where it came from
        private sealed class IndexSelectBackward0(Tensor x, int dim, Tensor index) : Node(x)
        {
            private readonly long[] shape = x.sizes;
            private Saved index = new(index);

            protected override Tensor Backward(int input, Tensor grad) => zeros(shape, grad.type).index_add(dim, index, grad, 1);

            protected internal override void Release() => index.Release();
        }

        /// <summary>y = x, with alpha times the slices of source added to the indices of a dimension that a vector lists.</summary>
        [Function, InPlace]
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var d = CheckIndexVector(dim, index, "index_add");
            var expected = (long[])sizes.Clone();
            if (sizes.Length > 0) expected[d] = index.count;
            if (!Shape.Same(expected, source.sizes))
                throw new ArgumentException($"index_add: source has shape {Shape.Text(source.sizes)}, it must be {Shape.Text(expected)}");
            if (source.type != type)
                throw new ArgumentException(
                    $"index_add: source is {source.type.TorchName()}, the tensor {type.TorchName()}; they must be of one type");
            var y = Copy();
            Tensor scaled;
            using (no_grad()) scaled = alpha.ToDouble() == 1 ? source : source * alpha;
            Indexed.Add(y, d, index.Cast(ScalarType.Int64).Contiguous(), scaled.Contiguous());
            return GradMode.Needs(this, source) ? new IndexAddBackward0(this, source, d, index, alpha).Attach(y) : y;
        }

        // y = x + α·source at the index;  ∂x = g, ∂source = α·g[index]
        private sealed class IndexAddBackward0(Tensor x, Tensor source, int dim, Tensor index, Scalar alpha) : Node(x, source)
        {
            private Saved index = new(index);

            protected override Tensor Backward(int input, Tensor grad)
            {
                if (input == 0) return grad;
                var part = grad.index_select(dim, index);
                return alpha.ToDouble() == 1 ? part : part * alpha;
            }

            protected internal override void Release() => index.Release();
        }

        /// <summary>y = x, with the slices of source written at the index.</summary>
        [Function, InPlace]
        public Tensor index_copy(long dim, Tensor index, Tensor source)
        {
            var d = CheckIndexVector(dim, index, "index_copy");
            var shape = new long[sizes.Length];
            Array.Fill(shape, 1);
            shape[d] = index.count;
            return scatter(d, index.to_type(ScalarType.Int64).reshape(shape).expand(source.sizes), source);
        }

        /// <summary>y = x, with a number written at the index.</summary>
        [Function, InPlace]
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            var d = CheckIndexVector(dim, index, "index_fill");
            var shape = (long[])sizes.Clone();
            shape[d] = index.count;
            return index_copy(d, index, full(shape, value, type));
        }

        /// <summary>The elements where the mask holds, in one dimension.</summary>
        [Function]
        public Tensor masked_select(Tensor mask)
        {
            if (mask.type != ScalarType.Bool)
                throw new ArgumentException(
                    $"masked_select: the mask is {mask.type.TorchName()}; it must be torch.bool, as comparisons give");
            var shape = Shape.Broadcast(sizes, mask.sizes, "masked_select");
            return expand(shape).reshape(-1).index_select(0, Indexed.Places(mask.expand(shape).Contiguous()));
        }

        /// <summary>y = x, with the elements of value, one after the other, where the mask holds.</summary>
        [Function, InPlace(Function = false)]
        public Tensor masked_scatter(Tensor mask, Tensor value)
        {
            var where = mask.expand(sizes).reshape(-1).nonzero().reshape(-1);
            if (value.count < where.count)
                throw new ArgumentException($"masked_scatter: the mask holds at {where.count} places, value has {value.count} elements");
            return reshape(-1).index_copy(0, where, value.reshape(-1).narrow(0, 0, where.count)).reshape(sizes);
        }

        /// <summary>The indices of elements that are not zero: one row each, one column a dimension.</summary>
        [Function]
        public Tensor nonzero()
        {
            var places = Indexed.Places(Truths().Contiguous());
            if (sizes.Length == 1) return places.unsqueeze(1).detach();
            var y = Empty([places.count, sizes.Length], ScalarType.Int64);
            var from = places.Span<long>();
            var to = y.Span<long>();
            for (var i = 0; i < from.Length; i++)
            {
                var place = from[i];
                for (var d = sizes.Length - 1; d >= 0; d--) (place, to[(i * sizes.Length) + d]) = Math.DivRem(place, sizes[d]);
            }
            return y;
        }

        /// <inheritdoc cref="nonzero"/>
        [Function]
        public Tensor argwhere() => nonzero();

        private int CheckIndexVector(long dim, Tensor index, string operation)
        {
            if (index.sizes.Length > 1)
                throw new ArgumentException($"{operation}: the index must be a vector, it has shape {Shape.Text(index.sizes)}");
            if (index.type is not (ScalarType.Int64 or ScalarType.Int32))
                throw new ArgumentException($"{operation}: the index is {index.type.TorchName()}; it must be torch.int64 or torch.int32");
            return Shape.Dim(dim, sizes.Length, operation);
        }
    }
}
