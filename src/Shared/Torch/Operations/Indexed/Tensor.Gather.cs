using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>y[i][j][k] = x[i][index[i][j][k]][k], for dim 1: the shape of the index.</summary>
        [Function]
        public Tensor gather(long dim, Tensor index)
        {
            var d = CheckGather(dim, index, "gather");
            if (sizes.Length == 0) return unsqueeze(0).gather(0, index.reshape(-1)).reshape(index.sizes);
            var y = Empty(index.sizes, type);
            Indexed.Gather(this, d, index, y);
            return GradMode.Needs(this) ? new GatherBackward0(this, d, index).Attach(y) : y;
        }

        // y = x[index];  ∂x = g added up where it came from
        private sealed class GatherBackward0(Tensor x, int dim, Tensor index) : Node(x)
        {
            private readonly long[] shape = x.sizes;
            private Saved index = new(index);

            protected override Tensor Backward(int input, Tensor grad) => zeros(shape, grad.type).scatter_add(dim, index, grad);

            protected internal override void Release() => index.Release();
        }

        /// <summary>y = x, but y[i][index[i][j][k]][k] = src[i][j][k], for dim 1.</summary>
        [Function, InPlace]
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            var d = CheckGather(dim, index, "scatter");
            var y = Copy();
            Indexed.Scatter(y, d, index, Fitting(src, index), add: false);
            return GradMode.Needs(this, src) ? new ScatterBackward0(this, src, d, index).Attach(y) : y;
        }

        // y = x with src written in;  ∂x = g, 0 where written, ∂src = g there
        private sealed class ScatterBackward0(Tensor x, Tensor src, int dim, Tensor index) : Node(x, src)
        {
            private readonly long[] shape = src.sizes;
            private Saved index = new(index);

            protected override Tensor Backward(int input, Tensor grad)
            {
                if (input == 0) return grad.scatter(dim, index, 0.0);
                var part = grad.gather(dim, index);
                return Shape.Same(part.sizes, shape) ? part : part.Placed(shape, w => w.Corner(part.sizes), g => g.Corner(part.sizes));
            }

            protected internal override void Release() => index.Release();
        }

        /// <summary>y = x, but a number where the index points.</summary>
        [Function, InPlace(Function = false)]
        public Tensor scatter(long dim, Tensor index, Scalar value) => scatter(dim, index, full(index.sizes, value, type));

        /// <summary>y = x, with src[i][j][k] added to y[i][index[i][j][k]][k], for dim 1.</summary>
        [Function, InPlace]
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            var d = CheckGather(dim, index, "scatter_add");
            var y = Copy();
            Indexed.Scatter(y, d, index, Fitting(src, index), add: true);
            return GradMode.Needs(this, src) ? new ScatterAddBackward0(this, src, d, index).Attach(y) : y;
        }

        // y = x + src where the index points;  ∂x = g, ∂src = g there
        private sealed class ScatterAddBackward0(Tensor x, Tensor src, int dim, Tensor index) : Node(x, src)
        {
            private readonly long[] shape = src.sizes;
            private Saved index = new(index);

            protected override Tensor Backward(int input, Tensor grad)
            {
                if (input == 0) return grad;
                var part = grad.gather(dim, index);
                return Shape.Same(part.sizes, shape) ? part : part.Placed(shape, w => w.Corner(part.sizes), g => g.Corner(part.sizes));
            }

            protected internal override void Release() => index.Release();
        }

        /// <summary>The elements at the index, counted through all elements.</summary>
        public Tensor take_along_dim(Tensor indices) => reshape(-1).gather(0, indices.reshape(-1));

        /// <summary>The elements at the index along a dimension, with broadcasting of the other ones.</summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            var d = Shape.Dim(dim, sizes.Length, "take_along_dim");
            var shape = (long[])sizes.Clone();
            shape[d] = indices.sizes[d];
            return gather(d, indices.expand(shape));
        }

        /// <summary>Elements by their place in row-major order, negative ones counted from the end, in the shape of the index.</summary>
        /// <exception cref="IndexOutOfRangeException">A place is not there.</exception>
        [Function]
        public Tensor take(Tensor index)
        {
            if (index.type != ScalarType.Int64)
                throw new ArgumentException($"take: the index is {index.type.TorchName()}; it must be torch.int64");
            using (no_grad())
            {
                var beyond = index.masked_select((index < -count).logical_or(index >= count));
                if (beyond.count > 0)
                {
                    var (place, shape) = (beyond[0].item<long>(), Shape.Text(sizes));
                    throw new IndexOutOfRangeException($"take: index {place} is out of range for {count} elements (shape {shape})");
                }
                index = torch.where(index < 0, index + count, index);
            }
            return reshape(-1).index_select(0, index.reshape(-1)).reshape(index.sizes);
        }

        private Tensor Corner(long[] shape)
        {
            var view = this;
            for (var i = 0; i < shape.Length; i++) view = view.narrow(i, 0, shape[i]);
            return view;
        }

        private Tensor Fitting(Tensor src, Tensor index)
        {
            if (src.type != type)
                throw new ArgumentException(
                    $"scatter: src is {src.type.TorchName()}, the tensor {type.TorchName()}; they must be of one type");
            return Shape.Same(src.sizes, index.sizes) ? src : src.detach().Corner(index.sizes);
        }

        private int CheckGather(long dim, Tensor index, string operation)
        {
            if (index.type != ScalarType.Int64)
                throw new ArgumentException($"{operation}: the index is {index.type.TorchName()}; it must be torch.int64");
            if (Math.Max(1, index.sizes.Length) != Math.Max(1, sizes.Length))
                throw new ArgumentException(
                    $"{operation}: the index, shape {Shape.Text(index.sizes)}, must have as many dimensions as the tensor, shape "
                        + $"{Shape.Text(sizes)}");
            var d = Shape.Dim(dim, sizes.Length, operation);
            for (var i = 0; i < sizes.Length && i < index.sizes.Length; i++)
            {
                if (i != d && index.sizes[i] > sizes[i])
                    throw new ArgumentException(
                        $"{operation}: the index, shape {Shape.Text(index.sizes)}, is larger than the tensor, shape {Shape.Text(sizes)}, "
                            + $"at dimension {i}, which is not dim {d}");
            }
            return d;
        }
    }

    /// <summary>The elements at the index along a dimension, with broadcasting of the other ones.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => input.take_along_dim(indices, dim);
}
