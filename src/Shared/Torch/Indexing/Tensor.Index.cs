using Qiansi.Torch.Indexing;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Part of the tensor: a view for numbers, ranges, "..." and new dimensions, a copy for tensors of indices and masks. Setting
        /// writes into it.
        /// </summary>
        /// <exception cref="IndexOutOfRangeException">An index is outside, or there are too many.</exception>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements that tensors of indices, or a mask, point to: a copy. Setting writes into them.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>One index of the first dimension: a view.</summary>
        public Tensor this[long i1]
        {
            get => Number(i1, 0);
            set => Number(i1, 0).copy_(value);
        }

        /// <summary>One index of each of the first two dimensions: a view.</summary>
        public Tensor this[long i1, long i2]
        {
            get => Numbers(2).Number(i1, 0).Number(i2, 0);
            set => Numbers(2).Number(i1, 0).Number(i2, 0).copy_(value);
        }

        /// <summary>One index of each of the first three dimensions: a view.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => Numbers(3).Number(i1, 0).Number(i2, 0).Number(i3, 0);
            set => Numbers(3).Number(i1, 0).Number(i2, 0).Number(i3, 0).copy_(value);
        }

        /// <summary>One index of each of the first four dimensions: a view.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Numbers(4).Number(i1, 0).Number(i2, 0).Number(i3, 0).Number(i4, 0);
            set => Numbers(4).Number(i1, 0).Number(i2, 0).Number(i3, 0).Number(i4, 0).copy_(value);
        }

        private Tensor Numbers(int count) => sizes.Length >= count
            ? this
            : throw new IndexOutOfRangeException(
                $"index: {count} indices are too many for shape {Torch.Shapes.Shape.Text(sizes)}, which has {sizes.Length} "
                    + $"dimension{(sizes.Length == 1 ? "" : "s")}");

        private Tensor Number(long i, int dim) => sizes.Length > 0
            ? select(dim, i)
            : throw new IndexOutOfRangeException("index: a 0-dimensional tensor cannot be indexed by a number; use item()");

        /// <summary>As the brackets.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            var plan = new IndexPlan(this, indices);
            if (plan.IsView) return ReferenceEquals(plan.View, this) ? Viewed(sizes, strides, "AliasBackward0") : plan.View;
            var view = plan.View;
            var chosen = new Advanced(view, plan.Advanced);
            Tensor y;
            using (no_grad()) y = chosen.ToResult(chosen.ToRows(view).index_select(0, chosen.Rows)).Contiguous();
            return GradMode.Needs(view) ? new IndexBackward0(view, chosen).Attach(y) : y;
        }

        /// <summary>As the brackets.</summary>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        // y = x[indices];  ∂x = g added up where it came from
        private sealed class IndexBackward0(Tensor x, Advanced chosen) : Node(x)
        {
            private readonly long[] shape = x.sizes;

            protected override Tensor Backward(int input, Tensor grad)
            {
                var rows = chosen.ToRows(zeros(shape, grad.type));
                return chosen.FromRows(rows.index_add(0, chosen.Rows, chosen.FromResult(grad), 1));
            }
        }

        /// <summary>Writes a value, which broadcasts, into the part indexed.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>
        /// Writes a value, which broadcasts, into the part indexed; or adds it, also where an element is named more than once.
        /// </summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var plan = new IndexPlan(this, indices);
            var view = plan.View;
            if (plan.IsView)
            {
                if (accumulate) view.add_(value);
                else view.copy_(value);
                return this;
            }
            if (!accumulate && value.count == 1 && indices is [{ tensor: { type: ScalarType.Bool } mask }] && !GradMode.Needs(value)
                && mask.sizes.Length > 0)
            {
                for (var d = mask.sizes.Length; d < sizes.Length; d++) mask = mask.unsqueeze(-1);
                return Overwrite("index_put_", masked_fill(mask, value.ToScalar()));
            }
            var chosen = new Advanced(view, plan.Advanced);
            var rows = chosen.ToRows(view);
            var values = chosen.FromResult(value.to_type(type));
            var written = accumulate ? rows.index_add(0, chosen.Rows, values, 1) : rows.index_copy(0, chosen.Rows, values);
            view.Overwrite("index_put_", chosen.FromRows(written));
            return this;
        }

        /// <summary>Writes a value into the elements that tensors of indices, or a mask, point to.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), false);

        /// <summary>Writes a value into the elements that tensors of indices point to, or adds it.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);
    }
}
