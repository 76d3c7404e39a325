using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Storages;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the elements fill a stretch of memory without gaps or overlaps, in whatever order of dimensions.</summary>
        internal bool IsDense()
        {
            if (rowMajor) return true;
            Span<int> order = stackalloc int[sizes.Length];
            var n = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] == 1) continue;
                var at = n++;
                for (; at > 0 && strides[order[at - 1]] > strides[i]; at--) order[at] = order[at - 1];
                order[at] = i;
            }
            long expected = 1;
            for (var i = 0; i < n; i++)
            {
                if (strides[order[i]] != expected) return false;
                expected *= sizes[order[i]];
            }
            return true;
        }

        /// <summary>A new tensor that lies as told; sizes and strides must be dense.</summary>
        internal static Tensor EmptyStrided(long[] sizes, long[] strides, ScalarType type) =>
            new(Storage.Create(Shape.Count(sizes) * type.ElementSize()), sizes, strides, 0, type);

        /// <summary>A copy in row-major order, outside the graph.</summary>
        internal Tensor Copy()
        {
            var y = Empty(sizes, type);
            Torch.Dispatch.Copy.Run(this, y);
            return y;
        }

        /// <summary>This tensor, or a copy in row-major order, outside the graph.</summary>
        internal Tensor Contiguous() => rowMajor ? this : Copy();

        /// <summary>This tensor, or a copy of another type that lies alike, outside the graph.</summary>
        internal Tensor Cast(ScalarType to)
        {
            if (to == type) return this;
            var y = rowMajor || !IsDense() ? EmptyLike(this, to) : EmptyStrided(sizes, strides, to);
            Torch.Dispatch.Copy.Run(this, y);
            return y;
        }

        /// <summary>Gives a contiguous tensor that nobody else has seen another shape of as many elements.</summary>
        internal Tensor Reshaped(long[] shape)
        {
            sizes = shape;
            strides = Shape.RowMajor(shape);
            return this;
        }

        /// <summary>Summed over the dimensions that broadcasting had added, down to a shape.</summary>
        internal Tensor SumTo(long[] shape)
        {
            var lead = sizes.Length - shape.Length;
            var dims = new List<long>();
            for (var i = 0; i < sizes.Length; i++)
            {
                if (i < lead || (shape[i - lead] == 1 && sizes[i] != 1)) dims.Add(i);
            }
            var result = dims.Count == 0 ? this : sum(dims.ToArray(), keepdim: true);
            return lead == 0 ? result : result.reshape(shape);
        }
    }
}
