using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor? viewBase;
        private int viewVersion;

        /// <summary>The tensor this one is a view of; null when it has memory of its own.</summary>
        public Tensor? _base => viewBase;

        /// <summary>A view that knows its base, so that a write through either is seen by the other's history.</summary>
        private Tensor ViewOf(long[] newSizes, long[] newStrides, long newOffset)
        {
            var view = Alias(newSizes, newStrides, newOffset);
            if (!type.IsFloating() || !GradMode.Enabled) return view;
            view.viewBase = viewBase is not null ? viewBase : this;
            view.viewVersion = storage.Version;
            return view;
        }

        /// <summary>The memory was written since the history was noted: it is now that of the base, seen through this view.</summary>
        private void RenewView()
        {
            viewVersion = storage.Version;
            if (!viewBase!.Tracked) return;
            var node = new AsStridedBackward0(viewBase, sizes, strides, offset);
            node.SetOutput(sizes, type);
            SetHistory(node, 0);
        }

        /// <summary>
        /// Checks that a write in place is allowed: not on a leaf that requires gradients, not where elements share memory.
        /// </summary>
        internal void CheckWritable(string operation)
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                if (strides[i] == 0 && sizes[i] > 1)
                    throw new InvalidOperationException(
                        $"{operation}: several elements of this expanded tensor {Shape.Text(sizes)} are one place in memory; clone() it "
                            + "before writing");
            }
            if (!GradMode.Enabled) return;
            if (tracked && GradFn == null)
                throw new InvalidOperationException(
                    $"{operation}: a leaf that requires gradients cannot be written in place; do it inside torch.no_grad(), or make a "
                        + "new tensor");
            if (viewBase is not null && viewBase.tracked && viewBase.GradFn == null)
                throw new InvalidOperationException(
                    $"{operation}: a view of a leaf that requires gradients cannot be written in place; do it inside torch.no_grad(), or "
                        + "clone() the leaf first");
        }

        /// <summary>Writes a calculated tensor over this one and takes over its history.</summary>
        internal Tensor Overwrite(string operation, Tensor result)
        {
            CheckWritable(operation);
            if (result.type != type && result.type.IsFloating() && !type.IsFloating())
                throw new InvalidOperationException(
                    $"{operation}: the result is {result.type.TorchName()} and cannot be written into {type.TorchName()}; convert the "
                        + "tensor first, or use the operation that makes a new one");
            var from = result;
            if (!Shape.Same(result.sizes, sizes))
            {
                if (!Shape.Expands(result.sizes, sizes))
                    throw new ArgumentException(
                        $"{operation}: a result of shape {Shape.Text(result.sizes)} cannot be written into a tensor of shape "
                            + $"{Shape.Text(sizes)}; it must broadcast to it");
                from = result.expand(sizes);
            }
            var history = GradMode.Enabled && (result.Tracked || Tracked);
            Torch.Dispatch.Copy.Run(from, this);
            storage.Version++;
            if (history) Rebase(from);
            return this;
        }

        /// <summary>Notes a write in place that needed no history.</summary>
        internal Tensor Written()
        {
            storage.Version++;
            if (Tracked && GradMode.Enabled) Rebase(null);
            return this;
        }

        private void Rebase(Tensor? result)
        {
            if (viewBase is not null)
            {
                var slices = new CopySlices(viewBase, result, sizes, strides, offset);
                slices.Attach(viewBase);
                return;
            }
            Node node = result is not null && result.Tracked ? new CopyBackwards(result) : new ZeroBackward0();
            node.Attach(this);
        }

        /// <summary>y = x written over with r: the gradient is r's.</summary>
        private sealed class CopyBackwards(Tensor source) : Node(source)
        {
            protected override Tensor Backward(int input, Tensor grad) => grad;
        }

        /// <summary>Written over with constants: no gradient flows on.</summary>
        private sealed class ZeroBackward0 : Node
        {
            protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
            {
            }
        }

        /// <summary>
        /// A base part of which was written over: there the gradient is that of what was written, elsewhere that of the base before.
        /// </summary>
        private sealed class CopySlices(Tensor whole, Tensor? part, long[] sizes, long[] strides, long offset) : Node(whole, part)
        {
            private readonly Layout layout = new(whole);
            private readonly long start = offset - whole.offset;

            protected override Tensor Backward(int input, Tensor grad)
            {
                var copy = layout.Apply(grad);
                if (input == 1) return copy.as_strided(sizes, strides, start);
                copy.as_strided(sizes, strides, start).zero_();
                return copy;
            }
        }

        /// <summary>y = x seen with other strides; ∂x: every place of x sums the gradients of the elements that showed it.</summary>
        private sealed class AsStridedBackward0(Tensor source, long[] sizes, long[] strides, long offset) : Node(source)
        {
            private readonly Layout layout = new(source);
            private readonly long start = offset - source.offset;

            protected override Tensor Backward(int input, Tensor grad) => AsStridedAdjoint(grad, layout, sizes, strides, start);
        }

        private static Tensor AsStridedAdjoint(Tensor grad, Layout layout, long[] sizes, long[] strides, long start)
        {
            var flat = Empty([layout.Extent], grad.type);
            Fill.Run(flat, 0);
            using (var seen = flat.Alias(sizes, strides, start)) Binary.Sequential<Add>(seen, grad, seen);
            var result = flat.Alias(layout.Sizes, layout.Strides, 0);
            flat.Dispose();
            return GradMode.Needs(grad) ? new AsStridedAdjointBackward0(grad, layout, sizes, strides, start).Attach(result) : result;
        }

        private sealed class AsStridedAdjointBackward0(Tensor grad, Layout layout, long[] sizes, long[] strides, long start) : Node(grad)
        {
            protected override Tensor Backward(int input, Tensor grad) => layout.Apply(grad).as_strided(sizes, strides, start);
        }

        /// <summary>How a tensor lies in memory, from its first element on.</summary>
        private sealed class Layout(Tensor tensor)
        {
            public readonly long[] Sizes = tensor.sizes;
            public readonly long[] Strides = tensor.strides;
            public readonly long Extent = ExtentOf(tensor.sizes, tensor.strides);

            /// <summary>A copy of a tensor of these sizes that lies like this.</summary>
            public Tensor Apply(Tensor grad)
            {
                if (Shape.IsRowMajor(Sizes, Strides)) return grad.contiguous().clone();
                var flat = Empty([Extent], grad.type);
                Fill.Run(flat, 0);
                var laid = flat.Alias(Sizes, Strides, 0);
                return laid.Overwrite("copy_", grad);
            }

            private static long ExtentOf(long[] sizes, long[] strides)
            {
                long last = 0;
                for (var i = 0; i < sizes.Length; i++)
                {
                    if (sizes[i] == 0) return 0;
                    last += (sizes[i] - 1) * strides[i];
                }
                return last + 1;
            }
        }

        /// <summary>A view with sizes, strides and offset of one's own, counted in elements of the shared memory.</summary>
        /// <exception cref="ArgumentException">It would reach outside the memory.</exception>
        [Function]
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L)
        {
            if (size.Length != strides.Length)
                throw new ArgumentException(
                    $"as_strided: {size.Length} sizes {Shape.Text(size)} and {strides.Length} strides {Shape.Text(strides)}; give one "
                        + "stride a size");
            var last = storageOffset;
            for (var i = 0; i < size.Length; i++)
            {
                if (strides[i] < 0) throw new ArgumentException($"as_strided: negative stride {strides[i]}; use flip");
                last += Math.Max(0, size[i] - 1) * strides[i];
            }
            if (Shape.Count(size) > 0 && (storageOffset < 0 || (last + 1) * type.ElementSize() > storage.Bytes))
                throw new ArgumentException(
                    $"as_strided: sizes {Shape.Text(size)}, strides {Shape.Text(strides)}, offset {storageOffset} reach element {last}; "
                        + $"the memory has {storage.Bytes / type.ElementSize()}");
            var view = ViewOf((long[])size.Clone(), (long[])strides.Clone(), storageOffset);
            return GradMode.Needs(this) ? new AsStridedBackward0(this, view.sizes, view.strides, storageOffset).Attach(view) : view;
        }
    }
}
